r"""Names that the model need not have: what they stand for by their spelling.

Owns: `by_convention`; `MEASURES`.

| written, of random quantities | stands for |
| --- | --- |
| `\mu_X`, `\sigma_X`, `\rho_{XY}` | `\mathbb{E}[X]`, `\operatorname{SD}(X)`, `\operatorname{Corr}(X, Y)` |
| `F_X(x)`, `f_X(x)`, where the model says the law of X | `P(X \le x)`, and its slope or `P(X = x)` |
"""

from __future__ import annotations

from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import is_random, row_of
from mathora.formula.tree.model import Model

MEASURES: Final = {(r"\rho", 2): "Corr", (r"\sigma", 1): "SD"}  # what a letter with so many random quantities is


def by_convention(node: t.Node, model: Model) -> t.Node | None:
    r"""What a name that the model does not have stands for by its spelling: `\sigma_X`, `\rho_{XY}`, `F_X(x)`."""
    if isinstance(node, t.Application):
        return _named_law(node, model)
    if not isinstance(node, t.Symbol) or node.accents or node.marks or symbol_key(node) in model:
        return None
    inner = node.subscript
    names = inner.factors if isinstance(inner, t.Product) else inner.items if isinstance(inner, t.Listing) else (inner,)
    measure = (MEASURES | {(r"\mu", 1): "E"}).get((node.name, len(names)))
    if measure is None or not all(one is not None and is_random(one, model) for one in names):
        return None
    return t.Application(t.FunctionName(measure), None, tuple(one for one in names if one is not None))


def _named_law(node: t.Application, model: Model) -> t.Node | None:
    r"""`F_X(x)` and `f_X(x)`, where the model says the law of X: `P(X \le x)` and its slope, or `P(X = x)`."""
    match node:
        case t.Application(t.Symbol("F" | "f" as letter, subscript=t.Symbol() as of) as head, arguments=(place,)):
            name = model.named(of)
        case _:
            return None
    laws = [one.operands[1] for one in name.domain if isinstance(one, t.Relation)] if name else []
    rows = [row for law in laws if (row := row_of(law)) is not None]
    if head != t.Symbol(letter, subscript=of) or len(rows) != 1 or not isinstance(place, t.Symbol):
        return None
    sign: t.RelationSign = "=" if letter == "f" and rows[0].mass else r"\le"
    chance = t.Application(t.Symbol("P"), None, (t.Relation((of, place), (sign,)),))
    slope = letter == "f" and not rows[0].mass
    return t.Derivative("d", t.Group(chance), (place,), (1,), inline=False) if slope else chance
