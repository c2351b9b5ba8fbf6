r"""Truth tables: statements made of letters alone.

Owns: `letters_of`, `rows_of` (each way in which letters may be true or false) and `is_true`.

Law: `p \Rightarrow q \Rightarrow r` says that each link holds; what is mixed is nested, so that a chain joins alike.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import chain, pairwise, product
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import write_latex
from mathora.formula.tree.model import Model

MOST_LETTERS: Final = 8  # letters of a truth table: 256 rows
TRUTHS: Final = {
    **dict.fromkeys(("true", "t", r"\top"), True),
    **dict.fromkeys(("false", "f", r"\bot", r"\emptyset"), False),
}
"""What stands for a truth value, words in small letters; in the empty set is nothing."""


def truth_said(node: t.Node) -> bool | None:
    """The truth value that a sign or a word stands for; None of anything else."""
    match node:
        case t.Constant(text) | t.UprightWords(text):
            return TRUTHS.get(text.lower())
        case _:
            return None


def letters_of(node: t.Node, model: Model) -> tuple[str, ...] | None:  # noqa: PLR0911 - a row each
    """The letters without a value that a statement is made of, in order, and unknown predicates `P(1)`; None if it has
    other parts.
    """
    match node:
        case t.Group(part) | t.Negation(part):
            return letters_of(part, model)
        case t.Logic(operands, operators) if _joins_alike(operators):
            found = t.all_known(letters_of(one, model) for one in operands)
            return None if found is None else tuple(dict.fromkeys(chain.from_iterable(found)))
        case t.Constant() | t.UprightWords() if truth_said(node) is not None:
            return ()
        case t.Symbol():
            name = model.named(node)
            if name is None or name.body is not None or name.parameters or name.kind not in {"real", "set", "event"}:
                return None
            return (write_latex(node),)
        case t.Application(t.Symbol() as head, None, arguments) if all(isinstance(one, t.Number) for one in arguments):
            name = model.named(head)
            free = name is not None and name.parameters and name.body is None and not name.domain
            return (write_latex(node),) if free else None
        case _:
            return None


def rows_of(letters: Collection[str]) -> Iterator[dict[str, bool]]:
    """Each row of a truth table."""
    for row in product((True, False), repeat=len(letters)):
        yield dict(zip(letters, row, strict=True))


def is_true(node: t.Node, row: Mapping[str, bool]) -> bool:
    """Whether a statement made of these letters is true in a row."""
    match node:
        case t.Group(body):
            return is_true(body, row)
        case t.Negation(operand):
            return not is_true(operand, row)
        case t.Logic(operands, operators):
            values = [is_true(one, row) for one in operands]
            if set(operators) <= t.AND | t.OR:
                return all(values) if set(operators) <= t.AND else any(values)
            return all(_holds(sign, *pair) for sign, pair in zip(operators, pairwise(values), strict=True))
        case t.Constant() | t.UprightWords():
            return bool(truth_said(node))
        case _:
            return row[write_latex(node)]


def _joins_alike(operators: Collection[t.LogicSign]) -> bool:
    return any({*operators} <= level for level in (t.AND, t.OR, t.ARROWS | t.EQUIVALENT))


def _holds(sign: t.LogicSign, left: bool, right: bool) -> bool:  # noqa: FBT001 - two statements
    forward, backward = not left or right, left or not right
    return forward and backward if sign in t.EQUIVALENT else forward if sign == r"\Rightarrow" else backward
