"""Typst source in, outlines out: the one place where text becomes shapes.

Owns: `outlines_of`, `Typeset`, `GlyphOutline`, `text_literal`, `has_glyph`, the fonts, and the reading of Typst's SVG.

Laws:
- Deterministic: only Typst's embedded fonts (New Computer Modern Math) and Source Sans Pro, which the locked
  dependencies bring, are used; none of the machine's.
- A lesson's words reach Typst as string literals, never as code (`text_literal`).
- A glyph that no font has is marked (`Typeset.missing`): a picture with one is a fault and is never published.

Every fill colour of the source comes back as the `tag` of the glyphs that carry it; the colours drawn are chosen later.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import typst

from mathora.stage.text.svg import HREF, SVG, UNMOVED, bar, composed, mapped, outline_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Outline = NDArray[np.float64]

TEXT_FONT = "Source Sans Pro"
MATHS_FONT = "New Computer Modern Math"
BASELINE_TAG = "#fefefe"
_SIZE = 100.0  # points per em while typesetting: large, so that Typst's rounding to 1/1000 point is invisible
_PREAMBLE = f"""#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(size: {_SIZE:g}pt, font: "{TEXT_FONT}", fallback: false, lang: "en", hyphenate: false)
#show math.equation: set text(font: "{MATHS_FONT}", fallback: false)
"""
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


@cache
def _compiler() -> Any:  # noqa: ANN401 - typst.Compiler has no stub that mypy follows
    return typst.Compiler(font_paths=typst.Fonts(include_system_fonts=False, font_paths=[font_folder()]))


def font_folder() -> Path:
    """Where the text font's files are, `SourceSansPro-<weight>.otf`: in the locked package that brings them."""
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the package font-source-sans-pro is missing: run `make setup`")
    return Path(spec.origin).parent / "files"


@cache
def outlines_of(source: str, rules: str = "", width: float | None = None) -> Typeset:
    """The outlines of Typst markup (ours, with the lesson's words only in literals), wrapped at `width` em.

    `rules` are Typst's for how it is set; in the markup itself, one for paragraphs would begin another paragraph.
    """
    body = f"{_BASELINE}{source}"
    boxed = body if width is None else f"#box(width: {width:.4f}em)[{body}]"
    svg = _compiler().compile(f"{_PREAMBLE}{rules}{boxed}".encode(), format="svg")
    root = ET.fromstring(svg)  # noqa: S314 - Typst's own output, without entities
    symbols = {symbol.get("id", ""): symbol for symbol in root.iter(f"{SVG}symbol")}
    glyphs = tuple(_glyphs(root, UNMOVED, symbols))
    origin = glyphs[0].curves
    shift = np.array([origin[:, 0].min(), origin[:, 1].max(), 0.0])
    scale = np.array([1.0, -1.0, 1.0]) / _SIZE
    missing = any(_is_missing(outline_of(path.get("d", ""))) for symbol in symbols.values() for path in symbol)
    return Typeset(tuple(GlyphOutline(glyph.tag, (glyph.curves - shift) * scale) for glyph in glyphs[1:]), missing)


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


@cache
def has_glyph(character: str) -> bool:
    """Whether the text font can show a character."""
    return not outlines_of(text_literal(character)).missing


def _is_missing(outline: Outline) -> bool:
    """Whether this is the box that a font draws for a character it lacks (compared free of size and place)."""
    return bool(len(outline)) and _shape(outline) in _missing_shapes()


def _shape(outline: Outline) -> tuple[float, ...]:
    low, high = outline.min(axis=0), outline.max(axis=0)
    return tuple(np.round((outline - low) / max(float((high - low).max()), 1e-9), 2).ravel().tolist())


@cache
def _missing_shapes() -> frozenset[tuple[float, ...]]:
    """The missing-glyph boxes of both fonts, in all weights: what they draw for a character that nobody assigned."""
    private = "\U0010fffd"
    weights = " ".join(f'#text(weight: "{weight}")[{private}]' for weight in ("light", "regular", "semibold", "bold"))
    svg = _compiler().compile(f"{_PREAMBLE}{weights} ${private}$".encode(), format="svg")
    root = ET.fromstring(svg)  # noqa: S314 - as above
    paths = [path for symbol in root.iter(f"{SVG}symbol") for path in symbol]
    return frozenset(_shape(outline) for path in paths if len(outline := outline_of(path.get("d", ""))))
