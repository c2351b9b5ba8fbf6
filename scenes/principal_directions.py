"""Data and their principal directions: a line turns through the mean, and the spread of the shadows on it is traced."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from manim import Create, FadeIn, FadeOut, VGroup, linear

from mathora.stage import LessonScene, Number, StepView, Variable, action, brings, move
from mathora.stage.figures.data.data_points import Scatter, axes_room, base_of, numbers_of, row_of_readings
from mathora.stage.figures.surface.shadows import DataShadows, even_window
from mathora.stage.map.marks import marker
from mathora.stage.motion import led
from mathora.stage.plane.arrow import grow
from mathora.stage.plane.shapes import cross
from mathora.stage.text.terms import symbol
from mathora.stage.text.vector_terms import quantity

COLOURS = ("pink", "teal")  # of the first principal direction, and of the second


class PrincipalDirections(LessonScene):
    """Data, their shadows on a line that turns, and the directions in which they spread most and least (PCA)."""

    x: Variable
    y: Variable

    kept_beside = 0.38
    needs: ClassVar = (
        ("x, y", "data()", "its points are drawn"),
        ("y", "as_many(x)", "each point has one"),
        ("x", "spreads(y)", "one direction is special"),
        ("shadows.angle", "counts_degrees()", "the line turns so far"),
    )
    movable = ("spread", {"x": "x", "y": "y"})

    def begin(self) -> None:
        """The points and their shadows; nothing is seen yet."""
        x, y = numbers_of(self.model, self.x), numbers_of(self.model, self.y)
        _, place = self.layout.figure.split_rows(0.12, 0.88)
        room = axes_room(place)
        names = base_of(self.model, self.x), base_of(self.model, self.y)
        self.scatter = Scatter(x, y, room, even_window(x, y, room), names, self)
        self.shadows_of = DataShadows(self.scatter, self.theme)
        self.middle = cross(self.theme.palette["red"])
        self.readings, self.way_marks = VGroup(), VGroup()
        self.falls, self.traced = False, None
        panel = self.layout.panel
        split, shares = (panel.split_rows, (0.6, 0.4)) if panel.is_upright else (panel.split_columns, (0.5, 0.5))
        self.wave_place, formulas = split(*shares)
        self.layout = replace(self.layout, panel=formulas.inset(0.1))

    @action("The data as points over two axes with equal units.")
    def points(self, step: StepView) -> None:
        """Axes, then the points one after the other."""
        self.scatter.enter(self, step)

    @action("A cross marks the mean of all points.", needs="points")
    def mean(self, step: StepView) -> None:
        """The cross comes in."""
        self.middle.move_to(self.scatter.graph.point(*self.shadows_of.mean))
        self.play(FadeIn(self.middle, scale=2), run_time=0.7)

    @brings("mean", needs="points")
    def _stand_mean(self) -> None:
        self.add(self.middle.move_to(self.scatter.graph.point(*self.shadows_of.mean)))

    def go_home(self) -> None:
        """The points go to where there is room beside them, and what stands among them."""
        self.scatter.make_way(self, self.middle, *self.way_marks)

    @action("A line through the mean, at {angle} degrees; each point throws its shadow on it.", needs="mean")
    def shadows(self, step: StepView, angle: Number = 0.0) -> None:
        """The line, then the shadows; later the line turns there."""
        figure = self.shadows_of
        if self.falls:
            self.play(move(figure.angle, angle), run_time=1.4)
        else:
            figure.angle.set_value(angle)
            self._fall()
        self.readings[0].rest_at(figure.variance(angle))

    @brings("shadows", needs="mean")
    def _fall(self) -> None:
        """Line and shadows come in, with the reading of how far these spread."""
        if self.falls:
            return
        self.falls, figure = True, self.shadows_of
        figure.line.update()
        word = self.words_mobject(self.words.picture.variance, size=self.theme.sizes.label)
        measured = quantity(
            symbol(self.model, r"\mathrm{variance}"),
            figure.seen_variance,
            lambda: figure.variance(figure.angle.get_value()),
        )
        one = self.reading(measured, self.theme.sizes.label, said=word, decimals=2)
        row_of_readings([one], self.scatter.graph)
        self.readings.add(one)
        self.play(Create(figure.line), run_time=0.8)
        self.play(Create(figure.drops), FadeIn(figure.dots), FadeIn(one), run_time=1.2)
        self.add(figure.drops, figure.line, self.scatter.dots, figure.dots, self.middle, one)  # read when all has moved
        self.promise(figure.shadow_claims)

    @action(
        "The line turns by half a turn, and beside it a curve shows how far the shadows spread at each angle; it comes "
        "to rest where that is most.",
        needs="shadows",
    )
    def turn(self, step: StepView) -> None:
        """From level once half around, and on to the first principal direction."""
        self.go_home()
        figure = self.shadows_of
        if abs(figure.angle.get_value()) > 0:
            self.play(move(figure.angle, 0), run_time=0.8)
        word = self.words_mobject(self.words.picture.variance, size=self.theme.sizes.small)
        wave = figure.wave(axes_room(self.wave_place), (self.label(symbol(self.model, r"\alpha")), word))
        curve, dot = figure.traced(wave, self.theme.palette["yellow"]), marker(self.theme, 0.1)
        whole = curve.copy()

        def follow(_: object) -> None:
            angle = min(max(figure.angle.get_value(), 0.0), 180.0)
            dot.move_to(wave.point(angle, figure.variance(angle)))
            if self.traced is None:
                curve.pointwise_become_partial(whole, 0, max(angle / 180, 1e-3))

        led(curve, dot.add_updater(follow, call_updater=True))
        self.play(FadeIn(wave), FadeIn(dot), run_time=0.7)
        self.add(curve, dot)
        self.play(move(figure.angle, 180, rate=linear), run_time=6.0)
        self.traced = curve.become(whole)
        self.readings[0].rest_at(figure.variance(figure.best))
        self.play(move(figure.angle, figure.best), run_time=2.0)

    # ── principal directions ──────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "Two arrows from the mean, at right angles: where the points spread most and least, each as long as the "
        "standard deviation that way.",
        needs="mean",
    )
    def directions(self, step: StepView) -> None:
        """Shadows leave, and the cross, which is longer than a short arrow; then both arrows grow, with readings."""
        figure = self.shadows_of
        self._leave()
        self.play(FadeOut(self.middle), run_time=0.3)
        colours = tuple(self.theme.palette[one] for one in COLOURS)
        arrows = figure.arrows(colours)
        told = [
            self.reading(
                quantity(symbol(self.model, rf"\sigma_{place}"), lambda size=size: float(np.sqrt(size))),
                self.theme.sizes.label,
                decimals=2,
                colour=colour,
            )
            for place, (size, colour) in enumerate(zip(figure.variances, colours, strict=True), 1)
        ]
        row_of_readings(told, self.scatter.graph)
        for line, arrow, reading in zip(lines := figure.lines(colours), arrows, told, strict=True):
            self.play(FadeIn(line), grow(arrow), FadeIn(reading), run_time=1.0)
        self.way_marks.add(*lines, *arrows, *told)
        self.promise(figure.arrow_claims(arrows))

    def _leave(self) -> None:
        """Line, shadows and their reading leave."""
        figure = self.shadows_of
        if self.falls:
            self.invariants.release(*(name for name, *_ in figure.shadow_claims))
            self.play(*map(FadeOut, (figure.line, figure.drops, figure.dots, self.readings)), run_time=0.5)
            self.falls, self.readings = False, VGroup()

    @action("Each point moves to its shadow on the first principal direction: one number of two is left.", needs="mean")
    def reduce(self, step: StepView) -> None:
        """The line of the first direction, and the points that slide onto it; where they were stays faint."""
        figure = self.shadows_of
        if len(self.way_marks):
            self.play(FadeOut(self.way_marks), run_time=0.3)
        if not self.falls:
            figure.angle.set_value(figure.best)
        self.need("shadows")
        self.readings[0].rest_at(figure.variance(figure.best))
        if figure.angle.get_value() != figure.best:
            self.play(move(figure.angle, figure.best), run_time=1.0)
        moved = self.scatter.dots.copy()
        self.add(moved)
        places = [dot.get_center() for dot in figure.dots]
        self.play(
            self.scatter.dots.animate.set_fill(opacity=0.25),
            *(dot.animate.move_to(place) for dot, place in zip(moved, places, strict=True)),
            run_time=1.8,
        )
