"""Where an editor's cursor is, is written only where a preview wants to know, and is read of its own script only."""

import os
from pathlib import Path

import pytest

from mathora.cli.cursor import cursor_file, line_of_cursor, tell_cursor


@pytest.fixture
def scripts(tmp_path):
    return tmp_path / "one.yaml", tmp_path / "two.yaml"


def test_nothing_is_written_where_no_preview_runs(tmp_path, scripts):
    tell_cursor(tmp_path / "media", scripts[0], 7)
    assert list(tmp_path.iterdir()) == []


def test_a_preview_hears_of_its_own_script(tmp_path, scripts):
    with cursor_file(tmp_path / "media") as file:
        tell_cursor(tmp_path / "media", scripts[0], 7)
        assert [line_of_cursor(file, script) for script in scripts] == [7, None]
        tell_cursor(tmp_path / "media", scripts[1], 9)
        assert [line_of_cursor(file, script) for script in scripts] == [None, 9]
    assert not file.exists()


def test_a_cursor_that_stays_is_no_news(tmp_path, scripts):
    with cursor_file(tmp_path / "media") as file:
        tell_cursor(tmp_path / "media", scripts[0], 7)
        os.utime(file, ns=(1, 1))
        tell_cursor(tmp_path / "media", scripts[0], 7)
        assert file.stat().st_mtime_ns == 1


@pytest.mark.parametrize("said", ["", "x one.yaml", "7", "-7 one.yaml", "7 nowhere.yaml"])
def test_what_is_no_line_of_it_is_none(tmp_path, scripts, said):
    file = tmp_path / "cursor"
    file.write_text(said.replace("one.yaml", str(scripts[0])))
    assert line_of_cursor(file, scripts[0]) is None


def test_a_script_is_the_same_by_each_of_its_names(tmp_path, scripts, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with cursor_file(tmp_path) as file:
        tell_cursor(tmp_path, Path("one.yaml"), 3)
        assert line_of_cursor(file, scripts[0]) == 3
