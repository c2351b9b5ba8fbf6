"""`mathora prove`: the gate's verdict on one formula."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mathora.cli import FAULTY
from mathora.cli.faults import emit, harmless, show_faults
from mathora.cli.options import json_option

if TYPE_CHECKING:
    from mathora.cli.claim import Claim
    from mathora.prove import Verdict


@click.command()
@click.argument("tex")
@click.option("--script", type=click.Path(path_type=Path), help="Take the model of this script.")
@click.option("--let", "lets", multiple=True, metavar="'V(x) = x^2'", help="Declare a function or a name.")
@click.option("--assume", "assumed", multiple=True, metavar="'x > 0'", help="Take this to be true.")
@json_option
@click.pass_context
def command(ctx: click.Context, /, **options: Any) -> None:  # noqa: ANN401 - click's options, each of its own type
    """Prove or refute the formula TEX, given as LaTeX without dollars.

    Without --script, a name that no --let declares is taken as a free real number. Exit code 0 if TEX is proved.
    """
    from mathora.cli.claim import read_claim, sources_of  # noqa: PLC0415 - a command's imports are made when it runs
    from mathora.lesson import Faulty  # noqa: PLC0415
    from mathora.prove import Task  # noqa: PLC0415
    from mathora.prove.work.worker import Prover  # noqa: PLC0415

    as_json = options["as_json"]
    try:
        claim = read_claim(options["tex"], options["lets"], options["assumed"], options["script"])
    except Faulty as faulty:
        sources = sources_of(options["tex"], options["lets"], options["assumed"])
        show_faults(faulty.faults, as_json=as_json, sources=sources)
        ctx.exit(FAULTY)
    with Prover() as prover:
        verdict = prover.decide(Task(claim.formula, claim.model, givens=claim.givens))
    _show(claim, verdict, as_json=as_json)
    ctx.exit(0 if verdict.kind == "proved" else FAULTY)


def _show(claim: Claim, verdict: Verdict, *, as_json: bool) -> None:
    from mathora.formula import speak, write_latex  # noqa: PLC0415

    reading, spoken = write_latex(claim.formula.tree), speak(claim.formula.tree)
    if as_json:
        emit("verdict", verdict=verdict.kind, method=verdict.method, conditions=list(verdict.conditions),
             because=verdict.why, reading=reading, spoken=spoken, free=list(claim.free))  # fmt: skip
        return
    lines = [("verdict", verdict.kind), ("read as", reading), ("spoken", spoken), ("by", verdict.method),
             ("where", ", ".join(verdict.conditions)), ("because", "" if verdict.kind == "proved" else verdict.why),
             ("free", ", ".join(claim.free))]  # fmt: skip
    for name, value in lines:
        if value:
            click.echo(harmless(f"{name + ':':9} {value}"))
