"""Constraints that no whole number obeys are found by trying all that there are, and no other is."""

import pytest
from claims import modelled

from mathora.formula import read
from mathora.lesson import Text
from mathora.prove.judge.tried_remainders import none_obeys

WHOLE = {"n": {"kind": "integer"}, "k": {"kind": "natural"}, "l": {"kind": "natural"}, "x": {}, "m": {"is": "5"}}


def of_none(*said):
    model = modelled(WHOLE)
    return none_obeys([read(Text.written(one), model).tree for one in said], model, lambda _: False)


@pytest.mark.parametrize(
    "said",
    [
        (r"n \equiv 1 \pmod 4", r"n \equiv 2 \pmod 4"),
        (r"n \equiv 1 \pmod 4", r"n \equiv 2 \pmod 6"),
        (r"n^2 + 1 \equiv 0 \pmod 3", r"2 \mid n"),
        (r"k \mid 6", "k < 0"),
        (r"\lceil x \rceil = 1.5",),
        ("(k + 1)! = 7",),
        (r"n \bmod 3 = 3",),
        (r"\gcd(k, l) = 4", "kl = 8"),
        (r"k \mid l", r"l \mid k", "k + l = 3"),
        ("nk = -6", "n + k = 2"),
        ("k + l^2 = 3", "k > 3"),
        ("n^2 + k = 3", "n > 1"),
        ("k + l = -2",),
    ],
)
def test_no_number_obeys_these(said):
    assert of_none(*said)


@pytest.mark.parametrize(
    "said",
    [
        (r"n \equiv 1 \pmod 4", r"n \equiv 2 \pmod 5"),
        (r"n \equiv 1 \pmod 4", r"k \equiv 2 \pmod 4"),
        (r"2^n \equiv 2 \pmod 4", r"n \equiv 0 \pmod 2"),  # no polynomial: its remainders come again otherwise
        (r"n \mid 6", "n < 0"),
        (r"m \equiv 1 \pmod 4", r"m \equiv 2 \pmod 4"),  # m has a value, which is looked at elsewhere
        ("x! = 7",),
        ("k! = 24",),
        (r"\lceil x \rceil = 2",),
        (r"\gcd(k, l) = 4", "kl = 16"),
        (r"k \mid l", r"l \mid k", "k + l = 4"),
        ("nk = -6", "n + k = 1"),
        ("nl = 0", "n > 100"),  # a product that is 0 leaves the others as they are
        ("n + l = 3", "n > 100"),  # and a sum of what may be below 0, too
        ("xk = 2", "k > 100"),
        ("mk = 10", "k = 2"),
    ],
)
def test_of_others_nothing_is_shown(said):
    assert not of_none(*said)
