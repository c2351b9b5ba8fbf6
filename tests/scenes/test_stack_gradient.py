"""Stacking the gradient: components as long as the partials, their sum, and what the compass finds."""

from itertools import pairwise

import numpy as np
import pytest
from manim import ValueTracker

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated, contrast
from mathora.stage.figures.surface.added_shadows import AddedShadows
from mathora.stage.figures.surface.turning_shadow import TurningShadow
from mathora.stage.plane.arrow import ArrowMobject
from tests.scenes.theatre import ASPECTS, HEADER, all_hold, drawn, on_stage, orders, proven_section, unreadable

HEAD = """
  - id: gradient
    title: The gradient
    scene: StackGradient
    with: {function: L, at: {w_1: 1, w_2: 1}}
    steps:
"""
STEPS = {
    "plane": "      - {do: plane, say: a}\n",
    "first": "      - {do: component, with: {moves: w_1}, say: b}\n",
    "second": "      - {do: component, with: {moves: w_2}, say: c}\n",
    "stack": "      - {do: stack, say: d}\n",
    "shadows": "      - {do: shadows, with: {along: {w_1: 8, w_2: 6}}, say: e}\n",
    "angle": "      - {do: angle, say: e}\n",
    "compass": "      - {do: compass, say: e}\n",
    "flip": "      - {do: flip, say: f, show: -\\nabla L}\n",
    "many": "      - {do: many, with: {count: 1000000}, say: g}\n",
}


def section(*names):
    return HEAD + "".join(STEPS[name] for name in names)


def test_where_they_fit_the_arrows_are_as_long_as_the_maps_units_say():
    wide = section("plane", "first", "second").replace("w_2: 1}}", "w_2: 1}, span: [-6, 8]}")
    with on_stage(wide) as scene:
        unit = scene.map.units()[0]
        assert scene.parts["w_1"].vector[0] == pytest.approx(2 * unit)
        assert scene.parts["w_2"].vector[1] == pytest.approx(6 * unit)


def test_the_usual_map_keeps_clear_of_captions():
    assert [one.rule for one in unreadable(section("plane", "first"))] == []


@pytest.mark.parametrize("aspect", ASPECTS)
def test_the_value_of_a_level_set_makes_way_for_the_name_of_the_opposite_arrow(aspect):
    here = section("flip").replace("w_2: 1}}", "w_2: 0.5}, span: [-2.6, 3.65]}")
    with on_stage(here, aspect) as scene:
        _, name = scene.standing
        for value in scene.level_values:
            apart = np.abs(value.get_center() - name.get_center())[:2]
            assert (apart > np.array([value.width + name.width, value.height + name.height]) / 2 + 0.3).any()


