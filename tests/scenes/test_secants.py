"""Secants that stay behind or come nearer under a lens, and how far a tangent is from its curve."""

from types import SimpleNamespace

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated, StepView
from tests.scenes import theatre
from tests.scenes.theatre import on_stage

HEADER = theatre.HEADER.replace("colors:", "  h: {kind: real}\n  d(h): h^2\n  e(h): h^3\ncolors:")
HEAD = """
  - id: secants
    title: Secants
    scene: Curve
    with: {function: Q, start: 1, span: [0, 2], step: h}
    steps:
      - {do: secant, with: {at: 1, reach: 0.8}, say: a}
"""
KEEP = "      - {do: approach, with: {reach: 0.2, keep: true}, say: a}\n"
CLOSER = "      - {do: approach, with: {reach: 0.2, closer: true}, say: a}\n"
GAP = "      - {do: gap, with: {reach: 0.8, called: d}, say: a}\n"
NEAR = "      - {do: gap, with: {reach: 0.2, called: d}, say: a}\n"
SLIDE = "      - {do: slide, with: {to: 0.5}, say: a}\n"


def staged(*steps):
    return on_stage(HEAD + "".join(steps), header=HEADER)


def test_the_way_across_has_the_name_that_the_lesson_gives_it():
    with staged() as scene:
        assert [*scene.readings.rows] == ["h", r"\Delta Q", "secant"]


def test_the_step_is_seen_while_it_goes_to_zero_and_not_at_zero(monkeypatch):
    told = []
    with on_stage(HEAD + "      - {do: approach, say: b}\n", header=HEADER, play=False) as scene:
        scene.perform(0)
        telling = scene.tell
        first = scene.spot.state.reach

        def tell(*names):
            told.append((names, scene.spot.state.reach))
            telling(*names)

        monkeypatch.setattr(scene, "tell", tell)
        scene.perform(1)
    near = pytest.approx(0.02 * first)
    assert told == [(("h", "secant"), first), (("secant",), near), (("at", "height", "slope"), 0)]


def test_a_point_wanders_by_itself_and_not_while_a_second_one_stands_beside_it():
    with on_stage(HEAD + "      - {do: tangent, say: b}\n", header=HEADER, play=False) as scene:
        scene.perform(0)
        assert scene.spot.lives() == ()
        scene.perform(1)
        assert len(scene.spot.lives()) == 1


@pytest.mark.parametrize(("reach", "slope", "rise"), [("0.01", "2.01", "0.0201"), ("0.001", "2.001", "0.002001")])
def test_a_secant_from_near_is_read_with_digits_that_tell_it_from_the_tangent(reach, slope, rise):
    with staged(CLOSER.replace("0.2", reach)) as scene:
        rows = scene.readings.rows
        assert (rows["secant"].number.wording, rows[r"\Delta Q"].number.wording) == (slope, rise)


def test_a_secant_that_stays_has_its_slope_until_the_point_goes_elsewhere():
    with staged(KEEP) as scene:
        (stays,) = scene.pale
        assert stays.slope == pytest.approx(2.8)
        assert scene.spot.slope == pytest.approx(2.2)
        assert stays.picture in scene.mobjects
    with staged(KEEP, SLIDE) as scene:
        assert scene.pale[0].picture not in scene.mobjects


def test_where_the_tangent_is_named_no_secant_stays():
    with staged(KEEP, "      - {do: tangent, with: {at: 1}, say: b}\n") as scene:
        assert scene.spot.state.line == 1
        assert scene.pale[0].picture not in scene.mobjects


def test_a_line_leaves_before_the_point_goes_to_where_another_begins():
    other = "      - {do: secant, with: {at: 0, reach: 1}, say: b}\n"
    with on_stage(HEAD + other, header=HEADER, play=False) as scene:
        scene.perform(0)
        scene.invariant("no line runs along", lambda: scene.spot.state.line * (0 < scene.spot.state.at < 1), 1e-6)
        scene.perform(1)
        assert scene.spot.state.line == 1


def test_a_secant_that_stays_and_is_turned_is_caught():
    with staged(KEEP) as scene:
        scene.pale[0].line.rotate(0.01)
        with pytest.raises(InvariantViolated, match="a secant that stays"):
            scene.invariants.measure(0)


