"""Starved, refused or doubled: the next build gives the bytes of a cold one, and the last product is whole."""

import ctypes
import errno
import multiprocessing
import os
import resource
import signal
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

import fake_drawer
import pytest
from fake_builds import build_and_publish, cold, preview, products, speak_and_publish
from fake_lessons import DEMO, inline, proven, settings

from mathora.export import publish
from mathora.export.publish import publishing
from mathora.render import ClipStore, render_lesson
from mathora.render.files import write_whole

FORK = multiprocessing.get_context("fork")


def test_builds_and_previews_at_once_do_not_disturb_each_other(tmp_path):
    folder = tmp_path / "both"
    settings(folder)
    both = (speak_and_publish, preview)
    several = [FORK.Process(target=both[at % 2], args=(folder, "Said.")) for at in range(4)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert [one.exitcode for one in several] == [0, 0, 0, 0]
    assert products(folder) == cold(tmp_path, build=speak_and_publish)


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


def publish_until(folder, words, stop):
    """A build on a system that cannot swap two names, killed where `stop` is: before a name is given the n-th time."""
    renames = iter(range(stop))

    def rename(one, other):
        if next(renames, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return really(one, other)

    really, Path.rename = Path.rename, rename
    publish._exchange = lambda _one, _other: False
    with publishing(folder, "demo") as place:
        (place / "demo.mp4").write_text(words)


@pytest.mark.parametrize("stop", [0, 1])
def test_killed_between_two_names_the_last_products_come_back(tmp_path, stop):
    with publishing(tmp_path, "demo") as place:
        (place / "demo.mp4").write_text("good")
    builder = FORK.Process(target=publish_until, args=(tmp_path, "new", stop))
    builder.start()
    builder.join()
    assert builder.exitcode == -signal.SIGKILL
    with pytest.raises(RuntimeError), publishing(tmp_path, "demo"):
        raise RuntimeError("and the next build fails")
    assert (tmp_path / "demo" / "demo.mp4").read_text() == "good"
    assert not list(tmp_path.glob(".tmp-*"))


def test_where_names_cannot_be_swapped_the_new_products_take_their_place(tmp_path):
    for words in ("good", "new"):
        builder = FORK.Process(target=publish_until, args=(tmp_path, words, 9))
        builder.start()
        builder.join()
        assert (tmp_path / "demo" / "demo.mp4").read_text() == words
    assert not list(tmp_path.glob(".tmp-*"))


def test_a_build_leaves_alone_what_another_lesson_of_a_longer_name_is_making(tmp_path):
    with publishing(tmp_path, "one-more") as place:
        (place / "film").write_text("more")
        with publishing(tmp_path, "one") as other:
            (other / "film").write_text("one")
    assert (tmp_path / "one-more" / "film").read_text() == "more"


@pytest.mark.parametrize(
    ("mask", "folders", "files"), [(0o022, 0o755, 0o644), (0o027, 0o750, 0o640), (0o002, 0o775, 0o664)]
)
def test_the_umask_is_obeyed_by_folders_and_files_alike(tmp_path, mask, folders, files):
    before = os.umask(mask)
    try:
        build_and_publish(tmp_path)
    finally:
        os.umask(before)
    for path in [
        tmp_path / "media" / "demo",
        *(tmp_path / "media" / "demo").rglob("*"),
        *(tmp_path / "cache").rglob("*"),
    ]:
        assert stat.S_IMODE(path.stat().st_mode) == (folders if path.is_dir() else files), path


def test_a_link_is_followed(tmp_path):
    (tmp_path / "disk" / "lesson").mkdir(parents=True)
    (tmp_path / "media").symlink_to("disk", target_is_directory=True)
    (tmp_path / "disk" / "demo").symlink_to("lesson", target_is_directory=True)
    build_and_publish(tmp_path)
    build_and_publish(tmp_path, "Said in another way.")
    assert (tmp_path / "media").is_symlink()
    assert (tmp_path / "disk" / "demo").is_symlink()
    assert products(tmp_path) == cold(tmp_path, "Said in another way.")
    assert (tmp_path / "disk" / "lesson" / "demo.mp4").exists()


def test_leftovers_of_a_killed_build_go_with_the_next(tmp_path):
    build_and_publish(tmp_path)
    left = [tmp_path / "cache" / place / ".tmp-left" for place in ("", "objects/ab", "clips/ab")]
    for path in left:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"half")
    store = ClipStore(tmp_path / "cache")
    with store.in_use():
        assert not any(path.exists() for path in left)
        left[0].write_bytes(b"of a build that is on")
        with store.in_use():
            assert left[0].exists()


def read_only(folder, report):
    if os.geteuid() == 0:
        write_where_allowed_only()
    with ClipStore(folder / "cache").in_use():
        report.send(render_lesson(proven(DEMO), settings(folder), executors=inline).drawn_steps)


@pytest.mark.parametrize("lock_file", ["stays", "is gone"])
def test_a_store_that_may_only_be_read_serves_all_the_same(lock_file):
    with TemporaryDirectory() as name:
        folder = Path(name)
        build_and_publish(folder)
        if lock_file == "is gone":
            (folder / "cache" / "lock").unlink()
        everything = [folder, *folder.rglob("*")]
        for path in everything:
            path.chmod(0o555 if path.is_dir() else 0o444)
        ours, theirs = FORK.Pipe()
        builder = FORK.Process(target=read_only, args=(folder, theirs))
        builder.start()
        builder.join()
        for path in everything:
            path.chmod(0o755)
        assert ours.poll(0)
        assert ours.recv() == ()


def test_a_disk_that_refuses_is_named(tmp_path):
    def refuse(_temporary):
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left") as refused:
        write_whole(tmp_path / "folder" / "file", refuse)
    assert refused.value.filename == str(tmp_path / "folder" / "file")
    with pytest.raises(OSError, match="No space left") as refused, publishing(tmp_path, "demo"):
        refuse(None)
    assert str(refused.value.filename).startswith(str(tmp_path))


def test_a_full_folder_for_temporary_files_is_named_by_who_draws(tmp_path, monkeypatch):
    """A worker tells how far it is in a file there."""

    def refuse(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", refuse)
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / "demo.py").write_bytes(b"import math\n")
    with pytest.raises(OSError, match="No space left") as refused:
        render_lesson(proven(DEMO), settings(tmp_path), drawer=fake_drawer.draw, executors=inline)
    assert str(refused.value.filename).endswith(".new")


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
