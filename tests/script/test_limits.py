"""What would be drawn for hours is told by `check`: a scene says how much of its counts and lists it draws, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from mathora.lesson import Faulty, ParameterLimit
from mathora.script import read_script, read_signature
from tests.standard_scenes import standard_scenes

SCENES = Path(__file__).resolve().parents[2] / "scenes"
SCENE = '''
class Slope(LessonScene):
    """A curve."""

    levels: tuple[Count, ...]
    names: tuple[Prose, ...] = ()

    limits = (
        ("draw.says", 1, 12, "letters beside it"),
        ("draw.times", 1, 20, "each is drawn"),
        ("levels", 0, 9, "each is a line"),
        ("len(levels)", 1, 3, "more overlap"),
    )

    @action("The curve.")
    def draw(self, step: StepView, times: Count = 1, says: Prose | None = None) -> None: ...
'''
LESSON = """\
id: slopes
title: Slopes
course: {{track: Maths, unit: Curves, number: 1, level: Easy, minutes: 3}}
sections:
  - id: curve
    title: A curve
    scene: Slope
    with: {{levels: {levels}}}
    steps:
      - do: draw
        with: {{times: {times}}}
        say: Here it is.
"""


def faults(levels="[1]", times="1"):
    catalogue = {"Slope": read_signature(SCENE, "slope.py")}
    try:
        read_script(LESSON.format(levels=levels, times=times), "x.yaml", catalogue)
    except Faulty as faulty:
        return [f"{one.place.line}: {one.message} [{one.rule}] {one.hint}" for one in faulty.faults]
    return []


@pytest.mark.parametrize(("levels", "times"), [("[0]", "1"), ("[9, 9, 9]", "20")])
def test_what_a_scene_draws_is_taken(levels, times):
    assert faults(levels, times) == []


def test_too_many_too_few_and_too_long_are_told_with_the_reason_all_at_once():
    assert faults("[1, 10, 2, 3]", "21") == [
        "8: levels: found 4 of them, expected 1 to 3 [out-of-limits] more overlap",
        "8: levels: found 10, expected 0 to 9 [out-of-limits] each is a line",
        "11: times: found 21, expected 1 to 20 [out-of-limits] each is drawn",
    ]
    assert faults("[]", "0") == [
        "8: levels: found 0 of them, expected 1 to 3 [out-of-limits] more overlap",
        "11: times: found 0, expected 1 to 20 [out-of-limits] write 1 or more",
    ]


def test_a_text_that_is_too_wide_for_its_place_is_told():
    assert faults("[1], names: [Short, $x^2$]", "1, says: twelve sign") == []
    wide = "w" * 30 + " "
    assert faults(f"[1], names: [Short, '{wide * 5}']", "1, says: thirteen sign") == [
        f"{at}, expected at most {most} [out-of-limits] shorten it, and say the rest"
        for at, most in [
            ("8: names: found a text as wide as 304 letters", 160),
            ("11: says: found a text as wide as 13 letters", 12),
        ]
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ('("draw.time", 1, 2, "x")', "limits of draw.time: no such count or list"),
        ('("len(draw.times)", 1, 2, "x")', "the limits of draw.times fit no Count"),
        ('("levels", 1, "x")', "limits are rows of a parameter, the least, the most, and why"),
        ('("levels", 1, 2 * 3, "x")', "limits are rows of a parameter, the least, the most, and why"),
    ],
)
def test_a_row_that_limits_nothing_is_a_fault_of_the_scene_file(row, said):
    with pytest.raises(Faulty) as raised:
        read_signature(SCENE.replace('("draw.times", 1, 20, "each is drawn")', row), "slope.py")
    assert [fault.message for fault in raised.value.faults] == [said]


def test_every_count_of_the_standard_scenes_has_a_limit():
    signatures = standard_scenes().values()
    owned = [(f"{scene.name}.{one.name}", one) for scene in signatures for one in scene.parameters]
    owned += [
        (f"{scene.name}.{action.name}.{one.name}", one)
        for scene in signatures
        for action in scene.actions
        for one in action.parameters
    ]
    counts = {name: one.limits for name, one in owned if one.kind == "Count"}
    assert {"QuickCheck.think.seconds", "SteepestDescent.descend.count", "BackwardPass.layers"} <= counts.keys()
    assert [name for name, limits in counts.items() if not any(not one.length for one in limits)] == []
    limit = ParameterLimit(1, 60, "each second is drawn, and every viewer waits for it")
    assert counts["QuickCheck.think.seconds"] == (limit,)
