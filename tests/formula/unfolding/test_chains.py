"""A chain whose last link says something of its own is said link by link."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.chains import link_by_link

MODEL = declaring({
    "n": {"kind": "natural"}, "m": {"kind": "natural"}, "u": {"kind": "vector", "shape": (2, 1)},
    "v": {"kind": "vector", "shape": (2, 1)}, "a_n": {}, "b": {}, "g(x)": {}, "X": {"kind": "random"},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\sqrt{5} \approx 2 + \frac14 = 2.25", r"\sqrt{5} \approx 2.25 \text{ and } 2 + \frac{1}{4} = 2.25"),
        (r"(\sqrt{2}, \pi) \approx (1.41, 3.14)", r"\sqrt{2} \approx 1.41 \text{ and } \pi \approx 3.14"),
        (r"u = (1, 2) \perp v", r"u = (1, 2) \text{ and } (1, 2) \perp v"),
        (r"b = \frac{1}{n} \to 0", r"\lim_{n \to \infty} \left(\frac{1}{n}\right) = 0"),
        (r"a_n = \frac{1}{n} \to 0", r"\lim_{n \to \infty} \left(\frac{1}{n}\right) = 0"),
        (r"\frac{1}{n} \to 0", r"\lim_{n \to \infty} \left(\frac{1}{n}\right) = 0"),
    ],
)
def test_each_link_is_said(tex, said):
    assert write_latex(link_by_link(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex",
    [
        r"a_n \to 0",
        r"g(n) \to 0",
        r"n \to 1",
        r"\frac{n}{m} \to 0",
        r"\frac{1}{n} \to n",
        r"P(X = n) \to 0",
        r"b \approx 2 + \frac14 = 9",
        r"(1, 2) \approx (1, 2, 3)",
        "u = v = (1, 2)",
    ],
)
def test_what_is_unknown_or_counts_itself_tends_to_what_one_says(tex):
    node = tree_of(tex, MODEL)
    assert link_by_link(node, MODEL) is node
