"""A name that nobody declared is told once, with what was meant."""

import pytest
from readings import faults
from sample_models import declaring

from mathora.formula import Model, tree
from mathora.formula.reader.reader import read_head
from mathora.formula.reader.unknown_names import is_member, written_out
from mathora.lesson import Faulty, Text


@pytest.mark.parametrize(("tex", "hint"), [("v(1)", "did you mean 'V'?"), ("q + 1", "declare q in the model")])
def test_it_is_told_how_to_mend_it(tex, hint):
    assert hint in [one.hint for one in faults(tex)]


@pytest.mark.parametrize(
    ("tex", "hint"), [("loss + 1", r"these letters are a product; a word is \text{loss}"), ("three", "write 3")]
)
def test_a_word_is_told_as_a_word(tex, hint):
    assert [one.hint for one in faults(tex, Model.empty())] == [hint]


@pytest.mark.parametrize(
    ("head", "hint"),
    [
        ("rate", r"\text{rate}, in formulas, too"),
        ("loss(x)", r"\text{loss}, in formulas, too"),
        ("unused_1", r"\text{unused}, in formulas, too"),
        ("theta", r"write \theta, in formulas, too"),
        ("x1", "write x_1, in formulas, too"),
        ("W12(t)", "write W_{12}, in formulas, too"),
        ("w q", "write one name, such as w_1"),
    ],
)
def test_a_declared_name_of_several_letters_is_told_as_it_can_be_written(head, hint):
    with pytest.raises(Faulty) as told:
        read_head(Text.written(head))
    assert hint in told.value.faults[0].hint


def test_each_is_told_once_where_it_stands_first():
    assert [one.place.column for one in faults("p + q + p + m")] == [1, 5, 13]


def test_a_number_that_is_a_word_is_written_in_digits():
    assert (written_out("Three"), written_out("many")) == ("write 3", "")


def test_an_index_belongs_to_a_vector_a_sequence_or_a_family():
    model = declaring(
        {"x": {"kind": "vector", "shape": (2, 1)}, "w_k": {}, "y_1": {}, "a": {}, "k": {"kind": "natural"}}
    )

    def member(name, index, *, bound=False):
        return is_member(tree.Symbol(name, subscript=index), model, lambda _: bound)

    one, letter = tree.Number("1"), tree.Symbol("i")
    assert member("x", one)
    assert not member("x", tree.Number("3"))
    assert member("w", one)
    assert not member("a", one)
    assert member("y", letter, bound=True)
    assert not member("y", letter)
