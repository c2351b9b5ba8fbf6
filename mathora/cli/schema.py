"""`mathora schema`: the form of scripts and of `course.yaml`, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from mathora.cli import FAULTY
from mathora.cli.new import COURSE_SCHEMA, SCHEMA
from mathora.cli.options import NamedPath


@click.command()
@click.option(
    "--to", type=NamedPath(path_type=Path, dir_okay=False), help="Only the scripts' form, into this file; - shows it."
)
@click.pass_context
def command(ctx: click.Context, to: Path | None) -> None:
    """Write JSON Schemas, for editors that know these.

    They go to lesson.schema.json, with the scenes that are there, and course.schema.json. An editor then completes
    scenes, actions and parameters, says what each is for, and marks what is wrong in form. A file's first line leads to
    them: in a script # yaml-language-server: $schema=../lesson.schema.json, in course.yaml the other.
    """
    from mathora.cli.course import course, scene_folders
    from mathora.cli.faults import show_faults
    from mathora.render.files import write_whole
    from mathora.script import course_schema, script_schema

    if to and str(to) != "-" and not to.parent.is_dir():
        raise click.UsageError(f"There is no folder '{to.parent}' for '{to.name}'.")
    here = course(scene_folders(Path("scripts") / "any.yaml"))
    show_faults(here.faults, as_json=False)
    lesson = script_schema(here.catalogue)
    for path, schema in {to: lesson}.items() if to else {SCHEMA: lesson, COURSE_SCHEMA: course_schema()}.items():
        text = json.dumps(schema, indent=1) + "\n"
        if str(path) == "-":
            click.echo(text, nl=False)
        else:
            write_whole(Path(path), text.encode())
            click.echo(f"written: {path}")
    ctx.exit(FAULTY if here.faults else 0)
