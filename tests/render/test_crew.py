"""A worker that is silent for too long is ended; time in which nobody looked is no silence."""

from concurrent.futures import Future
from types import SimpleNamespace

import pytest
from fake_lessons import Inline

from mathora.render import crew
from mathora.render.worker import Beat


class Place:
    """Has one job, whose worker says the same again and again."""

    keeps_steps = True

    def __init__(self):
        self.job, self.ended = Future(), []

    def open(self, _workers):
        return Inline()

    def submit(self, *_):
        return self.job

    def beat(self, _number):
        return Beat(pid=1, step=0, tick=0, frames=0, seconds=0.0)

    def end(self, number):
        self.ended.append(number)


@pytest.mark.parametrize(
    ("passed", "ended"), [([0.1] * 9, []), ([0.1, 36_000.0, 0.1, 0.1], []), ([0.9] * 9, [1])],
    ids=["works on", "slept, as a laptop does", "hangs"],
)  # fmt: skip
def test_what_silence_is(monkeypatch, passed, ended):
    monkeypatch.setattr(crew, "POLL_SECONDS", 0)
    place, clock, left = Place(), SimpleNamespace(now=0.0), list(passed)
    monkeypatch.setattr(crew, "time", SimpleNamespace(monotonic=lambda: clock.now))

    def watch(_beats):
        if left:
            clock.now += left.pop(0)
        elif not place.job.done():
            place.job.set_result(None)

    crew.Crew(place=place, workers=1, is_kept=lambda _: True, patience=3.0, watch=watch).run([None])
    assert place.ended == ended
