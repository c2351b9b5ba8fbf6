"""Sums and products, verified.

Owns: `closed_form`: the value of a finite or infinite sum or product, or None.

Laws:
- A closed form is a hint until it is verified: it has the right value at the first index and grows by one term (a
  telescoping difference). Where the number of terms may be negative or none, the value there is checked too.
- An infinite sum is the limit of a verified finite one, or one of the classical series, recognised by the ratio of its
  terms, with its condition for convergence proved.
- A sum is infinite only if its terms stay above a multiple of 1/k.
"""

from __future__ import annotations

from collections.abc import Callable

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.goal.domain import Domain
from mathora.prove.tactics import normal
from mathora.prove.tactics.continuity import shown
from mathora.prove.tactics.limits import limit_of

MOST_FIRST_TERMS = 24
"""First terms that are added one by one: before a classical series begins, or where a range is still empty."""


def closed_form(part: Expr, domain: Domain) -> Expr:
    """The value of a `Sum` or `Product` over one index."""
    if len(part.limits) != 1:
        return None
    index, low, high = part.limits[0]
    if high is S.Infinity and low.is_Integer:
        return _infinite(part, index, low, domain)
    if high.is_finite is False or low.has(S.Infinity):
        return None
    return _finite(part, domain)


# ── finite ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _finite(part: Expr, domain: Domain) -> Expr:
    _, low, high = part.limits[0]
    if low.is_Integer and high.is_Integer:
        return part.doit() if 0 <= high - low + 1 <= MOST_FIRST_TERMS * MOST_FIRST_TERMS else None
    number = next((one for one in high.free_symbols if (high - one).is_Integer and one.is_integer), None)
    if number is None:
        return None
    constant, moving = part.args[0].as_independent(part.limits[0][0], as_Add=False)
    if isinstance(part, sympy.Sum) and constant.has(number) and not moving.has(number):
        inner = _finite(part.func(moving, part.limits[0]), domain)
        return None if inner is None else constant * inner
    least = domain.bounds(number).low
    found = _binomial_sum(part) if least.is_nonnegative else None
    if found is not None:
        return found
    closed = _hint(part)
    return closed if closed is not None and grows(part, closed, number, least) else None


def _hint(part: Expr) -> Expr:
    found = part.doit()
    if isinstance(found, sympy.Piecewise):
        found = found.args[-1][0]
    return None if found.has(sympy.Sum, sympy.Product, sympy.Piecewise, S.NaN) else found


def grows(
    part: Expr, closed: Expr, number: Expr, least: Expr, *, defined: Callable[[Expr], bool] | None = None
) -> bool:
    """Whether a closed form is the sum (or product) for every whole `number` from `least` on.

    `defined` says at which numbers the comparison is asked for at all (a closed form 1 − 1/n is not at 0).
    """
    term, (index, low, high) = part.args[0], part.limits[0]
    shift = high - number
    if not (least.is_Integer and low.is_Integer and shift.is_Integer) or term.has(number):
        return False
    first = max(least, low - 1 - shift)
    if first - least > MOST_FIRST_TERMS or first + shift - low > MOST_FIRST_TERMS:
        return False
    product = isinstance(part, sympy.Product)
    for place in range(int(least), int(first) + 1):
        if defined is not None and not defined(sympy.Integer(place)):
            continue
        if not normal.zero(sympy.simplify(_written_out(part, place + shift) - closed.subs(number, place))):
            return False
    added, grown = term.subs(index, high + 1), closed.subs(number, number + 1)
    return normal.zero(sympy.expand_power_exp(closed * added - grown if product else closed + added - grown))


def _written_out(part: Expr, last: Expr) -> Expr:
    term, (index, low, _) = part.args[0], part.limits[0]
    terms = [term.subs(index, place) for place in range(int(low), int(last) + 1)]
    return (sympy.Mul if isinstance(part, sympy.Product) else sympy.Add)(*terms)


def _binomial_sum(part: Expr) -> Expr:
    """The binomial theorem: Σ binom(n, k) a u^k over k = 0…n is a (1 + u)^n, for n ≥ 0."""
    if not isinstance(part, sympy.Sum) or not part.args[0].has(sympy.binomial):
        return None
    term, (index, low, high) = part.args[0], part.limits[0]
    if not high.is_Symbol:
        return None
    weight = sympy.powsimp(sympy.expand_power_exp(term / sympy.binomial(high, index)))
    if low != 0 or weight.has(sympy.binomial):
        return None
    ratio = sympy.simplify(weight.subs(index, index + 1) / weight)
    if ratio.has(index):
        return None
    start = weight.subs(index, 0)
    above, below = sympy.fraction(sympy.together(1 + ratio))
    return start * above**high * below ** (-high)


