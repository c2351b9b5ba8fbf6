"""What is stale is drawn and nothing else; how the work was done leaves no trace."""

import os
import random
import subprocess
import sys
import tempfile
from functools import partial
from multiprocessing import active_children
from multiprocessing.connection import wait
from pathlib import Path

import fake_drawer
import pytest
from fake_lessons import DEMO, inline, proven, settings

from mathora.cli import Ended
from mathora.render import Progress, StepsLost, program, render_lesson
from mathora.render.progress import UNKNOWN_FRAMES, StepTimes
from mathora.render.workplaces import processes


def build(folder, sections=None, drawer=fake_drawer.draw, executors=inline, report=lambda _: None, **changes):
    words = {name: changes.pop(name) for name in ("say", "title") if name in changes}
    return render_lesson(
        proven(sections or DEMO, **words), settings(folder, **changes), report, drawer=drawer, executors=executors
    )


def contents(lesson):
    return {address: (clip.video.read_bytes(), clip.still.read_bytes()) for address, clip in lesson.clips.items()}


def test_a_cold_build_draws_all_and_the_next_draws_nothing(tmp_path):
    first = build(tmp_path)
    assert len(first.drawn_steps) == 11
    assert first.drawn_frames == 33
    again = build(tmp_path)
    assert again.drawn_steps == ()
    assert contents(again) == contents(first)


def test_a_new_narration_draws_nothing(tmp_path):
    build(tmp_path)
    assert build(tmp_path, say="Something else entirely.").drawn_steps == ()


def test_what_is_to_be_done_meanwhile_is_done_where_something_is_drawn_alone(tmp_path):
    done = []
    for _ in range(2):
        meanwhile = partial(done.append, "imported")
        render_lesson(proven(DEMO), settings(tmp_path), drawer=fake_drawer.draw, executors=inline, meanwhile=meanwhile)
    assert done == ["imported"]


def test_an_edited_step_draws_itself_and_the_later_ones_of_its_section(tmp_path):
    build(tmp_path)
    edited = {**DEMO, "one": ["a", "b", "changed", "d"]}
    assert build(tmp_path, edited).drawn_steps == ("one/s2", "one/s3")


def test_an_edited_scene_file_draws_all_its_sections(tmp_path):
    build(tmp_path)
    (tmp_path / "scenes" / "demo.py").write_text("import math, json\n")
    assert len(build(tmp_path).drawn_steps) == 11


def test_what_a_scene_imports_from_the_course_counts_and_what_it_does_not_import_does_not(tmp_path):
    settings(tmp_path)
    (tmp_path / "scenes" / "demo.py").write_text("import _shapes\n")
    (tmp_path / "scenes" / "_shapes.py").write_text("SIDE = 1\n")
    (tmp_path / "scenes" / "other.py").write_text("SIDE = 1\n")
    build(tmp_path)
    (tmp_path / "scenes" / "other.py").write_text("SIDE = 2\n")
    assert build(tmp_path).drawn_steps == ()
    (tmp_path / "scenes" / "_shapes.py").write_text("SIDE = 2\n")
    assert len(build(tmp_path).drawn_steps) == 11


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_any_number_of_workers_gives_the_same_clips(tmp_path, workers):
    one = build(tmp_path / "one")
    many = build(tmp_path / "many", workers=workers)
    assert contents(many) == contents(one)
    assert {clip.key for clip in many.clips.values()} == {clip.key for clip in one.clips.values()}


def test_real_processes_give_the_same_clips(tmp_path):
    assert contents(build(tmp_path / "a", workers=2, executors=processes)) == contents(build(tmp_path / "b"))


def test_progress_ends_with_all_steps_and_frames(tmp_path):
    told: list[Progress] = []
    build(tmp_path, report=told.append)
    assert (told[-1].steps, told[-1].steps_to_draw, told[-1].frames) == (11, 11, 33)


