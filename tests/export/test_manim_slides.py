import json

import pytest
from small_story import small_story

from mathora.export.slides.manim_slides import write_manim_slides

SLIDE_FIELDS = {"loop", "auto_next", "playback_rate", "reversed_playback_rate", "notes", "dedent_notes"} | {
    "skip_animations",
    "src",
    "type",
    "direction",
    "file",
    "rev_file",
}


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


def test_manim_slides_plays_every_clip_in_order(story):
    deck = json.loads(write_manim_slides(story, {one.id: f"clips/{one.id}.mp4" for one in story.moments}))
    assert [slide["file"] for slide in deck["slides"]] == [f"clips/{one.id}.mp4" for one in story.moments]
    assert all(slide["rev_file"] and not slide["loop"] for slide in deck["slides"])
    assert deck["resolution"] == [story.width, story.height]


def test_the_deck_is_read_alike_in_every_encoding(story):
    assert write_manim_slides(story, {one.id: f"clips/{one.id}.mp4" for one in story.moments}).isascii()


def test_the_deck_says_what_manim_slides_knows_and_no_more(story):
    """The fields of its `SlideConfig` and `PresentationConfig`, version 5.7; others it would refuse or ignore."""
    deck = json.loads(write_manim_slides(story, {one.id: f"clips/{one.id}.mp4" for one in story.moments}))
    assert set(deck) <= {"slides", "resolution", "background_color"}
    for slide in deck["slides"]:
        assert {"file", "rev_file"} <= set(slide) <= SLIDE_FIELDS
        assert isinstance(slide["notes"], str)
        assert not slide["file"].startswith(("/", ".."))
