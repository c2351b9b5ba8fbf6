"""A name of chance stands for its measure or its law by its spelling, where the model has no name of that kind."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.conventions import by_convention, with_means
from mathora.lesson import Text

LETS = {
    "X": {"kind": "random"}, "Y": {"kind": "random"}, "x": {}, r"\rho": {}, r"\sigma": {"kind": "positive"},
    "N": {"domain": (Text.written(r"N \sim \mathcal{N}(0, 1)"),)},
    "B": {"domain": (Text.written(r"B \sim \text{Bin}(4, \frac12)"),)},
}  # fmt: skip


def usual(tex, **more):
    model = declaring(LETS | more)
    found = by_convention(tree_of(f"{tex} = 1", model).operands[0], model)
    return None if found is None else write_latex(found)


@pytest.mark.parametrize(
    ("tex", "meant"),
    [
        (r"\sigma_X", r"\operatorname{SD}(X)"),
        (r"\mu_X", r"\mathbb{E}(X)"),
        (r"\rho_{XY}", r"\operatorname{Corr}(X, Y)"),
        (r"\sigma_{XY}", r"\operatorname{Cov}(X, Y)"),
        (r"\mu_{X + Y}", r"\mathbb{E}(X + Y)"),
        (r"\rho_{X, Y}", r"\operatorname{Corr}(X, Y)"),
        (r"F_N(x)", r"P(N \le x)"),
        (r"f_N(x)", r"\frac{d}{dx} (P(N \le x))"),
        (r"F_B(x)", r"P(B \le x)"),
        (r"f_B(x)", "P(B = x)"),
    ],
)
def test_a_spelling_stands_for_what_it_always_does(tex, meant):
    assert usual(tex).replace(r"\left", "").replace(r"\right", "") == meant


@pytest.mark.parametrize(
    "tex",
    [
        r"\sigma_x",  # of no random quantity
        r"\rho_{Xx}",
        r"\rho_X",  # of one alone
        r"\sigma_{XYN}",
        r"\hat{\sigma}_X",
        r"\sigma_X'",
        r"\sigma",
        "F_X(x)",  # of which no law is known
        "g_N(x)",
    ],
)
def test_what_is_spelled_otherwise_stands_for_itself(tex):
    assert usual(tex, **{"g_N(x)": {}, "F_X(x)": {}, r"\sigma_x": {}, r"\rho_{Xx}": {}, r"\rho_X": {}}) is None


def test_a_name_of_the_model_is_what_the_model_says():
    assert usual(r"\sigma_X", **{r"\sigma_X": "3"}) is None


def test_a_bar_over_data_is_their_mean():
    data = {"d_i": {}, "d_1": "1", "d_2": "4"}
    assert usual(r"\bar d", **data) == r"\frac{d_1 + d_2}{2}"
    assert usual(r"\bar d", **data, **{r"\bar d": "3"}) is None
    assert usual(r"\bar x", **data, **{r"\bar x": {}}) is None


SAMPLE = {"X_i": {"kind": "random"}, "n": {"kind": "natural"}, r"\bar X_n": {}, "k": {}, r"\bar X_k": {}, r"\bar X": {}}


@pytest.mark.parametrize(
    ("tex", "given", "meant"),
    [
        (r"\mathbb{E}[\bar X_n] = x", (), True),
        (r"\mathbb{E}[\bar X_k] = x", (), False),  # k counts nothing
        (r"\mathbb{E}[\bar X] = x", (), False),  # of how many
        (r"\mathbb{E}[\bar X_n] = \bar X_n", (), False),  # it may be said what it is
        (r"\mathbb{E}[\bar X_n] = x", (r"\bar X_n = x",), False),
    ],
)
def test_a_bar_over_a_sample_is_its_mean_where_only_measures_speak_of_it(tex, given, meant):
    model = declaring(LETS | SAMPLE)
    tree = tree_of(tex, model)
    found = with_means(tree, model, [tree_of(one, model) for one in given])
    assert (found != tree) is meant
    assert (r"\frac{1}{n}\sum_{i = 1}^n X_i" in write_latex(found)) is meant
