r"""What calculus writes short: between which ends, by which letter.

Owns: `between_ends`, `by_substitution`, `by_usual_letter`, `by_usual_vector`, `parametric_slope`, `under_one_sign`.

| written | in full |
| --- | --- |
| `\left[-e^{-x}\right]_0^\infty` | `\lim_{x \to \infty} (-e^{-x}) - \left.(-e^{-x})\right|_{x = 0}` |
| `\left[x^2\right]_{x=0}^{1}` | `\left.x^2\right|_{x = 1} - \left.x^2\right|_{x = 0}` |
| `\int \cos u \, du`, where the model says `u = x^2` | `\int \cos u \cdot \frac{d}{dx} x^2 \, dx` |
| `\frac{dy}{dx}` of y(t) and x(t) | `\frac{y'(t)}{x'(t)}` |
| `\int_a^b f g' \, dx = [fg]_a^b - \int_a^b f' g \, dx` of unknown f, g | `\int_a^b (fg' + f'g) \, dx = [fg]_a^b` |
| `(x^n)'`, `(e^{at})'`: of several letters by x, else by t | `\frac{d}{dx} (x^n)` |
| `\nabla(b^\top x)` of vectors, among them x | `\nabla_x(b^\top x)` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.model import Model
from mathora.formula.tree.signs import infinite_sign


def between_ends(node: t.Evaluated) -> t.Node | None:
    """The difference of a body at two ends; None where both are numbers of a letter that is not named."""
    match node:
        case t.Evaluated(body, t.Relation((letter, low), ("=",)), t.Node() as upper):
            ends = (t.Evaluated(body, t.Relation((letter, end), ("=",)), None) for end in (upper, low))
            return t.Group(t.Addition(tuple(map(t.Group, ends)), ("-",)))
        case t.Evaluated(body, lower, upper) if upper is not None and (infinite_sign(lower) or infinite_sign(upper)):
            return _of_one_letter(body, lower, upper)
        case _:
            return None


def _of_one_letter(body: t.Node, lower: t.Node, upper: t.Node) -> t.Node | None:
    """The difference of a body of one letter at two ends, an infinite one as a limit."""
    letters = {part for _, part in t.walk(body) if isinstance(part, t.Symbol)}
    if len(letters) != 1:
        return None
    letter = letters.pop()
    above, below = (
        t.Limit(letter, end, t.Group(body))
        if infinite_sign(end)
        else t.Evaluated(body, t.Relation((letter, end), ("=",)), None)
        for end in (upper, lower)
    )
    return t.Group(t.Addition((t.Group(above), t.Group(below)), ("-",)))


def by_substitution(node: t.Node, model: Model) -> t.Node | None:
    r"""`\int f(u) \, du` of a u that the model says to be `g(x)`, by x; None of anything else."""
    if not isinstance(node, t.Integral) or node.lower is not None or node.upper is not None:
        return None
    inner = {part for _, part in t.walk(node) if isinstance(part, t.Differential)}
    name = model.named(next(iter(inner)).variable) if len(inner) == 1 else None
    if name is None or name.body is None:
        return None
    letters = name.parameters or {p for _, p in t.walk(name.body) if isinstance(p, t.Symbol) and model.is_free(p)}
    if len(letters) != 1:
        return None
    (letter,), (by_inner,) = letters, inner
    slope = t.Group(t.Derivative("d", t.Group(name.body), (letter,), (1,), inline=False))
    if not node.differentials:
        return t.replaced(node, by_inner, t.side_by_side((slope, t.Differential(letter))))
    body = slope if node.body is None else t.side_by_side((t.Group(node.body), slope))
    return t.Integral(node.operator, None, None, body, (t.Differential(letter),))


def by_usual_letter(node: t.Node, model: Model) -> t.Node | None:
    r"""`(x^n)'` by x, or by t where there is none; None of anything else, such as what has one letter."""
    if not isinstance(node, t.Prime) or not isinstance(node.operand, t.Group):
        return None
    letters = set[t.Symbol]()
    for symbol in (part for _, part in t.walk(node.operand) if isinstance(part, t.Symbol)):
        name = model.named(symbol)
        letters |= {*name.parameters} if name is not None and name.parameters else {symbol}
    usual = next((one for one in (t.Symbol("x"), t.Symbol("t")) if one in letters), None)
    if usual is None or len(letters) == 1 or not model.is_free(usual):
        return None
    return t.Derivative("d", node.operand, (usual,), (node.order,), inline=False)


def by_usual_vector(node: t.Node, model: Model) -> t.Node | None:
    r"""`\nabla(x^\top A x + b^\top x)`, where x is a vector among others; None of anything else."""
    if (
        not isinstance(node, t.Nabla)
        or node.kind != "gradient"
        or node.subscript
        or not isinstance(node.operand, t.Group)
    ):
        return None
    letters = {part for _, part in t.walk(node.operand) if isinstance(part, t.Symbol) and model.is_free(part)}
    usual = [one for one in letters if one in _VECTORS and (name := model.named(one)) and name.kind == "vector"]
    return replace(node, subscript=usual[0]) if len(usual) == 1 < len(letters) else None


_VECTORS: Final = (t.Symbol("x"), t.Symbol("x", "mathbf"), t.Symbol("x", "boldsymbol"))


def parametric_slope(node: t.Node, model: Model) -> t.Node | None:
    r"""`\frac{dy}{dx}` of a curve that the model says by one letter; None of anything else."""
    match node:
        case t.Derivative(operand=t.Symbol() as over, variables=(t.Symbol() as along,), orders=(1,)):
            names = [name for name in map(model.named, (over, along)) if name is not None and len(name.parameters) == 1]
        case _:
            return None
    if len(names) < 2 or names[0].parameters != names[1].parameters:  # noqa: PLR2004 - both
        return None
    rise, run = (t.Derivative("d", name.symbol, name.parameters, (1,)) for name in names)
    return t.Quotient(rise, run)


def under_one_sign(node: t.Relation, model: Model) -> t.Relation | None:
    """An equation of two sums with its integrals of smooth unknown functions between the same ends as one on the left;
    None where there are not several, or where a body may have a pole.
    """
    if node.operators != ("=",):
        return None
    left, right = (_terms(side) for side in node.operands)
    parts = [*left, *((-sign, part) for sign, part in right)]
    found = [(sign, part) for sign, part in parts if isinstance(part, t.Integral)]
    ends = {(one.operator, one.lower, one.upper, one.differentials) for _, one in found}
    known = all(
        one.body and _is_smooth(one.body, model) and _is_finite(one.lower) and _is_finite(one.upper) for _, one in found
    )
    if len(found) < 2 or len(ends) > 1 or not known:  # noqa: PLR2004 - several
        return None
    whole = replace(found[0][1], body=t.Group(_sum([(sign, t.Group(one.body)) for sign, one in found if one.body])))
    rest = [(-sign, part) for sign, part in parts if not isinstance(part, t.Integral)]
    return t.Relation((whole, _sum(rest) if rest else t.Number("0")), ("=",))


def _is_finite(end: t.Node | None) -> bool:
    return end is not None and not any(infinite_sign(part) for _, part in t.walk(end))


def _terms(side: t.Node) -> list[tuple[int, t.Node]]:
    """The terms of a side with their signs."""
    match side:
        case t.Addition((first, *others), signs) if {*signs} <= {"+", "-"}:
            behind = [(1 if sign == "+" else -1, one) for sign, one in zip(signs, others, strict=True)]
            return [*_terms(first), *behind]
        case t.Signed("-", operand):
            return [(-1, operand)]
        case _:
            return [(1, side)]


def _sum(parts: list[tuple[int, t.Node]]) -> t.Node:
    (sign, first), *others = parts
    first = first if sign > 0 else t.Signed("-", first)
    signs = tuple[t.Sign, ...]("+" if one > 0 else "-" for one, _ in others)
    return t.Addition((first, *(part for _, part in others)), signs) if others else first


def _is_smooth(body: t.Node, model: Model) -> bool:
    """Whether a body is made of unknown functions and numbers, which have no pole, without a quotient."""
    match body:
        case t.Number() | t.Constant():
            return True
        case t.Symbol() | t.Prime(t.Symbol()):
            name = model.named(body.operand if isinstance(body, t.Prime) else body)
            return name is not None and name.body is None and not name.domain
        case t.Application(t.Symbol() | t.Prime() as head, None, (t.Symbol() as place,)):
            return _is_smooth(head, model) and model.is_free(place)
        case t.Product() | t.Addition() | t.Group() | t.Signed():
            return all(_is_smooth(one, model) for one in body.children)
        case _:
            return False
