"""A verdict is looked at again before it is believed."""

import pytest
from claims import claim
from judged import told

from mathora.prove.judge.second_look import links_of, looked_at_again
from mathora.prove.verdict import Verdict


@pytest.mark.parametrize(
    ("tex", "kind", "said"), [("x + x = 2x", "proved", ""), ("x > x - 1", "proved", ""), ("x^2 > x", "refuted", "")]
)
def test_it_is_the_same_by_another_way(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]


def test_a_verdict_that_a_point_contradicts_is_not_believed():
    asked = claim("x^2 = x", {"x": {}})
    assert looked_at_again(asked, Verdict("proved", method="by mistake")).kind != "proved"


@pytest.mark.parametrize(("kind", "verdict"), [("real", "refuted"), ("natural", "proved")])
def test_a_rule_that_does_not_hold_at_a_witness_does_not_contradict_it(kind, verdict):
    assert told(r"\binom{m}{m} = 1", {"m": {"kind": kind}})[0] == verdict


def test_links_are_those_of_a_chain():
    chain = claim("1 < x < 2", {"x": {}}).node
    assert [sign for _, sign, _ in links_of(chain)] == ["<", "<"]
