"""A boundary is where the function has its level, every point on its wrong side has a ring; clusters go Lloyd's way."""

import numpy as np
import pytest
from claimed import broken, holds
from plotted_data import THEME, X, Y, function, scatter

from mathora.stage.figures.data.classes import PALETTE, BoundaryLine, Clusters, group_colours

GROUPS = np.array([0, 0, 1, 1])


def boundary(body="y - a x - b", level=0.0, groups=GROUPS, others=(), **at):
    line = function(body, "h(x, y, a, b)")
    return BoundaryLine(scatter(), line, at or {"a": 0.5, "b": 0.5}, level, groups, THEME, others)


@pytest.mark.parametrize("body", ["y - a x - b", "(x - 2)^2 + (y - 1)^2 - a - b", "x y - a - b"])
def test_it_is_where_the_function_has_its_level_with_the_parameters_of_now(body):
    line = boundary(body, others=(0.5,))
    for value in (0.5, 1.2):
        line.parameters["a"].set_value(value)
        for one in (line.line, *line.others, line.rings):
            one.update()
        assert holds(line.claims)


def test_every_point_on_the_wrong_side_has_a_ring_and_no_other():
    line = boundary()
    wrong = (Y - 0.5 * X - 0.5 > 0) != (GROUPS > 0)
    assert line.wrong().tolist() == wrong.tolist()
    assert len(line.rings) == wrong.sum() > 0
    assert len(boundary(groups=None).rings) == 0


@pytest.mark.parametrize(
    ("planted", "claim"),
    [
        (lambda one: one.line.shift([0, 0.05, 0]), "on the boundary the function has its level"),
        (lambda one: one.rings.remove(one.rings[0]), "each point on the wrong side has a ring, and no other"),
        (lambda one: one.rings[0].shift([0.1, 0, 0]), "each point on the wrong side has a ring, and no other"),
        (lambda one: one.rings.add(one.rings[0].copy().move_to(one.scatter.dots[2])), "each point on the wrong side"),
    ],
)
def test_what_is_moved_missing_or_too_much_is_caught(planted, claim):
    line = boundary()
    planted(line)
    (told,) = broken(line.claims)
    assert told.startswith(claim)


def test_each_point_takes_its_nearest_centre_and_each_centre_the_mean_of_its_points():
    clusters = Clusters(scatter([0, 1, 4, 5], [0, 1, 3, 3]), np.array([[0.0, 0.0], [5.0, 3.0], [-9.0, -9.0]]), THEME)
    assert clusters.nearest().tolist() == [0, 0, 1, 1]
    assert clusters.means().tolist() == [[0.5, 0.5], [4.5, 3.0], [-9.0, -9.0]]  # one without points stays


def test_lloyds_steps_never_lengthen_the_way_to_the_nearest_centre():
    points, centres = np.random.default_rng(2).uniform(-1, 4, (2, 30)), np.array([[0.0, 0.0], [1.0, 3.0]])
    clusters = Clusters(scatter(*points), centres, THEME)
    ways = []
    for _ in range(6):
        ways.append(sum(((points.T - clusters.centres[clusters.nearest()]) ** 2).sum(axis=1)))
        clusters.centres = clusters.means()
    assert ways == sorted(ways, reverse=True)
    assert ways[-1] < ways[0]


def test_a_mark_beside_its_centre_is_caught():
    clusters = Clusters(scatter(), np.array([[1.0, 1.0], [3.0, 2.0]]), THEME)
    assert holds(clusters.claims)
    clusters.marks[1].shift([1e-3, 0, 0])
    assert broken(clusters.claims) == ["each centre is a mark at its place"]


def test_each_group_has_a_colour_of_its_own():
    assert len(set(group_colours(range(len(PALETTE)), THEME))) == len(PALETTE)
