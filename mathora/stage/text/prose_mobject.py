"""Sentences on the picture: words, formulas and checked numbers in one typeset text; labels; numbers read out.

Owns: `ProseMobject`, `TextStyle`, `words_mobject`, `HALF_CAPITAL`, `on_a_line`, `runs_of`, `row_of_numbers`, `Readout`.

Laws:
- Words are shown literally. Formulas in a sentence carry the same colours as anywhere else.
- A number that changes from frame to frame is never typeset again: its digits come from a cache, all equally wide, so
  that it does not tremble.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import Literal

import numpy as np
from manim import Rectangle, VMobject
from numpy.typing import NDArray

from mathora.formula import Formula, node_tags, walk, with_decimal, write_typst
from mathora.formula.curves.interval import share_of_pi
from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words
from mathora.plan import Label
from mathora.stage.layout import Region
from mathora.stage.text.formula_mobject import Colouring, GlyphMobject, TextMobject
from mathora.stage.text.numerals import (
    NOTHING,
    READ_DECIMALS,
    Numeral,
    Turns,
    decimals_for,
    decimals_read,
    fixed,
    grouped,
    written_in_pi,
)
from mathora.stage.text.terms import Measured
from mathora.stage.text.typesetting import DisplaySetter, GlyphOutline, Typeset, in_order, outlines_of, text_literal

HALF_CAPITAL = 0.33
"""Half of a capital's height in the words' typeface, in em: what stands beside a line has its middle there."""

BASELINE = 1 / 3  # the height of the baseline in a region for one line of text, as a share of the region's

Weight = Literal["light", "regular", "semibold", "bold"]
TextAlign = Literal["left", "center", "right"]
_WORDS_TAG = "#000001"
_MATHS_SCALE = 1.08  # the em of formulas inside of sentences, in the sentence's em
_SCRIPT_SPACE = 0.05  # what TeX leaves free behind a script, in em


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: its colour `#rrggbb`, its em `size` in scene units, wrapped at `width` (None: on one line).

    `balanced` takes the narrowest width that needs no more lines, so that the last is not a lone word; `decimal` is
    the sign in checked numbers.
    """

    colour: str
    size: float
    width: float | None = None
    weight: Weight = "regular"
    align: TextAlign = "left"
    balanced: bool = False
    decimal: str = "."


class ProseMobject(TextMobject):
    """A text of the author's; submobjects are runs of glyphs of one colour, in reading order. Its first line begins on
    its baseline at the origin.

    `setter` sets its formulas, if Typst does not.
    """

    def __init__(
        self,
        prose: Prose,
        formulas: Callable[[Text], Formula],
        colouring: Callable[[Formula], Colouring],
        style: TextStyle,
        setter: DisplaySetter | None = None,
    ) -> None:
        self.prose = prose
        inks = {_WORDS_TAG: style.colour}
        boxes: dict[str, Typeset] = {}
        pieces = []
        for piece in prose.pieces:
            match piece:
                case Words(text=text):
                    pieces.append(text_literal(text.value))
                case CheckedNumber(shown=text):
                    pieces.append(text_literal(text.value.replace(".", style.decimal)))
                case Maths(tex=tex):
                    formula = formulas(tex)
                    if setter is None:
                        pieces.append(_tagged_maths(formula, colouring(formula), inks, style.decimal))
                    else:
                        pieces.append(_boxed_maths(formula, colouring(formula), inks, setter, boxes))
        own = "".join(piece.text.value for piece in prose.pieces if isinstance(piece, Words))
        result = _paragraph(in_order("".join(pieces), own), style)
        super().__init__(*runs_of([*_unboxed(result.glyphs, boxes)], style.size, inks, _WORDS_TAG))
        self.missing = result.missing or any(box.missing for box in boxes.values())
        self.wording, self.amount = prose.text.value, len(prose.text.value.split())
        self.depth = -float(self.get_bottom()[1]) / style.size


def words_mobject(words: str, colour: str, size: float, weight: Weight = "regular") -> TextMobject:
    """A label, or plain words of the lesson, shown literally; its left end on the baseline at the origin."""
    result = _paragraph(in_order(text_literal(words), words), TextStyle(colour, size, weight=weight))
    text = TextMobject(*runs_of(result.glyphs, size, {_WORDS_TAG: colour}, _WORDS_TAG))
    text.missing = result.missing
    text.wording, text.amount = words, len(words.split())
    text.depth = -float(text.get_bottom()[1]) / size
    return text


def _tagged_maths(formula: Formula, colouring: Colouring, inks: dict[str, str], decimal: str) -> str:
    tags = {}
    for path, _ in walk(formula.tree):
        tags[path] = f"#{len(inks) + 1:06x}"
        inks[tags[path]] = colouring(path)
    return f"${write_typst(with_decimal(formula.tree, decimal), tags.get)}$"


