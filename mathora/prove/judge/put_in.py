r"""Values that a chain puts in the place of its letters: `v = \frac{d}{t} = \frac{100}{8} = 12.5`.

Owns: `of_values`.

Laws:
- Letters that nothing is known of get the values that stand in their places: this says what they are.
- All else is claimed, and judged; a value that a letter's kind, domain or unit excludes is none. That letters which are
  left have other values refutes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mathora.formula import Model, tree
from mathora.formula.inspection.instances import values_put_in
from mathora.formula.tree.model import OF_KIND
from mathora.prove.judge.definitions import defines
from mathora.prove.verdict import Verdict


def of_values(
    node: tree.Node, model: Model, givens: Sequence[tree.Node], told: Callable[[tree.Node], Verdict]
) -> list[Verdict]:
    """That the letters get values, and what is told of the other links; nothing of any other formula."""
    match node:
        case tree.Relation(operands=(left, general, special, *rest), operators=("=", "=", *signs)):
            new = left if isinstance(left, tree.Symbol) and defines(left, general, model) else None
            links = (*(() if new else (left,)), special, *rest)
        case _:
            return []
    values = values_put_in(general, special)
    if values is None or any(tree.mentions(one, letter) for one in (left, *givens) for letter in values):
        return []
    placed = values | ({new: links[-1]} if new else {})
    if not all(_may_be(one, value, model, told) for one, value in placed.items()):
        return []
    start = () if len(links) > len(signs) + 1 else (special,)  # alone, it still has to have a value
    found = told(tree.Relation((*start, *links), ("=", *signs)))
    if found.witness is not None and found.witness.at:
        return []
    return [Verdict("definition", method="values put in"), found]


def _may_be(letter: tree.Symbol, value: tree.Node, model: Model, told: Callable[[tree.Node], Verdict]) -> bool:
    """Whether a letter without a value may have this one: by its unit, and by all that is said of it."""
    name = model.named(letter)
    if name is None:
        return True
    measured, number = [part for _, part in tree.walk(value) if isinstance(part, tree.Quantity)], value
    for one in measured:
        number = tree.replaced(number, one, one.value)
    said = [tree.replaced(one, letter, number) for one in name.assumed]
    if name.unit is not None and measured in ([], [value]):
        said.append(tree.Relation((value, tree.Quantity(number, name.unit)), ("=",)))
    free = model.is_free(letter) and name.kind in OF_KIND and not name.is_array
    return free and all(told(one).kind == "proved" for one in said)
