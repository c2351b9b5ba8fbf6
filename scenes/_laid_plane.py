"""A plane that is laid on a surface, and the way to it from afar: what a scene of a tangent plane begins with."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import Animation, AnimationGroup, FadeOut, VMobject, rate_functions

from mathora.stage import Function, Interval, LessonScene, Point, StepView, Variable, action, brings
from mathora.stage.figures.surface.cut_surface import CutSurface
from mathora.stage.figures.surface.magnified import Magnified
from mathora.stage.figures.surface.step_numbers import StepNumbers
from mathora.stage.figures.surface.tangent_piece import ON_PLANE, ON_SURFACE, SUM, THROUGH, TangentPiece, TouchingPlane
from mathora.stage.figures.surface.touching_sheet import ON_CUT, ObliqueCut, TouchingSheet
from mathora.stage.loop_motions import LoopMotion
from mathora.stage.motion import come, move

TURN, TRANSLUCENT = 10.0, 0.75
"""By how much the camera turns while the plane spreads, in degrees; how much is seen of the surface it lies on."""

SECONDS = 5.0  # of the way to the point: slow enough to see the surface become flat


class LaidPlane(LessonScene):
    """A surface, the plane that touches it at a point, and the way from the one to the other."""

    late_formulas = "corner"

    function: Function
    at: Point
    by: Point
    span: Interval = Interval(-2, 2)

    needs: ClassVar = (
        ("function", "variables(2), somewhere(span), varies(span)", "it is drawn as a surface over span"),
        ("at", "coordinates(function), inside(span), value(function)", "the plane touches the surface there"),
        ("at", "slope(function), steep(function)", "the plane rises as the surface does there"),
        ("by", "coordinates(function), nonzero()", "so far the step goes along each axis"),
    )

    def begin(self) -> None:
        """The surface, and the piece of its tangent plane; only the actions show them."""
        variables, figure = self.function.variables, self.layout.figure
        self.far = CutSurface(self.function, self.span, figure, self)
        self.far.hold(self.at, Variable(variables[0]))
        for tracker, key in zip(self.far.place, variables, strict=True):
            tracker.set_value(self.at[key])
        at, by = (np.array([point[key] for key in variables]) for point in (self.at, self.by))
        self.near = TangentPiece(TouchingPlane(self.function, at), by, figure, self)
        self.lens = Magnified(self.far, self.near, at)
        self.sheet = TouchingSheet(self.lens, self.near.plane, self.near.colours)
        self.slicing: ObliqueCut | None = None
        self.whole, self.graph = self.layout, list[VMobject]()
        self.numbers = StepNumbers(self.near, self)
        self.invariant(ON_PLANE, self.near.off_plane, 1e-6)
        self.invariant(ON_SURFACE, self.near.off_surface, 1e-6)
        self.invariant(SUM, self.near.off_sum, 1e-6)

    def lives(self) -> tuple[LoopMotion, ...]:
        """The camera breathes while a surface is seen."""
        figure = self.near if self.near.picture in self.mobjects else self.far
        return () if self.slicing is not None else figure.breathing()

    @action("The surface of {function}, with a ball at {at}.")
    def surface(self, step: StepView) -> None:
        """Floor and axes, the surface, the ball."""
        far = self.far
        self._leave_plane()
        far.stand(far.facing(far.inner))
        self.add(far.picture, far.labels)
        come(self, far.furniture, *far.lettering)
        self.play(move(far.opacity, 1, rate=rate_functions.rush_from), move(far.rise, 1), run_time=1.4)
        self.play(move(far.ball_seen, 1), run_time=0.5)

    def _leave_plane(self) -> None:
        """Back from the plane, on which nothing stands any more, or from the axes of a cut."""
        if self.slicing is not None:
            self.play(*map(FadeOut, self.graph), *self.panel_leaving(), run_time=0.6)
            self.invariants.release(ON_CUT)
            self.slicing, self.layout = None, self.whole
        if (near := self.near).picture in self.mobjects:
            self._retrace(*(move(one, 0) for one in (near.opacity, near.furniture, *near.lettering)))
            self.remove(near.picture, near.labels)

    def _retrace(self, *others: Animation) -> None:
        """No step is gone on the plane any more, and none is told."""
        back = (move(one, 0) for one in self.near.steps if one.get_value())
        self.play(*others, *back, *map(FadeOut, self.numbers), run_time=0.6)
        self.numbers = StepNumbers(self.near, self)

    @brings("surface")
    def _stand_surface(self) -> None:
        if self.far.picture not in self.mobjects:
            self.far.stand_whole()
            self.far.ball_seen.set_value(1)
            self.add(self.far.picture, self.far.labels)

    @action(
        "A plane is laid on the surface at {at}: the tangent plane, which both tangents span. The camera goes close, "
        "until it cannot be told from the surface.",
        moves=("touch", "close"),
    )
    def zoom(self, step: StepView) -> None:
        """The plane spreads from the point; then the piece that is seen grows smaller, and is drawn as large, with nets
        on it, until the surface is flat; it leaves, and the plane is left.
        """
        self._leave_plane()
        self.need("surface")
        far, near, lens = self.far, self.near, self.lens
        self._take_lens()
        self.starts("touch")
        lines = (move(one, 1, 1.1) for one in self.sheet.drawn)
        spreading = AnimationGroup(move(self.sheet.spread, 1, 1.8), move(lens.opacity, TRANSLUCENT, 1.8))
        self.play(far.turning(TURN, lens.turning(TURN, *lines, spreading)))
        self.show_formulas(step)
        self.starts("close")
        leaving = (move(one, 0) for one in (lens.furniture, *far.lettering, lens.grid))
        self.play(*leaving, move(lens.net, 1), run_time=0.6)
        self.remove(far.labels)
        pace = {"run_time": SECONDS}
        self.play(*lens.move(near.home, **pace), move(lens.closeness, 1, SECONDS))
        near.stand(near.home)
        self.add(near.picture, near.labels)
        coming = [move(one, 1) for one in (near.furniture, *near.lettering)]
        self.play(move(near.opacity, THROUGH), move(lens.opacity, 0), move(self.sheet.seen, 0), *coming, run_time=1.0)
        self.remove(lens.picture)

    def _take_lens(self) -> None:
        """The lens stands where the whole surface stood, and shows the same."""
        far, lens = self.far, self.lens
        lens.stand(far.present())
        self.sheet.stand(0)
        for one in (lens.closeness, lens.net):
            one.set_value(0)
        for one in (lens.grid, lens.furniture, lens.opacity, self.sheet.seen):
            one.set_value(1)
        self.remove(far.picture)
        self.add(lens.picture)

    @brings("plane")
    def _stand_plane(self) -> None:
        if (near := self.near).picture in self.mobjects:
            return
        if self.done:
            self.zoom(StepView(()))
        else:
            for one in (near.furniture, *near.lettering):
                one.set_value(1)
            near.opacity.set_value(THROUGH)
            self.add(near.picture, near.labels)
