"""A value moves by one animation, and what replaces another thing comes when that is half gone."""

from types import SimpleNamespace

import pytest
from manim import Square, ValueTracker

from mathora.stage.motion import come, late, led, move, soon


@pytest.mark.parametrize(
    ("share", "leaves", "comes"),
    [(0, 0, 0), (0.25, 0.5, 0), (0.5, 1, 0), (0.75, 1, 0.5), (1, 1, 1), (1.5, 1, 1)],  # of a longer play beside it
)
def test_what_leaves_is_gone_when_the_other_begins(share, leaves, comes):
    assert (soon(share), late(share)) == (leaves, comes)


def test_a_tracker_goes_to_its_value():
    tracker = ValueTracker(1.0)
    going = move(tracker, 3.0, rate=lambda share: share).build()
    going.begin()
    going.interpolate(0.5)
    assert tracker.get_value() == pytest.approx(2)
    going.interpolate(1)
    assert tracker.get_value() == pytest.approx(3)


def test_what_a_section_begins_with_stands_at_once_and_later_comes_up():
    played, added = [], []
    scene = SimpleNamespace(done=(), play=lambda *plays, **_: played.extend(plays), add=added.append)
    tracker, square = ValueTracker(0.0), Square()
    come(scene, tracker, square)
    assert (tracker.get_value(), added, played) == (1, [square], [])
    scene.done = ("a step",)
    come(scene, ValueTracker(0.0), Square())
    assert len(played) == 2


def test_what_is_led_is_said_to_change():
    square = Square()
    assert not square.has_time_based_updater()
    led(square)
    before = square.points.copy()
    square.update()
    assert len(square.updaters) == 1
    assert (square.points == before).all()
