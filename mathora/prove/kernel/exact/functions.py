"""The functions that the kernel knows, each by its defining relations.

Owns: `Conditions`, powers, roots, sizes, exponentials and logarithms.

Laws:
- A function adds the condition under which it has a value.
- What is written by sizes holds for all real u, v that are not zero: ln u is ln |u|, √u is |u|^(1/2), and ln |uv| and
  |uv|^q come apart without any sign. |u| = u is used only where a sign is shown (`signs.resolved`).
- Real numbers only; i stands in exponents (e^{iv} = cos v + i sin v) and in polynomials.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import prod
from typing import Protocol

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import ONE, POSITIVE, Atom, Ratio, fractional, function_atom
from mathora.prove.kernel.exact.factors import cancelled, parts_of

HIGHEST_MULTIPLE = 24  # of an angle that addition theorems take apart
LARGEST_FACTORED = 10**12
LARGEST_POWER = 1000  # of a number; a higher one stays an exponential

PI = Ratio.atom(Atom("constant", "π"))
IMAGINARY = Atom("constant", "i")


class Knowledge(Protocol):
    """What is known of the variables."""

    @property
    def angles(self) -> dict[str, int]:
        """The parts of angles that were met: halves as 2, thirds as 3."""

    def shows(self, ratio: Ratio, sign: str) -> bool:
        """Whether `ratio sign 0` holds everywhere."""

    def is_whole(self, ratio: Ratio) -> bool:
        """Whether the values are whole numbers."""


class _Nothing:
    """A knowledge of nothing."""

    @property
    def angles(self) -> dict[str, int]:
        return {}

    def shows(self, ratio: Ratio, sign: str) -> bool:
        return ratio.constant is not None and true(ratio.constant, sign)

    def is_whole(self, ratio: Ratio) -> bool:
        return ratio.constant is not None and ratio.constant.denominator == 1


NOTHING = _Nothing()


class Conditions:
    """Where what was read so far has a value: (sign, ratio), in the order of reading."""

    def __init__(self, known: Knowledge, *, smooth: bool = False) -> None:
        self.known, self.smooth = known, smooth
        """`smooth`: inside of a derivative, which has no value where x^r begins, at 0; and where all must have one."""
        self.found: list[tuple[str, Ratio]] = []
        self.declared: list[tuple[str, Ratio]] = []
        self.obligations: list[tuple[str, Ratio]] = []
        self.opaque: list[Ratio] = []
        """Powers that equal themselves alone, wherever they have a value."""

    def confine(self, sign: str, ratio: Ratio) -> None:
        """Notes what a function's declared domain asks of its arguments; raises Refused if a constant is outside."""
        constant = ratio.constant
        if constant is None:
            self.declared.append((sign, ratio))
        elif not true(constant, sign):
            raise Refused("a function is asked for outside of its declared domain")

    def require(self, sign: str, ratio: Ratio) -> None:
        """Notes `ratio ≠ 0`, `> 0` or `≥ 0`; raises Refused if it is false for a constant."""
        constant = ratio.constant
        if constant is None:
            self.found.append((sign, ratio))
        elif not true(constant, sign):
            raise Refused(f"a part has no value: {constant} {sign} 0 is false")

    def oblige(self, sign: str, ratio: Ratio) -> None:
        """Notes what a rule needs, and what has to be shown at the end."""
        if ratio.constant is None or not true(ratio.constant, sign):
            self.obligations.append((sign, ratio))


def true(constant: Fraction, sign: str) -> bool:
    """Whether a number stands so to zero."""
    return {"≠": constant != 0, ">": constant > 0, "≥": constant >= 0}[sign]


def quotient(above: Ratio, below: Ratio, conditions: Conditions) -> Ratio:
    """`above / below`, where below is not zero."""
    conditions.require("≠", below)
    return above.over(below)


# ── powers, roots, sizes ──────────────────────────────────────────────────────────────────────────────────────────────


class OfAnySign(Refused):
    """What has a value for some signs only, which the rest of a formula does not tell: (x²)^a = x^{2a}."""


def powered(base: Ratio, exponent: Ratio, conditions: Conditions) -> Ratio:
    """A power: whole, with a rational number, with a positive base, or with whole letters above."""
    number = exponent.constant
    if number is not None and number.denominator == 1:
        if number < 0:
            conditions.require("≠", base)
        if base.constant is not None and base.constant > 1 and number > LARGEST_POWER:
            return Ratio.atom(function_atom("exp", sized_logarithm(base).scaled(number)))
        return base.power(int(number))
    if number is not None:
        conditions.require("≥" if number > 0 else ">", base)
        return sized_power(base, number)
    constant = base.constant
    if (constant is not None and constant > 0) or conditions.known.shows(base, ">"):
        return exponential(exponent * sized_logarithm(base), conditions)
    return counted(base, exponent, conditions)


