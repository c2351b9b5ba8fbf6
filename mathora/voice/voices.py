"""Which voice speaks a lesson: the table of voices.

Owns: `VOICES`, `STANDARD`, `voice_for`, `asked_for`, `Unspoken`.

Laws:
- A voice that is not here is no fault of the lesson: it stays silent, says why, and all else is made.
- A lesson names a voice of the table, or none. A command is run only for who named it on the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_args

from mathora.lesson import LanguageName, VoiceName
from mathora.voice import hibari, programs
from mathora.voice.speech import Voice


@dataclass(frozen=True, slots=True)
class Offer:
    """A voice: the languages that it speaks, why it cannot speak on this machine (or nothing), how it is made."""

    languages: tuple[LanguageName, ...]
    missing: Callable[[], str]
    made: Callable[[LanguageName], Voice]


VOICES: Mapping[VoiceName, Offer] = {
    "hibari": Offer(("en",), hibari.missing, lambda _: hibari.HibariVoice()),
    "espeak-ng": Offer(("en", "de"), programs.espeak_missing, programs.espeak),
}
STANDARD: Mapping[LanguageName, VoiceName] = {"en": "hibari", "de": "espeak-ng"}


@dataclass(frozen=True, slots=True)
class Unspoken:
    """Nobody speaks, and why; the reason is empty where nobody was asked to."""

    reason: str = ""


def voice_for(name: VoiceName, language: LanguageName) -> Voice | Unspoken:
    """The voice of that name, if it is here and speaks the language."""
    if name == "none":
        return Unspoken()
    named = STANDARD[language] if name == "standard" else name
    offer = VOICES[named]
    if language not in offer.languages:
        return Unspoken(f"the voice {named} does not speak '{language}'")
    reason = offer.missing()
    return Unspoken(reason) if reason else offer.made(language)


def asked_for(text: str, language: LanguageName) -> Voice | Unspoken:
    """The voice that who runs Mathora asks for: a name, or a command line. Raises `ValueError` for no program.

    Never called with a word of a lesson.
    """
    for name in get_args(VoiceName):
        if name == text:
            return voice_for(name, language)
    return programs.command_voice(text)
