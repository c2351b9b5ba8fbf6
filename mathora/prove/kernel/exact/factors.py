"""Factors of the kernel's numbers.

Owns: `factors` of a polynomial, its `remainder` by others, `cancelled` (a quotient without common factors), `parts_of`
and `univariate`.

Law: factors come from FLINT, and are multiplied out again before they are believed; its common divisors divide without
a rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from mathora.prove.kernel.certificate import Contradicted, Refused
from mathora.prove.kernel.exact.algebra import ONE, Atom, Polynomial, Ratio, key_of, made, product_of
from mathora.prove.kernel.exact.polynomials import Coefficients, trimmed

if TYPE_CHECKING:
    from flint import fmpq_mpoly, fmpz_mpoly

MOST_OF_A_BASIS = (60, 100, 200)  # polynomials of a basis, terms of one of them, and bits of a coefficient, at most


def factors(polynomial: Polynomial) -> tuple[Fraction, list[tuple[Polynomial, int]]]:
    """A number and the irreducible factors with their powers, whose product is the polynomial (not zero).

    Each factor has coprime whole coefficients, the first one positive.
    """
    if len(polynomial) == 1:
        ((monomial, number),) = polynomial.items()
        return number, [({((atom, 1),): Fraction(1)}, power) for atom, power in monomial]
    within = _Letters(polynomial)
    _, found = within.flint(polynomial).factor()
    parts = [(_primitive(within.polynomial(factor))[1], int(power)) for factor, power in found]
    whole: Polynomial = dict(ONE)
    for one, power in parts:
        for _ in range(power):
            whole = product_of(whole, one)
    lead = next(iter(whole))
    number = polynomial.get(lead, Fraction(0)) / whole[lead]
    if not number or polynomial != {one: number * value for one, value in whole.items()}:
        raise Refused("factors that do not multiply to the polynomial")
    return number, parts


def remainder(polynomial: Polynomial, ideal: Sequence[Polynomial]) -> Polynomial:
    """What is left of a polynomial when multiples of others are taken away: nothing, if it is a sum of such multiples.

    By a Gröbner basis, as far as one of moderate size is found (B. Buchberger, 1965, in FLINT). Raises Refused where
    the others have no common zero.
    """
    within = _Letters(polynomial, *ideal)
    rest = _divided(within.flint(polynomial), [within.flint(one) for one in ideal])
    if rest != 0 or not polynomial:
        basis = [within.flint(one) for one in within.basis(ideal)]
        if any(one.is_constant() for one in basis):
            raise Contradicted("equations that contradict each other")
        rest = _divided(rest, basis)
    return within.polynomial(rest)


def _divided(rest: fmpq_mpoly, divisors: Sequence[fmpq_mpoly]) -> fmpq_mpoly:
    before = None
    while rest != before:
        before = rest
        for one in divisors:
            rest = rest % one
    return rest


class _Letters:
    """The atoms of polynomials as the variables of FLINT's, the last name the greatest."""

    def __init__(self, *polynomials: Polynomial) -> None:
        self.atoms = sorted({atom for one in polynomials for monomial in one for atom, _ in monomial}, reverse=True)
        self.names = tuple(f"x{at}" for at in range(len(self.atoms)))

    def _terms(self, polynomial: Polynomial) -> dict[tuple[int, ...], Fraction]:
        return {
            tuple(dict(monomial).get(atom, 0) for atom in self.atoms): number for monomial, number in polynomial.items()
        }

    def flint(self, polynomial: Polynomial) -> fmpq_mpoly:
        """The polynomial in FLINT."""
        from flint import Ordering, fmpq, fmpq_mpoly_ctx  # noqa: PLC0415 - only where it is needed

        terms = {powers: fmpq(one.numerator, one.denominator) for powers, one in self._terms(polynomial).items()}
        return fmpq_mpoly_ctx.get(self.names, Ordering.deglex).from_dict(terms)

    def polynomial(self, terms: fmpq_mpoly | fmpz_mpoly) -> Polynomial:
        """A polynomial of FLINT's in the atoms."""
        found: Polynomial = {}
        for powers, number in terms.to_dict().items():
            monomial = sorted((atom, int(power)) for atom, power in zip(self.atoms, powers, strict=True) if power)
            found[tuple(monomial)] = Fraction(int(number.numerator), int(number.denominator))
        return found

    def basis(self, ideal: Sequence[Polynomial]) -> Sequence[Polynomial]:
        """A Gröbner basis of the ideal, or what was found of it."""
        from flint import Ordering, fmpz_mpoly_ctx, fmpz_mpoly_vec  # noqa: PLC0415 - as above

        context = fmpz_mpoly_ctx.get(self.names, Ordering.deglex)
        whole = [{powers: int(n) for powers, n in self._terms(_primitive(one)[1]).items()} for one in ideal]
        found, _ = fmpz_mpoly_vec([context.from_dict(one) for one in whole], context).buchberger_naive(MOST_OF_A_BASIS)
        return [self.polynomial(one) for one in found]


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
    within = _Letters(ratio.above, ratio.below)
    sides = [within.flint(one) for one in (ratio.above, ratio.below)]
    common = sides[0].gcd(sides[1])
    return made(*(within.polynomial(one // common) for one in sides))


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
