"""Nothing of a course's folder is run because of its name: a lesson may come from anyone."""

import os
import subprocess
import sys
from concurrent.futures import Executor
from importlib import metadata
from pathlib import Path

import pytest

from mathora.bounds import computed
from mathora.formula import Model, read
from mathora.isolated import module_path
from mathora.lesson import Text
from mathora.prove.task import Task
from mathora.prove.worker import Prover
from mathora.render.workplaces import processes
from tests.rows import long

MODULES = sorted(
    {*sys.stdlib_module_names, *metadata.packages_distributions(), "mathora", "sitecustomize", "usercustomize"}
)
"""What an import could ask for: the standard library's modules and those of every package that is installed."""


@pytest.fixture
def marks(course):
    """A course with a file of each module's name in its folders; the file that each of them writes into when run."""
    mark = course / "marks.txt"
    for folder in (course, course / "scripts"):
        for name in MODULES:
            if name.isidentifier():
                (folder / f"{name}.py").write_text(
                    f"with open({str(mark)!r}, 'a') as file: file.write(__file__ + '\\n')\n"
                )
    return mark


def executed(marks):
    """The planted files that were run."""
    return marks.read_text().splitlines() if marks.exists() else []


def test_the_planted_files_would_tell(course, marks):
    """The planted fault: a Python that is started as usual takes the current folder's files."""
    subprocess.run([sys.executable, "-c", "import fractions"], cwd=course, check=False, capture_output=True)
    assert executed(marks)


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [["check"], long(["render", "--quality", "480p15"]), ["storyboard"]], ids=lambda one: one[0]
)
def test_a_command_runs_no_file_of_the_course(course, write, marks, command):
    write("lesson")
    mathora = Path(sys.executable).with_name("mathora")
    done = subprocess.run([mathora, *command], cwd=course, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert executed(marks) == []


def test_the_command_runs_no_file_of_the_course_where_pythonpath_names_it(course, write, marks):
    """Python itself obeys the variable before our first line: what `make` sets up starts it isolated."""
    write("lesson")
    mathora = Path(sys.executable).with_name("mathora")
    pointing = {"PYTHONPATH": str(course), "PYTHONSTARTUP": str(course / "fractions.py")}
    usual = subprocess.run(
        [sys.executable, "-c", ""], cwd=course, check=False, env=os.environ | pointing, capture_output=True
    )
    assert usual.returncode, "the planted fault: a Python that is not isolated takes them, and dies of it"
    done = subprocess.run([mathora, "check"], cwd=course, check=False, env=os.environ | pointing, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert executed(marks) == []


def test_a_proof_s_process_is_isolated(course, marks, monkeypatch):
    computed(os.getpid())  # this process has what it imports late before the planted files come first for it too
    monkeypatch.setenv("PYTHONPATH", f"{course}{os.pathsep}{course / 'scripts'}")
    monkeypatch.setenv("PYTHONSTARTUP", str(course / "fractions.py"))
    monkeypatch.syspath_prepend(str(course / "scripts"))
    with Prover() as prover:
        assert prover.decide(Task(read(Text.written("1 + 1 = 2"), Model.empty()), Model.empty())).kind == "proved"
    assert executed(marks) == []


def test_workers_are_isolated_and_leave_our_own_environment_as_it_is(course, marks, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(course))
    monkeypatch.syspath_prepend("")
    before, places = dict(os.environ), list(sys.path)
    with processes(1) as pool:
        assert isinstance(pool, Executor)
        assert pool.submit(divmod, 7, 2).result() == (3, 1)
        found = pool.submit(module_path).result()
    assert executed(marks) == []
    assert str(course) not in found
    assert (dict(os.environ), list(sys.path)) == (before, places)


def test_a_worker_has_a_path_where_the_machine_names_none(monkeypatch):
    """Packages that draw take it for granted: without one, every step ended with their KeyError."""
    monkeypatch.delenv("PATH")
    with processes(1) as pool:
        assert pool.submit(os.getenv, "PATH").result() == os.defpath
    assert "PATH" not in os.environ
