"""What is said of the value of a measure agrees with all that is known of chance."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from mathora.prove.task import Task, decided
from tests.corpus.adapter import with_free_names
from tests.prove.test_what_courses_write import source

NAMES = {
    **{name: {"kind": "random"} for name in "XYZ"},
    **{name: {"kind": "event"} for name in "AB"},
    "U": {"kind": "random", "domain": r"U \le 2"},
    "V": {"kind": "random", "domain": r"V \ge 0"},
    "W": {"kind": "random", "domain": r"-1 \le W \le 3"},
    "J(t)": {},
    "K(t)": {},
    "h(x)": {},
    "x": {},
    "t": {},
    "k": {"kind": "natural"},
    "m": {"kind": "natural", "domain": r"1 \le m \le 6"},
}
COIN = ("P(X = 0) = 0.5", "P(X = 1) = 0.5")
JOINT = ("P(X = 0, Y = 1) = 0.1", "P(X = 1, Y = 1) = 0.3", "P(X = 0, Y = 0) = 0.4", "P(X = 1, Y = 0) = 0.2")
FALSE = [
    (r"\operatorname{Var}(X) = \mathbb{E}[X^2] - 0.5^2 = 0.35", *COIN),
    (r"\operatorname{Var}(X) = \mathbb{E}[X^2] - 1", *COIN),
    (r"\mathbb{E}[X] = 0.9", *COIN),
    (r"\operatorname{Var}(X) = 0.9", *COIN),
    ("P(X > 0) = 0.6", *COIN),
    (r"\mathbb{E}[X \mid Y = 1] = 0.9", *JOINT),
    (r"\operatorname{Cov}(X, Y) = 0.5", *JOINT),
    (r"\mathbb{E}[X] = 0.7", "P(X = 0) = 0.5", "P(X = 1) = 0.7"),
    ("H(X) = -1",),
    (r"I(X; Y \mid Z) = -1",),
    (r"H(X \mid Y) = 2", "H(X) = 1"),
    (r"H(X \mid Y) = 2, \quad H(X) = 1",),
    ("I(X; Y) = 3", "H(X) = 1"),
    ("H(X, Y) = 5", "H(X) = 1", "H(Y) = 2"),
    (r"\operatorname{SD}(X) = 2, \; \operatorname{Var}(X) = 5",),
    (r"\mathbb{E}[U] = 5",),
    (r"\operatorname{Var}(W) = 4.1",),
    (r"\operatorname{SD}(W) = 2.1",),
    (r"\mathbb{E}[V] = -1",),
    (r"\mathbb{E}[U \mid A] = 9",),
    (r"\mathbb{E}[|X|] = -1",),
    (r"\mathbb{E}[|X|] = 1", r"\mathbb{E}[X] = 2"),
    (r"P(V \ge 3) = 0.8", r"\mathbb{E}[V] = 1"),
    (r"P(|X - 1| \ge 3) = 0.8", r"\mathbb{E}[X] = 1", r"\operatorname{Var}(X) = 1"),
    ("J(2) = 5", "J(t) = t^2"),
    ("J'(t) = 0", "J(t) = 0"),
    ("J(2) = 2", "J(t) = t"),
    ("J(1) = 1", "J(t) = t^2", "t > 3"),
    ("J(2) = 4", "J(t) = t^2", "J(t) = t^3"),
    ("J'(t) = K'(t)", "J(t) = K(t)"),
    ("P(X = k) = 0.5",),
    (r"P(X = k) = \frac{1}{k + 1}",),
]
OPEN = [
    (r"\mathbb{E}[X] = 0.3", "P(X = 0) = 0.5", "P(X = 1) = 0.3"),
    ("P(X = 1) = 0.4", "P(X = 0) = 0.5"),
    (r"H(X \mid Y) = 1", "H(X) = 1"),
    ("I(X; Y) = 1", "H(X) = 1", "H(Y) = 2"),
    (r"\mathbb{E}[U] = 1",),
    (r"\operatorname{Var}(W) = 4",),
    (r"\operatorname{SD}(W) = 2",),
    (r"\operatorname{Var}(V) = 50",),
    (r"P(X = k) = \left(\frac12\right)^{k+1}",),
    (r"P(X = m) = \frac16",),
    (r"\mathbb{E}[|X|] = 3", r"\mathbb{E}[X] = 2"),
    (r"P(V \ge 3) = 0.3", r"\mathbb{E}[V] = 1"),
]
TRUE = [
    (r"\operatorname{Var}(X) = \mathbb{E}[X^2] - 0.5^2 = 0.25", *COIN),
    (r"\mathbb{E}[X] = 0.5", *COIN),
    ("J(2) = 4", "J(t) = t^2"),
    ("J(K(2)) = 9", "J(t) = t^2", "K(t) = t + 1"),
    (r"P(A \mid B) \approx 0.161", "P(A) = 0.01", r"P(B \mid A) = 0.95", r"P(B \mid A^c) = 0.05"),
]


def kind(tex, *givens):
    model = read_model(with_free_names(Text.written(" ; ".join((tex, *givens))), source(NAMES)))
    assumed = tuple(read(Text.written(one), model).tree for one in givens)
    return decided(Task(read(Text.written(tex), model), model, givens=assumed)).kind


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in FALSE])
def test_what_cannot_be_is_no_value(tex, givens):
    assert kind(tex, *givens) in {"refuted", "undecided"}


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in OPEN])
def test_what_may_be_is_said(tex, givens):
    assert kind(tex, *givens) == "definition"


@pytest.mark.parametrize(("tex", "givens"), [(tex, givens) for tex, *givens in TRUE])
def test_what_follows_is_proved(tex, givens):
    assert kind(tex, *givens) == "proved"


def test_a_function_that_refutes_obeys_what_is_assumed():
    assert kind("h'(3) = 5", "h(h(x)) = x") != "refuted"


def test_the_size_of_a_quantity_has_no_negative_mean():
    assert kind(r"\mathbb{E}[|X|] \ge 0") != "refuted"
