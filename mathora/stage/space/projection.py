"""From a model's numbers to the screen: the box a surface stands in, and the camera that looks at it.

Owns: `ModelBox` and `Camera`, and with them the coordinate systems of every scene in three dimensions.

- *model*: the numbers of the lesson, (first variable, second variable, value of the function);
- *space*: the box's own units, x and y along the floor, z upwards, the floor's middle at (0, 0, 0);
- *scene*: Manim's units on the screen, x to the right, y upwards, (0, 0) in the middle of the frame;
- *pixel*: x to the right, y downwards, (0, 0) the upper left corner of the frame.

Laws:
- All points are float arrays of shape (…, 3) in model and space, (…, 2) in scene and pixel; all maps are vectorised.
- A camera is a value. A turning camera is a new value on every frame, made from the value trackers' numbers.
- Straight lines in space are straight lines on screen, and the middle of the box is drawn at `Camera.centre`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.layout import Region

FAR = 1e3  # an eye this many space units away sees parallel rays


@dataclass(frozen=True, slots=True)
class ModelBox:
    """A cuboid of the model and the size in space at which it is shown.

    `low` and `high` are opposite corners in model coordinates, `size` the edges in space units. `rise` scales heights:
    0 lays the surface flat on the floor, 1 shows it in full.
    """

    low: tuple[float, float, float]
    high: tuple[float, float, float]
    size: tuple[float, float, float] = (4.0, 4.0, 2.4)
    rise: float = 1.0

    def __post_init__(self) -> None:
        if not all(low < high for low, high in zip(self.low, self.high, strict=True)):
            raise ValueError(f"a box needs low < high on each axis: {self.low}, {self.high}")

    def to_space(self, model: Array) -> Array:
        """Model points (…, 3) in space units."""
        low, span = np.asarray(self.low), np.subtract(self.high, self.low)
        share = (np.asarray(model, dtype=float) - low) / span
        size = np.array([self.size[0], self.size[1], self.size[2] * self.rise])
        return np.asarray((share - (0.5, 0.5, 0.0)) * size)

    def corners(self) -> Array:
        """The eight corners in space, shape (8, 3), at full height."""
        x, y, z = self.size
        return np.array([(i * x / 2, j * y / 2, k * z) for i in (-1, 1) for j in (-1, 1) for k in (0, 1)])


@dataclass(frozen=True)
class Camera:
    """An eye that looks at the middle of a box.

    `azimuth` turns it around the vertical axis (radians; 0 looks from +x, counter-clockwise seen from above),
    `elevation` lifts it above the floor (radians, below π/2). `distance` is the eye's distance from the pivot in
    space units; infinity is an orthographic camera. `scale` is scene units per space unit at the pivot, `centre` the
    scene point of the pivot, `pivot` the height in space that the camera looks at.
    """

    azimuth: float
    elevation: float
    distance: float = 14.0
    scale: float = 1.0
    centre: tuple[float, float] = (0.0, 0.0)
    pivot: float = 0.0

    @cached_property
    def axes(self) -> tuple[Array, Array, Array]:
        """The unit vectors right, up and towards the eye, in space."""
        ca, sa = np.cos(self.azimuth), np.sin(self.azimuth)
        ce, se = np.cos(self.elevation), np.sin(self.elevation)
        right = np.array([-sa, ca, 0.0])
        up = np.array([-se * ca, -se * sa, ce])
        towards = np.array([ce * ca, ce * sa, se])
        return right, up, towards

    def project(self, space: Array) -> Array:
        """Space points (…, 3) on screen, scene units, shape (…, 2)."""
        seen = (np.asarray(space, dtype=float) - (0.0, 0.0, self.pivot)) @ np.column_stack(self.axes)
        return np.asarray(seen[..., :2] * self._enlarged(seen[..., 2:]) + self.centre)

    def magnification(self, space: Array) -> Array:
        """Scene units per space unit at each point (…,): larger near the eye."""
        return self._enlarged((np.asarray(space, dtype=float) - (0.0, 0.0, self.pivot)) @ self.axes[2])

    def _enlarged(self, nearness: Array) -> Array:
        """The scale of what is so far in front of the pivot, towards the eye, in space units."""
        return np.asarray(self.scale / (1.0 - nearness / self.distance))

    def rays(self, space: Array) -> Array:
        """For each point (…, 3) the direction towards the eye, in space units, not normalised."""
        towards = self.axes[2]
        if np.isinf(self.distance):
            return np.asarray(np.broadcast_to(towards * FAR, np.shape(space)))
        return np.asarray(self.eye() - np.asarray(space, dtype=float))

    def eye(self) -> Array:
        """Where the eye is, in space, shape (3,); very far away for an orthographic camera."""
        return np.asarray(self.axes[2] * min(self.distance, FAR) + (0.0, 0.0, self.pivot))

    def fitted(self, points: Array, region: Region, azimuths: Sequence[float]) -> Camera:
        """The same camera, scaled and moved: `points` (n, 3) in space stay in `region` for every azimuth listed."""
        plain = replace(self, scale=1.0, centre=(0.0, 0.0))
        seen = np.concatenate([replace(plain, azimuth=azimuth).project(points) for azimuth in azimuths])
        low, high = seen.min(axis=0), seen.max(axis=0)
        scale = min(region.width / (high[0] - low[0]), region.height / (high[1] - low[1]))
        middle = region.centre[:2] - scale * (low + high) / 2
        return replace(self, scale=float(scale), centre=(float(middle[0]), float(middle[1])))


@dataclass(frozen=True, slots=True)
class Raster:
    """The pixels of a frame: `width` × `height` of them show `units` scene units from left to right."""

    width: int
    height: int
    units: float

    @property
    def per_unit(self) -> float:
        """Pixels per scene unit."""
        return self.width / self.units

    def to_pixel(self, scene: Array) -> Array:
        """Scene points (…, 2) as pixel points (…, 2)."""
        return np.asarray(np.asarray(scene) * (self.per_unit, -self.per_unit) + (self.width / 2, self.height / 2))
