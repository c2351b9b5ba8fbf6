"""A lesson's speeches for a command that needs them: what is heard decides how long a picture stands.

Owns: `begin_lesson`, `by_worker`, who says it, `music_of`, what plays under it, and `hear_all`, which finds what cannot
be heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mathora.cli.course import music_file
from mathora.cli.options import cache_of
from mathora.export.exporting import program_digest
from mathora.lesson import Fault, Faulty, Lesson, Place, Step
from mathora.plan.narration import plain_words
from mathora.prove import Proven
from mathora.render.parts import PartStore
from mathora.render.workplaces import ExecutorMaker
from mathora.voice.recorded import Recorder, recordings
from mathora.voice.speaking import Sent, Spoken, Utterance, begin_as_asked, say_each, when_asked
from mathora.voice.speech import BadRecording, Speech, VoiceFailed
from mathora.voice.store import SpeechStore

if TYPE_CHECKING:
    from mathora.cli.progress import Watch
    from mathora.voice.music import Music

LETTERS = 6  # of a word, with its blank
SLOWEST, UNHEARD = 4, 10  # a recording may last so many times as long as its words take, and so many seconds more


def begin_lesson(
    script: Path, proven: Proven, options: Mapping[str, Any], watch: Watch, send: Sent = when_asked
) -> Callable[[], Spoken]:
    """The lesson's speeches by the command's `--voice` and `--out`, when what is given is called; a word on why where
    no voice is here. Raises `Faulty` where a recording cannot be used.
    """
    name = proven.lesson.id
    try:
        spoken, reason = begin_as_asked(proven, script, options["voice"], SpeechStore(cache_of(options["out"])), send)
    except BadRecording as bad:
        raise Faulty([_bad(bad)]) from None
    if reason:
        watch.tell("silent", f"{name} is not spoken: {reason}", lesson=name, reason=reason)
    return spoken


def by_worker(executors: ExecutorMaker, meanwhile: Callable[[], None] = lambda: None) -> Sent:
    """Has a worker speak, while this process does other work, at last `meanwhile`; if it dies, this one speaks."""

    def send(asked: Sequence[Utterance]) -> Callable[[], Sequence[Speech]]:
        try:
            speeches = executors(1).submit(say_each, asked)
        except BrokenExecutor:  # it died before it was asked
            return when_asked(asked)

        def done() -> Sequence[Speech]:
            meanwhile()
            try:
                return speeches.result()
            except BrokenExecutor:
                return say_each(asked)

        return done

    return send


def hear_all(script: Path, lesson: Lesson, cache: Path) -> Iterator[Path]:
    """Hears music and recordings to their ends; gives the recordings of steps that the lesson has not. Raises `Faulty`
    for what cannot be used.
    """
    music_of(script, lesson, cache)
    steps = lesson.steps
    faults = []
    for address, path in recordings(script, lesson.id).items():
        if address not in steps:
            yield path
            continue
        try:
            heard = Recorder.of(path, None).say(("",))
            seconds, read = len(heard.samples) / heard.rate, _to_read(steps[address], lesson.words_per_minute)
            if seconds > UNHEARD + SLOWEST * read:
                reason = f"it lasts {seconds:.0f} seconds, where the step's words take about {read:.0f}"
                faults.append(_bad(BadRecording(str(path), reason)))
        except BadRecording as bad:
            faults.append(_bad(bad))
    if faults:
        raise Faulty(faults)


def _to_read(step: Step, words_per_minute: int) -> float:
    """About how many seconds a step's words take; a formula's signs are taken for letters."""
    return len(plain_words(step.say)) / LETTERS / words_per_minute * 60


def _bad(recording: BadRecording) -> Fault:
    hint = "record it again, or take it away: then the voice speaks"
    return Fault(Place(recording.file, 1, 1), "bad-recording", str(recording), hint)


def music_of(script: Path, lesson: Lesson, cache: Path) -> Music | None:
    """The music that the lesson names, which was heard to its end once; None if it names none. Raises `Faulty`."""
    path = music_file(script, lesson)
    if path is None or lesson.music is None:
        return None
    from mathora.voice.music import Music  # few lessons have any

    try:
        music = Music.of(path, lesson.music.file.value)
        PartStore(cache, program_digest()).part(".heard", music.digest, music.write_length)
    except VoiceFailed as failed:
        named = lesson.music.file
        hint = "name an MP3, Ogg, FLAC or WAV file of ten minutes at most"
        raise Faulty([named.fault("not-a-sound", str(failed), hint)]) from None
    return music
