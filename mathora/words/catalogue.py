"""The words that Mathora itself says to a student: what a language's catalogue must hold.

Owns: `Catalogue`, its parts, and `Forms`, a phrase that changes with a count.

Laws:
- A catalogue is complete: its parts are required fields, so that a language that lacks a phrase cannot be built.
- What is put into a phrase has a name (`{length}`); every language puts the same names into the same phrase (a test).
- A lesson's own words are never here, and nothing here is markup or a formula.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mathora.lesson import LanguageName


@dataclass(frozen=True, slots=True)
class Forms:
    """A phrase for one thing, and for any other count of things; `{count}` is put in."""

    one: str
    other: str

    def of(self, count: int, shown: str = "") -> str:
        """The phrase for so many; `shown` is the number as the language writes it.

        >>> Forms("{count} weight", "{count} weights").of(9)
        '9 weights'
        """
        return (self.one if count == 1 else self.other).format(count=shown or count)


@dataclass(frozen=True, slots=True)
class NumberSigns:
    """How a number is written: between whole and broken part, and between thousands in a sentence."""

    decimal: str
    thousands: str


@dataclass(frozen=True, slots=True)
class JoiningWords:
    """What stands between the values that are put into a sentence about a picture."""

    equals: str
    both: str
    span: str


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Labels that scenes draw themselves."""

    at: str
    overshoots: str
    fact: str
    maximum: str
    minimum: str
    minutes: str
    myth: str
    slope: str
    weights: Forms


@dataclass(frozen=True, slots=True)
class LessonWords:
    """What several products say of a lesson: its facts, its questions, its myths."""

    course: str
    facts: str
    formula: str
    in_this_lesson: str
    myth: str
    fact: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class TranscriptWords:
    """`transcript.md` and `transcript.html`."""

    about: str
    question: str
    right_option: str
    seen: str
    title: str


@dataclass(frozen=True, slots=True)
class HandoutWords:
    """`slides.pdf`."""

    answer: str


@dataclass(frozen=True, slots=True)
class DeckWords:
    """`slides.html`."""

    title: str
    slides: str


@dataclass(frozen=True, slots=True)
class TrackWords:
    """The names of a film's text tracks in a player's menu."""

    captions: str
    chapters: str
    descriptions: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All words of one language. `sentences` are those that scenes say of their pictures (`@action("…")`), by the
    English one that stands in the scene; what is not among them (a course's own scene) is said as it stands there.
    """

    language: LanguageName
    numbers: NumberSigns
    joining: JoiningWords
    picture: PictureWords
    lesson: LessonWords
    transcript: TranscriptWords
    handout: HandoutWords
    deck: DeckWords
    track: TrackWords
    sentences: Mapping[str, str]

    def number(self, text: str) -> str:
        """A plain number as the language writes it, with a real minus sign; `text` has a point and no grouping.

        >>> from mathora.words import words_of
        >>> words_of("de").number("-0.35")
        '−0,35'
        """
        return text.replace(".", self.numbers.decimal).replace("-", "−")

    def count(self, number: int) -> str:
        """A whole number, its thousands apart.

        >>> from mathora.words import words_of
        >>> words_of("en").count(175000000000)
        '175,000,000,000'
        """
        return f"{number:,}".replace(",", self.numbers.thousands)

    def sentence(self, english: str) -> str:
        """What a scene says of its picture, in this language."""
        return self.sentences.get(english, english)
