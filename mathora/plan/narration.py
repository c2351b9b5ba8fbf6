"""What is said, in words, and how it is cut into captions.

Owns: `spoken`, `cut_into_cues` and the limits of a caption.

Laws:
- A caption has at most two lines of at most 42 characters and stands long enough for 20 characters a second
  (the limits of the BBC's and Netflix's subtitle guidelines).
- Captions hold every word of the narration, in order; no word is cut unless it is longer than a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words

LINE = 42
"""Characters in a caption's line."""

LINES = 2
"""Lines of a caption."""

CHARACTERS_PER_SECOND = 20
"""The fastest a caption may have to be read."""

SHORTEST_TAIL = 12
"""A last caption shorter than this many characters is balanced with the one before it."""

_PAUSE = re.compile(r"[.!?…]['\"”’)]*$")
_BREATH = re.compile(r"[,;:–—]['\"”’)]*$")


def spoken(prose: Prose, speak: Callable[[Text], str], decimal: str = ".") -> str:
    """The prose as it is said, formulas in words, with single spaces. `speak` turns a formula's TeX into words;
    `decimal` is the sign in checked numbers.
    """
    parts: list[str] = []
    for piece in prose.pieces:
        match piece:
            case Words(text=text):
                parts.append(text.value)
            case Maths(tex=tex):
                parts.append(speak(tex))
            case CheckedNumber(shown=shown):
                parts.append(shown.value.replace(".", decimal))
    return " ".join("".join(parts).split())


def cut_into_cues(speech: str) -> tuple[tuple[str, ...], ...]:
    """The captions of a speech, each as its lines.

    >>> cut_into_cues("Hold w two still. What is left is a curve.")
    (('Hold w two still. What is left is a curve.',),)
    """
    words = [piece for word in speech.split() for piece in _fitting(word)]
    cues: list[tuple[str, ...]] = []
    while words:
        count = _best_cut(words)
        cues.append(_lines(words[:count]))
        words = words[count:]
    return tuple(cues)


def _fitting(word: str) -> Iterator[str]:
    """The word, cut where it is longer than a line."""
    for start in range(0, len(word), LINE):
        yield word[start : start + LINE]


def _best_cut(words: Sequence[str]) -> int:
    """How many words the next caption takes: up to a sentence's end, else a breath, else what fits."""
    fits = 0
    while fits < len(words) and _wrapped(words[: fits + 1]) is not None:
        fits += 1
    if fits == len(words):
        return fits
    for mark in (_PAUSE, _BREATH):
        for count in range(fits, fits // 3, -1):
            if mark.search(words[count - 1]):
                return count
    rest = len(" ".join(words[fits:]))
    if rest < SHORTEST_TAIL:  # do not leave a word alone
        return max(1, fits - fits // 3)
    return fits


def _wrapped(words: Sequence[str]) -> tuple[str, ...] | None:
    """The words in as few lines as fit, filled from the top; None if a caption cannot hold them."""
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines) if len(lines) <= LINES else None


def _lines(words: Sequence[str]) -> tuple[str, ...]:
    """The words in one line, or in two of the most equal lengths."""
    if len(whole := " ".join(words)) <= LINE:
        return (whole,)
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    return min(
        (half for half in halves if max(map(len, half)) <= LINE), key=lambda half: abs(len(half[0]) - len(half[1]))
    )
