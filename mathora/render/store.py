"""Drawn clips on disk: found by what drew them, trusted only after their digests were compared.

Layout: `objects/ab/abcd….mp4` and `.png` named by their SHA-256; `clips/ab/<key>.json` says which objects a key
stands for, its first line being the digest of the key and the rest; `quarantine/` keeps what was found damaged.

Laws:
- What is read is verified; a damaged object or record is set aside and reported as absent, so that it is drawn again.
- A record serves the key that it was written for and no other, wherever it lies.
- Objects are on the disk before the record that names them. Killed at any point, the store holds whole clips only.
- Any number of builds may read and add at once (they share the lock); collecting garbage is done alone.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mathora.plan import DrawnStep, Finding, InvariantReceipt, Label, Loop, Move, StepFacts
from mathora.render.clip import Clip
from mathora.render.files import TEMPORARY, clear, digest, lock, read_kept, write_whole
from mathora.render.kept import KeptKinds


@dataclass(frozen=True, slots=True)
class _Record:
    """What a key stands for, on the disk: the names of the objects (no `digest`: a still alone), and the facts."""

    digest: str
    still_digest: str
    loop_digests: tuple[str, ...]
    facts: StepFacts

    @property
    def objects(self) -> Iterator[tuple[str, str]]:
        """The names of all its objects, each with its file's ending."""
        if self.digest:
            yield self.digest, ".mp4"
        yield self.still_digest, ".png"
        yield from ((name, ".mp4") for name in self.loop_digests)


_RECORDS = KeptKinds(_Record, StepFacts, Move, Loop, InvariantReceipt, Finding, Label)


class ClipStore:
    """A folder of drawn clips."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Held while a build goes on, so that nothing it relies on is collected; leftovers go, if no other is on."""
        with suppress(OSError), lock(self.root / "lock", wait=False):
            self._tidy()
        with lock(self.root / "lock", shared=True):
            yield

    def _tidy(self) -> None:
        """Forget what killed builds left half written."""
        for pattern in (f"{TEMPORARY}*", f"*/{TEMPORARY}*", f"*/*/{TEMPORARY}*"):
            for file in self.root.glob(pattern):
                clear(file)

    def add(self, key: str, drawn: DrawnStep) -> None:
        """Keep a drawn step. Raises `OSError` (full disk, no permission); nothing half is left then."""
        film, loops = digest(drawn.video) if drawn.video else "", tuple(map(digest, drawn.loops))
        record = _Record(film, digest(drawn.still), loops, drawn.facts)
        contents = [*filter(None, (drawn.video,)), drawn.still, *drawn.loops]
        for content, (name, suffix) in zip(contents, record.objects, strict=True):
            path = self._object(name, suffix)
            if self._verified(path, name) is None:
                write_whole(path, content)
        body = _RECORDS.text(record).encode("ascii")
        write_whole(self._record(key), _seal(key, body) + b"\n" + body)

    def find(self, key: str, address: str) -> Clip | None:
        """The clip that `key` stands for, verified; None if there is none, or none that is whole."""
        record = self._whole(key)
        if record is None or not record.digest:
            return None
        video, still = self._object(record.digest, ".mp4"), self._object(record.still_digest, ".png")
        loops = tuple(self._object(name, ".mp4") for name in record.loop_digests)
        names = (record.digest, record.still_digest)
        return Clip(address, key, video, still, *names, record.facts, loops, record.loop_digests)

    def find_all(self, keys: Mapping[str, str]) -> dict[str, Clip]:
        """The clips of these keys by address, verified, of those that are here and whole."""
        found = ((address, self.find(key, address)) for address, key in keys.items())
        return {address: clip for address, clip in found if clip is not None}

    def find_still(self, key: str) -> tuple[Path, StepFacts] | None:
        """The last state that `key` stands for, verified, of a clip or alone; None if there is none that is whole."""
        record = self._whole(key, {".png"})
        return None if record is None else (self._object(record.still_digest, ".png"), record.facts)

    def _whole(self, key: str, wanted: Collection[str] = (".mp4", ".png")) -> _Record | None:
        """The record of a key, if what it names of these kinds is what it should be; it counts as used now."""
        record = self._read(key)
        if record is None:
            return None
        for name, suffix in record.objects:
            if suffix in wanted and self._verified(self._object(name, suffix), name) is None:
                self._set_aside(self._record(key))
                return None
        with suppress(OSError):  # a read-only store still serves
            os.utime(self._record(key))
        return record

    def holds(self, key: str) -> bool:
        """Whether there is a record for the key; quick, and without verifying."""
        return self._record(key).exists()

    def damaged(self) -> Iterator[Path]:
        """What is not what it says it is, records and objects; all are read. The next build sets them aside."""
        for path in sorted(self.root.glob("clips/*/*.json")):
            found, _, body = (path.read_bytes() if path.is_file() else b"").partition(b"\n")
            if found != _seal(path.stem, body):
                yield path
        for path in sorted(self.root.glob("objects/*/*")):
            if not path.name.startswith(TEMPORARY) and not (path.is_file() and digest(path.read_bytes()) == path.stem):
                yield path

    def collect(self, limit: int) -> int:
        """Drop what was unused longest until all takes at most `limit` bytes; the bytes that were freed.

        Leftovers of killed builds and what lies in quarantine go first. Waits until no build is going on.
        """
        with lock(self.root / "lock"):
            before = sum(file.stat().st_size for file in self._files())
            self._tidy()
            for file in self.root.glob("quarantine/*"):
                clear(file)
            records = sorted(self.root.glob("clips/*/*.json"), key=lambda path: (-path.stat().st_mtime, path.name))
            kept: set[Path] = set()
            size = 0
            for path in records:
                record = self._read(path.stem)
                objects = {self._object(*one) for one in record.objects} if record else set()
                more = sum(file.stat().st_size for file in objects - kept if file.exists())
                if record is None or size + more > limit:
                    path.unlink(missing_ok=True)
                    continue
                size += more
                kept |= objects
            for file in self.root.glob("objects/*/*"):
                if file not in kept:
                    clear(file)
            return before - sum(file.stat().st_size for file in self._files())

    def _files(self) -> Iterator[Path]:
        return (file for file in self.root.rglob("*") if file.is_file())

    def _object(self, name: str, suffix: str) -> Path:
        return self.root / "objects" / name[:2] / f"{name}{suffix}"

    def _record(self, key: str) -> Path:
        return self.root / "clips" / key[:2] / f"{key}.json"

    def _read(self, key: str) -> _Record | None:
        path = self._record(key)
        content = read_kept(path)
        if content is None:
            return None
        found, _, body = content.partition(b"\n")
        with suppress(ValueError):  # of another version of this program
            if found == _seal(key, body):
                record: _Record = _RECORDS.value(body)
                return record
        self._set_aside(path)
        return None

    def _verified(self, path: Path, name: str) -> bytes | None:
        """The object's content if it is what its name says."""
        content = read_kept(path)
        if content is None or digest(content) == name:
            return content
        self._set_aside(path)
        return None

    def _set_aside(self, path: Path) -> None:
        """Put a damaged file into quarantine, or out of the way if that cannot be."""
        target = self.root / "quarantine" / path.name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
        except OSError:
            with suppress(OSError):
                path.unlink()


def _seal(key: str, body: bytes) -> bytes:
    """What binds a record to its key."""
    return digest(key.encode("utf-8") + b"\n" + body).encode("ascii")
