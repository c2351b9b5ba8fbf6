"""The `model:` is declarations in their order; their mathematics is read later."""

import pytest
from written import told, value

from mathora.script.model import model


def beside(_name):
    return "age,height\n7,1.2\n8,1.3\n", "heights.csv"


def read(source):
    return value(lambda node: model(node, beside), source).declarations


def faults(source):
    return told(lambda node: model(node, beside), source)


def test_a_name_is_free_or_has_a_body_or_says_more():
    free, body, more = read("x:\nf(x): x^2\nr: {kind: positive, domain: 'r < 2', unit: m}\n")
    assert (free.head.value, free.body) == ("x", None)
    assert body.body.value == "x^2"
    assert (more.kind, [one.value for one in more.domain], more.unit.value) == ("positive", ["r < 2"], "m")


def test_a_shape_is_rows_and_columns_or_a_vector_s_length():
    assert [one.shape for one in read("A: {shape: [2, 3]}\nv: {shape: 3}\n")] == [(2, 3), (3, 1)]


def test_data_are_the_numbers_of_a_list_or_of_a_column():
    assert [one.body.value for one in read("x_i: {data: [1, 2.5]}\n") if one.body] == ["1", "2.5"]
    assert [one.body.value for one in read("x_i: {data: heights.csv, column: age}\n") if one.body] == ["7", "8"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("A: {shape: [2, 3, 4]}", "a shape of rows and columns"),
        ("A: {shape: 100}", "from 1 to 64"),
        ("r: {kind: large}", "unknown-word"),
        ("x_i: {data: [1], column: age}", "found a column, where the data are written here"),
        ("x_i: {data: [1], kind: real}", "data beside other keys"),
        ("x_i: {column: age}", "a column of no file"),
        ("x_i: {data: ../heights.csv}", "the name of a CSV file"),
        ("[x, y]", "the model: a mapping"),
    ],
)
def test_what_is_no_declaration_is_told(source, said):
    (one,) = faults(source)
    assert said in one


def test_one_bad_declaration_hides_no_other():
    assert len(faults("A: {shape: 100}\nB: {kind: large}\n")) == 2
