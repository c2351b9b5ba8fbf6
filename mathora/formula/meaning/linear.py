r"""Vectors and matrices as SymPy: components, products by shape, norms.

Owns: `Tuple`, `Matrix`, `Transpose`, `Norm` and `Product`.

Laws:
- Vectors are columns; (a, b) and \begin{pmatrix} a \\ b \end{pmatrix} are the same vector.
- Shapes decide a product: number by vector, vector · vector (dot), vector × vector (cross), matrix by matrix. Shapes
  that do not fit are a `Mismatch`.
"""

from __future__ import annotations

from functools import reduce

import sympy
from sympy import S

from mathora.formula import tree
from mathora.formula.meaning.scope import Mismatch, Scope, Undefined, Untranslatable, is_matrix
from mathora.formula.meaning.types import Expr
from mathora.formula.meaning.units import require_one_unit

LARGEST_SIDE = 8
"""Rows or columns of an explicit matrix that is computed with; the highest power, too, if it has letters."""

LARGEST_POWER = 100  # the highest power of a matrix of numbers

_SPACE = 3


def vector(node: tree.Tuple, scope: Scope) -> Expr:
    """A tuple as a column."""
    values = [scope.of(item) for item in node.items]
    if any(not isinstance(value, sympy.Expr) or is_matrix(value) for value in values):
        raise Untranslatable("a tuple whose parts are not numbers")
    return sympy.ImmutableMatrix(len(values), 1, values)


def matrix(node: tree.Matrix, scope: Scope) -> Expr:
    """A matrix by its entries; bars around it are its determinant or norm. Blocks are refused."""
    rows = [[scope.of(entry) for entry in row] for row in node.rows]
    if any(not isinstance(entry, sympy.Expr) or is_matrix(entry) for row in rows for entry in row):
        raise Untranslatable("a matrix made of blocks")
    value = sympy.ImmutableMatrix(rows)
    if max(value.shape) > LARGEST_SIDE:
        raise Untranslatable("a large matrix")
    if node.bracket == "vmatrix":
        return determinant(value)
    return norm(value, None) if node.bracket == "Vmatrix" else value


def transpose(node: tree.Transpose, scope: Scope) -> Expr:
    """The transpose, of the matrix or of its inverse; a number's is itself."""
    inverse = tree.Power(node.operand, tree.Signed("-", tree.Number("1")))
    operand = scope.of(inverse if node.mark.startswith("-") else node.operand)
    return operand.T if is_matrix(operand) else operand


def determinant(value: Expr) -> Expr:
    """The determinant of a square matrix."""
    if value.rows != value.cols:
        raise Mismatch(f"the determinant of a {value.rows} by {value.cols} matrix")
    return value.det(method="berkowitz")


def norm_of(node: tree.Norm, scope: Scope) -> Expr:
    r"""`\\|v\\|`, `\\|v\\|_1`, `\\|v\\|_\\infty`, `\\|A\\|_F`."""
    body = scope.of(node.body)
    if not is_matrix(body):
        return sympy.Abs(body)
    order = node.order
    if isinstance(order, tree.Symbol) and order.name == "F":
        return norm(sympy.ImmutableMatrix(body).reshape(len(body), 1), None)
    return norm(body, None if order is None else scope.scalar(order))


def norm(value: Expr, order: Expr) -> Expr:
    """The p-norm of a vector (2 where no order is written). Raises Untranslatable for matrices."""
    if value.cols != 1:
        raise Untranslatable("the norm of a matrix")
    sizes = [sympy.Abs(entry) for entry in value]
    if order is None or order == 2:  # noqa: PLR2004 - the Euclidean norm
        return sympy.sqrt(sympy.Add(*(size**2 for size in sizes)))
    if order is S.Infinity:
        return sympy.Max(*sizes)
    return sympy.Add(*(size**order for size in sizes)) ** (1 / order)


