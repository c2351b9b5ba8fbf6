r"""Functions that are given by cases: what is said of them where one case ends and the next begins.

Owns: `case_by_case`, `up_to_letters`; `is_whole` and `places` of cases; `continuous_at`, `jump_at`, `jumps`;
`existing`, `has_a_value` and `torn` of limits; `slope_at`, with its `STEP`.

| written, where a case of f may end at 1 | said |
| --- | --- |
| `f'(1)` | `\lim_{h \to 0} \frac{f(1 + h) - f(1)}{h}` |
| `f \text{ is continuous at } x = 1` | `\lim_{x \to 1^-} f(x) = f(1)`, `\lim_{x \to 1^+} f(x) = f(1)` |
| `\lim_{x \to 0} \frac1x \text{ does not exist}` | from both sides it is not the same, or from one it is `\infty` |
| `\int_{-1}^2 |x|\,dx` | `\int_{-1}^0 -x\,dx + \int_0^2 x\,dx` |
| `\int_0^2 f(x)\,dx` | `\int_0^1 x^2\,dx + \int_1^2 (3 - x)\,dx` |
| `\int_0^b f(x)\,dx`, where the model says that b is 1 or more | `\int_0^1 x^2\,dx + \int_1^b (3 - x)\,dx` |

Law: only of cases whose conditions compare the variable with numbers, so that between two of these numbers one case
holds; a single place is no part of an integral. Where several hold, or none, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final

from mathora.formula import tree as t
from mathora.formula.tree.rational import COMPARED, in_digits, rational, worked_out
from mathora.formula.tree.regrouping import one_of
from mathora.formula.tree.signs import infinite_sign
from mathora.formula.tree.substitution import bound_names, substituted

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model, Name

STEP: Final = t.Symbol("h", accents=("tilde",))
"""The step of a difference quotient, which no formula names."""

_SIDES: Final[tuple[t.Side, ...]] = ("-", "+")


def slope_at(function: t.Node, place: t.Node) -> t.Limit:
    """The slope of a function at a place, as the limit of its difference quotient."""
    there, here = (t.Application(function, None, (one,)) for one in (t.Addition((place, STEP), ("+",)), place))
    return t.Limit(STEP, t.Number("0"), t.Quotient(t.Addition((there, here), ("-",)), STEP))


def continuous_at(name: Name, place: t.Node) -> t.Node:
    """That a function of one variable comes to its value at a place; of one by cases, from either side."""
    (letter,) = name.parameters
    here, there = (t.Application(name.symbol, None, (one,)) for one in (letter, place))
    sides = _SIDES if isinstance(name.body, t.Cases) else ("",)
    return t.together(tuple(t.Relation((t.Limit(letter, place, here, side), there), ("=",)) for side in sides))


def jump_at(name: Name, place: t.Node) -> t.Node:
    """That a function of one variable does not come to its value at a place, from one side at least."""
    (letter,) = name.parameters
    here, there = (t.Application(name.symbol, None, (one,)) for one in (letter, place))
    return one_of(tuple(t.Relation((t.Limit(letter, place, here, side), there), (r"\ne",)) for side in _SIDES))


def jumps(name: Name) -> t.Node | None:
    """That a function by cases is not continuous where one of them ends."""
    ends = places(name.body, name.parameters[0]) if isinstance(name.body, t.Cases) else None
    return one_of(tuple(jump_at(name, in_digits(one)) for one in ends)) if ends else None


def torn(limit: t.Limit) -> t.Node:
    """That a limit does not exist: it is not the same from both sides, or endless; what swings is another reason."""
    sides = (limit,) if limit.side or infinite_sign(limit.target) else tuple(replace(limit, side=one) for one in _SIDES)
    endless = [t.Relation((one, end), ("=",)) for one in sides for end in (_node(inf), _node(-inf))]
    return one_of((t.Relation(sides, (r"\ne",)), *endless) if len(sides) > 1 else tuple(endless))


def has_a_value(node: t.Node) -> t.Relation:
    """That a sum, an integral or a limit is a number."""
    infinite = t.Constant(r"\infty")
    return t.Relation((t.Signed("-", infinite), node, infinite), ("<", "<"))


def existing(node: t.Node, model: Model, *, denies: bool) -> t.Node | None:
    """That a limit or a slope exists, or does not: of a body that may swing, or end where it goes, nothing is said."""
    match node:
        case t.Application(t.Prime(function, 1), arguments=(place,)) if model.named(function) is not None and (
            not denies or _has_values(model.named(function))
        ):
            return existing(slope_at(function, place), model, denies=denies)
        case t.Group(body):
            return existing(body, model, denies=denies)
        case t.Limit() if not denies:
            return has_a_value(node)
        case t.Limit() if _goes_steadily(node.body, model):
            return torn(node)
        case _:
            return None


def _has_values(name: Name | None) -> bool:
    """Whether a function has a value everywhere, as far as its form tells: nothing is divided, one case holds."""
    if name is None or name.body is None or name.domain or len(name.parameters) != 1:
        return False
    for _, part in t.walk(name.body):
        match part:
            case t.Cases() if not is_whole(part, name.parameters[0]):
                return False
            case t.Quotient() | t.Root() | t.Application():
                return False
            case t.Power(exponent=exponent) if not isinstance(exponent, t.Number):
                return False
            case _:
                continue
    return True


def _goes_steadily(body: t.Node, model: Model) -> bool:
    """Whether a body goes somewhere from each side, be it beyond all bounds: nothing in it swings, or is cut off."""
    name = model.named(body.head) if isinstance(body, t.Application) else None
    match body:
        case t.Symbol() | t.Number() | t.Constant() | t.UprightWords():
            return True
        case t.Power(exponent=exponent) if not isinstance(exponent, t.Number):
            return False
        case t.Application(arguments=arguments) if name is not None and name.body is not None:
            return all(_goes_steadily(one, model) for one in (name.body, *arguments))
        case t.Cases(rows):
            return all(_goes_steadily(row.value, model) for row in rows)
        case t.Quotient() | t.Product() | t.Power() | t.Group() | t.Addition() | t.Signed() | t.Absolute():
            return all(_goes_steadily(one, model) for one in body.children)
        case _:
            return False


def case_by_case(node: t.Node, model: Model) -> t.Node | None:
    """A slope or an integral of a function of several cases; None of anything else."""
    match node:
        case t.Application(t.Prime(function, 1), None, (place,)):
            name, value = model.named(function), rational(place)
            if name is None or value is None or not isinstance(name.body, t.Cases) or len(name.parameters) != 1:
                return None
            has_value = case_at(name.body, name.parameters[0], value) is not None
            return t.Group(slope_at(function, place)) if has_value else None
        case t.Evaluated(
            t.Derivative(operand=t.Symbol() as function, variables=(letter,), orders=(1,)),
            t.Relation((at, place), ("=",)),
            None,
        ) if at == letter and (name := model.named(function)) is not None and name.parameters == (letter,):
            return case_by_case(t.Application(t.Prime(function, 1), None, (place,)), model)
        case t.Integral(r"\int", t.Node(), t.Node(), t.Node(), (one,)):
            return _integral(node, one.variable, model) if isinstance(one.variable, t.Symbol) else None
        case _:
            return None


def up_to_letters(node: t.Node, model: Model) -> t.Node:
    """A formula in which integrals up to a letter that nothing binds are parted, as far as the letter reaches."""
    parts = [part for _, part in t.walk(node)]
    for part in parts:
        match part:
            case t.Integral(r"\int", upper=t.Symbol() as end, differentials=(one,)) if not any(
                _binds(other, end) for other in parts
            ):
                bound = _least(end, model)
                inner = isinstance(one.variable, t.Symbol) and bound is not None
                parted = _integral(part, one.variable, model, bound) if inner else None  # type: ignore[arg-type]
                node = node if parted is None else t.replaced(node, part, parted)
            case _:
                continue
    return node


def _integral(node: t.Integral, letter: t.Symbol, model: Model, bound: Fraction | None = None) -> t.Node | None:
    low, high = (None if end is None else _place(end) for end in (node.lower, node.upper))
    high = high if bound is None else inf
    known = [] if node.body is None else list(_distinctions(node.body, letter, model))
    found = [_compared(one, letter) for _, cases, domain in known for one in (*domain, *_conditions(cases))]
    if node.body is None or low is None or high is None or low >= high or not known or None in found:
        return None
    inner = sorted({place for places in found for place in places or () if low < place < high})
    if bound is not None and any(place > bound for places in found for place in places or ()):
        return None
    parts = []
    for start, end in pairwise((low, *inner, high)):
        body, place = node.body, _between(start, end)
        for part, cases, domain in known:
            value = case_at(cases, letter, place)
            if value is None or not all(_holds(one, letter, place) for one in domain):
                return None
            body = t.replaced(body, part, t.Group(value))
        upper = node.upper if end == inf else _node(end)
        parts.append(t.Integral(node.operator, _node(start), upper, body, node.differentials))
    return t.Group(t.Addition(tuple(parts), tuple("+" for _ in inner))) if inner else parts[0]


def _least(end: t.Node | None, model: Model) -> Fraction | None:
    """The number that the model says a letter is not below."""
    name = model.named(end)
    for said in name.domain if name is not None and name.body is None else ():
        match said:
            case t.Relation((one, low), (r"\ge" | ">",)) if one == end:
                return rational(low)
            case t.Relation((low, one, *_), (r"\le" | "<", *_)) if one == end:
                return rational(low)
            case _:
                continue
    return None


def _distinctions(body: t.Node, letter: t.Symbol, model: Model) -> Iterator[tuple[t.Node, t.Cases, tuple[t.Node, ...]]]:
    """The parts of a body that are given by cases of the letter, each with its cases and where it has a value."""
    for _, part in () if any(_binds(part, letter) for _, part in t.walk(body)) else t.walk(body):
        match part:
            case t.Cases() if t.mentions(part, letter):
                yield part, part, ()
            case t.Absolute(inner) if (cases := _size(inner, letter)) is not None:
                yield part, cases, ()
            case t.Application(head, None, (argument,)) if argument == letter:
                name = model.named(head)
                said = () if name is None or name.body is None else (name.body, *name.domain)
                if name is not None and name.parameters != (letter,) and any(t.mentions(one, letter) for one in said):
                    continue  # the letter means something else there
                here = [substituted(one, name.parameters[0], letter) for one in said] if name is not None else []
                if here and isinstance(here[0], t.Cases):
                    yield part, here[0], tuple(one for one in here[1:] if one is not None)
            case _:
                continue


def _binds(part: t.Node, letter: t.Symbol) -> bool:
    """Whether a part may give the letter a meaning of its own."""
    own = isinstance(part, t.Evaluated | t.Extremum | t.SetBuilder | t.Derivative) and t.mentions(part, letter)
    return own or letter in bound_names(part)


def _size(inner: t.Node, letter: t.Symbol) -> t.Cases | None:
    """|u| by cases, for u = ax + b with numbers a and b."""
    parts = [part for _, part in t.walk(inner)]
    start, end = (worked_out(t.replaced(inner, letter, t.Number(one))) for one in ("0", "1"))
    if parts.count(letter) != 1 or not all(isinstance(part, _OF_LINES) for part in parts) or start == end:
        return None
    if start is None or end is None:
        return None
    root = in_digits(start / (start - end))
    beyond = t.Relation((letter, root), (r"\ge" if end > start else r"\le",))
    return t.Cases((t.Case(inner, beyond), t.Case(t.Signed("-", t.Group(inner)), None)))


_OF_LINES: Final = (t.Symbol, t.Number, t.Addition, t.Product, t.Signed, t.Group)
"""What a letter that stands once in it makes a straight line."""


def _conditions(cases: t.Cases) -> tuple[t.Node | None, ...]:
    return tuple(row.condition for row in cases.rows)


def _between(start: Fraction | float, end: Fraction | float) -> Fraction:
    """A number between two places."""
    if isinstance(start, Fraction):
        return (start + end) / 2 if isinstance(end, Fraction) else start + 1
    return end - 1 if isinstance(end, Fraction) else Fraction(0)


def places(cases: t.Cases, letter: t.Symbol) -> tuple[Fraction, ...] | None:
    """Where one case may end, in order; None where a condition is of another kind."""
    found = t.all_known(_compared(one, letter) for one in _conditions(cases))
    return None if found is None else tuple(sorted(set[Fraction]().union(*found)))


def case_at(cases: t.Cases, letter: t.Symbol, place: Fraction) -> t.Node | None:
    """The value of the case that holds at a number; None where none does, or several do that are not one."""
    others = {row.value for row in cases.rows if row.condition is None or isinstance(row.condition, t.UprightWords)}
    found = {row.value for row in cases.rows if row.value not in others and _holds(row.condition, letter, place)}
    found = found or others
    return found.pop() if len(found) == 1 else None


def is_whole(cases: t.Cases, letter: t.Symbol) -> bool:
    """Whether one case holds at each number."""
    ends = places(cases, letter)
    if ends is None:
        return False
    bounds: tuple[Fraction | float, ...] = (-inf, *ends, inf)
    between = [_between(start, end) for start, end in pairwise(bounds)]
    return all(case_at(cases, letter, place) is not None for place in (*ends, *between))


def _compared(condition: t.Node | None, letter: t.Node) -> set[Fraction] | None:
    match condition:
        case None | t.UprightWords():
            return set()
        case t.Logic((t.Blank(), said)) | t.Group(said):
            return _compared(said, letter)
        case t.Logic(operands, signs) if {*signs} <= t.AND:
            found = t.all_known(_compared(one, letter) for one in operands)
            return None if found is None else set().union(*found)
        case t.Relation((one, t.IntervalSet(lower, upper)), (r"\in",)) if one == letter:
            ends = t.all_known((_place(lower), _place(upper)))
            return None if ends is None else {end for end in ends if isinstance(end, Fraction)}
        case t.Relation(operands, signs) if {*signs} <= COMPARED.keys() and letter in operands:
            numbers = t.all_known(rational(one) for one in operands if one != letter)
            return None if numbers is None else {*numbers}
        case _:
            return None


def _holds(condition: t.Node | None, letter: t.Symbol, place: Fraction) -> bool:
    match condition:
        case None | t.UprightWords():
            return True
        case t.Logic((t.Blank(), said)) | t.Group(said):
            return _holds(said, letter, place)
        case t.Logic(operands):
            return all(_holds(one, letter, place) for one in operands)
        case t.Relation((_, t.IntervalSet(lower, upper) as where)):
            low, high = _place(lower), _place(upper)
            ends = {end for end, sign in ((low, where.left), (high, where.right)) if sign in {"[", "]"}}
            return low is not None and high is not None and (low < place < high or place in ends)
        case t.Relation():
            values = [place if one == letter else rational(one) for one in condition.operands]
            links = zip(pairwise(values), condition.operators, strict=True)
            return all(a is not None and b is not None and COMPARED[sign](a, b) for (a, b), sign in links)
        case _:
            return False


def _place(node: t.Node) -> Fraction | float | None:
    """A number that is written out, or an end of the line."""
    sign = infinite_sign(node)
    return sign * inf if sign else rational(node)


def _node(place: Fraction | float) -> t.Node:
    if isinstance(place, Fraction):
        return in_digits(place)
    return t.Constant(r"\infty") if place > 0 else t.Signed("-", t.Constant(r"\infty"))
