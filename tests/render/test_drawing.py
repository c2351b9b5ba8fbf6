"""Stale steps are cut into jobs of neighbours: none much longer than its share, the longest first."""

import fake_drawer
import pytest
from fake_lessons import DEMO, OwnFiles, inline, proven, settings

from mathora.plan import StepFailed
from mathora.render import keys as render_keys
from mathora.render.drawing import Errand, draw_stale
from mathora.render.keys import sections_to_draw
from mathora.render.progress import StepTimes
from mathora.render.store import ClipStore


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    """Draws these steps of the lesson: which jobs there were (the steps of each), and what was lost."""

    monkeypatch.setattr(render_keys, "Sources", OwnFiles)

    def drawn(stale, times=None, workers=1, shares=1, drawer=None):
        jobs = []

        def draw(job, folder, on_frame):
            jobs.append([job.addresses[index] for index, _ in job.steps])
            assert job.addresses[-1] == job.addresses[job.steps[-1][0]]
            assert len(job.view.steps) == len(job.addresses)
            return (drawer or fake_drawer.draw)(job, folder, on_frame)

        known = StepTimes(tmp_path / "times.json")
        known.remember(times or {}, None)
        given = settings(tmp_path, workers=workers)
        sections = sections_to_draw(proven(DEMO), given, {})
        keys = {address: key for section in sections for address, key in section.keys.items()}
        wanted = {address: keys[address] for address in stale}
        store = ClipStore(tmp_path / "cache")
        with store.in_use():
            errand = Errand(sections, wanted, given, draw, inline, None, shares)
            lost = draw_stale(errand, store, known)
            assert [store.holds(key) for key in wanted.values()] == [not lost] * len(wanted)
        return jobs, lost

    return drawn


def test_what_is_not_stale_is_in_no_job(drawn):
    assert drawn(["one/s1", "three/s0"])[0] == [["one/s1"], ["three/s0"]]
    assert drawn([]) == ([], ())


def test_the_longest_job_comes_first(drawn):
    jobs, _ = drawn(["one/s0", "two/s0", "two/s1", "three/s3"], {"two/s0": 90, "two/s1": 90, "three/s3": 200})
    assert jobs == [["three/s3"], ["two/s0", "two/s1"], ["one/s0"]]


@pytest.mark.parametrize(
    ("shares", "jobs"),
    [
        (1, [["one/s0", "one/s1", "one/s2", "one/s3"]]),
        (2, [["one/s0", "one/s1"], ["one/s2", "one/s3"]]),
        (4, [["one/s0"], ["one/s1"], ["one/s2"], ["one/s3"]]),
    ],
)
def test_a_section_is_cut_where_a_job_has_its_share(drawn, shares, jobs):
    stale = [f"one/s{at}" for at in range(4)]
    assert drawn(stale, dict.fromkeys(stale, 30), shares=shares)[0] == jobs


def test_more_workers_have_smaller_shares(drawn):
    stale = [f"three/s{at}" for at in range(4)]
    assert sorted(drawn(stale, dict.fromkeys(stale, 30), workers=2)[0]) == [stale[:2], stale[2:]]


def test_steps_that_need_no_time_are_one_job(drawn):
    stale = ["two/s0", "two/s1", "two/s2"]
    assert drawn(stale, dict.fromkeys(stale, 0))[0] == [stale]


def test_what_could_not_be_drawn_is_lost_and_named(drawn):
    def broken(_job, _folder, _on_frame):
        raise StepFailed(0, "it fell")
        yield

    _, lost = drawn(["one/s0"], drawer=broken)
    assert [(one.address, one.of_scene) for one in lost] == [("one/s0", True)]
