"""A tree of probabilities: chances sum to 1, leaves are products, sums and shares of them are read; faults are told."""

import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.chance.branches import chances_of
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, proven_section, seen

GIVEN = """{first: [ill, well], first_chances: [0.01, 0.99], second: [yes, no],
      second_chances: [0.9, 0.1, 0.09, 0.91]}"""
COINS = """{first: [h, t], first_chances: [1/2, 1/2], second: [h, t], second_chances: [1/2, 1/2, 1/2, 1/2],
      third: [h, t], third_chances: [1/2, 1/2, 1/2, 1/2, 1/2, 1/2, 1/2, 1/2]}"""
SUM, SHARE = "add_up, with: {leaves_of: [1, 3]}", "share, with: {leaf: 1, leaves_of: [1, 3]}"


def section(*steps, given=GIVEN):
    done = "".join(f"      - {{do: {do}, say: a}}\n" for do in steps)
    return f"\n  - id: a\n    title: A\n    scene: ProbabilityTree\n    with: {given}\n    steps:\n{done}"


def test_a_leaf_is_the_product_of_the_chances_on_its_way():
    assert chances_of([[0.2, 0.8], [0.5, 0.5, 0.25, 0.75]]) == pytest.approx([0.1, 0.1, 0.2, 0.6])
    with on_stage(section("multiply")) as scene:
        assert scene.products[2].wording == r"0.99 \cdot 0.09 = 0.0891"


def test_leaves_are_added_and_shared():
    with on_stage(section(SUM)) as scene:
        assert scene.below.wording == "0.009 + 0.0891 = 0.0981"
    with on_stage(section(SHARE)) as scene:
        assert scene.below.wording == r"\frac{0.009}{0.009 + 0.0891} \approx 0.0917"


QUESTIONS = """{first: [small, large], first_chances: [1/2, 1/2], second: [cheap, dear],
      second_chances: [1, 0, 2/6, 4/6], ends: true}"""


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_branch_may_end_early_and_has_its_product_there(aspect):
    with on_stage(section("multiply", given=QUESTIONS), aspect) as scene:
        assert [len(level) for level in scene.branches] == [2, 2]
        assert scene.products[0].wording == "1/2", "and no 1/2 = 1/2"
        assert sorted(scene.products) == [0, 2, 3]
        ended, other = scene.products[0], scene.products[2]
        assert ended.get_left()[0] < other.get_left()[0]
        assert all(scene.layout.frame.holds(one) for one in seen(scene))


def test_leaves_are_counted_as_they_are_drawn():
    with on_stage(section("multiply, with: {leaf: 2}", given=QUESTIONS)) as scene:
        assert [*scene.products] == [2], "the leaf that never happens has no number"
    with on_stage(section("add_up, with: {leaves_of: [1, 3]}", given=QUESTIONS)) as scene:
        assert scene.below.wording.startswith("1/2 +")
        assert scene.products[0].get_fill_color() != scene.products[2].get_fill_color()


def test_a_tree_below_which_nothing_comes_fills_the_picture():
    with on_stage(section("grow", "multiply")) as alone, on_stage(section("grow", SUM)) as summed:
        assert alone.tree_region.height > 1.2 * summed.tree_region.height


def test_what_is_not_written_in_full_is_added_as_its_product():
    given = GIVEN.replace("[0.01, 0.99]", "[1/3, 2/3]")
    with on_stage(section(SUM, given=given)) as scene:
        assert scene.below.wording == r"0.3 + 0.06 = 0.36"
    with on_stage(section("add_up, with: {leaves_of: [1, 2]}", given=given.replace("0.9, 0.1", "1/2, 1/2"))) as scene:
        assert scene.below.wording == "1/6 + 1/6 = 1/3"


@pytest.mark.parametrize(
    ("given", "step", "shown"),
    [
        (
            GIVEN.replace("0.01, 0.99", r"\frac14, \frac34").replace("0.9, 0.1", r"\frac12, \frac12"),
            "add_up, with: {leaves_of: [1, 2]}",
            r"\frac{1}{8} + \frac{1}{8} = \frac{1}{4}",
        ),
        (COINS, "add_up, with: {leaves_of: [1, 2, 3]}", "1/8 + 1/8 + 1/8 = 3/8"),
        (COINS, "share, with: {leaf: 1, leaves_of: [1, 2]}", r"\frac{1/8}{1/8 + 1/8} = 1/2"),
        (
            GIVEN.replace("0.01, 0.99", "0, 1"),
            "share, with: {leaf: 4, leaves_of: [3, 4]}",
            r"\frac{0.91}{0.09 + 0.91} = 0.91",
        ),
    ],
)
def test_of_fractions_the_products_and_sums_are_fractions_too(given, step, shown):
    with on_stage(section(step, given=given)) as scene:
        assert scene.below.wording == shown


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (GIVEN.replace("0.99", "0.9"), "found first_chances"),
        (GIVEN.replace("0.09", "0.19"), "found second_chances"),
        (GIVEN.replace("[0.01, 0.99]", "[-0.01, 1.01]"), "found first_chances"),
        (GIVEN.replace("0.9, 0.1, ", ""), "second_chances: found 2 of them, expected 4"),
        (GIVEN.replace("0.01, 0.99", "0.01, 0.9, 0.09"), "first_chances: found 3 of them, expected 2"),
        (GIVEN.replace("}", ", leaves: [0.009, 0.001, 0.0891, 0.9]}"), "found leaves"),
    ],
)
def test_what_is_no_distribution_and_a_false_product_are_told(given, told):
    with pytest.raises(Faulty) as faulty:
        proven_section(section("grow", given=given))
    assert {fault.rule for fault in faulty.value.faults} == {"label-false"}
    assert told in faulty.value.faults[0].message
    assert len(faulty.value.faults) == 1 or "of them" not in told  # what would be summed is not looked at


def test_true_products_are_proved():
    given = GIVEN.replace("}", ", leaves: [0.009, 0.001, 0.0891, 0.9009]}")
    assert sum(one.role == "label" for one in proven_section(section("grow", given=given)).receipts) >= 4


@pytest.mark.parametrize(
    "steps", [("grow", "grow", "grow"), ("multiply, with: {leaf: 5}",), (SHARE.replace("3", "7"),)]
)
def test_what_cannot_be_drawn_is_the_authors_fault(steps):
    with pytest.raises(Faulty, match="expected"), on_stage(section(*steps)):
        pass


def test_a_branch_that_misses_its_node_stops_the_render():
    with on_stage(section("grow")) as scene:
        scene.branches[0][1].shift([0, 0.1, 0])
        with pytest.raises(InvariantViolated, match="joins a node"):
            scene.invariants.measure(0)


def test_every_frame_is_measured():
    with on_stage(section("grow", "grow", "multiply", SHARE), play=False) as scene:
        for index in range(4):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(("given", "steps"), [(GIVEN, (SHARE, SUM)), (COINS, ("multiply, with: {leaf: 8}", SUM))])
def test_no_order_of_actions_crashes(given, steps, aspect):
    with on_stage(section(*steps, given=given), aspect) as scene:
        assert all(scene.layout.frame.holds(one) for one in seen(scene))
