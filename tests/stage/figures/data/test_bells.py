"""A bell is widest on the curve, one deviation beside it 1/√e as wide, and a point's line is as long as it is there."""

import numpy as np
import pytest
from claimed import broken, holds
from plotted_data import Y, fit

from mathora.stage.figures.data.bells import Bells


def bells(deviation=0.6, **at):
    return Bells(fit(**at), deviation, "#ffffff")


@pytest.mark.parametrize("deviation", [0.05, 0.6, 4.0])
def test_they_follow_the_curve(deviation):
    figure = bells(deviation)
    assert holds(figure.claims)
    figure.fit.parameters["a"].set_value(-0.2)
    figure.update()
    assert holds(figure.claims)


def test_one_deviation_beside_the_curve_they_are_as_wide_as_a_normal_law_says():
    figure = bells()
    widest, beside = figure.likely(1.0, 1.0), figure.likely(1.6, 1.0)
    assert beside / widest == pytest.approx(np.exp(-0.5))
    assert figure.likely(0.4, 1.0) == pytest.approx(beside)


def test_all_are_to_one_scale():
    figure = bells(0.3)
    widths = [one.width for one, at in zip(figure.bells, figure.fit.heights(), strict=True) if -1 < at < max(Y)]
    assert np.ptp(widths) == pytest.approx(0, abs=1e-2)


@pytest.mark.parametrize(
    ("planted", "claim"),
    [
        (lambda figure: figure.bells[1].shift([0, 0.4, 0]), "a bell is widest on the curve"),
        (lambda figure: figure.lines[1].stretch(1.2, 0), "a point's line is as long as its bell is wide there"),
    ],
)
def test_what_is_moved_is_caught(planted, claim):
    figure = bells()
    planted(figure)
    assert broken(figure.claims) == [claim]
