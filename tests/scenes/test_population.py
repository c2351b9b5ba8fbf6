"""A crowd of dots: every dot is drawn, groups have their shares, and what is read is Bayes' rule; faults are caught."""

from colorsys import rgb_to_hsv
from functools import partial

import numpy as np
import pytest
from manim import ManimColor

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from mathora.stage.figures.chance.population_places import tested as by_test
from mathora.stage.text.standing_text import standing_texts
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_measured, drawn, seen

HEADER = r"""
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  D: {kind: event}
  T: {kind: event}
  P(D): 0.01
  P(T \mid D): 0.9
  P(T \mid \bar{D}): 0.09
colors: {D: orange}
sections:
"""
on_stage, proven_section = partial(theatre.on_stage, header=HEADER), partial(theatre.proven_section, header=HEADER)
GIVEN = r"""{prior: P(D), hit: P(T \mid D), alarm: 'P(T \mid \bar{D})', posterior: P(D \mid T),
      names: [ill, well, yes, no]}"""


def section(*steps, given=GIVEN):
    done = "".join(f"      - {{do: {do}, say: a}}\n" for do in steps)
    return f"\n  - id: a\n    title: A\n    scene: Population\n    with: {given}\n    steps:\n{done}"


def shown(scene):
    return [one.mobject.wording for one in standing_texts(scene.mobjects)]


def test_a_number_of_dots_that_is_rounded_is_said_to_be():
    with on_stage(section("crowd", "split", "test")) as scene:
        assert shown(scene) == ["A", "ill", "well", "yes", "9", "no", "1", "yes", "about", "89", "no", "about", "901"]


def test_the_colour_of_a_dot_says_who_has_the_event_and_its_light_what_the_test_says():
    with on_stage(section("crowd", "split", "test")) as scene:
        assert scene._inks("test")[2:] == (scene.theme.foreground, scene.theme.muted)
        for stands in ("test", "gather"):
            hit, miss, alarm, rest = (rgb_to_hsv(*ManimColor(ink).to_rgb()) for ink in scene._inks(stands))
            assert abs(hit[0] - miss[0]) < 0.02  # one hue, dimmer
            assert miss[2] < hit[2]
            assert min(hit[1], miss[1]) > 2 * max(alarm[1], rest[1])  # the others have none


@pytest.mark.parametrize("prior", [0.001, 0.999])
def test_words_over_a_narrow_block_stay_in_the_region_and_off_those_beside_them(prior):
    given = f"{{prior: {prior}, hit: 0.99, alarm: 0.02, names: [ill, healthy, positive, negative]}}"
    with on_stage(section("crowd", "split", "test", given=given)) as scene:
        boxes = [(*line.get_corner([-1, -1, 0])[:2], *line.get_corner([1, 1, 0])[:2]) for line in scene.captions]
        assert all(scene.region.left - 0.01 <= box[0] and box[2] <= scene.region.right + 0.01 for box in boxes)
        for index, one in enumerate(boxes):
            for other in boxes[index + 1 :]:
                assert max(one[0] - other[2], other[0] - one[2], one[1] - other[3], other[1] - one[3]) > 0


@pytest.mark.parametrize("prior", [0.001, 0.02, 0.999])
def test_all_lines_over_one_block_begin_at_one_place(prior):
    given = f"{{prior: {prior}, hit: 0.9, alarm: 0.1, names: [ill, healthy, positive, negative]}}"
    with on_stage(section("crowd", "split", "test", given=given)) as scene:
        lefts = [line.get_left()[0] for line in scene.captions]
        assert len({round(left, 6) for left in lefts}) == 2
        if prior == 0.02:
            assert {round(left, 6) for left in lefts} == {
                round(float(place[0]), 6) for place in by_test(scene.region, scene.crowd_of_dots.shares).captions
            }


def test_the_posterior_is_read_from_the_shares():
    with on_stage(section("gather")) as scene:
        assert "0.092" in shown(scene)
        assert {"98", "9", "902"} <= set(shown(scene))


def test_other_shares_change_the_groups_and_no_longer_say_the_models_posterior():
    with on_stage(section("gather", "change, with: {prior: 0.1}")) as scene:
        assert scene.crowd_of_dots.drawn() == (90, 10, 81, 819)
        assert r"P(D \mid T)" not in shown(scene)


