"""Deciding an equality of two numbers: an ordered tuple of named tactics.

Owns: `TACTICS` for `=` and `decide_equality`, which runs them.

Laws:
- Each tactic proves or says nothing; a tactic never refutes because a simplification failed. Refutation is balls'
  alone.
- Before any tactic may prove, the points have been asked; a tactic's proof of what a point refutes cannot come out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr
from mathora.prove.balls.numbers import is_zero, size
from mathora.prove.balls.values import compared, rising, value
from mathora.prove.goal.domain import Domain, at, points
from mathora.prove.goal.goal import Goal, Outcome
from mathora.prove.goal.unresolved import KINDS
from mathora.prove.tactics import normal
from mathora.prove.tactics.continuity import continuous
from mathora.prove.tactics.refute import counterexample

Tactic = Callable[[Goal], bool]


def same(goal: Goal) -> bool:
    """Both sides are the same expression: 3 · 1000 = 3000, d/dx x² = 2x."""
    return bool(goal.left == goal.right)


def polynomial(goal: Goal) -> bool:
    """Equal as rational functions: (x² − 1)/(x − 1) = x + 1."""
    return normal.rational(goal.difference)


def trigonometric(goal: Goal) -> bool:
    """Equal after exponentials: sin²θ + cos²θ = 1, e^{2x} = (e^x)²."""
    return normal.exponential(goal.difference)


def logarithmic(goal: Goal) -> bool:
    """Equal after logarithms and roots of products are taken apart: ln(ab) = ln a + ln b."""
    return is_real(goal) and normal.logarithmic(goal.difference)


def by_signs(goal: Goal) -> bool:
    """Equal in each combination of signs: √(x²) = |x|, max(a, b) + min(a, b) = a + b."""
    if not is_real(goal):
        return False
    cases = normal.sign_cases(goal.difference, frozenset(_nonzero(goal)))
    return bool(cases) and all(normal.rational(case) or normal.exponential(case) for case in cases)


def _nonzero(goal: Goal) -> Iterator[Expr]:
    """What the domain says is not zero, as it stands and with the other sign."""
    for relation in goal.where.relations:
        if isinstance(relation, (sympy.Ne, sympy.Gt, sympy.Lt)):
            yield from (relation.lhs - relation.rhs, relation.rhs - relation.lhs)


def by_conjugates(goal: Goal) -> bool:
    """Equal after |z|² is written z z̄ and Re z (z + z̄)/2: |z|² = z z̄ for complex z."""
    difference = goal.difference
    if not difference.has(sympy.conjugate, sympy.re, sympy.im):
        return False
    whole = sympy.conjugate
    difference = difference.replace(sympy.re, lambda z: (z + whole(z)) / 2)
    difference = difference.replace(sympy.im, lambda z: (z - whole(z)) / (2 * S.ImaginaryUnit))
    opened = difference.replace(
        lambda part: isinstance(part, sympy.Abs), lambda part: sympy.sqrt(part.args[0] * sympy.conjugate(part.args[0]))
    )
    return normal.rational(opened)


def by_branches(goal: Goal) -> bool:
    """Equal in each case of a case distinction: |x| is x where x ≥ 0, and −x where x < 0."""
    found = sorted(goal.difference.atoms(sympy.Piecewise), key=str)
    if not found:
        return False
    before: list[Expr] = []
    for branch, condition in found[0].args:
        where = goal.domain.with_relations([condition, *(sympy.Not(one) for one in before)])
        inner = replace(
            goal.between(goal.left.xreplace({found[0]: branch}), goal.right.xreplace({found[0]: branch})), domain=where
        )
        sharper = positive_where_known(inner)
        if S.false not in where.relations and not any(tactic(sharper) for _, tactic in TACTICS[:-1]):
            return False
        before.append(condition)
    return True


def constant_angle(goal: Goal) -> bool:
    """A real constant d with |d| < 3 and sin d = 0 exactly is 0: 4 arctan 1/5 − arctan 1/239 = π/4 (Machin)."""
    difference = goal.difference
    if difference.free_symbols or not difference.has(sympy.asin, sympy.acos, sympy.atan):
        return False
    small = any(
        answer is True for answer in rising(lambda: compared("StrictLessThan", size(value(difference, {})) - 3))
    )
    sine = sympy.expand(sympy.sin(difference), trig=True)
    return small and (sympy.expand(sine) == 0 or (sine.is_algebraic and algebraic(Goal(sine, "=", S.Zero))))


def by_gamma(goal: Goal) -> bool:
    """Equal after factorials and binomials are written as gamma functions: n! = n (n − 1)!."""
    difference = goal.difference
    if not difference.has(sympy.factorial, sympy.binomial, sympy.gamma, sympy.factorial2):
        return False
    return normal.rational(sympy.gammasimp(difference)) or normal.rational(sympy.combsimp(difference))


def algebraic(goal: Goal) -> bool:
    """A constant whose minimal polynomial is x: √(3 + 2√2) = 1 + √2."""
    difference = goal.difference
    if difference.free_symbols or not difference.is_algebraic:
        return False
    unknown = sympy.Dummy("x")
    return bool(sympy.minimal_polynomial(difference, unknown) == unknown)


def constant_by_derivative(goal: Goal) -> bool:
    """Zero derivative on an interval where both sides are smooth, and equal at one exact point:
    arctan x + arctan(1/x) = π/2 for x > 0.
    """
    difference = goal.difference
    if (
        len(goal.free) != 1
        or difference.has(*KINDS)
        or difference.has(sympy.Abs, sympy.sign, sympy.floor, sympy.ceiling, sympy.Piecewise)
    ):
        return False
    (symbol,) = goal.free
    if not symbol.is_real or symbol.is_integer:
        return False
    bounds = goal.where.bounds(symbol)
    whole, inner = (Domain(one.relations(symbol)) for one in (bounds, bounds.opened()))
    if not continuous(difference, symbol, whole) or not continuous(difference, symbol, inner, smooth=True):
        return False
    slope = sympy.diff(difference, symbol)
    if not (normal.rational(slope) or normal.exponential(slope) or normal.logarithmic(slope)):
        return False
    return any(_exactly_zero(difference, point) for point in points((symbol,), goal.where, most=8))


def _exactly_zero(difference: Expr, assignment: dict[Expr, Expr]) -> bool:
    constant = difference.subs(assignment)
    if constant == 0 or any(answer is True for answer in rising(lambda: is_zero(value(difference, at(assignment))))):
        return True
    return bool(constant.is_algebraic) and algebraic(Goal(constant, "=", S.Zero))


def from_constraints(goal: Goal) -> bool:
    """In the ideal of what is given: with a² + b² = c², c² − b² = a² (Gröbner basis, Buchberger 1965)."""
    givens = _that_tell([sympy.fraction(sympy.together(given))[0] for given in goal.where.givens], goal.difference)
    if not givens:
        return False
    numerator = sympy.expand(sympy.fraction(sympy.together(goal.difference))[0])
    symbols = sorted(numerator.free_symbols.union(*(given.free_symbols for given in givens)), key=str)
    if not symbols or not all(part.is_polynomial(*symbols) for part in (numerator, *givens)):
        return False
    basis = sympy.groebner(givens, *symbols, order="grevlex")
    return basis.exprs != [S.One] and bool(basis.contains(numerator))


def _that_tell(givens: list[Expr], of: Expr) -> list[Expr]:
    """Without those that have a name of their own: they say what that is, and nothing of what is asked."""
    for given in givens:
        others = [one for one in givens if one is not given]
        if given.free_symbols - of.free_symbols.union(*(one.free_symbols for one in others)):
            return _that_tell(others, of)
    return givens


MOST_UNKNOWNS = 8  # of equations of which a Gröbner basis is asked for


def contradictory(givens: Iterable[Expr]) -> bool:
    """Whether constraints visibly have no solution: c = 2 and c = 3 (1 is in their ideal)."""
    numerators = [sympy.fraction(sympy.together(given))[0] for given in givens]
    if any(one.is_number and one.is_zero is False for one in numerators):
        return True
    if known := {name: -one.subs(name, 0) / one.coeff(name) for one in numerators for name in _only(one)}:
        return contradictory(given.subs(known) for given in numerators if not given.subs(known).is_zero)
    symbols = sorted(set().union(*(one.free_symbols for one in numerators)), key=str)
    if not symbols or not all(one.is_polynomial(*symbols) for one in numerators):
        return False
    if len(symbols) > MOST_UNKNOWNS:  # then only their sums: a basis of A^3 = -I, of three rows, takes hours
        return _sums_contradict([dict(sympy.Poly(one, *symbols).terms()) for one in numerators])
    return bool(sympy.groebner(numerators, *symbols, order="grevlex").exprs == [S.One])


def _sums_contradict(rows: list[dict[tuple[int, ...], Expr]]) -> bool:
    """Whether a sum of multiples of polynomials, their coefficients by powers, is a number other than 0."""
    if not all(number.is_Rational for row in rows for number in row.values()):
        return False
    left = [{power: Fraction(int(one.p), int(one.q)) for power, one in row.items()} for row in rows]
    while left:
        row = left.pop()
        power = next((one for one in row if any(one)), None)
        if power is None:
            if any(row.values()):
                return True
            continue
        for other in left:
            times = other.get(power, Fraction(0)) / row[power]
            for one, number in row.items() if times else ():
                other[one] = other.get(one, Fraction(0)) - times * number
                if not other[one]:
                    del other[one]
    return False


def _only(given: Expr) -> Iterable[Expr]:
    """The name whose number an equation says, as `2x - 3 = 0` does."""
    names = given.free_symbols
    return names if len(names) == 1 and given.is_polynomial(*names) and sympy.degree(given, *names) == 1 else ()


def simplified(goal: Goal) -> bool:
    """SymPy's general simplification reaches zero exactly; it may not evaluate limits, sums and integrals."""
    return not goal.difference.has(*KINDS) and bool(sympy.simplify(goal.difference) == 0)


