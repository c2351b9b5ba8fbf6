"""Which case of a function holds beside a place.

Owns: `beside`: an expression without the cases whose conditions are decided on one side of a target.

Laws:
- A condition between rational functions is decided by the lowest terms of its difference in the step from the target:
  they outweigh all others where the step is small.
- A condition that this does not decide leaves its cases as they are: SymPy's own limit of cases takes the case that
  holds *at* the target.
"""

from __future__ import annotations

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr


def beside(expression: Expr, symbol: Expr, target: Expr, side: str) -> Expr:
    """The expression as it is near the target, on the side `"+"` (above it) or `"-"` (below it)."""
    if not expression.has(sympy.Piecewise):
        return expression
    step = sympy.Dummy("h", positive=True)
    if target.is_infinite:
        place = 1 / step if target is S.Infinity else -1 / step
    else:
        place = target - step if side == "-" else target + step

    def chosen(*cases: Expr) -> Expr:
        for body, condition in cases:
            holds = _holds(condition.subs(symbol, place), step)
            if holds is None:
                break
            if holds:
                return body
        return sympy.Piecewise(*cases)

    return expression.replace(sympy.Piecewise, chosen)


def _holds(condition: Expr, step: Expr) -> bool | None:
    """Whether a condition holds for all small steps; None where that is not decided."""
    match condition:
        case sympy.true | sympy.false:
            return bool(condition)
        case sympy.And() | sympy.Or():
            parts, decisive = [_holds(one, step) for one in condition.args], isinstance(condition, sympy.Or)
            return decisive if decisive in parts else None if None in parts else not decisive
        case sympy.Not():
            inner = _holds(condition.args[0], step)
            return None if inner is None else not inner
        case sympy.Rel():
            sign = _sign(condition.lhs - condition.rhs, step)
            return None if sign is None else bool(condition.func(sign, 0))
        case _:
            return None


def _sign(difference: Expr, step: Expr) -> int | None:
    """The sign of a rational function for all small positive steps."""
    if not difference.is_rational_function(step) or difference.free_symbols - {step}:
        return None
    above, below = (sympy.Poly(part, step) for part in sympy.fraction(sympy.cancel(difference)))
    signs = [sympy.sign(one.EC()) for one in (above, below)]
    return int(signs[0] * signs[1]) if all(one.is_Integer for one in signs) else None
