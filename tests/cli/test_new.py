"""What `new` writes holds as it is, teaches, and is never written over anything."""

from __future__ import annotations

import json
import os
import re
import shlex
from importlib import resources
from pathlib import Path

import pytest
import yaml

from mathora.cli.course import course as course_of
from mathora.cli.course import lesson_of, scene_folders
from mathora.cli.scenes import section_of
from mathora.prove import prove_lesson
from mathora.script import course_schema, read_script, starter_script
from mathora.stage.draw import draw_stills
from mathora.voice.wording import unspeakable
from tests.rows import each
from tests.scenes.theatre import SMALL, viewed
from tests.standard_scenes import starter_picture
from tests.verdicts import known_or_decided

pytestmark = pytest.mark.usefixtures("prover_here")

STANDARD = course_of(scene_folders(Path("any") / "scripts" / "any.yaml")).catalogue


@pytest.fixture
def starter(scene, run, course):
    """The proven lesson that `new` writes for a standard scene."""
    assert run("new", "lesson", "mine", "--scene", scene).exit_code == 0
    script = course / "scripts" / "mine.yaml"
    text = script.read_text()
    assert "Say here what is seen" not in text, "the scene brings no section of its own: write one beside its file"
    assert max(map(len, text.splitlines())) <= 120
    return prove_lesson(lesson_of(text, script, STANDARD), known_or_decided)


@pytest.mark.parametrize("scene", STANDARD)
def test_a_lesson_of_a_standard_scene_holds_and_is_worth_reading(starter):
    assert not unspeakable(starter)


@pytest.mark.slow
@pytest.mark.parametrize("scene", each(STANDARD, 4))
def test_each_step_of_a_lesson_of_a_standard_scene_can_be_drawn(starter):
    for at, section in enumerate(starter.lesson.sections):
        stills = draw_stills(*viewed(starter, SMALL["16:9"], at), range(len(section.steps)))
        assert [still.index for still in stills] == [*range(len(section.steps))]


VALLEY = ("Title", "Recap", "QuickCheck", "MythAndFact", "FreezeVariable", "StackGradient", "ContourMap")
"""Scenes whose own sections speak of one valley."""


SAME_NAMES = ("Curve,Density", "ParametricCurve,Curve", "Regression,DataPlot", "Elimination,Curve")


@pytest.mark.parametrize("scenes", SAME_NAMES)
def test_of_two_sections_that_mean_different_things_by_a_name_one_gets_another(scenes, run):
    assert run("new", "lesson", "two", "--scene", scenes).exit_code == 0
    checked = run("check", "two")
    assert (checked.exit_code, checked.stderr) == (0, "")


@pytest.mark.parametrize("apart", [1, 11])
def test_any_two_scenes_make_a_lesson(apart):
    names = [*STANDARD]
    for one, name in enumerate(names):
        scenes = [(STANDARD[each], section_of(STANDARD[each])) for each in (name, names[(one + apart) % len(names)])]
        text = starter_script("two", "Course", 1, scenes, "../x")
        assert read_script(text, "two.yaml", STANDARD, pictures=starter_picture).id == "two"


def test_all_scenes_stand_in_one_lesson_in_the_order_asked_for(run, course):
    names = [*VALLEY]
    assert run("new", "lesson", "all", "--scene", ",".join(names)).exit_code == 0
    assert run("check", "all").exit_code == 0
    lines = (course / "scripts" / "all.yaml").read_text().splitlines()
    assert [line.split()[1] for line in lines if line.startswith("    scene: ")] == names


def test_a_quiz_is_known_by_that_name(run, course):
    assert run("new", "lesson", "asks", "--scene", "Curve,Quiz").exit_code == 0
    assert run("check", "asks").exit_code == 0
    assert "scene: QuickCheck" in (course / "scripts" / "asks.yaml").read_text()


FILMED = [scene for scene in STANDARD if "MATHORA_STARTERS" in os.environ] or ["Title"]
"""The scenes of whose lessons a film is made: by `make starters` all. tests/test_wheel.py has a new course's."""


