"""`docs/recipes.md`: answers to "how do I show …"; each is read, and all that it shows is proved."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.standard_scenes import standard_scenes
from tests.verdicts import known_or_decided

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "recipes.md").read_text(encoding="utf-8")
RECIPES = re.findall(
    r"^### \d+\. ([^\n]+)\n\n(?:[^\n#`]+\n\n)?```yaml recipe\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
)
HEAD = "id: recipe\ntitle: Recipe\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 1}\n"
SCENES = standard_scenes()


def test_they_are_numbered_in_their_order():
    assert re.findall(r"^### (\d+)\.", PAGE, re.MULTILINE) == [str(number) for number in range(1, len(RECIPES) + 1)]
    assert len(RECIPES) >= 38


@pytest.mark.parametrize("text", [pytest.param(text, id=question) for question, text in RECIPES])
def test_a_recipe_holds_as_it_stands(text):
    lesson = read_script(HEAD + text, "recipe.yaml", SCENES)
    assert prove_lesson(lesson, known_or_decided).lesson is lesson
