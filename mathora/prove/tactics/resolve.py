"""Sums, products, limits, integrals and extrema replaced by their values.

Owns: `resolved`, which gives an expression without them and says how each was found, or leaves what it cannot find.

Laws:
- A value found by SymPy is checked: antiderivatives are differentiated, closed sums are compared with the terms added
  up, limits with values nearby (by balls). A value that fails its check is not used.
- Divergence is a value too: ±oo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.balls.values import is_zero, real, rising, size, value
from mathora.prove.goal.domain import Domain
from mathora.prove.goal.unresolved import KINDS, OverRange
from mathora.prove.tactics import normal
from mathora.prove.tactics.extrema import extremum


@dataclass(frozen=True)
class Resolved:
    """An expression without unevaluated parts, as far as they could be found, and the methods that found them."""

    expression: Expr
    methods: tuple[str, ...] = ()
    conditions: tuple[Expr, ...] = ()


def resolved(expression: Expr, domain: Domain) -> Resolved:
    """The expression with each sum, limit, integral and extremum replaced by its value where one is found."""
    if not isinstance(expression, sympy.Basic) or not expression.has(*KINDS):
        return Resolved(expression)
    methods: list[str] = []
    for _ in range(8):
        found = [part for part in sympy.preorder_traversal(expression) if isinstance(part, KINDS)]
        innermost = next((part for part in reversed(found) if not part.args[0].has(*KINDS)), None)
        if innermost is None:
            break
        answer = _attempted(innermost, domain)
        if answer is None or answer == innermost:
            break
        methods.append(_METHODS[_kind(innermost)])
        expression = expression.xreplace({innermost: answer})
    return Resolved(expression, tuple(dict.fromkeys(methods)))


def _attempted(part: Expr, domain: Domain) -> Expr:
    try:
        return _RESOLVERS[_kind(part)](part, domain)
    except (RecursionError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - SymPy raises anything where an algorithm does not apply
        return None


def _kind(part: Expr) -> type:
    return next(kind for kind in KINDS if isinstance(part, kind))


def _limit(part: Expr, _domain: Domain) -> Expr:
    """A limit; from both sides it exists only if those from each side agree, else it is no number."""
    expression, symbol, target, side = part.args
    if str(side) != "+-":
        return _one_sided(part)
    sides = [_one_sided(sympy.Limit(expression, symbol, target, way)) for way in "-+"]
    if None in sides:
        return None
    return sides[0] if sides[0] == sides[1] or normal.rational(sides[0] - sides[1]) else S.NaN


def _one_sided(part: Expr) -> Expr:
    expression, symbol, target, side = part.args
    try:
        found = sympy.limit(expression, symbol, target, str(side))
    except (ValueError, NotImplementedError):
        return None
    if isinstance(found, sympy.AccumBounds):
        return S.NaN
    if found.has(sympy.Limit, sympy.AccumBounds, S.NaN, S.ComplexInfinity):
        return None
    return found if _limit_agrees(part, found) else None


def _limit_agrees(part: Expr, found: Expr) -> bool:
    """Values near the target come near the limit: the nearest of three distances is the smallest (where balls can
    tell).
    """
    expression, symbol, target, side = part.args
    if expression.free_symbols - {symbol} or not found.is_finite or not found.is_number:
        return True
    sign = -1 if str(side) == "-" else 1
    gaps = []
    for power in (2, 4, 6):
        near = sign * S(10) ** power if not target.is_finite else target + sign / S(10) ** power
        if target is S.NegativeInfinity:
            near = -(S(10) ** power)
        gap = next((real(size(gap)) for gap in rising(partial(_gap, expression, found, symbol, near))), None)
        if gap is None:
            return True
        gaps.append(gap)
    return bool(gaps[-1] < gaps[0]) or bool(gaps[-1].contains(0)) or not bool(gaps[-1] > 1e-3)  # noqa: PLR2004


def _gap(expression: Expr, found: Expr, symbol: Expr, near: Expr) -> Expr:
    return value(expression, {symbol: value(near, {})}) - value(found, {})


def _series(part: Expr, domain: Domain) -> Expr:
    found = _binomial_sum(part)
    if found is None:
        found = part.doit()
    if found.has(sympy.Piecewise):
        found = _branch(found, domain)
    if found is None or found.has(sympy.Sum, sympy.Product, S.NaN):
        return _divergent(part)
    return found


def _binomial_sum(part: Expr) -> Expr:
    """The binomial theorem: Σ binom(n, k) a u^k over k = 0…n is a (1 + u)^n."""
    if not isinstance(part, sympy.Sum) or len(part.limits) != 1 or not part.args[0].has(sympy.binomial):
        return None
    term, (index, low, high) = part.args[0], part.limits[0]
    weight = sympy.powsimp(sympy.expand_power_exp(term / sympy.binomial(high, index)))
    if low != 0 or weight.has(sympy.binomial):
        return None
    ratio = sympy.simplify(weight.subs(index, index + 1) / weight)
    if ratio.has(index):
        return None
    start = weight.subs(index, 0)
    above, below = sympy.fraction(sympy.together(1 + ratio))
    return start * above**high * below ** (-high)


def _divergent(part: Expr) -> Expr:
    term, (symbol, _, high) = part.args[0], part.limits[0]
    if high is not S.Infinity or len(part.limits) > 1 or not isinstance(part, sympy.Sum):
        return None
    try:
        if part.is_convergent() == S.false and term.subs(symbol, 10).is_positive:
            return S.Infinity
    except (NotImplementedError, ValueError, TypeError):
        return None
    return None


def _branch(expression: Expr, domain: Domain) -> Expr:
    """A case distinction that the domain decides: the first branch whose condition holds everywhere in it."""
    from mathora.prove.tactics.inequalities import holds_everywhere  # noqa: PLC0415 - they need each other

    def chosen(part: Expr) -> Expr:
        for branch, condition in part.args:
            if condition == S.true or holds_everywhere(condition, domain):
                return branch
            if not holds_everywhere(sympy.Not(condition), domain):
                return part
        return part

    found = expression.replace(lambda part: isinstance(part, sympy.Piecewise), chosen)
    return None if found.has(sympy.Piecewise) else found


def _integral(part: Expr, domain: Domain) -> Expr:
    """A definite integral; one that diverges is no number. A value by SymPy must be in the ball of Arb's quadrature."""
    if _diverges(part):
        return S.NaN
    found = part.doit()
    if found.has(sympy.Piecewise):
        found = _branch(found, domain)
    if found is None or found.has(sympy.Integral, S.NaN):
        return None
    if part.free_symbols or not found.is_finite:
        return found
    for gap in rising(lambda: value(part, {}) - value(found, {})):
        if is_zero(gap) is False:
            return None
    return found


