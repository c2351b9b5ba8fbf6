"""A point on a curve, its readings, and what follows it: what all scenes with slopes share."""

from __future__ import annotations

from math import ceil, log10
from typing import ClassVar

from _axes import OnAxes
from manim import VMobject, smooth

from mathora.stage import Interval, Number, StepView, Variable, action, brings
from mathora.stage.curves import good_start, round_step
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.text.terms import CHANGE, DIFFERENTIAL, difference_quotient, partial, value_of
from mathora.stage.text.value_label import ValueLabel

DECIMALS = 2  # of a slope


def decimals_of_legs(reach: float) -> int:
    """With how many decimals rise and way are read, so that the quotient of what is read is the slope that is read."""
    return DECIMALS + max(0, ceil(-log10(abs(reach)))) if reach else DECIMALS


class Slopes(OnAxes):
    """A function's curve with a point on it; `step` is what the way from there to a second point is called."""

    step: Variable | None = None
    pace = staticmethod(smooth)
    """The rate of a run along the curve; where something moves as the curve says, over time, it is linear."""

    named: ClassVar = {
        "place": "last of start point slide secant tangent extremum polynomial newton put_in collect strip"
    }
    needs: ClassVar = (
        ("slide.to", "on_curve(function, held after vary)", "the point stands on the curve"),
        ("slide.to", "held_in_sight(function, span, held after vary, others)", "the axes reach as far"),
        (
            "slide.to",
            "follows(function, latest of tangent extremum approach secant triangle, held after vary)",
            "the tangent follows the point",
        ),
        (
            "point.function, secant.function",
            "stands({place}, span, held after vary, others)",
            "the point stands on the curve",
        ),
    )

    def begin(self) -> None:
        """The axes, and a point that is not seen yet."""
        super().begin()
        pair = self.main.variable, self.function.key
        self.legs, self.tangent_legs = (tuple(sign + key for key in pair) for sign in (CHANGE, DIFFERENTIAL))
        if self.step is not None:
            self.legs = self.step.key, self.legs[1]
        start = good_start(self.main, self.seen_span) if self.start is None else self.start
        steep = partial(self.function, self.main.variable) if self.parameters else f"{self.function.key}'"
        colour = self.colour_of(steep)
        self.followers: list[PointOnCurve] = []
        names = tuple(map(self.symbol, (*self.legs, *self.tangent_legs)))
        self.spot = PointOnCurve(self.curve, start, self.theme, colour, names)
        self.plot.lines.append(self.spot.line_points)
        self.add(self.spot.picture)
        self.invariant("the points lie on the curve", self.spot.off_curve, 1e-6)
        self.invariant("the line has the slope of the curve", self.spot.off_slope, 1e-5)

    # ── the point and its readings ────────────────────────────────────────────────────────────────────────────────────

    def go_to(self, at: float, seconds: float = 2.0, **others: float) -> None:
        """The point runs along its curve to `at`; where a gap is between, it leaves and comes again."""
        self.drop_notes()
        state = self.spot.state
        reach = others.get("reach", state.reach)
        self.keep_in_sight(at, at + reach)
        self._rest_at(at, reach)
        if not state.point:
            self.spot.stand(at=at, **others)
        elif not self.curve.leads(state.at, at):
            self._leap(at, **others)
        follow = [motion for one in self.followers for motion in one.to(at=at)]
        self.play(*self.spot.to(at=at, **others), *follow, run_time=seconds, rate_func=self.pace)

    def _leap(self, at: float, **others: float) -> None:
        """The point leaves with all that belongs to it and follows it, and comes again at another place."""
        parts = ("point", "drops", "second", "line", "triangle")
        seen = [(one, {part: getattr(one.state, part) for part in parts}) for one in (self.spot, *self.followers)]
        gone = dict.fromkeys(parts, 0.0)
        self.play(*(motion for one, _ in seen for motion in one.to(**gone)), run_time=0.4)
        for one, _ in seen:
            one.stand(at=at, **(others if one is self.spot else {}))
        self.play(*(motion for one, stood in seen for motion in one.to(**stood)), run_time=0.4)

    def _rest_at(self, at: float, reach: float) -> None:
        """The readings come to rest there, with digits enough."""
        state = self.spot.state
        self.spot.stand(at=at, reach=reach)
        ends = {name: row.value() for name, row in self.readings.rows.items()}
        tangents = {name: self._of_tangent(name) for name in ends}
        self.spot.stand(at=state.at, reach=state.reach)
        for name, value in ends.items():
            least = decimals_of_legs(reach) if name in self.legs and self.legs[1] in ends else 0
            self.readings.rest(name, value, tangents[name], least)

    def _of_tangent(self, name: str) -> float | None:
        """What the tangent has where a secant has this reading, from which its digits tell it."""
        slope, reach = self.main.derivative(self.spot.state.at), self.spot.state.reach
        return {"secant": slope, self.legs[1]: slope * reach}.get(name)

    def row(self, name: str) -> ValueLabel:
        """The readings of the point and of its line."""
        point, main = self.spot, self.main
        size, here = self.readings.size, lambda: main.place(point.state.at)
        if name == "at":
            variable = self.coordinate(main.variable, lambda: point.state.at)
            return self.reading(variable, size, decimals=2, colour=self.colour_of(main.variable))
        if name == "height":
            return self.reading(value_of(main.function, here), size, decimals=2, colour=self.curve.colour)
        if name in (names := (*self.legs, *self.tangent_legs)):
            way = (lambda: point.slope * point.leg) if names.index(name) % 2 else (lambda: point.leg)
            decimals = decimals_of_legs(point.leg)
            return self.reading(self.coordinate(name, way), size, decimals=decimals, colour=self.ink_of(name))
        if name not in ("slope", "secant"):
            return super().row(name)
        said = self.words_mobject(self.words.picture.slope, size=size)
        quotient = difference_quotient(main.function, main.variable, here, lambda: point.state.reach)
        slope = value_of(main.derivative.function, here) if name == "slope" else quotient
        return self.reading(slope, size, said=said, decimals=DECIMALS, colour=point.accent)

    def ink_of(self, leg: str) -> str | None:
        """The colour of what is read of a leg of the slope triangle; None for that of its name."""
        return self.colour_of(leg) if self.step is not None and leg == self.step.key else None

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @brings("draw")
    def _stand_curve(self) -> None:
        self.stand_axes()
        self.curve.stand(drawn=1)

    @action("A point stands on the curve, at {at}; thin lines lead from it to both axes, and its height is read out.")
    def point(self, step: StepView, at: Number | None = None) -> None:
        """The point, its way down and across, its readings."""
        self.need("draw")
        self._put(at, point=1, drops=1)
        self.tell("at", "height")

    @action("The point runs along the curve to {to}; what belongs to it follows.", needs="draw")
    def slide(self, step: StepView, to: Number) -> None:
        """The point moves."""
        if not self.spot.state.point:
            self._put(None, point=1)
        if step.tells_a_place:  # what is true of the place that is left goes before, that of the next one comes there
            self.play(*self.panel_leaving(step), run_time=0.4)
        else:
            self.show_formulas(step)
        self.go_to(to)

    def look_at(self, span: Interval, heights: Interval | None = None, *motions: object) -> None:
        """As on all axes; the slope triangle takes a size that can be seen, and a point that is left takes its readings
        with it.
        """
        if not span.low <= self.spot.state.at <= span.high:
            self.tell()
        super().look_at(span, heights, *motions, *self.spot.to(run=float(round_step(0.12 * span.length))))

    def lines_at_point(self) -> list[VMobject]:
        """What leads to the point, on which no name stands: its line, and the ways to the axes."""
        return [self.spot.line, *self.spot.drops]

    def _put(self, at: Number | None, **parts: float) -> None:
        """The point goes to `at`, if it is given, and the parts come or leave."""
        reach = parts.pop("reach", self.spot.state.reach)
        self.go_to(self.spot.state.at if at is None else at, reach=reach)
        self.play(*self.spot.to(**parts), run_time=0.7)
