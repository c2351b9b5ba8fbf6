"""Each maker gives its files by their names: bytes, or what is to be linked; nothing twice under two names."""

from types import SimpleNamespace

import pytest
from small_story import small_story

from mathora.export.making import MAKERS
from mathora.export.products import PRODUCTS


@pytest.fixture
def shared(tmp_path):
    """What products share, of the small story, without a film."""
    story = small_story(tmp_path)
    return SimpleNamespace(
        story=story,
        order=SimpleNamespace(id="demo", one_file=False, offered=("pdf", "slides")),
        parts=None,
        film="the film, as soon as it is there",
        film_name="demo.mp4",
        stills={moment.id: b"jpeg" for moment in story.moments},
        still_names={moment.id: f"stills/{moment.id.replace('/', '.')}.jpg" for moment in story.moments},
        clips={moment.id: moment.clip for moment in story.moments},
        clip_names={moment.id: f"clips/{moment.id.replace('/', '.')}.mp4" for moment in story.moments},
        sections={chapter.id: moment.clip for chapter in story.chapters for moment in chapter.moments},
        section_names={chapter.id: f"sections/{chapter.id}.mp4" for chapter in story.chapters},
    )


@pytest.fixture(autouse=True)
def no_fonts(monkeypatch):
    monkeypatch.setattr("mathora.export.making.font_faces", lambda *_, **__: "")


def made(name, shared):
    return MAKERS[name](shared)


def test_the_film_is_handed_on_before_it_is_there(shared):
    assert made("mp4", shared) == {"demo.mp4": shared.film}


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("captions", {"demo.vtt"}),
        ("transcript", {"transcript.md", "transcript.html"}),
        ("tracks", {"chapters.vtt", "descriptions.vtt"}),
        ("poster", {"poster.png"}),
    ],
)
def test_texts_have_their_own_names(shared, name, files):
    assert made(name, shared).keys() == files


def test_the_page_brings_its_film_its_sections_and_its_stills(shared):
    files = made("page", shared)
    assert files.keys() == {
        "index.html", "demo.mp4", *shared.section_names.values(), *shared.still_names.values(),
    }  # fmt: skip
    page = files["index.html"].decode()
    assert [PRODUCTS[name].file in page for name in ("pdf", "slides", "pptx")] == [True, True, False]


def test_decks_bring_their_clips_under_the_same_names(shared):
    slides, manim = made("slides", shared), made("manim-slides", shared)
    clips = set(shared.clip_names.values())
    assert slides.keys() == {"slides.html", *clips, *shared.still_names.values()}
    assert manim.keys() == {"slides/demo.json", *clips}
    assert all(slides[name] == manim[name] for name in clips)
