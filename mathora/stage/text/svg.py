"""The little of SVG that typesetters write: paths and maps → outlines of cubic Bézier curves.

Owns: `outline_of`, `composed`, `mapped`, `bar` and `rectangle`.

Law: an outline has shape (4 n, 2): n curves of four points each, as `VMobject.points`, in the file's own units, y down.

Typst and dvisvgm write small, regular files (groups with a matrix or a translation, uses of symbols, paths);
`svgelements`, which reads all of SVG, took 40 times as long on the lesson's formulas.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path.parser import parse_path
from numpy.typing import NDArray

Outline = NDArray[np.float64]


HREF = "{http://www.w3.org/1999/xlink}href"
SVG = "{http://www.w3.org/2000/svg}"

UNMOVED = np.array([[1.0, 0, 0], [0, 1, 0]])  # the (2, 3) map that moves nothing

_NUMBERS = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


def composed(matrix: Outline, transform: str) -> Outline:
    """The map of an element inside one with `matrix`; raises `ValueError` for a transform that no typesetter writes."""
    if not transform:
        return matrix
    kind, _, arguments = transform.partition("(")
    numbers = [float(number) for number in _NUMBERS.findall(arguments)]
    if kind == "matrix":
        a, b, c, d, e, f = numbers
    elif kind == "translate":
        a, b, c, d, e, f = 1.0, 0.0, 0.0, 1.0, numbers[0], (numbers[1] if len(numbers) > 1 else 0.0)
    elif kind == "scale":
        a, b, c, d, e, f = numbers[0], 0.0, 0.0, numbers[-1], 0.0, 0.0
    else:
        raise ValueError(f"a transform that is not known here: {transform}")
    full = np.array([[a, c, e], [b, d, f], [0, 0, 1]])
    product: Outline = matrix @ full
    return product


def mapped(matrix: Outline, outline: Outline) -> Outline:
    """Maps an outline of shape (4 n, 2) to (4 n, 3)."""
    flat = outline @ matrix[:, :2].T + matrix[:, 2]
    return np.column_stack([flat, np.zeros(len(flat))])


def bar(outline: Outline, width: float) -> Outline:
    """A stroked straight line (a fraction's or a root's bar) as a filled rectangle, which scales with the glyphs."""
    start, end = outline[0], outline[-1]
    along = (end - start) / np.linalg.norm(end - start)
    side = np.array([-along[1], along[0]]) * width / 2
    return _polygon(np.array([start + side, end + side, end - side, start - side]))


def _polygon(corners: Outline) -> Outline:
    return np.concatenate([_line(a, b) for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True)])


def _line(start: Outline, end: Outline) -> Outline:
    return start + np.array([[0.0], [1 / 3], [2 / 3], [1.0]]) * (end - start)


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """A filled rectangle from its upper left corner on."""
    return _polygon(np.array([[x, y], [x + width, y], [x + width, y + height], [x, y + height]]))


@cache
def outline_of(d: str) -> Outline:
    """An SVG path as cubic Bézier curves; subpaths are closed when the path says so."""
    pen = RecordingPen()
    parse_path(d, pen)
    curves: list[Outline] = []
    at = np.zeros(2)
    for kind, named in pen.value:
        points = [np.array(point) for point in named]
        match kind, points:
            case "lineTo", [end]:
                curves.append(_line(at, end))
            case "curveTo", [first, second, end]:
                curves.append(np.array([at, first, second, end]))
            case "qCurveTo", [handle, end]:
                curves.append(np.array([at, at + (handle - at) * 2 / 3, end + (handle - end) * 2 / 3, end]))
        at = points[-1] if points else at
    return np.concatenate(curves) if curves else np.zeros((0, 2))
