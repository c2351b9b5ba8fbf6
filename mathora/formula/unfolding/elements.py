r"""Statements of sets as statements of their elements.

Owns: `of_letters`, `of_numbers`, `of_each_number`, and `counted`, for sets whose numbers are listed.

| statement | of elements |
| --- | --- |
| `A \cup B = B \cup A` of sets of which nothing is known | `A \lor B \Leftrightarrow B \lor A`, A saying "in A" |
| `\emptyset \subseteq A`, `x \in A \cap B \iff x \in A \land x \in B` | the same, of one element |
| `[0, 2] \cap (1, 3] = (1, 2]` of sets of real numbers | for all x, one of some orders, and one of others, … |
| `[0, 1] \subset [0, 2]` | the same, and that there is an x in the second set alone |
| `\{n \in \mathbb{N} : n < 3\} = \{0, 1, 2\}` | the numbers are listed |
| `4 \notin [0, 3]`, `2 \in (0, 1) \cup (1, 3)` | `4 < 0` or `4 > 3` |

Laws:
- A statement of sets is refuted by one element, and proved of each: this holds of `⇒`, `⇔` and "and" between
  inclusions and equations, and of nothing else, such as "or". What is said of one x may only follow.
- What is said of real numbers is a conjunction of alternatives: none for what is true, an empty one for what is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise, product
from math import ceil, floor, isqrt
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import OF_KIND, Model
from mathora.formula.tree.rational import COMPARED, TURNED, in_digits, rational, worked_out
from mathora.formula.tree.regrouping import as_set, denied, one_of
from mathora.formula.tree.signs import infinite_sign
from mathora.formula.tree.substitution import substituted

_INCLUSIONS: Final = dict[str, t.LogicSign](
    [("=", r"\Leftrightarrow"), (r"\subseteq", r"\Rightarrow"), (r"\supseteq", r"\Leftarrow")]
)
_ALL_NUMBERS: Final = (t.Constant(r"\mathbb{R}"), t.Constant(r"\mathbb{C}"))
_REAL, _EMPTY = t.Constant(r"\mathbb{R}"), t.Constant(r"\emptyset")
_MEMBERSHIP: Final = frozenset({r"\in", r"\notin"})


# ── sets of which nothing is known ────────────────────────────────────────────────────────────────────────────────────


def of_letters(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node | None:
    """A statement of sets as one of each element; None if it is no such statement, or more is known of the sets."""
    match node:
        case t.Relation(operands, signs) if any(
            isinstance(one, t.SetOperation | t.Complement | t.Overline) or (one == _EMPTY and "=" not in signs)
            for one in operands
        ):
            return _inclusions(node, model, givens)
        case t.Logic((left, right), (r"\Rightarrow" | r"\Leftarrow" | r"\Leftrightarrow" as sign,)):
            if sides := t.all_known(_inclusions(one, model, givens) for one in (left, right)):
                return t.Logic(tuple(map(t.Group, sides)), node.operators)
            premise, conclusion = (right, left) if sign == r"\Leftarrow" else (left, right)
            return _of_one(premise, conclusion, sign, model, givens)
        case _:
            return None


def _of_one(
    premise: t.Node, conclusion: t.Node, sign: t.LogicSign, model: Model, givens: Sequence[t.Node]
) -> t.Node | None:
    r"""What follows for one x, from what is said of it and of all: `x \in A, A \subseteq B \Rightarrow x \in B`."""
    then = _memberships(conclusion, model, givens)
    parts = t.taken_apart(premise) if sign in {r"\Rightarrow", r"\Leftarrow"} else (premise,)
    given = [_memberships(one, model, givens) for one in parts]
    if sign in {r"\Rightarrow", r"\Leftarrow"}:
        given = [one or _inclusions(part, model, givens) for one, part in zip(given, parts, strict=True)]
    known = t.all_known(given)
    if then is None or known is None or len(_elements(premise) | _elements(conclusion)) != 1:
        return None
    whole = t.together(tuple(map(t.Group, known)))
    return t.Logic((t.Group(whole), t.Group(then)), (r"\Rightarrow" if sign == r"\Leftarrow" else sign,))


def _elements(node: t.Node) -> set[t.Node]:
    """What is said to be in sets, or not."""
    parts = (part for _, part in t.walk(node) if isinstance(part, t.Relation) and _MEMBERSHIP & {*part.operators})
    return {part.operands[0] for part in parts}


def _memberships(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node | None:
    """Whether one x is in sets, joined by "and", "or" and "not", as a proposition."""
    match node:
        case t.Group(body):
            return _memberships(body, model, givens)
        case t.Negation(operand):
            inner = _memberships(operand, model, givens)
            return None if inner is None else t.Negation(t.Group(inner))
        case t.Logic(operands, operators) if set(operators) <= t.AND or set(operators) <= t.OR:
            parts = t.all_known(_memberships(one, model, givens) for one in operands)
            return None if parts is None else t.Logic(tuple(map(t.Group, parts)), operators)
        case t.Relation((t.Symbol(), where), (r"\in" | r"\notin" as sign,)):
            inside = _holds_of_element(where, model, givens)
            return inside if inside is None or sign == r"\in" else t.Negation(t.Group(inside))
        case _:
            return None


def _inclusions(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node | None:
    r"""`A \subseteq B = C`, and several of these, as what they say of each element."""
    match node:
        case t.Group(body):
            return _inclusions(body, model, givens)
        case t.Logic(operands, operators) if set(operators) <= t.AND:
            parts = t.all_known(_inclusions(one, model, givens) for one in operands)
            return None if parts is None else t.together(tuple(map(t.Group, parts)))
        case t.Quantified(r"\forall", name, t.Logic((left, right), (sign,)) as body) if sign in {
            r"\Rightarrow",
            r"\Leftrightarrow",
        } and _elements(body) == {name}:
            return _of_one(left, right, sign, model, givens)
        case t.Relation(operands, operators) if set(operators) <= _INCLUSIONS.keys():
            sides = t.all_known(_holds_of_element(one, model, givens) for one in operands)
        case _:
            return None
    if sides is None:
        return None
    links = zip(pairwise(sides), operators, strict=True)
    return t.together(tuple(t.Logic(pair, (_INCLUSIONS[sign],)) for pair, sign in links))


def _holds_of_element(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node | None:  # noqa: PLR0911 - a row per kind
    """Whether an element belongs to a set, as a proposition of whether it belongs to each letter's."""
    match node:
        case t.Group(body):
            return _holds_of_element(body, model, givens)
        case t.Constant(r"\emptyset"):
            return node
        case t.Symbol(accents=("overline" | "bar", *rest)):
            return _holds_of_element(t.Complement(replace(node, accents=tuple(rest))), model, givens)
        case t.Symbol():
            name = model.named(node)
            free = name is not None and name.kind in {"set", "event"} and name.body is None and not name.domain
            said = any(part == node for one in givens for _, part in t.walk(one))
            return node if free and not said else None
        case t.Complement(operand) | t.Overline(operand):
            inner = _holds_of_element(operand, model, givens)
            return None if inner is None else t.Negation(t.Group(inner))
        case t.SetBuilder(t.Symbol() as name, condition) if _elements(condition) == {name}:
            return _memberships(condition, model, givens)
        case t.SetOperation(operands, signs):
            parts = t.all_known(_holds_of_element(one, model, givens) for one in operands)
            if parts is None:
                return None
            whole = parts[0]
            for sign, one in zip(signs, parts[1:], strict=True):
                other = t.Negation(t.Group(one)) if sign == r"\setminus" else one
                whole = t.Group(t.Logic((whole, other), (r"\lor" if sign == r"\cup" else r"\land",)))
            return whole
        case _:
            return None