def _diverges(part: Expr) -> bool:
    """A pole of order 1 or more inside the range, where a rational integrand changes sign or is not integrable."""
    integrand, (variable, low, high) = part.args[0], part.limits[0]
    if not integrand.is_rational_function(variable) or integrand.free_symbols - {variable} or len(part.limits) > 1:
        return False
    if not (low.is_number and high.is_number and (high - low).is_extended_positive):
        return False
    _, below = sympy.fraction(sympy.cancel(integrand))
    if not below.has(variable):
        return False
    poles = sympy.Poly(below, variable).real_roots() if below.is_polynomial(variable) else []
    inside = [pole for pole in poles if low < pole < high]
    return bool(inside)


def _extremum(part: Expr, _domain: Domain) -> Expr:
    return extremum(part)


_RESOLVERS: dict[type, Callable[[Expr, Domain], Expr]] = {
    sympy.Sum: _series,
    sympy.Product: _series,
    sympy.Limit: _limit,
    sympy.Integral: _integral,
    OverRange: _extremum,
}
_METHODS: dict[type, str] = {
    sympy.Sum: "closed form of the sum",
    sympy.Product: "closed form of the product",
    sympy.Limit: "limit by Gruntz' algorithm",
    sympy.Integral: "antiderivative",
    OverRange: "extremum at critical points and ends",
}
