"""The gradient at a point that walks along a level set: it goes along, and so does its right angle to the way.

Owns: `TravellingGradient`.

Law: the arrow is the gradient at the point, in the scale of its board, and the way ahead is square to it; how square
the drawn arrow is to the drawn level set is measured (`off_square`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from manim import Mobject, VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.layout import clear_place
from mathora.stage.map.contour_plot import ContourPlot
from mathora.stage.map.marks import name_beyond
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.space.contours import cosine
from mathora.stage.theme import Theme

AHEAD, CORNER = 0.9, 0.27  # how long the arrow ahead is, and the sides of the mark of a right angle, in scene units


class TravellingGradient(VGroup):
    """The gradient's arrow, the arrow of the way `ahead` (2,) in which the walk sets out, their right angle and `names`
    (the gradient's, then that of the way); all stand at `place()`, a model point (2,).
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what goes along
        self,
        board: ContourPlot,
        place: Callable[[], Array],
        ahead: Array,
        colour: str,
        names: tuple[VMobject, VMobject],
        theme: Theme,
    ) -> None:
        self.board, self.place, self.theme, self.names = board, place, theme, names
        slope = board.gradient_at(place())
        self.sense = 1.0 if slope[0] * ahead[1] - slope[1] * ahead[0] >= 0 else -1.0
        self.ring = board.ring_at(place())
        self.uphill, self.onward = (ArrowMobject(*self._ends(), ink, 0.06) for ink in (colour, theme.foreground))
        self.mark = VMobject(stroke_color=theme.foreground, stroke_width=3.5, fill_opacity=0)
        super().__init__(self.mark, self.onward, self.uphill, *names)
        self.add_updater(lambda one: one.lie(), call_updater=True)

    def _ends(self) -> tuple[Array, Array]:
        """The gradient's tail and tip, scene points (3,)."""
        here = self.place()
        tail = self.board.point(*here)
        return tail, tail + np.append(
            self.board.arrow_scale * self.board.units()[0] * self.board.gradient_at(here), 0.0
        )

    def lie(self) -> None:
        """All go to where the point is now."""
        tail, tip = self._ends()
        up = (tip - tail) / max(float(np.linalg.norm(tip - tail)), 1e-9)
        along = self.sense * np.array([-up[1], up[0], 0.0])
        self.uphill.put(tail, tip)
        self.onward.put(tail, tail + AHEAD * along)
        side = min(CORNER, 0.5 * float(np.linalg.norm(tip - tail)))
        self.mark.set_points_as_corners(tail + side * np.array([along, along + up, up]))
        for name, arrow in zip(self.names, (self.uphill, self.onward), strict=True):
            name_beyond(name, arrow.tail, arrow.tip, self.theme)

    def rest(self, others: Sequence[Mobject]) -> None:
        """Nothing follows any more; a name that stands on one of the `others` goes beside its arrow's tip."""
        self.clear_updaters()
        for name, arrow in zip(self.names, (self.uphill, self.onward), strict=True):
            along = arrow.vector / max(float(np.linalg.norm(arrow.vector)), 1e-9)
            across = (name.width + name.height) / 2 * np.array([-along[1], along[0], 0.0])
            places = [name.get_center(), arrow.tip + across, arrow.tip - across]
            name.move_to(clear_place(name, places, others, 0.04))

    def off_square(self) -> float:
        """The cosine of the angle between the drawn gradient and the drawn level set."""
        return cosine(self.uphill.vector, self.ring.tangent_at(self.uphill.tail))