def is_real(goal: Goal) -> bool:
    """Whether the question is about real numbers only."""
    return not goal.difference.has(S.ImaginaryUnit) and all(symbol.is_real for symbol in goal.difference.free_symbols)


TACTICS: tuple[tuple[str, Tactic], ...] = (
    ("the same expression", same),
    ("normal form of rational functions", polynomial),
    ("trigonometric and exponential normal form", trigonometric),
    ("logarithms and roots of products", logarithmic),
    ("cases by sign", by_signs),
    ("conjugates", by_conjugates),
    ("cases", by_branches),
    ("factorials as gamma functions", by_gamma),
    ("minimal polynomial", algebraic),
    ("the sine of a small angle", constant_angle),
    ("zero derivative and one exact value", constant_by_derivative),
    ("the given constraints", from_constraints),
    ("simplification", simplified),
)


def decide_equality(goal: Goal) -> Outcome | None:
    """Balls first, then the tactics in their order; None if nothing decides."""
    if same(goal):
        return Outcome(proved=True, method=TACTICS[0][0])
    if (witness := counterexample(goal)) is not None:
        return Outcome(proved=False, method="ball arithmetic", witness=witness)
    sharper = positive_where_known(goal)
    for name, tactic in TACTICS[1:]:
        if any(says_yes(tactic, attempt) for attempt in dict.fromkeys((goal, sharper))):
            return Outcome(proved=True, method=name)
    return None


