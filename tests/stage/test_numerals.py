"""Numbers on a picture: each is its value rounded at its last digit, told from its neighbours, and short."""

from decimal import Context, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mathora.stage.text.numerals import decimals_for, fixed, written
from mathora.stage.text.prose_mobject import row_of_numbers

NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
ORDINARY = st.floats(-1e6, 1e6)


def texts(*values):
    return [numeral.tex for numeral in written(values)]


EXACT = Context(prec=700)  # the digits of the largest float, and those behind the point of the smallest


def value(numeral):
    return Decimal(numeral.digits).scaleb(numeral.power, EXACT)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0.5], ["0.5"]),
        ([-2.0, 0.0, 1.0], ["-2", "0", "1"]),
        ([100000.4], ["100000.4"]),
        ([1000000, 1000000.5, 1000001], ["1000000", "1000000.5", "1000001"]),
        ([100001, 100002.5], ["100001", "100002.5"]),
        ([617283.5, 1 / 3], ["617283.5", "0.333"]),
        ([1 / 3, 10 / 29.99], ["0.3333", "0.3334"]),
        ([0.1 + 0.2], ["0.3"]),
        ([0, 2e-9, 4e-9], ["0", r"2 \times 10^{-9}", r"4 \times 10^{-9}"]),
        ([2000001e6, 2000002e6], [r"2.000001 \times 10^{12}", r"2.000002 \times 10^{12}"]),
        ([1e9, 1e9 + 1], ["1000000000", "1000000001"]),
        ([1e9, 2e9], [r"1 \times 10^{9}", r"2 \times 10^{9}"]),
        ([1e-12, 1], [r"1 \times 10^{-12}", "1"]),
    ],
)
def test_numbers_that_stand_together(values, expected):
    assert texts(*values) == expected


@given(st.lists(NUMBERS, max_size=5, unique=True))
@example([1e9, 1.7976931250000001e308, 1.7976931250000003e308])
def test_what_is_written_is_the_number_rounded_at_its_last_digit(values):
    for number, numeral in zip(values, written(values), strict=True):
        unit = Decimal(1).scaleb(Decimal(numeral.digits).as_tuple().exponent + numeral.power)
        assert abs(EXACT.subtract(value(numeral), Decimal(number))) <= unit / 2


@given(st.lists(NUMBERS, max_size=5, unique=True))
def test_different_numbers_are_written_differently_and_only_zero_as_zero(values):
    numerals = written(values)
    assert len({*numerals}) == len(values)
    assert all(bool(value(numeral)) == bool(number) for number, numeral in zip(values, numerals, strict=True))


@given(st.integers(-(10**9) + 1, 10**9 - 1), st.integers(-12, 12))
def test_a_number_of_nine_digits_is_written_in_full(digits, exponent):
    number = Decimal(digits).scaleb(exponent)
    assert value(written([float(number)])[0]) == number


@given(ORDINARY, st.integers(0, 6))
def test_a_reading_is_its_value_rounded_at_its_last_digit(number, decimals):
    shown = Decimal(fixed(number, decimals))
    assert abs(shown - Decimal(number)) <= Decimal(5).scaleb(-decimals - 1)
    assert not fixed(number, decimals).startswith("-") or shown < 0


@pytest.mark.parametrize(
    ("rests", "least", "expected"),
    [
        ([0.25], 1, "0.25"),
        ([0.017663], 1, "0.018"),
        ([20.67], 1, "20.7"),
        ([9.8315], 1, "9.8"),
        ([0.001], 2, "0.001"),
        ([3.0, -2.0], 1, "3.0"),
        ([100000.4], 1, "100000.4"),
        ([0.0], 1, "0.0"),
        ([6.0, 6e-16], 1, "6.0"),
    ],
)
def test_a_reading_has_decimals_enough_for_where_it_comes_to_rest(rests, least, expected):
    assert fixed(rests[0], decimals_for(rests, least)) == expected


@given(st.floats(1e-6, 1e6), st.integers(0, 3))
def test_a_reading_at_rest_is_not_off_by_more_than_a_twentieth(number, least):
    shown = float(fixed(number, decimals_for([number], least)))
    assert abs(shown - number) <= 0.05 * number


@pytest.mark.parametrize(("value", "decimals"), [(3e-16, 2), (-1e-13, 2), (3e-9, 9), (0.25, 2)])
def test_what_no_decimals_would_show_needs_none(value, decimals):
    assert decimals_for([value], 2) == decimals


def test_a_minus_stands_as_near_to_a_number_with_a_comma_as_with_a_point():
    (point, *_), (comma, *_) = (row_of_numbers([-0.5, 1.0], ["#ffffff"] * 2, 1.0, sign) for sign in ".,")
    assert comma.width == pytest.approx(point.width, abs=0.01)


def test_numbers_of_unlike_size_each_have_a_power_of_their_own():
    assert texts(-1e9, 5e8, 1e3) == [r"-1 \times 10^{9}", "500000000", "1000"]
    assert texts(1e9, 5e8) == [r"1 \times 10^{9}", r"0.5 \times 10^{9}"]
