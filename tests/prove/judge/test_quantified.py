"""What exists is shown by a value, and that nothing does by the opposite."""

import pytest
from judged import told


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        (r"\exists x : x^2 = 2", "proved", r"there is one: x = -\sqrt{2}"),
        (r"\exists x : x^2 = -2", "refuted", r"x^2 \ne -2 for all x"),
        (r"\forall a : \exists y : y > a", "proved", "there is one: y = a + 1"),
        (r"\exists y : \forall a : y > a", "refuted", r"\exists a : y \le a for all y"),
        (r"p \land q \Rightarrow p", "proved", "truth table"),
        (r"p \lor q \Rightarrow p", "refuted", "truth table"),
    ],
)
def test_a_value_is_named_or_the_opposite_is_proved(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]
