"""Stretched lines: every bar is its line's change, on one scale; what is no row of steps is told."""

from functools import partial

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_measured, drawn, outside

MODEL = r"""  r(q): \frac{q}{2}
  G(r): \pi r^2
  M(q, r): q r
"""
on_stage = partial(theatre.on_stage, header=theatre.HEADER.replace("colors:", f"{MODEL}colors:"))
GIVEN = "{function: G, at: {q: 2}}"
INTERVAL, SHRINK = "interval, with: {run: 0.2}", "shrink, with: {to: 0.002}"


def section(*steps, given=GIVEN):
    done = "".join(f"      - {{do: {do}, say: a}}\n" for do in steps)
    return f"\n  - id: a\n    title: A\n    scene: Stretches\n    with: {given}\n    steps:\n{done}"


def test_each_line_has_the_change_that_its_function_makes():
    with on_stage(section(INTERVAL)) as scene:
        assert scene.figure.changes() == pytest.approx([0.2, 0.1, np.pi * 0.21])
        assert [one.number.wording for one in scene.readings] == ["0.2", "0.1", "0.66"]


@pytest.mark.parametrize("again", ["lines", "slopes"])
def test_what_stands_is_not_written_again(again):
    with on_stage(section(INTERVAL, "slopes", again), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        before = [id(one) for one in scene.mobjects]
        scene.perform(2)
        assert [id(one) for one in scene.mobjects] == before


def test_slopes_between_many_lines_keep_off_what_stands_at_them():
    header = theatre.HEADER.replace("colors:", "  u(q): q^2 + 1\n  m(u): \\frac{1}{u}\n  n(m): \\sqrt{m}\ncolors:")
    lines, given = "lines, show: 'n = \\sqrt{m}'", "{function: n, at: {q: 1}}"
    with theatre.on_stage(section(lines, INTERVAL, "slopes", given=given), header=header) as scene:
        slopes = [one for one in scene.mobjects if one.get_center()[0] < scene.said.right and one not in scene.values]
        tall = [one for one in slopes if len(one.family_members_with_points()) > 1 and 0.3 < one.height < 1]
        assert len(tall) == 3
        for one in tall:
            gaps = [abs(one.get_y() - other.get_y()) - (one.height + other.height) / 2 for other in scene.values]
            assert min(gaps) > 0.03


def test_a_change_that_shrinks_is_drawn_as_long_and_lacks_less_of_what_the_slopes_say():
    with on_stage(section(INTERVAL, "slopes", SHRINK), play=False) as scene:
        lengths, lacking = [], []
        for step in range(3):
            scene.perform(step)
            lengths.append(scene.figure.bars[-1].width)
            lacking.append(1 - scene.figure.by_slopes() / scene.figure.changes()[-1])
        assert lengths == pytest.approx([lengths[0]] * 3, rel=0.06)
        assert lacking[1] == pytest.approx(1 - 0.2 / 0.21)
        assert lacking[2] < lacking[1] / 50


def test_what_is_missing_shrinks_like_the_square_and_both_changes_can_be_told_apart():
    with on_stage(section(INTERVAL, "slopes", "shrink, with: {to: 0.02}")) as scene:
        *_, change, product, missing = (float(one.number.wording) for one in scene.readings)
        assert change > product
        assert missing == pytest.approx(np.pi * 0.01**2, rel=0.05)


def test_what_is_claimed_holds_on_every_frame():
    steps = ("lines", INTERVAL, "slopes", SHRINK)
    with on_stage(section(*steps), play=False) as scene:
        for index in range(len(steps)):
            drawn(scene, index)
        assert all_measured(scene)


def test_a_change_goes_to_the_other_side_through_nothing_and_on_one_scale():
    with on_stage(section("interval, with: {run: -1}", "slopes"), play=False) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        figure, starts = scene.figure, []
        figure.stand(least=figure.span())
        for run in (-1.0, -0.01, 0.0, 0.01, 1.0):
            figure.stand(run=run)
            starts.append(figure.start)
            assert max(bar.width for bar in figure.bars) == pytest.approx(
                figure.scale() * max(map(abs, figure.changes()))
            )
            assert figure.off_length() < 1e-6
        assert starts == sorted(starts, reverse=True)
        assert starts[1] - starts[3] < 0.02 * (starts[0] - starts[4])


def test_lines_and_slopes_alone_stay_where_all_lines_have_numbers():
    root = MODEL.replace(r"\frac{q}{2}", "2.05 - q").replace(
        r"G(r): \pi r^2", r"G(r): {is: '\sqrt{r}', domain: r \ge 0}"
    )
    header = theatre.HEADER.replace("colors:", f"{root}colors:")
    with theatre.on_stage(section("slopes"), header=header) as scene:
        assert scene.figure.state.run == pytest.approx(0.02)  # 0.2, a tenth of q, is beyond the root's domain
        assert scene.figure.off_slopes() < 1e-6
        scene.figure.at = 2.05
        assert scene.figure.short(0.2) == -0.2


@pytest.mark.parametrize(
    ("plant", "told"),
    [
        (lambda scene: scene.figure.bars[1].stretch(0.9, 0), "as long as its line's change"),
        (lambda scene: scene.figure.told.stretch(0.9, 0), "the first one times all slopes"),
    ],
)
def test_a_planted_fault_stops_the_render(plant, told):
    with on_stage(section("slopes")) as scene:
        plant(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(
    "steps",
    [
        (SHRINK, "lines", INTERVAL),
        ("slopes", INTERVAL),
        (INTERVAL, "interval, with: {run: -0.4}"),
        ("interval, with: {run: -1}", "slopes", "shrink, with: {to: 1}"),
    ],
)
def test_no_order_of_actions_crashes(steps, aspect):
    with on_stage(section(*steps), aspect) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("steps", "given", "told"),
    [
        (("lines",), "{function: M, at: {q: 2}}", r"found M\(q, r\), expected steps of one variable"),
        (("lines",), "{function: G, at: {x: 2}}", "found no number for q"),
        (("interval, with: {run: 0}",), GIVEN, "run"),
        ((INTERVAL, "shrink, with: {to: -2}"), GIVEN, "to: found -2, expected no more than the 0.2"),
    ],
)
def test_what_makes_no_lines_is_the_authors_fault(steps, given, told):
    with pytest.raises(Faulty, match=told), on_stage(section(*steps, given=given), play=False):
        pass
