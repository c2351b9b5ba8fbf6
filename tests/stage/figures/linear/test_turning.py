"""An arrow turns, and the matrix times it beside it; a dot stays where both lay on one line."""

import numpy as np
import pytest
from manim import Square
from planes import plane

from mathora.stage.figures.elements.placing import Obstacles
from mathora.stage.figures.linear.turning import Turning
from mathora.stage.layout import Region

STRETCH = np.array([[2.0, 0.0], [0.0, 1.0]])


def turning(matrix=STRETCH, angle=0.3):
    return Turning(plane(), matrix, angle, ("#00ff00", "#ff0000"), (Square(0.2), Square(0.2)))


@pytest.mark.parametrize("angle", [0.3, 1.0, 2.5, 6.0])
def test_the_second_arrow_is_the_matrix_times_the_first(angle):
    made = turning().put(angle)
    first, second = (arrow.seen(made.plane) for arrow in made.arrows)
    assert first == pytest.approx([np.cos(angle), np.sin(angle)])
    assert second == pytest.approx(STRETCH @ first)
    assert made.between() == pytest.approx(made.true_angle(), abs=1e-3)


def test_a_turned_arrow_is_seen_in_the_angle_that_is_measured():
    made = turning()
    made.arrows[1].put(made.arrows[1].tail, made.arrows[1].tip + np.array([0, 0.3, 0]))
    assert abs(made.between() - made.true_angle()) > 1


def test_dots_come_where_both_lie_on_one_line():
    made = turning(angle=0.3).put(0.3 + np.pi)
    assert [mark.get_fill_opacity() for mark in made.marks].count(1) == 2
    assert all(mark.get_fill_opacity() == 0 for mark in turning().marks)


def test_the_line_and_its_dot_come_while_both_stand_on_it():
    made = turning(angle=0.3)
    (kept,) = [one for one in made.kept if abs(one - np.pi) < 1e-6]
    seen = []
    for stood in (0.0, 0.3, 1.0):
        made.put(kept, stood)
        seen.append((made.marks[made.kept.index(kept)].get_fill_opacity(), made.lines[0].get_stroke_opacity()))
    assert seen[0] == (0, 0)
    assert 0 < seen[1][0] < seen[2][0] == 1
    assert 0 < seen[1][1] < seen[2][1]
    assert made.lines[0].distance_to(made.plane.place(made.arrows[1].at)) == pytest.approx(0, abs=1e-6)


def test_the_trace_is_the_way_of_the_image():
    made = turning(angle=0.0).put(np.pi)
    places = np.array([made.plane.model_of(point) for point in made.trace.points[::4]])
    assert (places[:, 0] / 2) ** 2 + places[:, 1] ** 2 == pytest.approx(np.ones(len(places)), abs=1e-3)


def test_a_rotation_keeps_no_line():
    assert len(turning(np.array([[0.0, -1.0], [1.0, 0.0]])).marks) == 0


def test_it_stops_for_a_moment_wherever_both_lie_on_one_line():
    made = turning(angle=0.3)
    motion = made.turns(0.3 + 2 * np.pi, Obstacles(Region(-6, -3, 6, 3)))
    motion.begin()
    shares = np.linspace(0, 1, 401)
    angles = np.array([(motion.interpolate_mobject(share), made.angle)[1] for share in shares])
    still = {round(float(at), 2) for at, way in zip(angles, np.diff(angles), strict=False) if way == 0}
    assert still == {round(half * np.pi / 2, 2) for half in (1, 2, 3, 4)}
    assert (np.diff(angles) >= 0).all()
    assert angles[-1] == pytest.approx(0.3 + 2 * np.pi)


def test_names_of_two_arrows_that_are_one_stand_apart():
    made = turning().put(np.pi / 2)  # the stretch leaves it as it is
    first, second = made.labels
    apart = np.abs(first.get_center() - second.get_center())
    assert (apart[:2] > (first.width + second.width) / 2 - 1e-9).any()
