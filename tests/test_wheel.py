"""Installed as a wheel in an empty environment, two commands make a first lesson, and `mathora` works in any folder."""

import fcntl
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import av
import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow

PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
NOT_IN_IT = (".venv", ".git", "media", "tests", "__pycache__", ".*_cache", ".hypothesis")


@pytest.fixture(scope="session", params=["beside", pytest.param("alone", marks=pytest.mark.long)])
def installed(request, tmp_path_factory):
    """An environment with the wheel of a clean copy: its `bin` folder. What the wheel needs lies `beside` it, where the
    tests have it, or pip brought it into an empty environment and the wheel is `alone`.

    Of the processes that run the tests the first one makes it.
    """
    place = tmp_path_factory.getbasetemp()
    place = (place.parent if "PYTEST_XDIST_WORKER" in os.environ else place) / request.param
    place.mkdir(exist_ok=True)
    with (place / "wheel.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (place / "wheel-is-ready").exists():
            shutil.copytree(ROOT, place / "source", ignore=shutil.ignore_patterns(*NOT_IN_IT))
            wheels, made = place / "wheels", ["--no-deps", "--no-build-isolation", place / "source"]
            subprocess.run([*PIP, "wheel", "--quiet", "--wheel-dir", wheels, *made], check=True)
            subprocess.run([sys.executable, "-m", "venv", "--without-pip", place / "env"], check=True)
            into = ["--python", place / "env" / "bin" / "python", "install", "--quiet", "--no-compile"]
            alone = request.param == "alone"
            subprocess.run([*PIP, *into, *([] if alone else ["--no-deps"]), *wheels.glob("*.whl")], check=True)
            if not alone:
                (site_of(place / "env") / "beside.pth").write_text(sysconfig.get_path("platlib"), encoding="utf-8")
            (place / "wheel-is-ready").touch()
    return place / "env" / "bin"


def site_of(env):
    """Where an environment's packages lie."""
    (found,) = env.glob("lib/python*/site-packages")
    return found


@pytest.fixture(scope="session")
def site(installed):
    return site_of(installed.parent)


def mathora(installed, folder, *arguments):
    command = [installed / "mathora", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_from_an_empty_folder_to_a_rendered_lesson_with_two_commands(installed, tmp_path):
    for command in (["new", "course", "my-course"], ["render", "my-course", "--quality", "draft"]):
        done = mathora(installed, tmp_path, *command)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    made = tmp_path / "media" / "first-lesson"
    with av.open(made / "first-lesson.mp4") as film:
        assert film.duration > 20 * av.time_base
        assert {stream.type for stream in film.streams} >= {"video", "audio"}
    for product in ("index.html", "slides.html", "slides.pdf", "slides.pptx", "transcript.html", "proofs.json"):
        assert (made / product).stat().st_size > 1000


def test_the_wheel_is_what_runs_and_lacks_nothing(installed, site, tmp_path):
    find = [installed / "python", "-c", "import mathora; print(mathora.__file__)"]
    assert subprocess.run(find, cwd=tmp_path, capture_output=True, text=True, check=True).stdout.startswith(str(site))
    done = mathora(installed, tmp_path, "doctor")
    assert (done.returncode, done.stderr) == (0, "")


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


def test_it_says_its_licence_and_carries_its_text_and_reveal_s(site):
    (about,) = site.glob("mathora-*.dist-info")
    assert "\nLicense-Expression: MIT\n" in (about / "METADATA").read_text(encoding="utf-8")
    for carried in ("LICENSE", "mathora/export/reveal_js/LICENSE"):
        assert "Permission is hereby granted" in (about / "licenses" / carried).read_text(encoding="utf-8")


def test_it_names_no_address_that_nobody_knows(site):
    (about,) = site.glob("mathora-*.dist-info")
    assert "-URL:" not in (about / "METADATA").read_text(encoding="utf-8").split("\n\n")[0]


def test_it_carries_what_a_web_designer_edits(site):
    web, here = site / "mathora" / "export" / "web", ROOT / "mathora" / "export" / "web"
    assert {one.name for one in web.iterdir()} == {one.name for one in here.iterdir()}


def test_its_description_has_no_link_that_leads_nowhere(site):
    (about,) = site.glob("mathora-*.dist-info")
    _, described = (about / "METADATA").read_text(encoding="utf-8").split("\n\n", 1)
    assert described.startswith("# Mathora\n")
    assert re.findall(r"\]\((?!https?://)|<img", described) == []
