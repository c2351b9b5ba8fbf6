"""What is whole by its form is, wherever its letters are; of what may be none nothing is said."""

import pytest
from sample_models import REAL, declaring, tree_of

from mathora.formula.inspection.wholeness import is_whole
from mathora.formula.tree import Symbol

WHOLE = declaring({"n": {"kind": "natural"}, "k": {"kind": "integer"}, "x": REAL, "i": REAL, "c": "5"})


@pytest.mark.parametrize("tex", ["3", "n", "-k", "n + 2k - 1", r"2 \cdot n k", "n^2 (k - 1)^3", "i", "i + n", "2i"])
def test_sums_products_and_powers_of_whole_numbers_are_whole(tex):
    assert is_whole(tree_of(tex, WHOLE), WHOLE, Symbol("i"))


@pytest.mark.parametrize(
    "tex", ["0.5", "x", "n + x", r"\frac{n}{2}", r"n \bmod 2.5", "n^{-1}", "n^k", "n^{0.5}", r"\sqrt{n}", "c"]
)
def test_of_others_it_is_not_said(tex):
    assert not is_whole(tree_of(tex, WHOLE), WHOLE, Symbol("i"))


def test_a_letter_is_whole_only_where_it_runs():
    assert not is_whole(tree_of("2i", WHOLE), WHOLE)
