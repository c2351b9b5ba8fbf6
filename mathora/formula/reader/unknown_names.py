"""Names of a formula that the model does not declare: which belong to one that it does, and the others' faults.

Owns: `unknown_faults`, `is_member`, `written_out`.

Law: a word without a backslash, which is a product of its letters, is told once and as a word, where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from mathora.formula import tree as t
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.linear_algebra.entries import array_of
from mathora.formula.reader.commands import CONSTANTS
from mathora.formula.tree import Span
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model
from mathora.lesson import Fault, Text

LETTERS: Final = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}")


NUMERALS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def written_out(word: str) -> str:
    """How to write a number that is a word, if it is one."""
    return f"write {NUMERALS.index(word.lower())}" if word.lower() in NUMERALS else ""


def unknown_faults(text: Text, unknown: Iterable[tuple[str, Span]], declared: Collection[str]) -> list[Fault]:
    """A fault for each of these names (key, where it stands), at its first place; with those it was meant for."""
    first: dict[str, Span] = {}
    for key, span in unknown:
        first.setdefault(key, span)
    words = [word for word in LETTERS.finditer(text.value) if _is_word(word[0], first)]
    spelt = {letter for word in words for letter in word[0]}
    found = {word[0]: Span(*word.span()) for word in words} | {key: first[key] for key in first if key not in spelt}
    return [_unknown(text, key, span, declared) for key, span in found.items()]


def _is_word(word: str, unknown: Collection[str]) -> bool:
    """Whether none of a word's letters is a name that the model declares."""
    letters = set(word) - CONSTANTS
    return len(letters) > 1 and letters <= set(unknown)


def _unknown(text: Text, key: str, span: Span, declared: Collection[str]) -> Fault:
    alike = [name for name in declared if name.lower() == key.lower()]
    near = alike or get_close_matches(key, declared, n=1)
    word = (
        written_out(key) or rf"these letters are a product; a word is \text{{{key}}}" if LETTERS.fullmatch(key) else ""
    )
    hint = f"did you mean '{near[0]}'?" if near else word or f"declare {key} in the model"
    message = f"unknown name {key}; every name is declared in the lesson's model"
    return Fault(text.at(span.start), "unknown-name", message, hint, max(1, span.stop - span.start))


def is_member(symbol: t.Symbol, model: Model, is_bound: Callable[[str], bool]) -> bool:
    r"""Whether an indexed name belongs to what is declared.

    `x_1` belongs to the vector x, if it has as many components; `y_i` with a bound i to a model that has `y_1`;
    `w_{k+1}` and `w_0` to the sequence `w_k`, `w^{(k+1)}` to `w^{(k)}`; `g_x` is a derivative, `v_1` of `\mathbf{v}`.
    """
    if symbol.subscript is None and symbol.superscript is None:
        return False
    if partial_by_subscript(symbol, model) or array_of(symbol, model):
        return True
    base = symbol_key(replace(symbol, subscript=None, superscript=None))
    if base in model.sequences:
        return True
    owner = model.get(base)
    if owner is not None and owner.kind in ("vector", "matrix"):
        rows = owner.shape[0] if owner.kind == "vector" and owner.shape else None
        return rows is None or not isinstance(symbol.subscript, t.Number) or 1 <= symbol.subscript.value <= rows
    letters = t.symbols(symbol.subscript or symbol)
    return base in model.families and any(is_bound(symbol_key(part)) for part in letters)
