r"""Exponentials of matrices, by the equation that they solve.

Owns: `exponential_said`; `exponent_of`, of any exponential.

| written, of a square matrix A and a free real t | said |
| --- | --- |
| `e^{tA} = B`, `\exp(At) = B` | `\frac{d}{dt} B = A B`, and B is the identity where `t = 0` |

Law: of all matrices with derivatives everywhere one solves the equation and is the identity at 0 (W. Walter, "Ordinary
Differential Equations", §15). So B is made of what has derivatives at each t; of any other nothing is said.
"""

from __future__ import annotations

from mathora.formula.linear_algebra.orders import shape
from mathora.formula.symbols.functions import SMOOTH
from mathora.formula.tree.model import Model
from mathora.formula.tree.node import Node, mentions
from mathora.formula.tree.regrouping import together
from mathora.formula.tree.statements import Application, Derivative, Relation
from mathora.formula.tree.substitution import substituted
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    Dots,
    FunctionName,
    Group,
    Matrix,
    Number,
    Power,
    Product,
    Quotient,
    Signed,
    Symbol,
    side_by_side,
)


def exponential_said(node: Node, model: Model) -> Node | None:
    """What an equation says of the exponential of a matrix on its left; None of anything else."""
    match node:
        case Relation(operands=(left, right, *rest), operators=("=", *signs)) if {*signs} <= {"="}:
            found = _exponent(left, model)
        case _:
            return None
    if found is None or not _is_entire(right, found[0], model):
        return None
    letter, matrix = found
    rows, columns = shape(matrix, model) or (0, 1)
    unit = Matrix(tuple(tuple(Number(str(int(i == j))) for j in range(rows)) for i in range(rows)), "pmatrix")
    at_zero = substituted(right, letter, Number("0"))
    if rows != columns or at_zero is None:
        return None
    slope = Derivative("d", Group(right), (letter,), (1,), inline=False)
    said = (Relation((slope, side_by_side((matrix, Group(right)))), ("=",)), Relation((at_zero, unit), ("=",)))
    return together((*said, Relation((right, *rest), tuple(signs))) if rest else said)


def exponent_of(node: Node) -> Node | None:
    r"""What stands above e, or behind `\exp`, without brackets; None of anything else."""
    match node:
        case Power(base=Constant(name="e"), exponent=exponent):
            pass
        case Application(head=FunctionName(name="exp"), power=None, arguments=(exponent,)):
            pass
        case _:
            return None
    return exponent.body if isinstance(exponent, Group) else exponent


def _exponent(node: Node, model: Model) -> tuple[Symbol, Node] | None:
    """T and A of `e^{tA}`, where nothing is known of the real number t."""
    match exponent_of(node):
        case Product(factors=(Symbol() as one, other), operators=("" | r"\cdot",)) if shape(other, model):
            letter, matrix = one, other
        case Product(factors=(other, Symbol() as one), operators=("" | r"\cdot",)) if shape(other, model):
            letter, matrix = one, other
        case _:
            return None
    name = model.named(letter)
    free = name is not None and (name.kind, name.body, name.domain, name.parameters) == ("real", None, (), ())
    return (letter, matrix) if free and not _speaks_of(matrix, letter, model) else None


def _speaks_of(node: Node, letter: Symbol, model: Model) -> bool:
    spoken = model.spoken_of((node,))
    return mentions(node, letter) or any(model.names[one].symbol == letter for one in spoken)


def _is_entire(node: Node, letter: Symbol, model: Model) -> bool:
    """Whether a term has a value and all derivatives at each real number."""
    parts: tuple[Node, ...] = node.children
    match node:
        case Number() | Constant():
            return True
        case Symbol():
            return node == letter or not _speaks_of(node, letter, model)
        case Quotient(numerator=above, denominator=below) if not _speaks_of(below, letter, model):
            parts = (above, below)
        case Power(base=base, exponent=Number(decimals=0)):
            parts = (base,)
        case Power(base=Constant(name="e"), exponent=exponent):
            parts = (exponent,)
        case Application(head=FunctionName(name=name, subscript=None), power=None) if name in SMOOTH:
            parts = node.arguments
        case Addition() | Product() | Group() | Signed() | Matrix():
            pass
        case _:
            return not (node.children or isinstance(node, Dots))
    return all(_is_entire(one, letter, model) for one in parts)
