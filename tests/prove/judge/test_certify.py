"""A proof that the kernel does not follow is none."""

import pytest
from claims import claim
from judged import told

from mathora.prove.judge.certify import certificate_of, certified
from mathora.prove.kernel import holds
from mathora.prove.verdict import Verdict


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        ("x + x = 2x", "proved", ""),
        (r"\sum_{k=1}^n k = \frac{n(n+1)}{2}", "proved", ""),
        (r"\max_{0 \le x \le 3} x(3 - x) = \frac94", "proved", ""),
    ],
)
def test_what_is_proved_has_a_certificate(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]


@pytest.mark.parametrize(
    ("tex", "hinted"), [("x + x = 2x", False), (r"\exists x : x^2 = 2", True), (r"\int_0^1 x e^x \, dx = 1", True)]
)
def test_hints_are_what_the_rules_could_not_find(tex, hinted):
    asked = claim(tex, {"x": {}})
    certificate = certificate_of(asked)
    holds(asked, certificate)
    assert bool(certificate.hints) is hinted


def test_what_is_false_has_none():
    assert certificate_of(claim("x + x = x", {"x": {}})) is None


def test_a_proof_without_one_is_undecided():
    asked = claim("x^2 = x", {"x": {}})
    assert certified(asked, Verdict("proved", method="by mistake")).kind == "undecided"