def test_a_component_that_stands_is_not_drawn_again():
    with on_stage(section("plane", "first"), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        arrow, count = scene.parts["w_1"], len(scene.mobjects)
        scene.perform(1)
        assert (scene.parts["w_1"], len(scene.mobjects)) == (arrow, count)


def test_a_slope_of_zero_is_read_where_its_arrow_would_point():
    with on_stage(section("first").replace("{w_1: 1, w_2: 1}", "{w_1: 0, w_2: 1}")) as scene:
        value = scene.values["w_1"]
        assert value.get_left()[0] > scene.dot.get_right()[0]
        assert abs(value.get_center()[1] - scene.foot[1]) < value.height


def test_components_are_as_long_as_the_partials_on_one_scale():
    with on_stage(section("plane", "first", "second")) as scene:
        across, up = scene.parts["w_1"].vector, scene.parts["w_2"].vector
        assert across[1] == pytest.approx(0, abs=1e-9)
        assert up[0] == pytest.approx(0, abs=1e-9)
        assert up[1] / across[0] == pytest.approx(6 / 2)


def test_the_values_beside_the_arrows_are_the_partials():
    with on_stage(section("plane", "first", "second")) as scene:
        assert [value.wording for value in scene.values.values()] == ["2", "6"]


def test_the_gradient_is_the_stacked_arrows_diagonal_and_meets_its_level_set_at_a_right_angle():
    with on_stage(section("plane", "first", "second", "stack")) as scene:
        assert scene.gradient.vector == pytest.approx(scene.parts["w_1"].vector + scene.parts["w_2"].vector)
        assert scene.parts["w_2"].tip == pytest.approx(scene.gradient.tip)
        ring = scene.map.ring_at(np.array([scene.at[key] for key in scene.function.variables]))
        assert abs(np.dot(scene.gradient.vector, ring.tangent_at(scene.foot))) < 0.01 * np.linalg.norm(
            scene.gradient.vector
        )


def bars(scene):
    """The two drawn shadows, in the order of the variables, in units of the map."""
    lines = [one for one in scene.notes if one.get_stroke_width() == 11]
    return [(one.points[-1] - one.points[0]) / scene.scale for one in lines]


def test_the_shadows_of_the_components_add_up_to_that_of_the_gradient():
    with on_stage(section("plane", "stack", "shadows")) as scene:
        first, second = bars(scene)
        along = np.array([0.8, 0.6, 0.0])
        assert (first @ along, second @ along) == pytest.approx((2 * 0.8, 6 * 0.6))
        assert first + second == pytest.approx(float(scene.slopes @ along) * along)


def test_each_shadow_has_its_number():
    with on_stage(section("plane", "stack", "shadows")) as scene:
        assert [one.wording for one in scene.notes if hasattr(one, "wording")] == ["1.6", "3.6"]


def test_the_direction_of_the_shadows_turns_onto_the_gradient_before_it_turns_around():
    with on_stage(section("plane", "stack", "shadows", "compass"), play=False) as scene:
        for index in range(3):
            drawn(scene, index)
        begins = scene.faced
        assert scene.foot + scene.scale * np.array([0.8, 0.6, 0.0]) == pytest.approx(scene.notes[1].tip)
        headings = []
        scene.invariant("watched", lambda: headings.append(scene.heading.get_value() if scene.heading else 0) or 0.0, 1)
        drawn(scene, 3)
        assert (begins, scene.sense) == (pytest.approx(np.arctan2(6, 2) - np.arctan2(6, 8)), -1)
        assert (min(headings), headings[-1]) == pytest.approx((0, 2 * np.pi))


@pytest.mark.parametrize(("along", "sense"), [("w_1: 8, w_2: 6", -1), ("w_1: -1, w_2: 1", 1)])
def test_the_angle_between_gradient_and_direction_is_less_than_half_a_turn_whichever_side_it_is_on(along, sense):
    steps = section("plane", "stack", "shadows", "angle").replace("w_1: 8, w_2: 6", along)
    with on_stage(steps) as scene:
        cast, way = scene.cast, scene.cast.unit.vector[:2]
        arc = cast.arc.get_end() - scene.foot, cast.arc.get_start() - scene.foot
        turned = [float(np.arctan2(one[1], one[0])) for one in (*arc, way, scene.slopes)]
        assert turned[0] == pytest.approx(turned[2])
        assert turned[1] == pytest.approx(turned[3])
        assert 0 < sense * (turned[0] - turned[1]) < np.pi
        assert not any(one in scene.mobjects for one in scene.parts.values())


@pytest.mark.parametrize("after", ["shadows", "compass", "flip", "many"])
def test_what_comes_after_the_angle_leaves_nothing_of_it(after):
    with on_stage(section("plane", "stack", "shadows", "angle", after)) as scene:
        assert scene.cast is None
        assert not [one for one in scene.mobjects if one.updaters and isinstance(one, ArrowMobject)]
        assert scene.gradient.get_fill_opacity() == 1 or after == "shadows"


def test_the_wave_ends_at_its_top_where_the_direction_is_the_gradients():
    with on_stage(section("plane", "stack", "compass")) as scene:
        graph, wave, marks, dot = scene.notes[:4]
        seen = np.array([graph.model_of(point) for point in wave.get_anchors()])
        assert seen[:, 1] == pytest.approx(40**0.5 * np.cos(seen[:, 0]), abs=1e-6)
        assert graph.model_of(dot.get_center())[1] == pytest.approx(40**0.5, abs=1e-6)
        rings = [graph.model_of(one[-1].get_center()) for one in marks]
        assert rings == [pytest.approx((at, 40**0.5 * np.cos(at)), abs=1e-6) for at in np.pi * np.array([0, 0.5, 1, 2])]


def test_half_a_turn_ends_straight_against_the_gradient_where_the_opposite_arrow_is_told():
    half = section("plane", "stack", "compass", "flip").replace("do: compass,", "do: compass, with: {half: true},")
    with on_stage(half) as scene:
        assert scene.heading.get_value() == pytest.approx(np.pi)
        assert scene.told[1].wording == "-6.3"
        assert all_hold(scene)


def test_the_direction_rests_across_the_gradient_and_against_it():
    with on_stage(section("plane", "stack", "compass"), play=False) as scene:
        drawn(scene, 0)
        drawn(scene, 1)
        headings = []
        scene.invariant("watched", lambda: headings.append(scene.heading.get_value() if scene.heading else 0) or 0.0, 1)
        drawn(scene, 2)
        rests = sorted({round(one, 6) for one, following in pairwise(headings) if one == following})
        assert rests == pytest.approx([0, np.pi / 2, np.pi, 2 * np.pi], abs=1e-5)


def test_the_wave_leaves_before_the_map_makes_room():
    with on_stage(section("plane", "stack", "compass", "many"), play=False) as scene:
        for index in range(3):
            scene.perform(index)
        graph, wave, marks, dot, _ = scene.notes
        scene.perform(3)
        seen = {id(one) for top in scene.mobjects for one in top.get_family()}
        assert seen.isdisjoint(map(id, (graph, wave, marks, dot)))


def test_the_opposite_arrow_is_opposite_and_equally_long():
    with on_stage(section("plane", "stack", "flip")) as scene:
        opposite, _ = scene.standing
        assert opposite.vector == pytest.approx(-scene.gradient.vector)


def test_the_opposite_arrows_name_keeps_clear_of_captions():
    saddle = HEADER.replace("w_1^2 + 3 w_2^2", "w_1 w_2")
    with on_stage(section("plane", "flip").replace("w_2: 1", "w_2: -1"), header=saddle) as scene:
        assert scene.standing[-1].get_bottom()[1] > scene.layout.body.bottom


def test_the_counter_ends_at_the_count():
    with on_stage(section("plane", "stack", "many")) as scene:
        wordings = [getattr(mobject, "wording", "") for mobject in scene.mobjects]
        assert "1\u2009000\u2009000" in wordings


@pytest.mark.parametrize("order", orders(("stack", "shadows", "angle", "compass", "flip", "many"), 3, 3))
def test_no_order_of_actions_crashes(order):
    with on_stage(section(*order)) as scene:
        assert scene.gradient is not None


@pytest.mark.parametrize("aspect", ASPECTS)
def test_nothing_leaves_the_frame(aspect):
    with on_stage(section(*STEPS), aspect) as scene:
        for mobject in scene.mobjects:
            if mobject.family_members_with_points() and not hasattr(mobject, "get_value"):
                assert scene.layout.frame.holds(mobject, 0.02), mobject


def test_a_shadow_behind_the_foot_is_dashed():
    with on_stage(section("plane", "stack", "compass"), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        heading = ValueTracker(0.0)
        shadow = scene._shadow(heading, None)
        shadow.coming()
        strokes = []
        for angle in (0.5, np.pi - 0.5):
            heading.set_value(angle)
            shadow.bar.update()
            strokes.append(len(shadow.bar.get_subpaths()))
        assert strokes[0] == 1 < strokes[1]


# ── planted faults ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_unequal_axes_stop_the_render():
    with on_stage(section("plane", "first"), play=False) as scene:
        scene.perform(0)
        scene.map.frame.stretch(1.1, 0)
        with pytest.raises(InvariantViolated, match="equal units"):
            drawn(scene, 1)


def test_a_wrong_gradient_stops_the_render():
    with on_stage(section("plane", "stack", "flip"), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        scene.gradient.put(scene.foot, scene.foot + np.array([1.0, 1.0, 0.0]))
        with pytest.raises(InvariantViolated, match="sum of its components"):
            drawn(scene, 2)


@pytest.mark.parametrize(("part", "claim"), [("bar", "perpendicular from the tip"), ("dot", "the wave is")])
def test_a_wrong_shadow_or_a_wrong_wave_stops_the_render(part, claim, monkeypatch):
    sound = TurningShadow._follow.fget

    def faulty(shadow):
        follow = sound(shadow)
        wrong = shadow.__dict__[part]
        return follow | {wrong: lambda one: follow[wrong](one).shift(np.array([0.1, 0.07, 0.0]))}

    with on_stage(section("plane", "stack", "compass"), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        monkeypatch.setattr(TurningShadow, "_follow", property(faulty))
        with pytest.raises(InvariantViolated, match=claim):
            drawn(scene, 2)


def test_a_shadow_that_ends_elsewhere_stops_the_render(monkeypatch):
    sound = AddedShadows.put_beside

    def faulty(shadows, axis, number):
        shadows.bars[-1].shift(np.array([0.1, 0.0, 0.0]))
        return sound(shadows, axis, number)

    with on_stage(section("plane", "stack", "shadows"), play=False) as scene:
        scene.perform(0)
        scene.perform(1)
        monkeypatch.setattr(AddedShadows, "put_beside", faulty)
        with pytest.raises(InvariantViolated, match="shadows of the parts add up"):
            drawn(scene, 2)


def test_a_function_of_one_variable_is_the_authors_fault():
    steps = section("plane").replace("{function: L, at: {w_1: 1, w_2: 1}}", "{function: V, at: {x: 1}}")
    with pytest.raises(Faulty) as failed:
        proven_section(steps)
    assert "function: found V(x), expected a function of two variables" in str(failed.value)


def test_a_point_without_a_coordinate_is_the_authors_fault():
    with pytest.raises(Faulty, match="at: found values for w_1, expected one for each of the variables of"):
        proven_section(section("plane").replace("{w_1: 1, w_2: 1}", "{w_1: 1}"))


def test_where_the_gradient_vanishes_nothing_breaks():
    steps = section("plane", "first", "second").replace("w_1: 1, w_2: 1", "w_1: 0, w_2: 0")
    with on_stage(steps) as scene:
        assert all(part.vector == pytest.approx(np.zeros(3)) for part in scene.parts.values())


def test_values_stand_outside_of_the_arrows_also_where_the_partials_are_negative():
    with on_stage(section("plane", "first", "second").replace("w_1: 1, w_2: 1", "w_1: -1, w_2: -1")) as scene:
        assert scene.parts["w_1"].vector[0] < 0
        assert scene.values["w_1"].get_bottom()[1] > scene.foot[1]
        assert scene.values["w_2"].get_left()[0] > scene.foot[0]


def test_a_value_that_would_lie_on_an_axis_stands_beyond_its_arrow():
    near = section("plane", "first", "second").replace("w_1: 1, w_2: 1}", "w_1: 2, w_2: 0.4}, span: [-4, 7]")
    with on_stage(near) as scene:
        value, arrow = scene.values["w_1"], scene.parts["w_1"]
        assert value.get_left()[0] > arrow.tip[0]
        assert value.get_center()[1] == pytest.approx(arrow.tip[1], abs=0.02)


def test_the_shadow_lies_on_its_direction_but_beside_the_arrow():
    with on_stage(section("shadows", "angle")) as scene:
        shadow = scene.cast
        for turned, most in ((1.2, 1e-3), (0.0, 0.2)):
            scene.heading.set_value(turned)
            shadow.turning.update()
            aside, along = shadow.bar.points[0] - shadow.foot, shadow.unit.vector
            off = np.cross(aside, along)[2] / np.linalg.norm(along)
            assert abs(off) <= most
        assert abs(off) > 0.1


def test_no_number_of_an_axis_touches_a_value():
    with on_stage(section("plane", "first", "second", "stack").replace("w_1: 1, w_2: 1", "w_1: -1, w_2: 0.5")) as scene:
        for value in scene.values.values():
            for number in scene.map.numbers:
                apart = np.abs(value.get_center() - number.get_center())
                assert apart[0] > (value.width + number.width) / 2 or apart[1] > (value.height + number.height) / 2


def test_through_the_point_runs_one_level_set_and_none_close_beside_it():
    with on_stage(section("plane")) as scene:
        starts = (ring.points[0] for ring in scene.map.curves if len(ring.points))
        levels = [scene.function.value(*scene.map.model_of(start)) for start in starts]
        assert min(abs(one - 4) for one in levels) == pytest.approx(0, abs=1e-3)
        gaps = np.diff(sorted(scene.map.rings))
        assert sum(abs(one - 4) < gaps.min() / 2 for one in levels) == 1


def test_the_reading_of_the_slope_follows_the_arrow_that_turns():
    with on_stage(section("plane", "stack", "compass", "flip"), play=False) as scene:
        for index in range(3):
            scene.perform(index)
        assert scene.told[1].wording == "6.3"
        seen = []
        scene.invariant("look", lambda: seen.append(scene.told[1].wording) or 0.0, 1)
        drawn(scene, 3)
        assert scene.told[1].wording == "-6.3"
        assert len({*seen}) > 5


def test_values_beside_the_arrows_are_written_in_full_and_as_mathematics():
    head = section("plane", "first").replace("w_1: 1, w_2: 1", "w_1: 0.61728, w_2: 0.1")
    with on_stage(head) as scene:
        assert scene.values["w_1"].wording == "1.23456"


def test_level_sets_behind_the_arrows_can_be_seen():
    with on_stage(section("plane")) as scene:
        for ring in scene.map.curves:
            assert contrast(ring.get_stroke_color().to_hex(), scene.theme.background) >= 3


ALONG = STEPS["shadows"].replace("w_1: 8, w_2: 6", "w_1: 1, w_2: -1")


@pytest.mark.parametrize(
    "before", [["shadows"], ["compass"], ["shadows", "compass"], ["compass", "flip"], ["shadows", "flip"], ["angle"]]
)
def test_shadows_on_another_direction_take_the_place_of_what_was_told_before(before):
    with on_stage(HEAD + ALONG) as alone, on_stage(HEAD + "".join(STEPS[one] for one in before) + ALONG) as scene:
        assert all(one in scene.mobjects for one in (*scene.parts.values(), *scene.values.values()))
        assert len(scene.notes) == len(alone.notes)
        for key in scene.values:
            off = [one.values[key].get_center() - one.foot for one in (scene, alone)]
            assert off[0] == pytest.approx(off[1], abs=1e-6)


@pytest.mark.parametrize("twice", ["stack", "flip"])
def test_what_stands_is_not_made_twice(twice):
    with on_stage(HEAD + STEPS[twice]) as once, on_stage(HEAD + STEPS[twice] * 2) as again:
        assert len(again.mobjects) == len(once.mobjects)
        assert again.parts["w_2"].tail - again.foot == pytest.approx(once.parts["w_2"].tail - once.foot)


def test_the_level_sets_that_the_script_names_stand_on_the_map():
    given = HEAD.replace("w_2: 1}}", "w_2: 1}, heights: [1, 2, 4]}")
    with on_stage(given + STEPS["plane"]) as stage:
        assert list(stage.map.rings) == [1, 2, 4]
    with pytest.raises(Faulty, match="-3"):
        proven_section(given.replace("[1,", "[-3,") + STEPS["plane"])


def test_the_map_that_stood_before_shrinks_about_its_point_into_the_wider_one():
    near = HEAD.replace("at: {w_1: 1, w_2: 1}", "at: {w_1: 1, w_2: 1}, seen_before: [-1, 1], span: [-2, 4]")
    with on_stage(near + STEPS["first"], play=False) as scene:
        places = []
        scene.invariant("watched", lambda: places.append(scene.dot.get_center()) or 0.0, 1)
        drawn(scene, 0)
        steps = np.linalg.norm(np.diff(places, axis=0), axis=1)
        assert np.linalg.norm(places[0] - places[-1]) > 4 * steps.max() > 0
        assert places[-1] == pytest.approx(scene.foot)
        assert sum(isinstance(one, type(scene.map)) for one in scene.mobjects) == 1
