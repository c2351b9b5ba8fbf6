"""A scene may inherit from another: what it offers is read from the texts of both."""

import pytest

from mathora.lesson import Faulty, IntervalValue, Parameter, Text
from mathora.script import read_signatures

FROM_0_TO_1 = IntervalValue(low=Text.written("0"), high=Text.written("1"))
BASE = '''
from mathora.stage import LessonScene, StepView, action

class Base(LessonScene):
    """A base."""

    function: Function
    span: Interval = Interval(-2, 2)
    shows_title = False

    @action("It is drawn over {span}.")
    def draw(self, step: StepView) -> None: ...

    @action("It leaves.")
    def leave(self, step: StepView) -> None: ...
'''
CHILD = '''
class Child({base}):
    """A child."""

    at: Point
    span = Interval(0, 1)

    @action("It moves to {{at}}.")
    def move(self, step: StepView) -> None: ...

    def draw(self, step: StepView) -> None:
        super().draw(step)

    @action("It goes away.")
    def leave(self, step: StepView, slowly: Flag = False) -> None: ...
'''


def read(source, **files):
    return read_signatures(
        source, "scenes/own.py", lambda module: (files[module], f"scenes/{module}.py") if module in files else None
    )


@pytest.mark.parametrize(
    ("source", "files"),
    [
        (BASE + CHILD.format(base="Base"), {}),
        ("from base import Base\n" + CHILD.format(base="Base"), {"base": BASE}),
        ("from base import Base as Other\n" + CHILD.format(base="Other"), {"base": BASE}),
        ("import base\n" + CHILD.format(base="base.Base"), {"base": BASE}),
        ("from middle import Base\n" + CHILD.format(base="Base"), {
            "middle": 'from base import Base as Lower\nclass Base(Lower):\n    """Between."""\n', "base": BASE,
        }),
    ],
)  # fmt: skip
def test_a_child_offers_what_it_states_and_what_its_parents_bring(source, files):
    child = read(source, **files)[-1]
    assert (child.name, child.summary, child.file) == ("Child", "A child.", "scenes/own.py")
    assert child.parameters == (
        Parameter("function", "Function"),
        Parameter("span", "Interval", required=False, default=FROM_0_TO_1),
        Parameter("at", "Point"),
    )
    assert [(one.name, one.describes) for one in child.actions] == [
        ("draw", "It is drawn over {span}."), ("leave", "It goes away."), ("move", "It moves to {at}."),
    ]  # fmt: skip
    assert [one.name for one in child.actions[1].parameters] == ["slowly"]
    assert not child.shows_title


def test_parent_and_child_of_one_file_are_both_scenes():
    assert [one.name for one in read(BASE + CHILD.format(base="Base"))] == ["Base", "Child"]


def test_a_parameter_and_an_action_may_have_one_name():
    (scene,) = read(BASE.replace("def leave", "def span"))
    assert [one.name for one in scene.parameters] == ["function", "span"]
    assert [one.name for one in scene.actions] == ["draw", "span"]


def test_a_parent_that_begins_with_an_underscore_is_no_scene_itself():
    source = BASE.replace("class Base", "class _Base") + CHILD.format(base="_Base")
    assert [one.name for one in read(source)] == ["Child"]


def test_a_fault_in_a_parent_stands_where_the_parent_is_written():
    with pytest.raises(Faulty) as told:
        read("from _base import Base\n" + CHILD.format(base="Base"), _base=BASE.replace("Function", "Funktion"))
    (fault,) = told.value.faults
    assert (fault.place.file, fault.place.line, fault.rule) == ("scenes/_base.py", 7, "scene-parameter")


@pytest.mark.parametrize(
    "source",
    [
        BASE + BASE.replace("class Base", "class Other"),  # two scenes, neither from the other
        "from nowhere import Base\n" + CHILD.format(base="Base"),
        "class A(B):\n    pass\n\nclass B(A):\n    pass\n",
    ],
)
def test_what_is_no_line_of_scenes_is_told(source):
    with pytest.raises(Faulty) as told:
        read(source)
    assert [fault.rule for fault in told.value.faults] == ["scene-class"]


def test_what_bounds_a_parent_bounds_its_children_unless_they_say_more_of_it():
    base = BASE.replace("shows_title = False", 'limits = (("go.count", 1, 9, "a"), ("go.other", 1, 9, "b"))')
    base += '\n    @action("It goes.")\n    def go(self, step: StepView, count: Count = 1, other: Count = 1): ...\n'
    child = '\nclass Child(Base):\n    """A child."""\n\n    limits = (("go.count", 2, 3, "c"),)\n'
    found = read(base + child)[-1].action("go").parameters
    assert [[(one.least, one.why) for one in parameter.limits] for parameter in found] == [[(2, "c")], [(1, "b")]]


def test_what_a_parent_needs_its_children_need_too():
    base = BASE.replace("shows_title = False", 'needs: ClassVar = (("span", "inside(span)", "a"),)')
    own = '    needs: ClassVar = (("at", "inside(span)", "b"),)\n    span ='
    child = CHILD.format(base="Base").replace("    span =", own)
    assert [one.why for one in read(base + child)[-1].needs] == ["a", "b"]


def test_what_limits_a_parent_limits_its_children_too():
    base = BASE.replace("shows_title = False", 'limits: ClassVar = (("turn.times", 1, 9, "a"),)')
    base += """
    @action("Turns {times} times.")
    def turn(self, step: StepView, times: Count = 1) -> None: ...
"""
    own = '    limits: ClassVar = (("len(spans)", 1, 3, "b"),)\n    spans: tuple[Interval, ...] = ()\n    span ='
    *_, scene = read(base + CHILD.format(base="Base").replace("    span =", own))
    assert {one.name: one.limits[0].why for one in scene.parameters if one.limits} == {"spans": "b"}
    assert [one.limits[0].why for one in scene.action("turn").parameters] == ["a"]


def test_a_fault_s_line_is_the_one_that_an_author_sees():
    with pytest.raises(Faulty) as raised:
        read_signatures("x = 1\r\ny = 2\rz = (\n", "dial.py")
    assert [fault.place.line for fault in raised.value.faults] == [3]
