r"""How many elements finite sets have, as how likely they are.

Law: what is said of multiples of `|A|`, `|A \cup B|`, … alone holds of finite sets exactly if it holds of the chances
of events, since elements picked with equal chances divide all of them by one number. A number beside them, a product
of two, or a complement would say more.
"""

from __future__ import annotations

from mathora.formula import tree as t
from mathora.formula.tree.model import Model


def of_cardinalities(node: t.Node, model: Model) -> t.Node | None:
    """The relation between cardinalities as one between chances; None of anything else."""
    if not isinstance(node, t.Relation) or any(key.startswith("P") for key in model.names):
        return None
    return t.with_each_known(node, lambda side: _as_chance(side, model))


def _as_chance(side: t.Node, model: Model) -> t.Node | None:
    match side:
        case t.Absolute(body) if _is_of_sets(body, model):
            return t.Application(t.Symbol("P"), None, (body,))
        case t.Product((t.Number() as times, one)):
            told = _as_chance(one, model)
            return told and t.Product((times, told), side.operators)
        case t.Addition() | t.Signed() | t.Group():
            return t.with_each_known(side, lambda one: _as_chance(one, model))
        case _:
            return None


def _is_of_sets(body: t.Node, model: Model) -> bool:
    match body:
        case t.Symbol():
            name = model.named(body)
            return name is not None and name.kind == "set" and name.body is None
        case t.Group() | t.SetOperation():
            return all(_is_of_sets(one, model) for one in body.children)
        case _:
            return False
