r"""One statement that stands for several: of each sign, of each end.

Owns: `split`, `inverse_said`, `slope_of_inverse`, `of_each_order`, `of_wave`.

| written | said |
| --- | --- |
| `|x| = x \operatorname{sgn} x` | `x > 0 \Rightarrow |x| = x \cdot 1`, and so on for `x < 0` and `x = 0` |
| `\lim_{x \to \pm\infty} \frac{1}{x} = 0` | the same of `\infty`, and of `-\infty` |
| `\int_{-\infty}^{\infty} e^{-|t|} \, dt` | `\int_{-\infty}^0 e^t \, dt + \int_0^{\infty} e^{-t} \, dt` |
| `\frac{d^n}{dx^n} e^{2x} = 2^n e^{2x}`, `f^{(n)}(x) = …` | it holds of the first n, and the derivative of the right side is what it is of n + 1 |
| `2\sin^2 x = \sin x \iff \sin x = 0 \text{ or } \sin x = \frac12` | `\forall u \in [-1, 1] : 2u^2 = u \iff …` |
| `f^{-1}(y) = \ln y`, where `f(x) = e^x` | `\forall x : \ln f(x) = x`, and `e^{\ln y} = y` where `y > 0` |
| `f^{-1}(f(x)) = x` | f is injective |
| `(f^{-1})'(1) = \frac14`, where `f(x) = x^3 + x - 1` | f is injective, `f(1) = 1`, and `\frac{1}{f'(1)} = \frac14` |

Laws:
- A sign is told apart where it stands in the statement itself, and not of a letter that an integral, a sum or a limit binds.
- The place that f takes to a value is looked for among numbers, and judged: `f(1) = 1` is part of what is said.
- What the inverse is of all values of f says that f takes none of them twice; of one value, that f is injective is said, too.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mathora.formula import tree as t
from mathora.formula.calculus.natural_domain import conditions_of
from mathora.formula.calculus.premises import obeys
from mathora.formula.predicates.all_values import of_all, of_values
from mathora.formula.predicates.slopes import one_to_one
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import in_digits, rational, worked_out
from mathora.formula.tree.regrouping import one_of
from mathora.formula.tree.signs import BOTH, infinite_sign, with_sign
from mathora.formula.tree.substitution import substituted

_ZERO: Final = t.Number("0")
_BINDING: Final = (t.Big, t.Integral, t.Limit, t.Derivative, t.Prime, t.Quantified)
_VALUES: Final[tuple[tuple[t.RelationSign, t.Node], ...]] = (
    (">", t.Number("1")),
    ("<", t.Group(t.Signed("-", t.Number("1")))),
    ("=", _ZERO),
)


def split(node: t.Node) -> t.Node | None:
    """What it stands for; None of anything else."""
    match node:
        case t.Relation() if any(isinstance(one, t.Limit) and _has_two_ends(one) for _, one in t.walk(node)):
            return t.together((with_sign(node, "+"), with_sign(node, "-")))
        case t.Relation() if len(signs := {*_signs(node)}) == 1:
            return _by_sign(node, *signs)
        case t.Integral(lower=t.Node() as low, upper=t.Node() as high, body=t.Node() as body, differentials=(by,)) if (
            infinite_sign(low) == -1
            and infinite_sign(high) == 1
            and isinstance(letter := by.variable, t.Symbol)
            and t.mentions(body, t.Absolute(letter))
        ):
            below = t.replaced(body, t.Absolute(letter), t.Group(t.Signed("-", letter)))
            above = t.replaced(body, t.Absolute(letter), letter)
            left, right = replace(node, upper=_ZERO, body=below), replace(node, lower=_ZERO, body=above)
            return t.Group(t.Addition((left, right), ("+",)))
        case _:
            return None


def _has_two_ends(limit: t.Limit) -> bool:
    return isinstance(limit.target, t.Signed) and limit.target.sign in BOTH


def _signs(node: t.Node) -> Iterator[t.Application]:
    """The signs in a statement that no integral, sum, limit or derivative encloses; the innermost first."""
    for one in node.children:
        if not isinstance(one, _BINDING):
            yield from _signs(one)
    match node:
        case t.Application(t.FunctionName("sgn" | "sign"), None, (_,)) as sign:
            yield sign
        case _:
            return


def _by_sign(node: t.Relation, sign: t.Application) -> t.Node:
    (of,) = sign.arguments
    number = rational(of)
    if number is not None:
        value = _VALUES[0 if number > 0 else 1 if number < 0 else 2][1]
        return t.replaced(node, sign, value)
    above, below = (
        t.Logic((t.Relation((of, _ZERO), (side,)), t.replaced(node, sign, value)), (r"\Rightarrow",))
        for side, value in _VALUES[:2]
    )
    return t.together((above, below, one_of((t.Relation((of, _ZERO), (r"\ne",)), t.replaced(node, sign, _ZERO)))))


def of_wave(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node | None:
    r"""What follows from equations of `\sin x` (and `\cos^2 x`) alone, of a free x: of all numbers from −1 to 1."""
    waves = [one for _, one in t.walk(node) if isinstance(one, t.Application) and _is_wave(one)]
    if not isinstance(node, t.Logic) or not {*node.operators} <= t.ARROWS | t.EQUIVALENT or not waves:
        return None
    wave = next((one for one in waves if one.power != t.Number("2")), waves[0])
    (angle,) = wave.arguments
    letters = {*t.symbols(angle)}
    match angle:
        case t.Product((times, letter)) if rational(times):
            name = model.named(letter)
        case _:
            name = model.named(angle)
    said = _with_height(node, wave)
    free = name is not None and (name.kind, name.body, name.domain, name.parameters) == ("real", None, (), ())
    if not free or any(t.mentions(part, one) for one in letters for part in (said, *givens)):
        return None
    low, high = t.Signed("-", t.Number("1")), t.Number("1")
    return t.Quantified(r"\forall", t.Relation((_HEIGHT, t.IntervalSet(low, high, "[", "]")), (r"\in",)), said)


_HEIGHT: Final = t.Symbol("u", accents=("tilde",))


def _is_wave(node: t.Node) -> bool:
    head = node.head if isinstance(node, t.Application) and len(node.arguments) == 1 and not node.inverse else None
    return isinstance(head, t.FunctionName) and head.name in {"sin", "cos"}


def _with_height(node: t.Node, wave: t.Application) -> t.Node:
    if not isinstance(node, t.Application) or not _is_wave(node) or node.arguments != wave.arguments:
        return node.with_children([_with_height(one, wave) for one in node.children])
    height = _HEIGHT if node.power is None else t.Power(_HEIGHT, node.power)
    if node.head == wave.head:
        return height
    return t.Group(t.Addition((t.Number("1"), height), ("-",))) if node.power == t.Number("2") else node


def slope_of_inverse(node: t.Node, model: Model) -> t.Node | None:
    """What is said of the slope of an inverse at a number, by that of the function at the place with this value."""
    slopes = [one for _, one in t.walk(node) if isinstance(one, t.Application) and _is_slope_of_inverse(one)]
    match slopes[:1] if isinstance(node, t.Relation) and len({*slopes}) == 1 else []:
        case [
            t.Application(
                head=t.Prime(operand=t.Group(body=t.Power(base=t.Symbol() as head))), arguments=(value,)
            ) as slope
        ]:
            name = model.on_its_domain(head)
        case _:
            return None
    once = None if name is None else one_to_one(name, model)
    if name is None or name.body is None or once is None:
        return None
    (letter,) = name.parameters
    wanted = worked_out(value)
    tried = [Fraction(above, below) for below in (1, 2) for above in range(-_FARTHEST, _FARTHEST + 1)]
    inside = (one for one in tried if all(obeys(part, {letter: one}) for part in name.domain))
    values = ((one, substituted(name.body, letter, in_digits(one))) for one in inside)
    place = next((one for one, there in values if there and wanted is not None and worked_out(there) == wanted), None)
    at = t.Symbol("x", accents=("tilde",)) if place is None else in_digits(place)
    said = t.replaced(node, slope, t.Group(t.Quotient(t.Number("1"), t.Application(t.Prime(head, 1), None, (at,)))))
    said = t.replaced(said, t.Application(head, t.Signed("-", t.Number("1")), (value,)), t.Group(at))
    there = tuple(t.replaced(part, letter, t.Group(at)) for part in name.domain)
    there = (*there, t.Relation((t.Application(head, None, (at,)), value), ("=",)))
    if isinstance(at, t.Symbol):
        told = any(part == t.Prime(head, 1) for _, part in t.walk(node))
        return t.together((once, t.Quantified(r"\exists", at, t.together((*there, said))))) if told else None
    return t.together((once, *there, said))


_FARTHEST: Final = 12


def _is_slope_of_inverse(node: t.Node) -> bool:
    """`(f^{-1})'(1)`."""
    match node:
        case t.Application(
            head=t.Prime(operand=t.Group(body=t.Power(base=t.Symbol(), exponent=exponent)), order=1),
            power=None,
            arguments=(_,),
        ):
            return exponent == t.Signed("-", t.Number("1"))
        case _:
            return False


def inverse_said(node: t.Node, model: Model) -> t.Node | None:
    """What a formula for the inverse of a function of the model says; None of anything else."""
    match node:
        case t.Relation((t.Application(head, arguments=(value,)) as left, right), ("=",)) if left.inverse:
            name = model.on_its_domain(head)
        case _:
            return None
    if name is None or name.body is None or len(name.parameters) != 1 or not isinstance(head, t.Symbol):
        return None
    (letter,) = name.parameters
    if not isinstance(value, t.Symbol):
        said = t.Relation((t.Application(head, None, (right,)), value), ("=",))
        once = of_values(name, "injective", None)
        undone = right == letter and said.operands[0] == value
        inside = tuple(t.replaced(part, letter, right) for part in name.domain)
        return (
            once if undone or once is None else None if t.mentions(said, letter) else t.together((once, *inside, said))
        )
    known = model.named(value)
    if value != letter and (t.mentions(right, letter) or (known is not None and known.body is not None)):
        return None
    taken = t.Application(head, None, (letter,))
    own, needed = (conditions_of(one, of) or () for one, of in ((name.body, letter), (right, value)))
    later = tuple(one for one in needed if one.operators != (r"\ge",))  # that a root has a value shows by itself
    there, back = substituted(right, value, taken), substituted(name.body, letter, t.Group(right))
    if there is None or back is None:
        return None
    where = replace(name, domain=(*name.domain, *own, *(t.replaced(one, value, taken) for one in later)))
    first = of_all(where, letter, t.Relation((there, letter), ("=",)))
    inside = tuple(
        replace(one, operands=(_signed(one.operands[0]), _ZERO)) for one in needed if one.operators == (">",)
    )
    last = t.Relation((back, value), ("=",))
    return t.together((first, t.Logic((t.together(inside), last), (r"\Rightarrow",)) if inside else last))


def _signed(node: t.Node) -> t.Node:
    """A term with the sign of this one: of a quotient, the product."""
    match node:
        case t.Group(body):
            return _signed(body)
        case t.Quotient(above, below):
            return t.side_by_side((t.Group(above), t.Group(below)))
        case _:
            return node


def _is_function(node: t.Node, model: Model) -> bool:
    name = model.named(node)
    return name is not None and len(name.parameters) == 1


def of_each_order(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node:
    """The statement with what it says by a derivative of each order: one of which nothing but natural is said."""
    match node:
        case t.Logic((one, other), (sign,)) if sign == r"\Rightarrow" or sign in t.CONDITIONS:
            claim, condition = (other, one) if sign == r"\Rightarrow" else (one, other)
            told = _of_each_order(claim, model, (condition, *givens))
            return (
                node
                if told is None
                else node.with_children([told if part is claim else part for part in node.children])
            )
        case _:
            return _of_each_order(node, model, givens) or node


def _of_each_order(node: t.Node, model: Model, said: Sequence[t.Node]) -> t.Node | None:
    match node:
        case t.Relation((t.NthDerivative() as left, right), ("=",)):
            operand, letter, order = left.operand, left.variable, left.order
            operand = t.Application(operand, None, (letter,)) if _is_function(operand, model) else operand
        case t.Relation(
            (t.Application(t.NthPrime(order=order) as head, arguments=(letter,), power=None), right), ("=",)
        ):
            operand = t.Application(head.operand, None, (letter,))
        case _:
            return None
    count = model.named(order)
    if (
        not isinstance(letter, t.Symbol)
        or not isinstance(order, t.Symbol)
        or count is None
        or (count.kind, count.body) != ("natural", None)
        or count.domain not in {(), (t.Relation((order, t.Number("1")), (r"\ge",)),)}
        or getattr(model.named(letter), "body", None) is not None
        or any(t.mentions(one, order) for one in (operand, *said))
        or isinstance(operand, t.Symbol)
    ):
        return None
    lowest = t.Number("1") if count.domain else _ZERO
    operand = t.Derivative("d", t.Group(operand), (letter,), (1,), inline=False) if count.domain else operand
    first = substituted(right, order, lowest)
    after = substituted(right, order, t.Group(t.Addition((order, t.Number("1")), ("+",))))
    if first is None or after is None:
        return None
    slope = t.Derivative("d", t.Group(right), (letter,), (1,), inline=False)
    return t.together((t.Relation((operand, first), ("=",)), t.Relation((slope, after), ("=",))))
