"""The lessons of calculus: whole, proved, short enough to be read, and with things to move on their pages."""

from pathlib import Path

import pytest

from mathora.cli.course import course, scene_folders
from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.verdicts import known_or_decided

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


@pytest.fixture(scope="module", params=["derivative", "integral"])
def lesson(request):
    path = SCRIPTS / f"{request.param}.yaml"
    scenes = course(scene_folders(path)).catalogue
    text = path.read_text(encoding="utf-8")
    return text, scenes, prove_lesson(read_script(text, str(path), scenes), known_or_decided)


def test_it_has_sections_enough_and_can_be_read_in_one_go(lesson):
    _, _, proven = lesson
    assert len(proven.lesson.sections) >= 6
    assert {"QuickCheck", "Recap"} <= {section.scene.value for section in proven.lesson.sections}


@pytest.mark.parametrize("path", sorted(SCRIPTS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_lesson_written_for_the_course_has_no_more_lines_than_a_teacher_reads(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 260


def test_nothing_of_it_is_waived(lesson):
    text, _, _ = lesson
    assert "waive" not in text


def test_two_things_or_more_can_be_moved_on_its_page(lesson):
    _, scenes, proven = lesson
    speller = Speller(proven)
    plays = [play_of(one, one, scenes[one.scene.value].movable, speller) for one in proven.lesson.sections]
    assert sum(play is not None for play in plays) >= 2
