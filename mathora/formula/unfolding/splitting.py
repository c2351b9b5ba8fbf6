r"""One statement that stands for several: of each sign, of each end.

Owns: `split`, `inverse_said`, `of_each_order`, `of_wave`.

| written | said |
| --- | --- |
| `|x| = x \operatorname{sgn} x` | `x > 0 \Rightarrow |x| = x \cdot 1`, and so on for `x < 0` and `x = 0` |
| `\lim_{x \to \pm\infty} \frac{1}{x} = 0` | the same of `\infty`, and of `-\infty` |
| `\int_{-\infty}^{\infty} e^{-|t|} \, dt` | `\int_{-\infty}^0 e^t \, dt + \int_0^{\infty} e^{-t} \, dt` |
| `\frac{d^n}{dx^n} e^{2x} = 2^n e^{2x}`, `f^{(n)}(x) = …` | it holds of the first n, and the derivative of the right side is what it is of n + 1 |
| `2\sin^2 x = \sin x \iff \sin x = 0 \text{ or } \sin x = \frac12` | `\forall u \in [-1, 1] : 2u^2 = u \iff …` |
| `f^{-1}(y) = \ln y`, where `f(x) = e^x` | `\forall x : \ln f(x) = x`, and `e^{\ln y} = y` where `y > 0` |
| `f^{-1}(f(x)) = x` | f is injective |

Laws:
- A sign is told apart where it stands in the statement itself, and not of a letter that an integral, a sum or a limit binds.
- What the inverse is of all values of f says that f takes none of them twice; of one value, that f is injective is said, too.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mathora.formula.calculus.natural_domain import conditions_of
from mathora.formula.predicates.all_values import of_all, of_values
from mathora.formula.tree.node import Node, mentions, replaced, walk
from mathora.formula.tree.parts import NthDerivative
from mathora.formula.tree.rational import rational
from mathora.formula.tree.regrouping import one_of, together
from mathora.formula.tree.signs import BOTH, infinite_sign, with_sign
from mathora.formula.tree.statements import (
    ARROWS,
    CONDITIONS,
    EQUIVALENT,
    Application,
    Big,
    Derivative,
    Integral,
    Limit,
    Logic,
    NthPrime,
    Prime,
    Quantified,
    Relation,
    RelationSign,
)
from mathora.formula.tree.substitution import substituted
from mathora.formula.tree.terms import (
    Absolute,
    Addition,
    FunctionName,
    Group,
    IntervalSet,
    Number,
    Power,
    Product,
    Quotient,
    Signed,
    Symbol,
    side_by_side,
)

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model

_ZERO: Final = Number("0")
_BINDING: Final = (Big, Integral, Limit, Derivative, Prime, Quantified)
_VALUES: Final[tuple[tuple[RelationSign, Node], ...]] = (
    (">", Number("1")),
    ("<", Group(Signed("-", Number("1")))),
    ("=", _ZERO),
)


def split(node: Node) -> Node | None:
    """What it stands for; None of anything else."""
    match node:
        case Relation() if any(isinstance(one, Limit) and _has_two_ends(one) for _, one in walk(node)):
            return together((with_sign(node, "+"), with_sign(node, "-")))
        case Relation() if len(signs := {*_signs(node)}) == 1:
            return _by_sign(node, *signs)
        case Integral(lower=Node() as low, upper=Node() as high, body=Node() as body, differentials=(by,)) if (
            infinite_sign(low) == -1
            and infinite_sign(high) == 1
            and isinstance(letter := by.variable, Symbol)
            and mentions(body, Absolute(letter))
        ):
            below = replaced(body, Absolute(letter), Group(Signed("-", letter)))
            above = replaced(body, Absolute(letter), letter)
            left, right = replace(node, upper=_ZERO, body=below), replace(node, lower=_ZERO, body=above)
            return Group(Addition((left, right), ("+",)))
        case _:
            return None


def _has_two_ends(limit: Limit) -> bool:
    return isinstance(limit.target, Signed) and limit.target.sign in BOTH


def _signs(node: Node) -> Iterator[Application]:
    """The signs in a statement that no integral, sum, limit or derivative encloses; the innermost first."""
    for one in node.children:
        if not isinstance(one, _BINDING):
            yield from _signs(one)
    match node:
        case Application(head=FunctionName(name="sgn" | "sign"), power=None, arguments=(_,)) as sign:
            yield sign
        case _:
            return


def _by_sign(node: Relation, sign: Application) -> Node:
    (of,) = sign.arguments
    number = rational(of)
    if number is not None:
        value = _VALUES[0 if number > 0 else 1 if number < 0 else 2][1]
        return replaced(node, sign, value)
    above, below = (
        Logic((Relation((of, _ZERO), (side,)), replaced(node, sign, value)), (r"\Rightarrow",))
        for side, value in _VALUES[:2]
    )
    return together((above, below, one_of((Relation((of, _ZERO), (r"\ne",)), replaced(node, sign, _ZERO)))))


def of_wave(node: Node, model: Model, givens: Sequence[Node]) -> Node | None:
    r"""What follows from equations of `\sin x` (and `\cos^2 x`) alone, of a free x: of all numbers from −1 to 1."""
    waves = [one for _, one in walk(node) if isinstance(one, Application) and _is_wave(one)]
    if not isinstance(node, Logic) or not {*node.operators} <= ARROWS | EQUIVALENT or not waves:
        return None
    wave = next((one for one in waves if one.power != Number("2")), waves[0])
    (angle,) = wave.arguments
    letters = {one for _, one in walk(angle) if isinstance(one, Symbol)}
    match angle:
        case Product(factors=(times, letter)) if rational(times):
            name = model.named(letter)
        case _:
            name = model.named(angle)
    said = _with_height(node, wave)
    free = name is not None and (name.kind, name.body, name.domain, name.parameters) == ("real", None, (), ())
    if not free or any(mentions(part, one) for one in letters for part in (said, *givens)):
        return None
    low, high = Signed("-", Number("1")), Number("1")
    return Quantified(r"\forall", Relation((_HEIGHT, IntervalSet(low, high, "[", "]")), (r"\in",)), said)


_HEIGHT: Final = Symbol("u", accents=("tilde",))


def _is_wave(node: Node) -> bool:
    head = node.head if isinstance(node, Application) and len(node.arguments) == 1 and not node.inverse else None
    return isinstance(head, FunctionName) and head.name in {"sin", "cos"}


def _with_height(node: Node, wave: Application) -> Node:
    if not isinstance(node, Application) or not _is_wave(node) or node.arguments != wave.arguments:
        return node.with_children([_with_height(one, wave) for one in node.children])
    height = _HEIGHT if node.power is None else Power(_HEIGHT, node.power)
    if node.head == wave.head:
        return height
    return Group(Addition((Number("1"), height), ("-",))) if node.power == Number("2") else node


def inverse_said(node: Node, model: Model) -> Node | None:
    """What a formula for the inverse of a function of the model says; None of anything else."""
    match node:
        case Relation(operands=(Application(head=head, arguments=(value,)) as left, right), operators=("=",)) if (
            left.inverse
        ):
            name = model.on_its_domain(head)
        case _:
            return None
    if name is None or name.body is None or len(name.parameters) != 1 or not isinstance(head, Symbol):
        return None
    (letter,) = name.parameters
    if not isinstance(value, Symbol):
        said = Relation((Application(head, None, (right,)), value), ("=",))
        once = of_values(name, "injective", None)
        undone = right == letter and said.operands[0] == value
        inside = tuple(replaced(part, letter, right) for part in name.domain)
        return once if undone or once is None else None if mentions(said, letter) else together((once, *inside, said))
    known = model.named(value)
    if value != letter and (mentions(right, letter) or (known is not None and known.body is not None)):
        return None
    taken = Application(head, None, (letter,))
    own, needed = (conditions_of(one, of) or () for one, of in ((name.body, letter), (right, value)))
    later = tuple(one for one in needed if one.operators != (r"\ge",))  # that a root has a value shows by itself
    there, back = substituted(right, value, taken), substituted(name.body, letter, Group(right))
    if there is None or back is None:
        return None
    where = replace(name, domain=(*name.domain, *own, *(replaced(one, value, taken) for one in later)))
    first = of_all(where, letter, Relation((there, letter), ("=",)))
    inside = tuple(
        replace(one, operands=(_signed(one.operands[0]), _ZERO)) for one in needed if one.operators == (">",)
    )
    last = Relation((back, value), ("=",))
    return together((first, Logic((together(inside), last), (r"\Rightarrow",)) if inside else last))


def _signed(node: Node) -> Node:
    """A term with the sign of this one: of a quotient, the product."""
    match node:
        case Group(body=body):
            return _signed(body)
        case Quotient(numerator=above, denominator=below):
            return side_by_side((Group(above), Group(below)))
        case _:
            return node


def _is_function(node: Node, model: Model) -> bool:
    name = model.named(node)
    return name is not None and len(name.parameters) == 1


def of_each_order(node: Node, model: Model, givens: Sequence[Node]) -> Node:
    """The statement with what it says by a derivative of each order: one of which nothing but natural is said."""
    match node:
        case Logic(operands=(one, other), operators=(sign,)) if sign == r"\Rightarrow" or sign in CONDITIONS:
            claim, condition = (other, one) if sign == r"\Rightarrow" else (one, other)
            told = _of_each_order(claim, model, (condition, *givens))
            return (
                node
                if told is None
                else node.with_children([told if part is claim else part for part in node.children])
            )
        case _:
            return _of_each_order(node, model, givens) or node


def _of_each_order(node: Node, model: Model, said: Sequence[Node]) -> Node | None:
    match node:
        case Relation(operands=(NthDerivative() as left, right), operators=("=",)):
            operand, letter, order = left.operand, left.variable, left.order
            operand = Application(operand, None, (letter,)) if _is_function(operand, model) else operand
        case Relation(
            operands=(Application(head=NthPrime(order=order) as head, arguments=(letter,), power=None), right),
            operators=("=",),
        ):
            operand = Application(head.operand, None, (letter,))
        case _:
            return None
    count = model.named(order)
    if (
        not isinstance(letter, Symbol)
        or not isinstance(order, Symbol)
        or count is None
        or (count.kind, count.body) != ("natural", None)
        or count.domain not in {(), (Relation((order, Number("1")), (r"\ge",)),)}
        or getattr(model.named(letter), "body", None) is not None
        or any(mentions(one, order) for one in (operand, *said))
        or isinstance(operand, Symbol)
    ):
        return None
    lowest = Number("1") if count.domain else _ZERO
    operand = Derivative("d", Group(operand), (letter,), (1,), inline=False) if count.domain else operand
    first = substituted(right, order, lowest)
    after = substituted(right, order, Group(Addition((order, Number("1")), ("+",))))
    if first is None or after is None:
        return None
    slope = Derivative("d", Group(right), (letter,), (1,), inline=False)
    return together((Relation((operand, first), ("=",)), Relation((slope, after), ("=",))))
