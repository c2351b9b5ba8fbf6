"""Relations state exact intervals of names; where a name stands in an end, or none is stated, nothing is."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.reader.ranges import is_exact, ranges

MODEL = declaring({"x": {}, "y": {}})


def stated(tex):
    said = {}
    for name, one in ranges([tree_of(tex, MODEL)]):
        ends = [write_latex(end) if end else "" for end in (one.low, one.high)]
        said[name] = f"{'(' if one.low_open else '['}{', '.join(ends)}{')' if one.high_open else ']'}"
    return said


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"0 \le x < 3", {"x": "[0, 3)"}),
        ("x > 2", {"x": "(2, ]"}),
        (r"x \in (0, 1]", {"x": "(0, 1]"}),
        (r"x, y \ge 0", {"x": "[0, ]", "y": "[0, ]"}),
        (r"0 < x < \infty", {"x": "(0, )"}),
        (r"x \le y", {}),
        (r"x \ne 0", {}),
    ],
)
def test_a_relation_states_an_interval_of_its_name(tex, said):
    assert stated(tex) == said


@pytest.mark.parametrize(("tex", "exact"), [(r"\frac{\pi}{2}", True), ("x + 1", False), (r"\sqrt{2}", True)])
def test_an_end_is_exact_where_no_name_stands_in_it(tex, exact):
    assert is_exact(tree_of(tex, MODEL)) == exact
