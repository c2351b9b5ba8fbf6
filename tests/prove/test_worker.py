"""A proof that takes too long, takes too much, or dies, is undecided; the next one is decided as ever."""

import pickle
import subprocess
import sys

import pytest

from mathora.formula import Model, read
from mathora.lesson import Text
from mathora.prove.work.task import Task
from mathora.prove.work.worker import Prover


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


@pytest.mark.parametrize("bad", [Killer(), Sleeper()])
def test_a_proof_that_ends_badly_is_undecided_and_the_others_go_on(bad):
    with Prover(seconds=1.5) as prover:
        assert prover.decide(task("1 + 1 = 2")).kind == "proved"
        verdict = prover.decide(bad)
        assert verdict.kind == "undecided"
        assert verdict.reason
        assert prover.decide(task("2 + 2 = 4")).kind == "proved"


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
        "import sys; from mathora.prove import prove_lesson, prove_one; from mathora.prove.work.worker import Prover;"
        "assert 'sympy' not in sys.modules and 'flint' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_task_is_plain_data():
    given = task("1 + 1 = 2")
    assert pickle.loads(pickle.dumps(given)) == given  # noqa: S301 - our own bytes
