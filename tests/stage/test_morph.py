"""Morphs: equal subtrees fly, the rest fades, and nothing is left behind."""

import itertools

import numpy as np
import pytest
from manim import DOWN, LEFT, RIGHT, Scene, tempconfig

from mathora.formula import at
from mathora.stage import Morph
from mathora.stage.text.boxes import Boxes
from mathora.stage.text.flight import SINKS, Flight, GlyphLink, alike, routed
from mathora.stage.text.morph import COMES, GONE, links
from tests.stage.formulas import LESSON, mobject

FIRST, SECOND = LESSON[:2]
VECTOR, STACKED = LESSON[2:4]


@pytest.fixture
def scene():
    with tempconfig({"dry_run": True, "disable_caching": True, "progress_bar": "none", "frame_rate": 10}):
        yield Scene(skip_animations=True)


def pairs(sources, targets):
    """Which glyph becomes which."""
    return [pair for link in links(sources, targets) for pair in zip(link.before, link.after, strict=True)]


def spelled(found, part):
    """Which of a formula's glyphs are reached."""
    return {id(after) for _, after in found} >= {id(glyph) for glyph in part}


def test_two_terms_of_two_formulas_fly_into_one():
    first, second, vector = mobject(FIRST), mobject(SECOND), mobject(VECTOR)
    found = pairs([first, second], [vector])
    assert spelled(found, vector.part("2 w_1"))
    assert spelled(found, vector.part("6 w_2"))
    sources = {id(glyph): source for source in (first, second) for glyph in source}
    assert {sources[id(before)] for before, after in found if id(after) in map(id, vector.part("2 w_1"))} == {first}
    assert {sources[id(before)] for before, after in found if id(after) in map(id, vector.part("6 w_2"))} == {second}


def test_whole_fractions_fly_with_their_bars():
    found = pairs([mobject(FIRST), mobject(SECOND)], [stacked := mobject(STACKED)])
    assert spelled(found, stacked.part(r"\frac{\partial L}{\partial w_1}"))
    assert spelled(found, stacked.part(r"\frac{\partial L}{\partial w_2}"))


@pytest.mark.parametrize(("before", "after"), list(itertools.permutations(LESSON[:6], 2)))
def test_no_glyph_is_used_twice_and_partners_are_glyphs_of_equal_nodes(before, after):
    source, target = mobject(before), mobject(after)
    found = pairs([source], [target])
    assert len({id(one) for one, _ in found}) == len(found) == len({id(other) for _, other in found})
    assert all(
        at(source.tree, one.path) == at(target.tree, other.path) for one, other in found if one.path or other.path
    )


def test_a_formula_becomes_itself_glyph_by_glyph():
    one, other = mobject(VECTOR), mobject(VECTOR)
    assert len(pairs([one], [other])) == len(one)


def test_after_a_morph_exactly_the_targets_stand(scene):
    first, second, vector = mobject(FIRST), mobject(SECOND), mobject(VECTOR)
    scene.add(first, second)
    scene.play(Morph([first, second], [vector]))
    assert scene.mobjects == [vector]


def test_sources_that_were_taken_apart_leave_too(scene):
    source, target = mobject(FIRST), mobject(SECOND)
    scene.add(*source)
    scene.play(Morph([source], [target]))
    assert scene.mobjects == [target]


def test_kept_sources_stand_where_they_were(scene):
    source, target = mobject(FIRST), mobject(SECOND)
    scene.add(source)
    before = [glyph.points.copy() for glyph in source]
    scene.play(Morph([source], [target], keep_sources=True))
    assert scene.mobjects == [source, target]
    assert all(np.array_equal(glyph.points, old) for glyph, old in zip(source, before, strict=True))


def test_half_way_a_flying_glyph_is_half_way():
    source, target = mobject(FIRST), mobject(FIRST).shift(np.array([2.0, 1.0, 0.0]))
    morph = Morph([source], [target], rate_func=lambda share: share)
    morph.begin()
    morph.interpolate(0.5)
    assert morph.mobject.get_center() == pytest.approx(source.get_center() + np.array([1.0, 0.5, 0.0]))


