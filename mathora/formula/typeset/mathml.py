"""Formulas as MathML Core: what browsers show and screen readers read.

Owns: `write_mathml`, the translation of boxes into MathML elements.

Laws:
- Well-formed XML in every case: all text of a lesson is escaped, and no attribute holds any of it.
- A colour is a class, `ink-blue`: no inline style, so that a page may forbid them. Other classes that the page's style
  sheet has to know are `aligned`, `cases` and `matrix` of tables, `boxed` and `cancel` of rows.
- MathML Core only: what it lacks (`menclose`, `mfenced`, column alignment) is not used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from mathora.formula.tree import Node, Path
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.boxes import Box, Colour, colour_at, ink_kind, is_tall
from mathora.formula.typeset.layout import typeset

_NAMESPACE = "http://www.w3.org/1998/Math/MathML"

_WIDTHS = {"thin": "0.1667em", "medium": "0.2222em", "thick": "0.2778em", "quad": "1em"}

_TAGS: Mapping[b.InkKind, tuple[str, str]] = {
    "letter": ("mi", ""),
    "upright": ("mi", ' mathvariant="normal"'),
    "digits": ("mn", ""),
    "words": ("mtext", ""),
    "function": ("mi", ""),
    "limits": ("mo", ' form="prefix" movablelimits="true" lspace="0" rspace="0"'),
    "large": ("mo", ' form="prefix" largeop="true" movablelimits="true"'),
    "integral": ("mo", ' form="prefix" largeop="true"'),
    "sign": ("mo", ' lspace="0" rspace="0" stretchy="false"'),
    "binary": ("mo", ' form="infix"'),
    "relation": ("mo", ' form="infix" stretchy="false"'),
    "punctuation": ("mo", ' form="infix" lspace="0" rspace="0.1667em"'),
}
"""Each kind of ink: its element and its attributes."""

_ACCENTS = {
    "hat": ("^", False),
    "widehat": ("^", True),
    "bar": ("¯", False),
    "overline": ("¯", True),
    "tilde": ("~", False),
    "widetilde": ("~", True),
    "vec": ("→", False),
    "dot": ("˙", False),
    "ddot": ("¨", False),
    "dddot": ("\u20db", False),
    "ddddot": ("\u20dc", False),
}
"""Each accent: its character, and whether it grows with what is below it."""

_BRACES = {"underbrace": ("munder", "⏟"), "overbrace": ("mover", "⏞")}


def write_mathml(node: Node, *, block: bool, colour: Colour | None = None) -> str:
    """A whole `<math>` element.

    `block`: a display, else within a line of text; `colour` names the colour of a node (`blue`), or None.
    """
    content = _MathmlWriter(colour or (lambda _path: None)).write(typeset(node))
    display = ' display="block"' if block else ""
    return f'<math xmlns="{_NAMESPACE}"{display}>{content}</math>'


class _MathmlWriter:
    """Boxes → elements. Every method returns exactly one element."""

    def __init__(self, colour: Colour) -> None:
        self._colour = colour

    def write(self, box: Box) -> str:
        writer: Callable[[_MathmlWriter, Any], str] = _WRITERS[type(box)]
        return writer(self, box)

    def ink(self, box: b.Ink) -> str:
        upright = box.kind == "letter" and "Α" <= box.text <= "Ω"  # as in LaTeX, capital Greek letters are not italic
        tag, attributes = _TAGS["upright" if upright else box.kind]
        text = box.text.replace(" ", "\u00a0")  # a browser would drop the spaces at the ends of words
        return self._element(tag, escape(text), attributes, box.path)

    def space(self, box: b.Space) -> str:
        return f'<mspace width="{_WIDTHS[box.width]}"/>'

    def row(self, box: b.Row) -> str:
        return _wrapped(self._items(box.items))

    def _items(self, items: Iterable[Box]) -> Iterable[str]:
        """The elements of a row, with the thin spaces that stand around a function's name."""
        before: Box | None = None
        for item in items:
            if before is not None and _apart(before, item):
                yield self.space(b.Space("thin"))
            yield self.write(item)
            before = item

    def scripts(self, box: b.Scripts) -> str:
        limits = isinstance(box.base, b.Ink) and box.base.kind in {"limits", "large"}
        names = ("munder", "mover", "munderover") if limits else ("msub", "msup", "msubsup")
        parts = [self.write(part) for part in (box.base, box.below, box.above) if part is not None]
        name = names[2] if box.below and box.above else names[0] if box.below else names[1]
        return f"<{name}>{''.join(parts)}</{name}>"

    def fraction(self, box: b.Fraction) -> str:
        parts = self.write(box.numerator) + self.write(box.denominator)
        fraction = self._element("mfrac", parts, "", box.path)
        if not box.size:
            return fraction
        return f'<mstyle displaystyle="{"true" if box.size == "display" else "false"}">{fraction}</mstyle>'

    def stack(self, box: b.Stack) -> str:
        parts = self.write(box.upper) + self.write(box.lower)
        return self._between(box.path, "(", f'<mfrac linethickness="0">{parts}</mfrac>', ")", grows=True)

    def radical(self, box: b.Radical) -> str:
        radicand = self.write(box.radicand)
        if box.degree is None:
            return self._element("msqrt", radicand, "", box.path)
        return self._element("mroot", radicand + self.write(box.degree), "", box.path)

    def accent(self, box: b.Accent) -> str:
        character, stretchy = _ACCENTS[box.mark]
        mark = self._element("mo", character, f' stretchy="{"true" if stretchy else "false"}"', box.path)
        return f'<mover accent="true">{self.write(box.body)}{mark}</mover>'

    def fenced(self, box: b.Fenced) -> str:
        return self._between(box.path, box.left, self.write(box.body), box.right, grows=is_tall(box.body))

    def grid(self, box: b.Grid) -> str:
        behind = [' class="ruled"' if box.ruled and place == box.ruled else "" for place in range(len(box.rows[0]))]
        rows = (
            "".join(f"<mtd{rule}>{self.write(cell)}</mtd>" for rule, cell in zip(behind, row, strict=True))
            for row in box.rows
        )
        style = ' displaystyle="true"' if box.kind == "aligned" else ""
        table = f'<mtable class="{box.kind}"{style}>{"".join(f"<mtr>{row}</mtr>" for row in rows)}</mtable>'
        return self._between(box.path, box.left, table, box.right, grows=True)

    def decorated(self, box: b.Decorated) -> str:
        body = self.write(box.body)
        if box.kind not in _BRACES:
            colour = colour_at(box.path, self._colour)
            classes = f"{box.kind} ink-{_name(colour)}" if colour else box.kind
            return f'<mrow class="{classes}">{body}</mrow>'
        tag, brace = _BRACES[box.kind]
        mark = self._element("mo", brace, ' stretchy="true"', box.path)
        braced = f"<{tag}>{body}{mark}</{tag}>"
        return f"<{tag}>{braced}{self.write(box.note)}</{tag}>" if box.note else braced

    def _between(self, path: Path, left: str, body: str, right: str, *, grows: bool) -> str:
        """A fence that may grow takes the width of its tallest form in some browsers, so only what must may grow."""
        growth = 'stretchy="true" symmetric="true"' if grows else 'stretchy="false"'
        fence = f' fence="true" {growth} lspace="0" rspace="0"'
        opening = self._element("mo", left, f' form="prefix"{fence}', path) if left else ""
        closing = self._element("mo", right, f' form="postfix"{fence}', path) if right else ""
        return f"<mrow>{opening}{body}{closing}</mrow>"

    def _element(self, tag: str, content: str, attributes: str, path: Path) -> str:
        colour = colour_at(path, self._colour)
        ink = f' class="ink-{_name(colour)}"' if colour else ""
        return f"<{tag}{ink}{attributes}>{content}</{tag}>"


