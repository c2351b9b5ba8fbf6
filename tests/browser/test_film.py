"""The film on the page: plays, seeks into a hold, chapters and captions, clips, resuming."""

import io

import pytest
from PIL import Image
from small_lesson import colour_of
from until import until


def seek(page, seconds):
    page.evaluate(
        """seconds => new Promise(done => {
          const film = document.getElementById('film');
          const drawn = () => requestAnimationFrame(() => requestAnimationFrame(done));
          film.addEventListener('seeked', drawn, { once: true });
          film.currentTime = seconds;
        })""",
        seconds,
    )


def colour_shown(page, selector):
    """The colour in the upper middle of an element, where no controls and captions lie."""
    picture = Image.open(io.BytesIO(page.locator(selector).screenshot())).convert("RGB")
    return picture.getpixel((picture.width // 2, picture.height // 6))


def distance(one, other):
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def test_nothing_plays_by_itself(visit, lesson):
    page = visit(lesson.page).page
    assert page.evaluate("[...document.querySelectorAll('video')].every(video => video.paused && !video.autoplay)")


def test_the_film_plays(visit, lesson):
    page = visit(lesson.page).page
    page.evaluate("document.getElementById('film').play()")
    until(page, "document.getElementById('film').currentTime > 0.3")


@pytest.mark.parametrize("number", [1, 4, 8])
def test_a_seek_into_a_hold_shows_the_step_s_last_frame(visit, lesson, number):
    page = visit(lesson.page).page
    moment = lesson.story.moments[number]
    seek(page, moment.end - 0.3)
    until(page, "document.getElementById(it).classList.contains('now')", moment.id)
    shown = colour_shown(page, "#film")
    assert distance(shown, colour_of(number)) < 25
    assert distance(shown, colour_of(number + 1)) > 25


def test_chapters_and_captions_are_loaded_and_shown(visit, lesson):
    page = visit(lesson.page).page
    seek(page, 5.0)
    until(page, "document.getElementById('film').textTracks[0].activeCues?.length === 1")
    tracks = page.evaluate(
        """[...document.getElementById('film').textTracks].map(track => {
          if (track.mode === 'disabled') track.mode = 'hidden';
          return [track.kind, track.mode];
        })"""
    )
    assert tracks == [["captions", "showing"], ["descriptions", "hidden"], ["chapters", "hidden"]]
    until(page, "document.getElementById('film').textTracks[2].cues?.length > 0")
    titles = page.evaluate("[...document.getElementById('film').textTracks[2].cues].map(cue => cue.text)")
    assert titles[0] == "Partial derivatives: one knob at a time"
    assert len(titles) == len(lesson.story.chapters)
    assert (
        page.evaluate("document.getElementById('film').textTracks[0].activeCues[0].text")
        == "Caption of one-knob\nfreeze"
    )


def test_a_chapter_s_link_goes_there_and_is_marked(visit, lesson):
    page = visit(lesson.page).page
    page.locator(".chapters a").nth(2).click()
    start = lesson.story.chapters[2].start
    until(page, "Math.abs(document.getElementById('film').currentTime - it) < 1", start)
    until(page, "document.querySelectorAll('.chapters a')[2].getAttribute('aria-current') === 'true'")


def test_a_section_s_clip_plays_its_part_and_stops_at_its_end(visit, lesson):
    page = visit(lesson.page).page
    chapter = lesson.story.chapters[1]
    page.locator("#gradient [data-part=start]").click()
    until(page, "!document.querySelector('#gradient video').paused")
    page.evaluate("end => { document.querySelector('#gradient video').currentTime = end - 0.4 }", chapter.end)
    until(page, "document.querySelector('#gradient video').paused", chapter.end)
    stopped = page.evaluate("document.querySelector('#gradient video').currentTime")
    assert chapter.end - 0.3 < stopped <= chapter.end + 0.05
    assert "Play again" in page.locator("#gradient [data-part=start]").inner_text()


def test_the_one_file_page_plays_without_any_other_file(visit, lesson, tmp_path):
    alone = tmp_path / "alone.html"
    alone.write_bytes((lesson.folder / "one-file.html").read_bytes())
    opened = visit(alone)
    opened.page.evaluate("document.getElementById('film').play()")
    until(opened.page, "document.getElementById('film').currentTime > 0.2")
    assert [url for url in opened.requests if url.startswith("file:")] == [alone.as_uri()]


def test_without_scripts_the_whole_text_and_the_film_are_there(visit, lesson):
    page = visit(lesson.page, java_script_enabled=False).page
    assert page.locator(".moment").count() == len(lesson.story.moments)
    assert page.locator("video[controls]").count() == 1 + len(lesson.story.chapters)
    assert not page.locator("#best-box-play").is_visible()
