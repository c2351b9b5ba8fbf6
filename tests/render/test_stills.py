"""Stills: jobs of the same crew as clips, kept in the same store; whatever becomes of a worker is said."""

import fake_drawer
import pytest
from fake_lessons import DEMO, inline, proven, settings

from mathora.plan import ASIDE, FAR_OFF, DrawnStep, Finding, StepFacts, StepFailed, WordTimes
from mathora.render import render_lesson
from mathora.render.clip import composition_remarks, picture_faults
from mathora.render.stills import render_stills
from mathora.render.workplaces import processes


def never(_job, _folder, _drawn):
    raise AssertionError("nothing is to be drawn")


def draw(folder, sections=None, drawer=fake_drawer.draw, executors=inline, **changes):
    pictures = folder / "pictures"
    pictures.mkdir(exist_ok=True)
    return render_stills(
        proven(sections or DEMO), settings(folder, **changes), pictures, drawer=drawer, executors=executors
    )


def test_each_step_has_its_picture_in_the_lessons_order(tmp_path):
    stills = draw(tmp_path)
    assert list(stills.pictures) == [f"{name}/s{at}" for name, steps in DEMO.items() for at in range(len(steps))]
    assert stills.pictures["two/s1"].name == "two.s1.png"
    assert all(picture.read_bytes() for picture in stills.pictures.values())


def test_a_second_storyboard_draws_nothing(tmp_path):
    first = draw(tmp_path)
    before = {address: picture.read_bytes() for address, picture in first.pictures.items()}
    again = draw(tmp_path, drawer=never)
    assert {address: picture.read_bytes() for address, picture in again.pictures.items()} == before


def test_an_edited_step_draws_itself_and_what_follows(tmp_path):
    draw(tmp_path)
    drawn = []

    def noted(job, folder, told):
        for step in fake_drawer.draw(job, folder, told):
            drawn.append(job.address(step.index))
            yield step

    draw(tmp_path, {**DEMO, "one": ["a", "b", "changed", "d"]}, noted)
    assert drawn == ["one/s2", "one/s3"]


def test_what_a_film_was_drawn_of_is_not_drawn_again(tmp_path):
    clips = render_lesson(proven(DEMO), settings(tmp_path), drawer=fake_drawer.draw, executors=inline).clips
    stills = draw(tmp_path, drawer=never)
    assert stills.pictures["one/s0"].read_bytes() == clips["one/s0"].still.read_bytes()


def test_a_still_is_no_clip(tmp_path):
    draw(tmp_path)
    assert (
        len(render_lesson(proven(DEMO), settings(tmp_path), drawer=fake_drawer.draw, executors=inline).drawn_steps)
        == 11
    )


def test_a_failing_step_costs_itself_and_what_follows(tmp_path):
    def fail(job, folder, told):
        for step in fake_drawer.draw(job, folder, told):
            if job.address(step.index) == "two/s1":
                raise StepFailed(1, "ZeroDivisionError: oh")
            yield step

    stills = draw(tmp_path, drawer=fail)
    assert [str(lost) for lost in stills.lost] == ["two/s1: ZeroDivisionError: oh"]
    assert set(DEMO["two"]) - {"f", "g"} == {"e"}
    assert "two/s0" in stills.pictures
    assert not {"two/s1", "two/s2"} & set(stills.pictures)
    assert {"one/s3", "three/s3"} <= set(stills.pictures)


@pytest.mark.parametrize(
    ("drawer", "action", "ending", "patience"),
    [
        (fake_drawer.draw_and_hang, "hang", "stopped moving for 3 s and was ended", 3.0),
        (fake_drawer.draw_and_die, "die", r"died (SIGKILL)", 120.0),
        (fake_drawer.draw_too_much, "swell", "ran out of memory", 120.0),
    ],
)
def test_what_became_of_a_worker_is_said(tmp_path, drawer, action, ending, patience):
    stills = draw(tmp_path, {"one": ["a", action]}, drawer, processes, patience=patience, memory=1 << 30)
    assert [str(lost) for lost in stills.lost] == [f"one/s1: the worker that drew it {ending}, 2 times"]
    assert list(stills.pictures) == ["one/s0"]


def test_a_step_that_its_voice_leaves_no_time_to_read_is_told(tmp_path):
    def full(_job, _folder, _drawn):
        yield DrawnStep(index=0, still=b"still", facts=StepFacts(motion=0, reading=((0, 20.0),)))

    pictures = tmp_path / "pictures"
    pictures.mkdir()
    lesson = proven({"one": ["a"]}, say="It is said slowly enough.")

    def told(seconds):
        voice = {"one/s0": WordTimes(tuple((at * seconds / 5, (at + 1) * seconds / 5) for at in range(5)), seconds)}
        given = (lesson, settings(tmp_path), pictures)
        return [one.rule for one in render_stills(*given, voice=voice, drawer=full, executors=inline).faults]

    assert told(8.0) == []
    assert told(2.0) == ["too-much-to-read"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ([ASIDE], [ASIDE], [ASIDE]),
        ([], [ASIDE], []),
        ([FAR_OFF], [], []),
        ([], [FAR_OFF], [FAR_OFF]),
        (["texts-close"], [], ["texts-close"]),
    ],
)
def test_what_a_figure_may_grow_out_of_is_told_at_its_sections_last_step(one, other, told):
    lesson = proven({"one": ["e0", "e1"]}).lesson
    found = {
        f"one/s{at}": StepFacts(motion=0, remarks=tuple(Finding(rule, "found") for rule in rules))
        for at, rules in enumerate((one, other))
    }
    assert [fault.rule for fault in composition_remarks(found, lesson)] == told
    assert picture_faults(found, lesson) == ()
