"""The letters of a region's points are those that its set names, each once and all of them; else x, y and z."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.tree.region_letters import letters_of_set, names_of

MODEL = declaring({letter: {} for letter in "uvrxy"})


def letters(tex):
    return "".join(map(write_latex, letters_of_set(tree_of(tex, MODEL))))


@pytest.mark.parametrize(
    ("tex", "named"),
    [
        (r"\{(u, v) \mid u^2 + v^2 \le 1\}", "uv"),
        (r"\{(u, v) \in \mathbb{R}^2 \mid u \le v\}", "uv"),
        (r"\{(u, v) \in \mathbb{R} \times \mathbb{R} \mid u \le v\}", "uv"),
        (r"\{(v, u, r) \in \mathbb{R}^3 \mid u \le v\}", "vur"),
    ],
)
def test_a_set_of_points_names_them(tex, named):
    assert letters(tex) == named


@pytest.mark.parametrize(
    "tex",
    [
        r"\{(u, u) \mid u \le 1\}",
        r"\{(u, v) \in \mathbb{R}^3 \mid u \le v\}",
        r"\{(u, v) \in \mathbb{N}^2 \mid u \le v\}",
        r"\{(u, v) \in \mathbb{R} \times \mathbb{Z} \mid u \le v\}",
        r"\{(u, 2) \mid u \le 1\}",
        r"\{u \in \mathbb{R} \mid u \le 1\}",
    ],
)
def test_points_of_less_than_the_plane_have_no_letters(tex):
    assert letters(tex) == ""


def test_a_region_that_names_none_has_the_usual_ones():
    named = declaring({**{one: {} for one in "uv"}, "D": {"kind": "set"}, "E": r"\{(u, v) \mid u \le v\}"})
    assert [write_latex(one) for one in names_of(named.names["E"], 2)] == ["u", "v"]
    assert [write_latex(one) for one in names_of(named.names["D"], 3)] == ["x", "y", "z"]
    assert [write_latex(one) for one in names_of(None, 2)] == ["x", "y"]
