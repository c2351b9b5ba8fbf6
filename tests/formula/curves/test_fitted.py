"""How far the picture of a curve among data reaches, and what its loss is of the squares."""

import numpy as np
import pytest
from sample_models import declaring

from mathora.formula import model_function
from mathora.formula.curves.fitted import fitted, heights_for, loss_spans, room_for, share_of_squares
from mathora.formula.curves.interval import Interval
from mathora.formula.curves.objective import Lowest, lowest

X, Y = np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0, 5.0])
MODEL = declaring({
    "f(x, a, b)": "a x + b",
    "L(a, b)": "(1 - b)^2 + (3 - a - b)^2 + (5 - 2a - b)^2",
    "M(a, b)": "2((1 - b)^2 + (3 - a - b)^2 + (5 - 2a - b)^2)",
    "N(a, b)": "a^2 + b^2",
})  # fmt: skip
LINE = model_function(MODEL, "f")
START = np.array([0.0, 0.0])


def test_there_is_room_around_all_values():
    low, high = room_for([1.0, 2.0], [4.0])
    assert low < 1
    assert high > 4
    assert room_for([3.0]).length > 0


@pytest.mark.parametrize(("values", "low"), [([1.0, 9.0], 0.0), ([90.0, 99.0], None)])
def test_zero_is_among_them_if_it_lies_near(values, low):
    found = room_for(values, zero=True).low
    assert found == low if low is not None else found > 0


def test_a_curve_has_its_heights_at_places():
    assert fitted(LINE, X, np.array([2.0, 1.0])).tolist() == Y.tolist()
    heights = heights_for(Y, LINE, Interval(0.0, 2.0), [np.array([2.0, 1.0])])
    assert heights.low <= 1
    assert heights.high >= 5


@pytest.mark.parametrize(("loss", "share"), [("L", 1.0), ("M", 2.0), ("N", None)])
def test_a_loss_is_a_share_of_the_squares_or_of_something_else(loss, share):
    found = share_of_squares(model_function(MODEL, loss), LINE, X, Y, START)
    assert found == (None if share is None else pytest.approx(share))


def test_the_picture_of_a_loss_whose_level_sets_are_no_ellipses_reaches_little_farther_than_the_start():
    slopes = declaring({"S(w, c)": "e^w - w + c^2"})
    loss, start = model_function(slopes, "S"), np.array([2.0, -0.5])
    low = lowest(loss, start)
    ellipse = np.sqrt(2 * (float(loss.value(*start)) - low.value) * np.diag(np.linalg.inv(low.curvature)))
    spans = loss_spans(loss, low, start)
    assert all(span.low < at < span.high for span, at in zip(spans, start, strict=True))
    assert any(span.length < 2 * one for span, one in zip(spans, ellipse, strict=True))


def test_the_picture_of_a_loss_holds_its_lowest_place_and_the_start():
    low = Lowest(np.array([2.0, 1.0]), 0.0, np.array([[10.0, 6.0], [6.0, 6.0]]))
    spans = loss_spans(model_function(MODEL, "L"), low, START)
    assert all(span.low <= 0 <= span.high for span in spans)
    assert all(span.low < at < span.high for span, at in zip(spans, (2, 1), strict=True))
    assert len(loss_spans(model_function(MODEL, "L"), None, START)) == 2
