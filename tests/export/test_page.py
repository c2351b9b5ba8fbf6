import json
from dataclasses import replace

import pytest
from small_story import small_story

from mathora.export.content.story import Choice
from mathora.export.html.markup import data_url
from mathora.export.html.page import PageFiles, page_data, write_page
from mathora.export.html.tracks import caption_track


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


def page(story, **changes):
    stills = {moment.id: f"{moment.id}.jpg" for moment in story.moments}
    clips = {chapter.id: f"sections/{chapter.id}.mp4" for chapter in story.chapters}
    files = PageFiles("film.mp4", "", "poster.jpg", stills, clips, (("Slides", "slides.html"),))
    return write_page(story, replace(files, **changes), lambda _: "")


def test_the_same_story_gives_the_same_bytes(story):
    assert page(story) == page(story)


def test_every_step_is_there_under_its_id(story):
    written = page(story)
    for moment in story.moments:
        assert f'id="{moment.id}"' in written


def test_a_lesson_without_quiz_and_interactive_still_gets_a_page(story):
    plain = replace(
        story, chapters=tuple(replace(one, checks=(), play=None, cleared=(), points=()) for one in story.chapters)
    )
    written = page(plain, downloads=())
    assert "<form" not in written
    assert 'class="play"' not in written
    assert 'class="takeaway"' not in written
    assert page_data(plain)["questions"] == []


def test_what_a_script_works_on_stands_in_the_page_also_where_a_question_is_asked(story):
    play = next(one.play for one in story.chapters if one.play)
    moving = replace(story, chapters=tuple(replace(one, play=play) for one in story.chapters))
    written = page(moving)
    data = page_data(moving)
    places = [one["place"] for found in data.values() if isinstance(found, list) for one in found if "place" in one]
    assert len(places) > len(story.chapters)
    for place in places:
        assert f'id="{place}"' in written


def test_an_address_is_never_one_on_the_web(story):
    written = page(story)
    for kind in ('src="http', 'href="http', "url(http", "src=http"):
        assert kind not in written


def test_keys_change_with_the_content_and_only_with_it(story):
    before = page_data(story)
    chapter = next(one for one in story.chapters if one.checks)
    first, second = chapter.checks
    other = replace(first, choices=(*first.choices, Choice(("none of these",), correct=False, why=("",))))
    edited = replace(
        story, chapters=tuple(replace(one, checks=(other, second)) if one is chapter else one for one in story.chapters)
    )
    after = page_data(edited)
    assert before["questions"][0]["key"] != after["questions"][0]["key"]
    assert before["questions"][1] == after["questions"][1]
    assert before["sections"] == after["sections"]


def test_the_data_holds_no_code(story):
    assert "=>" not in json.dumps(page_data(story))


def test_the_film_can_be_inside(story):
    written = page(story, film="", film_data="AAAA", clips={})
    assert '<script type="application/octet-stream" id="film-data">AAAA</script>' in written
    assert ".mp4" not in written


def test_every_section_has_its_own_clip_with_its_own_captions(story):
    written = page(story)
    for chapter in story.chapters:
        figure = written.split(f'data-start="{chapter.start:.3f}"')[1].split("</figure>")[0]
        assert f'src="sections/{chapter.id}.mp4"' in figure
        assert f'poster="{chapter.moments[0 if chapter.checks else -1].id}.jpg"' in figure
        captions = caption_track(chapter, chapter.start)
        assert data_url("text/vtt", captions.encode()) in figure
        assert figure.index('kind="captions"') < figure.index(" default") < figure.index('kind="descriptions"')


def test_a_section_of_a_film_inside_keeps_the_film_s_clock(story):
    written = page(story, film="", film_data="AAAA", clips={})
    chapter = story.chapters[1]
    assert data_url("text/vtt", caption_track(chapter, 0.0).encode()) in written


def test_a_formula_that_stands_already_is_not_shown_again(story):
    written = page(story)
    assert written.count("<mo>=</mo><mn>2</mn>") - written.count('class="moment" id="one-knob/other"') <= 2
