"""An angle within one turn, a half or a quarter is one point of the circle, with all of its solutions or none."""

import pytest
from judged import told
from sample_models import declaring, tree_of

from mathora.formula.unfolding.one_turn import within_one_turn
from mathora.lesson import Text

HALF = r"\cos x = \frac12 \iff x = \frac\pi3"


def in_turns(tex, *domain, **more):
    model = declaring({"x": {"domain": tuple(map(Text.written, domain)), **more}, "y": {}, "f(x)": {}})
    return within_one_turn(tree_of(tex, model), model)


def verdict(tex, domain):
    return told(tex, {"x": {"domain": (domain,)}})[0]


@pytest.mark.parametrize(
    ("tex", "domain", "wider"),
    [
        (HALF, r"0 \le x \le \pi", r"-\pi < x \le \pi"),
        (HALF, r"x \in (0, \pi)", r"x \in [0, 2\pi)"),
        (r"\tan x = 1 \iff x = \frac\pi4", r"-\frac\pi2 < x < \frac\pi2", r"0 \le x < 2\pi"),
        (r"\sin x = \cos x \iff x = \frac\pi4", r"0 \le x \le \frac\pi2", r"0 \le x < 2\pi"),
        (r"\sin x = -\frac12 \iff x = \frac{7\pi}{6}", r"\pi \le x \le \frac{3\pi}{2}", r"\pi \le x \le 2\pi"),
        (r"\sin x \cos x = 0 \iff x = 0", r"0 \le x < \frac\pi2", r"0 \le x \le \frac\pi2"),
        (r"\frac{1}{\cos x} = 2 \iff x = \frac\pi3", r"0 \le x < \frac\pi2", r"0 \le x < 2\pi"),
        (r"\cos x = \frac12 \iff x = 60^\circ", r"0^\circ \le x \le 180^\circ", r"0^\circ \le x < 360^\circ"),
        (r"\cos x = \frac{1}{\sqrt2} \Rightarrow x = \frac\pi4", r"0 \le x \le \pi", r"-\pi \le x < \pi"),
    ],
)
def test_the_only_solution_of_an_interval_is_one_of_several_in_a_wider_one(tex, domain, wider):
    assert (verdict(tex, domain), verdict(tex, wider)) == ("proved", "refuted")


@pytest.mark.parametrize(
    "tex",
    [
        r"\cos x = \cos x \iff x = \frac\pi3",
        r"\cos^2 x = \frac14 \iff x = \frac\pi3",
        r"\cos x = 0 \text{ or } \sin x = 0 \Rightarrow x = 0",
        r"\cos x > \frac12 \iff x = 0",
        r"\cos x \ne 1 \Rightarrow x = \pi",
        r"\sin x = 0 \iff x = \pi",  # and 0
        r"\cos x = \frac12 \Rightarrow x = \frac\pi6",
    ],
)
def test_a_solution_that_is_left_out_refutes_it(tex):
    assert verdict(tex, r"0 \le x \le \pi") == "refuted"


def test_a_factor_that_may_be_zero_says_nothing_of_the_angle():
    lets = {"x": {"domain": (r"0 \le x \le \pi",)}, "a": {}}
    assert told(r"a \cos x = 0 \Rightarrow x = \frac\pi2", lets)[0] == "refuted"
    lets["a"] = {"kind": "positive"}
    assert told(r"a \cos x = 0 \Rightarrow x = \frac\pi2", lets)[0] == "proved"


@pytest.mark.parametrize(
    "domain",
    [
        r"-\pi \le x \le \pi",  # a whole turn with both ends: one point of the circle is two angles
        r"-\pi < x < \pi",
        r"0 < x \le \pi",  # a half with one end
        r"0 \le x \le 3",
        r"0 \le x \le \frac{3\pi}{2}",
        r"\frac\pi4 \le x \le \frac{5\pi}{4}",  # a half, and not of whole quarters
        r"\pi \le x \le 0",
        "x > 0",
        r"x \in \mathbb{R}",
    ],
)
def test_an_interval_whose_points_signs_do_not_tell_is_left(domain):
    assert in_turns(HALF, r"0 \le x \le \pi") is not None
    assert in_turns(HALF, domain) is None


@pytest.mark.parametrize(
    "tex",
    [
        r"\cos x = \frac12 \Leftarrow x = \frac\pi3",
        r"\cos x = \frac12 \iff x = -\frac\pi3",  # outside of the interval
        r"\cos x = \frac12 \iff x = \frac\pi3 + y",
        r"\cos x = \frac12 \iff x > 1",
        r"\cos 2x = \frac12 \iff x = \frac\pi6",
        r"\cos x = x \iff x = \frac\pi3",
        r"\cos x = f(x) \iff x = \frac\pi3",
        r"\cos x = \frac12, \sin x > 0 \iff x = \frac\pi3",
        r"\cos x = \frac12, 0 \le x \le 1 \iff x = \frac\pi3",  # a second bound
        r"\cos x = \cos y \iff x = 0",  # a second angle
        r"x = \frac12 \iff x = \frac\pi3",
    ],
)
def test_what_speaks_of_more_than_one_point_is_left(tex):
    assert in_turns(tex, r"0 \le x \le \pi") is None


@pytest.mark.parametrize("more", [{"kind": "integer"}, {"kind": "positive"}, {"body": Text.written("1")}])
def test_a_letter_that_is_not_any_real_number_is_left(more):
    assert in_turns(HALF, r"0 \le x \le \pi", **more) is None


def test_the_bound_may_stand_beside_the_claim():
    for tex in (rf"0 \le x \le \pi, {HALF}", rf"{HALF}, \quad 0 \le x \le \pi"):
        assert in_turns(tex) is not None
        assert told(tex, {"x": {}})[0] == "proved"
    assert told(rf"0 \le x \le 2\pi, {HALF}", {"x": {}})[0] == "refuted"
    assert told(rf"\forall x \in \mathbb{{R}} : {HALF}", {"x": {"domain": (r"0 \le x \le \pi",)}})[0] == "refuted"
