"""`mathora render`: check, draw what is stale, make the products."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mathora.cli import FAILED, FAULTY
from mathora.cli.faults import emit, harmless
from mathora.cli.options import cache_of, json_option, out_option, quality_option, script_arguments

if TYPE_CHECKING:
    from mathora.cli.lessons import Ready
    from mathora.cli.progress import Watch


def _products(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """The products that `--only` names; wrong usage if one is unknown."""
    from mathora.export import PRODUCTS  # noqa: PLC0415 - a command's imports are made when it runs
    from mathora.lesson import did_you_mean  # noqa: PLC0415

    if value is None:
        return tuple(PRODUCTS)
    named = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    for name in named:
        if name not in PRODUCTS:
            raise click.BadParameter(f"there is no product '{name}': {did_you_mean(name, list(PRODUCTS))}")
    if not named:
        raise click.BadParameter(f"name one or more of {', '.join(PRODUCTS)}")
    return named


@click.command()
@script_arguments
@quality_option("1080p60")
@out_option
@click.option("--only", "products", callback=_products, metavar="mp4,page,…", help="Only these products; else all.")
@click.option("--one-file", is_flag=True, help="Put film and pictures into index.html.")
@click.option("--workers", type=click.IntRange(1, 256), help="Processes that draw; else one for each core.")
@click.option("--cluster", metavar="tcp://HOST:PORT", help="Draw on a Dask cluster.")
@json_option
@click.pass_context
def command(  # noqa: PLR0913 - one argument for each option
    ctx: click.Context,
    named: tuple[Path, ...],
    quality: str,
    out: Path,
    products: tuple[str, ...],
    workers: int | None,
    cluster: str | None,
    *,
    one_file: bool,
    as_json: bool,
) -> None:
    """Prove SCRIPTs, draw them, and make film, page, slides and the rest.

    Without SCRIPT: all of scripts/. What is drawn already is not drawn again.
    """
    from mathora.cli.course import scripts  # noqa: PLC0415 - a command's imports are made when it runs
    from mathora.cli.lessons import Lessons  # noqa: PLC0415
    from mathora.cli.progress import Watch  # noqa: PLC0415
    from mathora.plan import QUALITIES  # noqa: PLC0415
    from mathora.render import RenderSettings, StepsLost  # noqa: PLC0415

    lessons = Lessons(scripts(named), cache_of(out), as_json)
    failed = False
    with Watch(as_json=as_json) as watch:
        for ready in lessons:
            settings = RenderSettings(
                QUALITIES[quality], ready.scene_files, cache_of(out), workers or os.cpu_count() or 1, cluster
            )
            try:
                _render(ready, settings, products, out, watch, one_file=one_file, as_json=as_json)
            except StepsLost as error:
                failed = True
                _tell_lost(error, watch, as_json=as_json)
    ctx.exit(FAILED if failed else FAULTY if lessons.faulty else 0)


def _render(  # noqa: PLR0913 - all that a render is made of
    ready: Ready,
    settings: Any,
    products: tuple[str, ...],
    out: Path,
    watch: Watch,
    *,
    one_file: bool,
    as_json: bool,  # noqa: ANN401
) -> None:
    from mathora.export import Order, export_lesson  # noqa: PLC0415
    from mathora.plan import plan  # noqa: PLC0415
    from mathora.render import render_lesson  # noqa: PLC0415

    began = time.perf_counter()
    rendered = render_lesson(ready.proven, settings, watch.reporter(ready.proven.lesson.id))
    timeline = plan(ready.proven, rendered.motions, settings.frames.rate)
    order = Order(
        ready.proven, timeline, rendered.clips, settings.frames, ready.catalogue, products=products, one_file=one_file
    )
    exported = export_lesson(order, out)
    seconds = time.perf_counter() - began
    if as_json:
        emit("rendered", lesson=ready.proven.lesson.id, folder=str(exported.folder), products=list(exported.made),
             steps=list(rendered.drawn_steps), frames=rendered.drawn_frames, seconds=round(seconds, 3))  # fmt: skip
        return
    drawn = f"{len(rendered.drawn_steps)} steps drawn ({rendered.drawn_frames} frames)"
    made = f"made {', '.join(exported.made)}" if exported.made else "all products up to date"
    watch.say(f"{exported.folder}: {drawn}, {made} ({seconds:.1f} s)")


def _tell_lost(error: Any, watch: Watch, *, as_json: bool) -> None:  # noqa: ANN401 - a StepsLost
    for lost in error.lost:
        if as_json:
            emit("lost", step=lost.address, reason=lost.reason)
        watch.say(harmless(f"could not draw {lost}"))
    watch.say("What was drawn is kept; the next run draws only what is missing.")
