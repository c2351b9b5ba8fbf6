"""The page's fonts, cut down to the characters that it shows.

Owns: which fonts a page speaks with (Source Sans for text, STIX Two Math for formulas; both under the SIL Open Font
License, both from the locked dependencies), and `font_faces`, the `@font-face` rules with the fonts inside.

Law: the same characters give the same bytes; a font's time stamp is not renewed.
"""

from __future__ import annotations

import io
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from mathora.export.html.markup import data_url
from mathora.export.html.packaged import packaged
from mathora.render.files import digest
from mathora.render.parts import PartStore

_ALWAYS = "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”…·×−∞✓✗▶"
"""What the page's scripts may write beside the lesson's own characters."""

_TEXT = (("SourceSansPro-Regular.otf", "400"), ("SourceSansPro-Semibold.otf", "600"))


def write_cut(source: bytes, characters: str, path: Path) -> None:
    """The font as WOFF with the glyphs of these characters only."""
    options = Options()
    options.flavor = "woff"
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "ssty", "dtls"]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    with TTFont(io.BytesIO(source), recalcTimestamp=False) as font:
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


def font_faces(parts: PartStore, shown: str) -> str:
    """CSS rules with fonts that hold every character of `shown` (and what the page's scripts write)."""
    characters = "".join(sorted(set(_ALWAYS) | set(shown)))
    math = "".join(sorted(set(characters) | {_italic(letter) for letter in characters}))

    def cut(package: str, name: str, needed: str) -> bytes:
        source = packaged(package, name).read_bytes()
        made_from = (digest(source), needed)
        return parts.part(".woff", made_from, lambda path: write_cut(source, needed, path)).read_bytes()

    faces = [
        ("Mathora Text", weight, cut("font_source_sans_pro", f"files/{name}", characters)) for name, weight in _TEXT
    ]
    faces.append(("Mathora Math", "400", cut("ziamath", "fonts/STIXTwoMath-Regular.ttf", math)))
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-display: block; '
        f'src: url("{data_url("font/woff", content)}") format("woff"); }}'
        for family, weight, content in faces
    )
