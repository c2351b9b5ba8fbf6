"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def script_arguments(function: Decorated) -> Decorated:
    """`[SCRIPT]…`: paths, or names of files in `scripts/`; none means all of `scripts/`."""
    return click.argument("named", metavar="[SCRIPT]...", nargs=-1, type=click.Path(path_type=Path))(function)


def json_option(function: Decorated) -> Decorated:
    """`--json`: events for a tool that listens."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line on stdout, for tools.")(
        function
    )


def out_option(function: Decorated) -> Decorated:
    """`--out FOLDER`: where products go."""
    return click.option(
        "--out", default="media", show_default=True, type=click.Path(file_okay=False, path_type=Path),
        help="Folder for what is made.",
    )(function)  # fmt: skip


def cache_of(out: Path) -> Path:
    """Where drawn clips and verdicts are kept, beside the products."""
    return out / ".cache"


def quality_option(default: str) -> Callable[[Decorated], Decorated]:
    """`--quality`: size and rate of the frames."""
    from mathora.plan import QUALITIES  # noqa: PLC0415 - `check` draws nothing and does without it

    names = click.Choice(list(QUALITIES))
    return click.option("--quality", type=names, default=default, show_default=True, help="Height and rate of frames.")
