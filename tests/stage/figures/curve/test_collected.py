"""The area ends where the point stands, and the bars at the curve above are as high as the areas are large."""

import pytest
from curve_plots import curve, pointed

from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.collected import Collected, Strip


def collected(at=1.0, reach=0.5):
    spot = pointed("\\frac{x^2}{2}", at, reach=reach)
    area = Collected(curve("x", Interval(-2, 2), Interval(-2, 2)), spot)
    area.stand(low=0)
    strip = Strip(area, ("#00ff00", "#ff0000"))
    strip.stand(stem=1, strip=1, box=1)
    return spot, area, strip


@pytest.mark.parametrize("at", [0.25, 1.0, 1.75])
def test_the_area_is_what_the_curve_above_has_risen(at):
    spot, area, strip = collected(at)
    assert area.state.high == at
    assert area.worth == pytest.approx(spot.height)
    assert strip.off_height() < 1e-6


def test_the_area_goes_with_the_point():
    spot, area, strip = collected()
    spot.stand(at=0.5)
    strip.follow()
    assert area.worth == pytest.approx(0.125)
    assert strip.off_height() < 1e-6


@pytest.mark.parametrize("bar", ["stem", "rise"])
def test_a_bar_of_another_height_is_caught(bar):
    _, _, strip = collected()
    getattr(strip, bar).stretch(1.1, 1)
    assert strip.off_height() > 1e-3


def test_without_a_reach_there_is_no_strip():
    _, _, strip = collected(reach=0.0)
    assert (len(strip.fill.points), len(strip.rise.points)) == (0, 0)


@pytest.mark.parametrize(("low", "seen"), [(0.0, 0.85), (0.125, 0.425), (0.25, 0.0), (0.4, 0.0)])
def test_a_bar_that_the_window_cuts_off_fades_for_it_tells_no_height(low, seen):
    spot, _, strip = collected()
    spot.plot.stand(low=low)
    strip.follow()
    assert spot.height == 0.5
    assert strip.stem.get_stroke_opacity() == pytest.approx(seen)
