"""The letters of a region's points, which an integral over it binds.

Owns: `names_of`, of a region with a name; `letters_of_set`.
"""

from __future__ import annotations

from typing import Final

from mathora.formula.tree.model import Name
from mathora.formula.tree.statements import Relation
from mathora.formula.tree.terms import Constant, Number, Power, Product, SetBuilder, Symbol, Tuple

USUAL: Final = (Symbol("x"), Symbol("y"), Symbol("z"))
_REAL: Final = Constant(r"\mathbb{R}")


def names_of(region: Name | None, count: int) -> tuple[Symbol, ...]:
    """The letters of a region's points: those that its set names, or x, y and z."""
    body = None if region is None else region.body
    return (letters_of_set(body) or USUAL)[:count] if isinstance(body, SetBuilder) else USUAL[:count]


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
