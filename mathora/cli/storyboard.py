"""`mathora storyboard`: the last frame of every step, one by one and on one sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mathora.cli import FAILED, FAULTY
from mathora.cli.options import Look, cache_of, looks, picture_options, settings_for

if TYPE_CHECKING:
    from mathora.cli.lessons import Ready
    from mathora.cli.progress import Watch
    from mathora.render.stills import Stills


@click.command()
@picture_options("720p30")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - click's options, each of its own type
    """Draw the last frame of every step.

    Into OUT/LESSON.storyboard/: one picture for each step, named by section and step, and storyboard.png with all of
    them. No animation is drawn. What cannot be read while it would stand in the film is told, as it is spoken; and, as
    a remark, what is not well composed. Sections may follow one SCRIPT: only they are drawn then.
    """
    from mathora.cli.course import scripts, split_sections
    from mathora.cli.lessons import Lessons
    from mathora.cli.progress import Watch
    from mathora.lesson import Faulty

    named, options["sections"] = split_sections(options["named"], options["sections"])
    cache, as_json = cache_of(options["out"]), options["as_json"]
    lessons = Lessons(scripts(named), cache, as_json, options["theme"], repeatable=ctx.obj)
    failed = False
    with Watch(as_json=as_json) as watch:
        for ready in lessons:
            for look in looks(ready.proven, options):
                try:
                    stills = _storyboard(ready, look, options, watch)
                except Faulty as faulty:
                    lessons.report(faulty.faults)
                    break
                lessons.report(stills.faults)
                for remark in stills.remarks:
                    at = str(remark.place)
                    watch.tell("composition", f"{at}: {remark.message} [{remark.rule}]", rule=remark.rule, at=at)
                failed = lessons.report_lost(stills.lost, ready.proven.lesson, watch) or failed
    if not failed:
        sheets = [Path(one.values["sheet"]).parent for one in watch.told if one.event == "storyboard"]
        lessons.keep(watch.told, sheets, options)
    ctx.exit(FAILED if failed else FAULTY if lessons.faulty else 0)


def _storyboard(ready: Ready, look: Look, options: Mapping[str, Any], watch: Watch) -> Stills:
    """Draws and publishes what can be drawn, also pictures that cannot be read: the sheet is there to look at."""
    from mathora.cli.speaking import begin_lesson
    from mathora.export.storyboard import publish_storyboard
    from mathora.render.files import scratch_folder
    from mathora.render.stills import render_stills

    settings = settings_for(ready, options, look.aspect)
    spoken = begin_lesson(ready.path, look.proven, options, watch)()
    with scratch_folder("mathora-storyboard-") as folder:
        stills = render_stills(look.proven, settings, folder, voice=spoken.times)
        size = (settings.frames.width, settings.frames.height)
        sheet = publish_storyboard(options["out"], f"{look.name}.storyboard", stills.pictures, size)
    watch.tell("storyboard", f"{sheet}: {len(stills.pictures)} steps", sheet=str(sheet))
    return stills
