"""Small fonts for tests: each character is a box as wide as its place in the font says."""

from __future__ import annotations

from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM = 1000


def box_font(characters: str, family: str = "Boxes", use: int = 0, **tables: object) -> bytes:
    """A TrueType font in which the first character is a box 100 units wide, the next 200 …; all are 700 high, and the
    box for what is missing is a sliver. `use` says what it may be used for, as the table OS/2 does.
    """
    names = [".notdef", *(f"u{ord(one):04X}" for one in characters)]
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(one): f"u{ord(one):04X}" for one in characters})
    widths = dict(zip(names, (30, *range(100, 100 * len(names), 100)), strict=True))
    glyphs = {}
    for name, width in widths.items():
        pen = TTGlyphPen(None)
        pen.moveTo((0, 0))
        for corner in ((0, 700), (width, 700), (width, 0)):
            pen.lineTo(corner)
        pen.closePath()
        glyphs[name] = pen.glyph()
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (width + 20, 0) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family and f"{family}-Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, fsType=use)
    builder.setupPost()
    for tag, content in tables.items():
        builder.font[tag] = content
    written = BytesIO()
    builder.save(written)
    return written.getvalue()
