r"""What is given of functions of which no formula is known, held against what is given of their values.

Owns: `values_denied`, `laws_of_values`, `values_in`.

| assumed | what follows |
| --- | --- |
| `f(x + 1) = f(x) + 1`, `f(0) = 0`, `f(3) = 4` | `f(1) = 1`, `f(2) = 2`, `f(3) = 3` |
| `f(x) h(x) = x`, `f(1) = 2`, `h(1) = 3` | `f(1) h(1) = 1` |
| `f(x) > 0`, `f(x) \ge x`, `f(1) = -1` | `f(1) > 0` |
| `f'(x) = 2x`, `f(0) = 0`, `f(1) = 2` | `f(1) - f(0) = 1` |
| `f''(x) = 0`, `f(0) = 0`, `f(1) = 5`, `f(2) = 0` | `f(2) - 2f(1) + f(0) = 0` |
| `f'(x) = 2f(x)`, `f(0) = 1`, `f(1) = 2` | `f(1) = f(0) e^2` |
| `f'(x) > 0`, `f(1) < f(0)`; the same of f'' and f' | `f(1) > f(0)` |
| `|f'(x)| \le 1`, `f(0) = 0`, `f(1) = 5` | `|f(1) - f(0)| \le 1` |
| `f''(x) > 0`, `f(0) = 0`, `f(1) = 5`, `f(2) = 0` | `f(2) - 2f(1) + f(0) > 0` |
| `f(x) \le 1`, `\int_0^1 f(x)\,dx = 2` | `\int_0^1 f(x)\,dx \le 1` |

Laws:
- What is said of values at x is said of each x, if x is what the functions are of, has no domain, and nothing else is
  said of it. But `f(x) = 2`, `f(x)^2 = 2`, `f(x) = x` and `f(x) = g(x)` may be said of one place, and so may
  `f(a) = f(b)`.
- Between n + 1 places there is one at which the n-th slope is n! times their divided difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import factorial, prod
from typing import Final

import sympy
from sympy import S, cos, sin

from mathora.formula.meaning.types import Expr
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import replaced
from mathora.formula.tree.rational import TURNED, in_digits, is_false, worked_out
from mathora.formula.tree.statements import Relation
from mathora.formula.tree.terms import Group
from mathora.prove.goal.domain import Domain
from mathora.prove.judge.linear_orders import no_numbers_obey

PLACES: Final = (-1, 0, 1, 2, 3)
MOST_LAWS: Final = 60
MOST_VALUES: Final = 6
_ORDERS: Final = (sympy.StrictGreaterThan, sympy.GreaterThan, sympy.StrictLessThan, sympy.LessThan)


def values_denied(domain: Domain, model: Model) -> bool:
    """Whether an order that is said of each place is denied by what is given of some."""
    orders = [one for one in domain.relations if isinstance(one, _ORDERS)]
    numbers, said = _numbers(domain), (*domain.relations, *_at_places(domain, model))
    sizes = {one for told in (*said, *domain.givens) for one in told.atoms(sympy.Abs)}
    parts = [sign * of(one.args[0]) <= one for one in sizes for of in (sympy.re, sympy.im) for sign in (1, -1)]
    if any(one.subs(numbers) == S.false for one in said) or no_numbers_obey((*said, *parts), domain.givens):
        return True
    return any(_is_steeper(one, orders, domain, model) for one in orders)


def _at_places(domain: Domain, model: Model) -> Iterator[Expr]:
    """What is said of each place, of those at which values are spoken of."""
    values = {one for said in (*domain.relations, *domain.givens) for one in values_in(said)}
    places = sorted({arg for one in values for arg in one.args if arg.is_number}, key=str)
    for order in domain.relations:
        others = [one for one in domain.relations if one is not order]
        said = (one for one in (*others, *domain.givens) if not (isinstance(one, sympy.Ne) or values_in(one)))
        letters = _of_each_place(order, model, within=True) - _bound(said)
        if len(letters) == 1 and order.free_symbols == letters:
            (letter,) = letters
            there = (place for place in places if _may_be(letter, place) and _is_within(letter, place, model))
            yield from (
                order.subs(letter, at) for at in there if all(one.subs(letter, at) != S.false for one in others)
            )


def _is_steeper(order: Expr, orders: Sequence[Expr], domain: Domain, model: Model) -> bool:
    """Whether a slope, or a value, is said to be above or below a number everywhere, and others do not leave it so."""
    numbers = _numbers(domain)
    strict = isinstance(order, sympy.StrictGreaterThan | sympy.StrictLessThan)
    for slope, least, factor in _bounded(order.gts - order.lts, model):
        if slope.args[0] in _bound((*domain.relations, *domain.givens)):
            continue  # `x > 2`: the slope is known there alone
        for one in numbers:
            if isinstance(one, sympy.Integral) and one.args[0].subs(one.args[1][0], slope.args[0]) == slope:
                _, low, high = one.args[1]
                mean = (least + factor * numbers[one] / (high - low)) if (high - low).is_positive else S.One
                if mean.is_negative or (strict and mean.is_zero):
                    return True
        values = {one for said in (*orders, *domain.givens) for one in values_in(said) if one.args[0].is_number}
        for steps, own in _below(slope, values):
            width = (own[-1].args[0] - own[0].args[0]) ** steps
            above = width * (least + factor * _difference({one.args[0]: one for one in own}))
            told = above.subs(numbers)
            if told.is_negative or (strict and told.is_zero):
                return True
            for other in orders:
                also = strict or isinstance(other, sympy.StrictGreaterThan | sympy.StrictLessThan)
                if also and sympy.expand(other.gts - other.lts + above) == 0:
                    return True
    return False


def _below(slope: Expr, values: set[Expr]) -> Iterator[tuple[int, Sequence[Expr]]]:
    """Of how many steps a slope is of other values, and one more of these than that."""
    for steps in range(1, type(slope).orders[0] + 1):
        of = (type(slope).unknown, (type(slope).orders[0] - steps,))
        own = sorted(
            (one for one in values if (type(one).unknown, type(one).orders) == of), key=lambda one: one.args[0]
        )
        yield from ((steps, some) for some in combinations(own[:MOST_VALUES], steps + 1))


def _difference(values: Mapping[Expr, Expr]) -> Expr:
    """The divided difference of values at places, times n!."""
    terms = (value / prod(place - other for other in values if other != place) for place, value in values.items())
    return factorial(len(values) - 1) * sympy.Add(*terms)


def _bounded(above: Expr, model: Model) -> Iterator[tuple[Expr, Expr, Expr]]:
    """The slope f'(x), and c and m, of what is said to be above 0 for each x: c + m f'(x), c - |f'(x)|."""
    slopes = values_in(above)
    if len(slopes) != 1 or len(type(slopes[0]).orders) != 1 or not _of_each_place(above, model):
        return
    (slope,) = slopes
    name, letter = (model.get(key) for key in (type(slope).unknown, str(slope.args[0])))
    everywhere = letter is None or (letter.kind == "real" and not (letter.domain or letter.body))
    if name is None or name.domain or not everywhere:
        return
    size = sympy.Abs(slope)
    ways = (slope, -slope) if above.has(size) and above.coeff(size).is_negative else (size,)
    for way in ways:
        plain = sympy.expand(above.subs(size, way))
        factor = plain.coeff(slope)
        least = sympy.expand(plain - factor * slope)
        if factor.is_number and least.is_number:
            yield slope, least, factor


