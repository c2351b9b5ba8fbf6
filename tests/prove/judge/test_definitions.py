"""A fresh name gets a meaning, a known one keeps it."""

import pytest
from claims import modelled
from judged import told

from mathora.formula import read
from mathora.lesson import Text
from mathora.prove.task import Task, decided


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        ("d = x + 1", "definition", "first appearance"),
        ("d := x + 1", "definition", ""),
        ("c = 3", "proved", ""),
        ("c = 4", "refuted", "ball arithmetic"),
        ("f(x) = x^2", "proved", ""),
        ("f(x) = x^3", "refuted", "ball arithmetic"),
        ("x = 3", "refuted", "ball arithmetic"),
        (r"\hat{c} = 4", "undecided", ""),
    ],
)
def test_what_is_new_is_defined_and_what_is_known_is_judged(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]


@pytest.mark.parametrize(
    ("tex", "lets", "kind"),
    [
        (r"\int_0^1 x\,dx = 1", {}, "refuted"),
        ("x^2 = -1", {"x": {}}, "refuted"),
        ("x^2 = 0", {"x": {"kind": "positive"}}, "refuted"),
        ("x^2 = -1", {"x": {"kind": "complex"}}, "definition"),
        ("x^2 = 4", {"x": {}}, "definition"),
        (r"\sum_{k=1}^3 k = 7", {}, "refuted"),
        (r"\lim_{h \to 0} \frac{\sin h}{h} = 0", {}, "refuted"),
        (r"\frac{dy}{dx} = 5", {"y": {"is": "x^2"}, "x": {}}, "refuted"),
        (r"\bar x = 5", {"x_i": {}, "x_1": {"is": "1"}, "x_2": {"is": "3"}}, "refuted"),
        (r"\bar x = 2", {"x_i": {}, "x_1": {"is": "1"}, "x_2": {"is": "3"}}, "definition"),
        (r"\int_0^1 g(x)\,dx = c", {"g(x)": {}, "c": {}}, "definition"),
        ("A^2 = -I", {"A": {"kind": "matrix", "shape": (3, 3)}}, "refuted"),
        ("A^2 = -I", {"A": {"kind": "matrix", "shape": (2, 2)}}, "definition"),
        (r"\lambda_1 = 7", {"A": {"is": r"\begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}"}}, "undecided"),
        (r"\rho = 7", {"A": {"is": r"\begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}"}}, "undecided"),
        (r"\rho = 3", {"A": {"is": r"\begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}"}}, "definition"),
        (r"\sigma^2 = 3", {"X": {"domain": [r"X \sim \mathcal{N}(2, 9)"]}, r"\sigma": {}}, "undecided"),
        (r"\sigma^2 = 9", {"X": {"domain": [r"X \sim \mathcal{N}(2, 9)"]}, r"\sigma": {}}, "definition"),
    ],
)
def test_what_the_author_calls_a_definition_is_one_of_what_is_not_known(tex, lets, kind):
    model = modelled(lets)
    assert decided(Task(read(Text.written(tex), model), model, "definition")).kind == kind
