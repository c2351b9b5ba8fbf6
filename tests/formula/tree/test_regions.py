"""An integral over a region of the plane in full, where its inner interval is shown to be nowhere empty."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.node import walk
from mathora.formula.tree.regions import over_region
from mathora.formula.tree.statements import Integral

MODEL = declaring({"x": {}, "y": {}})


def in_full(region):
    whole = tree_of(rf"\iint_{{{region}}} xy \, dA", MODEL)
    (found,) = (part for _, part in walk(whole) if isinstance(part, Integral))
    told = over_region(found, MODEL)
    return None if told is None else write_latex(told)


@pytest.mark.parametrize(
    ("region", "inside"),
    [
        (r"[0, 1] \times [2, 3]", r"\int_2^3 \int_0^1 xy \, dx \, dy"),
        (r"0 \le x \le 1, x^2 \le y \le x", r"\int_0^1 \int_{x^2}^x xy \, dy \, dx"),
        (r"0 \le y \le 1, y \le x \le 1", r"\int_0^1 \int_y^1 xy \, dx \, dy"),
    ],
)
def test_a_region_is_integrals_inside_each_other(region, inside):
    assert in_full(region) == rf"\left({inside}\right)"


@pytest.mark.parametrize(
    "region",
    [
        r"0 \le x \le 1, x \le y \le \frac12",  # empty for large x: the inner integral would count below zero
        r"0 \le x \le 1, x \le y \le x^2",
        r"[1, 0] \times [0, 1]",
        r"0 \le x \le 1, 0 \le y",
        r"x \ge 0, y \ge -1, x + y \le 1",
        r"4 \le x^2 + y^2 \le 1",
    ],
)
def test_what_is_not_shown_to_be_a_region_is_left(region):
    assert in_full(region) is None
