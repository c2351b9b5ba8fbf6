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
INDICES = {"i": NATURAL["n"], "j": NATURAL["n"]}
SHARES = INDICES | {"s_i": {"is": r"\frac{e^{z_i}}{\sum_{k=1}^{3} e^{z_k}}"}, "z": {"kind": "vector", "shape": (3, 1)}}
PLANE = {r"\mathbf{u}": {"is": "(1, 0)"}, r"\mathbf{v}": {"is": "(2, 3)"}}
SPACE = {key: {"kind": "vector", "shape": (3, 1)} for key in PLANE}
CROSSED = {"u": {"is": "(1, 2, 3)"}, "v": {"is": "(4, 5, 6)"}}
DATA = {"x_i": {}} | {f"x_{at}": {"is": str(at)} for at in (1, 2)} | {"x_3": {"is": "4"}}
AXES = r"\mathbf{i} & \mathbf{j} & \mathbf{k}"
NEWTON = {
    r"f(\mathbf{x})": {"is": "x_1^2 + x_2^2"},
    r"\mathbf{x}": {"is": "(x_1, x_2)"},
    "x_1": {},
    "x_2": {},
    "H": {"is": r"\begin{pmatrix} 2 & 0 \\ 0 & 2 \end{pmatrix}"},
    r"\mathbf{x}_k": {"kind": "vector", "shape": (2, 1)},
}
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
    # of two indices, each may be any; Kronecker's delta says whether they are the same
    ("proved", r"\frac{\partial s_i}{\partial z_j} = s_i(\delta_{ij} - s_j)", SHARES),
    ("refuted", r"\frac{\partial s_i}{\partial z_j} = s_i(\delta_{ij} + s_j)", SHARES),
    ("refuted", r"\frac{\partial s_i}{\partial z_j} = -s_i s_j", SHARES),
    ("refuted", r"\frac{\partial s_i}{\partial z_j} = s_i(1 - s_j)", SHARES),
    ("refuted", r"\prod_{k=1}^3 (z_j - z_k) = 0", {"z_j": {}, "j": NATURAL["n"] | {"domain": "j > 3"}}),
    ("proved", r"\prod_{k=1}^3 (z_j - z_k) = 0", {"z_j": {}, "j": NATURAL["n"] | {"domain": r"1 \le j \le 3"}}),
    ("proved", r"\delta_{12} + \delta_{22} = 1", {}),
    ("refuted", r"\delta_{12} + \delta_{22} = 2", {}),
    ("refuted", r"1 = \delta_{12}", {}),
    ("refuted", r"\delta_{ij} = 1 - \delta_{ij}", {}),
    ("refuted", r"\delta_{ii} = 0", {}),
    ("refuted", r"\delta_{ij} = 1", {"i": {"is": "1"}, "j": {"is": "2"}}),
    ("refuted", r"\delta_{ij} = 1 + \delta_{ij}", NATURAL),
    ("undecided", r"\delta_{ij} = \begin{cases} 1 & i = i \\ 0 & \text{else} \end{cases}", NATURAL),
    ("refuted", r"0 = \delta_{12}", {r"\delta": {}, r"\delta_{12}": {}}),
    ("proved", r"A_{ij} = \delta_{ij}", {"A": {"is": r"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}"}}),
    ("refuted", r"A_{ij} = \delta_{ij}", {"A": {"is": r"\begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}"}}),
    # projections, and the axes of a cross product
    ("proved", r"\operatorname{proj}_{\mathbf{u}} \mathbf{v} = (2, 0)", PLANE),
    ("refuted", r"\operatorname{proj}_{\mathbf{v}} \mathbf{u} = (2, 0)", PLANE),
    ("proved", r"(\mathbf{v} - \operatorname{proj}_{\mathbf{u}} \mathbf{v}) \cdot \mathbf{u} = 0", SPACE),
    ("refuted", r"\operatorname{proj}_{\mathbf{u}} \mathbf{v} = (\mathbf{u} \cdot \mathbf{v}) \mathbf{u}", SPACE),
    ("refuted", r"\operatorname{proj}_{\mathbf{w}} \mathbf{u} = (0, 0)", PLANE | {r"\mathbf{w}": {"is": "(0, 0)"}}),
    ("proved", rf"u \times v = \begin{{vmatrix}} {AXES} \\ 1 & 2 & 3 \\ 4 & 5 & 6 \end{{vmatrix}}", CROSSED),
    ("refuted", rf"u \times v = \begin{{vmatrix}} {AXES} \\ 4 & 5 & 6 \\ 1 & 2 & 3 \end{{vmatrix}}", CROSSED),
    # a sum without ends is over the data
    ("proved", r"\sum_i x_i = 7", DATA),
    ("refuted", r"\sum_i x_i = 6", DATA),
    ("refuted", r"\sum_i x_i y_i = 5", DATA | {"y_i": {}, "y_1": {"is": "1"}, "y_2": {"is": "2"}}),
    ("refuted", r"\sum_i x_i = 3", {"x_i": {}, "x_1": {"is": "1"}, "x_2": {"is": "2"}, "x_4": {"is": "4"}}),
    # a variable of a function that is not declared, and the best places of two extrema
    ("undecided", r"z = w x + b", {"s(z)": {"is": "z^2"}, "w": {}, "x": {}, "b": {}}),
    ("refuted", r"z = 3", {"s(z)": {"is": "z^2"}}),
    ("proved", r"\min_x (x^2 - 4x + 7) = 3, \quad \operatorname*{arg\,min}_x (x^2 - 4x + 7) = 2", {}),
    ("refuted", r"\min_x (x^2 - 4x + 7) = 4, \quad \operatorname*{arg\,min}_x (x^2 - 4x + 7) = 2", {}),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why