def _boxed_maths(
    formula: Formula, colouring: Colouring, inks: dict[str, str], setter: DisplaySetter, boxes: dict[str, Typeset]
) -> str:
    """An empty box for a formula that another typesetter has set; it is kept in `boxes` by the box's tag."""
    own = node_tags(formula.tree)
    outlines = setter(formula.tree, own)
    tags = {tag: f"#{len(inks) + index:06x}" for index, tag in enumerate(own.values(), 1)}
    inks |= {tags[own[path]]: colouring(path) for path in own}
    box = f"#{len(inks) + 1:06x}"
    inks[box] = inks[_WORDS_TAG]
    glyphs = tuple(GlyphOutline(tags.get(glyph.tag, box), glyph.curves * _MATHS_SCALE) for glyph in outlines.glyphs)
    boxes[box] = Typeset(glyphs, outlines.missing)
    right, top = np.concatenate([glyph.curves[:, :2] for glyph in glyphs]).max(axis=0)
    depth = _depth(boxes[box])
    sides = f"width: {right + _SCRIPT_SPACE:.4f}em, height: {top + depth:.4f}em, baseline: {depth:.4f}em"
    return f'#box({sides}, fill: rgb("{box}"))'


def _depth(box: Typeset) -> float:
    """How far a formula reaches below its baseline, in em."""
    return max(0.0, -min(float(glyph.curves[:, 1].min()) for glyph in box.glyphs))


def _unboxed(glyphs: Sequence[GlyphOutline], boxes: Mapping[str, Typeset]) -> Iterator[GlyphOutline]:
    """The glyphs of a text, each formula in place of its box."""
    for glyph in glyphs:
        if glyph.tag not in boxes:
            yield glyph
            continue
        left, bottom = glyph.curves[:, :2].min(axis=0)
        shift = np.array([left, bottom + _depth(boxes[glyph.tag]), 0.0])
        yield from (GlyphOutline(one.tag, one.curves + shift) for one in boxes[glyph.tag].glyphs)


def _paragraph(body: str, style: TextStyle) -> Typeset:
    """Typst markup as a text block."""
    rules = f"""#set text(fill: rgb("{_WORDS_TAG}"), weight: "{style.weight}")
#set par(leading: 0.62em)
#show math.equation: set text(size: {_MATHS_SCALE}em)
#set align({style.align})
"""
    width = style.width and style.width / style.size
    return outlines_of(body, rules, _balanced_width(body, rules, width) if width and style.balanced else width)


def _balanced_width(body: str, rules: str, width: float) -> float:
    """The narrowest width (em) at which the text is no higher than at `width`, to a tenth of an em."""

    def height(at: float) -> float:
        return float(np.ptp(np.concatenate([glyph.curves[:, 1] for glyph in outlines_of(body, rules, at).glyphs])))

    highest, low, high = height(width) + 0.5, 0.0, width
    while high - low > 0.1:  # noqa: PLR2004 - a tenth of an em
        middle = (low + high) / 2
        low, high = (low, middle) if height(middle) <= highest else (middle, high)
    return high


def runs_of(glyphs: Sequence[GlyphOutline], size: float, inks: Mapping[str, str], plain: str) -> list[GlyphMobject]:
    """Typeset glyphs as one mobject per run of equal colour: that of their tag, or of the tag `plain`."""
    runs: list[tuple[str, list[NDArray[np.float64]]]] = []
    for glyph in glyphs:
        colour = inks.get(glyph.tag, inks[plain])
        if not runs or runs[-1][0] != colour:
            runs.append((colour, []))
        runs[-1][1].append(glyph.curves)
    return [GlyphMobject((), np.concatenate(curves), colour, size) for colour, curves in runs]


