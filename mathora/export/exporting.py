"""From an order to a lesson's folder: what is up to date stays, the rest is made, and all of it appears at once.

Owns: `export_lesson`; `published`, what stands in its folder, and `prepare`, for who has time before.

Laws:
- A product is up to date when it was made from the same lesson, timeline, clips, speeches and program, and its files
  are whole, bit by bit.
- When all that is ordered is up to date nothing is written, and nothing is imported that makes products; a file that
  would be written with what it has already is not written again.
- Products that are not ordered stay as they are, and so do files of the author's own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module, metadata, resources
from pathlib import Path

from mathora.export.note import NotedProduct, carry_over, damaged, digest_in, read_note, write_note
from mathora.export.order import Order
from mathora.export.products import PRODUCTS
from mathora.export.publish import publishing
from mathora.lesson import SceneSignature
from mathora.prove import Proven
from mathora.render.files import scratch_folder
from mathora.render.parts import PartStore

MAKING_PACKAGES = ("av", "fonttools", "numpy", "pillow", "python-pptx", "sympy", "typst", "ziamath")
"""The distributions whose version decides a product's bytes."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The lesson's folder, and which of the ordered products had to be made."""

    folder: Path
    made: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What stands in a folder: which folder that is, for each build puts another there, and the products whose files
    are whole.
    """

    folder: tuple[int, int] | None
    products: Mapping[str, NotedProduct]


def published(folder: Path) -> Published:
    """What stands there; all of its files are read, each once."""
    seen, note, read = _folder(folder), read_note(folder), cache(digest_in)
    whole = {name: one for name, one in note.items() if name in PRODUCTS and not any(damaged(one, folder, read))}
    return Published(seen, whole)


def export_lesson(order: Order, out: Path, looked: Callable[[], Published] | None = None) -> Exported:
    """Makes the ordered products in `out/<the order's folder>`; raises `OSError` if the disk refuses. `looked` gives
    what stood there when the command began, for who looked at it meanwhile.
    """
    folder = out / order.folder
    before = published(folder) if looked is None else looked()
    state = _judge(order, before)
    if not state.stale:
        return Exported(folder, ())
    from mathora.export.making import BESIDE, MAKERS, OF_FILM  # noqa: PLC0415
    from mathora.export.shared_parts import SharedParts  # noqa: PLC0415 - a second's work, spared when all is up to date

    with (
        publishing(out, order.folder) as place,
        scratch_folder("mathora-export-") as scratch,
        ThreadPoolExecutor(3) as beside,
    ):
        if _folder(folder) != before.folder:  # another build has published meanwhile
            state = _judge(order, published(folder))
        note = {name: entry for name, entry in state.kept.items() if name not in state.stale}
        for path in {path for entry in note.values() for path in entry.files}:
            _link(place / path, folder / path)
        shared = SharedParts(state.order, PartStore(order.cache, program_digest()), scratch, beside)
        there = {path: digest for entry in state.kept.values() for path, digest in entry.files.items()}
        put: dict[str, str] = {}
        if OF_FILM.intersection(state.stale):
            beside.submit(lambda: shared.handovers)
        begun = {name: beside.submit(MAKERS[name], shared) for name in state.stale if name in BESIDE}
        made = {name: MAKERS[name](shared) for name in state.stale if name not in BESIDE}
        made |= {name: files.result() for name, files in begun.items()}
        for name, files in made.items():
            for path in sorted(files.keys() - put.keys()):
                given = files[path]
                content = given.result() if isinstance(given, Future) else given
                put[path] = digest_in(content)
                if there.get(path) == put[path]:
                    _link(place / path, folder / path)
                else:
                    _put(place / path, content)
            note[name] = NotedProduct(state.keys[name], {path: put[path] for path in sorted(files)})
        write_note(place, note)
        carry_over(folder, place)
    return Exported(folder, state.stale)


def prepare(proven: Proven, catalogue: Mapping[str, SceneSignature], cache: Path) -> None:
    """Imports what makes products, and has the interactives computed: neither waits for a picture."""
    import_module("mathora.export.making")
    from mathora.export.content.kept_plays import plays_of  # noqa: PLC0415 - as above
    from mathora.export.content.speller import Speller  # noqa: PLC0415 - as above

    plays_of(proven.lesson, catalogue, Speller(proven), PartStore(cache, program_digest()))


def _folder(folder: Path) -> tuple[int, int] | None:
    """Which folder has the lesson's name."""
    return (found.st_ino, found.st_ctime_ns) if folder.exists() and (found := folder.stat()) else None


@dataclass(frozen=True, slots=True)
class _State:
    """What stands in a lesson's folder: the entries whose files are whole, and which ordered products are stale."""

    order: Order
    kept: Mapping[str, NotedProduct]
    keys: Mapping[str, str]
    stale: tuple[str, ...]


def _judge(order: Order, before: Published) -> _State:
    kept = before.products
    order = replace(order, offered=tuple(name for name in PRODUCTS if name in kept or name in order.products))
    keys = _keys(order)
    stale = tuple(name for name in order.products if name not in kept or kept[name].key != keys[name])
    return _State(order, kept, keys, stale)


def _keys(order: Order) -> dict[str, str]:
    """For each product a digest of what it is made from; a place in the script counts for the receipt alone (the `repr`
    of a text has none).
    """
    used = {one.scene.value for section in order.proven.lesson.sections for one in section.scenes}
    scenes = ((name, [(one.name, one.describes) for one in order.catalogue[name].actions]) for name in used)
    common = (
        repr(replace(order.proven.lesson, file="")),
        repr(order.timeline),
        repr(
            sorted(
                (address, clip.digest, clip.still_digest, clip.loop_digests) for address, clip in order.clips.items()
            )
        ),
        repr((order.spoken.credit, sorted(order.spoken.keys.items()), order.music and order.music.digest)),
        str(order.frames),
        repr(sorted(scenes)),
        program_digest(),
    )
    own = {
        "page": repr((order.one_file, order.offered)),
        "proofs": repr([receipt.place.in_any_folder for receipt in order.proven.receipts]),
    }
    return {name: _digest(*common, own.get(name, "")) for name in order.products}


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


@cache
def program_digest() -> str:
    """A digest of Mathora's own sources and of the versions of what sets its products."""
    found = hashlib.sha256()
    root = Path(str(resources.files("mathora")))
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".toml", ".css", ".js", ".html", ".typ"}:
            found.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    for package in MAKING_PACKAGES:
        found.update(f"{package} {metadata.version(package)}".encode())
    return found.hexdigest()


def _link(path: Path, before: Path) -> None:
    """A file of the last products, kept: nothing changes a published file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
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
