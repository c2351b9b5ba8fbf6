"""What is known of drawn steps is told by their addresses, and what is wrong with a picture at its step's place."""

from dataclasses import replace

import pytest
from fake_lessons import DEMO, proven

from mathora.plan import ASIDE, FAR_OFF, Finding, StepFacts
from mathora.render import Clip, RenderedLesson
from mathora.render.clip import LostStep, StepsLost, composition_remarks, picture_faults

LESSON = proven(DEMO).lesson
CLOSE = Finding("too-close", "two labels are too close", "move one of them")
ASIDES = {rule: Finding(rule, rule, "mend it") for rule in (ASIDE, FAR_OFF)}


def facts(*remarks, findings=()):
    return StepFacts(ticks=(0, 1), motion=2, remarks=remarks, findings=findings)


def told(**known):
    remarks = composition_remarks({address.replace("_", "/"): each for address, each in known.items()}, LESSON)
    return [(one.rule, one.length) for one in remarks]


def test_a_finding_is_told_at_its_steps_action():
    (fault,) = picture_faults({"two/s1": facts(findings=(CLOSE,)), "gone/s9": facts(findings=(CLOSE,))}, LESSON)
    assert (fault.rule, fault.message, fault.hint) == tuple(CLOSE)
    assert (fault.place, fault.length) == (LESSON.steps["two/s1"].action.place, 1)


def test_a_remark_is_told_where_it_is_made():
    assert told(one_s0=facts(CLOSE), one_s3=facts()) == [("too-close", 1)]


def test_a_formula_far_from_a_figure_that_grows_is_told_at_the_last_step_only():
    assert told(one_s0=facts(ASIDES[FAR_OFF]), one_s3=facts()) == []
    assert told(one_s0=facts(ASIDES[FAR_OFF]), one_s3=facts(ASIDES[FAR_OFF])) == [(FAR_OFF, 1)]


@pytest.mark.parametrize(("steps", "said"), [((True, True, True, True), [(ASIDE, 1)]), ((False, True, True, True), [])])
def test_a_side_that_is_empty_is_told_once_if_it_stays_so(steps, said):
    known = {f"one_s{at}": facts(*([ASIDES[ASIDE]] if empty else [])) for at, empty in enumerate(steps)}
    assert told(**known) == said


def test_a_rendered_lesson_tells_of_each_step_what_the_film_needs(tmp_path):
    each = replace(facts(findings=(CLOSE,)), reading=(("words", 3),))
    clip = Clip("one/s0", "key", tmp_path / "a.mp4", tmp_path / "a.png", "d", "s", each)
    rendered = RenderedLesson({"one/s0": clip}, ("one/s0",), 2)
    assert rendered.facts == {"one/s0": each}
    assert [one.rule for one in rendered.faults(LESSON)] == ["too-close"]


def test_what_is_lost_is_named_with_its_reason():
    lost = (LostStep("one/s0", "it fell"), LostStep("two", "no memory", of_scene=True))
    assert str(StepsLost(lost)) == "one/s0: it fell; two: no memory"
    assert StepsLost(lost).lost == lost
