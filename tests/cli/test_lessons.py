"""Scripts become proven lessons one after the other; what is faulty is told once, and the others go on."""

import json

import pytest

from mathora.cli.lessons import Lessons, StandingCheck
from mathora.lesson import Faulty


@pytest.fixture(autouse=True)
def decides_here(prover_here): ...


def ready(course, *paths, **more):
    lessons = Lessons(paths, course / "media" / ".cache", as_json=True, **more)
    return [one.proven.lesson.id for one in lessons], lessons.faulty


def told(capsys):
    printed = capsys.readouterr()
    return [json.loads(line).get("rule") for line in printed.out.splitlines() if line.startswith("{")]


def test_a_faulty_script_is_told_and_the_others_are_ready(course, write, capsys):
    paths = write("one"), write("two", show="f'(x) = 3x"), write("three")
    assert ready(course, *paths) == (["one", "three"], True)
    assert told(capsys) == ["formula-false"]


def test_two_lessons_of_one_id_would_overwrite_each_other(course, write, capsys):
    first = write("one")
    second = write("two", text=first.read_text())
    assert ready(course, first, second) == (["one"], True)
    assert told(capsys) == ["duplicate-lesson"]
    assert ready(course, first, first) == (["one", "one"], False)


def test_a_fault_of_the_courses_own_scenes_is_told_once(course, write, capsys):
    (course / "scenes").mkdir()
    (course / "scenes" / "bad.py").write_text("class Bad(LessonScene):\n    x: Nothing\n")
    ids, faulty = ready(course, write("one"), write("two"))
    assert (ids, faulty) == (["one", "two"], True)
    rules = told(capsys)
    assert "scene-parameter" in rules
    assert len(rules) == len(set(rules))


def test_a_theme_is_used_instead_of_the_lessons_own(course, write):
    lessons = Lessons([write("one")], course / "media" / ".cache", theme="light")
    assert [one.proven.lesson.theme for one in lessons] == ["light"]


def test_a_standing_check_looks_at_the_text_and_not_at_the_file(course, write):
    path = write("one")
    check = StandingCheck(course / "media" / ".cache")
    proven, faults = check.check(path.read_text(), path)
    assert (proven.lesson.id, faults) == ("one", ())
    with pytest.raises(Faulty) as caught:
        check.check(path.read_text().replace("2x", "3x"), path)
    assert [one.rule for one in caught.value.faults] == ["formula-false"]
    check.close()


@pytest.mark.usefixtures("with_own_scene")
def test_scenes_are_read_again_only_when_one_of_them_was_saved(course, write):
    check, path = StandingCheck(course / "media" / ".cache"), write("one")
    first = check.catalogue(path)
    assert "Dial" in first
    assert check.catalogue(path) is first
    scene = course / "scenes" / "dial.py"
    scene.write_text(scene.read_text().replace("class Dial", "class Wheel"))
    assert "Wheel" in check.catalogue(path)
    check.close()
