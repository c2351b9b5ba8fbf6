"""The graph of a computation: what it shows is the model's, on every frame, in each aspect."""

import numpy as np
import pytest

from mathora.formula import read
from mathora.lesson import Faulty, Text
from mathora.stage import InvariantViolated
from mathora.stage.figures.graph.computation import Computation
from mathora.stage.figures.graph.pushed import APART
from mathora.stage.plane.graph import room_between
from mathora.stage.text.terms import Term
from tests.formula.lesson_model import lesson_model
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, proven_section, seen, unreadable

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  z(w, x, b): w x + b
  a(z): \tanh z
  L(a, y): (a - y)^2
  u(t): t^2
  v(t): 3 t
  s(u, v): u v
  k(r): \sqrt{r}
colors: {w: blue, b: orange, \nabla L: yellow}
sections:
"""

NEURON = r"""
  - id: neuron
    title: One neuron
    scene: ComputeGraph
    with: {function: L, at: {w: 0.5, x: 2, b: -0.4, y: 1}, data: [x, y]}
    steps:
      - {do: graph, say: a}
      - {do: forward, say: b}
      - do: backward
        say: c
        show: >-
          \frac{\partial L}{\partial w} =
          \frac{\partial L}{\partial a} \frac{\partial a}{\partial z} \frac{\partial z}{\partial w}
      - {do: path, with: {to: w}, say: d}
      - {do: slide, with: {to: {w: 1.2}}, say: e}
"""

MEETING = r"""
  - id: meeting
    title: Where paths meet
    scene: ComputeGraph
    with: {function: s, at: {t: 2}}
    steps:
      - do: path
        with: {to: t}
        say: a
        show: \frac{ds}{dt} = \frac{\partial s}{\partial u} \frac{du}{dt} + \frac{\partial s}{\partial v} \frac{dv}{dt}
      - {do: forward, with: {to: u}, say: b}
      - {do: slide, with: {to: {t: -1}}, say: c}
