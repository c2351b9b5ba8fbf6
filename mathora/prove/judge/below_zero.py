r"""Squares that constraints say are below 0.

Owns: `square_below_zero`, `form_below_zero`.

| assumed | what follows |
| --- | --- |
| `\|u\| = \|v\| = 1`, `u \cdot v = 2` | `\|u\|^2 \|v\|^2 - (u \cdot v)^2 = -3`, which is a sum of squares |
| `\|u + v\| = 5`, `\|u\| = 1`, `\|v\| = 2` | the same, for `u \cdot v = 10` |
| `x^2 + y^2 = 1`, `xy = 1` | `(x - y)^2 = -1` |
| `\det A = -1`, `A = B^2` | `(\det B)^2 = -1` |
| `xy > 1`, `x^2 + y^2 < 1` | `-(x - y)^2 > 1`, as twice the one and the other say |
| `A^{-1} = B`, `\det B = 0` | nothing: `1 = 0` where B is put in |

Law: asked of real numbers only, and of as few unknowns as a basis of their equations can be worked out for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

import sympy

from mathora.formula import tree
from mathora.formula.meaning.types import Expr
from mathora.prove.judge.compare import Setting

_MOST_UNKNOWNS: Final = 8
_MOST_PAIRS: Final = 15
_TIMES: Final = tuple(map(sympy.Rational, ("1", "2", "1/2", "4", "1/4")))
_STRICT: Final = (sympy.StrictGreaterThan, sympy.StrictLessThan)
_FEW_UNKNOWNS: Final = 4  # of which the squares of sums are asked, too
_MOST_OF_ONE: Final = 9  # in a single equation, which is a basis itself: of a matrix of three rows


def square_below_zero(givens: Sequence[Expr], setting: Setting, said: Sequence[tree.Node]) -> bool:
    """Whether equations that are assumed say that a sum of squares of real numbers is below 0."""
    equations = _put_in(_without_roots(givens))
    if any(one.is_number and one.is_nonzero for one in equations):
        return True
    names = {part for one in said for _, part in tree.walk(one) if isinstance(part, tree.Symbol)}
    letters = sorted(set().union(*(one.free_symbols for one in equations)), key=str)
    most = _MOST_UNKNOWNS if len(equations) > 1 else _MOST_OF_ONE
    if not equations or len(letters) > most or not all(one.is_polynomial(*letters) for one in equations):
        return False
    squares = [*_squares(sorted(names, key=repr), setting, set(letters))]
    pairs = combinations(letters, 2) if len(letters) <= _FEW_UNKNOWNS else ()
    squares += [(one + sign * other) ** 2 for one, other in pairs for sign in (1, -1)]
    basis = sympy.groebner(equations, *letters, order="grevlex").exprs if squares else []
    return any(sympy.reduced(one, basis, *letters, order="grevlex")[1].is_negative for one in squares)


def form_below_zero(relations: Sequence[Expr], givens: Sequence[Expr]) -> bool:
    """Whether two orders together, each some times, are a form of second degree that is nowhere above 0."""
    orders = [one for one in relations if isinstance(one, (*_STRICT, sympy.GreaterThan, sympy.LessThan))]
    said = [_above(one) for one in orders] + [(sign * one, False) for one in givens for sign in (1, -1) if orders]
    said = [one for one in said if one[0].is_commutative and one[0].is_polynomial()]
    letters = sorted(set().union(*(one.free_symbols for one, _ in said)), key=str)
    if len(letters) > _MOST_UNKNOWNS or not all(one.is_real for one in letters):
        return False
    plain = [one for one in said if letters and sympy.Poly(one[0], *letters).total_degree() <= 2]  # noqa: PLR2004
    for (one, first), (other, second) in list(combinations(plain, 2))[:_MOST_PAIRS]:
        for times in _TIMES:
            above = sympy.Poly(one + times * other, *letters)
            if _is_nowhere_above(above, strict=first or second):
                return True
    return False


def _above(order: Expr) -> tuple[Expr, bool]:
    """What an order says is above 0, and whether it is not 0; of whole numbers it is at least 1 then."""
    above, strict = order.gts - order.lts, isinstance(order, _STRICT)
    return (above - 1, False) if strict and above.is_integer else (above, strict)


def _is_nowhere_above(form: sympy.Poly, *, strict: bool) -> bool:
    """Whether a form of second degree is below 0 everywhere; where it is `strict`, not above 0."""
    size = len(form.gens) + 1
    matrix = sympy.zeros(size, size)
    for powers, number in form.terms():
        at = [place for place, power in enumerate(powers) for _ in range(power)]
        row, column = [*at, size - 1, size - 1][:2]
        matrix[row, column] -= number / 2
        matrix[column, row] -= number / 2
    held = matrix if strict else matrix - sympy.diag(*[0] * (size - 1), sympy.Rational(1, 10**6))
    return not matrix.has(sympy.Float) and bool(held.is_positive_semidefinite)


def _without_roots(givens: Sequence[Expr]) -> list[Expr]:
    """Equations with a name for each root, and what that name squared is."""
    roots = sorted({one for given in givens for one in given.atoms(sympy.Pow) if one.exp == sympy.S.Half}, key=str)
    names = {one: sympy.Dummy(f"r_{one.base}") for one in roots}
    return [*(given.subs(names) for given in givens), *(name**2 - root.base for root, name in names.items())]


def _put_in(givens: Sequence[Expr]) -> list[Expr]:
    r"""What equations say of the others where one says what a name is, as `A_{11} = B_{11}^2 + \dots` does."""
    left, known = [*givens], 0
    while known < len(left):
        given = left[known]
        name = next((one for one in sorted(given.free_symbols, key=str) if _is_said(given, one)), None)
        if name is None:
            known += 1
        else:
            value = name - given * given.coeff(name)
            left = [one.subs(name, value) for one in left[:known] + left[known + 1 :]]
    return [one for one in map(_numerator, left) if one != 0]


def _is_said(given: Expr, name: Expr) -> bool:
    """Whether an equation is solved for a name."""
    return abs(given.coeff(name)) == 1 and name not in (given - given.coeff(name) * name).free_symbols


def _numerator(given: Expr) -> Expr:
    return given if given.is_polynomial() else sympy.fraction(sympy.cancel(sympy.together(given)))[0]


def _squares(names: Sequence[tree.Symbol], setting: Setting, letters: set[Expr]) -> Iterator[Expr]:
    """What is never below 0: the square of a determinant, and what the inequality of Cauchy and Schwarz is about."""
    known = [(name, setting.model.named(name)) for name in names]
    shaped = [name for name, one in known if one is not None and one.kind in {"matrix", "vector"} and one.shape]
    values = [setting.meaning(one).expression for one in shaped]
    arrays = [one for one in values if isinstance(one, sympy.MatrixBase) and one.free_symbols <= letters]
    yield from (one.det() ** 2 for one in arrays if one.is_square)
    for u, v in combinations((one for one in arrays if 1 in one.shape), 2):
        if u.shape == v.shape:
            yield u.dot(u) * v.dot(v) - u.dot(v) ** 2
