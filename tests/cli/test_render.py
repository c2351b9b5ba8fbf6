"""`mathora render`, `storyboard` and `still`: options, and products of a small lesson."""

from __future__ import annotations

import fcntl
import json
from importlib import util

import pytest
from PIL import Image

from mathora.cli.progress import state_of
from mathora.export import PRODUCTS
from mathora.render import LostStep, Progress, StepsLost


def test_an_unknown_product_is_wrong_usage(run, write):
    write("slopes")
    result = run("render", "--only", "mp4,pgae")
    assert result.exit_code == 2
    assert "there is no product 'pgae': did you mean 'page'?" in result.stderr
    assert run("render", "--only", ",").exit_code == 2


@pytest.mark.parametrize(
    "address", ["nonsense", "tcp://host", "host:8786", "tcp://host:port", "", "tcp://a b:1", "file:///x:1"]
)
@pytest.mark.parametrize("command", ["render", "storyboard"])
def test_what_is_no_address_of_a_cluster_is_wrong_usage(run, write, command, address):
    write("slopes")
    result = run(command, "--cluster", address)
    assert result.exit_code == 2
    assert "is no address of a Dask scheduler such as tcp://10.0.0.5:8786" in result.stderr.replace("\n", " ")


@pytest.mark.parametrize("option", [("--quality", "4k"), ("--workers", "0"), ("--workers", "many")])
def test_other_wrong_options(run, write, option):
    write("slopes")
    assert run("render", *option).exit_code == 2


def test_a_lesson_with_faults_is_not_drawn(run, course, write):
    write("slopes", show="f(x) = 3x")
    result = run("render", "--quality", "480p15")
    assert result.exit_code == 1
    assert "formula is false" in result.stderr
    assert [path.name for path in (course / "media").iterdir()] in ([], [".cache"])


