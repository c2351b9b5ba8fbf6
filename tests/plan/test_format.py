"""A frame has even sides and a rate, and every time is a whole number of its ticks."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.plan.format import QUALITIES, FrameFormat

HD = QUALITIES["1080p60"]


@pytest.mark.parametrize(
    "sides", [(1919, 1080, 60), (1920, 1081, 60), (8, 1080, 60), (1920, 1080, 0), (1920, 1080, 241)]
)
def test_odd_sides_and_rates_that_nobody_shows_are_refused(sides):
    with pytest.raises(ValueError, match=r"a frame of|frames a second"):
        FrameFormat(*sides)


@pytest.mark.parametrize(("aspect", "size"), [("16:9", (1920, 1080)), ("9:16", (1080, 1920)), ("1:1", (1080, 1080))])
def test_another_shape_keeps_the_shorter_side(aspect, size):
    shaped = HD.shaped(aspect)
    assert (shaped.width, shaped.height) == size
    assert shaped.aspect == aspect
    assert shaped.rate == HD.rate


@given(st.integers(0, 10**6), st.sampled_from(list(QUALITIES.values())))
def test_ticks_are_exact_seconds_and_back(ticks, frames):
    assert frames.ticks(frames.seconds(ticks)) == ticks


def test_halves_of_a_tick_go_upwards():
    assert HD.ticks(Fraction(1, 120)) == 1
    assert HD.ticks(Fraction(1, 121)) == 0
    assert str(HD) == "1920x1080@60"


def test_each_quality_is_named_by_its_lines():
    assert all(name.startswith(str(one.height)) for name, one in QUALITIES.items() if name != "draft")
