"""A number read out, which follows a value from frame to frame.

Owns: `Readout`.

Laws:
- A number that changes from frame to frame is never typeset again: its digits come from a cache, all equally wide, so
  that it does not tremble.
- Behind a very large or small number stands a power of ten, the same one all the way to where it rests.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import isfinite

import numpy as np
from manim import Rectangle, VMobject
from numpy.typing import NDArray

from mathora.formula.curves.interval import share_of_pi
from mathora.plan import Label
from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.numerals import (
    NOTHING,
    READ_DECIMALS,
    Turns,
    decimals_for,
    decimals_read,
    fixed,
    grouped,
    power_for,
    scaled,
)
from mathora.stage.text.terms import Measured
from mathora.stage.text.typesetting import outlines_of


class Readout(TextMobject):
    """A number that follows a value: `decimals` places after the point, digits of fixed width, sign −.

    At most `digits` stand before the sign `decimal`. The number is set against the right end of its cell, so that its
    last digit stands still; where it rests, zeros at its end leave their places empty (`2.50`, `2.00`: 2.5, 2).
    `grouped` sets thousands apart by thin spaces. Call `show(value)` on each change; moving, scaling and colouring work
    as on any mobject. It is a reading of what is `measured`, or else a count.
    """

    def __init__(  # noqa: PLR0913 - how a number is read out is these
        self,
        value: float,
        colour: str,
        size: float,
        decimals: int = 1,
        digits: int = 2,
        *,
        grouped: bool = False,
        decimal: str = ".",
        measured: Measured | None = None,
    ) -> None:
        self.decimals, self.digits, self.grouped, self.decimal = decimals, digits, grouped, decimal
        self.least, self.power = decimals, 0
        self.measured, self.rests, self.colour = measured, tuple[float, ...](), colour
        self._width = self._cell_width()
        self.cell = Rectangle(
            width=self._width * size, height=0.66 * size, stroke_width=0, stroke_opacity=0, fill_opacity=0
        )
        self.number = VMobject(fill_color=colour, fill_opacity=1, stroke_width=0)
        super().__init__(self.cell, self.number)
        self.value = value
        self.show(value)

    def _cell_width(self) -> float:
        widest = 10.0 ** (self.power or self.digits - 1)
        return sum(map(_advance, "-" * (not self.grouped) + self.laid(widest)))

    def rest_at(self, *values: float, least: int = 0) -> Readout:
        """From now on with decimals enough for these values, at which it comes to rest, or `least`; returns itself.

        Its right end stays; it never loses decimals, unless the power of ten behind it is another one.
        """
        self.rests = tuple(filter(isfinite, values))
        power = power_for(filter(isfinite, (*values, self.value)))
        least = max(least, self.decimals if power == self.power else self.least)
        self.power = power
        return self._with_decimals(decimals_for((scaled(one, power) for one in self.rests), least))

    def tell_apart(self, other: float) -> Readout:
        """From now on with decimals enough to be told from another number where it rests, unless both are one."""
        beside = scaled(other, self.power)
        others = [scaled(one, self.power) for one in self.rests if not self._same(one, other)]
        decimals = self.decimals
        while decimals < READ_DECIMALS and any(fixed(one, decimals) == fixed(beside, decimals) for one in others):
            decimals += 1
        return self._with_decimals(decimals)

    def _with_decimals(self, decimals: int) -> Readout:
        self.decimals, before = decimals, self._width
        self._width = self._cell_width()
        self.cell.stretch(self._width / before, 0, about_point=self.cell.get_right())
        return self.show(self.value)

    def settle(self) -> None:
        """It rests where it is, with no decimals that are zeros: raises as `Measured.check` does."""
        told, self.rests = power_for(self.rests), (self.value,)
        power = power_for(filter(isfinite, self.rests))
        if power != self.power and (self.power or power == told or power > 0):  # from afar; else a rounded zero
            self.rest_at(self.value)
        self.show(self.value)
        if self.measured and isfinite(self.value):
            self.measured.check(self.wording, self.spelled)

    def spelled(self, value: float) -> str:
        """The value as its characters: digits, a decimal sign, `-` before it, a thin space between thousands."""
        return self.laid(value).rstrip(_BLANKS)

    def laid(self, value: float) -> str:
        """The same with an empty place for each zero at its end that is left out, or decimal of a long number that
        rests; where it rests, with π; nothing of what is no number, such as the slope at an upright end of a curve.
        """
        if not isfinite(value):
            return ""
        digits, rests = scaled(value, self.power), self._rests_at(value)
        text = fixed(digits, self.decimals)
        if rests and (share := share_of_pi(value)):
            return Turns(share).plain
        whole, point, decimals = text.partition(".")
        if rests:
            full = _in_full(text, digits)
            whole, _, some = (text if full else fixed(digits, decimals_read(digits, self.decimals))).partition(".")
            some = some.rstrip("0") if full else some
            decimals, point = some.ljust(len(decimals), _EMPTY["0"]), point if some else point and _EMPTY["."]
        if self.grouped:
            whole = grouped(int(whole))
        laid = whole + point.replace(".", self.decimal) + decimals
        return laid.rstrip(_BLANKS) + _power_of_ten(self.power) if self.power and value else laid

    def _same(self, one: float, other: float) -> bool:
        return abs(one - other) <= NOTHING * max(10.0**self.power, abs(other))

    def _rests_at(self, value: float) -> bool:
        return any(self._same(value, one) for one in self.rests)

    @property
    def exact(self) -> bool:
        """Whether what is shown is the value, not rounded."""
        share = share_of_pi(self.value) if self._rests_at(self.value) else None
        digits = scaled(self.value, self.power)
        return bool(share) or not isfinite(self.value) or _in_full(fixed(digits, self.decimals), digits)

    def show(self, value: float) -> Readout:
        """Shows another value; returns itself."""
        laid = self.laid(value)
        self.value, self.wording = value, self.spelled(value)
        left, bottom = self.cell.points[:, :2].min(axis=0)
        em = self.em
        position, curves = self._width, []
        for character in reversed(laid):
            position -= _advance(character)
            if character in _digit_outlines():
                curves.append(_digit_outlines()[character] + np.array([position, 0, 0]))
        self.number.set_points(np.concatenate([np.zeros((0, 3)), *curves[::-1]]) * em + np.array([left, bottom, 0]))
        return self

    @property
    def excess(self) -> float:
        """How far the written number is from what it measures, in halves of its last digit: 1 is rounded right."""
        assert self.measured is not None  # noqa: S101 - for the types
        shown, true = scaled(self.value, self.power), scaled(self.measured.value(), self.power)
        written = shown if self.exact else float(self.wording.partition("×")[0].replace(self.decimal, "."))
        return abs(written - true) / (0.5 * 10.0**-self.decimals)

    def labelled(self) -> Label:
        """The reading, or the count."""
        return self.measured.at_rest(self.wording) if self.measured else Label("number", self.wording)

    def start(self, text: str) -> float:
        """Where the first character's cell begins when the number is `text`; x in scene units."""
        return float(self.cell.points[:, 0].max()) - self.em * sum(map(_advance, text))

    @property
    def end(self) -> float:
        """Where the last character's cell ends that is no blank; x in scene units."""
        laid = self.laid(self.value)
        return float(self.cell.points[:, 0].max()) - self.em * sum(map(_advance, laid[len(self.wording) :]))

    @property
    def em(self) -> float:
        """The present em in scene units."""
        return float(np.ptp(self.cell.points[:, 0])) / self._width

    @property
    def baseline(self) -> float:
        """The present height of the baseline, y in scene units."""
        return float(self.cell.points[:, 1].min())