def counted(base: Ratio, exponent: Ratio, conditions: Conditions) -> Ratio:
    """A power with whole letters above: b^{2n + 1} = (b^n)² b, for any b (0⁰ = 1).

    With others it equals itself alone, wherever it has a value. Inside of a derivative, and where values are asked
    for, a name with them is positive: x^r begins at 0, where no derivative is.
    """
    if not conditions.known.is_whole(exponent):
        if not conditions.smooth:
            conditions.opaque.append(Ratio.atom(function_atom("any power", base, exponent)))
            return conditions.opaque[-1]
        plain = all(not one or (len(one) == 1 == abs(number)) for one, number in exponent.above.items())
        if not conditions.smooth or base.only_atom is None or base.only_atom.kind != "variable" or not plain:
            raise OfAnySign("a power with letters above, of what is not known to be positive")
        conditions.require(">", base)
        return exponential(exponent * sized_logarithm(base), conditions)
    angle, size = _turned(base)
    if angle.above:
        return exponential(Ratio.atom(IMAGINARY) * angle * exponent, conditions) * powered(size, exponent, conditions)
    total = Ratio.number(1)
    polynomial = conditions.known.shows(exponent, "≥")
    for monomial, number in exponent.above.items():
        part = Ratio({monomial: Fraction(1)}, ONE)
        if not polynomial and (number < 0 or (monomial and not conditions.known.shows(part, "≥"))):
            conditions.require("≠", base)
        total *= (_whole_power(base, part, conditions) if monomial else base).power(int(number))
    return total


def _turned(base: Ratio) -> tuple[Ratio, Ratio]:
    """(φ, r) with the base r (cos φ + i sin φ): its whole powers are r^n (cos nφ + i sin nφ) (de Moivre)."""
    for one, power in parts_of(base) if IMAGINARY in base.own_atoms else ():
        for atom in one.own_atoms:
            if atom.kind == "cos" and power == 1:
                sine = Ratio.atom(function_atom("sin", atom.argument)) * Ratio.atom(IMAGINARY)
                for sign in (1, -1):
                    if (one - Ratio.atom(atom) - sine.scaled(sign)).vanishes:
                        return atom.argument.scaled(sign), cancelled(base.over(one))
    return Ratio.number(0), base


def _whole_power(base: Ratio, exponent: Ratio, conditions: Conditions) -> Ratio:
    """b^n by the factors of b; of numbers (−1)^n and e^{n ln p}."""
    total = Ratio.number(1)
    for one, power in parts_of(base):
        constant = one.constant
        if constant is not None and constant > 0:
            part = exponential(exponent * sized_logarithm(one), conditions)
        elif constant is not None and constant < 0:
            sign = Ratio.atom(function_atom("power", Ratio.number(-1), exponent))
            part = sign * exponential(exponent * sized_logarithm(-one), conditions)
        else:
            part = Ratio.atom(function_atom("power", one, exponent))
        total *= part.power(power)
    return total


def sized_power(base: Ratio, exponent: Fraction) -> Ratio:
    """|u|^q, by the factors of u."""
    refuse_imaginary(base)
    if not base.above:
        return Ratio.number(0)
    return prod((_sized(one, power * exponent) for one, power in parts_of(base)), start=Ratio.number(1))


def _sized(factor: Ratio, exponent: Fraction) -> Ratio:
    constant, atom = factor.constant, factor.only_atom
    if constant is not None:
        return _number_power(abs(constant), exponent)
    if atom is not None and atom.kind == "exp":
        return _exp(atom.argument, exponent / atom.degree)
    if atom is not None and atom.kind in {"root", "odd root", "abs"}:
        return _sized(atom.argument, exponent / atom.degree)
    return _product_of(fractional("root", factor, abs(exponent)), exponent)


def _number_power(number: Fraction, exponent: Fraction) -> Ratio:
    """A positive number's power, prime by prime."""
    total = Ratio.number(1)
    for prime, power in primes(number):
        whole, rest = divmod(power * exponent, 1)
        total *= Ratio.number(prime).power(int(whole))
        if rest:
            total *= Ratio.atom(function_atom("root", Ratio.number(prime), degree=rest.denominator)).power(
                rest.numerator
            )
    return total


