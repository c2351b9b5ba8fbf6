"""Maxima and minima over an interval, exactly.

Owns: `extremum`: the value (or place) of a maximum or minimum of a smooth function of one variable, of a quadratic
polynomial of several, or of a polynomial on a line or an ellipsoid.

Laws:
- An ellipsoid is compact and smooth: the extrema on it are where the gradients are parallel (Lagrange).
- On a compact interval a continuous function takes its extreme at an end or where its derivative is zero, so the
  largest of these values is the maximum. On an open or unbounded one the limits at the ends are compared too; if one of
  them wins there is no maximum, and the answer is the supremum only where the author wrote so. At a pole it is
  infinite.
"""

from __future__ import annotations

import sympy
from sympy import S

from mathora.formula.meaning.ranges import OverRange
from mathora.formula.meaning.types import Expr
from mathora.prove.balls.values import rising, value
from mathora.prove.goal.domain import Bounds, Domain
from mathora.prove.tactics.limits import one_sided
from mathora.prove.tactics.poles import poles_between


def extremum(part: Expr) -> Expr:  # noqa: C901, PLR0911 - one return for each reason
    """The value of an `OverRange`, or None. Its condition must describe one interval."""
    kind, body, variable, condition = part.args
    if isinstance(variable, sympy.Tuple):
        return _of_several(kind, body, tuple(variable), condition)
    if body.free_symbols - {variable} or body.has(sympy.floor, sympy.ceiling, sympy.Piecewise):
        return _of_parabola(kind.name, body, variable) if condition == S.true else None
    bounds = _bounds(condition, variable)
    if bounds is None:
        return None
    sign = 1 if kind.name.endswith(("max", "sup")) else -1
    if _is_unbounded(sign * body, variable, bounds):
        return None if kind.name.startswith("arg") else sign * S.Infinity
    places = _critical(body, variable, bounds)
    if places is None:
        return None
    values = [(place, sympy.nsimplify(body.xreplace({variable: place}))) for place in places]
    sides = zip(_ends(bounds), "+-", strict=True)
    ends = [_end_value(body, variable, end, side if is_open else "") for (end, is_open), side in sides]
    if None in ends:
        return None
    best: Expr = None
    for place, candidate in values + [end for end in ends if end is not None]:
        if best is None or _above(sign * candidate, sign * best[1]):
            best = (place, candidate)
    if best is None:
        return None
    if best[0] is None and kind.name in {"max", "min"} and best[1] not in (S.Infinity, S.NegativeInfinity):
        return S.NaN if body.is_rational_function(variable) else None  # an end that is not reached
    if best[0] is None:
        return None if kind.name.startswith("arg") else best[1]
    if kind.name.startswith("arg"):
        others = [place for place, candidate in values if candidate == best[1] and place != best[0]]
        return None if others else best[0]
    return best[1]


def _of_parabola(kind: str, body: Expr, variable: Expr) -> Expr:
    """The vertex of a polynomial of the second degree with parameters, where the sign of its first coefficient says
    that it is one.
    """
    if not body.is_polynomial(variable) or sympy.degree(body, variable) != 2:  # noqa: PLR2004 - a parabola
        return None
    lead, linear, rest = sympy.Poly(body, variable).all_coeffs()
    if not (lead.is_negative if kind.endswith(("max", "sup")) else lead.is_positive):
        return None
    return -linear / (2 * lead) if kind.startswith("arg") else sympy.expand(rest - linear**2 / (4 * lead))


def _of_several(kind: Expr, body: Expr, variables: tuple[Expr, ...], condition: Expr) -> Expr:
    if isinstance(condition, sympy.Eq):
        return _on_curve(kind, body, variables, condition.lhs - condition.rhs)
    return _of_quadratic(kind.name, body, variables) if condition == S.true else None


def _of_quadratic(kind: str, body: Expr, variables: tuple[Expr, ...]) -> Expr:
    """The least value of a quadratic polynomial whose matrix of second derivatives is positive semidefinite: the value
    where its gradient is zero (the greatest, of its opposite).
    """
    sign = -1 if kind.endswith(("max", "sup")) else 1
    if not body.is_polynomial(*variables) or sympy.Poly(body, *variables).total_degree() > 2:  # noqa: PLR2004
        return None
    if body.free_symbols - set(variables):
        return None
    second = sign * sympy.hessian(body, variables)
    places = sympy.linsolve([body.diff(one) for one in variables], *variables)
    if not second.is_positive_semidefinite or places is S.EmptySet:
        return None
    (place,) = places
    return sympy.expand(body.xreplace(dict(zip(variables, place, strict=True))))


