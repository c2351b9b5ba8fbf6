"""What every student gets in Chromium, Firefox and WebKit: the film to its last word, captions, addresses, the deck."""

import json

import pytest
from drivers import ENTER, RIGHT
from servers import WithoutParts, WithoutPartsAndWaiting, WithParts, served

UNTIL = """
const until = (what, condition) => new Promise((done, fail) => {
  const deadline = performance.now() + 20000;
  const look = () => {
    if (condition()) done(true);
    else if (performance.now() > deadline) fail(new Error(`never came true: ${what}`));
    else requestAnimationFrame(look);
  };
  look();
});
"""


def run(engine, script):
    return engine.run(UNTIL + script)


def until(engine, condition):
    assert run(engine, f"return until({json.dumps(condition)}, () => {condition});") is True


def data(engine):
    return engine.run("return JSON.parse(document.getElementById('lesson-data').textContent);")


LAST_SECONDS = """
const video = VIDEO;
const captions = () => [...video.textTracks].find(one => one.kind === 'captions');
video.preload = 'auto';
video.muted = true; // WebKit lets a script begin a film with sound only behind a gesture
if (video.readyState === 0) video.load();
await until('its captions', () => video.readyState > 0 && captions().cues?.length);
const said = new Set();
captions().addEventListener('cuechange', () => {
  for (const cue of captions().activeCues) said.add(cue.text);
});
let last = 0;
video.addEventListener('timeupdate', () => { if (!video.paused) last = video.currentTime; });
const final = [...captions().cues].at(-1);
video.currentTime = Math.max(0, Math.min(final.startTime, video.duration - 1) - 0.4);
await until('the jump', () => !video.seeking);
await video.play();
await until('its end', () => video.ended);
return { said: [...said].includes(final.text), mode: captions().mode, gap: video.duration - video.currentTime };
"""


def test_the_film_and_each_clip_play_to_their_last_caption(engine, real):
    engine.open((real / "index.html").as_uri())
    count = engine.run("return document.querySelectorAll('.clip').length;")
    for video in ["film", *(f"document.querySelectorAll('.clip video')[{number}]" for number in range(count))]:
        seen = run(engine, LAST_SECONDS.replace("VIDEO", video))
        assert seen["said"], video
        assert seen["mode"] == "showing"
        assert seen["gap"] < 0.2


def test_a_section_played_to_its_end_is_watched(engine, real):
    engine.open((real / "index.html").as_uri())
    run(
        engine,
        """
        document.getElementById('reset').click();
        const video = document.querySelector('#check video');
        document.querySelector('#check details').open = true;
        document.querySelector('#check [data-part=start]').click();
        await until('it plays', () => !video.paused && video.readyState > 2);
        video.playbackRate = 4;
        await until('its end', () => video.ended);
        await until('it is watched', () => document.querySelector('.chapters li.watched')?.dataset.section === 'check');
        """,
    )


def test_captions_are_switched_off_and_on_by_key_for_all_films(engine, real):
    engine.open((real / "index.html").as_uri())
    modes = "return [...document.querySelectorAll('video')].map(one => one.textTracks[0].mode);"
    for mode, pressed in (("hidden", "false"), ("showing", "true")):
        run(engine, "document.querySelector('.cinema [data-part=captions]').focus();")
        engine.press(ENTER)
        until(engine, f"document.activeElement.getAttribute('aria-pressed') === '{pressed}'")
        assert set(engine.run(modes)) == {mode}


def test_an_address_begins_at_its_moment_in_film_clip_and_page(engine, real):
    engine.open((real / "index.html").as_uri() + "#check/reveal")
    moment = data(engine)["sections"][2]["moments"][1]
    until(engine, f"Math.abs(film.currentTime - {moment['start']}) < 0.1")
    place = run(
        engine,
        """
        const place = document.getElementById('check/reveal');
        await until('the page is there', () => Math.abs(place.getBoundingClientRect().top) < innerHeight);
        return [place.closest('details').open, film.paused,
          document.querySelector('#check [data-part=label]').textContent];
        """,
    )
    assert place[:2] == [True, True]
    assert place[2].startswith("Watch this part from 0:")


def test_a_link_to_a_moment_leaves_its_address_and_back_leads_back(engine, real):
    engine.open((real / "index.html").as_uri())
    starts = [section["start"] for section in data(engine)["sections"]]
    run(engine, "document.querySelectorAll('.chapters a')[1].click();")
    until(engine, f"location.hash === '#box' && Math.abs(film.currentTime - {starts[1]}) < 1")
    run(engine, "document.querySelectorAll('.chapters a')[2].click();")
    until(engine, f"location.hash === '#check' && Math.abs(film.currentTime - {starts[2]}) < 1")
    run(engine, "history.back();")
    until(engine, f"location.hash === '#box' && Math.abs(film.currentTime - {starts[1]}) < 1")
    run(engine, "history.forward();")
    until(engine, f"location.hash === '#check' && Math.abs(film.currentTime - {starts[2]}) < 1")


def jump(engine, address):
    """Opens the page of a server that sends no parts, and jumps to its third section."""
    engine.open(address)
    until(engine, "document.getElementById('film-note').textContent.startsWith('This server cannot send a part')")
    start = data(engine)["sections"][2]["start"]
    run(engine, "document.querySelectorAll('.chapters a')[2].click();")
    until(engine, f"Math.abs(film.currentTime - {start}) < 1 && film.readyState > 1")


def test_a_server_without_parts_is_told_in_words_and_jumps_work_all_the_same(engine, real):
    with served(real, WithoutParts) as address:
        jump(engine, address)
        until(engine, "document.getElementById('film-note').textContent === ''")
        engine.open("about:blank")


@pytest.mark.parametrize("engine", ["chromium"], indirect=True)  # the others share no request between film and page
def test_a_jump_does_not_wait_for_a_film_that_such_a_server_still_sends(engine, real):
    with served(real, WithoutPartsAndWaiting) as address:
        jump(engine, address)
        engine.open("about:blank")


def test_a_server_with_parts_is_not_spoken_of(engine, real):
    with served(real, WithParts) as address:
        engine.open(address)
        start = data(engine)["sections"][2]["start"]
        run(engine, "document.querySelectorAll('.chapters a')[2].click();")
        until(engine, f"Math.abs(film.currentTime - {start}) < 1 && film.readyState > 1")
        assert engine.run("return document.getElementById('film-note').textContent;") == ""
        assert not engine.run("return film.src.startsWith('blob:');")
        engine.open("about:blank")


@pytest.mark.parametrize("moment", ["gradient/stack"])
def test_the_deck_goes_on_by_the_right_arrow_into_the_next_section(engine, lesson, moment):
    engine.open(lesson.slides.as_uri())
    now = "document.querySelector('section.present:not(.stack)')?.id"
    ids = [one.id for one in lesson.story.moments]
    for expected in ids[1 : ids.index(moment) + 1]:
        engine.press(RIGHT)
        until(engine, f"{now} === '{expected}'")
