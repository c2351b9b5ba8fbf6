"""The first lesson, step by step: every last frame can be read, and in its time, in every aspect and theme that an
author may choose. Its own, dark and wide, is tests/test_first_film.py's.
"""

from functools import cache

import pytest

from mathora.plan import FrameFormat, too_full_steps
from mathora.prove import prove_lesson
from mathora.render.clip import composition_remarks, picture_faults
from mathora.script import read_script
from mathora.stage.draw import draw_stills
from tests.rows import each, long
from tests.scenes.theatre import SCENES, catalogue, viewed
from tests.verdicts import known_or_decided

SCRIPT = SCENES.parent / "scripts" / "partial-derivatives.yaml"
FRAMES = {"16:9": FrameFormat(1280, 720, 30), "9:16": FrameFormat(720, 1280, 30), "1:1": FrameFormat(900, 900, 30)}


def read(theme):
    source = SCRIPT.read_text(encoding="utf-8").replace("\nmodel:", f"\ntheme: {theme}\nmodel:", 1)
    return read_script(source, SCRIPT.name, catalogue())


@cache
def proven(theme):
    return prove_lesson(read(theme), known_or_decided)


SECTIONS = [section.id for section in read("dark").sections]


def findings(theme, aspect, section_id):
    lesson = proven(theme)
    section = next(one for one in lesson.lesson.sections if one.id == section_id)
    at = lesson.lesson.sections.index(section)
    found = {}
    for still in draw_stills(*viewed(lesson, FRAMES[aspect], at), range(len(section.steps))):
        address = f"{section_id}/{section.steps[still.index].id}"
        found[address] = still.facts
        full = too_full_steps(lesson, {address: still.facts}, FRAMES[aspect].rate)
        yield from (f"{address}: {fault.message}" for fault in full)
    yield from map(str, (*picture_faults(found, lesson.lesson), *composition_remarks(found, lesson.lesson)))


@pytest.mark.slow
@pytest.mark.parametrize("section", each(SECTIONS, 3))
@pytest.mark.parametrize(("theme", "aspect"), [("dark", "9:16"), long("light", "16:9"), long("dark", "1:1")])
def test_every_step_can_be_read(theme, aspect, section):
    assert list(findings(theme, aspect, section)) == []
