"""A map with one point on it: the level set through the point, the gradient there, and the way straight downhill.

Owns: `GradientMap`. Its arrows are to one scale, which stands under the map: a round share of the map's own units at
which the gradient and its opposite both stay on it.
"""

from __future__ import annotations

import numpy as np
from manim import Dot, FadeIn, FadeOut, VGroup

from mathora.formula.curves.interval import Interval
from mathora.stage.layout import Region
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.map.marks import scale_key
from mathora.stage.map.zoom import round_share
from mathora.stage.parameters import Function, Point
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.scene import LessonScene
from mathora.stage.space.contours import slant
from mathora.stage.text.terms import gradient, times

KEY = 0.1  # the share of the region's height under the map, where the scale of its arrows stands


class GradientMap:
    """The map of a function of two variables, over `span` both ways, about a point `at`, in a region."""

    def __init__(self, scene: LessonScene, function: Function, span: Interval, at: Point, region: Region) -> None:
        self.scene, self.function, self.at = scene, function, at
        names = tuple(scene.symbol(key) for key in function.variables)
        place, below = region.split_rows(1 - KEY, KEY)
        self.plot = ContourPlot(function, place, span, scene.theme, names=names)
        height = float(function.value(*(np.array(at[key]) for key in function.variables)))
        self.ring = self.plot.ring(height, scene.theme.muted)
        self.plot.curves.add(self.ring)
        self.colour = scene.colour_of(gradient(function))
        unit, room = float(self.plot.units()[0]), 0.95 * min(self.plot.room(at), self.plot.room(at, -1))
        share = min(1.0, round_share(room / unit))
        self.scale = share * unit
        product = times(share, gradient(function)) if share != 1 else gradient(function)
        self.key = scale_key(scene.label(product, scene.theme.sizes.label), self.colour, below, [self.plot.numbers])
        self.standing = VGroup()

    def show(self) -> None:
        """The map, then the point, then the arrow across its level set."""
        scene = self.scene
        scene.play(FadeIn(self.plot), run_time=1.0)
        dot = Dot(self.plot.place(self.at), radius=0.08, color=scene.theme.foreground)
        scene.play(FadeIn(dot, scale=2), run_time=0.4)
        arrow = self.plot.gradient_arrow(self.at, self.colour, self.scale)
        scene.play(grow(arrow), FadeIn(self.key), run_time=1.2)
        self.standing = VGroup(self.plot, dot, arrow, self.key)
        scene.invariant(
            "the gradient arrow is perpendicular to its level set on screen",
            lambda: slant(arrow.vector, self.ring, arrow.tail),
            0.01,
        )

    def leave(self) -> None:
        """All of it fades out."""
        self.scene.play(FadeOut(self.standing), run_time=0.5)

    def downhill(self) -> None:
        """The components first, each along its axis, then their sum: minus the gradient."""
        scene, tail, slopes = self.scene, self.plot.place(self.at), self.scale * self.plot.gradient(self.at)
        parts = VGroup()
        for index, key in enumerate(self.function.variables):
            parts.add(ArrowMobject(tail, tail - slopes * np.eye(3)[index], scene.colour_of(key), 0.06))
        for part in parts:
            scene.play(grow(part), run_time=0.8)
        opposite = ArrowMobject(tail, tail - slopes, self.colour, 0.08, hollow=True)
        scene.play(grow(opposite), run_time=1.0)
        self.standing.add(*parts, opposite)
        scene.invariant(
            "the downhill arrow is opposite to the gradient", lambda: _across(opposite.vector, slopes), 1e-6
        )


def _across(one: np.ndarray, other: np.ndarray) -> float:
    """The sine of the angle between two vectors of the plane."""
    return float(np.cross(one, other)[2] / (np.linalg.norm(one) * np.linalg.norm(other)))
