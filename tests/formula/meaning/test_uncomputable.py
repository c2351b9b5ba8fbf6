"""What has no numbers for its values says so in an author's words."""

import pytest
import sympy
from sample_models import declaring

from mathora.formula import UncomputableError, model_function
from mathora.formula.meaning.model_function import exact_value


@pytest.mark.parametrize(
    ("body", "said"),
    [("(x, 1)", "f is a vector, a set or a statement"), (r"\frac{1}{x - x}", "something is divided by zero")],
)
def test_a_function_without_numbers_is_told_by_its_name(body, said):
    with pytest.raises(UncomputableError, match=said):
        model_function(declaring({"f(x)": body}), "f")


def test_it_is_a_fault_of_a_value():
    assert issubclass(UncomputableError, ValueError)
    with pytest.raises(UncomputableError, match="is not a finite number"):
        exact_value(sympy.oo)
