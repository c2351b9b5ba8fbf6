import hashlib
from dataclasses import replace
from importlib import resources

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


RELEASE = {
    "LICENSE": "34014800f4126ac2525e224166f099f26628612e95c41f76d70841b63138c989",
    "notes.js": "df1201d19d03241a2897d39c3d38768177df1cbd4bde06327b321cb83461ae89",
    "reset.css": "1aa8e84c9cabcbfe4d95b19879fe48b9c2c5e6d54574cbe679bc22edb9fe12b6",
    "reveal.css": "68f915a11ebf7203c0446576b7e952ff61c5dd02134a8a226ffaf62ed42136d2",
    "reveal.js": "46538b52db48724192f59bf46f5e851a18e302777c46f4a34c32709d010d6a29",
    "speaker-view.html": "dee46abb809215895af5a51fd388a14bb06a66e4d17ec9f66c87b7d1264e4873",
}
"""SHA-256 of each file as the npm package reveal.js 5.2.1 has it."""


def test_reveal_is_its_release_unchanged():
    folder = resources.files("mathora.export").joinpath("reveal_js")
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in folder.iterdir()}
    assert found == RELEASE


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
