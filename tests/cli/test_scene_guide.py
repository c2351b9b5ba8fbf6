"""The scene of `docs/writing-a-scene.md` works: it is read, a lesson may name it, and it is drawn."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from mathora.lesson import ParameterKind
from mathora.script import read_signature

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "writing-a-scene.md").read_text()


def block(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


SCENE, SECTION = block("python"), block("yaml section")


@pytest.fixture
def with_the_scene(write):
    """The course has the scene of the guide, and a lesson of the guide's section."""
    head = write("line").read_text().partition("sections:\n")[0]
    path = write("line", text=f"{head}sections:\n" + "".join(f"  {line}\n" for line in SECTION.splitlines()))
    folder = path.parent.parent / "scenes"
    folder.mkdir()
    (folder / "roll.py").write_text(SCENE)
    return path


def test_its_signature_is_read():
    signature = read_signature(SCENE, "roll.py")
    assert [one.name for one in signature.parameters] == ["function", "start", "span"]
    assert [one.name for one in signature.actions] == ["draw", "slide"]
    assert signature.movable is not None


def test_it_is_short():
    assert len(SCENE.splitlines()) <= 40


@pytest.mark.usefixtures("with_the_scene")
def test_its_lesson_holds(run):
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.usefixtures("with_the_scene")
def test_it_is_drawn(run, course):
    assert run("storyboard", "--quality", "480p15", "--workers", "1").exit_code == 0
    drawn = {path.name for path in (course / "media" / "line.storyboard").iterdir()}
    assert drawn == {".products.json", "storyboard.png", "a-point.draw.png", "a-point.slide.png"}


def test_the_guide_names_every_kind_of_parameter():
    missing = [kind for kind in get_args(ParameterKind) if kind != "Word" and f"`{kind}`" not in PAGE]
    assert (missing, 'Literal["thin", "thick"]' in PAGE) == ([], True)
