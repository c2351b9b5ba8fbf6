"""Where scenes are found, and whose come first."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import mathora
from mathora.cli.course import course as catalogue_of
from mathora.cli.course import scene_folders
from mathora.script import read_signatures

pytestmark = pytest.mark.usefixtures("prover_here")

OWN = '''
class WorkedExample(LessonScene):
    """Our own."""

    function: Function

    @action("It is written.")
    def line(self, step: StepView, reason: Prose) -> None: ...
'''


def test_the_standard_scenes_are_there_in_any_folder(write):
    found = catalogue_of(scene_folders(write("slopes")))
    assert {"Title", "FreezeVariable", "QuickCheck", "Recap"} <= found.catalogue.keys()
    assert found.faults == ()


def test_the_courses_own_scenes_come_first(run, write):
    path = write("slopes")
    own = path.parent.parent / "scenes"
    own.mkdir()
    (own / "mine.py").write_text(OWN)
    (own / "_parts.py").write_text("not Python at all(")
    scene = catalogue_of(scene_folders(path)).catalogue["WorkedExample"]
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


@pytest.mark.parametrize("kind", ["picture", "data", "font"])
def test_a_name_that_no_file_can_have_is_told(kind, run, write):
    path, name = write("slopes"), "a" * 300
    if kind == "font":
        (path.parent.parent / "course.yaml").write_text(f"font: {name}.ttf\n")
    elif kind == "data":
        path.write_text(path.read_text().replace("f(x): x^2", f"f(x): x^2\n  x_i: {{data: {name}.csv}}"))
    else:
        (path.parent.parent / "course.yaml").write_text(f"brand: {{logo: {name}.png}}\n")
    result = run("check")
    assert (result.exit_code, "[no-file]" in result.stderr) == (1, True)


def test_a_script_cannot_name_a_file(run, write):
    path = write("slopes")
    path.write_text(path.read_text().replace("scene: WorkedExample", "scene: ../scenes/title.py"))
    assert "there is no scene '../scenes/title.py' [unknown-scene]" in run("check").stderr


def test_a_wheel_brings_the_standard_scenes_inside_its_package(write, tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "mathora"
    (package / "standard_scenes").mkdir(parents=True)
    (package / "standard_scenes" / "worked_example.py").write_text(OWN)
    monkeypatch.setattr(mathora, "__file__", str(package / "__init__.py"))
    found = catalogue_of(scene_folders(write("slopes")))
    assert {name: scene.summary for name, scene in found.catalogue.items()} == {"WorkedExample": "Our own."}


def test_a_standard_scene_s_file_has_its_name_and_is_parsed_when_the_scene_is_asked_for(monkeypatch):
    read: list[str] = []
    signatures = read_signatures

    def counting(source, file, neighbour):
        read.append(Path(file).stem)
        return signatures(source, file, neighbour)

    monkeypatch.setattr("mathora.cli.course.read_signatures", counting)
    catalogue = catalogue_of(scene_folders(Path("any") / "scripts" / "any.yaml")).catalogue
    assert (len(catalogue) > 30, read) == (True, [])
    assert "Curve" in catalogue
    assert catalogue.get("Curves") is None
    assert (catalogue["Curve"].name, catalogue["Curve"].name, read) == ("Curve", "Curve", ["curve"])
    assert {name: scene.name for name, scene in catalogue.items()} == {name: name for name in catalogue}


def test_a_script_outside_of_scripts_has_its_own_folders_scenes(write):
    path = write("slopes")
    moved = path.parent.parent / "elsewhere" / "slopes.yaml"
    (moved.parent / "scenes").mkdir(parents=True)
    (moved.parent / "scenes" / "mine.py").write_text(OWN)
    path.rename(moved)
    assert catalogue_of(scene_folders(moved)).catalogue["WorkedExample"].summary == "Our own."


@pytest.mark.parametrize(
    "name",
    ["._slopes.yaml", ".#slopes.yaml", "~$slopes.yaml", "slopes.sync-conflict-20260101-120000-ABCDEFG.yaml",
     "slopes (Ada's conflicted copy 2026-01-01).yaml", "slopes.yaml___jb_tmp___.yaml", "slopes.bak.yaml",
     "slopes_BACKUP_1234.yaml", "slopes.LOCAL.1234.yaml", "slopes (SFConflict ada 2026-01-01).yaml"],
)  # fmt: skip
def test_what_editors_and_file_services_leave_is_passed_over_with_a_word(run, write, name):
    (write("slopes").parent / name).write_bytes(b"\x00\x05\x16\x07\xb0")
    result = run("check")
    assert (result.exit_code, result.stdout.count("formulas hold")) == (0, 1)
    assert result.stderr == f"passed over: scripts/{name} (left by an editor or a file service)\n"


@pytest.mark.parametrize(
    ("make", "why"),
    [(lambda path: path.symlink_to("nowhere"), "a link that leads nowhere"),
     (os.mkfifo, "no file that can be read"), (Path.mkdir, "no file that can be read")],
    ids=["link", "pipe", "folder"],
)  # fmt: skip
def test_a_script_that_is_no_file_is_passed_over_with_a_word(run, write, make, why):
    make(write("slopes").parent / "other.yaml")
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, f"passed over: scripts/other.yaml ({why})\n")


def test_the_same_among_scenes(run, write):
    scenes = write("slopes").parent.parent / "scenes"
    scenes.mkdir()
    (scenes / "._mine.py").write_bytes(b"\x00\x05\x16\x07\xb0")
    result = run("check")
    assert (result.exit_code, "passed over: scenes/._mine.py" in result.stderr) == (0, True)


@pytest.mark.filterwarnings("error")
def test_what_python_would_warn_of_in_a_scene_disturbs_nobody(run, write, with_own_scene):
    write("slopes")
    scene = with_own_scene / "scenes" / "dial.py"
    scene.write_text(scene.read_text().replace("A dial that", r"A dial \d that"))
    assert run("check").exit_code == 0


@pytest.mark.parametrize("name", ["slopes.YAML", "slopes.Yml", "slopes.yml"])
def test_a_script_is_found_however_its_suffix_is_written(run, write, name):
    path = write("slopes")
    path.rename(path.with_name(name))
    for arguments in ([], ["slopes"], [f"scripts/{name}"]):
        assert run("check", *arguments).exit_code == 0


@pytest.mark.parametrize("which", ["scripts/other.yaml", "scenes/other.py"])
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_checked(run, write, monkeypatch, which):
    write("slopes")
    path = write("other").parent.parent / which
    path.parent.mkdir(exist_ok=True)
    path.touch()
    opened = Path.open

    def refuse(self, *arguments, **named):
        if self.name == path.name:
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    result = run("check")
    assert result.exit_code == 1
    assert f"{which}:1:1: the file cannot be read: Permission denied [unreadable]" in result.stderr
    assert "scripts/slopes.yaml: " in result.stdout
    assert "Traceback" not in result.stderr


def test_a_link_for_products_that_leads_nowhere_is_wrong_usage(run, write, course):
    write("slopes")
    (course / "media").symlink_to("nowhere")
    result = run("check")
    assert (result.exit_code, "'media' is a link to 'nowhere', which is not there" in result.stderr) == (2, True)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_a_picture_that_is_no_file_is_told(run, write, make):
    home = write("slopes").parent.parent
    make(home / "logo.png")
    (home / "course.yaml").write_text("brand: {logo: logo.png}\n")
    result = run("check")
    assert result.exit_code == 1
    assert "'logo.png' is no file that can be read [unreadable]" in result.stderr


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_a_course_that_is_no_file_is_told(run, write, make):
    make(write("slopes").parent.parent / "course.yaml")
    result = run("check")
    assert result.exit_code == 1
    assert "'course.yaml' is no file that can be read [unreadable]" in result.stderr


def test_a_name_that_no_file_can_have_is_wrong_usage(run):
    result = run("check", "x" * 5000)
    assert (result.exit_code, "No file can have so long a name: xxx" in result.stderr) == (2, True)


@pytest.mark.parametrize("name", ["course.yml", "Course.yaml", "scripts/course.yaml"])
def test_a_course_that_nobody_would_read_is_told(run, write, name):
    home = write("slopes").parent.parent
    (home / name).write_text("language: de\n")
    result = run("check")
    assert result.exit_code == 1
    assert f"found '{name}', expected what a course says in 'course.yaml'" in result.stderr


def test_a_fault_of_the_course_is_told_once_however_many_lessons_it_has(run, write):
    write("one")
    home = write("two").parent.parent
    (home / "course.yaml").write_text("theme: lite\n")
    result = run("check")
    assert (result.exit_code, result.stderr.count("did you mean 'light'?")) == (1, 1)


def test_each_script_is_read_once_and_a_course_is_named_by_its_file(run, write, course):
    write("slopes")
    (course / "course.yaml").write_text("order: [slopes]\n")
    for named in (("slopes", "scripts/slopes.yaml"), ("course.yaml",)):
        assert run("check", *named).stdout.count("slopes.yaml") == 1


def test_a_lesson_beside_the_course_s_file_is_one_of_its_course(run, write, course):
    write("slopes")
    (course / "course.yaml").write_text("order: [slopes]\n")
    (course / "beside.yaml").write_text((course / "scripts/slopes.yaml").read_text())
    assert run("check", "beside.yaml").exit_code == 0
    (course / "notes.md").write_text("# Notes\n- of mine\n")
    assert "notes.md:2:1: found a list, expected the lesson" in run("check", "notes.md").stderr


def test_an_empty_name_is_no_script(run, write):
    write("slopes")
    for words in (("check", ""), ("prove", "x = x", "--script", "")):
        assert (run(*words).exit_code, "the name is empty" in run(*words).stderr) == (2, True)


def test_a_name_of_what_is_no_file_says_so(run, course):
    (course / "scripts/z.yaml").mkdir()
    assert "The script 'scripts/z.yaml' is no file that can be read." in run("check", "z").stderr


def test_a_byte_order_mark_is_no_part_of_a_script(run, write):
    path = write("slopes")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert run("check").exit_code == 0
