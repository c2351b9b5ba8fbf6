"""What stands on a side of a formula, as numbers: complex ones, in floating point, at places that are told.

Owns: `number_of`, `has_numbers`, `agree`, `normal`; `atoms_of` and `sums_in`, which say what it is made of.

Law: it tells forms apart and proves nothing; what has no number says nothing.
"""

from __future__ import annotations

import cmath
import math
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial, reduce
from itertools import pairwise
from operator import mul
from typing import Final

from mathora.formula import tree

_PLACES: Final[tuple[tuple[complex, ...], ...]] = (
    (0.31, 0.57, 1.21, 2.3, 1.7),
    (0.83, 0.19, 2.11, 1.4, 3.1),
)  # of what stands in a term, twice
_LOGARITHMS: Final = ("ln", "log", "lg")


def normal(z: complex) -> complex:
    """The share of a standard normal law below z, of its real part."""
    return (1 + math.erf(z.real / math.sqrt(2))) / 2


_FUNCTIONS: Final[dict[str, Callable[[complex], complex]]] = {
    "exp": cmath.exp,
    "tanh": cmath.tanh,
    "erf": lambda z: math.erf(z.real),
    r"\Phi": normal,
    **dict.fromkeys(_LOGARITHMS, cmath.log),
}
_EXTREMA: Final[dict[str, Callable[..., complex]]] = {"max": max, "min": min}
_ORDERS: Final = {"<": operator.lt, r"\le": operator.le, ">": operator.gt, r"\ge": operator.ge}
_CONSTANTS: Final[dict[str, complex]] = {"e": cmath.e, "i": 1j, r"\pi": cmath.pi}
_CLOSE: Final = 1e-9

Number = complex
Form = Callable[..., Number]
At = Mapping[tree.Node, Number]
_NO_NUMBER: Final = (LookupError, ValueError, ZeroDivisionError, OverflowError)


def side_number(node: tree.Node, at: At) -> Number:  # noqa: C901, PLR0911, PLR0912 - a row for each kind of node
    """The number of a part where its atoms have these, a sum being its one term; `LookupError` if it has none."""
    of = partial(side_number, at=at)
    match node:
        case _ if node in at:
            return at[node]
        case tree.Number(value=value):
            return complex(value)
        case tree.Constant(name=name):
            return _CONSTANTS[name]
        case tree.Group(body=body):
            return of(body)
        case tree.Absolute(body=body):
            return abs(of(body))
        case tree.Signed(sign="+" | "-" as sign, operand=one):
            return of(one) if sign == "+" else -of(one)
        case tree.Addition(terms=(first, *rest), operators=signs) if {*signs} <= {"+", "-"}:
            values = (of(one) if sign == "+" else -of(one) for sign, one in zip(signs, rest, strict=True))
            return of(first) + sum(values)
        case tree.Product(factors=factors, operators=signs) if {*signs} <= {"", r"\cdot", r"\times"}:
            return reduce(mul, map(of, factors))
        case tree.Quotient(numerator=above, denominator=below):
            return of(above) / of(below)
        case tree.Power(base=base, exponent=exponent):
            return of(base) ** of(exponent)
        case tree.Root(radicand=body, degree=None):
            return cmath.sqrt(of(body))
        case tree.Application(head=tree.FunctionName(name=name), power=None, arguments=(one,)):
            return _FUNCTIONS[name](of(one))  # in which unit an information is counted changes nothing
        case tree.Application(head=tree.Symbol(r"\Phi"), power=None, arguments=(one,)):
            return _FUNCTIONS[r"\Phi"](of(one))
        case tree.Application(head=tree.FunctionName(name="max" | "min" as name), power=None, arguments=several):
            return _EXTREMA[name]((of(one) for one in several), key=lambda value: value.real)
        case tree.Cases(rows=rows):
            return next((of(row.value) for row in rows if _is_met(row.condition, at)), cmath.nan)
        case tree.Big(operator=r"\sum", body=body) | tree.Integral(body=tree.Node() as body):
            return of(body)
        case _:
            raise LookupError


def _is_met(condition: tree.Node | None, at: At) -> bool:
    """Whether an order holds of real numbers; what is no order holds otherwise, after all others."""
    match condition:
        case tree.Relation(operands=sides, operators=signs) if {*signs} <= {*_ORDERS}:
            values = [side_number(one, at).real for one in sides]
            return all(_ORDERS[sign](*pair) for sign, pair in zip(signs, pairwise(values), strict=True))
        case None | tree.UprightWords():
            return True
        case _:
            raise LookupError


def number_of(node: tree.Node) -> Number | None:
    """The number that a side without names is; None of anything else."""
    try:
        return side_number(node, {})
    except _NO_NUMBER:
        return None


def atoms_of(node: tree.Node) -> list[tree.Node]:
    """What stands in a side for numbers: names and values of functions, without those that only run in an index."""
    match node:
        case tree.Application(head=tree.FunctionName(subscript=base), arguments=arguments) if (
            base is None or isinstance(base, tree.Number)
        ):
            inner: Sequence[tree.Node] = arguments
        case tree.Application(head=tree.Symbol(r"\Phi"), arguments=arguments):
            inner = arguments
        case tree.Cases(rows=rows):
            inner = [part for row in rows for part in row.children]
        case tree.Symbol() | tree.Application():
            return [node]
        case tree.Big(body=body) | tree.Integral(body=tree.Node() as body):
            inner = (body,)
        case _:
            inner = node.children
    return list(dict.fromkeys(part for one in inner for part in atoms_of(one)))


def sums_in(node: tree.Node) -> list[tree.Big | tree.Integral]:
    """The sums and integrals of a side."""
    return [part for _, part in tree.walk(node) if isinstance(part, tree.Big | tree.Integral)]


def agree(right: tree.Node, atoms: Iterable[tree.Node], wanted: Callable[[At], Number]) -> bool | None:
    """Whether a right side is what is wanted, at each of some numbers for these atoms."""
    put = [dict(zip(atoms, place, strict=False)) for place in _PLACES]
    return has_numbers(right, ((at, partial(wanted, at)) for at in put))


def has_numbers(right: tree.Node, told: Iterable[tuple[At, Callable[[], Number]]]) -> bool | None:
    """Whether a side has these numbers where its atoms have those, all its logarithms being of one base."""
    bases = {part for _, part in tree.walk(right) if isinstance(part, tree.FunctionName) and part.name in _LOGARITHMS}
    if len(bases) > 1:
        return False
    try:
        return all(abs(side_number(right, at) - wanted()) < _CLOSE for at, wanted in told)
    except _NO_NUMBER:
        return None
