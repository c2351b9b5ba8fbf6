"""Events for a tool that listens (`--json`): one JSON object a line, on stdout."""

from __future__ import annotations

import json

import click


def emit(event: str, **values: object) -> None:
    """One event for a listening tool, on stdout."""
    click.echo(json.dumps({"event": event, **values}, ensure_ascii=True))
