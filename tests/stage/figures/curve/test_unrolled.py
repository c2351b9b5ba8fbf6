"""A ring that is unrolled: nothing is stretched, and what its outer edge is longer stands out at both ends."""

import numpy as np
import pytest
from curve_plots import orbit
from manim import Square

from mathora.stage.figures.curve.unrolled import Unrolled


def unrolled(flat, radii=(1.0, 1.2), **state):
    colours, numbers = ("#ffff00", "#ff0000", "#ffffff"), (Square(), Square(), Square())
    made = Unrolled(orbit().plot, np.zeros(2), lambda: radii, colours, numbers)
    made.stand(seen=1, flat=flat, **state)
    return made


def area(made, part):
    x, y = made.plot.graph.models_of(part.get_start_anchors()).T
    return abs(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2


@pytest.mark.parametrize("flat", [0.0, 0.3, 0.8, 1.0])
def test_each_edge_stays_as_long_as_its_circle(flat):
    assert unrolled(flat).off_lengths() == pytest.approx(0, abs=1e-4)


def test_a_ring_that_is_not_cut_yet_is_the_ring_with_nothing_over():
    made = unrolled(0)
    assert len(made.picture.submobjects) == 1
    assert area(made, made.picture[0]) == pytest.approx(np.pi * (1.2**2 - 1), rel=1e-3)


def test_flat_it_is_a_rectangle_and_two_corners_as_large_as_the_formula_says():
    made = unrolled(1)
    strip, *over = (area(made, part) for part in made.picture)
    assert strip == pytest.approx(2 * np.pi * 0.2, rel=1e-3)
    assert sum(over) == pytest.approx(np.pi * 0.2**2, rel=1e-2)


@pytest.mark.parametrize("thick", [0.2, 0.01, 1e-5, 0])
def test_divided_by_its_thickness_it_is_one_thick_and_each_area_is_as_many_times_as_large(thick):
    made = unrolled(1, (1.0, 1.0 + thick), divided=1, told=1)
    strip, *over = (area(made, part) for part in made.parts)
    assert strip == pytest.approx(2 * np.pi, rel=1e-3)
    assert sum(over) == pytest.approx(np.pi * thick, rel=1e-2, abs=1e-5)
    assert made.off_lengths() == pytest.approx(0, abs=1e-3)
    (_, low), (_, high) = made.corners(divided=1)
    assert high - low == pytest.approx(1, abs=1e-4)


def test_how_thick_it_is_stands_beside_it_only_once_it_is_divided():
    assert len(unrolled(1, told=1).picture.submobjects) == len(unrolled(1, told=1, divided=1).picture.submobjects) - 2


def test_a_strip_that_is_stretched_is_caught():
    made = unrolled(1)
    made.picture.stretch(1.1, 0)
    assert made.off_lengths() > 0.05
