r"""Where a function of one variable has values, as its formula shows it.

Owns: `domain_said`, `conditions_of`.

| written | said |
| --- | --- |
| `D_f = [-1, \infty)`, where `f(x) = \sqrt{x + 1}` | `\{x \in \mathbb{R} : x + 1 \ge 0\} = [-1, \infty)` |

Law: of a formula with anything else than sums, products, quotients, powers, square roots, sizes, ln and functions that
have values everywhere nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mathora.formula.symbols.functions import SMOOTH
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.regrouping import as_set, together
from mathora.formula.tree.statements import Application, Relation
from mathora.formula.tree.terms import (
    Absolute,
    Addition,
    Constant,
    FunctionName,
    Group,
    IntervalSet,
    Number,
    Power,
    Product,
    Quotient,
    Root,
    SetBuilder,
    Signed,
    Symbol,
)

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model
    from mathora.formula.tree.node import Node

_ZERO: Final = Number("0")
_REALS: Final = Constant(r"\mathbb{R}")
_INFINITE: Final = Constant(r"\infty")
_LINE: Final = IntervalSet(Signed("-", _INFINITE), _INFINITE, "(", ")")


def domain_said(node: Node, model: Model) -> Node | None:
    """What `D_f = …` says of a function of the model; None of anything else."""
    match node:
        case Relation(
            operands=(Symbol(name="D", subscript=Symbol() as function) as left, *others), operators=signs
        ) if {*signs} == {"="} and symbol_key(left) not in model:
            name = model.named(function)
        case _:
            return None
    if name is None or name.body is None or len(name.parameters) != 1:
        return None
    (letter,) = name.parameters
    found = conditions_of(name.body, letter)
    if found is None:
        return None
    real = Relation((letter, _REALS), (r"\in",))
    conditions = tuple(dict.fromkeys((*name.domain, *found)))
    whole = SetBuilder(real, together(conditions)) if conditions else _LINE
    return Relation((whole, *(_LINE if one == _REALS else as_set(one) for one in others)), signs)


def conditions_of(node: Node, letter: Symbol) -> tuple[Relation, ...] | None:  # noqa: C901, PLR0911, PLR0912 - a row per kind
    """What must hold that a value exists; None where the formula does not show it."""
    own: tuple[Relation, ...] = ()
    match node:
        case Number() | Constant(name="e" | r"\pi"):
            return ()
        case Symbol():
            return () if node == letter else None
        case Addition() | Group() | Signed(sign="+" | "-") | Absolute():
            pass
        case Product(operators=signs) if {*signs} <= {"", r"\cdot"}:
            pass
        case Quotient(numerator=above, denominator=Root(degree=None, radicand=inner)):
            return _with((Relation((inner, _ZERO), (">",)),), (above, inner), letter)
        case Quotient(denominator=below):
            own = (Relation((below, _ZERO), (r"\ne",)),)
        case Power(base=Constant(name="e")) | Power(exponent=Number(decimals=0)):
            pass
        case Power(base=Number(value=base)) if base > 0:
            pass
        case Power(base=base, exponent=Signed(sign="-", operand=Number(decimals=0))):
            own = (Relation((base, _ZERO), (r"\ne",)),)
        case Root(degree=None, radicand=inner):
            own = (Relation((inner, _ZERO), (r"\ge",)),)
        case Application(head=FunctionName(name=name, subscript=None), power=None, arguments=(inner,)):
            if name not in SMOOTH | {"ln"}:
                return None
            own = (Relation((inner, _ZERO), (">",)),) if name == "ln" else ()
            return _with(own, (inner,), letter)
        case _:
            return None
    return _with(own, node.children, letter)


def _with(own: tuple[Relation, ...], parts: tuple[Node, ...], letter: Symbol) -> tuple[Relation, ...] | None:
    each = [conditions_of(one, letter) for one in parts]
    known = [one for one in each if one is not None]
    return None if len(known) < len(each) else (*(part for one in known for part in one), *own)
