"""The best box from a sheet: cut, fold, and follow the slope of the volume to the top."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import ClassVar

from manim import DOWN, LEFT, RIGHT, UP, Create, FadeIn, FadeOut, LaggedStart, ValueTracker, VGroup, VMobject

from mathora.stage import Formula, Function, Interval, LessonScene, Number, Prose, StepView, action, move
from mathora.stage.figures.box_places import BoxPlaces
from mathora.stage.figures.tracked_curve import TrackedCurve
from mathora.stage.plane.folded_paper import Paper, PaperPose
from mathora.stage.text.terms import value


class BestBox(LessonScene):
    """A sheet with its corners cut off becomes an open box; the volume's slope leads to the best cut."""

    function: Function
    sheet: Number
    side: Formula
    cut: Number
    uphill: Prose
    level: Prose
    downhill: Prose

    needs: ClassVar = (
        ("function", "variables(1)", "the cut is its only variable"),
        ("function", "bounded()", "a cut ends where the sheet ends"),
        ("function", "everywhere()", "the curve is drawn over all cuts"),
        ("function", "varies()", "the curve rises and falls"),
        ("cut", "within(function)", "the box is cut there"),
        ("cut", "slope(function)", "the tangent touches the curve there"),
        ("slide.to", "within(function)", "the box is cut there"),
        ("slide.to", "slope(function)", "the tangent follows the cut"),
        ("optimum.function", "levels_out()", "at the best cut the tangent is level"),
    )
    movable = (
        "open-box",
        {"function": "function", "start": "cut", "sheet": "sheet", "side": "side", "uphill": "uphill",
         "level": "level", "downhill": "downhill"},
    )  # fmt: skip
    claims: ClassVar = (
        ("function", r"0 \le variable \le sheet / 2"),
        ("cut", r"0 \le cut \le sheet / 2"),
        ("side", r"side = sheet - 2 variable"),
    )

    # ── what stands where ─────────────────────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """The trackers that drive all motion, and the sheet; nothing stands on the stage yet."""
        self.variable = self.function.variables[0]
        self.domain = Interval(*self.function.domain(self.variable))
        self.at = ValueTracker(self.cut)
        self.folded, self.aside = ValueTracker(0.0), ValueTracker(0.0)
        self.places = BoxPlaces.of(self.layout)
        self.layout = replace(self.layout, panel=self.places.formulas)
        colours = self.theme.card, self.theme.foreground, self.colour_of(self.variable)
        self.new_paper = partial(Paper, self.sheet, *colours)
        self.paper = self.new_paper()
        self.names = VGroup()

    def _pose(self) -> PaperPose:
        """How the paper stands now, from the trackers."""
        return self.places.pose(self.sheet, self.at.get_value(), self.folded.get_value(), self.aside.get_value())

    def _net(self) -> PaperPose:
        """The flat sheet beside the box, always cut as the box is."""
        return PaperPose(self.places.net.centre, self.places.net.height / self.sheet * 0.98, self.at.get_value(), 0.0)

    # ── the sheet and the box ─────────────────────────────────────────────────────────────────────────────────────────

    @action("A square sheet of side {sheet}.")
    def lay_sheet(self, step: StepView) -> None:
        """The sheet with the length of its side."""
        self.paper.put(replace(self._pose(), cut=0.0))
        length = self.label(value(self.sheet), size=self.theme.sizes.formula)
        self.names = VGroup(length.next_to(self.paper.get_bottom(), UP, buff=0.2))
        self.play(FadeIn(self.paper, scale=0.94), run_time=1.0)
        self.play(FadeIn(self.names, shift=0.1 * UP), run_time=0.6)

    @action("Small squares are marked in the four corners, and fall away.")
    def cut_corners(self, step: StepView) -> None:
        """The four squares are marked, named and removed; the base's side gets its name."""
        self.need("lay_sheet")
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
        self.names = VGroup(name, side := self.formula_mobject(self.side))
        side.scale(min(1.0, 0.8 * pose.unit * (self.sheet - 2 * pose.cut) / side.width)).move_to(pose.centre)
        self.play(FadeIn(side), run_time=0.6)

    @action("The four flaps fold up, and the flat sheet becomes an open box.")
    def fold(self, step: StepView) -> None:
        """The flaps rise while the view tilts from straight above to the side."""
        self.need("cut_corners")
        self.play(FadeOut(self.names), run_time=0.4)
        self.names = VGroup()
        self.paper.add_updater(lambda paper: paper.put(self._pose()))
        self.play(move(self.folded, 1.0), run_time=2.6)
        self.invariant(
            "the base and two cuts make the sheet",
            lambda: self.paper.base_side() + 2 * self.at.get_value() - self.sheet,
            1e-6,
        )
        self.show_formulas(step)

    # ── the curve ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The curve of the volume over the cut is drawn, while the box goes through all cuts.")
    def curve(self, step: StepView) -> None:
        """The box makes room; the curve is traced while the box goes through the whole domain and comes back."""
        if "curve" in self.done:
            self._through_all()
            self.show_formulas(step)
            return
        self.need("fold")
        said = (self.uphill, self.level, self.downhill)
        self.track = TrackedCurve(self, self.function, self.at, self.places.graph, self.places.readings, said)
        net = self.new_paper()
        net.add_updater(lambda paper: paper.put(self._net()), call_updater=True)
        self.play(move(self.aside, 1.0), run_time=1.2)
        self.play(FadeIn(net), FadeIn(self.track.graph), run_time=0.8)
        trace = VMobject(stroke_color=self.track.line.get_stroke_color(), stroke_width=5, fill_opacity=0)
        trace.add_updater(lambda line: line.set_points(self.track.traced().points))
        self.play(move(self.at, self.domain.low), FadeIn(self.track.dot), run_time=0.8)
        self.add(trace, self.track.dot)
        self.play(move(self.at, self.domain.high), run_time=3.0)
        trace.clear_updaters()
        self.remove(trace)
        self.add(self.track.line, self.track.dot)
        self.play(move(self.at, self.cut), run_time=1.4)
        self.play(FadeIn(self.track.readouts[0]), FadeIn(self.track.readouts[1]), run_time=0.6)
        self.show_formulas(step)

    def _through_all(self) -> None:
        """Once more through all cuts, where the curve stands."""
        self._release_peak()
        for cut in (self.domain.low, self.domain.high, self.cut):
            self.play(move(self.at, cut), run_time=1.4)

    @action("The tangent of the curve where the box stands now, and its slope.")
    def tangent(self, step: StepView) -> None:
        """Tangent, slope read out, and what the slope says."""
        self.need("curve")
        self.play(Create(self.track.touching), run_time=1.0)
        self.track.touching.add_updater(
            lambda line: line.put(self.at.get_value(), self.track.height(), self.track.slope())
        )
        self.track.watch()
        said = self.track.saying()
        self.play(FadeIn(self.track.readouts[2]), FadeIn(said), run_time=0.6)
        self.remove(said)
        self.add(self.track.comment)
        self.show_formulas(step)

    @action("The cut goes to {to}; box, point and tangent follow.")
    def slide(self, step: StepView, to: Number) -> None:
        """Everything follows the cut to `to` (model units)."""
        self.need("tangent")
        self._release_peak()
        self.track.rest(to)
        self.play(move(self.at, to), run_time=2.6)
        self.show_formulas(step)

    @action("The cut goes to the best place of the curve, where the tangent comes to rest level.")
    def optimum(self, step: StepView) -> None:
        """To the optimum on the domain; thin lines lead from it to both axes."""
        self.need("tangent")
        self._release_peak()
        kind, best = self.track.best  # the need `levels_out` says that there is one
        self.invariant("at the optimum the tangent is level", lambda: self.track.lean(best), 1e-6)
        self.play(move(self.at, best), run_time=2.8)
        self.peak = lines, words = self.track.peak(kind, best)
        self.add(lines, self.track.touching, self.track.dot)
        self.play(FadeIn(lines), run_time=0.6)
        self.play(FadeIn(words, shift=0.1 * UP), run_time=0.6)
        self.show_formulas(step)

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _release_peak(self) -> None:
        if getattr(self, "peak", None) is not None:
            self.play(FadeOut(self.peak), run_time=0.4)
            self.peak = None
