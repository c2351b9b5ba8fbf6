"""A table's column: numbers with as many decimals as are asked for, also beside one with a power of ten behind it."""

import numpy as np
import pytest

from mathora.stage.figures.elements.columns import Column


def texts(values, least=0):
    column = Column(np.array(values), least)
    return [column.written(row).tex for row in range(len(values))]


@pytest.mark.parametrize(
    ("values", "least", "expected"),
    [
        ([0.5, 0.25], 0, ["0.50", "0.25"]),
        ([0.5, 0.25], 4, ["0.5000", "0.2500"]),
        ([0.5, 2.25, 1e43], 4, ["0.5000", "2.2500", r"1 \times 10^{43}"]),
        ([0.5, 2.25, 1e43], 0, ["0.50", "2.25", r"1 \times 10^{43}"]),
    ],
)
def test_numbers_without_a_power_of_ten_have_one_number_of_decimals(values, least, expected):
    assert texts(values, least) == expected


def test_numbers_that_differ_are_written_differently():
    assert len(set(texts([1.0, 1.0001, 2e30, 2.5e30]))) == 4
