"""Definite integrals, verified.

Owns: `definite` (the value of an integral, or None), `exists` (whether it has one) and `antiderivative` (a hint).

Laws:
- An antiderivative is a hint until it is verified: its derivative is the integrand, and it is continuous on the whole
  range for *every* value of the parameters.
- Without parameters, on a bounded range, a value has to lie in the ball of Arb's verified quadrature instead.
- An integral that diverges has no value (`nan`), or ∞ where all is of one sign; one of an odd integrand, which is
  continuous, is 0 about 0.
- SymPy's heuristic of Risch and Norman is not asked for roots of sums or functions beside further functions, of
  which it finds nothing in minutes; substitutions are still tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.balls.numbers import is_zero
from mathora.prove.balls.values import rising, value
from mathora.prove.goal.domain import Domain
from mathora.prove.tactics import normal
from mathora.prove.tactics.continuity import continuous, shown
from mathora.prove.tactics.limits import limit_of
from mathora.prove.tactics.poles import poles_between


def definite(part: Expr, domain: Domain) -> Expr:  # noqa: PLR0911 - one return for each rule
    """The value of an `Integral` over one variable."""
    if any(len(limit) != 3 for limit in part.limits):  # noqa: PLR2004 - (variable, low, high)
        return None
    if len(part.limits) > 1:
        return _repeated(part, domain)
    integrand, (variable, low, high) = part.args[0], part.limits[0]
    if low == high:
        return S.Zero if not integrand.has(variable) else None
    if poles := poles_between(integrand, variable, low, high):
        return _through_poles(integrand, variable, poles)
    if not part.free_symbols and low.is_finite and high.is_finite:
        found = _without_branches(part.doit(**_ways(integrand)))
        if found is not None and _in_ball(part, found):
            return found
    for rule in (_odd, _gamma, _gaussian, _sinc, _by_antiderivative):
        found = rule(integrand, variable, low, high, domain)
        if found is not None:
            return found
    if high.is_nonpositive and low.is_negative:  # SymPy's logarithms are real where their argument is positive
        mirrored = integrand.xreplace({variable: -variable})
        return definite(sympy.Integral(mirrored, (variable, -high, -low)), domain)
    return None


def _through_poles(integrand: Expr, variable: Expr, poles: Sequence[Expr]) -> Expr:
    """An integral through poles is infinite where the integrand has one sign beside them, and none with both."""
    places = (place + step for place in poles for step in (_STEP, -_STEP))
    signs = {sympy.sign(integrand.subs(variable, place).evalf()) for place in places}
    return {frozenset({S.One}): S.Infinity, frozenset({S.NegativeOne}): S.NegativeInfinity}.get(frozenset(signs), S.NaN)


_STEP: Final = sympy.Rational(1, 10**6)


def _repeated(part: Expr, domain: Domain) -> Expr:
    """From the inside out: the inner integral for all values of the outer variables between their ends."""
    inner, *outer = part.limits
    between = [one for name, low, high in outer for one in (sympy.Gt(name, low), sympy.Lt(name, high)) if one != S.true]
    if not all(shown(high - low, "nonnegative", domain) for _, low, high in outer):
        return None
    found = definite(sympy.Integral(part.args[0], inner), domain.with_relations(between))
    if found is None or found.has(S.NaN, S.Infinity, S.NegativeInfinity):
        return None
    return definite(sympy.Integral(found, *outer), domain)


def exists(part: Expr, domain: Domain) -> bool:
    """Whether an integral has a value because its integrand is continuous on its whole bounded range."""
    if len(part.limits) != 1:
        return False
    integrand, (variable, low, high) = part.args[0], part.limits[0]
    if low.is_finite is False or high.is_finite is False:
        return False
    real = sympy.Dummy("x", real=True)
    ways = _ranges(real, low, high, domain, sympy.Ge, sympy.Le)
    return all(continuous(integrand.xreplace({variable: real}), real, one) for one in ways)


@lru_cache(maxsize=64)  # the search and its certificate ask for the same
def antiderivative(integrand: Expr, variable: Expr) -> Expr:
    """What SymPy takes for an antiderivative, or an integral where it finds none."""
    wave = _of_damped_wave(integrand, variable)
    return sympy.integrate(integrand, variable, **_ways(integrand)) if wave is None else wave


def _of_damped_wave(integrand: Expr, variable: Expr) -> Expr | None:
    """An antiderivative of an exponential times a sine or cosine, both of first degree: SymPy takes half a minute."""
    for wave in integrand.atoms(sympy.sin, sympy.cos) if integrand.has(sympy.exp) else ():
        size = sympy.cancel(integrand / wave)
        if size.has(sympy.sin, sympy.cos):
            continue
        rate, turn = sympy.simplify(size.diff(variable) / size), wave.args[0].diff(variable)
        if not (rate.has(variable) or turn.has(variable) or rate.is_zero):
            return size * (rate * wave - wave.diff(variable)) / (rate**2 + turn**2)
    return None


def _ways(integrand: Expr) -> dict[str, bool]:
    """What SymPy is not to try."""
    roots = [one for one in integrand.atoms(sympy.Pow) if one.exp.is_Rational and not one.exp.is_Integer]
    composed = [one for one in roots if not one.base.is_Symbol]
    beside = integrand.xreplace(dict.fromkeys(composed, S.One)) if composed else S.One
    return {"heurisch": False} if beside.atoms(sympy.Function) - beside.atoms(sympy.Abs) else {}


def _without_branches(found: Expr) -> Expr:
    return None if found.has(sympy.Piecewise, sympy.Integral, S.NaN, S.Infinity, S.NegativeInfinity) else found


def _in_ball(part: Expr, found: Expr) -> bool:
    """Whether the value lies in the quadrature's ball; an integral that Arb cannot do is not verified."""
    answers = [is_zero(gap) for gap in rising(lambda: value(part, {}) - value(found, {}))]
    return bool(answers) and False not in answers


