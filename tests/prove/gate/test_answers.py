"""An answer is put into its question's claim as one thing; the right one is proved there, each wrong one refuted."""

import pytest
from gated import faults, lesson, maths, proved, question, text, words

from mathora.formula import read, read_model, write_latex
from mathora.lesson import Declaration, ModelSource, Option, Text
from mathora.prove.gate.answers import answered, option_fault
from mathora.prove.verdict import Verdict


def test_the_right_option_is_proved_and_the_wrong_one_refuted():
    found = proved(lesson(arguments=(question("6 w_2", "3 w_2"),)))
    assert [one.verdict.kind for one in found.receipts if one.role == "option"] == ["proved", "mistake"]


@pytest.mark.parametrize(
    ("correct", "wrong", "rule"), [("5 w_2", "3 w_2", "option-false"), ("6 w_2", "w_2 \\cdot 6", "option-true")]
)
def test_a_quiz_with_a_wrong_key_is_caught(correct, wrong, rule):
    assert [fault.rule for fault in faults(lesson(arguments=(question(correct, wrong),)))] == [rule]


@pytest.mark.parametrize(
    "claim", [r"w_1 \answer = 3 \answer", r"\answer^2 = 4", r"2 \cdot \answer = w_1 + \answer", r"-\answer = 1"]
)
@pytest.mark.parametrize("answer", ["2 w_1", "w_1", "1 - 2 w_1", "-3", "3", r"\frac{1}{2}", "w_1^2", r"\sin(w_1)"])
def test_a_claim_with_its_answer_is_read_as_it_is_meant(claim, answer):
    model = read_model(ModelSource(declarations=(Declaration(head=Text.written("w_1")),)))
    whole = answered(read(Text.written(claim), model, placeholder=True).tree, read(Text.written(answer), model).tree)
    assert read(Text.written(write_latex(whole)), model).tree == whole


def test_an_answer_is_put_in_as_one_thing():
    proved(lesson(arguments=(question("1 - 2 w_1", "1 + 2 w_1", r"2 \cdot \answer = 2 - 4 w_1"),)))


@pytest.mark.parametrize(
    ("correct", "kind", "rule"),
    [
        (True, "proved", None),
        (True, "refuted", "option-false"),
        (True, "definition", "option-false"),  # it is no proof
        (True, "undecided", "option-undecided"),
        (False, "refuted", None),
        (False, "proved", "option-true"),
        (False, "definition", "option-true"),
        (False, "undecided", "option-undecided"),
    ],
)
def test_only_a_proof_makes_an_option_right_and_only_a_refutation_wrong(correct, kind, rule):
    option = Option(text=maths("3"), correct=correct, answer=text("3"), why=words("Because."))
    fault = option_fault(option, text("3"), Verdict(kind, reason="so it is"))
    assert (fault.rule if fault else None) == rule
