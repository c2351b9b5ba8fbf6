"""A computation on the page: one line per step, terms carried over, frozen variables greyed; then its picture."""

from __future__ import annotations

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    Dot,
    FadeIn,
    FadeOut,
    VGroup,
    VMobject,
)

from mathora.stage import (
    FormulaMobject,
    Function,
    Interval,
    LessonScene,
    Morph,
    Point,
    Prose,
    StepView,
    Substitution,
    Variable,
    action,
    dimmed,
    recoloured,
)
from mathora.stage.layout import Region
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.plane.arrow import ArrowMobject, grow
from mathora.stage.plane.shapes import badge, lock, recede
from mathora.stage.space.contours import LevelCurve, slant
from mathora.stage.text.terms import gradient, value

GAP = 0.34
"""Between the lines of the page, in scene units."""

MARGIN = 3.8
"""Where the formulas begin, from the page's left edge: reasons stand before it."""

SMALLEST = 0.78
"""How far the lines may shrink to make room for the picture."""


class WorkedExample(LessonScene):
    """One line after the other, each with its reason; equal terms fly from line to line."""

    function: Function
    span: Interval = Interval(-2, 2)

    read_on_page = ("line.reason",)

    def begin(self) -> None:
        """An empty page."""
        self.lines: list[FormulaMobject] = []
        self.reasons: list[VGroup] = []
        self.counted = 0
        self.freezing = False
        self.frozen = VGroup()
        self.map: ContourPlot | None = None
        self.map_region: Region | None = None
        self.shown_at: Point | None = None
        self.on_map = VGroup()
        self.page = self.layout.body
        self.shrunk = 1.0

    @property
    def size(self) -> float:
        """The em of the page's formulas."""
        return self.theme.sizes.formula * self.shrunk

    # ── lines ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The next line of the page, with its reason at the left.", shows=True)
    def line(self, step: StepView, reason: Prose) -> None:
        """Terms fly from the lines above into their places."""
        width = MARGIN * self.shrunk - 1.1
        self._thaw()
        self._write(step, self.prose_mobject(reason, width, self.theme.sizes.label * self.shrunk))

    def _write(self, step: StepView, reason: VMobject, lit: FormulaMobject | None = None) -> None:
        """Adds the step's formulas as lines; the reason stands before the first of them."""
        for index, formula in enumerate(step.formulas):
            line = self._placed(formula)
            if self.lines:
                self.play(*self._dimmed(lit), run_time=0.4)
            label = self._labelled(reason if index == 0 else VGroup(), line, counts=not self.freezing)
            coming = [FadeIn(label, shift=0.2 * RIGHT, run_time=0.7)] if len(label) else []
            self.play(*coming, Morph(self.lines, [line], keep_sources=True, run_time=1.5))
            self.lines.append(line)
            self.reasons.append(label)

    def _placed(self, formula: object) -> FormulaMobject:
        """The formula as the next line, under the last; the page scrolls up when it is full."""
        line = self.formula_mobject(formula, self.size)
        top = self.lines[-1].get_bottom()[1] - GAP * self.shrunk if self.lines else self.page.top - 0.35
        Region(self.page.left + MARGIN * self.shrunk, top - line.height, self.page.right, top).place(line, "left")
        missing = self.page.bottom - line.get_bottom()[1]
        if missing > 0:
            line.shift(missing * UP)
            self._scroll(missing)
        return line

    def _scroll(self, rise: float) -> None:
        """The page moves up by `rise`; a line that would leave it goes, with its number, its reason and its locks."""
        standing = VGroup(*self.lines, *self.reasons, self.frozen)
        pairs = list(zip(self.lines, self.reasons, strict=True))
        staying = [pair for pair in pairs if VGroup(*pair).get_top()[1] + rise <= self.page.top + 0.05]
        gone = [part for pair in pairs if pair not in staying for part in pair if len(part)]
        if self.frozen and self.lines[0] in gone:
            gone.append(self.frozen)
            self.frozen = VGroup()
        self.play(standing.animate.shift(rise * UP), *(FadeOut(part) for part in gone), run_time=0.7)
        self.lines, self.reasons = [line for line, _ in staying], [reason for _, reason in staying]

    def _labelled(self, reason: VMobject, line: FormulaMobject, *, counts: bool) -> VGroup:
        """A line's number and reason; a line without a reason goes on with the one above it and has none."""
        if not len(reason):
            return VGroup()
        self.counted += counts
        size = max(self.theme.sizes.label * self.shrunk, self.theme.sizes.minimum)
        digits = self.words_mobject(str(self.counted), size=size, weight="semibold")
        number = badge(digits, self.theme.line, 0.27 * self.shrunk)
        number.move_to(np.array([self.page.left + 0.3 * self.shrunk, line.get_center()[1], 0]))
        reason.next_to(number, RIGHT, buff=0.25)
        return VGroup(number, reason) if counts else VGroup(reason)

    def _dimmed(self, lit: FormulaMobject | None = None) -> list[Animation]:
        """Lines that came before stand back a little, but for the one that is looked at."""
        return [recede(part, 1.0 if part is lit else self.theme.receded) for part in (*self.lines, *self.reasons)]

    # ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("{variable} goes grey in the first line, under a small lock; what is left gives the next line.")
    def freeze(self, step: StepView, variable: Variable) -> None:
        """The first line in full light, one variable frozen; then the derivative. Freezes in a row are one step."""
        again = self.freezing
        self._thaw()
        self.freezing = again
        if self.lines:
            self.play(recede(self.lines[0], 1.0), run_time=0.4)
            self._freeze(variable)
        symbol = self.symbol(variable.key, size=self.theme.sizes.formula, base=self.theme.frozen)
        symbol.set_color(self.theme.frozen)
        reason = VGroup(lock(self.theme.frozen, 0.32), symbol).arrange(RIGHT, buff=0.2)
        self._write(step, reason, self.lines[0] if self.lines else None)
        self.freezing = True

    def _freeze(self, variable: Variable) -> None:
        first = self.lines[0]
        places = [first.under(path) for path in first.paths(variable.key)]
        locks = VGroup(*(lock(self.theme.frozen, 0.26).next_to(place, UP, buff=0.12) for place in places))
        for one in locks:
            one.set_y(first.get_top()[1] + 0.2)
        if places:
            grey = dimmed(first, variable.key, self.theme.frozen)
            self.play(grey, FadeIn(locks, shift=0.1 * DOWN), run_time=0.8)
        self.frozen = locks

    def _thaw(self) -> None:
        """The first line's variables carry their colours again."""
        self.freezing = False
        if len(self.frozen):
            first = self.lines[0]
            self.play(FadeOut(self.frozen), recoloured(first, self.colouring(first.formula)), run_time=0.5)
            self.frozen = VGroup()

    # ── substituting ──────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "The numbers of {at} take the places of their variables in a copy of the last line; then the result.",
        shows=True,
    )
    def substitute(self, step: StepView, at: Point) -> None:
        """A copy of the last line comes down, numbers fall into its variables' places, and it becomes the result."""
        self._thaw()
        if not self.lines or not step.formulas:
            self._write(step, VGroup())
            return
        source = self.lines[-1]
        target = self._placed(step.formulas[0])
        copy = self.formula_mobject(source.formula, self.size)
        copy.move_to(source)
        self.add(copy)
        point = VGroup(*(self._coordinate(key, at[key]) for key in at)).arrange(RIGHT, buff=0.3)
        label = self._labelled(point, target, counts=True)
        self.play(
            *self._dimmed(),
            FadeIn(label, shift=0.2 * RIGHT),
            copy.animate.move_to(target).align_to(target, LEFT),
            run_time=1.0,
        )
        values = {key: self.label(value(at[key]), base=self.colour_of(key)) for key in at}
        substitution = Substitution.into(copy, values, self.colour_of)
        if substitution.fall:
            self.play(substitution.fall, run_time=1.0)
        self.play(FadeOut(substitution.numbers), Morph([copy], [target]), run_time=1.3)
        self.lines.append(target)
        self.reasons.append(label)

    def _coordinate(self, key: str, at: float) -> FormulaMobject:
        return self.stated(self.coordinate(key, lambda: at), self.theme.sizes.label * self.shrunk)

    # ── the picture ───────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The lines move left; on a map the gradient at {at} stands straight uphill, across its level set.")
    def picture(self, step: StepView, at: Point) -> None:
        """The page makes room for a map; on it the level set through the point, then the arrow across it."""
        self._thaw()
        self._show_gradient(at)
        self._write(step, VGroup())

    def _show_gradient(self, at: Point) -> ContourPlot:
        """The map with the gradient at a point; a map that stands already is kept if it is of the same point."""
        if self.map is not None and self.shown_at == at:
            return self.map
        if self.map is not None:
            self.play(FadeOut(self.on_map), run_time=0.5)
        picture, ring = self._make_map(at)
        self.map, self.shown_at = picture, at
        self.play(FadeIn(picture), run_time=1.0)
        dot = Dot(picture.place(at), radius=0.08, color=self.theme.foreground)
        self.play(FadeIn(dot, scale=2), run_time=0.4)
        arrow = picture.gradient_arrow(at, self._accent, self._scale(at))
        self.play(grow(arrow), run_time=1.2)
        self.on_map = VGroup(picture, dot, arrow)
        self.invariant(
            "the gradient arrow is perpendicular to its level set on screen",
            lambda: slant(arrow.vector, ring, arrow.tail),
            0.01,
        )
        return picture

    @property
    def _accent(self) -> str:
        return self.colour_of(gradient(self.function))

    def _scale(self, at: Point) -> float:
        """Scene units to the unit of slope, so that the gradient and its opposite both stay on the map."""
        return 0.95 * min(self.map.room(at), self.map.room(at, -1)) if self.map else 1.0

    def _make_room(self) -> Region:
        """Lines shrink to a part of the body (the first ones leave before all are too small); the rest is the map's."""
        split = self.page.split_rows(1, 1.1) if self.layout.upright else self.page.split_columns(1.55, 1)
        kept, right = split
        while len(self.lines) > 1 and kept.height < SMALLEST * self._height():
            gone = [one for one in (self.lines.pop(0), self.reasons.pop(0)) if len(one)]
            self.play(*(FadeOut(one) for one in gone), run_time=0.3)
        factor = self._shrinking(kept)
        standing = VGroup(*self.lines, *self.reasons)
        if self.lines:
            rise = self.page.top - 0.35 - self.lines[0].get_top()[1]
            corner = np.array([self.page.left, self.page.top, 0.0])
            self.play(standing.animate.shift(rise * UP).scale(factor, about_point=corner), run_time=1.0)
        self.page, self.shrunk = kept, factor
        return Region(right.left + 0.1, right.bottom + 0.2, right.right - 0.45, right.top - 0.5)

    def _shrinking(self, region: Region) -> float:
        """The factor at which the lines, and one more, fit into a region."""
        if not self.lines:
            return 1.0
        return min(1.0, (region.width - 0.3) / VGroup(*self.lines, *self.reasons).width, region.height / self._height())

    def _height(self) -> float:
        """How high the lines are, with room for one more."""
        return float(VGroup(*self.lines, *self.reasons).height) + 1.2

    def _make_map(self, at: Point) -> tuple[ContourPlot, LevelCurve]:
        """The map and, among its level sets, the one through the point."""
        if self.map_region is None:
            self.map_region = self._make_room()
        names = tuple(self.symbol(key) for key in self.function.variables)
        picture = ContourPlot(
            self.function, self.map_region, self.span, self.theme, names=names, colour=self.theme.contour
        )
        height = float(self.function.value(*(np.array(at[key]) for key in self.function.variables)))
        through = picture.ring(height, self.theme.muted)
        picture.curves.add(through)
        return picture, through

    @action("On the map the opposite arrow grows straight downhill, with its components along the axes.")
    def downhill(self, step: StepView, at: Point) -> None:
        """The components first, each along its axis, then their sum: minus the gradient."""
        picture = self._show_gradient(at)
        tail, slopes = picture.place(at), self._scale(at) * picture.gradient(at)
        parts = VGroup()
        for index, key in enumerate(self.function.variables):
            parts.add(ArrowMobject(tail, tail - slopes * np.eye(3)[index], self.colour_of(key), 0.06))
        for part in parts:
            self.play(grow(part), run_time=0.8)
        opposite = ArrowMobject(tail, tail - slopes, self._accent, 0.08, hollow=True)
        self.play(grow(opposite), run_time=1.0)
        self.on_map.add(*parts, opposite)
        self.invariant("the downhill arrow is opposite to the gradient", lambda: _across(opposite.vector, slopes), 1e-6)
        self._write(step, VGroup())


def _across(one: np.ndarray, other: np.ndarray) -> float:
    """The sine of the angle between two vectors of the plane."""
    return float(np.cross(one, other)[2] / (np.linalg.norm(one) * np.linalg.norm(other)))