"""


def shown(scene, key):
    """What stands at a name: value, and slope if there is one."""
    return [number.wording for number in scene.graph_of.boxes[key].numbers]


def test_each_box_has_its_value_and_the_slope_of_the_output():
    with on_stage(NEURON, header=MODEL) as scene:
        assert shown(scene, "w") == ["1.2", "-0.010"]
        assert shown(scene, "y") == ["1"], "data has no slope"
        assert shown(scene, "L")[1] == "1"


def test_light_runs_along_an_edge_below_its_number():
    with on_stage(NEURON, header=MODEL) as scene:
        for link in scene.graph_of.links.values():
            light = scene._flash(link.line, "#ffffff").mobject
            assert all(one.z_index > light.z_index for one in link.local.get_family())


def test_no_order_of_actions_crashes():
    with on_stage(MEETING, header=MODEL) as scene:
        assert shown(scene, "t") == ["-1", "9"]


PUSH = MEETING.replace("{do: forward, with: {to: u}, say: b}", "{do: push, with: {by: {t: 0.001}}, say: b}")


def test_a_push_runs_on_all_ways_at_once_and_adds_up_where_they_meet():
    with on_stage(PUSH, play=False, header=MODEL) as scene:
        scene.perform(0)
        scene.perform(1)
        told = [part.wording for one in scene.pushed for part in one if hasattr(part, "wording")]
        assert told[:3] == [r"\Delta t = 0.001", r"\Delta u \approx 0.004", r"\Delta v = 0.003"]  # u = 2.001² − 2²
        assert told[3:] == ["0.024", "0.012", r"\Delta s \approx 0.036"]  # 6 · 0.004 + 4 · 0.003, side by side
        scene.perform(2)
        assert scene.pushed == []


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_change_stands_at_its_box_where_no_slope_is_told(aspect):
    bare = MEETING.partition("      - do: path")[0] + "      - {do: push, with: {by: {t: 0.001}}, say: a}\n"
    with on_stage(bare, aspect, header=MODEL) as scene:
        told = {
            part.wording[7]: part for one in scene.pushed for part in one if "Delta" in getattr(part, "wording", "")
        }
        assert {"u", "v"} <= told.keys()
        for key, label in told.items():
            card = scene.graph_of.boxes[key].card
            assert room_between(label, card) == pytest.approx(APART)


def test_what_ways_bring_adds_up_within_the_digits_that_are_told():
    with on_stage(PUSH, play=False, header=MODEL) as scene:
        scene.perform(0)
        scene.perform(1)
        assert scene.change.off_sum() == pytest.approx((0.036018003 - 0.036006) / 0.00005, rel=1e-3)
        scene.change.changes["s"] *= 1.1
        with pytest.raises(InvariantViolated, match="what they bring adds up"):
            scene.invariants.measure(0)


@pytest.mark.parametrize("steps", ["t: 1}}, say: b}", "t: 0.01}}, say: b}"])
def test_a_change_that_is_not_small_is_the_authors_fault(steps):
    start = PUSH.replace("at: {t: 2}", "at: {t: 0.2}") if "0.01" in steps else PUSH
    with pytest.raises(Faulty, match="adds up to"), on_stage(start.replace("t: 0.001}}, say: b}", steps), header=MODEL):
        pass


def test_a_change_is_not_told_in_the_title():
    model = (
        MODEL.replace("w x + b", "w x")
        .replace("z(w, x, b)", "z(w, x)")
        .replace("(a - y)^2", "z^2")
        .replace("L(a, y)", "L(z)")
    )
    top = "function: L, at: {w: 0, x: 0}}\n    steps:\n      - {do: graph, say: a}\n      - {do: forward, say: b}\n"
    push = "      - {do: backward, say: c}\n      - {do: push, with: {by: {w: 0.1}}, say: d}\n"
    head = "\n  - id: top\n    title: One\n    scene: ComputeGraph\n    with: {"
    assert unreadable(head + top + push, model.replace("colors: {w: blue, b: orange, \\nabla L: yellow}\n", "")) == []


def test_a_push_begins_where_a_slide_has_ended():
    more = ("slide, with: {to: {t: 0.01}}", "push, with: {by: {t: 0.001}}")
    slid = PUSH.replace("say: b}", "say: b}" + "".join(f"\n      - {{do: {do}, say: c}}" for do in more))
    with pytest.raises(Faulty, match="adds up to"), on_stage(slid, header=MODEL):
        pass


def test_a_section_that_begins_with_a_path_has_all_its_numbers_at_once():
    with on_stage(MEETING, play=False, header=MODEL) as scene:
        scene.perform(0)
        assert scene.returned == {*scene.graph_of.boxes}


def test_what_is_claimed_holds_on_every_frame():
    with on_stage(NEURON, play=False, header=MODEL) as scene:
        for index in range(5):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [NEURON, MEETING])
def test_all_of_it_stays_inside_the_frame_and_boxes_stand_apart(section, aspect):
    with on_stage(section, aspect, header=MODEL) as scene:
        assert all(scene.layout.frame.holds(one, 1e-3) for one in seen(scene))
        boxes = [box.room for box in scene.graph_of.boxes.values()]
        for index, one in enumerate(boxes):
            for other in boxes[:index]:
                apart = np.abs(one.get_center() - other.get_center())[:2]
                assert (apart >= np.array([one.width + other.width, one.height + other.height]) / 2 - 1e-6).any()


def spoiled(spoil, told):
    with on_stage(NEURON, play=False, header=MODEL) as scene:
        for index in range(3):
            scene.perform(index)
        spoil(scene.graph_of)
        with pytest.raises(InvariantViolated, match=told):
            drawn(scene, 3)


def frozen(number, value):
    number.clear_updaters()
    number.show(value)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda graph: frozen(graph.boxes["a"].numbers[0], 0.6), "each box has the model's value"),
        (lambda graph: frozen(graph.boxes["w"].numbers[1], 1.3), "derivative by it"),
        (lambda graph: frozen(next(iter(graph.links.values())).number, 5), "its step's own slope"),
        (lambda graph: next(iter(graph.links.values())).shift(np.array([0.1, 0, 0])), "joins its two boxes"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    spoiled(spoil, told)


def test_slopes_that_are_added_wrongly_are_found_by_the_other_way(monkeypatch):
    right = Computation.slopes
    monkeypatch.setattr(Computation, "slopes", lambda self, values: {**right(self, values), "t": 24.0})
    told = "backward are those carried forward"
    with on_stage(MEETING, play=False, header=MODEL) as scene, pytest.raises(InvariantViolated, match=told):
        drawn(scene, 0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("at: {t: 2}", "at: {w: 2}", "found no number for t"),
        ("function: s, at: {t: 2}", "function: k, at: {r: -1}", "found r = -1, where k has no value"),
        ("at: {t: 2}", "at: {t: 2}, data: [w]", "data: found w, expected one of t"),
        ("to: {t: -1}", "to: {w: -1}", "found w, expected inputs: t"),
        ("        with: {to: t}", "        with: {to: w}", "to: found w, expected one of t"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises(Faulty, match=told):
        proven_section(MEETING.replace(good, bad), MODEL)


def test_more_inputs_than_have_room_are_told_before_they_are_drawn():
    names = "cdfghjmnpq"
    model = MODEL.replace("colors:", f"  T({', '.join(names)}): {' + '.join(names)}\ncolors:")
    given = ", ".join(f"{one}: 1" for one in names)
    text = f"""
  - id: wide
    title: Wide
    scene: ComputeGraph
    with: {{function: T, at: {{{given}}}}}
    steps:
      - {{do: graph, say: a}}
