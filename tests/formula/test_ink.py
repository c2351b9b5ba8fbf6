"""A symbol carries its colour wherever it stands."""

import pytest
from sample_formulas import tree

from mathora.formula import at, write_latex
from mathora.formula.typeset.ink import ink
from mathora.lesson import Faulty

COLOURS = {"w_1": "blue", "w_2": "orange", r"\nabla L": "yellow", "L": "pink", "t": "teal"}


def coloured(tex, rules=COLOURS, name="loss"):
    """The coloured parts of a formula, as LaTeX with their colours."""
    node = tree(name, tex)
    found = ink(node, {tree(name, symbol): colour for symbol, colour in rules.items()})
    return [(write_latex(at(node, path)), colour) for path, colour in sorted(found.items())]


def test_a_symbol_is_coloured_in_terms_derivatives_and_products():
    assert coloured(r"\frac{\partial L}{\partial w_1} = 2w_1") == [("L", "pink"), ("w_1", "blue"), ("w_1", "blue")]


def test_the_longer_rule_wins():
    assert coloured(r"\nabla L \cdot t = 0") == [(r"\nabla L", "yellow"), ("t", "teal")]
    assert coloured(r"\nabla L(1, 1) = (2, 6)") == [(r"\nabla L", "yellow")]


def test_the_order_of_the_rules_does_not_matter():
    backwards = dict(reversed(COLOURS.items()))
    assert coloured(r"L + \nabla L \cdot t", backwards) == coloured(r"L + \nabla L \cdot t")


def test_another_symbol_that_begins_alike_has_no_colour():
    assert coloured("w_2 + w_1", {"w_1": "blue"}) == [("w_1", "blue")]
    assert coloured(r"\nabla L", {"w": "blue"}) == []


def test_a_rule_that_cannot_be_read_is_a_fault():
    with pytest.raises(Faulty):
        coloured("L", {"w_3": "blue"})
