"""A named number on the picture: “L = 5.25”, “slope ≈ −0.67”, following a value and a place.

Owns: `ValueLabel`, `EqualitySign`.

Laws:
- A number that is rounded stands behind ≈, one that is written in full behind =.
- The last digit stands still while the value changes; the name moves only when the number grows or loses a digit.
  In a column, where the signs stand under each other (`in_column`), the name stands still and the number begins there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np
from manim import Mobject, RoundedRectangle, VGroup

from mathora.stage.arrays import Array
from mathora.stage.text.formula_mobject import GlyphMobject, TextMobject
from mathora.stage.text.readout import Readout
from mathora.stage.text.typesetting import outlines_of

GAP = 0.14  # scene units in front of a sign, and of a number
HANGING = 0.15  # a minus reaches so far, in em, out of its cell: a sign before it keeps off


class EqualitySign(TextMobject):
    """An equals sign as formulas have it, or one that says about; `size` is the em in scene units."""

    def __init__(self, colour: str, size: float) -> None:
        super().__init__(GlyphMobject((), _sign_outlines()[True], colour, size))
        self.depth = _depth(exact=True)

    @property
    def exact(self) -> bool:
        """Whether it is the equals sign: asked of its outline, which a motion may have put back."""
        return len(self.submobjects[0].points) == len(_sign_outlines()[True])

    def tell(self, *, exact: bool) -> None:
        """Becomes the sign that belongs before a number that is written in full, or else is rounded."""
        if exact != self.exact:
            (glyph,) = self.submobjects
            fresh = GlyphMobject((), _sign_outlines()[exact], glyph.color, self.em).move_to(glyph)
            self.depth, glyph.extent = _depth(exact=exact), fresh.extent
            glyph.set_points(fresh.points)


@cache
def _sign_outlines() -> Mapping[bool, Array]:
    """The outlines (n, 3) of “=”, if a number is exact, and of “≈”, in em."""
    signs = {True: "$=$", False: "$approx$"}
    return {exact: outlines_of(source).glyphs[0].curves for exact, source in signs.items()}


def _depth(*, exact: bool) -> float:
    """How far a sign's lower end is below the baseline, in em."""
    return -float(_sign_outlines()[exact][:, 1].min())


class ValueLabel(VGroup):
    """`name` and a sign in front of a number that shows `value()` on each frame.

    `place()`, if given, is the scene point (3,) where the label's left end stands, in the middle of its height. `card`
    is the colour of a card behind it, for labels that stand on a picture.
    """

    def __init__(
        self,
        name: TextMobject,
        number: Readout,
        value: Callable[[], float],
        *,
        place: Callable[[], Array] | None = None,
        card: str | None = None,
    ) -> None:
        self.sign = EqualitySign(number.colour, number.em)
        self.front = [name, self.sign]
        self.number, self.value, self.place = number, value, place
        for part in self.front:
            part.shift(np.array([0.0, number.baseline - part.baseline, 0.0]))
        self.card = (
            RoundedRectangle(corner_radius=0.1, fill_color=card, fill_opacity=0.88, stroke_width=0) if card else None
        )
        super().__init__(*([self.card] if self.card else []), *self.front, number)
        self.in_column = False
        self._written = ("", 0)
        self.add_updater(_follow)
        _follow(self)

    def write(self, value: float) -> None:
        """Shows another value; the name closes up to the number's first digit."""
        self.number.show(value)
        self.sign.tell(exact=self.number.exact)
        text = self.number.laid(value)
        cells = "".join("0" if one.isdigit() else one for one in text)  # π and a bar are not as wide as a digit
        if (size := (cells, len(self.number.wording))) != self._written:
            self._written = size
            self._close_up(self.number.start(text))

    def rest_at(self, *values: float, least: int = 0) -> ValueLabel:
        """From now on with decimals enough for these values, at which it comes to rest; returns itself."""
        self.number.rest_at(*values, least=least)
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

    def begin_at(self, edge: float) -> ValueLabel:
        """Stands in a column whose numbers all begin at this x, in scene units; returns itself."""
        self.in_column, self._written = True, ("", 0)
        self.shift(np.array([edge - GAP - self.sign.get_right()[0], 0.0, 0.0]))
        self.write(self.number.value)
        return self

    def _close_up(self, edge: float) -> None:
        cell, gap = self.number.cell, GAP
        if self.number.wording.startswith("-"):
            gap += HANGING * self.number.em
        if self.in_column:
            self.number.shift(np.array([self.sign.get_right()[0] + gap - edge, 0.0, 0.0]))
        for part in [] if self.in_column else reversed(self.front):
            part.shift(np.array([edge - gap - part.get_right()[0], 0.0, 0.0]))
            edge, gap = part.get_left()[0], GAP
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
    if value != label.number.value or len(label.number.wording) != label._written[1]:  # noqa: SLF001 - its own updater
        label.write(value)
    label.sign.tell(exact=label.number.exact)  # also where a motion has put the old one back
    if label.place is not None:
        label.shift(label.place() - label.shown_left())
