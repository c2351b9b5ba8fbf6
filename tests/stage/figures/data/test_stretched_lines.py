"""Bars below each other are the changes of each line; the last one is the first times all slopes."""

import numpy as np
import pytest
from claimed import holds
from sample_models import declaring

from mathora.formula import model_function
from mathora.stage.figures.data.stretched_lines import REACH, StretchedLines
from mathora.stage.layout import Region
from mathora.stage.theme import THEMES

MODEL = declaring({"r(t)": "2t", "A(r)": "r^2", "w(t)": r"t \sqrt{t}"})
PLACE = Region(-6, -3, 6, 3)


def lines(run=0.5, at=1.0, names=("r", "A"), **state):
    steps = [model_function(MODEL, name) for name in names]
    made = StretchedLines(steps, at, run, PLACE, THEMES["dark"], ["#ffffff"] * (len(names) + 1))
    made.stand(**{"lines": 9, "bars": 9, "slopes": 1, **state})
    return made


def claims(made):
    return (("length", made.off_length, 1e-6), ("slopes", made.off_slopes, 1e-6))


def test_numbers_changes_and_slopes_are_the_functions():
    made = lines()
    assert made.numbers(1.0) == [1, 2, 4]
    assert made.changes() == [0.5, 1, 5]
    assert made.by_slopes() == 0.5 * 2 * 4


@pytest.mark.parametrize("run", [0.5, -0.5, 1e-6, 3.0])
def test_drawn_bars_are_the_changes_to_one_scale(run):
    made = lines(run)
    assert holds(claims(made))
    longest = max(abs(bar.points[-1][0] - bar.points[0][0]) for bar in (*made.bars, made.told))
    assert longest <= REACH * PLACE.width + 1e-6


def test_a_bar_of_another_length_is_caught():
    made = lines()
    made.bars[1].stretch(1.2, 0)
    assert made.off_length() > 0.01
    made = lines()
    made.told.stretch(1.2, 0)
    assert made.off_slopes() > 0.01


def test_all_points_stand_below_each_other_inside_of_the_place():
    made = lines(-0.5)
    assert np.ptp([dot.get_center()[0] for dot in made.dots]) == pytest.approx(0)
    assert PLACE.left < made.start < PLACE.right


def test_a_change_to_where_there_is_no_number_is_shortened_or_turned():
    made = lines(at=1.0, names=("w",))
    assert made.has_values(-0.5)
    assert not made.has_values(-2.0)
    assert made.short(-2.0) == pytest.approx(-0.2)
    assert lines(at=0.0, names=("w",)).short(-2.0) == pytest.approx(2.0)


def test_only_what_has_begun_is_seen():
    made = lines(lines=1, bars=0, slopes=0)
    assert made.dots[0] in made.picture.submobjects
    assert made.dots[1] not in made.picture.submobjects
    assert made.told not in made.picture.submobjects
