"""Why a slope adds up both partials: from near a surface is a plane, on which the rises of two steps add up."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import numpy as np
from manim import UP, Animation, FadeIn, FadeOut, ValueTracker, VGroup, rate_functions, smooth, squish_rate_func

from mathora.stage import Formula, Function, Interval, LessonScene, Point, StepView, Variable, action, brings
from mathora.stage.figures.surface.cut_surface import CutSurface
from mathora.stage.figures.surface.tangent_piece import ON_PLANE, SUM, THROUGH, TangentPiece, TouchingPlane, net_around
from mathora.stage.loop_motions import LoopMotion
from mathora.stage.map.marks import patch
from mathora.stage.motion import come, evenly_nearer, move
from mathora.stage.text.terms import value

ASIDE, NEAR = 0.37, 0.12  # between an upright rise, or its end, and its number, in scene units
OVER = 0.35  # from the step to its name, in scene units

SECONDS = 5.0  # of the way to the point: slow enough to see the surface become flat
COMING = squish_rate_func(smooth, 0.62, 0.82)  # how the plane is laid on the surface, once that is flat to the eye
LEAVING = squish_rate_func(smooth, 0.82, 1.0)  # how the surface fades under it


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
        self.net = ValueTracker(0)
        for line in net_around(self.far, at, self.net):
            self.far.exhibit(line)
        self.near = TangentPiece(TouchingPlane(self.function, at), by, figure, self)
        self.numbers = VGroup()
        self.invariant(ON_PLANE, self.near.off_plane, 1e-6)
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
        self.show_formulas(step)

    def _leave_plane(self) -> None:
        """Back from the plane, on which nothing stands any more."""
        if (near := self.near).picture in self.mobjects:
            self._retrace(*(move(one, 0) for one in (near.opacity, near.furniture, *near.lettering)))
            self.remove(near.picture, near.labels)

    def _retrace(self, *others: Animation) -> None:
        """No step is gone on the plane any more, and none is told."""
        back = (move(one, 0) for one in (*self.near.walked, self.near.whole, self.near.stacked) if one.get_value())
        self.play(*others, *back, *map(FadeOut, self.numbers), run_time=0.6)
        self.numbers = VGroup()

    @brings("surface")
    def _stand_surface(self) -> None:
        if self.far.picture not in self.mobjects:
            self.far.stand_whole()
            self.far.ball_seen.set_value(1)
            self.add(self.far.picture, self.far.labels)

    @action("The camera goes close to {at}, until the surface is flat: its tangent plane.")
    def zoom(self, step: StepView) -> None:
        """The camera turns as it will see the plane; the surface grows about the point with its grid, until it is
        flat; a piece of the plane is laid on it, and is left.
        """
        self._leave_plane()
        self.need("surface")
        far, near = self.far, self.near
        self.play(*(move(one, 0) for one in (far.furniture, *far.lettering)), run_time=0.4)
        seen, old, rise = near.present(), far.present(), near.upright / far.upright
        turned = replace(old, azimuth=seen.azimuth, elevation=seen.elevation)
        self.play(*far.move(turned), move(far.rise, rise), move(self.net, 1), run_time=1.0)
        ends = np.array([near.corner(0), near.corner(0) + np.append(near.by, 0.0)])
        (here, there), (start, end) = far.scene_points(ends)[:, :2], near.scene_points(ends)[:, :2]
        nearer = float(np.linalg.norm(end - start) / np.linalg.norm(there - here))
        near.stand(seen.nearer(1 / nearer, start, here))
        self.add(near.picture, near.labels)
        pace = {"run_time": SECONDS, "rate_func": lambda share: evenly_nearer(smooth(share), nearer)}
        moves = *far.move(turned.nearer(nearer, here, start), **pace), *near.move(seen, **pace)
        fades = [move(one, 0, SECONDS, LEAVING) for one in (far.opacity, self.net)]
        fades += [move(far.ball_seen, 0, SECONDS, COMING), move(near.opacity, THROUGH, SECONDS, COMING)]
        self.play(*moves, *fades)
        self.remove(far.picture, far.labels)
        self.play(*(move(one, 1) for one in (near.furniture, *near.lettering)), run_time=0.6)
        self.show_formulas(step)

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
            self.play(FadeIn(self._number(axis)), run_time=0.5)

    def _number(self, axis: int) -> VGroup:
        """The number of a rise, beside it, on a patch of the background: the plane lies behind it."""
        near, key = self.near, self.function.variables[axis]
        text = self.label(value(float(near.rises[axis])), self.theme.sizes.formula, self.colour_of(key))
        number = VGroup(patch(text, self.theme).move_to(text), text)
        number.add_updater(lambda one: one.move_to(self._beside(one, axis)), call_updater=True)
        self.numbers.add(number)
        return number

    def _beside(self, number: VGroup, axis: int) -> np.ndarray:
        """Where the middle of a rise's number is now, (3,)."""
        places = []
        for stacked in (False, True):
            point, up = self.near.named(axis, stacked=stacked)
            at, other = map(self.near.scene_points, (point, self.near.named(1 - axis, stacked=stacked)[0]))
            apart = np.abs(other - at)[:2] - (number.width + 2 * ASIDE, number.height)
            left = not stacked and other[0] > at[0] and (apart < 0).all()  # of the other one, near its number
            across = (-1 if left else 1) * ((NEAR if up else ASIDE) + number.width / 2)
            places.append(at + np.array([across, up * number.height / 2, 0.0]))
        return np.asarray(places[0] + float(self.near.stacked.get_value()) * (places[1] - places[0]))

    @brings("edges", needs="plane")
    def _stand_edges(self) -> None:
        if self.done and not len(self.numbers):
            self.edges(StepView(()))
        elif not len(self.numbers):
            for axis in (0, 1):
                self.near.walked[axis].set_value(1)
                self.add(self._number(axis))

    @action("The whole step on the plane, with its {name}; at its end both rises stand on one another, its own rise.")
    def total(self, step: StepView, name: Formula | None = None) -> None:
        """The step, then the first rise once more under the second one."""
        self.need("edges")
        near = self.near
        self.play(move(near.whole, 1), run_time=1.2)
        if name is not None and len(self.numbers) == len(near.walked):
            label = self.formula_mobject(name, self.theme.sizes.formula)
            label.add_updater(lambda one: one.move_to(self._over_step()), call_updater=True)
            self.numbers.add(label)
            self.play(FadeIn(label), run_time=0.5)
        self.show_formulas(step)
        self.play(move(near.stacked, 1), run_time=1.4)

    def _over_step(self) -> np.ndarray:
        """Where the middle of the step's name is now, (3,)."""
        middle = (self.near.corner(0) + self.near.corner(2)) / 2
        return np.asarray(self.near.scene_points(middle) + OVER * UP)
