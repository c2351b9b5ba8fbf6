"""Why a slope adds up both partials: from near a surface is a plane, on which the rises of two steps add up."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from manim import Animation, FadeIn, FadeOut, rate_functions

from mathora.stage import Formula, Function, Interval, LessonScene, Point, StepView, Variable, action, brings
from mathora.stage.figures.surface.cut_surface import CutSurface
from mathora.stage.figures.surface.magnified import Magnified
from mathora.stage.figures.surface.step_numbers import StepNumbers
from mathora.stage.figures.surface.tangent_piece import (
    GAPS,
    ON_PLANE,
    ON_SURFACE,
    SUM,
    THROUGH,
    TangentPiece,
    TouchingPlane,
)
from mathora.stage.loop_motions import LoopMotion
from mathora.stage.motion import come, move

SECONDS = 5.0  # of the way to the point: slow enough to see the surface become flat


class TangentPlane(LessonScene):
    """A surface from near: a plane, on which the rises of two steps along the axes add up to that of the whole step."""

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
        ("bend.by", "bends(function, at)", "the surface bends away from the plane"),
    )
    movable = ("map", {"function": "function", "start": "at", "span": "span"})

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
        self.numbers = StepNumbers(self.near, self)
        self.invariant(ON_PLANE, self.near.off_plane, 1e-6)
        self.invariant(ON_SURFACE, self.near.off_surface, 1e-6)
        self.invariant(SUM, self.near.off_sum, 1e-6)

    def lives(self) -> tuple[LoopMotion, ...]:
        """The camera breathes while a surface is seen."""
        return (self.near if self.near.picture in self.mobjects else self.far).breathing()

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
        """Back from the plane, on which nothing stands any more."""
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

    @action("The camera goes close to {at}, until the surface is flat: its tangent plane.")
    def zoom(self, step: StepView) -> None:
        """The piece of the surface that is seen grows smaller, and is drawn as large, with nets on it; until it is
        flat, and the plane lies where it was.
        """
        self._leave_plane()
        self.need("surface")
        far, near, lens = self.far, self.near, self.lens
        lens.stand(far.present())
        for one in (lens.closeness, lens.net):
            one.set_value(0)
        for one in (lens.grid, lens.furniture, lens.opacity):
            one.set_value(1)
        self.remove(far.picture)
        self.add(lens.picture)
        leaving = (move(one, 0) for one in (lens.furniture, *far.lettering, lens.grid))
        self.play(*leaving, move(lens.net, 1), run_time=0.6)
        self.remove(far.labels)
        pace = {"run_time": SECONDS}
        self.play(*lens.move(near.home, **pace), move(lens.closeness, 1, SECONDS))
        near.stand(near.home)
        self.add(near.picture, near.labels)
        coming = [move(one, 1) for one in (near.furniture, *near.lettering)]
        self.play(move(near.opacity, THROUGH), move(lens.opacity, 0), *coming, run_time=1.0)
        self.remove(lens.picture)

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
