"""Where an expression is continuous and smooth: the obligation behind every rule of calculus.

Owns: `continuous` (no pole, jump or edge of a domain on a whole interval), `smooth_at` (the same near one point) and
`shown` (a sign on a whole domain).

Laws:
- Proved part by part: what stands in a denominator has no zero, what stands in a logarithm or under a root is positive,
  on the *whole* connected range. A relation that cuts a hole (`x ≠ 1`) is no help and is left out.
- A part of a kind that is not known here is not continuous. "No" means "not shown".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.formula.symbols.functions import SMOOTH, SYMBOLS
from mathora.prove.goal.domain import Domain

_SMOOTH = (*(getattr(sympy, SYMBOLS[name].sympy) for name in sorted(SMOOTH)), sympy.erfc)

Property = Callable[[Expr, str], bool]
"""`holds(expression, sign)`: whether it is "positive" or "nonzero" or "nonnegative" on the range."""


def continuous(expression: Expr, symbol: Expr, domain: Domain, *, smooth: bool = False) -> bool:
    """Whether the expression is continuous in the symbol on its whole interval, for all values of what else is free.

    `smooth`: it has a derivative there as well (so that neither |u| nor √u reaches u = 0).
    """
    connected = Domain(tuple(one for one in domain.relations if _connects(one, symbol)), domain.givens)
    return _regular(expression, {symbol}, lambda part, sign: shown(part, sign, connected), smooth=smooth)


def smooth_at(expression: Expr, symbol: Expr, place: Expr, domain: Domain) -> bool:
    """Whether the expression has all derivatives in the symbol near `place`, for all values of what else is free."""
    return _regular(expression, {symbol}, lambda part, sign: shown(part.subs(symbol, place), sign, domain), smooth=True)


def _connects(relation: Expr, symbol: Expr) -> bool:
    """Whether a relation leaves the symbol's range in one piece."""
    if symbol not in relation.free_symbols:
        return True
    if not isinstance(relation, (sympy.Lt, sympy.Le, sympy.Gt, sympy.Ge)):
        return False
    difference = sympy.expand(relation.lhs - relation.rhs)
    return bool(difference.is_polynomial(symbol)) and sympy.degree(difference, symbol) <= 1


def _regular(expression: Expr, moving: set[Expr], holds: Property, *, smooth: bool) -> bool:
    """Whether all parts that move are regular."""
    return all(
        obligation is not None and holds(*obligation)
        for part in sympy.preorder_traversal(expression)
        if part.free_symbols & moving
        for obligation in _obligations(part, smooth=smooth)
    )


def _obligations(part: Expr, *, smooth: bool) -> Iterator[tuple[Expr, str] | None]:  # noqa: C901, PLR0912
    """What has to hold for one part to be regular where its own parts are; None if nothing makes it so."""
    if part.is_Symbol or part.is_Add or part.is_Mul or isinstance(part, _SMOOTH):
        return
    if part.is_Pow:
        base, exponent = part.as_base_exp()
        if base is S.Exp1 or (base.is_number and base.is_positive):
            return
        if exponent.is_integer and exponent.is_nonnegative:
            return
        if exponent.is_integer:
            yield base, "nonzero"
        elif exponent.is_positive and not smooth:
            yield base, "nonnegative"
        else:
            yield base, "positive"
    elif isinstance(part, sympy.log):
        argument = part.args[0]
        if isinstance(argument, sympy.Abs):
            yield argument.args[0], "nonzero"
        else:
            yield argument, "positive"
    elif isinstance(part, (sympy.tan, sympy.sec)):
        yield sympy.cos(part.args[0]), "nonzero"
    elif isinstance(part, (sympy.cot, sympy.csc)):
        yield sympy.sin(part.args[0]), "nonzero"
    elif isinstance(part, sympy.sign):
        yield part.args[0], "nonzero"
    elif isinstance(part, sympy.Abs):
        if smooth:
            yield part.args[0], "nonzero"
    elif isinstance(part, (sympy.asin, sympy.acos)):
        for side in (1 - part.args[0], 1 + part.args[0]):
            yield side, "positive" if smooth else "nonnegative"
    elif isinstance(part, (sympy.gamma, sympy.factorial)):
        yield part.args[0] + (1 if isinstance(part, sympy.factorial) else 0), "positive"
    elif isinstance(part, (sympy.Max, sympy.Min)):
        if smooth:
            yield None
    elif getattr(type(part), "unknown", None) is not None:
        return
    else:
        yield None


def shown(part: Expr, sign: str, domain: Domain) -> bool:
    """Whether an expression is "positive", "nonnegative" or "nonzero" on the whole domain."""
    from mathora.prove.tactics.identities import positive_parts  # noqa: PLC0415 - they need each other
    from mathora.prove.tactics.positivity import never_zero, proves  # noqa: PLC0415

    part, domain = positive_parts(part, domain)
    if sign == "nonnegative":
        return bool(proves(part, domain, strictly=False))
    if proves(part, domain, strictly=True):
        return True
    if sign == "positive":
        return False
    if sympy.Ne(part, 0) in domain.relations or part.is_nonzero or _factors_known(part, domain):
        return True
    return bool(proves(-part, domain, strictly=True)) or bool(never_zero(part, domain))


def _factors_known(part: Expr, domain: Domain) -> bool:
    """A product of what the domain says is not zero."""
    factors = [factor.as_base_exp()[0] for factor in sympy.Mul.make_args(sympy.factor(part)) if not factor.is_number]
    known = {one.lhs - one.rhs for one in domain.relations if isinstance(one, (sympy.Ne, sympy.Gt, sympy.Lt))}
    signed = known | {-one for one in known}
    return len(factors) > 0 and all(factor in signed or factor.is_nonzero for factor in factors)
