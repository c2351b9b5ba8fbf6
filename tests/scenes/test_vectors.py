"""Vectors of the plane: what is made of them adds up, shadows leave a right angle, coordinates are factors."""

import numpy as np
import pytest
from manim import RoundedRectangle

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, drawn, on_stage, orders, outside, seen

HEAD = """
  - id: vectors
    title: Vectors
    scene: Vectors
    with: {vector: v, onto: [3, 1]}
    steps:
"""
STEPS = {
    "arrow": "      - {do: arrow, with: {of: v}, say: a}\n",
    "multiple": "      - {do: multiple, with: {of: v, by: -2}, say: a}\n",
    "combine": "      - {do: combine, with: {of: [v, [3, 1]], times: [2, -1]}, say: a}\n",
    "span": "      - {do: span, with: {first: v, second: [3, 1]}, say: a}\n",
    "coordinates": "      - {do: coordinates, with: {of: [3, 1], first: v, second: [1, -1]}, say: a}\n",
    "project": "      - {do: project, with: {of: v, onto: [3, 1]}, say: a}\n",
    "angle": "      - {do: angle, with: {first: v, second: [3, 1]}, say: a}\n",
}


def section(*names):
    return HEAD + "".join(STEPS[name] for name in names)


def made(scene):
    return [(one.label.label.wording, one.arrow.seen(scene.plane).round(6).tolist()) for one in scene.work.arrows]


def test_a_combination_ends_where_the_multiples_end():
    with on_stage(section("combine")) as scene:
        assert [at for _, at in made(scene)] == [[2, 2], [-3, -1], [-1, 1]]
        assert made(scene)[0][0] == "2v"


def test_a_sum_is_called_by_its_parts():
    with on_stage(section("combine").replace("[v, [3, 1]], times: [2, -1]", "[v, v], times: [1, 2]")) as scene:
        assert made(scene)[-1] == ("v + 2v", [3, 3])


def test_a_sum_that_stands_already_is_not_drawn_over():
    added = STEPS["combine"].replace("[v, [3, 1]], times: [2, -1]", "[v, [2, 1]], times: [1, 1]")
    with on_stage(section() + added) as scene:
        whole = made(scene)[-1]
    arrow = STEPS["arrow"].replace("of: v", f"of: {whole[1]}")
    with on_stage(section() + arrow + added) as scene:
        assert whole not in made(scene)
        assert whole[1] in [one.arrow.seen(scene.plane).round(6).tolist() for one in scene.work.board.vectors]


def test_coordinates_are_the_factors_of_the_basis():
    with on_stage(section("coordinates")) as scene:
        assert [at for _, at in made(scene)] == [[2, 2], [1, -1]]


def test_what_a_shadow_leaves_over_stands_upright():
    with on_stage(section("project")) as scene:
        (_, shadow), (_, rest) = made(scene)
        assert shadow == pytest.approx([1.2, 0.4])
        assert np.dot(rest, shadow) == pytest.approx(0)


def test_a_vector_on_the_line_leaves_nothing_over():
    with on_stage(section("project").replace("of: v", "of: [6, 2]")) as scene:
        assert [at for _, at in made(scene)] == [[6, 2]]


def test_a_vector_that_is_the_shadow_is_not_drawn_again():
    with on_stage(section("project").replace("of: v", "of: [2, 4]")) as scene:
        assert [at for _, at in made(scene)] == [[-1, 3]]


def test_the_angle_is_read_from_the_arrows():
    with on_stage(section("angle").replace("[3, 1]}", "[0, 2]}")) as scene:
        assert [one.number.wording for one in scene.board.readings] == ["45"]


def cards_of(scene):
    return [one for one in scene.mobjects if isinstance(one, RoundedRectangle)]


def test_formulas_that_come_late_stand_on_the_plane_on_a_card_that_leaves_with_them():
    shown = STEPS["angle"].replace("say: a", "say: a, show: 'v \\cdot v = 2'")
    with on_stage(section("arrow", "span") + shown, play=False) as scene:
        assert scene.layout.figure == scene.layout.body
        for index in range(3):
            scene.perform(index)
        (formula,) = scene.panel
        (card,) = cards_of(scene)
        assert abs(card.get_center() - formula.get_center()).max() < 1e-6
        assert card.width > formula.width
        assert formula.z_index > card.z_index > max(one.arrow.z_index for one in scene.board.vectors)
        scene.panel_leaving()
        (leaves,) = scene.backing()
        scene.play(leaves)
        assert not cards_of(scene)


def test_the_grid_of_a_span_stands_before_that_of_the_axes_which_comes_up_again():
    with on_stage(section("span")) as scene:
        assert scene.plane.grid.get_stroke_opacity() < scene.work.marks[0].get_stroke_opacity()
    with on_stage(section("span", "multiple")) as scene:
        assert scene.plane.grid.get_stroke_opacity() == 1


