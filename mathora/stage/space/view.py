"""What is to be seen of a surface, as one value: the camera, the surface, and what stands on it.

Owns: `SurfaceView` and its parts. A scene makes a new view on every frame from its value trackers' numbers; the
picture is a function of the view and of nothing else.

Points are in model coordinates (`projection`), widths in Manim's stroke widths (1/100 scene unit), radii
and lengths in space units, colours 8-bit RGB triples, opacities in [0, 1].
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from mathora.stage.arrays import Array
from mathora.stage.space.projection import Camera, ModelBox

Rgb = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class SpaceCurve:
    """A curve through model points (n, 3). Where the surface hides it, it is dashed with `ghost` times its opacity.

    `glow` draws a wide, faint stroke under it. `skin` says that it belongs to the surface and fades with it.
    """

    points: Array
    colour: Rgb
    width: float = 4.0
    opacity: float = 1.0
    ghost: float = 0.0
    glow: float = 0.0
    dashed: bool = False
    skin: bool = False


BALL = 0.11  # the radius of a ball, in space units


@dataclass(frozen=True, slots=True, eq=False)
class SpaceBall:
    """A ball that rests on the surface at the model point `at` (3,)."""

    at: Array
    colour: Rgb
    radius: float = BALL
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class SpaceArrow:
    """A straight arrow between two model points (3,)."""

    tail: Array
    tip: Array
    colour: Rgb
    width: float = 6.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class SpaceSheet:
    """A translucent, flat sheet with a `corner` (3,) and two `sides` (2, 3), in model points; what the surface hides of
    it shines through with `ghost` times its opacity.
    """

    corner: Array
    sides: Array
    colour: Rgb
    opacity: float = 0.3
    ghost: float = 0.0

    def at(self, shares: Array) -> Array:
        """Model points (n, 3) after `shares` (n, 2) of both sides."""
        return np.asarray(self.corner + shares @ self.sides)


@dataclass(frozen=True, slots=True)
class CuttingPlane:
    """A translucent plane where the model coordinate `axis` (0, 1, 2) is `at`.

    `near` is the opacity of the surface's part on the viewer's side of it.
    """

    axis: int
    at: float
    colour: Rgb
    opacity: float = 0.2
    near: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class SurfaceView:
    """One frame's view of a surface.

    `opacity` is the surface's, `furniture` that of floor and axes, `grid` that of the fine lines on the surface.
    """

    box: ModelBox
    camera: Camera
    plane: CuttingPlane | None = None
    curves: tuple[SpaceCurve, ...] = ()
    arrows: tuple[SpaceArrow, ...] = ()
    balls: tuple[SpaceBall, ...] = ()
    sheets: tuple[SpaceSheet, ...] = ()
    opacity: float = 1.0
    furniture: float = 1.0
    grid: float = 1.0
    ticks: tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]] = field(default=((), (), ()))

    @property
    def exhibits(self) -> tuple[SpaceCurve | SpaceArrow | SpaceBall | SpaceSheet, ...]:
        """What stands on the surface: curves, arrows, balls, sheets."""
        return (*self.curves, *self.arrows, *self.balls, *self.sheets)

    def bare(self) -> SurfaceView:
        """The view without what stands on the surface."""
        return replace(self, curves=(), arrows=(), balls=(), sheets=())

    def scene_point(self, model: Array) -> Array:
        """Where model points (…, 3) are drawn, as Manim points (…, 3) with z = 0."""
        flat = self.camera.project(self.box.to_space(np.asarray(model, dtype=float)))
        return np.concatenate([flat, np.zeros((*flat.shape[:-1], 1))], axis=-1)
