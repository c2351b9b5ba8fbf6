"""What the machine lacks is told with the products that need it and the command that mends it on this system."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import subprocess
import sys

import pytest

from mathora.cli import FAILED, doctor


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine on which only these programs are found."""
    monkeypatch.setattr(doctor, "LOOKS", (doctor._latex, doctor._browser, doctor._memory, doctor._disk))

    def with_programs(*names: str, platform: str = "linux") -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name in names:
            (folder / name).write_text("#!/bin/sh\n")
            (folder / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.setattr(sys, "platform", platform)

    return with_programs


def found(run) -> dict[str, dict]:
    return {one["name"]: one for one in map(json.loads, run("doctor", "--json").stdout.splitlines())}


@pytest.mark.parametrize(
    ("installer", "platform", "mends"),
    [
        ("apt-get", "linux", ("sudo apt-get install -y texlive-latex-base dvisvgm", "apt-get install -y firefox")),
        ("dnf", "linux", ("sudo dnf install -y texlive-latex", "dnf install -y firefox")),
        ("brew", "darwin", ("brew install --cask mactex-no-gui", "")),
        ("pacman", "linux", ("install TeX Live", "install a browser")),
        ("winget", "win32", ("wsl --install", "winget install")),
    ],
)
def test_each_system_is_told_its_own_command(installer, platform, mends, run, machine):
    machine(installer, platform=platform)
    told = found(run)
    assert told["latex"]["state"] == "missing"
    assert mends[0] in told["latex"]["mend"]
    assert mends[1] in told["browser"]["mend"]
    assert not told["latex"]["needed"]


def test_what_is_there_needs_no_command(run, machine):
    machine("latex", "dvisvgm", "firefox", "apt-get")
    shown = run("doctor")
    assert (shown.exit_code, "=" in shown.stdout) == (0, False)
    assert "Films can be made here." in shown.stdout


def test_half_of_latex_is_no_latex(run, machine):
    machine("latex", "apt-get")
    assert found(run)["latex"]["state"] == "missing"


def test_little_memory_and_disk_are_weak(run, machine, monkeypatch):
    machine("latex", "dvisvgm", "firefox")
    monkeypatch.setattr(doctor, "LEAST_MEMORY", 1 << 60)
    monkeypatch.setattr(doctor, "LEAST_DISK", 1 << 60)
    told = found(run)
    assert [(told[name]["state"], told[name]["mend"]) for name in ("memory", "disk")] == [
        ("weak", "mathora render --workers 1 --quality 720p30"),
        ("weak", "mathora gc --keep 500M --out media"),
    ]


def test_a_folder_that_cannot_be_written_ends_it(run, machine, monkeypatch):
    machine("latex", "dvisvgm", "firefox")
    monkeypatch.setattr("os.access", lambda *_: False)
    shown = run("doctor")
    assert shown.exit_code == FAILED
    assert "No film can be made without: disk" in shown.stdout


def test_a_package_that_is_gone_is_named_with_the_command(run, monkeypatch):
    monkeypatch.setattr(doctor, "LOOKS", (doctor._libraries,))
    needs = ["no-such-package>=1", "click>=8", "x; extra == 'dev'"]
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: needs)
    shown = run("doctor")
    assert shown.exit_code == FAILED
    assert "-m pip install no-such-package\n" in shown.stdout


def test_a_library_that_cannot_be_loaded_is_told_with_its_reason(run, monkeypatch):
    monkeypatch.setattr(doctor, "LOOKS", (doctor._drawing,))
    monkeypatch.setattr(doctor, "NATIVE", ("no_such_library",))
    shown = run("doctor")
    assert shown.exit_code == FAILED
    assert "No module named 'no_such_library'" in shown.stdout


@pytest.fixture
def ran(monkeypatch):
    """The commands that are run, of which none is."""
    commands = []

    def remember(command, **_):
        commands.append([*command])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", remember)
    return commands


def lacking(monkeypatch):
    monkeypatch.setattr(doctor, "LOOKS", (doctor._libraries,))
    monkeypatch.setattr(importlib.metadata, "requires", lambda _: ["no-such-package>=1"])


def test_fix_brings_packages_into_a_virtual_environment(run, monkeypatch, ran):
    lacking(monkeypatch)
    monkeypatch.setattr(sys, "prefix", "/an/environment")
    shown = run("doctor", "--fix")
    assert ran == [[sys.executable, "-m", "pip", "install", "no-such-package"]]
    assert "libraries: done" in shown.stderr


def test_fix_leaves_the_system_s_python_as_it_is(run, monkeypatch, ran):
    lacking(monkeypatch)
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    shown = run("doctor", "--fix")
    assert (ran, "not a virtual environment" in shown.stderr) == ([], True)


def test_fix_runs_nothing_that_wants_sudo(run, machine, ran):
    machine("apt-get")
    run("doctor", "--fix")
    assert ran == []


def test_a_cache_that_cannot_be_written_is_told(tmp_path, monkeypatch):
    (tmp_path / ".cache").mkdir()
    assert doctor._cache(tmp_path).state == "ok"
    monkeypatch.setattr("os.access", lambda *_: False)
    assert doctor._cache(tmp_path).mend == f"chmod -R u+w {tmp_path / '.cache'}"


def test_what_one_asks_for_is_told_with_its_command(run, monkeypatch):
    monkeypatch.setattr(doctor, "LOOKS", (doctor._lsp, doctor._cluster))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    told = found(run)
    assert told["lsp"]["mend"].endswith(" pygls")
    assert [one["needed"] for one in told.values()] == [False] * 2


def test_an_environment_of_uv_s_which_has_no_pip_is_mended_by_uv(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    for program, tool in (("/usr/bin/uv", "uv"), (None, sys.executable)):
        monkeypatch.setattr(doctor.shutil, "which", lambda _, program=program: program)
        assert (doctor.bringing("pygls")[0], doctor.bringing("pygls")[-1]) == (tool, "pygls")


@pytest.mark.slow
def test_this_machine_can_make_films_and_says_so_on_one_screen(run):
    shown = run("doctor")
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) <= 30
    assert [name for name in doctor.NEEDED if f"ok       {name} " not in shown.stdout] == []
