"""Numbers, vectors and matrices of the kernel.

Owns: `ExactValue`, its shape, and sums and products of values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mathora.prove.kernel.algebra import Ratio
from mathora.prove.kernel.certificate import Refused

ExactValue = Ratio | tuple[tuple[Ratio, ...], ...]
"""A number, or rows of numbers; a vector is a column."""


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
    if isinstance(one, Ratio) or isinstance(other, Ratio) or shape(one) != shape(other):
        raise Refused("shapes that do not fit are added")
    return tuple(tuple(a + b for a, b in zip(r, s, strict=True)) for r, s in zip(one, other, strict=True))


def shape(value: ExactValue) -> tuple[int, int]:
    """Rows and columns; a number has (0, 0)."""
    return (0, 0) if isinstance(value, Ratio) else (len(value), len(value[0]))


def multiplied(one: ExactValue, other: ExactValue, sign: str) -> ExactValue:
    """The product by shapes: a number by anything, vector by vector (dot), matrix by matrix."""
    if isinstance(one, Ratio) and isinstance(other, Ratio):
        if sign not in {"", r"\cdot", r"\times"}:
            raise Refused("a product of this kind")
        return one * other
    if isinstance(one, Ratio):
        return entrywise(other, lambda entry: one * entry)
    if isinstance(other, Ratio):
        return entrywise(one, lambda entry: entry * other)
    (rows, inner), (height, columns) = shape(one), shape(other)
    if sign in {"", r"\cdot"} and inner == columns == 1 and rows == height > 1:
        return total_of(a[0] * b[0] for a, b in zip(one, other, strict=True))
    if sign not in {"", r"\cdot"} or inner != height:
        raise Refused("a product of vectors or matrices of this kind")
    result = tuple(
        tuple(total_of(row[k] * other[k][column] for k in range(inner)) for column in range(columns)) for row in one
    )
    return result[0][0] if (rows, columns) == (1, 1) else result


def total_of(terms: Iterator[Ratio]) -> Ratio:
    """The sum of many."""
    total = Ratio.number(0)
    for term in terms:
        total += term
    return total
