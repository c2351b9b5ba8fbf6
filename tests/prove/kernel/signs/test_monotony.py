"""A function is least where it falls before and rises behind."""

import pytest
from claims import ANY, POSITIVE, WHOLE, facts_of, number_of

from mathora.prove.kernel.signs.monotony import falls_and_rises

NAMES = {"x": ANY, "y": ANY, "r": POSITIVE, "n": WHOLE, "f(o)": ANY}


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"x - 1 - \ln x", ("x > 0",)),
        ("e^x - 1 - x", ()),
        (r"x - \sin x", ("x \\ge 0",)),
        (r"x - \arctan x", ("x \\ge 0",)),
    ],
)
def test_it_is_not_negative_where_its_least_value_is_not(tex, said):
    assert falls_and_rises(facts_of(NAMES, *said), number_of(tex, NAMES), strictly=False)


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"x - 2 - \ln x", ("x > 0",)),
        ("e^x - 2 - x", ()),
        (r"x - \sin x", ()),
        (r"\sin x", ()),
        (r"\ln x - x", ("x > 0",)),
        ("e^x - 1 - y", ()),
    ],
)
def test_below_zero_turning_without_end_or_of_two_letters_nothing_is_shown(tex, said):
    assert not falls_and_rises(facts_of(NAMES, *said), number_of(tex, NAMES), strictly=False)
