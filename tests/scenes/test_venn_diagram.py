"""A Venn diagram: what lights up is the union, the intersection, … and the sum below is that of its numbers."""

import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, orders, outside, sectioned

two = sectioned("VennDiagram", "{sets: [a, b], counts: [8, 5, 4, 3]}")
three = sectioned("VennDiagram", "{sets: [a, b, c], counts: [1, 2, 4, 8, 16, 32, 64, 128]}")
ACTIONS = ("do: draw", "do: count", "do: light, with: {part: union}", "do: light, with: {part: complement, of: [1]}")


def light(part, of=""):
    return f"do: light, with: {{part: {part}{of and f', of: {of}'}}}"


def total(scene):
    """What the sum below the diagram comes to."""
    return int(scene.below[0].wording.rsplit("=", 1)[1])


@pytest.mark.parametrize(
    ("part", "of", "said"),
    [
        ("union", "", 127),
        ("single", "", 7),
        ("union", "[1]", 1 + 8 + 16 + 64),
        ("union", "[1, 3]", 1 + 4 + 8 + 16 + 32 + 64),
        ("intersection", "[2, 3]", 32 + 64),
        ("difference", "[2, 3]", 2 + 8),
        ("single", "[1, 2]", 1 + 2 + 16 + 32),
        ("complement", "[1]", 2 + 4 + 32 + 128),
    ],
)
def test_what_lights_up_is_what_was_asked_for(part, of, said):
    with on_stage(three("do: count", light(part, of))) as scene:
        assert total(scene) == said


def test_fractions_are_added_as_they_are_and_not_rounded():
    thirds = sectioned("VennDiagram", r"{sets: [a, b], counts: ['\frac{1}{2}', '\frac{1}{6}', '\frac{1}{12}', '0.25']}")
    with on_stage(thirds("do: count", light("union"))) as scene:
        assert [one.wording for one in scene.numbers][1:3] == [r"\frac{1}{6}", r"\frac{1}{12}"]
        assert scene.below[0].wording == r"0.5 + \frac{1}{6} + \frac{1}{12} = 0.75"


def test_one_part_alone_needs_no_sum():
    with on_stage(three("do: count", light("intersection"))) as scene:
        assert not scene.below


def test_without_numbers_the_parts_light_up_all_the_same():
    with on_stage(sectioned("VennDiagram", "{sets: [a, b]}")(light("difference"))) as scene:
        assert scene.lit == {frozenset({0})}


def test_numbers_that_come_late_are_added_too():
    with on_stage(two(light("union"), "do: count")) as scene:
        assert total(scene) == 17


def test_numbers_that_are_given_and_not_counted_stay_out_of_the_way():
    """The diagram goes home for a formula; what is not seen has no place yet."""
    late = "do: light, with: {part: intersection}, show: 1 + 1 = 2"
    with on_stage(two(light("complement"), late)) as scene:
        assert scene.figure.numbers == {}


def test_what_is_claimed_holds_on_every_frame():
    with on_stage(two("do: draw", "do: count", light("union"), light("complement")), play=False) as scene:
        for index in range(4):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("plant", ["number", "circle", "light"])
def test_a_planted_fault_stops_the_render(plant):
    with on_stage(three("do: count", light("union", "[1]"))) as scene:
        both = frozenset({0, 1})
        if plant == "number":
            scene.figure.numbers[both].shift([0, 2, 0])
        elif plant == "circle":
            scene.figure.circles[2].shift([0.2, 0, 0])
        else:
            scene.figure.parts[both].set_fill(opacity=0)
        with pytest.raises(InvariantViolated, match="lit" if plant == "light" else "in its sets alone"):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("order", orders(ACTIONS, 2))
def test_no_order_of_actions_crashes(order, aspect):
    with on_stage(three(*order), aspect) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("given", "step", "said"),
    [
        ("{sets: [a, b], counts: [8, 5, 4]}", "do: draw", "counts: found 3 of them, expected 4$"),
        ("{sets: [a, b, c], counts: [8, 5, 4, 1, 1, 1, 1, 1, 1]}", "do: draw", "counts: found 9 of them, expected 8$"),
        ("{sets: [a, b], counts: [8, 5, -4, 1]}", "do: draw", "counts"),
        ("{sets: [a, b, c, d]}", "do: draw", "2 to 3"),
        ("{sets: [a, $b$, a]}", "do: draw", "sets: found 'a' twice, expected different ones"),
        ("{sets: [a, b]}", "do: count", "counts"),
        ("{sets: [a, b]}", light("union", "[3]"), "expected at most 2"),
        ("{sets: [a, b]}", light("union", "[1, 1]"), "twice|once"),
    ],
)
def test_what_is_no_diagram_is_the_authors_fault(given, step, said):
    with pytest.raises(Faulty, match=said), on_stage(sectioned("VennDiagram", given)(step), play=False):
        pass
