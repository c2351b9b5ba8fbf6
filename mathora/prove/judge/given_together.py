r"""Constraints that no numbers and no functions obey together, shown by what follows from them.

Owns: `contradict`, `has_no_eigenvalue`.

| assumed | what follows |
| --- | --- |
| `2^k = 3^m` of whole numbers | `k = 0`, `m = 0`: each prime stands as often on both sides |
| `x^2 = 3y^2` of whole numbers | `x = 0`, `y = 0`: 3 is no square |
| `X \ge 0`, `\mathbb E[X] = -1` | a mean is not below the least value |
| `x = 2i` of a real x | a number with i is real |
| `A^\top A = -I` | a sum of squares of real numbers is below 0 |
| `A^2 = B` of three rows, `\det B < 0` | the determinant, a square, is below 0 |
| `A^4 = -A^2 - I` of three rows | A has a real eigenvalue, and it is no root of `x^4 + x^2 + 1` |
| `A^{-1} = 0` | the determinant is 0 |
| `f(x + 1) = f(x) + 1`, `f(0) = 0`, `f(3) = 4` | `f(1) = 1`, `f(2) = 2`, `f(3) = 3` |
| `f'(x) = 2x`, `f(0) = 0`, `f(1) = 2` | `f(1) - f(0) = 1` |
| `f'(x) = 0`, `f(x) > 0`, `f(x) > x` | each of x, where values of f deny it |
| `f'(x) = \cos x`, `f(0) = 0`, `f(\pi) = 1` | `f(\pi) - f(0) = 0` |
| `f'(x) > 0`, `f(1) < f(0)`; the same of f'' and f' | `f(1) > f(0)` |
| `|f'(x)| \le 1`, `f(0) = 0`, `f(1) = 5` | `|f(1) - f(0)| \le 1` |
| `z = \bar z + 1` of a complex z | `\bar z = z + 1`: the same of the conjugates |
| `\cos x + \sin x = 2` of a real x | with `\cos^2 x + \sin^2 x = 1`, no sine is left between -1 and 1 |
| `u = 3\,\text{m}`, `u = 3\,\text{s}`; `u = 2v`, `u < v` where the model says their units | both are not of one unit |

Law: an equation is said of all x where it speaks of one function at two places such as x and x + 1, of its slope, or
of x beside values of two functions, as in `f(x) = xg(x)`; `f(x) = 2`, `f(x) = g(x)` and `f(a) = f(b)` may be said of
one place. What an order says of values, as in `f(x) > 0`, is said of all x of which nothing else is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import combinations, pairwise, product
from math import gcd
from typing import Final

import sympy
from sympy import S, conjugate, cos, cot, sin, tan

from mathora.formula import tree
from mathora.formula.meaning.scope import Mismatch, Undefined, UnitMismatch, Untranslatable
from mathora.formula.meaning.types import NO_ANSWER, Expr
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import rational
from mathora.prove.goal.domain import Domain
from mathora.prove.judge.below_zero import square_below_zero
from mathora.prove.judge.compare import Setting, compare
from mathora.prove.tactics.identities import contradictory

PLACES: Final = (-1, 0, 1, 2, 3)
MOST_LAWS: Final = 60
_CIRCULAR: Final = (sin, cos, tan, cot)


def contradict(domain: Domain, setting: Setting, said: Sequence[tree.Node]) -> bool:
    """Whether constraints are shown to hold of nothing."""
    try:
        if any(_is_no_square(one, setting) for one in said) or _rises_otherwise(domain, setting):
            return True
        if _is_denied_somewhere(domain, setting.model):
            return True
        new = [one for given in domain.givens for one in _of_whole_numbers(given)]
        new += [law for given in domain.givens for law in _of_functions(given, domain)]
        new += [conjugate(given) for given in domain.givens if not _is_of_reals(given)]
        whole = Domain(domain.relations, (*domain.givens, *new))
        if (
            any(map(_is_positive, domain.givens))
            or _leave_circles(domain.givens)
            or any(map(_is_beyond_reals, domain.givens))
            or any(map(_is_below_its_least, domain.relations, [domain.givens] * len(domain.relations)))
            or (all(map(_is_of_reals, domain.givens)) and square_below_zero(domain.givens, setting, said))
            or (new and (whole.is_empty or contradictory(_named(whole.givens))))
        ):
            return True
    except NO_ANSWER:
        return False
    return any(_are_two(*pair, setting) for pair in combinations(said, 2)) or any(
        _is_of_another_unit(one, setting) for one in said
    )


def _is_positive(given: Expr) -> bool:
    """Whether something that is said to be 0 is above or below 0 by its form: a sum of squares, and 1."""
    return bool(given.is_positive or given.is_negative or given in {S.Infinity, S.NegativeInfinity})


def _is_beyond_reals(given: Expr) -> bool:
    r"""Whether something real is said to be a number with i: `x = 2i`, `\operatorname{Re} z = i`."""
    terms = sympy.Add.make_args(sympy.expand(given))
    is_real = _is_of_reals(given) or all(one.is_real or one.has(S.ImaginaryUnit) for one in terms)
    if not given.has(S.ImaginaryUnit) or not is_real:
        return False
    imaginary = sympy.Add(*(one for one in terms if one.has(S.ImaginaryUnit))) / S.ImaginaryUnit
    return bool(imaginary.is_real and imaginary.is_nonzero)


def _is_below_its_least(relation: Expr, givens: Sequence[Expr]) -> bool:
    r"""Whether a mean breaks a bound of what it is the mean of: `X \ge 0`, `\mathbb E[X] = -1`."""
    if not isinstance(relation, (sympy.GreaterThan, sympy.StrictGreaterThan, sympy.LessThan, sympy.StrictLessThan)):
        return False
    above = relation.gts - relation.lts
    means = {rf"\mathbb{{E}}[{letter}]": letter for letter in above.free_symbols if above.diff(letter).is_number}
    told = [
        above.subs(means[str(mean)], value)
        for given in givens
        for mean in given.free_symbols
        if str(mean) in means
        for value in sympy.solve(given, mean)
    ]
    strict = isinstance(relation, (sympy.StrictGreaterThan, sympy.StrictLessThan))
    return any(one.is_negative or (strict and one.is_zero) for one in told)


def _is_of_reals(given: Expr) -> bool:
    return all(one.is_real for one in given.free_symbols)


def _leave_circles(givens: Sequence[Expr]) -> bool:
    """Whether a sine and a cosine of something real are said to be what no point of the circle is."""
    angles = {one.args[0] for given in givens for one in given.atoms(*_CIRCULAR) if one.args[0].is_real}
    for angle in sorted(angles, key=str):
        s, c = sympy.symbols("s c", cls=sympy.Dummy)
        on_circle = {sin(angle): s, cos(angle): c, tan(angle): s / c, cot(angle): c / s}
        put = [sympy.fraction(sympy.together(given.subs(on_circle)))[0] for given in givens]
        said = [one for one in put if one.free_symbols and one.free_symbols <= {s, c} and one.is_polynomial(s, c)]
        circle = s**2 + c**2 - 1
        if said and contradictory([*said, circle]):
            return True
        left = [sympy.Poly(sympy.resultant(one, circle, c), s) for one in said]
        if any(one.degree() > 0 and one.domain.is_ZZ and one.count_roots(-1, 1) == 0 for one in left):
            return True
    return False


def _is_no_square(said: tree.Node, setting: Setting) -> bool:
    """Whether a product with each real matrix twice, `A^2` or `ABAB`, is said to be one with a determinant below 0."""
    match said:
        case tree.Relation(operands=(left, right), operators=("=",)):
            pass
        case _:
            return False
    for one, other in ((left, right), (right, left)):
        match one:
            case tree.Power(tree.Symbol() as base, tree.Signed("-", tree.Number())) if _has_shape(base, setting.model):
                sides = tree.Addition((base, tree.Group(other)), ("+",))
                value = setting.meaning(sides).expression - setting.meaning(base).expression
                return isinstance(value, sympy.MatrixBase) and bool(sympy.expand(value).det().is_zero)
        times = Counter(_factors(one))
        kinds = {name.kind if (name := setting.model.named(each)) else "" for each in times}
        if kinds == {"matrix"} and rational(other) is None and not any(count % 2 for count in times.values()):
            sides = tree.Addition((tree.Group(one), tree.Group(other)), ("+",))  # so that I has a size
            value = setting.meaning(sides).expression - setting.meaning(one).expression
            if isinstance(value, sympy.MatrixBase) and value.is_square:
                return bool(sympy.expand(value).det().is_negative)
    return False


def has_no_eigenvalue(said: tree.Node, setting: Setting) -> bool:
    """Whether a polynomial without real roots of a matrix of so many rows that it has an eigenvalue is said to be 0."""
    if not isinstance(said, tree.Relation) or said.operators != ("=",):
        return False
    parts = [part for _, part in tree.walk(said)]
    matrices = {one for one in parts if isinstance(one, tree.Symbol) and _has_shape(one, setting.model)}
    if len(matrices) != 1 or not all(isinstance(one, _POLYNOMIAL) for one in parts):
        return False
    (matrix,) = matrices
    name = setting.model.names[symbol_key(matrix)]
    rows, columns = name.shape or (0, 0)
    number = replace(name, kind="real", shape=None)
    left, right = tree.replaced(said, tree.Symbol("I"), tree.Number("1")).children
    at = replace(setting, model=Model({**setting.model.names, name.key: number}))
    value = at.meaning(tree.Addition((left, tree.Group(right)), ("-",))).expression
    above = sympy.numer(sympy.together(value))
    letters = above.free_symbols
    if name.body or rows != columns or len(letters) > rows % 2 or not above.is_polynomial(*letters):
        return False
    return sympy.Poly(above, *letters).count_roots() == 0 if letters else bool(above.is_nonzero)


_POLYNOMIAL: Final = (
    tree.Relation, tree.Symbol, tree.Number, tree.Group, tree.Signed, tree.Addition, tree.Product, tree.Power,
)  # fmt: skip


def _has_shape(name: tree.Node, model: Model) -> bool:
    known = model.named(name)
    return known is not None and known.kind == "matrix" and known.shape is not None


def _factors(node: tree.Node) -> Iterator[tree.Node]:
    """The names that are multiplied, each as often as it is; a `Blank` for anything else."""
    match node:
        case tree.Group(body=body) | tree.Transpose(operand=body, mark="T" | r"\top"):
            yield from _factors(body)
        case tree.Power(base=base, exponent=tree.Number(value=value)) if value in range(1, 9):
            yield from [*_factors(base)] * int(value)
        case tree.Product(factors=factors, operators=signs) if {*signs} <= {"", r"\cdot"}:
            yield from (part for one in factors for part in _factors(one))
        case _:
            yield node if isinstance(node, tree.Symbol) else tree.Blank()


def _rises_otherwise(domain: Domain, setting: Setting) -> bool:
    """Whether a slope is said to be above or below a number everywhere, and two values are farther apart, or less."""
    orders = [one for one in domain.relations if isinstance(one, (sympy.StrictGreaterThan, sympy.GreaterThan))]
    orders += [one.reversed for one in domain.relations if isinstance(one, (sympy.StrictLessThan, sympy.LessThan))]
    if not orders:
        return False
    known = {value: sympy.solve(one, value) for one in domain.givens for value in _values(one)}
    numbers = {value: found[0] for value, found in known.items() if len(found) == 1 and found[0].is_number}
    values = {one for said in (*orders, *domain.givens) for one in _values(said) if one.args[0].is_number}
    bound = _bound((*domain.relations, *domain.givens))
    for said in orders:
        for slope, least, factor in _bounded_slopes(said.lhs - said.rhs, setting):
            if slope.args[0] in bound:
                continue  # `x > 2`: the slope is known there alone
            own = (one for one in values if _is_below(one, slope))
            for low, high in combinations(sorted(own, key=lambda one: one.args[0]), 2):
                above = least * (high.args[0] - low.args[0]) + factor * (high - low)  # as the slope, by the mean value
                strict = isinstance(said, sympy.StrictGreaterThan)
                told = above.subs(numbers)
                if told.is_negative or (strict and told.is_zero):
                    return True
                for other in orders:
                    also = strict or isinstance(other, sympy.StrictGreaterThan)
                    if also and sympy.expand(other.lhs - other.rhs + above) == 0:
                        return True
    return False


def _bounded_slopes(above: Expr, setting: Setting) -> Iterator[tuple[Expr, Expr, Expr]]:
    """The slope f'(x), and c and m, of what is said to be above 0 for each x: c + m f'(x), c - |f'(x)|."""
    slopes = _values(above)
    if len(slopes) != 1 or not _is_slope(slopes[0]):
        return
    (slope,) = slopes
    name, letter = (setting.model.get(key) for key in (type(slope).unknown, str(slope.args[0])))
    everywhere = letter is None or (letter.kind == "real" and not (letter.domain or letter.body))
    if name is None or name.domain or not everywhere or str(slope.args[0]) not in map(symbol_key, name.parameters):
        return
    size = sympy.Abs(slope)
    ways = (slope, -slope) if above.has(size) and above.coeff(size).is_negative else (size,)
    for way in ways:
        plain = sympy.expand(above.subs(size, way))
        factor = plain.coeff(slope)
        least = sympy.expand(plain - factor * slope)
        if factor.is_number and least.is_number:
            yield slope, least, factor


