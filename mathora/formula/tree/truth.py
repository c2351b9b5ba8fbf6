r"""Truth tables: statements made of letters alone.

Owns: `letters_of`, `rows_of` (each way in which letters may be true or false) and `is_true`.

Law: `p \Rightarrow q \Rightarrow r` says that each link holds; what is joined by words is read from the left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise, product
from typing import Final

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import Logic, Negation
from mathora.formula.tree.terms import Group, Symbol

MOST_LETTERS: Final = 8
"""Letters of a truth table: 256 rows."""
_ARROWS: Final[Mapping[str, Callable[[bool, bool], bool]]] = {
    r"\Rightarrow": lambda p, q: not p or q,
    r"\Leftarrow": lambda p, q: p or not q,
    r"\Leftrightarrow": lambda p, q: p == q,
    "iff": lambda p, q: p == q,
    "if and only if": lambda p, q: p == q,
}
_WORDS: Final[Mapping[str, Callable[[bool, bool], bool]]] = {
    r"\land": lambda p, q: p and q,
    "and": lambda p, q: p and q,
    r"\lor": lambda p, q: p or q,
    "or": lambda p, q: p or q,
}
_TABLES: Final = {**_ARROWS, **_WORDS}


def letters_of(node: Node, model: Model) -> tuple[str, ...] | None:
    """The letters without a value that a statement is made of, in order; None if it has other parts."""
    match node:
        case Group(body=part) | Negation(operand=part):
            return letters_of(part, model)
        case Logic(operands=operands, operators=operators) if set(operators) <= set(_TABLES):
            found = [letters_of(one, model) for one in operands]
            known = [one for one in found if one is not None]
            return None if len(known) < len(found) else tuple(dict.fromkeys(key for one in known for key in one))
        case Symbol():
            name = model.get(symbol_key(node))
            if name is None or name.body is not None or name.parameters or name.kind not in {"real", "set", "event"}:
                return None
            return (symbol_key(node),)
        case _:
            return None


def rows_of(letters: Collection[str]) -> Iterator[dict[str, bool]]:
    """Each row of a truth table."""
    for row in product((True, False), repeat=len(letters)):
        yield dict(zip(letters, row, strict=True))


def is_true(node: Node, row: Mapping[str, bool]) -> bool:
    """Whether a statement made of these letters is true in a row."""
    match node:
        case Group(body=body):
            return is_true(body, row)
        case Negation(operand=operand):
            return not is_true(operand, row)
        case Logic(operands=operands, operators=operators):
            values = [is_true(one, row) for one in operands]
            if set(operators) <= set(_ARROWS):
                return all(_ARROWS[sign](*pair) for sign, pair in zip(operators, pairwise(values), strict=True))
            total = values[0]
            for sign, value in zip(operators, values[1:], strict=True):
                total = _TABLES[sign](total, value)
            return total
        case _:
            return row[symbol_key(node)]
