r"""What is written short within a term or a link, in full.

Owns: `in_full`, `with_imaginary_roots`.

| written | in full |
| --- | --- |
| `n^2 \equiv 0 \text{ or } 1 \pmod 4` | `n^2 \equiv 0 \pmod 4` or `n^2 \equiv 1 \pmod 4` |
| `2^{10} = 1024 \equiv 2 \pmod 7` | `2^{10} = 1024` and `1024 \equiv 2 \pmod 7` |
| `7^{-1} \equiv 3 \pmod{10}` | `7 \cdot 3 \equiv 1 \pmod{10}` |
| `\{y - t\}^2` of one term, in braces for brackets | `(y - t)^2` |
| `\lfloor x \rfloor = 3` | `3 \le x < 4` |
| `a \overset{\text{def}}{=} b` | `a = b` |
| `\arg\max_x f(x) = \{2\}` | `\arg\max_x f(x) = 2` |
| `0.1\overline{6}` | `\frac{15}{90}` |
| `X \sim \operatorname{Exp}(\lambda) \Rightarrow …` | `X \sim \operatorname{Exp}(\lambda), \lambda > 0 \Rightarrow …` |
| `\arg(-1 + i)`, by a real and an imaginary part that are written out | `\pi - \arctan 1` |
| `\sqrt{-4}` in a formula that speaks of i | `i\sqrt{4}` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula.calculus.short_calculus import between_ends
from mathora.formula.tree.chance import asked_of_law
from mathora.formula.tree.node import Node, walk
from mathora.formula.tree.parts import Overline
from mathora.formula.tree.rational import in_digits, rational
from mathora.formula.tree.regrouping import one_of, taken_apart, together
from mathora.formula.tree.statements import (
    DEMANDS,
    OR,
    Application,
    Congruence,
    Evaluated,
    Extremum,
    Logic,
    Noted,
    Quantified,
    Relation,
    RelationSign,
)
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    FunctionName,
    Group,
    Listing,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    Rounded,
    SetLiteral,
    Signed,
    Symbol,
    side_by_side,
)
from mathora.formula.unfolding.laws_claimed import FRESH

_COMPARISONS: Final = frozenset({"=", "<", ">", r"\le", r"\ge", r"\approx"})


def inverts(node: Node) -> bool:
    """Whether it is a power such as `7^{-1}`, which among remainders is another number than the fraction."""
    return isinstance(node, Power) and isinstance(node.exponent, Signed) and node.exponent.sign == "-"


def in_full(node: Node) -> Node | None:  # noqa: C901, PLR0911, PLR0912 - a row each
    """The same in full; None of anything else."""
    match node:
        case Power(base=SetLiteral(items=(Addition() | Product() | Quotient() as body,)), exponent=exponent):
            return Power(Group(body), exponent)
        case Product(factors=(Number(text=before), Overline(body=Number(text=digits)), *others)):
            return side_by_side((_repeating(before, digits), *others)) if others else _repeating(before, digits)
        case Logic() | Listing() if len(ways := _listed(node)) > 1:
            return _one_of_rests(ways)
        case Relation(operands=(Rounded(body=body, kind=kind), Number() | Signed() as whole), operators=("=",)) if (
            number := rational(whole)
        ) is not None and number.denominator == 1:
            low, high = (in_digits(number - (kind == "ceil")), in_digits(number + (kind == "floor")))
            return Relation((low, body, high), (r"\le", "<") if kind == "floor" else ("<", r"\le"))
        case Noted(left=left, right=right, sign=sign, note=note) if (
            sign in _COMPARISONS and getattr(note, "text", "") not in DEMANDS
        ):
            return _in_chain(left, (right,), (sign,))
        case Congruence(
            chain=Relation(
                operands=(Power(base=base, exponent=Signed(sign="-", operand=Number(text="1"))), other),
                operators=(r"\equiv",),
            )
        ) if not any(isinstance(part, Quotient) or inverts(part) for _, part in walk(other)):
            both = Product((base, Group(other)), (r"\cdot",))
            return replace(node, chain=Relation((both, Number("1")), (r"\equiv",)))
        case Congruence(chain=Relation(operators=signs) as chain, modulus=below) if "=" in signs:
            links = (Relation((left, right), (sign,)) for left, sign, right in chain.links)
            return together(tuple(one if one.operators == ("=",) else Congruence(one, below) for one in links))
        case Relation(operands=(Relation() as first, *others), operators=signs):
            return _in_chain(first, tuple(others), signs)
        case Quantified(body=Group(body=Relation() | Logic() as said)):
            return replace(node, body=said)
        case Evaluated():
            return between_ends(node)
        case Application(head=FunctionName(name="arg"), power=None, arguments=(value,)):
            return _angle(value)
        case Relation(operands=(Extremum() as places, SetLiteral(items=(only,))), operators=("=",)):
            return Relation((places, only), ("=",))
        case Logic(operands=(premise, conclusion), operators=(r"\Rightarrow",)) if asks := _asked(taken_apart(premise)):
            return Logic((together((*taken_apart(premise), *asks)), conclusion), node.operators)
        case _:
            return None


def _in_chain(first: Node, others: tuple[Node, ...], signs: tuple[RelationSign, ...]) -> Relation:
    if isinstance(first, Relation):
        return Relation((*first.operands, *others), (*first.operators, *signs))
    return Relation((first, *others), signs)


def _listed(node: Node) -> tuple[Node, ...]:
    """What commas and "or" list."""
    match node:
        case Listing(items=items):
            return tuple(part for one in items for part in _listed(one))
        case Logic(operators=operators, operands=operands) if set(operators) <= OR:
            return operands
        case _:
            return (node,)


def _one_of_rests(ways: tuple[Node, ...]) -> Node | None:
    match ways:
        case (Relation(operators=(r"\equiv",)) as first, *others, Congruence(chain=last, modulus=below)) if (
            not isinstance(last, Relation)
        ):
            rests = (Relation((first.operands[0], one), first.operators) for one in (*others, last))
            return one_of(tuple(Congruence(one, below) for one in (first, *rests)))
        case _:
            return None


def _asked(premises: tuple[Node, ...]) -> tuple[Node, ...]:
    """What distributions ask of their parameters, where the premises do not say it."""
    found = list[Node]()
    for one in premises:
        match one:
            case Relation(operands=(name, law), operators=(r"\sim",)) if name != FRESH:
                found += asked_of_law(law)
            case _:
                pass
    return tuple(one for one in found if one not in premises and any(isinstance(part, Symbol) for _, part in walk(one)))


def _repeating(before: str, digits: str) -> Node:
    scale, nines = 10 ** len(before.partition(".")[2]), 10 ** len(digits) - 1
    return Group(Quotient(Number(str(int(before.replace(".", "")) * nines + int(digits))), Number(str(nines * scale))))


def _angle(value: Node) -> Node | None:
    """The angle of a number whose parts are known to be positive or negative by their form; None of any other."""
    match value:
        case Group(body=body):
            return _angle(body)
        case Addition(terms=(real, imaginary), operators=(sign,)):
            across, (up, turn) = _size(real), _size_of_imaginary(imaginary)
            turn = turn if sign == "+" else -turn
        case _:
            up, turn = _size_of_imaginary(value)
            across = _size(value) if up is None else None
    pi = Constant(r"\pi")
    if across is None:
        return None if up is None or isinstance(value, Addition) else _turned(Group(Quotient(pi, Number("2"))), turn)
    if up is None:
        return None if isinstance(value, Addition) else Number("0") if across[1] > 0 else pi
    steep = Application(FunctionName("arctan"), None, (Quotient(up, across[0]),))
    return _turned(steep if across[1] > 0 else Group(Addition((pi, steep), ("-",))), turn)


def _turned(angle: Node, turn: int) -> Node:
    return angle if turn > 0 else Group(Signed("-", angle))


def _size(node: Node) -> tuple[Node, int] | None:
    """A number that is written out without its sign, and its sign; None where nothing shows that it is not zero."""
    match node:
        case Signed(sign="-", operand=operand):
            inner = _size(operand)
            return None if inner is None else (inner[0], -inner[1])
        case Number(value=number):
            return (node, 1) if number > 0 else None
        case Root(degree=None, radicand=Number(value=number)):
            return (node, 1) if number > 0 else None
        case Quotient() | Product() | Group() if all(
            (inner := _size(one)) is not None and inner[1] > 0 for one in node.children
        ):
            return node, 1
        case _:
            return None


def _size_of_imaginary(node: Node) -> tuple[Node | None, int]:
    """The same of the factor of i."""
    match node:
        case Signed(sign="-", operand=operand):
            size, sign = _size_of_imaginary(operand)
            return size, -sign
        case Constant(name="i"):
            return Number("1"), 1
        case Product(factors=factors) if factors.count(Constant("i")) == 1:
            inner = _size(side_by_side([one for one in factors if one != Constant("i")]))
            return inner or (None, 1)
        case _:
            return None, 1


def with_imaginary_roots(node: Node) -> Node:
    r"""`\sqrt{-4}` as `i\sqrt{4}`, and `i^{2026}` as `i^6`."""
    match node:
        case Power(base=Constant(name="i"), exponent=Number(text=text)) if text.isdigit() and len(text) > 1:
            return replace(node, exponent=Number(str(int(text) % 4 + 4)))
        case Root(degree=None, radicand=Signed(sign="-", operand=Number() as size)):
            return Group(side_by_side((Constant("i"), Root(None, size))))
        case _:
            return node.with_children([with_imaginary_roots(one) for one in node.children])