_WRITERS: Mapping[type, Callable[[_MathmlWriter, Any], str]] = {
    b.Ink: _MathmlWriter.ink,
    b.Space: _MathmlWriter.space,
    b.Row: _MathmlWriter.row,
    b.Scripts: _MathmlWriter.scripts,
    b.Fraction: _MathmlWriter.fraction,
    b.Stack: _MathmlWriter.stack,
    b.Radical: _MathmlWriter.radical,
    b.Accent: _MathmlWriter.accent,
    b.Fenced: _MathmlWriter.fenced,
    b.Grid: _MathmlWriter.grid,
    b.Decorated: _MathmlWriter.decorated,
}


def _wrapped(elements: Iterable[str]) -> str:
    parts = list(elements)
    return parts[0] if len(parts) == 1 else f"<mrow>{''.join(parts)}</mrow>"


def _apart(left: Box, right: Box) -> bool:
    """Whether a function's name needs a thin space between them: `2 sin x`, `lim f`, but `sin(x)` and `= sin x`."""
    if _is_function(left):
        apart = {"binary", "relation", "punctuation"}
        return not isinstance(right, b.Fenced | b.Space) and ink_kind(right) not in apart
    return _is_function(right) and ink_kind(left) in {"letter", "upright", "digits", ""}


def _is_function(box: Box) -> bool:
    return ink_kind(box) in {"function", "limits"}


def _name(colour: str) -> str:
    if not colour.isalpha() or not colour.isascii():
        raise ValueError(f"a colour is named by a word, not {colour!r}")
    return colour
