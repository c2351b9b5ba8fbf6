"""`mathora new`: a course, or a lesson of one, that checks and renders as it is, with comments that teach.

Laws:
- No file that is there is changed; if the lesson is there already, nothing is written at all.
- A file appears with its whole content.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp

import click

from mathora.cli.options import OneOf, json_option
from mathora.lesson import Faulty, SceneSignature

FIRST = "first-lesson"
SCHEMA, COURSE_SCHEMA = "lesson.schema.json", "course.schema.json"
SCENES = "Title,FreezeVariable,QuickCheck,Recap"
CALLED = {"Quiz": "QuickCheck"}  # what scenes are called by who does not know their names yet

COURSE_FILES = {
    ".gitignore": "# What is made from the scripts.\nmedia/\n",
    "README.md": """\
# {title}

The lessons are the files in `scripts/`. In this folder:

    mathora check                       # read every lesson and prove its formulas
    mathora storyboard                  # one picture with the last frame of every step
    mathora preview                     # a page that follows each save
    mathora render                      # films, slides and pages, in media/
    mathora new lesson a-name           # one more lesson
    mathora scenes                      # the kinds of picture that there are
    mathora schema                      # tell the editor anew, after a change of scenes

`course.yaml` says what all lessons have in common. Scenes of your own, in Python, go to `scenes/`. The two schemas let
an editor that knows YAML schemas complete names and mark mistakes while you type; in VS Code that is the extension
"YAML".
""",
}


@click.command()
@click.argument("what", type=OneOf(["course", "lesson"]))
@click.argument("name")
@click.option(
    "--scene", "scenes", default=SCENES, show_default=True, metavar="A,B", help="The scenes of the lesson, with commas."
)
@json_option
def command(what: str, name: str, scenes: str, *, as_json: bool) -> None:
    """Write a lesson to start from, or a course with one lesson.

    `new course NAME` makes the folder NAME; `new lesson NAME`, in a course's folder, makes scripts/NAME.yaml. What is
    written can be checked and rendered as it is. Files that are there are never changed.
    """
    from mathora.cli.events import emit
    from mathora.cli.faults import harmless

    home = Path(os.path.normpath(name)) if what == "course" else Path()
    if not name.strip():
        raise click.UsageError(f"A {what} needs a name, such as 'slopes'.")
    if home.exists() and not home.is_dir():
        raise click.UsageError(f"'{home}' is there already, and is no folder.")
    lesson = FIRST if what == "course" else _lesson_of(name)
    wanted = [scene.strip() for scene in scenes.split(",")]
    files = _files(home, lesson, wanted, course=what == "course")
    written = _publish(home, files, f"scripts/{lesson}.yaml")
    if as_json:
        emit("new", files=[str(home / path) for path in written])
        return
    for path in written:
        click.echo(harmless(f"written: {home / path}"))
    there = f"cd {harmless(shlex.quote(name))} && " if what == "course" and home.resolve() != Path.cwd() else ""
    click.echo(f"next:    {there}mathora check {lesson}")


def _lesson_of(name: str) -> str:
    """A lesson's name, also of who writes the file that is to be made."""
    from mathora.cli.course import SUFFIXES

    file = Path(name)
    is_script = file.suffix.lower() in SUFFIXES and file.parent in {Path(), Path("scripts")}
    return file.stem if is_script else name


def _files(home: Path, lesson: str, scenes: Sequence[str], *, course: bool) -> dict[str, str]:
    """The texts of the files to write, by their paths in the course."""
    from mathora.cli.course import SUFFIXES, scene_folders
    from mathora.cli.course import course as course_of
    from mathora.script import plain_name_of, script_schema, starter_script

    scripts = home / "scripts"
    there = [path for path in sorted(scripts.glob("*")) if path.suffix.lower() in SUFFIXES]
    if lesson != plain_name_of(lesson):
        name = plain_name_of(lesson)
        raise click.UsageError(f"A lesson's name has small letters, digits and single hyphens, such as '{name}'.")
    if taken := next((path for path in there if path.stem == lesson), None):
        what = "course" if course else "lesson"
        raise click.UsageError(f"There is '{taken}' already; nothing was written. Give the new {what} another name.")
    catalogue = course_of(scene_folders(scripts / "new.yaml")).catalogue
    from mathora.cli.scenes import section_of

    chosen = [(scene, section_of(scene)) for scene in _chosen(scenes, catalogue)]
    track = _track(scripts / "new.yaml")
    text = starter_script(lesson, track, len(there) + 1, chosen, f"../{SCHEMA}")
    schema = json.dumps(script_schema(catalogue), indent=1) + "\n"
    more = _course_files(track) if course else {}
    return {f"scripts/{lesson}.yaml": text, SCHEMA: schema, **more, **_pictures(chosen)}


def _track(script: Path) -> str:
    """What the script's course is called: by its title, if `course.yaml` says one, else by its folder."""
    from mathora.cli.course import home_of, settings_of

    with suppress(Faulty):
        if title := settings_of(script).title:
            return title.value
    return home_of(script).resolve().name


def _course_files(name: str) -> dict[str, str]:
    """What a course has beside its lessons."""
    from mathora.script import course_schema, starter_course

    return {
        "course.yaml": starter_course(name, COURSE_SCHEMA),
        COURSE_SCHEMA: json.dumps(course_schema(), indent=1) + "\n",
        **{path: text.format(title=name) for path, text in COURSE_FILES.items()},
    }


def _pictures(chosen: Sequence[tuple[SceneSignature, str]]) -> dict[str, str]:
    """The pictures that the scenes' own sections show, to stand beside the script: SVG files beside the scenes'."""
    files = (Path(scene.file).with_suffix(".svg") for scene, _ in chosen)
    return {f"scripts/{file.name}": file.read_text(encoding="utf-8") for file in files if file.is_file()}


def _chosen(names: Sequence[str], catalogue: Mapping[str, SceneSignature]) -> list[SceneSignature]:
    from mathora.lesson import did_you_mean

    named = [name if name in catalogue else CALLED.get(name, name) for name in names]
    for name in named:
        if name not in catalogue:
            raise click.UsageError(f"There is no scene '{name}': {did_you_mean(name, list(catalogue))}")
    return [catalogue[name] for name in dict.fromkeys(named)]


def _publish(home: Path, files: Mapping[str, str], needed: str) -> list[str]:
    """Put those of the files in place that are not there; which these were. Wrong usage if `needed` is there."""
    (home / needed).parent.mkdir(parents=True, exist_ok=True)
    staged = Path(mkdtemp(prefix=".tmp-new-", dir=home))
    written = []
    try:
        for path, text in files.items():
            (staged / "file").write_text(text, encoding="utf-8")
            if _put(staged / "file", home / path):
                written.append(path)
            elif path == needed:
                raise click.UsageError(f"There is '{home / path}' already; nothing was written.")
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return written


def _put(staged: Path, target: Path) -> bool:
    """Give the file its name; False if something has that name."""
    if os.path.lexists(target):
        return False
    try:
        os.link(staged, target)
        staged.unlink()
    except FileExistsError:  # since a moment
        return False
    except OSError:  # a disk without links
        staged.rename(target)
    return True
