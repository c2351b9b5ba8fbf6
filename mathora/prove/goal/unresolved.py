"""The kinds of expression that stand for a number without being one yet: sums, products, limits, integrals, extrema."""

from __future__ import annotations

import sympy
from sympy import S

from mathora.formula.meaning.ranges import OverRange
from mathora.formula.meaning.types import Expr

KINDS = (sympy.Sum, sympy.Product, sympy.Limit, sympy.Integral, OverRange)


def linear(expression: Expr) -> Expr:
    """Finite sums taken apart by their terms, and constant factors before the signs of sums and integrals."""
    return expression.replace(lambda part: isinstance(part, (sympy.Sum, sympy.Integral)), _apart)


def _apart(part: Expr) -> Expr:
    bound = part.limits[0][0]
    if len(part.limits) != 1:
        return part
    finite = isinstance(part, sympy.Sum) and part.limits[0][-1] is not S.Infinity
    terms = sympy.Add.make_args(sympy.expand(part.args[0])) if finite else (part.args[0],)
    total = S.Zero
    for term in terms:
        constant, moving = term.as_independent(bound, as_Add=False)
        total += constant * part.func(moving, *part.limits)
    return total
