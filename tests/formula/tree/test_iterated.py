"""An integral over a box is one inside the other, and over any other region it is none."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.iterated import iterated
from mathora.formula.tree.node import walk
from mathora.formula.tree.statements import Integral

MODEL = declaring({"x": {}, "y": {}, "D": {"kind": "set"}})


def inner(tex):
    (found,) = (part for _, part in walk(tree_of(tex, MODEL)) if isinstance(part, Integral))
    return iterated(found, MODEL)


@pytest.mark.parametrize(
    ("tex", "inside"),
    [
        (r"\iint_{[0, 1]^2} x y \, dx \, dy", r"\int_0^1 \int_0^1 xy \, dx \, dy"),
        (r"\iint_{[0, 1] \times [2, 3]} x \, dx \, dy", r"\int_2^3 \int_0^1 x \, dx \, dy"),
        (r"\iint_{[0, 1] \times [2, 3]} x \, dy \, dx", r"\int_2^3 \int_0^1 x \, dx \, dy"),
    ],
)
def test_the_sides_of_a_box_belong_to_the_names_in_their_order(tex, inside):
    assert write_latex(inner(tex)) == inside


@pytest.mark.parametrize(
    "tex",
    [
        r"\iint_D x \, dx \, dy",
        r"\int_0^1 x \, dx",
        r"\iint_{[0, 1]^2} \frac{x^2 - y^2}{(x^2 + y^2)^2} \, dx \, dy",  # each order has a value, and not the same
        r"\iint_{[0, 1]^2} \ln(x y) \, dx \, dy",
    ],
)
def test_another_region_and_what_may_have_a_pole_make_none(tex):
    assert inner(tex) is None
