"""Proofs by ε and N: from some place on; and bounds that are multiplied by what is positive, and by nothing else."""

import pytest
from judged import told

POSITIVE = {r"\varepsilon": {"kind": "positive"}, "n": {"kind": "natural"}}
REAL = {r"\varepsilon": {}, "n": {}}
ANY, EACH = r"\forall \varepsilon > 0 \; \exists N \in \mathbb{N}", r"\; \forall n \ge N : "


@pytest.mark.parametrize(
    ("tex", "false"),
    [
        (ANY + EACH + r"\left|\frac1n\right| < \varepsilon", ANY + EACH + r"\left|\frac1n - 1\right| < \varepsilon"),
        (
            r"n > \frac1\varepsilon \Rightarrow \frac1n < \varepsilon",
            r"n \ge \frac1\varepsilon \Rightarrow \frac1n < \varepsilon",
        ),
        (r"\frac1n < \varepsilon \iff n > \frac1\varepsilon", r"\frac1n < \varepsilon \iff n \ge \frac1\varepsilon"),
        (
            r"\forall n \ge \lceil 1 / \varepsilon \rceil : \frac1n \le \varepsilon",
            r"\forall n \ge \lfloor 1 / \varepsilon \rfloor : \frac1n \le \varepsilon",
        ),
        (
            r"\forall n \ge \lceil 1 / \varepsilon \rceil : \frac1n \le \varepsilon",
            r"\forall n \ge \lceil 1 / \varepsilon \rceil : \frac1n < \varepsilon",
        ),
    ],
)
def test_what_holds_from_some_place_on_is_proved_and_its_false_neighbour_is_not(tex, false):
    lets = POSITIVE | ({"n": {"domain": (r"n \ge 1",), "kind": "natural"}} if r"\iff" in tex else {})
    assert told(tex, lets)[0] == "proved"
    assert told(false, lets)[0] != "proved"


@pytest.mark.parametrize(
    "tex",
    [
        r"n > \frac1\varepsilon \Rightarrow \frac1n < \varepsilon",
        r"\forall n > \frac1\varepsilon : n \varepsilon > 1",
        r"\forall n \ge \lceil 1 / \varepsilon \rceil : \frac1n \le \varepsilon",
        r"n > \frac{-1}{\varepsilon} \Rightarrow \frac1n < \varepsilon",
    ],
)
def test_nothing_is_multiplied_by_what_may_be_negative(tex):
    assert told(tex, REAL)[0] == "refuted"


def test_a_name_that_stands_for_a_number_in_a_bound_keeps_its_domain():
    said = r"\forall x > a : \frac1x < \frac1a"
    assert told(said, {"x": {}, "a": {"kind": "positive"}})[0] == "proved"
    assert told(said, {"x": {}, "a": {}})[0] == "refuted"
    assert told(r"\forall k > 3 : k > 5", {"k": {"is": "7"}})[0] == "refuted"
