"""Typst source in, outlines out: the one place where text becomes shapes.

Owns: `set_by_typst` (a `DisplaySetter`), `outlines_of`, `Typeset`, `GlyphOutline`, `text_literal`, `in_order`,
`has_glyph`, the fonts (`with_fonts`: a course's own, too), and the reading of Typst's SVG.

Laws:
- Deterministic: only Typst's embedded fonts (New Computer Modern Math) and Source Sans Pro, which the locked
  dependencies bring, are used; none of the machine's. A course's own fonts are asked for what these lack; its typeface
  is asked first for all words, formulas aside.
- A lesson's words reach Typst as string literals, never as code (`text_literal`).
- A glyph that no font has is marked (`Typeset.missing`): a picture with one is a fault and is never published.

Every fill colour of the source comes back as the `tag` of the glyphs that carry it; the colours drawn are chosen later.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import typst
from numpy.typing import NDArray

from mathora.formula import Node, write_typst
from mathora.formula import Path as NodePath
from mathora.stage.text.svg import HREF, SVG, UNMOVED, bar, composed, mapped, outline_of

Outline = NDArray[np.float64]


TEXT_FONT = "Source Sans Pro"
MATHS_FONT = "New Computer Modern Math"
BASELINE_TAG = "#fefefe"
RIGHT_TO_LEFT, END_OF_TURN = "\u2067", "\u2069"
_SIZE = 100.0  # points per em while typesetting: large, so that Typst's rounding to 1/1000 point is invisible
_BASELINE = f'#box(width: 1pt, height: 1pt, fill: rgb("{BASELINE_TAG}"))#h(-1pt)'


@dataclass(frozen=True, slots=True, eq=False)
class GlyphOutline:
    """A filled outline. `tag` is the source's fill colour, `#rrggbb`.

    `curves` has shape (4 n, 3): n cubic Bézier curves of four points each, as `VMobject.points`; in em, y up, the
    origin on the first line's baseline at its left end.
    """

    tag: str
    curves: Outline


@dataclass(frozen=True, slots=True, eq=False)
class Typeset:
    """Glyphs in the order of the source; `missing` if some are the box that stands for a character no font has."""

    glyphs: tuple[GlyphOutline, ...]
    missing: bool


def text_literal(words: str) -> str:
    r"""The words as a Typst expression that shows them literally: `#"a \\"b\\""`."""
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'#"{escaped}"'


def font_folder() -> Path:
    """Where the text font's files are, `SourceSansPro-<weight>.otf`: in the locked package that brings them."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the package font-source-sans-pro is missing: run `make setup`")
    return Path(spec.origin).parent / "files"


def in_order(markup: str, words: str) -> str:
    """Markup that is read from the right if its words are: if the first letter of theirs that has a direction says so
    (Unicode's bidirectional algorithm, P2 and P3). Its lines begin at the left all the same.
    """
    turns = map(unicodedata.bidirectional, words)
    if next((one for one in turns if one in {"L", "R", "AL"}), "L") == "L":
        return markup
    return f"{text_literal(RIGHT_TO_LEFT)}{markup}{text_literal(END_OF_TURN)}"


class _Typesetter:
    """Typst with the fonts that come along and, behind them, those in `folder`, if there are some; `leading`: the first
    of these stands before all for words.
    """

    def __init__(self, folder: Path | None = None, *, leading: bool = False) -> None:
        folders = [folder] if folder else []
        own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
        named = sorted((str(font.path), font.family) for font in own.fonts() if font.index == 0)
        behind = [*dict.fromkeys(family for _, family in named)]
        fonts = typst.Fonts(include_system_fonts=False, font_paths=[font_folder(), *folders])
        self._compiler = typst.Compiler(font_paths=fonts)
        before = behind[:1] if leading else []
        text, maths = _families(*before, TEXT_FONT, *behind), _families(MATHS_FONT, *before, TEXT_FONT, *behind)
        self._preamble = f"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(size: {_SIZE:g}pt, font: {text}, fallback: false, lang: "en", hyphenate: false)
