"""A letter with its scripts, its style and its accents is one name."""

import pytest
from readings import reading


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"e^{i\pi}", "(e! ^ (i! * pi!))"),
        ("2e", "(2 * e!)"),
        (r"\mathrm{e}^x", "(e! ^ x)"),
        (r"\hat{y}", r"\hat{y}"),
        (r"\hat{y} - \Delta x", r"(\hat{y} - \Delta x)"),
        ("x^*", "x^*"),
        ("w^{(k+1)}", "w^{(k + 1)}"),
        (r"\theta_{t+1}", r"\theta_{t + 1}"),
        (r"\mathbf{u}", r"\mathbf{u}"),
        (r"\text{MSE}", r"\text{MSE}"),
        (r"\mathbb{R}^2", "(mathbb{R}! ^ 2)"),
    ],
)
def test_a_name_is_one_leaf(tex, tree):
    assert reading(tex) == tree
