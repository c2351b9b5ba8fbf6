import pytest
from small_story import small_story

from mathora.export.transcript import _escaped, write_transcript_html, write_transcript_markdown


@pytest.fixture
def story(tmp_path):
    return small_story(tmp_path)


def test_markdown_has_every_word_formula_and_picture(story):
    written = write_transcript_markdown(story)
    assert "# Partial derivatives \\& the gradient" in written
    assert "$$\nL = w_1^2 + 3 w_2^2\n$$" in written
    assert "Hold $w_2$ still" in written
    assert "*What is seen: A shaded bowl grows out of its floor.*" in written
    assert "- (right) its negative, $-\\nabla L$" in written


@pytest.mark.parametrize(
    ("words", "safe"),
    [
        ("<script>", r"\<script\>"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("# head", r"\# head"),
        ("- item", r"\- item"),
        ("1) item", r"1\) item"),
        ("1. item", r"1\. item"),
        ("a_b*c", r"a\_b\*c"),
        ("two\nlines", "two lines"),
    ],
)
def test_markdown_in_a_text_stands_for_itself(words, safe):
    assert _escaped(words) == safe


def test_the_page_of_the_transcript_needs_no_script(story):
    written = write_transcript_html(story, lambda _: "")
    assert "<script" not in written
    assert "script-src &#x27;none&#x27;" in written