def _by_antiderivative(  # noqa: PLR0911 - one return for each obligation
    integrand: Expr, variable: Expr, low: Expr, high: Expr, domain: Domain
) -> Expr:
    found = antiderivative(integrand, variable)
    found = found.replace(lambda one: isinstance(one, sympy.Piecewise), lambda one: _likely(one, domain))
    if found.has(sympy.Integral, sympy.Piecewise, S.ComplexInfinity):
        return None
    slope = sympy.diff(found, variable) - integrand
    if not (normal.zero(slope) or sympy.simplify(slope) == 0):
        return None
    real = sympy.Dummy("x", real=True)
    closed, inner = (_ranges(real, low, high, domain, *signs) for signs in ((sympy.Ge, sympy.Le), (sympy.Gt, sympy.Lt)))
    whole, body = found.xreplace({variable: real}), integrand.xreplace({variable: real})
    if not all(continuous(one, real, ways) for ways in inner for one in (whole, body)):
        return None
    reached = all(continuous(whole, real, ways) for ways in closed)
    if not reached and len(inner) > 1:
        return None
    ends = [
        whole.subs(real, end)
        if reached and end.is_finite is not False
        else limit_of(sympy.Limit(whole, real, end, side), domain)
        for end, side in ((low, "+"), (high, "-"))
    ]
    if None in ends or any(end.has(S.NaN, S.ComplexInfinity, sympy.AccumBounds) for end in ends):
        return None
    lost = _divisors(found, variable) - _divisors(integrand, variable) - _divisors(ends[1] - ends[0], variable)
    if not all(shown(one, "nonzero", domain) for one in lost):
        return None
    if any(end.has(S.Infinity, S.NegativeInfinity) for end in ends):
        is_known = ends[0].is_finite or ends[1].is_finite or integrand.free_symbols == {variable}
        return ends[1] - ends[0] if is_known else None  # nan, if both are infinite alike
    return ends[1] - ends[0]


def _divisors(whole: Expr, variable: Expr) -> set[Expr]:
    """What is divided by for all values of a variable: the m − n of sin(πm)/(m − n), which is 0, is lost."""
    powers = (one for one in whole.atoms(sympy.Pow) if one.exp.is_negative)
    return {sympy.factor(one.base) for one in powers if not one.base.has(variable)}


def _likely(branches: Expr, domain: Domain) -> Expr:
    """The branch whose condition the domain gives; what is chosen is verified all the same."""
    for branch, condition in branches.args:
        unequal = isinstance(condition, sympy.Ne) and shown(condition.lhs - condition.rhs, "nonzero", domain)
        if condition == S.true or unequal:
            return branch
    return branches