@pytest.mark.parametrize(("again", "stays"), [("", False), ("P(D) = 0.01, ", True)])
def test_what_is_said_of_other_shares_leaves_before_the_dots_go_unless_it_is_said_of_these_too(again, stays):
    steps = section("gather, show: P(D) = 0.01", f"change, with: {{prior: 0.1}}, show: [{again}10 \\cdot 9 = 90]")
    with on_stage(steps, play=False) as scene:
        scene.perform(0)
        before, stood = scene.panel[0], []
        go = scene.crowd_of_dots.go
        scene.crowd_of_dots.go = lambda *where: (stood.append(before in scene.mobjects), go(*where))
        scene.perform(1)
        assert stood == [stays]
        assert scene.panel[-1].wording == r"10 \cdot 9 = 90"


@pytest.mark.parametrize(
    ("stands", "of", "around"),
    [
        ("split", "event", [(0, 1)]),  # one line around all of a block
        ("test", "marked", [(0,), (2,)]),
        ("gather", "found", [(0,)]),  # a part of a block: the others of it are outside
        ("closer", "marked", [(0, 2)]),
        ("gather", "marked", [(0, 2)]),
        ("crowd", "event", []),  # they stand in no order
    ],
)
def test_a_line_goes_around_the_dots_that_are_spoken_of_and_around_no_others(stands, of, around):
    with on_stage(section(stands, f"light, with: {{of: {of}}}")) as scene:
        dots, ends = scene.crowd_of_dots, np.cumsum([0, *scene.crowd_of_dots.shares.dots])
        assert len(scene.around) == len(around)
        for line, groups in zip(scene.around, around, strict=True):
            steps = np.diff(line.get_anchors(), axis=0)
            assert np.all(np.abs(steps).min(axis=1, where=[True, True, False], initial=1) < 1e-9)  # no slant
            within = [index for index, place in enumerate(dots.places) if encloses(np.array(line.get_anchors()), place)]
            assert within == [index for group in groups for index in range(ends[group], ends[group + 1])]


@pytest.mark.parametrize("stands", ["split", "test"])
@pytest.mark.parametrize(("of", "given", "lit"), [("found", (0, 1), (0,)), ("alarmed", (2, 3), (2,))])
def test_a_second_line_goes_around_all_who_are_given_with_the_words_over_them(stands, of, given, lit):
    """Of the twenty who are ill only the eighteen were framed: the whole of which they are a part was not seen."""
    with on_stage(section(stands, f"light, with: {{of: {of}}}")) as scene:
        dots, ends = scene.crowd_of_dots, np.cumsum([0, *scene.crowd_of_dots.shares.dots])
        line, frame = scene.around
        corners = [frame.get_corner(side)[:2] for side in ([-1, -1, 0], [1, 1, 0])]
        for around, groups in ((lambda at: encloses(np.array(line.get_anchors()), at), lit),
                               (lambda at: np.all((corners[0] < at) & (at < corners[1])), given)):  # fmt: skip
            within = [index for index, place in enumerate(dots.places) if around(place)]
            assert within == [index for group in groups for index in range(ends[group], ends[group + 1])]
        assert frame.get_color().to_hex().lower() in (scene.ill.lower(), scene.theme.foreground.lower())


CLOSER = section("gather", "closer", "packs", given="{prior: 0.01, hit: 0.9, alarm: 0.05, count: 2000}")


def test_the_marked_are_looked_at_alone_in_their_colours_and_larger_and_come_in_packs():
    with on_stage(CLOSER, play=False) as scene:
        scene.perform(0)
        small, whole = scene.crowd_of_dots._sizes[1], scene.crowd_of_dots
        drawn(scene, 1)
        dots = scene.crowd_of_dots
        assert whole not in scene.mobjects
        assert dots.drawn() == (18, 0, 99, 0)
        assert dots._sizes[1] > 3 * small
        assert dots._looks[1][::2] == whole._looks[0][::2]
        drawn(scene, 2)
        packs = dots.places.reshape(13, 9, 2)
        assert dots.shares.pack == 9
        assert np.ptp(packs, axis=1) == pytest.approx(2 * dots._sizes[1])


def test_those_who_left_stand_again_when_the_test_is_spoken_of():
    with on_stage(CLOSER.rstrip() + "\n      - {do: test, say: a}\n", play=False) as scene:
        for index in range(4):
            drawn(scene, index)
        assert scene.crowd_of_dots.drawn() == (18, 2, 99, 1881)
        assert all_measured(scene)


