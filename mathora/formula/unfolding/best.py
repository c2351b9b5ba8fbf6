r"""The largest and the least value of a function of which nothing says over what: over all that it is of.

Owns: `best_of_function`; `best_over_set`, `\max_{[0, 3]} f` as `\max_{x \in [0, 3]} f(x)`.
"""

from __future__ import annotations

from typing import Literal

from mathora.formula import tree as t
from mathora.formula.tree.model import Model


def best_of_function(word: Literal["max", "min"], value: t.Node, model: Model) -> t.Node | None:
    r"""`\max f`, `\max f(x)` as `\max_x f(x)`; None of what speaks of no function, or only of its values at numbers."""
    applied = {one.head: one.arguments for _, one in t.walk(value) if isinstance(one, t.Application)}
    known = ((one, model.named(one)) for one in t.symbols(value))
    of = (applied.get(one, name.parameters) for one, name in known if name is not None and name.parameters)
    letters = dict.fromkeys(one for some in of for one in some if isinstance(one, t.Symbol))
    over = tuple(one for one in letters if getattr(model.named(one), "body", None) is None)
    if not over:
        return None
    return t.Extremum(word, over[0] if len(over) == 1 else t.Listing(over), value)


def best_over_set(node: t.Node, model: Model) -> t.Node | None:
    """An extremum of a function of one variable over an interval, or a set of numbers; None of anything else."""
    match node:
        case t.Extremum(_, t.IntervalSet() | t.SetLiteral() as where, body):
            head = body.head if isinstance(body, t.Application) else body
        case _:
            return None
    name = model.named(head)
    if name is None or len(name.parameters) != 1 or (head != body and body.children[1:] != name.parameters):
        return None
    (letter,) = name.parameters
    over = t.Relation((letter, where), (r"\in",))
    return t.Extremum(node.operator, over, t.Application(head, None, (letter,)))
