"""The set-up: what is missing is installed or asked for by name; the lock pins everything and names no address."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from mathora.export.exporting import MAKING_PACKAGES
from mathora.render.program import DRAWING_PACKAGES

ROOT = Path(__file__).resolve().parent.parent
SYSTEM = ROOT / "setup" / "system.sh"
LOCKS = {name: (ROOT / "setup" / name).read_text(encoding="utf-8") for name in ("requirements.lock", "tests.lock")}
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture
def machine(tmp_path):
    """A machine of which only these commands are known; returns a function that runs the set-up on it."""
    for name in ("sh", "grep", "echo", "sed", "tr"):
        (tmp_path / name).symlink_to(shutil.which(name))

    def run(*arguments, **commands):
        for name, body in commands.items():
            file = tmp_path / name.replace("_", "-")
            file.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
            file.chmod(0o755)
        environment = {"PATH": str(tmp_path), "PYTHON": "no-python", "LOG": str(tmp_path / "log")}
        return subprocess.run(
            ["/bin/sh", SYSTEM, *arguments], env=environment, capture_output=True, text=True, check=False, cwd=tmp_path
        )

    return run


MISSING = "exit 1"
THERE = "echo 'install ok installed'"


def test_with_everything_there_nothing_is_done(machine):
    done = machine(dpkg_query=THERE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_root_or_sudo_it_says_exactly_which_packages_to_ask_for(machine):
    done = machine(dpkg_query=MISSING, id="echo 1000")
    assert done.returncode == 3
    for package in ("python3-venv", "pkg-config", "libcairo2-dev", "libpango1.0-dev", "libegl1", "libgl1"):
        assert package in done.stderr
    assert "sudo apt-get install -y" in done.stderr


def test_who_has_no_root_may_ask_for_what_the_tests_need_in_the_same_request(machine):
    done = machine(dpkg_query=MISSING, id="echo 1000")
    assert "asks in the same breath for chromium firefox-esr" in done.stderr
    assert "same breath" not in machine("tests", dpkg_query=MISSING, id="echo 1000").stderr


def test_only_what_is_missing_is_asked_for(machine):
    done = machine(dpkg_query='case "$3" in libegl1) exit 1;; *) echo "install ok installed";; esac', id="echo 1000")
    assert "apt-get install -y libegl1\n" in done.stderr


def test_root_installs_what_is_missing(machine, tmp_path):
    done = machine(dpkg_query=MISSING, id="echo 0", apt_get='echo "$@" >> "$LOG"')
    assert done.returncode == 0
    assert "libpango1.0-dev" in (tmp_path / "log").read_text()


PROGRAMS = {
    "chromium": "chromium",
    "firefox-esr": "firefox-esr",
    "WebKitWebDriver": "webkit2gtk-driver",
    "Xvfb": "xvfb",
    "ffmpeg": "ffmpeg",
    "latex": "texlive-latex-base",
    "dvisvgm": "dvisvgm",
    "espeak-ng": "espeak-ng",
}


@pytest.mark.parametrize("package", PROGRAMS.values())
def test_a_program_of_the_tests_that_cannot_be_had_costs_a_loud_message_only(machine, tmp_path, package):
    refusing = f'echo "$@" >> "$LOG"; case "$*" in *{package}*) exit 1;; esac'
    done = machine("tests", dpkg_query=THERE, id="echo 0", apt_get=refusing)
    assert done.returncode == 0
    assert f"no {package} can be installed here: THE TESTS THAT NEED IT WILL BE SKIPPED" in done.stderr
    assert all(other in (tmp_path / "log").read_text() for other in PROGRAMS.values())


def test_what_webkit_plays_films_with_is_installed_too(machine, tmp_path):
    missing = 'case "$3" in gstreamer1.0-*) exit 1;; *) echo "install ok installed";; esac'
    there = dict.fromkeys(PROGRAMS, "exit 0")
    machine("tests", dpkg_query=missing, id="echo 0", apt_get='echo "$@" >> "$LOG"', **there)
    log = (tmp_path / "log").read_text()
    assert "gstreamer1.0-libav" in log
    assert "gstreamer1.0-plugins-bad" in log


def test_programs_of_the_tests_that_are_there_are_not_asked_for(machine):
    done = machine("tests", dpkg_query=THERE, **dict.fromkeys(PROGRAMS, "exit 0"))
    assert (done.returncode, done.stderr) == (0, "")


def test_who_wants_no_tests_is_not_asked_for_their_programs(machine, tmp_path):
    machine(dpkg_query=MISSING, id="echo 0", apt_get='echo "$@" >> "$LOG"')
    assert not any(package in (tmp_path / "log").read_text() for package in PROGRAMS.values())


def test_another_system_is_told_what_it_needs(machine):
    done = machine()
    assert done.returncode == 0
    assert "cairo and pango" in done.stderr


BREW = 'echo "$@" >> "$LOG"; case "$*" in *cairo*) [ "$1" != list ];; esac'
"""Homebrew, on a machine that lacks cairo alone."""


def test_macos_takes_homebrew_s_packages_that_are_missing(machine, tmp_path):
    done = machine(brew=BREW, uname="echo Darwin")
    assert done.returncode == 0
    assert (tmp_path / "log").read_text().splitlines()[-1] == "install --quiet cairo"
    assert "installing Homebrew packages: cairo\n" in done.stderr


def test_macos_without_homebrew_is_told_what_it_would_bring(machine):
    done = machine(uname="echo Darwin")
    assert (done.returncode, "brew install cairo pango" in done.stderr) == (0, True)
    assert "brew" not in machine(uname="echo Linux").stderr


def pins(lock):
    """Name → version of a lock's packages."""
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", LOCKS[lock], re.MULTILINE))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_package_by_version_and_digest(lock):
    entries = re.split(r"\n(?=[a-z0-9])", LOCKS[lock].strip())
    assert len(entries) == len(pins(lock)) > 50
    for entry in entries:
        assert re.match(r"[a-z0-9._-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry


def test_no_address_is_named_in_the_locks_or_the_set_up():
    programs = [path.read_text(encoding="utf-8") for path in SYSTEM.parent.glob("*.sh")]
    for text in (*LOCKS.values(), MAKEFILE, *programs):
        assert not re.search(r"https?:|file:|--index|--find-links=|://", text.replace("--no-emit", ""))


def test_rendering_installs_what_it_needs_only():
    """At most 90 packages, of which none is a tool of the tests."""
    assert len(pins("requirements.lock")) <= 90
    assert not pins("requirements.lock").keys() & {"playwright", "mypy", "pytest", "ruff", "hypothesis", "distributed"}


def test_the_tests_run_on_what_rendering_uses():
    assert pins("requirements.lock").items() <= pins("tests.lock").items()


def listed(requirements):
    """The packages' names, as a lock spells them."""
    return {re.match(r"[A-Za-z0-9-]+", one).group().lower() for one in requirements}


def test_every_dependency_of_the_project_is_in_its_lock():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    own = {project["name"]}  # an extra may name another of its extras
    assert listed(project["dependencies"] + extras["checkout"]) - own <= pins("requirements.lock").keys()
    assert listed(one for extra in extras.values() for one in extra) - own <= pins("tests.lock").keys()


def test_each_package_whose_version_is_asked_for_is_installed_for_rendering():
    assert {*DRAWING_PACKAGES, *MAKING_PACKAGES} <= pins("requirements.lock").keys()


def test_make_without_a_target_says_what_there_is():
    make = shutil.which("make")
    shown = subprocess.run([make, "-C", ROOT, "help"], capture_output=True, text=True, check=True).stdout
    assert "render" in shown
    assert "test" in shown