def test_what_has_no_partner_fades_out_before_the_new_fades_in():
    source, target = mobject("V(x) = x (6 - 2x)^2"), mobject(r"\nabla L(1, 1) = (2, 6)")
    morph = Morph([source], [target])
    morph.begin()
    morph.interpolate(GONE)
    assert {glyph.get_fill_opacity() for glyph in (*(one for one, _ in morph._leaving), *morph._entering)} == {0}
    morph.interpolate(1)
    assert {glyph.get_fill_opacity() for glyph in morph._entering} == {1}


def test_a_formula_of_which_little_is_there_comes_as_a_whole():
    """No bare `( , ) =` stands there meanwhile; and what is copied from a line that stays are terms."""
    source, target = mobject(r"\frac{\partial L}{\partial w_1} = 0"), mobject(r"\nabla L(0, 1) = (0, 6)")
    assert links([source], [target], keep_sources=False)
    assert Morph([source], [target])._links == []
    one, other = mobject("L(w_1, w_2) = w_1^2 + 3 w_2^2"), mobject(r"\nabla L = (2 w_1, 6 w_2)")
    assert all(link.said for link in Morph([one], [other], keep_sources=True)._links)


def test_where_nothing_leaves_or_flies_the_new_comes_all_the_time():
    morph = Morph([], [mobject("V(x) = x (6 - 2x)^2")])
    morph.begin()
    morph.interpolate(0.5)
    assert {glyph.get_fill_opacity() for glyph in morph._entering} == {0.5}


def test_a_side_that_nothing_flies_through_does_not_stand_empty():
    source, target = mobject("V(x) = x (6 - 2x)^2"), mobject("V(1) = 16")
    target.move_to(source).align_to(source, LEFT)
    morph = Morph([source], [target])
    morph.begin()
    morph.interpolate(COMES)
    right = [glyph for glyph in morph._entering if glyph.path[:1] == (1,)]
    assert right
    assert {glyph.get_fill_opacity() for glyph in right} == {1}


LONG = r"J = w_1^2 - w_1 w_2 + 2 w_2^2"
DERIVED = r"\frac{\partial}{\partial w_1} (w_1^2 + 3 w_2^2)"


@pytest.mark.parametrize(
    ("before", "after", "path", "kept"),
    [
        (DERIVED, r"\frac{\partial}{\partial w_1} w_1^2", (), [True]),
        (DERIVED, r"\frac{\partial}{\partial w_1} w_1^2", (1,), [True]),
        (DERIVED, r"\frac{\partial}{\partial w_2} w_2^2", (1,), [False]),
        (LONG, r"J = w_1^2 - w_1 + 2", (1,), [True, True]),
        (LONG, r"J = w_1^2 + w_1 + 2", (1,), [False, True]),
        (LONG, r"J = 2 w_2^2 - w_1", (1,), [True]),
        (LONG, r"J = 3 + 2 w_2^2", (1,), [True]),
        ("x^2 - 3 = 0", "x^2 - 3 + 1 = 1", (0,), [True, False]),
    ],
)
def test_signs_and_names_that_both_have_at_one_place_stay_theirs(before, after, path, kept):
    source, target = mobject(before), mobject(after)
    found = {id(one) for link in links([source], [target], keep_sources=False) for one in link.after}
    assert [id(glyph) in found for glyph in target.own(path)] == kept


def test_a_sign_goes_with_the_term_behind_it():
    source, target = mobject("L = w_1 - w_2 + x"), mobject("L = x - w_2")
    (sign,) = target.own((1,))
    (before,) = [one for one, other in pairs([source], [target]) if other is sign]
    assert before is source.own((1,))[0]


def test_extra_links_come_first():
    source, target = mobject("V(x) = x (6 - 2x)^2"), mobject(r"\nabla L(1, 1) = (2, 6)")
    number = target.part("2")[0]
    morph = Morph([source], [target], extra=[GlyphLink((source.part("x")[0],), (number,))])
    assert [one.after for one in morph._links].count((number,)) == 1


