r"""Whether the base of `\log x` matters: `\log(ab) = \log a + \log b` holds for each base above 1, or for none.

Owns: `same_for_each_base`, `with_natural_logarithms`.

Law: another base multiplies each bare logarithm by one positive number. Where both sides of a relation have the same
number of them in each term, and nothing else depends on the base, it is said of all bases at once, so of e.
"""

from __future__ import annotations

from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.naming import LOG, is_landau

_LN: Final = t.FunctionName("ln")
_COMPARED: Final = frozenset({"=", ":=", r"\equiv", r"\ne", "<", r"\le", ">", r"\ge", r"\sim"})
_APART: Final = frozenset({r"\ll", r"\gg"})
"""Where one factor more on a side changes nothing."""


def same_for_each_base(node: t.Node) -> bool:
    """Whether a statement with bare logarithms is true for each base above 1 if it is for one."""
    if not _has_bare(node):
        return True
    match node:
        case t.Relation(operands, operators) if set(operators) <= _COMPARED:
            return len(found := {*map(_degree, operands)} - {_ANY}) <= 1 and _DEPENDS not in found
        case t.Relation(operands, operators) if set(operators) <= _APART:
            return _DEPENDS not in map(_degree, operands)
        case t.Application(head, None, _) if is_landau(head):
            return _degree(node) != _DEPENDS
        case t.Logic() | t.Quantified() | t.Negation() | t.Aligned() | t.Listing() | t.Group() | t.Annotated():
            return all(same_for_each_base(one) for one in node.children)
        case _:
            return False


def with_natural_logarithms(node: t.Node) -> t.Node:
    """A statement that is the same for each base, said of base e; any other as it is."""
    return t.replaced(node, LOG, _LN) if _has_bare(node) and same_for_each_base(node) else node


def _has_bare(node: t.Node) -> bool:
    return t.mentions(node, LOG)


_ANY: Final = "any"
"""Of zero, which has as many logarithms as one likes."""
_DEPENDS: Final = "depends"


def _degree(node: t.Node) -> int | str:  # noqa: C901, PLR0911 - a row for each kind of term
    """How many bare logarithms each term is a product of; `_DEPENDS` if the base matters in any other way."""
    if not _has_bare(node):
        return _ANY if node == t.Number("0") else 0
    match node:
        case t.Application(t.FunctionName("log", None), power, arguments) if not any(map(_has_bare, arguments)):
            return _whole(power) if power is not None else 1
        case t.Application(head, None, (inside,)) if is_landau(head):
            return _DEPENDS if _degree(inside) == _DEPENDS else _ANY
        case t.Extremum("argmax" | "argmin", under, body) if not _has_bare(under):  # where it is best, for each base
            return _DEPENDS if _degree(body) == _DEPENDS else 0
        case t.Group(body) | t.Signed(_, body) | t.Absolute(body):
            return _degree(body)
        case t.Power(base, exponent) if (below := _degree(base)) not in (_ANY, _DEPENDS):
            times = _whole(exponent)
            return _DEPENDS if times == _DEPENDS else int(below) * int(times)
        case t.Addition(terms):
            return _one_of({*map(_degree, terms)} - {_ANY})
        case t.Product(factors, operators) if set(operators) <= {"", r"\cdot", r"\times"}:
            return _total([_degree(one) for one in factors], [1] * len(factors))
        case t.Quotient(above, below):
            return _total([_degree(above), _degree(below)], [1, -1])
        case t.Big(r"\sum", _, _, body) if not any(_has_bare(one) for one in node.children if one is not body):
            return _degree(body)
        case _:
            return _DEPENDS


def _whole(node: t.Node) -> int | str:
    return int(node.text) if isinstance(node, t.Number) and node.text.isdigit() else _DEPENDS


def _one_of(found: set[int | str]) -> int | str:
    return next(iter(found)) if len(found) == 1 else _DEPENDS if found else _ANY


def _total(found: list[int | str], signs: list[int]) -> int | str:
    if _DEPENDS in found:
        return _DEPENDS
    return _ANY if _ANY in found else sum(sign * int(one) for sign, one in zip(signs, found, strict=True))
