"""`mathora voice`: what is to be read aloud, and whether what was recorded can be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mathora.cli import FAULTY, Guessing
from mathora.cli.events import emit
from mathora.cli.faults import harmless
from mathora.cli.options import SCRIPT_PATH, cache_of, json_option, out_option

if TYPE_CHECKING:
    from mathora.cli.lessons import Ready
    from mathora.voice.speech import Voice

OTHERS = 4  # the words of so many other steps, the most alike in length, are held against a recording


@click.group(cls=Guessing)
def command() -> None:
    """Record a lesson's voice yourself.

    What to read, by file name, and whether the recordings are good.
    """


def _of_a_lesson(told: Callable[..., None]) -> click.Command:
    """A command about the recordings of one script."""
    script = click.argument("script", type=SCRIPT_PATH)
    return command.command()(script(out_option(json_option(click.pass_context(told)))))


@_of_a_lesson
def sheet(ctx: click.Context, script: Path, out: Path, *, as_json: bool) -> None:
    """Print what is to be read for SCRIPT, and the file that each step's recording goes into."""
    ready = _ready(ctx, script, out, as_json=as_json)
    for address, written, _ in _steps(ready):
        file = _file(ready, address)
        if as_json:
            emit("read", step=address, file=file, words=written)
        else:
            click.echo(harmless(f"{file}\n    {written}\n"))


@_of_a_lesson
def check(ctx: click.Context, script: Path, out: Path, *, as_json: bool) -> None:
    """Tell which recordings of SCRIPT are missing, clipped, too long, or say other words. Exit code 1 if any does."""
    from mathora.voice.recorded import Recorder, passed_over, recordings, troubles
    from mathora.voice.speech import VoiceFailed

    ready = _ready(ctx, script, out, as_json=as_json)
    files, known = recordings(ready.path, ready.proven.lesson.id), _known(ready)
    steps = _steps(ready)
    told = 0
    unheard = tuple(passed_over(ready.path, ready.proven.lesson.id))
    for address, _, phrases in steps:
        if address not in files and any(address == other for other, _, _ in unheard):
            continue
        if address not in files:
            found: Sequence[str] = ("there is no such recording: the voice speaks this step",)
        else:
            others = sorted((one for other, _, one in steps if other != address), key=lambda one: _unlike(one, phrases))
            try:
                found = tuple(troubles(Recorder.of(files[address], known), phrases, others[:OTHERS]))
            except VoiceFailed as failed:
                found = (str(failed),)
        for trouble in found:
            told += address in files
            file = "" if as_json else _file(ready, address)
            _tell(address, str(files.get(address, file)), trouble, as_json=as_json)
    spoken = {address for address, _, _ in steps}
    for address, path, trouble in unheard:
        if address in spoken:
            told += 1
            _tell(address, str(path), trouble, as_json=as_json)
    unknown = sorted(files.keys() - spoken)
    for address in unknown:
        click.echo(harmless(f"{files[address]}: the lesson has no step '{address}' that is spoken"), err=True)
    ctx.exit(FAULTY if told or unknown else 0)


def _tell(address: str, file: str, trouble: str, *, as_json: bool) -> None:
    """What is wrong with a step's recording."""
    if as_json:
        emit("recording", step=address, file=file, trouble=trouble)
    else:
        click.echo(harmless(f"{file}: {trouble}"))


def _file(ready: Ready, address: str) -> str:
    """Where a step's recording goes."""
    return f"voice/{ready.proven.lesson.id}/{address.replace('/', '.')}.wav"


def _ready(ctx: click.Context, script: Path, out: Path, *, as_json: bool) -> Ready:
    """The proven lesson of a script; ends the command if it does not hold."""
    from mathora.cli.course import scripts
    from mathora.cli.lessons import Lessons

    lessons = Lessons(scripts([script]), cache_of(out), as_json)
    ready = next(iter(lessons), None)
    if ready is None:
        ctx.exit(FAULTY)
    return ready


def _steps(ready: Ready) -> list[tuple[str, str, tuple[str, ...]]]:
    """Each spoken step: its address, its words for the eye, and its phrases for the ear."""
    from mathora.plan.timeline import said_in
    from mathora.voice.wording import wording

    heard = wording(ready.proven)

    def all_of() -> Iterator[tuple[str, str, tuple[str, ...]]]:
        for address, step in ready.proven.lesson.steps.items():
            if any(character.isalnum() for phrase in heard[address] for character in phrase):
                said = said_in(ready.proven, step.say)
                yield address, " ".join(phrase.said for phrase in said), heard[address]

    return list(all_of())


def _known(ready: Ready) -> Voice | None:
    """The voice that recordings are held against."""
    from mathora.voice.voices import Unspoken, voice_for

    lesson = ready.proven.lesson
    voice = voice_for("standard" if lesson.voice == "none" else lesson.voice, lesson.language)
    return None if isinstance(voice, Unspoken) else voice


def _unlike(one: Sequence[str], other: Sequence[str]) -> int:
    return abs(len(" ".join(one)) - len(" ".join(other)))
