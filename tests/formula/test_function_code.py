"""The two computers of a function agree with SymPy, and refuse what has no number."""

import json
import math
import subprocess
import warnings

import numpy as np
import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st
from playwright._impl._driver import compute_driver_executable

from mathora.formula.meaning.code import computable, derivative, javascript_function, numpy_function
from mathora.formula.meaning.model_function import UncomputableError

X, Y = sympy.symbols("x y", real=True)

K, J = sympy.symbols("k j", integer=True)

COMPUTED = [
    X * (6 - 2 * X) ** 2,
    X**2 + 3 * Y**2,
    sympy.sqrt(X),
    sympy.exp(-X) * sympy.sin(Y),
    sympy.Max(0, X) - sympy.Min(X, Y, 1),
    sympy.Piecewise((X, X > 0), (Y, True)),
    sympy.Piecewise((X, sympy.And(X > 0, X < 1))),
    sympy.Abs(X) / Y,
    sympy.log(X) / sympy.log(2),
    sympy.pi * X ** sympy.Rational(2, 3),
    sympy.cbrt(X),
    X**-3,
    sympy.Heaviside(X),
    sympy.floor(X) + sympy.ceiling(Y),
    sympy.tanh(X) + sympy.sign(Y) + sympy.atan2(Y, X),
    sympy.Derivative(X**3 * Y, X),
    sympy.Sum(X ** sympy.Symbol("i"), (sympy.Symbol("i"), 0, 3)),
    sympy.Rational(1, 3) + 0 * X,
]
SUMS = {
    sympy.Sum(X**K / K, (K, 1, Y)): lambda x, y: sum(x**k / k for k in range(1, y + 1)),
    sympy.Product(K + X, (K, 1, Y - 1)): lambda x, y: math.prod(k + x for k in range(1, y)),
    sympy.Sum(J * K, (J, 1, K), (K, 1, Y)): lambda _, y: sum(j * k for k in range(1, y + 1) for j in range(1, k + 1)),
    sympy.Sum(K * sympy.Sum(J, (J, 1, K)) ** 2, (K, 1, Y)): lambda _, y: sum(
        k * sum(range(k + 1)) ** 2 for k in range(1, y + 1)
    ),
}
"""Ends of these are computed, too; between whole numbers they have no value."""
POINTS = [(-1.5, 0.5), (0.0, 2.0), (0.35, -1.0), (2.0, 3.0)]


def of_sympy(expression, x, y):
    value = expression.subs({X: sympy.Float(x, 30), Y: sympy.Float(y, 30)}).doit().evalf(25)
    return float(value) if value.is_real else float("nan")


@pytest.mark.parametrize("expression", COMPUTED, ids=str)
def test_numpy_agrees_with_sympy(expression):
    compute = numpy_function(computable(expression, (X, Y)), (X, Y))
    xs, ys = (np.array(column) for column in zip(*POINTS, strict=True))
    with np.errstate(all="ignore"), warnings.catch_warnings():
        found = np.broadcast_to(compute((xs, ys)), xs.shape)
    expected = [of_sympy(expression, x, y) for x, y in POINTS]
    finite = np.isfinite(expected)
    assert np.allclose(found[finite], np.array(expected)[finite], rtol=1e-12)
    assert not np.isfinite(found[~finite]).any()


PROGRAM = """
const answer = v => Number.isFinite(v) ? v : null;
console.log(JSON.stringify(FUNCTIONS.map(f => POINTS.map(p => answer(f(...p))))));
"""


def javascript_values(functions, points):
    """Each function at each point, computed by JavaScript; None where the answer is no finite number."""
    program = PROGRAM.replace("FUNCTIONS", f"[{', '.join(functions)}]").replace("POINTS", json.dumps(points))
    node, _ = compute_driver_executable()  # the JavaScript engine that Playwright brings along
    done = subprocess.run([node, "-e", program], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_javascript_agrees_with_numpy():
    flat = [computable(expression, (X, Y)) for expression in (*COMPUTED, *SUMS)]
    answers = javascript_values([javascript_function(e, (X, Y)) for e in flat], POINTS)
    for expression, answer in zip(flat, answers, strict=True):
        compute = numpy_function(expression, (X, Y))
        for (x, y), found in zip(POINTS, answer, strict=True):
            with np.errstate(all="ignore"):
                expected = float(compute((np.array(x), np.array(y))))
            if np.isfinite(expected):
                assert found == pytest.approx(expected, rel=1e-12), (expression, x, y)
            else:
                assert found is None, (expression, x, y)


@pytest.mark.parametrize("expression", SUMS, ids=str)
def test_sums_and_products_are_added_up_term_by_term(expression):
    compute = numpy_function(computable(expression, (X, Y)), (X, Y))
    for x, y in ((0.5, 1), (-1.5, 4), (2.0, 7)):
        assert float(compute((np.array(x), np.array(float(y))))) == pytest.approx(SUMS[expression](x, y))


def test_nothing_is_added_up_where_nothing_is_asked_and_by_its_end_a_sum_has_no_slope():
    some = sympy.Sum(X**K / K, (K, 1, Y))
    assert numpy_function(computable(some, (X, Y)), (X, Y))((np.zeros(0), np.zeros(0))).shape == (0,)
    assert derivative(some, Y) is sympy.nan
    assert computable(derivative(some, X), (X, Y)).has(sympy.Sum)


def test_a_sum_to_no_whole_number_or_of_too_many_terms_has_no_value():
    compute = numpy_function(computable(sympy.Sum(K, (K, 1, X)), (X,)), (X,))
    ends = np.array([0.0, 1.0, 10.0, 2.5, -1.0, 2000.0])
    assert compute((ends,)) == pytest.approx([0, 1, 55, np.nan, np.nan, np.nan], nan_ok=True)


def test_javascript_names_no_symbol_of_the_lesson():
    hostile = sympy.Symbol("alert(1)")
    assert javascript_function(computable(hostile**2, (hostile,)), (hostile,)) == "(x0) => Math.pow(x0, 2)"


@pytest.mark.parametrize(
    "expression",
    [
        sympy.Symbol("z"),
        sympy.I * X,
        sympy.Function("f")(X),
        sympy.Integral(sympy.exp(X**2), (X, 0, Y)),
        sympy.Sum(X, (X, 1, 10**9)),
        sympy.Sum(X**K, (K, 1, sympy.oo)),
        sympy.Sum(sympy.Symbol("z") * K, (K, 1, Y)),
        sympy.zoo,
    ],
    ids=str,
)
def test_what_has_no_number_is_refused(expression):
    with pytest.raises(UncomputableError):
        computable(expression, (X, Y))


@given(st.floats(-3, 3), st.floats(0.1, 3))
def test_constants_and_arrays_keep_their_shape(x, y):
    compute = numpy_function(computable(X**2 / Y, (X, Y)), (X, Y))
    grid = compute((np.full((2, 3), x), np.full((2, 3), y)))
    assert grid.shape == (2, 3)
    assert np.allclose(grid, x * x / y)
