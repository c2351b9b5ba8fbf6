r"""Integrals over a region of the plane or of space, as integrals inside each other.

Owns: `over_region`; `names_of`, the letters of a region.

| region D of `\iint_D f \, dA` | in full |
| --- | --- |
| `[0, 3] \times [0, 2]`, of x and y | `\int_0^2 \int_0^3 f \, dx \, dy` |
| `\{(x, y) \mid 0 \le x \le 1, \; 0 \le y \le x\}` | `\int_0^1 \int_0^x f \, dy \, dx` |
| `\{(x, y) \mid x \ge 0, \; y \ge 0, \; x + 2y \le 2\}` | `\int_0^2 \int_0^{(2 - x)/2} f \, dy \, dx` |
| `\{(x, y) \mid x^2 + y^2 \le 4\}`, or a ring | `\int_0^{2\pi} \int_0^2 f(r \cos t, r \sin t) \, r \, dr \, dt` |

Laws:
- What an inner integral runs over is no empty interval: that the upper end is not below the lower one is shown by
  Bernstein's coefficients of their difference, which are not negative. Where that is not shown, nothing is said.
- What is integrated is continuous by its form (see `iterated`).
- Ends are numbers, and within them rational polynomials of the outer letter; of other regions nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import comb, isqrt
from typing import Final, NamedTuple

from mathora.formula.tree.iterated import is_smooth
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.rational import in_digits, rational, worked_out
from mathora.formula.tree.regrouping import taken_apart
from mathora.formula.tree.statements import Application, Differential, Integral, Relation
from mathora.formula.tree.substitution import substituted
from mathora.formula.tree.terms import (
    Addition,
    Blank,
    Constant,
    FunctionName,
    Group,
    IntervalSet,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    SetBuilder,
    Signed,
    Symbol,
    Tuple,
    side_by_side,
)

_LETTERS: Final = (Symbol("x"), Symbol("y"), Symbol("z"))
_ELEMENTS: Final = {r"\iint": (Symbol("A"), 2), r"\iiint": (Symbol("V"), 3)}
_SQUARE: Final = Number("2")
_REAL: Final = Constant(r"\mathbb{R}")


class _Side(NamedTuple):
    """A letter, and the ends between which it runs."""

    letter: Symbol
    low: Node
    high: Node


def names_of(region: Name | None, count: int) -> tuple[Symbol, ...]:
    """The letters of a region's points: those that its set names, or x, y and z."""
    body = None if region is None else region.body
    return (_of_set(body) or _LETTERS)[:count] if isinstance(body, SetBuilder) else _LETTERS[:count]


def _of_set(node: SetBuilder) -> tuple[Symbol, ...]:
    r"""The letters of a set's points; none where two are the same, or where the points are of less than all of them."""
    match node.element:
        case Relation(operands=(Tuple(items=items), Power(base=base, exponent=Number(text=text))), operators=(r"\in",)):
            whole = base == _REAL and text == str(len(items))
        case Relation(operands=(Tuple(items=items), Product(factors=sides)), operators=(r"\in",)):
            whole = sides == (_REAL,) * len(items)
        case Tuple(items=items):
            whole = True
        case _:
            return ()
    letters = tuple(one for one in items if isinstance(one, Symbol))
    return letters if whole and len(set(letters)) == len(items) else ()


def over_region(node: Node, model: Model) -> Node | None:
    """The integral in full; None of anything else."""
    if not isinstance(node, Integral) or node.upper is not None or len(node.differentials) != 1:
        return None
    element, count = _ELEMENTS.get(node.operator, (None, 0))
    if node.differentials[0].variable != element or node.lower is None:
        return None
    name = model.named(node.lower)
    region = node.lower if name is None else name.body
    letters = (_of_set(region) if isinstance(region, SetBuilder) else _LETTERS)[:count]
    function = model.named(node.body)
    body = node.body or Number("1")
    if function is not None and function.parameters and isinstance(body, Symbol):
        body = Application(body, None, letters)
    if len(letters) != count or region is None or not is_smooth(body, letters, model):
        return None
    if isinstance(region, Product | Power):
        return _nested(body, _sides_of(region, letters))
    said = region.condition if isinstance(region, SetBuilder) else region
    bounds = taken_apart(said)
    return (_around(body, bounds, letters) if count == 2 else None) or _nested(body, _between(bounds, letters))  # noqa: PLR2004


def _nested(body: Node, sides: Sequence[_Side]) -> Node | None:
    """Integrals inside each other, the innermost side first."""
    for letter, low, high in sides:
        body = Integral(r"\int", low, high, body, (Differential(letter),))
    return Group(body) if sides else None


def _sides_of(box: Product | Power, letters: Sequence[Symbol]) -> list[_Side]:
    match box:
        case Product(factors=factors, operators=signs) if {*signs} == {r"\times"}:
            sides = factors
        case Power(base=IntervalSet() as side, exponent=Number(text=text)) if text == str(len(letters)):
            sides = (side,) * len(letters)
        case _:
            return []
    pairs = list(zip(letters, sides, strict=False))
    known = [_Side(letter, one.lower, one.upper) for letter, one in pairs if isinstance(one, IntervalSet)]
    return known if len(known) == len(letters) == len(sides) and all(map(_rises, known)) else []


