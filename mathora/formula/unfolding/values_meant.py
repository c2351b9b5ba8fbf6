r"""Of which values a letter is meant, where a statement is short about it.

Owns: `of_whole_numbers`, `without_known_kinds`, `within_kinds`, `on_interval`, `of_all_there`.

| written | in full |
| --- | --- |
| `n \in \mathbb{Z} \Rightarrow …`, `…, \quad n \in \mathbb{Z}` of a free n | `\forall n \in \mathbb{Z} : …` |
| `\exists n : …` of an n that the model says to be natural, or more | `\exists n \in \mathbb{N} : …` |
| `f'(x) < 0 \text{ on } (0, 2)` | `f'(x) < 0 \text{ for } x \in (0, 2)` |
| `f(x) > 0 \text{ for all } x \in (-2, 2)` of an x with a domain | `\forall x \in (-2, 2) : f(x) > 0` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import OF_KIND, Model
from mathora.formula.unfolding.shorthand import in_full


def of_whole_numbers(node: t.Node, model: Model) -> t.Node:
    """A statement under the condition that a free name is a whole number, as one of each whole number.

    One of several remainders is left by a number whatever remainder its only letter leaves.
    """
    if (remainders := _by_remainder(in_full(node) or node, model)) is not None:
        return remainders
    match node:
        case t.Logic(operators=(sign,), operands=(one, other)) if sign == r"\Rightarrow" or sign in t.CONDITIONS:
            premise, conclusion = (one, other) if sign == r"\Rightarrow" else (other, one)
            parts = t.taken_apart(premise)
            wholes = [part for part in parts if _says_whole(part, model)]
            if not wholes or len(wholes) > 1:
                return node
            rest = tuple(part for part in parts if part not in wholes)
            inner = t.Logic((t.together(rest), conclusion), (r"\Rightarrow",)) if rest else conclusion
            return t.Quantified(r"\forall", wholes[0], inner)
        case _:
            return node


def _by_remainder(node: t.Node, model: Model) -> t.Node | None:
    ways = t.alternatives(node)
    names = {*t.symbols(node)}
    moduli = {one.modulus for one in ways if isinstance(one, t.Congruence)}
    match [*names], [*moduli]:
        case [name], [t.Number(digits) as modulus] if digits.isdigit() and 1 < int(digits) <= _MOST_REMAINDERS:
            known = model.named(name)
        case _:
            return None
    if known is None or known.kind not in {"integer", "natural"} or known.body is not None or len(ways) == 1:
        return None
    rests = (t.Congruence(t.Relation((name, t.Number(str(one))), (r"\equiv",)), modulus) for one in range(int(digits)))
    return t.together(tuple(t.Logic((one, node), (r"\Rightarrow",)) for one in rests))


_MOST_REMAINDERS: Final = 16


def without_known_kinds(node: t.Node, model: Model) -> t.Node:
    r"""A statement without `k \in \mathbb{Z}` of a k that is whole by its kind, where more is said of it."""
    if not isinstance(node, t.Logic):
        return node
    if set(node.operators) <= t.AND:
        return t.together(tuple(one for one in node.operands if not _is_known_whole(one, model)) or node.operands[:1])
    return node.with_children([without_known_kinds(one, model) for one in node.operands])


def _is_known_whole(node: t.Node, model: Model) -> bool:
    match node:
        case t.Relation((t.Symbol() as name, t.Constant(r"\mathbb{Z}")), (r"\in",)):
            return model.kind_of(name) in {"natural", "integer"}
        case _:
            return False


def _says_whole(node: t.Node, model: Model) -> bool:
    match node:
        case t.Relation((t.Symbol() as letter, t.Constant(r"\mathbb{Z}" | r"\mathbb{N}")), (r"\in",)):
            name = model.named(letter)
            return name is not None and name.kind == "real" and not (name.body or name.domain or name.parameters)
        case _:
            return False


def within_kinds(node: t.Node, model: Model) -> t.Node:
    """What there is is of the kind, and in the domain, that the model says of its name; all are of its kind."""
    node = t.with_each(node, lambda one: within_kinds(one, model))
    name = model.named(node.bound) if isinstance(node, t.Quantified) and isinstance(node.bound, t.Symbol) else None
    if not isinstance(node, t.Quantified) or name is None or name.parameters or name.kind not in OF_KIND:
        return node
    there = name.domain if node.quantifier != r"\forall" else ()
    if name.kind == "real" and not there:
        return node
    sign, value = OF_KIND[name.kind]
    return replace(node, bound=t.Relation((node.bound, value), (sign,)), body=t.together((*there, node.body)))


def on_interval(node: t.Node, model: Model) -> t.Node | None:
    r"""`f'(x) < 0 \text{ on } (0, 2)` as of each x in there; None of anything else."""
    match node:
        case t.Logic((said, t.Tuple((low, high))), ("on",)):
            there: t.Node = t.IntervalSet(low, high, "(", ")")
        case t.Logic((said, t.IntervalSet() as there), ("on",)):
            pass
        case _:
            return None
    letters = {part for part in t.symbols(said) if model.is_free(part)}
    return t.Logic((said, t.Relation((letters.pop(), there), (r"\in",))), ("for",)) if len(letters) == 1 else None


def of_all_there(node: t.Node, model: Model) -> t.Node | None:
    """What is said for all x of a set, where the model bounds x by a domain of its own; None of anything else."""
    match node:
        case t.Logic((said, t.Group(t.Relation() as bound) | (t.Relation() as bound)), (word,)) if (
            word in t.OF_EACH and bound.operators == (r"\in",)
        ):
            name = model.named(bound.operands[0])
            bounded = name is not None and bool(name.domain) and not name.implicit
            return t.Quantified(r"\forall", bound, said) if bounded else None
        case _:
            return None
