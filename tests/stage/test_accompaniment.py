"""Two scenes take turns at their plays: one of them runs at a time, what goes wrong is raised where it is awaited."""

import threading

import pytest

from mathora.stage.accompaniment import Accompaniment


def beside(*plays, then=lambda: None):
    """A second scene that plays these; what it has done so far is noted."""
    noted = []

    def act():
        for play in plays:
            noted.append(play)
            second.offer([play])
        then()
        noted.append("done")

    second = Accompaniment(act)
    return second, noted


def test_each_play_is_joined_with_the_next_of_the_other():
    second, noted = beside("a", "b")
    with second:
        assert noted == []
        assert (second.next(), noted) == (["a"], ["a"])
        assert (second.next(), noted) == (["b"], ["a", "b"])
        assert (second.next(), noted) == ([], ["a", "b", "done"])
        assert second.next() == []


def test_what_goes_wrong_there_is_raised_here():
    def fails():
        raise ZeroDivisionError

    second, _ = beside("a", then=fails)
    with second:
        second.next()
        with pytest.raises(ZeroDivisionError):
            second.next()


@pytest.mark.parametrize("asked", [0, 1])
def test_one_that_is_left_is_over(asked):
    before = set(threading.enumerate())
    second, noted = beside("a", "b")
    with second:
        for _ in range(asked):
            second.next()
    assert "done" not in noted
    assert set(threading.enumerate()) <= before


def test_it_is_over_also_where_the_first_scene_fails():
    before = set(threading.enumerate())
    second, _ = beside("a")
    with pytest.raises(KeyError), second:
        {}[second.next()[0]]
    assert set(threading.enumerate()) <= before
