"""What a picture says of its parameters: the lesson's values are put in as trees, and the relation is proved."""

from __future__ import annotations

import pytest

from mathora.formula import read_model, write_latex
from mathora.lesson import (
    Argument,
    Declaration,
    Faulty,
    ModelSource,
    NameValue,
    NumberValue,
    Prose,
    SceneClaim,
    Section,
    Shown,
    Text,
)
from mathora.prove.gate.displayed import Labelled
from mathora.prove.gate.labels import stated_by
from mathora.prove.work.task import Task, decided

MODEL = read_model(
    ModelSource(
        declarations=(
            Declaration(head=Text.written("V(x)"), body=Text.written("x^2"), domain=(Text.written(r"0 \le x \le 3"),)),
            Declaration(head=Text.written("W"), body=Text.written("u^2 + 1")),
            Declaration(head=Text.written("u")),
            Declaration(head=Text.written("c"), body=Text.written("3")),
        )
    )
)


def section(**values: str) -> Section:
    def value(name: str, tex: str):
        if name == "function":
            return NameValue(tex=Text.written(tex), of="function")
        return Shown(tex=Text.written(tex)) if name == "side" else NumberValue(tex=Text.written(tex))

    title = Prose(text=Text.written("T"), pieces=())
    arguments = tuple(Argument(name=name, value=value(name, tex)) for name, tex in values.items())
    return Section(id="s", title=title, scene=Text.written("S"), arguments=arguments, steps=())


def stated(relation: str, **values: str):
    entry = Labelled("s", section(**values), SceneClaim(at=next(iter(values)), relation=relation))
    return stated_by(entry, entry.text, MODEL)


def verdict(relation: str, **values: str) -> str:
    found = stated(relation, **values)
    return decided(Task(found.formula, MODEL, givens=found.assumed)).kind


@pytest.mark.parametrize(
    ("relation", "values", "expected"),
    [
        ("side = sheet - 2 variable", {"side": "6 - 2x", "sheet": "6", "function": "V"}, "proved"),
        ("side = sheet - 2 variable", {"side": "7 - x", "sheet": "6", "function": "V"}, "refuted"),
        ("side = sheet - 2 variable", {"side": "s = 6 - 2x", "sheet": "6", "function": "V"}, "proved"),
        ("side = sheet - 2 variable", {"side": "6 - 2u", "sheet": "6", "function": "W"}, "proved"),
        ("side = 2 sheet", {"side": "6", "sheet": "2 + 1"}, "proved"),
        (r"0 \le variable \le sheet / 2", {"function": "V", "sheet": "6"}, "proved"),
        (r"0 \le variable \le sheet / 2", {"function": "V", "sheet": "5"}, "refuted"),
        (r"0 \le variable", {"function": "W"}, "refuted"),
    ],
)
def test_a_claim_is_proved_with_the_values_of_the_lesson(relation, values, expected):
    assert verdict(relation, **values) == expected


def test_a_sum_that_is_put_into_a_product_stays_whole():
    assert write_latex(stated("side = 2 sheet", side="6", sheet="2 + 1").formula.tree) == "6 = 2(2 + 1)"


def test_what_is_expected_is_the_relation_with_the_parameters_own_name():
    found = stated("side = sheet - 2 variable", side="7 - x", sheet="6", function="V")
    assert found.expected == "side = 6 - 2x"


@pytest.mark.parametrize("missing", ["side", "sheet", "function"])
def test_a_claim_with_a_parameter_that_is_left_out_says_nothing(missing):
    values = {"side": "6 - 2x", "sheet": "6", "function": "V"}
    given = {name: value for name, value in values.items() if name != missing}
    claim = SceneClaim(at="side", relation="side = sheet - 2 variable")
    assert Labelled("s", section(**given), claim).text is None


def test_a_function_without_a_variable_is_told():
    with pytest.raises(Faulty, match="expected a function of a variable"):
        stated("side = variable", side="6", function="c")
