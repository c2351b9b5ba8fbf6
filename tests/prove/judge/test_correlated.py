"""Variances and covariances fit together as a matrix without a negative eigenvalue."""

import pytest
from claims import modelled

from mathora.formula import read
from mathora.lesson import Text
from mathora.prove.judge.correlated import misfit

MODEL = modelled({name: {"kind": "random"} for name in "XYZ"})


@pytest.mark.parametrize(
    ("no", "numbers"),
    [(False, (0.9, 0.9, 0.9)), (True, (0.9, 0.9, -0.9)), (False, (0.5, 0.5, -0.5)), (True, (0.5, 0.5, -0.6))],
)
def test_three_correlations_fit_or_do_not(no, numbers):
    pairs = zip(("X, Y", "Y, Z", "X, Z"), numbers, strict=True)
    said = [read(Text.written(rf"\operatorname{{Corr}}({pair}) = {one}"), MODEL).tree for pair, one in pairs]
    assert misfit(said, MODEL) == no
    assert not misfit(said[:2], MODEL)


@pytest.mark.parametrize(("no", "covariance"), [(True, "3"), (False, r"\frac{5}{2}"), (True, "-3")])
def test_a_covariance_is_bounded_by_both_variances(no, covariance):
    said = (rf"\operatorname{{Cov}}(X, Y) = {covariance}", r"\operatorname{Var}(X) = 2", r"\operatorname{SD}(Y) = 2")
    assert misfit([read(Text.written(one), MODEL).tree for one in said], MODEL) == no
