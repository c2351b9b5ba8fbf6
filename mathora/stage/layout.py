"""Where things stand on the picture: the frame of each aspect ratio and its named regions.

Owns: `Region`, `Layout`, `LAYOUTS`, `CLEAR_OF_FIGURE`, `clear_place`, `outside`.

Coordinates are scene units, x to the right and y up, the origin in the middle of the frame; a frame's shorter side is
8 units in the wide one, 9 in the upright, 10.8 in the square, where more must stand above each other.

Laws:
- `title`, `figure`, `panel` and `caption` never overlap, and all lie inside the frame; `body` is the figure and the
  panel together. Nothing but captions may enter `caption`.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import numpy as np
from manim import Mobject

from mathora.lesson import AspectName

if TYPE_CHECKING:
    from mathora.stage.arrays import Array

Align = Literal["centre", "left", "right"]

UPRIGHT = 0.8  # the share of its width from which a region is high enough for rows

BESIDE_GAP = 0.4
"""Scene units between two scenes that stand beside each other, and between a figure and its formulas there."""

CLEAR_OF_FIGURE = 0.35
"""Scene units between the panel's edge and a formula in it that has the room: an axis's name may reach over there."""

FLAT = 2.0  # the width, in heights, from which a part of the picture has its formulas beside its figure
FORMULAS_SHARE = 0.315  # how much of its height a scene that is not alone leaves to its formulas, with their gap

LEAST_SHARE = 0.2  # of the height of an upright picture, what a second picture needs

READINGS_SHARE = 0.28
"""The same at least of one that has readings beside its formulas: three under each other are read as formulas are."""

ALONE_SHARE = 0.2
"""The same where no formulas stand: two lines, each of two readings."""

BELOW_SHARE = 0.25
"""The same of a scene that has the whole picture, where formulas stand below it: a matrix of two rows is not shrunk."""

BROAD = 8.0  # so wide a place below the figure holds formulas beside what is worked out, in scene units


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle of the frame, in scene units."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From side to side, in scene units."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top, in scene units."""
        return self.top - self.bottom

    @property
    def is_upright(self) -> bool:
        """Whether two things stand better above each other in it than side by side."""
        return self.height > UPRIGHT * self.width

    @property
    def centre(self) -> np.ndarray:
        """The middle, as a scene point of shape (3,)."""
        return np.array([(self.left + self.right) / 2, (self.bottom + self.top) / 2, 0.0])

    def at(self, across: float, up: float) -> np.ndarray:
        """The point at a fraction of the width from the left and of the height from the bottom; shape (3,)."""
        return np.array([self.left + across * self.width, self.bottom + up * self.height, 0.0])

    def inset(self, margin: float) -> Region:
        """The region without a margin on all sides."""
        return Region(self.left + margin, self.bottom + margin, self.right - margin, self.top - margin)

    def moved(self, right: float) -> Region:
        """The region, so many scene units farther right."""
        return Region(self.left + right, self.bottom, self.right + right, self.top)

    def split_rows(self, *shares: float) -> tuple[Region, ...]:
        """Rows from the top down, as high as their shares of the whole."""
        edges = self.top - np.cumsum((0.0, *shares)) / sum(shares) * self.height
        return tuple(Region(self.left, float(low), self.right, float(high)) for high, low in itertools.pairwise(edges))

    def split_columns(self, *shares: float) -> tuple[Region, ...]:
        """Columns from left to right, as wide as their shares of the whole."""
        edges = self.left + np.cumsum((0.0, *shares)) / sum(shares) * self.width
        return tuple(Region(float(a), self.bottom, float(b), self.top) for a, b in itertools.pairwise(edges))

    def fit(self, mobject: Mobject) -> Mobject:
        """Shrinks (never enlarges) the mobject until it fits into the region; returns it."""
        if mobject.width > 0 and mobject.height > 0:
            factor = min(1.0, self.width / mobject.width, self.height / mobject.height)
            if factor < 1:
                mobject.scale(factor)
        return mobject

    def place(self, mobject: Mobject, align: Align = "centre") -> Mobject:
        """Fits the mobject and moves it to the region's middle, or against its left or right side; returns it."""
        self.fit(mobject).move_to(self.centre)
        if align == "left":
            mobject.shift(np.array([self.left - mobject.get_left()[0], 0, 0]))
        elif align == "right":
            mobject.shift(np.array([self.right - mobject.get_right()[0], 0, 0]))
        return mobject

    def holds(self, mobject: Mobject, tolerance: float = 1e-6) -> bool:
        """Whether the mobject lies inside."""
        left, bottom = mobject.get_corner(np.array([-1.0, -1.0, 0.0]))[:2]
        right, top = mobject.get_corner(np.array([1.0, 1.0, 0.0]))[:2]
        return bool(
            left >= self.left - tolerance
            and bottom >= self.bottom - tolerance
            and right <= self.right + tolerance
            and top <= self.top + tolerance
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """The regions of one aspect ratio."""

    aspect: AspectName
    frame: Region
    title: Region
    figure: Region
    panel: Region
    body: Region
    caption: Region

    @property
    def upright(self) -> bool:
        """Whether the panel stands under the figure instead of beside it."""
        return self.panel.top <= self.figure.bottom

    @property
    def panel_on_figure(self) -> bool:
        """Whether formulas stand on a part of the figure."""
        return self.panel.left < self.figure.right and self.panel.top > self.figure.bottom

    @property
    def to_middle(self) -> float:
        """Scene units by which a figure that is alone has to go right, to stand in the middle of the body."""
        return float((self.body.centre - self.figure.centre)[0])

    def without_formulas(self, kept: float) -> Layout:
        """The layout of a picture without formulas: the figure has the body, but for a share of it that is `kept` for
        the panel, which is no larger than it is beside formulas.
        """
        body, half = self.body, BESIDE_GAP / 2 if kept else 0.0
        if self.upright:
            edge = body.bottom + kept * body.height
            low, high = min(self.figure.bottom, edge + half), min(self.panel.top, edge - half)
            return replace(self, figure=replace(body, bottom=low), panel=replace(self.panel, top=high))
        left = max(self.panel.left, body.right - kept * body.width + half)
        right = max(left - 2 * half, min(self.figure.right, self.panel.left))  # a panel in a corner lies on the figure
        return replace(self, figure=replace(body, right=right), panel=replace(body, left=left))

    def divided(self, share: float) -> Layout:
        """The layout of two pictures, the second in the panel, with its formulas: it has a share of the body's width;
        upright all stays, but for a panel that formulas do not need yet: it has a share of the height.
        """
        if self.upright and self.panel.height > LEAST_SHARE * self.body.height:
            return self
        if self.upright:
            figure, panel = self.body.split_rows(1 - share, share)
            return replace(self, figure=replace(figure, bottom=figure.bottom + BESIDE_GAP), panel=panel)
        figure, panel = self.body.split_columns(1 - share, share)
        return replace(self, figure=replace(figure, right=figure.right - BESIDE_GAP), panel=panel)

    def with_picture(self, share: float) -> tuple[Region, Layout]:
        """A part of the panel for a second picture, its upper `share` or half of a flat one; and the layout whose
        formulas have the rest.
        """
        panel = self.panel
        first, rest = panel.split_rows(share, 1 - share) if panel.is_upright else panel.split_columns(0.5, 0.5)
        return first, replace(self, panel=rest.inset(0.2))

    def with_panel_wider(self, more: float) -> Layout:
        """The layout whose panel, where it stands beside the figure, is so much wider; all else stays."""
        if self.panel.left < self.figure.right:
            return self
        figure, panel = self.figure, self.panel
        return replace(
            self, figure=replace(figure, right=figure.right - more), panel=replace(panel, left=panel.left - more)
        )

    def with_formulas_below(self, share: float = BELOW_SHARE) -> Layout:
        """The layout whose figure is as wide as the body, and whose formulas have a share of its height, below it."""
        if self.upright:
            return self
        upper, lower = self.body.split_rows(1 - share, share)
        half = BESIDE_GAP / 2
        figure, panel = replace(upper, bottom=upper.bottom + half), replace(lower, top=lower.top - half)
        return replace(self, figure=figure, panel=panel)

    def cornered(self, across: float, up: float) -> Layout:
        """The layout of a picture whose formulas have the lower left corner of the body, so much of its width and
        height, and its figures all that is around it; where formulas stand below the figure nothing changes.
        """
        if self.upright:
            return self
        body = self.body
        corner = Region(body.left, body.bottom, body.left + across * body.width, body.bottom + up * body.height)
        return replace(self, figure=body, panel=corner)

    def with_strip(self) -> tuple[Region, Layout] | None:
        """A strip beside the formulas that stand below the figure, for what a scene works out there, and the layout of
        the rest; None if they stand elsewhere, or have no room to give.
        """
        if not self.upright or self.panel.width <= BROAD or self.panel.height <= BESIDE_GAP:
            return None
        strip, rest = self.panel.split_columns(1, 1)
        return strip, replace(self, panel=rest)

    def with_readings(self, *, alone: bool = False) -> tuple[Region, Layout]:
        """A part of the panel, for readings, and the layout whose formulas have the rest of it. Below a figure, which
        makes room for them, they have its whole width if they are `alone`.
        """
        if not self.upright:
            formulas, readings = self.panel.split_rows(1.45, 1)
            return readings, replace(self, panel=formulas.inset(0.1))
        if alone and self.figure.bottom > self.panel.top + BESIDE_GAP + 1e-9:  # something else stands between them
            return self.panel, self
        if alone:
            figure, readings = self.body.split_rows(1 - ALONE_SHARE, ALONE_SHARE)
            figure = replace(self.figure, bottom=figure.bottom + BESIDE_GAP / 2)
            return replace(readings, top=readings.top - BESIDE_GAP / 2), replace(self, figure=figure)
        more = max(0.0, self.body.bottom + READINGS_SHARE * self.body.height - self.panel.top)
        figure = replace(self.figure, bottom=self.figure.bottom + more)
        panel = replace(self.panel, top=self.panel.top + more)
        formulas, readings = panel.split_columns(1.25, 1)
        formulas = replace(formulas.inset(0.1), right=formulas.right - BESIDE_GAP)
        return readings, replace(self, figure=figure, panel=formulas)

    def shared(self, *, first_right: bool = False) -> tuple[Layout, Layout]:
        """The layouts of two scenes that share the picture: columns of a wide body, the first left unless it is
        `first_right`, or rows of one that is upright.

        Title and caption stay whole. In each part the formulas stand under the figure, or, where the part is flat,
        beside it.
        """
        half, body = BESIDE_GAP / 2, self.body
        if body.is_upright:
            upper, lower = body.split_rows(1, 1)
            parts = replace(upper, bottom=upper.bottom + half), replace(lower, top=lower.top - half)
        else:
            left, right = body.split_columns(1, 1)
            parts = replace(left, right=left.right - half), replace(right, left=right.left + half)
            parts = parts[::-1] if first_right else parts
        first, second = map(self._part, parts)
        return first, second

    def _part(self, part: Region) -> Layout:
        half = BESIDE_GAP / 2
        if part.width <= FLAT * part.height:
            return replace(self, body=part, panel=part, figure=part).with_formulas_below(FORMULAS_SHARE)
        figure, panel = part.split_columns(0.6, 0.4)
        figure, panel = replace(figure, right=figure.right - half), replace(panel, left=panel.left + half)
        return replace(self, figure=figure, panel=panel, body=part)


LAYOUTS: Mapping[AspectName, Layout] = MappingProxyType(
    {
        "16:9": Layout(
            aspect="16:9",
            frame=Region(-64 / 9, -4, 64 / 9, 4),
            title=Region(-6.6, 3.1, 6.6, 3.7),
            figure=Region(-6.6, -3.4, 1.6, 2.85),
            panel=Region(1.9, -3.4, 6.6, 2.85),
            body=Region(-6.6, -3.4, 6.6, 2.85),
            caption=Region(-6.6, -3.95, 6.6, -3.45),
        ),
        "9:16": Layout(
            aspect="9:16",
            frame=Region(-4.5, -8, 4.5, 8),
            title=Region(-4.0, 6.5, 4.0, 7.3),
            figure=Region(-4.0, -1.2, 4.0, 6.2),
            panel=Region(-4.0, -5.6, 4.0, -1.5),
            body=Region(-4.0, -5.6, 4.0, 6.2),
            caption=Region(-4.0, -7.4, 4.0, -5.8),
        ),
        "1:1": Layout(
            aspect="1:1",
            frame=Region(-5.4, -5.4, 5.4, 5.4),
            title=Region(-4.9, 4.4, 4.9, 5.0),
            figure=Region(-4.9, -0.9, 4.9, 4.15),
            panel=Region(-4.9, -3.95, 4.9, -1.15),
            body=Region(-4.9, -3.95, 4.9, 4.15),
            caption=Region(-4.9, -5.3, 4.9, -4.1),
        ),
    }
)
"""The layout of each aspect ratio."""


def clear_place(mobject: Mobject, places: Sequence[Array], others: Sequence[Mobject], margin: float = 0.12) -> Array:
    """The first of the places (3,) for the middle of `mobject` where it keeps clear of all others by `margin` scene
    units; the last one, if there is none.
    """
    half = np.array([mobject.width, mobject.height]) / 2 + margin
    boxes = [(other.get_center()[:2], np.array([other.width, other.height]) / 2) for other in others]
    return next(
        (place for place in places if all((abs(place[:2] - at) >= half + size).any() for at, size in boxes)), places[-1]
    )


def outside(near: Array, far: Array, gap: float, half: Array) -> Array:
    """The middle (2,) of a box of half sizes (2,), `gap` away from `near` in the direction of `far`; all in scene
    units.
    """
    out = (far - near) / max(float(np.linalg.norm(far - near)), 1e-9)
    reach = float((half / np.maximum(np.abs(out), 1e-9)).min())
    return np.asarray(near + out * (gap + reach))
