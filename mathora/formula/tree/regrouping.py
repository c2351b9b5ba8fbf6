r"""What a statement is made of where it is written short: `a, b ⇒ c, d`, `∀ a, b ∈ M`, `∃! x`, `x, y > 0`, `x = ±1`,
`p ⇔ q (a ≠ 0)`, where the condition is of both.

Owns: `regrouped`, `conditions_said`, `together`, `one_of`, `alternatives`, `denied`, `spelled_out`,
`spelled_statement`, `as_set`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Final

from mathora.formula.tree.indices import says_member
from mathora.formula.tree.node import Node, all_known, replaced, walk
from mathora.formula.tree.signs import has_both_signs, is_parameter, with_sign, worked_root
from mathora.formula.tree.statements import (
    AND,
    ARROWS,
    CONDITIONS,
    EQUIVALENT,
    OF_EACH,
    OR,
    Aligned,
    Application,
    Integral,
    Logic,
    LogicSign,
    Negation,
    Quantified,
    Quantifier,
    Relation,
    RelationSign,
    statements,
)
from mathora.formula.tree.terms import (
    Addition,
    Blank,
    Constant,
    Dots,
    FunctionName,
    Group,
    IntervalSet,
    Listing,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    SetLiteral,
    SetOperation,
    Signed,
    Symbol,
    Tuple,
)


def regrouped(node: Node) -> Node:  # noqa: C901, PLR0911 - a row each
    """`a, b ⇒ c, d`: a comma binds closer than an arrow, so that all premises belong to all conclusions.

    `∀ a, b` is one quantifier for each name, and `∃!` says that there is one and no other.
    """
    match node:
        case Quantified():
            return _one_by_one(node)
        case Logic(operators=(word,), operands=(said, Symbol() as name)) if word in OF_EACH:
            return Quantified(r"\forall", name, said)
        case Logic(operators=("for some",), operands=(said, bound)):
            return Quantified(r"\exists", bound, said)
        case Logic(operands=(first, Logic(operators=("()",), operands=(last, condition)))) if {*node.operators} <= (
            EQUIVALENT | ARROWS
        ):
            return Logic((Logic((first, last), node.operators), condition), ("()",))
        case Logic(operators=(r"\Rightarrow", sign), operands=(premise, *both)) if (
            sign in EQUIVALENT and _names_function(premise)
        ):
            return Logic((premise, Group(Logic(tuple(both), (sign,)))), (r"\Rightarrow",))
        case Listing(items=(Logic(operators=("if",), operands=(Blank(), premise)), *said)):
            words = [one.operands[1] if isinstance(one, Logic) and one.operators == ("then",) else one for one in said]
            return Logic((premise, together(_of_each(tuple(words)))), (r"\Rightarrow",))
        case Listing():
            pass
        case _:
            return node
    items = _with_conditions(node.items)
    arrows = [(place, one) for place, one in enumerate(items) if isinstance(one, Logic) and ARROWS & {*one.operators}]
    match arrows:
        case [(place, Logic(operators=(sign,)) as claim)] if (
            sign in EQUIVALENT and place == len(items) - 1 and place and all(map(_names_function, items[:place]))
        ):
            return Logic((together(items[:place]), Group(claim)), (r"\Rightarrow",))
        case [(place, Logic(operators=operators, operands=(premise, conclusion)))]:
            premises, behind = together(_of_each((*items[:place], premise))), items[place + 1 :]
            if behind and all(is_parameter(one, premise, conclusion) for one in behind):
                return Logic((Logic((premises, conclusion), operators), together(behind)), ("()",))
            return Logic((premises, together(_of_each((conclusion, *behind)))), operators)
        case _:
            return node if items == node.items else items[0] if len(items) == 1 else Listing(items)


def _names_function(node: Node) -> bool:
    """Whether a formula of a function's variables is said: `f(x) = x^2`."""
    match node:
        case Relation(
            operands=(Application(head=Symbol(), power=None, arguments=arguments), _), operators=("=" | ":=",)
        ):
            return all(isinstance(one, Symbol) for one in arguments)
        case _:
            return False


