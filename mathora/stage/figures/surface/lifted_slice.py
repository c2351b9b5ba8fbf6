"""The slice of a surface that flies off it and becomes an ordinary curve, with a point on it and the tangent there.

Owns: `LiftedSlice`, `SliceTangent`, `Secant`.

Laws:
- The axes have the surface's heights, so that the slopes of both slices of a surface can be compared; a `close` slice,
  in little room, has axes from zero to its own top.
- Point and tangent stand where the surface's ball does.
- A secant goes through two points of the curve; as they come together it becomes the tangent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
from manim import RIGHT, UP, FadeIn, FadeOut, ValueTracker, VGroup, VMobject

from mathora.formula.curves.interval import Interval, nice_ticks
from mathora.stage.figures.surface.cut_surface import NAME, SAMPLES, CutSurface
from mathora.stage.invariants import Claims
from mathora.stage.layout import Region
from mathora.stage.map.marks import marker
from mathora.stage.motion import late, move, soon
from mathora.stage.plane.graph import Graph, Tangent, touch
from mathora.stage.scene import LessonScene
from mathora.stage.text.terms import difference_quotient
from mathora.stage.writing import Writing

TOUCHING = 1e-4  # at this share of their first distance, the points of a secant are one to the eye

LENGTH, REACH = 3.0, 1.3
"""How long a tangent is, in scene units; a secant is at least so many times as long as its points are apart."""

NUDGE = 0.25  # how far the second point of a secant is away at first, as a share of the span
NAME_GAP = 0.12  # between a leg of that step and its name, in scene units
APART = 0.16  # scene units between a name of the surface's axes and the graph's numbers


class LiftedSlice:
    """Axes in a `place` for the slice of a surface, and its curve, `share` of the way from the surface to them."""

    def __init__(self, surface: CutSurface, place: Region, write: Writing, *, close: bool = False) -> None:
        self.surface, self.place, self.write = surface, place, write
        self.share = ValueTracker(0)
        low, high = surface.box.low[2], surface.box.high[2]
        if close:
            cut = surface.cut.parts(surface.span, Interval(low, high), SAMPLES)
            ends = [float(end) for one in cut for end in (one[:, 2].min(), one[:, 2].max())] or [low, high]
            low, high = max(low, min(0.0, *ends)), max(ends)
        top = nice_ticks(Interval(low, low + 1.16 * (high - low)), 5)
        heights = Interval(low, max(high, float(top[-1])))
        region = Region(place.left + 0.3, place.bottom + 0.5, place.right - 0.75, place.top - 1.05)
        self.graph = self._axes(region, heights)
        surface.labels.update()
        labels = [*self.graph.numbers, *self.graph.names]
        pairs = [(name, one) for name in surface.axis_names for one in labels if touch(name, one, APART / 2)]
        if pairs:
            aside = max(float(name.get_right()[0] - one.get_left()[0]) for name, one in pairs) + APART
            self.graph = self._axes(replace(region, left=region.left + aside), heights)
        self.parts = surface.cut.parts(surface.span, heights.wider(0.02), SAMPLES)
        drawn = [self.graph.points_of(one[:, 1 - surface.cut.axis], one[:, 2])[:, :2] for one in self.parts]
        for number, at in zip(self.graph.numbers, self.graph.clear_places(np.concatenate(drawn)), strict=True):
            number.move_to(at)
        self.curve = VMobject(stroke_color=surface.slice_colour, stroke_width=5, fill_opacity=0)
        self.curve.add_updater(lambda curve: self._fly(curve), call_updater=True)  # noqa: PLW0108 - copies copy the figure

    def _axes(self, region: Region, heights: Interval) -> Graph:
        """The axes, with names of their own."""
        names = (self.write.symbol(self.surface.variable, NAME), self.write.symbol(self.surface.function.key, NAME))
        graph = Graph(region, self.surface.span, heights, self.write.theme, names=names)
        names[0].next_to(graph.tips[0], RIGHT, buff=0.12)
        return graph

    def _fly(self, curve: VMobject) -> None:
        """Lays the curve between the slice on the surface and its place on the axes, part by part."""
        share, free = self.share.get_value(), 1 - self.surface.cut.axis
        arc = np.array([0.0, 0.5 * np.sin(np.pi * share), 0.0])
        curve.clear_points()
        for points in self.parts:
            onto = self.graph.points_of(points[:, free], points[:, 2])
            way = self.surface.scene_points(points) * (1 - share) + onto * share + arc
            curve.append_points(VMobject().set_points_as_corners(way).points)

    def stand(self) -> None:
        """The curve stands on its axes without motion."""
        self.share.set_value(1)
        self._fly(self.curve)

    def runs_to(self, to: float, seconds: float, scene: LessonScene, tangent: SliceTangent | None) -> bool:
        """The point runs along the slice to another place; if a gap is between, it leaves, with its tangent."""
        surface, free = self.surface, 1 - self.surface.cut.axis
        low, high = sorted((float(surface.free.get_value()), to))
        if any(part[0, free] <= low and high <= part[-1, free] for part in self.parts):
            scene.play(move(surface.free, to), run_time=seconds)
            return True
        scene.play(*map(FadeOut, tangent or ()), move(surface.ball_seen, 0), run_time=0.4)
        surface.free.set_value(to)
        return False

    def point(self) -> tuple[float, float]:
        """Where the point of the slice stands, in model units."""
        free = float(self.surface.free.get_value())
        return free, self.surface.cut.height(free)


class SliceTangent(VGroup):
    """The point on a lifted slice, the tangent there, and its slope, read out above; all follow the surface's ball."""

    def __init__(self, on: LiftedSlice) -> None:
        self.on, surface, write = on, on.surface, on.write
        self.line = Tangent(on.graph, write.theme.foreground, length=LENGTH, width=3.5)
        self.line.add_updater(lambda line: line.put(*on.point(), surface.cut.slope(surface.free.get_value())))
        self.dot = marker(write.theme)
        self.dot.add_updater(lambda dot: dot.move_to(on.graph.point(*on.point())))
        for one in (self.line, self.dot):
            one.update()
        words = write.words_mobject(write.words.picture.slope, size=write.theme.sizes.body)
        slope = difference_quotient(surface.function, surface.variable, lambda: surface.at, lambda: 0.0)
        self.slope = write.reading(slope, write.theme.sizes.formula, said=words, colour=surface.slice_colour)
        self.slope.rest_at(surface.cut.slope(surface.free.get_value()))
        self.slope.move_to(on.place.at(0.56, 1) + np.array([0, -0.3, 0]))
        super().__init__(self.line, self.dot, self.slope)

    def draw(self, scene: LessonScene) -> None:
        """The tangent comes from a secant, whose slope gives way to its own; it fades in where no secant is."""
        if secant := Secant.of(self.on):
            secant.slope.rest_at(self.slope.value()).move_to(self.slope)
            scene.play(FadeIn(secant.parts), FadeIn(secant.slope), run_time=0.5)
            scene.play(move(secant.apart, secant.apart.get_value() * TOUCHING), run_time=3.0)
            scene.remove(secant.parts)
            scene.add(self.line, self.dot)
            scene.play(FadeOut(secant.slope, rate_func=soon), FadeIn(self.slope, rate_func=late), run_time=0.6)
        else:
            scene.play(FadeIn(self.line), FadeIn(self.slope), run_time=0.8)

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of it on every frame."""
        return (
            ("the tangent has the slope of the curve", self._off_slope, 1e-6),
            ("the point lies on the curve", self._off_curve, 2e-3),
        )

    def _off_slope(self) -> float:
        x, _ = self.on.graph.model_of((self.line.points[0] + self.line.points[-1]) / 2)
        return (self.line.seen_slope() - self.on.surface.cut.slope(x)) / self.on.graph.y.length

    def _off_curve(self) -> float:
        """How far above the drawn curve the drawn point stands, in scene units."""
        x, y, _ = self.dot.get_center()
        return float(y - np.interp(x, self.on.curve.points[:, 0], self.on.curve.points[:, 1]))


class Secant:
    """A line through the point of a lifted slice and a second one, `apart` of it (model units), with the step between
    them: h along, so much higher; and its `slope`, read out.
    """

    def __init__(self, on: LiftedSlice, apart: ValueTracker) -> None:
        self.on, self.apart = on, apart
        theme, cut = on.write.theme, on.surface.cut
        self.step = VMobject(stroke_color=on.surface.slice_colour, stroke_width=3, fill_opacity=0)
        self.line = Tangent(on.graph, theme.foreground, width=3.5)
        self.second = marker(theme)
        keys = ("h", rf"\Delta {on.surface.function.key}")
        self.names = VGroup(*(on.write.symbol(key, theme.sizes.label) for key in keys))
        self.parts = VGroup(self.step, self.line, self.second, self.names)
        self.parts.add_updater(lambda _: self._lay(cut.height), call_updater=True)
        surface, reach = on.surface, apart.get_value
        words = on.write.words_mobject(on.write.words.picture.secant, size=theme.sizes.body)
        measured = difference_quotient(surface.function, surface.variable, lambda: surface.at, reach)
        self.slope = on.write.reading(measured, theme.sizes.formula, said=words, colour=surface.slice_colour)

    @classmethod
    def of(cls, on: LiftedSlice) -> Secant | None:
        """With the second point on the side that has more room, where the curve has one: so far `apart`."""
        (x, _), span = on.point(), on.surface.span
        nudge = NUDGE * span.length * (1 if x + NUDGE * span.length <= span.high else -1)
        if not np.isfinite(on.surface.cut.height(x + nudge)):
            return None
        return cls(on, ValueTracker(nudge))

    def _lay(self, height: Callable[[float], float]) -> None:
        (x, y), apart = self.on.point(), self.apart.get_value()
        rise = height(x + apart) - y
        ends = [self.on.graph.point(*place) for place in ((x, y), (x + apart, y), (x + apart, y + rise))]
        self.step.set_points_as_corners(np.array(ends))
        self.second.move_to(ends[-1])
        ways = -np.sign(rise) * UP, np.sign(apart) * RIGHT
        for name, (start, end), aside in zip(self.names, pairwise(ends), ways, strict=True):
            name.next_to((start + end) / 2, aside, buff=NAME_GAP)
            name.set_fill(opacity=float(np.clip(2 * np.linalg.norm(end - start), 0, 1)))
        self.line.length = max(LENGTH, REACH * float(np.linalg.norm(ends[-1] - ends[0])))
        self.line.put(x + apart / 2, y + rise / 2, rise / apart)
