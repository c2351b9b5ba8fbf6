"""A false implication of matrices is false at a few small ones."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"A^2 = 0 \Rightarrow A = 0", "refuted", "small matrices"),
        (r"A B = 0 \Rightarrow A = 0 \text{ or } B = 0", "refuted", "small matrices"),
        (r"A^2 = A \Rightarrow A^3 = A", "proved", "premise"),
        (r"\det A = 0 \Rightarrow A = 0", "refuted", ""),
    ],
)
def test_it_is_false_at_one_of_them(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
