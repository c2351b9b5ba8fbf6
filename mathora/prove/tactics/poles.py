"""Poles of functions of one variable, proved.

Law: g/h has a pole at p if h(p) = 0 and g(p) ≠ 0, exactly, and near p both are made of what is continuous and at most
as steep as a line: |g/h| is there at least a multiple of 1/|x − p|, whose integral is infinite. Some poles are found,
not all.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr

_LIPSCHITZ = (sympy.sin, sympy.cos, sympy.exp, sympy.Abs, sympy.sinh, sympy.cosh, sympy.atan)
_QUOTIENTS = (sympy.tan, sympy.cot, sympy.sec, sympy.csc)
MOST_PLACES = 60


def poles_between(body: Expr, variable: Expr, low: Expr, high: Expr) -> list[Expr]:
    """Places strictly between two numbers (or infinities) where a function without parameters has a pole."""
    if body.free_symbols != {variable} or not (high - low).is_extended_positive:
        return []
    above, below = sympy.fraction(sympy.together(body.rewrite(_QUOTIENTS, sympy.cos)))
    if not below.has(variable):
        return []
    if above.is_polynomial(variable) and below.is_polynomial(variable):
        above, below = sympy.fraction(sympy.cancel(above / below))
    found = [place for place in dict.fromkeys(_candidates(below, variable, low, high)) if low < place < high]
    return [place for place in found if _vanishes(below, variable, place) and _is_off_zero(above, variable, place)]


def _candidates(below: Expr, variable: Expr, low: Expr, high: Expr) -> Iterator[Expr]:
    for factor in sympy.Mul.make_args(below):
        base = factor.as_base_exp()[0]
        if base.is_polynomial(variable) and base.has(variable):
            yield from sympy.Poly(base, variable).real_roots()
    for step in (S.One, sympy.pi / 4):
        first = int(sympy.floor(low / step)) if low.is_finite else -MOST_PLACES // 2
        last = int(sympy.ceiling(high / step)) if high.is_finite else MOST_PLACES // 2
        yield from (step * place for place in range(first, min(last, first + MOST_PLACES) + 1))


def _vanishes(below: Expr, variable: Expr, place: Expr) -> bool:
    return _is_tame(below, variable, place) and sympy.simplify(below.subs(variable, place)) == 0


def _is_off_zero(above: Expr, variable: Expr, place: Expr) -> bool:
    return _is_tame(above, variable, place) and sympy.simplify(above.subs(variable, place)).is_zero is False


def _is_tame(body: Expr, variable: Expr, place: Expr) -> bool:
    """Whether a function is continuous near a place, and at most as steep as a line."""
    if not body.has(variable) or body == variable:
        return True
    if isinstance(body, sympy.log):
        known = body.args[0].subs(variable, place).is_positive
    elif isinstance(body, sympy.Pow):
        base, exponent = body.as_base_exp()
        powers = exponent.is_Rational and (exponent.is_Integer or base.subs(variable, place).is_positive)
        known = base is S.Exp1 or (powers and (exponent.is_positive or base.subs(variable, place).is_zero is False))
    else:
        known = isinstance(body, (sympy.Add, sympy.Mul, *_LIPSCHITZ))
    return bool(known) and all(_is_tame(one, variable, place) for one in body.args)
