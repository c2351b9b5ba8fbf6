"""What a surface stands in: the floor with its rules, and three axes along the edges of its box.

Owns: `axes`, `floor_rules`, `floor_outline`, `drop_lines`, `axis_point`. All are model points.

The axes stand where a viewer between azimuth −90° and 0° has them in front: the first variable's along the floor's edge
at the second's least value, the second's along the edge at the first's greatest value, heights on the left.
"""

from __future__ import annotations

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.space.projection import ModelBox
from mathora.stage.space.view import Rgb, SpaceCurve

OVERSHOOT = 0.12
TICK = 0.025
HEIGHT = 2
SAMPLES = 24


def axis_point(box: ModelBox, axis: int, value: float, away: float = 0.0) -> Array:
    """The model point (3,) on an axis at `value`; `away` moves it outwards by a share of the floor's edge."""
    (x0, y0, z0), (x1, y1, _) = box.low, box.high
    aside_x, aside_y = away * (x1 - x0), away * (y1 - y0)
    if axis == 0:
        return np.array([value, y0 - aside_y, z0])
    if axis == 1:
        return np.array([x1 + aside_x, value, z0])
    return np.array([x0 - aside_x, y0 - aside_y, value])


def axes(box: ModelBox, ticks: tuple[tuple[float, ...], ...], colour: Rgb, opacity: float) -> list[SpaceCurve]:
    """The three axes with their tick marks."""
    curves = []
    for axis in range(3):
        low, high = box.low[axis], box.high[axis]
        if axis == HEIGHT and len(marks := ticks[axis]) > 1 and marks[0] - low > marks[1] - marks[0]:
            low = marks[0]  # of a surface that hovers: where its map lies is no height
        end = high + OVERSHOOT * (high - low) * (0.6 if axis == HEIGHT else 1.0)
        line = np.linspace(axis_point(box, axis, low), axis_point(box, axis, end), SAMPLES)
        curves.append(SpaceCurve(line, colour, width=2.5, opacity=opacity, ghost=0.25))
        curves += [
            SpaceCurve(
                np.array([axis_point(box, axis, value), axis_point(box, axis, value, TICK)]), colour, 2.0, opacity
            )
            for value in ticks[axis]
        ]
    return curves


def drop_lines(box: ModelBox, point: Array) -> tuple[Array, Array, Array]:
    """From a point's foot on the floor to the two axes along it, and from the point down to its foot; each (2, 3)."""
    foot = np.array([point[0], point[1], box.low[2]])
    first, second = (axis_point(box, axis, float(point[axis])) for axis in range(2))
    return np.array([foot, first]), np.array([foot, second]), np.array([point, foot])


def floor_outline(box: ModelBox) -> Array:
    """The floor's corners in model coordinates, shape (4, 3), in order around it."""
    (x0, y0, z0), (x1, y1, _) = box.low, box.high
    return np.array([(x0, y0, z0), (x1, y0, z0), (x1, y1, z0), (x0, y1, z0)])


def floor_rules(box: ModelBox, ticks: tuple[tuple[float, ...], ...]) -> list[Array]:
    """Lines across the floor at the ticks, each (2, 3)."""
    (x0, y0, z0), (x1, y1, _) = box.low, box.high
    along_y = [np.array([(x, y0, z0), (x, y1, z0)]) for x in ticks[0]]
    along_x = [np.array([(x0, y, z0), (x1, y, z0)]) for y in ticks[1]]
    return along_y + along_x