def laws_of_values(given: Expr, domain: Domain, model: Model) -> Iterator[Expr]:
    """What an equation says of functions at each place."""
    own = [one for one in values_in(given) if one.free_symbols and len(one.args) == 1]
    if given.has(sympy.Sum) and own:
        yield from _of_sum(given, domain, model, own)
        return
    slopes = [one for one in own if _is_slope(one)]
    numbers = _numbers(domain)
    if slopes:
        others = [one for one in domain.givens if not values_in(one)]
        if len(slopes) == 1 and slopes[0].args[0] not in _bound((*domain.relations, *others)):
            yield from _of_slope(given, slopes[0], [one for other in domain.givens for one in values_in(other)])
        if len(own) == 1:
            return
    heads = {one.func for one in own if not one.args[0].is_Symbol}
    heads = {head for head in heads if len({one.args for one in own if one.func == head}) > 1}
    if not heads and len({one.args for one in own}) == 1 and _of_each_place(given, model):
        heads = set() if _is_of_one_place(given, own) else {one.func for one in own}
    letters = sorted(set().union(*(one.free_symbols for one in own if one.func in heads)), key=str)
    fixed = _bound([one for one in domain.givens if not values_in(one)])
    if not letters or given.free_symbols - {*letters} or fixed & {*letters}:
        return
    named = {arg for other in domain.givens for one in values_in(other) for arg in one.args if arg.is_Integer}
    ends = {*map(int, named), *PLACES}
    between = range(min(ends), max(ends)) if len(letters) == 1 and max(ends) - min(ends) < MOST_LAWS else ()
    places = sorted(named.union(map(sympy.Integer, (*PLACES, *between))))
    for where in list(product(places, repeat=len(letters)))[:MOST_LAWS]:
        put = dict(zip(letters, where, strict=True))
        if all(_may_be(letter, place) for letter, place in put.items()) and all(
            one.subs(put) != S.false for one in domain.relations
        ):
            law = given.subs(put)
            yield (law.doit() if law.has(sympy.Sum) else law).subs(numbers).subs(numbers)


def _of_sum(given: Expr, domain: Domain, model: Model, own: Sequence[Expr]) -> Iterator[Expr]:
    r"""What `\sum_{k=1}^n a_k = n^2` says of the first n."""
    letters = {
        str(one)
        for value in own
        if (name := model.get(type(value).unknown))
        for one in map(symbol_key, name.parameters)
    }
    of = [one for one in given.free_symbols if one.is_integer and one.is_nonnegative and str(one) in letters]
    if len(of) == 1 == len(given.free_symbols) and not {*of} & _bound(domain.relations):
        yield from (given.subs(of[0], place).doit() for place in range(1, 4))


