"""Solutions that come again after every turn, whole numbers after every step: all of them are told, or it is false."""

import pytest

from tests.prove.test_what_courses_write import verdict
from tests.rows import long

WHOLE = {"x": {}, "k": {"kind": "integer"}, "n": {"kind": "integer"}}
NATURAL = {"x": {}, "k": {"kind": "natural"}, "n": {"kind": "natural"}}
PAIRS = [
    (r"\sin x = 0 \iff x = k\pi", r"\sin x = 0 \iff x = 2k\pi"),
    (r"\sin x = 0 \iff \exists k \in \mathbb{Z} : x = k\pi", r"\sin x = 0 \iff x = \frac{k\pi}{2}"),
    (
        r"\sin x = \frac12 \iff x = \frac\pi6 + 2k\pi \text{ or } x = \frac{5\pi}{6} + 2k\pi, \quad k \in \mathbb{Z}",
        r"\sin x = \frac12 \iff x = \frac\pi6 + 2k\pi, \quad k \in \mathbb{Z}",
    ),
    (
        r"\sin x = \frac12 \implies x = 30^\circ + k \cdot 360^\circ \text{ or } x = 150^\circ + k \cdot 360^\circ",
        r"\sin x = \frac12 \implies x = 30^\circ + k \cdot 180^\circ",
    ),
    (r"\cos x = \frac12 \iff x = \pm\frac\pi3 + 2\pi k", r"\cos x = \frac12 \iff x = \pm\frac\pi6 + 2\pi k"),
    (r"\cos x = -1 \iff x = (2k + 1)\pi", r"\cos x = 0 \iff x = (2k + 1)\pi"),
    (r"\tan x = 2 \iff x = \arctan 2 + k\pi", r"\tan x = 2 \iff x = \arctan 2 + 2k\pi"),
    (r"\cot x = 0 \iff x = \frac\pi2 + k\pi", r"\cot x = 0 \iff x = \frac\pi2 + 2k\pi"),
    (r"\sec x = 2 \iff x = \pm\frac\pi3 + 2k\pi", r"\sec x = 2 \iff x = \frac\pi3 + 2k\pi"),
    (r"\csc x = 1 \iff x = \frac\pi2 + 2k\pi", r"\csc x = 1 \iff x = \frac\pi2 + k\pi"),
    (r"\sin 2x = 1 \iff x = \frac\pi4 + k\pi", r"\sin 2x = 1 \iff x = \frac\pi2 + k\pi"),
    (r"\sin(x + 1) = 0 \iff x = k\pi - 1", r"\sin(x + 1) = 0 \iff x = k\pi + 1"),
    (r"\sin x = \cos x \iff x = \frac\pi4 + k\pi", r"\sin x = \cos x \iff x = \frac\pi4 + 2k\pi"),
    (
        r"2\sin^2 x = \sin x \iff x = k\pi \text{ or } x = \frac\pi6 + 2k\pi \text{ or } x = \frac{5\pi}{6} + 2k\pi",
        r"2\sin^2 x = \sin x \iff x = k\pi \text{ or } x = \frac\pi6 + 2k\pi",
    ),
    (r"2\sin^2 x = 1 \iff x = \frac\pi4 + \frac{k\pi}{2}", r"2\sin^2 x = 1 \iff x = \frac\pi4 + k\pi"),
    (r"n \text{ is even} \iff n = 2k", r"n \text{ is even} \iff n = 4k"),
    (r"n \text{ is odd} \iff n = 2k - 1", r"n \text{ is odd} \implies n = 4k + 1"),
]


@pytest.mark.parametrize(("right", "wrong"), PAIRS)
def test_all_solutions_are_told_and_no_others(right, wrong):
    assert (verdict(right, WHOLE).kind, verdict(wrong, WHOLE).kind) == ("proved", "refuted")


def test_of_natural_numbers_too():
    assert verdict(r"n \text{ is odd} \iff n = 2k + 1", NATURAL).kind == "proved"
    assert verdict(r"n \text{ is even} \iff n = 4k", NATURAL).kind == "refuted"


@pytest.mark.parametrize(
    ("tex", "lets"),
    [
        (r"\sin x = 0 \iff x = k\pi", NATURAL),  # half of them
        (r"\sin x = 0 \iff x = k\pi", WHOLE | {"x": {"domain": r"0 \le x \le 10"}}),  # more than that
        (r"\sin x = x \iff x = k\pi", WHOLE),
        (r"\sin x = 0 \implies x = 4k\pi", WHOLE),
        (r"n \text{ is odd} \iff n = 2k - 1", NATURAL),  # of 0, too
        (r"\sin x = 0 \iff x = (k^3 - 3k^2 + 3k)\pi", WHOLE),  # as k at 0, 1 and 2 alone
        (r"\sin x = 0 \implies x = k\pi + k\pi(\pi - 1)(\pi - 2)", WHOLE),  # as k\pi, were \pi 1 or 2
        long(r"n \text{ is even} \implies n = k(k - 1)(k - 2) + 2k", WHOLE),  # the same
        (r"\sin x = 0 \implies x = k\pi \text{ for all } k \in \mathbb{Z}", {"x": {}}),  # of one alone
        (r"n \text{ is odd} \implies n^2 = 8k + 1", WHOLE),  # there is one, and not for each k
        (r"\sin x = 0 \iff x = (-1)^k \pi", WHOLE),
        (r"\sin(0x) = 0 \iff 0x = 2k\pi", WHOLE),  # an angle that turns nowhere
    ],
)
def test_what_is_said_of_other_numbers_is_not_proved(tex, lets):
    assert verdict(tex, lets).kind == "undecided"


def test_what_holds_of_each_whole_number_is_none_of_these():
    assert verdict(r"x > 1 \implies x^k > 1", WHOLE).kind == "refuted"
    assert verdict(r"\sin x = 0 \iff x = k\pi", {"x": {}, "k": {"is": "3"}}).kind == "refuted"
    assert verdict(r"x > 0 \implies x = kx", WHOLE).kind == "refuted"
    of_positive = WHOLE | {"k": {"kind": "integer", "domain": "k > 0"}}
    assert verdict(r"\sin x = 0 \iff x = k\pi", of_positive).kind == "refuted"
