"""Scratch folders: those of killed processes go, those in use stay."""

import fcntl
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from mathora.render import files
from mathora.render.files import scratch_folder

PROGRAM = """
import os, signal, sys
from mathora.render.files import scratch_folder
with scratch_folder("mathora-test-") as folder:
    (folder / "clip").write_bytes(b"unfinished")
    print(folder, flush=True)
    sys.stdin.read() if sys.argv[1] == "stay" else os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def another(deed):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, deed], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_a_scratch_folder_goes_when_it_is_left(temporary):
    with scratch_folder("mathora-test-") as folder:
        assert folder.parent == temporary
    assert not folder.exists()


def test_what_a_killed_process_left_is_removed(temporary):
    with another("die") as killed:
        killed.wait(60)
    assert len(list(temporary.iterdir())) == 1
    with scratch_folder("mathora-other-") as folder:
        assert list(temporary.iterdir()) == [folder]


def test_one_that_never_had_its_lock_is_removed_when_it_is_old(temporary):
    for name, age in (("mathora-test-old", 4000), ("mathora-test-fresh", 0)):
        (temporary / name).mkdir()
        os.utime(temporary / name, (time.time() - age,) * 2)
    with scratch_folder("mathora-other-") as folder:
        assert set(temporary.iterdir()) == {folder, temporary / "mathora-test-fresh"}


def test_a_left_one_is_removed_while_its_lock_is_held_so_that_one_who_waits_for_it_sees_that_it_is_gone(
    temporary, monkeypatch
):
    left = temporary / "mathora-test-left"
    left.mkdir()
    (left / "lock").touch()
    removed = []

    def remove(folder, **_):
        with (left / "lock").open("rb") as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        removed.append(folder)

    monkeypatch.setattr(files.shutil, "rmtree", remove)
    files._drop_orphan(left)
    assert removed == [left]


def test_a_folder_in_use_one_just_made_and_a_link_stay(temporary):
    fresh = temporary / "mathora-test-fresh"
    fresh.mkdir()
    link = temporary / "mathora-test-link"
    link.symlink_to(fresh)
    with another("stay") as living:
        used = Path(living.stdout.readline().strip())
        with scratch_folder("mathora-test-") as folder:
            assert set(temporary.iterdir()) == {folder, used, fresh, link}
        living.stdin.close()
    assert set(temporary.iterdir()) == {fresh, link}
