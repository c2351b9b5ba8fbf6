"""The proof gate: formulas → verdicts, a lesson → `Proven`. Pure, but for its workers and its store.

Importing this package imports neither SymPy nor a worker; `prove_lesson` starts one when a verdict is not known.
"""

from contextlib import closing
from pathlib import Path

from mathora.lesson import Lesson
from mathora.prove.gate.gate import prove_lesson as _prove_lesson
from mathora.prove.gate.proven import Proven
from mathora.prove.gate.single import Judgement, prove_one
from mathora.prove.gate.verification import content_digest, declarations, verified
from mathora.prove.task import Decide, Task
from mathora.prove.verdict import Receipt, Verdict, VerdictKind


def prove_lesson(lesson: Lesson, decide: Decide | None = None, *, store: Path | None = None) -> Proven:
    """The proven lesson; raises `Faulty` with all of its formulas' faults.

    `decide` gives each formula's verdict; without it, a killable worker of this call's own does. `store` is a file
    where verdicts are kept between runs; it may be deleted at any time.
    """
    if decide is not None:
        return _prove_lesson(lesson, decide)
    from mathora.prove.standing import StandingProver  # noqa: PLC0415 - the edge, only where it is asked for

    with closing(StandingProver(store)) as prover:
        return prover.prove(lesson)
