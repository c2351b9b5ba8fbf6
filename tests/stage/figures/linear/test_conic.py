"""At every point that is drawn the form has its value, inside of the view; a form that never has it draws nothing."""

from types import SimpleNamespace

import numpy as np
import pytest

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.linear.conic import Conic
from mathora.stage.layout import Region
from mathora.stage.plane.graph import Graph
from mathora.stage.theme import THEMES

GRAPH = Graph(Region(-3.0, -3.0, 3.0, 3.0), Interval(-3, 3), Interval(-3, 3), THEMES["dark"])
PLANE = SimpleNamespace(graph=GRAPH, model_of=GRAPH.model_of)


def conic(a, b, c, level=1.0):
    return Conic(PLANE, np.array([[a, b], [b, c]], dtype=float), level, "#ffffff")


@pytest.mark.parametrize(
    "form", [(1, 0, 1), (1, 0, 4), (2, 1, 3), (1, 0, -1), (0, 1, 0), (1, 1, 1), (-1, 0, -2, -1.0), (1, 0, 0), (1, 2, 1)]
)
def test_the_form_has_its_value_at_every_point(form):
    curve = conic(*form)
    assert len(curve.points) > 0
    assert curve.off(PLANE) < 1e-6


@pytest.mark.parametrize("form", [(1, 0, -1), (0, 1, 0), (0.1, 0, 0.1)])
def test_it_stays_inside_of_the_view(form):
    places = np.array([GRAPH.model_of(point) for point in conic(*form, 2.0).points])
    assert np.abs(places).max(initial=0) <= 3 + 1e-9


def test_a_form_that_never_has_the_value_draws_nothing():
    curve = conic(1, 0, 1, -1.0)
    assert (len(curve.points), curve.off(PLANE), curve.reach) == (0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("form", "reach"), [((1, 0, 1), 1), ((1, 0, 4), 1), ((4, 0, 1), 1), ((1, 0, -1), 2), ((0.25, 0, 1), 2)]
)
def test_an_ellipse_reaches_to_its_farthest_point_and_a_hyperbola_twice_as_far_as_its_nearest(form, reach):
    assert conic(*form).reach == pytest.approx(reach, rel=1e-3)


def test_a_curve_that_is_moved_is_caught():
    curve = conic(1, 0, 4)
    curve.shift([0.01, 0, 0])
    assert curve.off(PLANE) > 1e-3
