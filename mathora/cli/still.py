"""`mathora still`: the last frame of one step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from mathora.cli import FAILED, FAULTY
from mathora.cli.options import (
    SCRIPT_PATH,
    cache_of,
    json_option,
    look_options,
    looks,
    out_option,
    quality_option,
    settings_for,
    tex_option,
)

if TYPE_CHECKING:
    from mathora.prove import Proven


@click.command()
@click.argument("script", type=SCRIPT_PATH)
@click.argument("address", metavar="SECTION/STEP")
@quality_option("1080p60")
@out_option
@look_options
@tex_option
@json_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - click's options, each of its own type
    """Draw the last frame of one step.

    It goes to OUT/LESSON.still/SECTION.STEP.png.
    """
    from mathora.cli.course import scripts
    from mathora.cli.lessons import Lessons
    from mathora.cli.progress import Watch
    from mathora.render.files import scratch_folder, write_whole
    from mathora.render.stills import picture_name, render_stills

    lessons = Lessons(scripts([options["script"]]), cache_of(options["out"]), options["as_json"], options["theme"])
    for ready in lessons:
        address = options["address"]
        _refuse_unknown(ready.proven, address)
        for look in looks(ready.proven, options):
            target = options["out"] / f"{look.name}.still" / picture_name(address)
            with scratch_folder("mathora-still-") as folder, Watch(as_json=options["as_json"]) as watch:
                settings = settings_for(ready, {**options, "workers": 1}, look.aspect)
                stills = render_stills(ready.proven, settings, folder, [address].__contains__)
                if stills.lost:
                    ctx.exit(FAILED if lessons.report_lost(stills.lost, ready.proven.lesson, watch) else FAULTY)
                write_whole(target, stills.pictures[address].read_bytes())
                watch.tell("still", str(target), still=str(target))
                lessons.report(stills.faults)
    ctx.exit(FAULTY if lessons.faulty else 0)


def _refuse_unknown(proven: Proven, address: str) -> None:
    from mathora.lesson import did_you_mean

    if address not in (known := proven.lesson.steps):
        raise click.UsageError(f"There is no step '{address}': {did_you_mean(address, [*known])}")
