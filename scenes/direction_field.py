"""A field of directions: of a differential equation's slopes, or of two functions; curves that follow it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

import numpy as np
from manim import Create, FadeIn, FadeOut, ValueTracker, VGroup, VMobject, linear

from mathora.stage import Count, Function, Interval, LessonScene, Number, Point, StepView, action, brings, move
from mathora.stage.figures.curve.field import FieldMarks, PlaneField, drifted, euler_steps, followed, off_field
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.map.marks import marker

ALONG = "each mark points along the field"
FOLLOWS = "the curve runs along the field"
STEPS = "each step goes along the field where it begins"
COLOURS = ("yellow", "pink", "green", "orange", "purple", "blue")
"""Of one curve after the other, but for that of the marks."""

BEND = 0.03  # how far a piece of a drawn curve may turn from the field (the sine)
DOTS = 0.9  # how far apart dots are that drift, in scene units


class DirectionField(LessonScene):
    """A field of directions: slopes of a differential equation, or two components; curves, drift, Euler's steps."""

    up: Function
    across: Function | None = None
    span: Interval = Interval(-2, 2)
    heights: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("up, across", "variables(2)", "the field has a direction at each place of the plane"),
        ("across", "same_variables(up)", "both are components of one field"),
        ("up", "flows(span, heights, across)", "marks show which way it goes"),
        ("follow.at, euler.at", "coordinates(up), framed(up, span, heights), value(up)", "it starts there"),
        ("euler.size", "positive(), onward(up, at, across, span, heights)", "a step goes onward"),
    )
    limits: ClassVar = (("euler.count", 1, 60, "each step is drawn"),)
    movable = ("field", {"up": "up", "across": "across", "span": "span", "heights": "heights"})

    def begin(self) -> None:
        """Axes and marks; nothing is seen yet."""
        names = tuple(self.symbol(key) for key in self.up.variables)
        self.plot = Plot(self.layout.figure, self.span, self.heights, self.theme, names, equal=self.across is not None)
        self.plane_field = PlaneField(self.across, self.up)
        colour = self.colour_of(self.up.key, "blue")
        self.colours = [hue for hue in map(self.theme.palette.__getitem__, COLOURS) if hue != colour]
        self.marks = FieldMarks(self.plot, self.plane_field, (self.theme.muted, colour))
        self.curves, self.dots_left = list[VMobject](), list[VMobject]()
        self.sides = (1, -1) if self.across is None else (1,)
        self.told = 0
        self.dots, self.drifted = VGroup(), ValueTracker(0)
        self.add(self.plot.picture, self.marks.picture, self.plot.numbers)
        self.invariant(ALONG, self.marks.astray, 1e-6)

    def _next_colour(self) -> str:
        """Of the curve that comes; dots that drifted leave."""
        if len(self.dots):
            self.play(FadeOut(self.dots), run_time=0.4)
            self.dots = VGroup()
        self.told += 1
        return self.colours[(self.told - 1) % len(self.colours)]

    def go_home(self) -> None:
        """The field goes to where there is room for formulas beside it, and all that stands on it."""
        if moved := self.plot.state.moved:
            home = VGroup(*self.curves, *self.dots_left, self.dots).animate.shift([-moved, 0, 0])
            self.play(*self.plot.to(moved=0), home, run_time=0.8)

    def _make_way(self, *points: np.ndarray) -> None:
        """Numbers of the axes go to where no line through these model points (n, 2) will cross them."""
        self.plot.lines += [partial(np.asarray, one) for one in points]
        self.plot.clear_numbers(self.play)

    @brings("field")
    def _stand_field(self) -> None:
        self.plot.stand(axes=1, numbers=1)
        self.marks.stand(share=1)

    @action("Axes appear, and all over the plane short marks: at each place the way that the field goes there.")
    def field(self, step: StepView) -> None:
        """From left to right."""
        if not step.shown and not self.plot.state.axes:
            self.plot.stand(moved=self.layout.to_middle)
        self.play(*self.plot.to(axes=1, numbers=1), run_time=0.8)
        self.play(*self.marks.to(2.0, linear, share=1))

    @action("From {at} a point runs along the field, and leaves a curve that follows the marks everywhere.")
    def follow(self, step: StepView, at: Point) -> None:
        """Onward, and of a differential equation's solution also what lies before."""
        self.need("field")
        start = np.array([at[key] for key in self.up.variables])
        dot = marker(self.theme, 0.11).move_to(self.plot.point(*start))
        self.play(FadeIn(dot, scale=2), run_time=0.5)
        colour = self._next_colour()
        ways = {side: followed(self.plane_field, self.plot, start, side) for side in self.sides}
        self._make_way(*ways.values())
        for side, points in ways.items():
            if len(points) > 2:
                self._run(dot, points, colour, stays=side < 0)
        self.bring_to_front(dot)
        self.dots_left.append(dot)

    def _run(self, dot: VMobject, points: np.ndarray, colour: str, *, stays: bool) -> None:
        """The curve grows; a runner goes at its end."""
        line = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
        whole = self.plot.graph.points_of(*points.T)
        grown = ValueTracker(0)

        def follow(one: VMobject) -> None:
            count = max(3, round(grown.get_value() * len(whole)))
            one.set_points_as_corners(whole[:count])

        line.add_updater(follow, call_updater=True)
        self.add(line)
        self.bring_to_front(self.plot.numbers, dot)
        runner = dot.copy()
        if not stays:
            runner.add_updater(lambda one: one.move_to(line.points[-1]))
            self.add(runner)
        length = float(np.linalg.norm(np.diff(whole, axis=0), axis=1).sum())
        self.play(move(grown, 1), run_time=min(6.0, 1.0 + 0.45 * length), rate_func=linear)
        line.clear_updaters()
        if not stays:
            self.play(FadeOut(runner.clear_updaters()), run_time=0.3)
        self.curves.append(line)
        self.invariant(f"{FOLLOWS} ({len(self.curves)})", lambda: off_field(self.plane_field, self.plot, line), BEND)

    @action("Dots, spread over the plane, drift along with the field for a while, faster where it is stronger.")
    def drift(self, step: StepView) -> None:
        """All dots go at once, each at the field's own speed."""
        self.need("field")
        if len(self.dots):
            self.play(FadeOut(self.dots), run_time=0.4)
        place, x, y = self.plot.graph.frame, self.plot.state.x, self.plot.state.y
        counts = [max(3, round(side / DOTS)) for side in (place.width, place.height)]
        sides = (one.low + one.length * (np.arange(n) + 0.5) / n for one, n in zip((x, y), counts, strict=True))
        starts = np.column_stack([one.ravel() for one in np.meshgrid(*sides, indexing="ij")])
        where = drifted(self.plane_field, self.plot, starts)
        self.dots = VGroup(*(marker(self.theme, 0.07) for _ in starts))
        self.drifted.set_value(0)

        def follow(group: VGroup) -> None:
            for dot, point in zip(group, where(self.drifted.get_value()), strict=True):
                here = bool(np.isfinite(point).all()) and self.plot.shows(*point)
                dot.set_opacity(float(here))
                if here:
                    dot.move_to(self.plot.point(*point))

        self.dots.add_updater(follow, call_updater=True)
        self.play(FadeIn(self.dots), run_time=0.5)
        self.play(move(self.drifted, 1), run_time=5.0)
        self.dots.clear_updaters()

    @action("{count} straight steps from {at}, each along the field where it begins: Euler's method, {size} a step.")
    def euler(self, step: StepView, at: Point, size: Number, count: Count = 5) -> None:
        """Corner after corner, as far as the window goes."""
        self.need("field")
        start = np.array([at[key] for key in self.up.variables])
        corners = euler_steps(self.plane_field, start, size, count)
        outside = [index for index, corner in enumerate(corners) if not self.plot.shows(*corner)]
        corners = corners[: outside[0]] if outside else corners
        self._make_way(_dense(corners))
        places = self.plot.graph.points_of(*corners.T)
        colour = self._next_colour()
        dots = VGroup(*(marker(self.theme, 0.08).set_fill(colour).move_to(place) for place in places))
        self.play(FadeIn(dots[0], scale=2), run_time=0.4)
        legs, pause = VGroup(), min(0.7, 6.0 / len(corners))
        self.add(legs)
        for index in range(len(places) - 1):
            leg = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
            leg.set_points_as_corners(places[index : index + 2])
            self.play(Create(leg), FadeIn(dots[index + 1]), run_time=pause)
            legs.add(leg)
            self.bring_to_front(dots[: index + 2])
        self.curves.append(legs)
        self.dots_left.append(dots)
        self.invariant(f"{STEPS} ({len(self.curves)})", lambda: self._astray(legs, size), 1e-6)

    def _astray(self, legs: VGroup, size: float) -> float:
        """How far a drawn step ends from where it should, as a share of the window."""
        ends = np.array([[self.plot.graph.model_of(end) for end in (leg.points[0], leg.points[-1])] for leg in legs])
        missed = ends[:, 1] - ends[:, 0] - size * self.plane_field.at(ends[:, 0])
        return float(np.abs(missed / [self.span.length, self.heights.length]).max())


def _dense(corners: np.ndarray) -> np.ndarray:
    """Points (n, 2) all along the straight lines between corners."""
    along = np.linspace(0, len(corners) - 1, 40 * len(corners))
    return np.column_stack([np.interp(along, np.arange(len(corners)), one) for one in corners.T])
