"""A matrix moves the plane: what stands follows it, the lines that stay stay, areas grow by the determinant."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.linear.conic import Conic
from mathora.stage.figures.linear.plane_parts import PlaneArrow, PlaneLine, PlaneShape, Print
from mathora.stage.figures.linear.projection import Arc
from tests.scenes.theatre import ASPECTS, all_hold, drawn, on_stage, orders, seen

HEAD = """
  - id: map
    title: A matrix
    scene: LinearMap
    with: {matrix: A, vector: v}
    steps:
"""
STEPS = {
    "grid": "      - {do: grid, say: a}\n",
    "arrow": "      - {do: arrow, with: {of: v}, say: a}\n",
    "basis": "      - {do: basis, say: a}\n",
    "move": "      - {do: move, say: a}\n",
    "turned": "      - {do: move, with: {by: J}, say: a}\n",
    "back": "      - {do: back, say: a}\n",
    "become": "      - {do: become, with: {to: J}, say: a}\n",
    "area": "      - {do: area, say: a}\n",
    "box": "      - {do: box, say: a}\n",
    "circle": "      - {do: circle, say: a}\n",
    "axes": "      - {do: half_axes, say: a}\n",
    "form": "      - {do: form, with: {level: 2}, say: a}\n",
    "turn": "      - {do: turn, say: a}\n",
    "stay": "      - {do: directions, say: a}\n",
    "fan": "      - {do: fan, say: a}\n",
    "angle": "      - {do: angle, with: {first: v, second: [2, 0]}, say: a}\n",
    "letters": "      - {do: box, with: {letters: [r, s, w_1, w_2]}, say: a}\n",
    "way": "      - {do: way, with: {of: [1, 2]}, say: a}\n",
    "difference": "      - {do: difference, with: {first: [1, 0], second: [2, 1]}, say: a}\n",
    "named": "      - {do: directions, with: {arrows: [v]}, say: a}\n",
    "printed": "      - {do: area, with: {printed: true}, say: a}\n",
}


SUM = "      - {do: parallelogram, with: {first: v, second: [1, -1]}, say: a}\n"
THRICE = "      - {do: move, with: {by: J, count: 3}, say: a}\n"

KEEP_ALL = ("[[0, 0], [0, 0]]", "[[-1, 0], [0, -1]]")
"""Matrices without directions of their own, of which none are drawn (`check` tells it)."""


def section(*names):
    return HEAD + "".join(STEPS[name] for name in names)


def test_lines_that_a_matrix_does_not_keep_are_told_at_the_action_that_draws_them():
    steps = section("grid", "stay").replace("matrix: A", "matrix: [[0, -1], [1, 0]]")
    with pytest.raises(Faulty, match="turns every line") as faulty, on_stage(steps):
        pass
    (fault,) = faulty.value.faults
    assert fault.length == len("directions")


def labels(scene):
    return [one.label.label.wording for one in scene.board.vectors]


def readings(scene):
    return [one.number.wording for one in scene.board.readings]


def test_a_matrix_moves_the_basis_vectors_to_its_columns():
    with on_stage(section("basis", "move")) as scene:
        first, second = (one.arrow.seen(scene.plane) for one in scene.board.vectors)
        assert first == pytest.approx([2, 1])
        assert second == pytest.approx([1, 2])
        assert labels(scene) == ["Ae_1", "Ae_2"]


@pytest.mark.parametrize("vector", ["", ", vector: [40, 0]"])
def test_a_vector_far_out_does_not_widen_the_view_before_it_comes(vector):
    with on_stage(section("basis", "move").replace(", vector: v", vector)) as scene:
        assert scene.plane.state.reach < 5


def test_what_is_moved_twice_is_called_by_both_matrices():
    with on_stage(section("arrow", "move", "turned")) as scene:
        assert labels(scene) == ["JAv"]
        assert scene.board.vectors[0].arrow.seen(scene.plane) == pytest.approx([-3, 3])


def test_the_image_of_a_multiple_keeps_it_together():
    """The image of 2v was called A2v."""
    step = "      - {do: arrow, with: {of: 2 v}, say: b}\n"
    with on_stage(section("grid", "move").replace("      - {do: move", step + "      - {do: move")) as scene:
        assert labels(scene) == ["A(2v)"]


def test_what_goes_back_has_its_name_again():
    with on_stage(section("arrow", "move", "back")) as scene:
        assert labels(scene) == ["v"]
        assert scene.board.vectors[0].arrow.seen(scene.plane) == pytest.approx([1, 1])


@pytest.mark.parametrize("motion", ["turned", "become", "back"])
def test_while_the_plane_moves_no_arrow_has_a_name_that_is_false_there(motion):
    """On the way to (A − 2I)u, and back from it, an arrow was called (A − I)u."""
    with on_stage(section("arrow", "move", motion), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        drawn(scene, 2)


def test_several_moves_are_one_after_the_other():
    with on_stage(section("arrow") + THRICE) as scene:
        assert labels(scene) == ["J^3v"]
        assert scene.board.vectors[0].arrow.seen(scene.plane) == pytest.approx([1, -1])


def test_a_parallelogram_brings_its_arrows_and_its_corner_is_their_sum_wherever_they_go():
    with on_stage(section("grid") + SUM + STEPS["move"] + SUM) as scene:
        assert labels(scene) == ["Av", "(1, -1)"]
        assert scene.shapes["sum"].outline(scene.plane)[2] == pytest.approx([4, 2])
        assert sum(isinstance(one, PlaneShape) for one in scene.plane.things) == 1
        scene.shapes["sum"].shift([0.1, 0, 0])
        with pytest.raises(InvariantViolated, match="sum of its sides"):
            scene.invariants.measure(0)


def test_of_a_parallelogram_that_is_measured_the_area_is_read_wherever_it_goes():
    measured = SUM.replace("[1, -1]}", "[1, -1], measured: true}")
    with on_stage(section("grid") + measured + STEPS["move"]) as scene:
        assert readings(scene) == ["-6"]
        assert scene.shapes["sum"].area(scene.plane) == pytest.approx(-6)
    with on_stage(section("grid") + measured + SUM) as scene:
        assert readings(scene) == []


def test_the_way_to_a_tip_is_laid_end_to_end_and_moves_with_the_plane():
    with on_stage(section("way", "move")) as scene:
        steps = [one for one in scene.plane.things if isinstance(one, PlaneArrow) and one.start.any()]
        assert [one.seen(scene.plane) for one in steps] == [pytest.approx([2, 4])]
        assert labels(scene) == ["Ae_1", "Ae_2", "(4, 5)"]
        steps[-1].shift([0.1, 0, 0])
        with pytest.raises(InvariantViolated, match="ends at the arrow's tip"):
            scene.invariants.measure(0)


def test_a_difference_leads_from_tip_to_tip_in_the_colour_of_its_vector_and_moves_with_the_plane():
    with on_stage(section("arrow", "difference", "move")) as scene:
        own, tail, end = (one.arrow for one in scene.board.vectors)
        between = scene.plane.things[-1]
        assert between.colour == own.colour
        assert between.tail == pytest.approx(tail.tip)
        assert between.tip == pytest.approx(end.tip)
        between.shift([0.1, 0, 0])
        with pytest.raises(InvariantViolated, match="leads from tip to tip"):
            scene.invariants.measure(0)


@pytest.mark.parametrize(("of", "count"), [("[2.5, 0]", 1), ("[0, 0]", 0), ("[-1, -2]", 2), ("[1, 2]", 1)])
def test_what_is_a_basis_vector_itself_on_the_way_is_not_drawn_again(of, count):
    with on_stage(section("way").replace("[1, 2]", of)) as scene:
        things = [one for one in scene.plane.things if isinstance(one, PlaneArrow)]
        assert len(things) == 2 + count + 1


def test_steps_of_the_way_have_the_colours_of_the_basis_vectors_whatever_stood_before():
    with on_stage(section("arrow", "turn", "way").replace("[1, 2]", "[2, 3]")) as scene:
        steps = [one for one in scene.plane.things if isinstance(one, PlaneArrow)][-3:-1]
        basis = [next(one.colour for one in scene.board.vectors if one.vector == scene._unit(axis)) for axis in (0, 1)]
        assert [one.colour for one in steps] == basis
        assert scene.turning == []


def test_formulas_of_another_matrix_stand_before_the_plane_goes_there():
    with on_stage(section("arrow", "become").replace("J}, say", "J}, show: 'A = A', say"), play=False) as scene:
        scene.perform(0)
        become, shown = scene.board.become, []
        scene.board.become = lambda *to: (shown.append(len(scene.panel)), become(*to))
        scene.perform(1)
        assert shown == [1]


def test_lines_that_the_turning_arrow_found_have_their_arrows_by_name():
    with on_stage(section("turn", "named")) as scene:
        assert labels(scene) == ["v"]
        assert scene.turning == []
        assert [one.line.along for one in scene.kept.lines] == [
            pytest.approx(np.array(one) / 2**0.5) for one in ([1, 1], [1, -1])
        ]
        assert scene.kept.lines[0].arrow is None
        assert scene.kept.lines[0].line.get_stroke_color().to_hex().lower() == scene.board.vectors[0].colour


def test_the_arrow_that_turns_stands_before_its_image_comes_and_both_before_they_turn():
    """It was turning, and over the first line, while the words still brought it in."""
    with on_stage(section("turn"), play=False) as scene:
        began = []
        scene.starts = lambda name: began.append(
            (name, len([one for one in seen(scene) if isinstance(one, PlaneArrow)]))
        )
        scene.perform(0)
        assert began == [("image", 1), ("turn", 2)]


def test_beside_another_scene_no_stretch_is_read():
    page = """
  - id: page
    title: A page
    scene: Recap
    with: {points: [One]}
    beside: {scene: LinearMap, with: {matrix: A}}
    steps:
      - {do: point, say: a, beside: {do: directions}}
      - {do: stay, say: a, beside: {do: move}}
