"""The interactives of lines, steps and points begin where the lesson does, and move as far again."""

import pytest
from played import found, plays

from mathora.export.content.story import spoken


def test_a_step_size_moves_from_zero_to_twice_the_largest():
    play = found()["Iteration"]
    assert [(spoken(one.name), one.low, one.high) for one in play.dials] == [("w", -3, 9), ("eta", 0, 0.8)]
    assert play.data["takes"] == [[0], [0]]


def test_a_recurrence_moves_its_start_and_its_functions_take_it():
    (play,) = plays([("Iteration", "{function: h, start: {p: 1}, following: [h], steps: 4}", "axes")])
    assert (play.data["rate"], play.data["takes"], len(play.dials)) == (False, [[0], [0]], 1)


@pytest.mark.parametrize(
    ("given", "pair"),
    [("{}", [[2, 1], [1, 0]]), ("{vector: v, onto: u}", [[2, 1], [1, 0]]), ("{vector: v, onto: k}", [[2, 1], [0, 1]])],
)
def test_two_vectors_on_different_lines_are_combined(given, pair):
    (play,) = plays([("Vectors", given, "arrow, with: {of: v}")])
    assert play.data["vectors"] == pair


def test_shadows_have_axes_whose_names_are_of_the_picture_alone():
    (play,) = plays([("PrincipalDirections", "{x: s_i, y: t_i}", "points")])
    assert [one["base"] for one in play.data["names"]] == ["s", "t"]


def test_points_without_a_line_have_centres_to_move():
    line, centres, bare = plays(
        [
            ("DataPlot", "{x: x_i, y: y_i, group: c_i, boundary: b, at: {m: 5}}", "points"),
            ("DataPlot", "{x: x_i, y: y_i, centres: [{x: 1, y: 2}, {x: 3, y: 3}]}", "points"),
            ("DataPlot", "{x: s_i, y: t_i}", "points"),  # the model has no s and no t
        ]
    )
    assert (line.kind, [*map(str, line.functions)], line.data["level"]) == ("groups", ["boundary"], 0)
    assert [one.start for one in centres.dials] == [1, 2, 3, 3]
    assert (bare.kind, len(bare.dials)) == ("clusters", 2)
