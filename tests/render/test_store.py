"""The store keeps to its size, and forgets what was unused longest."""

import fcntl
import os

import fake_drawer
import pytest
from fake_lessons import DEMO, inline, proven, settings

from mathora.plan import FrameFormat
from mathora.render import ClipStore, render_lesson
from mathora.render.files import digest


def build(folder, sections=DEMO):
    return render_lesson(proven(sections), settings(folder), drawer=fake_drawer.draw, executors=inline)


def size(folder):
    return sum(file.stat().st_size for file in (folder / "cache" / "objects").rglob("*") if file.is_file())


@pytest.fixture
def store(tmp_path):
    build(tmp_path)
    return ClipStore(tmp_path / "cache")


def test_collecting_keeps_to_the_limit_and_forgets_the_longest_unused(tmp_path, store):
    for record in (tmp_path / "cache").glob("clips/*/*.json"):
        os.utime(record, (1, 1))
    build(tmp_path, {"two": DEMO["two"]})  # these are used now
    before = size(tmp_path)
    freed = store.collect(before // 2)
    assert size(tmp_path) <= before // 2
    assert freed > 0
    assert build(tmp_path, {"two": DEMO["two"]}).drawn_steps == ()
    assert build(tmp_path).drawn_steps


def test_collecting_everything_leaves_an_empty_store_that_works(tmp_path, store):
    store.collect(0)
    assert size(tmp_path) == 0
    assert len(build(tmp_path).drawn_steps) == 11


def test_leftovers_of_killed_builds_and_damaged_files_go_first(tmp_path, store):
    left = tmp_path / "cache" / "objects" / ".tmp-left"
    left.write_bytes(b"half")
    aside = tmp_path / "cache" / "quarantine" / "broken.mp4"
    aside.parent.mkdir()
    aside.write_bytes(b"broken")
    store.collect(1 << 30)
    assert not left.exists()
    assert not aside.exists()
    assert build(tmp_path).drawn_steps == ()


@pytest.mark.parametrize("put", [lambda path: path.mkdir(), os.mkfifo, lambda path: path.symlink_to("nowhere")])
def test_what_is_no_file_is_found_damaged_goes_out_of_the_way_and_is_drawn_again(tmp_path, store, put):
    files = [path for path in (tmp_path / "cache").glob("*/*/*") if path.is_file()]
    for path in [*files, tmp_path / "cache" / "lock"]:
        path.unlink()
        put(path)
    assert {*store.damaged()} == {*files}
    assert len(build(tmp_path).drawn_steps) == 11
    assert not [*store.damaged()]
    assert not build(tmp_path).drawn_steps
    (tmp_path / "cache" / "objects" / ".tmp-left").mkdir()
    put(files[0].with_name("other"))
    assert store.collect(0) > 0
    assert not [*(tmp_path / "cache" / "objects").glob("*/*")]


def test_a_record_of_another_version_of_the_program_is_drawn_again(tmp_path, store):
    for record in (tmp_path / "cache").glob("clips/*/*.json"):
        body = record.read_bytes().partition(b"\n")[2].replace(b'"reading":', b'"words":')
        record.write_bytes(digest(record.stem.encode() + b"\n" + body).encode("ascii") + b"\n" + body)
    assert len(build(tmp_path).drawn_steps) == 11
    assert build(tmp_path).drawn_steps == ()
    store.collect(1 << 30)
    assert build(tmp_path).drawn_steps == ()


def test_a_record_in_anothers_place_serves_nobody(tmp_path, store):
    """Whole in itself, but it is of another step."""
    clips = build(tmp_path).clips
    one, other = (tmp_path / "cache" / "clips" / clip.key[:2] / f"{clip.key}.json" for clip in list(clips.values())[:2])
    one.write_bytes(other.read_bytes())
    assert store.find(one.stem, "x") is None
    again = build(tmp_path)
    assert len(again.drawn_steps) == 1
    assert {at: clip.digest for at, clip in again.clips.items()} == {at: clip.digest for at, clip in clips.items()}


@pytest.mark.usefixtures("store")
def test_a_record_whose_film_is_gone_is_drawn_again(tmp_path):
    """As after a worker that outlived its build wrote a record while its film was collected."""
    whole = {path: path.read_bytes() for path in (tmp_path / "cache").glob("objects/*/*.mp4")}
    for path in whole:
        path.unlink()
    assert len(build(tmp_path).drawn_steps) == 11
    assert {path: path.read_bytes() for path in whole} == whole


def test_collecting_waits_for_builds_which_do_not_wait_for_each_other(store):
    with (store.root / "lock").open() as file:
        with store.in_use(), store.in_use(), pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@pytest.mark.usefixtures("store")
def test_two_qualities_share_a_store_and_nothing_else(tmp_path):
    larger = settings(tmp_path, frames=FrameFormat(128, 96, 30))
    assert len(render_lesson(proven(DEMO), larger, drawer=fake_drawer.draw, executors=inline).drawn_steps) == 11
    assert build(tmp_path).drawn_steps == ()


@pytest.mark.parametrize("name", ["two words", "Übung 漢字", "100% [a]", "-o"])
def test_a_store_may_lie_in_a_folder_of_any_name(tmp_path, name):
    build(tmp_path / name)
    assert build(tmp_path / name).drawn_steps == ()
    assert ClipStore(tmp_path / name / "cache").collect(0) > 0


def test_a_clock_that_jumps_changes_only_what_is_forgotten_first(tmp_path, store):
    for at, record in enumerate((tmp_path / "cache").glob("clips/*/*.json")):
        os.utime(record, (at * 1e8, 4e9 - at * 1e8))
    assert build(tmp_path).drawn_steps == ()
    store.collect(size(tmp_path) // 2)
    assert 0 < len(build(tmp_path).drawn_steps) < 11
