"""The first lesson's pictures in German: each word drawn is the author's or the catalogue's, and all can be read."""

import pytest

import mathora.stage.writing
from mathora.plan import ASIDE, FAR_OFF, FrameFormat
from mathora.prove import prove_lesson
from mathora.script import read_script
from mathora.stage.draw import draw_stills
from mathora.words import words_of
from tests.scenes.test_first_lesson import SCRIPT, SECTIONS
from tests.scenes.theatre import catalogue, viewed
from tests.verdicts import known_or_decided
from tests.words.catalogue_words import words_of_catalogue, words_of_text

FRAMES = FrameFormat(1280, 720, 30)


@pytest.fixture(scope="module")
def german():
    source = SCRIPT.read_text(encoding="utf-8").replace("\nmodel:", "\nlanguage: de\nmodel:", 1)
    return prove_lesson(read_script(source, SCRIPT.name, catalogue()), known_or_decided)


@pytest.fixture
def labels(monkeypatch):
    """What scenes draw as their own labels."""
    seen = []
    draw = mathora.stage.writing.words_mobject
    monkeypatch.setattr(
        mathora.stage.writing, "words_mobject", lambda words, *rest: (seen.append(words), draw(words, *rest))[1]
    )
    return seen


@pytest.mark.slow
@pytest.mark.parametrize("section", SECTIONS)
def test_its_labels_are_german_and_can_be_read(german, labels, section):
    at = SECTIONS.index(section)
    steps = german.lesson.sections[at].steps
    for still in draw_stills(*viewed(german, FRAMES, at), range(len(steps))):
        assert still.facts.findings == (), steps[still.index].id
        found = [one for one in still.facts.remarks if one.rule not in {ASIDE, FAR_OFF}]
        assert found == [], steps[still.index].id
    author = words_of_text(SCRIPT.read_text(encoding="utf-8"))
    catalogued = words_of_catalogue(words_of("de"))
    assert {word for label in labels for word in words_of_text(label)} - catalogued <= author - WORDS_OF_OURS


WORDS_OF_OURS = words_of_catalogue(words_of("en")) - {"medium"}
"""An English word of ours on a German picture is one that was left in a scene, though the author may use it too."""
