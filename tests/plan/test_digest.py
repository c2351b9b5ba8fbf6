"""What is equal has one digest, and what is not has another."""

from dataclasses import dataclass, field
from fractions import Fraction

import pytest

from mathora.lesson import NumberValue, Text
from mathora.plan.digest import canonical, digest_of


@dataclass(frozen=True)
class Value:
    number: float
    place: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Other:
    number: float


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Text.written("x", "a.yaml"), Text.written("x", "b.yaml")),
        (Value(1, place=3), Value(1, place=4)),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ((1, 2), [1, 2]),
        (NumberValue(tex=Text.written("1", "a")), NumberValue(tex=Text.written("1", "b"))),
    ],
)
def test_what_decides_equality_alone_is_digested(one, other):
    assert digest_of(one) == digest_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Value(1), Value(2)),
        (Value(1), Other(1)),
        (1, "1"),
        (Fraction(1, 3), Fraction(1, 4)),
        (b"one", b"two"),
        ((1, (2,)), ((1, 2),)),
        ("ä", "a"),
    ],
)
def test_what_differs_has_another(one, other):
    assert digest_of(one) != digest_of(other)


def test_a_fraction_is_two_whole_numbers():
    assert canonical({"x": Fraction(1, 3)}) == {"x": [1, 3]}


def test_what_has_no_form_is_an_error():
    with pytest.raises(TypeError, match="no canonical form"):
        canonical(object())
