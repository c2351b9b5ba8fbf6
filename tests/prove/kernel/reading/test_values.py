"""Numbers, vectors and matrices are added and multiplied by their shapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.prove.kernel import Refused
from mathora.prove.kernel.exact.algebra import Ratio
from mathora.prove.kernel.reading import values

numbers = st.fractions(-3, 3, max_denominator=3).map(Ratio.number)
squares = st.tuples(st.tuples(numbers, numbers), st.tuples(numbers, numbers))
COLUMN = ((Ratio.number(1),), (Ratio.number(2),))
ROW = values.transposed(COLUMN)
WIDE = ((Ratio.number(1), Ratio.number(2), Ratio.number(3)),)


@given(squares, squares)
def test_a_determinant_is_multiplicative(one, other):
    product = values.multiplied(one, other, "")
    assert values.determinant(product) == values.determinant(one) * values.determinant(other)


@given(squares)
def test_a_matrix_times_its_inverse_is_the_identity(matrix):
    whole = values.determinant(matrix)
    if whole.above:
        product = values.multiplied(matrix, values.inverse(matrix, whole), "")
        assert product == values.identity(2, Ratio.number(1))
        assert values.rank(matrix) == 2
    else:
        assert values.rank(matrix) < 2


@given(squares, squares)
def test_turning_a_product_turns_its_order(one, other):
    turned = values.multiplied(values.transposed(other), values.transposed(one), "")
    assert values.transposed(values.multiplied(one, other, "")) == turned


def test_two_columns_are_multiplied_to_a_number_and_a_row_by_a_column_too():
    assert values.multiplied(COLUMN, COLUMN, r"\cdot") == values.multiplied(ROW, COLUMN, "") == Ratio.number(5)
    assert values.shape(values.multiplied(COLUMN, ROW, "")) == (2, 2)


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        (COLUMN, WIDE, r"\times"),
        (WIDE, COLUMN, ""),
        (COLUMN, WIDE, r"\odot"),
        (Ratio.number(1), Ratio.number(2), r"\odot"),
    ],
)
def test_shapes_that_do_not_fit_are_refused(one, other, sign):
    with pytest.raises(Refused):
        values.multiplied(one, other, sign)


def test_a_number_is_no_vector():
    for refused in (
        lambda: values.added(COLUMN, Ratio.number(1)),
        lambda: values.number(COLUMN),
        lambda: values.square(COLUMN),
        lambda: values.rank(Ratio.number(1)),
        lambda: values.spread([COLUMN], 3),
    ):
        with pytest.raises(Refused):
            refused()


def test_one_vector_serves_for_several_arguments():
    assert values.spread([COLUMN], 2) == [Ratio.number(1), Ratio.number(2)]
    assert values.entries(Ratio.number(1)) == ()
