"""Induction on a whole number.

Owns: `equal_by_induction` and `ordered_by_induction`.

Laws:
- The first case and the step are proved exactly; the number is declared whole, with a least value in the domain.
- A sum or product up to n + 1 is the one up to n with one more term; that is the only thing used of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.balls.values import compared, rising, value
from mathora.prove.goal.domain import Domain
from mathora.prove.goal.goal import Goal
from mathora.prove.tactics.series import grows

SEVERAL_STARTS = 4  # first cases that are looked at one by one before the step is asked to hold


def equal_by_induction(goal: Goal) -> bool:
    """Σ k = n(n+1)/2, Π (1 − 1/k) = 1/n: equal at the least n, and one more term on both sides is the same."""
    for number in _numbers(goal):
        for left, right in ((goal.left, goal.right), (goal.right, goal.left)):
            if isinstance(left, (sympy.Sum, sympy.Product)) and _same_growth(left, right, number, goal.where):
                return True
    return False


def _same_growth(series: Expr, closed: Expr, number: Expr, domain: Domain) -> bool:
    if len(series.limits) != 1 or closed.has(sympy.Sum, sympy.Product):
        return False
    term, (_, _, high) = series.args[0], series.limits[0]
    if not (high - number).is_Integer or term.has(number):
        return False
    return grows(series, closed, number, domain.bounds(number).low, defined=partial(_asked, domain, number))


def _asked(domain: Domain, number: Expr, place: Expr) -> bool:
    """Whether the domain does not exclude this number: 1/n is not asked for at 0."""
    return all(relation.subs(number, place) != S.false for relation in domain.relations)


def _numbers(goal: Goal) -> list[Expr]:
    return [symbol for symbol in goal.free if symbol.is_integer]


def ordered_by_induction(
    expression: Expr, domain: Domain, *, strictly: bool, proves: Callable[[Expr, Domain, bool], bool]
) -> bool:
    """2^n > n, n! ≥ 2^{n−1}, (1 + x)^n ≥ 1 + nx: D(n + 1) ≥ q D(n) with q ≥ 0, and the first D are not negative."""
    for number in sorted((one for one in expression.free_symbols if one.is_integer), key=str):
        start = domain.bounds(number).low
        if not start.is_Integer:
            continue
        grown = sympy.gammasimp(sympy.expand_func(expression.subs(number, number + 1)))
        for ratio in _ratios(expression, number):
            step = sympy.expand(sympy.expand(grown - ratio * expression, power_exp=True))
            step = sympy.factor(sympy.gammasimp(sympy.expand(step)))
            if _from_some_start(expression, step, ratio, number, int(start), domain, strictly, proves):
                return True
    return False


def _compared(relation: str, constant: Expr) -> bool | None:
    return compared(relation, value(constant, {}))


def _ratios(expression: Expr, number: Expr) -> list[Expr]:
    found = [S.One]
    found += [part.base for part in expression.atoms(sympy.Pow) if part.exp.has(number) and not part.base.has(number)]
    if expression.has(sympy.exp):
        found.append(S.Exp1)
    if expression.has(sympy.factorial):
        found.append(number + 1)
    return [ratio for ratio in dict.fromkeys(found) if ratio.is_nonnegative]


def _from_some_start(  # noqa: PLR0913, PLR0917 - one question
    expression: Expr,
    step: Expr,
    ratio: Expr,
    number: Expr,
    start: int,
    domain: Domain,
    strictly: bool,  # noqa: FBT001
    proves: Callable[[Expr, Domain, bool], bool],
) -> bool:
    relation = "StrictGreaterThan" if strictly else "GreaterThan"
    for first in range(start, start + SEVERAL_STARTS):
        begin = sympy.simplify(expression.subs(number, first))
        if begin.free_symbols:
            if not proves(begin, domain, strictly):
                return False
        elif not any(answer is True for answer in rising(partial(_compared, relation, begin))):
            return False
        later = sympy.Symbol(f"{number}_later", integer=True, nonnegative=True)
        change = {number: later + first}
        inner = Domain(tuple(one for one in domain.relations if number not in one.free_symbols))
        if strictly and not ratio.is_positive:
            return False
        if proves(step.subs(change), inner, False):  # noqa: FBT003
            return True
    return False