# ── infinite ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _infinite(part: Expr, index: Expr, low: Expr, domain: Domain) -> Expr:
    term = part.args[0]
    if isinstance(part, sympy.Sum):
        plain = sympy.Dummy("k", integer=True)
        shifted = sympy.powsimp(sympy.expand_power_base(term.xreplace({index: plain}).subs(plain, plain + low)))
        for rule in (_geometric, _rational, _exponential, _classical):
            found = rule(shifted, plain, domain)
            if found is not None:
                return found
    return _by_partial_sums(part, index, low, domain)


def _by_partial_sums(part: Expr, index: Expr, low: Expr, domain: Domain) -> Expr:
    """The limit of a verified closed form of the first n terms."""
    number = sympy.Dummy("n", integer=True, positive=True)
    finite = part.func(part.args[0], (index, low, low + number - 1))
    closed = _hint(finite)
    if closed is None or not grows(finite, closed, number, S.One):
        return None
    return limit_of(sympy.Limit(closed, number, S.Infinity, "-"), domain)


def _ratio(term: Expr, k: Expr) -> Expr:
    """t(k + 1)/t(k) as a rational function of k; None if it is none."""
    found = sympy.hypersimp(term, k)
    return None if found is None else sympy.factor(found)


def _geometric(term: Expr, k: Expr, domain: Domain) -> Expr:  # noqa: PLR0911 - one return for each reason
    """Σ p(k) r^k with |r| < 1, p a polynomial: by the antidifference q(k) r^k with q of p's degree."""
    ratio = _ratio(term, k)
    if ratio is None:
        return None
    above, below = (sympy.Poly(part, k) for part in sympy.fraction(ratio))
    if above.degree() != below.degree():
        return None
    rate = above.LC() / below.LC()
    weight = sympy.simplify(term / rate**k)
    if not weight.is_polynomial(k) or rate in (S.One, S.Zero):
        return None
    if not shown(1 - rate**2, "positive", domain):
        if rate.is_number and weight.is_number and rate.is_real and rate <= -1:
            return S.NaN
        return S.Infinity if rate.is_number and rate > 1 and _eventually(weight, k) else None
    names = sympy.symbols(f"q0:{sympy.degree(weight, k) + 1}") if weight.has(k) else sympy.symbols("q0:1")
    guess = sum(name * k**power for power, name in enumerate(names))
    step = sympy.expand(guess.subs(k, k + 1) * rate - guess - weight)
    solved = sympy.solve(sympy.Poly(step, k).coeffs(), names, dict=True)
    if not solved:
        return None
    return -guess.subs(solved[0]).subs(k, 0)


def _eventually(weight: Expr, k: Expr) -> bool:
    return bool(sympy.Poly(weight, k).LC().is_positive)


def _rational(term: Expr, k: Expr, domain: Domain) -> Expr:  # noqa: PLR0911 - one return for each reason
    """Rational terms, with or without a change of sign, whose poles are whole or half numbers."""
    sign = 1
    if not term.is_rational_function(k):
        term, sign = sympy.simplify(term * S.NegativeOne**k), -1
        if not term.is_rational_function(k):
            return None
    above, below = (sympy.Poly(part, k) for part in sympy.fraction(sympy.cancel(sympy.together(term))))
    if any(coefficient.free_symbols for coefficient in below.coeffs()):
        return None
    if any(root.is_integer and root >= 0 for root in sympy.roots(below)) if below.degree() else False:
        return S.NaN
    falls = below.degree() - above.degree()
    if sign == 1 and falls <= 1:
        lead = above.LC() / below.LC()
        if shown(lead, "positive", domain):
            return S.Infinity
        return S.NegativeInfinity if shown(-lead, "positive", domain) else None
    if sign == -1 and falls <= 0:
        return S.NaN if not above.is_zero else S.Zero
    total = S.Zero
    for piece in sympy.Add.make_args(sympy.apart(above / below, k)):
        found = _one_pole(piece, k, sign)
        if found is None:
            return None
        total += found
    return sympy.expand(total)


def _one_pole(piece: Expr, k: Expr, sign: int) -> Expr:
    """Σ sign^k c/(k + a)^s by the zeta function at whole numbers and the digamma function at whole and half ones.

    For s = 1 the common divergent part (the harmonic sum) is left out; over all pieces it cancels.
    """
    above, below = sympy.fraction(sympy.together(piece))
    polynomial = sympy.Poly(below, k)
    roots = sympy.roots(polynomial)
    if above.has(k) or len(roots) != 1:
        return None
    ((root, power),) = roots.items()
    place, factor = -root, above / polynomial.LC()
    if power != polynomial.degree() or not (2 * place).is_integer or not place > 0 or place > MOST_FIRST_TERMS:
        return None
    if sign == 1:
        return factor * (-_digamma(place) if power == 1 else _hurwitz(power, place))
    if power == 1:
        return factor * (_digamma((place + 1) / 2) - _digamma(place / 2)) / 2 if place.is_integer else None
    if not place.is_integer:
        return None
    return factor * (_hurwitz(power, place / 2) - _hurwitz(power, (place + 1) / 2)) / 2**power


