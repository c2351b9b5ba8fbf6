"""A deck: a section is a stack, a step a slide, and all but the clips and stills is inside of the file."""

from dataclasses import replace

import pytest
from small_story import small_story

from mathora.export.slides.deck import DeckFiles, write_slides
from mathora.export.slides.reveal import reveal


@pytest.fixture
def deck(tmp_path):
    story = small_story(tmp_path)
    files = DeckFiles(
        {one.id: f"{one.id}.jpg" for one in story.moments}, {one.id: f"{one.id}.mp4" for one in story.moments}
    )
    return story, write_slides(story, files, lambda _: "", reveal())


def test_a_section_is_a_stack_and_a_step_a_slide(deck):
    story, written = deck
    slides = written.split('<div class="slides">')[1].split("</main>")[0]
    assert slides.count("<section>") == len(story.chapters)
    assert slides.count('<section id="') == len(story.moments)


def test_reveal_stands_inside(deck):
    _, written = deck
    assert "reveal.js 5" in written
    assert "<script src" not in written
    assert "sourceMappingURL" not in written


def test_the_speaker_view_s_own_script_may_run(deck):
    _, written = deck
    policy = written.split('content="')[1].split('"')[0]
    assert policy.split("style-src")[0].count("sha256-") == 4
    assert "unsafe" not in policy


def test_a_spoken_deck_is_mute_until_its_viewer_turns_the_sound_on(deck):
    story, silent = deck
    files = DeckFiles({one.id: "still" for one in story.moments}, {one.id: "clip" for one in story.moments})
    written = write_slides(replace(story, voice="Hum"), files, lambda _: "", reveal())
    assert written.count('data-part="sound" aria-pressed="false"') == len(story.moments)
    assert written.count(" muted playsinline") == len(story.moments)
    assert 'data-part="sound"' not in silent.split("<script")[0]
