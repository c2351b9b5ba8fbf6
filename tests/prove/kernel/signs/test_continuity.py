"""A number is continuous where each of its parts is."""

import pytest
from claims import ANY, POSITIVE, WHOLE, facts_of, number_of

from mathora.prove.kernel.signs.continuity import is_continuous

NAMES = {"x": ANY, "y": ANY, "r": POSITIVE, "n": WHOLE, "f(o)": ANY}


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        ("x^2", ()),
        (r"\sin x", ()),
        ("e^x", ()),
        ("|x|", ()),
        (r"\sqrt{x}", ("x > 0",)),
        (r"\frac{1}{x}", ("x > 0",)),
        (r"\ln x", ("x > 0",)),
        (r"\arcsin x", ("-1 < x < 1",)),
        ("f(x)", ()),
    ],
)
def test_each_part_has_a_value_and_does_not_jump(tex, said):
    assert is_continuous(number_of(tex, NAMES), facts_of(NAMES, *said))


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\frac{1}{x}", ()),
        (r"\frac{1}{x - 1}", ("x > 0",)),
        (r"\ln x", ()),
        (r"\lfloor x \rfloor", ()),
        (r"\arcsin x", ()),
    ],
)
def test_a_pole_a_jump_or_what_is_not_known_is_not_continuous(tex, said):
    assert not is_continuous(number_of(tex, NAMES), facts_of(NAMES, *said))