def _with_conditions(items: tuple[Node, ...]) -> tuple[Node, ...]:
    r"""`f \text{ for } x, y > 0`: a condition without brackets goes on behind commas, unless it comes first."""
    said = tuple(map(_behind_word, items))
    match [place for place, one in enumerate(said) if _is_conditional(one)]:
        case [place] if "()" not in getattr(said[place], "operators", ()) and (
            place or not isinstance(items[place].children[0], Blank)
        ):
            claim, condition = items[place].children
            behind = range(place + 1, len(items))
            own = next((at for at in behind if _is_claim(items[at]) or says_member(items[at], claim)), len(items))
            conditions = together(_of_each((condition, *said[place + 1 : own])))
            follow = [Logic((one, conditions), ("for",)) if _says_so(items[own]) else one for one in said[own:]]
            before, claim = ((), items[0]) if place == 1 and isinstance(claim, Blank) else (items[:place], claim)
            return (*before, items[place].with_children([claim, conditions]), *follow)
        case []:
            return _with_values(items)
        case _:
            return items if said == items or isinstance(items[0].children[0], Blank) else said


def _behind_word(node: Node) -> Node:
    r"""What is said behind the word that begins an item: `\text{and } y > 0`."""
    match node:
        case Logic(operators=(word,), operands=(Blank(), said)) if word in AND | _SO:
            return said
        case _:
            return node


_SO: Final = frozenset[LogicSign](["so", "then", "hence", r"\therefore"])


def _says_so(node: Node) -> bool:
    return isinstance(node, Logic) and node.operators[0] in _SO and isinstance(node.operands[0], Blank)


def _is_claim(node: Node) -> bool:
    r"""Whether an item behind a condition is none itself: it follows from it, or `and` begins it, and no order does."""
    said = _behind_word(node)
    order = isinstance(said, Relation) and isinstance(said.operands[0], Symbol) and "=" not in said.operators
    return _says_so(node) or (said is not node and not order)


def _with_values(items: tuple[Node, ...]) -> tuple[Node, ...]:
    r"""`P(X = k) = p_k, \; k = 0, 1, \dots, n`: values behind a claim say for which it is."""
    last = max((place for place, one in enumerate(items) if isinstance(one, Relation | Logic)), default=0)
    match items[last:]:
        case (Relation(operands=(Symbol(), _), operators=("=",)), _, *_) as listed if last:
            return (Logic((together(items[:last]), together(_of_each(listed))), ("for",)),)
        case _:
            return items


def _is_conditional(node: Node) -> bool:
    return isinstance(node, Logic) and len(node.operators) == 1 and node.operators[0] in CONDITIONS


def conditions_said(node: Node) -> tuple[Node, ...]:
    r"""The conditions under which statements are said, those of a list each: `x > 0` of `f \text{ for } x > 0`."""
    parts = map(regrouped, statements(regrouped(node)))
    return tuple(one.children[1] for one in parts if _is_conditional(one) and not isinstance(one.children[0], Blank))


def _one_by_one(node: Quantified) -> Node:
    """A quantifier over one name, the others inside."""
    head = node.bound.operands[0] if isinstance(node.bound, Relation) else node.bound
    if isinstance(head, Listing):
        rest = head.items[1] if len(head.items) == 2 else Listing(head.items[1:])  # noqa: PLR2004
        inner = Quantified(node.quantifier, _binding(node.bound, rest), node.body)
        return Quantified(node.quantifier, _binding(node.bound, head.items[0]), _one_by_one(inner))
    if node.quantifier != r"\exists!" or not isinstance(head, Symbol):
        return node
    other = replace(head, accents=("tilde", *head.accents))
    if any(part == other for _, part in walk(node.body)):
        return node
    alike = Logic((replaced(node.body, head, other), Relation((other, head), ("=",))), (r"\Rightarrow",))
    single = Quantified(r"\forall", _binding(node.bound, other), alike)
    return Quantified(r"\exists", node.bound, Logic((node.body, single), ("and",)))


def _binding(bound: Node, name: Node) -> Node:
    """The same bound of another name."""
    return Relation((name, *bound.operands[1:]), bound.operators) if isinstance(bound, Relation) else name


def together(items: tuple[Node, ...]) -> Node:
    """One statement that says all of these."""
    words = tuple[LogicSign, ...]("and" for _ in items[1:])
    return items[0] if len(items) == 1 else Logic(items, words)


