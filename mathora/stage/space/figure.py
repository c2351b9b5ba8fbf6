"""A surface on the stage: its trackers, its picture, and the labels that follow it.

Owns: `SurfaceFigure` with its `SurfaceLabels`, `CameraPose`, `STYLES`.

Laws:
- All that moves is a value tracker's number; the view is made from them anew on each frame.
- Labels are ordinary mobjects at projected points: they are typeset, coloured and checked like any other text.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

import numpy as np
from manim import AnimationGroup, Mobject, Succession, ValueTracker, VGroup, VMobject

from mathora.formula.curves.interval import Interval, axis_ticks, nice_ticks
from mathora.lesson import ThemeName
from mathora.stage.arrays import Array
from mathora.stage.layout import Region, outside
from mathora.stage.space.contours import Partial, below_poles
from mathora.stage.space.furniture import OVERSHOOT, TICK, axis_point
from mathora.stage.space.mesh import SurfaceStyle
from mathora.stage.space.painter import SurfacePainter
from mathora.stage.space.picture import SurfacePicture
from mathora.stage.space.projection import Camera, ModelBox
from mathora.stage.space.rim import rim_of
from mathora.stage.space.view import CuttingPlane, Rgb, SpaceArrow, SpaceBall, SpaceCurve, SpaceSheet, SurfaceView
from mathora.stage.text.prose_mobject import row_of_numbers
from mathora.stage.theme import Theme

MESH = 64
DISTANCE = 13.0
SIZE = (4.0, 4.0, 2.7)
AXES, HEIGHT = 3, 2
FAR_AWAY = 0.2
SAME_OPACITY = 1e-3
CLEAR_NUMBERS, NUMBERS_APART = 0.08, 0.6
"""Scene units between the numbers of two heights; heights that are so far apart have room for them."""

NAME_GAP = 0.16  # between an axis and its name, in scene units: the numbers of the next axis begin there

UPWARD = 0.3
"""The second axis runs up beside the surface: its name stands so far outwards as onwards, in lengths of the floor."""

EDGE_ON, STEEPEST = 0.14, 64.0
"""The sine of the angle below which a plane looks like a line; degrees from which its heights look like nothing."""

FLAT = 0.05  # the share of a surface's lesser extent by which it leaves a plane, if it is one

LEVEL = 1e-12  # a surface whose heights differ by no more than this share of them is a level plane

Exhibit = SpaceCurve | SpaceArrow | SpaceBall | SpaceSheet

STYLES: Mapping[ThemeName, SurfaceStyle] = MappingProxyType(
    {
        "dark": SurfaceStyle(),
        "light": SurfaceStyle(
            ramp=((94, 92, 176), (124, 118, 206), (160, 146, 226), (196, 178, 240), (228, 214, 250)),
            grid=(40, 34, 96),
            grid_opacity=0.22,
            edge=(62, 52, 130),
            edge_opacity=0.7,
            floor=(240, 238, 230),
            rule=(196, 194, 186),
            axis=(104, 112, 124),
            ambient=0.68,
            diffuse=0.40,
            gloss=0.10,
        ),
    }
)


def rgb(colour: str) -> Rgb:
    """`#rrggbb` as three numbers."""
    red, green, blue = bytes.fromhex(colour.lstrip("#"))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class CameraPose:
    """Where the camera stands: angles in radians, `flat` from 0 (perspective) to 1 (parallel rays), and its scale
    and centre.
    """

    azimuth: float
    elevation: float
    flat: float
    scale: float
    across: float
    up: float

    def camera(self) -> Camera:
        """The camera that stands so."""
        distance = math.inf if self.flat >= 1 else DISTANCE / (1 - self.flat)
        centre = (self.across, self.up)
        return Camera(self.azimuth, self.elevation, distance, self.scale, centre, SIZE[2] * 0.4)


class SurfaceFigure:
    """The surface of `function` over `x` and `y` in `region`; `names` are the labels of the three axes.

    `hover` lifts the surface above its floor, by this share of its own height.

    `picture` and `labels` (in this order) are what a scene adds. The trackers `rise`, `opacity`, `furniture`,
    `names_seen`, `numbers_seen` (on the floor), `heights_seen`, `grid`, `plane_at`, `plane_seen` and `near` run from 0
    to 1, except `plane_at`, which is in model units.
    """

    def __init__(  # noqa: PLR0913 - a surface in a region, with its axes' names
        self,
        function: Partial,
        x: Interval,
        y: Interval,
        region: Region,
        *,
        theme: Theme,
        names: tuple[VMobject, ...],
        hover: float = 0.0,
    ) -> None:
        self.function, self.x, self.y, self.theme = function, x, y, theme
        xs, ys = np.linspace(*x, MESH), np.linspace(*y, MESH)
        value, grid = below_poles(function, xs, ys)
        low, high = _round_range(grid)
        floor = low - hover * (high - low)
        size = (SIZE[0], SIZE[1], SIZE[2] * (1 + hover / 2))
        self.box = ModelBox((x.low, y.low, floor), (x.high, y.high, high), size)
        self.stands_on = _upright(self.box, xs, ys, grid)
        self.ticks = tuple(tuple(axis_ticks(ends, 4)) for ends in (x, y, Interval(low, high)))
        self.trackers = {field.name: ValueTracker(0) for field in fields(CameraPose)}
        self.rise, self.opacity, self.furniture, self.near = (ValueTracker(1) for _ in range(4))
        self.names_seen, self.numbers_seen, self.heights_seen, self.grid = (ValueTracker(1) for _ in range(4))
        self.plane_at, self.plane_seen = ValueTracker(0), ValueTracker(0)
        self.plane_axis, self.plane_colour = 1, rgb(theme.muted)
        self.exhibits: list[Callable[[], Exhibit | None]] = []
        painter = SurfacePainter(xs, ys, grid, STYLES[theme.name], rim_of(value, xs, ys, grid))
        self.picture = SurfacePicture(painter, self.view, region)
        self.labels = self._labels(names)
        self.numbers, self.axis_names = self.labels
        self.labels.add_updater(lambda labels: self._follow(labels))  # noqa: PLW0108 - copies copy a bound method's figure

    # ── the camera ────────────────────────────────────────────────────────────────────────────────────────────────────

    def pose(
        self, region: Region, azimuth: float, elevation: float, swing: float = 0.0, flat: float = 0.0
    ) -> CameraPose:
        """The pose (angles in degrees) from which the box and its labels fill `region`, also after a `swing` of the
        azimuth.
        """
        turns = np.radians([azimuth, azimuth + swing / 2, azimuth + swing])
        elevation = self._lifted(turns, elevation)
        ends = [self.box.high[axis] + 0.2 * (self.box.high[axis] - self.box.low[axis]) for axis in range(2)]
        rim = [axis_point(self.box, axis, end, 0.1) for axis, end in enumerate(ends)]
        rim += [
            axis_point(self.box, axis, value, 0.12)
            for axis in range(2)
            for value in (self.box.low[axis], self.box.high[axis])
        ]
        top = self.box.high[2] + OVERSHOOT * (self.box.high[2] - self.box.low[2])
        rim += [axis_point(self.box, 2, value, 0.1) for value in (self.box.low[2], top)]
        points = np.concatenate([self.box.corners(), self.box.to_space(np.array(rim))])
        plain = CameraPose(float(turns[0]), math.radians(elevation), flat, 1.0, 0.0, 0.0).camera()
        fitted = plain.fitted(points, region, turns.tolist())
        return CameraPose(plain.azimuth, plain.elevation, flat, fitted.scale, *fitted.centre)

    def _lifted(self, turns: Array, elevation: float) -> float:
        """The elevation (degrees), or so much more that a surface that is a plane is not seen from its edge."""
        if (normal := self.stands_on) is None:
            return elevation
        for lifted in np.arange(elevation, STEEPEST, 4.0):
            ways = [Camera(turn, math.radians(lifted)).axes[2] for turn in turns]
            if min(abs(float(way @ normal)) for way in ways) > EDGE_ON:
                return float(lifted)
        return elevation

    def overhead(self, region: Region) -> CameraPose:
        """The pose that looks straight down with parallel rays, the first variable to the right; the floor fills
        `region`.
        """
        plain = CameraPose(-math.pi / 2, math.pi / 2, 1.0, 1.0, 0.0, 0.0).camera()
        fitted = plain.fitted(self.box.corners(), region, [plain.azimuth])
        return CameraPose(plain.azimuth, plain.elevation, 1.0, fitted.scale, *fitted.centre)

    def stand(self, pose: CameraPose) -> None:
        """Puts the camera there at once."""
        for name, tracker in self.trackers.items():
            tracker.set_value(getattr(pose, name))

    def move(self, pose: CameraPose, **pace: Any) -> list[Any]:  # noqa: ANN401 - what Manim's `animate` takes
        """Animations that take the camera there; play them together."""
        return [tracker.animate(**pace).set_value(getattr(pose, name)) for name, tracker in self.trackers.items()]

    def turning(self, degrees: float, *phases: Any) -> AnimationGroup:  # noqa: ANN401 - Manim's animation builders
        """Animations one after the other, while the camera slowly turns by so many degrees from beginning to end."""
        steps = Succession(*phases)
        azimuth = self.trackers["azimuth"]
        turned = azimuth.get_value() + math.radians(degrees)
        return AnimationGroup(steps, azimuth.animate(run_time=steps.run_time).set_value(turned))

    def present(self) -> CameraPose:
        """Where the camera stands now."""
        return CameraPose(**{name: tracker.get_value() for name, tracker in self.trackers.items()})

    @property
    def upright(self) -> float:
        """How large a unit of height is shown beside one of the first variable."""
        across, _, up = np.divide(self.box.size, np.subtract(self.box.high, self.box.low))
        return float(up / across)

    # ── what is seen ──────────────────────────────────────────────────────────────────────────────────────────────────

    def exhibit(self, make: Callable[[], Exhibit | None]) -> None:
        """From now on what `make()` returns stands on the surface; None is nothing."""
        self.exhibits.append(make)

    @property
    def lettering(self) -> tuple[ValueTracker, ...]:
        """How far the axes' names, their numbers on the floor and those of the heights are seen."""
        return self.names_seen, self.numbers_seen, self.heights_seen

    @property
    def parts(self) -> tuple[ValueTracker, ...]:
        """What of the surface itself comes up."""
        return self.rise, self.furniture, *self.lettering, self.opacity

    def view(self) -> SurfaceView:
        """What is seen now."""
        shown = [thing for make in self.exhibits if (thing := make()) is not None]
        seen = self.plane_seen.get_value()
        plane = CuttingPlane(
            self.plane_axis, self.plane_at.get_value(), self.plane_colour, 0.2 * seen, self.near.get_value()
        )
        return SurfaceView(
            ModelBox(self.box.low, self.box.high, self.box.size, self.rise.get_value()),
            self.present().camera(),
            plane=plane if seen > 0 else None,
            curves=tuple(thing for thing in shown if isinstance(thing, SpaceCurve)),
            arrows=tuple(thing for thing in shown if isinstance(thing, SpaceArrow)),
            balls=tuple(thing for thing in shown if isinstance(thing, SpaceBall)),
            sheets=tuple(thing for thing in shown if isinstance(thing, SpaceSheet)),
            opacity=self.opacity.get_value(),
            furniture=self.furniture.get_value(),
            grid=self.grid.get_value(),
            ticks=self.ticks,  # type: ignore[arg-type]
        )

    def scene_points(self, model: Array) -> Array:
        """Where model points (…, 3) are drawn now, as Manim points (…, 3)."""
        return self.view_point(self.present().camera(), model)

    def view_point(self, camera: Camera, model: Array) -> Array:
        """Where a camera draws model points (…, 3)."""
        box = ModelBox(self.box.low, self.box.high, self.box.size, self.rise.get_value())
        return SurfaceView(box, camera).scene_point(np.asarray(model, dtype=float))

    def on_surface(self, x: Array | float, y: Array | float) -> Array:
        """Model points (…, 3) of the surface over points of the floor."""
        x, y = np.broadcast_arrays(np.asarray(x, dtype=float), np.asarray(y, dtype=float))
        return np.stack([x, y, np.broadcast_to(self.function.value(x, y), x.shape)], axis=-1)

    # ── labels ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def beside(self, axis: int, value: float, gap: float, label: Mobject) -> Array:
        """The scene point (3,) for a label's middle, so that its box is `gap` outside the tick of an axis at
        `value`.
        """
        ends = np.stack([axis_point(self.box, axis, value, away) for away in (TICK, FAR_AWAY)])
        tick, far = self.scene_points(ends)[:, :2]
        points = np.concatenate([part.points for part in label.family_members_with_points()])
        return np.append(outside(tick, far, gap, np.ptp(points[:, :2], axis=0) / 2), 0.0)

    def steepness_of_view(self) -> float:
        """How much of the heights is seen: 1 unless the camera looks down, 0 when it looks straight down."""
        return float(np.clip(6 * np.cos(self.trackers["elevation"].get_value()) - 0.3, 0, 1))

    def _follow(self, labels: SurfaceLabels) -> None:
        """Moves all labels to where the camera sees their places; nothing, if it has not moved."""
        now = (self.present(), *(seen.get_value() for seen in self.lettering))
        if now == labels.stood:
            return
        labels.stood = now
        seen = self.present().camera().project(self.box.to_space(labels.anchors))
        placed = list(zip(seen, labels.kinds, labels.halves, strict=True))
        middles = [outside(near, far, gap, half) for (near, far), (_, gap, _), half in placed]
        rare = [*labels.rare(seen), *labels.at_a_name(middles)]
        for label, middle, (axis, _, whose) in zip(labels.each, middles, labels.kinds, strict=True):
            shift = np.append(middle - labels.middles[id(label)], 0.0)
            labels.middles[id(label)] = middle
            opacity = whose.get_value() * (self.steepness_of_view() if axis == HEIGHT else 1.0) * (label not in rare)
            for part in label.family_members_with_points():
                part.points += shift
                if abs(part.get_fill_opacity() - opacity) > SAME_OPACITY:
                    part.set_fill(opacity=opacity)

    def _labels(self, names: tuple[VMobject, ...]) -> SurfaceLabels:
        """The axes' names at their ends, and the numbers at their ticks."""
        labels, anchors, kinds = [], [], []
        for axis, name in enumerate(names):
            low, high = self.box.low[axis], self.box.high[axis]
            end = high + OVERSHOOT * (high - low) * (0.6 if axis == HEIGHT else 1.0)
            labels.append(name)
            out = UPWARD if axis == 1 else 0.0  # along the axis it would come before the surface
            far = axis_point(self.box, axis, end + (out or 1.0) * (high - low), out)
            anchors.append([axis_point(self.box, axis, end), far])
            kinds.append((axis, NAME_GAP, self.names_seen))
        for axis in range(AXES):
            values = [value for value in self.ticks[axis] if self._stands_alone(axis, value)]
            muted, size = [self.theme.muted] * len(values), self.theme.sizes.small
            labels += row_of_numbers(values, muted, size, self.theme.decimal)
            anchors += [[axis_point(self.box, axis, value, away) for away in (TICK, FAR_AWAY)] for value in values]
            kinds += [(axis, 0.1, self.heights_seen if axis == HEIGHT else self.numbers_seen)] * len(values)
        return SurfaceLabels(labels, np.array(anchors), kinds, len(names))

    def _stands_alone(self, axis: int, value: float) -> bool:
        """Whether a number at the value keeps clear of the other axes' numbers, which meet at the corners of the
        floor.
        """
        low, high = self.box.low[axis], self.box.high[axis]
        room = 0.05 * (high - low)
        return value > low + room and (axis == HEIGHT or value < high - room)


