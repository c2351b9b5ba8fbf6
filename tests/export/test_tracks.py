from dataclasses import replace
from itertools import pairwise

import pytest
from small_story import small_story

from mathora.export.content.story import Caption
from mathora.export.html.tracks import caption_track, chapter_track, description_track


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


def test_tracks_are_webvtt_with_one_cue_each(story):
    assert chapter_track(story).startswith(
        "WEBVTT\n\n00:00:00.000 --> 00:00:12.000\nPartial derivatives: one knob at a time\n"
    )
    assert description_track(story).count("-->") == len(story.moments)
    assert caption_track(story).count("-->") == len(story.moments)


def test_a_section_s_captions_count_from_its_own_zero(story):
    chapter = story.chapters[1]
    captions = caption_track(chapter, chapter.start)
    assert captions.count("-->") == len(chapter.moments)
    assert captions.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nCaption of gradient\nstack\n")
    assert caption_track(chapter, 0.0).startswith("WEBVTT\n\n00:00:12.000 --> 00:00:16.000\n")
    assert description_track(chapter, chapter.start).startswith("WEBVTT\n\n00:00:00.000 --> ")


def test_the_sections_captions_together_are_the_film_s(story):
    cues = [cue for chapter in story.chapters for cue in caption_track(chapter, 0.0).split("\n\n")[1:]]
    assert [cue.strip() for cue in cues] == [cue.strip() for cue in caption_track(story).split("\n\n")[1:]]


def test_a_section_s_captions_are_its_own_also_where_times_are_rounded(tmp_path):
    """Fifteenths of a second: a section's end, added up, lies a hair behind the next one's first caption."""
    story = small_story(tmp_path, motion=2 / 15, hold=7 / 15)
    assert any(one.end > other.start for one, other in pairwise(story.chapters))
    for chapter in story.chapters:
        captions = caption_track(chapter, chapter.start)
        assert captions.count("-->") == captions.count(f"Caption of {chapter.id}") == len(chapter.moments)


def test_no_word_is_markup(story):
    chapter = story.chapters[1]
    hostile = Caption(0, 1, ("a < b & c --> d", "", "– ∂"))
    moment = replace(chapter.moments[0], captions=(hostile,))
    written = caption_track(replace(chapter, moments=(moment,)), 0.0)
    assert written.endswith("\na &lt; b &amp; c --&gt; d\n– ∂\n")
