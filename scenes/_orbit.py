"""What a parametric curve is drawn with: its axes, those of its trace, its readings, and the run of its point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Literal

import numpy as np
from _held import HeldScene
from manim import FadeIn, VMobject, linear

from mathora.stage import Flag, Function, Interval, Point, Region
from mathora.stage.arrays import Array
from mathora.stage.curves import OneVariable, chosen_heights, usual_heights
from mathora.stage.figures.curve.orbit import Orbit, PlanePath, Trace
from mathora.stage.figures.curve.plot import ROOM, Plot
from mathora.stage.figures.curve.turned import arc_of
from mathora.stage.figures.elements.readings import ROWS, Readings
from mathora.stage.plane.graph import Graph, Road
from mathora.stage.plane.shapes import car
from mathora.stage.text.terms import primed, value_of

NOISE = 9  # what is left of a sine at the end of a round, beyond so many decimals, is no number to read
RUN, LEAST_RUN = 6.0, 0.4  # seconds of a run over the whole of a span, and of the shortest one
SPARE, BESIDE = 1.1, 1.22  # how much larger the window is than the path; than the road of a car, which is long


class OrbitPicture(HeldScene):
    """A point that moves in the plane by two functions of one parameter."""

    across: Function
    up: Function
    span: Interval
    held: Point | None = None
    heights: Interval | None = None
    trace_of: Function | None = None
    slopes: Flag = False
    mark: Literal["point", "car"] = "point"
    axes: Flag = True

    kept_beside = 0.28
    needs: ClassVar = (
        ("held", "holds(all functions), within(across), within(up)", "it is held there"),
        ("across, up", "one_free(held)", "both are functions of the one parameter"),
        ("across, vary.across", "along_with(up, span, held after vary)", "the path is drawn"),
        (
            "point.across, slide.across, legs.across, velocity.across, trace.across",
            "stretches(span, held after vary)",
            "a point runs along the whole of the path",
        ),
        (
            "point.up, slide.up, legs.up, velocity.up, trace.up",
            "stretches(span, held after vary)",
            "a point runs along the whole of the path",
        ),
        ("across", "leads_on(up, span, held)", "a point runs along the path"),
        ("across, up", "seen(span, held)", "a point runs along the path"),
        ("trace.trace_of", "given()", "it is traced"),
        ("trace_of", "one_free(held), along_with(up, span, held)", "it is traced over the parameter"),
        ("point.at, slide.to, trace.to, segment.first, segment.second", "inside(span)", "the path is drawn there"),
        ("vary.to", "within(across, of), within(up, of)", "what is held moves there"),
    )

    def begin(self) -> None:
        """Axes with equal units that hold the path; nothing is seen yet."""
        super().begin()
        place, beside, self.readings = self._places()
        if not self.axes and beside is None:  # what numbers and names would need is the path's
            left, below, right, above = ROOM
            low, high = (place.left - left, place.bottom - below), (place.right + right, place.top + above)
            place = Region(*low, *high)
        self.path = self._path()
        x, y = self._window(place.width - ROOM[0] - ROOM[2], place.height - ROOM[1] - ROOM[3], self.path)
        names = [self.symbol(one.key) for one in (self.across, self.up)]
        level = not self.parameters and not any(usual_heights(self.path.up, self.span))
        self.plot = Plot(place, x, y, self.theme, (names[0], names[1]), equal=True, axes=Road if level else Graph)
        palette = self.theme.palette
        spare = ((self.across, "blue"), (self.up, "orange"))
        self.hues = {one.key: self.colour_of(one.key, colour) for one, colour in spare}
        colours = (palette["teal"], self.hues[self.across.key], self.hues[self.up.key], palette["yellow"])
        key = self.path.across.variable
        arc = arc_of(self.path, self.symbol(key, self.theme.sizes.small), self.colour_of(key), self.theme.background)
        self.orbit = Orbit(self.plot, self.path, colours, arc, car(self.theme) if self.mark == "car" else None)
        self.add(self.plot.picture, self.orbit.picture, self.plot.numbers)
        self.invariant("the point stands where both functions are", self.orbit.off_path, 1e-6)
        self.invariant("the arc is the angle that the parameter says", self.orbit.off_angle, 1e-6)
        self.traced: Trace | None = None
        self.steep: Trace | None = None
        self.plots = [self.plot]
        self.furniture = {"axes": 1.0, "numbers": 1.0} if self.axes else {}
        if beside is not None:
            self._beside(beside, y)

    def _path(self, held: Callable[[], dict[str, float]] | None = None) -> PlanePath:
        return PlanePath(self.one_variable(self.across, held), self.one_variable(self.up, held), self.span)

    def _places(self) -> tuple[Region, Region | None, Readings]:
        """The orbit's axes, the trace's if there is one, the readings; beside a trace the formulas stand below."""
        more = len(tuple(self.held or ())) + (self.trace_of not in (None, self.across, self.up))
        size, rows = self.theme.sizes.formula, ROWS + more
        if self.trace_of is not None and not self.layout.upright:
            share = 0.23 + 0.03 * more  # a row for each
            above, below = self.layout.body.split_rows(1 - share, share)
            formulas, readings = below.split_columns(0.64, 0.36)
            left, right = above.split_columns(0.42, 0.58)
            self.layout = replace(self.layout, figure=above, panel=formulas.inset(0.05))
            return left, right, Readings(readings, size * 0.8, rows)
        quiet = self.opening.quiet
        place, self.layout = (self.layout.panel, self.layout) if quiet else self.layout.with_readings()
        readings, figure = Readings(place, size, rows), self.layout.figure
        left, right = (figure, None) if self.trace_of is None else figure.split_columns(0.45, 0.55)
        return left, right, readings

    def _window(
        self, width: float, height: float, *paths: PlanePath, corners: tuple[Array, ...] = ()
    ) -> tuple[Interval, Interval]:
        """What holds paths, origin, `heights` and `corners`, with room, in a place's proportions; beside poles, most of
        a path.
        """
        sides = zip(*((usual_heights(one, self.span) for one in (path.across, path.up)) for path in paths), strict=True)
        ends = [[0.0, *(end for heights in side for end in heights)] for side in sides]
        ends[1] += self.heights or ()
        for axis, held in enumerate(ends):
            held += [float(one[axis]) for one in corners]
        low, high = (np.array([*map(end, ends)]) for end in (min, max))
        middle, half = (low + high) / 2, np.maximum((high - low) / 2, 1e-9) * SPARE
        ratio = width / height
        half[0] *= 1.0 if self.mark == "point" else BESIDE / SPARE
        half = np.array([max(half[0], half[1] * ratio), max(half[1], half[0] / ratio)])
        return tuple(Interval(middle[k] - half[k], middle[k] + half[k]) for k in (0, 1))

    def _beside(self, place: Region, y: Interval) -> None:
        """The axes of the trace, over those of its slopes; or as high as the orbit's, with the same numbers up if it
        traces the coordinate up.
        """
        own = {one.key: one for one in (self.path.across, self.path.up)}
        variable, key = self.path.across.variable, self.trace_of.key
        traced = own.get(key) or OneVariable(self.trace_of, variable, self.held_now)
        frame, (above, below) = self.plot.graph.frame, place.split_rows(1, 1)
        if not self.slopes:
            above = Region(place.left, frame.get_bottom()[1] - ROOM[1], place.right, frame.get_top()[1] + ROOM[3])
        self.hues.setdefault(key, self.colour_of(key, "pink"))
        heights = self._trace_heights(traced, self.plot.state.x, y)
        level = key == self.up.key and not self.slopes
        self.side, self.traced = self._trace(above, traced, self.symbol(key), heights, self.hues[key], level=level)
        self.invariant("the traced point is as high as its coordinate", self.traced.off_trace, 1e-6)
        if self.slopes:
            steep, name = traced.derivative, self.label(primed(traced.function), base=self.orbit.colours[3])
            heights = chosen_heights([steep], self.span)
            _, self.steep = self._trace(below, steep, name, heights, self.orbit.colours[3], level=False)
            self.invariant("the point below is as high as the trace is steep", self.steep.off_trace, 1e-6)

    def _trace(  # noqa: PLR0913 - what a trace is
        self, place: Region, traced: OneVariable, name: VMobject, heights: Interval, colour: str, *, level: bool
    ) -> tuple[Plot, Trace]:
        """Axes over the parameter, and the trace on them."""
        names = (self.symbol(traced.variable), name)
        plot = Plot(place, self.span, heights, self.theme, names, level=True)
        plot.keep_off(traced)
        self.plots.append(plot)
        trace = Trace(plot, self.orbit, traced, colour, level=level)
        self.add(plot.picture, trace.picture, plot.numbers)
        return plot, trace

    def _trace_heights(self, traced: OneVariable, x: Interval, y: Interval) -> Interval:
        """A coordinate has those of the window; another function its own."""
        return {self.up.key: y, self.across.key: x}.get(traced.key) or chosen_heights([traced], self.span)

    def _run(self, to: float) -> None:
        """The point runs to a parameter at its own pace, with its readings; what is traced goes along."""
        state, figure = self.orbit.state, self.orbit
        for name, end in (("t", to), *((name, one(to)) for name, one in self._told())):
            if name in self.readings.rows:
                self.readings.rows[name].rest_at(round(end, NOISE) + 0.0)
        pace = max(LEAST_RUN, RUN * abs(to - state.at) / self.span.length), linear  # as in the model
        follow = []
        if self.traced is not None and self.traced.state.seen:
            traces = [one for one in (self.traced, self.steep) if one]
            follow = [way for one in traces for way in one.to(*pace, drawn=max(to, one.state.drawn))]
        self.play(*figure.to(*pace, at=to), *follow)

    def _tell(self) -> None:
        """The parameter is read out, both coordinates, but for one that never changes, and what is traced of others."""
        here, variable = (lambda: self.orbit.state.at), self.path.across.variable
        told = {"t": (self.coordinate(variable, here), self.colour_of(variable))}
        for name, one in self._told():
            if usual_heights(one, self.span).length:
                told[name] = value_of(one.function, lambda one=one: one.place(here())), self.hues[one.key]
        size = self.readings.size
        rows = {name: self.reading(one, size, decimals=2, colour=hue) for name, (one, hue) in told.items()}
        fresh = [self.readings.put(name, row) for name, row in rows.items() if name not in self.readings.rows]
        self.play(*map(FadeIn, fresh), run_time=0.5)

    def _told(self) -> list[tuple[str, OneVariable]]:
        apart = self.traced is not None and self.traced.traced.key not in (self.across.key, self.up.key)
        traced = [("traced", self.traced.traced)] if apart else []
        return [("across", self.path.across), ("up", self.path.up), *traced]
