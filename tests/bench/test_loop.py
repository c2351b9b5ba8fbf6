"""The loop's bench edits what stands in the first lesson."""

import pytest

from bench.lesson import ROOT, SCRIPT
from bench.loop import BROKEN, FALSE, FORMULA, OTHER_FORMULA, OTHER_PICTURE, PICTURE, SAID
from mathora.cli.course import course
from mathora.cli.preview.session import changed_step
from mathora.script import read_script


@pytest.mark.parametrize("edit", [(PICTURE, OTHER_PICTURE), (FORMULA, OTHER_FORMULA)])
def test_each_edit_finds_its_place_and_the_picture_is_a_section_s_last(edit):
    good = SCRIPT.read_text(encoding="utf-8")
    assert all(one in good for one in (SAID, edit[0], BROKEN[0], FALSE[0]))
    lesson, edited = (
        read_script(one, SCRIPT.name, course([ROOT / "scenes"]).catalogue) for one in (good, good.replace(*edit, 1))
    )
    assert [one.id for one in edited.sections] == [one.id for one in lesson.sections]
    section, _, step = changed_step(good.replace(*edit, 1), good, lesson).partition("/")
    (own,) = (one for one in lesson.sections if one.id == section)
    assert own.steps[-1].id == step
