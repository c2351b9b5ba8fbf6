"""The files that a scene's picture depends on: the course's own as text, Mathora's by their digest.

Owns: `Sources`, `read_source` and `imported`.

Laws:
- A file is read once in a build: what is digested is what the workers are sent.
- Files are known by their modules' names, never by folders: keys are the same in every folder of every machine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, takewhile
from pathlib import Path
from time import time_ns

import mathora
from mathora.lesson import SceneSignature
from mathora.plan import SceneSource, SourceFile
from mathora.render.files import digest

DRAWING_MODULES = ("mathora.stage.draw", "mathora.stage.scene")
"""What draws every scene, whatever the scene's own file imports."""

SOURCES = (".py", ".toml")
"""Files that a picture comes from. One that is not Python is read by the package in whose folder it lies."""

_Module = tuple[str, Path]  # a dotted name, and its file
ReadSource = tuple[str, str, frozenset[str]]  # a file's text, its digest, and the modules that it imports


SETTLED = 2 * 10**9
"""Nanoseconds behind which a file's times tell whether it was written again: some file systems count in seconds."""


def read_source(file: Path) -> ReadSource:
    """A file as it is now. Of one that lay unwritten when this process last read it, and since, that is known.
    Raises `OSError`.
    """
    now = file.stat()
    if time_ns() - max(now.st_mtime_ns, now.st_ctime_ns) < SETTLED:
        return _read(file)
    return _read_settled(file, (now.st_ino, now.st_size, now.st_mtime_ns, now.st_ctime_ns))


@lru_cache(maxsize=2048)
def _read_settled(file: Path, _written: tuple[int, ...]) -> ReadSource:
    return _read(file)


def _read(file: Path) -> ReadSource:
    text = file.read_text(encoding="utf-8", errors="replace")
    return text, digest(text.encode("utf-8")), imported(text)


