r"""Lists that say what something is before they claim something of it, as implications.

Owns: `as_implication`; `with_both_roots`; `implication_meant`, `values_behind`; `is_new`.

| written | said |
| --- | --- |
| `x = 2, \; y = 3, \; x + y = 5`, where x and y are free | `x = 2` and `y = 3` `\Rightarrow x + y = 5` |
| `f(x) = x^2, \quad f'(x) = 2x`, where f has no formula | `f(x) = x^2 \Rightarrow f'(x) = 2x` |
| `r = 2, \quad A = \pi r^2 = 4\pi` | `r = 2` and `A = \pi r^2` `\Rightarrow \pi r^2 = 4\pi` |
| `x = 3 \Rightarrow y = x^2 = 9`, where y is free | `x = 3` and `y = x^2` `\Rightarrow x^2 = 9` |
| `\frac{1}{x(x+1)} = \frac{A}{x} + \frac{B}{x+1}, \; A = 1, \; B = -1` | with 1 for A and -1 for B |
| `F'(x) = f(x), \quad \int_a^b f(x)\,dx = F(b) - F(a)` of unknown functions | the same with `\Rightarrow` |
| `\int_a^b f(x)\,dx = F(b) - F(a), \quad F' = f` of unknown functions | `F' = f \Rightarrow` what stands before |
| `x^2 = 1 \Rightarrow x_1 = 1, \; x_2 = -1` | `x^2 = 1 \Leftrightarrow x = 1` or `x = -1` |
| `\text{For } x = 3, \; x^2 = 9` | `x = 3 \Rightarrow x^2 = 9` |

Laws:
- What a name is has to be said before it is claimed of: `x^2 = 4, \; x = 2` is no implication, nor is a list of
  values alone. Only the coefficients of what holds of each x may stand behind it.
- A list that says what one new name after the other is defines them: `z = w x + b, \; a = \sigma(z)`.
- Said is only what a free name, a function without a formula, or a point of free names is. Members of sequences and
  what chance decides are left alone: `a_1 = 1` says nothing of `a_n`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mathora.formula import tree as t
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.model import Model
from mathora.formula.tree.regrouping import one_of
from mathora.formula.tree.signs import has_both_signs, with_sign
from mathora.formula.tree.substitution import substituted
from mathora.formula.unfolding.laws import with_laws_said

_SAID = frozenset({"=", ":="})
_CONCLUDING = frozenset({"so", "then", "hence"})


def as_implication(node: t.Node, model: Model, givens: Sequence[t.Node] = ()) -> t.Node:  # noqa: C901, PLR0911 - a row each
    """The implication that a list stands for, and one whose conclusion names what it works out; else the very same."""
    if (told := with_laws_said(node, model)) is not node:
        return told
    if (solved := _roots(node, model)) is not None:
        return solved
    if (of_each := _with_coefficients(values_behind(node, model), model, givens)) is not None:
        return of_each
    match node:
        case t.Listing((*first, t.Relation((t.Prime(t.Symbol()), t.Symbol() as of), ("=",)) as said)) if (
            first and _is_free(of, model, parameters=1) and said not in first
        ):
            return t.Logic((said, t.together(tuple(first))), (r"\Rightarrow",))
        case t.Group(body):
            return as_implication(body, model, givens)
        case t.Logic(operators=(r"\Rightarrow",), operands=(premise, conclusion)):
            before, items = t.taken_apart(premise), t.taken_apart(conclusion)
        case t.Listing() | t.Logic() if isinstance(node, t.Listing) or set(node.operators) <= t.AND:
            before, items = (), t.taken_apart(node)
        case _:
            return node
    if speaks_of_chance(node, model) or any(_is_left_alone(part, model) for _, part in t.walk(node)):
        return node
    premises, claims, named = _sorted(before, items, model)
    if (before and len(premises) == len(before)) or _defines_in_order(items, claims, model):
        return node
    if not any(_speaks_of(claim, name) for claim in claims for name in named):
        return node
    return t.together(tuple(t.Logic((t.together(premises), one), (r"\Rightarrow",)) for one in claims))


def with_both_roots(node: t.Node) -> t.Node:
    r"""`x_{1,2} = 1 \pm 2, \; x_1 = 3` says that 3 is one of both numbers, too."""
    items = t.taken_apart(node) if isinstance(node, t.Listing) else ()
    values = {
        one.operands[0]: one.operands[1] for one in items if isinstance(one, t.Relation) and one.operators == ("=",)
    }
    found: list[t.Node] = []
    for one in items:
        match one:
            case t.Relation((t.Symbol(subscript=t.Listing(indices)) as name, both), ("=",)) if has_both_signs(both):
                said = [values[member] for at in indices if (member := replace(name, subscript=at)) in values]
                ways = [with_sign(both, "+"), with_sign(both, "-")]
                found += [one, *(one_of(tuple(t.Relation((value, way), ("=",)) for way in ways)) for value in said)]
            case _:
                found.append(one)
    return t.Listing(tuple(found)) if len(found) > len(items) else node


def implication_meant(node: t.Node) -> t.Logic | None:
    r"""What `x + y = 10, \; xy \le 25` is meant to say: the last relation follows from the equations before it."""
    match node:
        case t.Listing((*before, t.Relation() as last)) if all(
            isinstance(one, t.Relation) and one.operators == ("=",) for one in before
        ):
            return t.Logic((t.together(tuple(before)), last), (r"\Rightarrow",))
        case _:
            return None


def values_behind(node: t.Node, model: Model) -> t.Logic | None:
    r"""What `x^2 y = 4, \; x = 2, \; y = 1` is meant to say: the first holds at the values behind it. One number alone
    may be a conclusion.
    """
    match node:
        case t.Listing((t.Relation() as claim, t.Relation((_, first, *_)), *more) as items) if more or isinstance(
            first, t.Matrix
        ):
            values = items[1:]
            spoken = {part for _, part in t.walk(claim)}
            said = all(_is_value(one, spoken, model) for one in values)
            return t.Logic((t.together(tuple(values)), claim), (r"\Rightarrow",)) if said else None
        case _:
            return None


def _with_coefficients(meant: t.Logic | None, model: Model, givens: Sequence[t.Node]) -> t.Node | None:
    """An equation of numbers of which nothing is said, with the values of the others put in."""
    if meant is None:
        return None
    said, claim = meant.operands
    values = {one.operands[0]: one.operands[1] for one in t.taken_apart(said) if isinstance(one, t.Relation)}
    once = len(values) == len(t.taken_apart(said)) and not any(
        t.mentions(one, name) for one in givens for name in values
    )
    letters = {part for part in t.symbols(claim) if is_new(part, model)}
    known = [model.named(name) for name in values if isinstance(name, t.Symbol)]
    plain = once and all(one is None or (one.kind == "real" and not one.domain) for one in known)
    if not plain or letters <= values.keys() or not isinstance(claim, t.Relation) or {*claim.operators} != {"="}:
        return None
    put: t.Node | None = claim
    for name, value in values.items():
        put = substituted(put, name, value) if put is not None and isinstance(name, t.Symbol) else None
    return put


def _is_value(node: t.Node, spoken: set[t.Node], model: Model) -> bool:
    """Whether a number, or a matrix, is said of a free name that is spoken of."""
    match node:
        case t.Relation((t.Symbol() as name, value), ("=",)):
            known = isinstance(value, t.Matrix) or not any(isinstance(one, t.Symbol) for _, one in t.walk(value))
            return known and name in spoken and is_new(name, model)
        case _:
            return False


def _roots(node: t.Node, model: Model) -> t.Node | None:
    r"""`x^2 = 1 \Rightarrow x_1 = 1, \; x_2 = -1`: the numbered names are all values of the one of the premise."""
    match node:
        case t.Logic(operators=(r"\Rightarrow" | r"\Leftrightarrow",), operands=(premise, conclusion)):
            said = t.taken_apart(conclusion)
        case _:
            return None
    ways, rest, names = list[t.Node](), list[t.Node](), set[t.Symbol]()
    for place, one in enumerate(said, start=1):
        match one:
            case t.Relation((t.Symbol(subscript=t.Number(index)) as name, value, *more), ("=", *signs)) if index == str(
                place
            ) and is_new(name, model):
                names.add(replace(name, subscript=None))
                ways.append(value)
                rest += [t.Relation((value, *more), tuple(signs))] if more else []
            case t.Relation((t.Symbol(subscript=t.Listing() | t.Number("12")) as name, value), ("=",)) if (
                len(said) == 1 and has_both_signs(value) and is_new(name, model)
            ):
                names.add(replace(name, subscript=None))
                ways += [with_sign(value, "+"), with_sign(value, "-")]
            case _:
                return None
    (name, *others) = names
    if others or len(ways) < 2 or not t.mentions(premise, name) or not _is_free(name, model, parameters=0):  # noqa: PLR2004
        return None
    solved = one_of(tuple(t.Relation((name, value), ("=",)) for value in ways))
    return t.together((t.Logic((premise, solved), (r"\Leftrightarrow",)), *rest))


def _sorted(
    before: tuple[t.Node, ...], items: tuple[t.Node, ...], model: Model
) -> tuple[tuple[t.Node, ...], tuple[t.Node, ...], set[t.Symbol]]:
    """What is said, what is claimed, and the names that are spoken of before."""
    premises, claims = [*before], list[t.Node]()
    named = {part for one in before for part in t.symbols(one)}
    for one in items:
        match one:
            case t.Logic(operators=(word,), operands=(t.Blank(), condition)) if word in t.CONDITIONS and not claims:
                premises.append(condition)
                named |= {*t.symbols(condition)}
            case t.Logic(operators=(word,), operands=(t.Blank(), claim)) if word in _CONCLUDING:
                claims.append(claim)
            case t.Relation((left, value, *rest), (sign, *signs)) if (
                sign in _SAID
                and (rest or not before)
                and (new := _said_of(left, value, model))
                and not new & named
                and not (isinstance(value, t.Application) and any(t.mentions(one, *new) for one in premises))
                and not any(_speaks_of(claim, name) for claim in claims for name in new)
            ):
                named |= new
                premises.append(t.Relation((left, value), (sign,)))
                claims += [t.Relation((value, *rest), tuple(signs))] if rest else []
            case _:
                claims.append(one)
    return tuple(premises), tuple(claims), named


def _defines_in_order(items: Sequence[t.Node], claims: Sequence[t.Node], model: Model) -> bool:
    """Whether all that is claimed says what names are that the model does not have, each before it is used."""
    new = [one.operands[0] if isinstance(one, t.Relation) and one.operators[0] in _SAID else None for one in items]
    known = all(isinstance(one, t.Relation) and len(one.operands) == 2 and one.operands[0] in new for one in claims)  # noqa: PLR2004
    if not known:
        return False
    fresh = all(isinstance(one.children[0], t.Symbol) and symbol_key(one.children[0]) not in model for one in claims)
    early = any(
        t.mentions(side, name)
        for place, one in enumerate(items)
        for side in one.children[1:]
        for name in new[place:]
        if name is not None
    )
    return fresh and not early


def _is_left_alone(part: t.Node, model: Model) -> bool:
    """Whether a part is a member of a sequence, or an ellipsis; `f_x` is the derivative of a function."""
    below = part.subscript if isinstance(part, t.Symbol) and partial_by_subscript(part, model) is None else None
    return isinstance(part, t.Dots) or (
        below is not None and any(isinstance(one, t.Symbol) for _, one in t.walk(below))
    )


def _speaks_of(node: t.Node, name: t.Symbol) -> bool:
    """Whether a statement speaks of a name, or of a derivative of it: `f_x`."""
    parts = t.symbols(node)
    return any(name in {part, replace(part, subscript=None)} for part in parts)


def _said_of(left: t.Node, value: t.Node, model: Model) -> set[t.Symbol]:
    """The names of which a statement says what they are; empty if it says it of none."""
    match left, value:
        case t.Symbol(), _ if is_new(left, model):
            new = {left}
        case t.Application(t.Symbol() as head, arguments=arguments, power=None), _ if _is_free(
            head, model, parameters=len(arguments)
        ):
            plain = {one for one in arguments if isinstance(one, t.Symbol) and _is_free(one, model, parameters=0)}
            new = {head} if len(plain) == len(arguments) else set()
        case (
            t.Application(t.Prime(), arguments=(t.Symbol(),) as here),
            t.Application(t.Symbol() as head, arguments=there, power=None),
        ) if here == there and not t.mentions(left, head) and _is_free(head, model, parameters=1):
            return {head}
        case t.Tuple(items), t.Tuple(values) if len(items) == len(values):
            free = {one for one in items if isinstance(one, t.Symbol) and _is_free(one, model, parameters=0)}
            new = free if len(free) == len(items) else set()
        case _:
            new = set()
    return set() if any(t.mentions(value, name) for name in new) else new


def is_new(symbol: t.Symbol, model: Model) -> bool:
    """Whether nothing is said of a name but what a statement itself says."""
    return symbol_key(symbol) not in model or _is_free(symbol, model, parameters=0)


def _is_free(symbol: t.Symbol, model: Model, *, parameters: int) -> bool:
    name = model.named(symbol)
    if name is None:
        return False
    return name.body is None and len(name.parameters) == parameters and name.kind not in {"event", "random"}
