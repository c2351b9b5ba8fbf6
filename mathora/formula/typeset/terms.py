"""How terms look: leaves and names, arithmetic, brackets, functions applied. One row a node kind, in `TERMS`.

Each takes the node, its path, and the boxes of its children in their order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mathora.formula import tree as t
from mathora.formula.symbols.functions import SYMBOLS
from mathora.formula.symbols.glyphs import LETTERS, OPERATORS, RELATIONS, styled
from mathora.formula.tree import Path
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.boxes import Box, Fenced, Ink, Scripts, joined, listed, raised, row

Setter = Callable[[Any, Path, Sequence[Box]], Box]

PRIMES = ("", "′", "″", "‴", "⁗")
CLOSING = {"(": ")", "[": "]", "{": "}"}


# ── leaves and names ──────────────────────────────────────────────────────────────────────────────────────────────────


def _number(node: t.Number, path: Path, _parts: Sequence[Box]) -> Box:
    whole, point, decimals = node.text.partition(".")
    digits = f"{int(whole):,}" if node.grouped else whole
    return Ink(path, digits + point + decimals, "digits")


def _constant(node: t.Constant, path: Path, _parts: Sequence[Box]) -> Box:
    if node.name.startswith(r"\mathbb"):
        return Ink(path, styled(node.name[len(r"\mathbb{")], "mathbb"), "upright")
    if node.name == r"\mathbf{0}":
        return Ink(path, styled("0", "mathbf"), "upright")
    if node.name.startswith("\\"):
        return Ink(path, LETTERS[node.name].character, "letter")
    return Ink(path, node.name, "upright" if node.upright else "letter")


def _function_name(node: t.FunctionName, path: Path, parts: Sequence[Box]) -> Box:
    drawn = SYMBOLS[node.name].drawn or node.name
    name = Ink(path, drawn, "upright" if len(drawn) == 1 else "function")
    return Scripts(name, parts[0], None) if parts else name


def _words(node: t.UprightWords | t.UnitName, path: Path, _parts: Sequence[Box]) -> Box:
    return Ink(path, node.text, "words")


def _symbol(node: t.Symbol, path: Path, parts: Sequence[Box]) -> Box:
    rest = list(parts)
    below = rest.pop(0) if node.subscript is not None else None
    above: list[Box] = [Ink(path, "∗" if mark == "*" else primes(len(mark)), "sign") for mark in _runs(node.marks)]
    layered = isinstance(node.superscript, t.Layer)
    above += [part if layered else Fenced(path, "(", part, ")") for part in rest]
    body: Box = _letter(node, path)
    prefixes = [accent for accent in node.accents if accent in {"Delta", "delta"}]
    for accent in reversed(node.accents):
        if accent not in prefixes:
            body = b.Accent(path, accent, body)
    if below or above:
        body = Scripts(body, below, row(*above) if above else None)
    if not prefixes:
        return body
    return row(*(Ink(path, LETTERS["\\" + one].character, "letter") for one in prefixes), body)


def _runs(marks: str) -> list[str]:
    """`'`s that follow each other are one mark."""
    return re.findall(r"'+|\*", marks)


def primes(order: int) -> str:
    """The mark of the derivative of an order."""
    return PRIMES[order] if order < len(PRIMES) else PRIMES[1] * order


def _letter(node: t.Symbol, path: Path) -> Ink:
    name = LETTERS[node.name].character if node.name in LETTERS else node.name
    match node.style:
        case "operatorname":  # a word, whatever it spells
            return Ink(path, node.name, "function")
        case "text":
            return Ink(path, node.name, "words")
        case "mathrm":
            return Ink(path, name, "upright")
        case "":
            return Ink(path, name, "letter" if len(name) == 1 else "upright")
        case style:
            return Ink(path, "".join(styled(character, style) for character in name), "upright")


# ── arithmetic ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _with_operators(node: t.Addition | t.Product | t.SetOperation, path: Path, parts: Sequence[Box]) -> Box:
    r"""Operands and their signs; `\dots` before a sign stand at its height, as in LaTeX (`\ldots` never do)."""
    operands = list(parts)
    for index, operand in enumerate(node.children[:-1]):
        if operand == t.Dots(r"\dots"):
            operands[index] = Ink((*path, index), OPERATORS[r"\cdots"].character, "sign")
    first = node.children[0]
    of_units = isinstance(first.base if isinstance(first, t.Power) else first, t.UnitName)
    return joined(operands, [_operator(path, one) if one else _BESIDE[of_units] for one in node.operators])


_BESIDE = {True: b.Space("thin"), False: None}
"""What stands between things side by side: a millisecond is no metre times a second."""


def _operator(path: Path, sign: str) -> Ink:
    if sign in _WORDS:
        return Ink(path, _WORDS[sign], "words")
    return Ink(path, OPERATORS[sign].character, "binary")


_WORDS = {r"\bmod": " mod ", "of": " of "}


def fraction(path: Path, upper: Box, lower: Box, style: str) -> Box:
    """A quotient as the author wrote it: with a bar of a given size, or in one line."""
    match style:
        case "/":
            return row(upper, Ink(path, "/", "sign"), lower)
        case "div":
            return row(upper, Ink(path, OPERATORS[r"\div"].character, "binary"), lower)
        case "tfrac":
            return b.Fraction(path, upper, lower, "text")
        case "dfrac":
            return b.Fraction(path, upper, lower, "display")
        case _:
            return b.Fraction(path, upper, lower)


def _power(node: t.Power, _path: Path, parts: Sequence[Box]) -> Box:
    base, exponent = parts
    if isinstance(node.base, t.Prime) and isinstance(base, Scripts) and base.above:
        return Scripts(base.base, base.below, row(base.above, exponent))
    return raised(base, exponent)


def _transpose(node: t.Transpose, path: Path, parts: Sequence[Box]) -> Box:
    mark = {
        "T": Ink(path, "T", "letter"),
        r"\top": Ink(path, "⊤", "sign"),
        r"\mathsf{T}": Ink(path, styled("T", "mathsf"), "upright"),
        r"\mathrm{T}": Ink(path, "T", "upright"),
    }[node.mark.removeprefix("-")]
    above = row(Ink(path, OPERATORS["-"].character, "sign"), mark) if node.mark.startswith("-") else mark
    base = parts[0]
    if isinstance(base, Scripts) and base.above is not None and isinstance(node.operand, t.Symbol):
        return Scripts(base.base, base.below, row(base.above, above))
    return raised(base, above)


def _parted(node: t.Parted, path: Path, parts: Sequence[Box]) -> Box:
    if node.sign == ";":
        return row(parts[0], Ink(path, ";", "punctuation"), parts[1])
    sign = RELATIONS[r"\mid" if node.sign == r"\mid" else r"\parallel"].character
    return row(parts[0], Ink(path, sign, "relation"), parts[1])


# ── brackets and arrays ───────────────────────────────────────────────────────────────────────────────────────────────


def _fence(left: str, right: str) -> Setter:
    return lambda _node, path, parts: Fenced(path, left, listed(path, parts) if parts else b.EMPTY, right)


def _norm(_node: t.Norm, path: Path, parts: Sequence[Box]) -> Box:
    body = Fenced(path, "‖", parts[0], "‖")
    return Scripts(body, parts[1], None) if len(parts) > 1 else body


def _rounded(node: t.Rounded, path: Path, parts: Sequence[Box]) -> Box:
    left, right = {"floor": ("⌊", "⌋"), "ceil": ("⌈", "⌉")}[node.kind]
    return Fenced(path, left, parts[0], right)


def _listing(node: t.Listing, path: Path, parts: Sequence[Box]) -> Box:
    statements = any(isinstance(item, t.Relation) for item in node.items)
    return listed(path, parts, gap=b.Space("thick") if statements else b.EMPTY)


def _set_builder(_node: t.SetBuilder, path: Path, parts: Sequence[Box]) -> Box:
    bar = Ink(path, RELATIONS[r"\mid"].character, "relation")
    return Fenced(path, "{", row(parts[0], bar, parts[1]), "}")


_MATRIX_FENCES = {
    "bmatrix": ("[", "]"),
    "pmatrix": ("(", ")"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "matrix": ("", ""),
}


def _matrix(node: t.Matrix, path: Path, parts: Sequence[Box]) -> Box:
    remaining = iter(parts)
    rows = tuple(tuple(next(remaining) for _ in cells) for cells in node.rows)
    left, right = _MATRIX_FENCES[node.bracket]
    return b.Grid(path, "matrix", rows, left, right, node.ruled)


def _application(node: t.Application, path: Path, parts: Sequence[Box]) -> Box:
    head, *rest = parts
    if node.power is not None:
        head = raised(head, rest.pop(0))
    arguments = listed(path, rest)
    return row(head, Fenced(path, node.bracket, arguments, CLOSING[node.bracket]) if node.bracket else arguments)


TERMS: Mapping[type[t.Node], Setter] = {
    t.Number: _number,
    t.Constant: _constant,
    t.FunctionName: _function_name,
    t.Layer: lambda _node, path, parts: Fenced(path, "[", parts[0], "]"),
    t.UprightWords: _words,
    t.UnitName: _words,
    t.Dots: lambda node, path, _parts: Ink(path, OPERATORS[node.mark].character, "sign"),
    t.Placeholder: lambda _node, path, _parts: Ink(path, "□", "sign"),
    t.Blank: lambda _node, _path, _parts: b.EMPTY,
    t.Symbol: _symbol,
    t.Signed: lambda node, path, parts: row(Ink(path, OPERATORS[node.sign].character, "sign"), *parts),
    t.Addition: _with_operators,
    t.Product: _with_operators,
    t.SetOperation: _with_operators,
    t.Quotient: lambda node, path, parts: fraction(path, parts[0], parts[1], node.style),
    t.Power: _power,
    t.Transpose: _transpose,
    t.Overline: lambda _node, path, parts: b.Accent(path, "overline", parts[0]),
    t.Component: lambda _node, _path, parts: Scripts(parts[0], parts[1], None),
    t.Complement: lambda node, path, parts: raised(
        parts[0], Ink(path, "c", "letter") if node.mark == "c" else Ink(path, primes(1), "sign")
    ),
    t.Root: lambda node, path, parts: b.Radical(path, parts[0] if node.degree is not None else None, parts[-1]),
    t.Factorial: lambda node, path, parts: row(*parts, Ink(path, node.marks, "sign")),
    t.Binomial: lambda _node, path, parts: b.Stack(path, parts[0], parts[1]),
    t.Percent: lambda _node, path, parts: row(*parts, Ink(path, "%", "sign")),
    t.Degrees: lambda _node, path, parts: raised(parts[0], Ink(path, "∘", "sign")),
    t.Quantity: lambda _node, _path, parts: row(parts[0], b.Space("thin"), parts[1]),
    t.Group: lambda node, path, parts: Fenced(path, node.bracket, parts[0], CLOSING[node.bracket]),
    t.Absolute: _fence("|", "|"),
    t.Norm: _norm,
    t.Rounded: _rounded,
    t.InnerProduct: _fence("⟨", "⟩"),
    t.Tuple: lambda node, path, parts: _fence(*("()" if node.bracket == "(" else "⟨⟩"))(node, path, parts),
    t.Listing: _listing,
    t.IntervalSet: lambda node, path, parts: Fenced(path, node.left, listed(path, parts), node.right),
    t.SetLiteral: _fence("{", "}"),
    t.SetBuilder: _set_builder,
    t.Matrix: _matrix,
    t.Application: _application,
    t.Parted: _parted,
}
"""The setter of each node kind."""
