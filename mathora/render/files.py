"""Files that are written whole or not at all.

Owns: `write_whole`, `read_kept`, `clear`, `sync_folder`, `naming`, `lock`, `scratch_folder`, `drop_unused`, `digest`.

Laws:
- A file appears under its name complete and on the disk (temporary file in the same folder, fsync, rename, fsync of
  the folder), or its former content stays.
- Files obey the umask. A disk that refuses is named, with the file or folder that it refused.
- A temporary file's name starts with `.tmp-`; a killed process leaves at most such files behind.
- Locks are the kernel's (flock): they vanish with the process that held them.
- A scratch folder goes with its process; what a killed one left is removed when the next is made, whatever for.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

TEMPORARY = ".tmp-"

OLD = 3600  # seconds
SCRATCH = "mathora-"  # how the name of every scratch folder begins
READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})  # how a system says that nothing may be written


def write_whole(path: Path, content: bytes | Callable[[Path], None]) -> None:
    """Put `content` at `path`; a callable writes it to the temporary path that it is given. Raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{TEMPORARY}{uuid4().hex}{path.suffix}")
    with naming(path):
        try:
            with temporary.open("xb") as file:
                if isinstance(content, bytes):
                    file.write(content)
            if callable(content):
                content(temporary)
            with temporary.open("rb") as file:
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        sync_folder(path.parent)


def read_kept(path: Path) -> bytes | None:
    """The content of a cache's file; None if there is none. What stands there and is no file goes out of the way."""
    try:
        if path.is_file():  # a pipe would be waited for
            return path.read_bytes()
        clear(path)
    except (FileNotFoundError, NotADirectoryError):
        pass
    return None


def clear(path: Path) -> None:
    """Remove what stands there, a file or a folder with all that is in it. Raises `OSError`."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """A block whose `OSError` says where it happened: the path, where the system itself names none."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            raise OSError(error.errno, error.strerror, str(path)) from error
        raise


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder survive a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def lock(path: Path, *, shared: bool = False, wait: bool = True) -> Iterator[None]:
    """Hold the lock file `path`, alone or with other sharers; waits for it, or else raises `BlockingIOError`.

    Where nothing may be written, a sharer does with the file that is there, or without one.
    """
    with ExitStack() as opened:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() and not path.is_file():
                clear(path)
            file: IO[bytes] = opened.enter_context(path.open("ab"))
        except OSError as error:
            if not shared or error.errno not in READ_ONLY:
                raise
            if not path.exists():
                yield
                return
            file = opened.enter_context(path.open("rb"))
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        yield


@contextmanager
def scratch_folder(prefix: str) -> Iterator[Path]:
    """A folder among the system's temporary ones, for as long as it is needed."""
    for left in Path(tempfile.gettempdir()).glob(f"{SCRATCH}*"):
        _drop_orphan(left)
    while True:
        with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as name, lock(Path(name) / "lock"):
            if (Path(name) / "lock").exists():  # else it was taken for a left one before the lock was ours
                yield Path(name)
                return


def _drop_orphan(folder: Path) -> None:
    """Drop a scratch folder of ours whose lock nobody holds; one without a lock is just being made, or is old."""
    with suppress(OSError):
        if folder.is_symlink() or folder.stat().st_uid != os.getuid():
            return
        if not (folder / "lock").exists():
            if time.time() - folder.stat().st_mtime > OLD:
                shutil.rmtree(folder, ignore_errors=True)
            return
        with (folder / "lock").open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # with the lock held: whoever just made the folder and waits for its lock must see that it is gone
            shutil.rmtree(folder, ignore_errors=True)


def drop_unused(folder: Path, limit: int) -> int:
    """Drop the files of a folder's folders that were unused longest until all take at most `limit` bytes, and what
    killed builds left; the bytes that were freed.
    """
    for left in folder.rglob(f"{TEMPORARY}*"):
        clear(left)
    size = freed = 0
    for path in sorted(folder.glob("*/*"), key=lambda path: (-path.stat().st_mtime, path.name)):
        own = path.stat().st_size
        if size + own > limit:
            clear(path)
            freed += own
        else:
            size += own
    return freed


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
