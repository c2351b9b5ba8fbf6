"""A distribution is one row, and its formulas are held against each other."""

import pytest
import sympy
from sample_models import declaring, tree_of

from mathora.formula.meaning.form import to_sympy
from mathora.formula.symbols.distributions import LAWS, SPELLED


def test_each_spelling_names_one_law():
    assert len(SPELLED) == sum(len(law.spelled) for law in LAWS)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.spelled[0][0])
def test_its_formulas_are_of_its_parameters_alone(law):
    model = declaring({name: {} for name in {*law.parameters, "x", "t", "k"} - {"e", "i"}})
    for tex in (law.mass, law.below, law.generating, law.logarithm, law.step, *law.moments, *law.asks, *law.support):
        if tex:
            tree_of(tex, model)


def test_masses_add_up_to_one():
    n, p = 4, sympy.Rational(1, 3)
    binomial = SPELLED["Bin", "operatorname"]
    assert binomial.mass == r"\binom{n}{x} p^x (1 - p)^{n - x}"
    assert sum(sympy.binomial(n, x) * p**x * (1 - p) ** (n - x) for x in range(n + 1)) == 1


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.spelled[0][0])
def test_its_moments_are_known_in_one_way_or_agree(law):
    ways = [bool(law.step), bool(law.generating or law.moments)]
    assert sum(ways) == (0 if law.varies else 1)
    model = declaring({name: {} for name in {*law.parameters, "t"}})
    slope = law.generating and to_sympy(tree_of(law.generating, model), model).expression
    for order, moment in enumerate(law.moments if law.generating else (), start=1):
        time = sympy.Symbol("t", real=True)
        told = to_sympy(tree_of(moment, model), model).expression
        assert sympy.simplify(sympy.diff(slope, time, order).subs(time, 0) - told) == 0
