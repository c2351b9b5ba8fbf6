"""Numbers are words: no digit is left, and different numbers are said differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.formula.speech.numbers import spoken_fraction, spoken_number, spoken_ordinal


@given(st.integers(0, 10**18))
def test_no_digit_is_left(number):
    assert not any(sign.isdigit() for sign in spoken_number(str(number)))


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_different_numbers_are_said_differently(one, other):
    assert (spoken_number(str(one)) == spoken_number(str(other))) is (one == other)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0", "zero"), ("13", "thirteen"), ("20", "twenty"), ("21", "twenty-one"), ("100", "one hundred"),
        ("1001", "one thousand one"), ("0.05", "zero point zero five"), (".5", "zero point five"),
        ("2.50", "two point five zero"),
    ],
)  # fmt: skip
def test_a_number_is_said_as_it_is_read(text, said):
    assert spoken_number(text) == said


def test_a_usual_fraction_has_words_of_its_own():
    assert [spoken_fraction(*one) for one in ((1, 2), (3, 4), (22, 7))] == [
        "one half",
        "three quarters",
        "twenty-two sevenths",
    ]
    assert spoken_fraction(1, 17) is spoken_fraction(0, 2) is spoken_fraction(100, 2) is None


def test_ordinals_go_on_as_orders():
    assert [spoken_ordinal(one) for one in (1, 2, 10, 12)] == ["first", "second", "tenth", "order twelve"]
