"""Whether a polynomial is a sum of known ones with nonnegative factors: a + 2b + 1 ≥ 0 where a ≥ 0 and b ≥ 0.

Owns: `is_combination`.

Law: at most three of at most eight known ones are combined, and factors are found exactly, by a linear system.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr

MOST_KNOWN, MOST_COMBINED = 8, 3

_Terms = Mapping[tuple[int, ...], Expr]  # the coefficients of a polynomial by monomial: the powers of each symbol


def is_combination(expression: Expr, known: Sequence[tuple[Expr, bool]], *, strictly: bool) -> bool:
    """Whether `expression > 0` (`strictly`) or `≥ 0` follows so from what is known: of each that it is not negative,
    and whether it is positive.
    """
    symbols = sorted(expression.free_symbols.union(*(one.free_symbols for one, _ in known)), key=str)
    if not known or len(known) > MOST_KNOWN or not expression.free_symbols or not expression.is_polynomial(*symbols):
        return False
    asked = sympy.Poly(expression, *symbols).as_dict()
    terms = [(sympy.Poly(one, *symbols).as_dict(), is_open) for one, is_open in known if one.is_polynomial(*symbols)]
    return any(
        _is_sum(asked, chosen, strictly)
        for count in range(1, min(MOST_COMBINED, len(terms)) + 1)
        for chosen in combinations(terms, count)
    )


def _is_sum(asked: _Terms, chosen: Sequence[tuple[_Terms, bool]], strictly: bool) -> bool:  # noqa: FBT001
    """Whether it is the sum of the chosen ones with factors, and of a constant that is not negative."""
    alone = (0,) * len(next(iter(asked)))  # the constant's monomial
    monomials = {monomial for one, _ in chosen for monomial in one}
    if not monomials >= asked.keys() - {alone}:
        return False
    factors = [sympy.Dummy() for _ in chosen]
    left = {monomial: asked.get(monomial, S.Zero) for monomial in monomials | {alone}}
    for factor, (one, _) in zip(factors, chosen, strict=True):
        for monomial, coefficient in one.items():
            left[monomial] -= factor * coefficient
    constant = left.pop(alone)
    ones = dict.fromkeys(factors, S.One)  # of a factor that is free
    for solution in sympy.linsolve([*left.values()], factors):
        values = [value.xreplace(ones) for value in solution]
        rest = constant.xreplace(dict(zip(factors, values, strict=True)))
        if any(not value.is_nonnegative for value in values) or rest.free_symbols:
            continue
        open_used = any(is_open and value.is_positive for value, (_, is_open) in zip(values, chosen, strict=True))
        if rest.is_positive or (rest.is_nonnegative and (open_used or not strictly)):
            return True
    return False
