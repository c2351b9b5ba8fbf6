"""How many there are, and of what shape: needs of counts, lists and matrices.

Owns: `from_to` and `COUNTS`, a function for each of these needs; it gives the reason why the need is not met, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from math import isclose, prod

import numpy as np

from mathora.formula import ModelFunction, ModelMatrix, Node, UncomputableError, model_field, tree, walk, write_latex
from mathora.lesson import NeedName
from mathora.prove.fit.chains import CHAINS
from mathora.prove.fit.leaves import LEAVES
from mathora.prove.fit.values import Coordinates, Ends, shown

FINEST = 1000  # the largest denominator with which one still computes by hand

SAME = 1e-9
FLAT = 1e-9  # the share of two vectors' lengths below which they lie on one line

Reason = str | None
Items = Sequence[object]


def _position(number: int, *lists: Items) -> Reason:
    """At most as many as there are, or as there are ways through several lists; an empty list counts for nothing."""
    most = prod(len(one) for one in lists if one)
    return None if number <= most else f"found {number}, expected at most {most}"


def _levels(_first: Items, uses: int, *others: Items) -> Reason:
    levels = 1 + sum(1 for one in others if one)
    return None if uses <= levels else f"found this action {uses} times, expected {levels}: once for each level"


def _runs(_function: ModelFunction, uses: int, rates: Items, following: Items, runs: Items) -> Reason:
    there = max(len(runs), 1) if following else len(rates)
    return None if uses <= there else f"found this action {uses} times, expected {there}: once for each run"


def _as_many_items(items: Items, others: Items | Coordinates) -> Reason:
    if not items or len(items) == len(others):
        return None
    return f"found {len(items)} of them, expected {len(others)}"


def _without(value: object, other: object) -> Reason:
    return "found both, expected one of them" if value not in ((), None) and other not in ((), None) else None


def _numbered(names: Items, outcomes: Items, function: ModelFunction | None = None) -> Reason:
    if not names or outcomes or function is not None:
        return None
    return f"found {len(names)} outcomes with a name and no number, of which there is no mean"


def _paired(items: Items, others: Items) -> Reason:
    return f"found {len(items)} of them, and nothing that belongs to them" if items and not others else None


def _same_variable(functions: Sequence[ModelFunction]) -> Reason:
    if len({one.variables for one in functions}) == 1 and len(functions[0].variables) == 1:
        return None
    found = ", ".join(f"{one.key}({', '.join(one.variables)})" for one in functions)
    return f"found {found}, expected functions of one and the same variable"


def _two(point: Coordinates) -> Reason:
    return None if len(point) == 2 else f"found {len(point)} coordinates, expected two"  # noqa: PLR2004 - of the plane


def _nonzero(number: float | Coordinates) -> Reason:
    every = number.values() if isinstance(number, Mapping) else (number,)
    return None if all(every) else "found 0, expected another number"


def _called(number: float, name: str, said: float | None) -> Reason:
    """A number is read out by a name that the model may define; a momentum of zero is not read out."""
    if said is None or not number or isclose(number, said):
        return None
    return f"found {shown(number)}, which is read out as {name}, where the model says {shown(said)}"


def _reaches_over(ends: Ends, least: int) -> Reason:
    found = f"found {shown(ends[0])} to {shown(ends[1])}, expected ends that are at least {least} apart"
    return None if ends[1] - ends[0] >= least else found


def _own_letter(_: object, name: str, said: float | None) -> Reason:
    """The scene itself computes what it reads out by that name."""
    return None if said is None else f"found {name}, which the model says is {shown(said)}"


def _plain_fraction(number: float) -> Reason:
    fraction = Fraction(number).limit_denominator(FINEST)
    if abs(float(fraction) - number) <= SAME * abs(number):
        return None
    return f"found {shown(number)}, expected a fraction with a denominator of at most {FINEST}"


def _fractions(matrix: ModelMatrix) -> Reason:
    """Sums are written with the entries: of rounded ones they would be false."""
    found = next((one for row in matrix.entries for one in row if not isinstance(one, Fraction)), None)
    return f"found {shown(found)}…, expected entries that are whole numbers, fractions or decimals" if found else None


def _other_than(one: float | ModelFunction, other: float | ModelFunction) -> Reason:
    named = one.key if isinstance(one, ModelFunction) else shown(one)
    return f"found {named} twice, expected two different ones" if one == other else None


def _at_least(number: int, before: int) -> Reason:
    return None if number >= before else f"found {number}, expected at least the {before} that stand there"


def _shorter(length: float, before: float) -> Reason:
    if abs(length) <= abs(before):
        return None
    return f"found {shown(length)}, expected no more than the {shown(before)} that is there"


def _of_box(function: ModelFunction, sheet: float) -> Reason:
    """What is zero where nothing is cut is what the box holds, in whatever unit; all else may be a cost."""
    if len(function.variables) > 1 or sheet <= 0:
        return None  # told by others
    cut = sheet / 2 * np.linspace(0.0, 1.0, 9)
    values, boxes = function.value(cut), cut * (sheet - 2 * cut) ** 2
    if values[0] != 0 or not np.isfinite(values).any():
        return None
    unit = float(np.nanmax(np.abs(values))) / float(boxes.max())
    off = np.flatnonzero(np.abs(np.abs(values) - unit * boxes) > SAME * unit * boxes.max())
    if not len(off):
        return None
    held = f"c ({shown(sheet)} - 2c)^2 = {shown(boxes[off[0]])}"
    return f"found {function.key}({shown(cut[off[0]])}) = {shown(values[off[0]])}, where the box holds {held}"


def _shares(row: int, entries: Sequence[float], column: int, of: str, columns: Items) -> Reason:
    """The sum of which an entry of a table is a share; places outside are told by `position`."""
    across = len(columns)
    whole = {"row": entries[(row - 1) * across : row * across], "column": entries[column - 1 :: across]}
    if any(whole.get(of, entries)) or not (1 <= column <= across and row * across <= len(entries)):
        return None
    which = {"row": f"row {row}", "column": f"column {column}"}.get(of, "the table")
    return f"found {which}, whose entries add up to 0: nothing is a share of that"


def _spread_out(chances: Sequence[float], bell: bool) -> Reason:  # noqa: FBT001 - an author's flag
    if not bell or not chances or sum(1 for one in chances if one > 0) > 1:
        return None
    return "found one outcome that is sure, whose means come to no bell curve"


# ── matrices ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by(matrix: ModelMatrix) -> str:
    rows, columns = matrix.shape
    return f"{rows} by {columns}"


def _size(matrix: ModelMatrix, most: int, right: ModelMatrix | None = None) -> Reason:
    rows, columns = matrix.shape
    wide = columns + (right.shape[1] if right else 0)
    return (
        None if max(rows, wide) <= most else f"found {rows} rows of {wide} numbers, expected at most {most} of {most}"
    )


def _as_many_rows(right: ModelMatrix, matrix: ModelMatrix) -> Reason:
    if right.shape[0] == matrix.shape[0]:
        return None
    return f"found {right.shape[0]} rows beside a matrix of {matrix.shape[0]}, expected as many"


def _multiplies(left: ModelMatrix, right: ModelMatrix) -> Reason:
    if left.shape[1] == right.shape[0]:
        return None
    return f"found {_by(left)} times {_by(right)}, expected as many columns of the first as rows of the second"


def _row_of(number: int, matrix: ModelMatrix) -> Reason:
    return None if number <= matrix.shape[0] else f"found row {number}, where the matrix has {matrix.shape[0]}"


def _column_of(number: int, matrix: ModelMatrix) -> Reason:
    return None if number <= matrix.shape[1] else f"found column {number}, where the matrix has {matrix.shape[1]}"


def _names_rows(names: Items, matrix: ModelMatrix) -> Reason:
    if {len(names)} == {*matrix.shape}:
        return None
    return f"found {len(names)} names for a matrix of {_by(matrix)}, expected one for each row and column"


def _slides_in(kernel: ModelMatrix, signal: ModelMatrix) -> Reason:
    if all(one <= other for one, other in zip(kernel.shape, signal.shape, strict=True)):
        return None
    return f"found a kernel of {_by(kernel)} and a signal of {_by(signal)}, expected a kernel that fits into it"


def _place_in(number: int, signal: ModelMatrix, kernel: ModelMatrix, axis: int) -> Reason:
    """Rows (axis 0), and places along a row (1); what is written as vectors is one row."""
    shapes = [one.shape[::-1] if signal.shape[1] == kernel.shape[1] == 1 else one.shape for one in (signal, kernel)]
    most = shapes[0][axis] - shapes[1][axis] + 1
    return None if number <= most else f"found {number}, expected at most {most}: there the kernel comes to the end"


def _direction(vector: ModelMatrix) -> Reason:
    return None if np.any(vector.numbers) else "found the zero vector, expected one with a direction"


def _basis(first: ModelMatrix, second: ModelMatrix) -> Reason:
    pair = np.column_stack([np.ravel(one.numbers) for one in (first, second)]).astype(float)
    if abs(np.linalg.det(pair)) > FLAT * float(np.prod(np.linalg.norm(pair, axis=0))):
        return None
    return "found two vectors on one line, expected a basis: two vectors on different lines"


def _keeps_lines(matrix: ModelMatrix) -> Reason:
    """Its eigenvalues are real, and it is not a multiple of the identity."""
    (a, b), (c, d) = np.array(matrix.numbers, dtype=float)
    size = max(map(abs, (a, b, c, d)))
    if (a - d) ** 2 / 4 + b * c < -FLAT * size**2:
        return "found a matrix that turns every line, and keeps none"
    if max(abs(a - d), abs(b), abs(c)) <= FLAT * size:
        return "found a matrix that keeps every line, and so none that could be drawn"
    return None


def _on_kept_lines(arrows: Sequence[ModelMatrix], matrix: ModelMatrix) -> Reason:
    """Each arrow lies on a line that the matrix keeps, and on one of its own."""
    map_, found = np.array(matrix.numbers, dtype=float), list[np.ndarray]()
    for one in () if _keeps_lines(matrix) else arrows:
        at = np.ravel(one.numbers).astype(float)
        told = f"found ({', '.join(map(shown, at))})"
        if not _on_one_line(at, map_ @ at):
            return f"{told}, which leaves its line: it goes to ({', '.join(map(shown, map_ @ at))})"
        if any(_on_one_line(at, other) for other in found):
            return f"{told}, on whose line another one is"
        found.append(at)
    return None


def _on_one_line(first: np.ndarray, second: np.ndarray) -> bool:
    across = first[0] * second[1] - first[1] * second[0]
    return bool(abs(across) <= FLAT * np.linalg.norm(first) * np.linalg.norm(second))


def _form_value(level: float, matrix: ModelMatrix) -> Reason:
    numbers = np.array(matrix.numbers, dtype=float)
    low, high = np.linalg.eigvalsh((numbers + numbers.T) / 2)
    if (level > 0 and high > 0) or (level < 0 and low < 0) or (level == 0 and low < 0 < high):
        return None
    return f"found {shown(level)}, which the quadratic form has nowhere but, if at all, at the origin"


def _heads(way: Node, function: ModelFunction, at: Coordinates) -> Reason:
    try:
        vector = model_field(way, function.model, function.variables).at([at[key] for key in function.variables])
    except (UncomputableError, KeyError) as error:
        wanted = ", ".join(function.variables)
        return f"found no direction ({error}), expected a vector with a number for each of {wanted}"
    if np.isfinite(vector).all() and vector.any():
        return None
    return f"found ({', '.join(map(shown, vector))}) at that point, expected a vector with a direction"


def _names_value(label: tuple[float, float] | None, at: float) -> Reason:
    """A value, and by how much it may be rounded; what has none is a name that the author gives."""
    if label is None or isclose(label[0], at, rel_tol=SAME, abs_tol=label[1]):
        return None
    return f"found a label whose value is {shown(label[0])}, expected {shown(at)}"


def from_to(at: float, ends: Ends | None) -> Reason:
    """A value between two numbers; without them any."""
    if ends is None or ends[0] <= at <= ends[1]:
        return None
    return f"found {shown(at)}, expected a value from {shown(ends[0])} to {shown(ends[1])}"


def _term(formula: Node) -> Reason:
    if not any(isinstance(one, tree.Relation | tree.Logic) for _, one in walk(formula)):
        return None
    return f"found {write_latex(formula)}, which claims something, expected one side of it"


def _joined(layers: tuple[int, ...]) -> int:
    """How many edges join each of some layers with all of the next."""
    return sum(one * other for one, other in pairwise(layers))


def _joins(layers: tuple[int, ...], most: int) -> Reason:
    count = _joined(layers)
    return None if count <= most else f"found layers that {count} edges join, expected at most {most}"


def _hides(layers: tuple[int, ...], most: int) -> Reason:
    if len(layers) < 3:  # noqa: PLR2004 - inputs, hidden neurons, what is behind them
        return "found no hidden layer, expected three layers or more"
    return None if layers[2] <= most else f"found {layers[2]} neurons behind the hidden ones, expected at most {most}"


def _beyond(number: int, layers: tuple[int, ...]) -> Reason:
    count = _joined(layers)
    return None if number > count else f"found {number}, expected more than the {count} edges that are drawn"


COUNTS: Mapping[NeedName, Callable[..., Reason]] = {
    **CHAINS,
    **LEAVES,
    "position": _position,
    "levels": _levels,
    "runs": _runs,
    "joins": _joins,
    "hides": _hides,
    "beyond": _beyond,
    "counts_degrees": lambda sign: None if sign is None else f"found {sign}, expected degrees without their sign",
    "still_open": lambda _, played, most: None if played <= most else "found one that has been answered",
    "as_many_items": _as_many_items,
    "without": _without,
    "numbered": _numbered,
    "paired": _paired,
    "same_variable": _same_variable,
    "two": _two,
    "nonzero": _nonzero,
    "other_than": _other_than,
    "names_value": _names_value,
    "called": _called,
    "own_letter": _own_letter,
    "reaches_over": _reaches_over,
    "plain_fraction": _plain_fraction,
    "fractions": _fractions,
    "shares": _shares,
    "spread_out": _spread_out,
    "size": _size,
    "as_many_rows": _as_many_rows,
    "multiplies": _multiplies,
    "row_of": _row_of,
    "column_of": _column_of,
    "names_rows": _names_rows,
    "slides_in": _slides_in,
    "place_in": _place_in,
    "direction": _direction,
    "basis": _basis,
    "keeps_lines": _keeps_lines,
    "on_kept_lines": _on_kept_lines,
    "form_value": _form_value,
    "heads": _heads,
    "term": _term,
    "from_to": from_to,
    "at_least": _at_least,
    "shorter": _shorter,
    "of_box": _of_box,
}
