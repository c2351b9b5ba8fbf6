"""What stands where on the page: the boxes that a formula is set in, before any typesetter has seen them.

Owns: the box vocabulary between `typeset` (tree → boxes) and the writers of Typst and MathML (boxes → text).

Laws:
- Every box that draws something names the node it belongs to by its `path`; so every glyph of every product does.
- Boxes are few and dumb. What a construct of mathematics looks like is decided once, in `typeset`; a writer
  translates boxes and decides nothing.
- Characters are literal text. A writer escapes them; none of them is ever code or markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from mathora.formula.tree import Path

Colour = Callable[[Path], str | None]
"""Which colour a node carries, if it carries one; it holds for the node's whole part of the formula, except for the
nodes below that carry one of their own."""

InkKind = Literal[
    "letter", "upright", "digits", "words", "function", "limits", "large", "integral", "sign", "binary", "relation",
    "punctuation",
]  # fmt: skip
"""How characters are set: a quantity's letter (italic where usual) · a letter kept upright · a number · running words ·
a function's name · one with its condition under it · a big operator · an integral sign · a sign without spaces · signs
with the spaces of their kind."""

SpaceWidth = Literal["thin", "medium", "thick", "quad"]


@dataclass(frozen=True, slots=True)
class Ink:
    """Characters drawn for one node."""

    path: Path
    text: str
    kind: InkKind


@dataclass(frozen=True, slots=True)
class Space:
    """A gap: 3/18, 4/18, 5/18 or 1 em."""

    width: SpaceWidth


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes side by side; none is the empty box."""

    items: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with a subscript and a superscript, stacked; under and over a base that takes limits."""

    base: Box
    below: Box | None
    above: Box | None


@dataclass(frozen=True, slots=True)
class Fraction:
    """Numerator over denominator, the bar drawn for `path`. `size`: by context, always small, always large."""

    path: Path
    numerator: Box
    denominator: Box
    size: Literal["", "text", "display"] = ""


@dataclass(frozen=True, slots=True)
class Stack:
    """Two boxes over each other in round brackets, without a bar: a binomial coefficient."""

    path: Path
    upper: Box
    lower: Box


@dataclass(frozen=True, slots=True)
class Radical:
    """A root's sign over its radicand."""

    path: Path
    degree: Box | None
    radicand: Box


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over the body: `hat`, `bar`, `vec`, … (the LaTeX command's name)."""

    path: Path
    mark: str
    body: Box


@dataclass(frozen=True, slots=True)
class Fenced:
    """A body between brackets that grow with it; an empty string is no bracket."""

    path: Path
    left: str
    body: Box
    right: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells in rows. `kind`: a matrix (centred), cases (left, left), an aligned chain (right, left).

    `ruled`: how many columns of a matrix stand before a vertical rule; 0 without one.
    """

    path: Path
    kind: Literal["matrix", "cases", "aligned"]
    rows: tuple[tuple[Box, ...], ...]
    left: str = ""
    right: str = ""
    ruled: int = 0


@dataclass(frozen=True, slots=True)
class Decorated:
    """A body with a frame, a stroke through it, or a brace with a note."""

    path: Path
    kind: Literal["boxed", "cancel", "underbrace", "overbrace"]
    body: Box
    note: Box | None = None


Box = Ink | Space | Row | Scripts | Fraction | Stack | Radical | Accent | Fenced | Grid | Decorated


def colour_at(path: Path, colour: Colour) -> str | None:
    """The colour that holds at a node: its own, else that of the nearest node above it that carries one."""
    for length in range(len(path), -1, -1):
        found = colour(path[:length])
        if found is not None:
            return found
    return None


EMPTY = Row(())


def row(*items: Box) -> Row:
    """Items side by side; rows among them are opened, so that spacing sees the neighbours."""
    flat: list[Box] = []
    for item in items:
        flat.extend(item.items if isinstance(item, Row) else (item,))
    return Row(tuple(flat))


def joined(operands: Sequence[Box], signs: Sequence[Box | None]) -> Row:
    """Operands with a sign (or nothing) before each but the first."""
    items: list[Box] = [operands[0]]
    for sign, operand in zip(signs, operands[1:], strict=True):
        items += [sign, operand] if sign else [operand]
    return row(*items)


def listed(path: Path, items: Sequence[Box], *, gap: Box = EMPTY) -> Row:
    """Items with a comma between them, and a gap behind each comma."""
    parts: list[Box] = []
    for index, item in enumerate(items):
        parts += [item] if index == 0 else [Ink(path, ",", "punctuation"), gap, item]
    return row(*parts)


def raised(base: Box, above: Box) -> Box:
    """`base` with a superscript, stacked over a subscript that it already has."""
    if isinstance(base, Row) and base.items:
        return row(*base.items[:-1], raised(base.items[-1], above))
    if isinstance(base, Scripts) and base.above is None:
        return Scripts(base.base, base.below, above)
    return Scripts(base, None, above)


def is_tall(box: Box) -> bool:
    """Whether a body is taller than a line of letters with scripts, so that brackets around it have to grow."""
    match box:
        case Fraction() | Stack() | Radical() | Grid() | Decorated():
            return True
        case Row(items=items):
            return any(map(is_tall, items))
        case Scripts(base=base):
            return ink_kind(base) in {"limits", "large", "integral"} or is_tall(base)
        case Accent(body=body) | Fenced(body=body):
            return is_tall(body)
        case _:
            return False


def ink_kind(box: Box) -> InkKind | Literal["space", ""]:
    """The kind of the ink that decides the spaces around a box; empty for a whole such as a fraction."""
    while isinstance(box, Scripts):
        box = box.base
    return box.kind if isinstance(box, Ink) else "space" if isinstance(box, Space) else ""
