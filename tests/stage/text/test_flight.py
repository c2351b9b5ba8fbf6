"""Parts fly where nothing stands; each way begins where a part is and ends where it will be."""

import numpy as np
import pytest
from formulas import mobject

from mathora.stage.text.flight import HOPS, WAYS, Flight, GlyphLink, alike, routed


def glyphs(tex, shift=(0.0, 0.0, 0.0)):
    made = mobject(tex).shift(np.array(shift))
    return made, tuple(one for one in made.family_members_with_points() if hasattr(one, "em"))


def link(before="w", after="w", to=(4.0, 0.0, 0.0), **more):
    return GlyphLink(glyphs(before)[1], glyphs(after, to)[1], **more)


@pytest.mark.parametrize("name", WAYS)
def test_a_way_begins_at_the_part_and_ends_at_its_place(name):
    way = WAYS[name]
    assert way(0.0) == pytest.approx((0, 0, 0))
    assert way(1.0) == pytest.approx((1, 1, 0))


@pytest.mark.parametrize("name", WAYS)
def test_a_flight_stands_at_both_ends_where_its_glyphs_do(name):
    one = link()
    flight = Flight(one)
    flight.way = WAYS[name]
    flight.move(0.0)
    assert flight.get_center() == pytest.approx(one.before[0].get_center())
    flight.move(1.0)
    assert flight.get_center() == pytest.approx(one.after[0].get_center())


def test_a_glyph_that_becomes_another_cross_fades_and_is_never_bent():
    same, other = Flight(link()), Flight(link("w", r"\eta"))
    assert (len(same), len(other)) == (1, 2)
    other.move(0.5)
    assert 0 < other[0].get_fill_opacity() < 1
    assert 0 < other[1].get_fill_opacity() < 1


def test_what_stands_in_the_way_is_flown_around():
    (free,), _ = routed([link()], [])
    assert free.way is WAYS["straight"]
    (around,), grounded = routed([link()], glyphs("L", (2.0, 0.0, 0.0))[1])
    assert around.way is not WAYS["straight"]
    assert grounded == []


def test_where_no_way_is_free_it_does_not_fly():
    walls = [one.stretch_to_fit_height(12) for one in glyphs("L", (2.0, 0.0, 0.0))[1]]
    flights, grounded = routed([link()], walls)
    assert (flights, len(grounded)) == ([], 1)


def test_what_hops_goes_in_an_arc():
    (flight,), _ = routed([link(hops=True)], [])
    assert flight.way is WAYS[HOPS[0]]


def test_shapes_are_alike_however_they_are_stretched():
    shape = glyphs("w")[1][0].points
    assert alike(shape, shape * np.array([2.0, 3.0, 1.0]) + 1)
    assert not alike(shape, glyphs(r"\eta")[1][0].points)
