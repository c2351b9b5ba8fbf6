"""From the text of a scene's file to its class, with the neighbours that it imports.

Laws:
- The files are trusted code of the course's owner. They come as text, so what is run is what was digested.
- A neighbour is found after all that is installed: no file of a course takes the place of a library.
- When the scene is done with, its neighbours are forgotten: the next scene's may have the same names.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from types import CodeType, ModuleType

from mathora.plan import SceneSource, SourceFile
from mathora.stage.scene import LessonScene


class _Text(InspectLoader):
    """Loads a module from its text."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file

    def spec(self, name: str) -> ModuleSpec:
        """The module's, under a name."""
        found = ModuleSpec(name, self, origin=self._file.file, is_package=self.is_package(name))
        found.has_location = True
        return found

    def is_package(self, fullname: str) -> bool:  # noqa: ARG002 - the loader's form
        """Whether it is a folder's `__init__`."""
        return self._file.file.endswith("__init__.py")

    def get_source(self, fullname: str) -> str:  # noqa: ARG002 - the loader's form
        """Its text."""
        return self._file.text

    def get_code(self, fullname: str) -> CodeType:
        """Its text, compiled under its file's name, which tracebacks show."""
        return self.source_to_code(self.get_source(fullname), self._file.file)


class _Neighbours(MetaPathFinder):
    """Finds the files that come with a scene."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        self._files = {file.module: file for file in files}
        self.loaded: list[str] = []

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the finder's form
        target: ModuleType | None = None,  # noqa: ARG002 - the finder's form
    ) -> ModuleSpec | None:
        """The neighbour of this name."""
        if fullname not in self._files:
            return None
        self.loaded.append(fullname)
        return _Text(self._files[fullname]).spec(fullname)


@contextmanager
def scene_class(source: SceneSource) -> Iterator[type[LessonScene]]:
    """The scene's class; while the context lasts, its neighbours can be imported, also late."""
    name = f"mathora_scene_{source.main.module}"
    finder, loader = _Neighbours(source.neighbours), _Text(source.main)
    module = module_from_spec(loader.spec(name))
    sys.meta_path.append(finder)
    sys.modules[name] = module  # dataclasses in the file look their module up
    try:
        _run(loader, module, source.main.file)
        found = getattr(module, source.name)
        if not (isinstance(found, type) and issubclass(found, LessonScene)):
            raise TypeError(f"{source.name} in {source.main.file} is not a LessonScene")
        yield found
    finally:
        sys.meta_path.remove(finder)
        for loaded in (*finder.loaded, name):
            sys.modules.pop(loaded, None)


def _run(loader: _Text, module: ModuleType, file: str) -> None:
    """Run a scene's file; what goes wrong in it is told with its name, also where it asks to leave the program."""
    try:
        loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise ImportError(f"{file} cannot be imported: {type(error).__name__}: {error}") from error
