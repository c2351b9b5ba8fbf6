"""Where an editor's cursor is: told by `mathora lsp` to a `mathora preview` of the same products' folder.

Owns: the file that says it.

Law: a preview makes the file and takes it away; where no preview runs there is none, and nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mathora.cli.options import cache_of

NAME = "cursor"


@contextmanager
def cursor_file(out: Path) -> Iterator[Path]:
    """The file, as long as a preview runs. Raises `OSError`."""
    file = cache_of(out) / NAME
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)


def tell_cursor(out: Path, script: Path, line: int) -> None:
    """Says in which line (from 1) of which script the cursor is, if a preview wants to know. Raises `OSError`."""
    file = cache_of(out) / NAME
    said = f"{line} {script.resolve()}"
    if file.is_file() and file.read_text(encoding="utf-8") != said:
        file.write_text(said, encoding="utf-8")


def line_of_cursor(file: Path, script: Path) -> int | None:
    """The line of the script that the file tells; None if it tells of another. Raises `OSError`."""
    line, _, path = file.read_text(encoding="utf-8").partition(" ")
    return int(line) if line.isdecimal() and Path(path) == script.resolve() else None
