r"""Derivatives that are written by a subscript alone: `g_x`, `u_{xx}`, `L_{w_1}` of declared functions.

Law: a name that the model declares is that name. Else, where the name without its subscript is a function of the model
and the subscript holds nothing but parameters of it, it is the derivative by them, and never a name of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model


def partial_by_subscript(symbol: tree.Node, model: Model) -> tree.Derivative | None:
    r"""The derivative that a symbol stands for in a model, or None: `u_{xy}` is `\partial_x \partial_y u`."""
    if not isinstance(symbol, tree.Symbol) or symbol.subscript is None or symbol_key(symbol) in model:
        return None
    head = replace(symbol, subscript=None)
    function = model.named(head)
    if function is None or not function.parameters:
        return None
    orders = Counter(_letters(symbol.subscript))
    if not orders or not set(orders) <= set(function.parameters):
        return None
    return tree.Derivative(r"\partial", head, tuple(orders), tuple(orders.values()), style="subscript")


def written_out(node: tree.Node, model: Model) -> tree.Node:
    r"""A formula with `F_x` of a function by its formula, in which each variable is seen."""
    if (slope := partial_by_subscript(node, model)) is not None:
        body = getattr(model.named(slope.operand), "body", None)
        whole = body and tree.Derivative(slope.sign, tree.Group(body), slope.variables, slope.orders)
        return tree.Group(whole) if whole else node
    return node.with_children([written_out(one, model) for one in node.children])


def _letters(subscript: tree.Node) -> tuple[tree.Node, ...]:
    match subscript:
        case tree.Symbol():
            return (subscript,)
        case tree.Product(factors=factors, operators=operators) if not any(operators):
            return factors
        case tree.Listing(items=items):
            return items
        case _:
            return ()