"""
    with pytest.raises(Faulty, match="found 10 inputs, expected at most 8"):
        proven_section(text, model)


@pytest.mark.parametrize(
    "body", [r"\lfloor a \rfloor + 1", r"\begin{cases} a & a \ge 0 \\ 0 & a < 0 \end{cases}", "n!"]
)
def test_a_step_is_written_whatever_it_is_made_of(body):
    assert Term(read(Text.written(body), lesson_model()).tree).tex


CHAIN = MEETING.replace("function: s", "function: u").partition("steps:")[0] + "steps: [{do: graph, say: a}]\n"


@pytest.mark.parametrize(
    ("section", "written"),
    [
        (MEETING, dict.fromkeys("tuvs", r"\partial")),
        (CHAIN, dict.fromkeys("tu", "d")),
        (NEURON, {"w": r"\partial", "z": r"\partial", "L": r"\partial"}),
    ],
)
def test_all_slopes_of_a_graph_have_one_sign_that_of_partial_ones_unless_it_is_one_chain(section, written):
    with on_stage(section, header=MODEL) as scene:
        shown = {key: scene.graph_of.boxes[key].slope[0].wording for key in written}
        assert {key: r"\partial" if r"\partial" in tex else "d" for key, tex in shown.items()} == written


def test_an_inputs_equation_stands_in_the_middle_of_its_card_when_its_number_has_grown():
    with on_stage(MEETING, header=MODEL) as scene:
        box = scene.graph_of.boxes["t"]
        ends = box.head[0].get_left()[0], box.numbers[0].number.get_right()[0]
        assert sum(ends) / 2 == pytest.approx(box.card.get_center()[0], abs=1e-3)


def test_where_several_arrows_meet_what_they_bring_adds_up_before_the_slope_stands():
    backward = MEETING.replace("do: path\n        with: {to: t}", "do: backward")
    with on_stage(backward, play=False, header=MODEL) as scene:
        sums, add_up = [], scene._add_up
        scene._add_up = lambda name, before, parts: sums.append((name, parts)) or add_up(name, before, parts)
        scene.perform(0)
        assert sums == [("t", [24.0]), ("t", [24.0, 12.0])]


def test_no_slope_stands_on_an_arrow_from_data():
    with on_stage(NEURON, play=False, header=MODEL) as scene:
        for index in range(3):
            scene.perform(index)
        standing = scene.get_mobject_family_members()
        links = scene.graph_of.links
        assert {edge.source for edge, link in links.items() if link.local not in standing} == {"x", "y"}


def test_a_step_of_one_name_stands_right_behind_it():
    header = MODEL.replace("k(r):", "h(m): m^3\n  m(w): 2 w + 1\n  k(r):")
    section = "\n  - id: a\n    title: A\n    scene: ComputeGraph\n    with: {function: h, at: {w: 1}}\n"
    with on_stage(section + "    steps:\n      - {do: graph, say: a}\n", header=header) as scene:
        heights = [box.card.get_y() for box in scene.graph_of.boxes.values()]
        assert max(heights) - min(heights) < 1e-6
