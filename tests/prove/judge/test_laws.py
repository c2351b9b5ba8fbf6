"""A law that is claimed of what is known is never passed over."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"X \sim \mathcal{N}(0, 1) \Rightarrow 2X \sim \mathcal{N}(0, 4)", "proved", ""),
        (r"X \sim \mathcal{N}(0, 1) \Rightarrow X^2 \sim \mathcal{N}(0, 1)", "refuted", ""),
        (r"X \sim \mathcal{N}(0, 1) \Rightarrow X^2 \sim \mathcal{N}(1, 2)", "undecided", ""),
    ],
)
def test_moments_deny_what_is_not_so(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
