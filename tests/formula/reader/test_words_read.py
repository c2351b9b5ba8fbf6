"""A word is a name of the model, else the function that it spells, else words between formulas."""

import pytest
from readings import reading

from mathora.formula import read
from mathora.formula.tree.model import Model
from mathora.lesson import Faulty, Text
from tests.prove.judged import told


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        (r"\operatorname{tr} A", r"Application(FunctionName[tr](), A)"),
        (r"\text{sin}(x)", r"Application(FunctionName[sin](), x)"),
        (r"\text{softplus}(2)", r"Application(FunctionName[softplus](), 2)"),
        (r"\operatorname{sigmoid}(x)", r"Application(FunctionName[sigmoid](), x)"),
    ],
)
def test_a_word_that_a_row_spells_is_its_function(tex, tree):
    assert reading(tex) == tree


@pytest.mark.parametrize("word", [r"\operatorname{ReLU}", r"\text{ReLU}"])
def test_what_a_neuron_is_made_of_is_known_and_may_be_said_by_a_letter_of_ones_own(word):
    assert told(rf"{word}(z) = \max(0, z)", {})[0] == "definition"
    assert told(rf"{word}(z_1) = \max(0, z_1)", {})[0] == "definition"
    assert told(rf"{word}(z) = \max(0, z)", {"z": {}})[0] == "proved"
    assert told(rf"{word}(z) = \min(0, z)", {"z": {}})[0] == "refuted"


def test_a_letter_that_is_said_nowhere_is_told_and_not_the_word():
    with pytest.raises(Faulty) as told_of:
        read(Text.written(r"\operatorname{ReLU}(w) = 1"), Model.empty())
    assert [fault.message.split(";")[0] for fault in told_of.value.faults] == ["unknown name w"]


ANOTHER = {r"\operatorname{ReLU}(x)": {"is": "x + 1"}}


@pytest.mark.parametrize(
    ("verdict", "tex", "lets"),
    [
        ("proved", r"\operatorname{ReLU}(2) = 2", {}),
        ("refuted", r"\operatorname{ReLU}(-2) = -2", {}),
        ("proved", r"\operatorname{ReLU}(2) = 3", ANOTHER),
        ("refuted", r"\operatorname{ReLU}(2) = 2", ANOTHER),
        ("proved", r"\frac{d}{dz} \operatorname{softplus}(z) = \operatorname{sigmoid}(z)", {"z": {}}),
        ("refuted", r"\frac{d}{dz} \operatorname{ReLU}(z) = 1", {"z": {}}),
        ("refuted", r"\operatorname{ReLU}(z) > 0", {"z": {}}),
        ("refuted", r"\operatorname{sigmoid}(0) = 1", {}),
    ],
)
def test_the_models_word_comes_before_the_rows(verdict, tex, lets):
    assert told(tex, lets)[0] == verdict


@pytest.mark.parametrize(
    ("verdict", "tex"),
    [
        ("definition", r"\operatorname{sigmoid}(z) = \frac{e^z}{1 + e^z}"),
        ("refuted", r"\operatorname{ReLU}(z) = \min(0, z)"),
        ("refuted", r"\operatorname{softplus}(t) = \ln(1 + e^{-t})"),
        ("refuted", r"\operatorname{sigmoid}(z) = \frac{1}{1 + e^z}"),
        ("definition", r"\operatorname{ReLU}(z) := \min(0, z)"),
    ],
)
def test_what_a_known_word_is_said_to_be_is_what_it_is(verdict, tex):
    assert told(tex, {})[0] == verdict
