"""Typesetting: outlines in em, the same everywhere, and no glyph missing in silence."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathora.stage.text import typesetting
from mathora.stage.text.svg import outline_of
from mathora.stage.text.typesetting import has_glyph, in_order, outlines_of, text_literal, with_fonts
from tests.letters import box_font

SHOWN = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12)


def test_a_capital_stands_on_the_baseline_and_is_as_high_as_the_font_says():
    (glyph,) = outlines_of(text_literal("H")).glyphs
    assert glyph.curves[:, 1].min() == pytest.approx(0, abs=1e-3)
    assert glyph.curves[:, 1].max() == pytest.approx(0.656, abs=2e-3)
    assert glyph.curves[:, 2].tolist() == [0] * len(glyph.curves)
    assert len(glyph.curves) % 4 == 0


def test_a_descender_reaches_below_the_baseline():
    (glyph,) = outlines_of(text_literal("p")).glyphs
    assert glyph.curves[:, 1].min() < -0.15


def test_a_formula_shares_the_baseline_of_the_words_beside_it():
    words, letter = outlines_of(text_literal("x") + "$x$").glyphs
    assert words.curves[:, 1].min() == pytest.approx(letter.curves[:, 1].min(), abs=0.02)


def test_fill_colours_come_back_as_tags():
    glyphs = outlines_of('$#text(fill: rgb("#00000a"))[$x$]; = y$').glyphs
    assert [glyph.tag for glyph in glyphs] == ["#00000a", "#000000", "#000000"]


def test_a_fraction_bar_is_a_filled_rectangle():
    bar = outlines_of("$display(frac(a, b))$").glyphs[2].curves
    width, height = np.ptp(bar[:, :2], axis=0)
    assert len(bar) == 16
    assert width > 10 * height > 0


@settings(deadline=None, max_examples=60)
@given(words=SHOWN)
def test_words_are_shown_and_never_evaluated(words):
    """Each visible character draws ink; nothing of `#`, `$`, `[`, `"`, a backslash or `//` is markup."""
    spaced = " ".join(words)
    assert len(outlines_of(text_literal(spaced)).glyphs) == len(words)


def test_markup_in_words_stays_words():
    dangerous = '#sys.inputs "quoted" \\ $x$ // #read("/etc/passwd") *b* _i_ @ref <label>'
    shown = outlines_of(text_literal(dangerous))
    assert len(shown.glyphs) >= len(dangerous.replace(" ", "")) - 3  # ligatures join a few


@pytest.mark.parametrize("source", [text_literal("中"), "$中$", '#text(weight: "bold")[💥]'])
def test_a_character_without_a_glyph_is_marked(source):
    assert outlines_of(source).missing


@pytest.mark.parametrize("source", [text_literal("plain"), "$frac(1, 2)$", '#text(weight: "bold")[H—]'])
def test_a_text_with_all_its_glyphs_is_not(source):
    assert not outlines_of(source).missing


def test_a_course_s_font_is_asked_for_what_the_others_lack(tmp_path):
    font = box_font("שלוםA中")
    with with_fonts((font,), tmp_path):
        assert not outlines_of(text_literal("שלום, world")).missing
        assert not outlines_of('$x = "中"$').missing
        assert outlines_of(text_literal("क")).missing
        (own,) = outlines_of(text_literal("A")).glyphs
    assert outlines_of(text_literal("ש")).missing
    (known,) = outlines_of(text_literal("A")).glyphs
    assert np.array_equal(own.curves, known.curves)  # what Source Sans has is drawn in it
    assert list(tmp_path.iterdir()) == []


def test_a_typeface_is_asked_first_for_words_and_never_for_formulas(tmp_path):
    known, formula = outlines_of(text_literal("A")), outlines_of("$A$")
    with with_fonts((box_font("A"), box_font("BA", "Others")), tmp_path, leading=True):
        (own,) = outlines_of(text_literal("A")).glyphs
        assert round(float(np.ptp(own.curves[:, 0])), 3) == 0.1
        assert not outlines_of(text_literal("Ax")).missing
        assert np.array_equal(outlines_of("$A$").glyphs[0].curves, formula.glyphs[0].curves)
    assert np.array_equal(outlines_of(text_literal("A")).glyphs[0].curves, known.glyphs[0].curves)


def test_words_in_a_formula_may_be_cyrillic():
    assert not outlines_of('$x = "скорость"$').missing


def test_words_are_read_from_the_right_if_their_first_letter_is(tmp_path):
    """The first letter is 0.1 em wide, the next 0.2, the full stop comes last: at the left, where lines end."""
    with with_fonts((box_font("של"),), tmp_path):
        placed = [outlines_of(in_order(text_literal(words), words)).glyphs for words in ("של.", "x של.")]
    right = sorted(placed[0], key=lambda glyph: glyph.curves[:, 0].min())
    assert [round(float(np.ptp(glyph.curves[:, 0])), 1) for glyph in right[1:]] == [0.2, 0.1]
    left = sorted(placed[1], key=lambda glyph: glyph.curves[:, 0].min())
    assert [round(float(np.ptp(glyph.curves[:, 0])), 1) for glyph in left[1:3]] == [0.2, 0.1]
    assert len(left) == 4


def test_the_fonts_have_what_lessons_need():
    assert all(has_glyph(character) for character in "AzÄé0–—’“”…·×÷±→←≤≥≠≈−∂∞√✓°²½")
    assert not has_glyph("中")


def test_the_same_source_gives_the_same_outlines_in_a_new_compiler():
    before = outlines_of("$frac(partial L, partial w_1)$").glyphs
    typesetting._own.cache_clear()
    after = outlines_of("$frac(partial L, partial w_1)$").glyphs
    assert all(np.array_equal(one.curves, other.curves) for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("M 0 0h 2v 3", [[0, 0], [2, 0], [2, 0], [2, 3]]),
        ("M 1 1l 2 0L 0 0Z", [[1, 1], [3, 1], [3, 1], [0, 0], [0, 0], [1, 1]]),
        ("M 0 0m 1 2c 0 1 1 1 1 0Z", [[1, 2], [2, 2], [2, 2], [1, 2]]),
        ("M 0 0Q 1 1 2 0", [[0, 0], [2, 0]]),
        ("M 5 5H 1V 2", [[5, 5], [1, 5], [1, 5], [1, 2]]),
    ],
)
def test_paths_are_read_as_the_standard_says(path, ends):
    curves = outline_of(path).reshape(-1, 4, 2)
    assert curves[:, [0, 3]].reshape(-1, 2).tolist() == ends


def test_a_quadratic_becomes_the_cubic_of_the_same_curve():
    cubic = outline_of("M 0 0Q 1 2 2 0")
    middle = (cubic[0] + 3 * cubic[1] + 3 * cubic[2] + cubic[3]) / 8
    assert middle == pytest.approx([1, 1])