@pytest.mark.long
@pytest.mark.parametrize("scene", FILMED)
def test_a_new_lesson_becomes_a_film(scene, run, course):
    run("new", "lesson", "mine", "--scene", scene)
    made = run("render", "mine", "--quality", "480p15", "--only", "mp4", "--workers", "1")
    assert made.exit_code == 0, made.stderr
    assert (course / "media" / "mine" / "mine.mp4").stat().st_size > 10_000


@pytest.mark.usefixtures("with_own_scene")
def test_a_scene_without_a_section_gets_one_from_its_signature(run, course):
    assert run("new", "lesson", "dials", "--scene", "Dial").exit_code == 0
    assert run("check", "dials").stderr == ""
    text = (course / "scripts" / "dials.yaml").read_text()
    for line in ("marks: [3, 3]", "style: thin", "# It turns to {to}.", "show: H(x, y) = x^2 + 2 y^2"):
        assert line in text


def test_a_scene_s_own_section_is_taken_with_its_comments_and_names_what_else_there_is(run, with_own_scene):
    own = "model:\n  x:  # turned\nsections:\n  - id: d\n    title: D\n    scene: Dial\n    with: {variable: x, "
    own += "marks: [3, 4], style: thin, asked: [{ask: Which one, claim: 'x = \\answer', options: ["
    own += "{text: $x$, correct: true, why: It is.}, {text: $x + 1$, why: One more.}]}]}\n    steps:\n"
    own += "      # Slowly.\n      - {do: turn, with: {to: 1}, "
    (with_own_scene / "scenes" / "dial.yaml").write_text(own + "say: So., show: x}\n")
    run("new", "lesson", "dials", "--scene", "Dial")
    assert run("check", "dials").stderr == ""
    text = (with_own_scene / "scripts" / "dials.yaml").read_text()
    assert "      # Slowly.\n      - {do: turn" in text
    assert "It can do more: ask (mathora scenes Dial)." in text


def test_from_an_empty_folder_to_a_lesson_that_holds_with_two_commands(run, course):
    made = run("new", "course", "x")
    assert made.exit_code == 0
    assert made.stdout.endswith("next:    cd x && mathora check first-lesson\n")
    files = {str(path.relative_to(course / "x")) for path in (course / "x").rglob("*") if path.is_file()}
    schemas = {"lesson.schema.json", "course.schema.json"}
    assert files == {"scripts/first-lesson.yaml", "course.yaml", *schemas, "README.md", ".gitignore"}
    assert run("check", "x").exit_code == 0


def test_what_the_guide_has_an_author_change_is_told_formula_by_formula(run, course):
    run("new", "course", ".")
    script = course / "scripts" / "first-lesson.yaml"
    script.write_text(script.read_text().replace("H(x, y): x^2 + 2 y^2", "H(x, y): x^2 + 3 y^2"))
    told = [json.loads(line)["rule"] for line in run("check", "--json").stdout.splitlines()]
    assert told == ["formula-false"] * 4 + ["option-false"]


def test_from_the_folder_above_the_course_is_named(run, course):
    run("new", "course", "x")
    (course / "scripts").rmdir()
    told = run("check")
    assert told.exit_code == 2
    assert "cd x" in told.stderr


@pytest.mark.parametrize(("file", "what"), [("scripts/first-lesson.yaml", "A lesson"), ("course.yaml", "A course")])
def test_the_first_line_leads_editors_to_the_schema(file, what, run, course):
    run("new", "course", ".")
    line, _, schema = (course / file).read_text().splitlines()[0].partition("$schema=")
    assert line == "# yaml-language-server: "
    assert json.loads((course / file).parent.joinpath(schema).read_text())["title"] == what


def test_what_a_new_course_does_not_say_yet_holds_when_it_is_said(run, course):
    run("new", "course", ".")
    file = course / "course.yaml"
    font = resources.files("font_source_sans_pro").joinpath("files/SourceSansPro-Regular.otf")
    (course / "NotoSansHebrew-Regular.ttf").write_bytes(font.read_bytes())
    file.write_text(re.sub(r"^#(?=\w)", "", file.read_text(), flags=re.MULTILINE))
    assert len(yaml.safe_load(file.read_text())) == len(course_schema()["properties"])
    checked = run("check")
    assert (checked.exit_code, checked.stderr) == (0, "")


