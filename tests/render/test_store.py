"""The store keeps to its size, and forgets what was unused longest."""

import os

import fake_drawer
import pytest
from fake_lessons import DEMO, inline, proven, settings

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


def test_a_record_of_another_version_of_the_program_is_drawn_again(tmp_path, store):
    for record in (tmp_path / "cache").glob("clips/*/*.json"):
        body = record.read_bytes().partition(b"\n")[2].replace(b'"reading": []', b'"words": 0.0')
        record.write_bytes(digest(body).encode("ascii") + b"\n" + body)
    assert len(build(tmp_path).drawn_steps) == 11
    assert build(tmp_path).drawn_steps == ()
    store.collect(1 << 30)
    assert build(tmp_path).drawn_steps == ()
