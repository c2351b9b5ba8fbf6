"""The terms that scenes write: names of the model, and what is made of them."""

import pytest

from mathora.formula import Model, symbol_key
from mathora.lesson import Faulty
from mathora.stage.text.terms import symbol


@pytest.mark.parametrize("name", ["x", "f_1", r"\hat{y}", r"\mathcal{L}", r"\text{test}", r"\operatorname{loss}"])
def test_a_change_is_written_of_any_name_that_a_model_may_have(name: str):
    change = symbol(Model.empty(), rf"\Delta {name}").tree

    assert symbol_key(change).replace(" ", "") == rf"\Delta{name}"
    assert change.accents[0] == "Delta"


@pytest.mark.parametrize("key", ["x + 1", "f(x", r"\Delta x + 1"])
def test_what_is_more_than_a_name_is_none(key: str):
    with pytest.raises((Faulty, TypeError)):
        symbol(Model.empty(), key)