class SurfaceLabels(VGroup):
    """The labels of a figure: where each stands (two model points: its place and one further out), and where it was
    put last.
    """

    def __init__(
        self, each: list[VMobject], anchors: Array, kinds: list[tuple[int, float, ValueTracker]], names: int
    ) -> None:
        self.each, self.anchors, self.kinds, self.names = each, anchors, kinds, names
        self.halves = [np.array([label.width, label.height]) / 2 for label in each]
        self.middles = {id(label): np.asarray(label.get_center()[:2]) for label in each}
        self.stood: object = None
        super().__init__(VGroup(*each[names:]), VGroup(*each[:names]))

    def rare(self, seen: Array) -> list[VMobject]:
        """The heights' numbers that are left out, each second, or third, … of them only being there, where else they
        would touch; `seen` is where their anchors are, (n, 2, 2).
        """
        numbers = [index for index, (axis, *_) in enumerate(self.kinds) if axis == HEIGHT][1:]
        if len(numbers) < 2:  # noqa: PLR2004 - one touches none
            return []
        first, second = numbers[:2]
        apart = max(float(np.abs(seen[second, 0] - seen[first, 0]).max()), 1e-9)
        every = int(np.ceil((2 * self.halves[first][1] + CLEAR_NUMBERS) / apart))
        values = self.anchors[numbers, 0, HEIGHT]
        kept = np.rint(values / (values[1] - values[0])).astype(int) % every == 0
        return [self.each[index] for index, stays in zip(numbers, kept, strict=True) if not stays and kept.any()]

    def at_a_name(self, middles: list[Array]) -> list[VMobject]:
        """The numbers that would touch an axis's name, where these are the middles of all labels."""
        return [
            self.each[index]
            for index in range(self.names, len(self.each))
            for one in range(self.names)
            if (np.abs(middles[index] - middles[one]) < self.halves[index] + self.halves[one] + CLEAR_NUMBERS).all()
        ]

    @property
    def is_bare(self) -> bool:
        """Whether the axis of heights is named, has room for its numbers, and shows none."""
        heights = [label for label, (axis, *_) in zip(self.each, self.kinds, strict=True) if axis == HEIGHT]
        name, *numbers = [one for one in heights if one.family_members_with_points()]
        places = sorted(one.get_center()[1] for one in numbers)
        shown = [one.family_members_with_points()[0].get_fill_opacity() > SAME_OPACITY for one in (name, *numbers)]
        return bool(shown[0] and not any(shown[1:]) and len(places) > 1 and np.diff(places).min() > NUMBERS_APART)


def _upright(box: ModelBox, xs: Array, ys: Array, grid: Array) -> Array | None:
    """The direction (3,) that stands on a surface if it is a plane, of length 1, in space."""
    places = box.to_space(np.stack([*np.meshgrid(xs, ys, indexing="ij"), grid], axis=-1)).reshape(-1, 3)
    known = places[np.isfinite(places).all(axis=1)]
    if len(known) < AXES:
        return None
    _, extents, ways = np.linalg.svd(known - known.mean(axis=0), full_matrices=False)
    return np.asarray(ways[2]) if extents[2] < FLAT * extents[1] else None


def _round_range(grid: Array) -> tuple[float, float]:
    """The range of heights shown: the function's own, widened to round numbers."""
    finite = grid[np.isfinite(grid)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    if high - low <= LEVEL * max(abs(low), abs(high)):
        low, high = low - 1, high + 1
    step = np.diff(nice_ticks(Interval(low, high), 8))[0]
    return float(np.floor(low / step + 1e-9) * step), float(np.ceil(high / step - 1e-9) * step)
