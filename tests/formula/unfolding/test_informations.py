"""A measure of known chances is a sum, with the logarithm that the formula writes."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.informations import has_value, of_known_chances

MODEL = declaring({
    "p": r"(\frac12, \frac12)", "q": r"(\frac14, \frac34)", "z": "(1, 0)", "r": r"(\frac12, \frac14)",
    "t": r"(\frac13, \frac13, \frac13)", "w": {},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (
            r"H(q) = \ln 2",
            (
                r"-\left(\left(\frac{1}{4}\right)\ln\left(\left(\frac{1}{4}\right)\right) + "
                r"\left(\frac{3}{4}\right)\ln\left(\left(\frac{3}{4}\right)\right)\right) = \ln 2"
            ),
        ),
        (r"H(z) = \log_2 1", r"-((1)\log_2((1))) = \log_2 1"),
        (r"H(z, p) = \ln 2", r"-\left((1)\ln\left(\left(\frac{1}{2}\right)\right)\right) = \ln 2"),
        (r"D_{KL}(z \| p) = \ln 2", r"\left((1)\ln\left(\frac{(1)}{\left(\frac{1}{2}\right)}\right)\right) = \ln 2"),
    ],
)
def test_the_sum_leaves_out_what_has_no_chance(tex, said):
    assert write_latex(of_known_chances(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex",
    [
        r"D_{KL}(p \| z) = \ln 2",
        "H(p) = 1",
        r"H(p) = \ln 2 + \log_2 3",
        r"H(r) = \ln 2",
        r"H(p, t) = \ln 2",
        r"H(w) = \ln 2",
        r"H(p) = -\sum_{i=1}^2 p_i \ln p_i",
    ],
)
def test_without_a_logarithm_a_sum_of_one_or_a_chance_below_there_is_no_value(tex):
    assert of_known_chances(tree_of(tex, MODEL), MODEL) is None


def test_a_right_side_that_speaks_of_the_chances_says_what_the_measure_is():
    said, claimed = (tree_of(f"H(p) = {right}", MODEL).operands for right in (r"-p_1 \ln p_1 - p_2 \ln p_2", r"\ln 2"))
    assert not has_value(*said, MODEL)
    assert has_value(*claimed, MODEL)
