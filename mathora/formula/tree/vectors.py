r"""Signs of vector calculus as what they stand for.

Owns: `of_vectors`. Of random quantities `\perp` says that they are independent.

| sign | stands for |
| --- | --- |
| `u \perp v` | `u \cdot v = 0` |
| `\nabla^2 f`, `\nabla^2 f(1, 2)` | the matrix of second derivatives by the variables of f |
| `\nabla_{\mathbf{x}}^2 f(\mathbf{x})` | the gradient of the gradient |
"""

from __future__ import annotations

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import Application, Derivative, Nabla, Relation
from mathora.formula.tree.terms import Group, Matrix, Number, Product, Symbol, Tuple


def of_vectors(node: Node, model: Model) -> Node | None:
    """What a sign stands for; None for anything else."""
    match node:
        case Relation(operands=(one, other), operators=(r"\perp",)) if all(
            _is_vector(side, model) for side in (one, other)
        ):
            return Relation((Product((one, other), (r"\cdot",)), Number("0")), ("=",))
        case Application(head=Nabla(kind="hessian") as head, power=None, arguments=arguments):
            return _hessian(head, arguments, model)
        case Nabla(kind="hessian"):
            return _hessian(node, (), model)
        case _:
            return None


def _is_vector(node: Node, model: Model) -> bool:
    name = model.get(symbol_key(node)) if isinstance(node, Symbol) else None
    return isinstance(node, Tuple) or (name is not None and (name.kind == "vector" or isinstance(name.body, Tuple)))


def _hessian(node: Nabla, arguments: tuple[Node, ...], model: Model) -> Node:
    name = model.get(symbol_key(node.operand)) if isinstance(node.operand, Symbol) else None
    variables = name.parameters if name is not None else ()
    if len(variables) > 1 and node.subscript is None:
        return Matrix(tuple(tuple(_second(node.operand, one, by, arguments) for by in variables) for one in variables))
    operand = Application(node.operand, None, arguments) if arguments else node.operand
    by = arguments[0] if node.subscript is None and len(arguments) == 1 else node.subscript
    return Nabla("gradient", by, Group(Nabla("gradient", by, operand)))


def _second(function: Node, one: Symbol, by: Symbol, arguments: tuple[Node, ...]) -> Node:
    variables, orders = ((one,), (2,)) if one == by else ((one, by), (1, 1))
    slope = Derivative(r"\partial", function, variables, orders)
    return Application(slope, None, arguments) if arguments else slope
