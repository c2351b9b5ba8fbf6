"""A lesson goes through the gate whole, or all of its faults come out; each check catches a planted one."""

import pickle
from dataclasses import replace

import pytest
from gated import MODEL, claim, faults, lesson, maths, number, proved, question, text, words

from mathora.lesson import (
    Argument,
    Confusion,
    Declaration,
    ModelSource,
    NameValue,
    Option,
    Prose,
    Question,
    Step,
    TermCue,
)
from mathora.prove import Proven


def test_known_probabilities_that_contradict_each_other_are_one_fault_of_the_model():
    heads = ("P(D)", text("0.5")), ("P(T)", text("1.7"))
    known = (Declaration(head=text("D"), kind="event"), Declaration(head=text("T"), kind="event"))
    known += tuple(Declaration(head=text(head), body=body) for head, body in heads)
    given = replace(lesson(claim("P(D) = 0.4"), claim("P(T) = 0.2")), model=ModelSource(declarations=known))
    (fault,) = faults(given)
    assert (fault.rule, fault.length) == ("contradiction", len("1.7"))
    apart = replace(lesson(claim("P(D) = 0.4"), claim("1 = 2")), model=given.model)
    assert [one.rule for one in faults(apart)] == ["contradiction", "formula-false"]


def pointing(tex, *show):
    return lesson(*show, say=Prose(text=text(tex), pieces=(), pointed=(TermCue(tex=text(tex), piece=0, offset=0),)))


@pytest.mark.parametrize("tex", ["w_1^2", "3w_2^2", "L(w_1, w_2)", "w_2"])
def test_a_narration_points_at_a_part_of_a_formula_that_is_shown(tex):
    given = proved(pointing(tex, claim("L(w_1, w_2) = w_1^2 + 3 w_2^2")))
    assert [receipt.tex for receipt in given.receipts if receipt.role == "prose"] == []


def test_a_narration_that_points_at_what_is_not_there_is_told():
    (fault,) = faults(pointing("w_1^3", claim("L(w_1, w_2) = w_1^2 + 3 w_2^2")))
    assert (fault.rule, fault.length) == ("points-at-nothing", len("w_1^3"))


def test_a_narration_cannot_point_at_what_comes_with_a_later_step():
    given = pointing("w_1^2")
    (section,) = given.sections
    (first,) = section.steps
    later = Step(id="b", action=text("go"), say=words("Said."), show=(claim("L(w_1, w_2) = w_1^2 + 3 w_2^2"),))
    both = replace(given, sections=(replace(section, steps=(first, later)),))
    assert [fault.rule for fault in faults(both)] == ["points-at-nothing"]


def test_a_function_that_is_called_p_may_be_negative():
    declared = ModelSource(declarations=(Declaration(head=text("P(x)"), body=text("-x^2 - 1")),))
    assert proved(replace(lesson(claim("P(0) = -1")), model=declared))


def test_what_a_wrong_answer_says_defines_nothing():
    options = Question(
        ask=words("Which?"),
        options=(
            Option(text=maths("k = 2"), correct=False, why=words("No.")),
            Option(text=maths("k = 3"), correct=True, why=words("Yes.")),
        ),
    )
    assert proved(lesson(arguments=(Argument(name="questions", value=options),)))


def test_a_formula_is_judged_again_when_a_function_of_the_model_has_got_its_formula():
    said = lesson(claim("H_0: J(2) = 3"), claim("J(t) = t^2"), claim("H_0: J(2) = 3"))
    given = replace(said, model=ModelSource(declarations=(Declaration(head=text("J(t)")),)))
    assert [one.rule for one in faults(given)] == ["formula-false"]


def test_a_true_lesson_has_a_receipt_for_each_formula():
    found = proved(lesson(claim(r"\frac{\partial L}{\partial w_1} = 2 w_1"), say=maths(r"\nabla L")))
    assert [(one.address, one.role, one.verdict.kind) for one in found.receipts] == [
        ("one/a", "prose", "notation"),
        ("one/a", "claim", "proved"),
    ]
    assert found.formula(text(r"\nabla L")).tree is not None
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes


def test_a_false_formula_is_told_as_the_author_needs_it():
    (fault,) = faults(lesson(claim(r"\frac{\partial L}{\partial w_1} = 3 w_1")))
    assert str(fault.place) == "scripts/x.yaml:12:9"
    assert fault.message == "formula is false: at w_1 = 1, w_2 = 0 the left side is 2, the right side 3"
    assert fault.rule == "formula-false"


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        (lesson(claim("1 + 1 = 3")), "formula-false"),
        (lesson(claim(r"\pi \approx \frac{22}{7}")), "formula-undecided"),
        (lesson(claim(r"\nabla L = (2 w_1, \dots)")), "formula-schematic"),
        (lesson(claim("1 + 1 = 2", role="mistake")), "mistake-true"),
        (lesson(claim(r"\nabla L", role="mistake")), "mistake-unclear"),
        (lesson(claim(r"\pi \approx \frac{22}{7}", role="mistake")), "mistake-undecided"),
        (lesson(say=maths("1 = 2")), "formula-false"),
        (lesson(title=maths("1 = 2")), "formula-false"),
        (lesson(say=number("9.9", "V(0.35)")), "number-false"),
        (lesson(say=number("15", "V(1)")), "number-false"),
        (lesson(say=number("16.1", "V(1)")), "number-false"),
        (lesson(say=number("0.96", "1")), "number-false"),
        (lesson(say=number("5.9%", "0.06")), "number-false"),
        (lesson(claim("y = x_9 + 1")), "unknown-name"),
    ],
)
def test_each_kind_of_fault_is_caught(given, rule):
    assert [fault.rule for fault in faults(given)] == [rule]


