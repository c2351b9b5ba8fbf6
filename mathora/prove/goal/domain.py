"""Where a claim is said to hold: the symbols' domain, and exact points in it.

Owns: `Domain` (relations and constraints on symbols), `Bounds` (one symbol's interval) and `points` (exact
assignments).

Laws:
- A point is yielded only if every relation of the domain provably holds there; a doubtful point is left out.
- Points come in a fixed order, the plainest first: there is no randomness, so that a witness is always the same.
- Values are exact: rationals, or algebraic numbers where a constraint (a² + b² = c²) ties a symbol to the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice, product

import sympy
from sympy import S

from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.prove.balls.numbers import is_zero
from mathora.prove.balls.values import BallPoint, rising, truth, value

HIGHEST_DEGREE = 3  # of a constraint that is solved for points
MOST_WAYS = 4  # in which constraints that are products may be met

Assignment = dict[Expr, Expr]  # exact SymPy numbers for symbols


@dataclass(frozen=True)
class Bounds:
    """The interval that contains a symbol; ends are SymPy numbers or ±oo."""

    low: Expr = S.NegativeInfinity
    high: Expr = S.Infinity
    low_open: bool = True
    high_open: bool = True

    @property
    def compact(self) -> bool:
        """Whether both ends are finite."""
        return bool(self.low.is_finite and self.high.is_finite)

    def relations(self, symbol: Expr) -> tuple[Expr, ...]:
        """The interval as relations on a symbol: the connected part of its domain, without holes."""
        ends = (
            (self.low, sympy.Gt if self.low_open else sympy.Ge),
            (self.high, sympy.Lt if self.high_open else sympy.Le),
        )
        return tuple(one for end, sign in ends if end.is_finite and (one := sign(symbol, end)) != S.true)

    def opened(self) -> Bounds:
        """The interval without its ends."""
        return Bounds(self.low, self.high)

    def contains(self, number: Expr) -> bool:
        """Whether an exact number provably lies in the interval."""
        below, above = number - self.low, self.high - number
        return bool(
            (below.is_extended_positive or (not self.low_open and below.is_zero))
            and (above.is_extended_positive or (not self.high_open and above.is_zero))
        )

    def raised(self, low: Expr, *, is_open: bool) -> Bounds:
        """With the lower end at least `low`."""
        if not _above(low, self.low, or_same=is_open):
            return self
        return Bounds(low, self.high, is_open, self.high_open)

    def lowered(self, high: Expr, *, is_open: bool) -> Bounds:
        """With the upper end at most `high`."""
        if not _above(self.high, high, or_same=is_open):
            return self
        return Bounds(self.low, high, self.low_open, is_open)

    @property
    def is_empty(self) -> bool:
        """Whether the lower end is above the upper one, or they meet and one does not belong to it."""
        return _above(self.low, self.high, or_same=self.low_open or self.high_open)


def _above(one: Expr, other: Expr, *, or_same: bool) -> bool:
    if one == other:
        return or_same and one.is_finite
    return bool((one - other).is_extended_positive)


@dataclass(frozen=True)
class Domain:
    """`relations` hold of the symbols (model's domain, an author's conditions); `givens` are expressions that are 0."""

    relations: tuple[Expr, ...] = ()
    givens: tuple[Expr, ...] = ()

    def with_relations(self, relations: Sequence[Expr]) -> Domain:
        """The domain, narrowed by further relations (`true` adds nothing, an equation becomes a constraint)."""
        equations = [one.lhs - one.rhs for one in relations if type(one).__name__ == "Equality"]
        fresh = [one for one in relations if one != S.true and type(one).__name__ != "Equality"]
        return Domain(tuple(dict.fromkeys((*self.relations, *fresh))), tuple(dict.fromkeys((*self.givens, *equations))))

    def bounds(self, symbol: Expr) -> Bounds:
        """The interval that assumptions and relations with a number give for one symbol."""
        found = Bounds()
        if symbol.is_nonnegative:
            found = found.raised(S.Zero, is_open=bool(symbol.is_positive))
        if symbol.is_nonpositive:
            found = found.lowered(S.Zero, is_open=bool(symbol.is_negative))
        for relation in self.relations:
            found = _narrowed(found, symbol, relation)
        return found

    @property
    def is_empty(self) -> bool:
        """Whether what is said of one symbol visibly leaves no number: `x > 2` and `x < 1`, `x > 0` and `x = -1`."""
        names = set().union(*(one.free_symbols for one in (*self.relations, *self.givens)))
        return any(self.bounds(one).is_empty for one in names) or any(map(self._leaves_out, self.givens))

    def _leaves_out(self, given: Expr) -> bool:
        """Whether all solutions of a linear or quadratic equation of one symbol are out of its bounds."""
        symbols = given.free_symbols
        if len(symbols) != 1 or not given.is_polynomial(*symbols) or sympy.degree(given, *symbols) not in {1, 2}:
            return False
        bounds = self.bounds(next(iter(symbols)))
        roots = [one for one in sympy.roots(given, *symbols) if one.is_real is not False]
        return bounds != Bounds() and all(
            bounds.raised(one, is_open=False).lowered(one, is_open=False).is_empty for one in roots
        )


def _narrowed(bounds: Bounds, symbol: Expr, relation: Expr) -> Bounds:  # noqa: PLR0911 - one return for each kind
    if type(relation).__name__ == "And":
        for part in relation.args:
            bounds = _narrowed(bounds, symbol, part)
        return bounds
    if isinstance(relation, (sympy.Lt, sympy.Le)) and relation.lhs == sympy.Abs(symbol) and relation.rhs.is_number:
        is_open = isinstance(relation, sympy.Lt)
        return bounds.lowered(relation.rhs, is_open=is_open).raised(-relation.rhs, is_open=is_open)
    if not relation.is_Relational or symbol not in relation.args:
        return bounds
    if relation.rhs == symbol:
        relation = relation.reversed
    limit = relation.rhs
    if not limit.is_number or not limit.is_extended_real:
        return bounds
    match type(relation).__name__:
        case "StrictLessThan" | "LessThan":
            return bounds.lowered(limit, is_open=type(relation).__name__ == "StrictLessThan")
        case "StrictGreaterThan" | "GreaterThan":
            return bounds.raised(limit, is_open=type(relation).__name__ == "StrictGreaterThan")
        case _:
            return bounds


_PLAIN = tuple(
    sympy.Rational(*pair)
    for pair in ((1, 1), (0, 1), (2, 1), (-1, 1), (3, 1), (1, 2), (-2, 1), (1, 3), (-1, 2), (5, 1), (-3, 1), (3, 2))
) + tuple(sympy.Rational(*pair) for pair in ((7, 10), (-7, 5), (11, 4), (-13, 3), (1, 10), (10, 1), (-9, 1), (29, 7)))
_FAR = tuple(
    sympy.Rational(*pair)
    for pair in ((2000, 1), (-2000, 1), (1, 3000), (-1, 3000), (50, 1), (-50, 1), (300, 1), (-300, 1), (10**6, 1))
)
_SHARES = tuple(
    sympy.Rational(*pair) for pair in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 7), (5, 6), (9, 10), (1, 20))
)


_COMPLEX = (1 + S.ImaginaryUnit, 2 - S.ImaginaryUnit, S.ImaginaryUnit, -1 + 2 * S.ImaginaryUnit)


def candidates(symbol: Expr, domain: Domain) -> list[Expr]:
    """Plain exact values for one symbol, inside its bounds, the plainest first."""
    bounds = domain.bounds(symbol)
    low, high = bounds.low, bounds.high
    found = [number for number in _PLAIN if bounds.contains(number)]
    if bounds.compact:
        ends = [end for end, is_open in ((low, bounds.low_open), (high, bounds.high_open)) if not is_open]
        steps = [_rational_near(low + (high - low) * share, bounds) for share in _SHARES]
        found += ends + [step for step in steps if step is not None]
    elif low.is_finite or high.is_finite:
        anchor, direction = (low, 1) if low.is_finite else (high, -1)
        found += [anchor] if not (bounds.low_open if direction == 1 else bounds.high_open) else []
        if len(found) < len(_PLAIN) // 2:
            base = sympy.floor(anchor) if direction == 1 else sympy.ceiling(anchor)
            found += [base + direction * number for number in _PLAIN if number > 0]
    if symbol.is_integer:
        found = [number for number in found if number.is_integer]
        if len(found) < len(_SHARES):
            found += [sympy.Integer(number) for number in range(-9, 40)]
    found += [number for number in _FAR if number.is_integer or not symbol.is_integer]
    inside = [number for number in dict.fromkeys(found) if bounds.contains(number)]
    return [*inside[:1], *_COMPLEX, *inside[1:]] if symbol.is_complex and symbol.is_real is None else inside


def _rational_near(number: Expr, bounds: Bounds) -> Expr:
    """A plain rational near `number`, inside the bounds."""
    for digits in (1, 2, 4, 8):
        near = sympy.Rational(round(float(number) * 10**digits), 10**digits)
        if bounds.contains(near):
            return near
    return None


def points(symbols: Sequence[Expr], domain: Domain, *, most: int, before: Iterable[Expr] = ()) -> Iterator[Assignment]:
    """Up to `most` exact points of the domain; one empty assignment where there are no symbols.

    A constraint that is a product is met where one of its factors is zero, and each has its share of the points. Where
    one symbol is free of constraints, those of the numbers `before` that it may be come before all others.
    """
    if not all(one.is_commutative for one in domain.givens):
        return  # an unknown limit, of which SymPy does not say that it is a number
    if len(symbols) == 1 and not domain.givens:
        kind = symbols[0].assumptions0.items()
        fitting = (one for one in before if all(getattr(one, f"is_{fact}") is known for fact, known in kind))
        asked = ({symbols[0]: one} for one in fitting)
        yield from (place for place in asked if all(surely(relation, place) for relation in domain.relations))
    ways = list(islice(product(*map(_factors, _reaching(symbols, domain.givens))), MOST_WAYS))
    for givens in ways:
        yield from islice(_points_of(symbols, Domain(domain.relations, givens)), most // len(ways))


def _factors(given: Expr) -> tuple[Expr, ...]:
    if not given.is_polynomial(*given.free_symbols) or not sympy.expand(given).free_symbols:
        return (given,)
    return tuple(factor for factor, _ in sympy.factor_list(given)[1]) or (given,)


def _points_of(symbols: Sequence[Expr], domain: Domain) -> Iterator[Assignment]:
    """The exact points of a domain whose constraints are no products."""
    symbols = (*symbols, *sorted(set().union(*(one.free_symbols for one in domain.givens)) - set(symbols), key=str))
    tied = _ties(symbols, domain)
    free = [symbol for symbol in symbols if symbol not in tied]
    lists = [candidates(symbol, domain) for symbol in free]
    if any(not options for options in lists):
        return
    yield from (
        full
        for assignment in _spread(free, lists)
        for full in _completed(assignment, tied)
        if all(surely(relation, full) for relation in domain.relations)
        and all(_vanishes(given, full) for given in domain.givens)
    )


def _reaching(symbols: Sequence[Expr], givens: Sequence[Expr]) -> tuple[Expr, ...]:
    """The constraints that speak of these symbols, directly or through other constraints."""
    reached, found = set(symbols), list[Expr]()
    pending = list(givens)
    while near := [one for one in pending if one.free_symbols & reached or not one.free_symbols]:
        found += near
        pending = [one for one in pending if one not in near]
        reached |= set().union(*(one.free_symbols for one in near))
    return tuple(found)


def _vanishes(given: Expr, assignment: Assignment) -> bool:
    """Whether a constraint is exactly met at a point; a doubtful point is left out."""
    try:
        constant = given.subs(assignment)
    except ZeroDivisionError:  # a rest by zero
        return False
    if constant == 0 or constant.free_symbols:
        return bool(constant == 0)
    if any(answer is False for answer in rising(lambda: is_zero(value(constant, {})))):
        return False
    if sympy.simplify(constant) == 0:
        return True
    return bool(constant.is_algebraic) and bool(sympy.minimal_polynomial(constant).as_expr().is_Symbol)


def _spread(symbols: Sequence[Expr], lists: Sequence[list[Expr]]) -> Iterator[Assignment]:
    """Assignments, plain ones first: one symbol at its first value and the others at their second, and so on; then all
    at their first, and at their second; then strides through the lists that differ from symbol to symbol.
    """
    seen: set[tuple[Expr, ...]] = set()
    longest = max((len(options) for options in lists), default=1)
    rows: list[tuple[int, ...]] = [tuple(int(at != chosen) for at in range(len(lists))) for chosen in range(len(lists))]
    rows += [tuple(0 for _ in lists), tuple(1 for _ in lists), tuple(2 + at for at in range(len(lists)))]
    rows += [tuple(step * (1 + 2 * at) + at for at in range(len(lists))) for step in range(3 * longest)]
    if len(lists) <= 3:  # noqa: PLR2004 - a full grid is still small
        rows += product(range(min(longest, 6)), repeat=len(lists))
    for row in rows:
        values = tuple(options[at % len(options)] for options, at in zip(lists, row, strict=True))
        if values not in seen:
            seen.add(values)
            yield dict(zip(symbols, values, strict=True))


def _ties(symbols: Sequence[Expr], domain: Domain) -> dict[Expr, tuple[Expr, ...]]:
    """For each constraint, one symbol in terms of the others: its solutions as expressions."""
    tied: dict[Expr, tuple[Expr, ...]] = {}
    for given in sorted(domain.givens, key=lambda one: len(one.free_symbols)):
        expression = given.xreplace({symbol: solutions[0] for symbol, solutions in tied.items()})
        for symbol in sorted(expression.free_symbols & set(symbols), key=str, reverse=True):
            solutions = () if symbol in tied else solved(expression, symbol)
            if solutions:
                tied[symbol] = solutions
                break
    return tied


def solved(expression: Expr, symbol: Expr) -> tuple[Expr, ...]:
    """Solutions for one symbol, as hints: a point is used only where all constraints are met."""
    if expression.is_polynomial(symbol) and sympy.degree(expression, symbol) > HIGHEST_DEGREE:
        return ()
    try:
        if not _is_of_one_kind(expression, symbol):
            return ()
        return tuple(one for one in sympy.solve(expression, symbol) if isinstance(one, sympy.Expr))
    except NO_ANSWER:
        return ()


def _is_of_one_kind(expression: Expr, symbol: Expr) -> bool:
    r"""Whether a letter stands in roots alone, or in one other function: `x + \sin x = 1` may take minutes, in vain."""
    try:
        parts = [one for one in sympy.Poly(sympy.numer(sympy.together(expression))).gens if one.has(symbol)]
    except sympy.polys.polyerrors.BasePolynomialError:
        return True
    return len(parts) <= 1 or all(one.is_algebraic_expr(symbol) for one in parts)


def _completed(assignment: Assignment, tied: dict[Expr, tuple[Expr, ...]]) -> Iterator[Assignment]:
    if not tied:
        yield assignment
        return
    for choice in product(*tied.values()):
        full = dict(assignment)
        for symbol, solution in reversed(tuple(zip(tied, choice, strict=True))):
            full[symbol] = _valued(solution, full)
        plain = all(number.is_number and number.is_finite and number.is_real for number in full.values())
        if plain and all(map(may_be, full.values(), full.keys())):
            yield full


def may_be(value: Expr, symbol: Expr) -> bool:
    """Whether a value is of the symbol's kind, such as whole or positive, as far as SymPy knows."""
    return all(getattr(value, f"is_{fact}") in {known, None} for fact, known in symbol.assumptions0.items())


def _valued(solution: Expr, assignment: Assignment) -> Expr:
    """A solution at a point; "not a number" where SymPy finds that its cases compare what has no value there."""
    try:
        return solution.subs(assignment)
    except TypeError:
        return sympy.nan


def at(assignment: Assignment) -> BallPoint:
    """The assignment as numbers for `balls.value`, at flint's present precision."""
    return {symbol: value(number, {}) for symbol, number in assignment.items()}


def surely(relation: Expr, assignment: Assignment) -> bool:
    """Whether a relation provably holds at a point."""
    return any(answer is True for answer in rising(partial(truth_at, relation, assignment)))


def truth_at(condition: Expr, assignment: Assignment) -> bool | None:
    """Whether a condition holds at an exact point, at flint's present precision; None if balls cannot tell."""
    return truth(condition, at(assignment))