def _is_slope(one: Expr) -> bool:
    orders: tuple[int, ...] = type(one).orders
    return len(orders) == 1 and orders[0] > 0


def _is_below(one: Expr, slope: Expr) -> bool:
    """Whether a value is one of the function of which another is the slope."""
    return bool(type(one).unknown == type(slope).unknown and type(one).orders == (type(slope).orders[0] - 1,))


def _is_denied_somewhere(domain: Domain, model: Model) -> bool:
    """Whether an order of values of functions at each place is denied by the values that are given of one place."""
    known = {value: sympy.solve(one, value) for one in domain.givens for value in _values(one)}
    numbers = {value: found[0] for value, found in known.items() if len(found) == 1 and found[0].is_number}
    places = {arg for one in numbers for arg in one.args if arg.is_number}
    for order in domain.relations:
        own = _values(order)
        letters = {letter for one in own for arg in one.args for letter in arg.free_symbols}
        parameters = {symbol_key(one) for value in own for one in model.names[type(value).unknown].parameters}
        said = (*(one for one in domain.relations if one is not order), *domain.givens)
        if (
            len(letters) != 1
            or order.free_symbols != letters
            or letters & _bound(said)
            or not {*map(str, letters)} <= parameters
        ):
            continue
        (letter,) = letters
        if any(order.subs(letter, place).subs(numbers) == S.false for place in places if _may_be(letter, place)):
            return True
    return False


