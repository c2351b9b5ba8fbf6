"""From a proven lesson to its speeches: what is not there yet is spoken, the rest is found.

Owns: `begin_to_speak`, `begin_as_asked` (and who speaks), `say_each`, `when_asked`, `Spoken`, `SILENT`.

Laws:
- A speech is found by its words, its voice's key and this room's program: a step whose words are the same is never
  spoken twice.
- A step without a word to say (`…`) has no speech.
- Recordings are heard before a voice speaks: one that cannot be used is told at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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


Utterance = tuple[Voice, Sequence[str]]  # who says which phrases
Sent = Callable[[Sequence[Utterance]], Callable[[], Sequence[Speech]]]
"""Has all of them spoken, somewhere; the speeches are there when what it gives is called."""


def say_each(asked: Sequence[Utterance]) -> list[Speech]:
    """The speeches, one after the other. Raises `VoiceFailed`."""
    return [voice.say(phrases) for voice, phrases in asked]


def when_asked(asked: Sequence[Utterance]) -> Callable[[], Sequence[Speech]]:
    """They are spoken here, as soon as somebody waits for them."""
    return partial(say_each, asked)


def begin_to_speak(
    proven: Proven,
    voice: Voice | None,
    store: SpeechStore,
    recorded: Mapping[str, Path] = NOTHING,
    send: Sent = when_asked,
) -> Callable[[], Spoken]:
    """All speeches of the lesson, when what is given is called: of the voice, but for the steps (`section/step`) of
    which a recording is given. What the voice has to say is sent at once.

    Without a voice only those are heard. Raises `BadRecording`, and `OSError` when the cache cannot be written; the
    callable raises `VoiceFailed`.
    """
    said = {
        address: phrases
        for address, phrases in wording(proven).items()
        if any(character.isalnum() for phrase in phrases for character in phrase)
    }
    speakers: dict[str, Voice] = {} if voice is None else dict.fromkeys(said, voice)
    speakers |= {address: Recorder.of(path, voice) for address, path in recorded.items() if address in said}
    keys = {address: digest_of([_program(), one.key, said[address]]) for address, one in speakers.items()}
    found = {address: store.find(key) for address, key in keys.items()}
    new = [address for address, speech in found.items() if speech is None]
    heard = {address: speakers[address].say(said[address]) for address in new if address in recorded}
    rest = [address for address in new if address not in heard]
    spoken = send([(speakers[address], said[address]) for address in rest]) if rest else list[Speech]

    def done() -> Spoken:
        fresh = {**heard, **dict(zip(rest, spoken(), strict=True))}
        for address, speech in fresh.items():
            store.keep(keys[address], speech)
        speeches = {address: speech or fresh[address] for address, speech in found.items()}
        who = dict.fromkeys(speaker.credit for speaker in speakers.values())
        return Spoken(", ".join(who), speeches, keys, tuple(new))

    return done


def begin_as_asked(
    proven: Proven, script: Path, asked: str | None, store: SpeechStore, send: Sent = when_asked
) -> tuple[Callable[[], Spoken], str]:
    """All speeches of a script's lesson: its recordings, else the voice that who runs Mathora asks for, else its own.

    Also why no voice speaks, "" if one does or nobody was asked to. `asked` is what `asked_for` reads; of a lesson that
    is asked to be silent (`none`) no recording is heard either. Gives and raises as `begin_to_speak` does.
    """
    lesson = proven.lesson
    voice = asked_for(asked, lesson.language) if asked else voice_for(lesson.voice, lesson.language)
    recorded = NOTHING if asked == "none" else recordings(script, lesson.id)
    if isinstance(voice, Unspoken):
        return begin_to_speak(proven, None, store, recorded), voice.reason
    return begin_to_speak(proven, voice, store, recorded, send), ""


@cache
def _program() -> str:
    """A digest of this room's own sources."""
    found = sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
