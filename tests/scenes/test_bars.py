"""Bars under a curve split: as many stand as the step says, and lower and upper sums close in on the area."""

import pytest

from tests.scenes.theatre import HEADER, all_hold, on_stage, sectioned

section = sectioned("Area", "{function: Q, over: [0, 2]}")


@pytest.mark.parametrize(("rule", "total"), [("left", 1.75), ("right", 3.75), ("middle", 2.625), ("lower", 1.75)])
def test_a_sum_is_that_of_its_bars(rule, total):
    with on_stage(section(f"do: bars, with: {{count: 4, rule: {rule}}}")) as scene:
        assert scene.covered.sum == pytest.approx(total)
        assert all_hold(scene)


def test_more_bars_bring_both_sums_nearer_to_the_area():
    with on_stage(
        section("do: bars, with: {count: 4, rule: both}", "do: refine, with: {count: 8}"), play=False
    ) as scene:
        gaps = []
        for step in range(2):
            scene.perform(step)
            gaps.append(scene.covered.upper_sum - scene.covered.sum)
        assert gaps == pytest.approx([2, 1])
        assert list(scene.readings.rows) == ["sum", "upper"]


def test_bars_that_are_not_asked_for_come_before_they_split():
    with on_stage(section("do: refine, with: {count: 8}")) as scene:
        assert scene.covered.state.count == 8


LEVELS = "do: levels, with: {low: l, high: h}"
STRIP = "do: bars, with: {count: 1, rule: both, over: [1, 1.5]}"
NAMED = HEADER.replace("model:\n", "model:\n  l: {kind: real}\n  h: {kind: real}\n")


def test_a_mean_height_is_read_between_the_lowest_and_the_highest_and_follows_the_strip():
    with on_stage(section(LEVELS, STRIP), header=NAMED) as scene:
        assert [row.value() for row in scene.readings.rows.values()] == pytest.approx([1, 19 / 12, 2.25])
        levels, _ = scene.level
        assert levels.off_levels() < 1e-6
        levels.lines[1].shift([0, 0.1, 0])
        assert levels.off_levels() > 1e-3


def test_levels_leave_with_their_strip():
    with on_stage(section(LEVELS, "do: bars, with: {count: 4, rule: both}"), header=NAMED) as scene:
        assert not scene.notes
        assert list(scene.readings.rows) == ["sum", "upper"]


@pytest.mark.parametrize("at", [0, 0.7, 2])
@pytest.mark.parametrize("rule", ["left", "both"])
def test_a_bar_that_is_looked_at_has_its_height_and_width_named(at, rule):
    bars = f"do: bars, with: {{count: 40, rule: {rule}}}"
    with on_stage(section(bars, f"do: single, with: {{at: {at}}}")) as scene:
        (bar,) = scene.notes
        (left, _), (right, height) = bar.corners()
        assert left <= at <= right
        assert height == pytest.approx(left**2)
        assert scene.plot.state.x.length < 0.3
        assert bar.off_bar() < 1e-6
        bar.across.stretch(1.1, 0)
        assert bar.off_bar() > 1e-3
        assert all_hold(scene)
