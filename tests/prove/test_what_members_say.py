"""Derivatives by one of the numbers that a sum runs over; beside each true formula stands a false one."""

import pytest

from tests.prove.test_what_courses_write import verdict

NATURAL = {"n": {"kind": "natural"}}
ERROR = NATURAL | {"L": {"is": r"\frac1n \sum_{i=1}^n (y_i - \hat{y}_i)^2"}}
LINE = NATURAL | {"E": {"is": r"\sum_{i=1}^n w_i x_i - y"}}
WITH_DECAY = {"L": {"is": r"\sum_{i=1}^3 w_i x_i + c R"}, "R": {"is": r"\sum_{i=1}^3 w_i^2"}, "c": {}}
SHIFTED = {"f(u)": {"is": r"u + \sum_{k=1}^3 z_k"}}
TWO_DEEP = {"s": {"is": r"\sum_{k=1}^3 z_k"}, "L": {"is": "s^2"}}
ENTROPY = {"L": {"is": r"-\sum_{i=1}^3 y_i \ln p_i"}}
ROWS = [
    ("proved", r"\frac{\partial}{\partial x_i} \sum_{k=1}^{n} x_k^2 = 2x_i", NATURAL),
    ("refuted", r"\frac{\partial}{\partial x_i} \sum_{k=1}^{n} x_k^2 = 3x_i", NATURAL),
    ("proved", r"\frac{\partial}{\partial w_j} \sum_{i=1}^{n} w_i x_i = x_j", NATURAL),
    ("refuted", r"\frac{\partial}{\partial w_j} \sum_{i=1}^{n} w_i x_i = w_j", NATURAL),
    ("proved", r"\frac{\partial}{\partial w_j} E^2 = 2x_j E", LINE),
    ("refuted", r"\frac{\partial}{\partial w_j} E^2 = 2E", LINE),
    ("proved", r"\frac{\partial}{\partial z_j} \ln \sum_{k=1}^{3} e^{z_k} = \frac{e^{z_j}}{\sum_{k=1}^3 e^{z_k}}", {}),
    ("refuted", r"\frac{\partial}{\partial z_j} \ln \sum_{k=1}^{3} e^{z_k} = \frac{1}{\sum_{k=1}^3 e^{z_k}}", {}),
    ("proved", r"\frac{\partial}{\partial x_i} \sum_{k=1}^{n} x_k x_i = x_i + \sum_{k=1}^n x_k", NATURAL),
    ("refuted", r"\frac{\partial}{\partial x_i} \sum_{k=1}^{n} x_k x_i = 2x_i", NATURAL),
    ("proved", r"\frac{\partial L}{\partial \hat{y}_j} = -\frac{2}{n}(y_j - \hat{y}_j)", ERROR),
    ("refuted", r"\frac{\partial L}{\partial \hat{y}_j} = \frac{2}{n}(y_j - \hat{y}_j)", ERROR),
    ("proved", r"\frac{\partial L}{\partial p_j} = -\frac{y_j}{p_j}", ENTROPY),
    ("refuted", r"\frac{\partial L}{\partial p_j} = \frac{y_j}{p_j}", ENTROPY),
    # a number is one of those that the index is, or not
    ("proved", r"\frac{\partial}{\partial x_2} \sum_{k=1}^{3} x_k^2 = 2x_2", {}),
    ("refuted", r"\frac{\partial}{\partial x_5} \sum_{k=1}^{3} x_k^2 = 2x_5", {}),
    # nothing is said of which members are the same
    ("undecided", r"\frac{\partial}{\partial x_i} \sum_{k=1}^{n} x_k^2 = 2x_k", NATURAL),
    ("undecided", r"\frac{\partial}{\partial x_i} \sum_{k=1}^{n-1} x_k x_{k+1} = x_{i+1}", NATURAL),
    # what depends on the member by the model's names is written out first; what hides it leaves all open
    ("proved", r"\frac{\partial L}{\partial w_j} = x_j + 2 c w_j", WITH_DECAY),
    ("refuted", r"\frac{\partial L}{\partial w_j} = x_j", WITH_DECAY),
    ("refuted", r"\frac{\partial}{\partial z_j} (L + \sum_{k=1}^3 z_k) = 1", TWO_DEEP),
    (
        "refuted",
        r"\frac{\partial}{\partial z_j} (f(2) + \sum_{k=1}^3 z_k) = 1",
        {"f(u)": {"is": r"u + \sum_{k=1}^3 z_k"}},
    ),
    ("undecided", r"\frac{\partial}{\partial x_j} \frac{\partial}{\partial x_k} \sum_{i=1}^n x_i^2 = 0", NATURAL),
    # of an index of which more is said, it is not taken that it is one of the sum's
    ("refuted", r"\frac{\partial}{\partial w_j} \sum_{i=1}^3 w_i = 1", {"j": {"is": "4"}}),
    ("undecided", r"\frac{\partial}{\partial w_j} \sum_{i=1}^3 w_i = 1 \text{ for } j > 3", {}),
    ("refuted", r"\sum_{j=1}^3 \frac{\partial}{\partial w_j} \sum_{i=1}^2 w_i = 3", {}),
    ("refuted", r"\frac{\partial}{\partial x_{1.5}} \sum_{i=1}^3 x_i = 1", {}),
    ("undecided", r"\frac{\partial}{\partial z_j} \sum_{i=1}^3 e^{z_1} = 0", {}),
    ("undecided", r"\frac{\partial}{\partial z_j} (z_1 + z_2) = 0", {}),
    ("undecided", r"\frac{\partial S}{\partial z_j} = 0", {"S": {"is": "z_1^2 + z_2^2"}, "z_1": {}, "z_2": {}}),
    ("proved", r"\frac{\partial}{\partial z_3} (z_1 + z_2) = 0", {}),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why
