"""`mathora verify`: whether what was made is still what it was, and whether a receipt's proofs still hold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from mathora.cli import FAULTY
from mathora.cli.events import emit
from mathora.cli.faults import harmless
from mathora.cli.options import cache_of, json_option


@click.command()
@click.argument("path", default="media", type=click.Path(path_type=Path))
@json_option
@click.pass_context
def command(ctx: click.Context, path: Path, *, as_json: bool) -> None:
    """Find damage in a folder, or judge a lesson's proofs.

    Of a folder (media, or one lesson's) all that was made is read, products and drawn clips. Nothing is changed:
    `mathora render` makes damaged files again. Of a proofs.json each proof's certificate is judged, without the lesson
    and without searching. Exit code 1 if anything is damaged or any proof is refused.
    """
    if not path.exists():
        raise click.UsageError(f"There is no '{path}' here. What `mathora render` has made is in media/.")
    ctx.exit(FAULTY if (_damaged(path, as_json) if path.is_dir() else _refused(path, as_json)) else 0)


def _refused(path: Path, as_json: bool) -> int:  # noqa: FBT001 - how it is told
    """How many of a receipt's proofs do not hold, each told."""
    from mathora.prove import verified

    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        content = {}
    found = verified(content if isinstance(content, dict) else {})
    for fault in found.faults:
        if as_json:
            emit("refused", path=str(path), why=fault)
        else:
            click.echo(harmless(f"{path}: {fault}"), err=True)
    if as_json:
        emit("judged", path=str(path), lesson=found.lesson, proofs=found.judged, refused=len(found.faults))
    else:
        click.echo(harmless(f"{path}: {found.judged} proofs hold, {len(found.faults)} refused"))
    return len(found.faults)


def _damaged(folder: Path, as_json: bool) -> int:  # noqa: FBT001 - how it is told
    """How many files are not what they were, each told."""
    from mathora.export.note import NOTE, read_note
    from mathora.export.storyboard import NAME

    places = [place for place in (folder, *sorted(folder.iterdir())) if (place / NOTE).exists()]
    lessons = [place for place in places if NAME not in read_note(place)]
    found = 0
    for path in (*_products(places), *_cached(cache_of(folder))):
        found += 1
        if as_json:
            emit("damaged", path=str(path))
        else:
            click.echo(harmless(f"{path} is not what it was when it was made"), err=True)
    if as_json:
        emit("verified", folder=str(folder), lessons=[place.name for place in lessons], damaged=found)
    elif found:
        click.echo("To make damaged files again: mathora render", err=True)
    else:
        click.echo(harmless(f"{folder}: every file is what it was when it was made; lessons: {len(lessons)}"))
    return found


def _products(lessons: list[Path]) -> Iterator[Path]:
    """The damaged or missing files of lessons, each once; a note of them that cannot be read is one."""
    from mathora.export.note import NOTE, damaged, is_whole, read_note

    for place in lessons:
        bad = {path for entry in read_note(place).values() for path in damaged(entry, place)}
        bad |= set() if is_whole(place) else {NOTE}
        yield from (place / path for path in sorted(bad))


def _cached(cache: Path) -> Iterator[Path]:
    """The damaged files among the drawn clips, and among what else products are made of."""
    from mathora.render import ClipStore
    from mathora.render.parts import PartStore

    yield from ClipStore(cache).damaged()
    yield from PartStore(cache, "").damaged()
