"""A certificate is made by the rules, and holds only for what they make anew."""

import dataclasses
from fractions import Fraction

import pytest
from claims import ANY, claim

from mathora.prove.kernel import Refused, attest, holds
from mathora.prove.kernel.attesting import Exhausted
from mathora.prove.kernel.signs.facts import MOST_IN_ALL, Facts


def test_a_condition_is_part_of_the_certificate():
    assert len(attest(claim(r"\frac{x^2 - 1}{x - 1} = x + 1", {"x": ANY})).conditions) == 1
    assert attest(claim("x + 1 = 1 + x", {"x": ANY})).conditions == ()


def test_a_certificate_serves_for_no_other_formula_model_or_tolerance():
    asked = claim("f(2) = 4", {"f(x)": {"is": "x^2"}})
    certificate = attest(asked)
    for other in (
        claim("f(2) = 4", {"f(x)": {"is": "2x"}}),
        claim("f(2) = 5 - 1", {"f(x)": {"is": "x^2"}}),
        claim("f(2) = 4", {"f(x)": {"is": "x^2"}}, tol=Fraction(1)),
    ):
        with pytest.raises(Refused):
            holds(other, certificate)


def test_a_certificate_that_says_something_else_is_refused():
    asked = claim("x + 1 = 1 + x", {"x": ANY})
    other = dataclasses.replace(attest(asked), rules=("signs",))
    with pytest.raises(Refused, match="does not say what the rules give"):
        holds(asked, other)


def test_a_slope_along_the_real_line_proves_nothing_of_complex_numbers():
    with pytest.raises(Refused, match="along the real line"):
        attest(claim(r"\frac{d}{dz} \bar z = 1", {"z": {"kind": "complex"}}))


def test_a_proof_that_asked_for_too_many_signs_says_so():
    false = claim("x^2 > x + y", {"x": ANY, "y": ANY})
    with pytest.raises(Exhausted):
        attest(false, facts=Facts(asking=[0, 0, MOST_IN_ALL + 1]))
