"""A certificate is plain data, tied to its claim by a digest; each hint is asked for."""

import dataclasses
import json
from fractions import Fraction

import pytest
from claims import ANY, claim

from mathora.prove.kernel import Certificate, Refused, attest
from mathora.prove.kernel.certificate import HintBook, claim_digest, hint, sealed


@pytest.mark.parametrize("content", [{}, [], "proved", {"claim": "x"}, {"claim": 1, "rules": []}])
def test_what_is_no_certificate_is_refused(content):
    with pytest.raises(Refused):
        Certificate.from_json(content)


def test_a_certificate_is_the_same_in_json():
    good = attest(claim("x + 1 = 1 + x", {"x": ANY}))
    assert Certificate.from_json(json.loads(json.dumps(dataclasses.asdict(good)))) == good
    with pytest.raises(Refused):
        Certificate.from_json({**dataclasses.asdict(good), "more": ""})


def test_the_seal_is_a_digest_of_all_else():
    good = attest(claim("x + 1 = 1 + x", {"x": ANY}))
    assert sealed(good) == good
    assert sealed(dataclasses.replace(good, rules=("signs",))).seal != good.seal


def test_the_digest_tells_formula_model_and_tolerance_apart():
    claims = [
        claim("f(2) = 4", {"f(x)": {"is": "x^2"}}),
        claim("f(2) = 5", {"f(x)": {"is": "x^2"}}),
        claim("f(2) = 4", {"f(x)": {"is": "2x"}}),
        claim("f(2) = 4", {"f(x)": {"is": "x^2"}}, tol=Fraction(1)),
    ]
    assert len({claim_digest(one) for one in claims}) == len(claims)


def test_hints_are_told_apart_asked_for_and_readable():
    asked = claim("x = 2", {"x": ANY})
    part = asked.node.operands[0]
    book = HintBook((hint(part, "2"),))
    with pytest.raises(Refused, match="no rule asked for"):
        book.close()
    assert book.value(part, asked.model) == asked.node.operands[1]
    book.close()
    with pytest.raises(Refused, match="missing"):
        book.value(asked.node, asked.model)
    with pytest.raises(Refused, match="told apart"):
        HintBook((hint(part, "2"), hint(part, "3")))
    with pytest.raises(Refused, match="cannot be read"):
        HintBook((hint(part, "2 +"),)).value(part, asked.model)
