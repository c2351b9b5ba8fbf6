"""A named number on the picture: “L = 5.25”, “slope −2.0”, following a value and a place.

Owns: `ValueLabel`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from manim import Mobject, RoundedRectangle, VGroup

from mathora.stage.prose_mobject import Readout
from mathora.stage.space import Array


class ValueLabel(VGroup):
    """`name` (and `sign`, such as an equals sign) in front of a number that shows `value()` on each frame.

    `place()`, if given, is the scene point (3,) that the label's left end stands at, in the middle of its height. `card` is the
    colour of a card behind it, for labels that stand on a picture. Submobjects: card (if any), name, sign (if any), number.
    """

    def __init__(  # noqa: PLR0913 - what a label shows is these
        self,
        name: Mobject,
        number: Readout,
        value: Callable[[], float],
        *,
        sign: Mobject | None = None,
        place: Callable[[], Array] | None = None,
        card: str | None = None,
    ) -> None:
        parts = [name, *([sign] if sign else []), number]
        row = VGroup(*parts).arrange(np.array([1.0, 0.0, 0.0]), buff=0.14)
        bottom = number.baseline
        for part in parts[:-1]:
            lowest = getattr(
                part, "baseline", part.get_center()[1] - number.height / 2 if part is sign else part.get_bottom()[1]
            )
            part.shift(np.array([0.0, bottom - lowest, 0.0]))
        super().__init__(*parts)
        if card:
            back = RoundedRectangle(
                width=row.width + 0.3,
                height=row.height + 0.26,
                corner_radius=0.12,
                fill_color=card,
                fill_opacity=0.86,
                stroke_width=0,
            )
            self.submobjects.insert(0, back.move_to(self))
        self.number, self.value, self.place = number, value, place
        self.add_updater(_follow)
        _follow(self)


def _follow(label: ValueLabel) -> None:
    if label.place is not None:
        label.shift(label.place() - label.get_left())
    value = label.value()
    if value != label.number.value:
        label.number.show(value)
