"""What is simple is said as it is; what reaches further is closed."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import speak
from mathora.formula.speech.phrases import is_name, is_power, is_simple

MODEL = declaring({
    "x": {}, "a": {}, "b": {}, "f(x)": "x^2", "A": {"kind": "matrix", "shape": (2, 2)}, "n": {"kind": "natural"},
    "L(u, v)": "u^2 v", "p": {"kind": "event"}, "q": {"kind": "event"}, "w": {"kind": "vector", "shape": (2, 1)},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "simple"),
    [
        ("x", True),
        ("2x", True),
        ("x^2", True),
        ("-x", True),
        ("50\\%", True),
        ("x + a", False),
        (r"2 \cdot x", False),
        ("x^{n + 1}", False),
        ("(x)", False),
    ],
)
def test_simple_is_what_cannot_be_heard_in_two_ways(tex, simple):
    assert is_simple(tree_of(tex, MODEL)) is simple


def test_a_name_and_its_power_are_told():
    assert is_name(tree_of("x", MODEL))
    assert is_power(tree_of("x^2", MODEL))
    assert not is_power(tree_of("(x + a)^2", MODEL))


@pytest.mark.parametrize(
    ("alone", "more"), [("f(x)", "f(x)^2 + (x + a)"), (r"\sum_{k=1}^n k", r"(\sum_{k=1}^n k) + 1")]
)
def test_a_phrase_is_closed_only_if_something_follows(alone, more):
    assert "end" not in speak(tree_of(alone, MODEL)).split()
    assert {"end", "close"} & set(speak(tree_of(more, MODEL)).split())