# ── sets of real numbers ──────────────────────────────────────────────────────────────────────────────────────────────

Clauses = list[tuple[t.Node, ...]]  # alternatives, of each of which one holds
MOST_CLAUSES: Final = 64
_TRUE: Final = Clauses()
_FALSE: Final = Clauses([()])


class _OtherSetError(Exception):
    """A set of another kind."""


def of_numbers(node: t.Node, model: Model) -> t.Node | None:
    """A statement of sets of real numbers as one of each number; None for any other."""
    match node:
        case t.Relation(sides, signs) if set(signs) <= {*_INCLUSIONS, r"\subset", r"\supset"} and any(
            isinstance(one, t.SetOperation | t.IntervalSet | t.Complement) for one in sides
        ):
            parts = zip(pairwise(sides), signs, strict=True)
        case t.Relation((_, t.SetOperation() | t.Complement()), (r"\in",)) | t.Relation(
            (_, t.SetOperation() | t.Complement() | t.IntervalSet() | t.SetLiteral()), (r"\notin",)
        ):
            parts = zip([(node.operands[0], node.operands[-1])], node.operators, strict=True)
        case _:
            return None
    letters = {part.name for part in t.symbols(node)} | set(model.names)
    name = next((t.Symbol(one) for one in "xtuzsvw" if one not in letters), None)
    try:
        return None if name is None else t.together(tuple(_of_each(pair, sign, name) for pair, sign in parts))
    except _OtherSetError:
        return None


