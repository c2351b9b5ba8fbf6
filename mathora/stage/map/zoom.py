"""A map that follows what it shows: the span that holds points, how a map lies in a wider one, steps on it.

Owns: `span_around`, `round_share`, `place_in`, `texts_off`, `Hop`, `turned`, `half_turn`.

Law: a map placed in another one shows each point just where the other does, so that one may take the other's place.
"""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
from manim import Circle, VGroup, VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.plane.graph import Graph

ROUND = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)
MARGIN = 1.04


def span_around(span: Interval, points: Array) -> Interval:
    """The span (both ways) of the smallest square about the middle of `span` that holds it and the points (n, 2).

    If it has to grow, to a round half length, with a little room at its edge.
    """
    reach = float(np.abs(np.asarray(points) - span.middle).max(initial=0.0))
    if reach <= span.length / 2:
        return span
    power = 10.0 ** math.floor(math.log10(reach * MARGIN))
    half = next(factor * power for factor in ROUND if factor * power >= reach * MARGIN)
    return Interval(span.middle - half, span.middle + half)


def round_share(most: float) -> float:
    """The largest round number up to `most`, a positive number."""
    power = Decimal(10) ** math.floor(math.log10(most))
    return max(found for one in ROUND if (found := float(Decimal(str(one)) * power)) <= most)


def place_in(board: Graph, other: Graph) -> tuple[float, Array]:
    """How a map must be scaled about its frame's middle, and then moved (3,), to show each point where `other` does."""
    middle = board.frame.get_center()
    return other.units()[0] / board.units()[0], other.point(*board.model_of(middle)) - middle


def texts_off(board: Graph) -> VGroup:
    """A map's names and numbers, taken off it."""
    texts = VGroup(board.names, board.numbers)
    board.remove(*texts)
    return texts


class Hop(VGroup):
    """One step on a map: a leg from `start` to `end` (model points (2,)), and the dot that it leaves where it began."""

    def __init__(self, start: Array, colour: str) -> None:
        self.start = self.end = start
        self.leg = VMobject(stroke_color=colour, stroke_width=4, fill_opacity=0)
        self.foot = Circle(radius=0.06, fill_color=colour, fill_opacity=1, stroke_width=0)
        super().__init__(self.leg, self.foot)

    def lie_on(self, board: Graph) -> None:
        """Moves to where the map shows it."""
        self.leg.set_points_as_corners(np.array([board.point(*self.start), board.point(*self.end)]))
        self.foot.move_to(board.point(*self.start))


def turned(way: Array, angle: float) -> Array:
    """A vector (2,) turned by an angle in radians."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([cos * way[0] - sin * way[1], sin * way[0] + cos * way[1]])


def half_turn(board: Graph, here: Array, way: Array) -> float:
    """Half a turn, in radians, in the sense that swings a `way` (2,) from `here` (2,) through the map's middle."""
    inward = np.array([board.x.middle, board.y.middle]) - here
    return float(np.pi if way[0] * inward[1] - way[1] * inward[0] >= 0 else -np.pi)
