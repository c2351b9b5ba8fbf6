"""In every language a product says what the catalogue says, and no word besides: none is left in the code."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser
from typing import get_args

import pytest
from PIL import Image
from pptx import Presentation
from real_lesson import real_order
from small_story import small_story

from mathora.export.content.story import Spelling
from mathora.export.html.handout import handout_data
from mathora.export.html.page import PageFiles, write_page
from mathora.export.html.transcript import write_transcript_html, write_transcript_markdown
from mathora.export.html.web_files import web_file
from mathora.export.shared_parts import SharedParts
from mathora.export.slides.deck import DeckFiles, write_slides
from mathora.export.slides.powerpoint import write_powerpoint
from mathora.export.slides.reveal import reveal
from mathora.lesson import LanguageName
from mathora.render.parts import PartStore
from mathora.words import words_of
from tests.words.catalogue_words import words_of_catalogue, words_of_text

KEPT = {"id", "moment", "words", "verdicts", "kind", "slope", "function", "partials", "colour"}
"""What of a story is no author's text: ids, the catalogue itself, code."""

X = Spelling("x", "<math><mi>x</mi></math>", '<math display="block"><mi>x</mi></math>', "x", "x")


def mute(value):
    """A story in which no author says anything: every text is a digit, every formula an x."""
    if isinstance(value, Spelling):
        return X
    if isinstance(value, str):
        return "0"
    if isinstance(value, tuple):
        return tuple(map(mute, value))
    if isinstance(value, dict):
        return {key: mute(one) for key, one in value.items()}
    if is_dataclass(value):
        return replace(
            value, **{one.name: mute(getattr(value, one.name)) for one in fields(value) if one.name not in KEPT}
        )
    return value


class Seen(HTMLParser):
    """All that a page shows or tells: texts, and the attributes that are read out."""

    TOLD = frozenset({"aria-label", "aria-roledescription", "aria-valuetext", "alt", "title", "label", "placeholder"})

    def __init__(self, page):
        super().__init__()
        self.silent, self.texts = 0, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.silent += tag in {"script", "style"}
        self.texts += [value for name, value in attributes if name in self.TOLD]

    def handle_endtag(self, tag):
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data):
        if not self.silent:
            self.texts.append(data)

    @property
    def words(self):
        return words_of_text(" ".join(self.texts))


@pytest.fixture(params=get_args(LanguageName))
def story(request, tmp_path):
    return replace(mute(small_story(tmp_path)), words=words_of(request.param))


def page(story):
    stills = {moment.id: "" for moment in story.moments}
    downloads = tuple((name, name) for name in (story.words.product.pdf, story.words.product.slides))
    files = PageFiles("", "", "", stills, {chapter.id: "" for chapter in story.chapters}, downloads)
    return write_page(story, files, lambda _: "")


def slides(story):
    empty = {moment.id: "" for moment in story.moments}
    return write_slides(story, DeckFiles(empty, empty), lambda _: "", reveal())


def transcript(story):
    return write_transcript_html(story, lambda _: "")


@pytest.mark.parametrize("product", [page, slides, transcript])
def test_a_product_has_no_word_that_the_catalogue_has_not(story, product):
    written = product(story)
    assert Seen(written).words - words_of_catalogue(story.words) == set()
    assert f'<html lang="{story.words.language}"' in written


def test_so_does_the_transcript_in_markdown(story):
    assert words_of_text(write_transcript_markdown(story)) - words_of_catalogue(story.words) == set()


def test_the_handout_s_template_has_no_word_of_its_own(story):
    """What it sets in brackets is text: there are signs only, all words come with the data."""
    source = re.sub(r"//.*|#[a-z_.]+(\([^)]*\)|\.[a-z]+)*|\"[^\"]*\"", "", web_file("handout.typ"))
    shown = re.findall(r"\[([^\[\]\n]*)\]", source)
    assert len(shown) > 3
    assert set().union(*map(words_of_text, shown)) == set()
    assert handout_data(story, {moment.id: "" for moment in story.moments})["language"] == story.words.language


def test_a_planted_word_is_found(story):
    planted = transcript(story).replace("</main>", "<p>Loremwort</p></main>")
    assert Seen(planted).words - words_of_catalogue(story.words) == {"loremwort"}


def test_german_products_speak_german(tmp_path):
    """The whole way from a script: what scenes say of pictures, spoken formulas, checked numbers, the facts."""
    order = real_order(tmp_path, language="de")
    story = SharedParts(order, PartStore(tmp_path, ""), tmp_path, ThreadPoolExecutor()).story
    written = write_transcript_markdown(story)
    assert "Lektion 03 · " in written
    assert "Zu sehen: " in written
    assert (
        story.chapters[1].moments[0].shows[0].spoken
        == "V von x gleich x mal Klammer auf 6 minus 2 x Klammer zu Quadrat"
    )
    (caption,) = story.chapters[1].moments[1].captions
    assert caption.lines == ("The volume is 9,8.",)
    assert story.chapters[0].moments[0].picture.endswith("at w 1 = −1,6 und w 2 = 1.")


def test_the_powerpoint_deck_has_no_word_of_ours(story):
    poster = io.BytesIO()
    Image.new("RGB", (64, 36)).save(poster, "JPEG")
    for moment in story.moments:
        moment.clip.write_bytes(b"")
    posters = {one.id: poster.getvalue() for one in story.moments}
    clips = {one.id: one.clip for one in story.moments}
    deck = Presentation(io.BytesIO(write_powerpoint(story, posters, clips)))
    shown = [shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    shown += [slide.notes_slide.notes_text_frame.text for slide in deck.slides]
    assert set().union(*map(words_of_text, shown)) == set()
