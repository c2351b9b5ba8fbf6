"""A close look at one point of a map: level sets become parallel lines, and the shortest way to the next is across.

Owns: `CloseUp`, and the names of what it claims.

Laws:
- The close look is a map of its own, with equal units and level sets at even heights; it grows out of the square of
  the map that it shows.
- Every way leads from the point to the next higher level set; the one that is marked leaves at a right angle.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from manim import Create, FadeIn, FadeOut, LaggedStart, Mobject, Rectangle, VGroup, VMobject

from mathora.formula.curves.interval import Interval, round_step
from mathora.stage.arrays import Array
from mathora.stage.layout import Region
from mathora.stage.map.contour_plot import ContourPlot, height_colours
from mathora.stage.map.marks import in_the_way, marker, name_beyond, right_angle, value_labels
from mathora.stage.map.zoom import place_in, texts_off
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.plane.graph import dashed
from mathora.stage.scene import LessonScene
from mathora.stage.space.contours import slant
from mathora.stage.text.terms import gradient, times

SHARE = 0.02  # how much of the map's side is seen from near
LINES = 2.5  # about so many level sets lie between the point and the edge
TURNS = (16.0, 31.0, 46.0)  # the other ways to the next level set, to both sides, in degrees from the shortest
INNER = 0.43  # values stand so near to the point, as a share of the map's side, where their lines come so near

AWAY, NUDGE = 16, 0.05
"""The gradient's name goes so many times so far on, in scene units, until it is off the next line."""

NEXT = "every way ends on the next level set"
ACROSS = "the shortest way leaves its level set at a right angle"
EVEN = "equal units on both axes of the close look"


class _FromNear(ContourPlot):
    """A map whose axes are its edges, also where 0 lies between them: the point stands in its middle."""

    tells_crossing = False

    @property
    def origin(self) -> tuple[float, float]:
        return self.x.low, self.y.low


