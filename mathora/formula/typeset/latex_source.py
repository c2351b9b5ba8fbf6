r"""Formulas as LaTeX for LaTeX itself: what the optional backend `--tex latex` typesets.

Owns: `write_tex`, the translation of boxes into LaTeX's math mode; `node_tags`; `TexPage`, what LaTeX made of a source.

Laws:
- The source comes from the tree, never from the author's raw string: letters, digits and signs stand for themselves or
  are named by the tables; in running words all that means something to TeX is escaped.
- A colour changes nothing but colour: it is switched by specials, which stand between atoms without being one.
- Macros that LaTeX lacks are `\ink{r g b}`, `\off` and `\strike{rrggbb}{…}`; whoever runs LaTeX defines them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from mathora.formula.symbols.glyphs import LETTERS, OPERATORS, RELATIONS, STYLES, styled
from mathora.formula.tree import Node, Path, walk
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.boxes import Box, Colour, colour_at, is_tall
from mathora.formula.typeset.layout import typeset

PACKAGES: Final = ("amsmath", "amssymb")  # the packages that the sources need, both of Debian's `texlive-latex-base`


@dataclass(frozen=True, slots=True)
class TexPage:
    """One formula as LaTeX set it: a page of dvisvgm's SVG; `missing` if a character of it has no glyph."""

    svg: str
    missing: bool


def node_tags(node: Node) -> dict[Path, str]:
    """A colour `#rrggbb` of its own for every node, by which its glyphs name it."""
    return {path: f"#{index:06x}" for index, (path, _) in enumerate(walk(node), 1)}


def write_tex(node: Node, paint: Colour) -> str:
    """LaTeX math-mode source of a formula. `paint` gives a node's colour as `#rrggbb`, or None for the text's own."""
    return _LatexWriter(paint).write(typeset(node))


class _LatexWriter:
    """Boxes → source. A box's `bare` source does not switch to its colour yet."""

    def __init__(self, paint: Colour) -> None:
        self._paint = paint

    def write(self, box: Box) -> str:
        match box:
            case b.Space():
                return _SPACES[box.width]
            case b.Row():
                return " ".join(self.write(item) for item in box.items)
            case b.Scripts():
                return self.scripts(box)
            case _:
                return self._painted(box.path, self.bare(box))

    def bare(self, box: Box) -> str:
        writer: Callable[[_LatexWriter, Any], str] = _WRITERS[type(box)]
        return writer(self, box)

    def _painted(self, path: Path, source: str) -> str:
        colour = colour_at(path, self._paint)
        if colour is None:
            return source
        red, green, blue = (f"{part / 255:.6f}" for part in bytes.fromhex(colour.removeprefix("#")))
        return rf"\ink{{{red} {green} {blue}}}{source}\off "

    def scripts(self, box: b.Scripts) -> str:
        """A nucleus keeps its class, and a letter its shape under an accent, if no colour stands between."""
        below = f"_{{{self.write(box.below)}}}" if box.below else ""
        above = f"^{{{self.write(box.above)}}}" if box.above else ""
        match box.base:
            case b.Ink() | b.Accent() | b.Fenced() as base:
                return self._painted(base.path, self.bare(base) + below + above)
            case base:
                return f"{{{self.write(base)}}}{below}{above}"

    def ink(self, box: b.Ink) -> str:
        return _INKS[box.kind](box.text)

    def fraction(self, box: b.Fraction) -> str:
        command = {"": "frac", "text": "tfrac", "display": "dfrac"}[box.size]
        return rf"\{command}{{{self.write(box.numerator)}}}{{{self.write(box.denominator)}}}"

    def stack(self, box: b.Stack) -> str:
        return rf"\binom{{{self.write(box.upper)}}}{{{self.write(box.lower)}}}"

    def radical(self, box: b.Radical) -> str:
        degree = f"[{{{self.write(box.degree)}}}]" if box.degree else ""
        return rf"\sqrt{degree}{{{self.write(box.radicand)}}}"

    def accent(self, box: b.Accent) -> str:
        own = isinstance(box.body, b.Ink) and box.body.path == box.path
        return rf"\{box.mark}{{{self.bare(box.body) if own else self.write(box.body)}}}"

    def fenced(self, box: b.Fenced) -> str:
        r"""Growing brackets only around what is tall; a `\left…\right` alone would stand off from its function."""
        body = self.write(box.body)
        if box.left and box.right and not is_tall(box.body):
            return f"{_opening(box.left)} {body} {_closing(box.right)}"
        grown = rf"\left{_FENCES[box.left]} {body} \right{_FENCES[box.right]}"
        return rf"\mathopen{{}}{{{grown}}}" if box.left else grown

    def grid(self, box: b.Grid) -> str:
        environment = {"matrix": _MATRICES.get(box.left, "matrix")}.get(box.kind, box.kind)
        rows = r" \\\relax ".join(" & ".join(map(self.write, row)) for row in box.rows)
        if box.ruled:
            columns = "c" * box.ruled + "|" + "c" * (len(box.rows[0]) - box.ruled)
            return rf"\begin{{array}}{{{columns}}}\relax {rows} \end{{array}}"
        return rf"\begin{{{environment}}}\relax {rows} \end{{{environment}}}"

    def decorated(self, box: b.Decorated) -> str:
        body = self.write(box.body)
        if box.kind == "cancel":
            colour = colour_at(box.path, self._paint) or "#000000"
            return rf"\strike{{{colour.removeprefix('#')}}}{{{body}}}"
        mark = "^" if box.kind == "overbrace" else "_"
        note = f"{mark}{{{self.write(box.note)}}}" if box.note else ""
        return rf"\{box.kind}{{{body}}}{note}"