def _may_be(letter: Expr, place: Expr) -> bool:
    return not (letter.is_nonnegative and place.is_negative) and not (letter.is_integer and not place.is_integer)


def _are_two(one: tree.Node, other: tree.Node, setting: Setting) -> bool:
    """Whether a name is said to be two values that are not the same: of two units, for one."""
    match one, other:
        case (
            tree.Relation(operands=(tree.Symbol() as left, right), operators=("=",)),
            tree.Relation(operands=(same, value), operators=("=",)),
        ) if left == same:
            bare = replace(setting, assumed=Domain())
            told = compare(right, "=", value, bare)
            return told.kind == "refuted" and (told.witness is None or not told.witness.at)
        case _:
            return False


def _is_of_another_unit(said: tree.Node, setting: Setting) -> bool:
    """Whether what is said mixes units, where each name is one of the unit that the model says."""
    names = [(one, setting.model.named(one)) for one in {*tree.symbols(said)}]
    if not isinstance(said, tree.Relation) or any(name is not None and name.parameters for _, name in names):
        return False
    for one, name in names:
        if name is not None and name.unit is not None:
            said = tree.replaced(said, one, tree.Quantity(tree.Number("1"), name.unit))
    try:
        for left, right in pairwise(said.children):
            setting.meaning(tree.Addition((left, tree.Group(right)), ("+",)))
    except UnitMismatch:
        return True
    except (Untranslatable, Undefined, Mismatch):
        return False
    return False


