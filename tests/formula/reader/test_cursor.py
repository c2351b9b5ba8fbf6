"""Where the reader stands: what it takes, what is open, which names it knows, and how it says what is wrong."""

import pytest
from readings import faults, refusal
from sample_models import declaring, tree_of

from mathora.formula.reader.cursor import DEEPEST, Cursor
from mathora.formula.reader.reader import GRAMMAR
from mathora.formula.reader.tokens import END, tokenize
from mathora.formula.tree import Node, Symbol
from mathora.lesson import Faulty, Text

MODEL = declaring({
    "x": {}, "f(x)": "x^2", "w": {"kind": "vector", "shape": (2, 1)}, "c": "3", "b": "c + 1", "a": "x + 1",
})  # fmt: skip


def cursor(tex):
    text = Text.written(tex)
    return Cursor(text=text, tokens=tokenize(text), model=MODEL, grammar=GRAMMAR)


def test_the_end_is_never_passed():
    here = cursor("x")
    assert [here.take().kind for _ in range(3)] == ["letter", END, END]
    assert here.ahead(9) == here.token


def test_a_mark_is_taken_only_where_it_stands():
    here = cursor("(x)")
    assert here.accept(")") is None
    assert here.accept("(", "[").text == "("
    with pytest.raises(Faulty, match="expected } behind it, found 'x'"):
        here.expect("}", "behind it")


def test_the_innermost_bracket_is_what_is_open():
    here = cursor("x")
    with here.within(")"):
        with here.within("|"):
            assert (here.inside("|"), here.inside(")")) == (True, False)
        assert here.inside(")")
    assert not here.inside(")")


def test_a_bound_name_is_no_function_and_no_unknown_name():
    here = cursor("f")
    here.unknown = [("q", None), ("r", None)]
    assert here.is_function(Symbol("f"))
    with here.binding([Symbol("f"), Symbol("q")]):
        assert here.is_bound("f")
        assert not here.is_function(Symbol("f"))
    assert not here.is_bound("f")
    assert [key for key, _ in here.unknown] == ["r"]


@pytest.mark.parametrize(
    ("tex", "is_function"), [("f", True), ("x", False), ("h_x", True), ("f_y", False), ("2", False)]
)
def test_a_function_is_what_the_model_declares_so_or_a_partial_of_one(tex, is_function):
    model = declaring({"x": {}, "y": {}, "f(x)": {}, "h(x, y)": {}, "f_y": {}})
    here = cursor("x")
    here.model = model
    node: Node = tree_of(tex, model)
    assert here.is_function(node) is is_function


def test_a_name_is_fixed_if_all_that_it_is_made_of_is():
    assert [cursor("x").is_fixed(Symbol(key)) for key in ("c", "b", "a", "x")] == [True, True, False, False]


def test_a_component_is_of_its_vectors_kind():
    here = cursor("x")
    assert here.kind_of(Symbol("w", subscript=Symbol("k"))) == "vector"
    assert here.kind_of(Symbol("q")) is None


@pytest.mark.parametrize("around", [("(", ")"), (r"\frac{1}{", "}"), (r"\sin(", ")")])
def test_what_is_nested_too_deep_is_refused_and_never_breaks(around):
    opening, closing = around
    assert [one.rule for one in faults(opening * DEEPEST + "x" + closing * DEEPEST)] == ["too-deep"]


@pytest.mark.parametrize(
    ("tex", "said", "hint"),
    [
        (r"\alhpa", r"unknown command \alhpa", r"did you mean \alpha?"),
        (r"x \cdotx", r"unknown command \cdotx", r"write \cdot x"),
        (r"\foo", r"unknown command \foo", r"\operatorname{…}"),
        ("x + ", "expected a value, found the end of the formula", "write a number"),
        ("x + * 2", "expected a value, found '*'", r"write \cdot"),
        ("a + -b", "two operators in a row: '-'", "in brackets"),
        ("1 + (x = 1)", "a statement where a value is expected", r"\text{ if }"),
    ],
)
def test_what_is_no_value_is_told_with_what_to_write(tex, said, hint):
    (fault,) = faults(tex)
    assert said in fault.message
    assert hint in fault.hint


def test_a_fault_of_syntax_comes_with_the_unknown_names_before_it():
    assert [one.rule for one in faults(r"q + \zeta + )")] == ["unknown-name", "unknown-name", "syntax"]


def test_an_ambiguity_ends_the_reading():
    assert refusal(r"\sum_{k=1}^{3} k + k")[0] == "ambiguous"
