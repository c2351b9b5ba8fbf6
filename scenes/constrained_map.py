"""The largest and the smallest value on a constraint: where a level set touches it, both gradients on one line."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from _constraint import ConstraintPicture
from manim import Animation, Create, FadeIn, FadeOut, ValueTracker, VGroup, linear

from mathora.stage import Number, Point, StepView, action, move
from mathora.stage.figures.surface.constrained import ConstraintCurve, GradientPair
from mathora.stage.figures.surface.tightened import Tightened
from mathora.stage.map.marks import put_over
from mathora.stage.text.terms import gradient, times, value_of


class ConstrainedMap(ConstraintPicture):
    """A map and a constraint on it: a point walks along it, to where a level set touches it; both gradients there."""

    needs: ClassVar = (
        ("function, constraint", "variables(2), somewhere(span), varies(span)", "they are drawn as level sets"),
        ("constraint", "same_variables(function)", "both are drawn on one map"),
        ("heights", "distinct(), even(), reached(function, span)", "each is a ring; where rings crowd it is steep"),
        ("level, tighten.to", "reached(constraint, span)", "the constraint is the curve of that level"),
        ("level, tighten.to", "line_seen(constraint, span)", "the constraint is the curve of that level"),
        ("touch.function", "varies_on(constraint, level, span)", "it has a largest and a smallest value there"),
        ("touch.function", "peaks_on(kind, constraint, level, span)", "its level set touches the constraint there"),
        ("slide.to", "coordinates(function)", "the point runs near there"),
        ("tighten.function", "peaks_on(touch.kind, constraint, to, span)", "its level set touches it there"),
    )
    movable = ("constraint", {"function": "function", "constraint": "constraint", "level": "level", "span": "span"})

    @action("A map of {function}: its level sets as rings, each with its value.")
    def map(self, step: StepView) -> None:
        """Axes and rings, then their values: in the middle, if they are alone."""
        if not self.done and not step.shown:
            self.stand_in_middle()
        self.play(FadeIn(self.board), run_time=1.0)
        self.play(FadeIn(VGroup(*self.values.values())), run_time=0.5)

    @action("On the map the constraint is drawn, the curve on which {constraint} is {level}.", needs="map")
    def restrict(self, step: StepView) -> None:
        """From one end to the other, or once round; then the side on which it is less, if that is filled."""
        self.play(Create(self.line), run_time=1.8)
        if self.filled:
            self.mobjects.insert(0, self.side)
            self.play(FadeIn(self.side), run_time=0.6)

    def _point(self) -> None:
        """The point stands on the constraint, with the level set through it, and its value."""
        self.need("restrict")
        self.go_home()
        self.touched = False
        if self.dot in self.mobjects:
            return
        read = value_of(self.function, lambda: tuple(self.curve.place(self.share.get_value())))
        self.label_now = self.reading(read, self.theme.sizes.formula, decimals=2)
        put_over(self.label_now, self.layout.figure, self.board.names)
        self.ring.update()
        self.add(self.ring, self.line, *self.values.values(), self.dot.update())  # a ring passes under a value
        self.play(FadeIn(self.dot, scale=2), FadeIn(self.label_now), FadeIn(self.ring), run_time=0.6)

    @action("A point walks along the whole constraint; the level set through it goes along, and its value is read out.")
    def walk(self, step: StepView) -> None:
        """Once round, or to the other end and back."""
        self._point()
        self._run(self.share.get_value() + 1.0 if self.curve.closed else 1.0, 6.0)

    @action("The point runs along the constraint to where it is nearest to {to}.")
    def slide(self, step: StepView, to: Point) -> None:
        """The shorter way, if there are two."""
        self._point()
        self._go_to(self.curve.nearest(np.array([to[key] for key in self.function.variables])))

    @action("The point runs to where {function} has its {kind} on the constraint: its level set only touches it there.")
    def touch(self, step: StepView, kind: Literal["maximum", "minimum"] = "maximum") -> None:
        """The shorter way."""
        self._point()
        self.sign = 1 if kind == "maximum" else -1
        self._go_to(self.curve.extremum(self.sign))
        self.touched = True

    @action("At the point stand both gradients, each with its scale: that of {function}, and that of {constraint}.")
    def gradients(self, step: StepView) -> None:
        """They grow from the point, and go along with it from now on."""
        touched = self.touched
        self._point()
        self.touched = touched
        if self.pair is None:
            pair, grown = GradientPair(self.curve, self.hues, self.layout), ValueTracker(0)
            pair.add_updater(lambda one: one.stand(self.share.get_value(), grown.get_value()), call_updater=True)
            self.add(pair, self.dot)
            pairs = zip(pair.ratios, pair.functions, strict=True)
            self.names = VGroup(*(self.label(times(ratio, gradient(one))) for ratio, one in pairs))
            self.names.set_stroke(self.theme.background, 8, background=True)
            self.play(move(grown, 1), run_time=1.0)
            self.pair = pair
            around = [self.label_now, *self.values.values(), *self.board.names, *self.board.numbers]
            self.names.add_updater(lambda one: pair.stand_beside(one, around, self.ring), call_updater=True)
            self.play(FadeIn(self.names), *self._values_moving(), run_time=0.4)

    @action("The constraint moves to where {constraint} is {to}; the touching point goes along, and leaves its way.")
    def tighten(self, step: StepView, to: Number) -> None:
        """The level set only touches the constraint all along; each place of the way is worked out."""
        self.need("touch")
        self._go_to(self.curve.extremum(self.sign))
        self.play(*(FadeOut(one) for one in (self.pair, self.names) if one in self.mobjects), run_time=0.3)
        self.pair, self.touched = None, True
        moving = Tightened(self.curve, to, self.sign, (self.hues[1], self.theme.palette["green"]))
        self.line.add_updater(lambda line: self._take(*moving.stand(line)))
        self.add(self.line, moving.way, self.ring, *self.values.values(), self.dot)
        self.label_now.rest_at(moving.best)
        self.play(move(moving.gone, 1), run_time=4.0)
        moving.rest(self.line)

    def _take(self, curve: ConstraintCurve, share: float) -> None:
        self.curve = curve
        self.fill()
        self.share.set_value(share)

    def _values_moving(self) -> list[Animation]:
        """Values of rings that an arrow, or its name, covers leave, and those that are free again come."""
        covered = [one for one in self.values.values() if self.pair and self.pair.lies_on(one, self.names)]
        free = [one for one in self.values.values() if one not in covered and one not in self.mobjects]
        return [*(FadeOut(one) for one in covered if one in self.mobjects), *map(FadeIn, free)]

    def _go_to(self, share: float) -> None:
        now = self.share.get_value()
        share = now + (share - now + 0.5) % 1.0 - 0.5 if self.curve.closed else share
        self._run(share, 1.2 + 4.0 * abs(share - now))

    def _run(self, to: float, seconds: float) -> None:
        self.label_now.rest_at(self.curve.value(to))
        self.bring_to_front(self.dot)
        self.play(move(self.share, to), run_time=seconds, **({"rate_func": linear} if seconds == 6.0 else {}))
        if self.pair and (moving := self._values_moving()):
            self.play(*moving, run_time=0.3)