def _of_whole_numbers(given: Expr) -> Iterator[Expr]:
    """What an equation of two products says of whole numbers: `2^k - 3^m = 0`, `x^2 - 3y^2 = 0`."""
    terms = sympy.Add.make_args(given)
    if len(terms) != 2 or not given.free_symbols or not all(one.is_integer for one in given.free_symbols):  # noqa: PLR2004
        return
    powers: dict[Expr, Expr] = {}
    for sign, term in zip((1, -1), terms, strict=True):
        for base, exponent in (one.as_base_exp() for one in sympy.Mul.make_args(term)):
            for prime, times in sympy.factorint(base).items() if base.is_Rational else ((base, S.One),):
                powers[prime := sympy.Integer(prime) if isinstance(prime, int) else prime] = (
                    powers.get(prime, S.Zero) + sign * times * exponent
                )
    negative = powers.pop(S.NegativeOne, S.Zero) - 1  # one term stands on the other side
    numbers = {base: exponent for base, exponent in powers.items() if base.is_Integer}
    letters = {base: exponent for base, exponent in powers.items() if base.is_Symbol}
    if len(numbers) + len(letters) < len(powers) or not negative.is_integer:
        return
    if not letters and negative.is_even:
        yield from numbers.values()
    elif all(one.is_Integer for one in powers.values()) and letters:
        common = reduce(gcd, map(int, letters.values()))
        if common > 1 and any(int(one) % common for one in numbers.values()):
            yield from letters  # a product of powers that is no such power is 0


