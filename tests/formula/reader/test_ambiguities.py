"""What readers are known to read in two ways is refused with both."""

import pytest
from readings import two_readings


@pytest.mark.parametrize(
    ("tex", "caret", "one", "other"),
    [
        ("1/2x", "/", r"\frac{1}{2} x", r"\frac{1}{2x}"),
        ("6/2(1+2)", "/", r"\frac{6}{2} (1 + 2)", r"\frac{6}{2(1 + 2)}"),
        ("a/b/c", "/", "(a/b)/…", "a/(b/…)"),
        (r"2\tfrac12", r"\tfrac", r"2 + \tfrac{1}{2}", r"2 \cdot \tfrac{1}{2}"),
        (r"2\frac{1}{2} = 1", r"\frac", r"2 + \frac{1}{2}", r"2 \cdot \frac{1}{2}"),
        (r"\frac123", "23", r"\frac{1}{23}", r"\cdot 3"),
        (r"\sqrt23", "23", r"\sqrt{23}", r"\sqrt{2} \cdot 3"),
    ],
)
def test_what_has_two_readings_is_refused_with_both(tex, caret, one, other):
    found, both = two_readings(tex)
    assert found == caret
    assert one in both
    assert other in both
