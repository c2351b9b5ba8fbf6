"""The terms that scenes write: names of the model, and what is made of them."""

import pytest

from mathora.formula import Model, symbol_key
from mathora.lesson import Faulty
from mathora.stage.text.terms import exactly, symbol


@pytest.mark.parametrize("name", ["x", "f_1", r"\hat{y}", r"\mathcal{L}", r"\text{test}", r"\operatorname{loss}"])
def test_a_change_is_written_of_any_name_that_a_model_may_have(name: str):
    change = symbol(Model.empty(), rf"\Delta {name}").tree

    assert symbol_key(change).replace(" ", "") == rf"\Delta{name}"
    assert change.accents[0] == "Delta"


@pytest.mark.parametrize("key", ["x + 1", "f(x", r"\Delta x + 1"])
def test_what_is_more_than_a_name_is_none(key: str):
    with pytest.raises((Faulty, TypeError)):
        symbol(Model.empty(), key)


@pytest.mark.parametrize(
    ("one", "written"),
    [
        *((1 / 12, r"\frac{1}{12}"), (5 / 36, r"\frac{5}{36}"), (1 - 2 / 3, r"\frac{1}{3}"), (7 / 3, r"\frac{7}{3}")),
        *((0.125, "0.125"), (0.1 + 0.2, "0.3"), (123.45, "123.45"), (8, "8"), (0, "0"), (2**0.5, "1.41")),
        (-1 / 3, "-0.333"),
    ],
)
def test_a_number_that_no_decimal_writes_is_a_fraction_if_it_is_one_of_small_numbers(one: float, written: str):
    assert exactly(one).term.tex == written
