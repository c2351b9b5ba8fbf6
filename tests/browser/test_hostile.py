"""Hostile strings in every text field of a story: shown literally, no script run, no request made."""

from dataclasses import fields, is_dataclass, replace

import pytest
from small_lesson import DeckFiles, reveal, write_slides, write_transcript_html

from mathora.export.content.story import Spelling

PAYLOADS = (
    "<script>window.hacked = 1</script>",
    "</script><script>window.hacked = 1</script>",
    "</style></title></template></textarea><svg onload=window.hacked=1>",
    '"><img src=https://evil.example/x onerror="window.hacked = 1">',
    '<a href="javascript:window.hacked=1">click</a> javascript:window.hacked=1',
    "\u202egnp.exe\u202c and \u2066inside",
    "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1} `",
    "--><!-- <!--<script> ]]> &lt;b&gt; &#x3c;",
)
KEPT = {"id", "words", "moment", "volume", "slope", "function", "partials", "mathml", "mathml_block", "typst", "colour"}
"""Ids are plain names by the script's law; code and MathML come from the formula tree's own writers."""


class Poison:
    """Gives every string of a story another payload, numbered so that each can be found again."""

    def __init__(self):
        self.count = 0

    def text(self):
        self.count += 1
        return f"[{self.count}] {PAYLOADS[self.count % len(PAYLOADS)]}"

    def put(self, value):
        if isinstance(value, str):
            return self.text()
        if isinstance(value, tuple):
            return tuple(map(self.put, value))
        if is_dataclass(value):
            kept = KEPT | ({"tex"} if isinstance(value, Spelling) else set())
            return replace(
                value, **{one.name: self.put(getattr(value, one.name)) for one in fields(value) if one.name not in kept}
            )
        return value


@pytest.fixture(scope="module")
def hostile(lesson):
    story = Poison().put(lesson.story)
    lesson.write_page(story, name="hostile.html")
    deck = DeckFiles(
        {one.id: one.still.name for one in story.moments}, {one.id: one.clip.name for one in story.moments}
    )
    (lesson.folder / "hostile-slides.html").write_text(
        write_slides(story, deck, lesson.font_faces, reveal()), encoding="utf-8"
    )
    (lesson.folder / "hostile-transcript.html").write_text(
        write_transcript_html(story, lesson.font_faces), encoding="utf-8"
    )
    return story


def harmless(page):
    assert page.evaluate("window.hacked") is None
    assert (
        page.evaluate(
            "document.querySelectorAll('[onload], [onerror], [href^=javascript], svg[onload], img[src^=http]').length"
        )
        == 0
    )


def pieces(story):
    """The sentences that page, slides and transcript all show."""
    for moment in story.moments:
        yield from (piece for piece in moment.say if isinstance(piece, str))
    for chapter in story.chapters:
        yield from (piece for piece in chapter.title if isinstance(piece, str))


def test_the_page_shows_every_string_literally(visit, lesson, hostile):
    opened = visit(lesson.folder / "hostile.html")
    page = opened.page
    for question in page.locator("form.question").all():
        question.locator("input").first.check()
        question.locator("button[type=submit]").click()
    shown = page.evaluate("document.body.textContent")
    own = [
        piece
        for chapter in hostile.chapters
        for check in chapter.checks
        for piece in check.ask
        if isinstance(piece, str)
    ]
    for piece in [*pieces(hostile), *own, hostile.level]:
        assert piece in shown
    assert page.locator("main script, header script, main style").count() == 0
    harmless(page)


@pytest.mark.usefixtures("hostile")
def test_captions_and_descriptions_are_text(visit, lesson):
    page = visit(lesson.folder / "hostile.html").page
    cue = page.evaluate(
        """() => new Promise(done => {
          const track = document.getElementById('film').textTracks[1];
          track.mode = 'hidden';
          const look = () => track.cues?.length ? done(track.cues[0].text) : requestAnimationFrame(look);
          look();
        })"""
    )
    assert cue.startswith("[")
    assert (
        page.evaluate(
            "document.getElementById('film').textTracks[1].cues[0].getCueAsHTML().querySelectorAll('*').length"
        )
        == 0
    )


@pytest.mark.parametrize("name", ["hostile-slides.html", "hostile-transcript.html"])
def test_slides_and_transcript_show_every_string_literally(visit, lesson, hostile, name):
    page = visit(lesson.folder / name).page
    shown = page.evaluate("document.body.textContent")
    for piece in pieces(hostile):
        assert piece in shown
    harmless(page)


def test_a_hostile_script_that_went_all_the_way_is_shown_literally(visit, real):
    page = visit(real / "index.html").page
    page.locator("form.question input").last.check()
    page.locator("form.question button[type=submit]").click()
    shown = page.evaluate("document.body.textContent")
    for words in (
        "A title <script>window.hacked = 1</script> & more",
        'A summary with "quotes" and <img src=x onerror="window.hacked = 1">.',
        "Track </script>",
        "Unit <b>bold</b>",
        "Hard & <i>",
        "Yes </template><script>window.hacked=1</script>",
        "uphill, javascript:window.hacked=1",
    ):
        assert words in shown
    harmless(page)


def test_a_script_that_got_in_would_not_run(visit, lesson):
    """The planted fault: an inline script and a handler put into the page by force are stopped by its policy."""
    opened = visit(lesson.page)
    opened.page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.hacked = 1';
          document.body.append(script);
          const image = document.createElement('img');
          image.setAttribute('onerror', 'window.hacked = 1');
          image.src = 'data:,';
          document.body.append(image);
          fetch('https://evil.example/').catch(() => {});
        }"""
    )
    assert opened.page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in error for error in opened.errors)
    opened.errors.clear()
    assert not opened.outside
