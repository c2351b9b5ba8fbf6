"""The backward pass: every edge lights up, arrows gather in one column, the counter ends at the author's count."""

import pytest

from tests.scenes.theatre import on_stage, seen

SECTION = r"""
  - id: net
    title: One backward pass
    scene: BackwardPass
    with:
      layers: [3, 4, 1]
      function: L
      labels: ['\frac{\partial L}{\partial w_2}', '\frac{\partial L}{\partial w_1}']
    steps:
      - {do: network, say: a}
      - {do: forward, say: b}
      - {do: backward, say: c}
      - {do: collect, say: d, show: \nabla L}
      - {do: nudge, say: e}
      - {do: scale, with: {count: 1000000000}, say: f}
"""


def first(count):
    head, steps = SECTION.split("    steps:\n")
    return head + "    steps:\n" + "".join(steps.splitlines(keepends=True)[:count])


def test_neighbouring_layers_are_fully_joined_and_the_last_one_with_the_loss():
    with on_stage(first(1)) as scene:
        assert [len(column) for column in scene.columns] == [3, 4, 1]
        assert [len(group) for group in scene.edges] == [12, 4, 1]


def test_after_the_backward_pass_every_edge_carries_the_gradients_colour():
    with on_stage(first(3)) as scene:
        colours = {edge.get_stroke_color().to_hex().lower() for group in scene.edges for edge in group}
        assert colours == {scene.colour_of(r"\nabla L")}


def test_before_it_none_does():
    with on_stage(first(2)) as scene:
        colours = {edge.get_stroke_color().to_hex().lower() for group in scene.edges for edge in group}
        assert scene.colour_of(r"\nabla L") not in colours


def test_the_arrows_stand_in_one_column():
    with on_stage(first(4)) as scene:
        flying = scene.arrows[0]
        assert max(arrow.get_center()[0] for arrow in flying) - min(arrow.get_center()[0] for arrow in flying) < 1e-6


def test_a_step_downhill_lowers_the_loss():
    with on_stage(first(4)) as before, on_stage(first(5)) as after:
        assert after.level.get_value() < before.level.get_value()


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1"])
def test_a_wide_formula_keeps_off_the_columns_bracket(aspect):
    with on_stage(first(5).replace("say: e", r"show: 'L(w_1, w_2) = w_1^2 + 3 w_2^2', say: e"), aspect) as scene:
        assert scene.panel[0].get_left()[0] - scene.arrows[1].get_right()[0] > 0.3


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1"])
def test_all_of_it_stays_inside_the_frame(aspect):
    with on_stage(SECTION, aspect) as scene:
        for mobject in seen(scene):
            assert scene.layout.frame.holds(mobject, 1e-3), mobject
