"""What is said, as it is heard and as it is written, and how it is cut into captions.

Owns: `Phrase`, `phrases`, `ends_a_clause`, `CutCaption`, `cut_into_captions` and the limits of a caption.

Laws:
- A phrase is one thing to the eye and to the ear: a word, or a formula with the marks that stand at it. Captions are
  written for eyes (`w₂`), their times are those of the words that are heard (`w two`).
- A caption has at most two lines of at most 42 characters and stands long enough for 20 characters a second
  (the limits of the BBC's and Netflix's subtitle guidelines).
- Captions hold every word of the narration, in order; no word is cut unless it is longer than a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mathora.lesson import CheckedNumber, Maths, Prose, Text, Words

LINE = 42  # characters in a caption's line
LINES = 2  # lines of a caption
CHARACTERS_PER_SECOND = 20  # the fastest a caption may have to be read
SHORTEST_TAIL = 12  # a last caption shorter than this many characters is balanced with the one before it

_PAUSE = re.compile(r"[.!?…]['\"”’)]*$")
_BREATH = re.compile(r"[,;:–—]['\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word or a formula: how it is `written` and how it is `said`, each one word or more with single spaces."""

    written: str
    said: str


def ends_a_clause(phrase: Phrase) -> bool:
    """Whether one draws breath behind a phrase."""
    return bool(_PAUSE.search(phrase.written) or _BREATH.search(phrase.written))


def plain_words(prose: Prose) -> str:
    """A text in one line without formulas' layout: their LaTeX is left as it is written, without dollars."""
    parts = (piece.tex.value if isinstance(piece, Maths) else _shown(piece) for piece in prose.pieces)
    return " ".join("".join(parts).split())


def _shown(piece: Words | CheckedNumber) -> str:
    return piece.text.value if isinstance(piece, Words) else piece.shown.value


def phrases(
    prose: Prose, speak: Callable[[Text], str], write: Callable[[Text], str], decimal: str = "."
) -> tuple[Phrase, ...]:
    """The prose in phrases. `speak` turns a formula's TeX into words, `write` into a line of characters; `decimal` is
    the sign in checked numbers.
    """
    found = [("", "")]
    for piece in prose.pieces:
        match piece:
            case Words(text=text):
                parts = [(part, part) for part in re.findall(r"\s+|\S+", text.value)]
            case Maths(tex=tex):
                parts = [(write(tex), speak(tex))]
            case CheckedNumber(shown=shown):
                number = shown.value.replace(".", decimal)
                parts = [(number, number)]
        for written, said in parts:
            if said.isspace():
                found.append(("", ""))
            else:
                found[-1] = (found[-1][0] + written, found[-1][1] + said)
    return tuple(Phrase(" ".join(written.split()), " ".join(said.split())) for written, said in found if said.strip())


@dataclass(frozen=True, slots=True)
class CutCaption:
    """A caption's lines, and where it begins and ends among the phrases: 2½ is in the middle of the third."""

    lines: tuple[str, ...]
    since: Fraction
    until: Fraction


def cut_into_captions(said: Sequence[Phrase]) -> tuple[CutCaption, ...]:
    """The captions of what is said.

    >>> [caption.lines for caption in cut_into_captions([Phrase("Hold", "Hold"), Phrase("w₂", "w two")])]
    [('Hold w₂',)]
    """
    words: list[str] = []
    ends: list[Fraction] = []
    for index, phrase in enumerate(said):
        own = [piece for word in phrase.written.split() for piece in _fitting(word)]
        words += own
        ends += [index + Fraction(count, len(own)) for count in range(1, len(own) + 1)]
    captions: list[CutCaption] = []
    done, now = 0, Fraction(0)
    while done < len(words):
        count = _best_cut(words[done:])
        lines, done = _lines(words[done : done + count]), done + count
        captions.append(CutCaption(lines, now, ends[done - 1]))
        now = ends[done - 1]
    return tuple(captions)


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
            if mark.search(words[count - 1]) and (mark is _PAUSE or _is_enough(words[count:])):
                return count
    return fits if _is_enough(words[fits:]) else max(1, fits - fits // 3)


def _is_enough(words: Sequence[str]) -> bool:
    """Whether these words are no word left alone."""
    return len(" ".join(words)) >= SHORTEST_TAIL


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
