"""A function of the model as one of a single variable, the others held."""

import numpy as np
import pytest
from sample_models import along


def test_it_is_taken_where_the_others_are_held():
    function = along("a x^2 + b", a=2.0, b=1.0)
    assert function.place(3.0) == (3.0, 2.0, 1.0)
    assert function(3.0) == 19.0
    assert function.derivative(3.0) == 12.0


def test_outside_of_the_domain_it_has_no_value():
    function = along("x^2", domain=r"0 \le x \le 2")
    assert tuple(function.domain) == (0.0, 2.0)
    assert np.isnan(function.value(np.array([-1.0, 1.0, 3.0]))).tolist() == [True, False, True]


@pytest.mark.parametrize(("body", "at"), [(r"\frac{1}{x}", 0.0), (r"\ln x", -1.0), (r"\sqrt{x}", -1.0)])
def test_without_a_value_it_is_no_finite_number(body, at):
    assert not np.isfinite(along(body)(at))


def test_without_a_word_of_the_model_s_it_is_everywhere():
    assert tuple(along("x").domain) == (-np.inf, np.inf)
