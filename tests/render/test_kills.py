"""Killed before any of its changes to the disk, or in the midst of one, a build or a preview leaves whole things only,
and the next build gives the bytes of a cold one.

Where a process is killed is counted, not timed: before its n-th change. `make faults` tries nearly every one.
"""

import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
from dataclasses import dataclass

import pytest
from fake_builds import cold, preview, products, speak_and_publish

from mathora.render import ClipStore, files
from mathora.render.parts import PartStore
from mathora.render.sources import Sources

KILLS = int(os.environ.get("MATHORA_KILLS", "104"))
FORK = multiprocessing.get_context("fork")
CHANGES = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link", "os.utime"})
"""What Python tells an audit hook of before it is done, and changes a disk."""

BEFORE, NOW = "Said.", "Said in another way."
KINDS = {
    "a first build": (speak_and_publish, False, 7),
    "a build of another version": (speak_and_publish, True, 2),
    "a first preview": (preview, False, 6),
    "a preview of another version": (preview, True, 1),
}
"""What is killed, whether the lesson was built there before, and its share of the kills, in sixteenths."""


@dataclass
class Death:
    """Counts a process's changes to the disk, and ends it before the one of this number (from 0).

    `torn`: half of what it was writing is on the disk then.
    """

    moment: int
    torn: bool = False
    changes: int = 0
    writing: str = ""

    def hear(self, event, given):
        if event not in CHANGES or (event == "open" and not given[2] & (os.O_WRONLY | os.O_RDWR)):
            return
        if self.changes == self.moment:
            if self.torn and os.path.isfile(self.writing):  # noqa: PTH113 - what is heard while hearing counts too
                self.moment = -1
                os.truncate(self.writing, os.stat(self.writing).st_size // 2)  # noqa: PTH116 - as above
            os.kill(os.getpid(), signal.SIGKILL)
        self.changes += 1
        self.writing = str(given[0]) if event == "open" else self.writing


def ended(act, folder, moment, *, torn=False):
    """Does it in a process of its own that is killed at this moment; how often it changed the disk, if it came so far
    as to say.
    """
    ours, theirs = FORK.Pipe()

    def run():
        death = Death(moment, torn)
        sys.addaudithook(death.hear)
        act(folder, NOW)
        theirs.send(death.changes)

    process = FORK.Process(target=run)
    process.start()
    process.join()
    assert process.exitcode in {0, -signal.SIGKILL}
    return ours.recv() if ours.poll(0) else None


def is_whole(cache):
    """Whether all that the cache names is there."""
    clips = ClipStore(cache)
    return all(clips.find_still(path.stem) for path in cache.glob("clips/*/[!.]*.json")) and not [
        *PartStore(cache, "").damaged()
    ]


@pytest.fixture
def quick(tmp_path, monkeypatch):
    """Builds that do without what takes time and cannot be cut off: who is killed loses nothing that the system has."""
    for name, quick in (("os.fsync", lambda _: None), ("gc.collect", lambda: 0)):
        monkeypatch.setattr(name, quick)
    monkeypatch.setattr(Sources, "of_package", lambda *_: {})
    monkeypatch.setattr(files, "OLD", -1)  # a folder whose lock was not there yet, or no more, is cleared away at once
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_any_moment_it_costs_nothing(tmp_path, kind):
    act, built, share = KINDS[kind]
    template, folder = tmp_path / "template", tmp_path / "killed"
    template.mkdir()
    if built:
        speak_and_publish(template, BEFORE)
    before, now = products(template), cold(tmp_path, NOW, speak_and_publish)
    shutil.copytree(template, folder)
    moments = ended(act, folder, -1)
    kills = KILLS * share // 16
    assert kills <= 2 * moments, "no moment is tried twice"
    for at in range(kills):
        shutil.rmtree(folder)
        shutil.copytree(template, folder)
        moment, torn = divmod(at * 2 * moments // kills, 2)
        assert ended(act, folder, moment, torn=bool(torn)) is None, "it was not killed"
        assert products(folder) in ([before] if act is preview else [before, now]), (moment, torn)
        assert is_whole(folder / "cache"), (moment, torn)
        speak_and_publish(folder, NOW)
        assert products(folder) == now, (moment, torn)
        assert not list(folder.rglob(".tmp-*")), (moment, torn)
        with files.scratch_folder("mathora-next-") as next_one:
            left = [path for path in next_one.parent.rglob("*") if path.is_file()]
            assert left == [next_one / "lock"], (moment, torn)
