"""Linear maps of the plane as numbers: the way on which a matrix moves its points, the directions that stay.

Owns: `way`, `Direction`, `directions`, `keeps`, `false_collapse`, `angle_between`, `turned`.

Laws:
- `way(A, 0)` is the identity and `way(A, 1)` is A, exactly.
- On the way of a matrix with real eigenvalues each eigenvector of the matrix stays on its line: the way is straight,
  (1 − t) 1 + t A. One without real eigenvalues turns on the way: A^t, the matrix' own power.
- Everything is relative to the matrix' size: 10⁻⁹ A has the directions of A.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mathora.stage.arrays import Array

SAME = 1e-9  # the share of a matrix' size below which two of its numbers are one
ROOTS = 1e-6  # the share of a way within which a collapse is at one of its ends


def way(matrix: Array, share: float) -> Array:
    """The matrix (2, 2) that has moved the plane so far: `share` from 0 to 1."""
    if share in {0.0, 1.0}:
        return np.eye(2) if share == 0 else np.array(matrix, dtype=float)
    turn = _turn(matrix)
    if turn is None:
        return np.asarray((1 - share) * np.eye(2) + share * matrix)
    length, angle, quarter = turn
    return np.asarray(length**share * (np.cos(share * angle) * np.eye(2) + np.sin(share * angle) * quarter))


def _turn(matrix: Array) -> tuple[float, float, Array] | None:
    """r, θ and J with A = r (cos θ 1 + sin θ J), J² = −1, if A has no real eigenvalues or is −r 1; else None."""
    middle, spread = _spectrum(matrix)
    size = float(np.abs(matrix).max())
    if spread < -SAME * size**2:
        side = float(np.sqrt(-spread))
        return float(np.hypot(middle, side)), float(np.arctan2(side, middle)), (matrix - middle * np.eye(2)) / side
    if middle < 0 and float(np.abs(matrix - middle * np.eye(2)).max()) <= SAME * size:
        return -middle, float(np.pi), np.array([[0.0, -1.0], [1.0, 0.0]])
    return None


def _spectrum(matrix: Array) -> tuple[float, float]:
    """The numbers m and d, where the eigenvalues are m ± √d."""
    (a, b), (c, d) = matrix
    return float(a + d) / 2, float((a - d) ** 2 / 4 + b * c)


@dataclass(frozen=True, slots=True)
class Direction:
    """An eigenvalue and the unit vector (2,) of its line, to the right, or straight up."""

    value: float
    along: tuple[float, float]


def directions(matrix: Array) -> tuple[Direction, ...]:
    """The lines that stay where they are, the larger eigenvalue first: two, one, or none.

    None where nothing stays, and none where every line does (a multiple of the identity).
    """
    middle, spread = _spectrum(matrix)
    size = float(np.abs(matrix).max())
    if spread < -SAME * size**2 or float(np.abs(matrix - middle * np.eye(2)).max()) <= SAME * size:
        return ()
    root = float(np.sqrt(max(spread, 0.0)))
    values = (middle + root, middle - root) if root > np.sqrt(SAME) * size else (middle,)
    return tuple(Direction(value, _kernel(matrix - value * np.eye(2))) for value in values)


def _kernel(matrix: Array) -> tuple[float, float]:
    """The unit vector that a matrix of rank one sends to zero."""
    row = matrix[int(np.argmax(np.hypot(matrix[:, 0], matrix[:, 1])))]
    along = np.array([-row[1], row[0]]) / np.hypot(*row)
    along = along if along[0] > SAME or (abs(along[0]) <= SAME and along[1] > 0) else -along
    return float(along[0]) + 0.0, float(along[1]) + 0.0


def keeps(matrix: Array, along: Array) -> bool:
    """Whether a matrix keeps the line through the origin along a vector (2,)."""
    image = matrix @ along
    return bool(abs(along[0] * image[1] - along[1] * image[0]) <= SAME * float(np.abs(matrix).max() * (along @ along)))


def false_collapse(matrix: Array, start: Array, end: Array) -> bool:
    """Whether a straight way to `end`, the matrix less a multiple of the identity, is flat somewhere before its end,
    though it does not lead along such matrices.
    """
    if not _is_multiple(matrix - end) or _is_multiple(matrix - start):
        return False
    one, two, three = (float(np.linalg.det((1 - share) * start + share * end)) for share in (0.0, 0.5, 1.0))
    roots = np.roots([2 * (one - 2 * two + three), 4 * two - 3 * one - three, one])
    return bool(((np.abs(roots.imag) < ROOTS) & (roots.real > ROOTS) & (roots.real < 1 - ROOTS)).any())


def _is_multiple(one: Array) -> bool:
    """Whether it is a multiple of the identity."""
    return float(np.abs(one - one[0, 0] * np.eye(2)).max()) <= SAME * max(float(np.abs(one).max()), 1.0)


def angle_between(one: Array, other: Array) -> float:
    """The angle between two vectors (2,), in degrees from 0 to 180, to nine decimals; 0 if one has no length."""
    return round(float(np.degrees(np.arctan2(abs(one[0] * other[1] - one[1] * other[0]), one @ other))), 9)


def turned(angle: float) -> Array:
    """The unit vector (2,) at an angle in radians."""
    return np.array([np.cos(angle), np.sin(angle)])
