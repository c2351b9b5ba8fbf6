"""What a render is likely to need first: a worker makes it ready while the script is read and proved.

Owns: `first_need`, `remember`.

Law: a wrong guess costs time and nothing else. Nothing that is made depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from mathora.cli.course import read_text
from mathora.lesson import Faulty
from mathora.render.files import digest, read_kept, write_whole
from mathora.render.worker import import_drawing
from mathora.voice.hibari import make_ready

SAID = re.compile(
    r"""say:\ +(?: "(?:\\.|[^"\\])*" | '(?:''|[^'])*' )
    | ^(\ *)say:(?!\ +["']).*\n (?: \1\ +.*\n | \s*\n )*
    | (?<=[{\ ])say:\ +[^"'\n,}]+""",
    re.MULTILINE | re.VERBOSE,
)
"""A narration as most write it: in quotes; at the beginning of a line, with what stands further right below it; within
braces, up to a comma."""


def first_need(scripts: Iterable[Path], cache: Path) -> Callable[[], object]:
    """What makes the voice ready, if only narrations differ from what was rendered last; else what imports Manim."""
    changed = []
    for script in scripts:
        before, now = read_kept(_kept(script, cache)), _written(script)
        if before is None or now is None:
            return import_drawing
        if now.encode() != before:
            changed.append(SAID.sub("", now) == SAID.sub("", before.decode("utf-8", "replace")))
    return make_ready if changed and all(changed) else import_drawing


def remember(scripts: Iterable[Path], cache: Path) -> None:
    """Keeps the scripts as they were rendered; not where nothing can be written."""
    with suppress(OSError):
        for script in scripts:
            now, kept = _written(script), _kept(script, cache)
            if now is not None and now.encode() != read_kept(kept):
                write_whole(kept, now.encode())


def _written(script: Path) -> str | None:
    """The text of a script; None of what is none, and of a pipe, which can be read but once."""
    try:
        return read_text(script) if script.is_file() else None
    except Faulty:
        return None


def _kept(script: Path, cache: Path) -> Path:
    return cache / "scripts" / digest(str(script.resolve()).encode("utf-8", "surrogatepass"))
