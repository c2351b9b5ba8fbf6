"""Which files a scene's picture depends on."""

import os
from pathlib import Path

import pytest

from mathora.lesson import SceneSignature
from mathora.render import sources
from mathora.render.sources import SETTLED, Sources, read_source


@pytest.fixture
def scenes(tmp_path):
    """Writes files into the course's `scenes/`, and gives the source of `scene.py`."""

    def write(files, folders=()):
        for name, text in files.items():
            path = tmp_path / "scenes" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        sources = Sources(folders)
        made = sources.of(SceneSignature("Scene", "A scene.", str(tmp_path / "scenes" / "scene.py"), (), ()))
        return made, sources.digests(made)

    return write


def test_neighbours_travel_with_the_scene_however_they_are_reached(scenes):
    made, digests = scenes({
        "scene.py": "import _one\ndef late():\n    from _box.side import WIDTH\n", "_one.py": "from _two import A\n",
        "_two.py": "A = 1\n", "_other.py": "A = 2\n", "_box/__init__.py": "", "_box/side.py": "WIDTH = 3\n",
    })  # fmt: skip
    assert made.main.text.startswith("import _one")
    assert [one.module for one in made.neighbours] == ["_box", "_box.side", "_one", "_two"]
    assert {"_one", "_two", "the scene", "mathora.stage.scene", "mathora.stage.draw"} <= digests.keys()
    assert "_other" not in digests


def test_a_parent_among_the_standard_scenes_is_part_of_it_and_the_courses_own_come_first(scenes, tmp_path):
    standard = tmp_path / "standard"
    standard.mkdir()
    (standard / "base.py").write_text("from _size import A\n")
    (standard / "_size.py").write_text("A = 1\n")
    made, before = scenes({"scene.py": "from base import Base\n"}, [standard])
    assert [(one.module, Path(one.file).parent.name) for one in made.neighbours] == [
        ("_size", "standard"), ("base", "standard"),
    ]  # fmt: skip
    (standard / "_size.py").write_text("A = 2\n")
    _, after = scenes({"scene.py": "from base import Base\n"}, [standard])
    assert {name for name in before if before[name] != after[name]} == {"_size"}


def test_what_is_imported_of_mathora_counts_and_what_is_not_does_not(scenes):
    _, digests = scenes({"scene.py": "from mathora.stage.plane.graph import Graph\n"})
    assert "mathora.stage.plane.graph" in digests
    assert not [name for name in digests if name.startswith(("mathora.export", "mathora.cli", "mathora.render"))]


def test_words_that_are_drawn_count_though_they_are_no_python(scenes):
    _, digests = scenes({"scene.py": ""})
    assert {"mathora.words.en", "mathora.words.de"} <= digests.keys()


def test_names_of_files_and_not_their_folders_are_in_it(scenes, tmp_path):
    _, digests = scenes({"scene.py": "import _one\n", "_one.py": ""})
    assert not [name for name in digests if str(tmp_path) in name or "/" in name]


def test_a_file_is_read_once(scenes, tmp_path):
    """A scene saved while a build goes on: what is drawn is what was digested."""
    made, _ = scenes({"scene.py": "import _one\n", "_one.py": "A = 1\n"})
    (tmp_path / "scenes" / "_one.py").write_text("A = 2\n")
    assert made.neighbours[0].text == "A = 1\n"


def test_a_file_that_is_as_long_and_says_to_be_as_old_is_read_again(tmp_path, monkeypatch):
    file = tmp_path / "scene.py"
    file.write_text("import one")
    monkeypatch.setattr(sources, "time_ns", lambda: file.stat().st_ctime_ns + SETTLED)
    before, old = read_source(file), file.stat()
    assert read_source(file) is before
    file.write_text("import two")
    os.utime(file, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert read_source(file) == ("import two", read_source(file)[1], frozenset({"two"}))
    assert read_source(file)[1] != before[1]


def test_a_file_that_was_just_written_is_read_whatever_its_times_say(tmp_path, monkeypatch):
    file = tmp_path / "scene.py"
    file.write_text("import one")
    written = file.stat()
    assert read_source(file)[0] == "import one"
    file.write_text("import two")
    monkeypatch.setattr(Path, "stat", lambda _: written)  # a file system that counts in seconds
    assert read_source(file)[0] == "import two"
