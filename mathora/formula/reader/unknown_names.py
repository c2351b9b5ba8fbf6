"""The faults of names that a formula uses and the model does not declare.

Owns: `unknown_faults`.

Law: a word without a backslash, which is a product of its letters, is told once and as a word, where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from typing import Final

from mathora.formula.reader.commands import CONSTANTS
from mathora.formula.tree import Span
from mathora.lesson import Fault, Text

LETTERS: Final = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{3,}")


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
    word = rf"these letters are a product; a word is \text{{{key}}}" if LETTERS.fullmatch(key) else ""
    hint = f"did you mean '{near[0]}'?" if near else word or f"declare {key} in the model"
    message = f"unknown name {key}; every name is declared in the lesson's model"
    return Fault(text.at(span.start), "unknown-name", message, hint, max(1, span.stop - span.start))
