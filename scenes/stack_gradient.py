"""Two partial derivatives as arrows along their axes, stacked into the gradient, and what the gradient knows."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import (
    DOWN,
    RIGHT,
    UP,
    Animation,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    LaggedStart,
    UpdateFromAlphaFunc,
    ValueTracker,
    VGroup,
    VMobject,
    smooth,
)

from mathora.stage import Count, Function, Interval, LessonScene, Point, StepView, Variable, action, brings, move
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.plane.graph import dashed
from mathora.stage.plane.shapes import brackets
from mathora.stage.text.numerals import written
from mathora.stage.text.terms import ELLIPSIS, gradient, partial, slope_along, value

DIRECTIONS = 401
"""At so many the compass's curve is known beforehand: once around, and on to the gradient."""


class StackGradient(LessonScene):
    """Partials become the components of the gradient; it points where the slope is largest."""

    function: Function
    at: Point
    span: Interval = Interval(-2, 2)

    limits = (("many.count", 1, 1_000_000_000_000, "the counter stops at a million millions"),)

    needs: ClassVar = (
        ("function", "variables(2)", "it is seen as a map"),
        ("function", "somewhere(span)", "the map shows span"),
        ("at", "coordinates(function)", "the arrows start there"),
        ("at", "inside(span)", "the arrows start on the map"),
        ("at", "slope(function)", "the arrows are its slopes there"),
        ("component.moves", "of(function)", "the arrow is its partial derivative"),
    )

    def begin(self) -> None:
        """Builds the map and all arrows; only the actions show them."""
        names = tuple(self.symbol(key, size=self.theme.sizes.formula) for key in self.function.variables)
        self.map = ContourPlot(
            self.function,
            self.layout.figure.inset(0.42),
            self.span,
            self.theme,
            names=names,
            colour=self.theme.contour,
            fills=True,
        )
        self.slopes = np.append(self.function.gradient(self.at.mapping()), 0.0)
        self.foot = self.map.place(self.at)
        self.scale = 0.95 * min(self.map.room(self.at), self.map.room(self.at, -1))
        self.colour = self.colour_of(gradient(self.function))
        self.parts: dict[str, ArrowMobject] = {}
        self.values: dict[str, VMobject] = {}
        self.gradient: ArrowMobject | None = None
        self.told: VGroup | None = None
        self.dot = Dot(self.foot, radius=0.09, color=self.theme.foreground)
        self.standing, self.hints, self.notes = VGroup(), VGroup(), VGroup()
        self.invariant("equal units on both axes", lambda: self.map.units()[0] / self.map.units()[1] - 1, 1e-6)

    # ── the plane and its components ──────────────────────────────────────────────────────────────────────────────────

    @action("A map with equal units and faint level sets; a dot stands at {at}.")
    def plane(self, step: StepView) -> None:
        """Axes, level sets, then the dot and its coordinates."""
        self.play(
            FadeIn(VGroup(self.map.lines, self.map.tips, self.map.numbers, self.map.names)),
            LaggedStart(*(Create(ring) for ring in self.map.curves), lag_ratio=0.12),
            run_time=1.6,
        )
        drops = self._drops()
        self.play(FadeIn(self.dot, scale=2.2), Create(drops), run_time=0.8)
        self.add(self.map)
        self.bring_to_front(drops, self.dot)
        self.hints.add(drops)
        self.show_formulas(step)

    def _drops(self) -> VGroup:
        """Thin dashed lines from the dot to both axes."""
        x, y = (self.at[key] for key in self.function.variables)
        corner = self.map.origin
        return VGroup(
            self.map.dashes((x, y), (x, corner[1]), self.theme.muted),
            self.map.dashes((x, y), (corner[0], y), self.theme.muted),
        )

    @action("From the dot an arrow along the axis of {moves}, as long as the partial derivative there.")
    def component(self, step: StepView, moves: Variable) -> None:
        """The arrow grows, its value comes up beside it."""
        self.need("plane")
        arrow, value = self._component(moves.key)
        self.play(grow(arrow), run_time=1.1)
        self.play(FadeIn(value, shift=0.15 * UP), *self._make_way(value), run_time=0.6)
        self.show_formulas(step)

    def _outside(self, index: int) -> np.ndarray:
        """The side of a component's arrow on which the other one does not lie."""
        across = np.eye(3)[1 - index]
        return -across if self.slopes[1 - index] >= 0 else across

    def _make_way(self, value: VMobject) -> list[Animation]:
        """The axes' numbers that a value would touch leave the map."""
        touched = [one for one in self.map.numbers if _touch(one, value)]
        self.map.numbers.remove(*touched)
        return [FadeOut(one) for one in touched]

    def _component(self, key: str) -> tuple[ArrowMobject, VMobject]:
        index = self.function.variables.index(key)
        way = np.eye(3)[index] * self.slopes[index] * self.scale
        arrow = ArrowMobject(self.foot, self.foot + way, self.colour_of(key), 0.075)
        numeral = written(self.slopes[:2])[index]
        number = self.label(value(numeral), size=self.theme.sizes.formula, base=self.colour_of(key))
        number.next_to(arrow, self._outside(index), buff=0.18)
        self.parts[key], self.values[key] = arrow, number
        along = np.eye(3)[index] * (1 if self.slopes[index] >= 0 else -1)
        self.invariant(
            f"the arrow of {key} lies along its axis, the way its partial says",
            lambda: float(np.linalg.norm(arrow.vector - along * max(np.dot(arrow.vector, along), 0.0))),
            1e-6,
        )
        return arrow, number

    @brings("plane")
    def _stand_plane(self) -> None:
        if self.map not in self.mobjects:
            self.add(self.map, self.dot)

    @brings("components", needs="plane")
    def _stand_components(self) -> None:
        for key in self.function.variables:
            if key not in self.parts:
                self.add(*self._component(key))

    # ── the gradient ──────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The second arrow moves to the tip of the first, and the gradient grows along the diagonal.")
    def stack(self, step: StepView) -> None:
        """Arrow to tip, the rectangle hinted, the diagonal drawn, the formulas joined."""
        self.need("components")
        first, second = (self.parts[key] for key in self.function.variables)
        aside = self.values[self.function.variables[1]]
        hint = VGroup(
            dashed(self.foot, second.tip, self.theme.muted),
            dashed(second.tip, second.tip + first.vector, self.theme.muted),
        )
        beside = aside.copy().next_to(second.copy().shift(first.vector), -self._outside(1), buff=0.15)
        moves = [second.animate.shift(first.vector), aside.animate.move_to(beside)]
        self.play(*moves, *self._make_way(beside), run_time=1.1)
        self.play(Create(hint), run_time=0.6)
        gradient = self._gradient()
        self.play(grow(gradient), run_time=1.1)
        self.hints.add(hint)
        self.show_formulas(step, run_time=1.6)

    def _gradient(self) -> ArrowMobject:
        arrow = ArrowMobject(self.foot, self.foot + self.slopes * self.scale, self.colour, 0.09)
        self.gradient = arrow
        self.invariant("the gradient arrow is the sum of its components", lambda: self._off_gradient(arrow), 1e-6)
        return arrow

    def _off_gradient(self, arrow: ArrowMobject) -> float:
        """How far the drawn arrow leaves the gradient's line, in scene units."""
        along = _unit(self.slopes)
        return float(np.linalg.norm(arrow.vector - along * np.dot(arrow.vector, along)))

    @brings("gradient", needs="components")
    def _stand_gradient(self) -> None:
        if self.gradient is None:
            self.add(self._gradient())

    # ── what it knows ─────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "A spoke turns once around the dot, as long as the slope in its direction; it is longest along the gradient."
    )
    def compass(self, step: StepView) -> None:
        """The spoke's tip leaves the curve of all slopes and comes to rest on the gradient."""
        self.need("gradient")
        gradient = self.gradient
        self._clear_components()
        end = 2 * np.pi + float(np.arctan2(self.slopes[1], self.slopes[0])) % (2 * np.pi)
        angle = self.heading = ValueTracker(0.0)
        angles = np.linspace(0.0, end, DIRECTIONS)
        outline = self.foot + self.scale * np.abs(self._slope(angles))[:, None] * _ways(angles)
        trace = VMobject(stroke_color=self.theme.muted, stroke_width=3, fill_opacity=0)
        spoke = ArrowMobject(self.foot, gradient.tip, self.theme.foreground, 0.06)
        reading = self._slope_reading()

        def follow(line: VMobject) -> None:
            reach = int(np.searchsorted(angles, angle.get_value())) + 1
            line.set_points_as_corners(outline[: max(reach, 2)])

        trace.add_updater(follow, call_updater=True)
        spoke.add_updater(lambda one: self._turn_spoke(one, angle.get_value()), call_updater=True)
        gradient.set_opacity(0.25)
        self.add(trace, spoke)
        self.play(FadeIn(reading), run_time=0.5)
        self.play(move(angle, end), run_time=5, rate_func=smooth)
        for one in (trace, spoke):
            one.clear_updaters()
        self.play(gradient.animate.set_opacity(1), FadeOut(spoke), run_time=0.7)
        self.standing.add(trace)
        self.notes.add(reading)
        self.told = reading
        self.show_formulas(step)

    def _clear_components(self) -> None:
        """The components and the notes leave; the gradient and what stands on the map stay."""
        leaving = [
            one
            for one in (*self.parts.values(), *self.values.values(), *self.hints, *self.notes)
            if one in self.mobjects
        ]
        self.hints, self.notes, self.told = VGroup(), VGroup(), None
        if leaving:
            self.play(*(FadeOut(one) for one in leaving), run_time=0.6)

    def _slope(self, angles: np.ndarray) -> np.ndarray:
        """The slope of the function in each direction (radians)."""
        return self.slopes[0] * np.cos(angles) + self.slopes[1] * np.sin(angles)

    def _turn_spoke(self, spoke: ArrowMobject, angle: float) -> None:
        slope = float(self._slope(np.array(angle)))
        spoke.put(self.foot, self.foot + abs(slope) * self.scale * _ways(np.array([angle]))[0])
        spoke.set_fill(self.theme.foreground if slope >= 0 else self.theme.muted, opacity=1 if slope >= 0 else 0.55)

    def _slope_reading(self) -> VGroup:
        """“slope …” in the figure's corner, following the spoke."""
        digits = len(f"{np.linalg.norm(self.slopes):.0f}")
        measured = slope_along(self.function, self.at.mapping(), self.heading.get_value)
        number = self.readout(measured, digits=digits, size=self.theme.sizes.formula)
        word = self.words_mobject(self.words.picture.slope, size=self.theme.sizes.body, colour=self.theme.muted)
        number.rest_at(float(np.linalg.norm(self.slopes)))
        number.add_updater(lambda one: one.show(measured.value()), call_updater=True)
        reading = VGroup(word, number).arrange(RIGHT, buff=0.35)
        return reading.move_to(self.layout.figure.at(0.97, 0.98), aligned_edge=RIGHT + UP)

    @action("The opposite arrow swings out of the gradient and points straight downhill.")
    def flip(self, step: StepView) -> None:
        """A hollow copy of the gradient turns by half a circle; its formula comes up beside it."""
        self.need("gradient")
        gradient = self.gradient
        opposite = ArrowMobject(self.foot, gradient.tip, self.colour, 0.09, hollow=True)
        start, length = gradient.vector.copy(), float(np.linalg.norm(gradient.vector))
        angle = float(np.arctan2(start[1], start[0]))

        def swing(arrow: ArrowMobject, share: float) -> None:
            way = _ways(np.array([angle + np.pi * share]))[0]
            arrow.put(self.foot, self.foot + length * way)

        moves = [UpdateFromAlphaFunc(opposite, swing, rate_func=smooth)]
        if self.told is not None:  # it is of the arrow that moves
            self.heading.set_value(angle)
            moves.append(self.heading.animate(rate_func=smooth).set_value(angle + np.pi))
        self.play(*moves, run_time=1.6)
        self.invariant(
            "the downhill arrow is opposite to the gradient and equally long",
            lambda: float(np.linalg.norm(opposite.vector + gradient.vector)),
            1e-6,
        )
        labels = VGroup(*(self.formula_mobject(one, self.theme.sizes.label) for one in step.formulas))
        labels.move_to(opposite.tip + 0.45 * (_unit(opposite.vector) if opposite.vector.any() else DOWN))
        self.play(FadeIn(labels), run_time=0.5)
        self.standing.add(opposite)
        self.notes.add(labels)
        self.show_formulas(step)

    # ── a million ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The map shrinks aside; a tall column of components stands beside it, and a counter runs up to {count}.")
    def many(self, step: StepView, count: Count) -> None:
        """Map to the left, column with brackets, counter under it."""
        self.need("gradient")
        gradient = self.gradient
        self._clear_components()
        everything = VGroup(self.map, self.dot, gradient, *self.standing)
        left, right = self.layout.figure.split_columns(1.7, 1)
        self.play(FadeOut(self.map.numbers), run_time=0.4)
        self.map.remove(self.map.numbers)
        self.play(everything.animate.scale(left.width / everything.width).move_to(left.centre), run_time=1.2)
        column = self._column()
        frame = brackets(column, self.theme.foreground, margin=0.25)
        VGroup(column, frame).move_to(right.at(0.55, 0.56))
        self.play(
            LaggedStart(*(FadeIn(cell, shift=0.3 * DOWN) for cell in column), lag_ratio=0.25),
            FadeIn(frame),
            run_time=1.6,
        )
        self.play(self._count(count, frame), run_time=2.2, rate_func=smooth)
        self.show_formulas(step)

    def _column(self) -> VGroup:
        cells = VGroup()
        for key in self.function.variables:
            cells.add(self.label(partial(self.function, key), size=self.theme.sizes.body))
        cells.add(self.label(ELLIPSIS["down"], size=self.theme.sizes.body, base=self.theme.muted))
        return cells.arrange(DOWN, buff=0.35)

    def _count(self, count: int, under: VMobject) -> Animation:
        """A counter under the column that runs up to `count`, its thousands apart; it grows by equal factors."""
        size = self.theme.sizes.formula
        number = self.counter(count, self.colour, size)
        number.next_to(under, DOWN, buff=0.35)
        number.shift((under.get_center()[0] - number.show(count).number.get_center()[0]) * RIGHT)
        return UpdateFromAlphaFunc(number, lambda one, share: one.show(round(count**share)), rate_func=smooth)


def _unit(vector: np.ndarray) -> np.ndarray:
    """The vector at length one; a vector without length stays as it is."""
    length = float(np.linalg.norm(vector))
    return vector / length if length > 0 else vector


def _ways(angles: np.ndarray) -> np.ndarray:
    """Unit vectors of shape (n, 3) at angles in radians."""
    return np.column_stack([np.cos(angles), np.sin(angles), np.zeros(len(angles))])


def _touch(one: VMobject, other: VMobject, margin: float = 0.06) -> bool:
    """Whether the boxes of two mobjects come nearer than the margin."""
    apart = np.abs(one.get_center() - other.get_center())
    return bool(
        apart[0] < (one.width + other.width) / 2 + margin and apart[1] < (one.height + other.height) / 2 + margin
    )
