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
| `\alpha \approx 36.9^\circ` | `\frac{180 \alpha}{\pi} \approx 36.9` |
| `\arg\max_x f(x) = \{2\}` | `\arg\max_x f(x) = 2` |
| `\min_{x, y} xy = 1 \text{ s.t. } x + y = 2` | `\min_{x + y = 2} xy = 1` |
| `(x, y) \ne (0, 0)` | `x \ne 0` or `y \ne 0` |
| `0.1\overline{6}` | `\frac{15}{90}` |
| `X \sim \operatorname{Exp}(\lambda) \Rightarrow …` | `X \sim \operatorname{Exp}(\lambda), \lambda > 0 \Rightarrow …` |
| `\arg(-1 + i)`, by a real and an imaginary part that are written out | `\pi - \arctan 1` |
| `\sqrt{-4}` in a formula that speaks of i | `i\sqrt{4}` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.calculus.short_calculus import between_ends
from mathora.formula.tree.chance import asked_of_law
from mathora.formula.tree.rational import in_digits, rational
from mathora.formula.tree.regrouping import one_of
from mathora.formula.unfolding.laws_claimed import FRESH

_COMPARISONS: Final = frozenset({"=", "<", ">", r"\le", r"\ge", r"\approx"})


def inverts(node: t.Node) -> bool:
    """Whether it is a power such as `7^{-1}`, which among remainders is another number than the fraction."""
    return isinstance(node, t.Power) and isinstance(node.exponent, t.Signed) and node.exponent.sign == "-"


def in_full(node: t.Node) -> t.Node | None:  # noqa: C901, PLR0911, PLR0912 - a row each
    """The same in full; None of anything else."""
    match node:
        case t.Power(t.SetLiteral((t.Addition() | t.Product() | t.Quotient() as body,)), exponent):
            return t.Power(t.Group(body), exponent)
        case t.Product((t.Number(before), t.Overline(t.Number(digits)), *others)):
            return t.side_by_side((_repeating(before, digits), *others)) if others else _repeating(before, digits)
        case t.Logic() | t.Listing() if len(ways := _listed(node)) > 1:
            return _one_of_rests(ways)
        case t.Relation((t.Rounded(body, kind), t.Number() | t.Signed() as whole), ("=",)) if (
            number := rational(whole)
        ) is not None and number.denominator == 1:
            low, high = (in_digits(number - (kind == "ceil")), in_digits(number + (kind == "floor")))
            return t.Relation((low, body, high), (r"\le", "<") if kind == "floor" else ("<", r"\le"))
        case t.Noted(left, right=right, sign=sign, note=note) if (
            sign in _COMPARISONS and getattr(note, "text", "") not in t.DEMANDS
        ):
            return _in_chain(left, (right,), (sign,))
        case t.Congruence(t.Relation((t.Power(base, t.Signed("-", t.Number("1"))), other), (r"\equiv",))) if not any(
            isinstance(part, t.Quotient) or inverts(part) for _, part in t.walk(other)
        ):
            both = t.Product((base, t.Group(other)), (r"\cdot",))
            return replace(node, chain=t.Relation((both, t.Number("1")), (r"\equiv",)))
        case t.Congruence(t.Relation(operators=signs) as chain, below) if "=" in signs:
            links = (t.Relation((left, right), (sign,)) for left, sign, right in chain.links)
            return t.together(tuple(one if one.operators == ("=",) else t.Congruence(one, below) for one in links))
        case t.Relation((t.Relation() as first, *others), signs):
            return _in_chain(first, tuple(others), signs)
        case t.Relation((*before, left, t.Degrees(t.Number() as angle)), (*signs, r"\approx")):
            turned = t.Quotient(t.side_by_side((t.Number("180"), t.Group(left))), t.Constant(r"\pi"))
            rounded = t.Relation((turned, angle), (r"\approx",))
            return t.together((t.Relation((*before, left), tuple(signs)), rounded)) if before else rounded
        case t.Quantified(body=t.Group(t.Relation() | t.Logic() as said)):
            return replace(node, body=said)
        case t.Relation((t.Tuple(one), t.Tuple(other)), (r"\ne",)) if len(one) == len(other):
            return one_of(tuple(t.Relation(pair, (r"\ne",)) for pair in zip(one, other, strict=True)))
        case t.Logic(
            (t.Relation((t.Extremum() as best, *others)) as claim, t.Relation() as bound), ("s.t." | "subject to",)
        ) if _bounds_all(bound, best):
            return t.Relation((replace(best, under=bound), *others), claim.operators)
        case t.Big(
            r"\sum", over=t.Symbol() | t.Number(), body=t.Product((*before, t.Big(r"\sum") as inner), signs)
        ) if _is_apart(inner, node.index) and r"\bmod" not in signs:
            outer = replace(node, body=t.Product(tuple(before), signs[:-1]) if before[1:] else before[0])
            return t.Group(t.Product((t.Group(outer), t.Group(inner)), signs[-1:]))
        case t.Extremum(body=t.SetLiteral((t.Addition() | t.Product() | t.Quotient() | t.Power() as body,))):
            return replace(node, body=t.Group(body))
        case t.Evaluated():
            return between_ends(node)
        case t.Application(t.FunctionName("arg"), None, (value,)):
            return _angle(value)
        case t.Relation((t.Extremum() as places, t.SetLiteral((only,))), ("=",)):
            return t.Relation((places, only), ("=",))
        case t.Logic((premise, conclusion), (r"\Rightarrow",)) if asks := _asked(t.taken_apart(premise)):
            return t.Logic((t.together((*t.taken_apart(premise), *asks)), conclusion), node.operators)
        case _:
            return None


