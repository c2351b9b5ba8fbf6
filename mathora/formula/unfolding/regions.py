r"""Integrals over a region of the plane or of space, as integrals inside each other.

Owns: `with_regions_in_full`, `over_region`.

| region D of `\iint_D f \, dA`, or of `\iint_D f \, dx \, dy` | in full |
| --- | --- |
| `[0, 3] \times [0, 2]`, of x and y | `\int_0^2 \int_0^3 f \, dx \, dy` |
| `\{(x, y) \mid 0 \le x \le 1, \; 0 \le y \le x\}` | `\int_0^1 \int_0^x f \, dy \, dx` |
| `\{(x, y) \mid x \ge 0, \; y \ge 0, \; x + 2y \le 2\}` | `\int_0^2 \int_0^{(2 - x)/2} f \, dy \, dx` |
| `\{(x, y) \mid x^2 + y^2 \le 4\}`, or a ring | `\int_0^{2\pi} \int_0^2 f(r \cos t, r \sin t) \, r \, dr \, dt` |

Laws:
- No interval is empty. That the upper end is not below the lower one is shown by numbers, by what the model says of
  names, or by Bernstein's coefficients of their difference, which are not negative; else nothing is said.
- What is integrated is continuous by its form (see `smoothness`).
- Ends are numbers, and within them rational polynomials of the outer letter; of other regions nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from math import comb, isqrt
from operator import mul
from typing import TYPE_CHECKING, Final, NamedTuple

from mathora.formula import tree as t
from mathora.formula.inspection.smoothness import is_smooth
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, rational, worked_out
from mathora.formula.tree.region_letters import USUAL, is_region, letters_of_set
from mathora.formula.tree.substitution import bound_names, substituted

if TYPE_CHECKING:
    from flint import fmpq_poly

_ELEMENTS: Final = {r"\iint": (t.Symbol("A"), 2), r"\iiint": (t.Symbol("V"), 3)}
_SQUARE: Final = t.Number("2")


class _Side(NamedTuple):
    """A letter, and the ends between which it runs."""

    letter: t.Symbol
    low: t.Node
    high: t.Node


def with_regions_in_full(node: t.Node, model: Model) -> t.Node:
    """A formula with its integrals over regions in full; of names that it binds the model says nothing."""
    if not any(isinstance(part, t.Integral) and part.lower and not part.upper for _, part in t.walk(node)):
        return node
    bound = {symbol_key(name) for _, part in t.walk(node) for name in bound_names(part)}
    return _in_full(node, Model({key: name for key, name in model.names.items() if key not in bound}))


def _in_full(node: t.Node, model: Model) -> t.Node:
    whole = t.with_each(node, lambda one: _in_full(one, model))
    return over_region(whole, model) or whole


def over_region(node: t.Node, model: Model) -> t.Node | None:
    """The integral in full; None of anything else."""
    if not isinstance(node, t.Integral) or node.lower is None or node.upper is not None:
        return None
    by = [one.variable for one in node.differentials]
    alone = dict(_ELEMENTS.values())  # \int_D f \, dA
    plain = (by[0], alone[by[0]]) if len(by) == 1 and by[0] in alone else (None, len(by))
    element, count = _ELEMENTS.get(node.operator, plain if is_region(node.lower, model) else (None, 0))
    own = tuple(sorted((one for one in by if isinstance(one, t.Symbol)), key=symbol_key))
    if by != [element] and len(set(own)) != count:
        return None
    name = model.named(node.lower)
    region = node.lower if name is None else name.body
    letters = (letters_of_set(region) if isinstance(region, t.SetBuilder) else USUAL if by == [element] else own)[
        :count
    ]
    function = model.named(node.body)
    body = node.body or t.Number("1")
    if function is not None and function.parameters and isinstance(body, t.Symbol):
        body = t.Application(body, None, letters)
    if region is None or len(letters) != count or (by != [element] and {*own} != {*letters}):
        return None
    if not is_smooth(body, letters, model):
        return None
    if isinstance(region, t.Product | t.Power):
        return _nested(body, _sides_of(region, letters, model))
    bounds = t.taken_apart(region.condition if isinstance(region, t.SetBuilder) else region)
    return (_around(body, bounds, letters) if count == 2 else None) or _nested(body, _between(bounds, letters))  # noqa: PLR2004


def _nested(body: t.Node, sides: Sequence[_Side]) -> t.Node | None:
    """Integrals inside each other, the innermost side first."""
    for letter, low, high in sides:
        body = t.Integral(r"\int", low, high, body, (t.Differential(letter),))
    return t.Group(body) if sides else None


def _sides_of(box: t.Product | t.Power, letters: Sequence[t.Symbol], model: Model) -> list[_Side]:
    """The sides of a box, which belong to the letters in their order; none where one may be empty."""
    match box:
        case t.Product(factors, signs) if {*signs} == {r"\times"}:
            sides = factors
        case t.Power(t.IntervalSet() as side, t.Number(text)) if text == str(len(letters)):
            sides = (side,) * len(letters)
        case _:
            return []
    pairs = list(zip(letters, sides, strict=False))
    known = [_Side(letter, one.lower, one.upper) for letter, one in pairs if isinstance(one, t.IntervalSet)]
    apart = not any(t.mentions(end, letter) for side in known for end in side[1:] for letter in letters)
    whole = len(known) == len(letters) == len(sides) and all(_rises(side, model) for side in known)
    return known if whole and apart else []


def _rises(side: _Side, model: Model) -> bool:
    """Whether the low end is known not to be above the high one: by numbers, or by what the model says of names."""
    low, high = worked_out(side.low), worked_out(side.high)
    if low is not None and high is not None:
        return low <= high
    names = [name for end in side[1:] if (name := model.named(end)) is not None]
    if low is not None and low <= 0 and any(name.kind in {"positive", "natural"} for name in names):
        return True
    return any((side.low, side.high) in _links(said) for name in names for said in name.domain)


# ── between graphs ──


def _between(bounds: Sequence[t.Node], letters: Sequence[t.Symbol]) -> list[_Side]:
    """The sides of a region of two letters between two graphs, the inner one first."""
    ends: list[_Side] = []  # of each letter, what says one of its ends or both
    slanted = False
    for one in bounds:
        match one:
            case t.Relation((low, t.Symbol() as letter, high)) if letter in letters:
                if _links(one) == [(letter, low), (high, letter)]:
                    low, high = high, low
                elif _links(one) != [(low, letter), (letter, high)]:
                    return []
                ends.append(_Side(letter, low, high))
            case t.Relation((_, _, _, _)) if (nested := _one_in_other(_links(one), letters)) is not None:
                ends += nested
            case t.Relation((t.Symbol() as at, t.Number()) | (t.Number(), t.Symbol() as at)) if at in letters:
                ((low, high),) = _links(one)
                ends.append(_Side(at, low, _OPEN) if high == at else _Side(at, _OPEN, high))
            case t.Relation((_, _)) if highest := _below_line(*_links(one)[0], letters):
                slanted = True
                ends += [_Side(letter, _OPEN, high) for letter, high in zip(letters, highest, strict=True)]
            case _:
                return []
    sides = [side for letter in letters if (side := _joined([one for one in ends if one.letter == letter]))]
    if len(letters) != 2 or len(sides) != 2 or (slanted and any(one.low != t.Number("0") for one in sides)):  # noqa: PLR2004
        return []
    ways = ([sides[1], sides[0]], [sides[0], sides[1]])
    return next((way for way in ways if _is_above(*way)), [])


def _one_in_other(links: Sequence[tuple[t.Node, t.Node]], letters: Sequence[t.Symbol]) -> tuple[_Side, _Side] | None:
    r"""The sides that `0 \le y \le x \le 1` says, whichever way it is written."""
    if len(links) != 3:  # noqa: PLR2004 - of four
        return None
    upwards = links[0][1] == links[1][0]
    (low, inner), (same, outer), (also, high) = links if upwards else links[::-1]
    if (same, also) != (inner, outer) or not isinstance(inner, t.Symbol) or not isinstance(outer, t.Symbol):
        return None
    own = {inner, outer} == {*letters} and not any(t.mentions(end, one) for end in (low, high) for one in letters)
    return (_Side(inner, low, outer), _Side(outer, low, high)) if own else None


_OPEN: Final = t.Blank()


def _joined(ends: Sequence[_Side]) -> _Side | None:
    """One side of what says its low end and its high one, each once."""
    lows, highs = ([one[place] for one in ends if one[place] != _OPEN] for place in (1, 2))
    return _Side(ends[0].letter, lows[0], highs[0]) if len(lows) == len(highs) == 1 else None


def _links(node: t.Node) -> list[tuple[t.Node, t.Node]]:
    """Pairs of which the first is not above the second; the same twice where that is not said."""
    signs = {"<": False, r"\le": False, ">": True, r"\ge": True}
    links = node.links if isinstance(node, t.Relation) else ()
    if not links or not {sign for _, sign, _ in links} <= signs.keys():
        return [(node, node)]
    return [(right, left) if signs[sign] else (left, right) for left, sign, right in links]


def _below_line(low: t.Node, high: t.Node, letters: Sequence[t.Symbol]) -> tuple[t.Node, t.Node] | None:
    r"""Of `a x + b y \le c` with positive a and b the highest x where y is 0, and the highest y at x."""
    of, times = worked_out(high), _coefficients(low, letters)
    if of is None or times is None or len(letters) != 2 or min(times) <= 0:  # noqa: PLR2004
        return None
    slope = t.Product((in_digits(times[0] / times[1]), letters[0]), (r"\cdot",))
    return in_digits(of / times[0]), t.Addition((in_digits(of / times[1]), slope), ("-",))


def _coefficients(node: t.Node, letters: Sequence[t.Symbol]) -> list[Fraction] | None:
    """How often each letter stands in a sum of their multiples."""
    found = dict.fromkeys(letters, Fraction(0))
    for one in node.terms if isinstance(node, t.Addition) and {*node.operators} == {"+"} else ():
        match one:
            case t.Symbol() if one in found:
                found[one] += 1
            case t.Product((times, t.Symbol() as letter)) if letter in found and (many := rational(times)):
                found[letter] += many
            case _:
                return None
    return list(found.values())


def _is_above(inner: _Side, outer: _Side) -> bool:
    """Whether both intervals are nowhere empty, the inner one by Bernstein's coefficients of its length."""
    from flint import fmpq, fmpq_poly  # noqa: PLC0415 - only what asks for it

    low, high = (_polynomial(one, outer.letter) for one in (inner.low, inner.high))
    first, last = worked_out(outer.low), worked_out(outer.high)
    if low is None or high is None or first is None or last is None or first > last:
        return False
    start, step = (fmpq(one.numerator, one.denominator) for one in (first, last - first))
    turned = (high - low)(fmpq_poly([start, step])).coeffs()
    degree = len(turned) - 1
    return all(
        sum((turned[j] * fmpq(comb(i, j), comb(degree, j)) for j in range(i + 1)), start=fmpq(0)) >= 0
        for i in range(degree + 1)
    )


