"""A square sheet whose corners are cut off, flat or folded up to an open box.

Owns: `PaperPose`, `Paper`.

Law: a paper is a function of its pose; the base's side and twice the cut always make the sheet's side.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from manim import DOWN, LEFT, RIGHT, UP, ManimColor, Polygon, VGroup, VMobject, interpolate_color
from numpy import array, cos, ndarray, pi, sin


@dataclass(frozen=True)
class PaperPose:
    """How the paper stands: its middle (scene point), scene units per model unit, the cut (model units), the fold.

    A fold of 0 is flat, of 1 a box; the view tilts with it, from straight above to the side.
    """

    centre: ndarray
    unit: float
    cut: float
    fold: float

    def towards(self, other: PaperPose, share: float) -> PaperPose:
        """The pose on the way to another: a share of 1 is there."""
        ends = ((getattr(self, one.name), getattr(other, one.name)) for one in fields(self))
        return PaperPose(*(start + share * (end - start) for start, end in ends))

    def project(self, points: ndarray) -> ndarray:
        """Model points (n, 3), the sheet's middle at the origin, to scene points (n, 3); orthographic."""
        turn, lift = self.fold * pi * 0.16, pi / 2 - self.fold * pi * 0.32
        across = points[:, 0] * cos(turn) - points[:, 1] * sin(turn)
        away = points[:, 0] * sin(turn) + points[:, 1] * cos(turn)
        scene = array([across, away * sin(lift) + points[:, 2] * cos(lift), 0 * across]).T
        return self.centre + self.unit * scene


class Paper(VGroup):
    """A sheet with four flaps, flat or folded: the base, the flaps from far to near, the edges as high as the cut."""

    def __init__(self, sheet: float, card: str, ink: str, edge: str) -> None:
        self.size = sheet
        shades = (0.16, 0.34, 0.28, 0.2, 0.24)
        mixed = [interpolate_color(ManimColor(card), ManimColor(ink), shade) for shade in shades]
        self.faces = [
            Polygon(UP, LEFT, DOWN, RIGHT, fill_color=colour, fill_opacity=1, stroke_color=ink, stroke_width=2)
            for colour in mixed
        ]
        self.heights = VMobject(stroke_color=edge, stroke_width=5, fill_opacity=0)
        super().__init__(*self.faces, self.heights)
        self.edge_colour = edge

    def put(self, pose: PaperPose) -> None:
        """Moves all faces into the pose."""
        half = self.size / 2 - pose.cut
        rise = array([0.0, 0.0, sin(pose.fold * pi / 2) * pose.cut])
        corners = array([[-half, half, 0.0], [half, half, 0.0], [half, -half, 0.0], [-half, -half, 0.0]])
        outward = array([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, -1.0, 0.0], [-1.0, 0.0, 0.0]])
        rings = [corners]
        for k in range(4):
            a, b = corners[k], corners[(k + 1) % 4]
            reach = rise + outward[k] * cos(pose.fold * pi / 2) * pose.cut
            rings.append(array([a, b, b + reach, a + reach]))
        for face, ring in zip(self.faces, rings, strict=True):
            face.set_points_as_corners(pose.project(array([*ring, ring[0]])))
        self.heights.clear_points()
        near = rings[3]
        for start, end in ((near[0], near[3]), (near[1], near[2])):
            line = pose.project(array([start, end]))
            self.heights.start_new_path(line[0])
            self.heights.add_line_to(line[1])
        self._unit = pose.unit

    def base_side(self) -> float:
        """The base's side in model units, from the points drawn: the view keeps the lengths across of two edges."""
        corners = self.faces[0].points[[0, 4, 8]]
        first, second = corners[1] - corners[0], corners[2] - corners[1]
        return float((first[0] ** 2 + second[0] ** 2) ** 0.5 / self._unit)

    def corner_squares(self, pose: PaperPose) -> list[Polygon]:
        """The four squares to be cut off a flat sheet: upper left, upper right, lower right, lower left."""
        half, cut = self.size / 2, pose.cut
        squares = []
        for sx, sy in ((-1, 1), (1, 1), (1, -1), (-1, -1)):
            ring = array(
                [
                    [sx * half, sy * half, 0],
                    [sx * (half - cut), sy * half, 0],
                    [sx * (half - cut), sy * (half - cut), 0],
                ]
            )
            ring = array([*ring, [sx * half, sy * (half - cut), 0.0]])
            squares.append(
                Polygon(
                    *pose.project(ring),
                    stroke_color=self.edge_colour,
                    stroke_width=4,
                    fill_color=self.edge_colour,
                    fill_opacity=0.3,
                )
            )
        return squares