"""
    with on_stage(page) as scene:
        assert len(scene.guest.kept.lines) == 2
        assert readings(scene.guest) == []
        assert scene.guest.layout.body.right < scene.layout.body.left, "words stand right of a figure"


def test_a_matrix_becomes_another_one_by_way_of_their_mixtures():
    with on_stage(section("arrow", "area", "move", "become")) as scene:
        assert labels(scene) == ["Jv"]
        assert scene.board.vectors[0].arrow.seen(scene.plane) == pytest.approx(scene.plane.state.array @ [1, 1])
        there = scene.plane.state.array
        way = scene.plane.goes_to(there - np.eye(2))
        way.begin()
        way.interpolate(0.5)
        assert scene.plane.state.array == pytest.approx(there - np.eye(2) / 2)


def test_to_a_shifted_matrix_the_plane_goes_by_the_matrix_itself_where_it_would_be_flat_on_the_way():
    flat = STEPS["become"].replace("J", "[[-1, 1], [1, -1]]")
    with on_stage(section("area", "become").replace(STEPS["become"], flat), play=False) as scene:
        scene.perform(0)
        came = []
        go = scene.board.become
        scene.board.become = lambda one: came.append(str(one.tree)) or go(one)
        scene.perform(1)
        assert len(came) == 2
        assert scene.plane.state.array == pytest.approx(np.array([[-1, 1], [1, -1]]))


def test_what_goes_back_has_moved_before():
    with on_stage(section("basis", "back")) as scene:
        assert "move" in scene.done


def test_a_vector_without_a_name_is_called_by_its_components():
    with on_stage(
        section("grid", "move").replace(
            "      - {do: move", "      - {do: arrow, with: {of: [1, 0]}, say: b}\n      - {do: move"
        )
    ) as scene:
        assert labels(scene) == ["(2, 1)"]


def test_the_area_of_the_moved_square_is_the_determinant():
    with on_stage(section("area", "move")) as scene:
        assert scene.shapes["square"].area(scene.plane) == pytest.approx(3)
        assert readings(scene) == ["3"]


def test_the_box_around_the_moved_square_is_cut_into_squares_and_triangles_which_leave_when_it_moves():
    with on_stage(section("area", "move", "box", "back"), play=False) as scene:
        for k in range(3):
            scene.perform(k)
        assert [round(abs(one.area(scene.plane)), 6) for one in scene.around.shapes] == [1] * 6
        assert [text.wording for text in scene.around.labels] == ["1"] * 6
        assert (len(scene.around.rectangles), len(scene.around.triangles)) == (2, 4)
        pieces = scene.around.shapes
        assert scene.plane.grid.share < 1
        scene.perform(3)
        assert scene.plane.grid.share == 1
        assert scene.around is None
        assert not {*map(id, pieces)} & {*map(id, seen(scene))}


def test_the_box_in_letters_names_its_sides_and_each_piece_by_them():
    with on_stage(section("area", "move", "box", "letters")) as scene:
        words = [text.wording.replace(" ", "") for text in (*scene.around.labels, *scene.around.edges)]
        assert words == [*2 * ["sw_1"], *2 * [r"\tfrac{1}{2}rw_1"], *2 * [r"\tfrac{1}{2}sw_2"], "r", "s", "w_1", "w_2"]
        assert abs(scene.around.unlike_letters()) < 1e-6


def test_other_letters_take_the_places_of_letters():
    with on_stage(section("area", "move", "letters", "letters"), play=False) as scene:
        for index in range(4):
            scene.perform(index)
        assert len(scene.around.edges) == 4
        assert all_hold(scene)


@pytest.mark.parametrize("matrix", ["[[0, 1], [1, 0]]", "[[1, 2], [2, 1]]", "[[2, -1], [1, 2]]", "[[2, 0], [1, 2]]"])
def test_where_letters_would_say_another_size_the_numbers_stay(matrix):
    with on_stage(section("area", "move", "letters").replace("matrix: A", f"matrix: {matrix}")) as scene:
        assert not scene.around.lettered


def test_a_piece_that_its_letters_do_not_tell_stops_the_render():
    with on_stage(section("area", "move", "letters", "circle"), play=False) as scene:
        for k in range(3):
            scene.perform(k)
        scene.invariants.release("the square and what is around it make the box")
        scene.around.shapes[0].scale(1.1)
        with pytest.raises(InvariantViolated, match="as its letters say"):
            drawn(scene, 3)


def test_a_letter_on_the_square_is_seen_from_behind_when_the_plane_is_turned_over():
    with on_stage(section("printed", "move").replace("matrix: A", "matrix: [[0, 1], [1, 0]]")) as scene:
        (mark,) = [one for one in scene.plane.things if isinstance(one, Print)]
        there = np.array([scene.plane.model_of(point) for point in mark.points])
        assert there == pytest.approx(mark.outlines[:, ::-1])
        assert np.abs(there - 0.5).max() == pytest.approx(0.3)


def test_all_arrows_of_a_fan_move_and_those_that_the_matrix_sends_to_zero_are_dots():
    flat = STEPS["become"].replace("J", "[[1, 1], [1, 1]]")
    with on_stage(section("fan") + flat) as scene:
        ends = [one.seen(scene.plane) for one in scene.fanned.arrows]
        assert len(ends) == 16
        assert all(end[0] == pytest.approx(end[1], abs=1e-6) for end in ends)
        assert sum(np.linalg.norm(end) < 1e-6 for end in ends) == 2


def test_a_fan_is_as_long_as_the_arrow_that_stands_and_has_its_colour_on_its_line():
    with on_stage(section("arrow", "fan")) as scene:
        assert [np.linalg.norm(one.at) for one in scene.fanned.arrows] == pytest.approx(15 * [np.sqrt(2)])
        mine = [one.at for one in scene.fanned.arrows if one.colour == scene.board.vectors[0].colour]
        assert mine == [pytest.approx([-1, -1])]


def test_an_arrow_of_a_fan_that_goes_astray_stops_the_render():
    with on_stage(section("fan", "basis"), play=False) as scene:
        scene.perform(0)
        scene.fanned.arrows[3].scale(1.1)
        with pytest.raises(InvariantViolated, match="where the matrix takes it"):
            drawn(scene, 1)


@pytest.mark.parametrize(("moves", "angle"), [(0, "45"), (1, "18"), (2, "6.3")])
def test_the_angle_of_two_arrows_is_read_wherever_they_are_taken(moves, angle):
    with on_stage(section("angle", *moves * ["move"])) as scene:
        assert readings(scene) == [angle]


def test_an_arc_of_another_angle_stops_the_render():
    with on_stage(section("angle", "basis"), play=False) as scene:
        scene.perform(0)
        next(one for one in scene.plane.things if isinstance(one, Arc)).scale(1.1)
        with pytest.raises(InvariantViolated, match="as wide as the angle"):
            drawn(scene, 1)


def test_what_became_another_goes_straight_back():
    with on_stage(section("fan", "become", "back")) as scene:
        assert "move" not in scene.done
        assert scene.plane.state.array == pytest.approx(np.eye(2))


def test_what_is_read_stands_beside_the_plane_under_the_formulas():
    shown = STEPS["area"].replace("say: a", r"say: a, show: \det A = 3")
    with on_stage(section() + shown) as scene:
        (reading,), (formula,) = scene.board.readings, scene.panel
        assert reading.get_left()[0] > scene.plane.room.right
        assert reading.get_top()[1] < formula.get_bottom()[1]


def test_a_line_on_which_a_vector_stands_takes_no_colour_from_the_other():
    with on_stage(section("arrow", "stay")) as scene:
        colours = [kept.line.get_stroke_color().to_hex().lower() for kept in scene.kept.lines]
        assert colours == [scene.board.vectors[0].colour.lower(), scene.theme.palette["green"].lower()]


def test_the_arrow_that_turns_begins_where_its_image_is_on_another_line():
    with on_stage(section("turn")) as scene:
        turning = scene.turning[0]
        assert turning.put(turning.began).between() > 20


def test_a_piece_of_another_size_stops_the_render():
    with on_stage(section("area", "move", "box", "circle"), play=False) as scene:
        for k in range(3):
            scene.perform(k)
        scene.around.shapes[0].scale(1.1)
        with pytest.raises(InvariantViolated, match="make the box"):
            drawn(scene, 3)


def test_a_flat_square_keeps_the_colour_of_the_side_that_was_up():
    over, flat = (STEPS["become"].replace("J", one) for one in ("[[0, 1], [1, 0]]", "[[-1, 1], [1, -1]]"))
    with on_stage(section("area") + over + flat) as scene:
        assert scene.shapes["square"].get_color().to_hex().lower() == scene.theme.palette["purple"]
    with on_stage(section("area") + flat) as scene:
        assert scene.shapes["square"].get_color().to_hex().lower() == scene.theme.palette["yellow"]


def test_a_flipped_square_has_a_negative_area_and_another_colour():
    with on_stage(section("area", "move").replace("matrix: A", "matrix: [[0, 1], [1, 0]]")) as scene:
        square = scene.shapes["square"]
        assert square.area(scene.plane) == pytest.approx(-1)
        assert square.get_color().to_hex().lower() == scene.theme.palette["purple"]
        assert readings(scene) == ["-1"]


def test_the_lines_that_stay_are_the_eigenvectors_and_the_arrows_on_them_grow_by_the_eigenvalues():
    with on_stage(section("stay", "move")) as scene:
        assert readings(scene) == ["3", "1"]
        assert [
            np.cross(kept.line.along, along) for kept, along in zip(scene.kept.lines, [(1, 1), (1, -1)], strict=True)
        ] == (pytest.approx([0, 0]))


@pytest.mark.parametrize("names", [("stay",), ("stay", "move", "back")])
def test_where_nothing_is_stretched_no_stretch_is_read(names):
    with on_stage(section(*names)) as scene:
        assert readings(scene) == []


def test_lines_that_the_next_matrix_does_not_keep_leave():
    with on_stage(section("stay", "move", "turned")) as scene:
        assert scene.kept.lines == []
        assert readings(scene) == []


def test_a_line_that_left_comes_again_beside_the_one_that_stayed_and_both_are_measured():
    shear = STEPS["move"].replace("do: move", "do: move, with: {by: [[2, 1], [0, 1]]}")  # it keeps the second one
    with on_stage(section("stay") + shear + STEPS["stay"]) as scene:
        assert {tuple(np.sign(one.line.along)) for one in scene.kept.lines} == {(1, 1), (1, -1)}
        for one in scene.kept.lines:
            scene.invariants.measure(0)
            one.line.shift([0, 0.2, 0])
            with pytest.raises(InvariantViolated, match="the arrow stays on its line"):
                scene.invariants.measure(0)
            one.line.shift([0, -0.2, 0])


def test_the_half_axes_of_the_ellipse_are_as_long_as_the_singular_values():
    with on_stage(section("axes", "move").replace("matrix: A", "matrix: [[3, 0], [4, 5]]")) as scene:
        lengths = [np.linalg.norm(one.seen(scene.plane)) for one in scene.axes.arrows]
        assert lengths == pytest.approx([np.sqrt(45), np.sqrt(5)])
        assert len(scene.axes.corner.points), "a mark says that they stand at a right angle"
        assert [one.number.wording for one in scene.axes.readings] == ["6.71", "2.24"]


def test_a_half_axis_that_is_squashed_has_no_length_and_the_other_stays():
    with on_stage(section("axes", "move").replace("matrix: A", "matrix: [[1, 2], [2, 4]]")) as scene:
        assert [one.number.wording for one in scene.axes.readings] == ["5", "0"]
        assert not len(scene.axes.corner.points)


def test_half_axes_leave_where_they_would_be_none():
    shear = section("axes", "move").replace("do: move", "do: move, with: {by: [[1, 1], [0, 1]]}")
    with on_stage(shear) as scene:
        assert scene.axes is None
        assert not scene.board.readings


def test_half_axes_that_do_not_stand_upright_stop_the_render():
    with on_stage(section("axes"), play=False) as scene:
        scene.perform(0)
        scene.axes.arrows[0].at = np.array([1.0, 0.2])
        scene.plane.follow()
        scene.axes.corner.set_points_as_corners(np.eye(3))
        with pytest.raises(InvariantViolated, match="at a right angle"):
            scene.invariants.measure(0)


def test_a_formula_of_the_turn_comes_before_the_arrow_has_gone_round():
    with on_stage(section("turn").replace("turn, say", "turn, show: 'A = A', say"), play=False) as scene:
        shown, play = [], scene.play
        scene.play = lambda *moves, **how: (shown.append((how.get("run_time"), len(scene.panel))), play(*moves, **how))
        scene.perform(0)
        assert (None, 1) in shown, "the turn has its own time"


def test_the_arrow_that_turns_ends_where_its_image_lies_on_its_line():
    with on_stage(section("turn")) as scene:
        assert scene.turning[0].between() == pytest.approx(0, abs=1e-4)
        assert readings(scene) == ["0"]


def test_a_dot_stays_wherever_arrow_and_image_have_lain_on_one_line():
    with on_stage(section("turn")) as scene:
        turning = scene.turning[0]
        places = [tuple(np.round(scene.plane.graph.model_of(one.get_center()), 6)) for one in turning.marks]
        far, near = round(3 / 2**0.5, 6), round(1 / 2**0.5, 6)
        assert sorted(places) == sorted([(far, far), (-far, -far), (near, -near), (-near, near)])
        assert [one.get_fill_opacity() for one in turning.marks] == [1] * 4
        turning.put(turning.began + 1)
        assert sum(one.get_fill_opacity() for one in turning.marks) == 1


def test_the_view_reaches_farther_before_anything_leaves_it():
    with on_stage(section("arrow", "move", "move", "move")) as scene:
        assert scene.plane.holds([np.array([27.0, 27.0])])


@pytest.mark.parametrize("order", orders(STEPS, 3, 17))
def test_no_order_of_actions_crashes(order):
    with on_stage(section(*order)) as scene:
        assert scene.board.stands


@pytest.mark.parametrize(
    "matrix", ["[[0, 0], [0, 0]]", "[[1, 1], [1, 1]]", "[[-1, 0], [0, -1]]", "[[1, 5], [0, 1]]", "10^{-9} A", "10^9 A"]
)
def test_every_matrix_can_be_drawn(matrix):
    keeps = () if matrix in KEEP_ALL else ("stay",)
    given = f"matrix: '{matrix}'" if "^" in matrix else f"matrix: {matrix}"
    steps = section("basis", "area", "circle", *keeps, "move", "box", "back", "turn")
    with on_stage(steps.replace("matrix: A", given)) as scene:
        assert scene.board.stands


@pytest.mark.parametrize("name", STEPS)
def test_all_that_is_claimed_holds_on_every_frame(name):
    with on_stage(section("area", name), play=False) as scene:
        scene.perform(0)
        drawn(scene, 1)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_frame(aspect):
    with on_stage(section("basis", "area", "move", "stay"), aspect) as scene:
        assert all(scene.layout.frame.holds(one, 0.02) for one in seen(scene))


@pytest.mark.parametrize("matrix", ["A", "[[1, 0], [0, -2]]", "[[0, 1], [1, 0]]", "[[9, 0], [0, 1]]"])
def test_the_form_has_its_value_at_every_point_of_its_curve(matrix):
    with on_stage(section("form").replace("matrix: A", f"matrix: {matrix}")) as scene:
        (curve,) = [one for one in scene.plane.things if isinstance(one, Conic)]
        assert len(curve.points)
        assert curve.off(scene.plane) < 1e-9


def test_a_value_that_the_form_never_has_is_the_authors_fault():
    with pytest.raises(Faulty, match="found -2, which"), on_stage(section("form").replace("2}", "-2}")):
        pass


# ── planted faults ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_unequal_axes_stop_the_render():
    with on_stage(section("grid", "basis"), play=False) as scene:
        scene.perform(0)
        scene.plane.graph.frame.stretch(1.1, 0)
        with pytest.raises(InvariantViolated, match="equal units"):
            drawn(scene, 1)


def test_a_name_that_stays_while_its_arrow_moves_stops_the_render():
    with on_stage(section("arrow", "move"), play=False) as scene:
        scene.perform(0)
        name = scene.board._called(scene.board.vectors[0].vector, [1, 1])
        scene.board._called = lambda *_: name
        with pytest.raises(InvariantViolated, match="name says where it is"):
            drawn(scene, 1)


def test_an_arrow_that_leaves_its_line_stops_the_render():
    with on_stage(section("stay", "move"), play=False) as scene:
        scene.perform(0)
        scene.kept.lines[0].arrow.at = np.array([1.0, 0.9])
        with pytest.raises(InvariantViolated, match="stays on its line"):
            drawn(scene, 1)


def test_a_square_of_another_area_stops_the_render():
    with on_stage(section("area", "move"), play=False) as scene:
        scene.perform(0)
        scene.shapes["square"].corners = scene.shapes["square"].corners * 1.1
        with pytest.raises(InvariantViolated, match="area"):
            drawn(scene, 1)


def test_a_curve_that_misses_its_value_stops_the_render():
    with on_stage(section("form", "basis"), play=False) as scene:
        scene.perform(0)
        scene.plane.things[0].scale(1.1)
        with pytest.raises(InvariantViolated, match="every point of the curve"):
            drawn(scene, 1)


def test_a_reading_that_is_not_what_the_model_says_stops_the_render():
    with on_stage(section("stay", "move")) as scene:
        number = scene.kept.readings[0].number
        number.settle()
        scene.kept.lines[0].arrow.follow(scene.plane).scale(2)
        with pytest.raises(RuntimeError, match="where it is 6"):
            number.settle()


@pytest.mark.parametrize(
    "names", [("circle",), ("basis", "circle", "move"), ("form",), ("circle", "turned"), ("circle", "move", "stay")]
)
def test_no_outline_runs_through_a_number_of_the_axes(names):
    with on_stage(section(*names)) as scene:
        plane = scene.board.plane
        outline = np.concatenate(
            [one.points for one in plane.things if isinstance(one, PlaneShape | PlaneLine | Conic)]
        )
        boxes = [(one.get_center()[:2], np.array([one.width, one.height]) / 2) for one in plane.graph.numbers]
        assert not any((np.abs(outline[:, :2] - at) < half).all(axis=1).any() for at, half in boxes)


FLAT = STEPS["become"].replace("J", "A - I")


@pytest.mark.parametrize(
    "steps",
    [
        section("basis", "circle"),
        section("circle", "basis"),
        section("basis", "circle", "move"),
        section("arrow", "stay"),
        section("basis") + FLAT,
    ],
)
def test_no_outline_or_head_or_line_runs_through_a_label(steps):
    with on_stage(steps) as scene:
        plane = scene.board.plane
        heads = [np.linspace(*one.arrow.neck(one.arrow.tail, one.arrow.tip), 20) for one in scene.board.vectors]
        outlines = [one.points for one in plane.things if isinstance(one, PlaneShape)]
        lines = [one.points[[0, -1], :2] for one in plane.things if isinstance(one, PlaneLine)]
        if steps.endswith(FLAT):
            lines.append(np.array([plane.place(np.array(end))[:2] for end in ((-2, -2), (2, 2))]))
        drawn = np.concatenate([*heads, *(one[:, :2] for one in outlines), *(np.linspace(*one, 400) for one in lines)])
        boxes = [one.label.label for one in scene.board.vectors]
        half = [np.array([one.width, one.height]) / 2 for one in boxes]
        assert not any(
            (np.abs(drawn - one.get_center()[:2]) < size).all(axis=1).any()
            for one, size in zip(boxes, half, strict=True)
        )


def test_basis_vectors_take_colours_that_no_symbol_has():
    with on_stage(section("arrow", "basis").replace("basis, say: a", "basis, say: a, show: 'v = v'")) as scene:
        colours = [one.colour for one in scene.board.vectors]
        assert len({*colours}) == len(colours)


def test_numbers_on_fills_are_as_bright_as_text():
    with on_stage(section("circle") + STEPS["turned"].replace("J", "[[3, 0], [0, 3]]")) as scene:
        shapes = [one for one in scene.plane.things if isinstance(one, PlaneShape)]
        found = {
            any(one.covers(number.get_center()) for one in shapes): number.get_fill_color().to_hex().lower()
            for number in scene.plane.graph.numbers
        }
        assert found == {True: scene.theme.foreground.lower(), False: scene.theme.muted.lower()}


@pytest.mark.parametrize(
    ("matrix", "vector", "names"),
    [
        ("[[0, -1], [1, 0]]", "[2, 1]", ["2 + i", "i(2 + i)", "i^2(2 + i)"]),
        ("[[1, 2], [-2, 1]]", "[0, -3]", ["-3i", "(1 - 2i)(-3i)", "(1 - 2i)^2(-3i)"]),
        ("[[2, 0], [0, 2]]", "[0, 1]", ["i", "2i", "2^2 i"]),
        ("[[1, 1], [0, 1]]", "[1, 0]", ["1", "(1, 0)", "(1, 0)"]),
    ],
)
def test_written_out_in_the_complex_plane_vectors_and_matrices_are_called_by_their_numbers(matrix, vector, names):
    moves = "".join(f"      - {{do: {one}, say: a}}\n" for one in [f"arrow, with: {{of: {vector}}}", "move", "move"])
    section = f"""
  - id: turn
    title: A turn
    scene: LinearMap
    with: {{matrix: {matrix}, vector: {vector}, complex_numbers: true}}
    steps:
{moves}"""
    with on_stage(section, play=False) as scene:
        for index, name in enumerate(names):
            scene.perform(index)
            assert scene.board.vectors[0].label.label.wording.replace(" ", "") == name.replace(" ", "")


def test_the_basis_of_the_complex_plane_is_one_and_i():
    section = """
  - id: turn
    title: A turn
    scene: LinearMap
    with: {matrix: J, complex_numbers: true}
    steps:
      - {do: basis, say: a}
      - {do: move, say: a}
      - {do: move, with: {by: [[0, -1], [1, 0]]}, say: a}
"""
    with on_stage(section, play=False) as scene:
        for index, names in enumerate([["1", "i"], ["J", "Ji"], ["iJ", "iJi"]]):
            scene.perform(index)
            assert [one.label.label.wording.replace(" ", "") for one in scene.board.vectors] == names


def test_a_view_that_is_too_wide_for_a_motion_comes_nearer():
    steps = "move, with: {by: [[6, 0], [0, 6]]}", "back", "move, with: {by: [[0, -1], [1, 0]]}"
    with on_stage(section("basis") + "".join(f"      - {{do: {one}, say: a}}\n" for one in steps), play=False) as scene:
        reaches = [(scene.perform(index), scene.plane.state.reach)[1] for index in range(4)]
        assert reaches[1] == reaches[2] > 1.5 * reaches[3] >= reaches[0]
