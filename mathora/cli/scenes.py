"""`mathora scenes`: what the scenes offer to a script, from their signatures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from mathora.cli import FAULTY
from mathora.cli.options import json_option

if TYPE_CHECKING:
    from mathora.lesson import Parameter, SceneSignature

WIDTH = 100
PICTURES = Path("docs/pictures/scenes")  # where the pictures of actions stand that `--markdown` puts into its tables


@click.command()
@click.argument("name", required=False)
@click.option("--markdown", is_flag=True, help="All of them as a page in Markdown, as docs/scenes.md is.")
@json_option
@click.pass_context
def command(ctx: click.Context, name: str | None, *, markdown: bool, as_json: bool) -> None:
    """List the scenes; with NAME, what it needs and can do."""
    from mathora.cli.course import course, scene_folders
    from mathora.cli.events import emit
    from mathora.cli.faults import harmless, show_faults
    from mathora.cli.scene_page import scenes_document, terminal_page
    from mathora.lesson import did_you_mean

    here = course(scene_folders(Path("scripts") / "any.yaml"))
    show_faults(here.faults, as_json=as_json)
    scenes = sorted(here.catalogue.values(), key=lambda scene: scene.name)
    if name is not None and name not in here.catalogue:
        raise click.UsageError(f"There is no scene '{name}': {did_you_mean(name, list(here.catalogue))}")
    shown = [scene for scene in scenes if name in (None, scene.name)]
    if as_json:
        for scene in shown:
            emit("scene", name=scene.name, summary=scene.summary, **_offers(scene))
    elif markdown:
        pictures = {path.stem for path in PICTURES.glob("*.png")}
        click.echo(harmless(scenes_document(shown, {one.name: section_of(one) for one in shown}, pictures)), nl=False)
    else:
        lines = _listed(shown) if name is None else terminal_page(shown[0], section_of(shown[0]))
        click.echo(harmless("\n".join(lines)))
    ctx.exit(FAULTY if here.faults else 0)


def _offers(scene: SceneSignature) -> dict[str, object]:
    """Parameters, actions and needs as JSON's own types; a default as a script would write it."""
    actions = [{**asdict(one), "parameters": _plain(one.parameters)} for one in scene.actions]
    return {"parameters": _plain(scene.parameters), "actions": actions, "needs": [*map(asdict, scene.needs)]}


def _plain(parameters: Sequence[Parameter]) -> list[dict[str, object]]:
    from mathora.script import written_default

    return [{**asdict(one), "default": written_default(one.default)} for one in parameters]


def _listed(scenes: Sequence[SceneSignature]) -> Iterator[str]:
    wide = max((len(scene.name) for scene in scenes), default=0) + 2
    for scene in scenes:
        yield from wrap(scene.summary, WIDTH, initial_indent=scene.name.ljust(wide), subsequent_indent=" " * wide)
    yield "\nWhat one of them needs and can do:  mathora scenes NAME"
    yield "A lesson with it, to start from:    mathora new lesson my-lesson --scene NAME"


def section_of(scene: SceneSignature) -> str:
    """The section that the scene brings in the file beside its own; "" if there is none."""
    from mathora.cli.course import read_text

    file = Path(scene.file).with_suffix(".yaml")
    text = read_text(file) if file.is_file() else ""
    return text if f"scene: {scene.name}\n" in text else ""
