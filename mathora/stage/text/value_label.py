"""A named number on the picture: “L = 5.25”, “slope −2.0”, following a value and a place.

Owns: `ValueLabel`, `equals_sign`.

Law: the last digit stands still while the value changes; the name moves only when the number grows or loses a digit.
In a column, where equals signs stand under each other (`in_column`), the name stands still and the number begins there.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from manim import Mobject, RoundedRectangle, VGroup

from mathora.stage.arrays import Array
from mathora.stage.text.formula_mobject import GlyphMobject, TextMobject
from mathora.stage.text.prose_mobject import Readout
from mathora.stage.text.typesetting import outlines_of

GAP, WORD_GAP = 0.14, 0.26
"""Scene units in front of a number; the second before one that may have a minus, which would else look like a dash."""

HANGING = 0.15  # a minus reaches so far, in em, out of its cell: an equals sign before it keeps off


def equals_sign(colour: str, size: float) -> TextMobject:
    """An equals sign as formulas have it; `size` is the em in scene units."""
    (glyph,) = outlines_of("$=$").glyphs
    sign = TextMobject(GlyphMobject((), glyph.curves, colour, size))
    sign.depth = -float(sign.get_bottom()[1]) / size
    return sign


class ValueLabel(VGroup):
    """`name` (and `sign`, such as an equals sign) in front of a number that shows `value()` on each frame.

    `signed` keeps a place free for the minus sign of a value at which it rests. `place()`, if given, is the scene point
    (3,) where the label's left end stands, in the middle of its height. `card` is the colour of a card behind it, for
    labels that stand on a picture.
    """

    def __init__(  # noqa: PLR0913 - what a label shows is these
        self,
        name: TextMobject,
        number: Readout,
        value: Callable[[], float],
        *,
        sign: TextMobject | None = None,
        signed: bool = False,
        place: Callable[[], Array] | None = None,
        card: str | None = None,
    ) -> None:
        self.front = [name, *([sign] if sign else [])]
        self.number, self.value, self.place, self.signed = number, value, place, signed
        for part in self.front:
            part.shift(np.array([0.0, number.baseline - part.baseline, 0.0]))
        self.card = (
            RoundedRectangle(corner_radius=0.1, fill_color=card, fill_opacity=0.88, stroke_width=0) if card else None
        )
        super().__init__(*([self.card] if self.card else []), *self.front, number)
        self.in_column = False
        self._written = (0, 0)
        self.add_updater(_follow)
        _follow(self)

    def write(self, value: float) -> None:
        """Shows another value; the name closes up to the number's first digit."""
        self.number.show(value)
        text = self.number.laid(value)
        negative = min(self.number.rests, default=-1.0) < 0  # where it rests
        room = self.signed and negative and not self.in_column and not text.startswith("-")
        widest = f"-{text}" if room else text
        if (size := (len(widest), len(self.number.wording))) != self._written:
            self._written = size
            self._close_up(self.number.start(widest))

    def rest_at(self, *values: float) -> ValueLabel:
        """From now on with decimals enough for these values, at which it comes to rest; returns itself."""
        self.number.rest_at(*values)
        self.write(self.number.value)
        return self

    def apart_from(self, other: float) -> ValueLabel:
        """With digits enough to be told from a number beside it, where it comes to rest; returns itself."""
        self.number.tell_apart(other)
        self.write(self.number.value)
        return self

    def stand_at(self, place: Callable[[], Array]) -> ValueLabel:
        """From now on its left end stands there, and does already when it comes in; returns itself."""
        self.place = place
        _follow(self)
        return self

    @property
    def gap(self) -> float:
        """Scene units between name or sign and a number that has no minus."""
        return WORD_GAP if self.signed and len(self.front) == 1 else GAP

    def begin_at(self, edge: float) -> ValueLabel:
        """Stands in a column whose numbers all begin at this x, in scene units; returns itself."""
        self.in_column, self._written = True, (0, 0)
        self.shift(np.array([edge - self.gap - self.front[-1].get_right()[0], 0.0, 0.0]))
        self.write(self.number.value)
        return self

    def _close_up(self, edge: float) -> None:
        cell, gap = self.number.cell, self.gap
        if len(self.front) > 1 and self.number.wording.startswith("-"):
            gap += HANGING * self.number.em
        if self.in_column:
            self.number.shift(np.array([self.front[-1].get_right()[0] + gap - edge, 0.0, 0.0]))
            return
        for part in reversed(self.front):
            part.shift(np.array([edge - gap - part.get_right()[0], 0.0, 0.0]))
            edge, gap = part.get_left()[0], self.gap
        if self.card:
            left, right = self.front[0].get_left()[0], self.number.end
            height = max(part.height for part in (*self.front, cell))
            middle = np.array([(left + right) / 2, cell.get_center()[1], 0.0])
            fresh = RoundedRectangle(width=right - left + 0.3, height=height + 0.24, corner_radius=0.1).move_to(middle)
            self.card.set_points(fresh.points)

    def shown_left(self) -> Array:
        """The scene point (3,) at the left end of what is seen, in the middle of the number's height."""
        low, high = _extent(self.number.cell)
        return np.array([_extent(self.card or self.front[0])[0][0], (low[1] + high[1]) / 2, 0.0])

    def middle(self) -> Array:
        """The scene point (3,) in the middle of what is seen."""
        left, right = self.shown_left(), self.number.end
        return np.array([(left[0] + right) / 2, left[1], 0.0])

    def __deepcopy__(self, memo: dict[int, Any]) -> ValueLabel:
        """Copies are still pictures: they do not follow."""
        copied: ValueLabel = super().__deepcopy__(memo)
        copied.updaters = []
        return copied


def _extent(mobject: Mobject) -> tuple[Array, Array]:
    """The least and greatest coordinates (3,) of its anchors: Manim's `get_left` and its like, in one pass."""
    curves = np.concatenate([part.points for part in mobject.family_members_with_points()]).reshape(-1, 4, 3)
    anchors = curves[:, ::3]
    return anchors.min(axis=(0, 1)), anchors.max(axis=(0, 1))


def _follow(label: ValueLabel) -> None:
    value = label.value()
    if value != label.number.value or not any(label._written):  # noqa: SLF001 - the label's own updater
        label.write(value)
    if label.place is not None:
        label.shift(label.place() - label.shown_left())