@pytest.mark.parametrize("name", ["mine.yaml", "scripts/mine.yml"])
def test_a_lesson_may_be_named_by_its_file(name, run):
    told = run("new", "lesson", name, "--scene", "Title, Recap").stdout
    assert "written: scripts/mine.yaml\n" in told
    assert "mathora check mine\n" in told


@pytest.mark.parametrize("suffix", [".yaml", ".yml"])
def test_a_lesson_that_is_there_stays_as_it_is(suffix, run, course):
    there = course / "scripts" / f"mine{suffix}"
    there.write_text("mine")
    told = run("new", "lesson", "mine")
    assert (told.exit_code, there.read_text()) == (2, "mine")
    assert f"mine{suffix}' already" in told.stderr
    assert [path.name for path in course.iterdir()] == ["scripts"]


@pytest.mark.usefixtures("course")
def test_without_a_name_nothing_is_written(run):
    for what in ("course", "lesson"):
        told = run("new", what, " ")
        assert (told.exit_code, f"A {what} needs a name" in told.stderr) == (2, True)


def test_of_a_course_s_files_those_that_are_there_stay(run, course):
    for name in ("README.md", "lesson.schema.json"):
        (course / name).write_text("mine")
    (course / ".gitignore").symlink_to("nowhere")
    assert run("new", "course", ".").exit_code == 0
    assert [(course / name).read_text() for name in ("README.md", "lesson.schema.json")] == ["mine", "mine"]
    assert not (course / "nowhere").exists()
    again = run("new", "course", ".")
    assert (again.exit_code, "Give the new course another name" in again.stderr) == (2, True)


def test_a_disk_without_links_gets_the_files_too(run, course, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("os.link", refuse)
    assert run("new", "course", "x").exit_code == 0
    assert (course / "x" / "scripts" / "first-lesson.yaml").stat().st_size > 1000
    assert list(course.rglob(".tmp*")) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("lesson", "My Lesson"), "'my-lesson'"),
        (("lesson", "../up"), "'up'"),
        (("lesson", "mine", "--scene", "Titel"), "did you mean 'Title'"),
        (("lesson", "mine", "--scene", ""), "There is no scene"),
        (("course", "file"), "no folder"),
        (("scene", "mine"), "course"),
        (("lesson", "mine", "--scene", "Curve, QuizCheck"), "There is no scene 'QuizCheck': did you mean 'QuickCheck'"),
        (("lesson", "Mine.yaml"), "'mine'"),
    ],
)
def test_wrong_usage_writes_nothing(arguments, told, run, course):
    (course / "file").write_text("")
    result = run("new", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
    assert sorted(path.name for path in course.rglob("*")) == ["file", "scripts"]


@pytest.mark.parametrize("name", ["null", "a'b: {c}", "Größen und Zahlen", "12", "$x [1](2) \\$"])
def test_a_course_of_any_name_holds(name, run, course):
    made = run("new", "course", name)
    assert made.exit_code == 0
    assert shlex.split(made.stdout.splitlines()[-1])[1:4] == ["cd", name, "&&"]
    assert run("check", str(course / name)).exit_code == 0


def test_a_new_lesson_is_of_the_track_that_the_course_s_title_says(run, course):
    (course / "course.yaml").write_text("title: 'Slopes, for bakers'\n")
    run("new", "lesson", "one")
    (course / "course.yaml").write_text("titel: Slopes\n")
    run("new", "lesson", "two")
    one, two = ((course / "scripts" / f"{name}.yaml").read_text() for name in ("one", "two"))
    assert "track: Slopes for bakers," in one
    assert "track: Test a new lesson" in two, "the folder's name, where course.yaml does not hold"


def test_a_tool_is_told_the_files(run):
    told = json.loads(run("new", "lesson", "mine", "--json").stdout)
    assert told == {"event": "new", "files": ["scripts/mine.yaml", "lesson.schema.json"]}
