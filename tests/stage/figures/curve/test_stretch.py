"""A band reaches from one end of its part of the axis to the other, as far as the window does, with words."""

import numpy as np
import pytest
from curve_plots import curve

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.stretch import Stretch
from mathora.stage.figures.elements.naming import clearance
from mathora.stage.text.prose_mobject import words_mobject


def stretch(low, high, words="steep", tex="x^2"):
    plot = curve(tex, Interval(-2, 2), Interval(-1, 4)).plot
    made = Stretch(plot, Interval(low, high), "#ffffff")
    made.say(words_mobject(words, "#ffffff", 0.25))
    made.stand(seen=1)
    return made


@pytest.mark.parametrize(("low", "high"), [(-1, 1), (-9, 0), (0, 9), (-9, 9), (0.5, 0.6)])
def test_it_reaches_as_far_as_its_part_and_the_window_do(low, high):
    made = stretch(low, high)
    assert made.off_ends() == pytest.approx(0, abs=1e-9)
    graph = made.plot.graph
    assert [graph.model_of(made.band.points[at])[0] for at in (0, 4)] == pytest.approx([max(low, -2), min(high, 2)])
    assert made.room() == pytest.approx(made.band.width)


@pytest.mark.parametrize(("low", "high"), [(3, 9), (-9, -3)])
def test_outside_of_the_window_there_is_nothing(low, high):
    made = stretch(low, high)
    assert (len(made.picture), made.off_ends()) == (0, 0.0)


def test_words_too_long_for_it_stand_on_a_line_rather_than_on_a_number():
    made = stretch(-0.6, 0.6, "Donaudampfschifffahrtsgesellschaftskapitaen", "x^3 - x")
    half = [made.words.width / 2, made.words.height / 2]
    assert clearance(made.words.get_center()[:2], half, np.empty((0, 2)), made.plot.texts) > 0


def test_its_words_stand_inside_of_it():
    made = stretch(-1, 1.5)
    assert made.band.get_left()[0] <= made.words.get_left()[0]
    assert made.words.get_right()[0] <= made.band.get_right()[0]
    assert made.words.get_top()[1] <= made.band.get_top()[1]


def test_a_band_that_is_moved_is_caught():
    made = stretch(-1, 1)
    made.band.shift([0.1, 0, 0])
    assert made.off_ends() > 0.01
