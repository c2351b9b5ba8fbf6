r"""Where a function of one variable has values, as its formula shows it.

Owns: `domain_said`, `conditions_of`.

| written | said |
| --- | --- |
| `D_f = [-1, \infty)`, where `f(x) = \sqrt{x + 1}` | `\{x \in \mathbb{R} : x + 1 \ge 0\} = [-1, \infty)` |

Law: of a formula with anything else than sums, products, quotients, powers, square roots, sizes, ln and functions that
have values everywhere nothing is said.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from mathora.formula import tree as t
from mathora.formula.symbols.functions import SMOOTH
from mathora.formula.tree.canonical_latex import symbol_key

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model

_ZERO: Final = t.Number("0")
_REALS: Final = t.Constant(r"\mathbb{R}")
_INFINITE: Final = t.Constant(r"\infty")
_LINE: Final = t.IntervalSet(t.Signed("-", _INFINITE), _INFINITE, "(", ")")


def domain_said(node: t.Node, model: Model) -> t.Node | None:
    """What `D_f = …` says of a function of the model; None of anything else."""
    match node:
        case t.Relation((t.Symbol("D", subscript=t.Symbol() as function) as left, *others), signs) if {*signs} == {
            "="
        } and symbol_key(left) not in model:
            name = model.named(function)
        case _:
            return None
    if name is None or name.body is None or len(name.parameters) != 1:
        return None
    (letter,) = name.parameters
    found = conditions_of(name.body, letter)
    if found is None:
        return None
    real = t.Relation((letter, _REALS), (r"\in",))
    conditions = tuple(dict.fromkeys((*name.domain, *found)))
    whole = t.SetBuilder(real, t.together(conditions)) if conditions else _LINE
    return t.Relation((whole, *(_LINE if one == _REALS else t.as_set(one) for one in others)), signs)


def conditions_of(node: t.Node, letter: t.Symbol) -> tuple[t.Relation, ...] | None:  # noqa: C901, PLR0911, PLR0912 - a row per kind
    """What must hold that a value exists; None where the formula does not show it."""
    own: tuple[t.Relation, ...] = ()
    match node:
        case t.Number() | t.Constant("e" | r"\pi"):
            return ()
        case t.Symbol():
            return () if node == letter else None
        case t.Addition() | t.Group() | t.Signed("+" | "-") | t.Absolute():
            pass
        case t.Product(operators=signs) if {*signs} <= {"", r"\cdot"}:
            pass
        case t.Quotient(above, t.Root(None, inner)):
            return _with((t.Relation((inner, _ZERO), (">",)),), (above, inner), letter)
        case t.Quotient(denominator=below):
            own = (t.Relation((below, _ZERO), (r"\ne",)),)
        case t.Power(t.Constant("e")) | t.Power(exponent=t.Number(decimals=0)):
            pass
        case t.Power(t.Number(value=base)) if base > 0:
            pass
        case t.Power(base, t.Signed("-", t.Number(decimals=0))):
            own = (t.Relation((base, _ZERO), (r"\ne",)),)
        case t.Root(None, inner):
            own = (t.Relation((inner, _ZERO), (r"\ge",)),)
        case t.Application(t.FunctionName(name, None), None, (inner,)):
            if name not in SMOOTH | {"ln"}:
                return None
            own = (t.Relation((inner, _ZERO), (">",)),) if name == "ln" else ()
            return _with(own, (inner,), letter)
        case _:
            return None
    return _with(own, node.children, letter)


def _with(own: tuple[t.Relation, ...], parts: tuple[t.Node, ...], letter: t.Symbol) -> tuple[t.Relation, ...] | None:
    each = t.all_known(conditions_of(one, letter) for one in parts)
    return None if each is None else (*chain.from_iterable(each), *own)
