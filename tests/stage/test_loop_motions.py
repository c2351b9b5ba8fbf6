"""What lives on a picture is at rest at both ends of its time, and leaves everything exactly as it was."""

import numpy as np
import pytest
from manim import Circle, Line, Square, ValueTracker

from mathora.stage.loop_motions import Gleam, Lit, Ripple, Sway, Swell, Together, in_turn

COLOUR = "#ffff00"
PHASES = np.linspace(0, 1, 11)


def lights(part):
    """How much of a part is seen."""
    stroke = part.get_stroke_opacity() if part.get_stroke_width() > 0 else 0.0
    return max(part.get_fill_opacity(), stroke) if len(part.points) else 0.0


def of_each_kind():
    return {
        "sway": Sway(ValueTracker(2.0), 0.5),
        "ripple": Ripple(Circle(0.1), COLOUR),
        "gleam": Gleam(Line([0, 0, 0], [2, 0, 0]), COLOUR),
        "swell": Swell(Square(fill_opacity=0.5), COLOUR),
        "lit": Lit([[Square(0.2, fill_opacity=1)]], COLOUR),
    }


@pytest.mark.parametrize("kind", of_each_kind())
def test_at_both_ends_nothing_is_seen_of_it(kind):
    motion = of_each_kind()[kind]
    for phase in (0.0, 1.0):
        motion.show(phase)
        assert [lights(part) for part in motion.parts] == pytest.approx([0.0] * len(motion.parts), abs=1e-9)


@pytest.mark.parametrize("kind", ["ripple", "gleam", "swell"])
def test_in_between_something_is(kind):
    motion = of_each_kind()[kind]
    motion.show(0.4)
    assert max(lights(part) for part in motion.parts) > 0


def test_a_number_sways_to_both_sides_and_comes_back_exactly():
    tracker = ValueTracker(2.0)
    motion = Sway(tracker, 0.5)
    seen = []
    for phase in PHASES:
        motion.show(phase)
        seen.append(tracker.get_value())
    assert (min(seen) < 2 < max(seen), seen[0], seen[-1]) == (True, 2.0, pytest.approx(2.0))
    assert max(abs(one - 2) for one in seen) <= 0.5
    motion.show(0.3)
    motion.rest()
    assert tracker.get_value() == 2.0


def test_glyphs_grow_are_lit_and_are_put_back():
    glyph = Square(0.2, fill_opacity=1, fill_color="#0000ff")
    glyph.em = 0.4  # by which a glyph knows how much room there is to grow
    points, colour, width = glyph.points.copy(), glyph.fill_rgbas.copy(), glyph.width
    motion = Lit([[glyph]], COLOUR)
    motion.show(0.5)
    assert glyph.width > width
    assert not np.allclose(glyph.fill_rgbas, colour)
    motion.rest()
    assert (glyph.points == points).all()
    assert (glyph.fill_rgbas == colour).all()


def test_a_shape_that_is_seen_through_swells_less():
    most = []
    for opacity in (0.2, 0.8):
        motion = Swell(Square(fill_opacity=opacity), COLOUR)
        motion.show(0.5)
        most.append(lights(motion.parts[0]))
    assert most[0] < most[1]


def test_several_move_together_and_drive_others_if_one_does():
    one, other = Sway(ValueTracker(0.0), 1.0), Ripple(Circle(0.1), COLOUR)
    both = Together([one, other])
    assert (both.drives, both.parts) == (True, other.parts)
    both.show(0.25)
    assert one.tracker.get_value() != 0
    both.rest()
    assert one.tracker.get_value() == 0
    assert not Together([other]).drives


def test_in_turn_each_has_half_of_the_time_and_all_are_at_rest_at_the_end():
    sways = [Sway(ValueTracker(0.0), 1.0) for _ in range(3)]
    late = in_turn(sways)
    for motion in late:
        motion.show(0.2)
    assert [abs(one.tracker.get_value()) > 1e-9 for one in sways] == [True, False, False]
    for motion in late:
        motion.show(1.0)
    assert [one.tracker.get_value() for one in sways] == pytest.approx([0, 0, 0], abs=1e-9)
    assert in_turn(sways[:1]) == sways[:1]
