r"""What words say of all values of a function of one variable.

Owns: `OF_VALUES`, `of_values`, `of_all`.

| written | said |
| --- | --- |
| `f \text{ is injective}` | `\forall x, y : f(x) = f(y) \Rightarrow x = y` |
| `f \text{ is bounded}` | `\exists M \forall x : \lvert f(x) \rvert \le M` |
| `f \text{ is periodic with period } p` | `p \ne 0`, and `\forall x : f(x + p) = f(x)` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mathora.formula.tree.node import Node, mentions, replaced
from mathora.formula.tree.regrouping import together
from mathora.formula.tree.statements import Application, Logic, Quantified, Relation, RelationSign
from mathora.formula.tree.terms import Absolute, Addition, Constant, Number, Symbol

if TYPE_CHECKING:
    from mathora.formula.tree.model import Name

_BOUNDED: Final[dict[str, RelationSign]] = {"bounded above": r"\le", "bounded below": r"\ge", "bounded": r"\le"}
OF_VALUES: Final = frozenset({*_BOUNDED, "injective", "one-to-one"})


def of_values(name: Name, words: str, period: Node | None) -> Node | None:
    """What the words say of a function that the model defines; of a period, where it is defined everywhere."""
    if len(name.parameters) != 1 or name.body is None or (period is not None and name.domain):
        return None
    (letter,) = name.parameters
    other = replace(letter, accents=("tilde", *letter.accents))
    bound = Symbol("M", accents=("tilde",))
    here, there = (Application(name.symbol, None, (one,)) for one in (letter, other))
    if period is not None:
        later = Application(name.symbol, None, (Addition((letter, period), ("+",)),))
        again = of_all(name, letter, Relation((later, here), ("=",)))
        moved = Relation((period, Number("0")), (r"\ne",))
        return None if mentions(period, letter) else together((moved, again))
    if words in _BOUNDED:
        size = Absolute(here) if words == "bounded" else here
        return Quantified(r"\exists", bound, of_all(name, letter, Relation((size, bound), (_BOUNDED[words],))))
    same = Logic((Relation((here, there), ("=",)), Relation((letter, other), ("=",))), (r"\Rightarrow",))
    return of_all(name, letter, of_all(name, other, same))


def of_all(name: Name, one: Symbol, claim: Node) -> Node:
    """The claim of all numbers, by this letter, at which the model says that the function has values."""
    there = tuple(replaced(part, name.parameters[0], one) for part in name.domain)
    said = Logic((together(there), claim), (r"\Rightarrow",)) if there else claim
    return Quantified(r"\forall", Relation((one, Constant(r"\mathbb{R}")), (r"\in",)), said)
