r"""Events as polynomials of indicators, and their probabilities.

Owns: `event` (an event's indicator) and `probability`.

| rule | an example |
| --- | --- |
| indicators: I² = I, 1 − I, the product, a + b − ab | P(A ∪ B) = P(A) + P(B) − P(A ∩ B) |
| bounds of one quantity in their order | P(a < X ≤ b) = P(X ≤ b) − P(X ≤ a) for a < b |
| values of a table, or of a law with few | P(X ≥ 1) = 1 − P(X = 0) |
| independent | P(A ∩ B) = P(A) P(B), only where it is declared |
| what is known | linear equations of the probabilities of intersections, solved one after the other |

Laws:
- An event is a sum of products of letters: of names, of `X < c` and of `X = c`. Each product's probability is one
  variable, of which nothing is known but what the rules say; so what is proved holds in every experiment.
- `P(A | B)` is P(A ∩ B)/P(B), and has a value where P(B) > 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import reduce
from math import prod
from typing import TYPE_CHECKING

from mathora.formula import symbol_key, tree
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.chance import laws
from mathora.prove.kernel.chance.known import random_atom
from mathora.prove.kernel.chance.letters import NEVER, SURE, Conjunction, Indicator, Letter, both, opposite, summed
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.factors import cancelled

if TYPE_CHECKING:
    from mathora.prove.kernel.reading.meaning import TreeReading

_ZERO = Ratio.number(0)
_UNIONS = frozenset({r"\cup", r"\lor", "or"})
_SECTIONS = tree.AND | {r"\cap"}


# ── events read ───────────────────────────────────────────────────────────────────────────────────────────────────────


def event(reading: TreeReading, node: tree.Node) -> Indicator:  # noqa: C901, PLR0911 - a row per kind
    """The indicator of an event. Raises Refused."""
    match node:
        case tree.Group(body=body) | tree.Annotated(body=body):
            return event(reading, body)
        case tree.Constant(name=r"\emptyset"):
            return NEVER
        case tree.Symbol() if symbol_key(node) == r"\Omega":
            return SURE
        case tree.Symbol() if node.accents[:1] in {("bar",), ("overline",)}:
            plain = tree.Symbol(node.name, node.style, node.accents[1:], node.subscript, node.marks, node.superscript)
            return opposite(event(reading, plain))
        case tree.Symbol():
            key = reading.key(node)
            if reading.chance.is_random(key):
                raise Refused("a random quantity is no event")
            return {frozenset({Letter("", key, keys=frozenset({key}))}): Fraction(1)}
        case tree.UprightWords(text=text):
            key = rf"\text{{{text.strip()}}}"
            return {frozenset({Letter("", key, keys=frozenset({key}))}): Fraction(1)}
        case tree.Complement(operand=inner) | tree.Negation(operand=inner) | tree.Overline(body=inner):
            return opposite(event(reading, inner))
        case tree.Listing(items=items):
            return _all(reading, (event(reading, one) for one in items))
        case (
            tree.SetOperation(operands=operands, operators=operators)
            | tree.Logic(operands=operands, operators=operators)
        ):
            return _combined(reading, operands, operators)
        case tree.Relation():
            return _all(reading, (_comparison(reading, *link) for link in node.links))
        case _:
            raise Refused("an event of this kind")


def _all(reading: TreeReading, events: Iterable[Indicator]) -> Indicator:
    return reduce(lambda one, other: both(reading, one, other), events, SURE)


def _combined(reading: TreeReading, operands: tuple[tree.Node, ...], operators: tuple[str, ...]) -> Indicator:
    if len(set(operators)) > 1:
        raise Refused("events joined by different signs")
    total = event(reading, operands[0])
    for sign, operand in zip(operators, operands[1:], strict=True):
        other = event(reading, operand)
        if sign in _UNIONS:
            total = summed(summed(total, other), both(reading, total, other), -1)
        elif sign in _SECTIONS:
            total = both(reading, total, other)
        elif sign == r"\setminus":
            total = both(reading, total, opposite(other))
        else:
            raise Refused(f"{sign} between events")
    return total


def _comparison(reading: TreeReading, left: tree.Node, sign: str, right: tree.Node) -> Indicator:
    """One link: `X ≤ c`, `|X − μ| ≥ k`, `a < X`, `X ∈ {1, 2}`."""
    match left, sign, right:
        case _, r"\in", tree.SetLiteral(items=items):
            total = NEVER
            for item in items:
                one = _comparison(reading, left, "=", item)
                total = summed(summed(total, one), both(reading, total, one), -1)
            return total
        case tree.Absolute(body=body), ("<" | r"\le" | ">" | r"\ge"), _:
            below = "<" if sign in {"<", r"\ge"} else r"\le"
            value, bound = reading.number(body), reading.number(right)
            inside = both(reading, _signed(reading, value - bound, below), _signed(reading, -value - bound, below))
            return inside if sign == below else opposite(inside)
        case _:
            return _signed(reading, reading.number(left) - reading.number(right), sign)


def _signed(reading: TreeReading, difference: Ratio, sign: str) -> Indicator:
    """`difference sign 0`."""
    match sign:
        case "<":
            return _below(reading, difference)
        case ">":
            return _below(reading, -difference)
        case r"\le":
            return opposite(_below(reading, -difference))
        case r"\ge":
            return opposite(_below(reading, difference))
        case "=":
            return _at(reading, difference)
        case r"\ne":
            return opposite(_at(reading, difference))
        case _:
            raise Refused("an event of this kind")


def _solved(reading: TreeReading, difference: Ratio) -> tuple[str, Ratio, bool] | None:
    """`s X + r` as X, −r/s, and whether s is positive; None if it is not of this form."""
    keys = reading.chance.keys_of(difference)
    if len(keys) != 1 or reading.chance.keys_of(Ratio(difference.below, ONE)):
        return None
    (key,) = keys
    atom = random_atom(key)
    linear = {one: number for one, number in difference.above.items() if atom in dict(one)}
    if any(dict(one)[atom] != 1 for one in linear):
        return None
    slope = Ratio({tuple(p for p in one if p[0] != atom): n for one, n in linear.items()}, difference.below)
    rest = difference - slope * Ratio.atom(atom)
    if reading.chance.keys_of(slope) or reading.chance.keys_of(rest):
        return None
    for way in (1, -1):
        if reading.facts.shows(slope.scaled(way), ">"):
            return key, cancelled((-rest).over(slope)), way > 0
    return None


def _below(reading: TreeReading, difference: Ratio) -> Indicator:
    """`difference < 0`."""
    facts = reading.facts
    if not reading.chance.keys_of(difference):
        if facts.shows(-difference, ">"):
            return SURE
        if facts.shows(difference, "≥"):
            return NEVER
        raise Refused("a comparison of what is not random")
    found = _solved(reading, difference)
    if found is None:
        return _opaque(reading, difference, "<")
    key, bound, rising = found
    if rising:
        return _less(reading, key, bound)
    return opposite(_at_most(reading, key, bound))


def _at(reading: TreeReading, difference: Ratio) -> Indicator:
    """`difference = 0`."""
    found = _solved(reading, difference)
    if found is not None:
        return _equal(reading, found[0], found[1])
    if not reading.chance.keys_of(difference):
        raise Refused("a comparison of what is not random")
    return _opaque(reading, min(difference, -difference, key=lambda one: one.text), "=")


def _opaque(reading: TreeReading, difference: Ratio, sign: str) -> Indicator:
    letter = Letter(sign, f"({difference.text})", "0", reading.chance.keys_of(difference), _ZERO)
    reading.chance.opaque[letter] = difference
    return {frozenset({letter}): Fraction(1)}


def _letter(sign: str, key: str, bound: Ratio) -> Indicator:
    return {frozenset({Letter(sign, key, bound.text, frozenset({key}), bound)}): Fraction(1)}


def _less(reading: TreeReading, key: str, bound: Ratio) -> Indicator:
    """`X < bound`."""
    values = laws.few_values(reading, key)
    constant = bound.constant
    if values is not None and constant is not None:
        total = NEVER
        for one in values:
            if one.constant is not None and one.constant < constant:
                total = summed(total, _equal(reading, key, one))
        return total
    if laws.is_discrete(reading, key) and constant is not None:
        bound = Ratio.number(-(-constant.numerator // constant.denominator))
    return _letter("<", key, bound)


def _equal(reading: TreeReading, key: str, bound: Ratio) -> Indicator:
    """`X = bound`; the last of few values is what the others are not."""
    if laws.is_continuous(reading, key):
        return NEVER
    values = laws.few_values(reading, key)
    if values is not None and bound.constant is not None:
        if bound not in values:
            return NEVER
        if bound == values[-1]:
            total = SURE
            for one in values[:-1]:
                total = summed(total, _letter("=", key, one), -1)
            return total
    if laws.is_discrete(reading, key) and bound.constant is not None and bound.constant.denominator != 1:
        return NEVER
    return _letter("=", key, bound)


def _at_most(reading: TreeReading, key: str, bound: Ratio) -> Indicator:
    """`X ≤ bound`; of whole numbers `X < bound + 1`."""
    if laws.is_discrete(reading, key) and laws.few_values(reading, key) is None and reading.facts.is_whole(bound):
        return _less(reading, key, bound + Ratio.number(1))
    return summed(_less(reading, key, bound), _equal(reading, key, bound))


# ── probabilities ─────────────────────────────────────────────────────────────────────────────────────────────────────


def probability(reading: TreeReading, node: tree.Application) -> Ratio:
    """`P(A)`, `P(A, B)`, `P(A | B)`."""
    reading.hints.use("indicators")
    if len(node.arguments) == 1 and isinstance(parted := node.arguments[0], tree.Parted):
        if parted.sign != r"\mid":
            raise Refused("an event with a parameter")
        given = event(reading, parted.right)
        below = of(reading, given)
        reading.conditions.require("≠", below)
        return of(reading, both(reading, event(reading, parted.left), given)).over(below)
    return of(reading, _all(reading, (event(reading, one) for one in node.arguments)))


def of(reading: TreeReading, indicator: Indicator) -> Ratio:
    """The probability of an event."""
    if reading.chance.trial:
        share = sum((happens(reading, indicator, row) for row in reading.chance.trial), start=Fraction(0))
        return Ratio.number(share / len(reading.chance.trial))
    parts = (of_letters(reading, letters).scaled(number) for letters, number in indicator.items())
    return sum(parts, Ratio.number(0))


def happens(reading: TreeReading, indicator: Indicator, row: Mapping[str, Fraction]) -> Fraction:
    """An indicator at one outcome of a trial: 1 or 0."""
    return sum(
        (number for letters, number in indicator.items() if all(_is_so(reading, one, row) for one in letters)),
        start=Fraction(0),
    )


def _is_so(reading: TreeReading, letter: Letter, row: Mapping[str, Fraction]) -> bool:
    if not letter.sign:
        return bool(row[letter.name])
    difference = reading.chance.opaque.get(letter) or Ratio.atom(random_atom(letter.name)) - (letter.bound or _ZERO)
    value = reading.chance.in_row(difference, row).constant
    if value is None:
        raise Refused("a comparison with what is no number")
    return value < 0 if letter.sign == "<" else value == 0


def of_letters(reading: TreeReading, letters: Conjunction) -> Ratio:
    """The probability that some letters happen together."""
    if not letters:
        return Ratio.number(1)
    groups = _groups(letters)
    if len(groups) == 1:
        own = _of_quantity(reading, letters)
        if own is not None:
            return own
    elif reading.chance.are_independent(frozenset(key for one in letters for key in one.keys)):
        reading.hints.use("independent")
        return prod((of_letters(reading, group) for group in groups), start=Ratio.number(1))
    for pair, condition in reading.chance.given_independent:
        if frozenset(key for one in letters for key in one.keys) >= pair:
            found = _independent_given(reading, letters, pair, condition)
            if found is not None:
                return found
    atom = probability_atom(letters)
    reading.chance.products[atom] = letters
    value = reading.chance.values.get(atom)
    return Ratio.atom(atom) if value is None else value


def _independent_given(
    reading: TreeReading, letters: Conjunction, pair: frozenset[str], condition: tree.Node
) -> Ratio | None:
    """P(A ∩ B ∩ C) = P(A ∩ C) P(B ∩ C) / P(C) where A and B are independent given C, or given the value of C."""
    keys = {symbol_key(one) for one in tree.symbols(condition)}
    given = frozenset(one for one in letters if one.keys <= keys and one.sign != "<")
    parts = [frozenset(one for one in letters if one.keys == {name}) for name in sorted(pair)]
    if frozenset().union(given, *parts) != letters or {key for one in given for key in one.keys} != keys:
        return None
    below = of_letters(reading, given)
    reading.conditions.require("≠", below)
    reading.hints.use("independent")
    return (of_letters(reading, parts[0] | given) * of_letters(reading, parts[1] | given)).over(below)


def probability_atom(letters: Conjunction) -> Atom:
    """The variable that stands for the probability of a product of letters."""
    ordered = sorted(letters, key=lambda letter: letter.text)
    bounds = tuple(one.bound for one in ordered if one.bound is not None and one.bound.variables)
    return Atom("variable", f"P[{' , '.join(one.text for one in ordered)}]", bounds)


def _groups(letters: Conjunction) -> list[Conjunction]:
    """Letters that share a name stand together."""
    groups: list[set[Letter]] = []
    for letter in sorted(letters, key=lambda one: one.text):
        touching = [group for group in groups if any(one.keys & letter.keys for one in group)]
        groups = [group for group in groups if group not in touching]
        groups.append({letter}.union(*touching))
    return [frozenset(group) for group in groups]


def _of_quantity(reading: TreeReading, letters: Conjunction) -> Ratio | None:
    """The probability of one letter of a quantity whose law is known; None if no law says it."""
    first = next(iter(letters))
    if not first.sign or not reading.chance.is_random(first.name) or first.bound is None:
        return None
    table = reading.chance.tables.get(first.name, {})
    if len(letters) == 1 and first.sign == "=" and first.bound in table:
        reading.hints.use("table of values")
        return table[first.bound]
    if reading.chance.law_of(first.name) is None:
        return None
    if len(letters) > 1:
        raise Refused("bounds whose order is not known")
    reading.hints.use("known distribution")
    rule = laws.mass if first.sign == "=" else laws.below
    return rule(reading, first.name, first.bound)
