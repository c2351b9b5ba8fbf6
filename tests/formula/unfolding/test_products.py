"""A product of powers is a power with a sum above, where its base is positive or what stands above is whole."""

import pytest
from sample_models import REAL, declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.products import of_likelihood, of_powers
from mathora.lesson import Text

LETS = {
    "n": {"kind": "natural"}, "x_i": REAL, "a": REAL, r"\lambda": {"kind": "positive"},
    "p": {"domain": (Text.written("0 < p < 1"),)}, "q": {"domain": (Text.written(r"0 \le q \le 1"),)},
    "L(p)": r"\prod_{i=1}^n p^{x_i}", "S(p)": r"\sum_{i=1}^n p^{x_i}", "k": REAL,
}  # fmt: skip
MODEL = declaring(LETS)


def said(tex, question):
    found = question(tree_of(tex, MODEL), MODEL)
    return None if found is None else write_latex(found).replace(r"\left", "").replace(r"\right", "")


@pytest.mark.parametrize(
    ("tex", "powers"),
    [
        (r"\prod_{i=1}^n p^{x_i}", r"(p^{\sum_{i = 1}^n (x_i)})"),
        (r"\prod_{i=1}^n (1 - p)^{x_i}", r"((1 - p)^{\sum_{i = 1}^n (x_i)})"),
        (r"\prod_{i=1}^n \lambda e^{-x_i}", r"((\lambda)^ne^{\sum_{i = 1}^n (-x_i)})"),
        (r"\prod_{i=1}^n \exp(x_i)", r"(e^{\sum_{i = 1}^n (x_i)})"),
        (r"\prod_{i=1}^n (-1)^{i + 1}", r"((-1)^{\sum_{i = 1}^n (i + 1)})"),
        (r"\prod_{i=1}^3 a", "((a)^3)"),
        (r"\prod_{i=1}^n \frac{a}{x_i}", r"(\frac{(a)^n}{\prod_{i = 1}^n x_i})"),
    ],
)
def test_a_product_of_powers_has_a_sum_above(tex, powers):
    assert said(tex, of_powers) == powers


@pytest.mark.parametrize(
    "tex",
    [
        r"\prod_{i=1}^n a^{x_i}",  # a may be negative
        r"\prod_{i=1}^n q^{x_i}",  # q may be 0
        r"\prod_{i=1}^n (1 - q)^{x_i}",
        r"\prod_{i=1}^n (1 - \lambda)^{x_i}",
        r"\prod_{i=1}^n (-1)^{x_i}",  # of what is no whole number
        r"\prod_{i=1}^n (-1)^{i / 2}",
        r"\prod_{i=1}^n i^{x_i}",  # the base runs
        r"\prod_{i=0}^n p^{x_i}",
        r"\prod_{i=1}^k p^{x_i}",  # k counts nothing
        r"\prod_{i=1}^i p^{x_i}",
        r"\prod_{i=1}^n x_i",
        r"\sum_{i=1}^n p^{x_i}",
    ],
)
def test_of_what_may_have_no_such_power_nothing_is_said(tex):
    assert said(tex, of_powers) is None


def test_a_likelihood_has_its_powers_at_positive_places_alone():
    assert said("L(p)", of_likelihood) == r"((p^{\sum_{i = 1}^n (x_i)}))"
    assert said(r"L(\lambda)", of_likelihood) == r"((\lambda^{\sum_{i = 1}^n (x_i)}))"
    assert [said(tex, of_likelihood) for tex in ("L(a)", "L(q)", "S(p)", "a(p)", "a")] == [None] * 5
