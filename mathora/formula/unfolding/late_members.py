r"""Members from some place on: the proofs by ε and N that a sequence tends to what is said.

Owns: `with_late_members`.

| written, where ε > 0 | said |
| --- | --- |
| `\exists N \; \forall n \ge N : \ldots` | there is M: for all n, `n \ge 1, \varepsilon n \ge M \Rightarrow \ldots` |
| `n > \frac1\varepsilon \Rightarrow \ldots` | `n > 0, \varepsilon n > 1 \Rightarrow \ldots` |
| `n \ge \lceil 1/\varepsilon \rceil \Rightarrow \ldots`, n whole | `n > 0, \varepsilon n \ge 1 \Rightarrow \ldots` |

Laws:
- Where N does, any later one does, too: there is an N if, and only if, there is M = εN, at least ε.
- A bound is multiplied only by what is positive: by its kind or domain, or as the quantifier around says.
- A whole number is at least ⌈x⌉ if, and only if, it is at least x.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import TURNED

_ABOVE: Final = frozenset({">", r"\ge"})
_WHOLE: Final = frozenset({"natural", "integer"})
_ZERO, _ONE = t.Number("0"), t.Number("1")


def with_late_members(node: t.Node, model: Model) -> t.Node:
    """The statement with its bounds multiplied out; the very same if there are none."""
    return _said(node, model, frozenset())


def _said(node: t.Node, model: Model, around: AbstractSet[t.Node]) -> t.Node:
    """A part; `around` are the names that a quantifier around it says to be positive."""
    match node:
        case t.Quantified(bound=bound, body=body):
            name = bound.children[0] if isinstance(bound, t.Relation) else bound
            here = bound == t.Relation((name, _ZERO), (">",))
            within = around | {name} if here else around - {name}
            inner = model if here else _without(model, name)
            each = replace(node, body=_said(body, inner, within))
            return _some_place(each, model, around) or _from_a_place(each, model, around) or each
        case t.Logic(operators=(sign,), operands=(one, other)) if sign == r"\Rightarrow" or sign in t.EQUIVALENT:
            right = other if sign == r"\Rightarrow" else _multiplied(other, model, around)
            return node.with_children([_multiplied(one, model, around), _said(right, model, around)])
        case t.Group(body):
            said = _said(body, model, around)
            return node if said is body else t.Group(said)
        case _:
            return node


def _without(model: Model, name: t.Node) -> Model:
    """The model in which a bound name is of its kind, if whole, and nothing else is known of it."""
    known = model.named(name)
    if known is None or known.parameters:
        return model
    kind = known.kind if known.kind in _WHOLE else "real"
    return Model({**model.names, known.key: replace(known, kind=kind, domain=(), body=None)})


def _some_place(node: t.Quantified, model: Model, around: AbstractSet[t.Node]) -> t.Node | None:
    """`∃ N ∀ n ≥ N : …` by M = εN."""
    place = node.bound.children[0] if isinstance(node.bound, t.Relation) else node.bound
    match node.bound:
        case t.Relation((_, t.Number()), (sign,)) if sign in _ABOVE:
            pass
        case t.Symbol() | t.Relation((_, t.Constant(r"\mathbb{N}" | r"\mathbb{Z}" | r"\mathbb{R}")), (r"\in",)):
            pass
        case _:
            return None
    match _late(node.body, model):
        case (t.Symbol() as name, t.Relation((_, t.Symbol() as bound), (sign,)), kind, claim) if (
            node.quantifier == r"\exists" and bound == place and sign in _ABOVE and isinstance(place, t.Symbol)
        ):
            spoken = {*t.symbols(claim)} - {name}
            tolerances = [*(spoken & around)] or [one for one in spoken if _is_positive(one, model, around)]
            if place in spoken or name not in (one for _, one in t.walk(claim)) or len(tolerances) != 1:
                return None
            least = replace(place, accents=("tilde", *place.accents))
            scaled = t.Relation((t.side_by_side((tolerances[0], name)), least), (sign,))
            premise = t.together((t.Relation((name, _ONE), (r"\ge",)), scaled))
            inner = t.Quantified(r"\forall", kind, t.Group(t.Logic((premise, claim), (r"\Rightarrow",))))
            return t.Quantified(r"\exists", t.Relation((least, t.Constant(r"\mathbb{R}")), (r"\in",)), inner)
        case _:
            return None


def _late(node: t.Node, model: Model) -> tuple[t.Symbol, t.Relation, t.Node, t.Node] | None:
    """The n, its bound, the n of its kind, and what is said, of `∀ n ≥ N : …` and `∀ n ∈ ℕ : n ≥ N ⇒ …`."""
    match node:
        case t.Group(body):
            return _late(body, model)
        case t.Quantified(r"\forall", t.Relation((t.Symbol() as name, _)) as bound, claim) if bound.operators != (
            r"\in",
        ):
            return name, bound, _of_kind(name, model), claim
        case t.Quantified(r"\forall", bound, t.Logic((t.Relation((name, _)) as above, claim), (r"\Rightarrow",))):
            alone = bound.children[0] if isinstance(bound, t.Relation) and bound.operators == (r"\in",) else bound
            if alone == name and isinstance(name, t.Symbol):
                return name, above, _of_kind(name, model) if bound == name else bound, claim
        case t.Logic((t.Relation((t.Symbol() as name, _)) as above, claim), (r"\Rightarrow",)) if model.is_free(name):
            known = model.named(name)
            return None if known is None or known.domain else (name, above, _of_kind(name, model), claim)
    return None


def _of_kind(name: t.Symbol, model: Model) -> t.Node:
    kind = model.kind_of(name)
    said = t.Constant(r"\mathbb{N}" if kind == "natural" else r"\mathbb{Z}" if kind == "integer" else r"\mathbb{R}")
    return t.Relation((name, said), (r"\in",))


def _from_a_place(node: t.Quantified, model: Model, around: AbstractSet[t.Node]) -> t.Node | None:
    """`∀ n ≥ ⌈1/ε⌉ : …` as an implication."""
    match node:
        case t.Quantified(r"\forall", t.Relation((t.Symbol() as name, _)) as bound, claim):
            said = _multiplied(bound, model, around)
            return (
                None
                if said is bound
                else t.Quantified(r"\forall", _of_kind(name, model), t.Group(t.Logic((said, claim), (r"\Rightarrow",))))
            )
        case _:
            return None


def _multiplied(premise: t.Node, model: Model, around: AbstractSet[t.Node]) -> t.Node:
    """A premise with each bound `n > a/ε` as `εn > a`; and n > 0, where a is a positive number."""
    parts = t.taken_apart(premise)
    said = [new for one in parts for new in _without_quotient(one, model, around)]
    return premise if said == list(parts) else t.together(tuple(said))


def _without_quotient(one: t.Node, model: Model, around: AbstractSet[t.Node]) -> tuple[t.Node, ...]:
    match one:
        case t.Relation((left, right), (sign,)) if sign in TURNED.keys() - _ABOVE:
            turned = t.Relation((right, left), (TURNED[sign],))
            said = _without_quotient(turned, model, around)
            return (one,) if said == (turned,) else said
        case t.Relation((t.Symbol() as name, t.Rounded(t.Quotient() as inner, "ceil")), (r"\ge",)) if (
            model.kind_of(name) in _WHOLE
        ):
            return _without_quotient(t.Relation((name, inner), (r"\ge",)), model, around)
        case t.Relation((t.Symbol() as name, t.Quotient(above, below)), (sign,)) if (
            sign in _ABOVE and name != below and _is_positive(below, model, around)
        ):
            scaled = t.Relation((t.side_by_side((below, name)), above), (sign,))
            positive = isinstance(above, t.Number) and above.value > 0
            return (t.Relation((name, _ZERO), (">",)), scaled) if positive else (scaled,)
        case t.Relation((t.Quotient(above, below), right), (sign,)) if (
            sign in _ABOVE and not t.mentions(above, below) and _is_positive(below, model, around)
        ):
            return (t.Relation((above, t.side_by_side((below, t.Group(right)))), (sign,)),)
        case _:
            return (one,)


def _is_positive(node: t.Node, model: Model, around: AbstractSet[t.Node]) -> bool:
    known = model.named(node) if isinstance(node, t.Symbol) else None
    if known is None or known.parameters or known.body is not None:
        return node in around
    return node in around or known.kind == "positive" or any(_bounds_below(one, known.symbol) for one in known.domain)


def _bounds_below(one: t.Node, name: t.Symbol) -> bool:
    """Whether it says that a name is positive."""
    match one:
        case t.Relation((left, t.Number() as least), (sign,)) if left == name and sign in _ABOVE:
            return least.value > 0 or (least.value == 0 and sign == ">")
        case _:
            return False
