"""One sheet with two cuts: twice flat, and below the two boxes that it makes, with what each holds.

Law: a box has its sheet's cut; the base and two cuts make the sheet, also on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from manim import UpdateFromAlphaFunc, VGroup, VMobject, smooth

from mathora.stage.figures.box.box_places import BoxPlaces
from mathora.stage.plane.folded_paper import Paper, PaperPose

WIDE, DEEP = 1.4, 0.85
"""A box's width and height at most, as shares of its sheet's side: it stands askew, and is seen from above."""


class BoxPair(VGroup):
    """Submobjects: the two flat `sheets`, the two `boxes`, and the `words` below them."""

    def __init__(
        self,
        places: BoxPlaces,
        sheet: float,
        cuts: tuple[float, float],
        new_paper: Callable[[], Paper],
        said: Callable[[float], VMobject],
    ) -> None:
        self.sheet, self.poses = sheet, list[PaperPose]()
        self.sheets, self.boxes, self.words = VGroup(), VGroup(), VGroup()
        for cut, column in zip(cuts, places.whole.split_columns(1, 1), strict=True):
            above, below, foot = (one.inset(0.05) for one in column.split_rows(0.4, 0.42, 0.18))
            flat, box = new_paper(), new_paper()
            flat.put(PaperPose(above.centre, min(above.width, above.height) / sheet, cut, 0.0))
            self.poses.append(PaperPose(below.centre, min(below.width / WIDE, below.height / DEEP) / sheet, cut, 1.0))
            box.put(self.poses[-1])
            self.sheets.add(flat)
            self.boxes.add(box)
            self.words.add(foot.place(said(cut)))
        self.now = list(self.poses)
        super().__init__(self.sheets, self.boxes, self.words)

    def parts(self, single: PaperPose, *, back: bool = False) -> list[Any]:
        """The motions of both boxes from where a `single` one stands to their places, or `back`."""
        return [self._motion(at, *((end, single) if back else (single, end))) for at, end in enumerate(self.poses)]

    def _motion(self, at: int, start: PaperPose, end: PaperPose) -> Any:  # noqa: ANN401 - Manim's animation
        def put(box: Paper, share: float) -> None:
            self.now[at] = start.towards(end, share)
            box.put(self.now[at])

        return UpdateFromAlphaFunc(self.boxes[at], put, rate_func=smooth)

    def off(self) -> float:
        """How far a base and two cuts are from the sheet, in model units."""
        pairs = zip(self.boxes, self.now, strict=True)
        return max(abs(float(box.base_side()) + 2 * pose.cut - self.sheet) for box, pose in pairs)
