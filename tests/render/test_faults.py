"""Killed, corrupted, starved or doubled: the next build gives the bytes of a cold one, and the last product is
whole."""

import ctypes
import errno
import multiprocessing
import os
import random
import resource
import signal
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import fake_drawer
import pytest
from fake_lessons import DEMO, inline, proven, settings

from mathora.export.publish import publishing
from mathora.render import ClipStore, render_lesson
from mathora.render.files import write_whole

KILLS = int(os.environ.get("MATHORA_KILLS", "60"))
FORK = multiprocessing.get_context("fork")


def build_and_publish(folder, say="Said.", drawer=fake_drawer.draw_slowly):
    """A whole build: clips, then two products that belong together."""
    lesson = render_lesson(proven(DEMO, say=say), settings(folder), drawer=drawer, executors=inline)
    with publishing(folder / "media", "demo") as products:
        film = b"".join(clip.video.read_bytes() for clip in lesson.clips.values())
        (products / "demo.mp4").write_bytes(film)
        (products / "page").mkdir()
        (products / "page" / "index.html").write_bytes(say.encode() + film)


def products(folder):
    return {
        str(file.relative_to(folder / "media" / "demo")): file.read_bytes()
        for file in sorted((folder / "media" / "demo").rglob("*"))
        if file.is_file()
    }


def cold(tmp_path, say="Said."):
    build_and_publish(tmp_path / f"cold-{len(say)}", say, fake_drawer.draw)
    return products(tmp_path / f"cold-{len(say)}")


def test_killed_at_any_moment_a_build_leaves_whole_things_only(tmp_path):
    chance = random.Random(11)  # noqa: S311 - not for secrets
    says = ("Said.", "Said in another way.")
    expected = [cold(tmp_path, say) for say in says]
    folder = tmp_path / "killed"
    settings(folder)
    started = time.monotonic()
    build_and_publish(tmp_path / "timed")
    length = time.monotonic() - started
    interrupted = 0
    for kill in range(KILLS):
        if kill % 10 == 0:  # begin from an empty store again
            for file in sorted((folder / "cache").glob("*/*/*")):
                file.unlink()
        builder = FORK.Process(target=build_and_publish, args=(folder, says[kill % 2]))
        builder.start()
        time.sleep(chance.uniform(0, 1.2 * length if kill % 10 == 0 else 0.6 * length))
        os.kill(builder.pid, signal.SIGKILL)
        builder.join()
        interrupted += builder.exitcode == -signal.SIGKILL
        if (folder / "media" / "demo").exists():
            assert products(folder) in expected
        store = ClipStore(folder / "cache")
        for record in (folder / "cache").glob("clips/*/[!.]*.json"):
            assert store.find(record.stem, "x") is not None
    assert interrupted > KILLS // 2
    for say, whole in zip(says, expected, strict=True):
        build_and_publish(folder, say)
        assert products(folder) == whole
    assert not list((folder / "media").glob(".tmp-*"))


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path):
    expected = cold(tmp_path)
    folder = tmp_path / "both"
    settings(folder)
    builders = [FORK.Process(target=build_and_publish, args=(folder,)) for _ in range(3)]
    for builder in builders:
        builder.start()
    for builder in builders:
        builder.join()
    assert [builder.exitcode for builder in builders] == [0, 0, 0]
    assert products(folder) == expected


def starved(folder, limit, report):
    """A build that may not write files longer than `limit` bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        build_and_publish(folder)
    except OSError as error:
        report.send(error.errno)


@pytest.mark.parametrize("limit", [0, 100, 7000, 20_000])
def test_a_full_disk_is_an_error_of_the_machine_and_costs_nothing_that_was_good(tmp_path, limit):
    expected = cold(tmp_path)
    folder = tmp_path / "full"
    build_and_publish(folder, "The last good one.")
    good = products(folder)
    for file in sorted((folder / "cache").glob("*/*/*")):
        file.unlink()
    ours, theirs = FORK.Pipe()
    builder = FORK.Process(target=starved, args=(folder, limit, theirs))
    builder.start()
    builder.join()
    assert ours.poll(0)
    assert ours.recv() == errno.EFBIG
    assert products(folder) == good
    assert not list(folder.rglob(".tmp-*"))
    build_and_publish(folder)
    assert products(folder) == expected


WRITES_ANYWHERE = 1 << 1
"""Linux's CAP_DAC_OVERRIDE. Without it, root is refused like anybody; that root may read anything is another."""


def write_where_allowed_only():
    """Give up, in this process, the right to write where a folder's mode forbids it (capget(2), capset(2))."""
    libc, header = ctypes.CDLL(None, use_errno=True), (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice 32 of them
    assert libc.capget(header, sets) == 0
    sets[0] &= ~WRITES_ANYWHERE
    assert libc.capset(header, sets) == 0


def refused(folder, report):
    """A build by a user who may not write in the folder, but may read all that it needs."""
    if os.geteuid() == 0:
        write_where_allowed_only()
    try:
        build_and_publish(folder)
    except OSError as error:
        report.send((error.errno, str(error.filename)))


def test_a_folder_that_may_not_be_written_is_an_error_of_the_machine_that_names_it():
    with TemporaryDirectory() as name:
        folder = Path(name)
        settings(folder)
        folder.chmod(0o555)
        ours, theirs = FORK.Pipe()
        builder = FORK.Process(target=refused, args=(folder, theirs))
        builder.start()
        builder.join()
        assert ours.poll(0)
        number, path = ours.recv()
        folder.chmod(0o755)
    assert number == errno.EACCES
    assert path.startswith(name)


def test_a_failing_product_leaves_the_last_good_ones(tmp_path):
    build_and_publish(tmp_path)
    good = products(tmp_path)

    def fail(folder):
        (folder / "demo.mp4").write_bytes(b"half")
        raise RuntimeError("a bug of an exporter")

    with pytest.raises(RuntimeError), publishing(tmp_path / "media", "demo") as folder:
        fail(folder)
    assert products(tmp_path) == good
    assert not list((tmp_path / "media").glob(".tmp-*"))


def test_a_file_is_written_whole_or_stays_as_it_was(tmp_path):
    path = tmp_path / "file"
    write_whole(path, b"good")

    def fail(temporary):
        temporary.write_bytes(b"ha")
        raise RuntimeError("interrupted")

    with pytest.raises(RuntimeError):
        write_whole(path, fail)
    assert path.read_bytes() == b"good"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
