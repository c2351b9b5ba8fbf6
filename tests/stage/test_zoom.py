"""A map that follows what it shows: spans that hold points, maps that take one another's place."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathora.stage import THEMES, Interval, Region
from mathora.stage.map.zoom import place_in, round_share, span_around
from mathora.stage.plane.graph import Graph

SPAN = Interval(-2, 2)
REGION = Region(-3, -2.5, 2, 2.5)
COORDINATE = st.floats(-1e4, 1e4)


def square(span):
    return Graph(REGION, span, span, THEMES["dark"], equal=True)


@pytest.mark.parametrize(("point", "expected"), [((2, -2), 2), ((2.01, 0), 2.5), ((-3.84, 0.1), 4), ((9, 9), 10)])
def test_a_span_grows_to_a_round_one_if_it_must(point, expected):
    assert span_around(SPAN, np.array([point])) == (-expected, expected)


@pytest.mark.parametrize(("most", "share"), [(0.158, 0.15), (0.0999, 0.08), (0.1, 0.1), (3.2, 3.0), (1.0, 1.0)])
def test_a_share_is_the_largest_round_one_that_fits(most, share):
    assert round_share(most) == share


@given(st.lists(st.tuples(COORDINATE, COORDINATE), max_size=4))
def test_a_span_holds_all_points_and_is_not_much_larger(points):
    found = span_around(SPAN, np.array(points).reshape(-1, 2))
    reach = max((abs(one) for point in points for one in point), default=0.0)
    assert found.high >= max(2, reach)
    assert found.high <= max(2, 1.6 * reach)
    assert found.middle == pytest.approx(SPAN.middle)


@settings(deadline=None, max_examples=20)
@given(x=st.floats(-2, 2), y=st.floats(-2, 2), half=st.floats(0.1, 50))
def test_a_map_placed_in_another_shows_each_point_where_the_other_does(x, y, half):
    near, far = square(SPAN), square(Interval(-half, half))
    factor, shift = place_in(near, far)
    near.scale(factor, about_point=near.frame.get_center()).shift(shift)
    assert near.point(x, y) == pytest.approx(far.point(x, y), abs=1e-9)
