"""The backward pass: every edge lights up, arrows gather in one row, the counter ends at the author's count."""

from itertools import pairwise

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.network import SmallNetwork
from mathora.stage.text.standing_text import standing_texts
from tests.scenes.theatre import ASPECTS, all_hold, drawn, on_stage, proven_section, seen

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


ONE_LABEL = SECTION.replace(r", '\frac{\partial L}{\partial w_1}'", "")


def first(count, section=SECTION):
    head, steps = section.split("    steps:\n")
    return head + "    steps:\n" + "".join(steps.splitlines(keepends=True)[:count])


def test_slopes_by_single_runs_take_one_more_than_there_are_weights_and_one_sweep_back():
    steps = first(1) + "      - {do: runs, say: b}\n      - {do: backward, say: c}\n"
    with on_stage(steps) as scene:
        one_by_one, all_at_once = ([row.value() for row in margin.rows.values()] for margin in scene.counts.columns)
        assert (one_by_one, all_at_once) == ([len(scene.net.lines) + 1], [1, 1])


@pytest.mark.parametrize(("layers", "weights"), [("[3, 4, 1]", 16), ("[1, 1]", 1), ("[2, 2, 2]", 8)])
def test_slopes_that_run_forward_take_a_sweep_for_each_weight_and_leave_the_loss_alone(layers, weights):
    steps = first(1, ONE_LABEL).replace("[3, 4, 1]", layers) + "      - {do: sweeps, say: b}\n"
    with on_stage(steps, play=False) as scene:
        scene.perform(0)
        levels = []
        scene.invariant("look", lambda: levels.append(scene.net.bar.state.level) or 0.0, 1)
        drawn(scene, 1)
        assert [row.value() for row in scene.counts.columns[0].rows.values()] == [weights]
        assert levels == pytest.approx([levels[0]] * len(levels))
        assert scene.net.lit == 0
        assert all_hold(scene)


def test_while_runs_are_counted_the_loss_answers_each_weight_and_is_then_as_before():
    with on_stage(first(1) + "      - {do: runs, say: b}\n", play=False) as scene:
        scene.perform(0)
        levels = []
        scene.invariant("look", lambda: levels.append(scene.net.bar.state.level) or 0.0, 1)
        drawn(scene, 1)
        turns = np.count_nonzero(np.diff(np.sign(np.array(levels) - levels[0])))
        assert turns >= 4
        assert max(levels) > 1.1 * levels[0]
        assert levels[-1] == pytest.approx(levels[0])


def test_behind_the_neuron_where_two_weights_end_all_ways_are_lit_once_and_it_keeps_its_slope():
    steps = first(1).replace("function: L", "function: L\n      numbers: true").replace("[3, 4, 1]", "[3, 4, 4, 1]")
    with on_stage(steps + "      - {do: tail, say: b}\n") as scene:
        net = scene.net
        light = scene.colour_of(r"\nabla L")
        lit = {at for at, one in enumerate(net.lines) if one.get_stroke_color().to_hex().lower() == light}
        one, other = net.most_telling()
        assert (one - other) % 4 == 0, "both end in one neuron"
        end = one % 4
        assert lit == {one, other, *range(12 + 4 * end, 16 + 4 * end), *range(28, 32)}
        assert [float(told.wording) for told in net.inside.slopes.values()] == [
            round(float(net.truth.sums()[0][end]), 2)
        ]


def test_a_sweep_back_tells_each_neuron_once_also_after_one_has_kept_its_slope():
    steps = first(1).replace("function: L", "function: L\n      numbers: true")
    with on_stage(steps + "      - {do: tail, say: b}\n      - {do: backward, say: c}\n") as scene:
        assert len(scene.net.inside.slopes) == 4 + 1


def test_instead_of_labels_stand_the_slopes_of_the_network_that_is_drawn():
    with on_stage(first(3).replace("function: L", "function: L\n      numbers: true")) as scene:
        edges = [group[0] for group in reversed(scene.net.edges)]
        slopes = [scene.net.partials()[scene.net.lines.index(edge)] for edge in edges]
        told = [tag.wording.partition(r"\approx")[::2] for tag in scene.net.tags]
        assert [float(number) for _, number in told] == [float(f"{slope:.2g}") for slope in slopes]


