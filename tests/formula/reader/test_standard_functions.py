"""Without brackets a function takes one factor or a run of plain ones; what readers read in two ways is refused."""

import pytest
from readings import reading

from mathora.lesson import Faulty


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        (r"\sin 2x", r"\sin(2x)"),
        (r"\cos x^2", r"\cos(x^2)"),
        (r"\ln 2 + 1", r"\ln(2) + 1"),
        (r"\sin^2 x", r"\sin^2(x)"),
        (r"\log_2 8", r"\log_2(8)"),
        (r"\sin x \cos x", r"\sin(x) \cos(x)"),
    ],
)
def test_it_takes_as_much_as_everybody_reads(bare, full):
    assert reading(bare).replace("[]", "()") == reading(full).replace("[]", "()")


@pytest.mark.parametrize("tex", [r"\sin x / 2", r"\sin 2x(x + 1)", r"\ln^{-1} x", r"\sin x y (x + 1)"])
def test_what_has_two_readings_is_refused_with_both(tex):
    with pytest.raises(Faulty) as refused:
        reading(tex)
    assert [fault.rule for fault in refused.value.faults] == ["ambiguous"]
    assert "two readings" in refused.value.faults[0].message
