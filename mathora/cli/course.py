"""A course on the disk: its scripts, and the scenes that its lessons can name.

Owns: where scripts and scenes are looked for, and reading them. A course is a folder with `scripts/` and, if it has
scenes of its own, `scenes/`; those come before the standard scenes that Mathora brings.

Laws:
- The catalogue is made from the folders' files; no word of a script leads to a file.
- What editors, file services and macOS leave beside a file is passed over, with a word; so is what is no file.
- A file that cannot be read is a fault of its own: the others are read.
"""

from __future__ import annotations

import os
import re
import warnings
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

import mathora
from mathora.cli.faults import harmless
from mathora.lesson import CourseSettings, Fault, Faulty, Lesson, Place, SceneSignature, Text, did_you_mean, refuse
from mathora.script import read_course, read_script, read_signatures
from mathora.script.fields import shorten

LARGEST_FILE = 1 << 20
LARGEST_BROUGHT = 32 << 20  # of a picture or a font, in bytes; of a picture less

SUFFIXES = (".yaml", ".yml")
BROUGHT = (".csv", ".png", ".jpg", ".jpeg", ".svg", ".ttf", ".otf", ".ttc", ".mp3", ".ogg", ".flac", ".wav")
NO_TEXT = {
    b"{\\rtf": "a document in RTF", b"pk\3\4": "a document of Word or Pages", b"%pdf": "a PDF",
    b"<!doctype": "a page in HTML", b"<html": "a page in HTML", b"\xd0\xcf\x11\xe0": "an old document of Word",
}  # fmt: skip
"""How files begin that are no text, though they may hold one."""

READABLE = "give yourself the right to read it"
COURSE_FILE = "course.yaml"
COURSE_NAMES = tuple(f"course{suffix}" for suffix in SUFFIXES)

LEFT_BEHIND = re.compile(
    r"\..*|~\$.*|#.*|.*~|.*\.(?:bak|orig|tmp)\.\w+|.*___jb_(?:tmp|old)___.*"
    r"|.*\.sync-conflict-.*|.*\(.*(?:conflicted copy|SFConflict).*\).*|.*[._](?:BACKUP|BASE|LOCAL|REMOTE)[._]\d+\.\w+"
)
"""Names that are no author's: hidden files (`._x`, `.#x`), locks, backups, copies that file services and Git make."""


@dataclass(frozen=True, slots=True)
class FoundScenes:
    """The scenes that a folder's lessons can name, and the faults of its scene files."""

    catalogue: Mapping[str, SceneSignature]
    faults: tuple[Fault, ...]


def scripts(named: Sequence[Path]) -> tuple[Path, ...]:
    """The scripts of a command, each once: those named, by path, by a name in `scripts/`, by their folder, their
    course's or `course.yaml`, else all of `scripts/` here.
    """
    if named:
        return tuple(dict.fromkeys(script for path in named for script in _named(path)))
    if not Path("scripts").is_dir():
        courses = sorted(path.parent.name for path in Path().glob("*/scripts"))
        within = Path.cwd().name == "scripts"
        hint = "cd .." if within else f"cd {courses[0]}" if courses else "mathora new course NAME begins one"
        raise click.UsageError(f"There is no folder 'scripts' here. Go to your course's folder: {hint}")
    return _all(Path("scripts"))


def split_sections(named: Sequence[Path], sections: tuple[str, ...]) -> tuple[Sequence[Path], tuple[str, ...]]:
    """What follows one script and is none itself is a section of it: the scripts, and the sections with those."""
    if len(named) > 1 and not any(script_at(path) or (path / "scripts").is_dir() for path in named[1:]):
        return named[:1], (*sections, *map(str, named[1:]))
    return named, sections


def _named(path: Path) -> tuple[Path, ...]:
    path = path.parent if path.name == COURSE_FILE else path
    if (path / "scripts").is_dir():
        return _all(path / "scripts")
    return _all(path) if path.is_dir() and not script_at(path) else (_script(path),)