def test_nothing_is_collected_until_the_products_are_made(run, course, write, monkeypatch):
    write("slopes")

    def look(*_, **__):  # in place of drawing, which holds the lock itself
        with (course / "media" / ".cache" / "lock").open() as file, pytest.raises(BlockingIOError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        raise StepsLost((LostStep("by-hand/line", "looked"),))

    monkeypatch.setattr("mathora.render.render_lesson", look)
    result = run("render")
    assert (result.exit_code, "by-hand/line: looked" in result.stderr) == (3, True)


def test_a_state_in_words():
    assert state_of(Progress(2, 5, 60, 300, 31.6, 67.2)) == "2/5 steps · 60/300 frames · 32 fps · 1:07 left"
    assert state_of(Progress(0, 5, 0, 300, 0.0, None)) == "0/5 steps · 0/300 frames"


@pytest.mark.slow
def test_a_small_lesson_from_script_to_products_and_without_a_voice_s_library(run, course, write, monkeypatch):
    write("slopes")
    write("wrong", show="f(x) = 3x")
    result = run("render", "--quality", "480p15", "--workers", "1", "--json")
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1  # of the other lesson
    rendered = [event for event in events if event["event"] == "rendered"]
    assert [(event["lesson"], event["steps"]) for event in rendered] == [("slopes", ["by-hand/line"])]
    assert set(rendered[0]["products"]) == set(PRODUCTS)
    assert not (course / "media" / "wrong").exists()
    assert json.loads((course / "media" / "slopes" / "proofs.json").read_text())["lesson"] == "slopes"
    again = run("render", "slopes", "--quality", "480p15", "--json")
    (event,) = (json.loads(line) for line in again.stdout.splitlines())
    assert (again.exit_code, event["steps"], event["products"]) == (0, [], [])
    there = util.find_spec
    monkeypatch.setattr(util, "find_spec", lambda name, *of: None if name == "onnxruntime" else there(name, *of))
    mute = run("render", "slopes", "--quality", "480p15", "--json")
    silent, event = (json.loads(line) for line in mute.stdout.splitlines())
    assert (mute.exit_code, silent["reason"]) == (0, "onnxruntime is not installed")
    assert set(event["products"]) == set(PRODUCTS)
    assert event["steps"] == []


@pytest.mark.slow
@pytest.mark.usefixtures("badly_composed")
def test_a_storyboard_and_a_still(run, course):
    told = run("storyboard", "--quality", "480p15", "--workers", "1")
    assert told.exit_code == 0
    assert "one side of the picture stands empty [picture-aside]" in told.output, "a remark stops nothing"
    names = {path.name for path in (course / "media" / "slopes.storyboard").iterdir()}
    assert names == {".products.json", "storyboard.png", "aside.draw.png", "by-hand.line.png"}
    assert run("still", "slopes", "by-hand/line", "--quality", "480p15").exit_code == 0
    assert (course / "media" / "slopes.still" / "by-hand.line.png").stat().st_size > 0
    assert run("still", "slopes", "by-hand/lin").exit_code == 2


DEADLY = """\
import os
import signal

from mathora.stage import LessonScene, StepView, action


class Deadly(LessonScene):
    \"\"\"Ends its worker.\"\"\"

    @action("Nothing.")
    def end(self, step: StepView) -> None:
        os.kill(os.getpid(), signal.SIGKILL)
"""


LATE = """\
'''A scene that finds out too late.'''

from mathora.stage import LessonScene, StepView, action


class Late(LessonScene):
    '''Too late.'''

    @action("Nothing.")
    def end(self, step: StepView) -> None:
        raise ValueError("found one, expected two")
"""


@pytest.mark.slow
def test_what_check_did_not_tell_is_no_fault_of_the_author_s(run, course, write):
    (course / "scenes").mkdir()
    (course / "scenes" / "late.py").write_text(LATE)
    path = write("slopes")
    head, _, _ = path.read_text().partition("sections:\n")
    late = "  - {id: late, title: Late, scene: Late, steps: [{do: end, say: One.}]}\n"
    path.write_text(f"{head}sections:\n{late}")
    assert run("check").exit_code == 0
    result = run("storyboard", "--quality", "480p15", "--workers", "1")
    assert result.exit_code == 3
    assert "could not draw late/end: ValueError: found one, expected two" in result.stderr
    assert "not of your lesson" in result.stderr
    assert "Please send scripts/slopes.yaml" in result.stderr


@pytest.mark.slow
def test_a_section_that_ends_its_worker_costs_only_its_own_pictures(run, course, write):
    (course / "scenes").mkdir()
    (course / "scenes" / "deadly.py").write_text(DEADLY)
    path = write("slopes")
    head, _, body = path.read_text().partition("sections:\n")
    deadly = "  - {id: deadly, title: Deadly, scene: Deadly, steps: [{do: end, say: One.}, {do: end, say: Two.}]}\n"
    path.write_text(f"{head}sections:\n{deadly}{body}")
    result = run("storyboard", "--quality", "480p15", "--workers", "1")
    assert result.exit_code == 3
    assert "could not draw deadly/end: the worker that drew it died (SIGKILL)" in result.stderr
    pictures = course / "media" / "slopes.storyboard"
    assert {path.name for path in pictures.iterdir()} == {".products.json", "storyboard.png", "by-hand.line.png"}


@pytest.mark.slow
def test_what_cannot_be_read_is_told_at_its_step_and_the_picture_is_there_to_look_at(run, course, write):
    path = write("slopes")
    path.write_text(path.read_text().replace("reason: The slope", f"reason: {'far too many words ' * 7}"))
    result = run("storyboard", "--quality", "480p15", "--workers", "1")
    assert result.exit_code == 1
    assert "scripts/slopes.yaml:12:13: " in result.stderr
    assert (course / "media" / "slopes.storyboard" / "by-hand.line.png").exists()


TOO_FULL = """\
id: hasty
title: Slopes
course: {track: Maths, unit: Curves, number: 1, level: Easy, minutes: 1}
model:
  f(x, y): x^2 + y^2
sections:
  - id: end
    title: Recap
    scene: Recap
    with:
      function: f
      at: {x: 1, y: 1}
      points:
        - The gradient holds all partial derivatives at once; at each point it is at a right angle to its level line.
        - It points uphill.
        - Whoever wants to reach the lowest place as fast as possible has to step against it, again and again and again.
    steps:
      - do: point
        say: One.
      - do: point
        say: Two.
      - do: point
        say: Three.
"""


@pytest.mark.slow
def test_a_step_that_shows_more_than_its_time_lets_be_read_is_told_and_nothing_is_published(run, course, write):
    path = write("hasty", text=TOO_FULL)
    rendered = run("render", "--quality", "480p15", "--workers", "1", "--json")
    faults = [json.loads(line) for line in rendered.stdout.splitlines() if json.loads(line)["event"] == "fault"]
    assert rendered.exit_code == 1
    assert [(one["line"], one["column"], one["rule"]) for one in faults] == [
        (18, 13, "too-much-to-read"),
        (22, 13, "too-much-to-read"),
    ]
    assert "words that are new on the picture take" in faults[0]["message"]
    assert "give the step `rest: " in faults[0]["hint"]
    assert not (course / "media" / "hasty").exists()
    board = run("storyboard", "--quality", "480p15", "--workers", "1")
    assert board.exit_code == 1
    assert board.stderr.count("[too-much-to-read]") == 2
    assert "scripts/hasty.yaml:18:13: " in board.stderr
    for one in faults:  # as each is told
        rest = one["hint"].partition("`")[2].partition("`")[0]
        said = "One." if one["line"] == 18 else "Three."
        path.write_text(path.read_text().replace(f"say: {said}", f"say: {said}\n        {rest}"))
    assert run("render", "--quality", "480p15", "--workers", "1", "--only", "mp4").exit_code == 0
    assert (course / "media" / "hasty" / "hasty.mp4").exists()


TWO = """\
id: two
title: Two
course: {track: Maths, unit: Curves, number: 1, level: Easy, minutes: 1}
model: {"f(x)": x^2}
sections:
  - {id: one, title: One, scene: WorkedExample, steps: [{do: line, with: {reason: A}, say: A., show: "f'(x) = 2x"}]}
  - {id: other, title: Other, scene: WorkedExample, steps: [{do: line, with: {reason: B}, say: B., show: f(1) = 1}]}
"""


@pytest.mark.slow
def test_sections_by_themselves_and_other_shapes_have_folders_of_their_own(run, course, write):
    write("two", text=TWO.replace("scene: WorkedExample", "scene: WorkedExample, with: {function: f}"))
    assert run("storyboard", "two", "other", "--quality", "draft", "--workers", "1").exit_code == 0
    names = {path.name for path in (course / "media" / "two.other.storyboard").iterdir()}
    assert names == {".products.json", "storyboard.png", "other.line.png"}
    shapes = ("--aspect", "9:16", "--aspect", "1:1", "--theme", "light", "--quality", "draft")
    assert run("still", "two", "one/line", *shapes).exit_code == 0
    sizes = {}
    for name in ("two.9x16", "two.1x1"):
        with Image.open(course / "media" / f"{name}.still" / "one.line.png") as picture:
            sizes[name] = picture.size
            assert min(picture.convert("L").getpixel((0, 0)), 128) == 128  # a light ground
    assert sizes == {"two.9x16": (360, 640), "two.1x1": (360, 360)}


def test_a_section_that_is_not_there_is_wrong_usage(run, write):
    write("slopes")
    result = run("render", "slopes", "--section", "by-hnad")
    assert (result.exit_code, "did you mean 'by-hand'?" in result.stderr) == (2, True)
