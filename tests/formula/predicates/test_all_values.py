"""What words say of all values of a function."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.predicates.all_values import OF_VALUES, of_all, of_values
from mathora.lesson import Text

MODEL = declaring({
    "f(x)": "x^3", "g(x)": "|x|", "k(x)": {"body": Text.written("x^2"), "domain": (Text.written("x > 0"),)},
    "h(x, y)": "x^2 + y^2", "q(s)": {}, "c(t)": r"\begin{cases} t & t < 1 \\ 1 & \text{otherwise} \end{cases}",
    "A": {"kind": "matrix", "shape": (2, 2)}, "v": {"kind": "vector", "shape": (2, 1)},
    "u": {"kind": "vector", "shape": (2, 1)}, "n": {"kind": "natural"}, "z": {}, r"\lambda": {},
})  # fmt: skip
EACH = r"\forall x \in \mathbb{R}"


@pytest.mark.parametrize(
    ("function", "words", "said"),
    [
        (
            "f",
            "injective",
            rf"{EACH} \forall \tilde{{x}} \in \mathbb{{R}} : f(x) = f(\tilde{{x}}) \Rightarrow x = \tilde{{x}}",
        ),
        ("f", "bounded", rf"\exists \tilde{{M}} {EACH} : \left|f(x)\right| \le \tilde{{M}}"),
        ("f", "bounded above", rf"\exists \tilde{{M}} {EACH} : f(x) \le \tilde{{M}}"),
        ("k", "bounded below", rf"\exists \tilde{{M}} {EACH} : x > 0 \Rightarrow k(x) \ge \tilde{{M}}"),
    ],
)
def test_a_word_is_said_of_all_numbers_at_which_there_are_values(function, words, said):
    assert write_latex(of_values(MODEL.names[function], words, None)) == said


@pytest.mark.parametrize("words", sorted(OF_VALUES))
@pytest.mark.parametrize("function", ["h", "q"])
def test_of_two_variables_or_without_a_formula_nothing_is_said(function, words):
    assert of_values(MODEL.names[function], words, None) is None


def test_a_period_is_not_zero_and_of_a_function_that_is_defined_everywhere():
    two, letter = tree_of("2", MODEL), MODEL.names["x"].symbol
    assert write_latex(of_values(MODEL.names["f"], "", two)) == rf"2 \ne 0 \text{{ and }} {EACH} : f(x + 2) = f(x)"
    assert of_values(MODEL.names["k"], "", two) is None
    assert of_values(MODEL.names["f"], "", letter) is None


def test_a_claim_of_all_numbers_asks_for_the_domain():
    letter = MODEL.names["x"].symbol
    claim = tree_of("z > 0", MODEL)
    assert write_latex(of_all(MODEL.names["k"], letter, claim)) == rf"{EACH} : x > 0 \Rightarrow z > 0"
