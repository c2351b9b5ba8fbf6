"""A ball contains the value, and tells a sign only where it is sure."""

from fractions import Fraction

import pytest
from claims import ANY, number_of

from mathora.prove.kernel.exact.algebra import Atom
from mathora.prove.kernel.exact.numbers import ball, exact, sign_of


@pytest.mark.parametrize(
    ("tex", "sign"),
    [
        (r"\pi - 3", 1),
        (r"\sqrt{2} - 1.4143", -1),
        (r"e - 2.7183", -1),
        (r"\ln 2 - 0.69", 1),
        (r"\sin 3", 1),
        (r"\cos 3", -1),
        (r"\arctan 1 - \frac{\pi}{4} + 10^{-9}", 1),
        (r"\sqrt{2} + \sqrt{3} - \sqrt{5 + 2\sqrt{6}}", None),  # zero: no ball tells its sign
    ],
)
def test_the_sign_of_a_constant_is_told_where_balls_can(tex, sign):
    assert sign_of(number_of(tex, {})) == sign


def test_a_ball_contains_the_value_at_a_point():
    point = {Atom("variable", "x"): exact(Fraction(1, 3))}
    value = ball(number_of(r"\frac{x + 1}{x - 1}", {"x": ANY}), point)
    assert value.contains(-2)
    assert not value.contains(2)


def test_what_has_perhaps_no_value_has_no_ball():
    zero = {Atom("variable", "x"): exact(Fraction(0))}
    assert ball(number_of(r"\frac{1}{x}", {"x": ANY}), zero) is None
    assert ball(number_of("x", {"x": ANY}), {}) is None
    assert sign_of(number_of("x", {"x": ANY})) is None
