r"""Limits of two variables.

Owns: `limit_of_two`.

| written | judged |
| --- | --- |
| `\lim_{(x,y) \to (1,2)} (x^2 + y) = 3` | `1^2 + 2 = 3`, where all is continuous there |
| `\lim_{(x,y) \to (0,0)} \frac{x^2 y}{x^2 + y^2} = 0` | `0 = 0`: each term above is of a higher degree |
| `\lim_{(x,y) \to (0,0)} \frac{xy}{x^2 + y^2} = 0` | the same, and the limits along `(t, 0)`, `(t, t)`, `(t, t^2)`, … |

Laws:
- Limits along some ways refute one; they prove none, for the limit itself stands beside them.
- A way on which the body may have no values is none: of `\frac{\sin xy}{xy}`, `(t, 0)`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.smoothness import is_smooth
from mathora.formula.symbols.functions import SMOOTH
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, worked_out
from mathora.formula.tree.substitution import substituted

_ZERO: Final = t.Number("0")
_TIMES: Final = frozenset({"", r"\cdot"})
_NEARBY: Final = in_digits(Fraction(1, 1024))  # where it is seen whether something is 0, or below 0, on all of a way


def limit_of_two(node: t.Relation, model: Model) -> t.Node | None:
    """What is judged instead of an equation whose left side is a limit of two variables; None of anything else."""
    match node:
        case t.Relation(
            (t.Limit(t.Tuple((t.Symbol() as x, t.Symbol() as y)), t.Tuple((a, b)), body, ""), value), ("=",)
        ):
            there = _both(body, x, y, a, b)
        case _:
            return None
    names = [model.named(part) for _, part in t.walk(body)]
    if any(name is not None and name.body is not None for name in names):
        return None  # it may rest on x and y
    if there is not None and _is_continuous(body, (x, y), (a, b), model):
        return t.Relation((there, value), ("=",))
    if a == b == _ZERO and _falls_to_zero(body, x, y):
        return t.Relation((_ZERO, value), ("=",))
    free = (one for one in map(t.Symbol, "tsuvw") if not t.mentions(node, one) and symbol_key(one) not in model)
    way = next(free, None)
    if way is None:
        return None
    square, turned = t.Power(way, t.Number("2")), t.Signed("-", way)
    ways = ((way, _ZERO), (_ZERO, way), (way, way), (way, turned), (way, square), (square, way))
    claims = [node]
    for one, other in ways:
        put = _both(body, x, y, _moved(a, one), _moved(b, other))
        if put is not None and _has_values(put, way):
            claims.append(t.Relation((t.Limit(way, _ZERO, put, "+"), value), ("=",)))
    return t.together(tuple(claims)) if len(claims) > 1 else None


def _moved(place: t.Node, by: t.Node) -> t.Node:
    return by if place == _ZERO else place if by == _ZERO else t.Group(t.added((place, by)))


def _both(body: t.Node, x: t.Symbol, y: t.Symbol, a: t.Node, b: t.Node) -> t.Node | None:
    """A body with both letters put in at once."""
    stand_in = t.Symbol(y.name, accents=("tilde", "hat"))
    moved = substituted(body, y, stand_in)
    put = substituted(moved, x, t.Group(a)) if moved is not None else None
    return None if put is None else t.replaced(put, stand_in, t.Group(b))


def _has_values(put: t.Node, way: t.Symbol) -> bool:
    """Whether a body has values along a way, near its end: no denominator is 0 on it, and nothing below a root < 0."""
    for _, part in t.walk(put):
        match part:
            case t.Quotient(_, below):
                if not _size(below, way):
                    return False
            case t.Root(None, radicand):
                size = _size(radicand, way)
                if size is None or size < 0:
                    return False
            case t.Power(base, exponent) if base != t.Constant("e") and not isinstance(exponent, t.Number):
                return False
            case t.Application(head=t.FunctionName(name=name), power=None) if name in SMOOTH:
                pass
            case t.Application() | t.Root():
                return False
    return True


def _size(node: t.Node, way: t.Symbol) -> Fraction | None:
    """A number that is 0, or below 0, as a part of a body is near the end of a way; None where it is not known."""
    if isinstance(node, t.Root) and node.degree is None:
        return _size(node.radicand, way)
    return worked_out(t.replaced(node, way, _NEARBY))


def _is_continuous(body: t.Node, letters: tuple[t.Symbol, t.Symbol], at: tuple[t.Node, t.Node], model: Model) -> bool:
    """Whether it is continuous at a place, by its form: a quotient is where it divides by no zero there."""
    match body:
        case t.Quotient(above, below):
            there = _both(below, *letters, *at)
            parts = (above, below) if there is not None and worked_out(there) else ()
            return bool(parts) and all(_is_continuous(one, letters, at, model) for one in parts)
        case t.Group() | t.Signed() | t.Addition() | t.Product():
            return all(_is_continuous(one, letters, at, model) for one in body.children)
        case _:
            return is_smooth(body, letters, model)


def _falls_to_zero(body: t.Node, x: t.Symbol, y: t.Symbol) -> bool:
    """Whether each term above is of a higher degree than a sum of even powers of both letters below."""
    match body:
        case t.Quotient(above, t.Root(None, t.Addition(squares, ("+",)))):
            half = 2
        case t.Quotient(above, t.Addition(squares, ("+",))):
            half = 1
        case _:
            return False
    terms = above.terms if isinstance(above, t.Addition) else (above,)
    below, degrees = (t.all_known(_degrees(one, x, y) for one in sums) for sums in (squares, terms))
    match sorted(below or ()):
        case [(0, power), (same, 0)] if same == power and power % 2 == 0 and degrees is not None:
            return all(sum(one) * half > power for one in degrees)
        case _:
            return False


def _degrees(node: t.Node, x: t.Symbol, y: t.Symbol) -> tuple[int, int] | None:
    """The degrees in both letters of a term that is a number times powers of them, the number being positive below."""
    match node:
        case t.Group(body):
            return _degrees(body, x, y)
        case t.Number(value=value) if value > 0:
            return (0, 0)
        case t.Symbol() if node in (x, y):
            return (int(node == x), int(node == y))
        case t.Power(base, t.Number(value=power)) if base in (x, y) and power.denominator == 1:
            return (int(power) * (base == x), int(power) * (base == y))
        case t.Product(factors, operators) if {*operators} <= _TIMES:
            found = t.all_known(_degrees(one, x, y) for one in factors)
            return None if found is None else (sum(one for one, _ in found), sum(other for _, other in found))
        case _:
            return None
