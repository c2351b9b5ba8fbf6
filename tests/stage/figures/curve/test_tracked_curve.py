"""Where a function is greatest or least with a level tangent."""

import pytest
from sample_models import declaring

from mathora.formula import model_function
from mathora.formula.curves.interval import Interval
from mathora.stage.figures.curve.tracked_curve import level_extreme


@pytest.mark.parametrize(
    ("tex", "span", "found"),
    [
        ("x (6 - 2x)^2", (0, 3), ("max", 1)),
        ("x^2 - 2x", (-1, 4), ("min", 1)),
        ("x^3", (-1, 1), None),
        (r"\sin x", (0, 3), ("max", 1.5707963267949)),
        ("10^{-9} x (6 - 2x)^2", (0, 3), ("max", 1)),
    ],
)
def test_an_extreme_is_told_where_the_tangent_is_level(tex, span, found):
    function = model_function(declaring({"f(x)": tex}), "f")
    extreme = level_extreme(function, Interval(*span))
    assert (extreme and extreme[0]) == (found and found[0])
    assert found is None or extreme[1] == pytest.approx(found[1], abs=1e-6)
