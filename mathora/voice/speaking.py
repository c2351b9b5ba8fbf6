"""From a proven lesson to its speeches: what is not there yet is spoken, the rest is found.

Owns: `speak_lesson`, `speak_as_asked` (and who speaks it), `Spoken`, `SILENT`.

Laws:
- A speech is found by its words, its voice's key and this room's program: a step whose words are the same is never
  spoken twice.
- A step without a word to say (`…`) has no speech.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from mathora.plan import WordTimes
from mathora.plan.digest import digest_of
from mathora.voice.recorded import Recorder, recordings
from mathora.voice.speech import Speech, Voice
from mathora.voice.store import SpeechStore
from mathora.voice.voices import Unspoken, asked_for, voice_for
from mathora.voice.wording import wording

if TYPE_CHECKING:
    from mathora.prove import Proven


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spoken lesson: who speaks, each step's speech by `section/step`, and the keys by which they are kept; `new` are
    the steps that had to be spoken.
    """

    credit: str
    speeches: Mapping[str, Speech]
    keys: Mapping[str, str]
    new: tuple[str, ...] = ()

    @property
    def times(self) -> Mapping[str, WordTimes]:
        """What `plan` needs to know."""
        return {address: speech.times for address, speech in self.speeches.items()}


NOTHING: Mapping[str, Path] = MappingProxyType({})
SILENT = Spoken("", MappingProxyType({}), MappingProxyType({}))  # a lesson that nobody speaks


def speak_lesson(
    proven: Proven, voice: Voice | None, store: SpeechStore, recorded: Mapping[str, Path] = NOTHING
) -> Spoken:
    """All speeches of the lesson: of the voice, but for the steps (`section/step`) of which a recording is given.

    Without a voice only those are heard. Raises `VoiceFailed`, and `OSError` when the cache cannot be written.
    """
    said = {
        address: phrases
        for address, phrases in wording(proven).items()
        if any(character.isalnum() for phrase in phrases for character in phrase)
    }
    speakers: dict[str, Voice] = {} if voice is None else dict.fromkeys(said, voice)
    speakers |= {address: Recorder.of(path, voice) for address, path in recorded.items() if address in said}
    keys = {address: digest_of([_program(), one.key, said[address]]) for address, one in speakers.items()}
    speeches: dict[str, Speech] = {}
    new: list[str] = []

    def say(address: str) -> Speech:
        new.append(address)
        return speakers[address].say(said[address])

    for address in speakers:
        speeches[address] = store.speech(keys[address], partial(say, address))
    who = dict.fromkeys(speaker.credit for speaker in speakers.values())
    return Spoken(", ".join(who), speeches, keys, tuple(new))


def speak_as_asked(proven: Proven, script: Path, asked: str | None, store: SpeechStore) -> tuple[Spoken, str]:
    """All speeches of a script's lesson: its recordings, else the voice that who runs Mathora asks for, else its own.

    Also why no voice speaks, "" if one does or nobody was asked to. `asked` is what `asked_for` reads; of a lesson that
    is asked to be silent (`none`) no recording is heard either. Raises as `speak_lesson` does.
    """
    lesson = proven.lesson
    voice = asked_for(asked, lesson.language) if asked else voice_for(lesson.voice, lesson.language)
    recorded = NOTHING if asked == "none" else recordings(script, lesson.id)
    if isinstance(voice, Unspoken):
        return speak_lesson(proven, None, store, recorded), voice.reason
    return speak_lesson(proven, voice, store, recorded), ""


@cache
def _program() -> str:
    """A digest of this room's own sources."""
    found = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
