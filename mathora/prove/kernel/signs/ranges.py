"""What an atom's values are, and how facts narrow them.

Owns: `Fact`, the ranges of atoms, what floors and sizes obey; signs of squares, at whole numbers, by balls on pieces.

Law: a range holds at least all values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from mathora.prove.kernel.exact import calculus, numbers
from mathora.prove.kernel.exact.algebra import ONE, Atom, Ratio, function_atom
from mathora.prove.kernel.exact.functions import Conditions, sized_power
from mathora.prove.kernel.exact.polynomials import Enclosure, nonnegative, value_at

MOST_WHOLE = 200
MOST_PIECES = 400
HALF_PI = Fraction(15708, 10000)

Fact = tuple[str, Ratio]  # a sign and what has it: `ratio > 0`, `≥ 0` or `≠ 0`
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
    """For sizes that a fact speaks of, |u| ≥ u and |u| ≥ −u, and u² ≥ c² where |u| ≥ c ≥ 0; ax² + bx + c > 0 with a < 0
    holds between its roots.
    """
    powers = [dict(one) for one in ratio.above]
    for atom in ratio.variables:
        if sign == "≠" or max(one.get(atom, 0) for one in powers) != 2:  # noqa: PLR2004 - a square
            continue
        a, b, c = (ratio.coefficient(atom, power).constant for power in (2, 1, 0))
        if a is not None and b is not None and c is not None and a < 0 <= b * b - 4 * a * c:
            reach = sized_power(Ratio.number(b * b - 4 * a * c), Fraction(1, 2)).scaled(-1 / (2 * a))
            middle = Ratio.atom(atom) + Ratio.number(b / (2 * a))
            yield from ((sign, reach - middle), (sign, reach + middle))
    for atom in sorted(ratio.own_atoms):
        if atom.kind == "abs":
            yield from (("≥", Ratio.atom(atom) - side) for side in (atom.argument, -atom.argument))
            least = (Ratio.atom(atom) - ratio).constant
            if sign != "≠" and least is not None and least >= 0:
                yield sign, atom.argument * atom.argument - Ratio.number(least * least)


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
    own = ((atom, 1),)
    slope = ratio.above.get(own)
    if ratio.below != ONE or slope is None or sign == "≠":
        return where
    number, is_open = ratio.above.get((), Fraction(0)), sign == ">"
    if others := ratio.above.keys() - {own, ()}:
        if any(one.kind == "variable" for monomial in others for one, _ in monomial):
            return where
        rest = Ratio({one: factor for one, factor in ratio.above.items() if one != own}, ONE)
        enclosed, is_open = _outer(rest), False
        if enclosed is None:
            return where
        number = enclosed
    place = -number / slope
    if slope > 0:
        if where.low is None or place > where.low or (place == where.low and is_open):
            return replace(where, low=place, low_open=is_open)
    elif where.high is None or place < where.high or (place == where.high and is_open):
        return replace(where, high=place, high_open=is_open)
    return where


def _outer(ratio: Ratio) -> Fraction | None:
    """A rational number above a constant."""
    from flint import ctx  # noqa: PLC0415

    with ctx.workprec(64):
        value = None if ratio.variables else numbers.ball(ratio, {})
        return None if value is None or not value.is_finite() else _fraction(value.upper())


def _fraction(end: numbers.ArbBall) -> Fraction:
    return Fraction(int(end.fmpq().p), int(end.fmpq().q))


def positive_on_pieces(ratio: Ratio, variable: Atom, where: Enclosure, conditions: Conditions) -> bool:
    """Whether balls show a smooth function to be positive from end to end: on each piece by its value at the middle and
    what its slope adds.
    """
    from flint import arb, ctx  # noqa: PLC0415

    if where.low is None or where.high is None:
        return False
    slope, pieces = calculus.derivative(ratio, variable, conditions), [(where.low, where.high)]
    with ctx.workprec(64):
        for _ in range(MOST_PIECES):
            if not pieces:
                return True
            low, high = pieces.pop()
            middle, step = numbers.exact((low + high) / 2), arb(0, numbers.exact((high - low) / 2))
            value, along = numbers.ball(ratio, {variable: middle}), numbers.ball(slope, {variable: middle + step})
            if value is None or not value > 0:
                return False
            if along is None or not value + along * step > 0:
                pieces += [(low, (low + high) / 2), ((low + high) / 2, high)]
    return False


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
    rest = ratio = _on_the_circle(ratio)
    if ratio.below != ONE:
        return False
    for atom in sorted({atom for monomial in ratio.above for atom, _ in monomial}):
        square, linear = rest.coefficient(atom, 2), rest.coefficient(atom, 1)
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


def _on_the_circle(ratio: Ratio) -> Ratio:
    """Where nothing but products of two of sin u and cos u stands: these as letters s and c, and 1 as s² + c²."""
    sines = [one for one in ratio.own_atoms if one.kind == "sin"]
    pair = {function_atom(kind, *one.arguments): Atom("variable", kind) for one in sines for kind in ("sin", "cos")}
    powers = {one: sum(power for _, power in one) for one in ratio.above}
    if len(sines) != 1 or set(ratio.own_atoms) - pair.keys() or set(powers.values()) - {0, 2}:
        return ratio
    squares = [Ratio.atom(one).power(2) for one in pair.values()]
    named = {tuple(sorted((pair[a], p) for a, p in one)): number for one, number in ratio.above.items() if one}
    return Ratio(named, ratio.below) + (squares[0] + squares[1]).scaled(ratio.above.get((), 0))


def discriminants(ratio: Ratio) -> Iterator[tuple[Ratio, Ratio, Ratio]]:
    """(4ac − b², a, c) of ax² + bx + c, for a variable x of second degree: all ≥ 0 where it is ≥ 0 for all x."""
    for atom in ratio.variables:
        powers = {dict(monomial).get(atom, 0) for monomial in ratio.above}
        a, b, c = (ratio.coefficient(atom, power) for power in (2, 1, 0))
        if powers == {0, 1, 2} and not any(atom in one.atoms for one in (a, b, c)):
            yield (a * c).scaled(4) - b * b, a, c
            return
