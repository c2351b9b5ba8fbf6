"""An order of a whole number is shown by the first case and the next one."""

import pytest
from claims import ANY, POSITIVE, WHOLE, facts_of, number_of

from mathora.prove.kernel.signs.induction import by_induction

NAMES = {"x": ANY, "y": ANY, "r": POSITIVE, "n": WHOLE, "f(o)": ANY}


@pytest.mark.parametrize(
    ("tex", "said"), [("2^n - n", ()), ("2^n - n^2", ("n > 4",)), ("3^n - 2^n", ()), ("n! - 2^n", ("n \\ge 4",))]
)
def test_the_first_case_holds_and_makes_the_next_one(tex, said):
    assert by_induction(number_of(tex, NAMES), "≥", facts_of(NAMES, *said))


@pytest.mark.parametrize(
    ("tex", "said"), [("2^n - n^2", ("n > 2",)), ("n - 2", ()), ("2^n - 3^n", ()), ("2^x - x", ())]
)
def test_a_false_first_case_or_a_letter_that_counts_nothing_shows_nothing(tex, said):
    assert not by_induction(number_of(tex, NAMES), "≥", facts_of(NAMES, *said))
