"""Why a slope adds up both partials: from near a surface is a plane, on which the rises of two steps add up."""

from __future__ import annotations

from typing import ClassVar

from _laid_plane import TRANSLUCENT, LaidPlane
from manim import FadeIn, FadeOut

from mathora.stage import Formula, Function, Interval, StepView, action, brings
from mathora.stage.curves import OneVariable, chosen_heights
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.plot import Plot
from mathora.stage.figures.curve.point import PointOnCurve
from mathora.stage.figures.surface.tangent_piece import GAPS
from mathora.stage.figures.surface.touching_sheet import ON_CUT, ObliqueCut
from mathora.stage.motion import late, move

ELEVATION = 27.0  # from where a cut along the step is looked at, in degrees


class TangentPlane(LaidPlane):
    """A surface from near: a plane, on which the rises of two steps along the axes add up to that of the whole step."""

    needs: ClassVar = (
        ("bend.by", "bends(function, at)", "the surface bends away from the plane"),
        ("cut.along", "variables(1), runs_along(function, at, by, span)", "it is the height along the step"),
    )
    movable = ("map", {"function": "function", "start": "at", "span": "span"})

    @action(
        "First along one axis, then along the other: each part of the step, and how much higher it leads.",
        moves=("first", "second"),
    )
    def edges(self, step: StepView) -> None:
        """Each part with its rise, and the rise's number."""
        self.need("plane")
        self._retrace()
        self.show_formulas(step)
        for axis, name in enumerate(("first", "second")):
            self.starts(name)
            self.play(move(self.near.walked[axis], 1, 1.4))
            self.play(FadeIn(self.numbers.rise(axis)), run_time=0.5)

    @brings("edges", needs="plane")
    def _stand_edges(self) -> None:
        if self.done and not len(self.numbers):
            self.edges(StepView(()))
        elif not len(self.numbers):
            for axis in (0, 1):
                self.near.walked[axis].set_value(1)
                self.add(self.numbers.rise(axis))

    @action("The whole step on the plane, with its {name}; at its end both rises stand on one another, its own rise.")
    def total(self, step: StepView, name: Formula | None = None) -> None:
        """The step, then the first rise once more under the second one."""
        self.need("edges")
        near = self.near
        self.play(move(near.whole, 1), run_time=1.2)
        self.show_formulas(step)
        self.play(move(near.stacked, 1), run_time=1.4)
        if name is not None and len(self.numbers) == len(near.walked):
            self.play(FadeIn(self.numbers.called(name)), run_time=0.5)

    @action(
        "Over the step the surface itself bends away from the plane; so far it is off at the end, and half way.",
        moves=("half",),
        needs="edges",
    )
    def bend(self, step: StepView) -> None:
        """The surface's own way over the step, and its gap to the plane at the end; then the gap half way."""
        near = self.near
        named = [*self.numbers[len(near.walked) :]]
        self.play(*map(FadeOut, named), *(move(one, 1, 1.2) for one in (near.whole, near.stacked)), run_time=0.8)
        self.numbers.remove(*named)
        self.play(move(near.bent, 1, 1.8))
        self._open_gap(GAPS[0])
        self.show_formulas(step)
        self.starts("half")
        self._open_gap(GAPS[1])

    def _open_gap(self, share: float) -> None:
        self.play(move(self.near.apart[share], 1, 0.7))
        self.play(FadeIn(self.numbers.gap(share)), run_time=0.5)

    @action(
        "The camera goes back: a plane stands upright along the step, and cuts surface and tangent plane; both curves "
        "leave them, and stand on axes, where {along} tells how high the surface is so far along.",
        moves=("cut", "lift"),
    )
    def cut(self, step: StepView, along: Function, span: Interval) -> None:
        """Back from the plane to the surface, the cut, its two curves, their flight."""
        self.need("plane")
        _, flat = self.layout.with_readings()
        path = OneVariable(along, along.variables[0])
        names = self.symbol(path.variable), self.symbol(along.key)
        plot = Plot(flat.figure, span, chosen_heights([path], span), self.theme, names)
        plot.keep_off(path)
        curve = FunctionCurve(plot, path, self.colour_of(along.key))  # as it stands where this is gone on with
        spot = PointOnCurve(curve, 0.0, self.theme, self.theme.foreground, ())
        curve.stand(drawn=1)
        spot.stand(point=1, line=1, long=1)
        plot.lines.append(spot.line_points)
        cut = self.slicing = ObliqueCut(
            self.lens, self.near.plane, self.near.by, path.value, curve.colour, lambda: plot.graph
        )
        self.invariant(ON_CUT, cut.off_surface, 1e-6)
        self._go_back(cut.azimuth())
        self.starts("cut")
        self.play(move(cut.stood, 1), run_time=1.0)
        self.play(move(cut.glow, 1), run_time=1.6)
        self.layout = flat
        self.starts("lift")
        self.add(*cut.lines, cut.dot, plot.picture, plot.numbers)
        cut.flown.set_value(1e-6)
        fading = (self.lens.opacity, self.sheet.seen, cut.stood, self.lens.furniture, *self.far.lettering)
        gone = [move(one, 0, 1.2) for one in fading]
        coming = plot.to(seconds=2.4, rate=late, axes=1, numbers=1)
        self.play(*gone, *coming, move(cut.flown, 1, 2.4), *self.formulas_during(step))
        self.remove(self.lens.picture, self.far.labels, *cut.lines, cut.dot)
        self.remove(plot.numbers)
        self.graph = [plot.picture, curve.picture, plot.numbers, spot.picture]
        self.add(*self.graph)

    def _go_back(self, azimuth: float) -> None:
        """From the plane, whose steps leave, to the whole surface, on which the tangent plane lies."""
        far, near, lens = self.far, self.near, self.lens
        self._retrace()
        home = far.pose(far.inner, azimuth, ELEVATION)
        lens.stand(near.present())
        for one, value in ((lens.closeness, 1), (lens.net, 1), (lens.opacity, 0), (self.sheet.seen, 0)):
            one.set_value(value)
        for one in (lens.furniture, lens.grid, *far.lettering):
            one.set_value(0)
        self.sheet.stand(1)
        self.add(lens.picture)
        self.play(
            move(lens.opacity, TRANSLUCENT),
            move(self.sheet.seen, 1),
            *(move(one, 0) for one in (near.opacity, near.furniture, *near.lettering)),
            run_time=0.8,
        )
        self.remove(near.picture, near.labels)
        self.play(*lens.move(home, run_time=2.6), move(lens.closeness, 0, 2.6))
        far.stand(home)
        self.add(far.labels)
        coming = (move(one, 1) for one in (lens.furniture, *far.lettering, lens.grid))
        self.play(*coming, move(lens.net, 0), run_time=0.6)
