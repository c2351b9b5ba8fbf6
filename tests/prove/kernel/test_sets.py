"""Sets are compared element by element."""

import pytest
from claims import ANY, WHOLE, refusal, rules_of

NAMES = {"n": WHOLE, "x": ANY, "y": ANY, "j": {"kind": "integer"}}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        (r"2 \in \{1, 2\}", "elements"),
        (r"\{1, 2\} = \{2, 1\}", "elements"),
        (r"\{1\} \subset \{1, 2\}", "elements"),
        (r"\frac12 \notin \mathbb{Z}", "elements"),
        (r"\sqrt{2} \notin \mathbb{Q}", "elements"),
        (r"\mathbb{N} \subset \mathbb{Z}", "elements"),
        (r"n \in \mathbb{Z}", "elements"),
        (r"\pi \in (3, 4)", "elements"),
        (r"\{1, 2\} \times \{3\} = \{(1, 3), (2, 3)\}", "elements"),
    ],
)
def test_each_element_is_in_the_other_set(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        (r"3 \in \{1, 2\}", "an element that is not shown to be in the other set"),
        (r"\{1, 2\} = \{1\}", "an element that is not shown to be in the other set"),
        (r"\{1, 2\} \subset \{1, 2\}", "an inclusion that may be no proper one"),
        (r"\{1, x\} \subset \{1, x, y\}", "an inclusion that may be no proper one"),
        (r"\sqrt{4} \notin \mathbb{Q}", "it is not shown to be outside"),
        (r"x \notin \mathbb{Q}", "it is not shown to be outside"),
        (r"\mathbb{Z} \subset \mathbb{N}", "these sets do not lie so"),
        (r"x \in \mathbb{Z}", "it is not shown to be whole"),
        (r"j \in \mathbb{N}", "it is not shown to be natural"),
        (r"\pi \in (4, 5)", "it is not shown to be in the interval"),
    ],
)
def test_an_element_that_may_be_outside_is_refused(tex, why):
    assert refusal(tex, NAMES) == why
