r"""What a statement says of chance before it claims something of it.

| written | judged |
| --- | --- |
| `X \sim \mathcal{N}(1, 2), \; P(X > 1) = \frac12` | the law `\Rightarrow P(X > 1) = \frac12` |
| `P(A \cap B) = P(A) P(B) \text{ if } A \perp B` | `A \perp B \Rightarrow P(A \cap B) = P(A) P(B)` |
| `A, B \text{ are independent}`, `A \text{ and } B \text{ are independent}` | `A \perp B` |
| `A \perp B \iff P(A \cap B) = P(A) P(B)` of events | `P(A \cap B) = P(A) P(B) \Leftrightarrow …` |
| `X \sim \mathcal{N}(1, 2), \; Y = 3X \Rightarrow \operatorname{Var}(Y) = 18` | the law `\Rightarrow \operatorname{Var}(3X) = 18` |
| `P(X = 1) = 0.2, \; P(X = 3) = 0.8, \; \mathbb{E}[X] = 2.6` | `0.2 \cdot 1 + 0.8 \cdot 3 = 2.6` |

Laws:
- Of values whose probabilities make 1 each expectation is known; those that make more are no probabilities.
- A list in which no measure of chance is claimed of what the laws speak of stays as it is.
"""  # noqa: E501 - rows of a table

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from mathora.formula import tree as t
from mathora.formula.symbols.distributions import SPELLED
from mathora.formula.tree.chance import measure_of
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import COMPARED, in_digits, worked_out
from mathora.formula.tree.substitution import substituted


def with_laws_said(node: t.Node, model: Model) -> t.Node:  # noqa: PLR0911 - a row each
    """The statement as an implication from its laws of chance; the very same if it has none."""
    node = _with_sign(node) if any(one == _INDEPENDENT for _, one in t.walk(node)) else node
    match node:
        case t.Logic(operators=(word,), operands=(claim, premise)) if word in t.CONDITIONS and all(
            map(_is_law, t.taken_apart(premise))
        ):
            return with_laws_said(t.Logic((premise, claim), (r"\Rightarrow",)), model)
        case t.Logic(operators=(r"\Leftrightarrow",), operands=sides) if any(
            isinstance(part, t.SetOperation) for _, part in t.walk(node)
        ):
            return node.with_children([_of_events(one) or one for one in sides])
        case t.Logic(operators=(r"\Rightarrow" | "so",), operands=(premise, conclusion)):
            before, items = t.taken_apart(premise), t.taken_apart(conclusion)
        case t.Listing() | t.Logic() if isinstance(node, t.Listing) or set(node.operators) <= t.AND:
            before, items = (), tuple(part for one in t.taken_apart(node) for part in _concluded(one))
        case _:
            return node
    laws = tuple(law for one in before or items if _is_law(one) for law in _of_each_name(one))
    if not laws:
        return _with_values_said(node, before, items, model)
    random = {law.children[0] for law in laws}
    named = [one for one in (*before, *items) if _names(one, random, model)]
    claims = tuple(one for one in items if one not in named and (before or not _is_law(one)))
    if not named and all(law in before for law in laws):
        return node
    said = [t.together(claims)] if claims else []
    for one in reversed(named):
        name, value = one.children
        put = substituted(said[-1], name, t.Group(value)) if said and isinstance(name, t.Symbol) else None
        said += [put] if put is not None else []
    measured = any(measure_of(part, model) for one in said for _, part in t.walk(one))
    if len(said) <= len(named) or not (before or measured):
        return node
    others = tuple(one for one in before if one not in named and not _is_law(one))
    return t.Logic((t.together((*laws, *others)), said[-1]), (r"\Rightarrow",))


def _concluded(node: t.Node) -> tuple[t.Node, ...]:
    r"""`A, \text{ so } B` says both."""
    return (
        tuple(one for one in node.operands if one != t.Blank())
        if isinstance(node, t.Logic) and node.operators == ("so",)
        else (node,)
    )


def _is_law(node: t.Node) -> bool:
    r"""`X \sim \mathcal{N}(0, 1)`, `X \perp Y`; but not `X \sim p`, of which nothing is known."""
    match node:
        case t.Relation((_, t.Application(t.Symbol() as law)), (r"\sim",)):
            return (law.name, law.style) in SPELLED
        case t.Relation(operators=(r"\perp",)):
            return True
        case _:
            return False


_INDEPENDENT = t.UprightWords(" are independent")


