r"""What a notation is by itself is not given otherwise; what may be assumed of it is."""

import pytest

from tests.prove.test_what_courses_write import verdict

EVENTS, RANDOM = ({key: {"kind": kind} for key in keys} for kind, keys in (("event", "AB"), ("random", "XY")))
MATRICES = {key: {"kind": "matrix", "shape": (2, 2)} for key in "AB"}
WHOLE = {"n": {"kind": "natural", "domain": r"n \ge 1"}, "k": {"kind": "natural"}}
FIELD = {"f(x, y)": {}}
OTHERWISE = [
    (r"\binom{n}{k} = \frac{n!}{k!}", WHOLE),
    (r"\Gamma(n) = n!", WHOLE),
    (r"\operatorname{erf}(x) = \frac{1}{\sqrt{\pi}} \int_0^x e^{-t^2}\,dt", {}),
    (r"\log_a x = \frac{\ln a}{\ln x}", {"a": {"domain": "a > 1"}, "x": {"domain": "x > 1"}}),
    (r"\|u\|_1 = \sqrt{u_1^2 + u_2^2}", {"u": {"kind": "vector", "shape": (2, 1)}}),
    (r"\det(AB) = \det A + \det B", MATRICES),
    (r"\operatorname{Cov}(X, Y) = \mathbb{E}[XY] + \mathbb{E}[X] \mathbb{E}[Y]", RANDOM),
    (r"\operatorname{Var}(X) = \mathbb{E}[X^2] + \mathbb{E}[X]^2", RANDOM),
    (r"P(A \mid B) = \frac{P(A \cap B)}{P(A)}", EVENTS),
    (r"f'(x) = \lim_{h \to 0} \frac{f(x + h) - f(h)}{h}", {"f(x)": {}}),
    (r"\nabla f = 3", FIELD),
]
ASSUMED = [
    (r"\operatorname{Var}(X) = \mathbb{E}[X]", RANDOM),
    (r"\operatorname{Cov}(X, Y) = \mathbb{E}[XY] - \mathbb{E}[X] \mathbb{E}[Y]", RANDOM),
    (r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)", RANDOM),
    (r"P(A \cap B) = P(A) P(B)", EVENTS),
    (r"P(A \mid B) = P(A)", EVENTS),
    (r"P(A \mid B) = \frac{P(A \cap B)}{P(B)}", EVENTS),
    (r"\det A = 1", MATRICES),
    (r"\sin x = \cos x", {}),
    (r"f'(x) = 2f(x)", {"f(x)": {}}),
    (r"\nabla f = (1, 2)", FIELD),
]


@pytest.mark.parametrize(("tex", "lets"), OTHERWISE, ids=range(len(OTHERWISE)))
def test_a_notation_is_not_given_otherwise(tex, lets):
    assert verdict(tex, lets, role="given").kind == "refuted"


@pytest.mark.parametrize(("tex", "lets"), ASSUMED, ids=range(len(ASSUMED)))
def test_what_may_hold_is_assumed(tex, lets):
    assert verdict(tex, lets, role="given").kind == "given"


@pytest.mark.parametrize("tex", ["P(A) + P(\\overline{A}) = 0.9", "P(A) + P(B) = 2.1"])
def test_what_names_nothing_new_is_no_definition_of_what_cannot_be(tex):
    assert verdict(tex, EVENTS, role="definition").kind == "refuted"