def test_of_several_secants_that_stay_each_is_measured():
    nearer = "      - {do: approach, with: {reach: 0.1, keep: true}, say: a}\n"
    for turned in (0, 1):
        with staged(KEEP, nearer) as scene:
            scene.invariants.measure(0)
            scene.pale[turned].line.rotate(0.01)
            with pytest.raises(InvariantViolated, match="a secant that stays"):
                scene.invariants.measure(0)


def test_under_the_lens_the_second_point_stays_where_it_is_seen():
    with staged() as scene:
        before = scene.spot.other.get_center()[0]
    with staged(CLOSER) as scene:
        window = scene.plot.state
        assert window.right - window.left == pytest.approx(2 / 4)
        assert scene.spot.other.get_center()[0] == pytest.approx(before)


def test_a_secant_on_the_other_side_comes_with_its_formula_and_its_number():
    other = "      - {do: secant, with: {at: 1, reach: -0.5}, say: a, show: '\\frac{Q(0.5) - Q(1)}{-0.5} = 1.5'}\n"
    with staged(other) as scene:
        assert scene.readings.rows["secant"].number.value == pytest.approx(1.5)
        assert len(scene.panel) == 1


def test_a_formula_that_the_next_secant_shows_again_stays():
    other = "      - {do: secant, with: {at: 1, reach: 0.5}, say: a, show: Q(1) = 1}\n"
    with staged(other) as scene:
        (stands,) = scene.panel
        assert scene.panel_leaving(StepView((("claim", stands.formula),))) == []
        assert scene.panel == [stands]
        assert len(scene.panel_leaving(StepView(()))) == 1


def test_a_bracket_reaches_from_the_tangent_to_the_curve_also_from_nearer():
    for steps, length in (((GAP,), 0.64), ((GAP, NEAR), 0.04)):
        with staged(*steps) as scene:
            (low, high) = (scene.plot.graph.model_of(scene.apart.bracket.points[k])[1] for k in (8, 12))
            assert high - low == pytest.approx(length)


def test_a_bracket_that_is_called_another_length_is_caught():
    with staged(GAP) as scene:
        scene.apart.called = SimpleNamespace(value=lambda step: step**3)
        with pytest.raises(InvariantViolated, match="the bracket is as long as it is called"):
            scene.invariants.measure(0)


def test_a_bracket_that_is_called_another_length_is_refused():
    with pytest.raises(Faulty, match=r"e\(0.8\) = 0.512, but there Q is 0.64 off its tangent"):
        theatre.proven_section(HEAD + GAP.replace("called: d", "called: e"), HEADER)


def test_a_bracket_that_misses_the_curve_is_caught():
    with staged(GAP) as scene:
        scene.apart.bracket.shift(np.array([0.0, 0.1, 0.0]))
        with pytest.raises(InvariantViolated, match="the bracket reaches"):
            scene.invariants.measure(0)


def test_a_bracket_where_the_curve_has_no_tangent_is_refused():
    corner = HEAD.replace("function: Q", "function: B").replace("at: 1", "at: 0")
    with pytest.raises(Faulty):
        theatre.proven_section(corner + GAP.replace(", called: d", ""), HEADER)


@pytest.mark.parametrize("reach", [0.5, 0.1, 0.02])
def test_rise_and_way_are_read_so_that_their_quotient_is_the_slope_that_is_read(reach):
    nearer = f"      - {{do: approach, with: {{reach: {reach}, closer: true}}, say: a}}\n"
    with staged(nearer) as scene:
        way, rise, slope = (float(row.number.wording) for row in scene.readings.rows.values())
        assert rise / way == pytest.approx(slope, abs=0.0051)


def test_a_tangent_is_not_read_as_nothing_by_nothing():
    with on_stage(HEAD + "      - {do: tangent, with: {at: 1}, say: b}\n", header=HEADER, play=False) as scene:
        scene.perform(0)
        read = lambda: len({"h", "secant"} & {*scene.readings.rows}) and abs(scene.spot.state.reach) < 0.7  # noqa: E731
        scene.invariant("no rise and way are read while they go to nothing", lambda: float(read()), 0.5)
        scene.perform(1)
        assert [*scene.readings.rows] == ["at", "height", "slope"]


