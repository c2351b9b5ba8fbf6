"""Lines of a program, set in a typeface of equal widths and coloured by what their words are.

Typst finds what is a keyword, a name, a number, a text or a remark (its own syntaxes, its embedded typeface); what it
paints them with comes back as tags, which become the theme's colours.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.prose_mobject import runs_of
from mathora.stage.text.typesetting import GlyphOutline, outlines_of, text_literal
from mathora.stage.theme import Theme

PITCH, TOP = 1.4, 1.0  # from line to line, and from the first baseline up to the top of its line, in em

INK = "#000000"
"""Typst's colour of what is nothing in particular."""

LINE = f"top-edge: {TOP}em, bottom-edge: {TOP - PITCH:.1f}em"
RULES = f"""#show raw: set text(font: "DejaVu Sans Mono", size: 1.25em, {LINE})
#set par(leading: 0em)
"""


def _inks(theme: Theme) -> Mapping[str, str]:
    """The theme's colour for each of Typst's: keywords, names that are called, numbers, texts, remarks."""
    palette = theme.palette
    return {
        INK: theme.foreground,
        "#d73948": palette["purple"],
        "#4b69c6": palette["blue"],
        "#b60157": palette["orange"],
        "#198810": palette["green"],
        "#74747c": theme.muted,
    }


def program_lines(program: str, language: str, size: float, theme: Theme) -> list[TextMobject]:
    """The lines of a program, each a text where it stands: the first one's baseline begins at the origin; `size` is the
    em in scene units. A blank line is a text of nothing.
    """
    lines, inks = program.split("\n"), _inks(theme)
    literal = "\\n".join(text_literal(line).removeprefix("#")[1:-1] for line in lines)
    typeset = outlines_of(f'#raw("{literal}", lang: "{language}")', RULES)
    rows: list[list[GlyphOutline]] = [[] for _ in lines]
    for glyph in typeset.glyphs:
        middle = float(np.ptp(glyph.curves[:, 1])) / 2 + float(glyph.curves[:, 1].min())
        rows[int((TOP - middle) // PITCH)].append(glyph)
    texts = []
    for line, row in zip(lines, rows, strict=True):
        text = TextMobject(*runs_of(row, size, inks, INK))
        text.wording, text.amount, text.missing = line.strip(), len(line.split()), typeset.missing
        texts.append(text)
    return texts
