"""Products appear whole or not at all.

Owns: `publishing`.

Laws:
- A lesson's products are made in a folder of their own beside the final one, brought to the disk, and put in place in
  one step; until then, and after any failure, the last good products stand untouched.
- Two builds of one lesson publish one after the other.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from mathora.render.files import TEMPORARY, lock, sync_folder

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""Of Linux's renameat2(2): swap two names in one step."""


@contextmanager
def publishing(out: Path, name: str) -> Iterator[Path]:
    """A folder to make products in; when the block ends well, it becomes `out/name`. Raises `OSError`."""
    out.mkdir(parents=True, exist_ok=True)
    with lock(out / f".{name}.lock"):
        for left in out.glob(f"{TEMPORARY}{name}-*"):  # of a killed build: we hold the lock, so it is nobody's
            shutil.rmtree(left, ignore_errors=True)
        fresh = Path(mkdtemp(prefix=f"{TEMPORARY}{name}-", dir=out))
        fresh.chmod(0o755)
        try:
            yield fresh
            _sync(fresh)
            _put(fresh, out / name)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        sync_folder(out)


def _put(fresh: Path, target: Path) -> None:
    """Give `fresh` the name `target`; what stood there keeps the other name."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        aside = fresh.with_name(f"{fresh.name}-before")
        target.rename(aside)
        try:
            fresh.rename(target)
        except OSError:
            aside.rename(target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders' names in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    done = library.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return bool(done == 0)


def _sync(folder: Path) -> None:
    """Bring a folder with all that is in it to the disk."""
    for place, _, files in os.walk(folder):
        for name in files:
            with (Path(place) / name).open("rb") as file:
                os.fsync(file.fileno())
        sync_folder(Path(place))
