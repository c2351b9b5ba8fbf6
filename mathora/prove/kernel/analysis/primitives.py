"""Antiderivatives that need no hint.

Owns: `integrated`: of a polynomial, of an unknown function (f' comes from f, and f(u) u' from F(u), where F is a
primitive of f, which is smooth), and of products by parts.
"""

from __future__ import annotations

from fractions import Fraction

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact import calculus
from mathora.prove.kernel.exact.algebra import ONE, Atom, Monomial, Ratio
from mathora.prove.kernel.exact.calculus import UNKNOWN
from mathora.prove.kernel.exact.factors import cancelled
from mathora.prove.kernel.exact.functions import NOTHING, Conditions
from mathora.prove.kernel.reading.values import total_of

MOST_PARTS = 12  # integrations by parts, one after the other


def integrated(ratio: Ratio, variable: Atom) -> Ratio:
    """An antiderivative of a polynomial in the variable and in unknown functions of it, whose other parts do not depend
    on it.
    """
    if variable in Ratio(ratio.below, ONE).atoms:
        raise Refused("an integral of what is no polynomial")
    whole, rest = Ratio.number(0), ratio
    for _ in range(MOST_PARTS):
        part = _of_derivative(rest, variable)
        if part is None:
            break
        whole, rest = whole + part, rest - calculus.derivative(part, variable, Conditions(NOTHING))
    by_function: dict[Atom | None, Ratio] = {}
    for monomial, number in rest.above.items():
        found = _unknown(monomial, variable)
        inner = found[0] if len(found) == 1 and (found[0], 1) in monomial else None
        others = tuple((one, power) for one, power in monomial if one != inner)
        before = by_function.get(inner, Ratio.number(0))
        by_function[inner] = before + Ratio({others: number}, rest.below)
    return whole + total_of(
        _polynomial(factor, variable) if inner is None else _primitive(inner, factor, variable)
        for inner, factor in by_function.items()
    )


def _unknown(monomial: Monomial, variable: Atom) -> list[Atom]:
    """The unknown functions of the variable in a term; of something that depends on it, if there are any."""
    found = [one for one, _ in monomial if one.kind.startswith(UNKNOWN) and variable in Ratio.atom(one).atoms]
    return [one for one in found if Ratio.atom(variable) not in one.arguments] or found


def _polynomial(ratio: Ratio, variable: Atom) -> Ratio:
    parts = ratio.coefficients(variable)
    if any(variable in one.atoms for one in parts.values()):
        raise Refused("an integral of what is no polynomial")
    return total_of(
        (part * Ratio.monomial(((variable, at + 1),))).scaled(Fraction(1, at + 1)) for at, part in parts.items()
    )


def _of_derivative(ratio: Ratio, variable: Atom) -> Ratio | None:
    """What the derivative of an unknown function in a term comes from: f' g from f g (by parts), f' f from f²/2."""
    for monomial, number in ratio.above.items():
        for atom in _unknown(monomial, variable):
            place = next((at for at, one in enumerate(atom.arguments) if one == Ratio.atom(variable)), None)
            if place is None or calculus.orders(atom)[place] < 1 or dict(monomial)[atom] != 1:
                continue
            lower = calculus.derived(atom, place, -1)
            factor = Ratio({tuple((one, p) for one, p in monomial if one != atom): number}, ratio.below)
            return (factor * Ratio.atom(lower)).scaled(Fraction(1, dict(monomial).get(lower, 0) + 1))
    return None


def _primitive(inner: Atom, factor: Ratio, variable: Atom) -> Ratio:
    """∫ c f(u) u' dx = c F(u), where F is a primitive of the unknown function f, which is smooth."""
    places = [at for at, one in enumerate(inner.arguments) if variable in one.atoms]
    if len(places) != 1:
        raise Refused("an integral of an unknown function of this kind")
    slope = calculus.derivative(inner.arguments[places[0]], variable, Conditions(NOTHING))
    constant = cancelled(factor.over(slope))
    if variable in constant.atoms:
        raise Refused("an integral of an unknown function of this kind")
    return constant * Ratio.atom(calculus.derived(inner, places[0], -1))
