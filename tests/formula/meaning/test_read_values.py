"""What a script writes is worked out in its model."""

import math

import pytest
from sample_models import declaring

from mathora.formula.meaning.read_values import read_ends, read_function, read_key, read_matrix, read_number, read_place
from mathora.lesson import Faulty, IntervalValue, PointValue, Text

MODEL = declaring({"f(x)": "c x^2", "c": "3", "w_1": {}, "A": r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"})


def text(written):
    return Text.written(written)


@pytest.mark.parametrize(
    ("tex", "number"), [("0.35", 0.35), (r"\frac{1}{3}", 1 / 3), ("c + 1", 4), (r"2\pi", 2 * math.pi)]
)
def test_a_number_is_worked_out(tex, number):
    assert read_number(text(tex), MODEL) == pytest.approx(number)


def test_names_points_intervals_functions_and_matrices_are_read():
    assert read_key(text("w_{1}"), MODEL) == "w_1"
    assert read_place(PointValue(coordinates=((text("w_1"), text("c")),)), MODEL) == {"w_1": 3.0}
    assert read_ends(IntervalValue(low=text("-2"), high=text("c")), MODEL) == (-2.0, 3.0)
    assert read_function(text("f"), MODEL).key == "f"
    assert read_matrix(text("A"), MODEL).shape == (2, 2)


@pytest.mark.parametrize("tex", ["q", "2 +", "w_1"])
def test_what_is_no_number_is_told(tex):
    with pytest.raises(Faulty):
        read_number(text(tex), MODEL)
