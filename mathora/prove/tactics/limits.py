"""Limits, verified.

Owns: `limit_of`, the value of a limit, or None; `one_sided`, that of one without parameters.

Laws:
- Where nothing but the variable is free, SymPy's value (Gruntz' algorithm) must agree with balls near the target.
- Where parameters are free, only rules whose obligations are proved for *all* values of the parameters are used:
  continuity at the target, Taylor's first coefficient that is not zero (l'Hospital), leading terms with known signs.
- Infinity is a value too. What oscillates has none (`nan`).
"""

from __future__ import annotations

from functools import partial

import sympy
from sympy import S

from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.prove.balls.numbers import real, size
from mathora.prove.balls.values import rising, value
from mathora.prove.goal.domain import Domain
from mathora.prove.tactics import normal
from mathora.prove.tactics.continuity import shown, smooth_at
from mathora.prove.tactics.sides import beside

HIGHEST_COEFFICIENT = 4  # Taylor coefficients that are looked at before a quotient is given up

CLOSE = 1e-3
_JUMPING = (sympy.Piecewise, sympy.floor, sympy.ceiling)
"""Of these, parameters decide what is beside the target."""


def limit_of(part: Expr, domain: Domain) -> Expr:
    """The value of a `Limit`; from both sides it exists only if those from each side agree, else it is no number."""
    expression, symbol, target, side = part.args
    if expression.free_symbols - {symbol}:
        return _with_parameters(expression, symbol, target, str(side), domain)
    if str(side) != "+-":
        return one_sided(part)
    sides = [one_sided(sympy.Limit(expression, symbol, target, way)) for way in "-+"]
    if None in sides:
        return None
    return sides[0] if sides[0] == sides[1] or normal.rational(sides[0] - sides[1]) else S.NaN


# ── without parameters ────────────────────────────────────────────────────────────────────────────────────────────────


def one_sided(part: Expr) -> Expr:
    """A limit from one side: NaN if there is none; None where that is not decided, or values near it contradict."""
    expression, symbol, target, side = part.args
    expression = beside(expression, symbol, target, str(side))
    if target.free_symbols and expression.has(*_JUMPING):
        return None
    try:
        found = sympy.limit(expression, symbol, target, str(side))
    except NO_ANSWER:
        return None
    if isinstance(found, sympy.AccumBounds):
        return S.NaN
    if found.has(sympy.Limit, sympy.AccumBounds, S.NaN, S.ComplexInfinity):
        return None
    return found if _agrees(part, found) else None


def _agrees(part: Expr, found: Expr) -> bool:
    """Values near the target come near the limit: the nearest of three distances is the smallest (where balls can
    tell).
    """
    expression, symbol, target, side = part.args
    if not found.is_finite or not found.is_number:
        return True
    sign = -1 if str(side) == "-" else 1
    gaps = []
    for power in (2, 4, 6):
        near = sign * S(10) ** power if not target.is_finite else target + sign / S(10) ** power
        if target is S.NegativeInfinity:
            near = -(S(10) ** power)
        elif target is S.Infinity:
            near = S(10) ** power
        gap = next((real(size(gap)) for gap in rising(partial(_gap, expression, found, symbol, near))), None)
        if gap is None:
            return True
        gaps.append(gap)
    return bool(gaps[-1] < gaps[0]) or bool(gaps[-1].contains(0)) or not bool(gaps[-1] > CLOSE)


def _gap(expression: Expr, found: Expr, symbol: Expr, near: Expr) -> Expr:
    return value(expression, {symbol: value(near, {})}) - value(found, {})


# ── with parameters ───────────────────────────────────────────────────────────────────────────────────────────────────


def _with_parameters(expression: Expr, symbol: Expr, target: Expr, side: str, domain: Domain) -> Expr:
    """The limit by rules alone; the step towards the target is a symbol of its own that becomes 0."""
    if expression.has(*_JUMPING):
        return None
    if target in (S.Infinity, S.NegativeInfinity):
        ahead = expression.xreplace({symbol: sympy.Dummy("n", positive=True)})
        (new,) = ahead.free_symbols - expression.free_symbols or {symbol}
        if target is S.NegativeInfinity:
            ahead = ahead.subs(new, -new)
        found = _far(ahead, new, domain)
        if found is not None:
            return found
        step = sympy.Dummy("h", positive=True)
        return at_zero(ahead.subs(new, 1 / step), step, domain)
    step = sympy.Dummy("h", **({"real": True} if side == "+-" else {"positive": True}))
    return at_zero(expression.subs(symbol, target - step if side == "-" else target + step), step, domain)


