"""What stands in a lesson's folder: the note of its products (`.products.json`), held against the files themselves.

Owns: `NOTE`, `NotedProduct`, `read_note`, `is_whole`, `write_note`, `digest_in`, `damaged`, `carry_over`.

Laws:
- A file is whole when its digest is the noted one: a flipped bit is noticed as a missing file is.
- What the note does not name is the author's own: it is never taken away.
- No path of a note leads out of its folder.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

NOTE = ".products.json"


@dataclass(frozen=True, slots=True)
class NotedProduct:
    """One product: a digest of what it was made from, and its files (relative, with `/`) with their SHA-256."""

    key: str
    files: Mapping[str, str]


def read_note(folder: Path) -> dict[str, NotedProduct]:
    """The folder's products by name; none where there is no note, or none that can be read."""
    return {name: entry for name, entry in _entries(folder).items() if entry}


def is_whole(folder: Path) -> bool:
    """Whether all of the folder's note can be read."""
    return bool(found := _entries(folder)) and all(found.values())


def _entries(folder: Path) -> dict[str, NotedProduct | None]:
    """What a note has under each name; None for what is no product."""
    try:
        content = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {name: _entry(one) for name, one in content.items()} if isinstance(content, dict) else {}


def write_note(folder: Path, note: Mapping[str, NotedProduct]) -> None:
    """Raises `OSError`."""
    content = {name: asdict(entry) for name, entry in note.items()}
    (folder / NOTE).write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def digest_in(content: bytes | Path) -> str:
    """SHA-256 of a file to be, which is given by its content, or by the path of a file that has it."""
    with BytesIO(content) if isinstance(content, bytes) else content.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def damaged(entry: NotedProduct, folder: Path, digest_of: Callable[[Path], str] = digest_in) -> Iterator[str]:
    """The files of a product that are not what they were when they were made; `digest_of` knows those already read."""
    for path, digest in entry.files.items():
        try:
            found = digest_of(folder / path)
        except (OSError, ValueError):  # ValueError: a name that no file can have
            found = ""
        if found != digest:
            yield path


def carry_over(folder: Path, fresh: Path) -> None:
    """Into `fresh`, which is to take the folder's place, whatever in it is no product: files, links and folders.

    Raises `OSError`, also where a product's name is taken by a folder that has something in it.
    """
    ours = {NOTE, *(path for entry in read_note(folder).values() for path in entry.files)}
    for place, folders, files in os.walk(folder):
        here = Path(place).relative_to(folder)
        if (fresh / here).is_file():
            if folders or files:
                message = "a folder with files of yours has the name of a product; move it away"
                raise FileExistsError(errno.EEXIST, message, place)
            continue
        for name in (*files, *(one for one in folders if Path(place, one).is_symlink())):
            if (here / name).as_posix() not in ours:
                _keep(folder / here / name, fresh / here / name)
        if not folders and not files and place != str(folder):
            (fresh / here).mkdir(parents=True, exist_ok=True)


def _keep(before: Path, path: Path) -> None:
    """The same file under another path, unless something has that path already."""
    if os.path.lexists(path):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(before, path, follow_symlinks=False)
    except OSError:
        shutil.copy2(before, path, follow_symlinks=False)


def _entry(content: object) -> NotedProduct | None:
    """An entry from its JSON; None if it is not one."""
    match content:
        case {"key": str(key), "files": dict(files)} if all(
            isinstance(digest, str) and _stays_inside(path) for path, digest in files.items()
        ):
            return NotedProduct(key, files)
        case _:
            return None


def _stays_inside(path: str) -> bool:
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts
