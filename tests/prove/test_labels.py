"""What a picture says of its parameters: the lesson's values are put in as trees, and the relation is proved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mathora.formula import Model, read, read_model, write_latex
from mathora.lesson import (
    Argument,
    Declaration,
    Faulty,
    ListValue,
    ModelSource,
    NameValue,
    NumberValue,
    PointValue,
    Prose,
    SceneClaim,
    Section,
    Shown,
    Text,
)
from mathora.prove.gate.displayed import Labelled
from mathora.prove.gate.labels import stated_by
from mathora.prove.task import Task, decided

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


def stated(relation: str, model: Model = MODEL, **values: str):
    entry = Labelled("s", section(**values), SceneClaim(at=next(iter(values)), relation=relation))
    return stated_by(entry, entry.text, model)


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


def test_the_variable_of_a_function_is_none_that_the_picture_holds():
    two = read_model(ModelSource(declarations=(Declaration(head=Text.written("F(a, b)"), body=Text.written("a b^2")),)))
    claim, held = SceneClaim(at="side", relation=r"side = \frac{d}{d variable} value"), []
    for name in ("", "a", "b"):
        point = PointValue(coordinates=((Text.written(name), Text.written("1")),) if name else ())
        shown = replace(
            made := section(side="1", function="F"), arguments=(*made.arguments, Argument(name="held", value=point))
        )
        entry = Labelled("s", shown, claim)
        held.append(write_latex(stated_by(entry, entry.text, two).formula.tree))
    assert [one.count("{db}") for one in held] == [0, 1, 0], held


def test_a_function_without_a_variable_is_told():
    with pytest.raises(Faulty, match="expected a function of a variable"):
        stated("side = variable", side="6", function="c")


def listed(name: str, *items: str) -> Argument:
    return Argument(name=name, value=ListValue(items=tuple(NumberValue(tex=Text.written(one)) for one in items)))


def rows_of(relation: str, *arguments: Argument) -> list[tuple[str, str]]:
    """Each row of a claim on lists: what it says, and the verdict on it."""
    claim = SceneClaim(at=arguments[0].name, relation=relation)
    lists = replace(section(), arguments=arguments)
    found = []
    for row in range(Labelled("s", lists, claim).rows):
        entry = Labelled("s", lists, claim, row)
        one = stated_by(entry, entry.text, MODEL)
        found.append((write_latex(one.formula.tree), decided(Task(one.formula, MODEL, givens=one.assumed)).kind))
    return found


def test_a_list_stands_for_each_of_its_items():
    assert rows_of(r"0 \le shares", listed("shares", "0.5", "-0.5")) == [
        (r"0 \le 0.5", "proved"),
        (r"0 \le -0.5", "refuted"),
    ]


def test_a_shorter_list_stands_for_equal_parts_of_the_longer_one():
    found = rows_of(
        r"leaves = second \cdot first",
        listed("leaves", "1", "2", "6", "8"),
        listed("first", "1", "2"),
        listed("second", "1", "2", "3", "4"),
    )
    assert [one for one, _ in found] == [
        rf"{leaf} = {b} \cdot {a}" for leaf, b, a in ((1, 1, 1), (2, 2, 1), (6, 3, 2), (8, 4, 2))
    ]


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("total(shares) = 2", ["proved"]),
        ("total(shares) = 1", ["refuted"]),
        ("total(shares by groups) = 1", ["proved", "proved"]),
        ("total(shares by groups) = 2 groups", ["proved", "refuted"]),
        ("count(shares) = 2 count(groups)", ["proved"]),
        ("count(shares) = count(groups)", ["refuted"]),
    ],
)
def test_the_sum_of_a_list_of_its_parts_and_its_length(relation, expected):
    shares, groups = listed("shares", r"\frac{1}{3}", r"\frac{2}{3}", "1.5", "-0.5"), listed("groups", "0.5", "7")
    assert [kind for _, kind in rows_of(relation, shares, groups)] == expected


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (r"\int_{least}^{greatest} value \, d variable = 9", "proved"),
        (r"\int_{least}^{greatest} value \, d variable = 1", "refuted"),
        (r"\sum_{variable=least}^{greatest} value = 14", "proved"),
        (r"value \ge 0", "proved"),
    ],
)
def test_a_claim_speaks_of_the_functions_values_on_its_whole_range(relation, expected):
    assert verdict(relation, function="V") == expected


def test_a_negative_end_is_told_without_parentheses():
    domain = (Text.written(r"-2 \le x \le 1"),)
    declared = Declaration(head=Text.written("V(x)"), body=Text.written("x"), domain=domain)
    model = read_model(ModelSource(declarations=(declared,)))
    told = stated(r"\int_{least}^{greatest} value \, d variable = 1", model, function="V")
    assert told.expected == r"\int_{-2}^1 V(x) \, dx = 1"


def test_what_a_picture_says_can_be_read_with_the_names_of_the_lesson():
    declared = (Declaration(head=Text.written("V(x)"), body=Text.written("x^2")),)
    hiding = (Declaration(head=Text.written("d(h)"), body=Text.written("h^2")), Declaration(head=Text.written("e")))
    model = read_model(ModelSource(declarations=(*declared, *hiding)))
    for relation, value in ((r"slope = \frac{d}{d variable} value", "2x"), (r"slope < e^{variable} + value", "x^2")):
        tree = stated(relation, model, slope=value, function="V").formula.tree
        assert read(Text.written(write_latex(tree)), model).tree == tree
