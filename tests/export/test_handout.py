import io
from dataclasses import replace

import pytest
import typst
from PIL import Image
from small_story import small_story

from mathora.export.content.story import Spelling
from mathora.export.html.handout import handout_data, write_handout


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


@pytest.fixture
def written(tmp_path):
    """The bytes of a story's handout."""
    picture = io.BytesIO()
    Image.new("RGB", (64, 36)).save(picture, "JPEG")

    def content(story):
        write_handout(tmp_path / "handout.pdf", story, {moment.id: picture.getvalue() for moment in story.moments})
        return (tmp_path / "handout.pdf").read_bytes()

    return content


def test_it_is_a_pdf_with_outline_and_the_same_bytes_again(story, written):
    content = written(story)
    assert content.startswith(b"%PDF-")
    assert b"/Outlines" in content
    assert b"/CreationDate" not in content
    assert written(story) == content


def test_its_text_can_be_selected_and_its_fonts_are_ours(story, written):
    content = written(story)
    assert b"/ToUnicode" in content
    assert b"SourceSansPro" in content
    assert b"NewCM" in content


@pytest.mark.parametrize(
    "words", ['#panic("x")', '"); #panic("x") //', "$ #panic() $", "\\", "*bold* _it_ = head", "@ref <label>"]
)
def test_no_word_is_typst_code(story, written, words):
    """It must compile and must not run, wherever a sentence stands; a formula's source in its place would panic."""
    chapters = (_said(story.chapters[0], words), *story.chapters[1:])
    hostile = replace(story, title=(words,), summary=(words,), chapters=chapters)
    assert written(hostile).startswith(b"%PDF")


def test_a_formula_s_source_is_code_and_so_only_our_own_writer_makes_it(story, written):
    """The planted fault: text that took a formula's way."""
    formula = Spelling("x", "", "", "x", '#panic("x")')
    with pytest.raises(typst.TypstError):
        written(replace(story, title=(formula,)))


def _said(chapter, words):
    said = {"say": (words,), "notes": ((words,), (words,)), "picture": words}
    moments = tuple(replace(moment, **said) for moment in chapter.moments)
    return replace(chapter, title=(words,), moments=moments, points=((words,),))


def test_the_data_names_a_picture_for_every_step(story):
    names = {moment.id: f"{number}.jpg" for number, moment in enumerate(story.moments)}
    data = handout_data(story, names)
    found = [moment["picture"] for chapter in data["chapters"] for moment in chapter["moments"]]
    assert found == [*names.values()]