def added(left: Expr, right: Expr, sign: int) -> Expr:
    """`left ± right`; shapes must be equal."""
    left, right = with_identity(left, right), with_identity(right, left)
    shapes = tuple(value.shape if is_matrix(value) else () for value in (left, right))
    if isinstance(left, sympy.Set) or isinstance(right, sympy.Set):
        raise Untranslatable("a sum of sets")
    if shapes[0] != shapes[1]:
        raise Mismatch(f"{described(left)} and {described(right)} are added")
    require_one_unit(left, right, "are added")
    return left + right if sign > 0 else left - right


def with_identity(side: Expr, other: Expr) -> Expr:
    """Beside a square matrix, a multiple of the letter I is a multiple of the identity matrix: A − λI, A A^{-1} = I."""
    if is_matrix(side) or not is_matrix(other) or other.rows != other.cols or not isinstance(side, sympy.Expr):
        return side
    letter = next((symbol for symbol in side.free_symbols if symbol.name == "I"), None)
    if letter is None:
        return side
    factor = side.coeff(letter)
    return factor * sympy.eye(other.rows).as_immutable() if sympy.expand(side - factor * letter) == 0 else side


def with_zero(side: Expr, other: Expr) -> Expr:
    """A plain 0 beside a vector is the zero vector."""
    return sympy.zeros(*other.shape).as_immutable() if side == 0 and is_matrix(other) else side


def gap(one: Expr, other: Expr) -> tuple[Expr, ...]:
    """The entries of `one − other`, which are 0 where they are equal; beside a matrix, 0 is the zero matrix."""
    difference = added(with_zero(one, other), with_zero(other, one), -1)
    return tuple(difference) if is_matrix(difference) else (difference,)


def described(value: Expr) -> str:
    """What kind of thing a meaning is, in words."""
    if not is_matrix(value):
        return "a set" if isinstance(value, sympy.Set) else "a number"
    rows, columns = value.shape
    return f"a vector of {rows} components" if columns == 1 else f"a {rows} by {columns} matrix"


def powered(base: Expr, exponent: tree.Node, scope: Scope) -> Expr:
    """A square matrix to a whole power; −1 is the inverse; a vector squared is its dot product with itself."""
    power = scope.scalar(exponent)
    if base.cols == 1 and base.rows > 1:
        if power == 2:  # noqa: PLR2004 - v² = v · v
            return base.dot(base)
        raise Mismatch("a power of a vector")
    if base.rows != base.cols:
        raise Mismatch(f"a power of a {base.rows} by {base.cols} matrix")
    if not power.is_Integer or abs(power) > (LARGEST_SIDE if base.free_symbols else LARGEST_POWER):
        raise Untranslatable("a power of a matrix that is not a small whole number")
    if power < 0:
        scale = determinant(base)
        scope.require(sympy.Ne(scale, 0))
        if scale == 0:
            raise Undefined("the inverse of a matrix without one")
        base = base.adjugate() / scale
    return reduce(
        lambda product, factor: product * factor, [base] * abs(int(power)), sympy.eye(base.rows).as_immutable()
    )


def product(node: tree.Product, scope: Scope) -> Expr:
    """Factors multiplied from the left, each pair by its shapes and its sign."""
    if sum(isinstance(one, tree.Differential) for one in node.factors) > 1:
        raise Untranslatable("an element of area is no product of numbers: let it stand behind an integral")
    total = scope.of(node.factors[0])
    for sign, factor in zip(node.operators, node.factors[1:], strict=True):
        total = multiplied(total, scope.of(factor), sign, scope)
    return total


