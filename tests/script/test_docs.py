"""The examples of the guides are scripts: each is read and proved against the standard scenes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from mathora.lesson import Faulty, Kind, Lesson, SceneSignature
from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.standard_scenes import standard_scenes
from tests.verdicts import known_or_decided

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "writing-a-lesson.md"
BLOCK = re.compile(r"^```yaml ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
READ_HERE = (PAGE, ROOT / "README.md", ROOT / "docs" / "courses-and-voices.md")
READ_ELSEWHERE = {"formulas", "recipes", "scenes", "writing-a-scene"}
"""Pages whose blocks have tests of their own."""
EXAMPLES = [
    (match[1] or "lesson", match[2])
    for page in READ_HERE
    for match in BLOCK.finditer(page.read_text())
    if match[1] != "course"  # tests/script/test_course.py
]

MODEL = "  L(w_1, w_2): w_1^2 + 3 w_2^2\n  c:\n  D: {kind: event}\n  T: {kind: event}\n"
STEP = "      - {do: ask, say: Now.}\n"
FRAME = (
    "id: example\ntitle: Example\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 1}\n"
    "model:\n%s"
    "sections:\n  - id: one\n    title: One\n    scene: %s\n%s    steps:\n%s"
)


def indented(text: str, by: int) -> str:
    return "".join(" " * by + line if line.strip() else line for line in text.splitlines(keepends=True))


def whole(kind: str, text: str) -> str:
    """The example inside as much of a lesson as it lacks."""
    curve = "    with: {function: L, at: {w_1: 1}}\n"
    match kind:
        case "lesson":
            return text
        case "model":
            return FRAME % (indented(text, 2), "Check", "", STEP)
        case "steps":
            return FRAME % (MODEL, "Slope", curve, indented(text, 6))
        case "questions":
            return FRAME % (MODEL, "Check", "    with:\n      questions:\n" + indented(text, 8), STEP)
        case _:
            step = "      - do: draw\n        say: Now.\n" + indented(text, 8)
            return FRAME % (MODEL, "Slope", curve, step)


@pytest.fixture
def standard(catalogue) -> dict[str, SceneSignature]:
    return {**catalogue, **standard_scenes()}


def read(kind: str, text: str, standard: dict[str, SceneSignature]) -> Lesson:
    return read_script(whole(kind, text), "example.yaml", standard)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=[f"{at}-{kind}" for at, (kind, _) in enumerate(EXAMPLES)])
def test_an_example_of_the_guide_is_a_script(kind, text, standard):
    assert read(kind, text, standard).sections


@pytest.mark.parametrize(("kind", "text"), [one for one in EXAMPLES if one[0] != "faulty"])
def test_every_formula_of_the_guide_holds(kind, text, standard):
    lesson = read(kind, text, standard)
    assert prove_lesson(lesson, known_or_decided).lesson is lesson


def test_the_false_formula_of_the_guide_is_told_as_it_says(standard):
    (text,) = [text for kind, text in EXAMPLES if kind == "faulty"]
    with pytest.raises(Faulty) as raised:
        prove_lesson(read("faulty", text, standard), known_or_decided)
    (fault,) = raised.value.faults
    assert f"    {fault.message}\n" in PAGE.read_text()


def test_no_page_has_an_example_that_nothing_reads():
    pages = [path for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")) if "```yaml" in path.read_text()]
    assert {path.stem for path in pages} - {page.stem for page in READ_HERE} == READ_ELSEWHERE


def test_every_kind_of_example_is_there():
    assert {kind for kind, _ in EXAMPLES} == {"lesson", "model", "steps", "questions", "faulty"}


def test_planted_a_misspelt_example_is_caught(standard):
    with pytest.raises(Faulty):
        read("steps", "- {od: draw, say: Now.}\n", standard)


def test_the_guide_names_every_standard_scene(standard, catalogue):
    page = PAGE.read_text()
    assert [name for name in standard if name not in catalogue and f"`{name}`" not in page] == []


def test_the_guide_names_every_key_of_a_lesson_and_a_step():
    page = PAGE.read_text()
    about = ["id", "title", "course", "summary", "model", "colors", "theme", "aspect", "log"]
    keys = [*about, "words_per_minute", "voice", "pronounce", "sections"]
    steps = ["do", "with", "say", "show", "rest", "beside", "continues"]
    assert [key for key in (*keys, *steps) if f"| `{key}` |" not in page] == []


def test_the_guide_names_every_kind_of_a_declaration():
    (kinds,) = re.findall(r"^\| `kind` \| (.*) \|$", PAGE.read_text(), re.MULTILINE)
    assert set(re.findall(r"\w+", kinds)) - {"or"} == set(get_args(Kind))
