"""A step's key covers what its picture can depend on, up to the step, and nothing else."""

from dataclasses import replace

import pytest
from fake_lessons import DEMO, OwnFiles, proven, settings

from mathora.lesson import Argument, NumberValue, Text
from mathora.plan import FrameFormat
from mathora.render import keys as render_keys
from mathora.render.keys import sections_to_draw


@pytest.fixture(autouse=True)
def own_files(monkeypatch):
    monkeypatch.setattr(render_keys, "Sources", OwnFiles)


def keys(folder, lesson=None, programs=None, **changes):
    """All keys of a lesson by their steps' addresses."""
    lesson = lesson or proven(DEMO)
    drawn = sections_to_draw(lesson, settings(folder, **changes), programs or {})
    return {address: key for section in drawn for address, key in section.keys.items()}


def changed(before, after):
    return [address for address in before if before[address] != after.get(address)]


def test_each_step_has_its_own_key_in_the_order_of_the_lesson(tmp_path):
    found = keys(tmp_path)
    assert list(found) == [f"{section}/s{at}" for section, actions in DEMO.items() for at, _ in enumerate(actions)]
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize(
    "other", [proven(DEMO, say="Something else is said."), replace(proven(DEMO).lesson, words_per_minute=90)]
)
def test_what_no_scene_sees_changes_no_key(tmp_path, other):
    other = other if hasattr(other, "model") and hasattr(other, "lesson") else replace(proven(DEMO), lesson=other)
    assert changed(keys(tmp_path), keys(tmp_path, other)) == []


def test_a_step_changes_itself_and_what_follows_in_its_section(tmp_path):
    other = proven(DEMO | {"two": ["e", "new", "g"]})
    assert changed(keys(tmp_path), keys(tmp_path, other)) == ["two/s1", "two/s2"]


def test_what_a_section_is_given_changes_all_of_its_steps(tmp_path):
    lesson = proven(DEMO).lesson
    given = (Argument(name="a", value=NumberValue(tex=Text.written("3"))),)
    sections = tuple(replace(one, arguments=given) if one.id == "two" else one for one in lesson.sections)
    other = replace(proven(DEMO), lesson=replace(lesson, sections=sections))
    assert changed(keys(tmp_path), keys(tmp_path, other)) == ["two/s0", "two/s1", "two/s2"]


def test_the_frames_the_scenes_text_and_the_programs_change_every_key(tmp_path):
    before = keys(tmp_path)
    assert changed(before, keys(tmp_path, frames=FrameFormat(64, 48, 25))) == list(before)
    assert changed(before, keys(tmp_path, programs={"latex": "3.14"})) == list(before)
    (tmp_path / "scenes" / "demo.py").write_text("import math  # and more\n")
    assert changed(before, keys(tmp_path)) == list(before)


def test_a_file_that_the_scene_does_not_import_changes_nothing(tmp_path):
    before = keys(tmp_path)
    (tmp_path / "scenes" / "_other.py").write_text("A = 1\n")
    assert changed(before, keys(tmp_path)) == []