@dataclass(slots=True)
class Sources:
    """Scene files with all that they import from the project. `folders` are searched after a scene's own."""

    folders: Sequence[Path] = ()
    package: Path = field(default_factory=lambda: Path(mathora.__file__).parent)
    _texts: dict[Path, ReadSource] = field(default_factory=dict)
    _found: dict[tuple[Path, str], tuple[_Module, ...]] = field(default_factory=dict)
    _listed: dict[str, Path] = field(default_factory=dict)
    _read: dict[str, list[str]] = field(default_factory=dict)
    _own: dict[str, frozenset[str]] = field(default_factory=dict)
    _reached: dict[frozenset[str], dict[str, str]] = field(default_factory=dict)

    def of(self, scene: SceneSignature, beside: SceneSignature | None = None) -> SceneSource:
        """A scene's text, with the course's files that it leads to, and those of one beside it. Raises `OSError`."""
        file = Path(scene.file)
        leads = sorted(set(self._closure(file)) - {(file.stem, file)})
        main, neighbours = self._source((file.stem, file)), tuple(map(self._source, leads))
        return SceneSource(scene.name, main, neighbours, None if beside is None else self.of(beside))

    def digests(self, source: SceneSource) -> dict[str, str]:
        """The digest of each file that draws the scene, by its module's name."""
        own = {one.module: digest(one.text.encode("utf-8")) for one in source.neighbours}
        guest = self.digests(source.beside) if source.beside is not None else {}
        beside = {f"beside: {name}": one for name, one in guest.items()}
        main = digest(source.main.text.encode("utf-8"))
        return {**own, **beside, **self.package_files(source), "the scene": main}

    def package_files(self, source: SceneSource) -> dict[str, str]:
        """The digest of each file of Mathora's own that draws the scene."""
        names = {name for one in source.files for name in imported(one.text)}
        return self.of_package(*DRAWING_MODULES, *names)

    def of_package(self, *names: str) -> dict[str, str]:
        """The digest of each file of Mathora's own that importing these modules runs."""
        if not self._listed:
            self._list()
        asked = frozenset(name for name in names if name.partition(".")[0] == self.package.name)
        if asked not in self._reached:
            pending = [module for name in asked for module in self._on_the_way(name)]
            found = {**self.of_package(*DRAWING_MODULES)} if asked > {*DRAWING_MODULES} else {}
            while pending:
                if (module := pending.pop()) not in found:
                    found[module] = self._text(self._listed[module])[1]
                    pending += self._leads_in_package(module)
            self._reached[asked] = found
        return self._reached[asked]

    def _list(self) -> None:
        """Notes the package's files by their modules' names, as they lie there now, and those that a package reads."""
        files = sorted(str(file) for suffix in SOURCES for file in self.package.rglob(f"*{suffix}"))
        for file in files:
            module, dot, suffix = file[len(str(self.package.parent)) + 1 :].replace(os.sep, ".").rpartition(".")
            name = module.removesuffix(".__init__")
            self._listed[name] = Path(file)
            if dot + suffix != ".py":
                self._read.setdefault(_package(name), []).append(name)

    def _closure(self, file: Path) -> Iterator[_Module]:
        """The scene's file and the course's files that importing it runs."""
        seen: set[_Module] = set()
        pending: list[_Module] = [(file.stem, file)]
        while pending:
            if (module := pending.pop()) not in seen:
                seen.add(module)
                yield module
                for name in self._text(module[1])[2]:
                    pending += self._neighbours(file.parent, name)

    def _neighbours(self, folder: Path, name: str) -> tuple[_Module, ...]:
        """What importing `name` runs in the first of the folders that has it."""
        found = (self._resolved(one, name) for one in (folder, *self.folders))
        return next((modules for modules in found if modules), ()) if name.partition(".")[0] != "mathora" else ()

    def _leads_in_package(self, module: str) -> frozenset[str]:
        if module not in self._own:
            root = self.package.name
            names = [name for name in self._text(self._listed[module])[2] if name.startswith(root)]
            leads = (one for name in names for one in self._on_the_way(name))
            self._own[module] = frozenset((*leads, *self._read.get(module, ())))
        return self._own[module]

    def _on_the_way(self, module: str) -> Iterator[str]:
        """The modules of the package that importing `module` runs: the packages on the way, and its own."""
        return takewhile(self._listed.__contains__, accumulate(module.split("."), "{}.{}".format))

    def _source(self, module: _Module) -> SourceFile:
        return SourceFile(module[0], str(module[1]), self._text(module[1])[0])

    def _text(self, file: Path) -> ReadSource:
        """A file's text, its digest, and the modules that it imports."""
        if file not in self._texts:
            self._texts[file] = read_source(file)
        return self._texts[file]

    def _resolved(self, folder: Path, module: str) -> tuple[_Module, ...]:
        """The files of `folder` that importing `module` runs: the `__init__` of packages on the way, and its own."""
        if (folder, module) not in self._found:
            parent = _package(module)
            above = self._resolved(folder, parent) if parent else ()
            reached = not parent or (above and above[-1][0] == parent)
            place = folder / module.replace(".", "/")
            files = (place / "__init__.py", place.with_suffix(".py")) if reached else ()
            own = next((file for file in files if file.is_file()), None)
            self._found[folder, module] = (*above, (module, own)) if own else above
        return self._found[folder, module]


def _package(module: str) -> str:
    """The package in which a module lies."""
    return module.rpartition(".")[0]


_FOR_TYPES_ONLY = re.compile(r"^if TYPE_CHECKING:\n(?:[ \t]+.*\n|\n)*", re.MULTILINE)
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(\([^)]*\)|[^\n]*)|import[ \t]+([^\n]*))", re.MULTILINE
)


def imported(source: str) -> frozenset[str]:
    r"""The dotted names that a module may import when it runs; a `from` import counts with and without its names.

    Read line by line, which is ten times as fast as parsing; a line of a text that looks like an import counts as one,
    which at worst draws something again.

    >>> sorted(imported("import a.b as c, d\nfrom e import (f,\n  g as h)"))
    ['a.b', 'd', 'e', 'e.f', 'e.g']
    """
    names: set[str] = set()
    for parent, members, modules in _IMPORT.findall(_FOR_TYPES_ONLY.sub("", source)):
        words = re.sub(r"#[^\n]*|[()]", " ", members or modules).replace("\n", " ").split(",")
        plain = [word.split()[0] for word in words if word.split()]
        names |= {parent, *(f"{parent}.{name}" for name in plain)} if parent else set(plain)
    return frozenset(names)
