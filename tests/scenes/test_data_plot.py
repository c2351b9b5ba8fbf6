"""Points in groups: the boundary is the model's, each point on its wrong side is ringed, clusters are Lloyd's."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.data.classes import JoinedGroups, MarkedPoint
from mathora.stage.figures.data.trend import TrendLines
from tests.scenes.theatre import ASPECTS, all_hold, drawn, on_stage, outside

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  x_i: {data: [1, 1.5, 2, 2.5, 4, 4.5, 5, 5.5]}
  y_i: {data: [2, 3.5, 1.5, 3, 4, 5.5, 3.5, 5]}
  c_i: {data: [0, 0, 0, 0, 1, 1, 1, 1]}
  d_i: {data: [0, 1]}
  e_i: {data: [0, 0.5, 0, 0, 1, 1, 1, 9]}
  g_i: {data: [0, 0, 0, 1, 1, 1, 2, 2]}
  h(x, y, v, b): x + v y - b
sections:
"""

BOUNDARY = r"""
  - id: boundary
    title: A boundary
    scene: DataPlot
    with: {x: x_i, y: y_i, group: c_i, boundary: h, at: {v: -0.5, b: 1}}
    steps:
      - {do: points, say: a}
      - {do: divides, say: b}
      - {do: slide, with: {to: {v: 1, b: 6.5}}, say: c}
"""

CLUSTERS = r"""
  - id: clusters
    title: Clusters
    scene: DataPlot
    with: {x: x_i, y: y_i, centres: [{x: 1, y: 5}, {x: 3, y: 3}]}
    steps:
      - {do: centre, say: a}
      - {do: assign, say: b}
      - {do: centre, id: again, say: c}
"""


JOINED = r"""
  - id: joined
    title: Joined
    scene: DataPlot
    with: {x: x_i, y: y_i, group: g_i}
    steps:
      - {do: join, with: {names: [one, two, three]}, say: a}
"""


@pytest.mark.parametrize("section", [BOUNDARY, CLUSTERS, JOINED])
def test_what_is_claimed_holds_on_every_frame(section):
    with on_stage(section, play=False, header=MODEL) as scene:
        for index in range(scene.length):
            drawn(scene, index)
        assert len(scene.invariants.receipts()) >= 2


def test_the_points_of_each_group_are_joined_from_left_to_right():
    with on_stage(JOINED.replace("x: x_i, y: y_i", "x: y_i, y: x_i"), header=MODEL) as scene:
        joined = next(one for one in scene.mobjects if isinstance(one, JoinedGroups))
        corners = [
            scene.scatter.graph.models_of(np.array([*line.points[::4], line.points[-1]])) for line in joined.lines
        ]
        assert [line[:, 0].tolist() for line in corners] == [
            pytest.approx(one) for one in ([1.5, 2, 3.5], [3, 4, 5.5], [3.5, 5])
        ]
        assert len(joined.names) == 3


def test_a_line_that_misses_a_point_stops_the_picture():
    with on_stage(JOINED, header=MODEL) as scene:
        joined = next(one for one in scene.mobjects if isinstance(one, JoinedGroups))
        joined.clear_updaters()
        joined.lines[1].shift(np.array([0, 0.2, 0]))
        with pytest.raises(InvariantViolated, match="leads through all points of its group"):
            scene.invariants.measure(0)


MARKED = JOINED.rstrip() + "\n      - {do: mark, with: {of: 2, says: this one}, say: b}\n"


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_point_is_ringed_and_named_clear_of_the_other_points(aspect):
    with on_stage(MARKED, aspect, header=MODEL) as scene:
        marked = next(one for one in scene.mobjects if isinstance(one, MarkedPoint))
        dot = scene.scatter.dots[1]
        assert np.linalg.norm(marked.ring.get_center() - dot.get_center()) < 1e-6
        foot = scene.scatter.graph.model_of(marked.drop.points[-1])
        assert foot == pytest.approx([scene.scatter.x[1], 0], abs=1e-6)
        half = np.array([marked.said.width, marked.said.height]) / 2
        for one in scene.scatter.dots:
            assert (np.abs(one.get_center() - marked.said.get_center())[:2] > half).any()
        assert outside(scene) == []


def test_a_ring_beside_its_point_stops_the_picture():
    with on_stage(MARKED, header=MODEL) as scene:
        marked = next(one for one in scene.mobjects if isinstance(one, MarkedPoint))
        marked.clear_updaters()
        marked.ring.shift(np.array([0.2, 0, 0]))
        with pytest.raises(InvariantViolated, match="the ring is around point 2"):
            scene.invariants.measure(0)


