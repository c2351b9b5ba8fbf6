"""Numbers that are written out are worked out exactly, up to a length."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.rational import COMPARED, MOST_DIGITS, in_digits, is_false, rational, worked_out

MODEL = declaring({"x": {}})


@pytest.mark.parametrize(
    ("tex", "number"),
    [("0.25", "1/4"), (r"-\frac{3}{4}", "-3/4"), ("(2)", "2"), (r"\frac{-1}{0.5}", "-2"), ("-(-3)", "3")],
)
def test_digits_a_minus_and_a_fraction_say_a_number(tex, number):
    assert rational(tree_of(tex, MODEL)) == Fraction(number) == worked_out(tree_of(tex, MODEL))


@pytest.mark.parametrize("tex", ["1 + 2", "2^3", r"2 \cdot 3", "x", r"\pi", r"\frac{1}{0}"])
def test_anything_else_says_none(tex):
    assert rational(tree_of(tex, MODEL)) is None


@given(st.fractions())
def test_a_number_written_out_says_itself(number):
    assert rational(in_digits(number)) == number


@pytest.mark.parametrize(
    ("tex", "number"),
    [(r"\frac{1}{2} + 3 \cdot 2^{-2}", r"\frac{5}{4}"), ("-(1 - 4)^3", "27"), (r"2 \cdot 0.5", "1"), ("-7", "-7")],
)
def test_numbers_are_worked_out(tex, number):
    found = worked_out(tree_of(tex, MODEL))
    assert write_latex(in_digits(found)) == number


@pytest.mark.parametrize("tex", ["x + 1", r"\frac{1}{0}", "0^{-1}", "2^{100000}", r"\sqrt{2}", r"2^{\frac12}"])
def test_what_is_no_written_number_is_not_worked_out(tex):
    assert worked_out(tree_of(tex, MODEL)) is None


@pytest.mark.parametrize(("digits", "known"), [(MOST_DIGITS, True), (2 * MOST_DIGITS, False)])
def test_a_number_that_is_too_long_is_not_worked_out(digits, known):
    assert (worked_out(tree_of(f"2^{{{digits}}}", MODEL)) is not None) is known


@given(st.fractions(), st.fractions())
def test_a_relation_and_its_opposite_never_hold_both(one, other):
    for sign, opposite in (("=", r"\ne"), ("<", r"\ge"), (">", r"\le")):
        assert COMPARED[sign](one, other) is not COMPARED[opposite](one, other)


@pytest.mark.parametrize(
    ("tex", "false"),
    [
        ("1 < 2", False),
        (r"1 + 1 \ne 2", True),
        (r"0 \le 1 < 1", True),
        ("x < x", False),
        (r"x \le 2 < 1", True),
        ("x", False),
    ],
)
def test_a_relation_of_numbers_that_does_not_hold_is_false(tex, false):
    assert is_false(tree_of(tex, MODEL)) is false