_HIGHEST: Final = 16


def _polynomial(node: t.Node, letter: t.Symbol) -> fmpq_poly | None:  # noqa: PLR0911 - a row each
    """As a polynomial of a letter; None of anything else."""
    from flint import fmpq, fmpq_poly  # noqa: PLC0415 - as above

    if (number := worked_out(node)) is not None:
        return fmpq_poly([fmpq(number.numerator, number.denominator)])
    if node == letter:
        return fmpq_poly([0, 1])
    parts = t.all_known(_polynomial(part, letter) for part in node.children)
    if not parts or sum(one.degree() for one in parts) > _HIGHEST:
        return None
    match node:
        case t.Group():
            return parts[0]
        case t.Signed("-"):
            return -parts[0]
        case t.Quotient() if parts[1].degree() == 0:
            return parts[0] / parts[1][0]
        case t.Power(exponent=t.Number(text)) if text.isdigit() and int(text) * parts[0].degree() <= _HIGHEST:
            return parts[0] ** int(text)
        case t.Product(operators=signs) if {*signs} <= {"", r"\cdot"}:
            return reduce(mul, parts)
        case t.Addition(operators=signs) if {*signs} <= {"+", "-"}:
            signed = (one if sign == "+" else -one for sign, one in zip(("+", *signs), parts, strict=True))
            return sum(signed, fmpq_poly([0]))
        case _:
            return None


