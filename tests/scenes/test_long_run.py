"""The mean of all draws so far: each line is at the means of its own draws, and all come to the expected value."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, drawn_whole, on_stage

DIE = r"""
  - id: die
    title: A die
    scene: LongRun
    with: {probabilities: [0.2, 0.3, 0.5], outcomes: [4, 0, -2], count: 400}
    steps:
      - {do: run, say: a}
      - {do: run, with: {seed: 5}, say: b}
      - {do: level, say: c}
"""


def test_a_line_is_at_the_mean_of_the_draws_until_there():
    with on_stage(DIE) as scene:
        first, second = scene.runs
        at, means = scene.plot.graph.models_of(first.line.points[::4]).T
        assert means == pytest.approx([first.draws[: round(n)].mean() for n in at])
        assert not np.array_equal(first.draws, second.draws)
        assert {*first.draws} == {-2, 0, 4}


def test_all_come_to_the_expected_value_which_is_read():
    with on_stage(DIE) as scene:
        assert scene.law.mean == pytest.approx(-0.2)
        assert [run.value for run in scene.runs] == pytest.approx([-0.2, -0.2], abs=0.4)
        assert scene.readings.rows["level"].value() == pytest.approx(-0.2)


def test_without_outcomes_they_are_counted_from_one():
    with on_stage(DIE.replace("outcomes: [4, 0, -2], ", "")) as scene:
        assert [*scene.law.outcomes] == [1, 2, 3]


@pytest.mark.parametrize("aspect", ASPECTS)
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(aspect):
    with on_stage(DIE, aspect, play=False) as scene:
        assert drawn_whole(scene) == []


@pytest.mark.parametrize(("rare", "flat"), [("0.001", False), ("0.2", True)])
def test_a_rare_outcome_far_away_makes_no_run_flat(rare, flat):
    """It did: of a million once in a thousand draws, all means lay on the axis."""
    law = f"probabilities: [{rare}, {1 - float(rare):g}], outcomes: [1000000, 0]"
    with on_stage(DIE.replace("probabilities: [0.2, 0.3, 0.5], outcomes: [4, 0, -2]", law)) as scene:
        heights = scene.plot.state.y
        assert all(heights.low <= end <= heights.high for run in scene.runs for end in run.values)
        reached = float(max(run.values.max() for run in scene.runs))
        assert bool(heights.high >= 1000000) is (flat or reached >= 900000)


def test_a_line_beside_its_means_stops_the_picture():
    with on_stage(DIE) as scene:
        scene.runs[0].line.shift(np.array([0, 0.2, 0]))
        with pytest.raises(InvariantViolated, match="the line 1 is at the mean of its draws"):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("[0.2, 0.3, 0.5]", "[0.2, 0.3, 0.4]", "0.9"),
        ("[0.2, 0.3, 0.5]", "[0, 1, 0]", "in 1 < 1"),
        ("[4, 0, -2]", "[4, 0]", "outcomes|2"),
        ("[4, 0, -2]", "[4, 0, 0]", "0"),
        ("count: 400", "count: 5", "found 5"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises(Faulty, match=told), on_stage(DIE.replace(good, bad)):
        pass


WALK = DIE.replace("count: 400}", "count: 400, of: sum}").replace("{do: level, say: c}", "{do: spread, say: c}")


def test_sums_begin_at_nothing_and_open_with_the_root_of_their_number():
    with on_stage(WALK) as scene:
        run = scene.runs[0]
        at, sums = scene.plot.graph.models_of(run.line.points[::4]).T
        assert sums == pytest.approx([run.draws[: round(n)].sum() for n in at], abs=1e-9)
        low, high = (side[-1] for side in scene.band.sides)
        assert (low + high) / 2 == pytest.approx(-0.2 * 400)
        assert scene.readings.rows["spread"].value() == pytest.approx((high - low) / 2)
        assert (high - low) / 2 == pytest.approx(scene.law.deviation * 20)


@pytest.mark.parametrize("walk", [WALK, WALK.replace(", of: sum", "")])
def test_dashes_beside_their_deviation_stop_the_picture(walk):
    with on_stage(walk) as scene:
        scene.invariants.measure(0)
        scene.band.lines[0].shift(np.array([0, 0.2, 0]))
        with pytest.raises(InvariantViolated, match="the dashed curves are one deviation away"):
            scene.invariants.measure(0)


def test_a_walk_that_leaves_the_axes_makes_them_grow():
    with on_stage(WALK.replace("[0.2, 0.3, 0.5]", "[0.01, 0, 0.99]").replace("count: 400", "count: 10")) as scene:
        assert all(scene.plot.shows(*place) for run in scene.runs for place in run.places())
