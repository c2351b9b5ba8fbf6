"""What an atom's values are, and how facts narrow them.

Owns: `Fact`, the range of each kind of atom, what floors and sizes obey, and signs of squares and at whole numbers.

Law: a range holds at least all values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from mathora.prove.kernel.exact import numbers
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio
from mathora.prove.kernel.exact.functions import sized_power
from mathora.prove.kernel.exact.polynomials import Enclosure, nonnegative, value_at

MOST_WHOLE = 200
HALF_PI = Fraction(15708, 10000)

Fact = tuple[str, Ratio]
"""A sign and what has it: `ratio > 0`, `≥ 0` or `≠ 0`."""
RANGES = {
    "sin": Enclosure(Fraction(-1), Fraction(1)),
    "cos": Enclosure(Fraction(-1), Fraction(1)),
    "arctan": Enclosure(-HALF_PI, HALF_PI),
    "arcsin": Enclosure(-HALF_PI, HALF_PI),
    "erf": Enclosure(Fraction(-1), Fraction(1), low_open=True, high_open=True),
    "exp": Enclosure(Fraction(0), None, low_open=True),
    "gamma": Enclosure(Fraction(0), None, low_open=True),
    "sum": Enclosure(Fraction(0), None, low_open=True),
    "sum of sizes": Enclosure(Fraction(0)),
    "unit": Enclosure(Fraction(0), None, low_open=True),
    "constant": Enclosure(Fraction("3.14159"), Fraction("3.1416")),
    "root": Enclosure(Fraction(0)),
    "abs": Enclosure(Fraction(0)),
}


def entailed(sign: str, ratio: Ratio) -> Iterator[Fact]:
    """|u| ≥ u and |u| ≥ −u, for sizes that a fact speaks of; ax² + bx + c > 0 with a < 0 holds between its roots."""
    powers = [dict(one) for one in ratio.above]
    for atom in ratio.variables:
        if sign == "≠" or max(one.get(atom, 0) for one in powers) != 2:  # noqa: PLR2004 - a square
            continue
        a, b, c = (_coefficient(ratio, atom, power).constant for power in (2, 1, 0))
        if a is not None and b is not None and c is not None and a < 0 <= b * b - 4 * a * c:
            reach = sized_power(Ratio.number(b * b - 4 * a * c), Fraction(1, 2)).scaled(-1 / (2 * a))
            middle = Ratio.atom(atom) + Ratio.number(b / (2 * a))
            yield from ((sign, reach - middle), (sign, reach + middle))
    for atom in sorted(ratio.own_atoms):
        if atom.kind == "abs":
            yield from (("≥", Ratio.atom(atom) - side) for side in (atom.argument, -atom.argument))


def of_floor(atom: Atom) -> Iterator[Fact]:
    """⌊u⌋ ≤ u < ⌊u⌋ + 1."""
    gap = atom.argument - Ratio.atom(atom)
    yield from (("≥", gap), (">", Ratio.number(1) - gap))


def interval_facts(variable: Atom, where: Enclosure) -> Iterator[Fact]:
    """An interval as facts."""
    one = Ratio.atom(variable)
    if where.low is not None:
        yield ">" if where.low_open else "≥", one - Ratio.number(where.low)
    if where.high is not None:
        yield ">" if where.high_open else "≥", Ratio.number(where.high) - one


def narrowed(where: Enclosure, sign: str, ratio: Ratio, atom: Atom) -> Enclosure:
    """The range with `ratio sign 0`, where that is linear in the variable; other constants are enclosed by balls."""
    slope = ratio.above.get(((atom, 1),))
    if ratio.below != ONE or slope is None or sign == "≠":
        return where
    rest = ratio - Ratio.atom(atom).scaled(slope)
    place = rest.constant
    is_open = sign == ">"
    if place is None:
        place, is_open = _outer(rest, up=True), False
        if place is None:
            return where
    place = -place / slope
    if slope > 0:
        if where.low is None or place > where.low or (place == where.low and is_open):
            return replace(where, low=place, low_open=is_open)
    elif where.high is None or place < where.high or (place == where.high and is_open):
        return replace(where, high=place, high_open=is_open)
    return where


def _outer(ratio: Ratio, *, up: bool) -> Fraction | None:
    """A rational number above a constant."""
    if ratio.variables or not ratio.atoms or not up:
        return None
    from flint import ctx  # noqa: PLC0415

    with ctx.workprec(64):
        value = numbers.ball(ratio, {})
        if value is None:
            return None
        top = value.abs_upper() if value > 0 else None
        end = value.upper() if top is None else top
        number = end.fmpq()
        return Fraction(int(number.p), int(number.q))


def at_whole_numbers(polynomial: list[Fraction], where: Enclosure, *, strictly: bool) -> bool:
    """The sign at each whole number near the zeros, and by Sturm beyond them."""
    low = where.low if where.low is not None else Fraction(-MOST_WHOLE, 2)
    high = where.high if where.high is not None and where.high - low <= MOST_WHOLE else low + MOST_WHOLE
    first, last = ceil(low), floor(high)
    if where.low is None and not nonnegative(polynomial, Enclosure(None, Fraction(first)), strictly=strictly):
        return False
    if high != where.high and not nonnegative(polynomial, Enclosure(Fraction(last), where.high), strictly=strictly):
        return False
    values = (value_at(polynomial, Fraction(one)) for one in range(first, last + 1))
    return all(value > 0 if strictly else value >= 0 for value in values)


def is_sum_of_squares(ratio: Ratio, *, strictly: bool) -> bool:
    """A quadratic polynomial completed to squares, one variable after the other, with a rest that is not negative."""
    rest = ratio
    if ratio.below != ONE:
        return False
    for atom in sorted({atom for monomial in ratio.above for atom, _ in monomial}):
        square, linear = _coefficient(rest, atom, 2), _coefficient(rest, atom, 1)
        if any(power > 2 for monomial in rest.above for one, power in monomial if one == atom):  # noqa: PLR2004
            return False
        if not square.above:
            if linear.above:
                return False
            continue
        factor = square.constant
        if factor is None or factor <= 0 or atom.kind in {"abs", "sin"}:
            return False
        itself = Ratio.atom(atom)
        rest = rest - square * itself * itself - linear * itself - linear * linear.scaled(1 / (4 * factor))
    constant = rest.constant
    return constant is not None and (constant > 0 if strictly else constant >= 0)


def discriminants(ratio: Ratio) -> Iterator[tuple[Ratio, Ratio, Ratio]]:
    """(4ac − b², a, c) of ax² + bx + c, for a variable x of second degree: all ≥ 0 where it is ≥ 0 for all x."""
    for atom in ratio.variables:
        powers = {dict(monomial).get(atom, 0) for monomial in ratio.above}
        a, b, c = (_coefficient(ratio, atom, power) for power in (2, 1, 0))
        if powers == {0, 1, 2} and not any(atom in one.atoms for one in (a, b, c)):
            yield (a * c).scaled(4) - b * b, a, c
            return


def _coefficient(ratio: Ratio, atom: Atom, power: int) -> Ratio:
    parts = {
        tuple((one, exponent) for one, exponent in monomial if one != atom): number
        for monomial, number in ratio.above.items()
        if dict(monomial).get(atom, 0) == power
    }
    return Ratio(parts, ratio.below)
