"""What is said of numbers of elements alone is said of chances."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.cardinalities import of_cardinalities

MODEL = declaring({"A": {"kind": "set"}, "B": {"kind": "set"}, "x": {}, "D": r"\{1, 2\}"})


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"|A \cup B| = |A| + |B| - |A \cap B|", r"P(A \cup B) = P(A) + P(B) - P(A \cap B)"),
        (r"|A| \le 2|B|", r"P(A) \le 2P(B)"),
        ("-|A| = (|B|)", "-P(A) = (P(B))"),
    ],
)
def test_multiples_of_cardinalities_are_chances(tex, said):
    assert write_latex(of_cardinalities(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex", ["|A| = 3", "|A||B| = |A|", "|A^c| = |A|", "|x| = |A|", "|D| = |A|", "|A| + 1 = |B| + 1", "A = B"]
)
def test_a_number_a_product_or_a_complement_says_more(tex):
    assert of_cardinalities(tree_of(tex, MODEL), MODEL) is None


def test_a_model_with_a_function_of_this_letter_has_no_chances():
    own = declaring({"A": {"kind": "set"}, "P(x)": "x^2"})
    assert of_cardinalities(tree_of("|A| = |A|", own), own) is None
