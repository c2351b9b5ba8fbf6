"""A program's lines stand one pitch apart, in the theme's colours of what their words are, whatever they say."""

import numpy as np
import pytest

from mathora.stage.text.program_lines import PITCH, program_lines
from mathora.stage.theme import THEMES

SIZE = 0.3
PROGRAM = 'def f(x):\n    return x + 1  # more\n\nprint("a")'


def lines(program, theme="dark"):
    return program_lines(program, "python", SIZE, THEMES[theme])


def colours(line):
    return {one.get_fill_color().to_hex().lower() for one in line.family_members_with_points()}


def test_each_line_is_a_text_and_a_blank_one_a_text_of_nothing():
    found = lines(PROGRAM)
    assert [one.wording for one in found] == ["def f(x):", "return x + 1  # more", "", 'print("a")']
    assert [bool(len(one.family_members_with_points())) for one in found] == [True, True, False, True]


def test_lines_stand_one_pitch_apart():
    found = lines("x\nx\n\nx")
    middles = [one.get_center()[1] for one in found if one.wording]
    assert np.diff(middles) == pytest.approx([-PITCH * SIZE, -2 * PITCH * SIZE])


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_words_have_the_themes_colours(theme):
    palette, found = THEMES[theme].palette, lines(PROGRAM, theme)
    assert palette["purple"].lower() in colours(found[0])  # def
    assert palette["orange"].lower() in colours(found[1])  # 1
    assert palette["green"].lower() in colours(found[3])  # "a"
    assert THEMES[theme].muted.lower() in colours(found[1])  # a remark


@pytest.mark.parametrize("line", ['"#let x = 1"', "`", "$x$", "\\", '"""', "#panic()", "a // b", "é ß"])
def test_nothing_of_a_program_is_run_or_set_as_anything_else(line):
    (found,) = lines(line)
    assert found.wording == line
    assert len(found.family_members_with_points()) >= 1
