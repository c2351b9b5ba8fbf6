r"""Integrals inside each other, taken in the other order (G. Fubini).

Owns: `in_one_order`.

| written | judged |
| --- | --- |
| `\int_0^1 \int_0^x f(x, y)\,dy\,dx = \int_0^1 \int_y^1 f(x, y)\,dx\,dy` | the left side as the right one is taken |
| `\int_0^1 \int_x^1 e^{y^2}\,dy\,dx = \frac{e - 1}{2}` | `\int_0^1 \int_0^y e^{y^2}\,dx\,dy` |

Laws:
- Between the curves x → g and x → h one is a number that the other one begins or ends at, or they meet at both ends;
  each is a line, a power or a root, which rises or falls from end to end.
- What is integrated is continuous there: it divides by nothing, or by powers of the inner letter where it speaks of no
  other one, and then has one sign wherever it is not bounded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.smoothness import is_smooth
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, line_of, worked_out

_LARGEST_DEGREE: Final = 9


def in_one_order(node: t.Relation, model: Model) -> t.Relation | None:
    """The relation with its double integrals in one order, or in the one in which they can be worked out."""
    doubles = [one for one in node.operands if _letters(one)]
    orders = {_letters(one) for one in doubles}
    wanted = _letters(doubles[-1]) if len(orders) > 1 else None
    put = tuple(
        turned
        if (_letters(one) not in {(), wanted} and (wanted or _is_stuck(one)) and (turned := _turned(one, model)))
        else one
        for one in node.operands
    )
    return None if put == node.operands else replace(node, operands=put)


def _letters(node: t.Node) -> tuple[t.Node, ...]:
    """The outer and the inner letter of an integral of an integral between ends; none of anything else."""
    match node:
        case t.Integral(
            r"\int", t.Node(), t.Node(), t.Integral(r"\int", t.Node(), t.Node(), t.Node(), (inner,)), (outer,)
        ):
            return (outer.variable, inner.variable)
        case _:
            return ()


def _is_stuck(node: t.Node) -> bool:
    """Whether the inner integral is of a function of its own letter that may have no antiderivative in closed form."""
    outer, _ = _letters(node)
    body = node.children[2].children[2]
    closed = not any(isinstance(part, t.FunctionName | t.Power | t.Root) for _, part in t.walk(body))
    return not closed and not t.mentions(body, outer)


@dataclass(frozen=True, slots=True)
class _Curve:
    """A boundary: where it is at both ends of x, and the x at which it has a height."""

    start: Fraction
    end: Fraction
    inverse: t.Node | None  # None of a number

    @property
    def rises(self) -> bool:
        """Whether it is higher at the end."""
        return self.start < self.end


def _turned(node: t.Node, model: Model) -> t.Node | None:
    assert isinstance(node, t.Integral)  # noqa: S101 - it has letters
    inner, (outer,) = node.body, node.differentials
    assert isinstance(inner, t.Integral)  # noqa: S101 - and this
    (within,) = inner.differentials
    x, y = outer.variable, within.variable
    ends = t.all_known(worked_out(one) for one in (node.lower, node.upper) if one is not None)
    if ends is None or ends[0] >= ends[1] or not _is_continuous(inner.body, x, y, model):
        return None
    curves = t.all_known(_curve(one, x, y, *ends) for one in (inner.lower, inner.upper) if one is not None)
    if curves is None:
        return None
    low, high = curves
    sides: tuple[t.Node | None, t.Node | None]
    match low, high:
        case _Curve(inverse=None), _Curve(inverse=t.Node() as back) if low.start == min(high.start, high.end):
            sides = (back, node.upper) if high.rises else (node.lower, back)
            heights = (low.start, max(high.start, high.end))
        case _Curve(inverse=t.Node() as back), _Curve(inverse=None) if high.start == max(low.start, low.end):
            sides = (node.lower, back) if low.rises else (back, node.upper)
            heights = (min(low.start, low.end), high.start)
        case _Curve(inverse=t.Node()), _Curve(inverse=t.Node()) if (low.start, low.end) == (high.start, high.end):
            sides = (high.inverse, low.inverse) if low.rises else (low.inverse, high.inverse)
            heights = (min(low.start, low.end), max(low.start, low.end))
        case _:
            return None
    body = replace(inner, lower=sides[0], upper=sides[1], differentials=(outer,))
    bottom, top = map(in_digits, heights)
    return replace(node, lower=bottom, upper=top, body=body, differentials=(within,))


def _curve(node: t.Node, x: t.Node, y: t.Node, start: Fraction, end: Fraction) -> _Curve | None:
    node = node.body if isinstance(node, t.Group) else node
    if not t.mentions(node, x):
        value = worked_out(node)
        return None if value is None else _Curve(value, value, None)
    match node:
        case t.Power(base, t.Number(value=power)) if base == x and start >= 0 and power.denominator == 1 and power > 1:
            degree = None if power == 2 else t.Number(str(power))  # noqa: PLR2004 - a square root
            return _Curve(start**power.numerator, end**power.numerator, t.Root(degree, y))
        case t.Root(None | t.Number() as index, radicand) if radicand == x and (index is None or _is_natural(index)):
            degree = index or t.Number("2")
            at = [_root(one, degree.value) for one in (start, end)]
            return None if at[0] is None or at[1] is None else _Curve(at[0], at[1], t.Power(y, degree))
    line = line_of(node, x)
    if line is None or not line[0]:
        return None
    steep, at_zero = line
    above = t.Group(t.Addition((y, in_digits(at_zero)), ("-",))) if at_zero else y
    inverse = above if steep == 1 else t.Quotient(above, in_digits(steep))
    return _Curve(at_zero + steep * start, at_zero + steep * end, inverse)


def _root(value: Fraction, degree: Fraction) -> Fraction | None:
    """The root of a power of a fraction."""
    if value < 0 or not 1 < degree <= _LARGEST_DEGREE:
        return None
    found = Fraction(*(round(one ** (1 / float(degree))) for one in (value.numerator, value.denominator)))
    return found if found**degree.numerator == value else None


def _is_continuous(body: t.Node | None, x: t.Node, y: t.Node, model: Model) -> bool:
    """Whether what is integrated has values without jumps wherever its letters are, and which poles it may have."""
    if body is None or any(name is not None and name.body is not None for name in map(model.named, t.symbols(body))):
        return False
    return is_smooth(body, (x, y), model) or (not t.mentions(body, x) and _has_one_letters_poles(body, (x, y), model))


def _has_one_letters_poles(body: t.Node, letters: tuple[t.Node, t.Node], model: Model) -> bool:
    """Whether it is made of what is continuous, divided by powers of the inner letter."""
    match body:
        case t.Quotient(above, below) if _is_power(below, letters[1]):
            return is_smooth(above, letters, model)
        case t.Group() | t.Signed() | t.Addition() | t.Product():
            return all(_has_one_letters_poles(one, letters, model) for one in body.children)
        case _:
            return is_smooth(body, letters, model)


def _is_power(node: t.Node, y: t.Node) -> bool:
    return node == y or (isinstance(node, t.Power) and node.base == y)


def _is_natural(node: t.Node) -> bool:
    return isinstance(node, t.Number) and node.value.denominator == 1