@pytest.mark.parametrize("reach", [0.8, -0.8, 1.2, -0.3, 0.05])
def test_a_second_point_comes_nearer_from_any_place_and_both_are_seen(reach):
    nearer = f"      - {{do: approach, with: {{reach: {reach}, closer: true}}, say: a}}\n"
    with staged(nearer, nearer) as scene:
        state = scene.spot.state
        assert state.reach == pytest.approx(reach)
        assert scene.plot.shows(state.at + state.reach, scene.main(state.at + state.reach))


def test_under_the_lens_a_second_point_stays_where_the_curve_turns_away_from_its_first_secant():
    bent = HEAD.replace("function: Q, start: 1, span: [0, 2]", "function: C, start: -1.5, span: [-2, 2]")
    with on_stage(bent.replace("at: 1, reach: 0.8", "at: -1.5, reach: 2.5") + CLOSER, header=HEADER) as scene:
        assert scene.plot.shows(-1.3, scene.main(-1.3))


def test_a_tangent_has_no_second_point_and_one_comes_again_to_approach_it():
    with staged("      - {do: tangent, say: a}\n", CLOSER) as scene:
        assert scene.spot.state.second == 1
        assert scene.readings.rows["secant"].number.wording == "2.2"


def test_a_bracket_takes_the_place_of_a_secant_and_goes_to_either_side():
    other = GAP.replace("0.8", "-0.9")
    with staged("      - {do: tangent, say: a}\n", "      - {do: secant, say: a}\n", GAP, GAP, other) as scene:
        assert scene.spot.joined
        assert scene.apart.state.reach == pytest.approx(-0.9)
        assert scene.apart.bracket in scene.apart.picture.submobjects
        assert theatre.all_hold(scene)


def test_the_window_grows_until_the_bracket_is_seen_also_where_the_tangent_falls_out_of_it():
    steps = HEAD.partition("    steps:")[0].replace("function: Q, start: 1", "function: C, start: 0.5")
    with on_stage(steps + "    steps:\n" + GAP.replace("0.8, called: d", "1.4"), header=HEADER) as scene:
        assert scene.apart.bracket in scene.apart.picture.submobjects


def test_beside_a_bracket_its_way_and_its_length_are_read_and_come_to_rest_where_it_goes():
    with staged(GAP, NEAR) as scene:
        rows = scene.readings.rows
        assert [*rows] == ["slope", "across", "apart"]
        assert [rows[name].value() for name in ("across", "apart")] == pytest.approx([0.2, 0.04])
        assert [rows[name].number.wording for name in ("across", "apart")] == ["0.2", "0.04"]


def test_a_bracket_without_a_name_has_no_length_that_is_read():
    with staged(GAP.replace(", called: d", "")) as scene:
        assert [*scene.readings.rows] == ["slope", "across"]


def test_a_second_point_is_seen_to_come_before_it_is_looked_at_closely():
    """The window shrank by the same share: to the eye the point stood still."""
    with on_stage(HEAD + CLOSER, header=HEADER, play=False) as scene:
        scene.perform(0)
        wide, seen = scene.plot.state.x.length, []
        scene.invariant("watched", lambda: seen.append((scene.spot.state.reach, scene.plot.state.x.length)) or 0.0, 1)
        theatre.drawn(scene, 1)
        assert min(reach for reach, length in seen if length == wide) == pytest.approx(0.2)
        assert seen[-1][1] < wide / 2


def test_secants_that_stayed_leave_when_the_tangent_has_been_told():
    with on_stage(HEAD + KEEP + "      - {do: tangent, say: a}\n", header=HEADER, play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        line, together = scene.pale[0], []
        told = lambda: together.append(line.state.line == 1 and scene.spot.joined and "slope" in scene.readings.rows)  # noqa: E731
        scene.invariant("watched", lambda: told() or 0.0, 1)
        theatre.drawn(scene, 2)
        assert any(together)
        assert line.picture not in scene.mobjects
