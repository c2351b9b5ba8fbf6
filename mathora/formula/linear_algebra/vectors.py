r"""Signs of vector calculus and linear algebra as what they stand for.

Owns: `of_vectors`; `is_vector`; `ZEROS`. Of random quantities `\perp` says that they are independent.

| sign | stands for |
| --- | --- |
| `u \perp v` | `u \cdot v = 0` |
| `x \in \mathbb{R}^2` of a pair, `A \in \mathbb{R}^{2 \times 2}` | `x_1 \in \mathbb{R}` and `x_2 \in \mathbb{R}` |
| `\|u\| = \|v\|` of real vectors | `u \cdot u = v \cdot v` |
| `\nabla^2 f`, `\nabla^2 f(1, 2)` beside matrices | the matrix of second derivatives by the variables of f |
| `\nabla^2 f = f_{xx} + f_{yy}`, beside partial derivatives | the sum of f's second derivatives, each by one variable |
| `\frac{\partial (x, y)}{\partial (r, \theta)}` | the determinant of x's and y's derivatives by r and θ |
| `\nabla f(\mathbf{0})` of an f of vectors with two components | `\nabla f((0, 0))` |
| a determinant whose first row is `\mathbf{i}`, `\mathbf{j}`, `\mathbf{k}` | the sum along that row |
| `\left.\frac{\partial f}{\partial x}\right|_{(1, 2)}` of f(x, y) | the same at x = 1, y = 2 |
| `\Delta f = 4`, where the model says what f(x, y) is | `f_{xx} + f_{yy} = 4` |
| `\frac{\partial F_1}{\partial x}` of a field `F(x, y)` by components | of the first of them |
| `\nabla \cdot F(1, 2)` | the sum of partial derivatives, at (1, 2) |
| `\nabla_{\mathbf{x}}^2 f(\mathbf{x})` | the gradient of the gradient |
| `\det(PD^2P^{-1})` of square matrices with shapes | `\det(P) \det(D)^2 \det(P^{-1})`, by far fewer terms |
| `(PDP^{-1})^k` of these | `PD^kP^{-1}` |
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.regrouping import one_of


def of_vectors(node: t.Node, model: Model) -> t.Node | None:  # noqa: C901, PLR0911, PLR0912 - a row per sign
    """What a sign stands for; None for anything else."""
    match node:
        case t.Relation((one, other), (r"\perp",)) if all(is_vector(side, model) for side in (one, other)):
            return t.Relation((t.Product((one, other), (r"\cdot",)), t.Number("0")), ("=",))
        case t.Relation((t.Symbol(accents=("Delta",)) as one, *others), ("=", *_)) if (
            symbol_key(one) not in model
            and (name := model.named(replace(one, accents=())))
            and name.body
            and (laplacian := _laplacian(name, ()))
        ):
            return replace(node, operands=(laplacian, *others))
        case t.Derivative(operand=t.Symbol(subscript=t.Number(digit)) as one) if model.named(one) is None and (
            part := _component(model.named(replace(one, subscript=None)), digit)
        ):
            return replace(node, operand=t.Group(part), inline=False)
        case t.Relation((t.Norm(), t.Norm()), ("=",)):
            return _of_norms(node, model)
        case t.Relation((one, t.Power(t.Constant(r"\mathbb{R}") as real, size)), (r"\in",)):
            items = one.items if isinstance(one, t.Tuple) else entries_of(one, model)
            fits = shape_said(size) == (shape_of(one, model) or (len(items), 1))
            return t.together(tuple(t.Relation((item, real), (r"\in",)) for item in items)) if fits else None
        case t.Application(t.Prime(t.Symbol() as curve, order), None, (place,)):
            return _velocity(model.named(curve), order, place)
        case t.Relation((t.Symbol() as one, zero), (r"\ne",)) if zero in ZEROS and (items := entries_of(one, model)):
            return one_of(tuple(t.Relation((item, t.Number("0")), (r"\ne",)) for item in items))
        case t.Matrix(((_, _, _) as axes, one, other), "vmatrix") if all(is_vector(a, model) for a in axes):
            return _along(axes, one, other)
        case t.Application(head, arguments=(zero,)) if zero == _ZERO_VECTOR and (there := _zeros_for(head, model)):
            return replace(node, arguments=(there,))
        case t.Evaluated(lower=t.Relation((letter, zero), ("=",)) as place) if zero == _ZERO_VECTOR and (
            there := _zeros(shape_of(letter, model))
        ):
            return replace(node, lower=replace(place, operands=(letter, there)))
        case t.Derivative(operand=t.Tuple(items), variables=(t.Tuple(by),)) if len(items) == len(by):
            return t.Matrix(
                tuple(tuple(t.Derivative(r"\partial", f, (x,), (1,)) for x in by) for f in items), "vmatrix"
            )
        case t.Application(t.Nabla("hessian") as head, None, arguments):
            return _hessian(head, arguments, model)
        case t.Application(t.Nabla("divergence", operand=t.Symbol() as field), None, place):
            return _divergence_at(place, model.named(field))
        case t.Evaluated(body, t.Tuple(place), None):
            letters = _letters_of(body, model)
            at = tuple(t.Relation(pair, ("=",)) for pair in zip(letters, place, strict=False))
            return t.Evaluated(body, t.Listing(at), None) if len(letters) == len(place) else None
        case t.Nabla("hessian"):
            return _hessian(node, (), model)
        case t.Application(t.Nabla("laplacian", operand=operand), None, place):
            return _laplacian(model.named(operand), place)
        case t.Nabla("laplacian", operand=operand):
            return _laplacian(model.named(operand), ())
        case t.Application(t.FunctionName("det"), None, (body,)):
            return _determinant(node, body, model)
        case t.Power(t.Group(t.Product((first, *inner, last), signs)) as base) if (
            not any(signs) and inner and _is_count(node.exponent, model) and _side(base, model)
        ):
            between = t.Power(t.Group(t.side_by_side(inner)) if len(inner) > 1 else inner[0], node.exponent)
            return t.Product((first, between, last), ("", "")) if _are_inverse(first, last) else None
        case _:
            return None


def _component(field: Name | None, digit: str) -> t.Node | None:
    """What the model says of a component of a field."""
    match field:
        case Name(body=t.Tuple(parts), parameters=(_, *_)) if digit.isdigit() and 1 <= int(digit) <= len(parts):
            return parts[int(digit) - 1]
        case _:
            return None


def _of_norms(node: t.Relation, model: Model) -> t.Node | None:
    """Equal lengths of real vectors by their squares, which need no roots."""
    for _, part in t.walk(node):
        if part == t.Constant("i") or model.kind_of(part) == "complex":
            return None
    match node.operands:
        case (t.Norm(one, None), t.Norm(other, None)):
            return t.Relation(
                tuple(t.Product((t.Group(side),) * 2, (r"\cdot",)) for side in (one, other)), node.operators
            )
        case _:
            return None


def shape_said(size: t.Node) -> tuple[int, int] | None:
    r"""Rows and columns of `\mathbb{R}^3` and `\mathbb{R}^{2 \times 3}` by their exponent; None of letters."""
    match size:
        case t.Number(rows) if rows.isdigit():
            return int(rows), 1
        case t.Product((t.Number(rows), t.Number(columns)), (r"\times",)):
            return int(rows), int(columns)
        case _:
            return None


def shape_of(node: t.Node, model: Model) -> tuple[int, int] | None:
    """The shape of a vector or matrix as the model says it; None if it says none."""
    name = model.named(node)
    return None if name is None else name.shape


def entries_of(node: t.Node, model: Model) -> tuple[t.Node, ...]:
    """The entries of a name with a shape, row by row."""
    rows, columns = shape_of(node, model) or (0, 0)
    places = [(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)]
    labels = (f"{row}" if columns == 1 else f"{row}{column}" for row, column in places)
    return tuple(replace(node, subscript=t.Number(one)) for one in labels) if isinstance(node, t.Symbol) else ()


def _zeros_for(head: t.Node, model: Model) -> t.Node | None:
    r"""The point 0 as an argument of `f`, `\nabla f`: as many zeros as its only variable has components."""
    names = [name for _, part in t.walk(head) if (name := model.named(part)) is not None and len(name.parameters) == 1]
    return _zeros(shape_of(names[0].parameters[0], model)) if len(names) == 1 else None


def _zeros(shape: tuple[int, int] | None) -> t.Node | None:
    return None if shape is None or shape[1] > 1 else t.Tuple((t.Number("0"),) * shape[0])


def _along(axes: tuple[t.Node, ...], one: tuple[t.Node, ...], other: tuple[t.Node, ...]) -> t.Node:
    """A determinant with vectors in its first row, expanded along that row."""
    sides = [[(row[(at + 1) % 3], row[(at + 2) % 3]) for row in (one, other)] for at in range(3)]
    parts = (t.Addition((t.side_by_side((a, d)), t.side_by_side((b, c))), ("-",)) for (a, b), (c, d) in sides)
    return t.Group(t.added([t.side_by_side((t.Group(part), axis)) for part, axis in zip(parts, axes, strict=True)]))


def _is_count(exponent: t.Node, model: Model) -> bool:
    return (isinstance(exponent, t.Number) and exponent.text.isdigit()) or model.kind_of(exponent) == "natural"


def _are_inverse(one: t.Node, other: t.Node) -> bool:
    upper = t.Signed("-", t.Number("1"))
    return t.Power(one, upper) == other or t.Power(other, upper) == one


def _determinant(node: t.Application, body: t.Node, model: Model) -> t.Node | None:
    """By factors, if these are square matrices; None for one matrix, or for what is of unknown shape."""
    match body:
        case t.Group(inner):
            return _determinant(node, inner, model)
        case t.Product(factors, signs) if not any(signs) and _side(body, model):
            return t.Product(tuple(_of_factor(node, one, model) for one in factors), signs)
        case t.Power(base, exponent) if _is_count(exponent, model) and _side(base, model):
            return t.Power(t.Group(_of_factor(node, base, model)), exponent)
        case _:
            return None


def _of_factor(node: t.Application, factor: t.Node, model: Model) -> t.Node:
    return _determinant(node, factor, model) or replace(node, arguments=(factor,), bracket="(")


def _side(node: t.Node, model: Model) -> int | None:
    """How many rows and columns a product of square matrices has, as the model says of each; None if it says less."""
    match node:
        case t.Group(inner) | t.Transpose(inner) | t.Power(inner):
            return _side(inner, model)
        case t.Product(factors):
            sides = {_side(one, model) for one in factors}
            return sides.pop() if len(sides) == 1 else None
        case t.Symbol():
            name = model.named(node)
            rows, columns = (name.shape if name is not None else None) or (0, 1)
            return rows if rows == columns else None
        case _:
            return None


def is_vector(node: t.Node, model: Model) -> bool:
    """Whether its form or the model says that it is a vector."""
    crossed = isinstance(node, t.Product) and {*node.operators} == {r"\times"}
    if crossed or isinstance(node, t.Addition | t.Group):
        return all(is_vector(one, model) for one in node.children)
    name = model.named(node)
    return isinstance(node, t.Tuple) or (name is not None and (name.kind == "vector" or isinstance(name.body, t.Tuple)))


def hessian_of(name: Name, arguments: tuple[t.Node, ...] = ()) -> t.Matrix:
    """The second partial derivatives of a function."""
    letters = name.parameters
    return t.Matrix(tuple(tuple(_second(name.symbol, one, by, arguments) for by in letters) for one in letters))


def _hessian(node: t.Nabla, arguments: tuple[t.Node, ...], model: Model) -> t.Node:
    name = model.named(node.operand)
    if name is not None and len(name.parameters) > 1 and node.subscript is None:
        return hessian_of(name, arguments)
    operand = t.Application(node.operand, None, arguments) if arguments else node.operand
    by = arguments[0] if node.subscript is None and len(arguments) == 1 else node.subscript
    return t.Nabla("gradient", by, t.Group(t.Nabla("gradient", by, operand)))


def _laplacian(name: Name | None, place: tuple[t.Node, ...]) -> t.Node | None:
    """The sum of a function's second derivatives, each by one of its variables other than the time t; None if it has
    none, or only one beside t.
    """
    letters = tuple(one for one in name.parameters if one != t.Symbol("t")) if name is not None else ()
    if name is None or not letters or (len(letters) == 1 and name.parameters != letters):
        return None
    terms = tuple(_second(name.symbol, one, one, place) for one in letters)
    return t.Group(t.added(terms))


def _letters_of(body: t.Node, model: Model) -> tuple[t.Symbol, ...]:
    """The variables of the only function that something speaks of."""
    names = [model.named(part) for part in t.symbols(body)]
    found = {one.parameters for one in names if one is not None and one.parameters}
    return found.pop() if len(found) == 1 else ()


_ZERO_VECTOR: Final = t.Constant(r"\mathbf{0}")
ZEROS: Final = (t.Number("0"), _ZERO_VECTOR)


def _velocity(curve: Name | None, order: int, place: t.Node) -> t.Node | None:
    """The derivative of a curve of which the model says the components, by component."""
    match curve:
        case Name(body=t.Tuple(parts), parameters=(letter,)):
            slopes = (t.Group(t.Derivative("d", t.Group(part), (letter,), (order,), inline=False)) for part in parts)
            if place == letter:
                return t.Tuple(tuple(slopes))
            at = t.Relation((letter, place), ("=",))
            return t.Tuple(tuple(t.Group(t.Evaluated(one, at, None)) for one in slopes))
        case _:
            return None


def _divergence_at(place: tuple[t.Node, ...], field: Name | None) -> t.Node | None:
    """The sum of a field's partial derivatives at a place; None where the model does not say its components."""
    match field:
        case Name(body=t.Tuple(parts), parameters=letters) if len(parts) == len(letters) == len(place):
            terms = tuple(
                t.Derivative(r"\partial", t.Group(part), (by,), (1,)) for part, by in zip(parts, letters, strict=True)
            )
            at = tuple(t.Relation(pair, ("=",)) for pair in zip(letters, place, strict=True))
            return t.Group(t.Evaluated(t.added(terms), t.Listing(at), None))
        case _:
            return None


def _second(function: t.Node, one: t.Symbol, by: t.Symbol, arguments: tuple[t.Node, ...]) -> t.Node:
    variables, orders = ((one,), (2,)) if one == by else ((one, by), (1, 1))
    slope = t.Derivative(r"\partial", function, variables, orders)
    return t.Application(slope, None, arguments) if arguments else slope
