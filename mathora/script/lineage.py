"""Scene classes and what they inherit, from the text of their files; nothing is imported.

Owns: `scene_classes`, which finds a file's scenes, each with all that its parents bring, as one class.

Laws:
- A class is a scene if its parents lead to `LessonScene`: in the same file, or in a neighbour that the file imports.
- What a child states counts before what its parents state, as in Python; the order is that of the first statement.
- A part of a class remembers the file that it was written in (`file`), for faults.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from mathora.lesson import LINE_END, Fault, Faulty, Place

BASE = "LessonScene"
ADDED = ("needs", "limits")  # the tables to which a child adds rows; a limit of its own counts before its parent's

T = TypeVar("T", bound=ast.AST)

Neighbour = Callable[[str], tuple[str, str] | None]
"""From a module's dotted name to the text and name of its file, if it is one of the course's."""


@dataclass(slots=True)
class _File:
    """A parsed file: its classes, and where the names that it imports come from (module, name there)."""

    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    imported: dict[str, tuple[str, str]] = field(default_factory=dict)


def scene_classes(source: str, file: str, neighbour: Neighbour) -> list[ast.ClassDef]:
    """The scenes of a file, parents before children; raises `Faulty` if they are not one line of inheritance."""
    reading = _Reading(neighbour)
    own = _parsed(source, file)
    lines = [line for name in own.classes if (line := reading.line(own, name, ()))]
    lines.sort(key=len)
    for shorter, longer in pairwise(lines):
        if shorter[-1] not in longer:
            message = f"{len(lines)} classes derive from {BASE} here, expected one, or one from the other"
            raise _unlike(file, longer[-1].lineno, message)
    if not lines:
        raise _unlike(file, 1, f"0 classes derive from {BASE} here, expected exactly one")
    return [_merged(line) for line in lines if not line[-1].name.startswith("_")]


def _unlike(file: str, line: int, message: str) -> Faulty:
    hint = "a scene is one file; a file that is none starts with '_'"
    return Faulty([Fault(Place(file, line, 1), "scene-class", message, hint)])


class _Reading:
    """The files of neighbours that were asked for on the way, by module."""

    def __init__(self, neighbour: Neighbour) -> None:
        self._neighbour = neighbour
        self._files: dict[str, _File | None] = {}

    def line(self, file: _File, name: str, seen: tuple[ast.ClassDef, ...]) -> list[ast.ClassDef]:
        """The classes from the one below `LessonScene` down to `name`; none if it is no scene."""
        node = file.classes.get(name)
        if node is None or node in seen:
            return []
        for base in node.bases:
            dotted = ast.unparse(base)
            if dotted.rpartition(".")[2] == BASE:
                return [node]
            if above := self._line_of(file, dotted, (*seen, node)):
                return [*above, node]
        return []

    def _line_of(self, file: _File, dotted: str, seen: tuple[ast.ClassDef, ...]) -> list[ast.ClassDef]:
        if dotted in file.classes:
            return self.line(file, dotted, seen)
        owner, _, name = dotted.rpartition(".")
        module, member = file.imported.get(owner or dotted, ("", ""))
        other = self._module(module)
        return self.line(other, name if owner else member, seen) if other else []

    def _module(self, module: str) -> _File | None:
        if module not in self._files:
            found = self._neighbour(module) if module else None
            self._files[module] = _parsed(*found) if found else None
        return self._files[module]


@lru_cache(maxsize=128)
def _parsed(source: str, file: str) -> _File:
    """A file's classes and imports, parsed once for all that ask; raises `Faulty` if it is not Python."""
    found = _File()
    for node in _tree(source, file).body:
        match node:
            case ast.ClassDef(name=name) if name in found.classes:
                raise _unlike(file, node.lineno, f"a second class {name}, expected one")
            case ast.ClassDef(name=name):
                found.classes[name] = _placed(node, file)
            case ast.ImportFrom(module=str(module), names=names):
                found.imported |= {one.asname or one.name: (module, one.name) for one in names}
            case ast.Import(names=names):
                found.imported |= {one.asname or one.name: (one.name, "") for one in names}
    return found


def _tree(source: str, file: str) -> ast.Module:
    """The file parsed; lines end where editors end them."""
    try:
        return ast.parse(LINE_END.sub("\n", source), file)
    except SyntaxError as error:
        place = Place(file, error.lineno or 1, error.offset or 1)
        hint = "mend it, or move it out of scenes/"
        raise Faulty([Fault(place, "scene-syntax", f"this scene file is not Python: {error.msg}", hint)]) from None
    except (ValueError, RecursionError, MemoryError) as error:
        message, hint = f"this scene file cannot be read: {error}", "mend it, or move it out of scenes/"
        raise Faulty([Fault(Place(file, 1, 1), "scene-syntax", message, hint)]) from None


def _placed(node: ast.ClassDef, file: str) -> ast.ClassDef:
    """The class with its file at every part; without what its methods do, which nobody reads and is most of it."""
    for one in node.body:
        if isinstance(one, ast.FunctionDef):
            one.body = one.body[:1]
    for part in ast.walk(node):
        part.file = file  # type: ignore[attr-defined]
    return node


def _merged(line: Sequence[ast.ClassDef]) -> ast.ClassDef:
    """The last class of a line with all that those before it bring."""
    rows: dict[tuple[bool, str], ast.stmt] = {}
    for node in line:
        for one in node.body:
            for name in _defined(one):
                key = isinstance(one, ast.FunctionDef), name  # a parameter and an action may have one name
                rows[key] = _overriding(rows.get(key), one)
    own = line[-1]
    docstring = own.body[:1] if ast.get_docstring(own) else []
    whole = ast.ClassDef(own.name, own.bases, own.keywords, [*docstring, *rows.values()], own.decorator_list)
    return _placed_like(whole, own)


def _defined(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
            yield name
        case ast.Assign(targets=targets):
            yield from (one.id for one in targets if isinstance(one, ast.Name))


def _overriding(before: ast.stmt | None, now: ast.stmt) -> ast.stmt:
    """What counts of two statements of one name: a default without annotation and a method without mark change what
    there was, they do not end it.
    """
    match before, now:
        case (
            ast.Assign(value=ast.Tuple(elts=above)) | ast.AnnAssign(value=ast.Tuple(elts=above)),
            ast.Assign(value=ast.Tuple(elts=own)) | ast.AnnAssign(value=ast.Tuple(elts=own)),
        ) if (table := next(_defined(now))) in ADDED:  # what bounds a parent, bounds its children too
            named = {_first(row) for row in own}
            kept = [row for row in above if table == "needs" or _first(row) not in named]
            both = _placed_like(ast.Tuple([*kept, *own], ast.Load()), now)
            return _placed_like(ast.Assign([ast.Name(table)], both), now)
        case ast.AnnAssign(target=target, annotation=annotation), ast.Assign(value=value):
            return _placed_like(ast.AnnAssign(target, annotation, value, 1), now)
        case ast.FunctionDef(decorator_list=[_, *_]), ast.FunctionDef(decorator_list=[]):
            return before
    return now


def _first(row: ast.expr) -> str:
    """What a row of a table is about."""
    return ast.unparse(row.elts[0]) if isinstance(row, ast.Tuple) and row.elts else ""


def _placed_like(made: T, like: ast.AST) -> T:
    """The node with the place of another."""
    made.file = getattr(like, "file", "")  # type: ignore[attr-defined]
    return ast.copy_location(made, like)
