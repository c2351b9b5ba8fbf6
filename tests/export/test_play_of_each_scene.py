"""Every scene that offers something to move has its interactive, and every page of the course has two of them."""

from pathlib import Path

import pytest
from played import HEAD, SECTIONS, found, plays

from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.export.content.story import DialsPlay
from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.standard_scenes import SCENES, standard_scenes, starter_picture
from tests.verdicts import known_or_decided


@pytest.mark.parametrize("path", sorted(SCENES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_interactive_of_each_scene_s_own_example_is_made(path):
    scenes = standard_scenes()
    text = HEAD.partition("model:")[0] + path.read_text(encoding="utf-8")
    proven = prove_lesson(read_script(text, "test.yaml", scenes, pictures=starter_picture), known_or_decided)
    speller = Speller(proven)
    movable = [scenes[one.scene.value].movable for one in proven.lesson.sections]
    made = [play_of(one, one, kind, speller) for one, kind in zip(proven.lesson.sections, movable, strict=True)]
    assert any(made) == any(movable)


@pytest.mark.parametrize("scene", SECTIONS)
def test_every_figure_has_something_to_move(scene):
    play = found()[scene]
    assert isinstance(play, DialsPlay)
    assert play.dials
    assert all(one.low <= one.start <= one.high for one in play.dials)


def test_a_recap_and_a_myth_have_the_picture_of_their_function():
    none, curve, far, myth = plays(
        [
            ("Recap", "{points: [a]}", "point"),
            ("Recap", "{points: [a], function: f, at: {x: 1}}", "point"),
            ("Recap", "{points: [a], function: H, at: {x: 5, y: 1}}", "point"),
            ("MythAndFact", "{confusions: [{myth: a, fact: b}], function: H, at: {x: 1, y: 1}, span: [-3, 3]}", "myth"),
        ]
    )
    assert none is None
    assert (curve.start, far.start, far.span) == (1, (5, 1), (-2, 6))
    assert (myth.start, myth.span) == ((1, 1), (-3, 3))


LESSONS = sorted((Path(__file__).resolve().parents[2] / "scripts").glob("*.yaml"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_page_of_the_course_has_two_things_to_move_or_more(path):
    """Proving is another test's; which section has what to move hangs on the script alone."""
    scenes = standard_scenes()
    lesson = read_script(path.read_text(encoding="utf-8"), str(path), scenes)
    kinds = [scenes[one.scene.value].movable for section in lesson.sections for one in section.scenes]
    assert sum(kind is not None for kind in kinds) >= 2


@pytest.mark.parametrize(("vector", "name"), [("u", "u"), ("[2, 1]", "v"), ("A u", "v")])
def test_a_vector_that_is_written_out_gets_a_name_of_its_own(vector, name):
    (play,) = plays([("LinearMap", f"{{matrix: A, vector: {vector}}}", "basis")])
    assert play.vector.base == name
