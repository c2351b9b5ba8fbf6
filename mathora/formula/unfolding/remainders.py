r"""Rounded fractions of a whole number, by what is left when it is divided.

Owns: `by_remainders`.

| written, n being whole | judged, each of all whole n |
| --- | --- |
| `\lfloor n/2 \rfloor + \lceil n/2 \rceil = n` | the same of 2n and of 2n + 1: `n + n = 2n`, `n + n + 1 = 2n + 1` |
| `\lceil n/3 \rceil = \lfloor (n + 2)/3 \rfloor`, `n \ge 1` | of 3n + 1, 3n + 2 and 3n + 3 of natural n |

Law: all places of n are among these, from the first one on; where anything else is rounded, nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor, lcm
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.defining import recurs
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, line_of
from mathora.formula.tree.substitution import substituted
from mathora.formula.unfolding.places_said import least_of

MOST_REMAINDERS = 12
_KINDS: Final = {"natural": t.Constant(r"\mathbb{N}"), "integer": t.Constant(r"\mathbb{Z}")}


def by_remainders(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node | None:
    """A relation in which fractions of one whole number are rounded, of each remainder; None of anything else."""
    rounded = {part for _, part in t.walk(node) if isinstance(part, t.Rounded)}
    letters = {part for one in rounded for part in t.symbols(one)}
    if not isinstance(node, t.Relation) or len(letters) != 1 or recurs(node.operands[0], node.operands[1], model):
        return None
    letter = letters.pop()
    name = model.named(letter)
    if name is None or name.kind not in _KINDS or name.body is not None or _is_spoken_of(letter, node, model, givens):
        return None
    if not all(name.kind == "natural" and _bounds_below(one, letter) for one in name.domain):
        return None
    lines = t.all_known(line_of(part.body, letter) for part in rounded)
    modulus = lcm(*(steep.denominator for steep, _ in lines or ()))
    if lines is None or modulus > MOST_REMAINDERS:
        return None
    known = dict(zip(rounded, lines, strict=True))
    first = least_of(letter, model) if name.kind == "natural" else 0
    free = (one for one in map(t.Symbol, "kmjqpst") if not t.mentions(node, one) and symbol_key(one) not in model)
    each_of = next(free, letter)
    ways = t.all_known(_left(node, letter, each_of, known, modulus, rest) for rest in range(first, first + modulus))
    each = t.Relation((each_of, _KINDS[name.kind]), (r"\in",))
    return None if ways is None else t.together(tuple(t.Quantified(r"\forall", each, one) for one in ways))


Line = tuple[Fraction, Fraction]
"""How steep, and how much at 0."""


def _left(  # noqa: PLR0913, PLR0917 - the form, the letter and its place
    node: t.Relation, letter: t.Symbol, by: t.Symbol, forms: dict[t.Rounded, Line], modulus: int, rest: int
) -> t.Node | None:
    """The relation at n = `modulus · by + rest`."""
    whole: t.Node = node
    stand_in = replace(by, accents=("tilde", *by.accents))
    for part, (steep, start) in forms.items():
        nearest = floor if part.kind == "floor" else ceil
        value = _multiple(stand_in, steep * modulus, Fraction(nearest(steep * rest + start)))
        whole = t.replaced(whole, part, t.Group(value))
    put = substituted(whole, letter, t.Group(_multiple(stand_in, Fraction(modulus), Fraction(rest))))
    return None if put is None else t.replaced(put, stand_in, by)


def _is_spoken_of(letter: t.Symbol, node: t.Node, model: Model, givens: Sequence[t.Node]) -> bool:
    """Whether anything else is known by the letter: what is given, or what bounds or defines another name."""
    others = [name for name in model.names.values() if name.symbol != letter]
    said = (*givens, *(one for name in others for one in name.domain))
    rests = any(model.rests_on(symbol_key(one), (symbol_key(letter),)) for one in t.symbols(node))
    return rests or any(t.mentions(one, letter) for one in said)


def _bounds_below(one: t.Node, letter: t.Symbol) -> bool:
    match one:
        case t.Relation((name, t.Number()), (r"\ge" | ">",)) | t.Relation((t.Number(), name), (r"\le" | "<",)):
            return name == letter
        case _:
            return False


def _multiple(letter: t.Node, factor: Fraction, more: Fraction) -> t.Node:
    times = letter if factor == 1 else t.side_by_side((in_digits(factor), letter))
    return t.added((times, in_digits(more))) if more else times
