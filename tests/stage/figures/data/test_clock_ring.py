"""A ring of numbers: each at its remainder's place, as a clock's hand turns; what is written stays in the place."""

import numpy as np
import pytest
from manim import Dot, Rectangle, Square

from mathora.stage.figures.data.clock_ring import ClockRing
from mathora.stage.layout import Region

PLACES = [Region(-6, -3, 2, 3), Region(-2, -3, 2, 5)]


def ring(modulus=12, place=PLACES[0]):
    return ClockRing(place, [Square(0.2) for _ in range(modulus)], "#888888")


def test_numbers_grow_as_a_hand_turns():
    made = ring()
    middle = PLACES[0].centre
    assert np.allclose(made.at(0) - middle, [0, made.radius, 0])
    assert np.allclose(made.at(3) - middle, [made.radius, 0, 0])
    assert np.allclose(made.at(15), made.at(3))


@pytest.mark.parametrize("place", PLACES)
def test_all_that_is_written_stays_in_the_place(place):
    made = ring(7, place)
    assert all(place.holds(one) for one in made.picture)
    assert all(place.holds(made.behind(Rectangle(width=0.8, height=0.3), number)) for number in range(7))


def test_a_point_elsewhere_is_told():
    made = ring()
    assert made.off_places([Dot(made.at(14))], 2) == pytest.approx(0, abs=1e-9)
    assert made.off_places([Dot(made.at(3))], 2) > 0.1
