"""A command line that is given again while nothing has changed: what it said is said again, and nothing is looked at.

Owns: `Repeatable`, a command line that may have an answer already, and `Told`, a thing that it says.

Laws:
- An answer is that of the same words in the same folder, for the same files of Mathora's, the same packages and the
  same files in the courses' folders; and what was made then is whole, bit by bit. Else all is looked at anew.
- A file that is read is known by its number, its size and the times at which its content and its entry changed; the
  last is set by the system alone. What changed right before the command began might change once more without another
  time: then no answer is kept.
- Hidden files are none of a course's: no lesson can name them.
- Nothing heavy is imported, for that is what is spared. An answer that cannot be read is none.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import mathora

COARSE, FINE = 2.0, 0.02
"""Seconds: the coarsest clock of the file systems in use, and that of those that know fractions of a second."""

MOST_FILES = 5_000  # a folder with more, such as somebody's home, takes too long to be looked through
MOST_ANSWERS = 100  # how many command lines are remembered; the oldest are forgotten
VERSION_NOTES = (".dist-info", ".egg-info", ".pth")  # what installing a package changes beside it
OUTSIDE = ("espeak-ng",)  # programs that speak, if they are there

_Mark = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """A line for a reader, and the same as an event for a tool."""

    event: str
    line: str
    values: Mapping[str, Any]


@dataclass(slots=True)
class Repeatable:
    """The words of a command line. `begins` notes what the command is going to read, `keep` its answer at the
    end. The command began at this time, in seconds since the epoch.
    """

    words: Sequence[str]
    began: float = field(default_factory=time.time)
    _homes: tuple[str, ...] = ()
    _marks: Mapping[str, _Mark] | None = None

    def answer(self) -> list[Told] | None:
        """What it said, if it would say that again."""
        try:
            kept = json.loads(self._file(Path(_out(self.words))).read_text("utf-8"))
            told = [Told(**one) for one in kept["told"]]
            marks = _marks(kept["homes"])
            same = marks is not None and _digest(marks, kept["made"]) == kept["read"]
            whole = same and all(_content(Path(path)) == digest for path, digest in kept["files"].items())
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None
        return told if whole else None

    def begins(self, homes: Iterable[Path]) -> None:
        """Notes the files of the folders `homes`, before one of them is read."""
        self._homes = tuple(sorted(map(os.path.realpath, homes)))
        with suppress(OSError):
            self._marks = _marks(self._homes)

    def keep(self, told: Iterable[Told], out: Path, made: Iterable[Path]) -> None:
        """Keeps what is to be said again while the folders `made`, of `out`, are as they are now. Raises `OSError`."""
        from mathora.export.note import read_note  # who finds an answer does without
        from mathora.render.files import write_whole

        if self._marks is None or os.path.realpath(out) != os.path.realpath(_out(self.words)):
            return
        folders = sorted(map(os.path.realpath, made))
        read = {path: mark for path, mark in self._marks.items() if not _is_below(path, folders)}
        if any(self.began - _clock(changed) < changed / 1e9 for mark in read.values() for changed in mark[2:]):
            return
        noted = {
            os.path.join(folder, path): digest  # noqa: PTH118 - thousands of names
            for folder in folders
            for product in read_note(Path(folder)).values()
            for path, digest in product.files.items()
        }
        found = [str(path) for folder in folders for path in Path(folder).rglob("*") if path.is_file()]
        files = {path: noted.get(path) or _content(Path(path)) for path in found}
        content = {
            "told": [{"event": one.event, "line": one.line, "values": one.values} for one in told],
            "homes": self._homes, "made": folders, "read": _digest(self._marks, folders), "files": files,
        }  # fmt: skip
        write_whole(self._file(out), json.dumps(content).encode("ascii"))
        answers = sorted(self._file(out).parent.glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in answers[:-MOST_ANSWERS]:
            old.unlink(missing_ok=True)

    def _file(self, out: Path) -> Path:
        name = hashlib.sha256(repr([*self.words]).encode("utf-8", "surrogatepass")).hexdigest()
        return out / ".cache" / "answers" / f"{name}.json"


def _clock(changed: int) -> float:
    """How long a time of change, in nanoseconds, may be that of another change, too."""
    return FINE if changed % 1_000_000_000 else COARSE


def _out(words: Sequence[str]) -> str:
    """What the words say of `--out`, whatever else they mean."""
    following = dict(pairwise(words))
    return next((word[6:] for word in words if word.startswith("--out=")), following.get("--out", "media"))


def _marks(homes: Iterable[str]) -> dict[str, _Mark] | None:
    """What tells whether a file of these folders, or of Mathora's, is another; None if there are too many."""
    package = Path(os.path.realpath(mathora.__file__)).parent
    found: dict[str, _Mark] = {}
    for folder in (str(package), str(package.parent / "scenes"), *homes):
        for entry in _files(folder):
            found[entry.path] = _mark(entry.stat())
            if len(found) > MOST_FILES:
                return None
    return found | {path: _mark(os.stat(path)) for name in OUTSIDE if (path := shutil.which(name))}  # noqa: PTH116


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    """The files in a folder and below, without what is hidden, and what Python keeps."""
    pending = [folder]
    while pending:
        with suppress(FileNotFoundError), os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.name.startswith(".") or entry.name == "__pycache__":
                    continue
                if entry.is_dir(follow_symlinks=False):
                    pending.append(entry.path)
                elif entry.is_file():
                    yield entry


def _mark(of: os.stat_result) -> _Mark:
    return of.st_ino, of.st_size, of.st_mtime_ns, of.st_ctime_ns


def _digest(marks: Mapping[str, _Mark], made: Collection[str]) -> str:
    """Of all that an answer depends on, but for what lies in the folders `made`."""
    read = sorted((path, *mark) for path, mark in marks.items() if not _is_below(path, made))
    return hashlib.sha256(repr((os.getcwd(), _python(), read)).encode("utf-8", "surrogatepass")).hexdigest()  # noqa: PTH109


def _python() -> tuple[str, list[str]]:
    """Which Python runs, and the packages that are installed for it."""
    names = (name for place in sys.path if Path(place).is_dir() for name in os.listdir(place))  # noqa: PTH208
    return f"{sys.executable} {sys.version}", sorted(name for name in names if name.endswith(VERSION_NOTES))


def _is_below(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(folder + os.sep) for folder in folders)


def _content(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
