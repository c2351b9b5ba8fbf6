"""Products appear whole or not at all.

Laws:
- A lesson's products are made in a folder of their own beside the final one, brought to the disk, and put in place in
  one step; until then, and after any failure, the last good products stand untouched.
- Where the system cannot swap two names (NFS), the last products are put aside for an instant; if the build is killed
  then, the next look at them puts them back.
- Two builds of one lesson publish one after the other. Leftovers of a killed one go with the next.
- A file that stands where the folder goes is the author's: it stays, and is told before anything is made.
- A link is followed: the products lie where it leads. Folders obey the umask as files do.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from glob import escape
from pathlib import Path
from stat import S_ISREG
from uuid import uuid4

from mathora.render.files import TEMPORARY, lock, naming, sync_folder

AT_FDCWD = -100
RENAME_EXCHANGE = 2  # of Linux's renameat2(2): swap two names in one step
RENAME_SWAP = 2  # of macOS's renamex_np(2): the same
MARK = "~"  # stands in no lesson's name, so that the leftovers of `one` are not those of `one-more`
BEFORE = "-before"  # how the name of products that were put aside ends


@contextmanager
def publishing(out: Path, name: str) -> Iterator[Path]:
    """A folder to make products in; when the block ends well, it becomes `out/name`. Raises `OSError`,
    `NotADirectoryError` of a file of that name.
    """
    out.mkdir(parents=True, exist_ok=True)
    with lock(out / f".{name}.lock"):
        target = Path(os.path.realpath(out / name))
        _tidy(target)
        if target.exists() and not target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
        fresh = target.with_name(f"{TEMPORARY}{target.name}{MARK}{uuid4().hex}")
        with naming(fresh):
            fresh.mkdir()
            try:
                yield fresh
                _sync(fresh)
                _put(fresh, target)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
            sync_folder(target.parent)


def _tidy(target: Path) -> None:
    """Clear away what a killed build left (we hold the lock, so it is nobody's); its last good products come back."""
    for left in target.parent.glob(f"{TEMPORARY}{escape(target.name)}{MARK}*"):
        if left.name.endswith(BEFORE) and not target.exists():
            left.rename(target)
        shutil.rmtree(left, ignore_errors=True)


def _put(fresh: Path, target: Path) -> None:
    """Give `fresh` the name `target`; what stood there keeps the other name."""
    if not target.exists():
        fresh.rename(target)
    elif not _exchange(fresh, target):
        aside = fresh.with_name(fresh.name + BEFORE)
        target.rename(aside)
        try:
            fresh.rename(target)
        except OSError:
            aside.rename(target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders' names in one step; False where the system cannot."""
    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(first, second, RENAME_SWAP) == 0)
    return False


def _sync(folder: Path) -> None:
    """Bring a folder and its files to the disk. An author's links, pipes and locked files are there already, and so are
    files with a second name: the last products, kept.
    """
    for place, _, files in os.walk(folder):
        for path in (Path(place, name) for name in files):
            known = path.lstat()
            if S_ISREG(known.st_mode) and known.st_nlink == 1 and os.access(path, os.R_OK):
                with path.open("rb") as file:
                    os.fsync(file.fileno())
        sync_folder(Path(place))
