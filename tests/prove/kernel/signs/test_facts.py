"""A sign is shown wherever the facts hold, or is not shown."""

import pytest
from claims import ANY, POSITIVE, WHOLE, facts_of, number_of

NAMES = {"x": ANY, "y": ANY, "r": POSITIVE, "n": WHOLE, "f(o)": ANY}


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        ("x - 1", ("x > 2",)),
        (r"\pi - 3", ()),
        ("x(1 - x)(x^2 + y^2 + 1)", ("0 < x < 1",)),
        ("x + e^x", ("x > 0",)),
        ("x^2 + xy + y^2 + 1", ()),
        (r"2 - \sin x", ()),
        (r"\sin x", ("0 < x < 3",)),
        ("y", ("y > x", "x > 0")),
        ("r + n", ()),
    ],
)
def test_what_holds_everywhere_is_shown(tex, said):
    assert facts_of(NAMES, *said).shows(number_of(tex, NAMES), ">")


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        ("x - 3", ("x > 2",)),
        ("x^2", ()),
        ("x^2 - xy", ()),
        (r"1 - \sin x", ()),
        (r"\sin x", ("0 < x < 4",)),
        ("y", ("y > x",)),
        ("n", ()),
        ("|x|", ()),
    ],
)
def test_what_fails_somewhere_is_not(tex, said):
    assert not facts_of(NAMES, *said).shows(number_of(tex, NAMES), ">")


def test_a_size_is_resolved_only_where_a_sign_is_shown():
    size = number_of("|x|", NAMES)
    assert facts_of(NAMES, "x > 0").resolved(size) == number_of("x", NAMES)
    assert facts_of(NAMES, "x < 0").resolved(size) == number_of("-x", NAMES)
    assert facts_of(NAMES).resolved(size) == size


def test_whole_is_what_is_made_of_whole_numbers():
    facts = facts_of(NAMES)
    assert facts.is_whole(number_of("2n^2 - n", NAMES))
    assert not facts.is_whole(number_of(r"\frac{n}{2}", NAMES))
    assert not facts.is_whole(number_of("x", NAMES))
