"""The page's fonts, cut down to the characters that it shows.

Owns: which fonts a page speaks with (the course's typeface and Source Sans for text, STIX Two Math for formulas; what
comes along is under the SIL Open Font License, from the locked dependencies), and `font_faces`, the `@font-face`
rules with the fonts inside.

Law: the same characters give the same bytes; a font's time stamp is not renewed.
"""

from __future__ import annotations

import io
from pathlib import Path

from mathora.export.html.markup import data_url
from mathora.export.html.packaged import packaged
from mathora.lesson import Typeface
from mathora.render.files import digest
from mathora.render.parts import PartStore

_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”…·×−∞✓✗▶"
"""What the page's scripts may write beside the lesson's own characters."""

_TEXT = (("SourceSansPro-Regular.otf", "400"), ("SourceSansPro-Semibold.otf", "600"))


OWN_TYPEFACE = "Course Text"  # the course's typeface, in styles


def write_cut(source: bytes, characters: str, path: Path) -> None:
    """The font as WOFF with the glyphs of these characters only."""
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - most pages have the characters of the last
    from fontTools.ttLib import TTFont, getTableClass  # noqa: PLC0415

    options = Options()
    options.flavor = "woff"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "ssty", "dtls"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    with TTFont(io.BytesIO(source), recalcTimestamp=False, fontNumber=0) as font:
        # A table is known to be cut, or to stay as it is; others, such as editors leave behind, go.
        known = {"GlyphOrder", *options.no_subset_tables}
        unknown = (tag for tag in font.keys() if tag not in known)  # noqa: SIM118 - no mapping
        options.drop_tables += [tag for tag in unknown if not hasattr(getTableClass(tag), "subset_glyphs")]
        cutter = Subsetter(options)
        cutter.populate(text=characters)
        cutter.subset(font)
        font.flavor = "woff"
        font.save(path)


def _italic(letter: str) -> str:
    """The mathematical italic letter that a browser draws for a single-letter identifier."""
    if letter == "h":
        return "ℎ"
    for first, start in (("a", 0x1D44E), ("A", 0x1D434), ("α", 0x1D6FC), ("Α", 0x1D6E2)):
        offset = ord(letter) - ord(first)
        if 0 <= offset < (26 if first in "aA" else 25):
            return chr(start + offset)
    return letter


def font_faces(parts: PartStore, shown: str, typeface: Typeface | None = None) -> str:
    """CSS rules with fonts that hold every character of `shown` (and what the page's scripts write); `typeface` has
    those that it has.
    """
    characters = "".join(sorted(set(_ALWAYS) | set(shown)))
    math = "".join(sorted(set(characters) | {_italic(letter) for letter in characters}))

    def cut(source: bytes, needed: str) -> bytes:
        made_from = (digest(source), needed)
        return parts.part(".woff", made_from, lambda path: write_cut(source, needed, path)).read_bytes()

    folder = packaged("font_source_sans_pro", "files")
    faces = [("Mathora Text", weight, cut((folder / name).read_bytes(), characters)) for name, weight in _TEXT]
    stix = packaged("ziamath", "fonts/STIXTwoMath-Regular.ttf").read_bytes()
    faces.append(("Mathora Math", "400", cut(stix, math)))
    if typeface is not None:
        faces.append((OWN_TYPEFACE, "400", cut(typeface.font.data, characters)))
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: block; '
        f'src: url("{data_url("font/woff", content)}") format("woff"); }}'
        for family, weight, content in faces
    )
