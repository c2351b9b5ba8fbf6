"""What a folder's note names is ours, held by its digest; all else is the author's, and is never taken away."""

import json

import pytest

from mathora.export.note import NOTE, NotedProduct, carry_over, damaged, digest_in, is_whole, read_note, write_note


@pytest.fixture
def folder(tmp_path):
    """A folder with a product of two files, noted."""
    place = tmp_path / "demo"
    (place / "stills").mkdir(parents=True)
    (place / "a.txt").write_bytes(b"one")
    (place / "stills" / "b.txt").write_bytes(b"two")
    files = {"a.txt": digest_in(b"one"), "stills/b.txt": digest_in(place / "stills" / "b.txt")}
    write_note(place, {"page": NotedProduct("key", files)})
    return place


def test_a_note_is_read_as_it_was_written(folder):
    note = read_note(folder)
    assert (note["page"].key, list(note["page"].files)) == ("key", ["a.txt", "stills/b.txt"])
    assert is_whole(folder)
    assert list(damaged(note["page"], folder)) == []


def test_a_flipped_bit_is_noticed_as_a_missing_file_is(folder):
    (folder / "a.txt").write_bytes(b"onf")
    (folder / "stills" / "b.txt").unlink()
    assert list(damaged(read_note(folder)["page"], folder)) == ["a.txt", "stills/b.txt"]


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{", "[" * 100_000, '{"page": 1}', '{"page": {"key": "k"}}', '{"page": {"key": 1, "files": {}}}',
        '{"page": {"key": "k", "files": {"a": 1}}}', '{"page": {"key": "k", "files": {"../a": "d"}}}',
        '{"page": {"key": "k", "files": {"/a": "d"}}}', '{"page": {"key": "k", "files": {"x/../../a": "d"}}}',
    ],
)  # fmt: skip
def test_what_is_no_note_names_nothing(folder, content):
    (folder / NOTE).write_text(content)
    assert read_note(folder) == {}
    assert not is_whole(folder)


def test_an_entry_that_is_none_takes_no_other_with_it(folder):
    content = json.loads((folder / NOTE).read_text())
    (folder / NOTE).write_text(json.dumps({**content, "pdf": 3}))
    assert list(read_note(folder)) == ["page"]
    assert not is_whole(folder)


def test_a_name_that_no_file_can_have_is_a_damaged_file(folder):
    assert list(damaged(NotedProduct("k", {"a\0b": "d"}), folder)) == ["a\0b"]


def test_what_is_the_authors_own_is_carried_over_and_products_are_not(folder, tmp_path):
    (folder / "notes").mkdir()
    (folder / "notes" / "mine.txt").write_text("mine")
    (folder / "empty").mkdir()
    (folder / "link").symlink_to("gone")
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    carry_over(folder, fresh)
    found = sorted(str(one.relative_to(fresh)) for one in fresh.rglob("*"))
    assert found == ["empty", "link", "notes", "notes/mine.txt"]
    assert (fresh / "link").is_symlink()


def test_a_new_product_is_not_overwritten_by_what_stood_there(folder, tmp_path):
    (folder / "index.html").write_text("mine")
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "index.html").write_text("ours")
    carry_over(folder, fresh)
    assert (fresh / "index.html").read_text() == "ours"


def test_an_authors_folder_with_a_products_name_is_told(folder, tmp_path):
    (folder / "slides.html").mkdir()
    (folder / "slides.html" / "mine.txt").write_text("mine")
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    (fresh / "slides.html").write_text("ours")
    with pytest.raises(FileExistsError, match="has the name of a product"):
        carry_over(folder, fresh)
