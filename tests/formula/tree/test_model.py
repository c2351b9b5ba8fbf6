"""What a model says of its names."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import Model
from mathora.lesson import Text

ROWS = {
    "x": {"domain": (Text.written("x > 0"),)},
    "k": {"kind": "natural"},
    "c": "3",
    "u": "2c",
    "f(x)": "c x",
    "w_k": {},
    "y_1": {},
    "y_2": {},
    "X": {"kind": "random"},
}
MODEL = declaring(ROWS)


def name(key):
    return MODEL.names[key].symbol


def test_models_that_say_the_same_are_equal_in_whatever_order_they_say_it():
    turned = declaring(dict(reversed(ROWS.items())))
    assert (turned.written, hash(turned)) == (MODEL.written, hash(MODEL))
    assert declaring({**ROWS, "c": "4"}).written != MODEL.written


@pytest.mark.parametrize(("key", "free"), [("x", True), ("k", True), ("c", False), ("f", False)])
def test_free_is_what_has_neither_a_value_nor_parameters(key, free):
    assert MODEL.is_free(name(key)) is free


def test_a_name_is_found_by_its_symbol_and_what_is_none_has_none():
    assert MODEL.named(name("c")).key == "c"
    assert MODEL.named(tree_of("2c", MODEL)) is MODEL.named(None) is MODEL.get("q") is None
    assert Model.empty().named(name("c")) is None


def test_a_function_has_the_domain_of_its_variables():
    assert MODEL.on_its_domain(name("f")).domain == MODEL.names["x"].domain != ()
    assert MODEL.on_its_domain(name("c")) == MODEL.names["c"]


def test_families_have_numbered_members_and_sequences_run_over_a_letter():
    assert MODEL.families == {"w", "y"}
    assert MODEL.sequences == {"w"}
    assert set(MODEL.functions) == {"f"}


@pytest.mark.parametrize(
    ("key", "others", "rests"),
    [("u", {"c"}, True), ("u", {"x"}, False), ("f", {"c"}, True), ("f", {"x"}, False), ("c", {"c"}, False)],
)
def test_a_name_rests_on_what_defines_it_and_not_on_its_own_variable(key, others, rests):
    assert MODEL.rests_on(key, others) is rests


def test_spoken_of_are_the_names_of_formulas_and_of_their_definitions():
    assert MODEL.spoken_of((tree_of("f(2)", MODEL),)) == {"f", "x", "c"}
    assert MODEL.spoken_of((tree_of("1 + 2", MODEL),)) == frozenset()