@pytest.mark.parametrize(
    "given",
    [
        lesson(claim(r"\pi \approx \frac{22}{7}", waive="Archimedes' bound, shown as history")),
        lesson(claim(r"\pi \approx \frac{22}{7}", tol="0.01")),
        lesson(claim(r"\nabla L = (2 w_1, \dots)", role="schematic")),
        lesson(claim("1 + 1 = 3", role="mistake")),
        lesson(claim("a^2 + b^2 = c^2", role="given"), claim("c^2 - a^2 = b^2")),
        lesson(claim("m = 3"), claim("m + 1 = 4")),
        lesson(say=number("9.8", "V(0.35)")),
        lesson(say=number("16", "V(1)")),
    ],
)
def test_what_an_author_may_say(given):
    assert isinstance(proved(given), Proven)


def test_a_waiver_is_shown_in_the_receipt_and_does_not_cover_what_is_false():
    (receipt,) = proved(lesson(claim(r"\pi \approx \frac{22}{7}", waive="history"))).receipts
    assert (receipt.verdict.kind, receipt.verdict.waived) == ("undecided", "history")
    assert faults(lesson(claim("1 = 2", waive="history")))[0].rule == "formula-false"


def test_a_constraint_holds_only_from_where_it_is_given():
    (told,) = faults(lesson(claim("c^2 - a^2 = b^2"), claim("a^2 + b^2 = c^2", role="given")))
    assert told.rule == "formula-undecided"
    assert "role: given" in told.message


def test_a_second_and_different_definition_is_false():
    assert faults(lesson(claim("m = 3"), claim("m = 4")))[0].rule == "formula-false"


def test_all_faults_come_together():
    found = faults(lesson(claim("1 = 2"), claim("2 = 3"), say=number("9.9", "V(0.35)")))
    assert [fault.rule for fault in found] == ["formula-false", "formula-false", "number-false"]


def test_a_myth_must_be_false_and_its_fact_true():
    def confusion(wrong, right):
        value = Confusion(myth=words("No."), fact=words("Yes."), wrong=claim(wrong), right=claim(right))
        return lesson(arguments=(Argument(name="confusions", value=value),))

    proved(confusion("1 = 2", "1 = 1"))
    assert [fault.rule for fault in faults(confusion("1 = 1", "1 = 2"))] == ["formula-false", "mistake-true"]


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        ("t", "(-6 w_2, 2 w_1)", "a vector"),
        ("t", r"\nabla L", "a vector"),
        ("t(x)", "(x, x^2)", "a vector"),
        ("t", r"\{1, 2\}", "a set"),
        ("t(x)", None, "the model defines no function t"),
        ("t(x)", r"\frac{1}{x - x}", "divided by zero"),
        ("t(x)", r"\int_0^x e^{-s^2} \, ds", "no value that can be computed"),
    ],
)
def test_a_scene_takes_no_function_that_it_could_not_draw(head, body, reason):
    (fault,) = faults(with_function(head, body))
    assert (fault.rule, fault.length) == ("not-a-function", len(body or head))
    assert reason in fault.message


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("t(x)", "x^2"),
        ("t", "w_1 + w_2"),
        ("t(x)", r"\ln x"),
        ("t", r"\nabla L \cdot (1, 0)"),
        ("t(x)", r"\frac{1}{x}"),
    ],
)
def test_a_scene_takes_a_function_that_has_numbers(head, body):
    assert proved(with_function(head, body))


def with_function(head, body):
    declared = Declaration(head=text(head), body=body and text(body))
    taken = Argument(name="function", value=NameValue(tex=text("t"), of="function"))
    model = ModelSource(declarations=(*MODEL.declarations, declared))
    return replace(lesson(arguments=(taken,)), model=model)


def test_an_option_that_is_a_condition_is_claimed_in_the_question_alone():
    asked = lesson(arguments=(question("c = 2", "c = 4", r"c^2 = 4 \iff \answer"),))
    assert [one.verdict.kind for one in proved(asked).receipts if one.role == "option"] == ["proved", "mistake"]
    wrong = lesson(arguments=(question("c = 4", "c = 2", r"c^2 = 4 \iff \answer"),))
    assert [one.rule for one in faults(wrong)] == ["option-false", "option-true"]