def test_a_test_that_marks_nobody_leaves_nobody_to_look_at():
    with on_stage(section("closer", "packs", given="{prior: 0.1, hit: 0, alarm: 0}")) as scene:
        assert scene.crowd_of_dots.shares.count == 1000


def test_what_a_section_begins_with_stands_at_once():
    with on_stage(section("test"), play=False) as scene:
        drawn(scene, 0)
        assert [end - start for _, start, end in scene.renderer.plays] == [5]  # the words alone


def test_the_line_around_dots_leaves_when_they_go():
    with on_stage(section("gather", "light, with: {of: found}", "split")) as scene:
        assert not len(scene.around)


def encloses(corners, place):
    """Whether a closed line goes around a place: a ray to the right crosses it an odd number of times."""
    one, other = corners, np.roll(corners, -1, axis=0)
    rising = (one[:, 1] > place[1]) != (other[:, 1] > place[1])
    return bool(np.sum(rising & (one[:, 0] > place[0])) % 2)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("{prior: 1.2, hit: 0.9, alarm: 0.1}", "found prior"),
        ("{prior: 1.2, hit: 0.9, alarm: 0.1, posterior: 0.5}", "found prior"),
        ("{prior: 0.1, hit: -0.9, alarm: 0.1}", "found hit"),
        ("{prior: 0.1, hit: 0.9, alarm: 0.2, posterior: 0.5}", "found posterior"),
        ("{prior: 0.1, hit: 0.9, alarm: 0.2, names: [a, b]}", "names: found 2 of them, expected 4"),
    ],
)
def test_shares_that_are_none_and_a_false_posterior_are_told(given, told):
    with pytest.raises(Faulty) as faulty:
        proven_section(section("crowd", given=given))
    assert {fault.rule for fault in faulty.value.faults} == {"label-false"}
    (fault,) = faulty.value.faults  # what is computed from a false share is not looked at
    assert told in fault.message


def test_a_posterior_that_claims_something_is_told():
    with pytest.raises(Faulty, match="which claims something"):
        proven_section(section("gather", given="{prior: 0.1, hit: 0.9, alarm: 0.2, posterior: '1/3 = 1/3'}"))


def lose_a_dot(scene):
    scene.crowd_of_dots.clear_updaters()
    scene.crowd_of_dots[3].set_points(scene.crowd_of_dots[3].points[:-16])


def swell_the_marked(scene):
    dots = scene.crowd_of_dots
    dots.clear_updaters()
    dots[0].set_points(2 * dots[0].points)  # one group twice as large: "so few" would be no longer seen


def push_out(scene):
    scene.crowd_of_dots.clear_updaters()
    scene.crowd_of_dots.shift(np.array([1.0, 0, 0]))


@pytest.mark.parametrize(
    ("plant", "told"), [(lose_a_dot, "every dot"), (swell_the_marked, "equally large"), (push_out, "in their region")]
)
def test_a_planted_fault_stops_the_render(plant, told):
    with on_stage(section("crowd", "test")) as scene:
        plant(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


def test_every_frame_is_measured():
    with on_stage(section("crowd", "split", "test", "gather", "change, with: {hit: 0.5}"), play=False) as scene:
        for index in range(5):
            drawn(scene, index)
        assert all_measured(scene)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("order", [("gather", "crowd"), ("test", "split"), ("change, with: {prior: 0.5}", "gather")])
def test_no_order_of_actions_crashes(order, aspect):
    with on_stage(section(*order), aspect) as scene:
        assert all(scene.layout.frame.holds(one) for one in seen(scene))


def test_dots_that_stand_where_they_belong_take_no_time():
    with on_stage(section("crowd"), play=False) as scene:
        drawn(scene, 0)
        assert [end - start for _, start, end in scene.renderer.plays] == [12, 5]  # the dots come, then the words


@pytest.mark.parametrize(
    ("of", "bright"), [("event", (0, 1)), ("found", (0,)), ("alarmed", (2,)), ("marked", (0, 2)), ("unmarked", (1, 3))]
)
def test_a_part_of_the_crowd_stays_bright_and_no_dot_moves(of, bright):
    with on_stage(section("test", f"light, with: {{of: {of}}}"), play=False) as scene:
        scene.perform(0)
        before, inks = scene.crowd_of_dots.places, scene._inks("test")
        scene.perform(1)
        looks = scene.crowd_of_dots._looks[1]
        assert np.allclose(scene.crowd_of_dots.places, before)
        assert [group for group in range(4) if looks[group] == inks[group]] == [*bright]
