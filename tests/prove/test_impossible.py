"""What follows from chances that nothing can have is not proved; the same from chances that may be is."""

import pytest

from tests.prove.test_what_courses_write import verdict


@pytest.mark.parametrize(
    ("impossible", "possible"),
    [
        (
            r"P(A) = 0.2, P(B) = 0.3, P(A \cap B) = 0.25 \Rightarrow P(A \cup B) = 0.25",
            r"P(A) = 0.2, P(B) = 0.3, P(A \cap B) = 0.15 \Rightarrow P(A \cup B) = 0.35",
        ),
        (
            r"P(A) = 0.8, P(B) = 0.7, P(A \cap B) = 0.1 \Rightarrow P(A \cup B) = 1.4",
            r"P(A) = 0.8, P(B) = 0.7, P(A \cap B) = 0.5 \Rightarrow P(A \cup B) = 1",
        ),
        (
            r"P(A) = 0.2, P(A \cap B) = 0.3, P(C) = 0.5 \Rightarrow P(A \cap \overline{B}) = -0.1",
            r"P(A) = 0.4, P(A \cap B) = 0.3, P(C) = 0.5 \Rightarrow P(A \cap \overline{B}) = 0.1",
        ),
        (
            r"\mathbb{E}[X^2] = 1, \mathbb{E}[X] = 2 \Rightarrow \operatorname{Var}(X) = -3",
            r"\mathbb{E}[X^2] = 5, \mathbb{E}[X] = 2 \Rightarrow \operatorname{Var}(X) = 1",
        ),
        (r"P(A) = -0.5 \Rightarrow P(A^c) = 1.5", r"P(A) = 0.5 \Rightarrow P(A^c) = 0.5"),
        (
            r"P(A) = 0.5, P(B \mid A) = 1.2 \Rightarrow P(A \cap B) = 0.6",
            r"P(A) = 0.5, P(B \mid A) = 0.2 \Rightarrow P(A \cap B) = 0.1",
        ),
        (
            r"\operatorname{Var}(X) = -1 \Rightarrow \operatorname{Var}(2X) = -4",
            r"\operatorname{Var}(X) = 1 \Rightarrow \operatorname{Var}(2X) = 4",
        ),
    ],
)
def test_nothing_is_proved_from_chances_that_cannot_be(impossible, possible):
    told = verdict(impossible, {})
    assert (told.kind, told.why) == ("undecided", "the premises contradict each other: no probabilities are such")
    assert verdict(possible, {}).kind == "proved"
