r"""What does not hold as it is written, and may be meant otherwise.

Owns: `as_meant`: a list may be an implication, or its values may stand behind it; `dA = r\,dr\,d\theta` is no product.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathora.formula.tree import Differential, Node, Product, Relation, Symbol
from mathora.formula.tree.canonical_latex import write_latex
from mathora.formula.tree.model import Model
from mathora.formula.unfolding.lists import implication_meant, values_behind
from mathora.prove.verdict import Verdict, undecided

_MEANT: Final = (
    r"what comes first is not true of all values, and the rest follows from it: write \Rightarrow between them"
)
_BEHIND: Final = r"it holds at the values behind it: write them first, or \text{ for } between"


def as_meant(node: Node, model: Model, verdict: Verdict, claimed: Callable[[Node], Verdict]) -> Verdict | None:
    """The verdict on a list that is refuted, but may be meant as something else; None if it is not. `claimed` gives the
    verdict on another formula in its place.
    """
    if verdict.kind == "undecided" and _says_element(node):
        return Verdict("notation", method="an element of area or volume in these coordinates")
    if verdict.kind not in {"refuted", "mistake"}:
        return None
    meant, at_values = implication_meant(node), values_behind(node, model)
    at_them = None if at_values is None else claimed(at_values)
    if at_them is not None and at_them.kind in {"proved", "definition"}:
        return undecided(_BEHIND) if at_them.kind == "proved" else at_them
    if meant is not None:
        told, alone = (claimed(one) for one in (meant, meant.operands[1]))
        if told.kind == "proved" and alone.kind == "refuted":
            return undecided(_MEANT)
        if told.kind == verdict.kind or (told.kind == "undecided" and alone.kind == "refuted"):
            return told
    return None


_ELEMENTS: Final = {
    "x y": "",
    r"\theta r": "r",
    "x y z": "",
    r"\theta r z": "r",
    r"\phi \rho \theta": r"\rho^2 \sin\phi",
    r"\rho \theta \varphi": r"\rho^2 \sin\varphi",
}
"""For each set of coordinates what stands before their differentials."""
_COORDINATES: Final = {"A": 2, "V": 3}


def _says_element(node: Node) -> bool:
    r"""Whether `dA` or `dV` is said by coordinates, as it is."""
    match node:
        case Relation((Differential(Symbol(name=("A" | "V") as name)), Product(factors)), ("=",)):
            turned = [one for one in factors if isinstance(one, Differential)]
            letters = " ".join(sorted(write_latex(one.variable) for one in turned))
            before = " ".join(write_latex(one) for one in factors if one not in turned)
            return len(turned) == _COORDINATES[name] and _ELEMENTS.get(letters) == before
        case _:
            return False
