"""The largest and the smallest value on a constraint: where a level set touches it, both gradients on one line."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np
from manim import Animation, Create, FadeIn, FadeOut, ValueTracker, VGroup, VMobject, linear

from mathora.stage import Function, Interval, LessonScene, Number, Point, StepView, action, brings, move
from mathora.stage.figures.surface.constrained import ConstraintCurve, GradientPair, levels_near
from mathora.stage.figures.surface.tightened import Tightened
from mathora.stage.map.contour_plot import ContourPlot, height_colours
from mathora.stage.map.level_values import LevelValues
from mathora.stage.map.marks import map_place, marker, put_over
from mathora.stage.text.terms import gradient, times, value_of

STAYS = "the point stays on the constraint"
ONE_LINE = "where a level set touches, both gradients are on one line"


class ConstrainedMap(LessonScene):
    """A map and a constraint on it: a point walks along it, to where a level set touches it; both gradients there."""

    function: Function
    constraint: Function
    level: Number = 0.0
    heights: tuple[Number, ...] = ()
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("function, constraint", "variables(2), somewhere(span), varies(span)", "they are drawn as level sets"),
        ("constraint", "same_variables(function)", "both are drawn on one map"),
        ("heights", "distinct(), even(), reached(function, span)", "each is a ring; where rings crowd it is steep"),
        ("level, tighten.to", "reached(constraint, span)", "the constraint is the curve of that level"),
        ("touch.function", "varies_on(constraint, level, span)", "it has a largest and a smallest value there"),
        ("touch.function", "peaks_on(kind, constraint, level, span)", "its level set touches the constraint there"),
        ("slide.to", "coordinates(function)", "the point runs near there"),
        ("tighten.function", "peaks_on(touch.kind, constraint, to, span)", "its level set touches it there"),
    )
    movable = ("constraint", {"function": "function", "constraint": "constraint", "level": "level", "span": "span"})

    def begin(self) -> None:
        """The map, its values, the constraint; nothing is seen yet."""
        names = tuple(self.symbol(key, 0.42) for key in self.function.variables)
        place = map_place(self.layout.figure, self.span)
        heights = self.heights or levels_near(self.function, self.constraint, self.level, self.span)
        self.board = board = ContourPlot(
            self.function, place, self.span, self.theme, names=names, heights=heights, width=3.0
        )
        self.values = LevelValues(self.span, self.theme, lambda at: board.point(*at))
        colours = height_colours(self.theme, tuple(board.rings))
        for height, branches in board.branches.items():
            self.values.write(height, branches, colours, (board.polyline_points,))
        self.hues = (self.colour_of(gradient(self.function), "yellow"), self.colour_of(self.constraint.key, "pink"))
        self.curve = ConstraintCurve(board, self.constraint, self.level)
        self.line, self.share = self.curve.curve(self.hues[1]), ValueTracker(0)
        self.values.keep_clear(board, [*board.numbers, *board.names, self.line])
        self.dot = marker(self.theme, 0.12)
        self.dot.add_updater(lambda one: one.move_to(board.point(*self.curve.place(self.share.get_value()))))
        self.dot.update()
        self.ring = VMobject(fill_opacity=0, stroke_color=self.theme.foreground, stroke_width=5)
        through = lambda: board.ring(self.curve.value(self.share.get_value()), self.theme.foreground)  # noqa: E731
        self.ring.add_updater(lambda one: one.set_points(through().points))
        self.pair, self.names, self.touched, self.moved = None, VGroup(), False, 0.0
        self.invariant("equal units on both axes of the map", board.unevenness, 1e-6)
        self.invariant(STAYS, lambda: self.curve.off(self.dot.get_center()) if self.dot in self.mobjects else 0.0, 1e-5)
        self.invariant(ONE_LINE, lambda: self.pair.across() if self.pair and self.touched else 0.0, 2e-3)

    @brings("map")
    def _stand_map(self) -> None:
        self.add(self.board, *self.values.values())

    @brings("restrict", needs="map")
    def _stand_constraint(self) -> None:
        self.add(self.line)

    @action("A map of {function}: its level sets as rings, each with its value.")
    def map(self, step: StepView) -> None:
        """Axes and rings, then their values: in the middle, if they are alone."""
        if not self.done and not step.shown:
            self.moved = self.layout.to_middle
            VGroup(self.board, *self.values.values(), self.line).shift([self.moved, 0, 0])
        self.play(FadeIn(self.board), run_time=1.0)
        self.play(FadeIn(VGroup(*self.values.values())), run_time=0.5)
        self.show_formulas(step)

    def go_home(self) -> None:
        """The map goes to where there is room for formulas, or a reading, beside it."""
        if not self.moved:
            return
        home, self.moved, standing = np.array([-self.moved, 0.0, 0.0]), 0.0, self.get_mobject_family_members()
        going = [one for one in (self.board, *self.values.values(), self.line) if one in standing]
        if self.line not in going:
            self.line.shift(home)
        self.play(*(one.animate.shift(home) for one in going), run_time=0.8)

    @action("On the map the constraint is drawn, the curve on which {constraint} is {level}.", needs="map")
    def restrict(self, step: StepView) -> None:
        """From one end to the other, or once round."""
        self.play(Create(self.line), run_time=1.8)
        self.show_formulas(step)

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
        self.show_formulas(step)

    @action("The point runs along the constraint to where it is nearest to {to}.")
    def slide(self, step: StepView, to: Point) -> None:
        """The shorter way, if there are two."""
        self._point()
        self._go_to(self.curve.nearest(np.array([to[key] for key in self.function.variables])))
        self.show_formulas(step)

    @action("The point runs to where {function} has its {kind} on the constraint: its level set only touches it there.")
    def touch(self, step: StepView, kind: Literal["maximum", "minimum"] = "maximum") -> None:
        """The shorter way."""
        self._point()
        self.sign = 1 if kind == "maximum" else -1
        self._go_to(self.curve.extremum(self.sign))
        self.touched = True
        self.show_formulas(step)

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
        self.show_formulas(step)

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
        self.show_formulas(step)

    def _take(self, curve: ConstraintCurve, share: float) -> None:
        self.curve = curve
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