def test_each_neuron_tells_how_the_loss_feels_its_sum():
    with on_stage(first(3).replace("function: L", "function: L\n      numbers: true")) as scene:
        sums = [float(one) for layer in reversed(scene.net.truth.sums()) for one in layer]
        assert [float(told.wording) for told in scene.net.inside.slopes.values()] == [round(one, 2) for one in sums]


TOLD = first(1).replace("function: L", "function: L\n      numbers: true").replace("[3, 4, 1]", "[3, 4, 4, 1]")


def test_numbers_run_forward_and_slopes_take_their_place():
    with on_stage(TOLD + "      - {do: forward, say: b}\n      - {do: backward, say: c}\n", play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        inside, signals = scene.net.inside, scene.net.truth.signals()
        out = [
            [float(inside.standing[layer, at].wording) for at in range(len(one))] for layer, one in enumerate(signals)
        ]
        assert out == [[round(float(number), 2) for number in one] for one in signals]
        scene.perform(2)
        standing = scene.get_mobject_family_members()
        assert sum(one in standing for one in inside.standing.values()) == 3 + 4 + 4 + 1
        assert set(inside.slopes) == {key for key in inside.standing if key[0] > 0}


def test_to_a_hidden_neuron_come_back_deltas_times_weights_in_letters_and_in_numbers():
    steps = "      - {do: delta, say: b}\n      - {do: delta, with: {numbers: true}, say: c}\n"
    with on_stage(TOLD + steps, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        rule = scene.rule
        assert [one.wording for one in rule.sum] == [" + ".join(rf"w_{one}\delta_{one}" for one in range(1, 5))]
        scene.perform(2)
        parts, total = rule.sum[0].wording.split("=")
        assert sum(map(float, parts.split("+"))) == pytest.approx(float(total))
        out, felt = scene.net.truth.signals()[1][rule.at], scene.net.truth.sums()[0][rule.at]
        assert float(total) * (1 - out**2) == pytest.approx(felt, abs=0.005)
        assert float(scene.net.inside.slopes[1, rule.at].wording) == round(float(felt), 2)


@pytest.mark.parametrize("before", ["", "      - {do: backward, say: b}\n"])
def test_numbers_that_come_back_to_a_neuron_have_its_letters_before_them(before):
    steps = before + "      - {do: delta, with: {numbers: true}, say: c}\n"
    with on_stage(TOLD.replace("[3, 4, 4, 1]", "[3, 4, 1]") + steps, play=False) as scene:
        for step in range(1 + steps.count("do:")):
            scene.perform(step)
        rule = scene.rule
        assert scene.net.inside.standing[1, rule.at] in scene.get_mobject_family_members()
        (told,) = rule.sum
        product, total = told.wording.split("=")
        weight, delta = (float(one.strip(" ()")) for one in product.split(r"\cdot"))
        assert (weight, delta) == (round(rule.weights[0], 2), round(rule.deltas[0], 2))
        assert float(total) == pytest.approx(weight * delta, abs=0.001)


def test_partials_that_would_overlap_stand_above_one_another():
    told = first(1).replace("function: L", "function: L\n      numbers: true").replace("[3, 4, 1]", str([1] * 8))
    labels = told.index("labels:"), told.index("\n", told.index("labels:"))
    told = told[: labels[0]] + rf"labels: [{', '.join([r'w_1'] * 7)}]" + told[labels[1] :]
    with on_stage(told + "      - {do: backward, say: c}\n", play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        boxes = [(one.get_center()[:2], np.array([one.width, one.height]) / 2) for one in scene.net.tags]
        assert len(boxes) == 7
        for one, (at, half) in enumerate(boxes):
            assert all((abs(at - by) > half + wide).any() for by, wide in boxes[:one])


def test_the_last_delta_is_worked_out_of_the_target_and_stays_while_the_sweep_goes_on():
    steps = (
        "      - {do: forward, say: b}\n      - {do: last, say: c}\n      - {do: backward, with: {layers: 1}, say: d}\n"
    )
    with on_stage(TOLD + steps, play=False) as scene:
        for index in range(3):
            scene.perform(index)
        truth, told = scene.net.truth, {one.wording for one in scene.rule.picture}
        assert rf"y = {truth.target[0]:g}" in told
        (product,) = (one.split(r"\approx") for one in told if r"\cdot" in one)
        error, steep = (float(one) for one in product[0].split(r"\cdot"))
        assert error == round(2 * (round(truth.signals()[-1][0], 2) - 0.85), 2)
        assert error * steep == pytest.approx(float(product[1]), abs=0.01)
        assert {key: float(one.wording) for key, one in scene.net.inside.slopes.items()} == {
            (3, 0): round(float(truth.sums()[-1][0]), 2)
        }
        scene.perform(3)
        assert [*scene.net.inside.slopes] == [(3, 0), (2, 0), (2, 1), (2, 2), (2, 3)]
        assert scene.net.lit == 4


def test_a_sweep_goes_on_with_the_deltas_that_stand_and_leaves_no_letters():
    steps = "".join(f"      - {{do: {one}, say: b}}\n" for one in ("last", "delta", "backward"))
    with on_stage(TOLD + steps, play=False) as scene:
        for index in range(3):
            scene.perform(index)
        last = scene.net.inside.slopes[3, 0]
        scene.perform(3)
        assert scene.net.inside.slopes[3, 0] is last
        assert len(scene.net.inside.slopes) == 4 + 4 + 1
        assert not scene.net.inside.named


def test_a_lines_slope_is_the_delta_at_its_end_times_what_comes_in():
    before = "      - {do: forward, say: b}\n      - {do: backward, with: {layers: 2}, say: b}\n"
    with on_stage(TOLD + before + "      - {do: line, say: c}\n", play=False) as scene:
        for index in range(3):
            scene.perform(index)
        assert scene.net.lit == 16 + 4
        scene.perform(3)
        parts, slope = scene.rule.sum[0].wording.split(r"\approx")
        delta, x = map(float, parts.split(r"\cdot"))
        assert delta * x == pytest.approx(float(slope), abs=0.01)
        assert float(slope) == float(f"{scene.net.partials()[0]:.2g}")
        assert scene.net.lit == len(scene.net.lines), "every line has its own"
        assert len(scene.net.tags) == 2


@pytest.mark.parametrize("told", ["last", "line"])
@pytest.mark.parametrize("then", ["network", "delta", "line", "runs", "sweeps", "collect", "scale"])
def test_what_was_worked_out_leaves_before_something_else_is_told(told, then):
    more = f"{{do: {then}, with: {{count: 1000}}, say: c}}" if then == "scale" else f"{{do: {then}, say: c}}"
    with on_stage(TOLD + f"      - {{do: {told}, say: b}}\n      - {more}\n", play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        said = scene.rule.picture
        assert said
        scene.perform(2)
        standing = scene.get_mobject_family_members()
        assert not any(one in standing for one in said)
        assert all_hold(scene)


@pytest.mark.parametrize("then", ["forward", "wiggle", "runs", "tail", "backward", "collect", "nudge"])
def test_what_was_said_of_one_neuron_leaves_before_something_else_is_told(then):
    with on_stage(TOLD + f"      - {{do: delta, say: b}}\n      - {{do: {then}, say: c}}\n", play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        said = scene.rule.picture
        scene.perform(2)
        standing = scene.get_mobject_family_members()
        assert not any(one in standing for one in said)
        assert all_hold(scene)


def test_the_slope_by_a_sum_is_that_by_the_weights_before_it_over_what_they_multiply():
    truth = SmallNetwork([3, 4, 1])
    assert truth.gradient()[0][0] == pytest.approx(truth.example[0] * truth.sums()[0])


def test_what_was_counted_leaves_when_the_gradient_is_gathered():
    with on_stage(first(1) + "      - {do: runs, say: b}\n      - {do: collect, say: c}\n") as scene:
        assert not any(margin.rows for margin in scene.counts.columns)
        assert all_hold(scene)


@pytest.mark.parametrize("again", range(6))
def test_any_action_may_come_again(again):
    head, steps = SECTION.split("    steps:\n")
    lines = steps.splitlines(keepends=True)
    with on_stage(
        head + "    steps:\n" + "".join([*lines[: again + 1], *[lines[again]] * 2, *lines[again + 1 :]])
    ) as scene:
        assert all_hold(scene)


@pytest.mark.parametrize(
    "then", ["network", "forward", "wiggle", "runs", "tail", "backward", "collect", "nudge", "scale"]
)
def test_after_the_grid_of_dots_the_network_comes_back_as_it_was(then):
    again = "{do: scale, with: {count: 1000}, say: f}" if then == "scale" else f"{{do: {then}, say: f}}"
    with on_stage(SECTION + f"      - {again}\n") as scene:
        dots = any(type(part).__name__ == "CountDots" for one in scene.mobjects for part in one.get_family())
        assert dots == (then == "scale")
        assert (scene.net.loss in scene.mobjects) == (then != "scale")
        assert all_hold(scene)


def test_a_second_step_goes_on_from_the_first_with_slopes_of_its_own():
    with on_stage(
        SECTION.replace("      - {do: scale", "      - {do: nudge, say: f}\n      - {do: scale"), play=False
    ) as scene:
        rows, levels = [], []
        for index in range(6):
            scene.perform(index)
            rows.append([arrow.vector[1] for group in [*scene.arrows][:1] for arrow in group])
            levels.append(scene.net.bar.state.level)
        assert levels[3] > levels[4] > levels[5]
        ratio = np.array(rows[5]) / rows[4]
        assert np.ptp(ratio) > 0.01
        standing = {part for one in scene.mobjects for part in one.get_family()}
        assert sum(isinstance(one, ArrowMobject) for one in standing) == len(scene.net.lines), (
            "no row stands on another"
        )


def test_runs_take_the_place_of_the_row_and_leave_none_of_its_light():
    steps = SECTION.partition("      - {do: nudge")[0]
    with on_stage(steps + "      - {do: runs, say: e}\n      - {do: nudge, say: e}\n", play=False) as scene:
        for index in range(5):
            scene.perform(index)
        assert not len(scene.arrows)
        scene.perform(5)
        light = scene.colour_of(r"\nabla L")
        assert {edge.get_stroke_color().to_hex().lower() for edge in scene.net.lines} == {light}


def test_what_is_told_comes_again_after_it_left():
    with on_stage(first(4) + "      - {do: backward, say: e}\n") as scene:
        assert len(scene.net.tags) == 2
        assert all(tag in scene.get_mobject_family_members() for tag in scene.net.tags)


def test_neighbouring_layers_are_fully_joined_and_no_weight_stands_on_the_link_to_the_loss():
    with on_stage(first(1)) as scene:
        assert [len(column) for column in scene.net.columns] == [3, 4, 1]
        assert [len(group) for group in scene.net.edges] == [12, 4]
        assert len(scene.net.links) == 1


def test_after_the_backward_pass_every_edge_carries_the_gradients_colour():
    with on_stage(first(3)) as scene:
        colours = {edge.get_stroke_color().to_hex().lower() for group in scene.net.edges for edge in group}
        assert colours == {scene.colour_of(r"\nabla L")}


def test_before_it_none_does():
    with on_stage(first(2)) as scene:
        colours = {edge.get_stroke_color().to_hex().lower() for group in scene.net.edges for edge in group}
        assert scene.colour_of(r"\nabla L") not in colours


def test_a_formula_stands_under_the_counter_of_weights():
    """It came on the number."""
    with on_stage(SECTION.replace("say: f}", "say: f, show: 2 = 2}")) as scene:
        assert scene.panel[0].get_top()[1] < scene.vast[1].get_bottom()[1]


def test_every_weight_has_its_partial_in_the_row_to_one_scale_with_its_sign():
    with on_stage(first(4)) as scene:
        flying = scene.arrows[0]
        partials = np.concatenate([one.ravel() for one in SmallNetwork([3, 4, 1]).gradient()])
        lengths = np.array([arrow.vector[1] for arrow in flying])
        assert len(lengths) == 12 + 4
        assert lengths / lengths[0] == pytest.approx(partials / partials[0])
        assert (partials < 0).any()
        assert np.ptp([arrow.tail[1] for arrow in flying]) < 1e-6, "they begin on one line"


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("layers", ["[1, 1]", "[2, 2]", "[6, 8, 8, 4]"])
def test_a_row_of_any_size_stays_between_its_brackets(layers, aspect):
    with on_stage(first(4, ONE_LABEL).replace("[3, 4, 1]", layers), aspect) as scene:
        flying, (brackets, _), name = scene.arrows
        assert scene.layout.frame.holds(name)
        assert flying.get_left()[0] >= brackets.get_left()[0]
        assert flying.get_right()[0] <= brackets.get_right()[0]
        assert scene.layout.frame.holds(brackets)


def test_a_partial_that_is_not_the_networks_stops_the_picture():
    with on_stage(SECTION, play=False) as scene:
        for index in range(4):
            scene.perform(index)
        arrow = scene.arrows[0][2]
        arrow.put(arrow.tail, arrow.tail - arrow.vector)
        with pytest.raises(InvariantViolated, match="every weight has its partial"):
            drawn(scene, 4)


def wordings(scene):
    return [standing.mobject.wording for standing in standing_texts(scene.mobjects)]


def test_the_counter_begins_with_the_weights_that_are_drawn_and_counts_the_dots():
    with on_stage(SECTION, play=False) as scene:
        for index in range(5):
            scene.perform(index)
        shown, counted = [], []

        def look(_):
            parts = [part for one in scene.mobjects for part in one.get_family()]
            dots = [one for one in parts if type(one).__name__ == "CountDots"]
            numbers = [text for text in wordings(scene) if text[:1].isdigit()]
            if dots and numbers:
                shown.append(dots[0].shown)
                counted.append(int("".join(filter(str.isdigit, numbers[0]))))

        scene.add_updater(look)
        drawn(scene, 5)
        look(None)
        assert counted[0] < 10**6
        assert counted[-1] == 10**9
        assert shown[-1] == 1000
        assert all(abs(dots - count / 10**6) <= 1 for dots, count in zip(shown, counted, strict=True))


@pytest.mark.parametrize(("layers", "number", "word"), [("[1, 1]", "1", "weight"), ("[1, 2]", "2", "weights")])
def test_one_weight_is_said_in_the_singular(layers, number, word):
    with on_stage(ONE_LABEL.replace("[3, 4, 1]", layers), play=False) as scene:
        for index in range(5):
            scene.perform(index)
        said = []
        scene.add_updater(lambda _: said.extend(wordings(scene)))
        drawn(scene, 5)
        assert next(text for text in said if text.startswith("weight")) == word
        assert next(text for text in said if text.isdigit()) == number


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("[3, 4, 1]", "[16, 16, 1]", "layers: found layers that 272 edges join, expected at most 240"),
        ("[3, 4, 1]", "[3, 1]", "labels: found 2 of them, expected at most 1"),
        ("count: 1000000000", "count: 16", "count: found 16, expected more than the 16 edges"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises(Faulty, match=told):
        proven_section(SECTION.replace(good, bad))


@pytest.mark.parametrize(
    ("layers", "told"),
    [
        ("[0, 4]", "layers: found 0, expected 1 to 16"),
        ("[3]", "layers: found 1 of them, expected 2 to 8"),
        ("[1000, 1]", "layers: found 1000, expected 1 to 16"),
    ],
)
def test_a_network_that_cannot_be_drawn_is_told_before_anything_is(layers, told):
    with pytest.raises(Faulty) as faulty, on_stage(SECTION.replace("[3, 4, 1]", layers)):
        pass
    assert [fault.message for fault in faulty.value.faults] == [told]


@pytest.mark.parametrize("aspect", ASPECTS)
def test_neurons_of_a_large_layer_stand_apart(aspect):
    with on_stage(first(1).replace("[3, 4, 1]", "[16, 4, 1]"), aspect) as scene:
        for upper, lower in pairwise(scene.net.columns[0]):
            assert upper.get_bottom()[1] > lower.get_top()[1]


def test_the_bar_sinks_as_far_as_the_loss_of_the_network():
    with on_stage(first(5)) as scene:
        network = SmallNetwork([3, 4, 1])
        ratio = network.loss(network.step()) / network.loss(network.weights)
        assert scene.net.bar.state.level == pytest.approx(0.85 * ratio)
        assert 0.3 < ratio < 1


def test_some_weights_have_names_and_colours_until_their_partials_come_and_the_row_is_called():
    named = first(5).replace("      labels: [", "      weights: [w_2, w_1]\n      labels: [", 1)
    with on_stage(named, play=False) as scene:
        scene.perform(0)
        names = {one.wording: edge.get_stroke_color().to_hex().lower() for edge, one in scene.net.names.names.items()}
        assert names == {key: scene.colour_of(key) for key in ("w_1", "w_2")}
        assert [one.wording for one in scene.net.names.said] == ["inputs", "answer"]
        for index in range(1, 4):
            scene.perform(index)
        assert scene.net.names.names == {}
        assert scene.arrows[2].wording == r"\nabla L"
        scene.perform(4)
        assert scene.arrows[2].wording == r"-\nabla L"


def test_a_step_downhill_lowers_the_loss():
    with on_stage(first(4)) as before, on_stage(first(5)) as after:
        assert after.net.bar.state.level < before.net.bar.state.level


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_wide_formula_keeps_off_the_rows_bracket(aspect):
    with on_stage(first(5).replace("say: e", r"show: 'L(w_1, w_2) = w_1^2 + 3 w_2^2', say: e"), aspect) as scene:
        formula, (brackets, _) = scene.panel[0], scene.arrows[1]
        across = max(formula.get_left()[0] - one.get_right()[0] for one in brackets)
        up = max(one.get_bottom()[1] - formula.get_top()[1] for one in brackets)
        assert max(across, up) > 0.3


@pytest.mark.parametrize("aspect", ASPECTS)
def test_all_of_it_stays_inside_the_frame(aspect):
    with on_stage(SECTION, aspect) as scene:
        for mobject in seen(scene):
            assert scene.layout.frame.holds(mobject, 1e-3), mobject


@pytest.mark.parametrize(
    ("shown", "edge"),
    [("", None), (r", show: '\frac{\partial L}{\partial w_1}'", 0), (r", show: '\frac{\partial L}{\partial w_2}'", 12)],
)
def test_one_weight_wiggles_and_the_bar_answers_while_all_other_edges_stand_still(shown, edge):
    steps = first(1) + f"      - {{do: wiggle, say: x{shown}}}\n"
    with on_stage(steps, play=False) as scene:
        scene.perform(0)
        chosen = scene.net.most_telling()[0] if edge is None else edge
        before = [edge.get_stroke_width() for edge in scene.net.lines]
        levels, others = [], []

        def look():
            levels.append(scene.net.bar.state.level)
            widths = [edge.get_stroke_width() for edge in scene.net.lines]
            others.extend(
                abs(one - two) for at, (one, two) in enumerate(zip(before, widths, strict=True)) if at != chosen
            )
            return 0.0

        scene.invariant("look", look, 1)
        drawn(scene, 1)
        assert max(levels) > levels[0] * 1.05
        assert min(levels) < levels[0] * 0.95
        assert levels[-1] == pytest.approx(levels[0])
        assert max(others) < 1e-9
        assert len(scene.net.tags) == (edge is not None), "the label of the partial that is shown, on its edge"
        assert [edge.get_stroke_width() for edge in scene.net.lines] == pytest.approx(before)
