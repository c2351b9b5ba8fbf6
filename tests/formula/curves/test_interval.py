"""Round numbers lie in an interval, a round step apart."""

import math
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.formula.curves.interval import Interval, axis_ticks, nice_ticks, round_step, share_of_pi

ends = st.floats(-1e6, 1e6, allow_nan=False)


@given(ends, st.floats(1e-3, 1e6), st.integers(2, 12))
def test_ticks_lie_inside_a_round_step_apart(low, length, about):
    ticks = nice_ticks(Interval(low, low + length), about)
    steps = {round((b - a) / float(round_step(length / about)), 3) for a, b in pairwise(ticks)}
    assert all(low - 1e-6 * length <= one <= low + length * (1 + 1e-6) for one in ticks)
    assert steps <= {1.0}
    assert len(ticks) <= about + 1


@given(st.floats(1e-9, 1e9))
def test_a_round_step_is_the_next_of_1_2_and_5(least):
    step = float(round_step(least))
    digits = f"{step:e}"[0]
    assert digits in "125"
    assert least * 0.99 <= step < 2.5 * least * (1 + 1e-9)


@pytest.mark.parametrize(
    ("value", "share"),
    [
        (math.pi, Fraction(1)),
        (-math.pi / 6, Fraction(-1, 6)),
        (0.0, Fraction(0)),
        (3.14, None),
        (math.inf, None),
        (1e6, None),
    ],
)
def test_a_number_is_so_many_pi_or_not(value, share):
    assert share_of_pi(value) == share


def test_an_axis_that_ends_at_multiples_of_pi_has_such_numbers():
    assert axis_ticks(Interval(0, 2 * math.pi)) == pytest.approx(
        [0, math.pi / 2, math.pi, 3 * math.pi / 2, 2 * math.pi]
    )
    assert axis_ticks(Interval(0, 6)) == nice_ticks(Interval(0, 6))


def test_an_interval_unpacks_into_its_ends():
    low, high = one = Interval(-1.0, 3.0)
    assert (low, high, one.length, one.middle) == (-1.0, 3.0, 4.0, 1.0)
    assert tuple(one.wider(0.25)) == (-2.0, 4.0)
