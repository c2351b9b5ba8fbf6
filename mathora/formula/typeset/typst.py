r"""Formulas as Typst: what Manim and the PDF draw.

Owns: `write_typst`, the translation of boxes into Typst's math mode.

Laws:
- A colour changes nothing but colour: with and without `paint` the same glyphs stand in the same places.
- No text of a lesson becomes Typst code. Letters, digits and single signs stand for themselves; every other character
  stands in a string literal in which `"` and `\` are escaped; commands come from the tables below alone.
- The source has no dollars; between `$ ` and ` $` it is a display, between `$` and `$` it stands in a line of text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mathora.formula.tree import Node, Path
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.boxes import Box, Colour, colour_at
from mathora.formula.typeset.layout import typeset

_SPACES = {"thin": "thin", "medium": "med", "thick": "thick", "quad": "quad"}

_NAMED = {
    "(": "paren.l",
    ")": "paren.r",
    "[": "bracket.l",
    "]": "bracket.r",
    "{": "brace.l",
    "}": "brace.r",
    ",": "comma",
    ";": "semi",
    ":": "colon",
    "/": "slash",
    "_": "\\_",
    "|": "bar.v",
    "!": "excl",
    "!!": "excl excl",
    "#": "\\#",
    "$": "\\$",
    "&": "amp",
    "'": "prime",
}
"""Characters that mean something else to Typst."""

_OPENING = {"|": "bar.v", "‖": "bar.v.double"}  # fences that are the same on both sides: their class has to be said

_ACCENTS = {
    "hat": "hat",
    "widehat": "hat",
    "bar": "macron",
    "overline": "overline",
    "tilde": "tilde",
    "widetilde": "tilde",
    "vec": "arrow",
    "dot": "dot",
    "ddot": "dot.double",
    "dddot": "dot.triple",
    "ddddot": "dot.quad",
}

_MATRIX_DELIMITERS = {"": "#none", "(": '"("', "[": '"["', "|": '"|"', "‖": '"||"'}


def write_typst(node: Node, paint: Colour) -> str:
    """Typst math-mode source of a formula. `paint` gives a node's colour as `#rrggbb`, or None for the text's own."""
    return _TypstWriter(paint).write(typeset(node))


class _TypstWriter:
    """Boxes → source. Every method returns one or more Typst expressions that may stand beside any others."""

    def __init__(self, paint: Colour) -> None:
        self._paint = paint

    def write(self, box: Box) -> str:
        writer: Callable[[_TypstWriter, Any], str] = _WRITERS[type(box)]
        return writer(self, box)

    def ink(self, box: b.Ink) -> str:
        return self._painted(box.path, _ink(box))

    def space(self, box: b.Space) -> str:
        return _SPACES[box.width]

    def row(self, box: b.Row) -> str:
        return _beside(self.write(item) for item in box.items)

    def stack(self, box: b.Stack) -> str:
        return self._painted(box.path, f"binom({self.write(box.upper)}, {self.write(box.lower)})")

    def radical(self, box: b.Radical) -> str:
        radicand = self.write(box.radicand)
        source = f"root({self.write(box.degree)}, {radicand})" if box.degree else f"sqrt({radicand})"
        return self._painted(box.path, source)

    def accent(self, box: b.Accent) -> str:
        return self._painted(box.path, f"{_ACCENTS[box.mark]}({self.write(box.body)})")

    def _painted(self, path: Path, source: str) -> str:
        colour = colour_at(path, self._paint)
        return source if colour is None else f'#text(fill: rgb("{_checked(colour)}"))[${source}$];'

    def scripts(self, box: b.Scripts) -> str:
        below = f", b: {self.write(box.below)}" if box.below else ""
        above = f", t: {self.write(box.above)}" if box.above else ""
        return f"attach({self.write(box.base)}{below}{above})"

    def fraction(self, box: b.Fraction) -> str:
        source = self._painted(box.path, f"frac({self.write(box.numerator)}, {self.write(box.denominator)})")
        return {"": source, "text": f"inline({source})", "display": f"display({source})"}[box.size]

    def fenced(self, box: b.Fenced) -> str:
        left = self._painted(box.path, _fence(box.left, "opening")) if box.left else ""
        right = self._painted(box.path, _fence(box.right, "closing")) if box.right else ""
        return f"lr({_beside([left, self.write(box.body), right])})"

    def grid(self, box: b.Grid) -> str:
        match box.kind:
            case "matrix":
                rows = "; ".join(", ".join(self.write(cell) or '""' for cell in row) for row in box.rows)
                rule = f" augment: #{box.ruled}," if box.ruled else ""
                return self._painted(box.path, f"mat(delim: {_MATRIX_DELIMITERS[box.left]},{rule} {rows})")
            case "cases":
                lines = [_beside(["&", self.write(value), "quad &&", self.write(when)]) for value, when in box.rows]
                return self._painted(box.path, f"cases({', '.join(lines)})")
            case "aligned":
                return " \\ ".join(_beside([self.write(left), "&", self.write(right)]) for left, right in box.rows)

    def decorated(self, box: b.Decorated) -> str:
        body = self.write(box.body)
        note = f", {self.write(box.note)}" if box.note else ""
        match box.kind:
            case "boxed":
                colour = colour_at(box.path, self._paint)
                stroke = "0.05em" if colour is None else f'0.05em + rgb("{_checked(colour)}")'
                return f"#box(stroke: {stroke}, inset: 0.3em, baseline: 0.3em)[$display({body})$];"
            case kind:
                return self._painted(box.path, f"{kind}({body}{note})")


_WRITERS: Mapping[type, Callable[[_TypstWriter, Any], str]] = {
    b.Ink: _TypstWriter.ink,
    b.Space: _TypstWriter.space,
    b.Row: _TypstWriter.row,
    b.Scripts: _TypstWriter.scripts,
    b.Fraction: _TypstWriter.fraction,
    b.Stack: _TypstWriter.stack,
    b.Radical: _TypstWriter.radical,
    b.Accent: _TypstWriter.accent,
    b.Fenced: _TypstWriter.fenced,
    b.Grid: _TypstWriter.grid,
    b.Decorated: _TypstWriter.decorated,
}


def _ink(ink: b.Ink) -> str:
    literal, atom = _literal(ink.text), _atom(ink.text)
    return {
        "letter": atom,
        "large": atom,
        "integral": atom,
        "upright": f"upright({atom})",
        "digits": atom if ink.text.isdecimal() else literal,
        "words": literal,
        "function": f"op({literal})",
        "limits": f"op({literal}, limits: #true)",
        "sign": f'class("normal", {atom})',
        "binary": f'class("binary", {atom})',
        "relation": f'class("relation", {atom})',
        "punctuation": f'class("punctuation", {atom})',
    }[ink.kind]


def _atom(text: str) -> str:
    """Characters as they stand: a single letter or sign, otherwise a literal."""
    if text in _NAMED:
        return _NAMED[text]
    plain = len(text) == 1 and (text.isalnum() or not text.isascii() or text in "+=<>.%?")
    return text if plain else _literal(text)


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _fence(character: str, side: str) -> str:
    if character in _OPENING:
        return f'class("{side}", {_OPENING[character]})'
    return _atom(character)


def _beside(sources: Iterable[str]) -> str:
    """Sources side by side. A space separates names; beside a literal it would be drawn, so there is none."""
    whole = ""
    for source in filter(None, sources):
        glued = not whole or whole.endswith((";", '"')) or source.startswith(("#", '"'))
        whole += source if glued else " " + source
    return whole


def _checked(colour: str) -> str:
    if len(colour) != len("#rrggbb") or set(colour[1:]) - set("0123456789abcdefABCDEF") or colour[0] != "#":
        raise ValueError(f"a colour is written #rrggbb, not {colour!r}")
    return colour
