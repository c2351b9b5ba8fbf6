"""A number read out."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathora.stage.text import typesetting
from mathora.stage.text.readout import Readout, _advance, _digit_outlines

INK = "#ffffff"


@settings(deadline=None)
@given(value=st.floats(-99.9, 99.9))
def test_a_number_reads_as_rounded_and_never_as_minus_nought(value):
    readout = Readout(value, INK, 0.4)
    assert float(readout.wording) == pytest.approx(round(value, 1))
    assert readout.wording not in {"-0.0", "-0"}


@settings(deadline=None)
@given(first=st.floats(-99.9, 99.9), second=st.floats(-99.9, 99.9))
def test_a_number_does_not_tremble(first, second):
    """Its cell and the place of its last digit stay where they are."""
    readout = Readout(first, INK, 0.4)
    cell, digit = readout.cell.points.copy(), _last_digit_cell(readout)
    readout.show(second)
    assert np.array_equal(readout.cell.points, cell)
    assert _last_digit_cell(readout) == pytest.approx(digit, abs=0.09)


def _last_digit_cell(readout):
    return readout.number.get_right()[0]


def test_a_moved_and_scaled_number_stays_where_it_is_when_it_changes():
    readout = Readout(20.7, INK, 0.4).scale(1.5).shift(np.array([2.0, 1.0, 0.0]))
    before = readout.number.points.copy()
    readout.show(3.0).show(20.7)
    assert readout.number.points == pytest.approx(before)
    assert readout.em == pytest.approx(0.6)


def test_thousands_are_set_apart():
    readout = Readout(0, INK, 0.4, decimals=0, digits=7, grouped=True)
    assert readout.spelled(1_000_000) == "1\u2009000\u2009000"
    loose = Readout(0, INK, 0.4, decimals=0, digits=7).show(1_000_000).number.width
    assert readout.show(1_000_000).number.width > loose


def test_a_changing_number_is_not_typeset_again(monkeypatch):
    readout = Readout(0, INK, 0.4)
    monkeypatch.setattr(typesetting, "_own", None)
    for value in np.linspace(-50, 50, 101):
        readout.show(float(value))


@settings(deadline=None)
@given(rests=st.lists(st.floats(-1e5, 1e5), min_size=1, max_size=3), value=st.floats(-1e5, 1e5))
def test_a_readout_that_gets_more_decimals_keeps_its_right_end_and_its_size(rests, value):
    readout = Readout(value, INK, 0.4)
    right, em, decimals = readout.cell.get_right()[0], readout.em, readout.decimals
    readout.rest_at(*rests)
    assert readout.decimals >= decimals
    assert readout.cell.get_right()[0] == pytest.approx(right)
    assert readout.em == pytest.approx(em)
    assert readout.value == value


@pytest.mark.parametrize(
    ("rest", "shown"), [(0.25, "0.25"), (0.017663, "0.018"), (3.0, "3"), (2.5, "2.5"), (20.67, "20.7")]
)
def test_at_rest_a_readout_does_not_contradict_its_value(rest, shown):
    assert Readout(0, INK, 0.4).rest_at(rest).show(rest).wording == shown


def test_a_minus_keeps_off_the_digit_behind_it():
    minus, digit = (_digit_outlines()[character][:, 0] for character in "-9")
    assert digit.min() + _advance("-") - minus.max() > 0.04


@pytest.mark.parametrize(
    ("value", "shown"), [(2.0, "2"), (0.5, "0.5"), (2.0001, "2.00"), (0.497, "0.50"), (-3e-16, "0")]
)
def test_zeros_at_the_end_are_left_out_where_a_number_rests_and_its_digits_stay(value, shown):
    readout = Readout(value, INK, 0.4, decimals=2)
    moving, left = readout.wording, readout.number.get_left()[0]
    readout.settle()
    assert (readout.wording, readout.number.get_left()[0]) == (shown, pytest.approx(left))
    assert moving == readout.show(value + 1e-6).wording


@pytest.mark.parametrize(("value", "other", "shown"), [(0.9994, 1.0, "0.999"), (1.0, 1.0, "1"), (2.19, 2.667, "2.19")])
def test_a_reading_that_is_not_the_number_beside_it_is_told_from_it(value, other, shown):
    readout = Readout(value, INK, 0.4, decimals=2)
    readout.settle()
    assert readout.tell_apart(other).wording == shown


@pytest.mark.parametrize(
    ("value", "said"),
    [(106762305.804, "106762306"), (-106762305.804, "-106762306"), (12345.678, "12345.68"), (1234567.25, "1234567.25"),
     (999999.996, "1000000.0"), (0.1264, "0.13")],
)  # fmt: skip
def test_a_long_number_that_rests_has_no_decimals_that_nobody_reads(value, said):
    readout = Readout(value, INK, 0.4, decimals=2)
    assert readout.wording == f"{value:.2f}"  # while it moves
    readout.rest_at(value)
    assert (readout.wording, readout.exact) == (said, said == str(value))


@pytest.mark.parametrize(
    ("value", "shown", "exact"),
    [(1e-9, "1×10⁻⁹", True), (-2.5e9, "-2.5×10⁹", True), (2.8912e-12, "2.89×10⁻¹²", False), (0.0001, "0.0001", True),
     (0.0, "0", True), (4e-17, "0", True)],
)  # fmt: skip
def test_behind_a_very_large_or_small_number_stands_a_power_of_ten(value, shown, exact):
    readout = Readout(value, INK, 0.4, decimals=2).rest_at(value)
    assert (readout.wording, readout.exact) == (shown, exact)


def test_a_power_of_ten_stays_while_a_number_moves_and_goes_where_it_has_come_near():
    readout = Readout(2e-9, INK, 0.4, decimals=2).rest_at(2e-9).rest_at(5.24e-10)
    assert [readout.show(one).wording for one in (2e-9, 1e-9, 5.3e-10)] == ["2.000×10⁻⁹", "1.000×10⁻⁹", "0.530×10⁻⁹"]
    readout.show(5.24e-10).settle()
    assert readout.wording == "5.24×10⁻¹⁰"
    readout.rest_at(3.0)
    assert readout.show(1.5).wording == "1.50"
    readout.show(3.0).settle()
    assert readout.wording == "3"


def test_a_reading_that_comes_from_afar_is_read_without_a_power_until_it_rests():
    readout = Readout(3.0, INK, 0.4, decimals=2).rest_at(3.0).rest_at(2e9)
    assert readout.show(1e6).wording == "1000000.00"
    readout.show(2e9).settle()
    assert readout.wording == "2×10⁹"


def test_a_rounding_error_of_zero_is_no_small_number():
    readout = Readout(0.3, INK, 0.4, decimals=2).rest_at(0.3).rest_at(0.0)
    readout.show(4.87e-12).settle()
    assert readout.wording == "0"
