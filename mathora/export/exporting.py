"""From an order to a lesson's folder: what is up to date stays, the rest is made, and all of it appears at once.

Owns: `export_lesson`, and the note of what each product was made from (`.products.json` in the lesson's folder).

Laws:
- A product is up to date when it was made from the same lesson, timeline, clips and program, and its files are whole.
- When all that is ordered is up to date nothing is written, and nothing is imported that makes products.
- Products that are not ordered stay as they are.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from mathora.export.order import Order
from mathora.export.products import PRODUCTS
from mathora.export.publish import publishing
from mathora.render.files import scratch_folder

NOTE = ".products.json"

MAKING_PACKAGES = ("av", "fonttools", "pillow", "python-pptx", "sympy", "typst", "ziamath")
"""The distributions whose version decides a product's bytes."""

Note = dict[str, Any]
"""Product → `key`, and `files` with their sizes."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The lesson's folder, and which of the ordered products had to be made."""

    folder: Path
    made: tuple[str, ...]


def export_lesson(order: Order, out: Path) -> Exported:
    """Makes the ordered products in `out/<lesson id>`; raises `OSError` if the disk refuses."""
    folder = out / order.id
    if not _judge(order, folder).stale:
        return Exported(folder, ())
    from mathora.export.bench import Bench  # noqa: PLC0415 - a second's work, spared when all is up to date
    from mathora.export.making import MAKERS  # noqa: PLC0415

    with publishing(out, order.id) as place, scratch_folder("mathora-bench-") as bench_folder:
        state = _judge(order, folder)  # again: another build may have published while we waited for our turn
        note = {name: entry for name, entry in state.kept.items() if name not in state.stale}
        for path in {path for entry in note.values() for path in entry["files"]}:
            _link(place / path, folder / path)
        bench = Bench(state.order, bench_folder)
        for name in state.stale:
            files = MAKERS[name](bench)
            for path, content in files.items():
                _put(place / path, content)
            sizes = {path: (place / path).stat().st_size for path in sorted(files)}
            note[name] = {"key": state.keys[name], "files": sizes}
        (place / NOTE).write_text(json.dumps(note, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return Exported(folder, state.stale)


@dataclass(frozen=True, slots=True)
class _State:
    """What stands in a lesson's folder: the entries whose files are whole, and which ordered products are stale."""

    order: Order
    kept: Note
    keys: Mapping[str, str]
    stale: tuple[str, ...]


def _judge(order: Order, folder: Path) -> _State:
    note = _read_note(folder)
    kept = {name: entry for name, entry in note.items() if name in PRODUCTS and _whole(entry, folder)}
    order = replace(order, offered=tuple(name for name in PRODUCTS if name in kept or name in order.products))
    keys = _keys(order)
    stale = tuple(name for name in order.products if name not in kept or kept[name]["key"] != keys[name])
    return _State(order, kept, keys, stale)


def _keys(order: Order) -> dict[str, str]:
    """For each product a digest of what it is made from; a place in the script counts for the receipt alone (the `repr`
    of a text has none).
    """
    scenes = ((name, [(one.name, one.describes) for one in scene.actions]) for name, scene in order.catalogue.items())
    common = (
        repr(order.proven.lesson),
        repr(order.timeline),
        repr(sorted((address, clip.digest, clip.still_digest) for address, clip in order.clips.items())),
        str(order.frames),
        repr(sorted(scenes)),
        _program(),
    )
    own = {
        "page": repr((order.one_file, order.offered)),
        "proofs": repr([str(receipt.place) for receipt in order.proven.receipts]),
    }
    return {name: _digest(*common, own.get(name, "")) for name in order.products}


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """A digest of Mathora's own sources and of the versions of what sets its products."""
    found = hashlib.sha256()
    root = Path(str(resources.files("mathora")))
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".css", ".js", ".html", ".typ"}:
            found.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    for package in MAKING_PACKAGES:
        found.update(f"{package} {metadata.version(package)}".encode())
    return found.hexdigest()


def _read_note(folder: Path) -> Note:
    """What was made before; nothing where there is no note, or none that can be read."""
    try:
        note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def _whole(entry: object, folder: Path) -> bool:
    """Whether an entry of the note can be read and all its files are there in their sizes."""
    match entry:
        case {"key": str(), "files": dict() as files}:
            return all(_size(folder / path) == size for path, size in files.items())
        case _:
            return False


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None


def _link(path: Path, before: Path) -> None:
    """A file of the last products, kept: nothing changes a published file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(before, path)
    except OSError:
        shutil.copyfile(before, path)


def _put(path: Path, content: bytes | Path) -> None:
    """A new file; a clip is copied, so that whoever edits a product does not edit the cache."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        shutil.copyfile(content, path)
