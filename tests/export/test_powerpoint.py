import io
import zipfile

import pytest
from openxml_audit import validate_pptx
from PIL import Image
from pptx import Presentation
from pptx.opc.package import OpcPackage
from pptx.util import Inches
from small_story import small_story

from mathora.export.content.story import spoken
from mathora.export.slides.powerpoint import write_powerpoint


def clips_of(story):
    return {moment.id: moment.clip for moment in story.moments}


@pytest.fixture
def made(tmp_path):
    story = small_story(tmp_path)
    target = io.BytesIO()
    Image.new("RGB", (64, 36)).save(target, "JPEG")
    for number, moment in enumerate(story.moments):
        moment.clip.write_bytes(f"clip {number}".encode())
    posters = {moment.id: target.getvalue() for moment in story.moments}
    return story, write_powerpoint(story, posters, clips_of(story)), posters


def test_a_step_is_a_slide_with_native_title_notes_and_film(made):
    story, content, _ = made
    deck = Presentation(io.BytesIO(content))
    assert len(deck.slides) == len(story.moments)
    titles = [spoken(chapter.title) for chapter in story.chapters for _ in chapter.moments]
    for slide, moment, title in zip(deck.slides, story.moments, titles, strict=True):
        assert slide.shapes.title.text_frame.text == title
        assert spoken(moment.say) in slide.notes_slide.notes_text_frame.text
        (movie,) = [shape for shape in slide.shapes if shape.name == moment.id]
        assert movie.media_type is not None
        assert movie._element.nvPicPr.cNvPr.get("descr") == moment.picture
        assert movie.left >= 0
        assert movie.top + movie.height <= Inches(7.5)


def test_every_clip_is_inside_once(made):
    story, content, _ = made
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        films = [name for name in archive.namelist() if name.endswith(".mp4")]
        assert sorted(archive.read(name) for name in films) == sorted(one.clip.read_bytes() for one in story.moments)


def test_the_same_story_gives_the_same_bytes_at_any_time(made):
    story, content, posters = made
    assert write_powerpoint(story, posters, clips_of(story)) == content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01" in archive.read("docProps/core.xml")


def test_no_slide_has_all_parts_looked_through(made, monkeypatch):
    story, content, posters = made
    looks, iter_parts = [], OpcPackage.iter_parts
    monkeypatch.setattr(OpcPackage, "iter_parts", lambda package: looks.append(1) or iter_parts(package))
    assert write_powerpoint(story, posters, clips_of(story)) == content
    assert len(looks) <= 5, "the kinds of parts, and saving"


def unlike_the_standard(folder, content):
    """What breaks the Open XML standard, as PowerPoint reads it."""
    file = folder / "slides.pptx"
    file.write_bytes(content)
    return [f"{one.part_uri}: {one.description}" for one in validate_pptx(file).errors]


def test_the_file_keeps_the_open_xml_standard(made, tmp_path):
    _, content, _ = made
    assert unlike_the_standard(tmp_path, content) == []


@pytest.mark.parametrize(
    ("part", "whole", "broken"),
    [
        ("ppt/slides/slide2.xml", b"<p:cNvPr id=", b"<p:cNvPr idd="),
        ("ppt/slides/_rels/slide2.xml.rels", b'"rId2"', b'"rId77"'),
    ],
)
def test_what_powerpoint_would_have_to_repair_is_found(made, tmp_path, part, whole, broken):
    _, content, _ = made
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            copy.writestr(name, data.replace(whole, broken, 1) if name == part else data)
    assert unlike_the_standard(tmp_path, target.getvalue())
