"""Products appear whole or not at all, and the last good ones stand until then."""

import os

import pytest

from mathora.export import publish
from mathora.export.publish import BEFORE, MARK, publishing
from mathora.render.files import TEMPORARY


def made(out, content, name="demo"):
    with publishing(out, name) as place:
        (place / "page.html").write_text(content)


def there(out):
    return sorted(one.name for one in out.iterdir() if not one.name.endswith(".lock"))


def test_until_all_is_made_the_last_products_stand(tmp_path):
    made(tmp_path, "one")
    with publishing(tmp_path, "demo") as place:
        (place / "page.html").write_text("two")
        assert (tmp_path / "demo" / "page.html").read_text() == "one"
    assert (tmp_path / "demo" / "page.html").read_text() == "two"
    assert there(tmp_path) == ["demo"]


def test_a_failure_leaves_no_trace(tmp_path):
    made(tmp_path, "one")
    with pytest.raises(ZeroDivisionError), publishing(tmp_path, "demo") as place:
        (place / "page.html").write_text(str(1 / 0))
    assert (there(tmp_path), (tmp_path / "demo" / "page.html").read_text()) == (["demo"], "one")


def test_a_system_that_cannot_swap_two_names_puts_the_last_products_aside(tmp_path, monkeypatch):
    monkeypatch.setattr(publish, "_exchange", lambda *_: False)
    made(tmp_path, "one")
    made(tmp_path, "two")
    assert (there(tmp_path), (tmp_path / "demo" / "page.html").read_text()) == (["demo"], "two")


def test_products_that_a_killed_build_put_aside_come_back(tmp_path):
    aside = tmp_path / f"{TEMPORARY}demo{MARK}1234{BEFORE}"
    aside.mkdir()
    (aside / "page.html").write_text("one")
    (tmp_path / f"{TEMPORARY}demo{MARK}5678").mkdir()
    with pytest.raises(ZeroDivisionError), publishing(tmp_path, "demo"):
        raise ZeroDivisionError
    assert (there(tmp_path), (tmp_path / "demo" / "page.html").read_text()) == (["demo"], "one")


def test_the_leftovers_of_a_lesson_are_not_those_of_another(tmp_path):
    other = tmp_path / f"{TEMPORARY}demo-more{MARK}1234"
    other.mkdir()
    made(tmp_path, "one")
    assert other.exists()


def test_a_file_of_the_folder_s_name_stays_and_is_told(tmp_path):
    mine = tmp_path / "one"
    mine.write_text("mine")
    with pytest.raises(NotADirectoryError) as raised, publishing(tmp_path, "one"):
        pass
    assert raised.value.filename == str(mine)
    assert mine.read_text() == "mine"


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "demo").symlink_to(tmp_path / "real")
    made(tmp_path, "one")
    assert (tmp_path / "demo").is_symlink()
    assert (tmp_path / "real" / "page.html").read_text() == "one"


def test_folders_obey_the_umask_as_files_do(tmp_path):
    before = os.umask(0o027)
    try:
        made(tmp_path, "one")
    finally:
        os.umask(before)
    assert (tmp_path / "demo").stat().st_mode & 0o777 == 0o750