# ── around the origin ──


def _around(body: t.Node, bounds: Sequence[t.Node], letters: Sequence[t.Symbol]) -> t.Node | None:
    """The integral over a disc or a ring around the origin, or half of it or a quarter, by length and angle."""
    squares = [t.Power(one, _SQUARE) for one in letters]
    lengths = list[tuple[t.Node, t.Node]]()
    halves = set[t.Symbol]()
    for low, high in (pair for one in bounds for pair in _links(one)):
        if isinstance(low, t.Addition) and [*low.terms] == squares and low.operators == ("+",):
            lengths.append((t.Number("0"), high))
        elif isinstance(high, t.Addition) and [*high.terms] == squares and high.operators == ("+",):
            lengths.append((low, t.Number("0")))
        elif low == t.Number("0") and isinstance(high, t.Symbol) and high in letters:
            halves.add(high)
        else:
            return None
    inner, outer = ([one[place] for one in lengths if one[place] != t.Number("0")] for place in (0, 1))
    ends = [_length(one[0]) if one else t.Number("0") for one in (inner, outer)]
    if len(outer) != 1 or len(inner) > 1 or ends[0] is None or ends[1] is None or not _is_ring(inner, outer):
        return None
    names = {*letters, *t.symbols(body)}
    length, angle = (
        next(one for one in (t.Symbol(a), t.Symbol(b)) if one not in names) for a, b in (("r", "s"), ("t", "u"))
    )
    x, y = letters
    put: t.Node | None = t.Group(body)
    for name, wave in ((x, "cos"), (y, "sin")):
        there = t.side_by_side((length, t.Application(t.FunctionName(wave), None, (angle,))))
        put = substituted(put, name, there) if put is not None else None
    if put is None or any(t.mentions(one, letter) for one in ends if one for letter in letters):
        return None
    quarters = {frozenset(): (0, 4), frozenset({x}): (-1, 1), frozenset({y}): (0, 2), frozenset({x, y}): (0, 1)}
    turns = [_quarter(one) for one in quarters[frozenset(halves)]]
    return _nested(t.side_by_side((put, length)), [_Side(length, ends[0], ends[1]), _Side(angle, *turns)])


def _quarter(count: int) -> t.Node:
    return t.Number("0") if not count else t.side_by_side((in_digits(Fraction(count, 2)), t.Constant(r"\pi")))


def _is_ring(inner: Sequence[t.Node], outer: Sequence[t.Node]) -> bool:
    """Whether the outer length is not below the inner one."""
    if not inner:
        return True
    low, high = worked_out(inner[0]), worked_out(outer[0])
    return low is not None and high is not None and 0 <= low <= high


def _length(square: t.Node) -> t.Node | None:
    """The root of a number that is not negative, or of a name's square: its size."""
    match square:
        case t.Power(t.Symbol() as base, t.Number("2")):
            return t.Root(None, square) if base else None
        case _:
            number = worked_out(square)
            if number is None or number < 0:
                return None
            root = Fraction(isqrt(number.numerator), isqrt(number.denominator))
            return in_digits(root) if root**2 == number else t.Root(None, square)
