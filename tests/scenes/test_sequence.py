"""A sequence: every term over its index, green just if it is in the band, and sums where the bars are stacked."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.draw import StepFailed
from mathora.stage.text.value_label import ValueLabel
from tests.scenes.theatre import ASPECTS, drawn_whole, on_stage

MODEL = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  n: {kind: natural}
  a(n): 1 + \frac{(-1)^n}{n}
  g(n, q): q^n
  h(n): \frac{1}{n - 3}
sections:
"""

SETTLES = r"""
  - id: settles
    title: It settles
    scene: Sequence
    with: {function: a, count: 30}
    steps:
      - {do: terms, with: {count: 10}, say: a}
      - {do: terms, say: b}
      - {do: band, with: {within: 0.2, around: 1}, say: c}
      - {do: band, with: {within: 0.1}, say: d}
"""

SERIES = r"""
  - id: series
    title: They add up
    scene: Sequence
    with: {function: g, held: {q: 0.5}}
    steps:
      - {do: add_up, say: a}
      - {do: level, with: {at: 1}, say: b}
      - {do: vary, with: {of: q, to: 0.8}, say: c}
"""


def test_from_the_marked_index_on_every_term_is_in_the_band():
    with on_stage(SETTLES, header=MODEL) as scene:
        assert scene.terms_figure.settled(0.0, 0.2) == 5
        assert scene.terms_figure.settled(0.0, 0.1) == 10
        assert len(scene.terms_figure.dots) == 30
        greens = [dot.get_fill_color().to_hex().lower() == scene.theme.right.lower() for dot in scene.terms_figure.dots]
        assert greens == [abs((-1) ** n / n) <= 0.1 * (1 + 1e-9) for n in range(1, 31)]


def test_the_series_stands_at_its_sums_also_when_its_ratio_moved():
    with on_stage(SERIES, header=MODEL) as scene:
        assert scene.terms_figure.heights(1.0) == pytest.approx(np.cumsum(0.8 ** np.arange(1, 21)))
        assert scene.plot.state.high > scene.terms_figure.heights(1.0).max()


@pytest.mark.parametrize("first", ["terms", "add_up"])
def test_what_is_held_is_read_from_the_start(first):
    with on_stage(SERIES.replace("add_up", first), play=False, header=MODEL) as scene:
        scene.perform(0)
        assert scene.readings.rows["q"].number.wording == "0.5"
        scene.perform(1)
        scene.perform(2)
        assert scene.readings.rows["q"].number.wording == "0.8"
        assert sum(isinstance(one, ValueLabel) for one in scene.mobjects) == 1


def test_the_index_that_is_read_out_follows_a_parameter():
    shrinks = SERIES.replace("add_up", "terms").replace("level, with: {at: 1}", "band, with: {around: 0, within: 0.1}")
    with on_stage(shrinks, header=MODEL) as scene:
        found = scene.terms_figure.settled(0.0, 0.1)
        assert scene.readings.rows["N"].number.wording == str(found) == "11"


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [SETTLES, SERIES])
def test_what_is_claimed_holds_on_every_frame_inside_the_frame(section, aspect):
    with on_stage(section, aspect, play=False, header=MODEL) as scene:
        assert drawn_whole(scene) == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda dots: dots[3].shift(np.array([0, 0.1, 0])), "each term stands over its index"),
        (lambda dots: dots.remove(dots[3]), "every term that is told is drawn"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(SETTLES, play=False, header=MODEL) as scene:
        scene.perform(1)
        spoil(scene.terms_figure.dots)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("function: a", "function: h", "found h, which has no value, or one too large to draw, at 3"),
        ("within: 0.2, around: 1", "within: 0.2", "found a band without a middle"),
    ],
)
def test_what_makes_no_picture_is_the_authors_fault(good, bad, told):
    with pytest.raises((Faulty, StepFailed), match=told), on_stage(SETTLES.replace(good, bad), header=MODEL):
        pass


def test_no_index_is_named_from_which_on_a_sequence_settles_that_swings_for_ever():
    swings = SETTLES.replace("function: a, count: 30", "function: g, held: {q: -1}, count: 16")
    with on_stage(swings, header=MODEL) as scene:
        assert scene.terms_figure.inside(0.0, 0.2)[-1]
        assert "N" not in scene.readings.rows
        assert scene.terms_figure.settled(0.0, 2.5) == 1


def test_a_bar_over_index_0_covers_no_number_of_the_axis():
    steps = SERIES.replace("q: 0.5}", "q: 0.5}, first: 0")
    with on_stage(steps, play=False, header=MODEL) as scene:
        scene.perform(0)
        bar = np.array([scene.plot.point(x, y) for x in np.linspace(-0.42, 0.42, 40) for y in np.linspace(0, 1, 60)])
        assert not scene.plot.writes_on(bar).any()
        assert "0" in [one.wording for one in scene.plot.numbers]


def test_an_index_has_no_halves():
    head = SETTLES.split("      - ", maxsplit=1)[0].replace("30", "2")
    with on_stage(head + "      - {do: terms, say: a}\n", header=MODEL) as scene:
        graph = scene.plot.graph
        level = min(one.get_y() for one in graph.numbers)
        across = [graph.model_of(one.get_center())[0] for one in graph.numbers if one.get_y() < level + 0.1]
        assert across == pytest.approx([1, 2, 3])


@pytest.mark.parametrize("line", ["level, with: {at: 1}", "band, with: {within: 0.5, around: 1}"])
def test_a_line_stays_in_sight_while_the_terms_leave_it(line):
    head = SETTLES.split("      - ", maxsplit=1)[0].replace("function: a, count: 30", "function: g, held: {q: 1}")
    steps = f"      - {{do: {line}, say: a}}\n      - {{do: vary, with: {{of: q, to: 0}}, say: a}}\n"
    with on_stage(head + steps, play=False, header=MODEL) as scene:
        assert not drawn_whole(scene)
        assert scene.plot.shows(1, 1)
