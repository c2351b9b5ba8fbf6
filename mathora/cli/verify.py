"""`mathora verify`: whether what was made is still what it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from mathora.cli import FAULTY
from mathora.cli.faults import emit, harmless
from mathora.cli.options import cache_of, json_option


@click.command()
@click.argument("folder", default="media", type=click.Path(exists=True, file_okay=False, path_type=Path))
@json_option
@click.pass_context
def command(ctx: click.Context, folder: Path, *, as_json: bool) -> None:
    """Read all that was made in FOLDER (media, or one lesson's), products and drawn clips, and name what is damaged.

    Nothing is changed: `mathora render` makes damaged files again. Exit code 1 if there is any.
    """
    from mathora.export.note import read_note  # noqa: PLC0415 - a command's imports are made when it runs

    lessons = [place for place in (folder, *sorted(folder.iterdir())) if read_note(place)]
    found = 0
    for path in (*_products(lessons), *_clips(cache_of(folder))):
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
        click.echo(harmless(f"{folder}: {len(lessons)} lessons, every file is what it was when it was made"))
    ctx.exit(FAULTY if found else 0)


def _products(lessons: list[Path]) -> Iterator[Path]:
    """The damaged or missing files of lessons, each once."""
    from mathora.export.note import damaged, read_note  # noqa: PLC0415

    for place in lessons:
        bad = {path for entry in read_note(place).values() for path in damaged(entry, place)}
        yield from (place / path for path in sorted(bad))


def _clips(cache: Path) -> Iterator[Path]:
    """The damaged files among the drawn clips."""
    from mathora.render import ClipStore  # noqa: PLC0415

    yield from ClipStore(cache).damaged()
