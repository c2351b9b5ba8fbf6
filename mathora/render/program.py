"""What draws, as a value: Mathora's own files by digest, and the versions of the packages that decide pixels.

Owns: `Program` and `versions`.

Law: who draws compares it with what lies there, before the first step and after each. A file that was saved meanwhile,
or another installation on a cluster's worker, keeps nothing under a key that does not say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from time import time_ns

import mathora
from mathora.render.sources import SOURCES, read_source

DRAWING_PACKAGES = ("manim", "typst", "skia-python", "numpy", "av", "contourpy", "fonttools")
"""The distributions whose version decides pixels or bytes."""


@dataclass(frozen=True, slots=True)
class Program:
    """The files that draw a scene, by their modules' names, and the packages that they use, by version."""

    modules: Mapping[str, str]
    versions: Mapping[str, str]

    def difference(self) -> str:
        """What of it is not so in this process's installation, in words; empty if all is."""
        here = versions()
        for name, wanted in self.versions.items():
            if here[name] != wanted:
                return f"{name} is {here[name]} instead of {wanted}"
        changed = (name for name, wanted in self.modules.items() if _digest_of(name) != wanted)
        return next((f"the file of {name} is another" for name in changed), "")

    def written_since(self, began: int) -> str:
        """A module whose file was written after this time, in nanoseconds since the epoch; empty if none was. A file
        from the future, as another clock makes them, lay there before.
        """
        now = time_ns()
        files = ((name, file) for name in self.modules for file in _files_of(name) if file.exists())
        return next((name for name, file in files if began < file.stat().st_mtime_ns <= now), "")


@cache
def versions() -> Mapping[str, str]:
    """The installed version of each package that decides pixels."""
    return {name: _version(name) for name in DRAWING_PACKAGES}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _digest_of(module: str) -> str:
    """The digest of a module's file; empty if there is none."""
    for file in _files_of(module):
        try:
            return read_source(file)[1]
        except OSError:
            continue
    return ""


@cache
def _files_of(module: str) -> tuple[Path, ...]:
    """Where Python looks for a module of ours, and what may lie there instead of one."""
    place = Path(mathora.__file__).parent.parent.joinpath(*module.split("."))
    return place / "__init__.py", *(place.with_name(place.name + suffix) for suffix in SOURCES)
