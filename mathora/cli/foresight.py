"""What a render is likely to need first: a worker makes it ready while the script is read and proved.

Owns: `first_need`, `remember`.

Law: a wrong guess costs time and nothing else. Nothing that is made depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from mathora.render.files import digest, write_whole
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
    with suppress(OSError, UnicodeDecodeError):
        for script in scripts:
            before, now = _kept(script, cache).read_text("utf-8"), script.read_text("utf-8")
            if now != before:
                changed.append(SAID.sub("", now) == SAID.sub("", before))
        if changed and all(changed):
            return make_ready
    return import_drawing


def remember(scripts: Iterable[Path], cache: Path) -> None:
    """Keeps the scripts as they were rendered; not where nothing can be written."""
    with suppress(OSError):
        for script in scripts:
            write_whole(_kept(script, cache), script.read_bytes())


def _kept(script: Path, cache: Path) -> Path:
    return cache / "scripts" / digest(str(script.resolve()).encode("utf-8", "surrogatepass"))
