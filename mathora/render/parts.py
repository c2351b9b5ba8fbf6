"""What products are made of, on disk: found by what it is made from, trusted only after its digest was compared.

Layout: `parts/ab/<key>.<seal>.mp4`, the key being the digest of what the part is made from and of the program that
makes it, the seal that of the key and the content.

Laws:
- What is given is verified; a damaged part, or one under another's name, is removed and made again.
- A part appears whole or not at all; any number of builds may make the same one at once.
- None is waited for until it is on the disk: what a loss of power leaves of it does not fit its seal.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from mathora.render.files import TEMPORARY, clear, digest, naming, read_kept


class PartStore:
    """A folder of parts, beside the drawn clips; `program` is the digest of all that makes them."""

    def __init__(self, cache: Path, program: str) -> None:
        self.root = cache / "parts"
        self.program = program

    def part(self, suffix: str, made_from: object, make: Callable[[Path], None]) -> Path:
        """The part that is made from what `repr(made_from)` says: found, or else made. Raises `OSError`."""
        found = self.found(suffix, made_from)
        if found is not None:
            return found
        key = self._key(suffix, made_from)
        folder = self.root / key[:2]
        fresh = folder / f"{TEMPORARY}{uuid4().hex}{suffix}"
        with naming(folder):
            try:
                make(fresh)
                whole = folder / f"{key}.{_seal(key, fresh.read_bytes())}{suffix}"
                fresh.replace(whole)
            finally:
                fresh.unlink(missing_ok=True)
        return whole

    def found(self, suffix: str, made_from: object) -> Path | None:
        """The part, if it is there and whole; its folder is there from now on. Raises `OSError`."""
        key = self._key(suffix, made_from)
        folder = self.root / key[:2]
        folder.mkdir(parents=True, exist_ok=True)
        names = sorted(os.listdir(folder))  # noqa: PTH208 - `glob` would compile a pattern for each key
        for found in (folder / name for name in names if name.startswith(f"{key}.")):
            content = read_kept(found)
            if content is not None and _seal(key, content) == found.suffixes[0][1:]:
                with suppress(OSError):  # a read-only store still serves
                    os.utime(found)
                return found
            clear(found)  # another build may remove a damaged one meanwhile
        return None

    def _key(self, suffix: str, made_from: object) -> str:
        return digest(f"{self.program}\0{suffix}\0{made_from!r}".encode())

    def damaged(self) -> Iterator[Path]:
        """The parts that are not what their names say; all are read. What asks for one makes it again."""
        for path in sorted(self.root.glob("*/[!.]*")):
            key, _, rest = path.name.partition(".")
            if not (path.is_file() and rest.partition(".")[0] == _seal(key, path.read_bytes())):
                yield path


def _seal(key: str, content: bytes) -> str:
    """What binds a part to its key."""
    return digest(key.encode("ascii") + content)
