"""A subscript alone is a derivative where the model has the function and no such name."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.tree.terms import Product, Symbol

MODEL = declaring({"u(x, y)": "x y", "L(w_1, w_2)": "w_1^2", "v(x)": {}, "v_x": {}, "a": {}})
X, Y, W1 = (tree_of(one, MODEL) for one in ("x", "y", "w_1"))


def of(letter, *by):
    return Symbol(letter, subscript=by[0] if len(by) == 1 else Product(by, ("",) * (len(by) - 1)))


@pytest.mark.parametrize(
    ("symbol", "variables", "orders"),
    [
        (of("u", X), ("x",), (1,)),
        (of("u", X, X), ("x",), (2,)),
        (of("u", X, Y), ("x", "y"), (1, 1)),
        (of("L", W1), ("w_1",), (1,)),
    ],
)
def test_a_subscript_of_its_parameters_is_the_derivative_by_them(symbol, variables, orders):
    found = partial_by_subscript(symbol, MODEL)
    assert (tuple(map(write_latex, found.variables)), found.orders) == (variables, orders)
    assert found.style == "subscript"


@pytest.mark.parametrize(
    "symbol",
    [
        of("v", X),  # declared: a name of its own
        of("u", W1),  # none of its parameters
        of("u", X, tree_of("a", MODEL)),
        of("a", X),  # no function
        Symbol("u"),
        tree_of("x + y", MODEL),
    ],
)
def test_any_other_is_no_derivative(symbol):
    assert partial_by_subscript(symbol, MODEL) is None
