"""A vector whose components hang on variables is computed at each place."""

import numpy as np
import pytest
from sample_models import declaring, tree_of

from mathora.formula import UncomputableError, model_field

MODEL = declaring({"L(x, y)": "x^2 + 3y^2", "a": {}, "x": {}, "y": {}})


def field(tex):
    return model_field(tree_of(tex, MODEL), MODEL, ("x", "y"))


@pytest.mark.parametrize(
    ("tex", "vector"), [(r"\nabla L", (2, 12)), ("(-y, x)", (-2, 1)), ("(1, 2)", (1, 2)), (r"-\nabla L", (-2, -12))]
)
def test_it_is_a_vector_at_a_place(tex, vector):
    assert field(tex).at([1.0, 2.0]) == pytest.approx(vector)


def test_without_a_value_it_is_none():
    assert not np.isfinite(field(r"(\frac{1}{x}, y)").at([0.0, 1.0])).all()


@pytest.mark.parametrize(
    ("tex", "said"), [("x + y", "no vector of 2"), ("(x, y, 1)", "no vector of 2"), ("(a, x)", "hangs on a")]
)
def test_what_is_no_such_vector_is_told(tex, said):
    with pytest.raises(UncomputableError, match=said):
        field(tex)
