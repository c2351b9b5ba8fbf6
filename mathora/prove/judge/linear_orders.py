r"""Orders and equations that no numbers obey, each product of letters and each value taken for a number of its own.

Owns: `no_numbers_obey`.

| assumed | what follows |
| --- | --- |
| `f(x) \le 2`, `f(x) \ge 3` | `0 \ge 1` |
| `f(0) \le 2`, `f(1) \le 2`, `f(0) + f(1) = 6` | the same, as their sum says |
| `x^2 + y^2 < 1`, `x^2 > 1` | `y^2 < 0`, and no square is |

Law: by linear programming with fractions: what is assumed, each so many times, comes to a number that it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import sympy
from sympy import S
from sympy.solvers.simplex import InfeasibleLPError, UnboundedLPError, lpmax

from mathora.formula.meaning.types import Expr

MOST: Final = 24  # facts, and terms, that are added up
_STRICT: Final = (sympy.StrictGreaterThan, sympy.StrictLessThan)


def no_numbers_obey(relations: Sequence[Expr], givens: Sequence[Expr]) -> bool:
    """Whether orders and what is 0 contradict each other as they stand."""
    orders = [one for one in relations if isinstance(one, (*_STRICT, sympy.GreaterThan, sympy.LessThan))]
    facts = [(one.gts - one.lts, isinstance(one, _STRICT)) for one in orders]
    facts += [(sign * one, False) for one in givens for sign in (1, -1) if orders]
    names: dict[Expr, Expr] = {}
    rows = [(row, strict) for one, strict in facts if (row := _linear(one, names)) is not None]
    for term, name in names.items():
        if term.is_nonnegative:
            rows.append((name, bool(term.is_positive)))
    if not rows or len(rows) > MOST or len(names) > MOST:
        return False
    gap = sympy.Dummy("gap")
    strict = any(one for _, one in rows)
    bounds = [row >= (gap if one else 0) for row, one in rows]
    if S.false in bounds:
        return True
    try:
        most, _ = lpmax(gap, [*(one for one in bounds if one != S.true), gap <= 1])
    except InfeasibleLPError:
        return True
    except UnboundedLPError:
        return False
    return strict and bool(most <= 0)


def _linear(above: Expr, names: dict[Expr, Expr]) -> Expr | None:
    """A sum of fractions times names for its terms; None where a factor is no fraction."""
    if not above.is_commutative or above.has(S.Infinity, S.NegativeInfinity, S.NaN):
        return None
    terms = sympy.expand(above).as_coefficients_dict()
    if not all(one.is_Rational for one in terms.values()) or not all(term.is_extended_real for term in terms):
        return None
    return sympy.Add(
        *(
            times * (S.One if term == 1 else names.setdefault(term, sympy.Dummy("t", real=True)))
            for term, times in terms.items()
        )
    )