def _with_sign(node: t.Node) -> t.Node:
    """With the sign for two names that are independent in words; more are more than each two."""
    match node:
        case t.Product((t.Listing((t.Symbol(), t.Symbol()) as both), words)) if words == _INDEPENDENT:
            return t.Relation(both, (r"\perp",))
        case _:
            return node.with_children([_with_sign(one) for one in node.children])


def _of_events(node: t.Node) -> t.Node | None:
    r"""`A \perp B` of two events, by what defines it."""
    match node:
        case t.Relation((t.Symbol(), t.Symbol()) as events, (r"\perp",)):
            both, *alone = (
                t.Application(t.Symbol("P"), None, (one,)) for one in (t.SetOperation(events, (r"\cap",)), *events)
            )
            return t.Relation((both, t.Product(tuple(alone), ("",))), ("=",))
        case _:
            return None


def _of_each_name(law: t.Node) -> tuple[t.Node, ...]:
    match law:
        case t.Relation((t.Listing(names), *rest), (r"\sim",) as signs):
            return tuple(t.Relation((one, *rest), signs) for one in names)
        case _:
            return (law,)


def _names(node: t.Node, random: set[t.Node], model: Model) -> bool:
    """Whether a new name is said to be a term of what is random: `Y = 2X + 1`."""
    match node:
        case t.Relation((t.Symbol() as name, value), ("=" | ":=",)):
            known, parts = model.named(name), {part for _, part in t.walk(value)}
            free = known is None or (known.body is None and not known.domain)
            return free and name not in parts | random and bool(parts & random)
        case _:
            return False


def _with_values_said(node: t.Node, before: Sequence[t.Node], items: Sequence[t.Node], model: Model) -> t.Node:
    """The statement with the expectations that the probabilities of all values make."""
    stated = [(one, *said) for one in (*before, *items) if (said := _value_said(one, model)) is not None]
    for name in dict.fromkeys(said[1] for said in stated):
        values = {at: chance for _, one, at, chance in stated if one == name}
        if len(values) < len([one for one in stated if one[1] == name]):
            return node
        if sum(values.values()) > 1:
            total = t.added([*map(in_digits, values.values())])
            return t.together((node, t.Relation((total, t.Number("1")), (r"\le",))))
        if sum(values.values()) < 1 or min(values.values()) < 0:
            continue
        if (known := model.named(name)) is not None and known.domain:
            continue
        told = {id(one) for one, *_ in stated}
        put = [one if id(one) in told else _put_in(one, name, values, model) for one in items]
        if put != [*items]:
            claims = t.together(tuple(one for one in put if id(one) not in told))
            return t.Logic((t.together(tuple(before)), claims), (r"\Rightarrow",)) if before else claims
    return node


def _value_said(node: t.Node, model: Model) -> tuple[t.Symbol, Fraction, Fraction] | None:
    match node:
        case t.Relation(
            (t.Application(arguments=(t.Relation((t.Symbol() as name, at), ("=",)),)) as left, chance), ("=",)
        ) if measure_of(left, model) == "P":
            value, share = worked_out(at), worked_out(chance)
            return None if value is None or share is None else (name, value, share)
        case _:
            return None


def _put_in(node: t.Node, name: t.Symbol, values: dict[Fraction, Fraction], model: Model) -> t.Node:
    match node:
        case t.Application(arguments=(t.Relation((one, bound), (sign,)),)) if (
            one == name
            and sign in COMPARED
            and measure_of(node, model) == "P"
            and (end := worked_out(bound)) is not None
        ):
            return in_digits(sum((share for at, share in values.items() if COMPARED[sign](at, end)), start=Fraction()))
        case t.Application(arguments=(body,)) if (measure := measure_of(node, model)) in {"E", "Var"}:
            symbols = {*t.symbols(body)}
            if symbols != {name} or any(measure_of(part, model) for _, part in t.walk(body)):
                return node
            mean = _mean(body, name, values)
            if measure == "E" or mean is None:
                return mean or node
            square = _mean(t.Power(t.Group(body), t.Number("2")), name, values)
            return node if square is None else t.Group(t.Addition((square, t.Power(mean, t.Number("2"))), ("-",)))
        case _:
            return node.with_children([_put_in(one, name, values, model) for one in node.children])


def _mean(body: t.Node, name: t.Symbol, values: dict[Fraction, Fraction]) -> t.Node | None:
    at = [substituted(body, name, in_digits(value)) for value in values]
    terms = [
        t.Product((in_digits(share), t.Group(one)), ("",))
        for one, share in zip(at, values.values(), strict=True)
        if one
    ]
    return t.Group(t.added(terms)) if len(terms) == len(values) else None
