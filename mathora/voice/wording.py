"""What a voice is given to say: words only, each phrase of the narration by itself.

Owns: `wording`, a lesson's steps in a voice's words; `unspeakable`, the signs that no voice has a sound for.

Laws:
- A voice is never given TeX: a formula is said from its tree, a variable `a` as a letter and not as the article.
- A word that the lesson says how to pronounce is replaced for the ear alone: captions and texts keep it as written.
- A sign that voices leave out without a word is a fault where it stands; nothing that is written vanishes from what is
  heard.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from mathora.formula import speak
from mathora.lesson import CheckedNumber, Fault, LanguageName, Maths, Prose, Text, Words
from mathora.plan.narration import phrases
from mathora.words import words_of

if TYPE_CHECKING:
    from mathora.prove import Proven

SIGNS = frozenset(".,;:!?…'’‘\"“”„-–—()/%&€$£°+=\u00a0")  # the signs that a voice pauses at, or has a word for
LONGEST_QUOTED = 40  # so many signs of those without a sound a message names

LETTERS: Mapping[LanguageName, Mapping[str, str]] = {"en": {"a": "eigh", "A": "eigh"}}
"""Letters of formulas that a language also has as a word, by the word that sounds like the letter's name."""


TAG = re.compile(r"</?[A-Za-z][^<>]*>|\*+[\w][^*]*\*+|\[[^\[\]]*\]")  # what would be bold, or a link, elsewhere

NUMBERED = re.compile(r"#(?=\d)")
NUMBER: Mapping[LanguageName, str] = {"en": "number ", "de": "Nummer "}  # what `#` is before a digit: `step #2`


def wording(proven: Proven) -> dict[str, tuple[str, ...]]:
    """What is to be said in each step by `section/step`: one text for each phrase of it."""
    return {address: _wording(proven, step.say) for address, step in proven.lesson.steps.items()}


def _wording(proven: Proven, prose: Prose) -> tuple[str, ...]:
    language = proven.lesson.language
    spelt = {rule.word.value: rule.said.value for rule in proven.lesson.pronounce}

    def said(tex: Text) -> str:
        return _respelt(speak(proven.formula(tex).tree, language), LETTERS.get(language, {}))

    decimal, number = words_of(language).numbers.decimal, NUMBER[language]
    told = (phrase.said for phrase in phrases(prose, said, said, decimal))
    return tuple(_respelt(NUMBERED.sub(number, phrase), spelt) for phrase in told)


def _respelt(said: str, spelt: Mapping[str, str]) -> str:
    return re.sub(r"[^\W_]+", lambda word: spelt.get(word[0], word[0]), said)


def unspeakable(proven: Proven) -> tuple[Fault, ...]:
    """The faults of a lesson that is to be spoken: signs in `say` and `pronounce` that would not be heard."""
    lesson = proven.lesson
    if lesson.voice == "none":
        return ()
    texts = [text for step in lesson.steps.values() for text in _words_of(step.say)]
    faults = [fault for text in texts for fault in _silent_signs(text)]
    for rule in lesson.pronounce:
        faults += (replace(fault, hint="write it in words") for fault in _silent_signs(rule.said))
    return tuple(faults) + tuple(_silent_formulas(proven))


def _words_of(prose: Prose) -> Iterator[Text]:
    for piece in prose.pieces:
        match piece:
            case Words(text=text):
                yield text
            case CheckedNumber(shown=text):
                yield text
            case Maths():
                pass


def _silent_signs(text: Text) -> Iterator[Fault]:
    """One for each run of them."""
    numbered = {found.start() for found in NUMBERED.finditer(text.value)}
    tags = [found.span() for found in TAG.finditer(text.value)]
    inside = {index for start, stop in tags for index in range(start + 1, stop)}
    for heard, run in groupby(enumerate(text.value), lambda one: is_heard(one[1]) or one[0] in numbered | inside):
        if heard:
            continue
        places, signs = zip(*run, strict=True)
        sign = "".join(_visible(one) for one in signs)
        what = f"the sign '{sign}' has" if len(signs) == 1 else f"the signs '{sign[:LONGEST_QUOTED]}' have"
        message = f"{what} no sound: a voice would leave {'it' if len(signs) == 1 else 'them'} out"
        hint = "write it in words, or as a formula between dollars; or let no voice speak: voice: none"
        if sign == "[":
            hint = "a number that is checked is written [9.8](V(0.35))"
        elif places[0] in dict(tags):
            hint = "leave it out: a text has no bold, no links and no HTML"
        yield Fault(text.at(places[0]), "no-sound", message, hint, len(signs))


def _visible(sign: str) -> str:
    """The sign, or the name of one that cannot be seen."""
    if unicodedata.category(sign) != "Cf":
        return sign
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'no name').lower()})"


def _silent_formulas(proven: Proven) -> Iterator[Fault]:
    """A formula's own words have a sound, but names and running words in it may be of any script."""
    pieces = (piece for step in proven.lesson.steps.values() for piece in step.say.pieces)
    for piece in pieces:
        if isinstance(piece, Maths):
            said = speak(proven.formula(piece.tex).tree, proven.lesson.language)
            for sign in dict.fromkeys(sign for sign in said if not is_heard(sign)):
                message = f"this formula is said as '{said}', and the sign '{sign}' has no sound"
                yield piece.tex.fault("no-sound", message, "say it in words")


def is_heard(character: str) -> bool:
    """Whether a voice says a character, or pauses at it: Latin letters, digits, the signs of `SIGNS`, blanks."""
    if character.isascii():
        return character.isalnum() or character.isspace() or character in SIGNS
    return character in SIGNS or character.isspace() or unicodedata.name(character, "").startswith("LATIN ")
