"""A part of a product is made once, served whole, and made again when it is damaged or made from something else."""

import errno

import pytest

from mathora.render.parts import PartStore


def maker(content, calls):
    def make(path):
        calls.append(content)
        path.write_bytes(content)

    return make


def test_a_part_is_made_once_for_what_it_is_made_from(tmp_path):
    store, calls = PartStore(tmp_path, "program"), []
    first = store.part(".mp4", ("a", 1), maker(b"one", calls))
    assert store.part(".mp4", ("a", 1), maker(b"one", calls)) == first
    assert store.part(".mp4", ("a", 2), maker(b"two", calls)).read_bytes() == b"two"
    assert first.read_bytes() == b"one"
    assert calls == [b"one", b"two"]


def test_another_program_makes_it_anew(tmp_path):
    calls = []
    PartStore(tmp_path, "old").part(".mp4", "a", maker(b"old", calls))
    assert PartStore(tmp_path, "new").part(".mp4", "a", maker(b"new", calls)).read_bytes() == b"new"


def test_a_damaged_part_is_made_again(tmp_path):
    store, calls = PartStore(tmp_path, ""), []
    store.part(".mp4", "a", maker(b"whole", calls)).write_bytes(b"whale")
    assert store.part(".mp4", "a", maker(b"whole", calls)).read_bytes() == b"whole"
    assert len(calls) == 2


def test_a_folder_in_place_of_a_part_is_told_and_made_again(tmp_path):
    store, calls = PartStore(tmp_path, ""), []
    path = store.part(".mp4", "a", maker(b"whole", calls))
    path.unlink()
    path.mkdir()
    assert [*store.damaged()] == [path]
    assert store.part(".mp4", "a", maker(b"whole", calls)).read_bytes() == b"whole"


def test_a_part_under_another_s_name_serves_nobody(tmp_path):
    store, calls = PartStore(tmp_path, ""), []
    one, other = (store.part(".mp4", name, maker(name.encode(), calls)) for name in ("one", "other"))
    one.unlink()
    other.replace(one.with_name(f"{one.name.partition('.')[0]}.{other.name.partition('.')[2]}"))
    assert store.part(".mp4", "one", maker(b"one", calls)).read_bytes() == b"one"
    assert len(calls) == 3


def test_what_fails_leaves_nothing_behind(tmp_path):
    def fail(path):
        path.write_bytes(b"half")
        raise OSError("full")

    try:
        PartStore(tmp_path, "").part(".mp4", "a", fail)
    except OSError:
        assert not [file for file in tmp_path.rglob("*") if file.is_file()]


def test_a_disk_that_refuses_is_named(tmp_path):
    def full(_):
        raise OSError(errno.ENOSPC, "no space left")

    with pytest.raises(OSError, match=str(tmp_path)):
        PartStore(tmp_path, "").part(".mp4", "a", full)
