"""What a step's picture depends on, as one digest.

Owns: `step_keys`, `canonical` and `SourceDigests`.

Laws:
- A key covers what draws a step and nothing else: the lesson's model, colours, theme and title card; the section's
  title, scene and parameters; what this step and those before it do and show; the size and rate; the scene's source
  with all that it imports from the project; the versions of what draws. Narration, rests, quizzes elsewhere, places in
  the script and other sections are not in it.
- Keys do not depend on the machine, the folder, the locale or the hash seed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

import mathora
from mathora.lesson import Lesson, Part, Section, Step, Text
from mathora.plan import FrameFormat

DRAWING_PACKAGES = ("manim", "typst", "skia-python", "numpy", "av", "contourpy")
"""The distributions whose version decides pixels or bytes."""

DRAWING_MODULES = ("mathora.stage.draw", "mathora.stage.scene")
"""What draws every scene, whatever the scene's own file imports."""

NO_PROGRAMS: Mapping[str, str] = MappingProxyType({})


def canonical(value: object) -> object:
    """A value as JSON knows it, places left out: texts are their characters, parts of a lesson are their fields.

    Raises `TypeError` for a value of any other kind.
    """
    match value:
        case Text():
            return value.value
        case Part():
            fields = {name: canonical(getattr(value, name)) for name in type(value).model_fields}
            return {"is": type(value).__name__, **fields}
        case list() | tuple():
            return [canonical(one) for one in value]
        case Mapping():
            return {str(key): canonical(one) for key, one in value.items()}
        case str() | int() | float() | None:
            return value
    raise TypeError(f"a {type(value).__name__} has no canonical form")


def digest_of(value: object) -> str:
    """SHA-256 of a value's canonical JSON, in hexadecimal."""
    text = json.dumps(canonical(value), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def step_keys(
    lesson: Lesson,
    scenes: Mapping[str, Path],
    frames: FrameFormat,
    sources: SourceDigests,
    programs: Mapping[str, str] = NO_PROGRAMS,
) -> dict[str, str]:
    """The key of every step, by `section/step`; `programs` are those of the machine that draw along, by version."""
    common = {
        "lesson": [lesson.id, lesson.title, lesson.course, lesson.summary],
        "model": lesson.model,
        "colours": lesson.colours,
        "theme": lesson.theme,
        "language": lesson.language,
        "frames": str(frames),
        "versions": {name: version(name) for name in DRAWING_PACKAGES} | dict(programs),
    }
    return {
        f"{section.id}/{step.id}": key
        for section in lesson.sections
        for step, key in _section_keys(section, {**common, "sources": sources.of(scenes[section.scene.value])})
    }


def _section_keys(section: Section, common: Mapping[str, object]) -> Iterable[tuple[Step, str]]:
    chain = digest_of({**common, "title": section.title, "scene": section.scene, "arguments": section.arguments})
    for step in section.steps:
        chain = digest_of([chain, step.action, step.arguments, [[one.tex, one.role] for one in step.show]])
        yield step, chain


class SourceDigests:
    """Digests of scene files with all that they import from the project; each file is read once."""

    def __init__(self, package: Path | None = None) -> None:
        self._package = package or Path(mathora.__file__).parent
        self._files: dict[Path, tuple[str, frozenset[Path]]] = {}
        self._roots: dict[Path, bool] = {}
        self._resolved: dict[tuple[Path | str, ...], tuple[Path, ...]] = {}

    def of(self, scene: Path) -> str:
        """The digest of the scene's source and of every project file that it leads to."""
        entries = {scene, *(file for name in DRAWING_MODULES for file in self._resolve(name, scene.parent))}
        seen: set[Path] = set()
        pending = list(entries)
        while pending:
            file = pending.pop()
            if file not in seen:
                seen.add(file)
                pending.extend(self._read(file)[1])
        named = sorted((self._name(file, scene), self._read(file)[0]) for file in seen)
        return digest_of([list(pair) for pair in named])

    def _name(self, file: Path, scene: Path) -> str:
        """The file's name in the digest, the same in every folder of every machine."""
        base = self._package if file.is_relative_to(self._package) else scene.parent
        return file.relative_to(base).as_posix()

    def _read(self, file: Path) -> tuple[str, frozenset[Path]]:
        """A file's digest, and the project files that it imports."""
        if file not in self._files:
            source = file.read_bytes()
            names = imported(source.decode("utf-8", "replace"))
            files = frozenset(found for name in names for found in self._resolve(name, file.parent))
            self._files[file] = hashlib.sha256(source).hexdigest(), files
        return self._files[file]

    def _resolve(self, module: str, folder: Path) -> tuple[Path, ...]:
        """The project's files that importing `module` runs: packages' `__init__` on the way, and the module itself."""
        first, *rest = module.split(".")
        root = self._package if first == self._package.name else folder / first
        if root not in self._roots:
            self._roots[root] = root.is_dir() or root.with_suffix(".py").is_file()
        if not self._roots[root]:
            return ()
        if (root, *rest) not in self._resolved:
            places = [root.joinpath(*rest[:depth]) for depth in range(len(rest) + 1)]
            names = [name for place in places for name in (place / "__init__.py", place.parent / f"{place.name}.py")]
            self._resolved[(root, *rest)] = tuple(name for name in names if name.is_file())
        return self._resolved[(root, *rest)]


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
