import json

import pytest
from small_story import small_story

from mathora.export.manim_slides import write_manim_slides


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


def test_manim_slides_plays_every_clip_in_order(story):
    deck = json.loads(write_manim_slides(story, {one.id: f"clips/{one.id}.mp4" for one in story.moments}))
    assert [slide["file"] for slide in deck["slides"]] == [f"clips/{one.id}.mp4" for one in story.moments]
    assert all(slide["rev_file"] and not slide["loop"] for slide in deck["slides"])
    assert deck["resolution"] == [story.width, story.height]