_WRITERS: Final[Mapping[type, Callable[[_LatexWriter, Any], str]]] = {
    b.Ink: _LatexWriter.ink,
    b.Fraction: _LatexWriter.fraction,
    b.Stack: _LatexWriter.stack,
    b.Radical: _LatexWriter.radical,
    b.Accent: _LatexWriter.accent,
    b.Fenced: _LatexWriter.fenced,
    b.Grid: _LatexWriter.grid,
    b.Decorated: _LatexWriter.decorated,
}

_SPACES: Final = {"thin": r"\,", "medium": r"\:", "thick": r"\;", "quad": r"\quad "}
_MATRICES: Final = {"(": "pmatrix", "[": "bmatrix", "|": "vmatrix", "‖": "Vmatrix"}
_FENCES: Final = {
    "": ".", "(": "(", ")": ")", "[": "[", "]": "]", "{": r"\{", "}": r"\}", "|": r"\vert ", "‖": r"\Vert ",
    "⌊": r"\lfloor ", "⌋": r"\rfloor ", "⌈": r"\lceil ", "⌉": r"\rceil ", "⟨": r"\langle ", "⟩": r"\rangle ",
}  # fmt: skip
_NATURAL: Final = {"(": "(", ")": ")"}
"""Brackets that need no class said: their own is right on the side where they stand."""


def _opening(fence: str) -> str:
    return _NATURAL.get(fence) or rf"\mathopen{{{_FENCES[fence]}}}"


def _closing(fence: str) -> str:
    return _NATURAL.get(fence) or rf"\mathclose{{{_FENCES[fence]}}}"


# ── characters ────────────────────────────────────────────────────────────────────────────────────────────────────────

_ESCAPED: Final = {
    "{": r"\{", "}": r"\}", "#": r"\#", "$": r"\$", "%": r"\%", "&": r"\&", "_": r"\_",
}  # fmt: skip
_MATHS: Final = _ESCAPED | {
    "\\": r"\backslash ", "^": r"\wedge ", "~": r"\sim ", "\xa0": "~", "−": "-", "≔": r"\mathop{:}\!\!=",
    "⟹": r"\Longrightarrow ", "⟺": r"\Longleftrightarrow ", "⋃": r"\bigcup ", "⋂": r"\bigcap ", "□": r"\square ",
    "″": r"\prime\prime ", "‴": r"\prime\prime\prime ", "⁗": r"\prime\prime\prime\prime ", "ο": "o",
    "°": r"{}^{\circ}",
}  # fmt: skip
"""Characters that the tables of signs do not lead back to a command."""

_WORDS: Final = _ESCAPED | {
    "\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "\xa0": "~", "−": "$-$",
    "-": "{-}", "\n": " ", "\r": " ", "\t": " ",
}  # fmt: skip
"""Running words: nothing in them means anything to TeX, and two hyphens are not a dash."""


@cache
def _commands() -> Mapping[str, str]:
    """Each sign's command: the first that the tables have for it."""
    found: dict[str, str] = {}
    for table in (LETTERS, OPERATORS, RELATIONS):
        for command, glyph in table.items():
            if command[0] == "\\":
                found.setdefault(glyph.character, f"{command} ")
    found |= _MATHS
    for style in STYLES:
        for plain in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789αβγδεζηθικλμνξπρστυφχψω":
            if (character := styled(plain, style)) != plain:
                found.setdefault(character, rf"\{style}{{{found.get(plain, plain)}}}")
    return found


def _atom(text: str) -> str:
    """Signs by their commands; a character that nobody knows stands for itself, and LaTeX says that it lacks it."""
    return "".join(_commands().get(character, character) for character in text)


def _roman(text: str) -> str:
    """Letters that stay upright; a sign or a letter of a mathematical alphabet as it is."""
    return rf"\mathrm{{{text}}}" if text.isascii() and text.isalnum() else _atom(text)


def _name(text: str) -> str:
    return r"\,".join(_atom(word) for word in text.split(" "))


def _said(text: str) -> str:
    return "".join(_WORDS.get(character, character) for character in text)


_INKS: Final[Mapping[b.InkKind, Callable[[str], str]]] = {
    "letter": _atom,
    "large": _atom,
    "integral": _atom,
    "upright": _roman,
    "digits": lambda text: _atom(text).replace(",", "{,}"),
    "words": lambda text: rf"\text{{{_said(text)}}}",
    "function": lambda text: rf"\operatorname{{{_name(text)}}}",
    "limits": lambda text: rf"\operatorname*{{{_name(text)}}}",
    "sign": lambda text: f"{{{_atom(text)}}}",
    "binary": lambda text: rf"\mathbin{{{_atom(text)}}}",
    "relation": lambda text: rf"\mathrel{{{_atom(text)}}}",
    "punctuation": lambda text: rf"\mathpunct{{{_atom(text)}}}",
}


def tex_sources(trees: Iterable[Node]) -> tuple[str, ...]:
    """Each tree's sources, every node in its tag's colour: as a display and in a line of text; no source twice."""
    displays = tuple(dict.fromkeys(write_tex(tree, node_tags(tree).get) for tree in trees))
    return (*displays, *(in_line(source) for source in displays))


def in_line(source: str) -> str:
    """The source of a formula that stands in a line of text."""
    return rf"\textstyle {source}"