def _far(expression: Expr, symbol: Expr, domain: Domain) -> Expr:
    """For n → ∞: rational functions by their leading terms; what falls like r^n with |r| < 1 is 0."""
    total = S.Zero
    for term in sympy.Add.make_args(sympy.expand_power_exp(expression)):
        found = S.Zero if _vanishes(term, symbol, domain) else _rational_far(term, symbol, domain)
        if found is None:
            return _rational_far(expression, symbol, domain)
        total += found
    return None if total is S.NaN else total


def _vanishes(term: Expr, symbol: Expr, domain: Domain) -> bool:
    """A rational function times r^n with |r| < 1, or times e^{−an} with a > 0."""
    rest, falling = S.One, False
    for factor in sympy.Mul.make_args(term):
        base, exponent = factor.base if factor.is_Pow else factor, factor.exp if factor.is_Pow else S.One
        if isinstance(factor, sympy.exp):
            base, exponent = S.Exp1, factor.args[0]
        if not exponent.has(symbol):
            rest *= factor
            continue
        if base.has(symbol) or not exponent.is_polynomial(symbol) or sympy.degree(exponent, symbol) != 1 or falling:
            return False
        rate = sympy.Poly(exponent, symbol).LC()
        if base is S.Exp1:
            falling = shown(-rate, "positive", domain)
        else:
            falling = rate.is_Integer and rate > 0 and shown(1 - base**2, "positive", domain)
        if not falling:
            return False
    return falling and rest.is_rational_function(symbol)


def _rational_far(expression: Expr, symbol: Expr, domain: Domain) -> Expr:
    if not expression.is_rational_function(symbol):
        return None
    above, below = (sympy.Poly(part, symbol) for part in sympy.fraction(sympy.cancel(sympy.together(expression))))
    if not shown(below.LC(), "nonzero", domain):
        return None
    if above.is_zero or above.degree() < below.degree():
        return S.Zero
    lead = above.LC() / below.LC()
    if above.degree() == below.degree():
        return lead
    if shown(lead, "positive", domain):
        return S.Infinity
    return S.NegativeInfinity if shown(-lead, "positive", domain) else None


def at_zero(expression: Expr, step: Expr, domain: Domain) -> Expr:  # noqa: PLR0911 - a rule each
    """The limit for step → 0 by continuity, by Taylor coefficients, or part by part; None where no rule applies."""
    if not expression.has(step):
        return expression
    if smooth_at(expression, step, S.Zero, domain):
        return expression.subs(step, 0)
    found = _quotient(expression, step, domain)
    if found is not None:
        return found
    if expression.is_Pow and expression.exp.has(step):
        if not (expression.base.has(step) or shown(expression.base, "positive", domain)):
            return None
        inner = at_zero(sympy.expand(expression.exp * sympy.log(expression.base)), step, domain)
        return None if inner is None else sympy.exp(inner)
    if not (expression.is_Add or expression.is_Mul or isinstance(expression, (sympy.exp, sympy.Pow, sympy.log))):
        return None
    parts = [at_zero(part, step, domain) for part in expression.args]
    if None in parts or not all(part.is_finite for part in parts):
        return None
    name = sympy.Dummy("u", real=True)
    if expression.is_Pow or isinstance(expression, sympy.log):
        outer = expression.func(name, *expression.args[1:])
        if not smooth_at(outer, name, parts[0], domain):
            return None
    return expression.func(*parts)


def _quotient(expression: Expr, step: Expr, domain: Domain) -> Expr:
    """N/D with D's first Taylor coefficient that is not zero at a place where N's come to be zero before it."""
    above, below = sympy.fraction(sympy.together(expression))
    if expression.is_rational_function(step):
        above, below = sympy.fraction(sympy.cancel(above / below))
    if not all(smooth_at(part, step, S.Zero, domain) for part in (above, below)):
        return None
    for _ in range(HIGHEST_COEFFICIENT):
        start, bottom = above.subs(step, 0), below.subs(step, 0)
        if not normal.zero(bottom):
            return start / bottom if shown(bottom, "nonzero", domain) else None
        if not normal.zero(start):
            return None
        above, below = sympy.diff(above, step), sympy.diff(below, step)
    return None
