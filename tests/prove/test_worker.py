"""A proof that takes too long, takes too much, or dies, is undecided; the next one is decided as ever."""

import os
import pickle
import signal
import subprocess
import sys
import time

import pytest

from mathora.formula import Model, read
from mathora.lesson import Text
from mathora.prove import worker
from mathora.prove.budget import Budget
from mathora.prove.task import Task
from mathora.prove.worker import Prover, ProverLost


def task(tex):
    return Task(read(Text.written(tex), Model.empty()), Model.empty())


class Killer:
    """Ends the process that unpickles it."""

    def __reduce__(self):
        return (sys.exit, (3,))


class Sleeper:
    """Never finishes unpickling."""

    def __reduce__(self):
        return (pow, (7, 7**12))


def test_formulas_are_judged_in_another_process():
    with Prover() as prover:
        assert prover.decide(task("1 + 1 = 2")).kind == "proved"
        assert prover.decide(task("1 + 1 = 3")).kind == "refuted"


def test_what_a_task_shares_with_those_before_it_is_sent_once(monkeypatch):
    sent = []
    send = worker._send
    monkeypatch.setattr(worker, "_send", lambda pipe, content: (sent.append(len(content)), send(pipe, content)))
    one = task("1 + 1 = 2")
    with Prover() as prover:
        for _ in range(2):
            prover.begin(Budget(60))
            assert [prover.decide(one).kind for _ in range(2)] == ["proved"] * 2
    assert sent == [sent[0], sent[1], 0, sent[0], sent[1]]
    assert sent[1] < 20 < sent[0]


@pytest.mark.parametrize("bad", [Killer(), Sleeper()])
def test_a_proof_that_ends_badly_is_undecided_and_the_others_go_on(bad):
    with Prover(seconds=1.5) as prover:
        assert prover.decide(task("1 + 1 = 2")).kind == "proved"
        verdict = prover.decide(bad)
        assert verdict.kind == "undecided"
        assert verdict.reason
        assert prover.decide(task("2 + 2 = 4")).kind == "proved"


class Killed:
    """The process that unpickles it is killed, as by a system that is short of memory."""

    def __reduce__(self):
        return (signal.raise_signal, (signal.SIGKILL,))


class Waiter:
    """Does not compute: as a process that the system lets no longer run."""

    def __reduce__(self):
        return (time.sleep, (600,))


def test_a_prover_that_is_killed_once_costs_nothing():
    with Prover() as prover:
        for formula, kind in (("1 + 1 = 2", "proved"), ("1 + 1 = 3", "refuted")):
            prover.warm_up()
            os.kill(prover._process.pid, signal.SIGKILL)
            assert prover.decide(task(formula)).kind == kind


def test_a_prover_that_is_killed_again_and_again_blames_the_machine():
    with Prover() as prover, pytest.raises(ProverLost, match=r"was ended \(SIGKILL\), 2 times"):
        prover.decide(Killed())


def test_a_prover_that_gets_no_time_blames_the_machine(monkeypatch):
    monkeypatch.setattr(worker, "STARVED", 1)
    with Prover(seconds=0.5) as prover, pytest.raises(ProverLost, match="got no time to compute, 2 times"):
        prover.decide(Waiter())


def test_a_prover_that_does_not_start_blames_the_machine(monkeypatch):
    monkeypatch.setattr(worker, "CHILD", "raise SystemExit(7)")
    with Prover() as prover, pytest.raises(ProverLost, match=r"does not start \(ended with exit code 7\), 2 times"):
        prover.decide(task("1 + 1 = 2"))


def test_a_low_limit_of_the_shell_is_no_obstacle():
    """As after `ulimit -v`: more than that cannot be asked for."""
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "from mathora.bounds import limit_address_space as limit\n"
        "assert limit(2 << 30); assert resource.getrlimit(resource.RLIMIT_AS)[0] == 1 << 30\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_memory_is_bounded():
    with Prover(memory=300 * 1024**2) as prover:
        found = prover.decide(Bomb())
        assert found.kind == "undecided"


class Bomb:
    """Asks for a gigabyte."""

    def __reduce__(self):
        return (bytes, (1024**3,))


def test_the_parent_does_not_import_sympy():
    code = (
        "import sys; from mathora.prove import prove_lesson, prove_one; from mathora.prove.worker import Prover;"
        "assert 'sympy' not in sys.modules and 'flint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_task_is_plain_data():
    given = task("1 + 1 = 2")
    assert pickle.loads(pickle.dumps(given)) == given  # noqa: S301 - our own bytes
