r"""Names that the model need not have: what they stand for by their spelling.

Owns: `by_convention`, `with_means`; `MEASURES`.

| written, of random quantities | stands for |
| --- | --- |
| `\mu_X`, `\mu_{X+Y}`, `\sigma_X`, `\sigma_{XY}`, `\rho_{XY}` | the mean, deviation, covariance, correlation |
| `\bar x`, where the model has data `x_1`, …, `x_n` | `\frac{x_1 + \ldots + x_n}{n}` |
| `\mathbb{E}[\bar X_n]` of random `X_i` | `\mathbb{E}[\frac1n \sum_{i=1}^n X_i]`, if no more is said of it |
| `\chi_A(\lambda)` of a matrix with an even number of rows | `\det(A - \lambda I)` |
| `F_X(x)`, `f_X(x)`, where the model says the law of X | `P(X \le x)`, and its slope or `P(X = x)` |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import is_random, measure_of, row_of
from mathora.formula.tree.model import Model

MEASURES: Final = {
    (r"\rho", 2): "Corr",
    (r"\sigma", 1): "SD",
    (r"\sigma", 2): "Cov",
}  # what a letter with so many random quantities is


def by_convention(node: t.Node, model: Model) -> t.Node | None:
    r"""What a name that the model does not have stands for by its spelling: `\sigma_X`, `\rho_{XY}`, `F_X(x)`."""
    if isinstance(node, t.Application):
        return _named_law(node, model) or _characteristic_polynomial(node, model)
    if isinstance(node, t.Symbol) and node.accents in {("bar",), ("overline",)} and symbol_key(node) not in model:
        return _mean_of_data(replace(node, accents=()), model)
    if not isinstance(node, t.Symbol) or node.accents or node.marks or symbol_key(node) in model:
        return None
    inner = node.subscript
    names = inner.factors if isinstance(inner, t.Product) else inner.items if isinstance(inner, t.Listing) else (inner,)
    measure = (MEASURES | {(r"\mu", 1): "E"}).get((node.name, len(names)))
    if measure is None or not all(one is not None and _is_of_random(one, model) for one in names):
        return None
    return t.Application(t.FunctionName(measure), None, tuple(one for one in names if one is not None))


def _is_of_random(node: t.Node, model: Model) -> bool:
    r"""Whether it is a random quantity, or a sum with one: the `X + Y` of `\mu_{X+Y}`."""
    sums = isinstance(node, t.Addition) and any(is_random(one, model) for one in t.symbols(node))
    return sums or is_random(node, model)


def with_means(node: t.Node, model: Model, givens: Sequence[t.Node]) -> t.Node:
    r"""The formula in which `\bar X_n`, of which only measures speak, is the mean of the random `X_1` to `X_n`; and
    `\mu_X`, `\sigma_X`, `\rho_{XY}` are measures where nothing else is said of them, nor in the formula.
    """
    known = [said for name in model.names.values() for said in (name.quantity, name.body, *name.domain) if said]
    lefts = [part.operands[0] for _, part in t.walk(node) if isinstance(part, t.Relation)]
    for one in dict.fromkeys(t.symbols(node)):
        said = any(t.mentions(told, one) for told in (*givens, *known))
        if said or any(_speaks_plainly(side, one, model) for side in ([node] if one.accents else lefts)):
            continue
        others = Model({key: name for key, name in model.names.items() if name.symbol != one})
        free = one.subscript is not None and not one.accents and _is_bare(one, model)
        meant = by_convention(one, others) if free else _mean_of_sample(one, model)
        node = node if meant is None else t.replaced(node, one, meant)
    return node


def _is_bare(one: t.Symbol, model: Model) -> bool:
    known = model.named(one)
    return known is None or (model.is_free(one) and known.kind == "real" and not known.domain)


def _speaks_plainly(node: t.Node, name: t.Symbol, model: Model) -> bool:
    """Whether a name stands outside of measures, where it may be said what it is."""
    inside = measure_of(node, model) is not None
    return node == name or (not inside and any(_speaks_plainly(one, name, model) for one in node.children))


def _mean_of_sample(one: t.Symbol, model: Model) -> t.Node | None:
    """The mean of so many members of a random family as stands below; None where nothing says that these are some."""
    plain, many = replace(one, accents=(), subscript=None), one.subscript if one.accents == ("bar",) else None
    own = [name.symbol for name in model.names.values() if replace(name.symbol, subscript=None) == plain]
    family = next((each for each in own if isinstance(each.subscript, t.Symbol) and is_random(each, model)), None)
    count = model.named(many)
    counts = (count is not None and count.kind == "natural" and not count.parameters) or isinstance(many, t.Number)
    if family is None or many is None or not counts or not _is_bare(one, model):
        return None
    index = t.Symbol("i" if many != t.Symbol("i") else "j")
    over = t.Relation((index, t.Number("1")), ("=",))
    total = t.Big(r"\sum", over, many, replace(family, subscript=index))
    return t.Group(t.side_by_side((t.Quotient(t.Number("1"), many, "frac"), total)))


def _mean_of_data(one: t.Symbol, model: Model) -> t.Node | None:
    """The mean of the numbers that the model has of a name that runs over an index."""
    names = [name for name in model.names.values() if replace(name.symbol, subscript=None) == one]
    data = [name.symbol for name in names if name.body is not None and isinstance(name.symbol.subscript, t.Number)]
    free = any(isinstance(name.symbol.subscript, t.Symbol) and name.body is None for name in names)
    if one.subscript is not None or not data or not free:
        return None
    return t.Quotient(t.added(data), t.Number(str(len(data))), "frac")


def _characteristic_polynomial(node: t.Application, model: Model) -> t.Node | None:
    r"""`\chi_A(\lambda)` of an even number of rows, where `\det(A - \lambda I)` is `\det(\lambda I - A)`, too."""
    match node:
        case t.Application(t.Symbol(r"\chi", subscript=t.Symbol() as of), None, (root,)):
            name = model.named(of)
            rows, columns = (name.shape if name else None) or (0, 1)
        case _:
            return None
    unit = t.Matrix(tuple(tuple(t.Number(str(int(i == j))) for j in range(rows)) for i in range(rows)), "pmatrix")
    inside = t.Addition((of, t.side_by_side((root, unit))), ("-",))
    return t.Application(t.FunctionName("det"), None, (inside,)) if rows == columns and rows % 2 == 0 else None


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
