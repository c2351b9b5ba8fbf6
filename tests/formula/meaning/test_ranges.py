"""What ranges over an index: a product of no factors is 1."""

import pytest
import sympy
from sympy.core.cache import clear_cache
from sympy.core.random import seed

from mathora.formula.meaning.ranges import RangeProduct

INDEX = sympy.Symbol("i", integer=True, positive=True)
SIGNS = {  # of Π i and Π (-i) over i = 1 … last: positive, negative, zero
    (INDEX, 0): (True, False, False),
    (-INDEX, 0): (True, False, False),
    (INDEX, 2): (True, False, False),
    (-INDEX, 2): (None, None, False),  # it is not multiplied out
}


@pytest.mark.parametrize("order", range(40))
@pytest.mark.parametrize(("factor", "last"), SIGNS)
def test_the_sign_of_a_product_is_the_same_in_whatever_order_it_is_asked_for(factor, last, order):
    clear_cache()
    seed(order)
    told = [getattr(RangeProduct(factor, (INDEX, 1, last)), f"is_{sign}") for sign in ("positive", "negative", "zero")]
    assert tuple(told) == SIGNS[factor, last]
