"""`mathora prove`: the gate's verdict on one formula."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mathora.cli import FAULTY
from mathora.cli.events import emit
from mathora.cli.faults import harmless, show_faults
from mathora.cli.options import SCRIPT_PATH, json_option
from mathora.lesson import ModelSource

if TYPE_CHECKING:
    from mathora.prove import Judgement


@click.command()
@click.argument("tex")
@click.option("--script", type=SCRIPT_PATH, help="Take the model of this script.")
@click.option("--let", "lets", multiple=True, metavar="'V(x) = x^2'", help="Declare a function or a name.")
@click.option("--assume", "assumed", multiple=True, metavar="'x > 0'", help="Take this to be true.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - click's options, each of its own type
    """Prove or refute TEX, a formula of LaTeX without dollars.

    Without --script, a name that no --let declares is taken as a free real number. Exit code 0 if TEX is proved.
    """
    from mathora.lesson import Faulty, Text
    from mathora.prove import prove_one
    from mathora.prove.worker import Prover

    as_json = options["as_json"]
    tex = Text.written(options["tex"], "TEX")
    lets = [Text.written(one, f"--let {at}") for at, one in enumerate(options["lets"], 1)]
    assumed = [Text.written(one, f"--assume {at}") for at, one in enumerate(options["assumed"], 1)]
    try:
        with Prover() as prover:
            judged = prove_one(tex, _model(options["script"]), prover.decide, let=lets, assume=assumed)
    except Faulty as faulty:
        sources = {one.place.file: one.value for one in (tex, *lets, *assumed)}
        show_faults(faulty.faults, as_json=as_json, sources=sources)
        ctx.exit(FAULTY)
    _show(judged, as_json=as_json)
    ctx.exit(0 if judged.proved else FAULTY)


def _model(path: Path | None) -> ModelSource | None:
    """The model of a script; None without one. Raises `Faulty`."""
    from mathora.cli.course import course, read_lesson, scene_folders, scripts

    if path is None:
        return None
    (script,) = scripts([path])
    return read_lesson(script, course(scene_folders(script)).catalogue).model


def _show(judged: Judgement, *, as_json: bool) -> None:
    verdict = judged.verdict
    if as_json:
        emit("verdict", verdict=verdict.kind, method=verdict.method, conditions=list(verdict.conditions),
             because=verdict.why, reading=judged.reading, spoken=judged.spoken, free=list(judged.free))  # fmt: skip
        return
    lines = [("verdict", verdict.kind), ("read as", judged.reading), ("spoken", judged.spoken), ("by", verdict.method),
             ("where", ", ".join(verdict.conditions)), ("because", "" if judged.proved else verdict.why),
             ("free", ", ".join(judged.free))]  # fmt: skip
    for name, value in lines:
        if value:
            click.echo(harmless(f"{name + ':':9} {value}"))