class CloseUp:
    """What is near `at`, a model point (2,) of `board`, drawn in a region. The scene is what plays."""

    def __init__(self, scene: LessonScene, board: ContourPlot, at: Array, place: Region, colour: str) -> None:
        self.scene, self.board, self.at, self.theme = scene, board, at, scene.theme
        half = SHARE * board.span.length / 2
        slope = board.gradient_at(at)
        level, self.step = board_value(board, at), float(round_step(float(np.linalg.norm(slope)) * half / LINES))
        heights = [level + count * self.step for count in range(-5, 6)]
        across, up = (Interval(float(one) - half, float(one) + half) for one in at)
        names = tuple(scene.symbol(key, scene.theme.sizes.label) for key in board.function.variables)
        settings: dict[str, Any] = {"heights": heights, "names": names, "width": 4.0, "up": up}
        self.plot = plot = _FromNear(board.function, place, across, scene.theme, **settings)
        self.level, self.upper = level, heights[6]
        self.border = Rectangle(width=plot.frame.width, height=plot.frame.height, stroke_width=2.5)
        self.border.set_stroke(self.theme.foreground).set_fill(self.theme.background, 1).move_to(plot.frame)
        self.dot = marker(self.theme, 0.11).move_to(plot.point(*at))
        self.values = self._values(heights)
        pairs = [[self._way(sign * float(turn)) for sign in (-1, 1)] for turn in np.radians(TURNS)]
        both = [way for pair in pairs if all(map(self._stays, pair)) for way in pair]
        self.ways = VGroup(*(both or [way for pair in pairs for way in pair if self._stays(way)]))
        self.arrow = ArrowMobject(plot.point(*at), self._end(0.0), colour, 0.085)
        self.ring = plot.rings[level]
        self.tangent, self.mark = right_angle(self.arrow, self.ring, self.theme.foreground)
        part = float(np.linalg.norm(self.arrow.vector) / plot.units()[0] / np.linalg.norm(slope))
        name = scene.label(times(float(f"{part:.1g}"), gradient(board.function)))
        self.name = name_beyond(name, self.arrow.tail, self.arrow.tip, scene.theme)
        for _ in range(AWAY):  # off the line at which the arrow ends
            if in_the_way({0: self.name}, [plot.rings[self.upper]]):
                self.name.shift(NUDGE * self.arrow.vector / np.linalg.norm(self.arrow.vector))
        self.hidden: list[Mobject] = []

    def _end(self, turn: float) -> Array:
        """Where the next level set is met, at an angle from the gradient; a scene point."""
        slope = self.board.gradient_at(self.at)
        angle = float(np.arctan2(slope[1], slope[0])) + turn
        way = np.array([np.cos(angle), np.sin(angle)])
        low, high = 0.0, 4.0 * self.step / max(float(slope @ way), 1e-12)
        for _ in range(60):
            middle = (low + high) / 2
            below = board_value(self.board, self.at + middle * way) < self.upper
            low, high = (middle, high) if below else (low, middle)
        return self.plot.point(*(self.at + high * way))

    def _way(self, turn: float) -> VMobject:
        return dashed(self.plot.point(*self.at), self._end(turn), self.theme.muted, 3.5)

    def _stays(self, way: VMobject) -> bool:
        """Whether a way ends on the map, and runs through no value."""
        middle, size = self.plot.frame.get_center(), np.array([self.plot.frame.width, self.plot.frame.height])
        inside = bool((np.abs(way.points[-1] - middle)[:2] < size / 2).all())
        return inside and not in_the_way(dict(enumerate(self.values)), [way])

    def _values(self, heights: list[float]) -> VGroup:
        """The heights of the line of the point and of those next to it, each on its line."""
        slope = self.board.gradient_at(self.at)
        along = np.array([slope[1], -slope[0]]) / max(float(np.linalg.norm(slope)), 1e-12)
        labels = value_labels(height_colours(self.theme, heights), self.theme)
        reach, placed = 0.4 * self.plot.x.length, VGroup()
        for height in heights[4:7]:
            points = np.concatenate([np.zeros((0, 2)), *self.plot.branches[height]])
            inner = points[(np.abs(points - self.at) < INNER * self.plot.x.length).all(axis=1)]
            if not len(points := inner if len(inner) else points):
                continue
            place = points[np.abs((points - self.at) @ along - reach).argmin()]
            placed.add(labels[height].move_to(self.plot.point(*place)))
        return placed

    # ── motion ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def comes(self, standing: list[Mobject]) -> None:
        """A square on the map grows about the point until it fills the place; what stood is hidden under it."""
        scene, plot = self.scene, self.plot
        factor, shift = place_in(plot, self.board)
        middle, texts = plot.frame.get_center(), texts_off(plot)
        near = VGroup(self.border, plot).scale(factor, about_point=middle).shift(shift)
        place = self.dot.get_center()
        self.dot.move_to(self.board.point(*self.at))
        scene.play(Create(self.border), FadeIn(self.dot), run_time=0.7)
        self.hidden = standing
        scene.add(near, self.dot)  # the point stays in sight above what grows
        growing = near.animate.shift(-shift).scale(1 / factor, about_point=middle)
        scene.play(growing, self.dot.animate.move_to(place), *map(FadeOut, standing), run_time=1.8)
        plot.add(*texts)
        scene.play(FadeIn(texts), FadeIn(self.values), run_time=0.5)
        scene.invariant(EVEN, plot.unevenness, 1e-6)

    def compares(self) -> None:
        """Ways to the next line fan out; the shortest is an arrow, at a right angle."""
        scene = self.scene
        if len(self.ways):
            scene.play(LaggedStart(*map(Create, self.ways), lag_ratio=0.35), run_time=2.2)
        scene.invariant(NEXT, self.off_line, 1e-2)
        scene.play(grow(self.arrow), run_time=0.9)
        scene.bring_to_front(self.dot)
        shown = (Create(self.tangent), Create(self.mark), FadeIn(self.name))
        scene.play(*shown, self.ways.animate.set_stroke(opacity=0.6), run_time=0.7)
        scene.bring_to_front(self.dot)
        scene.invariant(ACROSS, lambda: slant(self.arrow.vector, self.ring, self.arrow.tail), 2e-3)

    def leaves(self) -> None:
        """The close look fades, and the map stands again as it was."""
        for name in (EVEN, NEXT, ACROSS):
            self.scene.invariants.release(name)
        marks = [self.arrow, self.tangent, self.mark, self.name]
        near = [self.plot, self.border, self.dot, self.ways, *marks, self.values]
        self.scene.play(*map(FadeOut, near), *map(FadeIn, self.hidden), run_time=0.9)

    # ── claims ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def off_line(self) -> float:
        """By how much of a step a drawn way misses the next level set; the largest."""
        ends = [self.plot.model_of(way.points[-1]) for way in self.ways]
        missed = [board_value(self.board, np.array(end)) - self.upper for end in ends]
        return max(map(abs, missed), default=0.0) / self.step


def board_value(board: ContourPlot, at: Array) -> float:
    """The function's value at a model point (2,) of its map."""
    return float(board.function.value(*(np.array(float(one)) for one in at)))
