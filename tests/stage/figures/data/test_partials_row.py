"""Each partial is an arrow to one scale, up if it is positive; all begin on one line, or on as few as they can."""

import numpy as np
import pytest
from claimed import broken, holds
from manim import Line
from plotted_data import THEME

from mathora.stage.figures.data.partials_row import PartialsRow
from mathora.stage.layout import Region

PLACE = Region(-2.0, -1.0, 2.0, 1.0)


def row(*partials):
    lines = [Line([at, 0, 0], [at + 1, 1, 0]) for at in range(len(partials))]
    return PartialsRow(np.array(partials, dtype=float), lines, PLACE, "#ffffff", THEME)


def gathered(*partials):
    made = row(*partials)
    end(made.gather())
    return made


def end(animation):
    animation.begin()
    animation.interpolate(1)
    animation.finish()


@pytest.mark.parametrize("partials", [(1, -2, 0.5), (3,), (1e-9, 1e-9, -2e-9), tuple(range(1, 200))])
def test_an_arrow_is_as_long_as_its_partial_and_points_its_way(partials):
    made = gathered(*partials)
    assert holds(made.claims)
    assert [np.sign(one.vector[1]) for one in made.arrows] == np.sign(partials).tolist()


def test_all_begin_on_one_line_inside_of_their_place():
    made = gathered(1, -2, 0.5)
    assert np.ptp([one.tail[1] for one in made.arrows]) == pytest.approx(0, abs=1e-9)
    assert PLACE.left < made.arrows.get_left()[0] < made.arrows.get_right()[0] < PLACE.right


def test_a_row_that_would_be_too_long_stands_in_several_lines():
    made = gathered(*range(1, 100))
    assert made.lines > 1
    assert len({round(float(one.tail[1]), 6) for one in made.arrows}) == made.lines


def test_they_turn_into_their_negatives_and_what_is_claimed_holds_all_the_way():
    made = gathered(1, -2, 0.5)
    before = [one.vector[1] for one in made.arrows]
    turning = made.turn()
    turning.begin()
    for share in (0.2, 0.5, 0.8, 1.0):
        turning.interpolate(share)
        assert holds(made.claims)
    assert [one.vector[1] for one in made.arrows] == pytest.approx([-one for one in before])


@pytest.mark.parametrize("planted", [lambda arrows: arrows.remove(arrows[0]), lambda arrows: arrows[2].stretch(2, 1)])
def test_an_arrow_too_few_or_too_long_is_caught(planted):
    made = gathered(1, -2, 0.5)
    planted(made.arrows)
    assert broken(made.claims) == ["every weight has its partial in the row"]