EXACTLY = 1e-9  # so near to what is written, as a share of it, a value is that; so near to zero, it is zero
EXACT_DIGITS = 15  # so many a float has; a number of half as many or more is what is written, or else it is not


def _in_full(text: str, value: float) -> bool:
    """Whether a value is the one that is written; of more digits than a float has that is not known."""
    digits = len(text.replace(".", "").lstrip("-").strip("0"))
    near = EXACTLY if digits < EXACT_DIGITS / 2 else 10.0**-EXACT_DIGITS
    return digits <= EXACT_DIGITS and abs(float(text) - value) <= near * (abs(float(text)) or 1.0)


_EMPTY = {"0": "\u2007", ".": "\u2008"}  # blanks as wide as a digit and as the decimal sign

_BLANKS = "".join(_EMPTY.values())
_RAISED = dict(zip("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))  # as exponents are read

_DIGIT_ADVANCE = 0.55
_ADVANCES = {"/": 0.5, "π": 0.6, ".": 0.28, ",": 0.28, "\u2008": 0.28, "\u2009": 0.2, "×": 1.0}
_ADVANCES |= dict.fromkeys(_RAISED.values(), 0.4)
_SIGN_SPACE = 0.06
"""A minus is wider than its cell and stands so far to the left of it, in em, that it keeps off the digit."""


def _power_of_ten(power: int) -> str:
    return "×10" + "".join(_RAISED[one] for one in str(power))


def _advance(character: str) -> float:
    """How far a character of a number reaches, in em: the same for all digits."""
    return _ADVANCES.get(character, _DIGIT_ADVANCE)


@cache
def _digit_outlines() -> Mapping[str, NDArray[np.float64]]:
    """Each character's outline, centred in its cell, the baseline at 0."""
    sources = {character: f"${character}$" for character in "0123456789.,π"}
    sources |= {"-": "$minus$", "/": r"$\/$", "×": "$times$"}
    sources |= {raised: sources[plain] for plain, raised in _RAISED.items()}
    outlines = {}
    for character, source in sources.items():
        outline = np.concatenate([glyph.curves for glyph in outlines_of(source).glyphs])
        if character in _RAISED.values():
            outline = 0.7 * outline + np.array([0, 0.36, 0])
        middle = (outline[:, 0].min() + outline[:, 0].max()) / 2
        away = _SIGN_SPACE if character == "-" else 0.0
        outlines[character] = outline - np.array([middle - _advance(character) / 2 + away, 0, 0])
    return outlines
