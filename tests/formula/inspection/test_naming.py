"""Which names a tree mentions, and through the model what these are made of."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import tree, write_latex
from mathora.formula.inspection.naming import (
    all_keys_in,
    base_of,
    free_letter,
    keys_in,
    mapped,
    trees_of,
    without_spans,
)
from mathora.formula.tree import NOWHERE, replaced, walk
from mathora.formula.tree.terms import Number
from mathora.lesson import Text

MODEL = declaring({
    "a": {"domain": (Text.written("0 < a < b"),)}, "b": {}, "u": "2a", "f(x)": "u x", "q": {}, "x_i": {},
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "keys"), [("a + b", {"a", "b"}), ("f(3)", {"f"}), (r"\log_2 3", set()), ("1 + 2", set())]
)
def test_the_keys_of_a_tree_are_those_that_it_shows(tex, keys):
    assert set(keys_in(tree_of(tex, MODEL))) == keys


def test_a_logarithm_without_a_base_is_a_name_that_a_model_may_declare():
    assert set(keys_in(tree.Application(tree.FunctionName("log"), None, (Number("3"),)))) == {r"\log"}


@pytest.mark.parametrize(
    ("tex", "keys"), [("q", {"q"}), ("u", {"u", "a", "b"}), ("f(3)", {"f", "x", "u", "a", "b"}), ("a", {"a", "b"})]
)
def test_all_keys_are_also_those_that_the_model_makes_them_of(tex, keys):
    assert all_keys_in([tree_of(tex, MODEL)], MODEL) == keys


def test_a_name_without_index_and_marks_is_its_base():
    assert base_of(tree_of("x_i", MODEL)) == "x"
    assert base_of(tree_of("x^*", declaring({"x^*": {}}))) == "x"


def test_without_spans_every_part_is_nowhere_and_the_tree_shows_the_same():
    read = tree_of(r"\frac{a}{b} + f(3)", MODEL)
    bare = without_spans(read)
    assert {part.span for _, part in walk(bare)} == {NOWHERE} != {part.span for _, part in walk(read)}
    assert write_latex(bare) == write_latex(read)


def test_a_mapped_declaration_has_each_of_its_trees_changed():
    name = mapped(MODEL.names["a"], lambda one: replaced(one, MODEL.names["b"].symbol, MODEL.names["q"].symbol))
    assert [write_latex(one) for one in name.domain] == ["0 < a < q"]
    assert list(map(write_latex, trees_of(name))) == ["0 < a < q", "0"]
    doubled = mapped(MODEL.names["u"], lambda one: replaced(one, Number("2"), Number("3")))
    assert write_latex(doubled.body) == "3a"
    assert isinstance(doubled.symbol, tree.Symbol)


def test_a_free_letter_stands_nowhere_and_is_no_name_of_the_model():
    assert write_latex(free_letter([tree_of("a + b", MODEL)], MODEL)) == "t"
    assert write_latex(free_letter([tree.Symbol("t")], MODEL)) == "s"
    assert write_latex(free_letter([], declaring({"t": {}, "s": {}}))) == "u"
    every = [tree.Symbol(one) for one in ("t", "s", "u", "w", "z", r"\tau", r"\rho", r"\xi")]
    assert free_letter(every, MODEL) is None