def _bound(said: Sequence[Expr]) -> set[Expr]:
    """The letters of which something is said beside what functions of them are: `x > 2`."""
    return {letter for one in said for letter in one.xreplace(dict.fromkeys(_values(one), S.Zero)).free_symbols}


def _of_functions(given: Expr, domain: Domain) -> Iterator[Expr]:
    """What is said of functions at each place."""
    own = [one for one in _values(given) if one.free_symbols and len(one.args) == 1]
    slopes = [one for one in own if _is_slope(one)]
    if len(slopes) == len(own) == 1:
        others = [one for one in domain.givens if not _values(one)]
        if slopes[0].args[0] not in _bound((*domain.relations, *others)):
            yield from _of_slope(given, slopes[0], [one for other in domain.givens for one in _values(other)])
        return
    heads = {one.func for one in own if not one.args[0].is_Symbol}
    heads = {head for head in heads if len({one.args for one in own if one.func == head}) > 1}
    if len(own) > 1 and len({one.args for one in own}) == 1 and _speaks_of_its_place(given, own):
        heads = {one.func for one in own}
    letters = sorted(set().union(*(one.free_symbols for one in own if one.func in heads)), key=str)
    if not letters or given.free_symbols - {*letters}:
        return
    named = {arg for other in domain.givens for one in _values(other) for arg in one.args if arg.is_Integer}
    places = sorted(named.union(map(sympy.Integer, PLACES)))
    for where in list(product(places, repeat=len(letters)))[:MOST_LAWS]:
        put = dict(zip(letters, where, strict=True))
        if all(place.is_nonnegative or not letter.is_nonnegative for letter, place in put.items()) and all(
            one.subs(put) != S.false for one in domain.relations
        ):
            yield given.subs(put)


def _speaks_of_its_place(given: Expr, values: Sequence[Expr]) -> bool:
    """Whether the place itself stands beside values of two functions there, as in `f(x) = xg(x)`."""
    put = given.subs({one: sympy.Dummy() for one in values})
    return bool(values[0].args[0].is_Symbol and put.has(values[0].args[0]))


def _of_slope(given: Expr, slope: Expr, values: Sequence[Expr]) -> Iterator[Expr]:
    """What `f'(x) = 2x` says of two values of f, and of `f'(1)`."""
    (letter,), solved = slope.args, sympy.solve(given, slope)
    if letter.is_Symbol:
        yield from (
            given.subs(letter, one.args[0]) for one in values if one.func == slope.func and one.args[0].is_number
        )
    if len(solved) != 1 or not solved[0].free_symbols <= {letter} or not _is_smooth(solved[0], letter):
        return
    known = {one for one in values if _is_below(one, slope)}
    for one, other in combinations(sorted((one for one in known if one.args[0].is_number), key=str), 2):
        yield other - one - sympy.integrate(solved[0], (letter, one.args[0], other.args[0]))


def _is_smooth(formula: Expr, letter: Expr) -> bool:
    """Whether it has an integral between any two places: made of powers, sines, cosines and exponentials."""
    parts = formula.atoms(sin, cos, sympy.exp)
    names = {one: sympy.Dummy() for one in parts}
    return bool(
        formula.subs(names).is_polynomial(letter, *names.values())
        and all(sympy.Poly(one.args[0], letter).degree() == 1 for one in parts if one.args[0].is_polynomial(letter))
        and all(one.args[0].is_polynomial(letter) for one in parts)
    )


def _values(given: Expr) -> list[Expr]:
    """The values of functions of which no formula is known."""
    return sorted((one for one in given.atoms(sympy.Function) if hasattr(type(one), "unknown")), key=str)


def _named(givens: Sequence[Expr]) -> list[Expr]:
    """The constraints with a name for each value of a function, where they are polynomials then."""
    values = {one for given in givens for one in (*_values(given), *given.atoms(conjugate))}
    names = {one: sympy.Dummy(f"v{at}") for at, one in enumerate(sorted(values, key=str))}
    put = [given.subs(names) for given in givens]
    return [one for one in put if one.is_rational_function(*one.free_symbols)]
