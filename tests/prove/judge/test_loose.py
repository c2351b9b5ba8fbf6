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
    ],
)
def test_what_contradicts_it_is_told(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
