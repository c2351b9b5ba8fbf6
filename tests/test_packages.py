"""The set-up of `.venv`: nothing is done twice, and whatever happened to it, the next `make` mends it."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYTHON = """#!/bin/sh
case "$*" in
  *cache_tag*) echo "${TAG:-cpython-311}" ;;
  "-m venv"*) echo venv >> "$LOG"; mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  *pip*install*)
    [ -e .venv/ready ] && echo "ready while packages are changed" >> "$LOG"
    echo "pip ${*##* }" >> "$LOG"
    case "$*" in *--editable*) printf '%s\n' "${COMMAND:-#!/it/python}" > .venv/bin/mathora ;; esac
    case "$*" in *"${BREAK_AT:-nothing}"*) kill -TERM $PPID ;; esac ;;
esac
"""
"""A Python that notes what it is asked to do, and may end the set-up while it installs."""


@pytest.fixture
def checkout(tmp_path):
    """A checkout with the set-up and a Python that only takes notes."""
    folder = tmp_path / "check out's"
    (folder / "setup").mkdir(parents=True)
    shutil.copy(ROOT / "setup" / "packages.sh", folder / "setup")
    shutil.copy(ROOT / "Makefile", folder)
    for name in ("setup/requirements.lock", "setup/tests.lock", "pyproject.toml"):
        (folder / name).write_text(f"{name}\n")
    (folder / "setup" / "system.sh").write_text('echo "system $*" >> "$LOG"\n')
    python = tmp_path / "python"
    python.write_text(PYTHON)
    python.chmod(0o755)
    return folder


def set_up(folder, *arguments, **environment):
    """Run the set-up; what it did, line by line."""
    log = folder.parent / "log"
    log.write_text("")
    environment = {"PATH": "/usr/bin:/bin", "PYTHON": str(log.with_name("python")), "LOG": str(log), **environment}
    subprocess.run(
        ["/bin/sh", folder / "setup" / "packages.sh", *arguments], env=environment, check=False, capture_output=True
    )
    return log.read_text().splitlines()


RENDERING = ["system ", "venv", "pip setup/requirements.lock", "pip ."]
TESTS = ["system tests", "pip setup/tests.lock"]
BOTH = ["system tests", *RENDERING[1:], *TESTS]
"""The first request to the system names all that both need."""


def test_what_is_missing_is_brought_once(checkout):
    assert set_up(checkout) == RENDERING
    assert set_up(checkout) == []


@pytest.mark.parametrize(
    "command",
    [
        "#!/it/.venv/bin/python{}\nimport sys\n",
        "#!/bin/sh\n'''exec' \"/my it/python3.11\"{} \"$0\" \"$@\"\n' '''\nimport sys\n",
    ],
    ids=["as pip has it started", "where the checkout's name has a blank"],
)
def test_the_command_s_python_is_told_to_obey_no_variable(checkout, command):
    set_up(checkout, COMMAND=command.format("").rstrip("\n"))
    assert (checkout / ".venv" / "bin" / "mathora").read_text() == command.format(" -I")


def test_tests_bring_their_own_packages_on_top_once(checkout):
    assert set_up(checkout, "tests") == BOTH
    assert set_up(checkout, "tests") == []
    assert set_up(checkout) == []


@pytest.mark.parametrize("moment", ["requirements.lock", "editable", "tests.lock"])
def test_what_was_interrupted_is_made_anew(checkout, moment):
    interrupted = set_up(checkout, "tests", BREAK_AT=moment)
    assert interrupted == BOTH[: len(interrupted)]
    assert not (checkout / ".venv" / "ready").exists()
    assert set_up(checkout, "tests") == BOTH


def test_a_new_lock_is_installed_into_what_is_there(checkout):
    set_up(checkout, "tests")
    (checkout / "setup" / "requirements.lock").write_text("another\n")
    assert set_up(checkout) == ["system ", *RENDERING[2:]]
    assert set_up(checkout, "tests") == TESTS


def test_an_interrupted_change_of_a_lock_is_made_anew(checkout):
    set_up(checkout)
    (checkout / "setup" / "requirements.lock").write_text("another\n")
    set_up(checkout, BREAK_AT="requirements.lock")
    assert set_up(checkout) == RENDERING


def test_a_moved_checkout_is_set_up_where_it_lies(checkout):
    set_up(checkout)
    moved = checkout.rename(checkout.with_name("moved"))
    assert set_up(moved) == RENDERING


@pytest.mark.parametrize("change", ["another version", "gone"])
def test_a_python_that_was_upgraded_under_it_is_taken_anew(checkout, change):
    set_up(checkout)
    if change == "gone":
        (checkout / ".venv" / "bin" / "python").unlink()
        assert set_up(checkout) == RENDERING
    else:
        assert set_up(checkout, TAG="cpython-313") == RENDERING


@pytest.mark.parametrize("target", ["render", "check", "storyboard"])
def test_a_lesson_s_name_reaches_the_command_as_it_was_given(checkout, target):
    name = 'scripts/my lesson\'s $HOME "a" `b`.yaml'
    set_up(checkout)
    mathora = checkout / ".venv" / "bin" / "mathora"
    mathora.write_text('#!/bin/sh\nfor one in "$@"; do echo "<$one>"; done\n')
    mathora.chmod(0o755)
    log = checkout.parent / "log"
    environment = {"PATH": "/usr/bin:/bin", "PYTHON": str(log.with_name("python")), "LOG": str(log)}
    make = [shutil.which("make"), "--no-print-directory", "-C", checkout, target]
    for named, expected in (([f"L={name}"], [f"<{name}>"]), ([], [])):
        shown = subprocess.run([*make, *named], env=environment, check=True, capture_output=True, text=True).stdout
        assert [line for line in shown.splitlines() if "quality" not in line and "1080p60" not in line] == [
            f"<{target}>",
            *expected,
        ]


def test_make_takes_no_module_from_where_the_environment_points(checkout):
    set_up(checkout)
    mathora = checkout / ".venv" / "bin" / "mathora"
    mathora.write_text('#!/bin/sh\necho "<${PYTHONPATH-none} ${PYTHONHOME-none} ${PYTHONSTARTUP-none}>"\n')
    mathora.chmod(0o755)
    log = checkout.parent / "log"
    environment = {"PATH": "/usr/bin:/bin", "PYTHON": str(log.with_name("python")), "LOG": str(log)}
    pointing = {"PYTHONPATH": f":{checkout}", "PYTHONHOME": str(checkout), "PYTHONSTARTUP": "fractions.py"}
    make = [shutil.which("make"), "--no-print-directory", "-C", checkout, "check"]
    shown = subprocess.run(make, env=environment | pointing, check=True, capture_output=True, text=True).stdout
    assert "<none none none>" in shown.splitlines()
