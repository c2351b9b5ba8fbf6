"""The best box from a sheet: cut, fold, and follow the slope of the volume to the top."""

from __future__ import annotations

from typing import ClassVar

from _sheet import SheetAndBox
from manim import UP, Create, FadeIn, FadeOut, VMobject

from mathora.stage import Number, Prose, StepView, action, move
from mathora.stage.figures.curve.tracked_curve import TrackedCurve


class BestBox(SheetAndBox):
    """A sheet with its corners cut off becomes an open box; the volume's slope leads to the best cut."""

    uphill: Prose
    level: Prose
    downhill: Prose

    needs: ClassVar = (
        ("function", "everywhere()", "the curve is drawn over all cuts"),
        ("function", "varies()", "the curve rises and falls"),
        ("cut", "slope(function)", "the tangent touches the curve there"),
        ("two_cuts.small", "shorter(large)", "it is the smaller cut"),
        ("slide.to", "within(function)", "the box is cut there"),
        ("slide.to", "slope(function)", "the tangent follows the cut"),
        ("optimum.function", "levels_out()", "at the best cut the tangent is level"),
    )
    limits: ClassVar = (
        ("uphill", 1, 60, "letters beside the curve"),
        ("level", 1, 60, "letters beside the curve"),
        ("downhill", 1, 60, "letters beside the curve"),
    )
    movable = (
        "open-box",
        {"function": "function", "start": "cut", "sheet": "sheet", "uphill": "uphill", "level": "level",
         "downhill": "downhill"},
    )  # fmt: skip

    # ── the curve ─────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("The curve of the volume over the cut is drawn, while the box goes through all cuts.")
    def curve(self, step: StepView) -> None:
        """The box makes room; the curve is traced while the box goes through the whole domain and comes back."""
        if "curve" not in self.done and self.pair is not None:
            self.aside.set_value(1.0)  # both boxes go there, and are one
        self.join()
        if "curve" in self.done:
            self._through_all()
            return
        self.need("fold")
        said = (self.uphill, self.level, self.downhill)
        self.track = TrackedCurve(self, self.function, self.at, self.places.graph, self.places.readings, said)
        self.net = self.new_paper()
        self.net.add_updater(lambda paper: paper.put(self._net()), call_updater=True)
        if self.aside.get_value() < 1:
            self.play(move(self.aside, 1.0), run_time=1.2)
        self.play(FadeIn(self.net), FadeIn(self.track.graph), run_time=0.8)
        trace = VMobject(stroke_color=self.track.line.get_stroke_color(), stroke_width=5, fill_opacity=0)
        trace.add_updater(lambda line: line.set_points(self.track.traced().points))
        self.play(move(self.at, self.domain.low), FadeIn(self.track.dot), run_time=0.8)
        self.add(trace, self.track.dot)
        self.play(move(self.at, self.domain.high), run_time=2.6)
        trace.clear_updaters()
        self.remove(trace)
        self.add(self.track.line, self.track.dot)
        self.play(move(self.at, self.cut), run_time=1.0)
        self.play(FadeIn(self.track.readouts[0]), FadeIn(self.track.readouts[1]), run_time=0.6)

    def _through_all(self) -> None:
        """Once more through all cuts, where the curve stands, and back."""
        self._release_peak()
        for cut in (self.domain.low, self.domain.high, self.at.get_value()):
            self.play(*self.track.follows(cut, 1.4))

    @action("The tangent of the curve where the box stands now, and its slope.")
    def tangent(self, step: StepView) -> None:
        """Tangent, slope read out, and what the slope says."""
        self.join()
        self.need("curve")
        if "tangent" not in self.done:
            self.play(Create(self.track.touching), run_time=1.0)
            self.track.touching.add_updater(
                lambda line: line.put(self.at.get_value(), self.track.height(), self.track.slope())
            )
            self.track.watch()
            self.play(FadeIn(self.track.readouts[2]), self.track.comes(), run_time=0.6)

    @action("The cut goes to {to}; box, point and tangent follow.")
    def slide(self, step: StepView, to: Number) -> None:
        """Everything follows the cut to `to` (model units)."""
        self.join()
        self.need("tangent")
        self._release_peak()
        self.track.rest(to)
        self.play(*self.track.follows(to, 2.6))

    @action("The cut goes to the best place of the curve, where the tangent comes to rest level.")
    def optimum(self, step: StepView) -> None:
        """To the optimum on the domain; thin lines lead from it to both axes."""
        self.join()
        self.need("tangent")
        self._release_peak()
        kind, best = self.track.best  # the need `levels_out` says that there is one
        self.invariant("at the optimum the tangent is level", lambda: self.track.lean(best), 1e-6)
        self.play(*self.track.follows(best, 2.8))
        self.peak = lines, words = self.track.peak(kind, best)
        self.add(lines, self.track.touching, self.track.dot)
        self.play(FadeIn(lines), run_time=0.6)
        self.play(FadeIn(words, shift=0.1 * UP), run_time=0.6)

    # ── its parts ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def beside_box(self) -> list[VMobject]:
        """The net, the curve, and all that belongs to it."""
        self._release_peak()
        if "curve" not in self.done:
            return []
        track = self.track
        return [self.net, track.graph, track.line, track.touching, track.dot, *track.readouts, track.comment]

    def _release_peak(self) -> None:
        if getattr(self, "peak", None) is not None:
            self.play(FadeOut(self.peak), run_time=0.4)
            self.peak = None
