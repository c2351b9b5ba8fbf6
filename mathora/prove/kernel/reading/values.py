"""Numbers, vectors and matrices of the kernel.

Owns: `ExactValue`, its shape, sums, products, determinants and inverses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.exact.algebra import Atom, Ratio

ExactValue = Ratio | tuple[tuple[Ratio, ...], ...]  # a number, or rows of numbers; a vector is a column
LARGEST_DETERMINANT = 5


def number(value: ExactValue) -> Ratio:
    """The value, if it is a number."""
    if not isinstance(value, Ratio):
        raise Refused("a number is expected, found a vector")
    return value


def entries(value: ExactValue) -> tuple[Ratio, ...]:
    """A vector's or matrix' numbers, row by row; none of a number."""
    return () if isinstance(value, Ratio) else tuple(entry for row in value for entry in row)


def spread(arguments: list[ExactValue], wanted: int) -> list[ExactValue]:
    """One vector serves for several arguments."""
    if len(arguments) == 1 and wanted > 1 and len(entries(arguments[0])) == wanted:
        return list(entries(arguments[0]))
    if len(arguments) != wanted:
        raise Refused(f"{wanted} arguments are expected, found {len(arguments)}")
    return arguments


def entrywise(value: ExactValue, change: Callable[[Ratio], Ratio]) -> ExactValue:
    """A number or each entry, changed."""
    return change(value) if isinstance(value, Ratio) else tuple(tuple(change(entry) for entry in row) for row in value)


def added(one: ExactValue, other: ExactValue) -> ExactValue:
    """The sum of two values of one shape."""
    if isinstance(one, Ratio) and isinstance(other, Ratio):
        return one + other
    one, other = with_identity(one, other), with_identity(other, one)
    if isinstance(one, Ratio) or isinstance(other, Ratio) or shape(one) != shape(other):
        raise Refused("shapes that do not fit are added")
    return tuple(tuple(a + b for a, b in zip(r, s, strict=True)) for r, s in zip(one, other, strict=True))


def with_identity(side: ExactValue, other: ExactValue) -> ExactValue:
    """Beside a square matrix, a multiple of the letter I is a multiple of the identity: A − λI."""
    letter = Atom("variable", "I")
    if not isinstance(side, Ratio) or isinstance(other, Ratio) or len(other) != len(other[0]):
        return side
    factor = side.over(Ratio.atom(letter))
    return side if letter in factor.atoms or not side.above else identity(len(other), factor)


def shape(value: ExactValue) -> tuple[int, int]:
    """Rows and columns; a number has (0, 0)."""
    return (0, 0) if isinstance(value, Ratio) else (len(value), len(value[0]))


def multiplied(one: ExactValue, other: ExactValue, sign: str) -> ExactValue:  # noqa: PLR0911 - a row for each shape
    """The product by shapes: a number by anything, vector by vector (dot), matrix by matrix."""
    if isinstance(one, Ratio) and isinstance(other, Ratio):
        if sign not in {"", r"\cdot", r"\times", "of"}:
            raise Refused("a product of this kind")
        return one * other
    if isinstance(one, Ratio):
        return entrywise(other, lambda entry: one * entry)
    if isinstance(other, Ratio):
        return entrywise(one, lambda entry: entry * other)
    (rows, inner), (height, columns) = shape(one), shape(other)
    if sign in {"", r"\cdot"} and inner == columns == 1 and rows == height > 1:
        return total_of(a[0] * b[0] for a, b in zip(one, other, strict=True))
    if sign == r"\times" and shape(one) == shape(other) == (3, 1):
        return _cross([row[0] for row in one], [row[0] for row in other])
    if sign == r"\odot" and shape(one) == shape(other):
        return tuple(tuple(a * b for a, b in zip(r, s, strict=True)) for r, s in zip(one, other, strict=True))
    if sign not in {"", r"\cdot"} or inner != height:
        raise Refused("a product of vectors or matrices of this kind")
    result = tuple(
        tuple(total_of(row[k] * other[k][column] for k in range(inner)) for column in range(columns)) for row in one
    )
    return result[0][0] if (rows, columns) == (1, 1) else result


def total_of(terms: Iterator[Ratio]) -> Ratio:
    """The sum of many."""
    return sum(terms, Ratio.number(0))


def _cross(one: list[Ratio], other: list[Ratio]) -> ExactValue:
    (a, b, c), (x, y, z) = one, other
    return ((b * z - c * y,), (c * x - a * z,), (a * y - b * x,))


def identity(size: int, factor: Ratio) -> ExactValue:
    """A multiple of the identity matrix."""
    zero = Ratio.number(0)
    return tuple(tuple(factor if row == column else zero for column in range(size)) for row in range(size))


def transposed(value: ExactValue) -> ExactValue:
    """Rows for columns; a number is itself."""
    return value if isinstance(value, Ratio) else tuple(zip(*value, strict=True))


def square(value: ExactValue) -> tuple[tuple[Ratio, ...], ...]:
    """The rows, if there are as many as columns."""
    if isinstance(value, Ratio) or len(value) != len(value[0]):
        raise Refused("a square matrix is expected")
    return value


def determinant(value: ExactValue) -> Ratio:
    """By the first row (Laplace)."""
    rows = square(value)
    if len(rows) > LARGEST_DETERMINANT:
        raise Refused("a large determinant")
    if len(rows) == 1:
        return rows[0][0]
    return total_of(
        (entry if column % 2 == 0 else -entry) * determinant(_without(rows, 0, column))
        for column, entry in enumerate(rows[0])
        if entry.above
    )


def _without(rows: tuple[tuple[Ratio, ...], ...], row: int, column: int) -> tuple[tuple[Ratio, ...], ...]:
    kept = [line for at, line in enumerate(rows) if at != row]
    return tuple(tuple(entry for at, entry in enumerate(line) if at != column) for line in kept)


def inverse(value: ExactValue, whole: Ratio) -> ExactValue:
    """The adjugate over the determinant `whole`, which is not zero."""
    rows = square(value)
    size = range(len(rows))
    if len(rows) == 1:
        return ((Ratio.number(1).over(whole),),)
    return tuple(
        tuple(determinant(_without(rows, column, row)).scaled((-1) ** (row + column)).over(whole) for column in size)
        for row in size
    )


def rank(value: ExactValue) -> int:
    """Of a matrix of numbers, by elimination."""
    if isinstance(value, Ratio) or any(entry.constant is None for row in value for entry in row):
        raise Refused("the rank of what are no numbers")
    rows, found = [[entry.constant or Fraction(0) for entry in row] for row in value], 0
    for column in range(len(rows[0])):
        pivot = next((at for at in range(found, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for at in range(found + 1, len(rows)):
            factor = rows[at][column] / rows[found][column]
            rows[at] = [a - factor * b for a, b in zip(rows[at], rows[found], strict=True)]
        found += 1
    return found
