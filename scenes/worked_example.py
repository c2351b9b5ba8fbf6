"""A computation on the page: one line per step, terms carried over, frozen variables greyed; then its picture."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from _calculation import CalculationScene
from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, SurroundingRectangle, VGroup

from mathora.stage import (
    FormulaMobject,
    Function,
    Interval,
    Morph,
    Point,
    Prose,
    StepView,
    Substitution,
    Variable,
    action,
    dimmed,
    heads_stay,
    recoloured,
)
from mathora.stage.figures.pages.page import Page
from mathora.stage.figures.surface.gradient_map import GradientMap
from mathora.stage.layout import Region
from mathora.stage.plane.shapes import lock, recede
from mathora.stage.text.terms import value

OFF_MAP = 0.35  # scene units between the lines and the map


class WorkedExample(CalculationScene):
    """One line after the other, each with its reason; equal terms fly from line to line."""

    is_page = True
    function: Function | None = None
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("substitute.at", "substitutes(shown, shown before)", "they take the places of letters in the line above"),
        ("picture.function, downhill.function", "given(), variables(2), varies(span)", "its level sets are seen"),
        ("picture.at, downhill.at", "coordinates(function), off_edge(span)", "the gradient stands on the map"),
        ("picture.at, downhill.at", "slope(function), steep(function)", "an arrow stands there"),
        ("picture.at, downhill.at", "discernible(function, span)", "an arrow stands there"),
    )
    read_on_page = ("line.reason", "result.reason")

    def begin(self) -> None:
        """An empty page."""
        self.page = Page(self, self.layout.body, centred=True)
        self.closed = VGroup()  # the reason of the line that a frozen variable gave
        self.map: GradientMap | None = None
        self.map_region: Region | None = None

    # ── lines ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def lines(self) -> list[FormulaMobject]:
        """The lines that stand on the page."""
        return self.page.lines

    @action("The next line of the page, with its reason at the left.", shows=True)
    def line(self, step: StepView, reason: Prose | None = None) -> None:
        """Terms fly from the lines above into their places."""
        self.lined_page().write(step.formulas, self.said(reason))

    @action("The next line of the page, in a frame: what was looked for.", shows=True)
    def result(self, step: StepView, reason: Prose | None = None) -> None:
        """As any line; the frame belongs to the last one, and goes with it."""
        self.line(step, reason)
        if self.lines:
            frame = SurroundingRectangle(self.lines[-1], color=self.theme.right, buff=0.12, corner_radius=0.1)
            self.page.reasons[-1].add(frame)
            self.play(Create(frame), run_time=0.8)

    def lined_page(self) -> Page:
        """The page, whose first line has its colours again."""
        self._thaw()
        return self.page

    # ── freezing ──────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("{variable} goes grey in the first line, under a small lock; what is left gives the next line.")
    def freeze(self, step: StepView, variable: Variable) -> None:
        """The first line in full light, one variable frozen; then the derivative. On an empty page the first of several
        formulas is that line. What was frozen for a line above is so no more, and its lock leaves.
        """
        self._thaw()
        self._unlock()
        formulas = step.formulas
        if not self.lines and len(formulas) > 1:
            self.page.write(formulas[:1], VGroup())
            formulas = formulas[1:]
        if self.lines:
            self.page.pinned = True
            self.play(recede(self.lines[0], 1.0), run_time=0.4)
            self._freeze(variable)
        symbol = self.symbol(variable.key, size=self.page.size, base=self.theme.frozen)
        symbol.set_color(self.theme.frozen)
        closed = lock(self.theme.frozen, 0.32 * self.page.scale).next_to(symbol, LEFT, buff=0.2)
        reason = VGroup(closed.shift((symbol.baseline - closed.get_bottom()[1]) * UP), symbol)
        self.closed = reason
        self.page.write(formulas, reason, self.lines[0] if self.lines else None)

    def _unlock(self) -> None:
        for label in self.page.reasons:
            if self.closed in label:
                self.play(FadeOut(self.closed), run_time=0.4)
                label.remove(self.closed)

    def _freeze(self, variable: Variable) -> None:
        first = self.lines[0]
        places = [first.under(path) for path in first.paths(variable.key)]
        locks = VGroup(*(lock(self.theme.frozen, 0.26).next_to(place, UP, buff=0.12) for place in places))
        for one in locks:
            one.set_y(first.get_top()[1] + 0.2)
        if places:
            grey = dimmed(first, variable.key, self.theme.frozen)
            reason = self.page.reasons[0]
            moved = self.page.narrow and len(reason) > 0
            lifted = [reason.animate.next_to(locks, UP, buff=0.1).set_x(reason.get_x())] if moved else []
            self.play(grey, FadeIn(locks, shift=0.1 * DOWN), *lifted, run_time=0.8)
        self.page.riding = locks

    def _thaw(self) -> None:
        """The first line's variables carry their colours again."""
        if len(self.page.riding):
            first = self.lines[0]
            self.play(FadeOut(self.page.riding), recoloured(first, self.colouring(first.formula)), run_time=0.5)
            self.page.riding = VGroup()

    # ── substituting ──────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "The numbers of {at} take the places of their variables in a copy of the last line; then the result.",
        shows=True,
    )
    def substitute(self, step: StepView, at: Point) -> None:
        """A copy of the last line comes down, numbers fall into its variables' places, and it becomes the result."""
        self._thaw()
        if not self.lines or not step.formulas:
            self.page.write(step.formulas, VGroup())
            return
        source = self.lines[-1]
        point = VGroup(*(self._coordinate(key, at[key]) for key in at)).arrange(RIGHT, buff=0.3)
        target = self.page.placed(step.formulas[0], point, source.height)
        copy = self.page.line_of(source.formula)
        copy.move_to(target).align_to(target, LEFT)
        label = self.page.labelled(point, target)
        self.play(*self.page.dimmed(), FadeIn(label, shift=0.2 * RIGHT), FadeIn(copy, shift=0.15 * DOWN), run_time=1.0)
        values = {key: self.label(value(at[key]), base=self.colour_of(key)) for key in at}
        substitution = Substitution.into(copy, values, self.colour_of)
        if substitution.fall:
            self.play(substitution.fall, run_time=1.0)
        same = (*substitution.links(target), *heads_stay(copy, target))
        become = Morph([copy, *substitution.parts], [target], extra=same, run_time=1.6)
        self.play(*substitution.unframed(become), become)
        self.page.add(target, label)

    def _coordinate(self, key: str, at: float) -> FormulaMobject:
        return self.stated(self.coordinate(key, lambda: at), self.page.reason_size)

    # ── the picture ───────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The lines move left; on a map the gradient at {at} stands straight uphill, across its level set.")
    def picture(self, step: StepView, at: Point) -> None:
        """The page makes room for a map; on it the level set through the point, then the arrow across it."""
        self._thaw()
        self._show_gradient(at)
        self.page.write(step.formulas, VGroup())

    @action("On the map the opposite arrow grows straight downhill, with its components along the axes.")
    def downhill(self, step: StepView, at: Point) -> None:
        """The components first, each along its axis, then their sum: minus the gradient."""
        self._show_gradient(at).downhill()
        self.page.write(step.formulas, VGroup())

    def _show_gradient(self, at: Point) -> GradientMap:
        """The map with the gradient at a point; a map that stands already is kept if it is of the same point."""
        if self.map is not None and self.map.at == at:
            return self.map
        if self.map is not None:
            self.map.leave()
        if self.map_region is None:
            self.map_region = self._make_room()
        self.map = GradientMap(self, self.function, self.span, at, self.map_region)
        self.map.show()
        return self.map

    def _make_room(self) -> Region:
        """Lines shrink to a part of the body; the rest is the map's."""
        whole = self.page.region
        kept, right = whole.split_rows(1, 1.1) if self.layout.upright else whole.split_columns(1.55, 1)
        self.page.make_room(replace(kept, right=kept.right - OFF_MAP))
        return Region(right.left + 0.1, right.bottom + 0.2, right.right - 0.45, right.top - 0.5)