def _rises(side: _Side) -> bool:
    low, high = worked_out(side.low), worked_out(side.high)
    return low is not None and high is not None and low <= high


# ── between graphs ──


def _between(bounds: Sequence[Node], letters: Sequence[Symbol]) -> list[_Side]:
    """The sides of a region of two letters between two graphs, the inner one first."""
    ends: list[_Side] = []  # of each letter, what says one of its ends or both
    slanted = False
    for one in bounds:
        match one:
            case Relation(operands=(low, Symbol() as letter, high)) if letter in letters:
                if _links(one) == [(letter, low), (high, letter)]:
                    low, high = high, low
                elif _links(one) != [(low, letter), (letter, high)]:
                    return []
                ends.append(_Side(letter, low, high))
            case Relation(operands=(Symbol() as at, Number()) | (Number(), Symbol() as at)) if at in letters:
                ((low, high),) = _links(one)
                ends.append(_Side(at, low, _OPEN) if high == at else _Side(at, _OPEN, high))
            case Relation(operands=(_, _)) if highest := _below_line(*_links(one)[0], letters):
                slanted = True
                ends += [_Side(letter, _OPEN, high) for letter, high in zip(letters, highest, strict=True)]
            case _:
                return []
    sides = [side for letter in letters if (side := _joined([one for one in ends if one.letter == letter]))]
    if len(letters) != 2 or len(sides) != 2 or (slanted and any(one.low != Number("0") for one in sides)):  # noqa: PLR2004
        return []
    ways = ([sides[1], sides[0]], [sides[0], sides[1]])
    return next((way for way in ways if _rises(way[1]) and _is_above(*way)), [])


_OPEN: Final = Blank()


def _joined(ends: Sequence[_Side]) -> _Side | None:
    """One side of what says its low end and its high one, each once."""
    lows, highs = ([one[place] for one in ends if one[place] != _OPEN] for place in (1, 2))
    return _Side(ends[0].letter, lows[0], highs[0]) if len(lows) == len(highs) == 1 else None


def _links(node: Node) -> list[tuple[Node, Node]]:
    """Pairs of which the first is not above the second; the same twice where that is not said."""
    signs = {"<": False, r"\le": False, ">": True, r"\ge": True}
    links = node.links if isinstance(node, Relation) else ()
    if not links or not {sign for _, sign, _ in links} <= signs.keys():
        return [(node, node)]
    return [(right, left) if signs[sign] else (left, right) for left, sign, right in links]


def _below_line(low: Node, high: Node, letters: Sequence[Symbol]) -> tuple[Node, Node] | None:
    r"""Of `a x + b y \le c` with positive a and b the highest x where y is 0, and the highest y at x."""
    of, times = worked_out(high), _coefficients(low, letters)
    if of is None or times is None or len(letters) != 2 or min(times) <= 0:  # noqa: PLR2004
        return None
    slope = Product((in_digits(times[0] / times[1]), letters[0]), (r"\cdot",))
    return in_digits(of / times[0]), Addition((in_digits(of / times[1]), slope), ("-",))


def _coefficients(node: Node, letters: Sequence[Symbol]) -> list[Fraction] | None:
    """How often each letter stands in a sum of their multiples."""
    found = dict.fromkeys(letters, Fraction(0))
    for one in node.terms if isinstance(node, Addition) and {*node.operators} == {"+"} else ():
        match one:
            case Symbol() if one in found:
                found[one] += 1
            case Product(factors=(times, Symbol() as letter)) if letter in found and (many := rational(times)):
                found[letter] += many
            case _:
                return None
    return list(found.values())


def _is_above(inner: _Side, outer: _Side) -> bool:
    """Whether the inner interval is nowhere empty, by Bernstein's coefficients of the difference of its ends."""
    low, high = (_polynomial(one, outer.letter) for one in (inner.low, inner.high))
    first, last = worked_out(outer.low), worked_out(outer.high)
    if low is None or high is None or first is None or last is None:
        return False
    size = max(len(low), len(high))
    below, above = ([*one, *[Fraction(0)] * (size - len(one))] for one in (low, high))
    gaps = [high - low for low, high in zip(below, above, strict=True)]
    turned = _moved(gaps, first, last - first)
    degree = size - 1
    return all(
        sum((turned[j] * Fraction(comb(i, j), comb(degree, j)) for j in range(i + 1)), start=Fraction(0)) >= 0
        for i in range(size)
    )


def _moved(coefficients: Sequence[Fraction], start: Fraction, step: Fraction) -> list[Fraction]:
    """The coefficients of `p(start + step t)`."""
    found = [Fraction(0)] * len(coefficients)
    for power, one in enumerate(coefficients):
        for k in range(power + 1):
            found[k] += one * comb(power, k) * start ** (power - k) * step**k
    return found


