r"""Several statements in turn, each in the light of what the others define.

Owns: `belied_in_turn`.

| written | belied |
| --- | --- |
| `d = 5, \; d + 1 = 7`; `x_1 = 1, \; x_2 = 2, \; \bar x = 2` | the last by those before |
| `f \colon \mathbb{R} \to \mathbb{R}, \; f(x) = \frac{1}{x - 7.3}`, or `x \mapsto \ldots` | the first by the second |

Law: where a function goes from and to is judged last, and has to be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mathora.formula import Model, statements, tree, write_latex
from mathora.formula.tree.defining import defining
from mathora.prove.judge.valued import said_otherwise
from mathora.prove.verdict import Verdict


def belied_in_turn(node: tree.Node, model: Model, judged: Callable[[tree.Node, Model], Verdict]) -> Verdict | None:
    """The verdict on one of several statements that those around it do not leave as it is; None if there is none."""
    parts = _with_function_said(statements(tree.regrouped(node)))
    for one in sorted(parts, key=_is_signature) if len(parts) > 1 else ():
        told = judged(one, model)
        if told.kind == "refuted" or (
            told.kind == "undecided" and (_is_signature(one) or said_otherwise(one, model) != "")
        ):
            return replace(told, link=told.link or write_latex(one))
        model = defining(model, one) if told.kind == "definition" else model
    return None


def _with_function_said(parts: Sequence[tree.Node]) -> Sequence[tree.Node]:
    r"""`x \mapsto \frac1x` behind `f \colon \mathbb{R} \to \mathbb{R}` says what f(x) is."""
    match parts:
        case (tree.Signature() as takes, tree.Signature(tree.Symbol() as f, letter, body, r"\mapsto"), *rest):
            return takes, tree.Relation((tree.Application(f, None, (letter,)), body), (":=",)), *rest
        case _:
            return parts


def _is_signature(node: tree.Node) -> bool:
    return isinstance(node, tree.Signature)