#show math.equation: set text(font: {maths}, fallback: false)
"""
        self._known: dict[tuple[str, str, float | None], Typeset] = {}

    def outlines(self, source: str, rules: str, width: float | None) -> Typeset:
        """What `outlines_of` gives."""
        key = (source, rules, width)
        if key not in self._known:
            self._known[key] = self._set(*key)
        return self._known[key]

    def _set(self, source: str, rules: str, width: float | None) -> Typeset:
        body = f"{_BASELINE}{source}"
        boxed = body if width is None else f"#box(width: {width:.4f}em)[{body}]"
        root = self._drawn(f"{rules}{boxed}")
        symbols = {symbol.get("id", ""): symbol for symbol in root.iter(f"{SVG}symbol")}
        glyphs = tuple(_glyphs(root, UNMOVED, symbols))
        origin = glyphs[0].curves
        shift = np.array([origin[:, 0].min(), origin[:, 1].max(), 0.0])
        scale = np.array([1.0, -1.0, 1.0]) / _SIZE
        missing = any(
            len(outline) and _shape(outline) in self._missing_shapes
            for symbol in symbols.values()
            for outline in (outline_of(path.get("d", "")) for path in symbol)
        )
        return Typeset(tuple(GlyphOutline(glyph.tag, (glyph.curves - shift) * scale) for glyph in glyphs[1:]), missing)

    def _drawn(self, markup: str) -> ET.Element:
        svg: Any = self._compiler.compile(f"{self._preamble}{markup}".encode(), format="svg")
        return ET.fromstring(svg)  # noqa: S314 - Typst's own output, without entities

    @cached_property
    def _missing_shapes(self) -> frozenset[tuple[float, ...]]:
        """The missing-glyph boxes of all fonts, in all weights: what they draw for a character that nobody assigned."""
        private = "\U0010fffd"
        weights = ("light", "regular", "semibold", "bold")
        words = " ".join(f'#text(weight: "{weight}")[{private}]' for weight in weights)
        symbols = self._drawn(f"{words} ${private}$").iter(f"{SVG}symbol")
        outlines = (outline_of(path.get("d", "")) for symbol in symbols for path in symbol)
        return frozenset(_shape(outline) for outline in outlines if len(outline))


def _families(*names: str) -> str:
    """Families as Typst's list, asked for each character in turn."""
    return f"({', '.join(text_literal(name).removeprefix('#') for name in names)},)"


@cache
def _own() -> _Typesetter:
    return _Typesetter()


_WITH_FONTS: ContextVar[_Typesetter | None] = ContextVar("typesetter", default=None)


@contextmanager
def with_fonts(fonts: Sequence[bytes], scratch: Path, *, leading: bool = False) -> Iterator[None]:
    """A block in which texts may have the letters of these fonts, too: the contents of files, which lie in a folder in
    `scratch` meanwhile. `leading`: words are set in the first of them.
    """
    if not fonts:
        yield
        return
    with TemporaryDirectory(prefix="mathora-fonts-", dir=scratch) as folder:
        for number, content in enumerate(fonts):
            (Path(folder) / f"{number}.otf").write_bytes(content)
        before = _WITH_FONTS.get()
        _WITH_FONTS.set(_Typesetter(Path(folder), leading=leading))
        try:
            yield
        finally:
            _WITH_FONTS.set(before)


def outlines_of(source: str, rules: str = "", width: float | None = None) -> Typeset:
    """The outlines of Typst markup (ours, with the lesson's words only in literals), wrapped at `width` em.

    `rules` are Typst's for how it is set; in the markup itself, one for paragraphs would begin another paragraph.
    """
    return (_WITH_FONTS.get() or _own()).outlines(source, rules, width)


DisplaySetter = Callable[[Node, Mapping[NodePath, str]], Typeset]
"""Sets a formula as a display, each node's glyphs with the tag that the mapping gives it."""


def set_by_typst(node: Node, tags: Mapping[NodePath, str]) -> Typeset:
    """The backend that needs nothing else."""
    return outlines_of(f'#set text(fill: rgb("#000000"))\n$display({write_typst(node, tags.get)})$')


def _glyphs(element: ET.Element, matrix: Outline, symbols: dict[str, ET.Element]) -> Iterator[GlyphOutline]:
    """The outlines under an element, in SVG's pixels (y down); `matrix` is the (2, 3) map of its parent."""
    for child in element:
        here = composed(matrix, child.get("transform", ""))
        tag = child.tag.removeprefix(SVG)
        if tag == "g":
            yield from _glyphs(child, here, symbols)
        elif tag == "use":
            offset = composed(here, f"translate({child.get('x', '0')} {child.get('y', '0')})")
            for path in symbols[child.get(HREF, "").removeprefix("#")]:
                outline = outline_of(path.get("d", ""))
                if len(outline):
                    yield GlyphOutline(child.get("fill", ""), mapped(offset, outline))
        elif tag == "path":
            outline = outline_of(child.get("d", ""))
            fill, stroke = child.get("fill", "none"), child.get("stroke", "none")
            if stroke != "none":
                outline = bar(outline, float(child.get("stroke-width", "1")))
            if len(outline):
                yield GlyphOutline(stroke if fill == "none" else fill, mapped(here, outline))


def has_glyph(character: str) -> bool:
    """Whether some font for texts can show a character."""
    return not outlines_of(text_literal(character)).missing


def _shape(outline: Outline) -> tuple[float, ...]:
    """An outline free of its size and place."""
    low, high = outline.min(axis=0), outline.max(axis=0)
    return tuple(np.round((outline - low) / max(float((high - low).max()), 1e-9), 2).ravel().tolist())
