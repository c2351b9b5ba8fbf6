"""Draws fill a histogram, means a narrower one; what was drawn leaves when something else is."""

import pytest

from tests.scenes.theatre import all_hold, on_stage, sectioned

section = sectioned("Distribution", "{probabilities: [0.25, 0.75], outcomes: [-1, 1]}")


def test_a_histogram_holds_all_draws():
    with on_stage(section("do: sample, with: {count: 40}")) as scene:
        assert scene.histogram.counts().sum() == 40
        assert all_hold(scene)


def test_means_of_more_draws_lie_closer_together():
    spread = {}
    for size in (2, 30):
        with on_stage(section(f"do: average, with: {{size: {size}, count: 60}}")) as scene:
            spread[size] = scene.histogram.draws.std()
            assert scene.histogram.draws.mean() == pytest.approx(0.5, abs=0.25)
    assert spread[30] < spread[2] / 2


def test_the_bell_leaves_with_its_means():
    steps = section("do: average, with: {size: 9, count: 60, normal: true}", "do: sample, with: {count: 10}")
    with on_stage(steps, play=False) as scene:
        scene.perform(0)
        bell = scene.bell
        assert bell in scene.mobjects
        scene.perform(1)
        assert scene.bell is None
        assert bell not in scene.mobjects
