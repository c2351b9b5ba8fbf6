"""A surface, cut where one of its two variables is held: plane, glowing slice, and a ball that stands on it.

Owns: `CutSurface`, `beside_slice`, `FROZEN`.

Laws:
- Slice and ball are points of the surface; what is painted keeps the variable that is held (`drift`).
- All that comes and goes is a tracker's number from 0 to 1, as in every `SurfaceFigure`.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np
from manim import AnimationGroup, FadeOut, Succession, ValueTracker, config, rate_functions

from mathora.formula import ModelFunction
from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.layout import Layout, Region, clear_place
from mathora.stage.loop_motions import LoopMotion, Sway
from mathora.stage.motion import move
from mathora.stage.parameters import Point, Variable
from mathora.stage.plane.graph import OFF_EDGE
from mathora.stage.space.figure import CameraPose, SurfaceFigure, rgb
from mathora.stage.space.furniture import drop_lines
from mathora.stage.space.slice import Slice
from mathora.stage.space.view import BALL, SpaceBall, SpaceCurve
from mathora.stage.text.terms import value_of
from mathora.stage.text.value_label import ValueLabel
from mathora.stage.writing import Writing

FROZEN = "the frozen variable does not move"  # what the figure claims while it is cut (`drift`)
SAMPLES = 161  # the points of a slice that is painted
CLEAR = 0.2  # how much is left of the surface in front of the plane
AZIMUTHS = (-24.0, -62.0)  # from where the slice is best seen when the first, or the second variable is held (degrees)
DRIFTS = (-6.0, 6.0)  # by how much the camera turns while the first, or the second variable comes to be held (degrees)

ELEVATION, HIGHEST, HIGHER = 36.0, 68.0, 4.0
"""From how high the surface is seen, and at most, where a ball would be hidden; by how much it is tried (degrees)."""

DOWN_LEG = 2

NAME = 0.46  # the em of the axes' names, in scene units
FALL = 0.6  # from how high the ball falls, as a share of the box
LARGEST_BALL = 0.25  # the radius of a ball, in scene units, that does not grow when the camera goes nearer


CORNER = (0.46, 0.3)
"""The share of the picture's width and height that formulas have, below the surface, once the slice is beside it."""


def beside_slice(whole: Layout) -> tuple[Layout, Region, Region]:
    """A layout with formulas in its `CORNER`, where the surface stands above them, and where its slice stands on axes
    of its own; in an upright picture, the same layout with the slice below the surface.
    """
    layout = whole.cornered(*CORNER)
    if layout.figure.is_upright:
        above, below = layout.figure.split_rows(0.45, 0.55)
        return layout, Region(above.left + 0.1, above.bottom + 0.35, above.right - 0.1, above.top - 0.1), below
    left, right = layout.figure.split_columns(CORNER[0], 1 - CORNER[0])
    raised, lowered, apart = (0.3, 0.0, 0.4) if layout.upright else (0.1, CORNER[1] * left.height, 0.05)
    return layout, Region(left.left - 0.1, left.bottom + 0.4 + lowered, left.right - apart, left.top - raised), right


BREATH = 0.03  # radians by which the camera turns to both sides while the picture stands


