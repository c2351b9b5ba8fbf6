"""What the machine lacks is told with the products that need it and the command that mends it on this system."""

from __future__ import annotations

import importlib.metadata
import json
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
        ("weak", "mathora gc --keep 500M"),
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


@pytest.mark.slow
def test_this_machine_can_make_films_and_says_so_on_one_screen(run):
    shown = run("doctor")
    assert shown.exit_code == 0
    assert len(shown.stdout.splitlines()) <= 24
    assert [name for name in doctor.NEEDED if f"ok       {name} " not in shown.stdout] == []
