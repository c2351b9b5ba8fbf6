"""The edge of the prover: verdicts kept in a file, so that an unchanged lesson is checked without SymPy.

Laws:
- Safe to delete, safe to damage: what cannot be read counts as empty, and the file is replaced whole (temp, fsync,
  rename).
- A certificate that comes back is judged by the kernel again before it is believed; one that fails counts as unknown.
  What was believed once is known for as long as the process lives.
- A key holds all that a verdict depends on (`Task.digest`), so entries are never stale, only unused.
- An entry is believed only under its own key: its seal is a digest of key and verdict. What was swapped, cut or has a
  flipped bit is dropped and asked for again. (A seal tells accidents; who may write here may write seals too.)
- A verdict that depends on the machine's speed or memory (undecided) is not kept.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
from contextlib import suppress
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any
from uuid import uuid4

import mathora
from mathora.prove.kernel import Certificate, Refused, holds
from mathora.prove.task import Decide, Fit, Task
from mathora.prove.verdict import Verdict, Witness

MOST_ENTRIES = 20_000


class VerdictStore:
    """Verdicts by digest, in one JSON file; `decide` asks the file first and `otherwise` where it does not know.

    Without a `file` they are known to this process alone.
    """

    def __init__(self, file: Path | None, otherwise: Decide) -> None:
        self._file = file
        self._otherwise = otherwise
        self._known: dict[str, Verdict] = {}
        self._changed = False

    def decide(self, task: Task | Fit) -> Verdict:
        """The kept verdict, or a fresh one, which is kept if it is decided."""
        key = task.digest(self._versions)
        if key in self._known:
            return self._known[key]
        verdict = _believed(key, self._entries.get(key))
        if verdict is None or not _is_judged(task, verdict):
            verdict = self._otherwise(task)
            if verdict.kind == "undecided":
                return verdict
            content = dataclasses.asdict(verdict)
            self._entries[key] = {"seal": _seal(key, content), "verdict": content}
            self._changed = True
        self._known[key] = verdict
        return verdict

    def save(self) -> None:
        """Writes the file if there is anything new; where nothing may be written, the next run proves again."""
        if self._changed and self._file is not None:
            with suppress(OSError):
                self._write(self._file)

    def _write(self, path: Path) -> None:
        """Keeps also what other processes have written since the file was read."""
        recent = dict(list((_read(path) | self._entries).items())[-MOST_ENTRIES:])
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f".tmp-{uuid4().hex}")
        try:
            with draft.open("x", encoding="utf-8") as file:
                json.dump(recent, file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        self._changed = False

    @cached_property
    def _entries(self) -> dict[str, Any]:
        return _read(self._file) if self._file else {}

    @cached_property
    def _versions(self) -> dict[str, str]:
        versions = {package: metadata.version(package) for package in ("sympy", "python-flint")}
        return versions | {"prover": _source_digest()}


def _read(file: Path) -> dict[str, Any]:
    """The file's entries; none if it cannot be read."""
    try:
        content = json.loads(file.read_text(encoding="utf-8") if file.is_file() else "{}")  # a pipe has no end
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _source_digest() -> str:
    """A digest of the source that decides: the rooms prove, formula and lesson, with all that is in them."""
    digest = hashlib.sha256()
    package = Path(mathora.__file__).parent
    for file in sorted(file for room in ("prove", "formula", "lesson") for file in (package / room).rglob("*.py")):
        digest.update(file.relative_to(package).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _seal(key: str, content: object) -> str:
    """What binds a verdict, as JSON knows it, to its key."""
    text = json.dumps([key, content], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _believed(key: str, entry: object) -> Verdict | None:
    """The verdict of an entry that bears its key's seal; None of any other."""
    match entry:
        case {"seal": str(seal), "verdict": dict(content)} if seal == _seal(key, content):
            return _verdict(content)
        case _:
            return None


def _is_judged(task: Task | Fit, verdict: Verdict) -> bool:
    """Whether the kernel follows the certificate, if there is one."""
    if verdict.certificate is None:
        return True
    if isinstance(task, Fit):
        return False
    try:
        holds(task.claim, verdict.certificate)
    except Refused:
        return False
    return verdict.kind == "proved"


def _verdict(kept: dict[str, Any]) -> Verdict | None:
    """A verdict from its JSON; None if it is not one."""
    try:
        witness = kept.pop("witness") if "witness" in (kept := dict(kept)) else None
        if witness is not None:
            at = tuple((str(name), str(value)) for name, value in witness["at"])
            witness = Witness(at, str(witness["left"]), str(witness["right"]), str(witness["relation"]))
        conditions = tuple(str(one) for one in kept.pop("conditions"))
        content = kept.pop("certificate", None)
        certificate = None if content is None else Certificate.from_json(content)
        return Verdict(conditions=conditions, witness=witness, certificate=certificate, **kept)
    except (KeyError, TypeError, ValueError, Refused):
        return None
