"""A statement about logarithms without a base is the same for each base, or it is refused with both readings."""

import pytest

from mathora.formula import read, read_model
from mathora.formula.inspection.logarithms import same_for_each_base, with_natural_logarithms
from mathora.lesson import Declaration, Faulty, ModelSource, Text

MODEL = read_model(
    ModelSource(declarations=tuple(Declaration(head=Text.written(one)) for one in ("x", "y", "n", "T(n)")))
)


def tree(latex):
    return read(Text.written(latex), MODEL).tree


@pytest.mark.parametrize(
    "latex",
    [
        r"\log(xy) = \log x + \log y", r"\log x^n = n \log x", r"\log_2 x = \frac{\log x}{\log 2}", r"\log 1 = 0",
        r"(\log x)^2 \ge 0 \cdot \log y", r"x > y \implies \log x > \log y", r"T(n) = O(n \log n)",
        r"\sum_{n=1}^{3} x \log y = 3 x \log y", r"\log n! \sim n \log n", r"\log n \ll n",
    ],
)  # fmt: skip
def test_as_many_logarithms_in_each_term_are_the_same_for_each_base(latex):
    assert same_for_each_base(tree(latex))
    assert "'ln'" in repr(with_natural_logarithms(tree(latex)))


@pytest.mark.parametrize(
    "latex",
    [
        r"\log 100 = 2", r"\log(xy) = \log x \log y", r"\log x = \ln x", r"e^{\log x} = x", r"\log \log x > 0",
        r"\frac{\log x}{\log y} = \log x - \log y", r"\frac{d}{dx} \log x = \frac1x", r"\log x \approx 2.3",
        r"n \sim n \log n", r"2^{\log n} \ll n",
        r"\sum_{n=1}^{\log x} n = \log x", r"2^{\log x} = x", r"\log x = 1 \implies x = 10", r"x = \log_{\log y} n",
    ],
)  # fmt: skip
def test_where_the_base_matters_both_readings_are_named(latex):
    with pytest.raises(Faulty, match="without a base"):
        tree(latex)
