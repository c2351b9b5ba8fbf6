r"""Solutions that come again and again: `\sin x = 0 \iff x = k\pi, \; k \in \mathbb{Z}`.

Owns: `of_families`.

| written | said |
| --- | --- |
| `\ldots \iff x = 3k, \; k \in \mathbb{Z}`, where k stands nowhere in front | `\ldots \iff \exists k \in \mathbb{Z} : x = 3k` |
| `\tan x = c \iff x = a + ks` | `\tan a = c`, and s is ±π |
| `\sin x = c \iff x = a + ks \text{ or } x = b + kt` | `\sin a = c`, `\cos(a + b) = -1`, and s and t are ±2π |
| `\sin x = c \iff x = a + ks` | `\sin a = c`, and s is ±2π and `\cos 2a = -1`, or s is ±π and `\cos 2a = 1` |
| the same of `\cos` | the same with 1 for −1, and −1 for 1 |

A k that the model says to be an integer counts without `k \in \mathbb{Z}`, too.

Law: the equation is linear in one wave, with numbers that are not 0, and so is the angle in x, which is any real number.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mathora.formula.tree.node import Node, mentions, walk
from mathora.formula.tree.rational import rational
from mathora.formula.tree.regrouping import alternatives, one_of, together
from mathora.formula.tree.signs import has_both_signs, with_sign
from mathora.formula.tree.statements import (
    CONDITIONS,
    EQUIVALENT,
    Application,
    Logic,
    Quantified,
    Relation,
)
from mathora.formula.tree.substitution import substituted
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    FunctionName,
    Group,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Signed,
    Symbol,
)

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model

_PI: Final = Constant(r"\pi")
_WHOLE: Final = Constant(r"\mathbb{Z}")
_ENDS: Final = {"sin": (Signed("-", Number("1")), Number("1")), "cos": (Number("1"), Signed("-", Number("1")))}
"""What the cosine of the sum of two places is at which a wave has one value, and what where they are π apart."""


def of_families(node: Node, model: Model) -> Node | None:
    """What an equation says with all of its solutions behind it, counted by a whole number; None of anything else."""
    match node:
        case Quantified(quantifier=r"\forall", bound=Relation(operands=(Symbol() as count, _)) as bound, body=body) if (
            _is_count(bound)
        ):
            return _families(body, count, model)
        case Logic(operands=(body, bound), operators=(sign,)) if sign in CONDITIONS and _is_count(bound):
            return _families(body, _count(bound), model)
        case Logic(operands=(one, Logic(operands=(other, bound), operators=(sign,))), operators=(arrow,)) if sign in {
            "and",
            "for some",
            *CONDITIONS,
        } and _is_count(bound):
            return _families(Logic((one, other), (arrow,)), _count(bound), model)
        case Logic(operands=(one, other), operators=(sign,)) if sign in EQUIVALENT:
            counts = [part for _, part in walk(other) if isinstance(part, Symbol) and _counts(part, model)]
            return _of_wave(one, other, counts[0], model) if counts and not mentions(one, counts[0]) else None
        case _:
            return None


def _is_count(node: Node) -> bool:
    match node:
        case Group(body=body):
            return _is_count(body)
        case Relation(operands=(Symbol(), place), operators=(r"\in",)):
            return place == _WHOLE
        case _:
            return False


def _counts(name: Symbol, model: Model) -> bool:
    known = model.named(name)
    return known is not None and (known.kind, known.body, known.domain) == ("integer", None, ())


def _count(node: Node) -> Symbol:
    return next(one for _, one in walk(node) if isinstance(one, Symbol))


def _families(node: Node, count: Symbol, model: Model) -> Node | None:
    match node:
        case Logic(operands=(one, other), operators=(sign,)) if sign in {r"\Rightarrow", *EQUIVALENT} and not mentions(
            one, count
        ):
            there = Quantified(r"\exists", Relation((count, _WHOLE), (r"\in",)), other)
            some, each = Logic((one, there), (sign,)), _of_wave(one, other, count, model)
            return some if each is None else each if sign in EQUIVALENT else one_of((each, some))
        case _:
            return None


def _of_wave(equation: Node, other: Node, count: Symbol, model: Model) -> Node | None:
    match equation, [one for _, one in walk(equation) if isinstance(one, Application)]:
        case Relation(operands=(left, right), operators=("=",)), [
            Application(head=FunctionName(name=name), power=None, arguments=(angle,)) as wave
        ] if not mentions(right, wave) and _is_linear(left, wave):
            letters = {one for _, one in walk(angle) if isinstance(one, Symbol)}
        case _:
            return None
    letter = letters.pop() if len(letters) == 1 else None
    known = model.named(letter)
    free = known is not None and (known.kind, known.body, known.domain, known.parameters) == ("real", None, (), ())
    if letter is None or not free or not _is_linear(angle, letter):
        return None
    places = [value for one in alternatives(other) for value in _places(one, letter, count)]
    if not places or None in places:
        return None
    at: list[tuple[Node, Node]] = []
    steps: list[Node] = []
    for value in places:
        first, second = (None if value is None else substituted(value, count, Number(digit)) for digit in "01")
        here, there = (None if one is None else substituted(angle, letter, one) for one in (first, second))
        said = None if first is None else substituted(equation, letter, first)
        if here is None or there is None or said is None:
            return None
        at.append((here, said))
        steps.append(Group(Addition((Group(there), Group(here)), ("-",))))
    return _said(name, at, steps)


def _places(node: Node, letter: Symbol, count: Symbol) -> list[Node | None]:
    """What a letter is at each count, by each sign; [None] of what is no such equation."""
    if has_both_signs(node):
        return [*_places(with_sign(node, "+"), letter, count), *_places(with_sign(node, "-"), letter, count)]
    match node:
        case Relation(operands=(of, value), operators=("=",)) if of == letter and _is_linear(value, count):
            return [value]
        case _:
            return [None]


def _said(wave: str, at: list[tuple[Node, Node]], steps: list[Node]) -> Node | None:
    (here, said), *more = at
    if wave in {"tan", "cot"} and not more:
        return together((said, _is_step(steps[0], _PI)))
    if wave not in _ENDS or len(more) > 1:
        return None
    near, far = _ENDS[wave]
    turn = Product((Number("2"), _PI), ("",))
    angles = Application(
        FunctionName("cos"), None, (Group(Addition((Group(here), Group((more or at)[0][0])), ("+",))),)
    )
    whole = together((said, *(_is_step(one, turn) for one in steps), Relation((angles, near), ("=",))))
    if more:
        return whole
    return one_of((whole, together((said, _is_step(steps[0], _PI), Relation((angles, far), ("=",))))))


def _is_step(step: Node, length: Node) -> Node:
    return Relation((Power(step, Number("2")), Power(Group(length), Number("2"))), ("=",))


def _is_linear(node: Node, part: Node) -> bool:
    """Whether a part stands once in it, with numbers that are not 0 as its factors."""
    if node == part:
        return True
    inside = [one for one in node.children if mentions(one, part)]
    match node:
        case Group() | Signed(sign="+" | "-"):
            plain = True
        case Addition(operators=signs):
            plain = {*signs} <= {"+", "-"}
        case Product(factors=factors, operators=signs):
            plain = {*signs} <= {"", r"\cdot"} and all(one in inside or _is_number(one) for one in factors)
        case Quotient(numerator=above):
            plain = above in inside
        case _:
            plain = False
    return plain and len(inside) == 1 and _is_linear(inside[0], part)


def _is_number(node: Node) -> bool:
    match node:
        case Root(degree=None, radicand=Number(value=value)):
            return value > 0
        case _:
            return node == _PI or bool(rational(node))
