"""Sums, products, limits, integrals and extrema replaced by their values.

Owns: `resolved`, which gives an expression without them and says how each was found, or leaves what it cannot find.

Laws:
- A value that SymPy finds is a hint: it is used only where `series`, `limits` or `integrals` verified it.
- Divergence is a value too: ±oo.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy
from sympy import S

from mathora.formula.meaning.ranges import OverRange
from mathora.formula.meaning.types import Expr
from mathora.prove.goal.domain import Domain
from mathora.prove.goal.unresolved import KINDS
from mathora.prove.tactics.extrema import extremum
from mathora.prove.tactics.identities import signed_symbols
from mathora.prove.tactics.integrals import definite
from mathora.prove.tactics.limits import limit_of
from mathora.prove.tactics.series import closed_form


@dataclass(frozen=True)
class Resolved:
    """An expression without unevaluated parts, as far as they could be found, and the methods that found them."""

    expression: Expr
    methods: tuple[str, ...] = ()
    conditions: tuple[Expr, ...] = ()


def resolved(expression: Expr, domain: Domain) -> Resolved:
    """The expression with each sum, limit, integral and extremum replaced by its value where one is found."""
    if not isinstance(expression, sympy.Basic) or not expression.has(*KINDS):
        return Resolved(expression)
    methods: list[str] = []
    for _ in range(8):
        found = [part for part in sympy.preorder_traversal(expression) if isinstance(part, KINDS)]
        innermost = next((part for part in reversed(found) if not part.args[0].has(*KINDS)), None)
        if innermost is None:
            break
        answer = _attempted(innermost, domain)
        if answer is None or answer == innermost:
            break
        methods.append(_METHODS[_kind(innermost)])
        expression = expression.xreplace({innermost: answer})
    return Resolved(expression, tuple(dict.fromkeys(methods)))


def _attempted(part: Expr, domain: Domain) -> Expr:
    change = signed_symbols(domain, part.free_symbols)
    back = {abs(new): new.xreplace({abs(new): old}) for old, new in change.items()}
    sharper = Domain(
        tuple(one for each in domain.relations if (one := each.xreplace(change)) != S.true),
        tuple(one.xreplace(change) for one in domain.givens),
    )
    try:
        found = _RESOLVERS[_kind(part)](part.xreplace(change), sharper)
        return None if found is None else found.xreplace(back)
    except (RecursionError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - SymPy raises anything where an algorithm does not apply
        return None


def _kind(part: Expr) -> type:
    return next(kind for kind in KINDS if isinstance(part, kind))


_RESOLVERS: dict[type, Callable[[Expr, Domain], Expr]] = {
    sympy.Sum: closed_form,
    sympy.Product: closed_form,
    sympy.Limit: limit_of,
    sympy.Integral: definite,
    OverRange: lambda part, _domain: extremum(part),
}
_METHODS: dict[type, str] = {
    sympy.Sum: "closed form of the sum",
    sympy.Product: "closed form of the product",
    sympy.Limit: "limit",
    sympy.Integral: "antiderivative",
    OverRange: "extremum at critical points and ends",
}
