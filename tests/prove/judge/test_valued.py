"""Names that have a value where the model has the numbers; beside each false formula stands a true one."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from mathora.prove.task import Task, decided
from tests.corpus.adapter import declared

DIAGONAL = {"A": {"is": r"\begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}"}}
TURN = {"A": {"is": r"\begin{pmatrix} 0 & -1 \\ 1 & 0 \end{pmatrix}"}}
GOLDEN = {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 1 & 1 \end{pmatrix}"}}
WIDE = {"A": {"is": r"\begin{pmatrix} 3 & 4 & 0 \\ 0 & 0 & 1 \end{pmatrix}"}}
DATA = {"x_i": {"data": [1, 2, 3]}}
FOUR = {"x_i": {"data": [9, 1, 2, 3]}}
LINE = {"x_i": {"data": [3, 1, 2]}, "y_i": {"data": [6, 2, 4]}}
STEPS = {"x_0": {"is": "1"}, "x_1": {"is": "1.5"}}
PAIRS = {"y_i": {"data": [1, 2, 3]}, r"\hat y_i": {"data": [1, 2, 4]}}
ARRAYS = {"v": {"kind": "vector", "shape": (2, 1)}, "A": {"kind": "matrix", "shape": (2, 2)}}
NORMAL = {"X": {"domain": [r"X \sim \mathcal{N}(2, 9)"]}}
COUNTS = {"X": {"domain": [r"X \sim \operatorname{Bin}(10, 0.3)"]}}
ROWS = [
    (DIAGONAL, r"\lambda_1 = 7", r"\lambda_1 = 3"),
    (DIAGONAL, r"\lambda_1 = 2, \lambda_2 = 4", r"\lambda_1 = 2, \lambda_2 = 3"),
    (DIAGONAL, r"\lambda_{\max} = 2", r"\lambda_{\max} = 3"),
    (DIAGONAL, r"\lambda_{\min} = 3", r"\lambda_{\min} = 2"),
    (DIAGONAL, r"\lambda = 5", r"\lambda := 5"),
    (DIAGONAL, r"\sigma_1 = 7", r"\sigma_1 = 3"),
    (TURN, r"\lambda_1 = 1", r"\lambda_1 = i"),
    (TURN, r"\lambda_{1,2} = \pm 1", r"\lambda_{1,2} = \pm i"),
    (GOLDEN, r"\lambda_1 = \frac{3 + \sqrt 3}{2}", r"\lambda_1 = \frac{3 + \sqrt 5}{2}"),
    (WIDE, r"\sigma_1 = 7", r"\sigma_1 = 5"),
    (DATA, r"x_{\max} = 5", r"x_{\max} = 3"),
    (DATA, r"x_{\min} = 2", r"x_{\min} = 1"),
    (DATA, r"\hat\mu = 5", r"\hat\mu = 2"),
    (PAIRS, r"\text{MSE} = 5", r"\text{MSE} = \frac13"),
    (DIAGONAL, r"\rho = 7", r"\rho = 3"),
    (DIAGONAL, r"\rho = 7", r"\rho = 0.9"),
    (DATA, r"\bar x = 5", r"\bar x = 2"),
    (DATA, r"\overline{x} = 1", r"\bar y = 1"),
    (DATA, "n = 5", "n = 3"),
    (PAIRS, "N = 4", "N := 4"),
    (LINE, r"r_{xy} = 0.5", r"r_{xy} = 1"),
    (LINE, "S_{xx} = 5", "S_{xx} = 2"),
    (LINE, "S_{xy} = 5", "S_{xy} = 4"),
    (LINE, r"\hat\beta_1 = 3", r"\hat\beta_1 = 2"),
    (LINE, r"\hat\beta = 3", r"\hat\beta = 2"),
    (LINE, "x_{(1)} = 2", "x_{(1)} = 1"),
    (LINE, r"\hat\beta_0 = 7", r"\hat\beta_0 = 0"),
    (LINE, "s_{xy} = 9", "s_{xy} = 2"),
    (LINE, "r = 0.5", "r = 1"),
    (LINE, r"\hat\rho = 0.2", r"\hat\rho = 1"),
    (LINE, r"\tilde x = 3", r"\tilde x = 2"),
    (FOUR, r"\tilde x = 3", r"\tilde x = 2.5"),
    (DIAGONAL, r"\kappa = 2", r"\kappa = \frac32"),
    (DIAGONAL, r"p(\lambda) = \lambda^2 - 5\lambda + 7", r"p(\lambda) = (\lambda - 2)(\lambda - 3)"),
    (DIAGONAL, r"P(\lambda) = \lambda^2 + 1", r"P(\lambda) = -\lambda^2 + 5\lambda - 6"),
    (DIAGONAL, r"p(\lambda) = 2\lambda", "p(x) = 2x"),
    (NORMAL, r"\mu = 5", r"\mu = 2"),
    (NORMAL, r"\sigma = 9", r"\sigma = 3"),
    (COUNTS, "p = 0.5", "p = 0.3"),
    (COUNTS, "n = 5", "n = 10"),
    (ARRAYS, r"\hat v = v", r"\hat v = \frac{v}{\|v\|}"),
    (ARRAYS, "A^* = A", "A^* := A"),
]


def holds(tex, lets):
    model = read_model(declared(lets))
    return decided(Task(read(Text.written(tex), model), model)).holds


@pytest.mark.parametrize(("lets", "false", "true"), ROWS)
def test_what_has_a_value_is_no_new_name(lets, false, true):
    assert (holds(false, lets), holds(true, lets)) == (False, True)


@pytest.mark.parametrize(
    ("tex", "lets"),
    [
        (r"\lambda_1 = 7", {}),
        (r"\lambda = 0.1", WIDE),
        (r"\mu = 7", DATA),
        (r"\sigma = 7", DIAGONAL),
        ("n = 5", STEPS),
        ("n = 7", DIAGONAL),
        ("r = 7", LINE),
        ("r = 0.05", DATA),
        (r"\kappa = 0.5", DIAGONAL),
        ("r_{2x} = 3", LINE),
    ],
)
def test_other_names_are_new(tex, lets):
    assert holds(tex, lets)
