"""Each column has the area of its square, or, as far as they have levelled out, of the mean of all."""

import numpy as np
import pytest
from claimed import broken, holds
from plotted_data import PLACE, fit

from mathora.stage.figures.data.levelled import LevelledSquares


def levelled(share=0.0):
    columns = LevelledSquares(fit(), PLACE)
    columns.level.set_value(share)
    columns.update()
    return columns


def areas(columns):
    return np.array([one.width * one.height for one in columns])


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_it_holds_all_the_way(share):
    assert holds(levelled(share).claims)


def test_a_wide_column_of_nothing_breaks_no_claim():
    columns = levelled()
    columns.wide, columns._levelled = 3.0, lambda: np.zeros(len(columns))
    columns.update()
    assert holds(columns.claims)


def test_all_they_cover_stays_the_same_and_ends_at_one_height():
    before, after = levelled(0.0), levelled(1.0)
    assert areas(after).sum() == pytest.approx(areas(before).sum(), rel=1e-3)
    assert np.ptp([one.height for one in after]) == pytest.approx(0, abs=1e-9)
    assert len({round(one.width, 9) for one in after}) == 1


def test_they_stand_on_one_line_inside_of_their_place():
    columns = levelled()
    assert np.ptp([one.get_bottom()[1] for one in columns]) == pytest.approx(0, abs=1e-9)
    assert PLACE.bottom - 1e-9 <= columns.get_bottom()[1] < columns.get_top()[1] <= PLACE.top


def test_they_come_out_of_the_squares():
    columns = levelled()
    assert [one.get_center().tolist() for one in columns.where_squares_are()] == [
        pytest.approx(one.get_center().tolist()) for one in columns.fit.squares
    ]


def test_a_column_of_another_height_is_caught():
    columns = levelled(0.5)
    columns[2].stretch(1.05, 1)
    assert broken(columns.claims) == ["each column covers as much as its square, or as their mean"]