def _all(folder: Path) -> tuple[Path, ...]:
    """The scripts of a folder, as the course orders them; those that it does not name come last."""
    written = (path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    found = _own(path for path in written if path.name != COURSE_FILE)
    if not found:
        raise click.UsageError(f"The folder '{folder}' has no .yaml file; to write one: mathora new lesson NAME")
    order = _order(folder)
    return tuple(sorted(found, key=lambda path: (order.get(path.stem, len(order)), path.name)))


def _order(folder: Path) -> dict[str, int]:
    """The lessons' places in the course; none if `course.yaml` does not hold, which is told with each lesson."""
    with suppress(Faulty):
        return {name.value: place for place, name in enumerate(settings_of(folder / "any.yaml").order)}
    return {}


def home_of(script: Path) -> Path:
    """The course's folder."""
    return script.parent.parent if script.parent.name == "scripts" else script.parent


def settings_of(script: Path) -> CourseSettings:
    """What the course of a script says for all of its lessons; raises `Faulty`, also for a lesson that is not there."""
    path = home_of(script) / COURSE_FILE
    if misplaced := [*_misplaced(script.parent, path)]:
        raise Faulty(misplaced)
    if not path.is_file():
        if path.exists() or path.is_symlink():
            message, hint = f"'{COURSE_FILE}' is no file that can be read", "make a file of it, or delete it"
            raise Faulty([Fault(Place(str(path), 1, 1), "unreadable", message, hint)])
        return CourseSettings()
    return settings_in(read_text(path), path, script.parent)


def _misplaced(scripts: Path, path: Path) -> Iterator[Fault]:
    """A course's file that nobody would read: of another spelling, or beside the scripts."""
    beside = [] if scripts == path.parent else [scripts / COURSE_FILE]
    near = (one for one in path.parent.glob("[cC]*") if one.name.lower() in COURSE_NAMES and one.name != COURSE_FILE)
    for one in (*beside, *sorted(near)):
        if one.is_file() and not (path.exists() and one.samefile(path)):
            message = f"found '{one}', expected what a course says in '{path}'"
            yield Fault(Place(str(one), 1, 1), "course-file", message, f"rename it to '{path}'")


def settings_in(source: str, path: Path, scripts: Path) -> CourseSettings:
    """What a `course.yaml` whose text is `source`, saved or not, says of its lessons: those of its `scripts/`, else of
    the folder `scripts`; raises `Faulty`.
    """
    settings = read_course(source, str(path), partial(_picture, scripts / "any.yaml"))
    scripts = own if (own := path.parent / "scripts").is_dir() else scripts
    known = sorted(one.stem for one in scripts.glob("*") if one.suffix.lower() in SUFFIXES and one.name != COURSE_FILE)
    strangers = [name for name in settings.named if name.value not in known]
    if strangers:
        message = f"there is no lesson '{{}}' in {scripts}"
        raise Faulty(one.fault("no-lesson", message.format(one), did_you_mean(one.value, known)) for one in strangers)
    return settings


def _own(paths: Iterable[Path]) -> list[Path]:
    """The files among the paths that are the author's, sorted; those that are not are named on stderr."""
    found = sorted(paths)
    for path in found:
        if why := _why_passed_over(path):
            click.echo(harmless(f"passed over: {path} ({why})"), err=True)
    return [path for path in found if not _why_passed_over(path)]


def _why_passed_over(path: Path) -> str:
    """Why a script, or a scene's file, is none; empty for one that is."""
    if LEFT_BEHIND.fullmatch(path.name):
        return "left by an editor or a file service"
    if path.is_symlink() and not path.exists():
        return "a link that leads nowhere"
    return "" if path.is_file() else "no file that can be read"


def _scripts_here() -> list[Path]:
    return sorted(path for path in Path("scripts").glob("*") if path.suffix.lower() in SUFFIXES)


def script_at(named: Path) -> Path | None:
    """The script of a path, or of a name in `scripts/`."""
    candidates = (named, *(path for path in _scripts_here() if str(named) in (path.stem, path.name)))
    return next((path for path in candidates if path.is_file()), None)


def _script(named: Path) -> Path:
    found = script_at(named)
    if found is None:
        if odd := next((path for path in _scripts_here() if str(named) in (path.stem, path.name)), None):
            raise click.UsageError(f"The script '{odd}' is {_why_passed_over(odd)}. Put a file there.")
        here = [path.stem for path in _scripts_here()]
        raise click.UsageError(f"There is no script '{named}': {did_you_mean(named.stem, here)}".rstrip(": "))
    return found


def _standard_folders() -> tuple[Path, ...]:
    """Where the standard scenes are: in the wheel, or in the checkout that runs."""
    package = Path(mathora.__file__).parent
    return package / "standard_scenes", package.parent / "scenes"


def scene_folders(script: Path) -> tuple[Path, ...]:
    """The course's own scenes, then the standard ones."""
    folders = (home_of(script) / "scenes", *_standard_folders())
    return tuple({folder.resolve(): folder for folder in folders if folder.is_dir()}.values())


def looked_into(script: Path) -> Iterator[Path]:
    """The folders in which, or below which, all lies that a script's lesson may be made of."""
    for path in (script, script.resolve()):
        yield from (home_of(path), path.parent)
    yield from scene_folders(script)


def has_leftovers(script: Path) -> bool:
    """Whether there are files beside a script, or its scenes, that are passed over with a word."""
    around = (path for folder in (script.parent, *scene_folders(script)) for path in folder.iterdir())
    return any(path.suffix in (*SUFFIXES, ".py") and _why_passed_over(path) for path in around)


def course(folders: Iterable[Path]) -> FoundScenes:
    """The catalogue of the scene files in `folders`; of two scenes with one name the first folder's counts."""
    places = tuple(folders)
    read: dict[str, SceneSignature] = {}
    unread: dict[str, Path] = {}
    faults: list[Fault] = []
    standard = {folder.resolve() for folder in _standard_folders()}
    for folder in places:
        for path in _own(folder.glob("[!_]*.py")):
            name = path.stem.title().replace("_", "")
            if folder.resolve() in standard:
                if name not in read:
                    unread.setdefault(name, path)
                continue
            try:
                for signature in _signatures(path, places):
                    if signature.name not in unread:
                        read.setdefault(signature.name, signature)
            except Faulty as faulty:
                faults += [fault for fault in faulty.faults if fault not in faults]
    return FoundScenes(SceneCatalogue(read, unread, places), tuple(faults))


def _signatures(path: Path, folders: Sequence[Path]) -> tuple[SceneSignature, ...]:
    """The scenes of a file, whose parents are looked for beside it and in `folders`; raises `Faulty`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Python would warn of is for who draws it
        return read_signatures(read_text(path), str(path), _neighbour((path.parent, *folders)))


class SceneCatalogue(Mapping[str, SceneSignature]):
    """Scenes by name. A standard scene's file, which has the scene's name, is parsed when the scene is asked for."""

    def __init__(self, read: Mapping[str, SceneSignature], unread: Mapping[str, Path], folders: Sequence[Path]) -> None:
        self._read, self._unread, self._folders = {**read}, {**unread}, tuple(folders)

    def __getitem__(self, name: str) -> SceneSignature:
        if name not in self._read:
            self._read[name] = next(one for one in _signatures(self._unread[name], self._folders) if one.name == name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        yield from dict.fromkeys((*self._read, *self._unread))

    def __len__(self) -> int:
        return len({*self._read, *self._unread})


def _neighbour(folders: Sequence[Path]) -> Callable[[str], tuple[str, str] | None]:
    """The text of a module in the first of the folders that has it, as a scene's parent is looked for."""

    def read(module: str) -> tuple[str, str] | None:
        files = (folder.joinpath(*module.split(".")).with_suffix(".py") for folder in folders)
        found = next((file for file in files if file.is_file()), None)
        return (read_text(found), str(found)) if found else None

    return read


def read_text(path: Path) -> str:
    """A file's text; raises `Faulty` if it cannot be read, is no UTF-8 or too big."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror}"
        raise Faulty([Fault(Place(str(path), 1, 1), "unreadable", message, READABLE)]) from None
    if len(data) > LARGEST_FILE:
        message = f"the file has more than {LARGEST_FILE} bytes"
        raise Faulty([Fault(Place(str(path), 1, 1), "too-big", message, "make it shorter, or two files of it")])
    data = data.removeprefix(BOM_UTF8)  # some editors write it
    if data and not data.strip(b"\0"):
        message, hint = "the file holds nothing but zeros: it was not saved to its end", "bring it back from a copy"
        raise Faulty([Fault(Place(str(path), 1, 1), "encoding", message, hint)])
    if kind := next((name for start, name in NO_TEXT.items() if data.lstrip()[:9].lower().startswith(start)), None):
        message, hint = f"this is {kind}, no plain text", "save it as plain text in UTF-8"
        raise Faulty([Fault(Place(str(path), 1, 1), "encoding", message, hint)])
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or data[:2].count(b"\0") == 1:
        message = "this is UTF-16, which some editors call Unicode"
        raise Faulty([Fault(Place(str(path), 1, 1), "encoding", message, "save the file as UTF-8")])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[: error.start].rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        message = f"byte {error.start + 1} is not UTF-8"
        raise Faulty([Fault(Place(str(path), line, column), "encoding", message, "save the file as UTF-8")]) from None


def read_lesson(path: Path, catalogue: Mapping[str, SceneSignature]) -> Lesson:
    """The lesson of a script; raises `Faulty`."""
    return lesson_of(read_text(path), path, catalogue)


def lesson_of(source: str, path: Path, catalogue: Mapping[str, SceneSignature]) -> Lesson:
    """The lesson of a script whose text is `source`, saved or not; raises `Faulty`."""
    beside, pictures = partial(_beside, path), partial(_picture, path)
    lesson = read_script(source, str(path), catalogue, beside, pictures, course=settings_of(path))
    music_file(path, lesson)
    return lesson


def music_file(script: Path, lesson: Lesson) -> Path | None:
    """Where the lesson's music lies, not opened; None if it has none. Raises `Faulty`."""
    return None if lesson.music is None else _in_course(script, lesson.music.file)


def _picture(script: Path, name: Text) -> bytes:
    """The bytes of a picture or a font of the course; raises `Faulty`."""
    try:
        with _in_course(script, name).open("rb") as opened:
            return opened.read(LARGEST_BROUGHT + 1)
    except OSError as error:
        message = f"the file '{name.value}' cannot be read: {error.strerror}"
        raise Faulty([name.fault("unreadable", message, READABLE)]) from None


def _in_course(script: Path, name: Text) -> Path:
    """A file in the script's folder, else in its course's; raises `Faulty`, also for a link that leads out of the
    course.
    """
    home = script.resolve().parent
    course_home = home.parent if home.name == "scripts" else home
    found = next((folder / name.value for folder in (home, course_home) if _is_file(folder / name.value)), None)
    if found is None:
        if odd := next((one for one in (home / name.value, course_home / name.value) if os.path.lexists(one)), None):
            message = f"'{shorten(name.value)}' is {_why_passed_over(odd)}"
            refuse(name, "unreadable", message, "put a file there")
        near = sorted({*_alike(home, name.value), *_alike(course_home, name.value)})
        where = "beside the script" if home == course_home else "beside the script, nor in the course's folder above"
        message = f"there is no file '{shorten(name.value)}' {where}"
        refuse(name, "no-file", message, did_you_mean(name.value, near) or "put it there")
    file = found.resolve()
    if not file.is_relative_to(course_home):
        message = f"the file '{shorten(name.value)}' lies outside of the course's folder"
        refuse(name, "outside", message, "put it into the course's folder")
    return file


def _alike(folder: Path, name: str) -> set[str]:
    """What else may be meant of a folder, and of the one in it that a name leads to: data for data."""
    around = {*folder.glob("*.*"), *(folder / name).parent.glob("*.*")}
    data = name.lower().endswith(".csv")
    brought = (one for one in around if one.suffix.lower() in BROUGHT and (one.suffix.lower() == ".csv") == data)
    return {one.relative_to(folder).as_posix() for one in brought}


def _is_file(path: Path) -> bool:
    """Whether there is a file; none has a name that the system refuses."""
    try:
        return path.is_file()
    except OSError:
        return False


def _beside(script: Path, name: Text) -> tuple[str, str]:
    """The text and the path of a file of data of the course; raises `Faulty`."""
    file = _in_course(script, name)
    places = (folder / name.value for folder in (script.parent, home_of(script)))
    path = next((one for one in places if _is_file(one)), file)  # as who runs Mathora writes it
    return read_text(path), str(path)
