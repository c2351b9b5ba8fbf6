"""When a section's first formula comes, and whether anything comes beside its figures."""

from types import SimpleNamespace

import pytest

from mathora.lesson import ListValue
from mathora.plan.aside import acts_on, are_quiet, first_shown


@pytest.mark.parametrize(
    ("showing", "when"),
    [
        ([], "never"),
        ([False, False, False], "never"),
        ([True], "early"),
        ([False, True], "early"),
        ([False, False, True], "late"),
    ],
)
def test_the_first_formula_is_late_after_two_steps_without(showing, when):
    assert first_shown(showing) == when


def act(name="draw", show=(), **arguments):
    given = [SimpleNamespace(name=key, value=value) for key, value in arguments.items()]
    return SimpleNamespace(action=SimpleNamespace(value=name), show=show, arguments=given)


def quiet(*acts, rule=True, given=()):
    section = SimpleNamespace(
        scene=SimpleNamespace(value="Curve"), arguments=[SimpleNamespace(name=one) for one in given], beside=None
    )
    scene = SimpleNamespace(action=lambda _: SimpleNamespace(quiet=rule))
    return are_quiet(section, [list(acts)], {"Curve": scene})


def test_actions_that_write_nothing_are_quiet_until_one_shows_a_formula():
    assert quiet(act(), act())
    assert not quiet(act(), act(show=("x",)))
    assert not quiet(act(), rule=False)


def test_what_is_held_is_read_out_beside_the_figure():
    assert not quiet(act(), given=("held",))


def test_an_action_may_be_quiet_only_with_several_things():
    assert quiet(act(of=ListValue(items=(1, 2))), rule="of")
    assert not quiet(act(of=ListValue(items=(1,))), rule="of")
    assert not quiet(act(), rule="of")


def test_a_section_acts_as_the_longest_of_those_that_share_its_picture():
    one, two, other = (SimpleNamespace(name=name, beside=None) for name in ("one", "two", "other"))
    short, long = SimpleNamespace(before=(), steps=(one,)), SimpleNamespace(before=(one,), steps=(two,))
    lesson = SimpleNamespace(sections=[short, long, SimpleNamespace(before=(), steps=(other, other, other))])
    assert acts_on(lesson, short) == ([one, two], [])


def test_a_section_that_only_begins_alike_does_not_share_its_picture():
    alike, other = (SimpleNamespace(name="draw", beside=None) for _ in range(2))
    further = SimpleNamespace(name="point", beside=None)
    short, long = SimpleNamespace(before=(), steps=(alike,)), SimpleNamespace(before=(), steps=(other, further))
    assert acts_on(SimpleNamespace(sections=[short, long]), short) == ([alike], [])
