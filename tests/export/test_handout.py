import io

import pytest
import typst
from PIL import Image
from small_story import small_story

from mathora.export.handout import _words, handout_source, write_handout


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


@pytest.fixture
def pictures(story):
    target = io.BytesIO()
    Image.new("RGB", (64, 36)).save(target, "JPEG")
    return {moment.id: target.getvalue() for moment in story.moments}


def test_it_is_a_pdf_with_outline_and_the_same_bytes_again(story, pictures):
    content = write_handout(story, pictures)
    assert content.startswith(b"%PDF-")
    assert b"/Outlines" in content
    assert b"/CreationDate" not in content
    assert write_handout(story, pictures) == content


def test_its_text_can_be_selected_and_its_fonts_are_ours(story, pictures):
    content = write_handout(story, pictures)
    assert b"/ToUnicode" in content
    assert b"SourceSansPro" in content
    assert b"NewCM" in content


@pytest.mark.parametrize(
    "words", ['#panic("x")', '"); #panic("x") //', "$ #panic() $", "\\", "*bold* _it_ = head", "@ref <label>"]
)
def test_no_word_is_typst_code(words):
    """Compiled alone, as it stands in the handout: it must compile and must not run."""
    assert typst.compile(f"#set page(width: 10cm, height: 4cm)\n{_words((words,))}".encode(), format="pdf").startswith(
        b"%PDF"
    )


def test_the_source_names_a_picture_for_every_step(story):
    names = {moment.id: f"{number}.jpg" for number, moment in enumerate(story.moments)}
    source = handout_source(story, names)
    for name in names.values():
        assert f'image("{name}"' in source