def says_yes(tactic: Callable[..., object], *arguments: Expr) -> bool:
    """Whether a tactic proves; one that SymPy fails on says nothing."""
    try:
        return bool(tactic(*arguments))
    except (RecursionError, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - SymPy raises anything where an algorithm does not apply; no proof is no proof
        return False


def signed_symbols(domain: Domain, symbols: Iterable[Expr]) -> dict[Expr, Expr]:
    """For symbols whose sign the domain knows: x is p, or −p, with p > 0 (or ≥ 0), a symbol that says so."""
    change: dict[Expr, Expr] = {}
    for symbol in symbols:
        bounds = domain.bounds(symbol)
        if symbol.is_nonnegative or not symbol.is_real:
            continue
        if bounds.low.is_nonnegative:
            sign, end, is_open = 1, bounds.low, bounds.low_open
        elif bounds.high.is_nonpositive:
            sign, end, is_open = -1, bounds.high, bounds.high_open
        else:
            continue
        away = not end.is_zero or is_open or sympy.Ne(symbol, 0) in domain.relations
        assumption = {"positive": True} if away else {"nonnegative": True}
        change[symbol] = sign * sympy.Symbol(symbol.name, integer=symbol.is_integer, **assumption)
    return change


def positive_parts(expression: Expr, domain: Domain) -> tuple[Expr, Domain]:
    """The same for one expression and its domain."""
    sharper = positive_where_known(Goal(expression, "=", S.Zero, domain))
    return sharper.left, sharper.domain


def positive_where_known(goal: Goal) -> Goal:
    """The goal with symbols of known sign in its domain written by symbols that say so."""
    change = signed_symbols(goal.where, goal.free)
    if not change:
        return goal
    domain = Domain(
        tuple(one for each in goal.domain.relations if (one := each.xreplace(change)) != S.true),
        tuple(one.xreplace(change) for one in goal.domain.givens),
    )
    conditions = tuple(one for each in goal.conditions if (one := each.xreplace(change)) != S.true)
    symbols = tuple(abs(change[symbol]) if symbol in change else symbol for symbol in goal.symbols)
    return Goal(goal.left.xreplace(change), goal.sign, goal.right.xreplace(change), domain, conditions, symbols)
