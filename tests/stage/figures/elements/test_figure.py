"""A figure is drawn of its state alone, and again only when that, or what it stands on, has changed."""

from dataclasses import dataclass

import pytest

from mathora.stage.figures.elements.figure import Figure, Numbers


@dataclass(frozen=True)
class Level(Numbers):
    """How high it is, and how much is seen of it."""

    height: float
    seen: float = 0.0


class Bar(Figure[Level]):
    """Remembers what it has drawn."""

    def __init__(self, height, *on):
        super().__init__(Level(height), *on)
        self.drawn = []
        self.follow()

    def draw(self, state):
        self.drawn.append(state)


def test_it_is_drawn_when_its_state_changes_and_not_again():
    bar = Bar(1.0)
    bar.follow()
    bar.stand(height=2.0)
    bar.picture.update()
    assert bar.drawn == [Level(1.0), Level(2.0)]
    assert bar.state == Level(2.0)


def test_it_is_drawn_again_when_what_it_stands_on_moves():
    ground = Bar(1.0)
    above = Bar(5.0, ground)
    ground.stand(height=2.0)
    above.picture.update()
    assert len(above.drawn) == 2
    assert above.standing == (ground.standing, above.state)


def test_what_it_stands_on_is_drawn_first():
    ground = Bar(1.0)
    above = Bar(5.0, ground)
    ground._numbers["height"].set_value(2.0)  # as a motion does, before anything follows
    above.picture.update()
    assert ground.drawn == [Level(1.0), Level(2.0)]


def test_any_state_may_follow_any_other():
    bar = Bar(1.0)
    for height in (3.0, -1.0, 3.0):
        bar.stand(height=height, seen=1.0)
    assert bar.drawn[1] == bar.drawn[3]


def test_it_moves_to_what_is_not_there_yet():
    bar = Bar(1.0)
    assert bar.to(height=1.0) == []
    (going,) = bar.to(height=3.0, seen=0.0, rate=lambda share: share)
    motion = going.build()
    motion.begin()
    motion.interpolate(0.5)
    assert bar.state.height == pytest.approx(2)


def test_what_goes_to_nothing_is_nothing_in_all_of_its_numbers():
    bar = Bar(1.0)
    bar.stand(seen=1.0)
    for going in bar.to_nothing():
        motion = going.build()
        motion.begin()
        motion.interpolate(1)
    assert bar.state == Level(0.0, 0.0)
    assert bar.to_nothing() == []


def test_a_picture_lives_as_its_figure_says():
    assert list(Bar(1.0).picture.lives()) == []