def taken_apart(node: Node) -> tuple[Node, ...]:
    """The statements of one that says several together."""
    match node:
        case Group(body=body):
            return taken_apart(body)
        case Listing(items=items):
            return tuple(part for one in items for part in taken_apart(one))
        case Logic(operators=operators, operands=operands) if set(operators) <= AND:
            return tuple(part for one in operands for part in taken_apart(one))
        case _:
            return (node,)


def one_of(items: tuple[Node, ...]) -> Node:
    """One statement that says one of these."""
    words = tuple[LogicSign, ...]("or" for _ in items[1:])
    return items[0] if not words else Logic(items, words)


def alternatives(node: Node) -> tuple[Node, ...]:
    """The statements of which one holds."""
    match node:
        case Group(body=body):
            return alternatives(body)
        case Logic(operators=operators, operands=operands) if set(operators) <= OR:
            return operands
        case _:
            return (node,)


_OPPOSITES: Final[Mapping[str, RelationSign]] = {
    "=": r"\ne", r"\ne": "=", "<": r"\ge", r"\ge": "<", ">": r"\le", r"\le": ">", r"\in": r"\notin", r"\notin": r"\in",
}  # fmt: skip


def denied(node: Node) -> Node | None:  # noqa: PLR0911 - a row each
    """The opposite of a statement of numbers, without a sign before it; None of any other."""
    match node:
        case Group(body=body):
            return denied(body)
        case Negation(operand=operand):
            return operand if denied(operand) else None
        case Relation(operands=operands, operators=(sign,)) if sign in _OPPOSITES:
            return Relation(operands, (_OPPOSITES[sign],))
        case Relation(operands=operands, operators=(_, _, *_) as signs):
            return denied(together(tuple(Relation(*one) for one in zip(pairwise(operands), zip(signs), strict=True))))
        case Quantified(quantifier=quantifier, bound=bound, body=body) if quantifier != r"\exists!":
            inner = denied(body)
            return None if inner is None else Quantified(_OTHER[quantifier], bound, inner)
        case Logic(operands=(premise, conclusion), operators=(r"\Rightarrow",)):
            inner = denied(conclusion)
            return None if inner is None else together((premise, inner))
        case Logic(operands=operands, operators=operators) if set(operators) <= AND or set(operators) <= OR:
            parts = all_known(map(denied, operands))
            both = set(operators) <= AND
            return None if parts is None else one_of(parts) if both else together(parts)
        case _:
            return None


_OF_NUMBERS: Final = (
    Addition | Application | Constant | FunctionName | Group | Number | Power | Product | Quotient | Root | Signed
)
"""What a number is written with that has no letters."""
_OTHER: Final[Mapping[str, Quantifier]] = {r"\forall": r"\exists", r"\exists": r"\forall"}


def spelled_statement(node: Logic) -> Node:
    r"""A statement of statements that are spelled out; implications in a row say each of them.

    Where two parts have `±`, their signs belong together: behind an arrow, each reading is said. So they do in
    `x = 1 \pm \sqrt{4} = 1 \pm 2`.
    """
    roots = [worked_root(one) for one in node.operands[1:]]
    if any(roots) and set(node.operators) <= ARROWS | EQUIVALENT:
        behind = [root[0] if root else one for root, one in zip(roots, node.operands[1:], strict=True)]
        before = [node.operands[0], *(root[1] if root else one for root, one in zip(roots, behind, strict=True))]
        steps = zip(zip(before, behind, strict=False), node.operators, strict=True)
        said = (spelled_statement(Logic(pair, (sign,))) for pair, sign in steps)
        return together((*said, *(one for root in roots for one in root[2:])))
    if len(node.operators) > 1 and set(node.operators) <= ARROWS | EQUIVALENT:
        steps = zip(pairwise(node.operands), node.operators, strict=False)
        return together(tuple(spelled_statement(Logic(pair, (sign,))) for pair, sign in steps))
    signed = [one for one in node.operands if has_both_signs(one)]
    if len(signed) > 1 and set(node.operators) <= ARROWS | EQUIVALENT:
        return together((with_sign(node, "+"), with_sign(node, "-")))
    return _integrated(node) or Logic(tuple(map(spelled_out, node.operands)), node.operators)