class CutSurface(SurfaceFigure):
    """The surface of `function` over `span` both ways; nothing of it is seen yet.

    The ball, and the point of the slice, stand at `place`, the values of both variables. `glow` is how far the slice is
    drawn, `fall` how high the ball is above the surface. `cut` is where a plane will cut it, or does.
    """

    function: ModelFunction

    def __init__(self, function: ModelFunction, span: Interval, region: Region, write: Writing) -> None:
        names = tuple(write.symbol(key, NAME) for key in (*function.variables, function.key))
        super().__init__(function, span, span, region, theme=write.theme, names=names)
        self.write, self.span, self.inner = write, span, self.picture.region.inset(0.22)
        self.stand(self.pose(self.inner, AZIMUTHS[1] + 20, ELEVATION + 4, -20))
        for part in self.parts:
            part.set_value(0)
        self.place = (ValueTracker(0), ValueTracker(0))
        self.readings: list[ValueLabel] = []
        self.glow = ValueTracker(0)
        self.ball_seen, self.drops_seen, self.fall = ValueTracker(0), ValueTracker(0), ValueTracker(0)
        self.exhibit(self._slice_curve)
        for leg in range(3):
            self.exhibit(partial(self._drop_line, leg))
        self.exhibit(self._ball)

    def breathing(self) -> tuple[LoopMotion, ...]:
        """The camera turns a little to both sides, and back, while the surface is seen."""
        return (Sway(self.trackers["azimuth"], BREATH),) if self.opacity.get_value() > 0 else ()

    # ── what stands ───────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def at(self) -> tuple[float, ...]:
        """Where the ball, and the point of the slice, stand: the values of both variables."""
        return tuple(float(one.get_value()) for one in self.place)

    @property
    def is_cut(self) -> bool:
        """Whether a slice glows."""
        return bool(self.glow.get_value() > 0)

    @property
    def variable(self) -> str:
        """The variable that is free to move along the slice."""
        return str(self.function.variables[1 - self.cut.axis])

    @property
    def free(self) -> ValueTracker:
        """Its value."""
        return self.place[1 - self.cut.axis]

    def colour(self, axis: int) -> str:
        """The colour of a variable."""
        return self.write.colour_of(self.function.variables[axis])

    @property
    def slice_colour(self) -> str:
        """The colour of the variable that is free."""
        return self.colour(1 - self.cut.axis)

    def hold(self, frozen: Point, moves: Variable) -> None:
        """From now on the plane stands, or will stand, where `frozen` holds the variable that does not move."""
        axis = 1 - self.function.variables.index(moves.key)
        self.cut, self.plane_axis = Slice(self.function, axis, frozen[self.function.variables[axis]]), axis

    def ball_is_at(self, frozen: Point, moves: Variable) -> bool:
        """Whether the ball stands where a plane would hold the variable that does not move."""
        axis = 1 - self.function.variables.index(moves.key)
        return bool(self.at[axis] == frozen[self.function.variables[axis]])

    def ball_point(self) -> Array:
        """Where the ball stands; a model point (3,)."""
        return self.on_surface(*self.at)

    def facing(self, region: Region) -> CameraPose:
        """From where the slice is best seen, in a part of the figure."""
        return self.pose(region, AZIMUTHS[self.cut.axis], ELEVATION)

    def stand_whole(self) -> None:
        """The surface stands without motion, not cut."""
        for part in self.parts:
            part.set_value(1)
        self.stand(self.facing(self.inner))

    def stand_cut(self) -> None:
        """The cut stands without motion."""
        self.plane_at.set_value(self.cut.value)
        self.place[self.cut.axis].set_value(self.cut.value)
        for tracker, value in ((self.plane_seen, 1), (self.near, CLEAR), (self.glow, 1)):
            tracker.set_value(value)
        self.mark_held()

    def mark_held(self) -> None:
        """The name of the variable that is held, and its reading, take the colour of what is frozen."""
        self.axis_names[self.cut.axis].set_fill(self.theme.frozen)
        if self.readings:
            self.readings[self.cut.axis].set_fill(self.theme.frozen)

    def mark_free(self) -> None:
        """It has its own colour again."""
        self.axis_names[self.cut.axis].set_fill(self.colour(self.cut.axis))

    @property
    def small_print(self) -> tuple[ValueTracker, ...]:
        """How much is seen of the numbers on the floor, and of what leads down to it."""
        return self.numbers_seen, self.drops_seen

    def without_small_print(self) -> None:
        """Only the surface, its axes and the slice are seen."""
        for seen in self.small_print:
            seen.set_value(0)

    # ── motions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def swinging(self) -> list[Any]:
        """The camera swings round, from where it stood in the beginning."""
        return self.move(self.pose(self.inner, AZIMUTHS[1], ELEVATION))

    def falling(self) -> AnimationGroup:
        """The ball falls on the surface and bounces; the camera turns back a little, and rises to where it sees it."""
        return self._towards(-DRIFTS[1], move(self.fall, 0, 1.5, rate_functions.ease_out_bounce), highest=HIGHEST)

    def _towards(
        self,
        degrees: float,
        *phases: Any,  # noqa: ANN401 - Manim's animation builders
        highest: float = ELEVATION,
    ) -> AnimationGroup:
        """Animations one after the other, while the camera turns by so many degrees, and, if it may, rises to where it
        sees the ball.
        """
        steps, turned = Succession(*phases), float(np.degrees(self.trackers["azimuth"].get_value())) + degrees
        tried = [self.pose(self.inner, turned, up, -degrees) for up in np.arange(ELEVATION, highest + 1, HIGHER)]
        pose = next((one for one in tried if not self._hides(one)), tried[0])
        return AnimationGroup(steps, *self.move(pose, run_time=steps.run_time))

    def _hides(self, pose: CameraPose) -> bool:
        """Whether the whole surface would hide the ball, where it lies, from a camera there."""
        field = self.picture.painter.relief.field(self.box)
        foot = self.box.to_space(self.ball_point())
        middle = foot + BALL * field.normal_at(float(foot[0]), float(foot[1]))
        return bool(field.hidden(middle[None], pose.camera())[0])

    def cutting(self) -> AnimationGroup:
        """The plane comes up at the farther end and glides to its place, what is before it clears, the slice glows."""
        cut, span = self.cut, self.span
        self.plane_at.set_value(span.low if abs(cut.value - span.low) > abs(cut.value - span.high) else span.high)
        self.near.set_value(1)
        self.mark_held()
        glide = AnimationGroup(*(move(one, cut.value, seconds=1.6) for one in (self.plane_at, self.place[cut.axis])))
        phases = (move(self.plane_seen, 1, seconds=0.5), glide, move(self.near, CLEAR), move(self.glow, 1, seconds=1.3))
        return self._towards(DRIFTS[cut.axis], *phases)

    def returning(self) -> list[Any]:
        """The camera goes to where the slice is best seen in the whole figure; the axes have their numbers again."""
        return [*self.move(self.facing(self.inner)), move(self.numbers_seen, 1)]

    def mending(self, *, keeps_ball: bool) -> list[Any]:
        """Slice and plane leave, and the ball if it is not kept; the whole surface is there again."""
        leaving = (self.glow, self.plane_seen, *([] if keeps_ball else [self.ball_seen]))
        return [*(move(one, 0) for one in leaving), move(self.near, 1)]

    # ── readings ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def read_out(self) -> list[ValueLabel]:
        """From now on the ball's coordinates stand at their axes, and its height beside it: returns these labels."""
        self.readings = [self._coordinate(0), self._coordinate(1), self._height()]
        return self.readings

    def farewell(self) -> list[FadeOut]:
        """They leave."""
        leaving, self.readings = [*map(FadeOut, self.readings)], []
        return leaving

    def height_leaves(self) -> list[FadeOut]:
        """The ball's height leaves, which would cover the cut."""
        leaving, self.readings = [*map(FadeOut, self.readings[2:])], self.readings[:2]
        return leaving

    def _coordinate(self, axis: int) -> ValueLabel:
        """“w = 1.5” outside the axis where the ball's dropline meets it."""
        key, tracker = self.function.variables[axis], self.place[axis]
        measured = self.write.coordinate(key, tracker.get_value)
        label = self.write.reading(measured, self.theme.sizes.small, digits=1, colour=self.colour(axis))

        def follow(one: ValueLabel) -> None:
            one.shift(self.beside(axis, tracker.get_value(), 0.14, one) - one.middle())

        follow(label)
        label.add_updater(follow)
        return label

    def _height(self) -> ValueLabel:
        """“J = 2.75” above the ball: at its right, or at its left if the name of an axis stands there."""
        stated = value_of(self.function, lambda: self.at)
        reading = self.write.reading(stated, self.theme.sizes.label, decimals=2, card=self.theme.background)
        here, half = self.scene_points(self.ball_point()), np.array([reading.width / 2, 0.0, 0.0])
        right, left = np.array([0.2, 0.35, 0.0]), np.array([-0.2 - reading.width, 0.35, 0.0])
        places = [here + side + half for side in (right, left)]
        aside = right if clear_place(reading, places, self.axis_names, 0.4) is places[0] else left
        edge = config.frame_width / 2 - OFF_EDGE

        def place() -> Array:
            across, *rest = self.scene_points(self.ball_point()) + aside
            return np.array([max(min(across, edge - reading.width), -edge), *rest])

        return reading.stand_at(place)

    # ── what is painted ───────────────────────────────────────────────────────────────────────────────────────────────

    def _slice_curve(self) -> SpaceCurve | None:
        if not self.is_cut:
            return None
        middle, half = self.span.middle, self.span.length / 2 * min(1.0, self.glow.get_value())
        points, (low, high) = self.cut.between(middle - half, middle + half, SAMPLES), (self.box.low, self.box.high)
        inside = (points[:, 2] >= low[2]) & (points[:, 2] <= high[2])  # beside a pole it leaves the box
        points[:, 2] = np.where(inside, points[:, 2], np.nan)
        return SpaceCurve(points, rgb(self.slice_colour), 6.0, 1.0, ghost=0.35, glow=0.12)

    def _ball(self) -> SpaceBall | None:
        if self.ball_seen.get_value() <= 0:
            return None
        high = self.box.high[2] - self.box.low[2]
        at = self.ball_point() + np.array([0, 0, FALL * high * self.fall.get_value()])
        radius = min(BALL, LARGEST_BALL / self.present().scale)
        return SpaceBall(at, rgb(self.theme.foreground), radius, self.ball_seen.get_value())

    def _drop_line(self, leg: int) -> SpaceCurve | None:
        """The lines from the ball to the floor (leg 2) and on to the axes (legs 0 and 1)."""
        seen = self.drops_seen.get_value()
        if seen <= 0:
            return None
        start, end = drop_lines(self.box, self.ball_point())[leg]
        held = self.plane_seen.get_value() > 0 and leg == self.cut.axis
        colour = self.theme.muted if held or leg == DOWN_LEG else self.colour(leg)
        share = np.linspace(0, 1, 30)[:, None] * min(1.0, seen)
        return SpaceCurve(start * (1 - share) + end * share, rgb(colour), 2.4, 0.9, ghost=0.6, dashed=True)

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    def drift(self) -> float:
        """How far, at most, a painted slice or ball is from the value that is held, in model units."""
        view = self.view()
        drawn = [curve.points for curve in view.curves if len(curve.points) == SAMPLES]
        drawn += [ball.at[None] for ball in view.balls]
        gaps = (float(np.abs(points[:, self.cut.axis] - self.cut.value).max()) for points in drawn)
        return max(gaps, default=0.0)