def _is_of_one_place(given: Expr, own: Sequence[Expr]) -> bool:
    """Whether an equation may be one of x: of a value with numbers, of a value and x, or of two values that are one."""
    names = {one: sympy.Dummy() for one in own}
    put, place = given.subs(names), own[0].args[0]
    alone = len(own) == 1 and (
        not put.free_symbols & place.free_symbols or (put / (names[own[0]] - place)).cancel().is_number
    )
    return alone or (len(own) == 2 and (put / (names[own[0]] - names[own[1]])).cancel().is_number)  # noqa: PLR2004


def _of_slope(given: Expr, slope: Expr, values: Sequence[Expr]) -> Iterator[Expr]:
    """What `f'(x) = 2x` or `f'(x) = 2f(x)` says of values of f, and of `f'(1)`."""
    (letter,), solved = slope.args, sympy.solve(given, slope)
    if letter.is_Symbol:
        yield from (
            given.subs(letter, one.args[0]) for one in values if one.func == slope.func and one.args[0].is_number
        )
    if len(solved) != 1:
        return
    for steps, own in _below(slope, {one for one in values if one.args[0].is_number}):
        places = [one.args[0] for one in own]
        if solved[0].free_symbols <= {letter} and not values_in(solved[0]) and _is_smooth(solved[0], letter):
            whole = solved[0]
            for _ in range(steps):
                whole = sympy.integrate(whole, letter)
            yield _difference({place: one - whole.subs(letter, place) for place, one in zip(places, own, strict=True)})
        value = own[0].func(letter)
        rate = solved[0].coeff(value)
        start = sympy.expand(solved[0] - rate * value)
        if steps == 1 and rate.is_number and rate.is_nonzero and start.is_number:
            low, high = (one + start / rate for one in own)
            yield high - low * sympy.exp(rate * (places[1] - places[0]))


def _is_slope(one: Expr) -> bool:
    orders: tuple[int, ...] = type(one).orders
    return len(orders) == 1 and orders[0] > 0


def _is_smooth(formula: Expr, letter: Expr) -> bool:
    """Whether it has an integral between any two places: made of powers, sines, cosines and exponentials."""
    parts = formula.atoms(sin, cos, sympy.exp)
    names = {one: sympy.Dummy() for one in parts}
    return bool(
        formula.subs(names).is_polynomial(letter, *names.values())
        and all(sympy.Poly(one.args[0], letter).degree() == 1 for one in parts if one.args[0].is_polynomial(letter))
        and all(one.args[0].is_polynomial(letter) for one in parts)
    )


def _may_be(letter: Expr, place: Expr) -> bool:
    return not (letter.is_nonnegative and place.is_negative) and not (letter.is_integer and not place.is_integer)


def _is_within(letter: Expr, place: Expr, model: Model) -> bool:
    """Whether a number is in the domain of a letter, which is shown."""
    name = model.get(str(letter))
    put = (replaced(one, name.symbol, Group(in_digits(Fraction(str(place))))) for one in name.domain) if name else ()
    return place.is_Rational and all(isinstance(one, Relation) and _holds(one) for one in put)


def _holds(order: Relation) -> bool:
    return all(
        sign in TURNED and worked_out(one) is not None and worked_out(other) is not None
        for one, sign, other in order.links
    ) and not is_false(order)


def _bound(said: Iterable[Expr]) -> set[Expr]:
    """The letters of which something is said beside what functions of them are: `x > 2`."""
    return {letter for one in said for letter in one.xreplace(dict.fromkeys(values_in(one), S.Zero)).free_symbols}


def _of_each_place(said: Expr, model: Model, *, within: bool = False) -> set[Expr]:
    """The letters at which values stand, if they are what the functions are of, and the model leaves them any value."""
    own = [one for one in values_in(said) if one.free_symbols]
    letters = {letter for one in own for arg in one.args for letter in arg.free_symbols}
    names = [name for one in own if (name := model.get(type(one).unknown)) is not None]
    known = [model.named(one) for name in names for one in name.parameters]
    parameters = {one.key for one in known if one is not None and (within or not one.domain)}
    return letters if {*map(str, letters)} <= parameters else set()


def _numbers(domain: Domain) -> dict[Expr, Expr]:
    """The values, and integrals of functions, of which the number is given."""
    known = {
        value: sympy.solve(one, value)
        for one in domain.givens
        for value in (*values_in(one), *one.atoms(sympy.Integral))
        if isinstance(value, sympy.Integral) or not value.free_symbols
    }
    return {value: found[0] for value, found in known.items() if len(found) == 1 and found[0].is_number}


def values_in(given: Expr) -> list[Expr]:
    """The values of functions of which no formula is known."""
    return sorted((one for one in given.atoms(sympy.Function) if hasattr(type(one), "unknown")), key=str)