def _of_each(pair: tuple[t.Node, t.Node], sign: str, name: t.Symbol) -> t.Node:
    """An inclusion or equality of each x, or a membership of one number."""
    if sign in _MEMBERSHIP:
        return _said(_belongs(pair[1], pair[0], wanted=sign == r"\in"))
    one, other = pair[::-1] if sign in {r"\supseteq", r"\supset"} else pair
    ways = ((one, other), (other, one)) if sign == "=" else ((one, other),)
    clauses = [
        clause
        for inner, outer in ways
        for clause in _either(_belongs(inner, name, wanted=False), _belongs(outer, name, wanted=True))
    ]
    bound = t.Relation((name, _REAL), (r"\in",))
    whole = t.Quantified(r"\forall", bound, _said(clauses))
    if sign not in {r"\subset", r"\supset"}:
        return whole
    alone = [*_belongs(other, name, wanted=True), *_belongs(one, name, wanted=False)]
    return t.together((whole, t.Quantified(r"\exists", bound, _said(alone))))


def _said(clauses: Clauses) -> t.Node:
    """All of the alternatives as one statement."""
    never = t.Relation((t.Number("0"), t.Number("1")), ("=",))
    parts = tuple(one_of(one) if one else never for one in clauses)
    return t.together(parts or (t.Relation((t.Number("0"), t.Number("0")), ("=",)),))


def _either(one: Clauses, other: Clauses) -> Clauses:
    if len(one) * len(other) > MOST_CLAUSES:
        raise _OtherSetError
    return [(*a, *b) for a, b in product(one, other)]


def _belongs(node: t.Node, name: t.Node, *, wanted: bool) -> Clauses:  # noqa: PLR0911 - a row per kind
    """That a number is in a set, or is not."""
    match node:
        case t.Group(body):
            return _belongs(body, name, wanted=wanted)
        case t.Constant(r"\mathbb{R}" | r"\emptyset" as key):
            return _TRUE if wanted == (key == r"\mathbb{R}") else _FALSE
        case t.SetLiteral(items):
            same = tuple(t.Relation((name, one), ("=" if wanted else r"\ne",)) for one in items)
            return [same] if wanted else [(one,) for one in same]
        case t.IntervalSet(low, high, left, right):
            below: t.RelationSign = "<" if left == "(" else r"\le"
            above: t.RelationSign = "<" if right == ")" else r"\le"
            ends = [] if infinite_sign(low) else [t.Relation((low, name), (below,))]
            ends += [] if infinite_sign(high) else [t.Relation((name, high), (above,))]
            return _all_hold(ends, wanted=wanted)
        case t.Complement(operand):
            return _belongs(operand, name, wanted=not wanted)
        case t.SetBuilder(t.Relation((t.Symbol() as own, where), (r"\in",)), condition):
            if where != _REAL or (put := substituted(condition, own, name)) is None:
                raise _OtherSetError
            return _all_hold(list(_relations(put)), wanted=wanted)
        case t.SetOperation((first, *others), signs):
            whole = _belongs(first, name, wanted=wanted)
            for sign, one in zip(signs, others, strict=True):
                other = _belongs(one, name, wanted=wanted == (sign != r"\setminus"))
                whole = _either(whole, other) if wanted == (sign == r"\cup") else [*whole, *other]
            return whole
        case _:
            raise _OtherSetError


def _relations(node: t.Node) -> Sequence[t.Relation]:
    """The links of orders and equations joined by "and"."""
    found = list[t.Relation]()
    for one in t.taken_apart(node):
        if not isinstance(one, t.Relation) or not set(one.operators) <= COMPARED.keys():
            raise _OtherSetError
        found += [t.Relation(pair, (sign,)) for pair, sign in zip(pairwise(one.operands), one.operators, strict=True)]
    return found


def _all_hold(relations: Sequence[t.Relation], *, wanted: bool) -> Clauses:
    if wanted:
        return [(one,) for one in relations]
    return [tuple(other for one in relations if (other := denied(one)) is not None)]


def of_each_number(node: t.Relation, model: Model) -> t.Node | None:
    r"""`\{x \in \mathbb{R} \mid x^2 = 1\} = \{1, -1\}` of each x; in a smaller set all items have to be, too.

    Without `\in`, the letter is of its own kind.
    """
    match node:
        case t.Relation((t.SetBuilder(element, condition), other), ("=",)):
            bound = _with_kind(element, model)
        case _:
            return None
    if not isinstance(bound, t.Relation) or not isinstance(name := bound.operands[0], t.Symbol):
        return None
    whole, among = bound.operands[1] in _ALL_NUMBERS, tuple[t.Node, ...]()
    match as_set(other):
        case t.SetLiteral(items) if items:
            found = one_of(tuple(t.Relation((name, item), ("=",)) for item in items))
            among = () if whole else tuple(t.Relation((item, *bound.operands[1:]), bound.operators) for item in items)
        case t.IntervalSet() as interval if bound.operands[1] == _REAL:
            found = t.Relation((name, interval), (r"\in",))
        case t.SetLiteral(()) | t.Constant(r"\emptyset") if (none := denied(condition)) is not None:
            return t.Quantified(r"\forall", bound, none)
        case _:
            return None
    held = t.Logic((t.Group(condition), found), (r"\Leftrightarrow",))
    return t.together((t.Quantified(r"\forall", bound, held), *among))


