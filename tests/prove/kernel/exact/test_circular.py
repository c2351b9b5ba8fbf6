"""Angles are taken apart by addition theorems only."""

import pytest
from claims import ANY, WHOLE, number_of

from mathora.prove.kernel import Refused

NAMES = {"x": ANY, "y": ANY, "n": WHOLE, "k": {"kind": "integer"}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\sin(x + y)", r"\sin x \cos y + \cos x \sin y"),
        (r"\cos 2x", r"1 - 2\sin^2 x"),
        (r"\sin(-x)", r"-\sin x"),
        (r"\cos\frac{\pi}{3}", r"\frac12"),
        (r"\sin\frac{\pi}{12}", r"\frac{\sqrt6 - \sqrt2}{4}"),
        (r"\cos(\pi k)", "(-1)^k"),
        (r"\sin(\pi n)", "0"),
        (r"\sin(x + 2\pi)", r"\sin x"),
        (r"\cosh^2 x - \sinh^2 x", "1"),
        (r"\sin(\arctan x)", r"\frac{x}{\sqrt{1 + x^2}}"),
        (r"\lfloor x + 2 \rfloor", r"\lfloor x \rfloor + 2"),
        ("5!", "120"),
        ("(n + 1)!", "(n + 1) n!"),
        (r"\Gamma(\frac12)", r"\sqrt{\pi}"),
    ],
)
def test_what_the_theorems_say_is_one_number(one, other):
    assert (number_of(one, NAMES) - number_of(other, NAMES)).vanishes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\sin(x + y)", r"\sin x + \sin y"),
        (r"\cos 2x", r"2\cos x"),
        (r"\cos(-x)", r"-\cos x"),
        (r"\sin\frac{\pi}{3}", r"\frac12"),
        (r"\cos(\pi x)", "(-1)^x"),
        (r"\sin(x + \pi)", r"\sin x"),
        (r"\lfloor x + y \rfloor", r"\lfloor x \rfloor + \lfloor y \rfloor"),
        ("(n + 1)!", "n! + 1"),
    ],
)
def test_what_they_do_not_say_is_another(one, other):
    assert not (number_of(one, NAMES) - number_of(other, NAMES)).vanishes


@pytest.mark.parametrize(
    "tex", [r"\arcsin 2", r"\tan\frac{\pi}{2}", r"\operatorname{arcosh} 0", r"\Gamma(0)", r"\sin i"]
)
def test_without_a_value_it_is_refused(tex):
    with pytest.raises(Refused):
        number_of(tex, NAMES)
