"""What stands on a picture has glyphs in the font that comes along; what is only read may have any script."""

from __future__ import annotations

import sys

import pytest
from fontTools.ttLib import TTFont

from mathora.lesson import Faulty
from mathora.script import read_script
from mathora.script.glyphs import has_glyph, unprintable
from mathora.stage.text.typesetting import font_folder


def test_the_table_is_that_of_the_font():
    with TTFont(font_folder() / "SourceSansPro-Regular.otf") as font:
        own = set(font.getBestCmap())
    drawn = {code for code in range(0x20, sys.maxunicode) if has_glyph(chr(code))}
    assert own <= drawn
    assert all(chr(code).isspace() or code in own or not chr(code).isprintable() for code in drawn)


@pytest.mark.parametrize("letters", ["Ångström œuvre Łódź İğdır Việt", "Ωμέγα ἄλφα", "Привет, Україно", "e\u0301"])
def test_latin_greek_and_cyrillic_are_drawn(letters, catalogue, good):
    read_script(good.replace("title: A curve", f"title: {letters}"), "x.yaml", catalogue)


@pytest.mark.parametrize(
    ("letters", "font"),
    [
        ("שיפוע", "SansHebrew-"), ("دالة", "SansArabic-"), ("导数", "SansCJKsc-"), ("かな", "SansCJKjp-"),
        ("미분", "SansCJKkr-"), ("ฟังก์ชัน", "SansThai-"), ("फलन", "SansDevanagari-"),
        ("a ⛄", "SansSymbols2-"), ("a 🙂", "Emoji-"), ("a\u035cb", "Sans-"),
    ],
)  # fmt: skip
def test_of_another_script_it_is_said_which_font_to_add(letters, font, catalogue, good):
    with pytest.raises(Faulty) as told:
        read_script(good.replace("title: A curve", f"title: {letters}"), "x.yaml", catalogue)
    (fault,) = told.value.faults
    assert (fault.rule, fault.place.line) == ("glyph-missing", 8)
    assert f"in course.yaml, as in 'font: Noto{font}Regular." in fault.hint


def test_a_sign_that_means_nothing_to_others_is_to_be_deleted(catalogue, good):
    with pytest.raises(Faulty) as told:
        read_script(good.replace("title: A curve", 'title: "A \ue000"'), "x.yaml", catalogue)
    assert "delete it" in told.value.faults[0].hint


def test_what_is_said_has_a_font_in_the_handout(catalogue, good):
    thai = read_script(good.replace("say: ", "say: ฟังก์ชัน 🙂 ", 1), "x.yaml", catalogue)
    (fault,) = unprintable(thai)
    assert "Thai letters, and this text stands in the handout" in fault.message
    assert not list(unprintable(read_script(good.replace("say: ", "say: 🙂 Été ", 1), "x.yaml", catalogue)))


def test_a_lesson_s_own_title_stands_in_its_handout(catalogue, good):
    with pytest.raises(Faulty) as told:
        read_script(good.replace("title: Slopes", "title: ฟังก์ชัน"), "x.yaml", catalogue)
    assert [(one.rule, one.place.line) for one in told.value.faults] == [("glyph-missing", 2)]


def test_what_is_only_said_may_have_any_script(catalogue, good):
    read_script(good.replace("say: Here it is.", "say: שיפוע דالة 导数 ฟังก์ชัน"), "x.yaml", catalogue)


def test_words_inside_of_a_formula_are_looked_at(catalogue, good):
    shown = "say: Here.\n        show: x = \\text{שיפוע}"
    with pytest.raises(Faulty, match="Hebrew letters"):
        read_script(good.replace("say: Here it is.", shown), "x.yaml", catalogue)
