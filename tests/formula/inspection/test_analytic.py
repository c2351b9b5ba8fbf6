"""What goes in all directions of the plane is not shown along the real line."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula.inspection.analytic import goes_by_the_real_line

MODEL = declaring({"z": {"kind": "complex"}, "x": {}, "f(z)": r"\bar z z", "g(z)": "z^2"})
BY_THE_REAL_LINE = [
    r"\frac{d}{dz} \bar z = 1",
    r"\frac{d}{dz} |z| = 1",
    r"\frac{d}{dz} \operatorname{Re} z = 1",
    r"f'(z) = 2z",
    r"\lim_{z \to 0} \frac{\bar z}{z} = 1",
    r"\lim_{z \to 0} e^{-1/z^2} = 0",
    r"\lim_{z \to \infty} e^{-z^2} = 0",
    r"\int_0^1 |z| \, dz = \frac12",
]
WITH_A_POWER_SERIES = [
    r"\frac{d}{dz} z^2 = 2z",
    r"\frac{d}{dz} e^z = e^z",
    r"g'(z) = 2z",
    r"\lim_{z \to 0} \frac{\sin z}{z} = 1",
    r"\frac{d}{dx} |x| = 1",  # nothing is complex
    r"|z| = \bar z",  # no slope, no limit
]


@pytest.mark.parametrize("tex", BY_THE_REAL_LINE)
def test_what_has_no_power_series_is_told(tex):
    assert goes_by_the_real_line(tree_of(tex, MODEL), MODEL)


@pytest.mark.parametrize("tex", WITH_A_POWER_SERIES)
def test_what_has_one_or_is_real_is_not(tex):
    assert not goes_by_the_real_line(tree_of(tex, MODEL), MODEL)
