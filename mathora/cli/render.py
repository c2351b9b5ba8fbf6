"""`mathora render`: check, draw what is stale, make the products."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mathora.cli import FAILED, FAULTY
from mathora.cli.options import Look, cache_of, looks, picture_options, settings_for
from mathora.cli.repeated import Told

if TYPE_CHECKING:
    from mathora.cli.lessons import Ready
    from mathora.cli.progress import Watch
    from mathora.export import Published
    from mathora.lesson import Fault
    from mathora.render.workplaces import WarmWorkers


def _products(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """The products that `--only` names; wrong usage if one is unknown."""
    from mathora.export import PRODUCTS
    from mathora.lesson import did_you_mean

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
@picture_options("1080p60")
@click.option("--only", "products", callback=_products, metavar="mp4,page,…", help="Only these products; else all.")
@click.option("--one-file", is_flag=True, help="Put film and pictures into index.html.")
@click.option("--constant-frame-rate", is_flag=True, help="A frame at every tick, for editors that need it.")
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - click's options, each of its own type
    """Prove SCRIPTs, draw them, make film, slides and page.

    Without SCRIPT: all of scripts/. What is drawn already is not drawn again.
    """
    from mathora.cli.course import scripts
    from mathora.cli.foresight import first_need, remember
    from mathora.cli.lessons import Lessons
    from mathora.cli.progress import Watch
    from mathora.export import published
    from mathora.render import ClipStore, StepsLost
    from mathora.render.workplaces import WarmWorkers

    _no_products(options["named"])
    out, as_json = options["out"], options["as_json"]
    paths = scripts(options["named"])
    lessons = Lessons(paths, cache_of(out), as_json, options["theme"], repeatable=ctx.obj)
    failed = False
    with Watch(as_json=as_json) as watch, closing(WarmWorkers(options["workers"] or os.cpu_count() or 1)) as workers:
        if not options["cluster"]:
            workers.warm_up(first_need(paths, cache_of(out)))
        for ready in lessons:
            try:
                with ClipStore(cache_of(out)).in_use():  # what products are made of is not collected meanwhile
                    for look in looks(ready.proven, options):
                        with ThreadPoolExecutor(1) as beside:
                            looked = beside.submit(published, out / look.name)
                            lessons.report(_render(ready, look, options, watch, workers, looked.result))
            except StepsLost as error:
                failed = lessons.report_lost(error.lost, ready.proven.lesson, watch) or failed
    remember(paths, cache_of(out))
    if not failed:
        rendered = [one.values["folder"] for one in watch.told if one.event == "rendered"]
        lessons.keep([_again(one) for one in watch.told], rendered, options)
    ctx.exit(FAILED if failed else FAULTY if lessons.faulty else 0)


def _no_products(named: Sequence[Path]) -> None:
    """Wrong usage if a product is named where scripts are, after `--only mp4 pdf`."""
    from mathora.cli.course import script_at
    from mathora.export import PRODUCTS

    if found := next((str(path) for path in named if str(path) in PRODUCTS and not script_at(path)), None):
        raise click.UsageError(f"'{found}' is a product, and no script. Several are named with commas: --only mp4,pdf")


def _render(  # noqa: PLR0913, PLR0917 - what, how, for whom and by whom
    ready: Ready,
    look: Look,
    options: Mapping[str, Any],
    watch: Watch,
    workers: WarmWorkers,
    looked: Callable[[], Published],
) -> Sequence[Fault]:
    """Draws, and makes the products unless the pictures cannot be read; the faults of the pictures.

    A picture that stands too long is told, and what the handout cannot print; neither stops a film. `looked` gives what
    is published already.
    """
    from mathora.cli.speaking import begin_lesson, by_worker, music_of
    from mathora.export import Order, export_lesson, prepare
    from mathora.lesson import Faulty
    from mathora.plan import plan, stands_still, unlit
    from mathora.render import constant_clips, handover_clips, render_lesson
    from mathora.script.glyphs import unprintable

    began = time.perf_counter()
    settings, proven = settings_for(ready, options, look.aspect), look.proven
    try:
        music = music_of(ready.path, proven.lesson, settings.cache)
        meanwhile = cache(partial(prepare, proven, ready.catalogue, settings.cache))
        speaking = begin_lesson(ready.path, proven, options, watch, by_worker(workers, meanwhile))
    except Faulty as error:
        return error.faults
    rendered = render_lesson(proven, settings, watch.reporter(look.name), executors=workers, meanwhile=meanwhile)
    spoken = speaking()
    faults = rendered.faults(proven.lesson)
    try:
        timeline = plan(proven, rendered.facts, settings.frames.rate, spoken.times)
    except Faulty as error:
        return sorted((*faults, *error.faults))
    if faults:
        return faults
    still = stands_still(proven.lesson, timeline, rendered.facts)
    remarks = sorted([*still, *unlit(proven, timeline, rendered.facts)])
    products, one_file = options["products"], options["one_file"]
    steady = options["constant_frame_rate"]
    clips = constant_clips(rendered.clips, timeline, settings) if steady else rendered.clips
    timeline = timeline.settled() if steady else timeline
    order = Order(
        proven, timeline, clips, settings.frames, ready.catalogue, products, settings.cache, one_file, spoken=spoken,
        music=music, name=look.name, executors=workers,
        handovers=partial(handover_clips, clips, timeline, settings, workers),
    )  # fmt: skip
    exported = export_lesson(order, options["out"], looked)
    watch.tell(
        "rendered",
        _summary(exported.folder, rendered.drawn_steps, rendered.drawn_frames, spoken.new, exported.made),
        lesson=proven.lesson.id, folder=str(exported.folder), products=list(exported.made),
        steps=list(rendered.drawn_steps), frames=rendered.drawn_frames, spoken=list(spoken.new),
        seconds=round(time.perf_counter() - began, 3),
    )  # fmt: skip
    return [*remarks, *(unprintable(proven.lesson) if "pdf" in products else ())]


def _summary(folder: Path | str, steps: Sequence[str], frames: int, spoken: Sequence[str], made: Sequence[str]) -> str:
    products = f"made {', '.join(made)}" if made else "all products up to date"
    return f"{folder}: {len(steps)} steps drawn ({frames} frames), {len(spoken)} spoken, {products}"


def _again(told: Told) -> Told:
    """What is told of the same lesson when nothing of it has changed."""
    if told.event != "rendered":
        return told
    nothing = {"products": [], "steps": [], "frames": 0, "spoken": []}
    return replace(told, line=_summary(told.values["folder"], (), 0, (), ()), values={**told.values, **nothing})