_HIGHEST: Final = 8


def _polynomial(node: Node, letter: Symbol) -> list[Fraction] | None:  # noqa: C901, PLR0911 - a row each
    """The coefficients by powers of a letter, the constant first; None of anything else."""
    number = worked_out(node)
    if number is not None:
        return [number]
    match node:
        case Symbol() if node == letter:
            return [Fraction(0), Fraction(1)]
        case Group(body=body):
            return _polynomial(body, letter)
        case Signed(sign="-", operand=body):
            inner = _polynomial(body, letter)
            return None if inner is None else [-one for one in inner]
        case Quotient(numerator=above, denominator=below) if by := worked_out(below):
            inner = _polynomial(above, letter)
            return None if inner is None else [one / by for one in inner]
        case Power(base=base, exponent=Number(text=text)) if text.isdigit() and 0 < int(text) <= _HIGHEST:
            return _product([_polynomial(base, letter)] * int(text))
        case Product(factors=factors, operators=signs) if {*signs} <= {"", r"\cdot"}:
            return _product([_polynomial(one, letter) for one in factors])
        case Addition(terms=terms, operators=signs) if {*signs} <= {"+", "-"}:
            parts = [_polynomial(one, letter) for one in terms]
            known = [one for one in parts if one is not None]
            total = [Fraction(0)] * max(map(len, known), default=0)
            for sign, part in zip(("+", *signs), known, strict=False):
                for place, one in enumerate(part):
                    total[place] += one if sign == "+" else -one
            return total if len(known) == len(parts) else None
        case _:
            return None


def _product(parts: Sequence[list[Fraction] | None]) -> list[Fraction] | None:
    total = [Fraction(1)]
    for part in parts:
        if part is None or len(total) + len(part) > 2 * _HIGHEST:
            return None
        found = [Fraction(0)] * (len(total) + len(part) - 1)
        for i, one in enumerate(total):
            for j, other in enumerate(part):
                found[i + j] += one * other
        total = found
    return total


# ── around the origin ──


def _around(body: Node, bounds: Sequence[Node], letters: Sequence[Symbol]) -> Node | None:
    """The integral over a disc or a ring around the origin, or half of it or a quarter, by length and angle."""
    squares = [Power(one, _SQUARE) for one in letters]
    lengths = list[tuple[Node, Node]]()
    halves = set[Symbol]()
    for low, high in (pair for one in bounds for pair in _links(one)):
        if isinstance(low, Addition) and [*low.terms] == squares and low.operators == ("+",):
            lengths.append((Number("0"), high))
        elif isinstance(high, Addition) and [*high.terms] == squares and high.operators == ("+",):
            lengths.append((low, Number("0")))
        elif low == Number("0") and isinstance(high, Symbol) and high in letters:
            halves.add(high)
        else:
            return None
    inner, outer = ([one[place] for one in lengths if one[place] != Number("0")] for place in (0, 1))
    ends = [_length(one[0]) if one else Number("0") for one in (inner, outer)]
    if len(outer) != 1 or len(inner) > 1 or ends[0] is None or ends[1] is None or not _is_ring(inner, outer):
        return None
    names = {*letters, *(part for _, part in walk(body) if isinstance(part, Symbol))}
    length, angle = (
        next(one for one in (Symbol(a), Symbol(b)) if one not in names) for a, b in (("r", "s"), ("t", "u"))
    )
    x, y = letters
    put: Node | None = Group(body)
    for name, wave in ((x, "cos"), (y, "sin")):
        there = side_by_side((length, Application(FunctionName(wave), None, (angle,))))
        put = substituted(put, name, there) if put is not None else None
    if put is None or any(mentions(one, letter) for one in ends if one for letter in letters):
        return None
    quarters = {frozenset(): (0, 4), frozenset({x}): (-1, 1), frozenset({y}): (0, 2), frozenset({x, y}): (0, 1)}
    turns = [_quarter(one) for one in quarters[frozenset(halves)]]
    return _nested(side_by_side((put, length)), [_Side(length, ends[0], ends[1]), _Side(angle, *turns)])


def _quarter(count: int) -> Node:
    return Number("0") if not count else side_by_side((in_digits(Fraction(count, 2)), Constant(r"\pi")))


def _is_ring(inner: Sequence[Node], outer: Sequence[Node]) -> bool:
    """Whether the outer length is not below the inner one."""
    if not inner:
        return True
    low, high = worked_out(inner[0]), worked_out(outer[0])
    return low is not None and high is not None and 0 <= low <= high


def _length(square: Node) -> Node | None:
    """The root of a number that is not negative, or of a name's square: its size."""
    match square:
        case Power(base=Symbol() as base, exponent=Number(text="2")):
            return Root(None, square) if base else None
        case _:
            number = worked_out(square)
            if number is None or number < 0:
                return None
            root = Fraction(isqrt(number.numerator), isqrt(number.denominator))
            return in_digits(root) if root**2 == number else Root(None, square)
