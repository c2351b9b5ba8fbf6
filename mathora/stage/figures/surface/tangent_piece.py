"""A piece of a tangent plane, seen from near: what each variable's step adds to the height, and what both do.

Owns: `TangentPiece`, `TouchingPlane`, and the names of what it claims.

Laws:
- The plane is that of the point's height and gradient; what is drawn on it lies on it.
- The rise of the whole step is drawn of the same lengths as the rises of its two parts, one above the other.
- The bent way lies on the surface, and a gap reaches from the plane to it, over one place of the floor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from manim import ValueTracker

from mathora.formula import ModelFunction
from mathora.formula.curves.interval import Interval
from mathora.lesson import ColourName
from mathora.stage.arrays import Array
from mathora.stage.figures.surface.cut_surface import BREATH
from mathora.stage.layout import Region
from mathora.stage.loop_motions import LoopMotion, Sway
from mathora.stage.space.figure import STYLES, SurfaceFigure, rgb
from mathora.stage.space.view import BALL, Rgb, SpaceBall, SpaceCurve
from mathora.stage.writing import Writing

SUM = "the rise of the step is the sum of both rises"
ON_PLANE = "the step's way lies on the tangent plane"
ON_SURFACE = "the bent way, and each gap, end on the surface"

AZIMUTH, ELEVATION = -38.0, 20.0
MARGIN = 0.3  # how far the piece reaches beyond the step, as a share of its longer part
NAME = 0.46  # the em of the axes' names, in scene units
APART = 0.07  # between two rises that lead opposite ways over one place, as a share of the second part of the step
GAPS = 1.0, 0.5  # the shares of the step after which a gap is drawn
MISSING: ColourName = "red"  # the colour of what the plane leaves out: its gaps to the surface
SHEET: Rgb = (176, 188, 214)  # the colour of a tangent plane
THROUGH = 0.55  # how much of the plane is seen: the rises stand behind it


@dataclass(frozen=True, slots=True)
class TouchingPlane:
    """The tangent plane of `function` at `at` (2,): a function of the same variables."""

    function: ModelFunction
    at: Array

    @property
    def variables(self) -> tuple[str, ...]:
        """Those of the function."""
        return self.function.variables

    @property
    def slopes(self) -> Array:
        """The gradient at the point, (2,)."""
        return np.asarray(self.function.gradient(dict(zip(self.variables, map(float, self.at), strict=True))))

    @property
    def height(self) -> float:
        """The function at the point."""
        return float(self.function.value(*self.at))

    def value(self, *arrays: Array) -> Array:
        """The plane's height over points of the floor."""
        x, y = arrays
        return np.asarray(self.height + self.slopes[0] * (x - self.at[0]) + self.slopes[1] * (y - self.at[1]))


