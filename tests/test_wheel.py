"""Installed as a wheel, `mathora` works in any folder that has a `scripts/`, and brings the standard scenes along."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The wheel, built from a clean copy and unpacked into its own folder; an environment that finds it first."""
    place = tmp_path_factory.mktemp("wheel")
    copy = place / "source"
    shutil.copytree(
        ROOT,
        copy,
        ignore=shutil.ignore_patterns(".venv", ".git", "media", "tests", "__pycache__", ".*_cache", ".hypothesis"),
    )
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--target", place / "site", copy], check=True)
    return {**os.environ, "PYTHONPATH": str(place / "site")}


def mathora(environment, folder, *arguments):
    program = "from mathora.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_is_what_runs(installed, tmp_path):
    found = subprocess.run(
        [sys.executable, "-c", "import mathora; print(mathora.__file__)"],
        env=installed, cwd=tmp_path, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert found.startswith(installed["PYTHONPATH"])


def test_it_proves_a_course_elsewhere_with_the_standard_scenes(installed, tmp_path):
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    done = mathora(installed, tmp_path, "check")
    assert done.returncode == 0, done.stderr
    assert "formulas hold" in done.stdout


def test_a_courses_own_scene_is_a_new_file_and_comes_first(installed, tmp_path):
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / "title.py").write_text(
        "from mathora.stage import LessonScene, StepView, action\n\n\n"
        "class Title(LessonScene):\n"
        '    """My own."""\n\n'
        '    @action("A bow.")\n'
        "    def bow(self, step: StepView) -> None:\n"
        '        """Bows."""\n',
        encoding="utf-8",
    )
    (tmp_path / "scripts" / "own.yaml").write_text(
        "id: own\ntitle: Own\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 1}\n"
        "sections:\n  - {id: a, title: A, scene: Title, steps: [{do: bow, say: Hello.}]}\n",
        encoding="utf-8",
    )
    done = mathora(installed, tmp_path, "check")
    assert done.returncode == 0, done.stderr


def test_a_folder_without_scripts_is_told_so(installed, tmp_path):
    done = mathora(installed, tmp_path, "check")
    assert done.returncode == 2
    assert "scripts" in done.stderr
    assert "Traceback" not in done.stderr


def test_it_says_its_licence_and_carries_its_text_and_reveal_s(installed):
    site = Path(installed["PYTHONPATH"])
    (about,) = site.glob("mathora-*.dist-info")
    assert "\nLicense-Expression: MIT\n" in (about / "METADATA").read_text(encoding="utf-8")
    for carried in ("LICENSE", "mathora/export/reveal_js/LICENSE"):
        assert "Permission is hereby granted" in (about / "licenses" / carried).read_text(encoding="utf-8")


def test_it_names_no_address_that_nobody_knows(installed):
    (about,) = Path(installed["PYTHONPATH"]).glob("mathora-*.dist-info")
    assert "-URL:" not in (about / "METADATA").read_text(encoding="utf-8").split("\n\n")[0]


def test_it_carries_what_a_web_designer_edits(installed):
    web = Path(installed["PYTHONPATH"]) / "mathora" / "export" / "web"
    here = ROOT / "mathora" / "export" / "web"
    assert {one.name for one in web.iterdir()} == {one.name for one in here.iterdir()}


def test_in_an_empty_environment_pip_brings_all_that_a_first_course_needs(installed, tmp_path):
    """As an author does it: `pip install` of the wheel, `mathora new course x`, `mathora check`."""
    source, python = Path(installed["PYTHONPATH"]).parent / "source", tmp_path / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "env"], check=True)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", tmp_path / "wheels", source], check=True)
    (wheel,) = (tmp_path / "wheels").glob("*.whl")
    subprocess.run([python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", wheel], check=True)
    for arguments, folder in ((["new", "course", "x"], tmp_path), (["check"], tmp_path / "x"), (["doctor"], tmp_path)):
        done = subprocess.run(
            [python.with_name("mathora"), *arguments], cwd=folder, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, ""), (arguments, done.stdout)
