"""Work that is no scene's: done again where a worker died, and by nobody once it was interrupted."""

import errno
import os
import signal
import sys
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import closing
from functools import partial
from multiprocessing import active_children
from multiprocessing.connection import wait

import fake_drawer
import pytest
from fake_lessons import inline

from mathora.render import ClipStore
from mathora.render.workplaces import METHODS, There, WarmWorkers, do_each, processes


def test_a_refusal_of_the_place_for_locks_names_it(monkeypatch):
    def refuse(*_arguments):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("multiprocessing.synchronize._multiprocessing.SemLock", refuse)
    with pytest.raises(OSError, match=r"dev.shm"):
        processes(1)


def test_all_is_done(tmp_path):
    files = [tmp_path / str(at) for at in range(3)]
    do_each([file.touch for file in files], 2, inline)
    assert all(file.exists() for file in files)
    do_each([], 2, lambda _: pytest.fail("nothing to do: nobody starts"))


def test_what_was_under_way_when_a_worker_died_is_done_again(tmp_path, monkeypatch):
    monkeypatch.setenv("MATHORA_TEST_MARK", str(tmp_path / "died"))
    do_each([fake_drawer.die_once, (tmp_path / "other").touch], 1, processes)
    assert (tmp_path / "died").exists()
    assert (tmp_path / "other").exists()


def test_a_worker_that_always_dies_is_the_machine_s_failure():
    with pytest.raises(OSError, match="the worker that joined clips died, 2 times"):
        do_each([fake_drawer.die], 1, processes)


@pytest.mark.skipif(sys.platform not in METHODS, reason="here workers are not forked")
class TestForked:
    def test_what_draws_was_imported_for_a_worker_and_nothing_of_a_course(self):
        with processes(1) as workers:
            imported = workers.submit(fake_drawer.imported).result()
        assert {"manim", "mathora.stage.draw", "sympy"} <= imported
        assert not any(name.split(".")[0] == "scenes" for name in imported)

    def test_elsewhere_and_where_a_voice_is_wanted_a_worker_imports_for_itself(self, monkeypatch):
        with closing(WarmWorkers(1)) as workers:
            workers.warm_up(int)
            assert "manim" not in workers(1).submit(fake_drawer.imported).result()
        monkeypatch.setattr("sys.platform", "darwin")
        with processes(1) as alone:
            assert "manim" not in alone.submit(fake_drawer.imported).result()

    def test_nor_do_they_fork_where_no_socket_can_be_named(self, monkeypatch):
        monkeypatch.setattr("tempfile.tempdir", f"/tmp/{'long' * 30}")  # noqa: S108 - nothing is written there
        with processes(1) as alone:
            assert "manim" not in alone.submit(fake_drawer.imported).result()

    def test_a_worker_has_the_environment_of_who_asked_for_it(self, monkeypatch):
        with processes(1) as workers:  # the process that forks is there by now
            workers.submit(int).result()
        monkeypatch.setenv("MATHORA_TEST", "set later")
        monkeypatch.setenv("PYTHONSTARTUP", "set later")
        with processes(1) as workers:
            assert workers.submit(os.getenv, "MATHORA_TEST").result() == "set later"
            assert workers.submit(os.getenv, "PYTHONSTARTUP").result() is None

    def test_one_that_imports_for_others_and_was_killed_is_replaced(self):
        with processes(1) as workers:
            forking = workers.submit(os.getppid).result()
            os.kill(forking, signal.SIGKILL)
            os.waitid(os.P_PID, forking, os.WEXITED | os.WNOWAIT)
        with processes(1) as workers:
            assert workers.submit(divmod, 7, 2).result() == (3, 1)

    def test_killed_while_somebody_waits_for_it_it_is_told(self, monkeypatch):
        def end(_):
            raise EOFError

        monkeypatch.setattr("multiprocessing.forkserver.read_signed", end)
        with processes(1) as workers, pytest.raises(OSError, match="the process that starts workers was ended"):
            workers.submit(int)


class Interrupted(Executor):
    """Workers for whom somebody waits who is interrupted."""

    def __init__(self, workers):
        self.workers = workers

    def submit(self, call, /, *arguments, **named):
        sent = self.workers.submit(call, *arguments, **named)
        sent.result = partial(self._interrupt)
        return sent

    def _interrupt(self):
        raise KeyboardInterrupt

    def shutdown(self, **how):
        self.workers.shutdown(**how)


def test_an_interrupt_ends_what_is_under_way():
    with pytest.raises(KeyboardInterrupt):
        do_each([fake_drawer.hang], 1, lambda count: Interrupted(processes(count)))
    assert all(wait([worker.sentinel], 60) for worker in active_children())


def test_warm_workers_are_lent_to_build_after_build_and_end_at_once():
    with closing(WarmWorkers(4)) as workers:
        workers.warm_up()  # it does not end before the import has
        first, second = (workers(1).submit(os.getpid).result() for _ in range(2))
        assert first == second
        assert [one.pid for one in active_children()] == [first]
        workers(2).submit(fake_drawer.hang)
    assert active_children() == []


def test_warm_workers_of_an_abandoned_build_end_though_none_of_its_jobs_had_begun():
    with closing(WarmWorkers(1)) as workers:
        workers(1).submit(fake_drawer.hang)
        workers(1).submit(int)
        workers(1).shutdown(wait=False, cancel_futures=True)
    assert all(wait([worker.sentinel], 60) for worker in active_children())


def test_work_that_is_no_scenes_leaves_warm_workers_as_they_are(tmp_path):
    with closing(WarmWorkers(1)) as workers:
        first = workers(1).submit(os.getpid).result()
        do_each([(tmp_path / "made").touch], 1, workers)
        assert (tmp_path / "made").exists()
        assert workers(1).submit(os.getpid).result() == first


def test_all_warm_workers_work_though_one_came_before_the_others(tmp_path):
    with closing(WarmWorkers(4)) as workers:
        workers(1).submit(int).result()
        lent = workers(4)
        meeting = [lent.submit(fake_drawer.meet, tmp_path, 4) for _ in range(4)]
        assert [one.result() for one in meeting] == [4] * 4


def test_a_warm_worker_that_died_is_replaced():
    with closing(WarmWorkers(4)) as workers:
        lent = workers(1)
        with pytest.raises(BrokenExecutor):
            lent.submit(fake_drawer.die).result()
        lent.shutdown()
        assert workers(1).submit(os.getpid).result() != os.getpid()


def test_a_cluster_s_worker_that_is_gone_already_need_not_be_ended(tmp_path):
    asked = []

    class Gone:
        def subscribe_topic(self, _topic, hear):
            hear((0.0, (7, "tcp://host:1", {"pid": 1, "step": 0, "tick": 0, "frames": 0, "seconds": 0.0})))

        def run(self, *_, workers, **__):
            asked.extend(workers)
            raise KeyError(workers[0])

    there = There(Gone(), ClipStore(tmp_path))
    there._jobs[7] = Future()
    there.end(7)
    assert asked == ["tcp://host:1"]
    assert there._jobs[7].cancelled()