def test_an_index_does_not_become_a_number():
    source, target = mobject(LESSON[4]), mobject(LESSON[0])  # w_1^2 + 3 w_2^2, then 2 w_1
    assert not spelled(pairs([source], [target]), target.parts("2")[0])


def test_what_stands_between_is_not_flown_through(scene):
    source, between, target = mobject("w = w"), mobject(LESSON[4]), mobject("w = (w_1, w_2)")
    between.move_to(source).shift(1.5 * DOWN)
    target.move_to(source).align_to(source, LEFT).shift(3 * DOWN)
    scene.add(source, between)
    blocked = Morph([source], [target], keep_sources=True)
    blocked._setup_scene(scene)
    blocked.begin()
    around = [flight.way for flight in blocked.flights]
    assert not any(
        flight.boxes(way, share).meet(Boxes.of(list(between)))
        for flight, way in zip(blocked.flights, around, strict=True)
        for share in np.linspace(0, 1, 13)
    )
    assert len(blocked.flights) < len(blocked._links)


def test_what_cannot_fly_is_lit_where_it_stands(scene):
    source, target = mobject(FIRST), mobject(VECTOR).shift(3 * DOWN)
    between = [
        mobject(r"2 w_1 + 2 w_1 + 2 w_1").shift(at * DOWN + side * RIGHT) for at in (1, 2) for side in (-2, 0, 2)
    ]
    scene.add(source, *between)
    lit = Morph([source], [target], keep_sources=True)
    lit._setup_scene(scene)
    lit.begin()
    lit.interpolate(0.5)
    glyphs = [glyph for group in lit._glowing for glyph in group]
    assert glyphs
    assert all(any(np.array_equal(glyph.points, one.points) for one in source) for glyph in glyphs)
    assert {glyph.get_fill_opacity() for glyph in glyphs} == {1}


def test_no_digit_is_leapt_over_between_two_looks():
    source, between, target = mobject("2"), mobject("6"), mobject("2").shift(3 * DOWN)
    between.shift(1.2 * DOWN)
    link = GlyphLink(tuple(source), tuple(target), "'2'")
    assert routed([link], [*source, *between]) == ([], [link])


def test_a_copy_comes_out_beside_what_it_is_a_copy_of(scene):
    source, target = mobject(LESSON[0]), mobject(LESSON[2]).shift(1.5 * DOWN)
    scene.add(source)
    morph = Morph([source], [target], keep_sources=True)
    morph._setup_scene(scene)
    morph.begin()
    (flight,) = [one for one in morph.flights if one.wording == "'2w_1' on its way"]
    for share in np.linspace(SINKS, 1, 40):
        flight.move(share)
        seen = max(float(glyph.get_fill_opacity()) for glyph in flight) > 0.05
        assert not (seen and flight.boxes(flight.way, share).meet(Boxes.of(list(source))))
    assert {float(glyph.get_fill_opacity()) for glyph in flight} == {1.0}


def test_parts_on_their_way_do_not_meet():
    source, target = mobject("x + w_1 = w_2"), mobject("w_1 + x = w_2")
    morph = Morph([source], [target])
    morph.begin()
    assert {"'x' on its way", "'w_1' on its way"} <= {flight.wording for flight in morph.flights}
    for share in np.linspace(0, 1, 13):
        for one, other in itertools.combinations(morph.flights, 2):
            assert not one.boxes(one.way, share).meet(other.boxes(other.way, share))


def test_another_shape_is_faded_into_and_never_bent():
    wide, high = mobject("(x)"), mobject(r"\left(\frac{x}{2}\right)")
    one, other = wide.part("x")[0], high.own(())[0]
    flight = Flight(GlyphLink((one,), (other,)))
    flight.move(0.5)
    first, second = flight
    assert alike(first.points, one.points)
    assert alike(second.points, other.points)
    assert first.get_fill_opacity() == pytest.approx(0.5)
    assert second.get_fill_opacity() == pytest.approx(0.5)
