"""From scripts to proven lessons, one after the other; what is faulty is shown, and the others go on.

Owns: the loop that `check`, `render`, `storyboard` and `still` share; and `StandingCheck`, for `lsp` and `preview`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from mathora.cli.course import FoundScenes, course, has_leftovers, lesson_of, looked_into, read_lesson, scene_folders
from mathora.cli.faults import show_faults
from mathora.cli.repeated import Repeatable, Told
from mathora.lesson import Fault, Faulty, Lesson, Place, SceneSignature, ThemeName, VoiceName
from mathora.prove import Proven
from mathora.prove.standing import StandingProver
from mathora.voice.wording import unspeakable

if TYPE_CHECKING:
    from mathora.cli.progress import Watch
    from mathora.render import LostStep


class StandingCheck:
    """Checks scripts one after the other, for who looks again with each save or keystroke: the prover stays warm, and
    scene files are read again only when one of them was saved. `cache` keeps verdicts.
    """

    def __init__(self, cache: Path) -> None:
        self._prover = StandingProver(verdicts_of(cache))
        self._courses: dict[tuple[Path, ...], tuple[object, FoundScenes]] = {}

    def catalogue(self, script: Path) -> Mapping[str, SceneSignature]:
        """The scenes that a script can name."""
        return self._scenes(script).catalogue

    def _scenes(self, script: Path) -> FoundScenes:
        folders = scene_folders(script)
        files = [file for folder in folders for file in sorted(folder.glob("*.py"))]
        state = tuple((file, file.stat().st_mtime_ns) for file in files)
        if folders not in self._courses or self._courses[folders][0] != state:
            self._courses[folders] = state, course(folders)
        return self._courses[folders][1]

    def check(self, source: str, script: Path) -> tuple[Proven, tuple[Fault, ...]]:
        """The proven lesson of a script whose text is `source`, and the faults of its words. Raises `Faulty`, with the
        faults of the course's own scenes if the script does not hold.
        """
        self._prover.warm_up()
        scenes = self._scenes(script)
        try:
            proven = self._prover.prove(lesson_of(source, script, scenes.catalogue))
        except Faulty as faulty:
            raise Faulty((*faulty.faults, *scenes.faults)) from None
        return proven, unspeakable(proven)

    def close(self) -> None:
        """Ends the prover."""
        self._prover.close()


def verdicts_of(cache: Path) -> Path:
    """Where verdicts are kept."""
    return cache / "verdicts.json"


@dataclass(frozen=True, slots=True)
class Ready:
    """A lesson that may be drawn, and the scenes of its course."""

    path: Path
    proven: Proven
    catalogue: Mapping[str, SceneSignature]

    @property
    def scene_folders(self) -> tuple[Path, ...]:
        """Where its course's scenes are looked for."""
        return scene_folders(self.path)


@dataclass(slots=True)
class Lessons:
    """The scripts of one command; `cache` keeps verdicts; `faulty` becomes true with the first fault. A `theme` is used
    instead of the lessons' own. The answer of a `repeatable` command can be kept.
    """

    paths: Sequence[Path]
    cache: Path
    as_json: bool = False
    theme: ThemeName | None = None
    faulty: bool = False
    repeatable: Repeatable | None = None
    _courses: dict[tuple[Path, ...], FoundScenes] = field(default_factory=dict)
    _taken: dict[str, Path] = field(default_factory=dict)
    _told: set[Fault] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Nothing was read yet."""
        if self.repeatable is not None:
            self.repeatable.begins(folder for path in self.paths for folder in looked_into(path))

    def keep(self, told: Sequence[Told], made: Sequence[Path | str], options: Mapping[str, Any]) -> None:
        """Keeps what is to be told while the folders `made` are whole, if nothing else was to be said, and if files
        alone decide it: what a command of one's own says, or LaTeX draws, is asked for each time.
        """
        named = options["voice"] in (None, *get_args(VoiceName))
        by_files = named and options["tex"] == "typst" and options["cluster"] is None
        if self.repeatable is not None and by_files and not self.faulty and not any(map(has_leftovers, self.paths)):
            with suppress(OSError):  # then the next time takes longer
                self.repeatable.keep(told, self.cache.parent, map(Path, made))

    def __iter__(self) -> Iterator[Ready]:
        """Each script that holds, with its proven lesson, as soon as it is proved; one process proves all of them."""
        with closing(StandingProver(verdicts_of(self.cache))) as prover:
            if not verdicts_of(self.cache).exists():
                prover.warm_up()  # it comes up while the first script is read
            for path in self.paths:
                try:
                    ready = self._ready(path, prover)
                except Faulty as faulty:
                    self.report(faulty.faults)
                else:
                    yield ready

    def report_lost(self, lost: Sequence[LostStep], lesson: Lesson, watch: Watch) -> bool:
        """Shows why steps could not be drawn; whether there are any. None of it is the author's fault: that is told by
        `check`, which found none.
        """
        if lost:
            watch.tell_lost(lost, lesson.file)
        return bool(lost)

    def report(self, faults: Sequence[Fault]) -> None:
        """Shows faults, each once, though each lesson has those of its course; remembers that there were some."""
        new = [one for one in faults if one not in self._told]
        self._told.update(new)
        if new:
            self.faulty = True
            show_faults(new, as_json=self.as_json)

    def _ready(self, path: Path, prover: StandingProver) -> Ready:
        catalogue = self._course(path).catalogue
        lesson = read_lesson(path, catalogue)
        if self.theme is not None:
            lesson = replace(lesson, theme=self.theme)
        self._refuse_taken(path, lesson)
        proven = prover.prove(lesson)
        if faults := unspeakable(proven):
            raise Faulty(faults)
        return Ready(path, proven, catalogue)

    def _course(self, path: Path) -> FoundScenes:
        folders = scene_folders(path)
        if folders not in self._courses:
            self._courses[folders] = course(folders)
            self.report(self._courses[folders].faults)
        return self._courses[folders]

    def _refuse_taken(self, path: Path, lesson: Lesson) -> None:
        """Two lessons with one id would overwrite each other's products."""
        other = self._taken.setdefault(lesson.id, path)
        if other != path:
            message = f"the lesson's id '{lesson.id}' is also that of {other}"
            raise Faulty([Fault(Place(str(path), 1, 1), "duplicate-lesson", message, "give each lesson its own id")])
