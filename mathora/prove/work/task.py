"""One formula to be judged, as plain data that travels to a worker and names its place in a cache.

Owns: `Task`, its digest, and `decided`, which judges it.

Law: whatever can change a verdict is in the digest: the tree, the model, the role, what is assumed, the versions of
SymPy, python-flint and of the prover's own source.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from mathora.formula import UncomputableError, model_function, symbol_key
from mathora.formula.tree import Formula, Node
from mathora.formula.tree.model import Model
from mathora.lesson import Role
from mathora.prove.kernel import Claim
from mathora.prove.verdict import Verdict


@dataclass(frozen=True)
class Task:
    """A formula to be judged in a model, with what the author says of it; or a name, taken as a function by a scene."""

    formula: Formula
    model: Model
    role: Role | Literal["function"] = "claim"
    tol: Fraction | None = None
    givens: tuple[Node, ...] = ()

    @property
    def claim(self) -> Claim:
        """What the kernel is asked."""
        return Claim(self.formula.tree, self.model, self.givens, self.tol)

    def digest(self, versions: Mapping[str, str]) -> str:
        """A key that is equal only for tasks with the same verdict; `versions` are those of what decides."""
        names = sorted(self.model.names.items())
        parts = (self.formula.tree, names, self.role, self.tol, self.givens, sorted(versions.items()))
        return hashlib.sha256(repr(parts).encode()).hexdigest()


Decide = Callable[[Task], Verdict]
"""What gives a task's verdict: this process, a killable worker, or a cache before one of them."""


def decided(task: Task) -> Verdict:
    """The task's verdict, in this process and without bounds; SymPy is imported only now."""
    if task.role == "function":
        return _computed(task)
    from mathora.prove.judge.certify import certified  # noqa: PLC0415
    from mathora.prove.judge.judge import judge  # noqa: PLC0415 - SymPy costs a third of a second
    from mathora.prove.judge.second_look import looked_at_again  # noqa: PLC0415

    verdict = judge(task.formula, task.model, role=task.role, tol=task.tol, givens=task.givens)
    return certified(task.claim, looked_at_again(task.claim, verdict))


def _computed(task: Task) -> Verdict:
    """Whether a scene can compute with a name of the model: proved if it is a function with numbers for its values."""
    try:
        model_function(task.model, symbol_key(task.formula.tree))
    except (LookupError, UncomputableError) as error:
        return Verdict("refuted", reason=str(error.args[0]))
    return Verdict("proved", "it has values")
