"""A surface as pixels: colour by height, soft light, and the mesh in one call of Skia.

Owns: `SurfaceStyle`, `ramp_colours`, `shade`, `Mesh`.

Laws:
- Colours at the vertices, interpolated across the triangles (Gouraud 1971); triangles are drawn from the far to the
  near, which is right for a surface over a grid: along each grid direction, cells nearer to the eye's foot hide
  those beyond.
- Where the mesh is cut by a plane, the cut runs through the triangles, pixel by pixel, not along their edges.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import skia

from mathora.stage.arrays import Array
from mathora.stage.serial.mesh import Triangles, mesh_picture
from mathora.stage.serial.path import polyline
from mathora.stage.space.field import HalfSpace, HeightField, Mask
from mathora.stage.space.projection import Camera, Raster
from mathora.stage.space.view import Rgb

GLOSS_SQUARINGS = 5  # the highlight's exponent is 2 to this power


@dataclass(frozen=True, slots=True)
class SurfaceStyle:
    """The looks of a surface: colours as 8-bit RGB triples.

    `ramp` are the colours from the lowest height to the highest, `grid` the fine lines on the surface, `edge` its
    outline, `floor` the ground's fill, `rule` the ground's lines, `axis` the axes. `ambient` and `diffuse` share out
    the light (their sum is full light), `gloss` is the highlight's strength.
    """

    ramp: tuple[Rgb, ...] = ((30, 42, 92), (52, 74, 158), (98, 104, 214), (156, 142, 240), (216, 200, 255))
    grid: Rgb = (235, 238, 255)
    grid_opacity: float = 0.20
    edge: Rgb = (232, 226, 255)
    edge_opacity: float = 0.65
    floor: Rgb = (24, 29, 40)
    rule: Rgb = (70, 80, 100)
    axis: Rgb = (150, 160, 180)
    ambient: float = 0.52
    diffuse: float = 0.55
    gloss: float = 0.16


def ramp_colours(shares: Array, ramp: tuple[Rgb, ...]) -> Array:
    """The ramp's colours (n, m, 3) at `shares` (n, m) in [0, 1]; holes have the lowest."""
    colours = np.asarray(ramp, dtype=float)
    place = np.clip(np.nan_to_num(shares), 0.0, 1.0) * (len(colours) - 1)
    low = np.minimum(place.astype(int), len(colours) - 2)
    share = (place - low)[..., None]
    return np.asarray(colours[low] * (1 - share) + colours[low + 1] * share)


def shade(field: HeightField, colours: Array, camera: Camera, style: SurfaceStyle) -> Array:
    """The vertices' `colours` (n, m, 3), lit from over the viewer's left shoulder; the same shape.

    Half-Lambert diffuse light (Mitchell et al. 2006) and a Blinn highlight (Blinn 1977); the side turned to the eye
    is lit.
    """
    right, _, towards = camera.axes
    light = _unit(0.75 * towards - 0.75 * right + np.array([0.0, 0.0, 0.9]))
    facing = np.sign(field.normals @ towards)[..., None]
    normals = field.normals * np.where(facing == 0, 1.0, facing)
    half_lambert = 0.5 + 0.5 * normals @ light
    lambert = half_lambert * np.sqrt(half_lambert)
    shine = np.clip(normals @ _unit(light + towards), 0.0, 1.0)
    for _ in range(GLOSS_SQUARINGS):
        shine *= shine
    underside = np.where(facing[..., 0] < 0, 0.8, 1.0)
    lit = colours * ((style.ambient + style.diffuse * lambert) * underside)[..., None]
    return np.asarray(np.clip(lit + 255 * style.gloss * shine[..., None], 0, 255))


def _unit(vector: Array) -> Array:
    return np.asarray(vector / np.linalg.norm(vector))


def _back_to_front(lines: Array, eye: float) -> tuple[int, ...]:
    """The cells between grid lines, those farthest from the eye's coordinate first."""
    return tuple(np.argsort(-np.abs((lines[:-1] + lines[1:]) / 2 - eye), kind="stable").tolist())