def _on_curve(kind: Expr, body: Expr, names: tuple[Expr, ...], zero: Expr) -> Expr:
    """The extremum of a polynomial where another one, of the first or second degree, is zero."""
    if (body.free_symbols | zero.free_symbols) - set(names) or not all(p.is_polynomial(*names) for p in (body, zero)):
        return None
    degree = sympy.Poly(zero, *names).total_degree()
    if degree == 1:
        name = next(one for one in names if one in zero.free_symbols)
        rest = tuple(one for one in names if one != name)
        plain = sympy.expand(body.subs(name, sympy.solve(zero, name)[0]))
        over = OverRange(kind, plain, rest[0] if len(rest) == 1 else sympy.Tuple(*rest), S.true)
        return extremum(over) if rest else plain
    second = sympy.hessian(zero, names)
    if degree != 2 or not any((sign * second).is_positive_definite for sign in (1, -1)):  # noqa: PLR2004 - an ellipsoid
        return None
    factor = sympy.Dummy()
    slopes = [sympy.diff(body - factor * zero, one) for one in names]
    found = sympy.solve_poly_system([*slopes, zero], *names, factor) or []
    values = [body.xreplace(dict(zip(names, one, strict=False))) for one in found if all(part.is_real for part in one)]
    sign = 1 if kind.name.endswith(("max", "sup")) else -1
    best: Expr = None
    for one in values:
        best = one if best is None or _above(sign * one, sign * best) else best
    return best if best is None else sympy.nsimplify(sympy.simplify(best))


def _bounds(condition: Expr, variable: Expr) -> Bounds | None:
    """The interval that the condition describes; None unless it is nothing but one interval with points in it."""
    parts = condition.args if isinstance(condition, sympy.And) else (condition,)
    if condition == S.true:
        return Bounds()
    if not all(isinstance(part, (sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge)) and variable in part.args for part in parts):
        return None
    if any(part.free_symbols != {variable} for part in parts):
        return None
    bounds = Domain(tuple(parts)).bounds(variable)
    return bounds if (bounds.high - bounds.low).is_extended_positive else None


def _critical(body: Expr, variable: Expr, bounds: Bounds) -> list[Expr] | None:
    """Where the derivative is zero inside the bounds, and the closed ends."""
    inside = sympy.Interval(bounds.low, bounds.high, bounds.low_open, bounds.high_open)
    smooth = not body.has(sympy.Abs, sympy.sign, sympy.Max, sympy.Min)
    kinks: list[Expr] = []
    if not smooth:
        arguments = [part.args[0] for part in body.atoms(sympy.Abs)]
        if body.has(sympy.Max, sympy.Min, sympy.sign):
            return None
        for argument in arguments:
            zeros = sympy.solveset(argument, variable, inside)
            if not isinstance(zeros, sympy.FiniteSet) and zeros is not S.EmptySet:
                return None
            kinks += list(zeros)
        return None if body.diff(variable).has(sympy.DiracDelta) else _flat(body, variable, inside, kinks, bounds)
    return _flat(body, variable, inside, kinks, bounds)


def _flat(body: Expr, variable: Expr, inside: Expr, kinks: list[Expr], bounds: Bounds) -> list[Expr] | None:
    poles = sympy.calculus.singularities(body, variable, inside) if not body.is_polynomial(variable) else S.EmptySet
    if poles is not S.EmptySet:
        return None
    zeros = sympy.solveset(sympy.diff(body, variable), variable, inside)
    if zeros is not S.EmptySet and not isinstance(zeros, sympy.FiniteSet):
        return None
    ends = [end for end, is_open in _ends(bounds) if not is_open]
    return list(dict.fromkeys([*zeros, *kinks, *ends]))


def _ends(bounds: Bounds) -> tuple[tuple[Expr, bool], tuple[Expr, bool]]:
    return (bounds.low, bounds.low_open), (bounds.high, bounds.high_open)


def _is_unbounded(body: Expr, variable: Expr, bounds: Bounds) -> bool:
    """Whether a function grows beyond all bounds at one of its poles."""
    found = poles_between(body, variable, bounds.low, bounds.high)
    return any(one_sided(sympy.Limit(body, variable, place, side)) is S.Infinity for place in found for side in "+-")


def _end_value(body: Expr, variable: Expr, end: Expr, side: str) -> tuple[Expr, Expr] | None:
    """The value at a closed end, or the limit at an open one (which is no place) from the side where the range is."""
    if not side:
        return end, body.xreplace({variable: end})
    found = one_sided(sympy.Limit(body, variable, end, side))
    return None if found in {None, S.NaN} else (None, found)


def _above(one: Expr, other: Expr) -> bool:
    """Whether `one` is provably greater; at a tie the earlier (an attained value) stays."""
    if one == other or other is S.Infinity or one is S.NegativeInfinity:
        return False
    if one is S.Infinity or other is S.NegativeInfinity:
        return True
    return any(
        answer is True
        for answer in rising(
            lambda: (
                bool(value(one - other, {}).real > 0)
                if hasattr(value(one - other, {}), "real")
                else bool(value(one - other, {}) > 0)
            )
        )
    )
