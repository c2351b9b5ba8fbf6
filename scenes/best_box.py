"""The best box from a sheet: cut, fold, and follow the slope of the volume to the top."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    LaggedStart,
    ValueTracker,
    VGroup,
    VMobject,
)
from numpy import array, linspace, ndarray

from mathora.stage import Formula, Function, Interval, LessonScene, Number, Prose, Region, StepView, action, move
from mathora.stage.plane.folded_paper import Paper, PaperPose
from mathora.stage.plane.graph import Graph, Tangent
from mathora.stage.text.terms import Measured, value, value_of

LEVEL = 0.01
"""A slope nearer to zero than this share of the graph's is called level, a value so near to the optimum the best."""


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
        {
            "function": "function",
            "start": "cut",
            "sheet": "sheet",
            "side": "side",
            "uphill": "uphill",
            "level": "level",
            "downhill": "downhill",
        },
    )
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
        self.slope_of = self.function.partial(self.variable)
        self.best = self._best()
        self.at = ValueTracker(self.cut)
        self.folded, self.aside = ValueTracker(0.0), ValueTracker(0.0)
        self.net_place, self.box_place, self.graph_place, self.layout = self._divide()
        self.large = replace(self.net_place, right=self.graph_place.right, bottom=self.box_place.bottom)
        self.paper = Paper(self.sheet, self.theme.card, self.theme.foreground, self.colour_of(self.variable))
        self.names = VGroup()

    def _divide(self) -> tuple[Region, Region, Region, object]:
        """Places of the flat net, the box, the graph, and the layout whose panel holds the formulas."""
        body = self.layout.body
        if self.layout.upright:
            top, middle, low = body.split_rows(0.24, 0.42, 0.34)
            net, box = top.split_columns(1, 1)
            return net, box, middle.inset(0.5), replace(self.layout, panel=low.split_columns(1, 1)[0])
        left, graph, panel = body.split_columns(2.9, 5.0, 5.1)
        net, box = left.split_rows(1, 1)
        graph = Region(graph.left + 0.7, graph.bottom + 0.45, graph.right - 0.6, graph.top - 0.35)
        formulas, self.readout_place = panel.split_rows(1, 1)
        return net.inset(0.12), box.inset(0.12), graph, replace(self.layout, panel=formulas.inset(0.1))

    def _pose(self) -> PaperPose:
        """How the paper stands now, from the trackers."""
        share = self.aside.get_value()
        place = self.large.centre + share * (self.box_place.centre - self.large.centre)
        big = self.large.height / self.sheet * 0.92
        small = min(self.box_place.width * 0.98, self.box_place.height * 1.15) / self.sheet
        return PaperPose(place, big + share * (small - big), self.at.get_value(), self.folded.get_value())

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
        self.paper.put(pose)
        ways = (UP + LEFT, UP + RIGHT, DOWN + RIGHT, DOWN + LEFT)
        self.play(
            *(FadeOut(mark, shift=0.45 * way) for mark, way in zip(marks, ways, strict=True)),
            FadeOut(self.names),
            run_time=1.0,
        )
        side = self.formula_mobject(self.side).move_to(pose.centre)
        self.play(FadeIn(side), run_time=0.6)
        self.names = VGroup(name, side)

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
        self._make_graph()
        net = Paper(self.sheet, self.theme.card, self.theme.foreground, self.colour_of(self.variable))
        net.add_updater(lambda paper: paper.put(self._flat()))
        net.put(self._flat())
        self.play(move(self.aside, 1.0), run_time=1.2)
        self.play(FadeIn(net), FadeIn(self.graph), run_time=0.8)
        trace = VMobject(stroke_color=self.line.get_stroke_color(), stroke_width=5, fill_opacity=0)
        trace.add_updater(lambda line: line.set_points(self._traced().points))
        self.play(move(self.at, self.domain.low), FadeIn(self.dot), run_time=0.8)
        self.add(trace, self.dot)
        self.play(move(self.at, self.domain.high), run_time=3.0)
        trace.clear_updaters()
        self.remove(trace)
        self.add(self.line, self.dot)
        self.play(move(self.at, self.cut), run_time=1.4)
        self.play(FadeIn(self.readouts[0]), FadeIn(self.readouts[1]), run_time=0.6)
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
        self.play(Create(self.touching), run_time=1.0)
        self.touching.add_updater(lambda line: line.put(self.at.get_value(), self._height(), self._slope()))
        self._watch()
        said = self._said()
        self.play(FadeIn(self.readouts[2]), FadeIn(said), run_time=0.6)
        self.remove(said)
        self.add(self.comment)
        self.show_formulas(step)

    @action("The cut goes to {to}; box, point and tangent follow.")
    def slide(self, step: StepView, to: Number) -> None:
        """Everything follows the cut to `to` (model units)."""
        self.need("tangent")
        self._release_peak()
        self._rest(to)
        self.play(move(self.at, to), run_time=2.6)
        self.show_formulas(step)

    @action("The cut goes to the best place of the curve, where the tangent comes to rest level.")
    def optimum(self, step: StepView) -> None:
        """To the optimum on the domain; thin lines lead from it to both axes."""
        self.need("tangent")
        self._release_peak()
        kind, best = self.best  # the need `levels_out` says that there is one
        pictures = self.words.picture
        extreme = {"max": pictures.maximum, "min": pictures.minimum}[kind]
        self.invariant("at the optimum the tangent is level", lambda: self._lean(best), 1e-6)
        self.play(move(self.at, best), run_time=2.8)
        top = self._value(best)
        lines = VGroup(
            self.graph.dashes((best, self.graph.y.low), (best, top), self.theme.muted),
            self.graph.dashes((self.graph.x.low, top), (best, top), self.theme.muted),
        )
        words = VGroup(
            self.words_mobject(extreme, size=self.theme.sizes.label),
            self.label(value(top), base=self.colour_of(self.function.key)),
            self.words_mobject(pictures.at, size=self.theme.sizes.label),
            self.stated(self.coordinate(self.variable, lambda: best)),
        ).arrange(RIGHT, buff=0.14)
        words.move_to(self.graph.point(best, top) + array([0.25, 0.42, 0.0]), aligned_edge=LEFT)
        self.peak = VGroup(lines, words)
        self.add(lines, self.touching, self.dot)
        self.play(FadeIn(lines), run_time=0.6)
        self.play(FadeIn(words, shift=0.1 * UP), run_time=0.6)
        self.show_formulas(step)

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _flat(self) -> PaperPose:
        """The flat sheet beside the box, always cut as the box is."""
        return PaperPose(self.net_place.centre, self.net_place.height / self.sheet * 0.98, self.at.get_value(), 0.0)

    def _make_graph(self) -> None:
        across = linspace(*self.domain, 401)
        high = float(self.function.value(across).max())
        low = min(0.0, float(self.function.value(across).min()))
        names = (self.symbol(self.variable), self.symbol(self.function.key))
        self.graph = Graph(self.graph_place, self.domain, Interval(low, high * 1.22), self.theme, names=names)
        self.line = self.graph.curve(self.function.value, self.colour_of(self.function.key), self.domain, width=5)
        self.dot = Dot(radius=0.095, color=self.theme.foreground)
        self.dot.add_updater(lambda dot: dot.move_to(self._here()))
        self.dot.move_to(self._here())
        self.touching = self._touch(Tangent(self.graph, self.theme.foreground, length=2.4))
        self._make_readouts()

    def _make_readouts(self) -> None:
        pink, teal = self.colour_of(self.function.key), self.colour_of(self.variable)
        size = self.theme.sizes.formula * 0.9
        x, height, slope = self._measured()
        rows = (
            (self.symbol(self.variable, size=size), self.readout(x, teal, decimals=2, size=size)),
            (self.symbol(self.function.key, size=size), self.readout(height, pink, size=size)),
            (self.words_mobject(self.words.picture.slope, size=size), self.readout(slope, size=size)),
        )
        place = self._readout_region()
        self.readouts = VGroup()
        for index, (label, number) in enumerate(rows):
            number.add_updater(lambda one: one.show(one.measured.value()))
            height = place.top - 0.3 - 0.62 * index
            equals = self.words_mobject("=", size=size)
            label.move_to(array([place.left + 1.15, height, 0.0]), aligned_edge=RIGHT)
            equals.move_to(array([place.left + 1.5, height, 0.0]))
            number.move_to(array([place.left + 1.75, height, 0.0]), aligned_edge=LEFT)
            self.readouts.add(VGroup(label, equals, number))
        self._rest(self.cut, *([self.best[1]] if self.best else []))
        width = place.width - 0.1
        self.said = [
            self.prose_mobject(prose, width=width, balanced=True) for prose in (self.uphill, self.level, self.downhill)
        ]
        for words in self.said:
            words.move_to(array([place.left + 0.1, place.top - 2.1, 0.0]), aligned_edge=array([-1.0, 1.0, 0.0]))
        self.comment = VGroup()
        self.comment.add_updater(lambda holder: holder.set(submobjects=[self._said()]))
        self.comment.set(submobjects=[self._said()])

    def _rest(self, *cuts: float) -> None:
        """The readings come to rest at these cuts: with digits enough there, their left ends where they are."""
        for row, shown in zip(self.readouts, (float, self._value, self._slope_at), strict=True):
            number, left = row[2], row[2].get_left()
            number.rest_at(*map(shown, cuts)).shift(left - number.get_left())

    def _measured(self) -> tuple[Measured, ...]:
        """What is read out where the box stands: the cut, the volume, its slope."""
        here = lambda: (self.at.get_value(),)  # noqa: E731 - the place of both
        return (
            self.coordinate(self.variable, self.at.get_value),
            value_of(self.function, here),
            value_of(self.slope_of, here),
        )

    def _readout_region(self) -> Region:
        if self.layout.upright:
            low = self.layout.body.split_rows(0.24, 0.42, 0.34)[2]
            return low.split_columns(1, 1)[1]
        return self.readout_place

    def _said(self) -> VGroup:
        """What the slope says now; nothing where it is level and another place is better."""
        slope, steep = self._slope(), LEVEL * self.graph.y.length / self.domain.length
        if abs(slope) > steep:
            return self.said[0 if slope > 0 else 2]
        far = self.best is None or abs(self._height() - self._value(self.best[1])) > LEVEL * self.graph.y.length
        return VGroup() if far else self.said[1]

    def _value(self, at: float) -> float:
        return float(self.function.value(array([at]))[0])

    def _height(self) -> float:
        return self._value(self.at.get_value())

    def _slope(self) -> float:
        return self._slope_at(self.at.get_value())

    def _here(self) -> ndarray:
        return self.graph.point(self.at.get_value(), self._height())

    def _touch(self, line: Tangent) -> Tangent:
        return line.put(self.at.get_value(), self._height(), self._slope())

    def _traced(self) -> VMobject:
        return self.graph.curve(
            self.function.value, self.line.get_stroke_color(), Interval(self.domain.low, self.at.get_value() + 1e-6)
        )

    def _watch(self) -> None:
        """What the drawn points must keep: the dot lies on the curve, the tangent has the curve's slope."""
        scale = self.graph.y.length

        def off_curve() -> float:
            x, y = self.graph.model_of(self.dot.get_center())
            return (y - float(self.function.value(array([x]))[0])) / scale

        def off_slope() -> float:
            x, _ = self.graph.model_of(self.dot.get_center())
            return (self.touching.seen_slope() - float(self.slope_of.value(array([x]))[0])) / scale

        self.invariant("the point lies on the curve", off_curve, 1e-6)
        self.invariant("the tangent has the slope of the curve", off_slope, 1e-6)

    def _lean(self, best: float) -> float:
        """How far the drawn tangent is from level, on frames where the drawn point stands at the optimum."""
        x, _ = self.graph.model_of(self.dot.get_center())
        return self.touching.seen_slope() if abs(x - best) < 1e-9 else 0.0

    def _release_peak(self) -> None:
        if getattr(self, "peak", None) is not None:
            self.play(FadeOut(self.peak), run_time=0.4)
            self.peak = None

    def _best(self) -> tuple[str, float] | None:
        """Where the function is greatest on its domain, or else least, with a level tangent; None if neither has one.

        The best of a fine grid, then bisection on the derivative.
        """
        across = linspace(*self.domain, 2001)
        values = self.function.value(across)
        for kind, sign, index in (("max", 1, int(values.argmax())), ("min", -1, int(values.argmin()))):
            low, high = across[max(index - 1, 0)], across[min(index + 1, 2000)]
            for _ in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if sign * self._slope_at(middle) > 0 else (low, middle)
            best = round(float((low + high) / 2), 12)
            if abs(self._slope_at(best)) < 1e-6 * (1 + float(values.max() - values.min()) / self.domain.length):
                return kind, best
        return None

    def _slope_at(self, at: float) -> float:
        return float(self.slope_of.value(array([at]))[0])
