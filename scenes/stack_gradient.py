"""Two partial derivatives as arrows along their axes, stacked into the gradient, and what the gradient knows."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from _compass import _ways
from _shadow import ShadowPicture
from manim import (
    DOWN,
    RIGHT,
    UP,
    Animation,
    Create,
    Dot,
    FadeIn,
    LaggedStart,
    UpdateFromAlphaFunc,
    VGroup,
    VMobject,
    smooth,
)

from mathora.stage import Count, Flag, Function, Interval, Number, Point, StepView, Variable, action
from mathora.stage.map.contour_plot import HALO
from mathora.stage.map.marks import beside_line
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.plane.graph import dashed
from mathora.stage.text.terms import components, negative
from mathora.stage.text.terms import gradient as gradient_of


class StackGradient(ShadowPicture):
    """Partials become the components of the gradient; it points where the slope is largest."""

    function: Function
    at: Point
    span: Interval = Interval(-2, 2)
    seen_before: Interval | None = None  # what of the map stands at first, before it is seen from farther away
    levels: Flag = True  # else a grid: level sets have not been told of yet
    heights: tuple[Number, ...] = ()  # of the map's level sets; empty: well-chosen ones, and that of the point

    limits = (("many.count", 1, 1_000_000_000_000, "the counter stops at a million millions"),)

    needs: ClassVar = (
        ("function", "variables(2)", "it is seen as a map"),
        ("function", "somewhere(span)", "the map shows span"),
        ("heights", "distinct(), reached(function, span)", "each is a level set of the map"),
        ("at", "inside(seen_before)", "the point stands on the map that is seen first"),
        ("at", "coordinates(function)", "the arrows start there"),
        ("at", "off_edge(span)", "the arrows start on the map, and have room there"),
        ("at", "slope(function)", "the arrows are its slopes there"),
        ("stack.at, shadows.at, angle.at, compass.at, flip.at", "steep(function)", "the gradient has a direction"),
        ("component.moves", "of(function)", "the arrow is its partial derivative"),
    )
    movable = ("map", {"function": "function", "start": "at", "span": "span"})

    # ── the plane and its components ──────────────────────────────────────────────────────────────────────────────────

    @action("A map with equal units and level sets, or a grid; a dot stands at {at}.")
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

    @action("From the dot an arrow along the axis of {moves}, as long as the partial derivative there.", needs="plane")
    def component(self, step: StepView, moves: Variable) -> None:
        """The arrow grows, its value comes up beside it."""
        if moves.key not in self.parts:
            arrow, value = self._component(moves.key)
            self.play(grow(arrow), run_time=1.1)
            self.play(FadeIn(value, shift=0.15 * UP), *self._make_way(value), run_time=0.6)

    # ── the gradient ──────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The second arrow moves to the tip of the first, and the gradient grows along the diagonal.")
    def stack(self, step: StepView) -> None:
        """Arrow to tip, the rectangle hinted, the diagonal drawn, the formulas joined."""
        self.need("components")
        if self.gradient is not None:  # it stands, with its parts or without
            return
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

    # ── what it knows ─────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The opposite arrow swings out of the gradient and points straight downhill.", needs="gradient")
    def flip(self, step: StepView) -> None:
        """A hollow copy of the gradient turns by half a circle; its name comes up beside it."""
        if self.cast is not None:
            self.play(*self._untold(), self.gradient.animate.set_opacity(1), run_time=0.5)
        self.remove(*self.standing)
        self.standing, gradient = VGroup(), self.gradient
        opposite = ArrowMobject(self.foot, gradient.tip, self.colour, 0.09, hollow=True)
        start, length = gradient.vector.copy(), float(np.linalg.norm(gradient.vector))
        angle = float(np.arctan2(start[1], start[0]))

        def swing(arrow: ArrowMobject, share: float) -> None:
            way = _ways(np.array([angle - np.pi * share]))[0]
            arrow.put(self.foot, self.foot + length * way)

        moves = [UpdateFromAlphaFunc(opposite, swing, rate_func=smooth)]
        if self.told is not None:  # it is of the arrow that moves
            moves.append(self.heading.animate(rate_func=smooth).set_value(np.pi))
        self.play(*moves, run_time=1.6)
        self.invariant(
            "the downhill arrow is opposite to the gradient and equally long",
            lambda: float(np.linalg.norm(opposite.vector + gradient.vector)),
            1e-6,
        )
        name = self.label(negative(gradient_of(self.function)), self.theme.sizes.formula)
        name.set_stroke(self.theme.background, HALO, background=True)
        (x, y), plain = self.map.origin, self.theme.line
        axes = (
            self.map.dashes((self.map.x.low, y), (self.map.x.high, y), plain),
            self.map.dashes((x, self.map.y.low), (x, self.map.y.high), plain),
        )
        taken = [gradient, *self.parts.values(), *axes]
        beside_line(name, opposite.tail + 0.7 * opposite.vector, opposite.vector, taken, self.layout.body)
        aside = [*self._make_way(name), *self._make_way(Dot(opposite.tip))]
        self.play(FadeIn(name), *aside, run_time=0.5)
        self.standing.add(opposite, name)

    # ── a million ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("Beside the map stands the row of all components, and under it a counter runs up to {count}.")
    def many(self, step: StepView, count: Count) -> None:
        """The row of components, if the step shows no formula that says it; then the counter."""
        self.need("gradient")
        self.go_home()
        self._clear_components()
        self.show_formulas(step)
        row = VGroup(*self.panel) if step.formulas else self.layout.panel.place(self.label(components(self.function)))
        self.play(*([] if step.formulas else [FadeIn(row)]), self._count(count, row), run_time=2.2, rate_func=smooth)

    def _count(self, count: int, under: VMobject) -> Animation:
        """A counter under the row that runs up to `count`, its thousands apart; it grows by equal factors."""
        size = self.theme.sizes.formula
        number = self.counter(count, self.colour, size)
        number.next_to(under, DOWN, buff=0.35)
        number.shift((under.get_center()[0] - number.show(count).number.get_center()[0]) * RIGHT)
        return UpdateFromAlphaFunc(number, lambda one, share: one.show(round(count**share)), rate_func=smooth)
