from dataclasses import replace

import pytest
from small_story import small_story

from mathora.export.html.markup import mathml, text
from mathora.export.html.transcript import _escaped, write_transcript_html, write_transcript_markdown


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


def test_the_page_of_the_transcript_has_one_script_which_no_word_needs(story):
    """It makes the Tab key stop where a formula has to be scrolled."""
    written = write_transcript_html(story, lambda _: "")
    assert written.count("<script") == 1
    assert written.index("<script") > written.index("</body>")
    assert "connect-src" not in written


def test_conditions_stand_below_their_formula(story):
    where = ("where ", story.chapters[0].moments[0].shows[0])
    first = story.chapters[0]
    told = replace(first, moments=(replace(first.moments[0], conditions=where), *first.moments[1:]))
    marked = write_transcript_markdown(replace(story, chapters=(told, *story.chapters[1:])))
    shown = first.moments[0].shows[0]
    assert f"$$\n{shown.tex}\n$$\n\nwhere ${shown.tex}$" in marked
    page = write_transcript_html(replace(story, chapters=(told, *story.chapters[1:])), lambda _body: "")
    assert "<p>where <math" in page
    assert "<p>where" not in write_transcript_html(story, lambda _body: "")


def test_both_transcripts_say_what_was_proved_and_what_was_not(story):
    for written in (write_transcript_html(story, lambda _: ""), write_transcript_markdown(story)):
        assert "Of the 15 formulas and checked numbers of this lesson, 7 were proved" in written
        assert "every formula" not in written.lower()


def test_both_transcripts_say_all_that_the_page_says(story):
    html = write_transcript_html(story, lambda _: "")
    markdown = write_transcript_markdown(story)
    for chapter in story.chapters:
        sentences = [moment.say for moment in chapter.moments]
        sentences += chapter.points
        sentences += [side for cleared in chapter.cleared for side in (cleared.myth, cleared.fact)]
        sentences += [
            part for check in chapter.checks for choice in check.choices for part in (choice.text, choice.why)
        ]
        for piece in (piece for sentence in sentences for piece in sentence):
            if isinstance(piece, str):
                assert text(piece) in html
                assert _escaped(piece) in markdown
            else:
                assert any(mathml(one, piece.spoken) in html for one in (piece.mathml, piece.mathml_block))
                assert f"${piece.tex}$" in markdown


def test_a_sentence_left_out_would_be_noticed(story):
    """The planted fault: a transcript of a story without its questions."""
    bare = replace(story, chapters=tuple(replace(one, checks=()) for one in story.chapters))
    why = story.chapters[5].checks[0].choices[1].why[0]
    assert text(why) in write_transcript_html(story, lambda _: "")
    assert text(why) not in write_transcript_html(bare, lambda _: "")
