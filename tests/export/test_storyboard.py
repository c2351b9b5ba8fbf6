"""The sheet of a storyboard: the same pictures give the same bytes, and are put there once."""

from __future__ import annotations

import pytest
from PIL import Image

from mathora.export.note import NOTE
from mathora.export.storyboard import publish_storyboard

FRAME = (320, 180)


@pytest.fixture
def pictures(tmp_path):
    """Two pictures of one section and one of another."""
    made = {}
    for number, address in enumerate(["a/one", "a/two", "b/one"]):
        made[address] = tmp_path / f"{address.replace('/', '.')}.png"
        Image.new("RGB", FRAME, (60 * number, 90, 120)).save(made[address])
    return made


@pytest.fixture
def publish(tmp_path, pictures):
    """Publishes them; the folder's files with their inodes and contents."""

    def published():
        sheet = publish_storyboard(tmp_path / "media", "x.storyboard", pictures, FRAME)
        return {path.name: (path.stat().st_ino, path.read_bytes()) for path in sheet.parent.iterdir()}

    return published


def test_the_pictures_stand_there_with_their_sheet(publish, pictures):
    names = {NOTE, "storyboard.png", *(path.name for path in pictures.values())}
    assert publish().keys() == names


def test_nothing_is_written_again_where_all_is_as_it_was(publish):
    assert publish() == publish()


@pytest.mark.parametrize("harmed", ["storyboard.png", "a.two.png"])
def test_what_was_damaged_is_made_again(harmed, publish, tmp_path):
    before = publish()
    path = tmp_path / "media" / "x.storyboard" / harmed
    path.write_bytes(path.read_bytes()[:-40] + b"x" * 40)
    assert {name: content for name, (_, content) in publish().items()} == {
        name: content for name, (_, content) in before.items()
    }


def test_a_picture_that_is_another_makes_another_sheet_and_one_of_no_step_goes(publish, pictures):
    before = publish()
    Image.new("RGB", FRAME, "white").save(pictures["a/two"])
    del pictures["b/one"]
    after = publish()
    assert after["storyboard.png"][1] != before["storyboard.png"][1]
    assert after.keys() == before.keys() - {"b.one.png"}


def test_files_of_the_authors_own_stay(publish, pictures, tmp_path):
    publish()
    (tmp_path / "media" / "x.storyboard" / "notes.txt").write_text("mine")
    Image.new("RGB", FRAME, "white").save(pictures["a/two"])
    assert publish()["notes.txt"][1] == b"mine"


def test_a_folder_of_the_authors_own_in_the_sheets_place_is_told_and_stays(publish, tmp_path):
    mine = tmp_path / "media" / "x.storyboard" / "storyboard.png" / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine")
    with pytest.raises(FileExistsError, match="a folder with files of yours has the name of a product"):
        publish()
    assert mine.read_text() == "mine"
