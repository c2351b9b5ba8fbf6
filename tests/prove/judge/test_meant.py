"""A list that does not hold may be meant as an implication."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"x + y = 10, \; x - y = 2, \; x = 6", "undecided", r"write \Rightarrow between them"),
        (r"x^2 y = 4, \; x = 2, \; y = 1", "undecided", "write them first"),
        (r"x + y = 10, \; x - y = 2, \; x = 7", "refuted", ""),
    ],
)
def test_it_is_told_how_to_write_what_is_meant(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
