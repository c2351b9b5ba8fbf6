r"""Covariances and correlations that no random quantities have together.

Owns: `misfit`.

| said | why |
| --- | --- |
| `\operatorname{Corr}(X, Y) = \operatorname{Corr}(Y, Z) = 0.9`, `\operatorname{Corr}(X, Z) = -0.9` | below 0 some sum |
| `\operatorname{Cov}(X, Y) = 3`, `\operatorname{Var}(X) = 2`, `\operatorname{SD}(Y) = 2` | `3^2 > 2 \cdot 2^2` |

Law: the variance of no sum is below 0: of quantities of which all variances and covariances are known, their matrix
has no negative eigenvalue; of those of which all correlations are known, theirs has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations

import sympy

from mathora.formula import Model, tree
from mathora.formula.tree.chance import measure_of
from mathora.formula.tree.rational import rational
from mathora.formula.unfolding.conventions import by_convention

_MOST = 5


def misfit(said: Iterable[tree.Node], model: Model) -> bool:
    """Whether numbers are said that no variances, covariances and correlations are together."""
    covariances, correlations = dict[frozenset[tree.Node], Fraction](), dict[frozenset[tree.Node], Fraction]()
    for one in said:
        match one:
            case tree.Relation((left, right), ("=",)) if (value := rational(right)) is not None:
                measure = by_convention(left, model) or left
            case _:
                continue
        kind = measure_of(measure, model)
        pair = frozenset(measure.arguments if isinstance(measure, tree.Application) else ())
        if kind in {"Var", "SD", "Cov"}:
            covariances[pair] = value**2 if kind == "SD" else value
        elif kind == "Corr" and len(pair) > 1:
            correlations |= {pair: value} | {frozenset([each]): Fraction(1) for each in pair}
    return _is_no_matrix(covariances) or _is_no_matrix(correlations)


def _is_no_matrix(known: dict[frozenset[tree.Node], Fraction]) -> bool:
    letters = [one for pair in known if len(pair) == 1 for one in pair][:_MOST]
    for some in (some for size in range(2, len(letters) + 1) for some in combinations(letters, size)):
        rows = [[known.get(frozenset([one, other])) for other in some] for one in some]
        numbers = [one for row in rows for one in row if one is not None]
        if len(numbers) == len(some) ** 2:
            matrix = sympy.Matrix(len(some), len(some), [sympy.Rational(*one.as_integer_ratio()) for one in numbers])
            if not matrix.is_positive_semidefinite:
                return True
    return False
