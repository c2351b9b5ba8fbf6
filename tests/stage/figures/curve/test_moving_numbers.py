"""Numbers of axes whose window moves stand where they belong; those of before leave, those of afterwards arrive."""

import numpy as np
import pytest
from curve_plots import function, plot

from mathora.formula.curves.interval import Interval

SPAN, HEIGHTS = Interval(-2, 2), Interval(-1, 4)
FAR, NEAR = {"left": -8.0, "right": 8.0}, {"left": 0.9, "right": 1.1, "low": 0.8, "high": 1.2}


def going(share, **ends):
    """Axes, so far on their way to other ends of the window."""
    made = plot(function("x^2"), SPAN, HEIGHTS)
    made.stand(axes=1, numbers=1)
    made.window_to(**ends)
    now = {end: getattr(made.state, end) for end in ends}
    made.stand(**{end: now[end] + share * (goal - now[end]) for end, goal in ends.items()})
    return made


def told(made):
    """The values across that are seen, each read off the place where its number stands."""
    texts = [one for one in made.numbers if one.get_center()[1] < made.point(0, made.graph.origin[1])[1]]
    return [made.graph.model_of(one.get_center())[0] for one in texts]


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.7, 0.95, 1.0])
@pytest.mark.parametrize("ends", [FAR, NEAR], ids=["far", "near"])
def test_each_number_stands_at_the_place_that_it_tells(share, ends):
    made = going(share, **ends)
    moving = made.moving
    if moving is None:
        assert share == 1
        return
    for one in (*moving.stay, *moving.leave, *moving.come):
        if one.number in list(made.numbers):
            across, up = made.graph.model_of(one.number.get_center() - one.off)
            assert (across, up)[one.axis] == pytest.approx(one.value, abs=1e-6)


@pytest.mark.parametrize("ends", [FAR, NEAR], ids=["far", "near"])
def test_those_of_before_have_left_when_the_first_of_afterwards_come(ends):
    for share in np.linspace(0, 0.999, 40):
        moving = going(share, **ends).moving
        seen = [one for one, _ in moving.put(going(share, **ends).graph)[0]]
        leaving, coming = ([one.number in seen for one in some] for some in (moving.leave, moving.come))
        assert not (any(leaving) and any(coming))


def test_at_the_end_there_are_those_of_the_new_window_alone():
    made = going(1.0, **FAR)
    assert made.moving is None
    assert list(made.numbers) == made.told
    assert min(told(made)) == pytest.approx(-8, abs=3)


def test_those_of_the_axis_that_does_not_move_stay():
    made = going(0.5, low=-3.0)
    assert {one.value for one in made.moving.stay if one.axis == 0} == {-2, -1, 1, 2}
    assert not [one for one in (*made.moving.leave, *made.moving.come) if one.axis == 0]


def test_axes_whose_numbers_are_not_seen_only_move():
    made = plot(function("x^2"), SPAN, HEIGHTS)
    assert made.window_to(**FAR)
    assert made.moving is None
    assert not made.window_to(left=made.state.left)