def test_a_point_that_is_not_there_is_told():
    with pytest.raises(Faulty, match="found 60"), on_stage(MARKED.replace("of: 2", "of: 60"), header=MODEL):
        pass


LEVELS = BOUNDARY.replace("b: 1}}", "b: 1}, levels: [-2, 2]}")


def test_beside_the_boundary_stand_lines_of_other_values_each_with_its_own():
    with on_stage(LEVELS, header=MODEL) as scene:
        lines = [scene.divide.line, *scene.divide.others]
        for line, level in zip(lines, (0, -2, 2), strict=True):
            x, y = np.array([scene.scatter.graph.model_of(at) for at in line.points[::4]]).T
            assert x + y - 6.5 == pytest.approx(np.full(len(x), level), abs=1e-6)
        for line, told in zip(lines, scene.divide.values_told, strict=True):
            assert np.linalg.norm(line.points - told.get_center(), axis=1).min() < 0.3


@pytest.mark.parametrize("section", [LEVELS, BOUNDARY])
def test_each_side_has_its_groups_colour_beyond_the_outermost_lines(section):
    low, high = (-2, 2) if "levels" in section else (0, 0)
    with on_stage(section, header=MODEL) as scene:
        sides = scene.divide.sides
        assert [one.get_fill_color().to_hex().lower() for one in sides] == [
            scene.theme.palette[name].lower() for name in ("blue", "orange")
        ]
        below, above = (
            np.array([scene.scatter.graph.model_of(at) for at in one.points]).sum(axis=1) - 6.5 for one in sides
        )
        assert below.max() == pytest.approx(low, abs=0.02)
        assert above.min() == pytest.approx(high, abs=0.02)


def test_a_line_of_another_value_stops_the_picture():
    with on_stage(LEVELS, header=MODEL) as scene:
        scene.divide.others[0].shift(np.array([0.3, 0, 0]))
        with pytest.raises(InvariantViolated, match="has its level"):
            scene.invariants.measure(0)


def test_every_point_on_the_wrong_side_is_ringed_until_none_is():
    with on_stage(BOUNDARY, play=False, header=MODEL) as scene:
        scene.perform(0)
        scene.perform(1)
        places = [scene.scatter.graph.model_of(ring.get_center()) for ring in scene.divide.rings]
        assert np.array(places) == pytest.approx(np.array([[2, 1.5]]))
        scene.perform(2)
        assert len(scene.divide.rings) == 0


def test_each_centre_becomes_the_mean_of_its_points():
    with on_stage(CLUSTERS, header=MODEL) as scene:
        owner = scene.clusters.owner
        points = np.column_stack([scene.scatter.x, scene.scatter.y])
        for k in range(2):
            assert scene.clusters.centres[k] == pytest.approx(points[owner == k].mean(axis=0))


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [BOUNDARY, CLUSTERS])
def test_all_of_it_stays_inside_the_frame(section, aspect):
    with on_stage(section, aspect, header=MODEL) as scene:
        assert outside(scene) == []


def line_off(scene):
    scene.divide.line.clear_updaters()
    scene.divide.line.shift(np.array([0.1, 0, 0]))


