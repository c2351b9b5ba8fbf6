"""`mathora check`: parse and prove, draw nothing."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mathora.cli import FAULTY
from mathora.cli.events import emit
from mathora.cli.faults import harmless
from mathora.cli.options import cache_of, json_option, out_option, script_arguments
from mathora.lesson import Fault, Faulty

if TYPE_CHECKING:
    from mathora.cli.lessons import Ready
    from mathora.prove import Proven


@click.command()
@script_arguments
@out_option
@json_option
@click.pass_context
def command(ctx: click.Context, named: tuple[Path, ...], out: Path, *, as_json: bool) -> None:
    """Read SCRIPTs and prove every formula in them. Nothing is drawn.

    Without SCRIPT: all of scripts/. Exit code 1 if there is any fault.
    """
    from mathora.cli.course import scripts
    from mathora.cli.lessons import Lessons

    lessons = Lessons(scripts(named), cache_of(out), as_json)
    began = time.perf_counter()
    for ready in lessons:
        if faults := _unheard(ready, cache_of(out)):
            lessons.report(faults)
        else:
            _show(ready.path, ready.proven, time.perf_counter() - began, as_json=as_json)
        began = time.perf_counter()
    ctx.exit(FAULTY if lessons.faulty else 0)


def _unheard(ready: Ready, cache: Path) -> Sequence[Fault]:
    """What is wrong with the lesson's music and recordings, where it has any."""
    from mathora.cli.course import home_of

    lesson, homes = ready.proven.lesson, {ready.path.parent, home_of(ready.path)}
    if lesson.music is None and not any((home / "voice" / lesson.id).is_dir() for home in homes):
        return ()
    from mathora.cli.speaking import hear_all  # few lessons have any
    from mathora.voice.recorded import passed_over

    for _, path, why in passed_over(ready.path, lesson.id):
        click.echo(harmless(f"passed over: {path} ({why})"), err=True)
    try:
        for path in hear_all(ready.path, lesson, cache):
            click.echo(harmless(f"passed over: {path} (the lesson has no such step)"), err=True)
    except Faulty as faulty:
        return faulty.faults
    return ()


def _show(path: Path, proven: Proven, seconds: float, *, as_json: bool) -> None:
    kinds = Counter(receipt.verdict.kind for receipt in proven.receipts)
    if as_json:
        emit("checked", script=str(path), lesson=proven.lesson.id, verdicts=dict(kinds), seconds=round(seconds, 3))
        for receipt in proven.receipts:
            if receipt.verdict.conditions:
                emit("conditions", place=str(receipt.place), tex=receipt.tex, where=list(receipt.verdict.conditions))
        return
    counted = "".join(f"{', ' if at else ': '}{number} {kind}" for at, (kind, number) in enumerate(kinds.most_common()))
    many = "1 formula holds" if len(proven.receipts) == 1 else f"{len(proven.receipts)} formulas hold"
    click.echo(harmless(f"{path}: {many}{counted} ({seconds:.1f} s)"))
    for receipt in proven.receipts:
        if receipt.verdict.waived:
            click.echo(harmless(f"  waived at {receipt.place}: {receipt.tex}: {receipt.verdict.waived}"))
        if receipt.verdict.conditions:
            where = ", ".join(receipt.verdict.conditions)
            click.echo(harmless(f"  proved at {receipt.place} where {where}: {receipt.tex}"))
