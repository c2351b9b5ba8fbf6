"""Factors of the kernel's numbers.

Owns: `factors` of a polynomial, `cancelled` (a quotient without common factors), `parts_of` and `univariate`.

Law: factors come from FLINT, and are multiplied out again before they are believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd, lcm

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import (
    ONE,
    Atom,
    Polynomial,
    Ratio,
    key_of,
    made,
    product_of,
    raw_product,
    text_of,
)
from mathora.prove.kernel.exact.polynomials import Coefficients, trimmed


def factors(polynomial: Polynomial) -> tuple[Fraction, list[tuple[Polynomial, int]]]:
    """A number and the irreducible factors with their powers, whose product is the polynomial (not zero).

    Each factor has coprime whole coefficients, the first one positive.
    """
    if len(polynomial) == 1:
        ((monomial, number),) = polynomial.items()
        return number, [({((atom, 1),): Fraction(1)}, power) for atom, power in monomial]
    from flint import Ordering, fmpq, fmpq_mpoly_ctx  # noqa: PLC0415 - only where it is needed

    atoms = sorted({atom for monomial in polynomial for atom, _ in monomial})
    context = fmpq_mpoly_ctx.get(tuple(f"x{at}" for at in range(len(atoms))), Ordering.lex)
    terms = {
        tuple(dict(monomial).get(atom, 0) for atom in atoms): fmpq(number.numerator, number.denominator)
        for monomial, number in polynomial.items()
    }
    _, found = context.from_dict(terms).factor()
    parts = []
    for factor, power in found:
        back = {
            tuple((atoms[at], int(exponent)) for at, exponent in enumerate(exponents) if exponent): Fraction(
                int(number.p), int(number.q)
            )
            for exponents, number in factor.to_dict().items()
        }
        parts.append((_primitive(back)[1], int(power)))
    whole: Polynomial = dict(ONE)
    for one, power in parts:
        for _ in range(power):
            whole = product_of(whole, one)
    lead = next(iter(whole))
    number = polynomial.get(lead, Fraction(0)) / whole[lead]
    if not number or polynomial != {one: number * value for one, value in whole.items()}:
        raise Refused("factors that do not multiply to the polynomial")
    return number, parts


def _primitive(polynomial: Polynomial) -> tuple[Fraction, Polynomial]:
    """The content with its sign, and the polynomial with coprime whole coefficients, the first one positive."""
    numbers = polynomial.values()
    content = Fraction(gcd(*(one.numerator for one in numbers)), lcm(*(one.denominator for one in numbers)))
    if polynomial[max(polynomial, key=key_of)] < 0:
        content = -content
    return content, {monomial: number / content for monomial, number in polynomial.items()}


def cancelled(ratio: Ratio) -> Ratio:
    """The same quotient without common factors."""
    if len(ratio.below) == 1 or not ratio.above:
        return ratio
    (top, upper), (bottom, lower) = factors(ratio.above), factors(ratio.below)
    powers: dict[str, list[int]] = {}
    kept = {text_of(one): one for one, _ in (*upper, *lower)}
    for place, side in enumerate((upper, lower)):
        for one, power in side:
            powers.setdefault(text_of(one), [0, 0])[place] += power
    above, below = Ratio({(): top / bottom}, ONE), Ratio(ONE, ONE)
    for text, (up, down) in powers.items():
        part = Ratio(kept[text], ONE)
        for _ in range(max(0, up - down)):
            above = raw_product(above, part)
        for _ in range(max(0, down - up)):
            below = raw_product(below, part)
    return made(above.above, below.above)


def univariate(ratio: Ratio, within: frozenset[Atom] | None = None) -> tuple[Atom | None, Coefficients]:
    """The only atom of a polynomial (a variable, or one of `within`), and its coefficients; raises Refused."""
    if set(ratio.below) != {()}:
        raise Refused("a polynomial is expected, found a quotient")
    atoms = {atom for monomial in ratio.above for atom, _ in monomial}
    if len(atoms) > 1 or any(atom.kind != "variable" and atom not in (within or ()) for atom in atoms):
        raise Refused("a polynomial in one variable is expected")
    found: dict[int, Fraction] = {}
    for monomial, number in ratio.above.items():
        found[monomial[0][1] if monomial else 0] = number / ratio.below[()]
    numbers = [found.get(power, Fraction(0)) for power in range(max(found, default=-1) + 1)]
    return next(iter(atoms), None), trimmed(numbers)


def parts_of(ratio: Ratio) -> Iterator[tuple[Ratio, int]]:
    """The number and the factors of a quotient with their powers, those below with negative ones."""
    if not ratio.above:
        yield ratio, 1
        return
    ratio = cancelled(ratio)
    number = Fraction(1)
    for polynomial, sign in ((ratio.above, 1), (ratio.below, -1)):
        content, found = factors(polynomial)
        number *= content**sign
        yield from ((Ratio(one, ONE), sign * power) for one, power in found)
    if number != 1:
        yield Ratio.number(number), 1
