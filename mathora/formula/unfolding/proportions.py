r"""What `A \propto B` claims where A is known: the ratio of both sides is the same for each value of the letters of B.

| written | judged |
| --- | --- |
| `F(r) \propto \frac{1}{r^2}` | for all t: F(r) times `\frac{1}{r^2}` at r = t is F(t) times `\frac{1}{r^2}` |
| `E = \frac12 m v^2 \propto v^2` | the same of `\frac12 m v^2`, and the equality |

Law: where A has none of the letters of B, or speaks of chance or of a function without a formula, nothing is claimed:
it says how what is not known yet depends on them. A number depends on none. Of `F(r)` the letters are those in its
brackets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.naming import free_letter
from mathora.formula.tree.chance import speaks_of_chance
from mathora.formula.tree.model import Model
from mathora.formula.tree.rational import worked_out
from mathora.formula.tree.substitution import substituted

_SETS: Final[dict[str, t.ConstantName]] = {"natural": r"\mathbb{N}", "integer": r"\mathbb{Z}"}


def proportional(  # noqa: PLR0911 - a row each
    node: t.Node, model: Model, givens: Sequence[t.Node], condition: t.Node | None = None
) -> t.Node | None:
    """The claim of a relation that ends in such a sign; None of anything else, and where nothing is claimed."""
    match node:
        case t.Logic((said, where), (word,)) if word in t.CONDITIONS:
            told = proportional(said, model, givens, where)
            return None if told is None else t.Logic((told, where), (word,))
        case t.Logic((where, said), (r"\Rightarrow" | "so" as word,)):
            told = proportional(said, model, givens, where)
            return None if told is None else t.Logic((where, told), (word,))
        case t.Quantified(bound=where, body=said):
            told = proportional(said, model, givens, where if isinstance(where, t.Relation) else None)
            return None if told is None else replace(node, body=told)
        case t.Group(said):
            return proportional(said, model, givens, condition)
        case t.Listing() | t.Logic() if isinstance(node, t.Listing) or set(node.operators) <= t.AND:
            told_of_each = [proportional(one, model, givens, condition) for one in node.children]
            parts = [told or one for told, one in zip(told_of_each, node.children, strict=True)]
            return node.with_children(parts) if any(told_of_each) else None
        case t.Relation():
            return _claimed(node, model, givens, condition)
        case _:
            return None


def _claimed(node: t.Relation, model: Model, givens: Sequence[t.Node], condition: t.Node | None) -> t.Node | None:
    match node:
        case t.Relation((*before, left, right), (*signs, r"\propto")) if set(signs) <= {"="}:
            pass
        case _:
            return None
    among = left.arguments if isinstance(left, t.Application) and isinstance(left.head, t.Symbol) else (right,)
    within = {part for one in among for part in t.symbols(one)}
    letters = [one for one in dict.fromkeys(t.symbols(right)) if one in within and _is_free(one, model)]
    is_number = not any(isinstance(part, t.Symbol | t.UprightWords | t.Dots | t.Blank) for _, part in t.walk(left))
    if not letters or speaks_of_chance(node, model) or not (is_number or _speaks_of(left, set(letters), model)):
        return None
    names = len(before) == 1 and isinstance(before[0], t.Symbol) and _is_free(before[0], model)  # what left stands for
    names = names and not any(t.mentions(one, before[0]) for one in (left, right, *givens))
    said = [t.Relation((*before, left), tuple(signs))] if signs and not names else []
    if all(worked_out(_at(right, letters, number)) == 0 for number in ("1", "2", "3")):
        return t.Relation((right, t.Number("0")), (r"\ne",))  # to what is 0 nothing has a ratio
    place = free_letter((node, *givens, *([condition] if condition else [])), model)
    if place is None:
        return None
    return t.together((*said, *(_independent((left, right), one, place, model, condition) for one in letters)))


def _at(node: t.Node, letters: Sequence[t.Symbol], number: str) -> t.Node:
    for one in letters:
        node = substituted(node, one, t.Number(number)) or node
    return node


def _is_free(letter: t.Symbol, model: Model) -> bool:
    name = model.named(letter)
    return name is None or (
        name.body is None and not name.parameters and name.kind not in {"matrix", "vector", "event"}
    )


def _speaks_of(node: t.Node, letters: set[t.Symbol], model: Model) -> bool:
    """Whether a term has one of the letters, itself or in what the model says of its names, and all is known."""
    pending, seen, found = [node], set[t.Symbol](), False
    while pending:
        for one in t.symbols(pending.pop()):
            name = model.named(one)
            if one in letters:
                found = True
            elif name is not None and name.parameters and name.body is None:
                return False
            elif name is not None and name.body is not None and one not in seen:
                pending.append(name.body)
            seen.add(one)
    return found


def _independent(
    sides: tuple[t.Node, t.Node], letter: t.Symbol, place: t.Symbol, model: Model, condition: t.Node | None
) -> t.Node:
    """That the ratio does not depend on a letter: multiplied crosswise, at the letter and at any other place."""
    left, right = sides
    put = [t.Evaluated(one, t.Relation((letter, place), ("=",)), None) for one in sides]
    across = tuple(t.Product((t.Group(one), t.Group(other)), ("",)) for one, other in ((left, put[1]), (put[0], right)))
    claim: t.Node = t.Relation(across, ("=",))
    name = model.named(letter)
    each: t.Node = place
    if name is not None and (whole := _SETS.get(name.kind)):
        each = t.Relation((place, t.Constant(whole)), (r"\in",))
    below = [part.denominator for side in sides for _, part in t.walk(side) if isinstance(part, t.Quotient)]
    said = [*(name.domain if name is not None else ()), *(() if condition is None else t.taken_apart(condition))]
    bases = dict.fromkeys(one.base if isinstance(one, t.Power) else one for one in below if letter in t.symbols(one))
    there = [t.Relation((one, t.Number("0")), (r"\ne",)) for one in bases]  # where there is a ratio at all
    demands = [*there, *(substituted(one, letter, place) for one in (*said, *there))]
    if name is not None and name.kind == "positive":
        demands.append(t.Relation((place, t.Number("0")), (">",)))
    known = tuple(one for one in demands if one is not None)
    return t.Quantified(r"\forall", each, t.Logic((t.together(known), claim), (r"\Rightarrow",)) if known else claim)
