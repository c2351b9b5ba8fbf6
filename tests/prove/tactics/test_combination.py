import pytest
from sympy import Integer, exp, sqrt, symbols

from mathora.prove.tactics.combination import is_combination

x, y = symbols("x y", real=True)


@pytest.mark.parametrize(
    ("asked", "known", "strictly", "follows"),
    [
        (2 * x + 3 * y + 1, [(x, False), (y, False)], True, True),
        (2 * x + 3 * y, [(x, False), (y, False)], False, True),
        (2 * x + 3 * y, [(x, False), (y, False)], True, False),
        (2 * x + 3 * y, [(x, False), (y, True)], True, True),
        (2 * x - 3 * y, [(x, False), (y, False)], False, False),
        (2 * x - 1, [(x, False)], False, False),
        (x + x**2, [(x, True)], True, False),
        ((x + y) ** 2 - 4 * x * y, [((x - y) ** 2, False)], False, True),
        (sqrt(2) * x, [(x, True)], True, True),
        (x, [(exp(x) + x, True)], True, False),
        (Integer(1), [(x, True)], True, False),
        (x, [(x, False), (2 * x, False)], False, True),
        (x, [], True, False),
    ],
)
def test_a_sum_with_nonnegative_factors_is_found_and_no_other(asked, known, strictly, follows):
    assert is_combination(asked, known, strictly=strictly) is follows
