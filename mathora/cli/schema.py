"""`mathora schema`: the form of scripts, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from mathora.cli import FAULTY
from mathora.cli.new import SCHEMA


@click.command()
@click.option(
    "--to", default=SCHEMA, show_default=True, type=click.Path(path_type=Path), help="The file; - for the terminal."
)
@click.pass_context
def command(ctx: click.Context, to: Path) -> None:
    """Write the JSON Schema of the course's scripts, from the scenes that are there.

    An editor that knows YAML schemas then completes scenes, actions and parameters, says what each is for, and marks
    what is wrong in form. Its first line in a script: # yaml-language-server: $schema=../lesson.schema.json
    """
    from mathora.cli.course import course, scene_folders  # noqa: PLC0415 - a command's imports are made when it runs
    from mathora.cli.faults import show_faults  # noqa: PLC0415
    from mathora.render.files import write_whole  # noqa: PLC0415
    from mathora.script import script_schema  # noqa: PLC0415

    here = course(scene_folders(Path("scripts") / "any.yaml"))
    show_faults(here.faults, as_json=False)
    text = json.dumps(script_schema(here.catalogue), indent=1) + "\n"
    if str(to) == "-":
        click.echo(text, nl=False)
    else:
        write_whole(to, text.encode())
        click.echo(f"written: {to}")
    ctx.exit(FAULTY if here.faults else 0)
