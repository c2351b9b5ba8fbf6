"""Markov chains: every chance is an arrow, levels are the shares, steps are the matrix's; faults are caught."""

from itertools import combinations, product

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.graph.chain import ChainFigure
from mathora.stage.layout import LAYOUTS
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, outside, proven_section

HEADER = """
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  P: [[0.9, 0.1], [0.5, 0.5]]
  Q: [[0, 1, 0], [0.5, 0, 0.5], [1/4, 1/4, 1/2]]
  J: [[0, 1], [1, 0]]
sections:
"""
WEATHER = """
  - id: weather
    title: Weather
    scene: MarkovChain
    with: {states: [sun, rain], matrix: P, at: [0, 1]}
    steps:
      - {do: distribution, say: a}
      - {do: step, say: b}
      - {do: settle, say: c}
"""
THREE = """
  - id: three
    title: Three
    scene: MarkovChain
    with: {states: [a, b, c], matrix: Q}
    steps:
      - {do: step, with: {count: 2}, say: a}
"""


def levels(scene):
    return np.array([box.filled for box in scene.figure.boxes])


def test_each_step_is_the_shares_times_the_matrix():
    with on_stage(THREE, header=HEADER) as scene:
        moves = np.array([[0, 1, 0], [0.5, 0, 0.5], [0.25, 0.25, 0.5]])
        assert scene.figure.after == pytest.approx(np.array([1.0, 0, 0]) @ moves @ moves)
        assert levels(scene) == pytest.approx(scene.figure.after, abs=2e-4)


def test_another_beginning_comes_after_the_levels_before_it_have_left():
    """They slid from one to the other, as in a step of the matrix."""
    again = "{do: distribution, with: {at: [0.5, 0.5]}, say: c}"
    with on_stage(WEATHER.replace("{do: settle, say: c}", again), header=HEADER, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        begins, unseen = scene.figure.begins, []

        def begin(shares):
            unseen.extend(box.level.get_fill_opacity() for box in scene.figure.boxes)
            begins(shares)

        scene.figure.begins = begin
        scene.perform(2)
        assert unseen == [0, 0]
        assert levels(scene) == pytest.approx([0.5, 0.5], abs=2e-4)
        assert [box.level.get_fill_opacity() for box in scene.figure.boxes] == [1, 1]
        assert scene.steps == 0


def test_of_three_states_each_number_is_nearest_to_its_own_arrow():
    """The numbers of three arrows met in the middle of the triangle."""
    full = "[[0.7, 0.2, 0.1], [0.3, 0.5, 0.2], [0.1, 0.3, 0.6]]"
    with on_stage(THREE.replace("matrix: Q", f"matrix: {full!r}".replace("'", "")), header=HEADER) as scene:
        links = scene.figure.links

        def far(number, line):
            return np.linalg.norm(line.points[:, :2] - number.get_center()[:2], axis=1).min()

        for at, (_, _, number) in links.items():
            distances = {other: far(number, line) for other, (line, _, _) in links.items()}
            assert min(distances, key=distances.get) == at
            assert sorted(distances.values())[1] > distances[at] + 0.1


def test_at_rest_what_leaves_and_what_comes_are_equal():
    with on_stage(WEATHER, header=HEADER) as scene:
        assert scene.figure.after == pytest.approx([5 / 6, 1 / 6], abs=1e-12)


def test_columns_may_say_where_to_go():
    turned = WEATHER.replace("matrix: P", "matrix: [[0.9, 0.5], [0.1, 0.5]], by: columns")
    with on_stage(turned, header=HEADER) as scene:
        assert scene.figure.after == pytest.approx([5 / 6, 1 / 6], abs=1e-12)


def test_only_chances_above_zero_are_arrows():
    with on_stage(THREE, header=HEADER) as scene:
        assert set(scene.figure.links) == {(0, 1), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2)}


def test_each_claim_is_measured_on_every_frame():
    with on_stage(WEATHER, play=False, header=HEADER) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        assert all_measured(scene)
        assert len(scene.invariants.receipts()) == 4


def fill_too_high(scene):
    scene.figure.boxes[0].level.clear_updaters().stretch(1.3, 1)


