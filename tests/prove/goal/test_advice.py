"""What was not decided is told with what an author can write."""

import pytest
import sympy
from sympy import oo

from mathora.prove.goal.advice import UNDECIDED, advice, uncounted

x, m = sympy.symbols("x m", real=True)
k = sympy.Symbol("k", integer=True)
n = sympy.Symbol("n", integer=True)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (sympy.Sum(k, (k, 1, m)), "declare m: {kind: natural}"),
        (sympy.Sum(x**k, (k, 0, oo)), "or give x a domain"),
        (sympy.Sum(k**k, (k, 1, n)), "write its first terms"),
        (sympy.Limit(x**k, k, oo), "give x a domain, or a kind"),
        (sympy.Integral(1 / (x - k), (k, 0, 1)), "a domain has to keep it from poles"),
        (x**2, UNDECIDED),
    ],
)
def test_it_names_what_stands_in_the_way(part, said):
    assert said in advice(part, x)


def test_a_sum_ends_at_a_number_that_counts():
    assert uncounted(sympy.Sum(k, (k, 1, m)))
    assert not uncounted(sympy.Sum(k, (k, 1, n)))
    assert not uncounted(x)
