"""What a picture of vectors writes beside them: their names, their sums and multiples, their images, their components.

Owns: `named`, `unit_vector`, `complex_number`, `image`, `image_of`, `components`, `total`, `multiple`, `quantity`,
`shape_of`, `row_change`.

Law: a vector that the script writes by its components is called by its components, wherever it has come to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from mathora.formula import Model, ModelMatrix, Node, read, tree
from mathora.lesson import Text
from mathora.stage.text.numerals import written
from mathora.stage.text.terms import Measured, Term, symbol, times, value

LITERAL = (tree.Tuple, tree.Matrix)
LOOSE = (tree.Addition, tree.Signed)  # what stands in parentheses inside of a product


def named(vector: ModelMatrix) -> Term:
    """The vector as the script names it; one that is written out, as (1, 2)."""
    return components([row[0] for row in vector.numbers]) if isinstance(vector.tree, LITERAL) else Term(vector.tree)


def unit_vector(model: Model, axis: int, *, complex_numbers: bool = False) -> ModelMatrix:
    """The basis vector e₁ or e₂ of the plane, or written out, where it is the number 1 or i; `axis` is 0 or 1."""
    entries = ((Fraction(axis == 0),), (Fraction(axis == 1),))
    plain = tree.Tuple(tuple(tree.Number(str(int(row[0]))) for row in entries))
    return ModelMatrix(plain if complex_numbers else symbol(model, f"e_{axis + 1}").tree, entries)


def complex_number(one: ModelMatrix) -> ModelMatrix:
    """A vector that is written out as the number a + bi that it is, likewise the matrix that multiplies by one."""
    turned = one.shape == (2, 2) and one.numbers[0] == (one.numbers[1][1], -one.numbers[1][0])
    if not isinstance(one.tree, LITERAL) or not (turned or one.shape == (2, 1)):
        return one
    (real, *_), (imaginary, *_) = one.numbers
    parts = [value(real)] if real or not imaginary else []
    parts += [multiple(imaginary, Term(tree.Constant("i")))] if imaginary else []
    return replace(one, tree=(total(parts) if parts[1:] else parts[0]).tree)


def image_of(matrix: ModelMatrix, term: Term) -> Term:
    """`A u`; the letter v where the matrix has no name."""
    return (
        symbol(Model.empty(), "v")
        if isinstance(matrix.tree, LITERAL)
        else Term(tree.side_by_side((_closed(matrix.tree), term.tree)))
    )


def components(numbers: Iterable[float]) -> Term:
    """(1, 2), each component rounded at its last digit."""
    items = (read(Text.written(one.tex, "<label>"), Model.empty()).tree for one in written([*numbers]))
    return Term(tree.Tuple(tuple(items)))


def image(matrices: Sequence[Node], vector: ModelMatrix, now: Iterable[float]) -> Term:
    """`B A^2 v`: the vector after matrices have moved it, the last of them first; by its components `now` if it has no
    name, or if one of them has none.
    """
    if any(isinstance(part, LITERAL) for part in (*matrices, vector.tree)):
        return components(now)
    own = [] if vector.tree == tree.Number("1") and matrices else [vector.tree]  # of the number 1, w stays
    own = [tree.Group(one) if matrices and isinstance(one, tree.Product) else one for one in own]  # A(2v), not A2v
    factors = [_power(one, len([*same])) for one, same in groupby([*reversed(matrices), *own])]
    return Term(tree.side_by_side(factors) if len(factors) > 1 else factors[0] if matrices else vector.tree)


def _power(one: Node, count: int) -> Node:
    """`A`, `A^2`, `(2 A)^2`."""
    if count == 1:
        return _closed(one)
    base = tree.Group(one) if isinstance(one, tree.Product) else _closed(one)
    return tree.Power(base, tree.Number(str(count)))


def total(terms: Sequence[Term]) -> Term:
    """`u + 2 v`; a term with a minus is subtracted."""
    first, *others = (one.tree for one in terms)
    signs = ["-" if isinstance(one, tree.Signed) and one.sign == "-" else "+" for one in others]
    bare = [one.operand if isinstance(one, tree.Signed) else one for one in others]
    return Term(tree.Addition((first, *bare), tuple(signs)))  # type: ignore[arg-type]


def multiple(factor: float, term: Term) -> Term:
    """`2 v`, `-v`, `v`, `0.5 (u + v)`."""
    inner = Term(_closed(term.tree)) if abs(factor) != 1 or factor < 0 else term
    scaled = inner if abs(factor) == 1 else times(abs(factor), inner)
    return Term(tree.Signed("-", scaled.tree)) if factor < 0 else scaled


def quantity(term: Term, worth: Callable[[], float], defined: Callable[[], float | None] = lambda: None) -> Measured:
    """What is measured on the picture, and what the model says that it is when things are at rest."""
    return Measured(term, worth, defined=defined)


def shape_of(one: ModelMatrix) -> Term:
    """`2 × 3`: rows and columns."""
    rows, columns = one.shape
    return Term(tree.Product((tree.Number(str(rows)), tree.Number(str(columns))), (r"\times",)))


def row_change(row: int, times: Node | None, of: int) -> Term:
    """`R_2 - 2 R_1`, in words of rows; without a factor the row `of` alone."""
    first, second = (tree.Symbol("R", subscript=tree.Number(str(one))) for one in (row, of))
    if times is None:
        return Term(second)
    negative = isinstance(times, tree.Signed)
    size = times.operand if isinstance(times, tree.Signed) else times
    scaled = second if size == tree.Number("1") else tree.side_by_side((size, second))
    return Term(tree.Addition((first, scaled), ("-" if negative else "+",)))


def _closed(one: Node) -> Node:
    return tree.Group(one) if isinstance(one, LOOSE) else one
