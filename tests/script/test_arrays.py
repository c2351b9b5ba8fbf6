"""Vectors and matrices in a script: as lists, or as TeX; each entry keeps its place."""

import pytest

from mathora.lesson import Faulty
from mathora.script import read_script, read_signature

SCENE = '''
class Moved(LessonScene):
    """A plane."""

    matrix: PlaneMatrix
    vector: PlaneVector | None = None

    @action("It moves.")
    def move(self, step: StepView) -> None: ...
'''
LESSON = """
id: t
title: T
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 1}}
model:
  A: [[2, 1], [1, 2]]
  v: [1, -2]
sections:
  - id: s
    title: T
    scene: Moved
    with: {{matrix: {matrix}}}
    steps:
      - {{do: move, say: a}}
"""


def read(matrix):
    scene = read_signature(SCENE, "moved.py")
    return read_script(LESSON.format(matrix=matrix), "t.yaml", {"Moved": scene})


def test_lists_are_tex():
    lesson = read("[[1, 0], ['\\frac12', 1]]")
    assert [one.body.value for one in lesson.model.declarations] == [
        r"\begin{bmatrix} 2 & 1 \\ 1 & 2 \end{bmatrix}",
        "(1, -2)",
    ]
    (argument,) = lesson.sections[0].arguments
    assert argument.value.tex.value == r"\begin{bmatrix} 1 & 0 \\ \frac12 & 1 \end{bmatrix}"


def test_an_entry_keeps_its_place():
    body = read("A").model.declarations[1].body
    assert [body.at(body.value.index(entry)).column for entry in ("1", "-2")] == [7, 10]


@pytest.mark.parametrize(
    ("matrix", "expected"),
    [
        ("[[1, 0], [1]]", "rows of 1 and 2 entries"),
        ("[1]", "two or more components"),
        ("[]", "1 to 8 rows"),
        ("[[1, 0], 2]", "a row of 1 to 8 entries"),
        ("[[1, [2]], [3, 4]]", "expected"),
        ("'[[1, 0], [0, 1]]'", "in quotes"),
    ],
)
def test_what_is_no_matrix_is_told(matrix, expected):
    with pytest.raises(Faulty, match=expected):
        read(matrix)