def _is_apart(inner: t.Big, index: t.Node | None) -> bool:
    """Whether a sum speaks of no index of the sum around it, or gives it another meaning."""
    ends = (one for one in (inner.start, inner.over) if one is not None)
    return index is not None and not any(
        t.mentions(one, index) for one in (ends if inner.index == index else inner.children)
    )


def _bounds_all(bound: t.Relation, best: t.Extremum) -> bool:
    """Whether a constraint is on all that is sought, and on nothing else that is spoken of: the rest stays as it is."""
    sought = best.under.children if isinstance(best.under, t.Listing) else (best.under,)
    named = t.symbols(bound)
    spoken = {one for _, one in t.walk(best.body)}
    return {*sought} == {one for one in named if one in spoken} and (
        bound.operators == ("=",) or [*sought] == named[:1]
    )


def _in_chain(first: t.Node, others: tuple[t.Node, ...], signs: tuple[t.RelationSign, ...]) -> t.Relation:
    if isinstance(first, t.Relation):
        return t.Relation((*first.operands, *others), (*first.operators, *signs))
    return t.Relation((first, *others), signs)


def _listed(node: t.Node) -> tuple[t.Node, ...]:
    """What commas and "or" list."""
    match node:
        case t.Listing(items):
            return tuple(part for one in items for part in _listed(one))
        case t.Logic(operands, operators) if set(operators) <= t.OR:
            return operands
        case _:
            return (node,)


def _one_of_rests(ways: tuple[t.Node, ...]) -> t.Node | None:
    match ways:
        case (t.Relation(operators=(r"\equiv",)) as first, *others, t.Congruence(last, below)) if not isinstance(
            last, t.Relation
        ):
            rests = (t.Relation((first.operands[0], one), first.operators) for one in (*others, last))
            return one_of(tuple(t.Congruence(one, below) for one in (first, *rests)))
        case _:
            return None


def _asked(premises: tuple[t.Node, ...]) -> tuple[t.Node, ...]:
    """What distributions ask of their parameters, where the premises do not say it."""
    found = list[t.Node]()
    for one in premises:
        match one:
            case t.Relation((name, law), (r"\sim",)) if name != FRESH:
                found += asked_of_law(law)
            case _:
                pass
    return tuple(
        one for one in found if one not in premises and any(isinstance(part, t.Symbol) for _, part in t.walk(one))
    )


def _repeating(before: str, digits: str) -> t.Node:
    scale, nines = 10 ** len(before.partition(".")[2]), 10 ** len(digits) - 1
    return t.Group(
        t.Quotient(t.Number(str(int(before.replace(".", "")) * nines + int(digits))), t.Number(str(nines * scale)))
    )


def _angle(value: t.Node) -> t.Node | None:
    """The angle of a number whose parts are known to be positive or negative by their form; None of any other."""
    match value:
        case t.Group(body):
            return _angle(body)
        case t.Addition((real, imaginary), (sign,)):
            across, (up, turn) = _size(real), _size_of_imaginary(imaginary)
            turn = turn if sign == "+" else -turn
        case _:
            up, turn = _size_of_imaginary(value)
            across = _size(value) if up is None else None
    pi = t.Constant(r"\pi")
    if across is None:
        return (
            None
            if up is None or isinstance(value, t.Addition)
            else _turned(t.Group(t.Quotient(pi, t.Number("2"))), turn)
        )
    if up is None:
        return None if isinstance(value, t.Addition) else t.Number("0") if across[1] > 0 else pi
    steep = t.Application(t.FunctionName("arctan"), None, (t.Quotient(up, across[0]),))
    return _turned(steep if across[1] > 0 else t.Group(t.Addition((pi, steep), ("-",))), turn)


def _turned(angle: t.Node, turn: int) -> t.Node:
    return angle if turn > 0 else t.Group(t.Signed("-", angle))


def _size(node: t.Node) -> tuple[t.Node, int] | None:
    """A number that is written out without its sign, and its sign; None where nothing shows that it is not zero."""
    match node:
        case t.Signed("-", operand):
            inner = _size(operand)
            return None if inner is None else (inner[0], -inner[1])
        case t.Number(value=number):
            return (node, 1) if number > 0 else None
        case t.Root(None, t.Number(value=number)):
            return (node, 1) if number > 0 else None
        case t.Quotient() | t.Product() | t.Group() if all(
            (inner := _size(one)) is not None and inner[1] > 0 for one in node.children
        ):
            return node, 1
        case _:
            return None


def _size_of_imaginary(node: t.Node) -> tuple[t.Node | None, int]:
    """The same of the factor of i."""
    match node:
        case t.Signed("-", operand):
            size, sign = _size_of_imaginary(operand)
            return size, -sign
        case t.Constant("i"):
            return t.Number("1"), 1
        case t.Product(factors) if factors.count(t.Constant("i")) == 1:
            inner = _size(t.side_by_side([one for one in factors if one != t.Constant("i")]))
            return inner or (None, 1)
        case _:
            return None, 1


def with_imaginary_roots(node: t.Node) -> t.Node:
    r"""`\sqrt{-4}` as `i\sqrt{4}`, and `i^{2026}` as `i^6`."""
    match node:
        case t.Power(t.Constant("i"), t.Number(text)) if text.isdigit() and len(text) > 1:
            return replace(node, exponent=t.Number(str(int(text) % 4 + 4)))
        case t.Root(None, t.Signed("-", t.Number() as size)):
            return t.Group(t.side_by_side((t.Constant("i"), t.Root(None, size))))
        case _:
            return node.with_children([with_imaginary_roots(one) for one in node.children])
