r"""Chains whose last link says something of its own.

| written | judged |
| --- | --- |
| `\sqrt{5} \approx 2 + \frac14 = 2.25` | `\sqrt{5} \approx 2.25` and `2 + \frac14 = 2.25` |
| `(\sqrt{2}, \pi) \approx (1.41, 3.14)` | `\sqrt{2} \approx 1.41` and `\pi \approx 3.14` |
| `u = (1, 2) \perp v` | `u = (1, 2)` and `(1, 2) \perp v` |
| `a_n = \frac{1}{n} \to 0`, where n is natural | `a_n = \frac{1}{n}` and `\lim_{n \to \infty} \frac{1}{n} = 0` |
| `\frac{1}{n} \to 0`, `a_n := \frac{1}{n} \to 0` of a new a_n | `\lim_{n \to \infty} \frac{1}{n} = 0` |

Law: what is made of unknown functions or members, and what counts itself (`n \to \infty`), tends to what one says.
"""

from __future__ import annotations

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.model import Model
from mathora.formula.unfolding.lists import is_new
from mathora.formula.unfolding.places_said import last_of


def link_by_link(node: t.Node, model: Model) -> t.Node:
    """The statements that a relation's links make, or the very same."""
    match node:
        case t.Relation((first, *_, t.Number() as last), (r"\approx", *signs)) if (
            set(signs) == {"="} and "." in last.text and (not isinstance(first, t.Symbol) or symbol_key(first) in model)
        ):
            return t.together(
                (t.Relation((first, last), (r"\approx",)), t.Relation(node.operands[1:], node.operators[1:]))
            )
        case t.Relation((t.Tuple(a), t.Tuple(b)), (r"\approx",)) if len(a) == len(b):
            return t.together(tuple(t.Relation(pair, (r"\approx",)) for pair in zip(a, b, strict=True)))
        case t.Relation(operators=(_, _, *_) as signs) if r"\perp" in signs and r"\mid" not in signs:
            return t.together(tuple(t.Relation((left, right), (sign,)) for left, sign, right in node.links))
        case t.Relation((*before, last, target), (*signs, r"\to")) if set(signs) <= {"=", ":="}:
            counting = {part for part in t.symbols(last) if _counts(part, model)}
            if len(counting) != 1 or speaks_of_chance(node, model) or not _is_known(last, target, counting, model):
                return node
            (letter,) = counting
            end = last_of(letter, model) or t.Constant(r"\infty")
            tends = t.Relation((t.Limit(letter, end, t.Group(last)), target), ("=",))
            named = [isinstance(one, t.Symbol) and is_new(one, model) for one in before]
            return tends if all(named) else t.together((t.Relation((*before, last), tuple(signs)), tends))
        case _:
            return node


def _is_known(term: t.Node, target: t.Node, counting: set[t.Symbol], model: Model) -> bool:
    """Whether a term that tends to something is made of what is known, and is not what counts itself."""
    parts = [part for part in t.symbols(term) if part not in counting]
    known = [one for one in parts if (name := model.named(one)) is None or not name.parameters or name.body]
    members = any(
        t.mentions(one.subscript, n) and is_new(one, model) for one in parts if one.subscript for n in counting
    )
    return term not in counting and known == parts and not members and not any(t.mentions(target, n) for n in counting)


def _counts(name: t.Symbol, model: Model) -> bool:
    known = model.named(name)
    return known is not None and known.kind == "natural" and known.body is None