def _ranges(  # noqa: PLR0913, PLR0917 - one range
    variable: Expr, low: Expr, high: Expr, domain: Domain, above: Expr, below: Expr
) -> list[Domain]:
    """The variable between the ends; both ways round where it is not known which end is the greater one."""
    if low is S.Infinity or high is S.NegativeInfinity:
        return [domain]
    ends = ((low, above(variable, low)), (high, below(variable, high)))
    up = domain.with_relations([one for end, one in ends if end.is_finite is not False])
    if not (low.is_finite and high.is_finite) or shown(high - low, "nonnegative", domain):
        return [up]
    return [up, domain.with_relations([below(variable, low), above(variable, high)])]


def _odd(integrand: Expr, variable: Expr, low: Expr, high: Expr, domain: Domain) -> Expr:
    """∫ f(x) dx from −a to a is 0 where f(−x) = −f(x), and f is continuous."""
    mirrored = low == -high and sympy.expand(integrand + integrand.xreplace({variable: -variable})) == 0
    return S.Zero if mirrored and exists(sympy.Integral(integrand, (variable, low, high)), domain) else None


def _gamma(integrand: Expr, variable: Expr, low: Expr, high: Expr, domain: Domain) -> Expr:
    """Euler's integral: ∫₀^∞ c x^{s−1} e^{−bx} dx = c Γ(s)/b^s for s > 0, b > 0."""
    if low != 0 or high is not S.Infinity:
        return None
    factors = sympy.Mul.make_args(sympy.powsimp(integrand))
    rest, power, rate = S.One, S.Zero, S.Zero
    for factor in factors:
        if not factor.has(variable):
            rest *= factor
        elif isinstance(factor, sympy.exp) and not (slope := sympy.cancel(factor.args[0] / variable)).has(variable):
            rate -= slope
        elif factor.as_base_exp()[0] == variable and not factor.as_base_exp()[1].has(variable):
            power += factor.as_base_exp()[1]
        else:
            return None
    if not shown(power + 1, "positive", domain) or not shown(rate, "positive", domain):
        return None
    return rest * sympy.gammasimp(sympy.gamma(power + 1)) / rate ** (power + 1)


def _sinc(integrand: Expr, variable: Expr, low: Expr, high: Expr, domain: Domain) -> Expr:
    """∫ c sin(ax)/x dx = cπ/2 from 0 to ∞ for a > 0 (Dirichlet)."""
    weight, rate = sympy.Wild("c", exclude=[variable]), sympy.Wild("a", exclude=[variable])
    found = (integrand * variable).match(weight * sympy.sin(rate * variable))
    if found is None or (low, high) != (0, S.Infinity) or not shown(found[rate], "positive", domain):
        return None
    return found[weight] * sympy.pi / 2


def _gaussian(integrand: Expr, variable: Expr, low: Expr, high: Expr, domain: Domain) -> Expr:
    """∫ p(x) e^{−ax² + bx + c} dx over the whole line for a > 0, by ∫ t^{2j} e^{−at²} dt = Γ(j + 1/2)/a^{j + 1/2}."""
    if low is not S.NegativeInfinity or high is not S.Infinity:
        return None
    powers = [factor for factor in sympy.Mul.make_args(sympy.powsimp(integrand)) if isinstance(factor, sympy.exp)]
    powers = [factor for factor in powers if factor.has(variable)]
    if len(powers) != 1:
        return None
    exponent = sympy.expand(powers[0].args[0])
    weight = sympy.expand(sympy.powsimp(integrand) / powers[0])
    if not (exponent.is_polynomial(variable) and weight.is_polynomial(variable)):
        return None
    if sympy.degree(exponent, variable) != 2:  # noqa: PLR2004 - a Gaussian
        return None
    a, b, c = sympy.Poly(-exponent, variable).all_coeffs()
    if not shown(a, "positive", domain):
        return None
    moments = sympy.Poly(weight.subs(variable, variable - b / (2 * a)), variable).terms()
    total = sum(
        (
            factor * sympy.gamma(sympy.Rational(power + 1, 2)) / sympy.sqrt(a) ** (power + 1)
            for (power,), factor in moments
            if power % 2 == 0
        ),
        S.Zero,
    )
    return sympy.exp(b**2 / (4 * a) - c) * total
