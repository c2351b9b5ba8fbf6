"""A product as a rectangle: two strips and a corner, each with its area; what makes no rectangle is told."""

from functools import partial

import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_measured, drawn, outside

MODEL = "  u(q): q^2 + 1\n  h(q, r): r q\n  m(q): -q\n"
on_stage = partial(theatre.on_stage, header=theatre.HEADER.replace("colors:", f"{MODEL}colors:"))
GIVEN = "{across: u, up: h, at: {q: 2, r: 1.5}}"
GROW, LESS = "grow, with: {by: {q: 0.5}}", "grow, with: {by: {q: 0.05}}"


def section(*steps, given=GIVEN):
    done = "".join(f"      - {{do: {do}, say: a}}\n" for do in steps)
    return f"\n  - id: a\n    title: A\n    scene: ProductRectangle\n    with: {given}\n    steps:\n{done}"


def told(scene):
    return [float(one.number.wording) for one in scene.readings.rows.values()]


def test_strips_and_corner_have_what_the_sides_make_of_them():
    with on_stage(section(GROW)) as scene:
        assert told(scene) == pytest.approx([3 * 2.25, 5 * 0.75, 2.25 * 0.75], rel=0.05)


def test_the_corner_shrinks_like_the_square_of_the_change():
    with on_stage(section(GROW, LESS)) as scene:
        assert told(scene) == pytest.approx([3 * 0.2025, 5 * 0.075, 0.2025 * 0.075], rel=0.05)


def test_a_square_has_both_its_strips():
    with on_stage(section(GROW, LESS, given="{across: u, up: u, at: {q: 2}}")) as scene:
        assert told(scene) == pytest.approx([5 * 0.2025, 5 * 0.2025, 0.2025**2], rel=0.05)


def test_without_formulas_all_that_is_read_stands_in_the_frame():
    assert theatre.unreadable(section("sides", "grow, with: {by: {q: 0.2}}"), on_stage.keywords["header"]) == []


def test_what_is_claimed_holds_on_every_frame():
    with on_stage(section("sides", GROW, LESS), play=False) as scene:
        for index in range(3):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("part", [lambda figure: figure.parts[3], lambda figure: figure.shares[2]])
def test_a_planted_fault_stops_the_render(part):
    with on_stage(section(GROW)) as scene:
        part(scene.figure).stretch(1.2, 0)
        with pytest.raises(InvariantViolated, match="its number's share of the area"):
            scene.invariants.measure(0)


def test_the_bar_has_the_shares_of_what_is_new():
    with on_stage(section(GROW)) as scene:
        new = [3 * 2.25, 5 * 0.75, 2.25 * 0.75]
        wide = [part.width for part in scene.figure.shares]
        assert [one / sum(wide) for one in wide] == pytest.approx([one / sum(new) for one in new])


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("steps", [(GROW, "sides", LESS), (LESS, GROW), ("grow, with: {by: {r: 9, q: 9}}", "stay")])
def test_no_order_of_actions_crashes(steps, aspect):
    with on_stage(section(*steps), aspect) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("steps", "given", "said"),
    [
        (("sides",), "{across: u, up: m, at: {q: 2}}", "found that m is -2"),
        (("sides",), "{across: u, up: h, at: {q: 2}}", "found q and not r"),
        (("sides",), "{across: u, up: u, at: {q: 2, x: 1}}", "found x, expected q"),
        (("grow, with: {by: {q: -1}}",), GIVEN, "found that u goes from 5 to 2"),
        (("grow, with: {by: {x: 1}}",), GIVEN, "found x, expected q, r"),
    ],
)
def test_what_makes_no_rectangle_is_the_authors_fault(steps, given, said):
    with pytest.raises(Faulty, match=said), on_stage(section(*steps, given=given), play=False):
        pass