@lru_cache(maxsize=16)
def _cells(rows: tuple[int, ...], columns: tuple[int, ...]) -> npt.NDArray[np.intp]:
    """The four vertices of each cell (k, 4), by row and column in the order given."""
    width = len(columns) + 1
    corner = (np.array(rows)[:, None] * width + np.array(columns)[None, :]).ravel()
    return np.stack([corner, corner + 1, corner + width, corner + width + 1], axis=-1)


def _corners(cells: npt.NDArray[np.intp]) -> Triangles:
    """Two triangles (2k, 3) for each cell."""
    return cells[:, (0, 1, 2, 2, 1, 3)].reshape(-1, 3).astype(np.uint16)


@dataclass(frozen=True, slots=True)
class Mesh:
    """A surface on its way to the canvas: pixels, colours and cells, converted once and drawn in one or two parts."""

    positions: Array
    colours: npt.NDArray[np.uint32]
    order: tuple[tuple[int, ...], tuple[int, ...]]
    points: Array

    @staticmethod
    def of(points: Array, colours: Array, camera: Camera, raster: Raster) -> Mesh:
        """The mesh of vertices in space (n, m, 3) with 8-bit `colours` (n, m, 3), its cells in the painter's order."""
        eye = camera.eye()
        flat = points.reshape(-1, 3)
        pixels = np.nan_to_num(raster.to_pixel(camera.project(flat)))
        red, green, blue = (colours.reshape(-1, 3)[:, k].astype(np.uint32) for k in range(3))
        return Mesh(
            pixels,
            red << np.uint32(16) | green << np.uint32(8) | blue,
            (_back_to_front(points[:, 0, 0], eye[0]), _back_to_front(points[0, :, 1], eye[1])),
            flat,
        )

    def draw(self, canvas: skia.Canvas, *, opacity: float = 1.0, part: HalfSpace | None = None) -> None:
        """Draws the surface, or the `part` of it on one side of a plane."""
        if opacity <= 0:
            return
        cells, cut = self._cells_in(part)
        if not len(cells):
            return
        colours = self.colours | np.uint32(round(255 * min(opacity, 1.0)) << 24)
        if part is None or not cut:
            canvas.drawPicture(mesh_picture(self.positions.astype(np.float32), colours, _corners(cells)))
            return
        coordinates, shader = _clipping(self.points, part)
        mode, positions = skia.Vertices.kTriangles_VertexMode, polyline(self.positions).getPoints(len(self.positions))
        vertices = skia.Vertices(mode, positions, coordinates, colours.tolist(), _corners(cells).ravel().tolist())
        canvas.drawVertices(vertices, skia.Paint(Shader=shader), skia.BlendMode.kModulate)

    def _cells_in(self, part: HalfSpace | None) -> tuple[npt.NDArray[np.intp], bool]:
        """The cells without holes on one side of a plane, in their order; and whether the plane cuts any of them."""
        cells = _cells(*self.order)
        drawn = self._of_cells(np.isfinite(self.points[:, 2]))
        if part is None:
            return cells[drawn], False
        drawn &= ~self._of_cells(part.other().holds(self.points))
        return cells[drawn], not self._of_cells(part.holds(self.points))[drawn].all()

    def _of_cells(self, vertices: Mask) -> Mask:
        """What holds at all four vertices of each cell, (k,) in the painter's order, from what holds at each vertex."""
        rows, columns = self.order
        grid = vertices.reshape(len(rows) + 1, len(columns) + 1)
        along = grid[:-1] & grid[1:]
        return (along[:, :-1] & along[:, 1:])[np.ix_(rows, columns)].ravel()


def _clipping(flat: Array, part: HalfSpace) -> tuple[list[skia.Point], skia.Shader]:
    """Texture coordinates and a shader that is opaque on the part's side of its plane and clear beyond."""
    across = part.sign * (np.nan_to_num(flat[:, part.axis]) - part.at)
    reach = float(np.abs(across).max()) * 1.01 + 1e-9
    place = (0.5 + 0.5 * across / reach) * 1024
    shader = skia.GradientShader.MakeLinear(
        points=[(0, 0), (1024, 0)], colors=[0x00FFFFFF, 0x00FFFFFF, 0xFFFFFFFF, 0xFFFFFFFF], positions=[0, 0.5, 0.5, 1]
    )
    return polyline(np.column_stack([place, np.zeros_like(place)])).getPoints(len(place)), shader
