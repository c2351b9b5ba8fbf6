"""A list that does not hold as it is written: it may be meant as an implication, or its values may stand behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mathora.formula.tree import Node
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
