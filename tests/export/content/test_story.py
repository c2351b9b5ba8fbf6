"""A story is plain values: times in seconds, sentences of words and spelt formulas, one id for each moment."""

import pickle
from dataclasses import replace

import pytest
from small_story import small_story

from mathora.export.content.story import Spelling, SymbolLabel, marked, spelt_in_tex, spoken

SENTENCE = ("Hold ", Spelling("w_2", "<math/>", "<math/>", "w two", "w_2"), " still.")


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


def test_a_sentence_is_said_in_words_and_written_with_its_formulas():
    assert spoken(SENTENCE) == "Hold w two still."
    assert spelt_in_tex(SENTENCE) == "Hold $w_2$ still."
    assert (spoken(()), spelt_in_tex(())) == ("", "")


def test_each_moment_begins_where_the_one_before_ends(story):
    for one, following in zip(story.moments, story.moments[1:], strict=False):
        assert one.end == pytest.approx(following.start)
    assert story.duration == pytest.approx(story.moments[-1].end)


def test_a_chapter_is_as_long_as_its_moments(story):
    for chapter in story.chapters:
        assert (chapter.start, chapter.end) == (chapter.moments[0].start, chapter.moments[-1].end)


def test_every_moment_has_one_id_of_its_chapter(story):
    ids = [moment.id for moment in story.moments]
    assert len(ids) == len(set(ids))
    for chapter in story.chapters:
        assert all(moment.id.startswith(f"{chapter.id}/") for moment in chapter.moments)


def test_a_label_is_marked_for_a_script_with_what_it_has():
    label = SymbolLabel("w", "1", "w₁", "blue", SENTENCE[1])
    assert marked(label).items() >= {"base": "w", "index": "1", "line": "w₁", "colour": "blue"}.items()


def test_it_is_plain_values_alone(story):
    plain = replace(story, words=None)
    assert pickle.loads(pickle.dumps(plain)) == plain  # noqa: S301 - our own bytes