def test_a_line_that_is_spanned_stands_out_and_one_that_helps_does_not():
    with on_stage(section("span").replace("second: [3, 1]", "second: [-2, -2]")) as scene:
        spanned = scene.work.marks[0].get_stroke_width()
    with on_stage(section("multiple")) as scene:
        assert spanned > scene.work.marks[0].get_stroke_width()


def test_two_vectors_on_one_line_span_a_line():
    with on_stage(section("span").replace("second: [3, 1]", "second: [-2, -2]")) as scene:
        assert [type(one).__name__ for one in scene.work.marks] == ["PlaneLine"]


@pytest.mark.parametrize("order", orders(STEPS, 3, 13))
def test_no_order_of_actions_crashes(order):
    with on_stage(section(*order)) as scene:
        assert scene.board.stands


@pytest.mark.parametrize("name", STEPS)
def test_all_that_is_claimed_holds_on_every_frame(name):
    with on_stage(section(name), play=False) as scene:
        drawn(scene, 0)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_frame(aspect):
    with on_stage(section("combine", "project"), aspect) as scene:
        assert all(scene.layout.frame.holds(one, 0.02) for one in seen(scene))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (section("combine").replace("times: [2, -1]", "times: [2]"), "found 1 of them, expected 2"),
        (section("project").replace("onto: [3, 1]}, say", "onto: [0, 0]}, say"), "zero vector"),
        (section("coordinates").replace("second: [1, -1]", "second: [2, 2]"), "expected a basis"),
    ],
)
def test_what_does_not_fit_is_the_authors_fault(steps, expected):
    with pytest.raises(Faulty, match=expected), on_stage(steps):
        pass


# ── planted faults ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("name", "claim"), [("combine", "end to end"), ("project", "right angle")])
def test_an_arrow_that_is_bent_stops_the_render(name, claim):
    with on_stage(section(name, "arrow").replace("of: v}, say: a}\n", "of: [2, 0]}, say: a}\n"), play=False) as scene:
        scene.perform(0)
        scene.work.arrows[-1].arrow.at = np.array([0.3, 0.9])
        scene.work.arrows[-1].arrow.follow(scene.plane)
        with pytest.raises(InvariantViolated, match=claim):
            drawn(scene, 1)


def test_an_arc_of_another_angle_stops_the_render():
    with on_stage(section("angle", "arrow").replace("of: v}", "of: [2, 0]}"), play=False) as scene:
        scene.perform(0)
        scene.work.marks[0].rotate(0.3).stretch(1.3, 0)
        with pytest.raises(InvariantViolated, match="arc"):
            drawn(scene, 1)


def test_the_plane_of_complex_numbers_names_its_axes_and_another_does_not():
    section = """
  - id: one
    title: One
    scene: Vectors
    with: {vector: v, complex_numbers: true}
    steps:
      - {do: arrow, with: {of: [9, 4]}, say: a}
"""
    with on_stage(section) as scene:
        assert [name.wording for name in scene.plane.graph.names] == [r"\mathrm{Re}", r"\mathrm{Im}"]
        assert outside(scene) == []
    with on_stage(section.replace(", complex_numbers: true", "")) as scene:
        assert len(scene.plane.graph.names) == 0


def test_a_vector_that_leads_far_and_is_not_drawn_leaves_the_others_their_size():
    far = HEAD.replace("vector: v, onto: [3, 1]", "vector: [14, 9]") + STEPS["arrow"]
    with on_stage(far) as scene:
        assert scene.plane.state.reach < 5
    with on_stage(far + STEPS["arrow"].replace("of: v", "of: [14, 9]")) as scene:
        assert scene.plane.state.reach > 9
        assert outside(scene) == []


def test_a_vector_of_zero_is_a_dot_at_the_origin():
    arrow = STEPS["arrow"].replace("of: v", "of: [0, 0]")
    with on_stage(HEAD + arrow) as scene:
        (standing,) = scene.board.vectors
        assert (standing.arrow.width, standing.arrow.seen(scene.plane).tolist()) == (pytest.approx(0.14), [0, 0])


def test_the_plane_comes_near_to_arrows_that_could_not_be_seen():
    tiny = "      - {do: arrow, with: {of: ['0.000001', '0.000002']}, say: a}\n"
    with on_stage(HEAD.replace("{vector: v, onto: [3, 1]}", "{}") + tiny) as scene:
        (standing,) = scene.board.vectors
        assert np.linalg.norm(standing.arrow.vector) > 1
    with on_stage(section("arrow") + tiny) as scene:  # beside a long one it stays as it is
        assert np.linalg.norm(scene.board.vectors[0].arrow.vector) > 1
