"""The film on the page: plays, seeks into a hold, chapters and captions, clips, resuming."""

import io

import pytest
from PIL import Image
from small_lesson import RATE, colour_of
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


def start_clip(page, section):
    page.locator(f"#{section} [data-part=start]").click()
    until(page, "!document.querySelector(`#${it} video`).paused", section)


def test_a_section_s_clip_plays_from_its_own_zero_and_stops_on_its_last_frame(visit, lesson):
    page = visit(lesson.page).page
    chapter = lesson.story.chapters[1]
    start_clip(page, "gradient")
    assert page.evaluate("document.querySelector('#gradient video').currentTime") < 2
    assert distance(colour_shown(page, "#gradient video"), colour_of(3)) < 25
    length = chapter.end - chapter.start
    page.evaluate("length => { document.querySelector('#gradient video').currentTime = length - 0.4 }", length)
    until(page, "document.querySelector('#gradient video').ended")
    assert page.evaluate("document.querySelector('#gradient video').currentTime") == pytest.approx(length, abs=0.1)
    assert distance(colour_shown(page, "#gradient video"), colour_of(4)) < 25
    assert "Play again" in page.locator("#gradient [data-part=start]").inner_text()
    assert page.evaluate("document.activeElement.dataset.part") == "start"
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('#gradient video').paused")
    assert page.evaluate("document.querySelector('#gradient video').currentTime") < 2


def wrong_with_clip(page, section, length, words):
    """What is not so of a section's clip: that it lasts so many seconds, to a frame, and says these words in time."""
    start_clip(page, section)
    found = page.evaluate(
        """([section, length]) => new Promise(done => {
          const video = document.querySelector(`#${section} video`);
          const [captions] = video.textTracks;
          const look = () => captions.cues?.length && video.readyState > 0
            ? done({ duration: video.duration, mode: captions.mode, address: video.getAttribute("src"),
                     cues: [...captions.cues].map(cue => [cue.startTime, cue.endTime, cue.text]) })
            : requestAnimationFrame(look);
          look();
        })""",
        [section, length],
    )
    said = [text for _, _, text in found["cues"]]
    first, last = found["cues"][0][0], found["cues"][-1][1]
    checks = {
        "file": found["address"] == f"sections/{section}.mp4",
        "length": abs(found["duration"] - length) <= 1 / RATE,
        "captions": found["mode"] == "showing" and " ".join(said).replace("\n", " ") == words,
        "times": first == 0 and last <= length,
    }
    return {name for name, holds in checks.items() if not holds}


@pytest.fixture(scope="module")
def descent(ordered):
    """The first section of the real lesson: its name, its seconds, its words."""
    timeline = ordered.timeline
    chapter = timeline.chapters[1]
    words = " ".join(" ".join(cue.lines) for slot in timeline.slots if slot.section == "box" for cue in slot.cues)
    return chapter.section, float(timeline.seconds(chapter.end - chapter.start)), words


def test_a_section_s_clip_is_a_file_of_its_length_with_its_captions(visit, real, descent):
    assert wrong_with_clip(visit(real / "index.html").page, *descent) == set()


def test_another_section_s_clip_and_captions_would_be_noticed(visit, real, descent):
    page = visit(real / "index.html").page
    page.evaluate(
        """() => {
          const [other, mine] = ['check', 'box'].map(one => document.querySelector(`#${one} video`));
          mine.querySelector('track').src = document.querySelector('#film track').src;
          mine.src = other.getAttribute('src');
        }"""
    )
    assert wrong_with_clip(page, *descent) == {"file", "length", "captions", "times"}


def test_one_clip_pauses_the_other_and_the_film(visit, lesson):
    page = visit(lesson.page).page
    page.evaluate("document.getElementById('film').play()")
    until(page, "!document.getElementById('film').paused")
    start_clip(page, "one-knob")
    until(page, "document.getElementById('film').paused")
    start_clip(page, "gradient")
    until(page, "document.querySelector('#one-knob video').paused")
    page.evaluate("document.getElementById('film').play()")
    until(page, "document.querySelector('#gradient video').paused")


def test_clips_are_not_loaded_before_they_are_wanted(visit, lesson):
    opened = visit(lesson.page)
    assert not [url for url in opened.requests if url.endswith(".section.mp4")]
    start_clip(opened.page, "gradient")
    assert [url.rpartition("/")[2] for url in opened.requests if url.endswith(".section.mp4")] == [
        "gradient.section.mp4"
    ]


def test_in_the_one_file_page_a_section_s_clip_is_its_part_of_the_film(visit, lesson):
    page = visit(lesson.folder / "one-file.html").page
    chapter = lesson.story.chapters[1]
    start_clip(page, "gradient")
    now = page.evaluate("document.querySelector('#gradient video').currentTime")
    assert chapter.start <= now < chapter.start + 2
    until(page, "document.querySelector('#gradient video').textTracks[0].activeCues?.length === 1")
    page.evaluate("end => { document.querySelector('#gradient video').currentTime = end - 0.4 }", chapter.end)
    until(page, "document.querySelector('#gradient video').paused")
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
