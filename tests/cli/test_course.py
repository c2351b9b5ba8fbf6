"""Where scenes are found, and whose come first."""

from __future__ import annotations

from pathlib import Path

import mathora
from mathora.cli.course import course, scene_folders

OWN = '''
class WorkedExample(LessonScene):
    """Our own."""

    function: Function

    @action("It is written.")
    def line(self, step: StepView, reason: Prose) -> None: ...
'''


def test_the_standard_scenes_are_there_in_any_folder(write):
    found = course(scene_folders(write("slopes")))
    assert {"Title", "FreezeVariable", "QuickCheck", "Recap"} <= found.catalogue.keys()
    assert found.faults == ()


def test_the_courses_own_scenes_come_first(run, write):
    path = write("slopes")
    own = path.parent.parent / "scenes"
    own.mkdir()
    (own / "mine.py").write_text(OWN)
    (own / "_parts.py").write_text("not Python at all(")
    scene = course(scene_folders(path)).catalogue["WorkedExample"]
    assert (scene.summary, Path(scene.file).name) == ("Our own.", "mine.py")
    assert run("check").exit_code == 0


def test_a_malformed_scene_is_told_once_and_the_lessons_are_still_checked(run, write):
    write("a")
    own = write("b").parent.parent / "scenes"
    own.mkdir()
    (own / "mine.py").write_text(OWN.replace("Prose", "Pose"))
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr.count("[scene-parameter]") == 1
    assert result.stdout.count("formulas hold") == 2


def test_a_script_cannot_name_a_file(run, write):
    path = write("slopes")
    path.write_text(path.read_text().replace("scene: WorkedExample", "scene: ../scenes/title.py"))
    assert "there is no scene '../scenes/title.py' [unknown-scene]" in run("check").stderr


def test_a_wheel_brings_the_standard_scenes_inside_its_package(write, tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "mathora"
    (package / "standard_scenes").mkdir(parents=True)
    (package / "standard_scenes" / "mine.py").write_text(OWN)
    monkeypatch.setattr(mathora, "__file__", str(package / "__init__.py"))
    found = course(scene_folders(write("slopes")))
    assert {name: scene.summary for name, scene in found.catalogue.items()} == {"WorkedExample": "Our own."}


def test_a_script_outside_of_scripts_has_its_own_folders_scenes(write):
    path = write("slopes")
    moved = path.parent.parent / "elsewhere" / "slopes.yaml"
    (moved.parent / "scenes").mkdir(parents=True)
    (moved.parent / "scenes" / "mine.py").write_text(OWN)
    path.rename(moved)
    assert course(scene_folders(moved)).catalogue["WorkedExample"].summary == "Our own."
