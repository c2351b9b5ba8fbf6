r"""What `M_X(t)` and a known word's function are, where enough is known: no new names."""

import pytest

from mathora.formula import tree as t
from mathora.formula.unfolding.generating import activation

Z = t.Symbol("z")


@pytest.mark.parametrize("word", ["ReLU", "softplus", "sigmoid"])
def test_a_known_word_of_a_letter_is_its_function(word):
    said = t.Application(t.Symbol(word, "operatorname"), None, (Z,))
    assert activation(said) == (t.Application(t.FunctionName(word), None, (Z,)), Z)


def test_no_other_word_and_no_value_is():
    assert activation(t.Application(t.Symbol("gelu", "operatorname"), None, (Z,))) is None
    assert activation(t.Application(t.Symbol("ReLU", "operatorname"), None, (t.Number("2"),))) is None