def _with_kind(element: t.Node, model: Model) -> t.Node:
    r"""A letter of which only its kind is known as `z \in \mathbb{C}`."""
    name = model.named(element) if isinstance(element, t.Symbol) else None
    if name is None or name.body is not None or name.parameters or name.domain:
        return element
    sign, kind = OF_KIND.get(name.kind, OF_KIND["positive"])
    return t.Relation((element, kind), (sign,)) if sign == r"\in" else element


# ── listed numbers ────────────────────────────────────────────────────────────────────────────────────────────────────


def counted(node: t.Node) -> t.Node | None:
    r"""`\{1, 2\} \cup \{2, 5\}` as `\{1, 2, 5\}`, and `|\{1, 2, 5\}|` as 3; None for anything else."""
    match node:
        case t.SetBuilder(t.Relation((t.Symbol() as name, of), (r"\in",)), condition) if of in _LEAST:
            return _whole_numbers(name, condition, least=_LEAST[of])
        case t.Absolute(t.SetLiteral() as listed) if (items := _numbers(listed)) is not None:
            return t.Number(str(len(items)))
        case t.Absolute(t.Product(sides, signs)) if {*signs} == {r"\times"}:  # pairs
            sizes = t.all_known(counted(t.Absolute(one)) for one in sides)
            return None if sizes is None else t.Group(t.Product(sizes, signs))
        case t.SetOperation((first, *others), signs) if (whole := _numbers(first)) is not None:
            for sign, one in zip(signs, others, strict=True):
                if (some := _numbers(one)) is None:
                    return None
                if sign == r"\cup":
                    whole = some | whole
                else:
                    whole = {key: item for key, item in whole.items() if (key in some) == (sign == r"\cap")}
            return t.SetLiteral(tuple(whole.values()))
        case _:
            return None


_LEAST: Final[dict[t.Node, int | None]] = {t.Constant(r"\mathbb{N}"): 0, t.Constant(r"\mathbb{Z}"): None}


def _whole_numbers(name: t.Symbol, condition: t.Node, *, least: int | None) -> t.Node | None:
    """The whole numbers of which orders and equations hold that bound them by their form; None of any other."""
    try:
        links = _relations(condition)
    except _OtherSetError:
        return None
    low, high = least, None
    for one in (turned for link in links for turned in (link, _turned(link))):
        (what, bound), (sign,) = one.operands, one.operators
        value = worked_out(bound)
        if value is None:
            continue
        if what == name and sign in {"<", r"\le", "="}:
            high = floor(value) if high is None else min(high, floor(value))
        if what == name and sign in {">", r"\ge", "="}:
            low = ceil(value) if low is None else max(low, ceil(value))
        if what in (t.Power(name, t.Number("2")), t.Absolute(name)) and sign in {"<", r"\le", "="}:
            if value < 0:
                return _EMPTY
            size = floor(value) if what == t.Absolute(name) else isqrt(floor(value))
            low, high = (-size if low is None else max(low, -size)), (size if high is None else min(high, size))
    if low is None or high is None or high - low > MOST_CLAUSES:
        return None
    told = {one: [_holds(link, name, in_digits(one)) for link in links] for one in range(low, high + 1)}
    if any(None in answers for answers in told.values()):
        return None
    kept = tuple(in_digits(one) for one, answers in told.items() if all(answers))
    return t.SetLiteral(kept) if kept else _EMPTY


def _turned(link: t.Relation) -> t.Relation:
    return t.Relation(link.operands[::-1], tuple(TURNED.get(sign, sign) for sign in link.operators))


def _holds(link: t.Relation, name: t.Symbol, value: t.Node) -> bool | None:
    sides = [substituted(one, name, t.Group(value)) for one in link.operands]
    left, right = (None if one is None else worked_out(one) for one in sides)
    return None if left is None or right is None else COMPARED[link.operators[0]](left, right)


def _numbers(node: t.Node) -> dict[Fraction, t.Node] | None:
    """The items of a list of numbers, by their values."""
    if isinstance(node, t.Group):
        return _numbers(node.body)
    if not isinstance(node, t.SetLiteral):
        return None
    values = t.all_known(map(rational, node.items))
    return None if values is None else dict(zip(values, node.items, strict=True))
