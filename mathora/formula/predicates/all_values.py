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

from mathora.formula import tree as t

if TYPE_CHECKING:
    from mathora.formula.tree.model import Name

_BOUNDED: Final[dict[str, t.RelationSign]] = {"bounded above": r"\le", "bounded below": r"\ge", "bounded": r"\le"}
OF_VALUES: Final = frozenset({*_BOUNDED, "injective", "one-to-one"})


def of_values(name: Name, words: str, period: t.Node | None) -> t.Node | None:
    """What the words say of a function that the model defines; of a period, where it is defined everywhere."""
    if len(name.parameters) != 1 or name.body is None or (period is not None and name.domain):
        return None
    (letter,) = name.parameters
    other = replace(letter, accents=("tilde", *letter.accents))
    bound = t.Symbol("M", accents=("tilde",))
    here, there = (t.Application(name.symbol, None, (one,)) for one in (letter, other))
    if period is not None:
        later = t.Application(name.symbol, None, (t.Addition((letter, period), ("+",)),))
        again = of_all(name, letter, t.Relation((later, here), ("=",)))
        moved = t.Relation((period, t.Number("0")), (r"\ne",))
        return None if t.mentions(period, letter) else t.together((moved, again))
    if words in _BOUNDED:
        size = t.Absolute(here) if words == "bounded" else here
        return t.Quantified(r"\exists", bound, of_all(name, letter, t.Relation((size, bound), (_BOUNDED[words],))))
    same = t.Logic((t.Relation((here, there), ("=",)), t.Relation((letter, other), ("=",))), (r"\Rightarrow",))
    return of_all(name, letter, of_all(name, other, same))


def of_all(name: Name, one: t.Symbol, claim: t.Node) -> t.Node:
    """The claim of all numbers, by this letter, at which the model says that the function has values."""
    there = tuple(t.replaced(part, name.parameters[0], one) for part in name.domain)
    said = t.Logic((t.together(there), claim), (r"\Rightarrow",)) if there else claim
    return t.Quantified(r"\forall", t.Relation((one, t.Constant(r"\mathbb{R}")), (r"\in",)), said)
