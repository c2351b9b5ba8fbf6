"""What LaTeX typeset, as outlines: the formulas of the optional backend.

Owns: `SetByLatex`, `WithDecimal`, `line_setter` and the reading of dvisvgm's SVG.

Law: whichever typesetter set a formula, each glyph's `tag` is the colour of its node, the em is 1, and the origin is on
the baseline at the left end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import numpy as np
from numpy.typing import NDArray

from mathora.formula import Node, Path, TexPage, in_line, with_decimal, write_tex
from mathora.stage.text.svg import HREF, SVG, UNMOVED, bar, composed, mapped, outline_of, rectangle
from mathora.stage.text.typesetting import DisplaySetter, GlyphOutline, Typeset

Outline = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class SetByLatex:
    """Formulas as LaTeX sets them; `pages` gives the page of a source."""

    pages: Callable[[str], TexPage]

    def __call__(self, node: Node, tags: Mapping[Path, str]) -> Typeset:
        """The outlines of a formula."""
        return read_page(self.pages(write_tex(node, tags.get)))

    def in_line(self, node: Node, tags: Mapping[Path, str]) -> Typeset:
        """The outlines of a formula that stands in a line of text."""
        return read_page(self.pages(in_line(write_tex(node, tags.get))))


@dataclass(frozen=True, slots=True)
class WithDecimal:
    """Another setter's formulas, with this sign in their numbers."""

    setter: DisplaySetter
    decimal: str

    def __call__(self, node: Node, tags: Mapping[Path, str]) -> Typeset:
        """The outlines of a formula."""
        return self.setter(with_decimal(node, self.decimal), tags)


def line_setter(setter: DisplaySetter) -> DisplaySetter | None:
    """What sets the formulas inside of sentences; None if that is Typst, which sets the sentences too."""
    match setter:
        case WithDecimal(setter=SetByLatex() as latex, decimal=decimal):
            return WithDecimal(latex.in_line, decimal)
        case SetByLatex():
            return setter.in_line
        case _:
            return None


def read_page(page: TexPage) -> Typeset:
    """A page's outlines; its first mark is a square of one em on the baseline, and is not part of the formula."""
    root = ET.fromstring(page.svg)  # noqa: S314 - dvisvgm's own output, without entities
    symbols = {path.get("id", ""): path.get("d", "") for path in root.iter(f"{SVG}path") if path.get("id")}
    square, *glyphs = _marks(root, UNMOVED, "#000000", symbols)
    em = float(np.ptp(square.curves[:, 0]))
    shift = np.array([square.curves[:, 0].min(), square.curves[:, 1].max(), 0.0])
    scale = np.array([1.0, -1.0, 1.0]) / em
    return Typeset(tuple(GlyphOutline(glyph.tag, (glyph.curves - shift) * scale) for glyph in glyphs), page.missing)


def _marks(element: ET.Element, matrix: Outline, fill: str, symbols: Mapping[str, str]) -> Iterator[GlyphOutline]:
    """The outlines under an element, in the page's units (y down); `fill` is the colour that its parent gives."""
    for child in element:
        here, colour = composed(matrix, child.get("transform", "")), _colour(child.get("fill", fill))
        match child.tag.removeprefix(SVG):
            case "g":
                yield from _marks(child, here, colour, symbols)
            case "use":
                place = composed(here, f"translate({child.get('x', '0')} {child.get('y', '0')})")
                outline = outline_of(symbols[child.get(HREF, "").removeprefix("#")])
                if len(outline):
                    yield GlyphOutline(colour, mapped(place, outline))
            case "rect":
                yield GlyphOutline(colour, mapped(here, rectangle(*_numbers(child, "x", "y", "width", "height"))))
            case "line":
                x1, y1, x2, y2, width = _numbers(child, "x1", "y1", "x2", "y2", "stroke-width")
                stroke = bar(np.array([[x1, y1], [x2, y2]]), width)
                yield GlyphOutline(_colour(child.get("stroke", colour)), mapped(here, stroke))


def _numbers(element: ET.Element, *names: str) -> tuple[float, ...]:
    return tuple(float(element.get(name, "0")) for name in names)


def _colour(written: str) -> str:
    """`#rrggbb`, for which dvisvgm also writes `#rgb`."""
    return re.sub("[0-9a-f]", r"\g<0>\g<0>", written) if len(written) == len("#rgb") else written
