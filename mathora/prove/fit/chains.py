"""Needs of Markov chains: what their matrix, their shares and the vectors that split these have to be.

Owns: `CHAINS`, a function for each of these needs; it gives the reason why the need is not met, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

import numpy as np

from mathora.formula import ModelMatrix
from mathora.lesson import NeedName
from mathora.prove.fit.values import shown

SAME = 1e-9
LONG = 2**16  # after so many steps a chain that comes to rest has done so

Reason = str | None


def _chances(matrix: ModelMatrix, by: str | None = "columns") -> Reason:
    """Each row (column) has no number below zero, and all of its numbers are 1 together."""
    rows, columns = list(matrix.numbers), list(zip(*matrix.numbers, strict=True))
    upright = by == "columns"
    line, lines, others = ("column", columns, rows) if upright else ("row", rows, columns)
    for place, one in enumerate(lines, 1):
        if min(one) < 0 or abs(sum(one) - 1) > SAME:
            found = f"{line} {place} with {', '.join(map(shown, one))}, which add up to {shown(sum(one))}"
            other = "rows" if upright else "columns"
            fits = len(rows) == len(columns) and all(min(one) >= 0 and abs(sum(one) - 1) <= SAME for one in others)
            said = f"(the {other} have them: write 'by: {other}')" if fits else "1 together, none below zero"
            return f"found {found}, expected chances{' ' if fits else ': '}{said}"
    return None


def _settles_down(matrix: ModelMatrix, by: str | None = None, at: ModelMatrix | None = None) -> Reason:
    """From these shares on, a chain comes to shares that stay; from the first state, if none are given."""
    moves = np.array(matrix.numbers, dtype=float)
    moves = moves.T if by == "columns" else moves
    shares = np.eye(len(moves))[0] if at is None else np.array(at.numbers, dtype=float)[:, 0]
    if len(set(moves.shape)) > 1 or len(shares) != len(moves) or _chances(matrix, by or "rows"):
        return None  # told elsewhere
    after = shares @ np.linalg.matrix_power(moves, LONG)
    if np.abs(after @ moves - after).max() <= SAME:
        return None
    return f"found a chain that after {LONG} steps still changes from step to step"


def _settles_all(matrix: ModelMatrix, by: str | None = None) -> Reason:
    """From each state on."""
    count = len(matrix.entries)
    states = (tuple((Fraction(place == at),) for place in range(count)) for at in range(count))
    told = (_settles_down(matrix, by, ModelMatrix(matrix.tree, one)) for one in states)
    return next(filter(None, told), None)


def _square(matrix: ModelMatrix, size: int) -> Reason:
    rows, columns = matrix.shape
    return None if rows == columns == size else f"found {rows} by {columns}, expected {size} by {size}"


def _splits(along: Sequence[ModelMatrix], rest: ModelMatrix, matrix: ModelMatrix, by: str | None = None) -> Reason:
    """The chain does not change `rest`, and only stretches each of two vectors; both lead to other shares, two ways."""
    moves = np.array(matrix.numbers, dtype=float)
    moves = moves if by == "columns" else moves.T
    first, *others = (np.ravel(one.numbers).astype(float) for one in (rest, *along))
    if any(len(one) != len(moves) for one in (first, *others)) or matrix.shape[0] != matrix.shape[1]:
        return f"found vectors that do not fit a matrix of {len(moves)}"
    if abs(first.sum() - 1) > SAME or np.abs(moves @ first - first).max() > SAME:
        return f"found {_listed(first)} as the shares that stay; after a step they are {_listed(moves @ first)}"
    for one in others:
        if np.linalg.matrix_rank(np.array([one, moves @ one]), tol=SAME) > 1:
            return f"found {_listed(one)}, which leaves its line: it goes to {_listed(moves @ one)}"
        if abs(one.sum()) > SAME:
            return f"found {_listed(one)}, expected numbers that add up to 0: nothing is lost between shares"
    if np.linalg.matrix_rank(np.array(others), tol=SAME) < len(others):
        return f"found {_listed(others[0])} and {_listed(others[-1])} on one line, expected two lines"
    return None


def _shifts(along: Sequence[ModelMatrix], matrix: ModelMatrix) -> Reason:
    """Each says how much of one whole goes from where to where."""
    for one in (np.ravel(one.numbers).astype(float) for one in along):
        if len(one) != len(matrix.entries):
            return f"found {_listed(one)} beside a matrix of {len(matrix.entries)}"
        if abs(one.sum()) > SAME or not 0 < np.abs(one).sum() <= 2 + SAME:
            return f"found {_listed(one)}, expected numbers that add up to 0, of which those above zero are at most 1"
    return None


def _listed(numbers: np.ndarray) -> str:
    return f"({', '.join(map(shown, numbers))})"


def _ways(matrix: ModelMatrix, few: int, most: int) -> Reason:
    """Of more than so many states, few chances above zero lead from one to another: each has its number on an arrow."""
    moves = np.array(matrix.numbers, dtype=float)
    found = np.count_nonzero(moves) - np.count_nonzero(np.diagonal(moves))
    if len(moves) <= few or found <= most:
        return None
    return f"found {found} arrows between {len(moves)} states, expected at most {most} between more than {few}"


CHAINS: Mapping[NeedName, Callable[..., Reason]] = {
    "chances": _chances,
    "settles_down": _settles_down,
    "settles_all": _settles_all,
    "square": _square,
    "splits": _splits,
    "shifts": _shifts,
    "ways": _ways,
}