def multiplied(left: Expr, right: Expr, sign: str, scope: Scope) -> Expr:  # noqa: C901, PLR0911, PLR0912 - a row per kind
    """One product."""
    if not is_matrix(left) and not is_matrix(right):
        if isinstance(left, sympy.Set) and isinstance(right, sympy.Set) and sign == r"\times":
            return sympy.ProductSet(left, right)
        if sign == r"\bmod":
            return _remainder(left, right, scope)
        if sign in {r"\circ", r"\otimes", "*"} or isinstance(left, sympy.Set) or isinstance(right, sympy.Set):
            raise Untranslatable("a product of what are not numbers")
        return left * right
    if isinstance(left, sympy.Set) or isinstance(right, sympy.Set):
        raise Untranslatable("a product of a set")
    if not is_matrix(left) or not is_matrix(right):
        number, array = (left, right) if is_matrix(right) else (right, left)
        return array.applyfunc(lambda entry: number * entry)
    if sign == r"\odot":
        if left.shape != right.shape:
            raise Mismatch(f"{described(left)} and {described(right)} are multiplied entry by entry")
        return left.multiply_elementwise(right)
    if sign == r"\otimes":
        return sympy.ImmutableMatrix(sympy.kronecker_product(left, right)) if left.cols > 1 else left * right.T
    if sign == r"\times":
        if left.shape != (_SPACE, 1) or right.shape != (_SPACE, 1):
            raise Mismatch(f"the cross product of {described(left)} and {described(right)}")
        return left.cross(right)
    if left.cols == 1 and right.cols == 1 and left.rows > 1:
        if left.rows != right.rows:
            raise Mismatch(f"the dot product of {described(left)} and {described(right)}")
        return dot(left, right, scope)
    if left.cols != right.rows:
        raise Mismatch(f"{described(left)} times {described(right)}")
    result = left * right
    return result[0, 0] if result.shape == (1, 1) else result


def _remainder(left: Expr, right: Expr, scope: Scope) -> Expr:
    """The rest of a whole number, not negative for a positive divisor."""
    for side in (left, right):
        if side.is_integer is False:
            raise Undefined("a remainder of what is no whole number")
        if not side.is_integer:
            raise Untranslatable("a remainder of what may be no whole number: declare its kind as integer or natural")
    scope.require(sympy.Ne(right, 0))
    if right == 0:
        raise Undefined("something is divided by zero")
    return sympy.Mod(left, right)


def overline(node: tree.Overline, scope: Scope) -> Expr:
    """The conjugate of a number."""
    body = scope.of(node.body)
    if is_matrix(body) or not isinstance(body, sympy.Expr):
        raise Untranslatable("a line over what is no number")
    return sympy.conjugate(body)


def entry(node: tree.Component, scope: Scope) -> Expr:
    r"""`(AB)_{12}`: one entry, by its row and its column."""
    body = scope.of(node.body)
    if not is_matrix(body):
        raise Untranslatable("an entry of what is no vector or matrix")
    match node.index:
        case tree.Number(text=text) if body.cols == 1:
            place = [int(text), 1]
        case tree.Number(text=text) if len(text) == 2:  # noqa: PLR2004 - a row and a column
            place = [int(text[0]), int(text[1])]
        case tree.Listing(items=(tree.Number(text=row), tree.Number(text=column))):
            place = [int(row), int(column)]
        case _:
            raise Untranslatable("an entry at a running index")
    if not (1 <= place[0] <= body.rows and 1 <= place[1] <= body.cols):
        raise Undefined(f"{described(body)} has no entry {place[0]}, {place[1]}")
    return body[place[0] - 1, place[1] - 1]


def inner_product(node: tree.InnerProduct, scope: Scope) -> Expr:
    r"""`\langle u, v \rangle` is u · v."""
    left, right = scope.of(node.left), scope.of(node.right)
    for side in (left, right):
        if not is_matrix(side) or side.cols != 1:
            raise Mismatch(f"the inner product with {described(side)}")
    return multiplied(left, right, r"\cdot", scope)


def dot(left: Expr, right: Expr, scope: Scope) -> Expr:
    """The dot product, with the second factor conjugated among complex numbers."""
    if scope.complex_plane:
        raise Untranslatable("a dot product of complex vectors")
    return sympy.Add(*(one * other for one, other in zip(left, right, strict=True)))