def _integrated(node: Logic) -> Node | None:
    r"""`\int f\,dx = \int g\,dy \Rightarrow F = G`: what follows says what both integrals are."""
    match node:
        case Logic(
            operands=(
                Relation(operands=(Integral(lower=None, upper=None) as one, Integral(lower=None, upper=None) as other)),
                Relation(operands=(first, second), operators=("=",)),
            ),
            operators=(r"\Rightarrow",),
        ):
            return together((Relation((one, first), ("=",)), Relation((other, second), ("=",))))
        case _:
            return None


def spelled_out(node: Node) -> Node:  # noqa: PLR0911 - a row each
    r"""`x \in \{1, 2\}` and `x = \pm 1` as one of two equations, `x, y > 0` as two orders, as is
    `k \in \{0, 1, \dots, n\}`.
    """
    match node:
        case Relation(operands=(Symbol() as name, SetLiteral(items=items)), operators=(r"\in",)) if any(
            isinstance(one, Dots) for one in items[1:]
        ):
            return together(_among(name, items))
        case Relation(operands=(Symbol() as name, SetLiteral(items=items)), operators=(r"\in",)) if items and all(
            isinstance(part, _OF_NUMBERS) for one in items for _, part in walk(one)
        ):
            return one_of(tuple(Relation((name, one), ("=",)) for one in items))
        case Relation(operands=(left, right), operators=("=",)) if has_both_signs(right) and not has_both_signs(left):
            return one_of(
                (Relation((left, with_sign(right, "+")), ("=",)), Relation((left, with_sign(right, "-")), ("=",)))
            )
        case Relation(operands=(left, right), operators=(r"\ne",)) if has_both_signs(right):
            return together(tuple(Relation((left, with_sign(right, sign)), (r"\ne",)) for sign in ("+", "-")))
        case Logic(operands=operands, operators=operators) if set(operators) <= OR:
            return one_of(tuple(part for one in operands for part in alternatives(spelled_out(one))))
        case Aligned():
            return together(statements(node))
        case Listing(items=items) | Tuple(items=items) if all(isinstance(one, Relation) for one in _of_each(items)):
            return together(_of_each(items))
        case _:
            return node


def as_set(node: Node) -> Node:
    """The pair (a, b) as the open interval, where a set is meant."""
    match node:
        case Tuple(items=(lower, upper)):
            return IntervalSet(lower, upper, "(", ")", span=node.span)
        case SetOperation():
            return node.with_children([as_set(child) for child in node.children])
    return node


def _of_each(items: tuple[Node, ...]) -> tuple[Node, ...]:
    r"""`x, y > 0` as `x > 0` and `y > 0`: a name alone shares the relation that comes next; `k = 0, 1, \dots, n` as
    `0 \le k \le n`, `x = 1, 2` as `x \in \{1, 2\}`: what comes behind the last relation are values, too.
    """
    last = max((place for place, one in enumerate(items) if isinstance(one, Relation | Logic)), default=0)
    match items[last:]:
        case (Relation(operands=(Symbol() as name, first), operators=("=",)), _, *_) as listed:
            items = (*items[:last], *_among(name, (first, *listed[1:])))
        case _:
            pass
    found: list[Node] = []
    for one in reversed(items):
        match one, found:
            case Symbol(), [*_, Relation(operands=(Symbol(), *rest), operators=signs)] | [
                *_,
                Logic(operands=(Relation(operands=(Symbol(), *rest), operators=signs), *_)),
            ]:
                found.append(Relation((one, *rest), signs))
            case _:
                found.append(one)
    return tuple(reversed(found))


def _among(name: Symbol, values: tuple[Node, ...]) -> tuple[Node, ...]:
    r"""What `name = a, b` and `name = a, a + 1, \dots, n` say of the name."""
    match values:
        case (first, *between, Dots(), end) if _is_run((first, *between)):
            return (
                Relation((name, Constant(r"\mathbb{Z}")), (r"\in",)),
                Relation((first, name, end), (r"\le", r"\le")),
            )
        case (first, *between, Dots()) if _is_run((first, *between)):
            return (Relation((name, Constant(r"\mathbb{Z}")), (r"\in",)), Relation((first, name), (r"\le",)))
        case _:
            return (Relation((name, SetLiteral(values)), (r"\in",)),)


def _is_run(values: tuple[Node, ...]) -> bool:
    """Whether the values are whole numbers, one after the other."""
    numbers = [one.value if isinstance(one, Number) else None for one in values]
    return all(b is not None and a is not None and b == a + 1 for a, b in pairwise(numbers))
