"""The letters of a region's points, which an integral over it binds.

Owns: `names_of`, of a region with a name; `letters_of_set`; `is_region`.
"""

from __future__ import annotations

from typing import Final

from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.node import Node
from mathora.formula.tree.statements import Relation
from mathora.formula.tree.terms import Constant, IntervalSet, Number, Power, Product, SetBuilder, Symbol, Tuple

USUAL: Final = (Symbol("x"), Symbol("y"), Symbol("z"))
_REAL: Final = Constant(r"\mathbb{R}")


def names_of(region: Name | None, count: int) -> tuple[Symbol, ...]:
    """The letters of a region's points: those that its set names, or x, y and z."""
    body = None if region is None else region.body
    return (letters_of_set(body) or USUAL)[:count] if isinstance(body, SetBuilder) else USUAL[:count]


def is_region(node: Node | None, model: Model) -> bool:
    """Whether a set, or a name of one, is of points with several numbers: a box, or what a condition says of them."""
    named = None if node is None else model.named(node)
    body = node if named is None else named.body
    match body:
        case Power(base=IntervalSet()) | SetBuilder(element=Tuple()):
            return True
        case Product(factors=factors, operators=operators):
            return {*operators} == {r"\times"} and all(isinstance(one, IntervalSet) for one in factors)
        case _:
            return False


def letters_of_set(node: SetBuilder) -> tuple[Symbol, ...]:
    r"""The letters of a set's points; none where two are the same, or where the points are of less than all of them."""
    match node.element:
        case Relation(operands=(Tuple(items=items), Power(base=base, exponent=Number(text=text))), operators=(r"\in",)):
            whole = base == _REAL and text == str(len(items))
        case Relation(operands=(Tuple(items=items), Product(factors=sides)), operators=(r"\in",)):
            whole = sides == (_REAL,) * len(items)
        case Tuple(items=items):
            whole = True
        case _:
            return ()
    letters = tuple(one for one in items if isinstance(one, Symbol))
    return letters if whole and len(set(letters)) == len(items) else ()