def _digamma(place: Expr) -> Expr:
    """ψ(m) + γ = H_{m−1}; ψ(m + 1/2) + γ = −2 ln 2 + Σ_{j ≤ m} 2/(2j − 1)."""
    if place.is_integer:
        return sum((S.One / j for j in range(1, int(place))), S.Zero)
    return -2 * sympy.log(2) + sum((S(2) / (2 * j - 1) for j in range(1, int(place - S.Half) + 1)), S.Zero)


def _hurwitz(power: int, place: Expr) -> Expr:
    """Σ 1/(k + a)^s, k ≥ 0, for whole and half a > 0."""
    whole = sympy.zeta(power)
    if place.is_integer:
        return whole - sum((S.One / S(j) ** power for j in range(1, int(place))), S.Zero)
    odd = (1 - S.Half**power) * whole
    return 2**power * (odd - sum((S.One / S(j) ** power for j in range(1, int(2 * place), 2)), S.Zero))


def _exponential(term: Expr, k: Expr, _domain: Domain) -> Expr:
    """Σ p(k) z^k/(k + a)!: a polynomial in falling factorials of k + a, and the exponential series."""
    ratio = _ratio(term, k)
    if ratio is None:
        return None
    above, below = (sympy.Poly(part, k) for part in sympy.fraction(ratio))
    if below.degree() != above.degree() + 1:
        return None
    rate = above.LC() / below.LC()
    for shift in range(4):
        weight = sympy.simplify(sympy.gammasimp(term * sympy.factorial(k + shift) / rate**k))
        if weight.is_polynomial(k):
            return _against_exponential(weight.subs(k, k - shift), k, rate, shift)
    return None


def _against_exponential(weight: Expr, k: Expr, rate: Expr, shift: int) -> Expr:
    """Σ_{j ≥ shift} w(j) z^{j − shift}/j!, with w in falling factorials: Σ j(j−1)…(j−m+1) z^j/j! = z^m e^z."""
    if shift and not rate.is_nonzero:
        return None
    whole, rest = S.Zero, sympy.Poly(weight, k)
    for power in range(rest.degree(), -1, -1):
        factor = rest.coeff_monomial(k**power)
        whole += factor * rate**power
        rest = sympy.Poly(rest - factor * sympy.Poly(sympy.expand(sympy.ff(k, power)), k), k)
    first = sum((weight.subs(k, j) * rate**j / sympy.factorial(j) for j in range(shift)), S.Zero)
    return sympy.expand((whole * sympy.exp(rate) - first) / rate**shift)


def _classical(term: Expr, k: Expr, domain: Domain) -> Expr:
    """The series of cosine, sine, logarithm and arctangent, by the ratio of their terms."""
    ratio = _ratio(term, k)
    if ratio is None:
        return None
    start = term.subs(k, 0)
    for shape, series in _SERIES:
        rate = sympy.simplify(ratio / shape(k))
        if not rate.has(k):
            return series(start, rate, domain)
    return None


def _root_of(rate: Expr) -> tuple[Expr, bool] | None:
    """X and whether it is real, for a rate that is x² or −x²."""
    for sign in (1, -1):
        root = sympy.sqrt(sign * rate)
        if root.is_real:
            return root.args[0] if isinstance(root, sympy.Abs) else root, sign == 1
    return None


def _even(start: Expr, rate: Expr, _domain: Domain) -> Expr:
    found = _root_of(rate)
    return None if found is None else start * (sympy.cosh if found[1] else sympy.cos)(found[0])


def _odd(start: Expr, rate: Expr, _domain: Domain) -> Expr:
    found = _root_of(rate)
    if found is None or (found[0].free_symbols and sympy.cancel(start / found[0]).has(found[0])):
        return None
    return sympy.cancel(start / found[0]) * (sympy.sinh if found[1] else sympy.sin)(found[0])


def _log(start: Expr, rate: Expr, domain: Domain) -> Expr:
    if rate != -1 and not shown(1 - rate**2, "positive", domain):
        return None
    over = sympy.cancel(start / rate)
    return None if over.has(*rate.free_symbols) and rate.free_symbols else -over * sympy.log(1 - rate)


def _arctan(start: Expr, rate: Expr, domain: Domain) -> Expr:
    found = _root_of(rate)
    if found is None or found[1] or not shown(1 - found[0] ** 2, "nonnegative", domain):
        return None
    over = sympy.cancel(start / found[0])
    return None if over.free_symbols & found[0].free_symbols else over * sympy.atan(found[0])


_SERIES: tuple[tuple[Callable[[Expr], Expr], Callable[[Expr, Expr, Domain], Expr]], ...] = (
    (lambda k: 1 / ((2 * k + 1) * (2 * k + 2)), _even),
    (lambda k: 1 / ((2 * k + 2) * (2 * k + 3)), _odd),
    (lambda k: (k + 1) / (k + 2), _log),
    (lambda k: (2 * k + 1) / (2 * k + 3), _arctan),
)
