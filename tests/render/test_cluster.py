"""A Dask cluster draws the same clips; they come back by their digests."""

from contextlib import contextmanager, suppress
from pathlib import Path

import dask
import fake_drawer
import pytest
from distributed import LocalCluster
from fake_lessons import DEMO, inline, proven, settings

from mathora.render import StepsLost, keys, program, render_lesson, workplaces
from mathora.render.program import Program


@contextmanager
def started():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parent))  # the workers' way to the fake drawer
        patch.setattr(workplaces, "CONNECT_SECONDS", 120)  # a nanny starts anew, at its leisure, what a test has killed
        local = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)
        yield local.scheduler_address
        with suppress(TimeoutError):  # a nanny that just starts a worker anew may never answer that it is closed
            local.close(timeout=30)


@pytest.fixture(scope="module")
def cluster():
    with started() as address:
        yield address


@pytest.fixture
def doomed_cluster():
    """A cluster of a test's own, that kills workers: they may be long in coming back, or never. So a task that kills
    one is not tried on others by Dask too: each time would cost four.
    """
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), started() as address:
        yield address


def contents(lesson):
    return {address: (clip.video.read_bytes(), clip.still.read_bytes()) for address, clip in lesson.clips.items()}


def test_a_cluster_draws_the_same_clips(tmp_path, cluster):
    here = render_lesson(proven(DEMO), settings(tmp_path / "a"), drawer=fake_drawer.draw, executors=inline)
    there = render_lesson(proven(DEMO), settings(tmp_path / "b", cluster=cluster), drawer=fake_drawer.draw)
    assert contents(there) == contents(here)
    assert len(there.drawn_steps) == 11
    again = render_lesson(proven(DEMO), settings(tmp_path / "b", cluster=cluster), drawer=fake_drawer.draw)
    assert again.drawn_steps == ()


def test_a_step_that_runs_out_of_memory_on_a_cluster_is_named(tmp_path, doomed_cluster):
    sections = {"one": ["a"], "two": ["b", "swell"]}
    with pytest.raises(StepsLost, match="two/s1: the worker that drew it ran out of memory") as lost:
        render_lesson(proven(sections), settings(tmp_path, cluster=doomed_cluster), drawer=fake_drawer.draw_too_much)
    assert [one.address for one in lost.value.lost] == ["two/s1"]


def test_frames_are_counted_while_a_cluster_draws(tmp_path, cluster):
    told = []
    sections = {"one": ["wait until seen"]}

    def report(progress):
        told.append(progress)
        if progress.frames:
            (tmp_path / "seen").touch()

    render_lesson(
        proven(sections, title=str(tmp_path / "seen")), settings(tmp_path, cluster=cluster), report,
        drawer=fake_drawer.draw_until_seen,
    )  # fmt: skip
    assert any(one.frames and one.steps == 0 for one in told)


def test_a_step_that_hangs_on_a_cluster_is_ended_and_named_and_the_others_are_kept(tmp_path, doomed_cluster):
    sections = {"one": ["a", "hang", "c"], "two": ["b"]}
    wanted = settings(tmp_path, cluster=doomed_cluster, patience=3.0)
    with pytest.raises(
        StepsLost, match="one/s1: the worker that drew it stopped moving for 3 s and was ended, 2"
    ) as lost:
        render_lesson(proven(sections), wanted, drawer=fake_drawer.draw_and_hang)
    assert "one/s1" in [one.address for one in lost.value.lost]
    assert (
        "two/s0"
        not in render_lesson(
            proven(sections), settings(tmp_path), drawer=fake_drawer.draw, executors=inline
        ).drawn_steps
    )


def test_a_worker_of_a_cluster_that_always_dies_is_named(tmp_path, doomed_cluster):
    sections = {"one": ["a", "die"]}
    with pytest.raises(StepsLost, match="one/s1: the worker that drew it died, 2 times"):
        render_lesson(proven(sections), settings(tmp_path, cluster=doomed_cluster), drawer=fake_drawer.draw_and_die)


def test_a_cluster_that_is_not_there_is_an_error_of_the_machine(tmp_path, monkeypatch):
    monkeypatch.setattr(workplaces, "CONNECT_SECONDS", 1)
    with pytest.raises(OSError, match=r"tcp://127\.0\.0\.1:1"):
        render_lesson(proven(DEMO), settings(tmp_path, cluster="tcp://127.0.0.1:1"), drawer=fake_drawer.draw)


def test_a_cluster_without_workers_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(workplaces, "CONNECT_SECONDS", 1)
    with LocalCluster(n_workers=0, dashboard_address=None) as empty:
        where = settings(tmp_path, cluster=empty.scheduler_address)
        with pytest.raises(OSError, match=r"the cluster at tcp://.* has no workers \(waited 1 s\)"):
            render_lesson(proven(DEMO), where, drawer=fake_drawer.draw)


def test_an_interrupt_while_a_cluster_draws_is_an_interrupt(tmp_path, cluster):
    def interrupt(_progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_lesson(proven(DEMO), settings(tmp_path, cluster=cluster), interrupt, drawer=fake_drawer.draw_slowly)
    again = render_lesson(proven(DEMO), settings(tmp_path, cluster=cluster), drawer=fake_drawer.draw)
    assert set(again.clips) == {f"{name}/s{at}" for name, steps in DEMO.items() for at in range(len(steps))}


def test_a_worker_that_draws_with_another_program_keeps_nothing(tmp_path, cluster, monkeypatch):
    """As one on which another Mathora is installed."""
    monkeypatch.setattr(program, "_digest_of", lambda _module: "ours")
    other = Program({"mathora.stage.scene": "ours"}, program.versions())
    monkeypatch.setattr(keys, "Program", lambda *_: other)
    with pytest.raises(StepsLost, match=r"what draws is not what it was .* mathora\.stage\.scene is another"):
        render_lesson(proven(DEMO), settings(tmp_path, cluster=cluster), drawer=fake_drawer.draw)


@pytest.mark.parametrize(
    "error",
    [ModuleNotFoundError("No module named 'mathora'"), RuntimeError("Error during deserialization of the task")],
)
def test_a_worker_without_our_program_is_the_clusters_fault(error):
    assert isinstance(workplaces._told(error), OSError)
    assert "a worker of the cluster has not this version of Mathora" in str(workplaces._told(error))
