"""A statement is judged link by link, each by a rule."""

import pytest
from claims import ANY, refusal, rules_of

NAMES = {"x": ANY, "c": {"is": "3"}, "d": {"domain": ["0 < d < 1"]}}


@pytest.mark.parametrize(
    ("tex", "rules"),
    [
        ("x + 1 = 1 + x = x + 1", "normal form; normal form"),
        ("0 < d < 1", "signs; signs"),
        (r"\pi \approx 3.14", "numbers"),
        ("c = 3", "normal form"),
    ],
)
def test_every_link_names_its_rule(tex, rules):
    assert "; ".join(rules_of(tex, NAMES)) == rules


@pytest.mark.parametrize(
    ("tex", "why"),
    [
        ("x + 1 = 1 + x = x", "the sides have different normal forms"),
        ("0 < d < d", "the order of these numbers is another one"),
        (r"\pi \approx 3.15", "the value is not rounded so"),
        (r"x \approx 3", "the value is not rounded so"),
        (r"\pi = 3.14", "the sides have different normal forms"),
    ],
)
def test_one_false_link_refuses_the_whole(tex, why):
    assert refusal(tex, NAMES) == why
