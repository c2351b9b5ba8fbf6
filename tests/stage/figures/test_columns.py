"""The numbers of a column have one number of decimals, enough to tell them apart."""

import numpy as np
import pytest

from mathora.stage.figures.elements.columns import Column


def written(*values, least=0):
    column = Column(np.array(values, dtype=float), least)
    return [column.written(row).digits for row in range(len(values))]


@pytest.mark.parametrize(
    ("values", "digits"), [((1, 2, 3), ["1", "2", "3"]), ((1, 2.5), ["1.0", "2.5"]), ((0.1, 0.125), ["0.100", "0.125"])]
)
def test_they_are_written_alike(values, digits):
    assert written(*values) == digits


def test_they_have_at_least_the_decimals_that_are_asked_for():
    assert written(1, 2, least=2) == ["1.00", "2.00"]


def test_values_that_differ_are_written_differently():
    assert len(set(written(1.0, 1.001, 1.002))) == 3
