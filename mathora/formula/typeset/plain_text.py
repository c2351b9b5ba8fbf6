"""Formulas as a line of Unicode characters: what stands in a caption, where nothing can be set.

Owns: `write_plain`, the translation of boxes into characters.

Laws:
- Every formula has a line: what has no raised or lowered character is written with `^`, `_` and brackets.
- Spaces stand around relations and binary signs only, so that a line of captions can be broken there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mathora.formula.tree import Node
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.boxes import Box, ink_kind
from mathora.formula.typeset.layout import typeset

_RAISED = dict(zip("0123456789+−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", strict=True))
_RAISED |= {"′": "′", "″": "″", "‴": "‴", "∘": "°", "∗": "*"}
_LOWERED = dict(zip("0123456789+−=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True))

_MARKS = {
    "hat": "\u0302", "widehat": "\u0302", "bar": "\u0304", "overline": "\u0304", "tilde": "\u0303",
    "widetilde": "\u0303", "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db", "ddddot": "\u20dc",
}  # fmt: skip
"""Each accent as a combining character."""

_AROUND: Mapping[b.InkKind, str] = {
    "binary": " {} ", "relation": " {} ", "punctuation": "{} ", "function": "{} ", "limits": "{} ",
}  # fmt: skip
"""The spaces around a kind of ink; the others have none."""


def write_plain(node: Node) -> str:
    r"""One line of text, such as `∂L/∂w₁ = 2w₁` for `\frac{\partial L}{\partial w_1} = 2 w_1`."""
    return " ".join(_write(typeset(node)).split())


def _write(box: Box) -> str:
    writer: Callable[[Any], str] = _WRITERS[type(box)]
    return writer(box)


def _row(box: b.Row) -> str:
    parts: list[str] = []
    before: Box | None = None
    for item in box.items:
        if before is not None and isinstance(item, b.Fenced) and ink_kind(before) in _NAMES:
            parts[-1] = parts[-1].rstrip()  # sin(x), but sin x
        elif before is not None and _apart(before, item):
            parts.append(" ")
        parts.append(_write(item))
        before = item
    return "".join(parts)


_NAMES = frozenset({"function", "limits"})
_SIGNS = frozenset({"sign", "binary", "relation", "punctuation", "space"})


def _apart(left: Box, right: Box) -> bool:
    """Whether a space keeps two factors apart: `3/4 x`, `2x cos x`, but `−1/2`."""
    names = ink_kind(right) in _NAMES | {"large", "integral"}
    signs = ink_kind(left) in _SIGNS or ink_kind(right) in _SIGNS
    return not signs and (names or isinstance(left, b.Fraction) or isinstance(right, b.Fraction))


def _scripts(box: b.Scripts) -> str:
    below = _script(box.below, _LOWERED, "_") if box.below else ""
    above = _script(box.above, _RAISED, "^") if box.above else ""
    base = _write(box.base).strip()
    after = " " if ink_kind(box.base) in _NAMES | {"large", "integral"} else ""
    return f"({base}){below}{above}" if _is_wide(box.base) else f"{base}{below}{above}{after}"


def _is_wide(box: Box) -> bool:
    """Whether a script would be taken for one of a part of the base."""
    return isinstance(box, b.Radical | b.Fraction) or (isinstance(box, b.Row) and len(box.items) > 1)


def _script(box: Box, table: Mapping[str, str], sign: str) -> str:
    text = _tight(box)
    if all(character in table for character in text):
        return "".join(table[character] for character in text)
    return sign + (text if len(text) == 1 else f"({text})")


def _tight(box: Box) -> str:
    """Without the spaces around signs."""
    return _write(box).replace(" ", "")


def _fraction(box: b.Fraction) -> str:
    upper, lower = _write(box.numerator).strip(), _write(box.denominator).strip()
    product = isinstance(box.denominator, b.Row) and len(box.denominator.items) > 1 and lower[0] not in "∂d"
    return f"{_operand(upper)}/{f'({lower})' if product else _operand(lower)}"


def _operand(text: str) -> str:
    """A side of a slash, in brackets where the slash would take only a part of it."""
    return f"({text})" if " " in text or "/" in text else text


def _radical(box: b.Radical) -> str:
    degree = _script(box.degree, _RAISED, "^") if box.degree else ""
    text = _write(box.radicand).strip()
    return f"{degree}√{text}" if len(text) == 1 or text.isdigit() else f"{degree}√({text})"


def _accent(box: b.Accent) -> str:
    text = _write(box.body)
    if box.mark == "overline" and len(text) > 1:  # the line reaches over all of it
        return "".join(f"{character}\u0305" for character in text)
    return f"{text}{_MARKS[box.mark]}" if len(text) == 1 else f"{text[:1]}{_MARKS[box.mark]}{text[1:]}"


def _grid(box: b.Grid) -> str:
    rows = [", ".join(_write(cell).strip() for cell in row) for row in box.rows]
    if box.ruled:
        halves = [(row[: box.ruled], row[box.ruled :]) for row in box.rows]
        rows = [" | ".join(", ".join(_write(cell).strip() for cell in half) for half in pair) for pair in halves]
    if box.kind == "aligned":
        rows = ["".join(_write(cell) for cell in row) for row in box.rows]
    return f"{box.left}{'; '.join(rows)}{box.right}"


_WRITERS: Mapping[type, Callable[[Any], str]] = {
    b.Ink: lambda box: _AROUND.get(box.kind, "{}").replace("{}", box.text),
    b.Space: lambda _: " ",
    b.Row: _row,
    b.Scripts: _scripts,
    b.Fraction: _fraction,
    b.Stack: lambda box: f"({_write(box.upper)} over {_write(box.lower)})",
    b.Radical: _radical,
    b.Accent: _accent,
    b.Fenced: lambda box: f"{box.left}{_write(box.body).strip()}{box.right}",
    b.Grid: _grid,
    b.Decorated: lambda box: _write(box.body),
}
