"""The pieces of a curve: gaps at poles, jumps and where there is no value, and none where it is only steep."""

import numpy as np
import pytest

from mathora.formula.curves.pieces import clipped, pieces, sharpened, well_chosen_heights
from mathora.stage import Interval

SPAN = Interval(-2, 2)


@pytest.mark.parametrize(
    ("function", "count"),
    [
        (lambda x: x**2, 1),
        (lambda x: np.tanh(400 * x), 1),
        (np.abs, 1),
        (lambda x: 1000 * np.exp(-400 * (x - 0.005) ** 2), 1),
        (lambda x: x**20, 1),
        (lambda x: np.cbrt(x - 0.3), 1),
        (lambda x: np.full_like(x, 3.0), 1),
        (lambda x: 1 / x, 2),
        (lambda x: 1 / (x - 0.2345), 2),
        (lambda x: 1 / (x - 0.2345) ** 2, 2),
        (lambda x: 1 / (x - 0.235) ** 2, 2),
        (lambda x: np.floor(x + 0.1234), 5),
        (np.log, 1),
        (lambda x: np.sqrt(x**2 - 1), 2),
        (lambda x: np.log(-1 - x * x), 0),
    ],
)
def test_a_gap_stands_where_the_function_leaps_and_only_there(function, count):
    assert len(pieces(function, SPAN)) == count


def test_beside_a_pole_the_heights_are_those_of_most_of_the_curve():
    parts = pieces(lambda x: 1 / (x - 0.2345), SPAN)
    heights = well_chosen_heights(parts, 0.5)
    assert -20 < heights.low < heights.high < 20
    assert all((y >= heights.low).all() and (y <= heights.high).all() for _, y in clipped(parts, heights))


def test_a_curve_without_a_pole_has_all_of_its_heights():
    parts = pieces(lambda x: x**4, SPAN)
    assert well_chosen_heights(parts, 20) == Interval(0, 20)


def test_a_clipped_piece_ends_on_the_edge():
    ((x, y),) = clipped([(np.linspace(0, 3, 4), np.linspace(0, 3, 4))], Interval(0.5, 2.5))
    assert (x[0], y[0], x[-1], y[-1]) == pytest.approx((0.5, 0.5, 2.5, 2.5))


def test_a_curve_that_swings_to_and_fro_at_an_end_is_drawn_up_to_where_a_pen_can_follow():
    wild = lambda x: np.sin(1 / x)  # noqa: E731 - as short as it is
    over = Interval(-1, 1)
    ends = [float(np.abs(x).min()) for x, _ in sharpened(wild, pieces(wild, over), over)]
    assert min(ends) > 1e-3
