"""What is computed of entries is exact, and is written as it is computed."""

from fractions import Fraction

import pytest

from mathora.formula import write_latex
from mathora.stage.figures.matrix.matrix_table import dot, dot_sum, number_tree, pairs_at

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("number", "tex"),
    [(Fraction(3), "3"), (Fraction(-3), "-3"), (Fraction(1, 3), r"\tfrac{1}{3}"), (Fraction(-1, 3), r"-\tfrac{1}{3}")],
)
def test_an_entry_is_written_exactly(number, tex):
    assert write_latex(number_tree(number)) == tex


def test_a_product_of_fractions_is_exact():
    assert dot([HALF, Fraction(1, 3)], [Fraction(2), Fraction(3)]) == 2
    assert isinstance(dot([0.5], [Fraction(2)]), float)


def test_a_row_times_a_column_is_written_out_with_brackets_around_what_is_negative():
    tex = write_latex(dot_sum([Fraction(2), Fraction(-1)], [Fraction(1), Fraction(3)]))
    assert tex.replace(r"\left", "").replace(r"\right", "") == r"2 \cdot 1 + (-1) \cdot 3 = -1"


def test_a_kernel_meets_the_numbers_below_it_but_for_its_zeros():
    signal = tuple(tuple(Fraction(3 * row + column) for column in range(3)) for row in range(3))
    kernel = ((Fraction(1), Fraction(0)), (Fraction(0), Fraction(2)))
    assert pairs_at(signal, kernel, 1, 1) == ([1, 2], [4, 8])
