"""All of the model's numbers are points, and each stands at its numbers."""

import numpy as np
from claimed import broken, holds
from plotted_data import PLACE, X, Y, scatter
from sample_models import declaring

from mathora.stage.figures.data.data_points import axes_room, base_of, numbers_of
from mathora.stage.parameters import Variable

CLAIM = "every row of the data is a point at its place"


def test_every_point_stands_at_its_numbers():
    shown = scatter()
    assert holds(shown.claims)
    places = [shown.graph.model_of(dot.get_center()) for dot in shown.dots]
    assert np.allclose(places, np.column_stack([X, Y]))


def test_a_point_that_is_moved_or_missing_is_caught():
    moved, missing = scatter(), scatter()
    moved.dots[1].shift([1e-3, 0, 0])
    missing.dots.remove(missing.dots[0])
    assert broken(moved.claims) == broken(missing.claims) == [CLAIM]


def test_points_follow_their_axes():
    shown = scatter()
    shown.graph.shift([1, 0, 0])
    assert broken(shown.claims) == [CLAIM]
    shown.dots.shift([1, 0, 0])
    assert holds(shown.claims)


def test_the_numbers_are_the_models_own_in_their_order():
    model = declaring({"x_i": {}, "x_1": "3", "x_2": r"\frac12", "x_3": "-1", "y_1": "7"})
    assert numbers_of(model, Variable("x_i")).tolist() == [3.0, 0.5, -1.0]
    assert base_of(model, Variable("x_i")).tree.name == "x"


def test_axes_leave_room_for_their_numbers_and_names():
    room = axes_room(PLACE)
    assert PLACE.left < room.left < room.right < PLACE.right
    assert PLACE.bottom < room.bottom < room.top < PLACE.top
