"""Sentences on the picture: words, formulas and checked numbers in one typeset text; labels; numbers read out.

Owns: `ProseMobject`, `words_mobject`, `Readout`.

Laws:
- Words are shown literally. Formulas in a sentence carry the same colours as anywhere else.
- A number that changes from frame to frame is never typeset again: its digits come from a cache, all equally wide, so that it
  does not tremble.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal

import numpy as np
from manim import Rectangle, VGroup, VMobject

from mathora.formula import Formula, walk, write_typst
from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words
from mathora.stage.formula_mobject import Colouring, GlyphMobject
from mathora.stage.typesetting import Glyph, text_literal, typeset

if TYPE_CHECKING:
    from numpy.typing import NDArray

Weight = Literal["light", "regular", "semibold", "bold"]
TextAlign = Literal["left", "center", "right"]
_WORDS_TAG = "#000001"


class ProseMobject(VGroup):
    """A text of the author's, wrapped at `width` (scene units, None for one line), its em `size` scene units.

    Submobjects are runs of glyphs of one colour, in reading order.
    """

    def __init__(  # noqa: PLR0913 - how a text is set is these
        self,
        prose: Prose,
        formulas: Callable[[Text], Formula],
        colouring: Callable[[Formula], Colouring],
        colour: str,
        size: float,
        width: float | None = None,
        weight: Weight = "regular",
        align: TextAlign = "left",
    ) -> None:
        self.prose = prose
        inks = {_WORDS_TAG: colour}
        pieces = []
        for piece in prose.pieces:
            match piece:
                case Words(text=text) | CheckedNumber(shown=text):
                    pieces.append(text_literal(text.value))
                case Maths(tex=tex):
                    pieces.append(_tagged_maths(formulas(tex), colouring(formulas(tex)), inks))
        source = _paragraph("".join(pieces), width and width / size, weight, align)
        super().__init__(*_runs(typeset(source).glyphs, size, inks))


def words_mobject(words: str, colour: str, size: float, weight: Weight = "regular", width: float | None = None) -> VGroup:
    """A scene's own label, or plain words of the lesson, shown literally; its left end on the baseline at the origin."""
    source = _paragraph(text_literal(words), width and width / size, weight, "left")
    return VGroup(*_runs(typeset(source).glyphs, size, {_WORDS_TAG: colour}))


def _tagged_maths(formula: Formula, colouring: Colouring, inks: dict[str, str]) -> str:
    tags = {}
    for path, _ in walk(formula.tree):
        tags[path] = f"#{len(inks) + 1:06x}"
        inks[tags[path]] = colouring(path)
    return f"${write_typst(formula.tree, tags.get)}$"


def _paragraph(body: str, width: float | None, weight: Weight, align: TextAlign) -> str:
    """Typst markup of a text block; `width` in em."""
    style = f'#set text(fill: rgb("{_WORDS_TAG}"), weight: "{weight}")\n#set par(leading: 0.62em)\n#set align({align})\n'
    return style + (body if width is None else f"#box(width: {width:.4f}em)[{body}]")


def _runs(glyphs: Sequence[Glyph], size: float, inks: Mapping[str, str]) -> list[GlyphMobject]:
    """Typeset glyphs as one mobject per run of equal colour."""
    runs: list[tuple[str, list[NDArray[np.float64]]]] = []
    for glyph in glyphs:
        colour = inks.get(glyph.tag, inks[_WORDS_TAG])
        if not runs or runs[-1][0] != colour:
            runs.append((colour, []))
        runs[-1][1].append(glyph.curves)
    return [GlyphMobject((), np.concatenate(curves) * size, colour) for colour, curves in runs]


class Readout(VGroup):
    """A number that follows a value: `decimals` places after the point, digits of fixed width, sign −.

    `at most` `digits` stand before the point; the number is set against the right end of its cell, so that its last digit stands still.
    Call `show(value)` on each change; moving, scaling and colouring work as on any mobject.
    """

    def __init__(self, value: float, colour: str, size: float, decimals: int = 1, digits: int = 2) -> None:
        self.decimals = decimals
        advance, _ = _digit_outlines()
        cells = digits + decimals + 1 + (0.5 if decimals else 0)
        self.cell = Rectangle(width=cells * advance * size, height=0.66 * size, stroke_width=0, stroke_opacity=0, fill_opacity=0)
        self.number = VMobject(fill_color=colour, fill_opacity=1, stroke_width=0)
        self._cells = cells
        super().__init__(self.cell, self.number)
        self.value = value
        self.show(value)

    def show(self, value: float) -> Readout:
        """Shows another value; returns itself."""
        self.value = value
        advance, outlines = _digit_outlines()
        corner = self.cell.points[:, :2].min(axis=0)
        em = float(np.ptp(self.cell.points[:, 0])) / (self._cells * advance)
        text = f"{value:.{self.decimals}f}"
        if float(text) == 0:
            text = text.lstrip("-")
        position, curves = self._cells * advance, []
        for character in reversed(text):
            position -= advance / 2 if character == "." else advance
            outline = outlines[character]
            curves.append(outline + np.array([position, 0, 0]))
        points = np.concatenate(curves[::-1]) * em + np.array([corner[0], corner[1], 0])
        self.number.set_points(points)
        return self

    @property
    def baseline(self) -> float:
        return float(self.cell.points[:, 1].min())


@cache
def _digit_outlines() -> tuple[float, Mapping[str, NDArray[np.float64]]]:
    """The digits' common advance in em, and each character's outline, centred in its cell, the baseline at 0."""
    outlines = {character: _single(f"${character}$") for character in "0123456789."}
    outlines["-"] = _single("$minus$")
    advance = max(float(np.ptp(outline[:, 0])) for character, outline in outlines.items() if character.isdigit()) + 0.08
    widths = {character: advance / 2 if character == "." else advance for character in outlines}
    centred = {
        character: outline - np.array([outline[:, 0].min() + np.ptp(outline[:, 0]) / 2 - widths[character] / 2, 0, 0])
        for character, outline in outlines.items()
    }
    return advance, centred


def _single(source: str) -> NDArray[np.float64]:
    return np.concatenate([glyph.curves for glyph in typeset(source).glyphs])
