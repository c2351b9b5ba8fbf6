"""The limit of a function at a place: from both sides, and by a band and a strip, ε and δ."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _axes import OnAxes

from mathora.stage import Number, StepView, action, brings
from mathora.stage.curves import level_at, widest
from mathora.stage.figures.curve.tolerance import Sides, Tolerance
from mathora.stage.text.terms import value_of
from mathora.stage.text.value_label import ValueLabel

EPSILON, DELTA = r"\varepsilon", r"\delta"
SIDES = ("left", "right")


class LimitAt(OnAxes):
    """What a curve comes to near one place: from both sides, and within ε for all that is nearer than δ."""

    at: Number
    limit: Number | None = None

    needs: ClassVar = (
        ("at", "inside(span)", "the curve is looked at near it"),
        ("limit", "approached(function, at, span, heights, held, others)", "the curve comes to it"),
        ("sides.gap", "beside(function, at, held after vary)", "two points stand on the curve"),
        ("sides.gap", "positive()", "one point is at each side"),
        ("band.within", r"called(the \varepsilon)", "it is read out by that name"),
        ("band.within", r"own_letter(the \delta)", "how near to the place it has to be is read out by that name"),
        ("band.within", "positive()", "the band reaches so far up and down"),
        ("band.within", "kept(function, at, span, heights, held after vary, others)", "a strip keeps the curve in it"),
    )
    movable = ("curve", {"function": "function", "span": "span"})

    def begin(self) -> None:
        """The axes; points, band and strip are not seen yet."""
        super().begin()
        level = self._level()
        red, blue, green, yellow = (self.theme.palette[one] for one in ("orange", "blue", "green", "yellow"))
        self.tolerance = Tolerance(self.curve, self.at, np.nan if level is None else level, (green, yellow))
        self.sides_figure = Sides(self.curve, self.at, level, (blue, red))
        self.level, self.colours = level, {EPSILON: green, DELTA: yellow, "left": blue, "right": red}
        self.add(self.tolerance.picture, self.curve.picture, self.plot.numbers, self.sides_figure.picture)
        self.invariant("the curve over the strip is in the band", self.tolerance.outside, 1e-4)
        self.invariant("both points lie on the curve", self.sides_figure.off_curve, 1e-6)

    def _level(self) -> float | None:
        """The limit that the script gives, which has to be the curve's; or else what both sides come to, if one."""
        level = level_at(self.main, self.at, self.seen_span, self.plot.state.y)
        if self.limit is None:
            return level
        return self.limit

    def row(self, name: str) -> ValueLabel:
        """ε, δ, and the heights of the points on both sides."""
        size = self.readings.size
        if name in SIDES:
            side = SIDES.index(name)
            here = lambda: self.main.place(self.sides_figure.places()[side])  # noqa: E731
            return self.reading(value_of(self.main.function, here), size, decimals=3, colour=self.colours[name])
        if name not in (EPSILON, DELTA):
            return super().row(name)
        way = {EPSILON: lambda: self.tolerance.state.within, DELTA: lambda: self.tolerance.delta}[name]
        return self.reading(self.coordinate(name, way), size, decimals=2, colour=self.colours[name])

    @brings("draw")
    def _stand_curve(self) -> None:
        self.stand_axes()
        self.curve.stand(drawn=1)

    @action("Two points stand on the curve, {gap} to the left and to the right of {at}; their heights are read out.")
    def sides(self, step: StepView, gap: Number = 1) -> None:
        """Both points come, or run nearer; what they come to is a hollow mark."""
        self.need("draw")
        figure = self.sides_figure
        self.play(*self.tolerance.to(band=0, strip=0), run_time=0.4)
        window, places = self.plot.state.x, (self.at - gap, self.at + gap)
        self.keep_in_sight(*(one for one in places if not window.low <= one <= window.high))
        if not figure.state.points:
            figure.stand(gap=gap)
            self.play(*figure.to(points=1, mark=1), run_time=0.8)
            self.tell(*SIDES)
        else:
            for name, at in zip(SIDES, places, strict=True):
                self.readings.rows[name].rest_at(self.main(at))
            self.play(*figure.to(gap=gap), run_time=3.0)

    @action("A level band reaches {within} up and down from the limit; a strip around {at} keeps the curve in it.")
    def band(self, step: StepView, within: Number) -> None:
        """First the band; then the widest strip over which the curve stays in it. Both follow a new ε."""
        self.need("draw")
        delta = widest(self.main, self.at, self.level, within, self.plot.state.x)
        figure, sides = self.tolerance, self.sides_figure
        self.play(*sides.to(points=0, mark=1), run_time=0.4)
        self.plot.lie_on_fills()
        if not figure.state.band:
            figure.stand(within=within)
            self.tell(EPSILON)
            self.play(*figure.to(band=1), run_time=0.9)
            self.tell(EPSILON, DELTA)
            self.play(*figure.to(strip=1), run_time=1.2)
        else:
            self.tell(EPSILON, DELTA)
            self.readings.rows[EPSILON].rest_at(within)
            self.readings.rows[DELTA].rest_at(delta)
            self.play(*figure.to(within=within), run_time=2.5)