def primes(number: Fraction) -> Iterator[tuple[int, int]]:
    """The primes of a positive number with their powers."""
    for whole, sign in ((number.numerator, 1), (number.denominator, -1)):
        rest, factor = whole, 2
        if rest > LARGEST_FACTORED and rest % 10**6:
            raise Refused("a number that is too large to be taken apart")
        while factor * factor <= rest:
            power = 0
            while rest % factor == 0:
                rest, power = rest // factor, power + 1
            if power:
                yield factor, sign * power
            factor += 1 if factor == 2 else 2  # noqa: PLR2004 - odd ones after two
        if rest > 1:
            yield rest, sign


def rooted(radicand: Ratio, degree: int, conditions: Conditions) -> Ratio:
    """The real root: an even one of what is not negative, an odd one with its sign."""
    if degree % 2 == 0:
        conditions.require("≥", radicand)
        return sized_power(radicand, Fraction(1, degree))
    refuse_imaginary(radicand)
    if not radicand.above:
        return radicand
    total = Ratio.number(1)
    for one, power in parts_of(radicand):
        constant, atom = one.constant, one.only_atom
        if constant is not None:
            total *= _number_power(abs(constant), Fraction(1, degree)).scaled(1 if constant > 0 else -1)
        elif atom is not None and atom.kind in POSITIVE:
            total *= _sized(one, Fraction(power, degree))
        else:
            total *= _product_of(fractional("odd root", one, Fraction(abs(power), degree)), power)
    return total


def _product_of(parts: list[Ratio], sign: Fraction | int) -> Ratio:
    total = prod(parts, start=Ratio.number(1))
    return total if sign > 0 else Ratio.number(1).over(total)


def absolute(argument: Ratio) -> Ratio:
    """|u|."""
    return sized_power(argument, Fraction(1))


# ── exponentials and logarithms ───────────────────────────────────────────────────────────────────────────────────────


def exponential(exponent: Ratio, conditions: Conditions) -> Ratio:
    """e^u, taken apart by the terms of u: e^{a + b} = e^a e^b, e^{q ln |v|} = |v|^q, e^{iv} = cos v + i sin v."""
    exponent = cancelled(exponent)
    total = Ratio.number(1)
    for monomial, number in exponent.above.items():
        part = Ratio({monomial: Fraction(1)}, ONE).over(Ratio(exponent.below, ONE))
        atom = part.only_atom
        if any(one == IMAGINARY for one, _ in monomial):
            angle = part.over(Ratio.atom(IMAGINARY)).scaled(number)
            from mathora.prove.kernel.exact.circular import circular  # noqa: PLC0415 - they need each other

            sine, cosine = circular(angle, conditions)
            total *= cosine + Ratio.atom(IMAGINARY) * sine
        elif atom is not None and atom.kind == "ln":
            total *= sized_power(atom.argument, number)
        else:
            total *= _exp(part, number)
    return total


def _exp(part: Ratio, number: Fraction) -> Ratio:
    """e^{q m} of what is not taken apart further."""
    return Ratio.atom(function_atom("exp", part, degree=number.denominator)).power(number.numerator)


def logarithm(argument: Ratio, conditions: Conditions) -> Ratio:
    """Ln u for u > 0."""
    conditions.require(">", argument)
    return sized_logarithm(argument)


def sized_logarithm(argument: Ratio) -> Ratio:
    """Ln |u|, by the factors of u."""
    refuse_imaginary(argument)
    if not argument.above:
        raise Refused("the logarithm of zero")
    total = Ratio.number(0)
    for one, power in parts_of(argument):
        constant, atom = one.constant, one.only_atom
        if constant is not None:
            for prime, times in primes(abs(constant)):
                total += Ratio.atom(function_atom("ln", Ratio.number(prime))).scaled(times * power)
        elif atom is not None and atom.kind == "exp":
            total += atom.argument.scaled(Fraction(power, atom.degree))
        elif atom is not None and atom.kind in {"root", "odd root", "abs"}:
            total += sized_logarithm(atom.argument).scaled(Fraction(power, atom.degree))
        elif atom is not None and atom.kind == "power":
            if atom.argument.constant is None:
                total += (atom.arguments[1] * sized_logarithm(atom.argument)).scaled(power)
        else:
            total += Ratio.atom(function_atom("ln", one)).scaled(power)
    return total


def refuse_imaginary(*ratios: Ratio) -> None:
    """Raises Refused where i stands."""
    if any(IMAGINARY in one.atoms for one in ratios):
        raise Refused("a function of complex numbers")
