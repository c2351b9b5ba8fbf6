"""What the scenes offer is told to authors, and to their editors, from the scenes that are there."""

from __future__ import annotations

import json
from pathlib import Path

from mathora.cli import FAULTY
from mathora.cli.course import course as course_of
from mathora.cli.course import scene_folders
from mathora.script import course_schema

STANDARD = course_of(scene_folders(Path("any") / "scripts" / "any.yaml")).catalogue


def test_scenes_tells_what_there_is(run, with_own_scene):
    listed = run("scenes")
    assert listed.exit_code == 0
    assert [name for name in (*STANDARD, "Dial") if f"{name} " not in listed.stdout] == []
    page = run("scenes", "Dial").stdout
    for part in (
        "Dial: A dial that turns.",
        "variable  a variable of the model, such as w_1\n",
        "marks     a list, each a whole number; 3 to 9 (each is drawn); as many as 2 to 4 (there is no room",
        "style     one of thin, thick\n",
        "label     a formula in LaTeX, without dollars; may be left out\n",
        "turn: It turns to {to}.\n      with to  a number",
        "needs a formula under `show:`",
        "takes the next of 'asked'",
    ):
        assert part in page
    assert with_own_scene


def test_scenes_of_a_name_that_nobody_has(run):
    told = run("scenes", "Titel")
    assert (told.exit_code, "did you mean 'Title'" in told.stderr) == (2, True)


def test_scenes_for_a_tool(run):
    lines = [json.loads(line) for line in run("scenes", "--json").stdout.splitlines()]
    assert {line["name"] for line in lines} == set(STANDARD)
    assert {line["event"] for line in lines} == {"scene"}


def test_schema_is_written_and_shown_from_the_scenes_that_are_there(run, with_own_scene):
    assert run("schema").exit_code == 0
    written = (with_own_scene / "lesson.schema.json").read_text()
    assert run("schema", "--to", "-").stdout == written
    assert '"const": "Dial"' in written
    assert json.loads((with_own_scene / "course.schema.json").read_text()) == course_schema()


def test_a_malformed_scene_is_told_by_both(run, with_own_scene):
    (with_own_scene / "scenes" / "other.py").write_text("not Python(")
    for name in ("scenes", "schema"):
        told = run(name)
        assert told.exit_code == FAULTY
        assert "[scene-syntax]" in told.stderr