def ring_missing(scene):
    scene.divide.rings.clear_updaters()
    scene.divide.rings.set(submobjects=[])


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (line_off, "on the boundary the function has its level"),
        (ring_missing, "each point on the wrong side has a ring"),
        (lambda scene: scene.scatter.dots.remove(scene.scatter.dots[0]), "every row of the data is a point"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(BOUNDARY, play=False, header=MODEL) as scene:
        scene.perform(0)
        scene.perform(1)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


def test_a_boundary_among_data_on_which_its_function_is_the_same_is_true_on_every_frame():
    upright = MODEL.replace("[1, 1.5, 2, 2.5, 4, 4.5, 5, 5.5]", "[4, 4, 4, 4, 4, 4, 4, 4]")
    with on_stage(BOUNDARY.replace("v: -0.5, b: 1", "v: 0, b: 3.3"), play=False, header=upright) as scene:
        scene.perform(0)
        scene.perform(1)
        scene.invariants.measure(0)


def test_a_centre_that_is_drawn_elsewhere_stops_the_picture():
    with on_stage(CLUSTERS, header=MODEL) as scene:
        scene.clusters.marks[0].shift(np.array([0.1, 0, 0]))
        with pytest.raises(InvariantViolated, match="each centre is a mark at its place"):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("group: c_i", "group: d_i", "found 2 numbers of d_i and 8 of x_i"),
        ("group: c_i", "group: e_i", "found the group 0.5, expected whole numbers"),
        ("group: c_i", "group: g_i", "found the group 2, expected whole numbers from 0 to 1"),
        ("b: 1}", "b: 1}, centres: [{x_i: 9, y_i: 1}], span: [0, 6]", "found 9, expected a value from 0 to 6"),
        ("at: {v: -0.5, b: 1}", "at: {v: -0.5}", "without a number for b"),
        ("to: {v: 1, b: 6.5}", "to: {x: 1}", "found x, expected parameters of h: v, b"),
        (", boundary: h", "", "needs 'boundary'"),
        ("{do: divides", "{do: assign", "needs 'centres'"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises(Faulty, match=told), on_stage(BOUNDARY.replace(good, bad), header=MODEL):
        pass


def test_data_of_two_lengths_are_told_once_in_the_model():
    with pytest.raises(Faulty) as faulty, on_stage(BOUNDARY + CLUSTERS, header=MODEL.replace("[2, 3.5, ", "[2, ")):
        pass
    assert [fault.place.line for fault in faulty.value.faults] == [7]


def test_points_stand_in_the_middle_until_a_formula_comes_and_nothing_is_left_behind():
    """They went aside for the boundary, and left an empty half behind."""
    clusters = CLUSTERS.replace("say: b}", "say: b, show: v = v}")
    with on_stage(clusters, play=False, header=MODEL) as scene:
        drawn(scene, 0)
        assert scene.scatter.graph.frame.get_center()[0] > scene.layout.figure.centre[0] + 1
        drawn(scene, 1)
        assert abs(scene.scatter.graph.frame.get_center()[0] - scene.layout.figure.centre[0]) < 0.5
        assert all_hold(scene)


def test_rings_stand_around_points_that_were_moved_to_the_middle():
    """They were where the points would have stood beside a formula."""
    head, steps = (
        BOUNDARY.split("      - ", maxsplit=1)[0],
        ("{do: divides, say: b}", "{do: stay, say: c, show: v = v}"),
    )
    text = head + "".join(f"      - {one}\n" for one in steps)
    with on_stage(text, header=MODEL, play=False) as scene:
        drawn(scene, 0)
        assert scene.divide.wrong().any()
        assert all_hold(scene)


def test_points_that_are_alone_stand_in_the_middle_and_make_way():
    with on_stage(BOUNDARY.replace("say: b}", "say: b, show: v = v}"), play=False, header=MODEL) as scene:
        scene.perform(0)
        assert scene.scatter.graph.frame.get_center()[0] > scene.layout.figure.centre[0] + 1
        drawn(scene, 1)
        assert abs(scene.scatter.graph.frame.get_center()[0] - scene.layout.figure.centre[0]) < 0.5


TRENDS = r"""
  - id: trends
    title: Trends
    scene: DataPlot
    with: {x: x_i, y: y_i, group: c_i}
    steps:
      - {do: trend, say: a}
      - {do: trend, with: {of: all}, say: b}
"""


def trends(scene):
    return [one for one in scene.mobjects if isinstance(one, TrendLines)]


def test_a_line_for_each_group_and_one_for_all_have_the_least_squared_error():
    with on_stage(TRENDS, header=MODEL) as scene:
        whole, groups = trends(scene)
        x, y = scene.scatter.x, scene.scatter.y
        assert whole.laws == [pytest.approx(np.polyfit(x, y, 1))]
        assert groups.laws == [pytest.approx(np.polyfit(x[part], y[part], 1)) for part in (slice(4), slice(4, 8))]
        assert (len(whole[0].get_subpaths()) > 5, len(groups[0].get_subpaths())) == (True, 1), "that of all is dashed"
        scene.invariants.measure(0)
        groups[1].clear_updaters()
        groups.clear_updaters()
        groups[1].shift([0, 0.2, 0])
        with pytest.raises(InvariantViolated, match="no other line has less squared error"):
            scene.invariants.measure(0)


def test_points_straight_above_each_other_have_no_line():
    with on_stage(TRENDS, header=MODEL.replace("[1, 1.5, 2, 2.5, 4", "[1, 1, 1, 1, 4")) as scene:
        assert len(trends(scene)[1]) == 1
