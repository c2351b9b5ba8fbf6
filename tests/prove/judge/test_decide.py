"""A comparison of numbers is refuted first, and then proved."""

import pytest
import sympy
from judged import told
from sympy.core.cache import clear_cache
from sympy.core.random import seed

from mathora.formula import read, read_model
from mathora.formula.meaning.ranges import RangeProduct
from mathora.formula.meaning.scope import unknown_function
from mathora.lesson import Text
from mathora.prove.goal.goal import Goal
from mathora.prove.judge.decide import decide
from mathora.prove.task import Task, decided
from tests.prove.test_what_courses_write import source


@pytest.mark.parametrize(
    ("tex", "kind", "said"),
    [
        ("x + x = 2x", "proved", ""),
        ("x + x = x", "refuted", "ball arithmetic"),
        (r"\int_0^1 x \, dx = \frac12", "proved", ""),
        (r"\int_0^1 x \, dx = 1", "refuted", ""),
        ("g(x) = g(x)", "proved", ""),
        ("g(x) = x", "definition", ""),
        ("g(x + 1) = g(x) + 1", "refuted", ""),
    ],
)
def test_a_point_or_a_tactic_decides_it(tex, kind, said):
    found = told(tex)
    assert found[0] == kind
    assert said in found[1]


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"\ln \prod_{i=1}^n y_i = \sum_{i=1}^n \ln|y_i|", "undecided"),  # true; at n = 0 both sides are 0
        (r"\ln \prod_{i=1}^n y_i = \sum_{i=1}^n \ln|y_i| + 1", "refuted"),
        (r"\ln \prod_{i=1}^n y_i = \sum_{i=1}^n \ln y_i", "proved"),
        (r"\ln \prod_{i=1}^n y_i = 2 \sum_{i=1}^n \ln|y_i|", "undecided"),
        (r"\prod_{i=1}^n y_i \le 0", "refuted"),
    ],
)
def test_the_order_in_which_sympy_asks_decides_nothing(tex, kind):
    model = read_model(source({"n": {"kind": "natural"}, "y_i": {}}))
    task = Task(read(Text.written(tex), model), model)
    for order in range(20):  # of ten orders, one or two refuted the first row, by 2πi
        clear_cache()
        seed(order)
        assert decided(task).kind == kind, order


class BelowZero(sympy.Product):
    """What SymPy's own product of no factors is in some orders."""

    def _eval_is_negative(self):
        return True if self.has_empty_sequence else None

    def _eval_is_positive(self):
        return None


def test_a_point_at_which_a_side_is_not_real_refutes_no_formula_of_reals():
    index = sympy.Symbol("i", integer=True, positive=True)
    last = sympy.Symbol("n", integer=True, nonnegative=True)
    term = unknown_function("y", (0,))(index)
    right = sympy.Sum(sympy.log(abs(term)), (index, 1, last))
    goal = Goal(sympy.log(BelowZero(term, (index, 1, last))), "=", right)
    assert goal.left.subs(last, 0).has(sympy.I)
    assert decide(goal) is None
    assert decide(goal.between(sympy.log(RangeProduct(term, (index, 1, last))), right + 1)).proved is False
