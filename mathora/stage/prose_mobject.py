"""Sentences on the picture: words, formulas and checked numbers in one typeset text; labels; numbers read out.

Owns: `ProseMobject`, `TextStyle`, `words_mobject`, `tex_digits`, `Readout`.

Laws:
- Words are shown literally. Formulas in a sentence carry the same colours as anywhere else.
- A number that changes from frame to frame is never typeset again: its digits come from a cache, all equally wide, so
  that it does not tremble.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np
from manim import Rectangle, VMobject

from mathora.formula import Formula, walk, write_typst
from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words
from mathora.stage.formula_mobject import Colouring, GlyphMobject, TextMobject
from mathora.stage.typesetting import Glyph, text_literal, typeset

if TYPE_CHECKING:
    from numpy.typing import NDArray

Weight = Literal["light", "regular", "semibold", "bold"]
TextAlign = Literal["left", "center", "right"]
_WORDS_TAG = "#000001"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set: its colour `#rrggbb`, its em `size` in scene units, wrapped at `width` (None: on one line).

    `balanced` takes the narrowest width that needs no more lines, so that the last is not a lone word.
    """

    colour: str
    size: float
    width: float | None = None
    weight: Weight = "regular"
    align: TextAlign = "left"
    balanced: bool = False


class ProseMobject(TextMobject):
    """A text of the author's; submobjects are runs of glyphs of one colour, in reading order."""

    def __init__(
        self,
        prose: Prose,
        formulas: Callable[[Text], Formula],
        colouring: Callable[[Formula], Colouring],
        style: TextStyle,
    ) -> None:
        self.prose = prose
        inks = {_WORDS_TAG: style.colour}
        pieces = []
        for piece in prose.pieces:
            match piece:
                case Words(text=text) | CheckedNumber(shown=text):
                    pieces.append(text_literal(text.value))
                case Maths(tex=tex):
                    pieces.append(_tagged_maths(formulas(tex), colouring(formulas(tex)), inks))
        result = typeset(_paragraph("".join(pieces), style))
        super().__init__(*_runs(result.glyphs, style.size, inks))
        self.missing = result.missing
        self.wording, self.amount = prose.text.value, len(prose.text.value.split())


def words_mobject(words: str, colour: str, size: float, weight: Weight = "regular") -> TextMobject:
    """A label, or plain words of the lesson, shown literally; its left end on the baseline at the origin."""
    result = typeset(_paragraph(text_literal(words), TextStyle(colour, size, weight=weight)))
    text = TextMobject(*_runs(result.glyphs, size, {_WORDS_TAG: colour}))
    text.missing = result.missing
    text.wording, text.amount = words, len(words.split())
    return text


def _tagged_maths(formula: Formula, colouring: Colouring, inks: dict[str, str]) -> str:
    tags = {}
    for path, _ in walk(formula.tree):
        tags[path] = f"#{len(inks) + 1:06x}"
        inks[tags[path]] = colouring(path)
    return f"${write_typst(formula.tree, tags.get)}$"


def _paragraph(body: str, style: TextStyle) -> str:
    """Typst markup of a text block."""
    head = f"""#set text(fill: rgb("{_WORDS_TAG}"), weight: "{style.weight}")
#set par(leading: 0.62em)
#show math.equation: set text(size: 1.08em)
#set align({style.align})
"""
    if style.width is None:
        return head + body

    def at(width: float) -> str:
        return f"{head}#box(width: {width:.4f}em)[{body}]"

    width = style.width / style.size
    return at(_balanced_width(at, width) if style.balanced else width)


def _balanced_width(source: Callable[[float], str], width: float) -> float:
    """The narrowest width (em) at which the text is no higher than at `width`, to a tenth of an em."""

    def height(at: float) -> float:
        return float(np.ptp(np.concatenate([glyph.curves[:, 1] for glyph in typeset(source(at)).glyphs])))

    highest, low, high = height(width) + 0.5, 0.0, width
    while high - low > 0.1:  # noqa: PLR2004 - a tenth of an em
        middle = (low + high) / 2
        low, high = (low, middle) if height(middle) <= highest else (middle, high)
    return high