def on_a_line(region: Region, text: TextMobject) -> TextMobject:
    """Fits a line of text and puts it on the baseline of a region for one line, at its left; returns it.

    A line that is too deep or too high for that stands as near to it as the region holds it.
    """
    region.place(text, "left").shift(np.array([0.0, region.bottom + BASELINE * region.height - text.baseline, 0.0]))
    beyond = max(region.bottom - text.get_bottom()[1], 0.0) - max(text.get_top()[1] - region.top, 0.0)
    text.shift(np.array([0.0, beyond, 0.0]))
    return text


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
        return sum(map(_advance, "-" * (not self.grouped) + self.laid(10.0 ** (self.digits - 1))))

    def rest_at(self, *values: float, least: int = 0) -> Readout:
        """From now on with decimals enough for these values, at which it comes to rest, or `least`; returns itself.

        Its right end stays; it never loses decimals.
        """
        self.rests = tuple(filter(isfinite, values))
        return self._with_decimals(decimals_for(self.rests, max(least, self.decimals)))

    def tell_apart(self, other: float) -> Readout:
        """From now on with decimals enough to be told from another number where it rests, unless both are one."""
        others = [one for one in self.rests if abs(one - other) > NOTHING * max(1.0, abs(other))]
        decimals = self.decimals
        while decimals < READ_DECIMALS and any(fixed(one, decimals) == fixed(other, decimals) for one in others):
            decimals += 1
        return self._with_decimals(decimals)

    def _with_decimals(self, decimals: int) -> Readout:
        self.decimals, before = decimals, self._width
        self._width = self._cell_width()
        self.cell.stretch(self._width / before, 0, about_point=self.cell.get_right())
        return self.show(self.value)

    def settle(self) -> None:
        """It rests where it is, with no decimals that are zeros: raises as `Measured.check` does."""
        self.rests = (self.value,)
        self.show(self.value)
        if self.measured and isfinite(self.value):
            self.measured.check(self.wording, self.spelled)

    def spelled(self, value: float) -> str:
        """The value as its characters: digits, a decimal sign, `-` before it, a thin space between thousands."""
        return self.laid(value).rstrip("".join(_EMPTY.values()))

    def laid(self, value: float) -> str:
        """The same with an empty place for each zero at its end that is left out, or decimal of a long number that
        rests; where it rests, with π; nothing of what is no number, such as the slope at an upright end of a curve.
        """
        if not isfinite(value):
            return ""
        text, rests = fixed(value, self.decimals), self._rests_at(value)
        if rests and (share := share_of_pi(value)):
            return Turns(share).plain
        whole, point, decimals = text.partition(".")
        if rests:
            full = _in_full(text, value)
            whole, _, some = (text if full else fixed(value, decimals_read(value, self.decimals))).partition(".")
            some = some.rstrip("0") if full else some
            decimals, point = some.ljust(len(decimals), _EMPTY["0"]), point if some else point and _EMPTY["."]
        if self.grouped:
            whole = grouped(int(whole))
        return whole + point.replace(".", self.decimal) + decimals

    def _rests_at(self, value: float) -> bool:
        return any(abs(value - one) <= NOTHING * max(1.0, abs(one)) for one in self.rests)

    @property
    def exact(self) -> bool:
        """Whether what is shown is the value, not rounded."""
        share = share_of_pi(self.value) if self._rests_at(self.value) else None
        return bool(share) or not isfinite(self.value) or _in_full(fixed(self.value, self.decimals), self.value)

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


def row_of_numbers(
    values: Sequence[float], colours: Sequence[str], size: float, decimal: str = "."
) -> list[TextMobject]:
    """Numbers that are seen together (`0.5`, `-2`), each told from the others, as short as can be; in the formulas'
    digits with this decimal sign, each in its colour and centred on the origin. They are looked up, not read through.
    """
    told = zip(written_in_pi(values), colours, strict=True)
    return [_number(numeral, colour, size, decimal) for numeral, colour in told]


def _number(numeral: Numeral | Turns, colour: str, size: float, decimal: str) -> TextMobject:
    glyphs = outlines_of(f"${numeral.typst(decimal)}$").glyphs
    text = TextMobject(GlyphMobject((), np.concatenate([glyph.curves for glyph in glyphs]), colour, size))
    text.wording, text.label, text.amount = numeral.tex, Label("number", numeral.tex), 0.0
    text.depth = -float(text.get_bottom()[1]) / size
    text.center()
    return text


EXACTLY = 1e-9  # so near to what is written, as a share of it, a value is that; so near to zero, it is zero
EXACT_DIGITS = 15  # so many a float has; a number of half as many or more is what is written, or else it is not


def _in_full(text: str, value: float) -> bool:
    """Whether a value is the one that is written; of more digits than a float has that is not known."""
    digits = len(text.replace(".", "").lstrip("-").strip("0"))
    near = EXACTLY if digits < EXACT_DIGITS / 2 else 10.0**-EXACT_DIGITS
    return digits <= EXACT_DIGITS and abs(float(text) - value) <= near * (abs(float(text)) or 1.0)


_EMPTY = {"0": "\u2007", ".": "\u2008"}  # blanks as wide as a digit and as the decimal sign

_DIGIT_ADVANCE = 0.55
_ADVANCES = {"/": 0.5, "π": 0.6, ".": 0.28, ",": 0.28, "\u2008": 0.28, "\u2009": 0.2}
_SIGN_SPACE = 0.06
"""A minus is wider than its cell and stands so far to the left of it, in em, that it keeps off the digit."""


def _advance(character: str) -> float:
    """How far a character of a number reaches, in em: the same for all digits."""
    return _ADVANCES.get(character, _DIGIT_ADVANCE)


@cache
def _digit_outlines() -> Mapping[str, NDArray[np.float64]]:
    """Each character's outline, centred in its cell, the baseline at 0."""
    sources = {character: f"${character}$" for character in "0123456789.,π"}
    sources |= {"-": "$minus$", "/": r"$\/$"}
    outlines = {}
    for character, source in sources.items():
        outline = np.concatenate([glyph.curves for glyph in outlines_of(source).glyphs])
        middle = (outline[:, 0].min() + outline[:, 0].max()) / 2
        away = _SIGN_SPACE if character == "-" else 0.0
        outlines[character] = outline - np.array([middle - _advance(character) / 2 + away, 0, 0])
    return outlines
