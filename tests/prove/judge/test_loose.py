"""A sign that says too little claims nothing, and may be contradicted."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"1 \ll 100", "notation", ""),
        (r"100 \ll 1", "refuted", ""),
        (r"x \sim y", "notation", ""),
        (r"X \sim \mathcal{N}(0, -1)", "refuted", "needs -1 > 0"),
        (r"X \sim \mathcal{N}(0, 1)", "notation", ""),
        (r"H_0: \mu = 100 \text{ vs. } H_1: \mu \ne 100", "notation", "a hypothesis is named"),
        ("H_0: 1 + 1 = 3", "refuted", ""),
        (r"f \colon [10, 11] \to [0, 1]", "refuted", "at 10"),
        (r"f \colon [10, 11] \to [100, 121]", "notation", ""),
        (r"A \colon \mathbb{R}^3 \to \mathbb{R}^2", "refuted", "2 rows and 2 columns"),
        (r"A \colon \mathbb{R}^2 \to \mathbb{R}^2", "notation", ""),
        (r"f \colon \mathbb{R}^2 \to \mathbb{R}", "refuted", "another number of variables"),
        (r"\frac{n}{n+1} \xrightarrow{d} 0", "refuted", ""),
        (r"5 \xrightarrow{P} 6", "refuted", ""),
        (r"\frac{n}{n+1} \xrightarrow{P} 1", "proved", ""),
    ],
)
def test_what_contradicts_it_is_told(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
