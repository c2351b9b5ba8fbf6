"""A question has one right option, and a claim where its options are formulas."""

import pytest
from written import told, value

from mathora.script.questions import confusion, question

FORMAL = r"""
ask: What is the slope?
claim: \answer = 2
options:
  - {text: $2$, correct: true, why: so}
  - {text: $3$, why: not so}
"""
WORDS = """
ask: Which one?
options:
  - {text: the left, correct: true, why: so}
  - {text: the right, why: not so}
"""


def test_an_option_that_is_one_formula_is_its_own_answer():
    read = value(question, FORMAL)
    assert [(one.answer.value, one.correct) for one in read.options] == [("2", True), ("3", False)]
    assert read.claim.value == r"\answer = 2"


def test_a_question_in_words_has_no_claim_and_no_answers():
    read = value(question, WORDS)
    assert read.claim is None
    assert [one.answer for one in read.options] == [None, None]


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        (WORDS.replace("correct: true, ", ""), "one-correct-option"),
        (WORDS.replace("the right,", "the right, correct: true,"), "one-correct-option"),
        (WORDS.replace("the right", "the left"), "same-option"),
        (WORDS.replace("the right", "$3$"), "claim-missing"),
        (FORMAL.replace("$3$", "three"), "answer-missing"),
        (FORMAL.replace(r"\answer", "x"), "no-answer-in-claim"),
        (WORDS.replace("the right", "right " * 40), "long-title"),
    ],
)
def test_what_a_question_lacks_is_told(source, rule):
    assert [one.partition(":")[0] for one in told(question, source)] == [rule]


def test_a_confusion_has_a_myth_and_a_fact_and_perhaps_their_formulas():
    read = value(confusion, "{myth: it grows, fact: it falls, wrong: 'x > 1', right: 'x < 1'}")
    assert (read.wrong.role, read.right.role) == ("mistake", "claim")
    assert value(confusion, "{myth: it grows, fact: it falls}").wrong is None
    assert len(told(confusion, "{wrong: 'x > 1'}")) == 2
