r"""A question's options as answers: each put into the claim, and what is wrong with it.

Owns: `answered`, `option_fault`.
"""

from __future__ import annotations

from mathora.formula import Node, tree
from mathora.lesson import Fault, Option, Text
from mathora.prove.verdict import Verdict


def answered(claim: Node, answer: Node) -> Node:
    r"""The claim with the answer for each `\answer`, in parentheses where it would run together with its neighbours."""
    if isinstance(claim, tree.Placeholder):
        return answer
    put = tree.Group(answer) if _runs_together(claim, answer) else answer
    return claim.with_children(
        [put if isinstance(child, tree.Placeholder) else answered(child, answer) for child in claim.children]
    )


def _runs_together(claim: Node, answer: Node) -> bool:
    """Whether a part of the claim, written with the answer in it, would be read as something else, or not at all."""
    factor = (tree.Power, tree.Transpose, tree.Nabla)
    match answer:
        case tree.Addition() | tree.Signed():
            return isinstance(claim, (*factor, tree.Product, tree.Signed, tree.Addition))
        case tree.Product() | tree.Quotient():
            return isinstance(claim, (*factor, tree.Product))
        case tree.Power():
            return isinstance(claim, factor)
        case tree.Number():
            return isinstance(claim, tree.Product) and "" in claim.operators
        case _:
            return False


def option_fault(option: Option, text: Text, verdict: Verdict) -> Fault | None:
    """What is wrong with an option whose claim has this verdict, told at its answer, if anything."""
    if verdict.kind == "undecided":
        message = f"option could neither be proved nor refuted: {verdict.why}"
        return text.fault(
            "option-undecided", message, "give the claim values that decide it, or ask for something else"
        )
    if option.correct and verdict.kind != "proved":
        return text.fault(
            "option-false",
            f"the correct option is false: {verdict.why}",
            "mend its answer, or mark another option correct",
        )
    if not option.correct and verdict.kind != "refuted":
        return text.fault(
            "option-true",
            "option is marked wrong, but with it the claim is true",
            "give it a wrong answer, or mark it correct",
        )
    return None
