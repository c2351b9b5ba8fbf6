"""A chain comes to where it stays, if it does; its boxes stand apart inside of their region."""

from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from manim import Square

from mathora.stage.figures.graph.chain import Chain, ChainFigure, _inside, _outside
from mathora.stage.layout import Region

HALF = Fraction(1, 2)
REGION = Region(-6.0, -3.0, 4.0, 3.0)


def chain(*rows, by_columns=False):
    return Chain.of(rows, by_columns=by_columns)


def test_columns_say_the_same_as_turned_rows():
    rows = chain((Fraction(9, 10), Fraction(1, 10)), (HALF, HALF))
    columns = chain((Fraction(9, 10), HALF), (Fraction(1, 10), HALF), by_columns=True)
    assert columns.moves == pytest.approx(rows.moves)
    assert columns.written == rows.written


def test_it_settles_at_shares_that_stay():
    made = chain((0.9, 0.1), (0.5, 0.5))
    settled = made.settled(np.array([1.0, 0.0]))
    assert settled == pytest.approx([5 / 6, 1 / 6])
    assert settled @ made.moves == pytest.approx(settled)


def test_one_that_goes_to_and_fro_settles_nowhere_but_from_its_middle():
    made = chain((0, 1), (1, 0))
    assert made.settled(np.array([1.0, 0.0])) is None
    assert made.settled(np.array([0.5, 0.5])) == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize("count", [2, 3, 4, 5, 6])
def test_boxes_stand_apart_inside_of_their_region(count):
    (wide, high), places = ChainFigure.arranged(count, REGION)
    assert len(places) == count
    for one, other in combinations(places, 2):
        across, up = np.abs(one - other)[:2]
        assert across > wide or up > high
    for place in places:
        assert REGION.left <= place[0] - wide / 2
        assert place[0] + wide / 2 <= REGION.right
        assert REGION.bottom <= place[1] - high / 2
        assert place[1] + high / 2 <= REGION.top


def test_the_lower_ones_of_three_go_down_to_the_edge_where_none_has_an_arrow_to_itself():
    (_, less), looped = ChainFigure.arranged(3, REGION)
    (_, high), free = ChainFigure.arranged(3, REGION, looped=False)
    for low, lower in zip(looped[1:], free[1:], strict=True):
        assert REGION.bottom < lower[1] - high / 2 < low[1] - less / 2 - 0.2
    assert high >= less, "they are larger for the room"


def test_a_way_between_boxes_begins_and_ends_on_their_rims():
    first, last = Square(1.0), Square(1.0).shift([4, 0, 0])
    way = _outside(np.linspace([0.0, 0, 0], [4.0, 0, 0], 41), first, last)
    assert (way[0][0], way[-1][0]) == (pytest.approx(0.5), pytest.approx(3.5))
    assert not any(_inside(first, one) or _inside(last, one) for one in way[1:-1])