class TangentPiece(SurfaceFigure):
    """The piece of the plane under a step `by` (2,) from the point; nothing of it is seen yet.

    `walked` is how far each part of the step is drawn, `whole` how far the step itself, `stacked` how far its rise;
    `bent` how far the surface's own way over the step, `apart` how far its gaps to the plane, by shares of the step.
    """

    def __init__(self, plane: TouchingPlane, by: Array, region: Region, write: Writing) -> None:
        self.plane, self.by = plane, by
        room = MARGIN * float(np.abs(by).max())
        ends = zip(np.minimum(plane.at, plane.at + by), np.maximum(plane.at, plane.at + by), strict=True)
        x, y = (Interval(float(low) - room, float(high) + room) for low, high in ends)
        names = tuple(write.symbol(key, NAME) for key in (*plane.variables, plane.function.key))
        super().__init__(plane, x, y, region, theme=write.theme, names=names)
        pale = replace(STYLES[write.theme.name], ramp=(SHEET, SHEET), gloss=0.0)
        self.picture.painter = self.picture.painter.styled(pale)
        self.home = self.pose(region.inset(0.25), AZIMUTH, ELEVATION)
        self.stand(self.home)
        self.walked = ValueTracker(0), ValueTracker(0)
        self.whole, self.stacked, self.bent = ValueTracker(0), ValueTracker(0), ValueTracker(0)
        self.apart = {share: ValueTracker(0) for share in GAPS}
        self.colours = tuple(write.colour_of(key) for key in plane.variables)
        self.bending, self.missing = write.colour_of(plane.function.key), write.theme.palette[MISSING]
        for seen in (self.opacity, self.furniture, *self.lettering):
            seen.set_value(0)
        for make in (self._level, self._way, self._rise):
            for axis in (0, 1):
                self.exhibit(partial(make, axis))
        self.exhibit(self._stack)
        self.exhibit(self._level_step)
        self.exhibit(self._step)
        self.exhibit(self._bent_way)
        for share in GAPS:
            self.exhibit(partial(self._gap, share))
        self.exhibit(self._ball)

    # ── places ────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def rises(self) -> Array:
        """What each part of the step adds to the height, (2,)."""
        return np.asarray(self.plane.slopes * self.by)

    def corner(self, parts: int, height: float | None = None) -> Array:
        """Where the way is after so many parts of the step, (3,): on the plane, or at a height."""
        x, y = self.plane.at + self.by * (np.arange(2) < parts)
        return np.array([x, y, float(self.plane.value(x, y)) if height is None else height])

    def foot(self, axis: int) -> tuple[Array, Array]:
        """Where a part's rise begins and ends: upright at its end, (3,) each."""
        low = self.corner(axis + 1, self.corner(axis)[2])
        return low, self.corner(axis + 1)

    def named(self, axis: int, *, stacked: bool) -> tuple[Array, int]:
        """Where on a part's rise its number belongs, (3,): at its middle (0), above its upper end (1), or below its
        lower one (−1). One that leads down hangs over the plane; of two that lead opposite ways and stand on one
        another, the longer one, or else the second, has its own end.
        """
        low, high = self.foot(axis)
        if not stacked:
            return (low, 1) if self.rises[axis] < 0 else ((low + high) / 2, 0)
        ends = [np.append(self.corner(2)[:2], one[2]) for one in (low, high)]
        one, other = ((abs(self.rises[each]), each) for each in (axis, 1 - axis))
        if float(np.prod(self.rises)) > 0 or one < other:
            return np.mean(ends, axis=0), 0
        own, shared = ends if axis == 0 else ends[::-1]
        return own, 1 if own[2] > shared[2] else -1

    @property
    def steps(self) -> tuple[ValueTracker, ...]:
        """All by which something of the step is drawn."""
        return *self.walked, self.whole, self.stacked, self.bent, *self.apart.values()

    def over_step(self, share: float | Array) -> Array:
        """The surface's points over shares of the step, (…, 3)."""
        x, y = (self.plane.at + np.multiply.outer(share, self.by)).T
        return np.stack([x, y, np.asarray(self.plane.function.value(x, y), dtype=float)], axis=-1)

    def step_at(self, share: float) -> tuple[Array, Array]:
        """Where the way is after a share of the step, (3,) each: level with the point, and on the plane."""
        start, level, end = self.corner(0), self.corner(2, self.plane.height), self.corner(2)
        return start + share * (level - start), start + share * (end - start)

    def gap_at(self, share: float) -> tuple[Array, Array]:
        """From the plane to the surface after a share of the step, (3,) each."""
        high = self.over_step(share)
        return np.append(high[:2], float(self.plane.value(*high[:2]))), high

    def breathing(self) -> tuple[LoopMotion, ...]:
        """The camera turns a little to both sides, and back."""
        return (Sway(self.trackers["azimuth"], BREATH),)

    # ── what is painted ───────────────────────────────────────────────────────────────────────────────────────────────

    def _level(self, axis: int) -> SpaceCurve | None:
        """The level way under a part of the step, dashed."""
        start, (end, _) = self.corner(axis), self.foot(axis)
        return self._line(start, end, self.walked[axis], self.theme.muted, 2.6, dashed=True)

    def _way(self, axis: int) -> SpaceCurve | None:
        return self._line(self.corner(axis), self.corner(axis + 1), self.walked[axis], self.colours[axis], 6.0)

    def _rise(self, axis: int) -> SpaceCurve | None:
        """How much higher a part leads, upright at its end; it grows with the part."""
        low, high = self.foot(axis)
        return self._line(low, high, self.walked[axis], self.colours[axis], 9.0)

    def _stack(self) -> SpaceCurve | None:
        """The first rise once more, upright at the step's end, under the second one; beside it, if that leads back."""
        low, high = self.corner(2, self.plane.height), self.corner(2, self.corner(1)[2])
        if float(np.prod(self.rises)) < 0:
            low, high = (one + np.append(APART * (self.corner(2) - self.corner(1))[:2], 0.0) for one in (low, high))
        return self._line(low, high, self.stacked, self.colours[0], 9.0)

    def _level_step(self) -> SpaceCurve | None:
        """The step itself, which is level: how long it is can be seen here, and not on the plane."""
        return self._line(self.step_at(0)[0], self.step_at(1)[0], self.whole, self.theme.foreground, 3.5)

    def _step(self) -> SpaceCurve | None:
        return self._line(self.corner(0), self.corner(2), self.whole, self.theme.foreground, 5.0)

    def _bent_way(self) -> SpaceCurve | None:
        points = self.over_step(np.linspace(0, float(self.bent.get_value()), 49))
        return SpaceCurve(points, rgb(self.bending), 4.0, ghost=0.85) if self.bent.get_value() else None

    def _gap(self, share: float) -> SpaceCurve | None:
        return self._line(*self.gap_at(share), self.apart[share], self.missing, 9.0)

    @staticmethod
    def _line(  # noqa: PLR0913 - what a line looks like is these
        start: Array, end: Array, drawn: ValueTracker, colour: str, width: float, *, dashed: bool = False
    ) -> SpaceCurve | None:
        share = float(drawn.get_value())
        if share <= 0:
            return None
        points = start + np.linspace(0, share, 24)[:, None] * (end - start)
        return SpaceCurve(points, rgb(colour), width, 1.0, ghost=0.85, dashed=dashed)

    def _ball(self) -> SpaceBall | None:
        """As large from far as from near."""
        seen, far = float(self.opacity.get_value()), self.home.scale / self.present().scale
        white, opacity = rgb(self.theme.foreground), min(1.0, seen / THROUGH)
        return SpaceBall(self.corner(0), white, BALL * far, opacity) if seen else None

    # ── claims ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def off_plane(self) -> float:
        """How far the drawn step leaves the plane, as a share of its rise."""
        step = self._step()
        if step is None:
            return 0.0
        x, y, z = step.points.T
        return float(np.abs(z - self.plane.value(x, y)).max()) / max(float(np.abs(self.rises).max()), 1e-12)

    def off_surface(self) -> float:
        """By how much the bent way, and what is drawn of gaps, leave the surface, as a share of a rise."""
        drawn = [one for one in (self._bent_way(), *map(self._gap, self._whole_gaps())) if one is not None]
        ends = np.array([one.points[-1] for one in drawn]).reshape(-1, 3)
        off = np.abs(ends[:, 2] - self.plane.function.value(ends[:, 0], ends[:, 1]))
        return float(off.max(initial=0.0)) / max(float(np.abs(self.rises).max()), 1e-12)

    def _whole_gaps(self) -> list[float]:
        return [share for share, seen in self.apart.items() if seen.get_value() >= 1]

    def off_sum(self) -> float:
        """By how much the two drawn rises and the drawn step's differ, as a share of the larger."""
        step, rises = self._step(), (self._rise(0), self._rise(1))
        if step is None or self.whole.get_value() < 1:
            return 0.0
        both = sum(one.points[-1, 2] - one.points[0, 2] for one in rises if one is not None)
        high = step.points[-1, 2] - step.points[0, 2]
        return float(abs(high - both)) / max(float(np.abs(self.rises).max()), 1e-12)