def test_a_second_build_estimates_from_the_first(tmp_path):
    build(tmp_path)
    told: list[Progress] = []
    build(tmp_path, {**DEMO, "one": ["new", "b", "c", "d"]}, report=told.append)
    assert told[0].frames_to_draw == 12
    assert told[0].seconds_left is not None


def test_a_step_that_was_never_drawn_is_taken_for_like_those_that_were(tmp_path):
    times = StepTimes(tmp_path / "times.json")
    times.remember({"one/a": 40}, None)
    assert [times.frames(address, typical=10) for address in ("one/a", "one/b")] == [40, 10]
    assert times.frames("one/b") == UNKNOWN_FRAMES


def test_with_all_steps_of_a_first_build_kept_nothing_is_left(tmp_path):
    told: list[Progress] = []
    build(tmp_path, report=told.append)
    finished = [one for one in told if one.steps == one.steps_to_draw]
    assert all(one.frames_to_draw == one.frames for one in finished)


def saved_while_drawing(step, monkeypatch):
    """A drawer in whose step a file of Mathora's own is saved, as by somebody who works on it."""

    def draw(job, folder, drawn):
        for one in fake_drawer.draw(job, folder, drawn):
            if job.view.steps[one.index].action == step:
                monkeypatch.setattr(program, "_digest_of", lambda _module: "another")
            yield one

    return draw


def test_what_another_program_drew_than_its_key_says_is_not_kept(tmp_path, monkeypatch):
    sections = {"one": ["a", "b", "c"]}
    with pytest.raises(StepsLost, match=r"one/s1: what draws is not what it was when the build began") as lost:
        build(tmp_path, sections, saved_while_drawing("b", monkeypatch))
    assert not any(one.of_scene for one in lost.value.lost), "no scene is to blame"
    monkeypatch.undo()
    assert build(tmp_path, sections).drawn_steps == ("one/s1", "one/s2")


def test_a_scene_saved_while_a_build_draws_changes_nothing_of_it(tmp_path):
    def draw(job, folder, drawn):
        Path(job.source.main.file).write_text("import math, json\n")
        assert job.source.main.text == "import math\n"
        return fake_drawer.draw(job, folder, drawn)

    build(tmp_path, drawer=draw)
    assert len(build(tmp_path).drawn_steps) == 11
    (tmp_path / "scenes" / "demo.py").write_text("import math\n")
    assert build(tmp_path).drawn_steps == ()


def test_a_dead_worker_costs_its_step_a_retry(tmp_path, monkeypatch):
    monkeypatch.setenv("MATHORA_TEST_MARK", str(tmp_path / "died"))
    sections = {**DEMO, "two": ["e", "die", "g"]}
    built = build(tmp_path, sections, fake_drawer.draw_and_die_once, processes, workers=2)
    assert (tmp_path / "died").exists()
    assert contents(built) == contents(build(tmp_path / "cold", sections))


def test_a_worker_that_always_dies_is_named_with_its_signal_and_the_others_work_is_kept(tmp_path):
    sections = {**DEMO, "two": ["e", "die", "g"]}
    with pytest.raises(StepsLost, match=r"two/s1: the worker that drew it died \(SIGKILL\), 2 times") as lost:
        build(tmp_path, sections, fake_drawer.draw_and_die, processes, workers=2)
    assert [one.address for one in lost.value.lost] == ["two/s1"]
    assert set(build(tmp_path, sections).drawn_steps) <= {"two/s1", "two/s2"}


def test_a_worker_that_leaves_is_named_with_its_exit_code(tmp_path):
    with pytest.raises(StepsLost, match=r"one/s1: the worker that drew it ended itself with exit code 7, 2 times"):
        build(tmp_path, {"one": ["a", "leave"]}, fake_drawer.draw_and_leave, processes)