def _runs(glyphs: Sequence[Glyph], size: float, inks: Mapping[str, str]) -> list[GlyphMobject]:
    """Typeset glyphs as one mobject per run of equal colour."""
    runs: list[tuple[str, list[NDArray[np.float64]]]] = []
    for glyph in glyphs:
        colour = inks.get(glyph.tag, inks[_WORDS_TAG])
        if not runs or runs[-1][0] != colour:
            runs.append((colour, []))
        runs[-1][1].append(glyph.curves)
    return [GlyphMobject((), np.concatenate(curves), colour, size) for colour, curves in runs]


class Readout(TextMobject):
    """A number that follows a value: `decimals` places after the point, digits of fixed width, sign −.

    At most `digits` stand before the point. The number is set against the right end of its cell, so that its last
    digit stands still; `grouped` sets thousands apart by thin spaces. Call `show(value)` on each change; moving,
    scaling and colouring work as on any mobject.
    """

    def __init__(  # noqa: PLR0913 - how a number is read out is these
        self, value: float, colour: str, size: float, decimals: int = 1, digits: int = 2, *, grouped: bool = False
    ) -> None:
        self.decimals, self.grouped = decimals, grouped
        widest = "-" + self.spelled(10.0 ** (digits - 1))
        self._width = sum(_advance(character) for character in widest)
        self.cell = Rectangle(
            width=self._width * size, height=0.66 * size, stroke_width=0, stroke_opacity=0, fill_opacity=0
        )
        self.number = VMobject(fill_color=colour, fill_opacity=1, stroke_width=0)
        super().__init__(self.cell, self.number)
        self.value = value
        self.show(value)

    def spelled(self, value: float) -> str:
        """The value as its characters: digits, a point, `-` for the sign, a thin space between thousands."""
        text = f"{value:{',' if self.grouped else ''}.{self.decimals}f}".replace(",", "\u2009")
        return text.lstrip("-") if float(f"{value:.{self.decimals}f}") == 0 else text

    def show(self, value: float) -> Readout:
        """Shows another value; returns itself."""
        self.value, self.wording = value, self.spelled(value)
        left, bottom = self.cell.points[:, :2].min(axis=0)
        em = self.em
        position, curves = self._width, []
        for character in reversed(self.spelled(value)):
            position -= _advance(character)
            if character in _digit_outlines():
                curves.append(_digit_outlines()[character] + np.array([position, 0, 0]))
        self.number.set_points(np.concatenate(curves[::-1]) * em + np.array([left, bottom, 0]))
        return self

    def start(self, text: str) -> float:
        """Where the first character's cell begins when the number is `text`; x in scene units."""
        return float(self.cell.points[:, 0].max()) - self.em * sum(map(_advance, text))

    @property
    def em(self) -> float:
        """The present em in scene units."""
        return float(np.ptp(self.cell.points[:, 0])) / self._width

    @property
    def baseline(self) -> float:
        """The present height of the baseline, y in scene units."""
        return float(self.cell.points[:, 1].min())


def tex_digits(value: float, colour: str, size: float) -> TextMobject:
    """A number as short as it can be written (`0.5`, `-2`), in the formulas' digits, centred on the origin."""
    spelled = f"{value:g}".replace("-", "minus ")
    glyphs = typeset(f"${spelled}$").glyphs
    text = TextMobject(GlyphMobject((), np.concatenate([glyph.curves for glyph in glyphs]), colour, size))
    text.wording = f"{value:g}"
    text.center()
    return text


_DIGIT_ADVANCE = 0.55
_ADVANCES = {".": 0.28, "\u2009": 0.2}


def _advance(character: str) -> float:
    """How far a character of a number reaches, in em: the same for all digits."""
    return _ADVANCES.get(character, _DIGIT_ADVANCE)


@cache
def _digit_outlines() -> Mapping[str, NDArray[np.float64]]:
    """Each character's outline, centred in its cell, the baseline at 0."""
    sources = {character: f"${character}$" for character in "0123456789."} | {"-": "$minus$"}
    outlines = {}
    for character, source in sources.items():
        outline = np.concatenate([glyph.curves for glyph in typeset(source).glyphs])
        middle = (outline[:, 0].min() + outline[:, 0].max()) / 2
        outlines[character] = outline - np.array([middle - _advance(character) / 2, 0, 0])
    return outlines
