"""The text of a scene's file and of the neighbours that it imports: what a worker is sent instead of a path.

Owns: `SceneSource`.

Law: what is drawn is what was digested. A file that is saved while a build goes on changes the next build.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A module's dotted name, its file as tracebacks name it, and its text."""

    module: str
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class SceneSource:
    """The file that defines the scene class `name`, and the course's files that importing it runs, by module.

    `beside` is the source of the scene that stands beside it.
    """

    name: str
    main: SourceFile
    neighbours: tuple[SourceFile, ...] = ()
    beside: SceneSource | None = None

    @property
    def files(self) -> tuple[SourceFile, ...]:
        """Every file of the course's that is run."""
        return (self.main, *self.neighbours, *(self.beside.files if self.beside else ()))
