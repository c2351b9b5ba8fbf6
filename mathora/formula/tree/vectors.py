r"""Signs of vector calculus and linear algebra as what they stand for.

Owns: `of_vectors`; `is_vector`; `with_ranges`, by which a sum over all components has ends; `with_entries` and
`array_of`, by which letters are entries. Of random quantities `\perp` says that they are independent.

| sign | stands for |
| --- | --- |
| `u \perp v` | `u \cdot v = 0` |
| `x \in \mathbb{R}^2` of a pair, `A \in \mathbb{R}^{2 \times 2}` | `x_1 \in \mathbb{R}` and `x_2 \in \mathbb{R}` |
| `\|u\| = \|v\|` of real vectors | `u \cdot u = v \cdot v` |
| `\nabla^2 f`, `\nabla^2 f(1, 2)` beside matrices | the matrix of second derivatives by the variables of f |
| `\nabla^2 f = f_{xx} + f_{yy}`, beside partial derivatives | the sum of f's second derivatives, each by one variable |
| `\left.\frac{\partial f}{\partial x}\right|_{(1, 2)}` of f(x, y) | the same at x = 1, y = 2 |
| `\Delta f = 4`, `H_f = A`, where the model says what f(x, y) is | `f_{xx} + f_{yy} = 4`, the Hessian |
| `\nabla \cdot F(1, 2)` | the sum of partial derivatives, at (1, 2) |
| `\nabla_{\mathbf{x}}^2 f(\mathbf{x})` | the gradient of the gradient |
| `\det(PD^2P^{-1})` of square matrices with shapes | `\det(P) \det(D)^2 \det(P^{-1})`, by far fewer terms |
| `(PDP^{-1})^k` of these | `PD^kP^{-1}` |
| `u_1`, `a_{12}`, where the model has `\mathbf{u}` and A, and no u or a with indices | `\mathbf{u}_1`, `A_{12}` |
| `\sum_i x_i`, `\sum_{i, j} A_{ij}` | `\sum_{i=1}^{3} x_i`, where x has three components |
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.node import Node, replaced, walk
from mathora.formula.tree.regrouping import one_of, together
from mathora.formula.tree.statements import Application, Big, Derivative, Evaluated, Nabla, Prime, Relation
from mathora.formula.tree.terms import (
    Addition,
    Constant,
    FunctionName,
    Group,
    Listing,
    Matrix,
    Norm,
    Number,
    Power,
    Product,
    Signed,
    Symbol,
    Transpose,
    Tuple,
    added,
    side_by_side,
)


def of_vectors(node: Node, model: Model) -> Node | None:  # noqa: C901, PLR0911, PLR0912 - a row per sign
    """What a sign stands for; None for anything else."""
    match node:
        case Relation(operands=(one, other), operators=(r"\perp",)) if all(
            is_vector(side, model) for side in (one, other)
        ):
            return Relation((Product((one, other), (r"\cdot",)), Number("0")), ("=",))
        case Relation(operands=(Symbol(accents=("Delta",)) as one, *others), operators=("=", *_)) if (
            symbol_key(one) not in model
            and (name := model.named(replace(one, accents=())))
            and name.body
            and (laplacian := _laplacian(name, ()))
        ):
            return replace(node, operands=(laplacian, *others))
        case Relation(
            operands=(Symbol(name="H", subscript=Symbol() as below) as one, *others), operators=("=", *_)
        ) if symbol_key(one) not in model and (name := model.named(below)) and name.body and len(name.parameters) > 1:
            return replace(node, operands=(hessian_of(name), *others))
        case Relation(operands=(Norm(), Norm()), operators=("=",)):
            return _of_norms(node, model)
        case Relation(operands=(Listing(items=items), Power() as space), operators=(r"\in",)):
            each = (Relation((item, space), (r"\in",)) for item in items)
            return together(tuple(of_vectors(one, model) or one for one in each))
        case Relation(
            operands=(one, Power(base=Constant(name=r"\mathbb{R}") as real, exponent=size)), operators=(r"\in",)
        ):
            items = one.items if isinstance(one, Tuple) else entries_of(one, model)
            fits = shape_said(size) == (shape_of(one, model) or (len(items), 1))
            return together(tuple(Relation((item, real), (r"\in",)) for item in items)) if fits else None
        case Application(head=Prime(operand=Symbol() as curve, order=order), power=None, arguments=(place,)):
            return _velocity(model.get(symbol_key(curve)), order, place)
        case Relation(operands=(Symbol() as one, zero), operators=(r"\ne",)) if zero in _ZEROS and (
            items := entries_of(one, model)
        ):
            return one_of(tuple(Relation((item, Number("0")), (r"\ne",)) for item in items))
        case Application(head=Nabla(kind="hessian") as head, power=None, arguments=arguments):
            return _hessian(head, arguments, model)
        case Application(head=Nabla(kind="divergence", operand=Symbol() as field), power=None, arguments=place):
            return _divergence_at(place, model.get(symbol_key(field)))
        case Evaluated(body=body, lower=Tuple(items=place), upper=None):
            letters = _letters_of(body, model)
            at = tuple(Relation(pair, ("=",)) for pair in zip(letters, place, strict=False))
            return Evaluated(body, Listing(at), None) if len(letters) == len(place) else None
        case Nabla(kind="hessian"):
            return _hessian(node, (), model)
        case Application(head=Nabla(kind="laplacian", operand=operand), power=None, arguments=place):
            return _laplacian(model.named(operand), place)
        case Nabla(kind="laplacian", operand=operand):
            return _laplacian(model.named(operand), ())
        case Application(head=FunctionName(name="det"), power=None, arguments=(body,)):
            return _determinant(node, body, model)
        case Power(base=Group(body=Product(factors=(first, *inner, last), operators=signs)) as base) if (
            not any(signs) and inner and _is_count(node.exponent, model) and _side(base, model)
        ):
            between = Power(Group(side_by_side(inner)) if len(inner) > 1 else inner[0], node.exponent)
            return Product((first, between, last), ("", "")) if _are_inverse(first, last) else None
        case _:
            return None


def _of_norms(node: Relation, model: Model) -> Node | None:
    """Equal lengths of real vectors by their squares, which need no roots."""
    for _, part in walk(node):
        known = model.named(part)
        if part == Constant("i") or (known is not None and known.kind == "complex"):
            return None
    match node.operands:
        case (Norm(body=one, order=None), Norm(body=other, order=None)):
            return Relation(tuple(Product((Group(side),) * 2, (r"\cdot",)) for side in (one, other)), node.operators)
        case _:
            return None


def shape_said(size: Node) -> tuple[int, int] | None:
    r"""Rows and columns of `\mathbb{R}^3` and `\mathbb{R}^{2 \times 3}` by their exponent; None of letters."""
    match size:
        case Number(text=rows) if rows.isdigit():
            return int(rows), 1
        case Product(factors=(Number(text=rows), Number(text=columns)), operators=(r"\times",)):
            return int(rows), int(columns)
        case _:
            return None


def shape_of(node: Node, model: Model) -> tuple[int, int] | None:
    """The shape of a vector or matrix as the model says it; None if it says none."""
    name = model.named(node)
    return None if name is None else name.shape


def entries_of(node: Node, model: Model) -> tuple[Node, ...]:
    """The entries of a name with a shape, row by row."""
    rows, columns = shape_of(node, model) or (0, 0)
    places = [(row, column) for row in range(1, rows + 1) for column in range(1, columns + 1)]
    labels = (f"{row}" if columns == 1 else f"{row}{column}" for row, column in places)
    return tuple(replace(node, subscript=Number(one)) for one in labels) if isinstance(node, Symbol) else ()


def _is_count(exponent: Node, model: Model) -> bool:
    name = model.named(exponent)
    return (isinstance(exponent, Number) and exponent.text.isdigit()) or (name is not None and name.kind == "natural")


def _are_inverse(one: Node, other: Node) -> bool:
    upper = Signed("-", Number("1"))
    return Power(one, upper) == other or Power(other, upper) == one


def _determinant(node: Application, body: Node, model: Model) -> Node | None:
    """By factors, if these are square matrices; None for one matrix, or for what is of unknown shape."""
    match body:
        case Group(body=inner):
            return _determinant(node, inner, model)
        case Product(factors=factors, operators=signs) if not any(signs) and _side(body, model):
            return Product(tuple(_of_factor(node, one, model) for one in factors), signs)
        case Power(base=base, exponent=exponent) if _is_count(exponent, model) and _side(base, model):
            return Power(Group(_of_factor(node, base, model)), exponent)
        case _:
            return None


def _of_factor(node: Application, factor: Node, model: Model) -> Node:
    return _determinant(node, factor, model) or replace(node, arguments=(factor,), bracket="(")


def _side(node: Node, model: Model) -> int | None:
    """How many rows and columns a product of square matrices has, as the model says of each; None if it says less."""
    match node:
        case Group(body=inner) | Transpose(operand=inner) | Power(base=inner):
            return _side(inner, model)
        case Product(factors=factors):
            sides = {_side(one, model) for one in factors}
            return sides.pop() if len(sides) == 1 else None
        case Symbol():
            name = model.get(symbol_key(node))
            rows, columns = (name.shape if name is not None else None) or (0, 1)
            return rows if rows == columns else None
        case _:
            return None


def with_ranges(node: Node, model: Model) -> Node:
    """A formula whose sums over all components of vectors and matrices with a shape have ends."""
    if isinstance(node, Big) and node.over is None and isinstance(node.under, Symbol | Listing | Product):
        names = (node.under,) if isinstance(node.under, Symbol) else node.under.children
        body = with_ranges(node.body, model)
        for name in reversed(names):
            last = _last(body, name, model)
            if last is None:
                break
            body = Big(node.operator, Relation((name, Number("1")), ("=",)), Number(str(last)), body)
        else:
            return body
    parts = [with_ranges(one, model) for one in node.children]
    return node if all(a is b for a, b in zip(parts, node.children, strict=True)) else node.with_children(parts)


def of_each_member(node: Node, model: Model) -> Node:
    r"""A statement that speaks of `z_i` and of a sum over `z_1, \dots, z_3` as one of each i."""
    sums = [part for _, part in walk(node) if isinstance(part, Big)]
    indices = {part.index for part in sums}
    free = set[Symbol]()
    for part in (one for _, one in walk(node) if isinstance(one, Symbol) and one.name in model.families):
        if isinstance(below := part.subscript, Symbol) and below not in indices:
            known = model.get(symbol_key(below))
            free |= {below} if known is None or known.body is None else set()
    ranges = {ends for part in sums if (ends := _ends(part)) and _has_members(part)}
    if len(free) != 1 or len(ranges) != 1 or not isinstance(node, Relation):
        return node
    (letter,), ((low, high),) = free, ranges
    return together(tuple(replaced(node, letter, Number(str(one))) for one in range(low, high + 1)))


def _ends(part: Big) -> tuple[int, int] | None:
    low, high = part.start, part.over
    if not isinstance(low, Number) or not isinstance(high, Number) or not (low.text + high.text).isdigit():
        return None
    ends = int(low.text), int(high.text)
    return ends if 0 <= ends[1] - ends[0] < _MOST_MEMBERS else None


def _has_members(part: Big) -> bool:
    return any(isinstance(one, Symbol) and one.subscript == part.index for _, one in walk(part.body))


_MOST_MEMBERS: Final = 6


def with_entries(node: Node, model: Model) -> Node:
    """A formula in which entries are spelled as the vectors and matrices are."""
    for symbol in dict.fromkeys(part for _, part in walk(node) if isinstance(part, Symbol)):
        if (array := array_of(symbol, model)) is not None:
            node = replaced(node, symbol, replace(array, subscript=symbol.subscript))
    return node


def array_of(symbol: Symbol, model: Model) -> Symbol | None:
    """The bold vector or the capital matrix of which a plain letter with indices is an entry; None if it is a name."""
    plain = replace(symbol, subscript=None)
    own = model.get(symbol_key(plain))
    if symbol.subscript is None or plain != Symbol(symbol.name) or symbol_key(symbol) in model:
        return None
    places = symbol.subscript.children if isinstance(symbol.subscript, Product | Listing) else (symbol.subscript,)
    double = isinstance(symbol.subscript, Number) and len(symbol.subscript.text) == 2  # noqa: PLR2004 - row and column
    capital = symbol.name.upper()
    of_matrix = (double or len(places) == 2) and symbol.name.islower()  # noqa: PLR2004
    spellings = [Symbol(capital), Symbol(capital, "mathbf")] if of_matrix else []
    spellings += [] if own else [replace(plain, **one) for one in _BOLD]
    if symbol.name in model.families or (own is not None and (own.shape or own.function)):
        return None
    kinds = ((one, model.get(symbol_key(one))) for one in spellings)
    return next((one for one, name in kinds if name is not None and name.shape is not None), None)


_BOLD: Final[tuple[dict[str, Any], ...]] = ({"style": "mathbf"}, {"style": "boldsymbol"}, {"accents": ("vec",)})


def _last(body: Node, index: Node, model: Model) -> int | None:
    """How many values an index has where it stands below vectors and matrices; None if they do not say one number."""
    found = set[int]()
    for symbol in (part for _, part in walk(body) if isinstance(part, Symbol) and part.subscript is not None):
        below = symbol.subscript
        places = below.children if isinstance(below, Product | Listing) else (below,)
        name = model.get(symbol_key(replace(symbol, subscript=None)))
        if index in places and name is not None:
            found.add(name.shape[places.index(index)] if name.shape and len(places) <= len(name.shape) else 0)
    return found.pop() if len(found) == 1 and 0 not in found else None


def is_vector(node: Node, model: Model) -> bool:
    """Whether its form or the model says that it is a vector."""
    crossed = isinstance(node, Product) and {*node.operators} == {r"\times"}
    if crossed or isinstance(node, Addition | Group):
        return all(is_vector(one, model) for one in node.children)
    name = model.named(node)
    return isinstance(node, Tuple) or (name is not None and (name.kind == "vector" or isinstance(name.body, Tuple)))


def hessian_of(name: Name, arguments: tuple[Node, ...] = ()) -> Matrix:
    """The second partial derivatives of a function."""
    letters = name.parameters
    return Matrix(tuple(tuple(_second(name.symbol, one, by, arguments) for by in letters) for one in letters))


def _hessian(node: Nabla, arguments: tuple[Node, ...], model: Model) -> Node:
    name = model.named(node.operand)
    if name is not None and len(name.parameters) > 1 and node.subscript is None:
        return hessian_of(name, arguments)
    operand = Application(node.operand, None, arguments) if arguments else node.operand
    by = arguments[0] if node.subscript is None and len(arguments) == 1 else node.subscript
    return Nabla("gradient", by, Group(Nabla("gradient", by, operand)))


def _laplacian(name: Name | None, place: tuple[Node, ...]) -> Node | None:
    """The sum of a function's second derivatives, each by one of its variables other than the time t; None if it has
    only one of them, or none.
    """
    letters = tuple(one for one in name.parameters if one != Symbol("t")) if name is not None else ()
    if name is None or len(letters) < 2:  # noqa: PLR2004 - of one variable nobody writes it
        return None
    terms = tuple(_second(name.symbol, one, one, place) for one in letters)
    return Group(added(terms))


def _letters_of(body: Node, model: Model) -> tuple[Symbol, ...]:
    """The variables of the only function that something speaks of."""
    names = [model.get(symbol_key(part)) for _, part in walk(body) if isinstance(part, Symbol)]
    found = {one.parameters for one in names if one is not None and one.parameters}
    return found.pop() if len(found) == 1 else ()


_ZEROS: Final = (Number("0"), Constant(r"\mathbf{0}"))


def _velocity(curve: Name | None, order: int, place: Node) -> Node | None:
    """The derivative of a curve of which the model says the components, by component."""
    match curve:
        case Name(body=Tuple(items=parts), parameters=(letter,)):
            slopes = (Group(Derivative("d", Group(part), (letter,), (order,), inline=False)) for part in parts)
            if place == letter:
                return Tuple(tuple(slopes))
            at = Relation((letter, place), ("=",))
            return Tuple(tuple(Group(Evaluated(one, at, None)) for one in slopes))
        case _:
            return None


def _divergence_at(place: tuple[Node, ...], field: Name | None) -> Node | None:
    """The sum of a field's partial derivatives at a place; None where the model does not say its components."""
    match field:
        case Name(body=Tuple(items=parts), parameters=letters) if len(parts) == len(letters) == len(place):
            terms = tuple(
                Derivative(r"\partial", Group(part), (by,), (1,)) for part, by in zip(parts, letters, strict=True)
            )
            at = tuple(Relation(pair, ("=",)) for pair in zip(letters, place, strict=True))
            return Group(Evaluated(added(terms), Listing(at), None))
        case _:
            return None


def _second(function: Node, one: Symbol, by: Symbol, arguments: tuple[Node, ...]) -> Node:
    variables, orders = ((one,), (2,)) if one == by else ((one, by), (1, 1))
    slope = Derivative(r"\partial", function, variables, orders)
    return Application(slope, None, arguments) if arguments else slope
