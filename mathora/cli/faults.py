"""Faults on the terminal: the quoted line with its caret, or one JSON object a line.

Law: what a script contains is shown, never obeyed: control characters and direction overrides reach no terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import click

from mathora.cli.events import emit
from mathora.lesson import LINE_END, Fault

MOST_SHOWN = 50
LONGEST_LINE = 300
NO_SOURCES: Mapping[str, str] = MappingProxyType({})


def show_faults(faults: Iterable[Fault], *, as_json: bool, sources: Mapping[str, str] = NO_SOURCES) -> None:
    """All faults, on stderr for a reader or on stdout as JSON events; `sources` are texts that are no files."""
    found = sorted(set(faults))
    if as_json:
        for fault in found:
            emit("fault", file=fault.place.file, line=fault.place.line, column=fault.place.column, length=fault.length,
                 rule=fault.rule, message=fault.message, hint=fault.hint)  # fmt: skip
        return
    lines = lru_cache(maxsize=8)(_lines)  # for this once: a file changes, and so does the folder it is looked for in
    for fault in found[:MOST_SHOWN]:
        source = sources.get(fault.place.file)
        quoted = _quoted(fault, lines(fault.place.file) if source is None else source.split("\n"))
        click.echo(harmless(fault.shown(quoted)), err=True)
    if len(found) > MOST_SHOWN:
        click.echo(f"… and {len(found) - MOST_SHOWN} more", err=True)


def harmless(text: str) -> str:
    """`text` with every control or format character but line feeds replaced by one visible sign, blanks for tabs."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\t":
        return " "
    return character if character == "\n" or unicodedata.category(character)[0] != "C" else "\ufffd"


def _quoted(fault: Fault, lines: Sequence[str]) -> str | None:
    line = lines[fault.place.line - 1] if fault.place.line <= len(lines) else None
    return line if line is not None and len(line) <= LONGEST_LINE else None


def _lines(file: str) -> Sequence[str]:
    path = Path(file)
    try:
        text = path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""  # a pipe would be waited for
    except OSError:
        return ()
    return LINE_END.split(text)
