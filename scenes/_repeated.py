"""Steps that begin where the last one ended: Newton's, and those that put a value in again."""

from __future__ import annotations

from typing import ClassVar

from _chords import Chorded

from mathora.stage import Count, StepView, action
from mathora.stage.figures.curve.newton import NewtonSteps, PutInAgain


class Repeated(Chorded):
    """A curve on which steps go on and on."""

    needs: ClassVar = (
        (
            "newton.count",
            "newtons(function, count since point, last of start point slide tangent newton, span, held after vary)",
            "each step is drawn",
        ),
        (
            "put_in.count",
            "repeats(function, count since point, last of start point slide tangent put_in, span, held after vary)",
            "each step is drawn",
        ),
    )
    limits: ClassVar = (("newton.count", 1, 20, "each step is drawn"), ("put_in.count", 1, 20, "each step is drawn"))

    def begin(self) -> None:
        """No step yet."""
        super().begin()
        self.steps: NewtonSteps | None = None

    def go_to(self, at: float, seconds: float = 2.0, **others: float) -> None:
        """As on all slopes; steps leave where the point begins elsewhere."""
        if self.steps in self.notes:
            self.notes[self.steps] = at == self.steps.places[-1]
        super().go_to(at, seconds, **others)

    @action("{count} steps from the point: down its tangent to the axis, and from there upright back to the curve.")
    def newton(self, step: StepView, count: Count = 1) -> None:
        """Newton's method; the point goes along, and the lines stay."""
        self._take_steps(step, count, NewtonSteps)

    @action(
        "{count} times the height becomes the next place: level to the line of equal coordinates, upright to the curve."
    )
    def put_in(self, step: StepView, count: Count = 1) -> None:
        """The function of its own value; the point goes along, and the lines stay."""
        self._take_steps(step, count, PutInAgain)

    def _take_steps(self, step: StepView, count: int, kind: type[NewtonSteps]) -> None:
        self.need("draw")
        self._put(None, point=1, drops=0, second=0, line=0, triangle=0, reach=0)
        self.tell("at", "height")
        if self.steps not in self.notes or type(self.steps) is not kind:
            self.steps = kind(self.curve, self.spot.state.at, self.spot.accent, self.symbol)
            self.notes[self.steps] = True
            self.add(self.steps.picture, self.spot.picture)
            self.invariant("each step leads down its line to where it ends", self.steps.off_line, 1e-6)
            self.play(*self.steps.to(guide=1), run_time=0.8)
        self.tell()  # while a point is on its way, no number of the curve is its own
        for _ in range(count):
            there = self.steps.next_place()
            self.keep_in_sight(there)
            self.steps.places.append(there)
            self.steps.stand(rider=1)  # the step has a point of its own, which goes along its lines
            self.spot.stand(point=0)
            follow = [motion for one in (self.spot, *self.followers) for motion in one.to(at=there)]
            self.play(*self.steps.to(shown=len(self.steps.places) - 1), *follow, run_time=2.4)
            self.steps.stand(rider=0)
            self.spot.stand(point=1)
        self.tell("at", "height")
