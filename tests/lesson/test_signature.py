"""A signature says what an author may write, and which actions there are."""

import pytest

from mathora.lesson import STAY, ActionSignature, Parameter, ParameterLimit, SceneSignature
from mathora.lesson.signature import WIDEST_TEXT

DRAW = ActionSignature("draw", "The curve.")
SCENE = SceneSignature("Curve", "A curve.", "curve.py", (), (DRAW,))


@pytest.mark.parametrize(("name", "action"), [("draw", DRAW), ("stay", STAY), ("drew", None), ("", None)])
def test_each_scene_can_do_what_it_says_and_stay(name, action):
    assert SCENE.action(name) is action


def test_staying_is_no_action_of_its_own():
    assert STAY not in SCENE.actions
    assert (STAY.parameters, STAY.shows, STAY.takes) == ((), False, "")


@pytest.mark.parametrize(
    ("parameter", "written"),
    [
        (Parameter("side", "Word", words=("left", "right")), "one of left, right"),
        (Parameter("sides", "Word", many=True, words=("left", "right")), "a list, each one of left, right"),
    ],
)
def test_a_parameter_says_what_an_author_writes(parameter, written):
    assert parameter.written == written
    assert Parameter("counts", "Count", many=True).written == f"a list, each {Parameter('count', 'Count').written}"


def test_a_text_is_as_wide_as_its_limit_and_its_length_is_no_width():
    length, width = (ParameterLimit(1, most, "room", length=length) for most, length in ((3, True), (40, False)))
    assert Parameter("label", "Prose").widest == WIDEST_TEXT
    assert Parameter("labels", "Prose", limits=(length,)).widest == WIDEST_TEXT
    assert Parameter("labels", "Prose", limits=(length, width)).widest == width.most
