"""`mathora publish-notes`: what a video site asks for, ready to paste."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from mathora.cli import FAULTY
from mathora.cli.events import emit
from mathora.cli.faults import harmless
from mathora.cli.options import SCRIPT_PATH, OneOf, json_option, out_option, shaped
from mathora.lesson import AspectName

LEAST_CHAPTERS, LEAST_SECONDS = 3, 10
"""YouTube shows chapters if there are so many, the first at 0:00, each so many seconds long."""

REFUSED = str.maketrans("<>", "＜＞")
"""YouTube takes neither sign in a title or a description; what stands here looks alike."""

CUE = re.compile(r"(\d+):(\d+):(\d+)\.\d+ --> (\d+):(\d+):(\d+)\.\d+\n(.+)")


@click.command("publish-notes")
@click.argument("script", type=SCRIPT_PATH)
@click.option("--aspect", type=OneOf(get_args(AspectName)), help="Of the film in this shape; else the lesson's first.")
@out_option
@json_option
@click.pass_context
def command(ctx: click.Context, script: Path, out: Path, aspect: AspectName | None, *, as_json: bool) -> None:
    """Print what a video site asks for, of a rendered lesson.

    That is the title, the description with chapters, tags, and which files to upload.
    """
    from mathora.cli.course import course, read_lesson, scene_folders, scripts, settings_of
    from mathora.cli.faults import show_faults
    from mathora.lesson import Faulty
    from mathora.plan.narration import plain_words

    path = scripts([script])[0]
    try:
        lesson, settings = read_lesson(path, course(scene_folders(path)).catalogue), settings_of(path)
    except Faulty as faulty:
        show_faults(faulty.faults, as_json=as_json)
        ctx.exit(FAULTY)
    shape = aspect or lesson.aspects[0]
    folder = out / shaped(lesson.id, shape)
    if not (folder / "chapters.vtt").is_file():
        asked = f" --aspect {shape}" if aspect else ""
        lacks = (
            "has no chapters yet" if (folder / f"{lesson.id}.mp4").is_file() else f"has not been rendered in {shape}"
        )
        raise click.UsageError(f"The lesson {lesson.id} {lacks}: mathora render {path}{asked}")
    chapters = list(joined(cues((folder / "chapters.vtt").read_text(encoding="utf-8"))))
    title = plain_words(lesson.title).translate(REFUSED)
    tags = [plain_words(one) for one in (lesson.course.track, lesson.course.unit)]
    about = [
        *([plain_words(lesson.summary), ""] if lesson.summary else []),
        *([*(f"{_clock(at)} {words}" for at, words in chapters), ""] if chapters else []),
        *(str(address) for address in settings.addresses),
        *(one for one in (settings.author, settings.licence) if one),
    ]
    description = "\n".join(map(str, about)).strip().translate(REFUSED)
    files = {"film": f"{lesson.id}.mp4", "captions": f"{lesson.id}.vtt", "thumbnail": "poster.png"}
    here = {kind: str(folder / name) for kind, name in files.items() if (folder / name).is_file()}
    if as_json:
        emit("notes", title=title, description=description, tags=tags, files=here)
        return
    parts = [title, description, ", ".join(tags), *(f"{kind}: {name}" for kind, name in here.items())]
    click.echo(harmless("\n\n".join(parts)))


def cues(track: str) -> list[tuple[int, int, str]]:
    """The cues of a chapter track: from and to in whole seconds, and words."""
    return [
        (_seconds(found.groups()[:3]), _seconds(found.groups()[3:6]), _plain(found[7])) for found in CUE.finditer(track)
    ]


def joined(chapters: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, str]]:
    """The chapters that a video site shows: a short one goes with the one before, the first begins at 0; none if there
    are too few.
    """
    kept: list[list[int | str]] = []
    for begin, end, words in chapters:
        if kept and (end - begin < LEAST_SECONDS or begin - int(kept[-1][0]) < LEAST_SECONDS):
            continue
        kept.append([begin if kept else 0, words])
    if len(kept) >= LEAST_CHAPTERS:
        yield from ((int(at), str(words)) for at, words in kept)


def _seconds(parts: Sequence[str]) -> int:
    hours, minutes, seconds = map(int, parts)
    return 3600 * hours + 60 * minutes + seconds


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def _plain(cue: str) -> str:
    return cue.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
