"""A wagon on a track: where it is is the area under its speed."""

from itertools import pairwise

import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, HEADER, drawn, on_stage, outside

HEAD = """
  - id: ride
    title: A ride
    scene: Ride
    with: {function: D, over: [0, 3], span: [0, 3], unit: m}
    steps:
"""
RIDE = "      - {do: ride, with: {to: 2}, say: a}\n"
FILLED = "      - {do: ride, with: {to: 3, area: true}, say: a}\n"


def place(scene):
    return scene.track.axis.model_of(scene.track.front.points[0])[0]


def test_the_wagon_is_as_far_as_the_area_under_its_speed_is_large():
    with on_stage(HEAD + RIDE + FILLED) as scene:
        assert place(scene) == pytest.approx(6)
        assert scene.covered.worth == pytest.approx(6)
        assert scene.readings.rows["area"].number.wording == "6"


def test_the_axes_grow_to_where_the_wagon_runs():
    """It ran on alone: its point stood nowhere."""
    with on_stage(HEAD.replace("span: [0, 3]", "span: [0, 1]") + RIDE) as scene:
        assert scene.plot.state.right >= 2
        assert place(scene) == pytest.approx(14 / 3)


def test_the_area_fills_with_the_wagon_on_every_frame():
    with on_stage(HEAD + FILLED, play=False) as scene:
        seen = []
        scene.invariant("watched", lambda: seen.append((scene.spot.state.at, scene.covered.state.high)) or 0.0, 1)
        drawn(scene, 0)
        assert all(at == pytest.approx(high) for at, high in seen if at > 0)


def test_marks_stand_at_equal_times():
    with on_stage(HEAD + FILLED) as scene:
        track = scene.track
        places = [track.axis.model_of(one.get_center())[0] for one in track.marks]
        assert places == pytest.approx([track.way(3 * k / 8) for k in range(9)])


def test_a_wagon_whose_speed_is_negative_rolls_back_and_the_sum_is_an_integral():
    with on_stage(
        HEAD.replace("D, over: [0, 3], span: [0, 3]", "C, over: [0, 2], span: [0, 2]") + FILLED.replace("3,", "2,")
    ) as scene:
        assert place(scene) == pytest.approx(-2)
        assert scene.covered.is_signed


def test_a_wagon_that_is_pushed_is_caught():
    with on_stage(HEAD + RIDE + FILLED, play=False) as scene:
        scene.perform(0)
        scene.track.front.add_updater(lambda front: front.shift([0.05, 0, 0]))
        with pytest.raises(InvariantViolated, match="the wagon"):
            drawn(scene, 1)


def test_a_ride_beyond_its_time_is_refused():
    with pytest.raises(Faulty), on_stage(HEAD + RIDE.replace("2}", "4}")):
        pass


@pytest.mark.parametrize("aspect", ASPECTS)
def test_track_and_curve_stand_inside_the_frame(aspect):
    with on_stage(HEAD + FILLED, aspect) as scene:
        assert not outside(scene)


def test_a_wagon_that_stands_has_a_track_all_the_same():
    with on_stage(HEAD + RIDE, header=HEADER.replace("(x - 2)^2 + 1", "0 x")) as scene:
        assert (place(scene), scene.track.axis.x.length) == (pytest.approx(0), 1)


def test_a_long_way_has_room_for_its_number():
    with on_stage(HEAD + FILLED, header=HEADER.replace("(x - 2)^2 + 1", "10^9 x")) as scene:
        assert scene.readings.rows["area"].number.wording == "4.5×10⁹"
        assert outside(scene) == []


@pytest.mark.parametrize("ends", [(0, 2), (1, 4), (-0.3, 0.1)])
def test_a_point_at_the_end_of_its_domain_is_on_the_curve_however_its_place_is_rounded(ends):
    low, high = ends
    header = HEADER.replace("  D(x)", f"  k(x): {{is: 20 - x^2, domain: {low} \\le x \\le {high}}}\n  D(x)", 1)
    section = HEAD.replace("function: D, over: [0, 3], span: [0, 3]", f"function: k, over: [{low}, {high}]")
    with on_stage(section + RIDE.replace("to: 2", f"to: {high}"), header=header) as scene:
        scene.invariants.measure(0)


@pytest.mark.parametrize("step", ["ride, with: {to: 2}", "slide, with: {to: 2}"])
def test_the_films_time_is_the_wagons_so_that_it_neither_starts_gently_nor_brakes(step):
    with on_stage(HEAD + RIDE.replace("to: 2", "to: 0.5") + f"      - {{do: {step}, say: a}}\n", play=False) as scene:
        seen = []
        scene.perform(0)
        scene.invariant("watched", lambda: seen.append(scene.spot.state.at) or 0.0, 1)
        drawn(scene, 1)
        ways = [b - a for a, b in pairwise(seen) if b > a]
        assert max(ways[1:-1]) == pytest.approx(min(ways[1:-1]))


def test_a_post_tells_where_the_ride_has_ended_until_the_next_one_begins():
    marked = RIDE.replace("to: 2", "to: 2, mark: true")
    with on_stage(HEAD + marked + FILLED, play=False) as scene:
        scene.perform(0)
        (post,) = scene.notes
        assert scene.track.axis.model_of(post.post.points[0])[0] == pytest.approx(14 / 3)
        assert post.off_place() < 1e-6
        post.post.shift([0.1, 0, 0])
        assert abs(post.off_place()) > 1e-3
        post.post.shift([-0.1, 0, 0])
        scene.perform(1)
        assert not scene.notes
