"""Where a curve rests, and what it is there: maxima, minima and what is neither, also at the ends of a domain."""

from itertools import pairwise

import pytest

from mathora.export.content.plays import rests, rings
from mathora.formula import model_function, read_model
from mathora.lesson import Declaration, ModelSource, Text

CURVES = [
    ("x (6 - 2x)^2", (0, 3), [(1, "maximum"), (3, "minimum")]),
    ("x^3", (-1, 1), [(0, "neither")]),
    ("(x - 0.3)^3", (-1, 1), [(0.3, "neither")]),
    ("(x - 0.3)^2", (-1, 1), [(0.3, "minimum")]),
    ("x^2", (0, 1), [(0, "minimum")]),
    ("-x^2", (0, 1), [(0, "maximum")]),
    ("x^4 - 2x^2", (-2, 2), [(-1, "minimum"), (0, "maximum"), (1, "minimum")]),
    ("x^3 - 6x", (0, 2), [(2**0.5, "minimum")]),
    ("2x", (0, 1), []),
    ("3", (0, 1), []),
    (r"\frac{1}{x - 0.3}", (0, 1), []),
    (r"\sqrt{x}", (0, 1), []),
]


def function(body, head="V(x)"):
    declared = Declaration(head=Text.written(head), body=Text.written(body), kind=None)
    return model_function(read_model(ModelSource(declarations=(declared,))), "V")


@pytest.mark.parametrize(("body", "domain", "expected"), CURVES)
def test_where_a_curve_rests(body, domain, expected):
    found = rests(function(body), domain)
    assert [(pytest.approx(one.at, abs=1e-6), one.kind) for one in found] == expected


def test_level_sets_stand_at_equal_steps():
    """What lies close together is steep: a map may say so only if each line is as much higher as the last."""
    heights = rings(function("x^2 + 3 y^2", "V(x, y)"), (-2, 2))
    steps = [above - below for below, above in pairwise(heights)]
    assert len(heights) == 8
    assert steps == pytest.approx([16 / 9] * 7)
