"""A probability is what the outcomes of its event have of all; known ones are put in, and none is below zero."""

import pytest
from meant import conditions, meaning, value

from mathora.formula.meaning.scope import Undefined, Untranslatable

EVENTS = {key: {"kind": "event"} for key in "ABC"}
KNOWN = EVENTS | {"P(A)": "0.4", "P(B)": "0.5"}


@pytest.mark.parametrize(
    ("tex", "same", "other"),
    [
        (r"P(A \cup B)", r"P(A) + P(B) - P(A \cap B)", "P(A) + P(B)"),
        (r"P(A \mid B)", r"\frac{P(A \cap B)}{P(B)}", r"P(B \mid A)"),
        (r"P(\overline{A})", "1 - P(A)", "P(A)"),
        (r"P(A \setminus B)", r"P(A) - P(A \cap B)", "P(A) - P(B)"),
        (r"P(A, B)", r"P(A \cap B)", r"P(A \cup B)"),
        (r"P(A \mid A)", "1", "P(A)"),
        (r"P(A \mid B) + P(\overline{A} \mid B)", "1", r"P(A \mid B) + P(A \mid \overline{B})"),
        (r"P(A \cap B \cap C)", r"P(A) P(B \mid A) P(C \mid A \cap B)", r"P(A) P(B \mid A) P(C \mid B)"),
    ],
)
def test_it_counts_outcomes(tex, same, other):
    def apart(one):
        return meaning(f"{tex} - ({one})", EVENTS).expression.simplify()

    assert (apart(same) == 0, apart(other) == 0) == (True, False)


def test_a_condition_has_to_be_possible_and_says_so_in_its_own_words():
    found = meaning(r"P(A \mid B)", EVENTS)
    assert [found.texts[one] for one in found.conditions] == ["P(B) > 0"]
    with pytest.raises(Undefined, match="B has probability 0"):
        value(r"P(A \mid B)", EVENTS | {"P(B)": "0"})


@pytest.mark.parametrize(
    ("tex", "known", "found"),
    [
        ("P(A) + P(B)", {"P(A)": "0.4", "P(B)": "0.5"}, "9/10"),
        (r"P(A \cup B)", {"P(A)": "0.4", "P(B)": "0.5", r"P(A \cap B)": "0.2"}, "7/10"),
        (r"P(B \cap A)", {"P(A)": "0.4", r"P(B \mid A)": "0.5"}, "1/5"),
    ],
)
def test_what_is_known_is_put_in(tex, known, found):
    assert str(meaning(tex, EVENTS | known).expression.simplify()) == found


def test_what_is_not_known_may_be_anything_that_a_probability_can():
    found = meaning(r"P(A \cap B)", KNOWN)
    assert list(found.symbols) == [r"P(A \cap B)"]
    assert [str(one) for one in found.domain] == [
        r"(2 - 5*P(A \cap B))/5 >= 0",  # of A alone
        r"(1 - 2*P(A \cap B))/2 >= 0",
    ]


@pytest.mark.parametrize("more", [{"P(A)": "1.2"}, {"P(A)": "0.4", r"P(A \cap B)": "0.5"}])
def test_known_probabilities_that_contradict_each_other_mean_nothing(more):
    with pytest.raises(Undefined, match="contradict each other"):
        value("P(A)", EVENTS | more)


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\sum_{k=1}^{3} P(X = k)", "runs over many events"),
        ("P(A ; B)", "as an event"),
        (" + ".join(f"P({key})" for key in "ABCDEFG"), "more than 6 events"),
    ],
)
def test_what_is_no_one_event_of_a_few_is_refused(tex, said):
    lets = {key: {"kind": "event"} for key in "ABCDEFG"} | {"X": {"kind": "random"}}
    with pytest.raises(Untranslatable, match=said):
        value(tex, lets)


def test_certain_and_impossible_conditions_are_none():
    assert conditions("P(A)", KNOWN) == []
