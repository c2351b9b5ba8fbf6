"""Lines of a program on a card: set one under the other in the colours of their words, and some of them lit."""

import pytest

from mathora.lesson import Faulty
from mathora.script.programs import NO_CODE
from mathora.stage.text.program_lines import program_lines
from mathora.stage.theme import THEMES
from tests.scenes.theatre import ASPECTS, on_stage

HEAD = """
  - id: code
    title: A few lines
    scene: Code
    with:
      program: |
        for step in range(9):
            w = w - 0.1

        print("w")  # its end
    steps:
"""
WRITE = "      - {do: write, with: {last: 2}, say: a}\n"
MARK = "      - {do: mark, with: {lines: [2, 4]}, say: b}\n"
WHOLE = "      - {do: whole, say: c}\n"


def lit(scene):
    return [at for at, bar in enumerate(scene.bars, 1) if bar[0].get_fill_opacity() > 0]


def clear(scene):
    return [at for at, line in enumerate(scene.lines, 1) if len(line) and line[0].get_fill_opacity() == 1]


def test_lines_appear_up_to_the_one_named_and_the_rest_stands_when_it_is_needed():
    with on_stage(HEAD + WRITE) as scene:
        assert [scene.lines[at] in scene.get_mobject_family_members() for at in range(4)] == [True, True, False, False]
    with on_stage(HEAD + WRITE + MARK) as scene:
        assert scene.lines[3] in scene.get_mobject_family_members()
        assert (lit(scene), clear(scene)) == ([2, 4], [2, 4])
    with on_stage(HEAD + MARK + WHOLE) as scene:
        assert (lit(scene), clear(scene)) == ([], [1, 2, 4])


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_bar_lies_behind_each_line_and_all_is_on_the_card(aspect):
    with on_stage(HEAD + MARK, aspect) as scene:
        assert scene.layout.figure.holds(scene.card)
        for bar, line, number in zip(scene.bars, scene.lines, scene.numbers, strict=True):
            assert scene.card.get_left()[0] < bar.get_left()[0] < number.get_left()[0]
            for part in [line, number] if len(line) else [number]:
                assert bar.get_bottom()[1] < part.get_bottom()[1] < part.get_top()[1] < bar.get_top()[1]
                assert part.get_right()[0] < bar.get_right()[0] < scene.card.get_right()[0]


def test_words_have_the_colours_of_what_they_are():
    theme = THEMES["dark"]
    (line,) = program_lines('for x in f(1): "a"  # b', "python", 0.3, theme)
    colours = [run.get_fill_color().to_hex().lower() for run in line]
    wanted = [theme.palette[one] for one in ("purple", "blue", "orange", "green")] + [theme.muted, theme.foreground]
    assert set(colours) == {one.lower() for one in wanted}


def test_every_character_that_a_program_may_have_has_a_glyph():
    known = "".join(chr(code) for code in range(0x20, 0x400) if not NO_CODE.match(chr(code)))
    assert len(known) > 300
    assert not program_lines(known, "text", 0.3, THEMES["dark"])[0].missing


def test_a_program_is_shown_as_it_is_written():
    (line,) = program_lines('"#1" + \\u{41}', "text", 0.3, THEMES["dark"])
    assert sum(len(run.points) > 0 for run in line) == 1
    assert line.get_right()[0] == pytest.approx(13 * 0.602 * 0.3, abs=0.06)


def test_a_line_that_is_not_there_is_told():
    with pytest.raises(Faulty, match="found line 9 of a program of 4 lines"), on_stage(HEAD + MARK.replace("4", "9")):
        pass