def test_a_hung_worker_is_ended_and_said_to_have_hung(tmp_path):
    sections = {"one": ["a", "hang", "c"]}
    with pytest.raises(StepsLost, match=r"one/s1: the worker that drew it stopped moving for 3 s and was ended, 2"):
        build(tmp_path, sections, fake_drawer.draw_and_hang, processes, patience=3.0)
    assert build(tmp_path, sections).drawn_steps[0] == "one/s1"


def test_memory_that_runs_out_is_named_and_the_rest_is_drawn(tmp_path):
    sections = {"one": ["a", "swell"], "two": ["b"]}
    with pytest.raises(StepsLost, match="one/s1: the worker that drew it ran out of memory, 2 times"):
        build(tmp_path, sections, fake_drawer.draw_too_much, processes, memory=1 << 30)
    assert build(tmp_path, sections).drawn_steps == ("one/s1",)


def test_a_killed_worker_leaves_nothing_in_the_folder_for_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "scratch"))
    (tmp_path / "scratch").mkdir()
    with pytest.raises(StepsLost):
        build(tmp_path, {"one": ["die"]}, fake_drawer.draw_and_die, processes)
    assert not list((tmp_path / "scratch").iterdir())


@pytest.mark.parametrize("end", [KeyboardInterrupt(), Ended(15)], ids=["Ctrl-C", "SIGTERM"])
def test_an_interrupt_ends_a_worker_under_way_and_keeps_what_was_finished(tmp_path, end):
    sections = {"one": ["a", "hang"]}

    def interrupt(progress):
        if progress.steps == 1:
            raise end

    with pytest.raises(type(end)):
        build(tmp_path, sections, fake_drawer.draw_and_hang, processes, interrupt)
    assert all(wait([worker.sentinel], 60) for worker in active_children())
    assert build(tmp_path, sections).drawn_steps == ("one/s1",)


@pytest.mark.parametrize("seed", range(4))
def test_damaged_objects_and_records_are_set_aside_and_drawn_again(tmp_path, seed):
    whole = contents(build(tmp_path))
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    for path in chance.sample(sorted(path for path in (tmp_path / "cache").glob("*/*/*")), 4):
        data = bytearray(path.read_bytes())
        if chance.random() < 0.5:
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        else:
            del data[chance.randrange(len(data)) :]
        path.write_bytes(data)
    again = build(tmp_path)
    assert contents(again) == whole
    assert again.drawn_steps
    assert list((tmp_path / "cache" / "quarantine").iterdir())


def test_a_rebuild_imports_nothing_that_draws(tmp_path):
    build(tmp_path)
    program = (
        "import sys, pathlib, fake_drawer, fake_lessons as f\n"
        "from mathora.render import render_lesson\n"
        f"made = render_lesson(f.proven(f.DEMO), f.settings(pathlib.Path({str(tmp_path)!r})))\n"
        "assert not made.drawn_steps, made.drawn_steps\n"
        "assert not {'manim', 'skia', 'sympy'} & set(sys.modules)\n"
    )
    search = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    subprocess.run([sys.executable, "-c", program], check=True, env={**os.environ, "PYTHONPATH": search})


def test_no_settings_of_manims_have_a_say(tmp_path):
    """Neither the folder's nor the user's: one changes pictures, the other cannot be read at all."""
    home = tmp_path / "home"
    (home / ".config" / "manim").mkdir(parents=True)
    (home / ".config" / "manim" / "manim.cfg").write_text("[CLI]\nbackground_color = RED\n")
    (tmp_path / "manim.cfg").write_text("nonsense")
    (tmp_path / "empty").mkdir()
    program = (
        "import os, pathlib\n"
        "from mathora.render.worker import no_settings\n"
        "with no_settings(pathlib.Path('empty')): import mathora.stage.draw, manim\n"
        "assert manim.config.background_color.to_hex() == '#000000'\n"
        f"assert os.environ['HOME'] == {str(home)!r} and os.getcwd() == {str(tmp_path)!r}\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=tmp_path, env={**os.environ, "HOME": str(home)})
