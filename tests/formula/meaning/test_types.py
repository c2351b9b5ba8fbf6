"""What SymPy raises where it knows no way is caught by one name; an error of ours is not."""

import pytest
import sympy

from mathora.formula.meaning.types import NO_ANSWER

X, Y = sympy.symbols("x y", real=True)


@pytest.mark.parametrize(
    "asked", [lambda: sympy.limit(X, X, 0, "?"), (X + Y > 0).as_set, lambda: sympy.Matrix([1, 2])["a"]]
)
def test_what_sympy_cannot_say_is_no_answer(asked):
    with pytest.raises(NO_ANSWER):
        asked()


@pytest.mark.parametrize("ours", [AttributeError, AssertionError, MemoryError, RecursionError])
def test_an_error_of_ours_is_none(ours):
    assert not issubclass(ours, NO_ANSWER)