def leak(scene):
    scene.figure.after = 1.1 * scene.figure.after
    for box in scene.figure.boxes:
        box.level.update()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (fill_too_high, "filled as high as its state is likely"),
        (lambda scene: scene.figure.links.pop((0, 1)), "each chance above zero is an arrow"),
        (
            lambda scene: scene.figure.links[0, 1][1].shift(np.array([0.3, 0.3, 0])),
            "each chance above zero is an arrow",
        ),
        (leak, "all states together are certain"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(WEATHER, play=False, header=HEADER) as scene:
        scene.perform(0)
        drawn(scene, 1)
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("count", range(2, 7))
def test_boxes_keep_apart_whatever_the_room(count, layout):
    for region in (layout.figure, layout.without_formulas(0).figure):
        size, places = ChainFigure.arranged(count, region)
        for one, other in combinations(places, 2):
            assert max(abs(one - other)[:2] - size) > (0.5 if count < 5 else 0.1)
        assert all(region.left <= one[0] - size[0] / 2 and one[0] + size[0] / 2 <= region.right for one in places)


def test_numbers_on_arrows_keep_apart_and_no_arrow_crosses_a_third_state():
    with on_stage(THREE, header=HEADER.replace("[0, 1, 0], [0.5, 0, 0.5]", "[0.8, 0.2, 0], [0.3, 0.4, 0.3]")) as scene:
        numbers = [link[2] for link in scene.figure.links.values()]
        for one, other in combinations(numbers, 2):
            apart = np.abs(one.get_center() - other.get_center())[:2]
            assert (apart >= [(one.width + other.width) / 2, (one.height + other.height) / 2]).any()
        for (i, j), link in scene.figure.links.items():
            if i != j:
                third = scene.figure.boxes[3 - i - j].card
                reach = np.array([third.width, third.height]) / 2
                assert (np.abs(link[0].points - third.get_center())[:, :2] > reach).any(axis=1).all()


def test_of_six_states_with_three_arrows_each_no_number_meets_another_or_a_box():
    """The numbers of all diagonals met in the middle, and those of short arrows covered them."""
    turned = [[{0: 0.4, 1: 0.25, 3: 0.35}.get((j - i) % 6, 0) for j in range(6)] for i in range(6)]
    six = THREE.replace("[a, b, c], matrix: Q", f"[a, b, c, d, e, f], matrix: {turned}")
    with on_stage(six, header=HEADER, play=False) as scene:
        numbers = [link[2][1] for link in scene.figure.links.values()]
        cards = [box.card for box in scene.figure.boxes]
        for one, other in (*combinations(numbers, 2), *product(numbers, cards)):
            apart = np.abs(one.get_center() - other.get_center())[:2]
            assert (apart > [(one.width + other.width) / 2, (one.height + other.height) / 2]).any()


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [WEATHER, THREE])
def test_nothing_leaves_the_frame(section, aspect):
    with on_stage(section, aspect, header=HEADER) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("matrix: P", "matrix: [[0.9, 0.2], [0.5, 0.5]]", "row 1 with 0.9, 0.2, which add up to 1.1"),
        ("matrix: P", "matrix: P, by: columns", "column 1 with 0.9, 0.5"),
        ("[sun, rain]", "[sun, rain, snow]", "found 3 names for a matrix of 2 by 2"),
        ("at: [0, 1]", "at: [0.5, 0.6]", "which add up to 1.1"),
        ("at: [0, 1]", "at: [0, 1, 0]", "found 3 rows beside a matrix of 2, expected as many"),
        ("matrix: P", "matrix: J", "still changes from step to step"),
    ],
)
def test_what_is_no_chain_is_told_by_check(good, bad, told):
    with pytest.raises(Faulty, match=told), on_stage(WEATHER.replace(good, bad), header=HEADER):
        pass


def test_no_numbers_patch_is_drawn_over_another_number():
    """Else a number may be cut, and it is not seen that two of them meet."""
    with on_stage(THREE, header=HEADER) as scene:
        back, text = zip(*(link[2] for link in scene.figure.links.values()), strict=True)
        assert max(one.z_index for one in back) < min(one.z_index for each in text for one in each.get_family())


@pytest.mark.parametrize("count", [5, 6])
def test_more_arrows_between_many_states_than_can_be_read_are_told_by_check(count):
    def chain(arrows):
        pairs = [*((i, j) for i, j in product(range(count), repeat=2) if i != j)][:arrows]
        rows = [[0.1 * ((i, j) in pairs) for j in range(count)] for i in range(count)]
        for at, row in enumerate(rows):
            row[at] = round(1 - sum(row), 1)
        return THREE.replace("[a, b, c], matrix: Q", f"{[*'abcdef'[:count]]}, matrix: {rows}")

    proven_section(chain(12), HEADER)
    for arrows in (13, count * (count - 1)):
        with pytest.raises(Faulty, match=f"found {arrows} arrows between {count} states, expected at most 12"):
            proven_section(chain(arrows), HEADER)


def test_the_number_of_a_state_comes_in_where_it_will_stand(monkeypatch):
    section = WEATHER.replace(
        "      - {do: distribution", "      - {do: chain, say: o, show: P}\n      - {do: distribution"
    )
    with on_stage(section, header=HEADER, play=False) as scene:
        scene.perform(0)
        play, off = scene.play, []

        def watched(*motions, **options):
            off.extend(one.number.number.get_center()[0] - one[3].get_center()[0] for one in scene.figure.boxes)
            play(*motions, **options)

        monkeypatch.setattr(scene, "play", watched)
        scene.perform(1)
        assert max(map(abs, off)) < 0.1


def test_all_names_are_as_large_as_the_longest_can_be():
    with on_stage(THREE.replace("[a, b, c]", "[tea, coffee, hot chocolate]"), header=HEADER) as scene:
        sizes = [box.submobjects[-1].em for box in scene.figure.boxes]
        assert sizes == pytest.approx([sizes[0]] * 3)
        assert sizes[0] < scene.theme.sizes.body


def test_a_name_keeps_off_its_boxs_rim_and_level():
    section = WEATHER.replace("[sun, rain]", "[a very sunny day, rain]")
    with on_stage(section, "1:1", header=HEADER) as scene:
        box = scene.figure.boxes[0]
        name = box.submobjects[-1]
        assert name.get_right()[0] < box.card.get_right()[0] - 0.15
        assert name.get_left()[0] > box.level.get_right()[0] + 0.15
