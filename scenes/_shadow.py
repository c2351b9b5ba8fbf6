"""What a gradient's shadow on a direction is: it adds up out of those of its parts, and it is the slope that way."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from _compass import GradientPicture, _unit
from manim import PI, RIGHT, TAU, UP, Animation, Create, FadeIn, FadeOut, ValueTracker, VGroup, rush_from

from mathora.stage import Flag, Formula, Point, StepView, action, move
from mathora.stage.figures.surface.added_shadows import ADDED, AddedShadows
from mathora.stage.figures.surface.turning_shadow import PERPENDICULAR, WAVE, TurningShadow
from mathora.stage.map.contour_plot import HALO
from mathora.stage.plane.arrow import grow
from mathora.stage.text.numerals import written
from mathora.stage.text.terms import slope_along, value

WAVE_ROOM = 2.0  # a wave stands beside the map where the panel is at least so high, in scene units
LONG = 0.6  # the scene units from which a shadow has a number of the size of a label
SECONDS = 4.0  # of a quarter of a turn
DIGITS = 4  # of how long a shadow is, at most
OFF_MIDDLE = 0.28  # how far the second number goes from the middle of its arrow, as a share of its length


class ShadowPicture(GradientPicture):
    """A gradient and the shadow that it throws on a direction."""

    needs: ClassVar = (("shadows.along", "coordinates(function), nonzero()", "the shadows fall on that direction"),)

    def begin(self) -> None:
        """No direction is looked at yet."""
        super().begin()
        self.heading: ValueTracker | None = None
        self.told: VGroup | None = None
        self.is_aside = False
        self.faced, self.sense = 0.0, 1  # how far the direction is turned off the gradient, in radians, and whereto
        self.cast: TurningShadow | None = None

    @action(
        "On the direction {along} each component throws its shadow, one after the other: both are the gradient's.",
        moves=("first", "second", "both"),
    )
    def shadows(self, step: StepView, along: Point, direction: Formula | None = None) -> None:
        """The direction; from each tip a perpendicular, and the shadow with its number; the gradient's ends there."""
        self.need("gradient")
        self.go_home()
        gone = self._untold()
        back = [FadeIn(one) for one in (*self.parts.values(), *self.values.values()) if one not in self.mobjects]
        self.play(*gone, *back, self.gradient.animate.set_opacity(0.55), *self._aside(), run_time=0.5)
        way = _unit(np.array([*(along[key] for key in self.function.variables), 0.0]))
        base, angle = (float(np.arctan2(one[1], one[0])) for one in (self.slopes, way))
        turned = float((angle - base + np.pi) % (2 * np.pi) - np.pi)
        self.faced, self.sense = abs(turned), -1 if turned < 0 else 1
        order = [self.parts[key] for key in self.function.variables]
        figure = AddedShadows(self, self.foot, way, order, self.scale)
        name = self.formula_mobject(direction, self.theme.sizes.body) if direction else VGroup()
        name.move_to(figure.end + 0.25 * way).set_stroke(self.theme.background, HALO, background=True)
        self.play(Create(figure.line), grow(figure.unit), FadeIn(name), run_time=0.9)
        self.notes.add(figure.line, figure.unit, name)
        self.show_formulas(step)
        for axis, part in enumerate(("first", "second")):
            self.starts(part)
            number = figure.put_beside(axis, self._shadow_number(axis, way))
            self.play(Create(figure.drops[axis]), run_time=0.8, rate_func=rush_from)  # at once, with its word
            self.play(Create(figure.bars[axis]), FadeIn(number), run_time=0.9)
            self.bring_to_front(figure.unit, self.dot)
            self.notes.add(figure.drops[axis], figure.bars[axis], number)
        self.invariant(ADDED, figure.off_sum, 1e-6)
        self.starts("both")
        self.play(self.gradient.animate.set_opacity(1), run_time=0.8, rate_func=rush_from)
        self.invariants.release(ADDED)

    def _aside(self) -> list[Animation]:
        """The second number goes down its arrow, once: the direction crosses the middle."""
        first, self.is_aside = not self.is_aside, True
        second = self.function.variables[1]
        way = -OFF_MIDDLE * self.parts[second].vector
        if self.values[second] in self.mobjects:
            return [self.values[second].animate.shift(way)] * first
        self.values[second].shift(way * first)
        return []

    def _untold(self) -> list[FadeOut]:
        """What an earlier direction told leaves, with its shadows and the hints; formulas have their room again."""
        leaving = [one for one in (*self.hints, *self.notes) if one in self.mobjects]
        if self.cast is not None:
            self.invariants.release(PERPENDICULAR)
            leaving.append(self.cast.turning)
        self.hints, self.notes, self.told, self.cast = VGroup(), VGroup(), None, None
        self.layout, self.reading_place = self.whole_layout, None
        return [FadeOut(one) for one in leaving]

    def _shadow_number(self, axis: int, way: np.ndarray) -> VGroup:
        """How long the shadow of a component is, with its sign."""
        lengths = [float(f"{one:.{DIGITS}g}") for one in self.slopes[:2] * way[:2]]
        key, shown = self.function.variables[axis], written(lengths)[axis]
        is_long = self.scale * abs(self.slopes[axis] * way[axis]) > LONG
        size = self.theme.sizes.label if is_long else self.theme.sizes.small
        number = self.label(value(shown), size=size, base=self.colour_of(key))
        return number.set_stroke(self.theme.background, HALO, background=True)

    @action(
        "Between the gradient and the direction on which the shadows fell stands their angle, θ, in the triangle of "
        "arrow, shadow and perpendicular."
    )
    def angle(self, step: StepView, direction: Formula | None = None) -> None:
        """The components leave with their shadows; what stays is the gradient's."""
        self._casting(direction)

    @action(
        "A direction turns once around the dot, or `half` around, and the gradient throws its shadow on it: the slope "
        "that way, which traces a wave beside the map. It rests along the gradient, across it, and against it.",
        moves=("along", "across", "against", "back"),
    )
    def compass(self, step: StepView, direction: Formula | None = None, *, half: Flag = False) -> None:
        """The direction turns onto the gradient, and on; each stop is marked on the wave. Of half a turn, the formulas
        come at the first stop.
        """
        shadow = self._casting(direction)
        heading, reading = self.heading, self._slope_reading()
        self.play(
            *shadow.wave_coming(self, PI if half else TAU),
            FadeIn(reading),
            self.gradient.animate.set_opacity(0.55),
            run_time=0.6,
        )
        self.invariant(WAVE, shadow.off_wave, 1e-6)
        stops = (0, "along"), (1, "across"), (2, "against"), *([] if half else [(4, "back")])
        for quarters, name in stops:
            self.starts(name)
            far = abs(quarters * PI / 2 - heading.get_value())
            if far:
                self.play(move(heading, quarters * PI / 2), run_time=max(1.8, SECONDS * min(1.0, far)))
            self.play(*shadow.mark(), run_time=0.4)
            if half and not quarters:
                self.show_formulas(step)
        self.invariants.release(PERPENDICULAR)
        self.cast, self.faced = None, 0.0
        self.play(self.gradient.animate.set_opacity(1), *shadow.rests(), run_time=0.7)
        self.notes.add(*shadow.staying, reading)
        self.told = reading

    def _casting(self, direction: Formula | None) -> TurningShadow:
        """The gradient throws its shadow on the direction that stands, or on itself; its parts leave, with theirs."""
        self.need("gradient")
        self.go_home()
        if self.cast is None:
            self._clear_components()
            self.heading = ValueTracker(self.faced)
            shadow = self.cast = self._shadow(self.heading, direction)
            self.play(*shadow.coming(), *self.panel_refitted(), run_time=0.8)
            self.bring_to_front(self.gradient, self.dot)
            self.invariant(PERPENDICULAR, shadow.off_perpendicular, 1e-6)
        return self.cast

    def _shadow(self, heading: ValueTracker, direction: Formula | None) -> TurningShadow:
        """The shadow of the gradient, with its wave under the formulas of the panel."""
        panel, place = self.layout.panel, None
        if panel.height > WAVE_ROOM:
            above, middle, place = panel.split_rows(0.4, 0.13, 0.47)
            self.layout, self.reading_place = replace(self.whole_layout, panel=above), middle
        shadow = TurningShadow(self, self.foot, self.slopes, self.scale, heading, place, direction, self.sense)
        for name in (shadow.angle_name, shadow.name):  # they go over the level sets
            name.set_stroke(self.theme.background, HALO, background=True)
        return shadow

    def _slope_reading(self) -> VGroup:
        """“slope …” in the figure's corner, following the spoke."""
        angle = float(np.arctan2(self.slopes[1], self.slopes[0]))
        digits = len(f"{np.linalg.norm(self.slopes):.0f}")
        measured = slope_along(
            self.function, self.at.mapping(), lambda: angle + self.sense * float(self.heading.get_value())
        )
        number = self.readout(measured, digits=digits, size=self.theme.sizes.formula)
        word = self.words_mobject(self.words.picture.slope, size=self.theme.sizes.body, colour=self.theme.muted)
        number.rest_at(float(np.linalg.norm(self.slopes)))
        number.add_updater(lambda one: one.show(measured.value()), call_updater=True)
        reading = VGroup(word, number).arrange(RIGHT, buff=0.35)
        if self.reading_place is not None:
            return reading.move_to(self.reading_place.centre)
        return reading.move_to(self.layout.figure.at(0.97, 0.98), aligned_edge=RIGHT + UP)

    def _clear_components(self) -> None:
        """The components and the notes leave; the gradient and what stands on the map stay."""
        leaving = [one for one in (*self.parts.values(), *self.values.values()) if one in self.mobjects]
        lit = [] if self.cast is None else [self.gradient.animate.set_opacity(1)]
        self.play(*map(FadeOut, leaving), *self._untold(), *lit, run_time=0.6)
