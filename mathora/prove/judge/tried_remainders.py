r"""Constraints that no whole number obeys.

Owns: `none_obeys`.

| assumed | why nothing is so |
| --- | --- |
| `n \equiv 1 \pmod 4, n \equiv 2 \pmod 4` | none of the remainders 0, 1, 2, 3 obeys both |
| `n^2 \equiv 2 \pmod 4` | none of the remainders obeys it |
| `n \mid 7, n > 7` | none of the divisors is larger |
| `2 \mid n, n = 3` | it is not so of 3 |
| `\gcd(n, m) = 4, nm = 8`; `n \mid m, m \mid n, n + m = 3` | not so of the numbers with this product, or sum |
| `2^n = n`, `n^n = 5` | not so of the first numbers, and one side is larger beyond them |
| `\lfloor x \rfloor = 1.5`, `k! = 5`, `n \bmod 4 = 4` | it has other values |

Law: what is tried is all that there is: each remainder of what is a polynomial in n, each divisor, or all that a
product or a sum leaves; or the first numbers, where it is proved of all others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import factorial, lcm, prod
from typing import Final

from mathora.formula import Model, tree
from mathora.formula.inspection.wholeness import is_whole
from mathora.formula.tree.rational import in_digits, is_false, rational, worked_out
from mathora.formula.tree.statements import RelationSign
from mathora.formula.tree.substitution import substituted

MOST_TRIED: Final = 5_000
_FIRST: Final = 6  # numbers that are tried of what grows; of those beyond them a claim is proved
_ORDERS: Final[tuple[RelationSign, ...]] = (">", "<")


def none_obeys(parts: Sequence[tree.Node], model: Model, proves: Callable[[tree.Node], bool]) -> bool:
    """Whether what is assumed together is shown to hold of no number; `proves` says whether a claim is proved."""
    said = [_as_congruence(each) for one in parts for each in (one, *_of_common(one))]
    if any(_has_other_values(one, model) for one in parts):
        return True
    spoken = [{*tree.symbols(one)} for one in said]
    for name in set[tree.Symbol]().union(*spoken):
        own = [one for one, names in zip(said, spoken, strict=True) if names == {name}]
        if is_whole(name, model) and any(_is_of_none(one, name, own, model, proves) for one in own):
            return True
        for tried, asked in _ways(name, own, model) if is_whole(name, model) else ():
            if all(any(_fails(one, name, number) for one in asked) for number in tried):
                return True
    ends = {name: end for one in parts for name, end in _ends(one, model)}
    asked = [one for one, names in zip(said, spoken, strict=True) if names and names <= {*ends}]
    ranges = [range(0 if model.kind_of(name) == "natural" else -end, end + 1) for name, end in ends.items()]
    return (
        bool(asked)
        and prod(map(len, ranges)) <= MOST_TRIED
        and all(
            any(_fails_of(one, dict(zip(ends, numbers, strict=True))) for one in asked) for numbers in product(*ranges)
        )
    )


def _ends(one: tree.Node, model: Model) -> Iterator[tuple[tree.Symbol, int]]:
    """How large the whole numbers are at most of which a product, or a sum of what is not below 0, is a number."""
    match one:
        case tree.Relation((left, right), ("=",)) if (total := rational(right)) is not None:
            pass
        case _:
            return
    match left:
        case tree.Product(factors, signs) if total and {*signs} <= {"", r"\cdot"}:
            parts = factors
        case tree.Addition(parts, signs) if {*signs} == {"+"}:
            if not all(_is_counted(part, model) for part in parts):
                return
        case _:
            return
    names = [part.base if isinstance(part, tree.Power) and _is_times(part.exponent) else part for part in parts]
    if all(is_whole(each, model) for each in names):
        yield from (
            (each, int(abs(total))) for each in names if isinstance(each, tree.Symbol) and _is_open(each, model)
        )


def _is_counted(part: tree.Node, model: Model) -> bool:
    """Whether it is not below 0: a natural number, or a square of a whole one."""
    match part:
        case tree.Power(tree.Symbol() as base, exponent) if _is_times(exponent):
            return model.kind_of(base) == "natural" or rational(exponent) == 2  # noqa: PLR2004 - a square
        case _:
            return model.kind_of(part) == "natural"


def _is_open(name: tree.Symbol, model: Model) -> bool:
    known = model.named(name)
    return known is not None and known.body is None and known.kind in {"natural", "integer"}


def _is_times(exponent: tree.Node) -> bool:
    times = rational(exponent)
    return times is not None and times.denominator == 1 and times >= 1


def _fails_of(one: tree.Node, numbers: Mapping[tree.Symbol, int]) -> bool:
    """Whether a statement is false of numbers for all of its names."""
    *others, last = [name for name in numbers if tree.mentions(one, name)]
    for name in others:
        put = substituted(one, name, tree.Group(in_digits(Fraction(numbers[name]))))
        if put is None:
            return False
        one = put
    return _fails(one, last, numbers[last])


def _is_of_none(
    one: tree.Node, name: tree.Symbol, own: Sequence[tree.Node], model: Model, proves: Callable[[tree.Node], bool]
) -> bool:
    """Whether the first numbers do not solve an equation, and beyond them one side is larger."""
    first = 0 if model.kind_of(name) == "natural" else 1 - _FIRST
    match one:
        case tree.Relation((left, right), ("=",)) if any(
            isinstance(part, tree.Power | tree.Factorial) for _, part in tree.walk(one)
        ):
            tried = range(first, _FIRST)
        case _:
            return False
    if not all(
        any(_fails(said, name, number) or _is_zero_to_zero(said, name, number) for said in own) for number in tried
    ):
        return False
    last, constant = substituted(left, name, tree.Group(tree.Number(str(_FIRST)))), worked_out(right)
    if constant is not None and first == 0 and _rises(left, name):
        most = None if last is None else worked_out(last)
        return most is not None and most > constant
    beyond = [tree.Relation((name, tree.Number(str(_FIRST))), (r"\ge",))]
    if first < 0:
        beyond.append(tree.Relation((name, tree.Signed("-", tree.Number(str(_FIRST)))), (r"\le",)))
    orders = [tree.Relation((left, right), (sign,)) for sign in _ORDERS]
    return all(any(proves(tree.Logic((there, one), (r"\Rightarrow",))) for one in orders) for there in beyond)


def _is_zero_to_zero(said: tree.Node, name: tree.Symbol, number: int) -> bool:
    """Whether something has no value at 0: `n^n`."""
    powers = (one for _, one in tree.walk(said) if isinstance(one, tree.Power))
    return number == 0 and any(one.base == one.exponent == name for one in powers)


def _rises(node: tree.Node, name: tree.Symbol) -> bool:
    """Whether a term does not fall from 1 on: made of the name and whole numbers by sums, products and powers."""
    match node:
        case tree.Number(value=value):
            return value >= 1
        case tree.Addition(operators=signs) if "-" in signs:
            return False
        case tree.Addition() | tree.Product() | tree.Group() | tree.Power() | tree.Factorial():
            return all(_rises(one, name) for one in node.children)
        case _:
            return node == name


def _ways(name: tree.Symbol, own: list[tree.Node], model: Model) -> Iterator[tuple[Sequence[int], list[tree.Node]]]:
    """The numbers of which one would have to obey, and what."""
    periods = {one: period for one in own if (period := _period(one, model))}
    whole = lcm(*periods.values())
    if periods and whole <= MOST_TRIED:
        yield range(whole), [*periods]
    signs = (1,) if model.kind_of(name) == "natural" else (1, -1)
    for one in own:
        match one:
            case tree.Relation((other, tree.Number(value=number)), ("=",)) if other == name and number.denominator == 1:
                yield [int(number)], own
            case tree.Relation((other, tree.Number(value=many)), (r"\mid",)) if (
                other == name and many.denominator == 1 and 0 < many <= MOST_TRIED
            ):
                yield [sign * each for each in range(1, int(many) + 1) if many % each == 0 for sign in signs], own


def _fails(one: tree.Node, name: tree.Symbol, number: int) -> bool:
    """Whether a statement about a name is false of a number."""
    match put := substituted(one, name, tree.Group(in_digits(Fraction(number)))):
        case tree.Congruence(tree.Relation(operands) as chain, tree.Number(value=below)):
            values = tree.all_known(map(worked_out, operands))
            if values is None or {*chain.operators} != {r"\equiv"}:
                return False
            return any((each - values[0]) % below for each in values)
        case tree.Relation((divisor, multiple), (r"\mid",)):
            by, of = worked_out(divisor), worked_out(multiple)
            return by is not None and of is not None and (of % by if by else of) != 0
        case tree.Relation((divisor, multiple), (r"\nmid",)):
            by, of = worked_out(divisor), worked_out(multiple)
            return bool(by) and by is not None and of is not None and of % by == 0
        case tree.Relation():
            return is_false(put)
        case _:
            return False


def _period(one: tree.Node, model: Model) -> int | None:
    """After how many numbers a statement about remainders says the same again."""
    match one:
        case tree.Congruence(tree.Relation(sides), tree.Number(value=below)):
            pass
        case tree.Relation((tree.Number(value=below), *sides), (r"\mid" | r"\nmid",)):
            pass
        case _:
            return None
    return int(below) if below.denominator == 1 and below > 0 and all(is_whole(side, model) for side in sides) else None


def _as_congruence(one: tree.Node) -> tree.Node:
    match one:
        case tree.Relation((tree.Product((rest, tree.Number() as below), (r"\bmod",)), tree.Number() as left), ("=",)):
            return tree.Congruence(tree.Relation((rest, left), (r"\equiv",)), below)
        case _:
            return one


def _of_common(said: tree.Node) -> Iterator[tree.Node]:
    r"""What `\gcd(n, m) = 2` says of each, `2 \mid n`, and `\operatorname{lcm}(n, m) = 12`, `n \mid 12`."""
    match said:
        case tree.Relation((tree.Application(tree.FunctionName(name), arguments=of), tree.Number() as one), ("=",)):
            for each in of if name in {"gcd", "lcm"} else ():
                yield tree.Relation((one, each) if name == "gcd" else (each, one), (r"\mid",))
        case _:
            pass


def _has_other_values(one: tree.Node, model: Model) -> bool:
    """Whether it says of a remainder, a factorial or a rounded number what none is."""
    match one:
        case tree.Relation((left, right), ("=",)) if (value := rational(right)) is not None:
            pass
        case _:
            return False
    match left:
        case tree.Rounded():
            return value.denominator > 1
        case tree.Factorial(operand, "!") if is_whole(operand, model):
            return value not in {factorial(each) for each in range(30)} and value < factorial(30)
        case tree.Product((_, tree.Number(value=below)), (r"\bmod",)):
            return below > 0 and not 0 <= value < below
        case _:
            return False
