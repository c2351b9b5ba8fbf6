"""What a square sheet makes: its corners fall away, the flaps fold up, and it is an open box; with two cuts, two."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from manim import DOWN, LEFT, RIGHT, UP, FadeIn, FadeOut, LaggedStart, ValueTracker, VGroup, VMobject

from mathora.stage import Formula, Function, Interval, LessonScene, Number, StepView, action, move
from mathora.stage.figures.box.box_pair import BoxPair
from mathora.stage.figures.box.box_places import BoxPlaces
from mathora.stage.plane.folded_paper import Paper, PaperPose
from mathora.stage.text.terms import value, value_of

TWICE = "each base and two cuts make the sheet"


class SheetAndBox(LessonScene):
    """A sheet, and the open box that its cut makes of it."""

    function: Function
    sheet: Number
    side: Formula
    cut: Number

    needs: ClassVar = (
        ("function", "variables(1)", "the cut is its only variable"),
        ("function", "of_box(sheet)", "it is what the box holds"),
        ("function", "bounded()", "a cut ends where the sheet ends"),
        ("cut, two_cuts.small, two_cuts.large", "within(function)", "the box is cut there"),
        ("two_cuts.small", "other_than(large)", "two boxes are compared"),
    )
    claims: ClassVar = (
        ("sheet", "0 < sheet"),
        ("function", r"0 \le variable \le sheet / 2"),
        ("cut", r"0 < cut < sheet / 2"),
        ("side", r"side = sheet - 2 variable"),
    )

    # ── what stands where ─────────────────────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """The trackers that drive all motion, and the sheet; nothing stands on the stage yet."""
        self.variable = self.function.variables[0]
        self.domain = Interval(*self.function.domain(self.variable))
        self.at = ValueTracker(self.cut)
        self.folded, self.beside, self.aside = ValueTracker(0.0), ValueTracker(0.0), ValueTracker(0.0)
        self.places = BoxPlaces.of(self.layout)
        self.layout = replace(self.layout, panel=self.places.formulas)
        colours = self.theme.card, self.theme.foreground, self.colour_of(self.variable)
        self.new_paper = partial(Paper, self.sheet, *colours)
        self.paper = self.new_paper()
        self.names = VGroup()
        self.pair: BoxPair | None = None
        self.hidden: list[VMobject] = []

    def _pose(self) -> PaperPose:
        """How the paper stands now, from the trackers."""
        shares = (one.get_value() for one in (self.at, self.folded, self.beside, self.aside))
        return self.places.pose(self.sheet, *shares)

    def _net(self) -> PaperPose:
        """The flat sheet beside the box, always cut as the box is."""
        return PaperPose(self.places.net.centre, self.places.net.height / self.sheet * 0.98, self.at.get_value(), 0.0)

    # ── the sheet and the box ─────────────────────────────────────────────────────────────────────────────────────────

    @action("A square sheet of side {sheet}.")
    def lay_sheet(self, step: StepView) -> None:
        """The sheet with the length of its side; where the box stands, it stays."""
        if self.folded.get_value():
            return
        self.paper.put(replace(self._pose(), cut=0.0))
        length = self.label(value(self.sheet), size=self.theme.sizes.formula)
        self.names = VGroup(length.next_to(self.paper.get_bottom(), UP, buff=0.2))
        self.play(FadeIn(self.paper, scale=0.94), run_time=1.0)
        self.play(FadeIn(self.names, shift=0.1 * UP), run_time=0.6)

    @action("Small squares are marked in the four corners, and fall away.", needs="lay_sheet")
    def cut_corners(self, step: StepView) -> None:
        """The four squares are marked, named and removed; the base's side gets its name."""
        if self.folded.get_value():
            return
        pose = self._pose()
        marks = self.paper.corner_squares(pose)
        name = self.symbol(self.variable, size=self.theme.sizes.formula).next_to(marks[0], LEFT, buff=0.16)
        self.play(LaggedStart(*(FadeIn(mark) for mark in marks), lag_ratio=0.25), run_time=1.2)
        self.play(FadeIn(name, shift=0.1 * RIGHT), run_time=0.5)
        flat, self.paper = self.paper, self.new_paper()
        self.paper.put(pose)
        self.add(self.paper, self.names, *marks, name)
        ways = (UP + LEFT, UP + RIGHT, DOWN + RIGHT, DOWN + LEFT)
        self.play(
            *(FadeOut(mark, shift=0.45 * way) for mark, way in zip(marks, ways, strict=True)),
            *map(FadeOut, (flat, self.names)),  # not as one group, which would come to the front
            FadeIn(self.paper),
            run_time=1.0,
        )
        side = self.formula_mobject(self.side)
        side.scale(min(1.0, 0.8 * pose.unit * (self.sheet - 2 * pose.cut) / side.width)).move_to(pose.centre)
        self.names = VGroup(name, *([side] if side.em >= self.theme.sizes.minimum else []))
        if self.names[1:]:  # on a base that is smaller no name could be read
            self.play(*map(FadeIn, self.names[1:]), run_time=0.6)

    @action("The four flaps fold up, and the flat sheet becomes an open box.", needs="cut_corners")
    def fold(self, step: StepView) -> None:
        """The flaps rise while the view tilts from straight above to the side."""
        self.play(FadeOut(self.names), run_time=0.4)
        self.names = VGroup()
        self.paper.add_updater(lambda paper: paper.put(self._pose()))
        aside = [move(self.beside, 1.0)] if step.formulas else []
        self.play(move(self.folded, 1.0), *aside, run_time=2.6)
        self.invariant(
            "the base and two cuts make the sheet",
            lambda: self.paper.base_side() + 2 * self.at.get_value() - self.sheet,
            1e-6,
        )

    @action("The same sheet with two cuts, {small} and {large}: below each the box that it makes, and what that holds.")
    def two_cuts(self, step: StepView, small: Number, large: Number) -> None:
        """The box parts into two; above them come the sheets that they are made of."""
        self.need("fold")
        self.join()
        self.hidden = [one for one in self.beside_box() if one in self.mobjects]
        self.pair = pair = BoxPair(self.places, self.sheet, (small, large), self.new_paper, self._held)
        self.invariant(TWICE, pair.off, 1e-6)
        self.remove(self.paper)
        self.beside.set_value(1.0)  # there the two come together again
        self.play(*map(FadeOut, self.hidden), *pair.parts(self._pose()), run_time=1.6)
        self.play(FadeIn(pair.sheets), run_time=0.6)
        self.play(FadeIn(pair.words), run_time=0.6)

    def _held(self, cut: float) -> VGroup:
        """The cut, and how much its box holds."""
        held = value_of(self.function, lambda: (cut,))
        colours = self.colour_of(self.variable), self.colour_of(self.function.key)
        measured = zip((self.coordinate(self.variable, lambda: cut), held), colours, strict=True)
        rows = [self.reading(one, self.theme.sizes.label, colour=colour) for one, colour in measured]
        return VGroup(*rows).arrange(DOWN, buff=0.2)

    def beside_box(self) -> list[VMobject]:
        """What makes room for a second box while it stands."""
        return []

    def join(self) -> None:
        """The two boxes are one again, and what made room for them comes back."""
        if self.pair is not None:
            self.invariants.release(TWICE)
            leaving = FadeOut(self.pair.sheets, self.pair.words)
            self.play(leaving, *self.pair.parts(self._pose(), back=True), run_time=1.2)
            self.remove(self.pair, *self.pair, *self.pair.boxes)
            self.add(self.paper)
            self.play(*map(FadeIn, self.hidden), run_time=0.6)
            self.pair, self.hidden = None, []
