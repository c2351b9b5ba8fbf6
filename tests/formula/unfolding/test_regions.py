"""An integral over a region of the plane in full, where its inner interval is shown to be nowhere empty."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.node import walk
from mathora.formula.tree.statements import Integral
from mathora.formula.unfolding.regions import over_region
from mathora.lesson import Text

MODEL = declaring({
    "x": {}, "y": {}, "D": {"kind": "set"}, "a": {"kind": "positive"}, "c": {},
    "u": {}, "v": {"domain": (Text.written(r"u \le v"),)},
})  # fmt: skip


def in_full(region):
    return of_integral(rf"\iint_{{{region}}} xy \, dA")


def of_integral(tex):
    whole = tree_of(tex, MODEL)
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
        r"[0, c] \times [0, 1]",  # empty where c is negative
        r"[v, u] \times [0, 1]",
        r"[0, x] \times [0, 1]",
    ],
)
def test_what_is_not_shown_to_be_a_region_is_left(region):
    assert in_full(region) is None


@pytest.mark.parametrize(
    ("tex", "inside"),
    [
        (r"\iint_{[0, 1]^2} x y \, dx \, dy", r"\int_0^1 \int_0^1 xy \, dx \, dy"),
        (r"\iint_{[0, 1] \times [2, 3]} x \, dx \, dy", r"\int_2^3 \int_0^1 x \, dx \, dy"),
        (r"\iint_{[0, 1] \times [2, 3]} x \, dy \, dx", r"\int_2^3 \int_0^1 x \, dx \, dy"),
        (r"\iint_{[0, a] \times [u, v]} x \, dx \, dy", r"\int_u^v \int_0^a x \, dx \, dy"),
        (r"\iint_{0 \le x \le 1, 0 \le y \le x} x \, dy \, dx", r"\int_0^1 \int_0^x x \, dy \, dx"),
    ],
)
def test_the_sides_of_a_box_belong_to_the_names_in_their_order(tex, inside):
    assert of_integral(tex) == rf"\left({inside}\right)"


@pytest.mark.parametrize(
    "tex",
    [
        r"\iint_D x \, dx \, dy",
        r"\int_0^1 x \, dx",
        r"\iint_{[0, 1]^2} \frac{x^2 - y^2}{(x^2 + y^2)^2} \, dx \, dy",  # each order has a value, and not the same
        r"\iint_{[0, 1]^2} \ln(x y) \, dx \, dy",
        r"\iint_{[0, c] \times [0, 1]} x \, dx \, dy",
    ],
)
def test_another_region_and_what_may_have_a_pole_make_none(tex):
    assert of_integral(tex) is None
