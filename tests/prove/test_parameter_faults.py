"""A scene's parameters against the model: each rule with a value that keeps it and values that break it."""

from __future__ import annotations

import pytest

from mathora.formula import Formula, read, read_model
from mathora.lesson import ArrayValue, Declaration, IntervalValue, ModelSource, NameValue, NumberValue, PointValue, Text
from mathora.prove.gate.parameters import free_names, parameter_faults
from mathora.prove.task import Task, decided

A = r"\begin{bmatrix} 2 & 1 \\ 1 & 2 \end{bmatrix}"
HEADS = {"L(w_1, w_2)": "w_1^2 + 3 w_2^2", "a": "w_1 + 1", "b": r"\frac{1}{3}", "c": None, "A": A, "v": "(1, 2)"}
HEADS |= {"z_i": None, "z_j": None, "z_1": "2", "z_2": "1"}
MODEL = read_model(
    ModelSource(
        declarations=tuple(
            Declaration(head=Text.written(head), body=Text.written(body) if body else None)
            for head, body in HEADS.items()
        )
    )
)


def written(value: str) -> Text:
    return Text.written(value, "x.yaml")


def holds(formula: Formula) -> bool:
    return decided(Task(formula, MODEL)).kind == "proved"


def rules(value) -> list[str]:
    return [fault.rule for fault in parameter_faults(value, MODEL, lambda text: read(text, MODEL), holds)]


@pytest.mark.parametrize(
    ("name", "of", "expected"),
    [
        ("L", "function", []),
        ("a", "function", []),
        ("w_1", "variable", []),
        ("c", "variable", []),
        ("w_1", "function", ["not-a-function"]),
        ("L", "variable", ["not-a-variable"]),
        ("a", "variable", ["not-a-variable"]),
        ("w_1 + 1", "variable", ["not-a-variable"]),
        ("L(w_1, w_2)", "function", ["not-a-function"]),
        ("q", "variable", ["unknown-name"]),
        ("w_1^{", "variable", ["syntax"]),
    ],
)
def test_names(name, of, expected):
    assert rules(NameValue(tex=written(name), of=of)) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(r"\sum_{i=1}^{2} z_i", ()), (r"z_i + \sum_{i=1}^{2} z_i", ("z_i",)), (r"\sum_{i=1}^{2} z_j", ("z_j",))],
)
def test_what_runs_over_a_sum_s_own_index_is_not_free(number, expected):
    assert free_names(read(written(number), MODEL).tree, MODEL) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0.35", []),
        ("-2", []),
        (r"\frac{1}{3}", []),
        (r"2\pi", []),
        (r"\sqrt{2}", []),
        ("b", []),
        ("L(1, 1)", []),
        ("w_1", ["not-a-number"]),
        ("3 kg", ["not-a-number"]),
        ("a", ["not-a-number"]),
        ("1/0", ["not-a-number"]),
        (r"\sqrt{-1}", ["not-a-number"]),
        ("(1, 2)", ["not-a-number"]),
        (r"\infty", ["not-a-number"]),
        ("1 = 1", ["not-a-number"]),
        ("2^{9^{9^9}}", ["not-a-number"]),
        (r"10^{13}", ["not-a-number"]),
        ("q", ["unknown-name"]),
    ],
)
def test_numbers(number, expected):
    assert rules(NumberValue(tex=written(number))) == expected


@pytest.mark.parametrize(
    ("point", "expected"),
    [
        ({"w_1": "1", "w_2": "2"}, []),
        ({"w_1": "1", "w_{1}": "2"}, ["duplicate-coordinate"]),
        ({"L": "1", "w_2": "w_1"}, ["not-a-variable", "not-a-number"]),
    ],
)
def test_points(point, expected):
    value = PointValue(coordinates=tuple((written(name), written(number)) for name, number in point.items()))
    assert rules(value) == expected


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0", "3", []),
        (r"-\pi", r"\pi", []),
        (r"\pi", "3", ["bad-interval"]),
        ("0", "0", ["bad-interval"]),
        ("w_1", "1/0", ["not-a-number", "not-a-number"]),
    ],
)
def test_intervals(low, high, expected):
    assert rules(IntervalValue(low=written(low), high=written(high))) == expected


def test_a_misspelt_name_is_guessed():
    (fault,) = parameter_faults(NameValue(tex=written("w_3")), MODEL, lambda text: read(text, MODEL), holds)
    assert fault.hint.startswith("did you mean 'w_")


@pytest.mark.parametrize(
    ("array", "of", "expected"),
    [
        ("A", "PlaneMatrix", []),
        ("A^{-1} A", "PlaneMatrix", []),
        ("A v", "PlaneVector", []),
        (r"(\sqrt2, -1)", "PlaneVector", []),
        ("(1000000, 0.123456789)", "PlaneVector", []),
        ("v", "AnyMatrix", []),
        ("v", "PlaneMatrix", ["not-a-matrix"]),
        ("A", "PlaneVector", ["not-a-matrix"]),
        ("(1, 2, 3)", "PlaneVector", ["not-a-matrix"]),
        ("(1, c)", "PlaneVector", ["not-a-matrix"]),
        ("(1, 10^{13})", "PlaneVector", ["too-large"]),
        ("(1, 10^{10^{10}})", "PlaneVector", ["not-a-matrix"]),
        (r"(1, \sqrt{-1})", "PlaneVector", ["not-a-matrix"]),
        ("v = v", "PlaneVector", ["not-a-matrix"]),
        ("b", "AnyMatrix", ["not-a-matrix"]),
        ("A + v", "AnyMatrix", ["not-a-matrix"]),
        ("q", "AnyMatrix", ["unknown-name"]),
    ],
)
def test_vectors_and_matrices(array, of, expected):
    assert rules(ArrayValue(tex=written(array), of=of)) == expected


@pytest.mark.parametrize(("array", "mend"), [("[1, 2]", "write it without quotes"), ("(1, 2, 3)", "write its entries")])
def test_a_vector_in_quotes_is_told_to_go_without(array, mend):
    value = ArrayValue(tex=written(array), of="PlaneVector")
    (fault,) = parameter_faults(value, MODEL, lambda text: read(text, MODEL), holds)
    assert fault.hint.startswith(mend)
