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
WRITTEN = {
    "Function": "a function of the model, such as L",
    "Variable": "a variable of the model, such as w_1",
    "Number": r"a number, such as 0.35 or \frac{1}{3}",
    "Point": "a point, such as {w_1: 1, w_2: 1}",
    "Interval": "an interval, such as [-2, 2]",
    "PlaneVector": "a vector of the plane, such as v, A v or [1, 2]",
    "PlaneMatrix": "a matrix of two rows and two columns, such as A or [[2, 1], [1, 2]]",
    "AnyMatrix": "a matrix or a vector, such as A or [[2, 1], [1, 2]]",
    "Formula": "a formula in LaTeX, without dollars",
    "Prose": "a text; it may hold $formulas$",
    "Count": "a whole number",
    "Flag": "true or false",
    "Question": "a question with its options",
    "Confusion": "a myth and its fact",
}
"""How a value of each kind is written in a script."""


@click.command()
@click.argument("name", required=False)
@json_option
@click.pass_context
def command(ctx: click.Context, name: str | None, *, as_json: bool) -> None:
    """Say which scenes a lesson can name; with NAME, what that scene needs and can do."""
    from mathora.cli.course import course, scene_folders  # noqa: PLC0415 - a command's imports are made when it runs
    from mathora.cli.faults import emit, harmless, show_faults  # noqa: PLC0415
    from mathora.lesson import did_you_mean  # noqa: PLC0415

    here = course(scene_folders(Path("scripts") / "any.yaml"))
    show_faults(here.faults, as_json=as_json)
    scenes = sorted(here.catalogue.values(), key=lambda scene: scene.name)
    if name is not None and name not in here.catalogue:
        raise click.UsageError(f"There is no scene '{name}': {did_you_mean(name, list(here.catalogue))}")
    shown = [scene for scene in scenes if name in (None, scene.name)]
    if as_json:
        for scene in shown:
            emit("scene", name=scene.name, summary=scene.summary, **_offers(scene))
    else:
        click.echo(harmless("\n".join(_listed(shown) if name is None else _page(shown[0]))))
    ctx.exit(FAULTY if here.faults else 0)


def _offers(scene: SceneSignature) -> dict[str, object]:
    """Parameters, actions and needs as JSON's own types; a default as a script would write it."""
    actions = [{**asdict(one), "parameters": _plain(one.parameters)} for one in scene.actions]
    return {"parameters": _plain(scene.parameters), "actions": actions, "needs": [*map(asdict, scene.needs)]}


def _plain(parameters: Sequence[Parameter]) -> list[dict[str, object]]:
    from mathora.script import written_default  # noqa: PLC0415 - a command's imports are made when it runs

    return [{**asdict(one), "default": written_default(one.default)} for one in parameters]


def _listed(scenes: Sequence[SceneSignature]) -> Iterator[str]:
    wide = max((len(scene.name) for scene in scenes), default=0) + 2
    for scene in scenes:
        yield from wrap(scene.summary, WIDTH, initial_indent=scene.name.ljust(wide), subsequent_indent=" " * wide)
    yield "\nWhat one of them needs and can do:  mathora scenes NAME"
    yield "A lesson with it, to start from:    mathora new lesson my-lesson --scene NAME"


def _page(scene: SceneSignature) -> Iterator[str]:
    yield from wrap(f"{scene.name}: {scene.summary}", WIDTH)
    yield ""
    yield "The section's `with:`" if scene.parameters else "The section needs no `with:`."
    yield from _table(scene.parameters, "  ")
    yield "\nIts steps' `do:`"
    for action in scene.actions:
        yield ""
        yield from wrap(action.describes, WIDTH, initial_indent=f"  {action.name}: ", subsequent_indent="      ")
        yield from _table(action.parameters, "      with ")
        if action.takes:
            yield f"      takes the next of '{action.takes}'"
        if action.shows:
            yield "      needs a formula under `show:`"


def _table(parameters: Sequence[Parameter], indent: str) -> Iterator[str]:
    wide = max((len(one.name) for one in parameters), default=0)
    for one in parameters:
        yield from wrap(
            "; ".join(_words(one)), WIDTH,
            initial_indent=f"{indent}{one.name.ljust(wide)}  ", subsequent_indent=" " * (len(indent) + wide + 2),
        )  # fmt: skip


def _words(parameter: Parameter) -> Iterator[str]:
    """What is to be written, whether it has to be, and how much of it may be."""
    one = f"one of {', '.join(parameter.words)}" if parameter.words else WRITTEN[parameter.kind]
    yield f"a list, each {one}" if parameter.many else one
    for limit in parameter.limits:
        yield f"{'as many as ' if limit.length else ''}{limit.least} to {limit.most} ({limit.why})"
    if not parameter.required:
        yield "may be left out"
