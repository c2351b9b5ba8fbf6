"""Proving that an expression is positive, nonnegative or never zero on a domain.

Owns: `proves` and `never_zero`, and the tactics behind them, each a short function with its examples.

Laws:
- Exact: assumptions of the symbols, factors, sums of squares, Sturm's count of real roots, monotony from a sign of the
  derivative, and enclosures of whole intervals by balls. Points prove nothing here.
- The name of the tactic comes back, or "" where none applies.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.goal.domain import Bounds, Domain
from mathora.prove.goal.unresolved import KINDS
from mathora.prove.tactics import normal
from mathora.prove.tactics.combination import is_combination
from mathora.prove.tactics.continuity import continuous
from mathora.prove.tactics.induction import ordered_by_induction

_ORDERS = (sympy.Gt, sympy.Ge, sympy.Lt, sympy.Le)

DEEPEST = 3  # derivatives of derivatives looked at


def proves(expression: Expr, domain: Domain, *, strictly: bool, depth: int = 0) -> str:
    """The tactic that proves `expression > 0` (`strictly`) or `≥ 0` on the domain, or ""."""
    for name, tactic in _TACTICS:
        if _says_yes(tactic, expression, domain, strictly, depth):
            return name
    return ""


def _says_yes(tactic: _Tactic, expression: Expr, domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    try:
        return tactic(expression, domain, strictly, depth)
    except (RecursionError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - SymPy raises anything where an algorithm does not apply; no proof is no proof
        return False


def never_zero(expression: Expr, domain: Domain) -> str:
    """The tactic that proves that the expression has no zero in the domain, or ""."""
    if sympy.Ne(expression, 0) in domain.relations:
        return "the domain's relations"
    symbols = expression.free_symbols
    if len(symbols) != 1:
        return ""
    (symbol,) = symbols
    bounds = domain.bounds(symbol)
    inside = sympy.Interval(bounds.low, bounds.high, bounds.low_open, bounds.high_open)
    if not expression.is_polynomial(symbol):
        return ""
    zeros = sympy.solveset(expression, symbol, inside)
    return "the equation has no solution" if zeros is S.EmptySet else ""


def by_assumption(expression: Expr, _domain: Domain, strictly: bool, _depth: int) -> bool:  # noqa: FBT001
    """Known from the signs of its parts: x² + 1 > 0, e^x > 0."""
    known = expression.is_positive if strictly else expression.is_nonnegative
    return bool(known)


def by_bounded_functions(expression: Expr, _domain: Domain, strictly: bool, _depth: int) -> bool:  # noqa: FBT001
    """Sin and cos lie in [−1, 1]: 1 − sin x ≥ 0, 2 + cos x > 0 (linear in each)."""
    waves = sorted(expression.atoms(sympy.sin, sympy.cos, sympy.tanh, sympy.atan, sympy.erf), key=str)
    if not waves or len(waves) > 3:  # noqa: PLR2004 - 2³ corners
        return False
    names = [sympy.Dummy("u", real=True) for _ in waves]
    linear = expression.xreplace(dict(zip(waves, names, strict=True)))
    if any(
        not sympy.expand(linear).is_polynomial(name) or sympy.degree(sympy.expand(linear), name) > 1 for name in names
    ):
        return False
    corners: list[Expr] = [sympy.expand(linear)]
    for wave, name in zip(waves, names, strict=True):
        top = S.Pi / 2 if isinstance(wave, sympy.atan) else S.One
        corners = [corner.subs(name, sign * top) for corner in corners for sign in (1, -1)]
    open_ends = all(isinstance(wave, (sympy.tanh, sympy.atan, sympy.erf)) for wave in waves)
    if strictly and not open_ends:
        return all(corner.is_positive for corner in corners)
    if strictly:
        return all(corner.is_nonnegative for corner in corners) and any(corner.is_positive for corner in corners)
    return all(corner.is_nonnegative for corner in corners)


def by_factors(expression: Expr, domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """A product of factors of known sign: x² − 2x + 1 = (x − 1)² ≥ 0, x(1 − x) ≥ 0 on [0, 1]."""
    numerator, denominator = sympy.fraction(sympy.together(expression))
    factored = sympy.factor(numerator) / sympy.factor(denominator)
    factors = sympy.Mul.make_args(factored)
    if (len(factors) == 1 and not (factors[0].is_Pow and factors[0].base != expression)) or depth >= DEEPEST:
        return False
    sign = 1
    for factor in factors:
        base, exponent = factor.as_base_exp()
        if factor.is_number:
            sign *= 1 if factor.is_positive else -1
            continue
        if exponent.is_even and base.is_real:
            if strictly and not (proves(base, domain, strictly=True, depth=depth + 1) or never_zero(base, domain)):
                return False
            continue
        strict = strictly or exponent.is_negative
        if proves(base, domain, strictly=bool(strict), depth=depth + 1):
            continue
        if proves(-base, domain, strictly=bool(strict), depth=depth + 1) and exponent.is_integer:
            sign = -sign
            continue
        return False
    return sign > 0


def by_growth(expression: Expr, domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """u^v − 1 ≥ 0 where u ≥ 1 and v ≥ 0."""
    power = expression + 1
    if strictly or not power.is_Pow or depth >= DEEPEST + 1:
        return False
    base, exponent = power.as_base_exp()
    return bool(exponent.is_nonnegative) and bool(proves(base - 1, domain, strictly=False, depth=depth + 1))


def by_roots(expression: Expr, domain: Domain, strictly: bool, _depth: int) -> bool:  # noqa: FBT001, PLR0911
    """A polynomial in one variable without a sign change in its interval (Sturm): x² − x + 1 > 0."""
    symbols = expression.free_symbols
    if len(symbols) != 1:
        return False
    (symbol,) = symbols
    if not symbol.is_real or not expression.is_polynomial(symbol):
        return False
    polynomial = sympy.Poly(expression, symbol)
    if not polynomial.domain.is_QQ and not polynomial.domain.is_ZZ:
        return False
    bounds = domain.bounds(symbol)
    if not all(end.is_Rational or not end.is_finite for end in (bounds.low, bounds.high)):
        return False
    places = _between(polynomial.real_roots(multiple=False) if polynomial.degree() > 0 else [], bounds)
    if strictly and any(_allowed(root, bounds) for root, _ in places):
        return False
    if any(multiplicity % 2 and bounds.low < root < bounds.high for root, multiplicity in places):
        return False
    inner = _witness(polynomial, bounds)
    return inner is not None and bool(polynomial.eval(inner) > 0)


def _between(roots: list[Expr], bounds: Bounds) -> list[tuple[Expr, int]]:
    return [(root, count) for root, count in roots if bounds.low <= root <= bounds.high]


def _allowed(root: Expr, bounds: Bounds) -> bool:
    return not ((root == bounds.low and bounds.low_open) or (root == bounds.high and bounds.high_open))


def _witness(polynomial: Expr, bounds: Bounds) -> Expr:
    """A rational point of the open interval where the polynomial is not zero."""
    low = bounds.low if bounds.low.is_finite else (bounds.high - 1000 if bounds.high.is_finite else S(-1000))
    high = bounds.high if bounds.high.is_finite else low + 2000
    for part in range(1, 40):
        point = low + (high - low) * sympy.Rational(part, 41)
        if polynomial.eval(point) != 0:
            return point
    return None


def by_squares(expression: Expr, _domain: Domain, strictly: bool, _depth: int) -> bool:  # noqa: FBT001
    """A quadratic form plus a constant is a sum of squares: x² + y² − 2xy ≥ 0, x² + xy + y² ≥ 0.

    Completing the square one variable after the other (Lagrange); exact over the rationals.
    """
    symbols = sorted(expression.free_symbols, key=str)
    if not symbols or not all(symbol.is_real for symbol in symbols) or not expression.is_polynomial(*symbols):
        return False
    rest = sympy.expand(expression)
    for symbol in symbols:
        polynomial = sympy.Poly(rest, symbol)
        if polynomial.degree() > 2:  # noqa: PLR2004 - squares only
            return False
        square, linear, constant = (polynomial.coeff_monomial(symbol**power) for power in (2, 1, 0))
        if square == 0:
            if linear != 0:
                return False
            continue
        if not square.is_positive:
            return False
        rest = sympy.expand(constant - linear**2 / (4 * square))
    return bool(rest.is_positive if strictly else rest.is_nonnegative)


def by_substituted_squares(expression: Expr, _domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """Nonnegative variables are squares: (a + b)/2 ≥ √(ab) becomes (u − v)²/2 ≥ 0."""
    symbols = [symbol for symbol in sorted(expression.free_symbols, key=str) if symbol.is_nonnegative]
    roots = [part for part in expression.atoms(sympy.Pow) if part.exp.is_Rational and part.exp.q == 2]  # noqa: PLR2004
    if not symbols or not roots or depth >= DEEPEST:
        return False
    change = {
        symbol: sympy.Dummy(f"u{symbol}", positive=symbol.is_positive, nonnegative=True) ** 2 for symbol in symbols
    }
    expanded = sympy.powdenest(expression.xreplace(change), force=False)
    names = {one.base: sympy.Dummy("v", real=True) for one in change.values()}
    return any(
        tactic(sympy.expand(expanded.xreplace(names)), Domain(), strictly, DEEPEST)
        for tactic in (by_squares, by_assumption)
    )


def by_derivative(expression: Expr, domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """Monotone from a known end, or convex with a known minimum: ln x ≤ x − 1, e^x ≥ 1 + x, sin x ≤ x for x ≥ 0."""
    symbols = expression.free_symbols
    if len(symbols) != 1 or depth >= DEEPEST:
        return False
    (symbol,) = symbols
    if not symbol.is_real or symbol.is_integer:
        return False
    if expression.has(sympy.Abs, sympy.sign, sympy.floor, sympy.ceiling, sympy.Piecewise, sympy.Max, sympy.Min, *KINDS):
        return False
    bounds = domain.bounds(symbol)
    if not continuous(expression, symbol, Domain(bounds.relations(symbol))):
        return False
    slope = sympy.simplify(sympy.diff(expression, symbol))
    for anchor in _anchors(expression, slope, symbol, bounds):
        level = expression.subs(symbol, anchor)
        if not (level.is_positive if strictly else level.is_nonnegative):
            continue
        above = Domain((symbol >= anchor, *bounds.relations(symbol)))
        below = Domain((symbol <= anchor, *bounds.relations(symbol)))
        right = bounds.high == anchor or proves(slope, above, strictly=False, depth=depth + 1)
        left = bounds.low == anchor or proves(-slope, below, strictly=False, depth=depth + 1)
        if right and left:
            return True
    return False


def _anchors(expression: Expr, slope: Expr, symbol: Expr, bounds: Bounds) -> list[Expr]:
    """Where the least value may be: finite ends and 0, 1, and zeros of the slope, all inside the closed bounds."""
    found = [end for end in (bounds.low, bounds.high) if end.is_finite]
    zeros = sympy.solveset(slope, symbol, S.Reals) if not slope.is_number else S.EmptySet
    found += list(zeros) if isinstance(zeros, sympy.FiniteSet) else []
    found += [S.Zero, S.One]
    ordered = [anchor for anchor in dict.fromkeys(found) if anchor.is_real and bounds.low <= anchor <= bounds.high]
    return [anchor for anchor in ordered if expression.subs(symbol, anchor).is_finite][:4]


def by_cases(expression: Expr, domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """|u| is u where u ≥ 0 and −u where u ≤ 0: 1 − |r| > 0 on (−1, 1), |a + b| ≤ |a| + |b|; max and min by |a − b|."""
    expression = sympy.expand(normal.without_extremes(expression))
    sizes = sorted(expression.atoms(sympy.Abs), key=str)
    if not sizes or len(sizes) > 3:  # noqa: PLR2004 - 2³ cases
        return False
    for signs in product((1, -1), repeat=len(sizes)):
        change = {size: sign * size.args[0] for size, sign in zip(sizes, signs, strict=True)}
        relations = [sympy.Ge(sign * size.args[0], 0) for size, sign in zip(sizes, signs, strict=True)]
        if S.false in relations:
            continue
        if not proves(
            expression.xreplace(change), domain.with_relations(relations), strictly=strictly, depth=depth + 1
        ):
            return False
    return True


def by_sum_of_known(expression: Expr, domain: Domain, strictly: bool, _depth: int) -> bool:  # noqa: FBT001
    """A combination of relations of the domain with nonnegative factors: a + b ≥ 0 where a ≥ 0 and b ≥ 0."""
    strict = (sympy.Gt, sympy.Lt)
    known = [(one.gts - one.lts, isinstance(one, strict)) for one in domain.relations if isinstance(one, _ORDERS)]
    symbols = sorted(expression.free_symbols.union(*(one.free_symbols for one, _ in known)), key=str)
    known += [(one, bool(one.is_positive)) for one in symbols if one.is_nonnegative]
    return is_combination(expression, known, strictly=strictly)


def by_induction(expression: Expr, domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """On a whole number: 2^n > n, n! ≥ 2^{n−1}."""
    if depth > 0:
        return False
    return ordered_by_induction(
        expression,
        domain,
        strictly=strictly,
        proves=lambda *asked: bool(proves(asked[0], asked[1], strictly=asked[2], depth=1)),
    )


def by_discriminant(expression: Expr, _domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """A x² + b x + c ≥ 0 for all x where a ≥ 0 is not the zero polynomial and 4ac − b² ≥ 0: Cauchy and Schwarz.

    Where a > 0, by completing the square; where a = 0, as a limit of such places.
    """
    symbols = sorted(expression.free_symbols, key=str)
    if strictly or depth >= DEEPEST + 1 or len(symbols) < 2:  # noqa: PLR2004 - one variable is Sturm's
        return False
    if not all(symbol.is_real and not symbol.is_integer for symbol in symbols) or not expression.is_polynomial(
        *symbols
    ):
        return False
    for symbol in symbols:
        polynomial = sympy.Poly(expression, symbol)
        if polynomial.degree() != 2:  # noqa: PLR2004 - a quadratic
            continue
        a, b, c = polynomial.all_coeffs()
        free = Domain()
        rest = sympy.factor(4 * a * c - b**2)
        known = [part for part in (a, rest) if part != 0]
        return all(proves(part, free, strictly=False, depth=depth + 1) for part in known)
    return False


def by_amplitude(expression: Expr, _domain: Domain, strictly: bool, _depth: int) -> bool:  # noqa: FBT001
    """A wave a sin u + b cos u + c with c ≥ √(a² + b²): √2 − sin x − cos x ≥ 0."""
    angles = {wave.args[0] for wave in expression.atoms(sympy.sin, sympy.cos)}
    if len(angles) != 1:
        return False
    (angle,) = angles
    sine, cosine = sympy.Dummy("s"), sympy.Dummy("c")
    linear = sympy.expand(expression).xreplace({sympy.sin(angle): sine, sympy.cos(angle): cosine})
    if linear.free_symbols != {sine, cosine} or sympy.Poly(linear, sine, cosine).total_degree() != 1:
        return False
    polynomial = sympy.Poly(linear, sine, cosine)
    a, b, c = (polynomial.coeff_monomial(one) for one in (sine, cosine, 1))
    rest = sympy.simplify(c**2 - a**2 - b**2)
    return bool(c.is_nonnegative) and bool(rest.is_positive if strictly else rest.is_nonnegative)


def by_even_powers(expression: Expr, _domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """Only even powers: x⁴ + y⁴ − x² y² ≥ 0 as s² + t² − st with s = x², t = y²."""
    symbols = sorted(expression.free_symbols, key=str)
    if depth >= DEEPEST or not symbols or not expression.is_polynomial(*symbols):
        return False
    if not all(symbol.is_real for symbol in symbols):
        return False
    terms = sympy.Poly(expression, *symbols).as_dict()
    if any(power % 2 for powers in terms for power in powers):
        return False
    names = [sympy.Dummy(f"s{place}", nonnegative=True) for place in range(len(symbols))]
    halved = {tuple(power // 2 for power in powers): factor for powers, factor in terms.items()}
    inner = sympy.Poly.from_dict(halved, *names).as_expr()
    return bool(proves(inner, Domain(), strictly=strictly, depth=DEEPEST))


def by_squared_root(expression: Expr, domain: Domain, strictly: bool, depth: int) -> bool:  # noqa: FBT001
    """A root against the rest: p − q ≥ 0 with p ≥ 0 where p² − q² ≥ 0: √(a² + b²) √(c² + d²) ≥ ac + bd."""
    terms = sympy.Add.make_args(sympy.expand(expression))
    rooted = [term for term in terms if any(part.exp.is_Rational and part.exp.q == 2 for part in term.atoms(sympy.Pow))]  # noqa: PLR2004
    if depth >= DEEPEST or len(rooted) != 1 or not rooted[0].is_nonnegative:
        return False
    rest = expression - rooted[0]
    return bool(proves(sympy.expand(rooted[0] ** 2 - rest**2), domain, strictly=strictly, depth=depth + 1))


_Tactic = Callable[[Expr, Domain, bool, int], bool]

_TACTICS: tuple[tuple[str, _Tactic], ...] = (
    ("signs of the parts", by_assumption),
    ("bounds of sine and cosine", by_bounded_functions),
    ("Sturm's count of real roots", by_roots),
    ("a sum of squares", by_squares),
    ("growth of powers", by_growth),
    ("the domain's relations", by_sum_of_known),
    ("amplitude of a wave", by_amplitude),
    ("even powers", by_even_powers),
    ("signs of the factors", by_factors),
    ("cases by sign", by_cases),
    ("squares of nonnegative variables", by_substituted_squares),
    ("the discriminant", by_discriminant),
    ("squares of a root", by_squared_root),
    ("monotony", by_derivative),
    ("induction", by_induction),
)
