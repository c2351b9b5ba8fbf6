"""A command that is given again has its answer at once, unless anything at all has changed."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import mathora
from mathora import cli
from mathora.cli import repeated
from mathora.cli.repeated import Repeatable, Told

LATER = 2.0**40
"""A time, in seconds since the epoch, before which every file changed."""

WORDS = ("render", "slopes", "--json")
TOLD = Told("rendered", "media/slopes: all up to date", {"lesson": "slopes", "seconds": 9.0})


@pytest.fixture
def kept(tmp_path, tmp_path_factory, monkeypatch) -> Path:
    """A course, rendered once by a small Mathora, in which the commands are given."""
    program = tmp_path_factory.mktemp("mathora") / "__init__.py"
    program.write_text("")
    monkeypatch.setattr("mathora.__file__", str(program))
    monkeypatch.chdir(tmp_path)
    for name in ("scripts/slopes.yaml", "scripts/data/rain.csv", "media/slopes/film.mp4", "media/slopes/.note"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name)
    _keep(LATER)
    return tmp_path


def _keep(began: float, out: str = "media") -> None:
    command = Repeatable(WORDS, began)
    command.begins([Path()])
    command.keep([TOLD], Path(out), [Path("media/slopes")])


def _another_package(_: Path) -> None:
    Path("packages/wave-1.1.dist-info").mkdir(parents=True)
    sys.path.append("packages")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a script": lambda course: (course / "scripts/slopes.yaml").write_text("scripts/slopes.yamL"),
    "a script of the same size and date": lambda course: _rewritten(course / "scripts/slopes.yaml"),
    "data below it": lambda course: (course / "scripts/data/rain.csv").write_text("1"),
    "a new file": lambda course: (course / "course.yaml").write_text("title: New"),
    "a file that went": lambda course: (course / "scripts/data/rain.csv").unlink(),
    "a product": lambda course: (course / "media/slopes/film.mp4").write_text("media/slopes/film.mp5"),
    "a product that went": lambda course: (course / "media/slopes/.note").unlink(),
    "the folder": lambda course: os.chdir(course / "scripts"),
    "another product": lambda course: (course / "media/chains.txt").write_text("what a lesson may read"),
    "a file of Mathora's": lambda _: Path(mathora.__file__).write_text("pass"),
    "a package": _another_package,
    "a damaged answer": lambda course: [one.write_text("{") for one in (course / "media/.cache/answers").iterdir()],
    "an answer of another form": lambda course: [
        one.write_text('{"told": 1}') for one in (course / "media/.cache/answers").iterdir()
    ],
}


def _rewritten(path: Path) -> None:
    """Another content, put in the file's place with the same size and the same time of change."""
    before = path.stat()
    fresh = path.with_suffix(".new")
    fresh.write_text(path.read_text().upper())
    os.utime(fresh, ns=(before.st_atime_ns, before.st_mtime_ns))
    fresh.replace(path)


def test_the_same_command_has_its_answer(kept):
    assert Repeatable(WORDS).answer() == [TOLD]
    (kept / ".git").mkdir()
    (kept / ".git/index").write_text("hidden files are none of a course's")
    assert Repeatable(WORDS).answer() == [TOLD]


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_changed_is_noticed(kept, change, monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path])
    change(kept)
    assert Repeatable(WORDS).answer() is None


@pytest.mark.parametrize("words", [("render", "slopes"), ("render", "slopes", "--json", "--out", "film"), ("gc",)])
@pytest.mark.usefixtures("kept")
def test_other_words_have_no_answer(words):
    assert Repeatable(words).answer() is None


def test_no_answer_is_kept_of_what_may_still_change_or_is_too_much(kept, monkeypatch):
    answers = kept / "media/.cache/answers"
    for file in answers.iterdir():
        file.unlink()
    changed = (kept / "media/slopes/.note").stat().st_ctime
    _keep(changed + repeated.FINE / 2)
    os.utime("scripts/slopes.yaml", (int(changed) + 60,) * 2)
    _keep(int(changed) + 60 + repeated.COARSE / 2)
    _keep(LATER, out="film")
    monkeypatch.setattr(repeated, "MOST_FILES", 3)
    _keep(LATER)
    assert not [*answers.iterdir()]
    assert not (kept / "film").exists()


def test_an_answer_is_kept_right_after_a_save_where_times_of_change_have_fractions(kept):
    for file in (kept / "media/.cache/answers").iterdir():
        file.unlink()
    _keep((kept / "media/slopes/.note").stat().st_ctime + repeated.FINE + 0.001)
    assert Repeatable(WORDS).answer() == [TOLD]


def test_the_oldest_answers_are_forgotten(kept, monkeypatch):
    monkeypatch.setattr(repeated, "MOST_ANSWERS", 2)
    old = kept / "media/.cache/answers/old.json"
    old.write_text("{}")
    os.utime(old, (1, 1))
    (old.parent / "young.json").write_text("{}")
    _keep(LATER)
    assert not old.exists()
    assert Repeatable(WORDS).answer() == [TOLD]


@pytest.mark.usefixtures("kept")
def test_what_is_said_again(capsys):
    with pytest.raises(SystemExit) as ended:
        cli.group(args=[*WORDS], obj=Repeatable(WORDS))
    event = json.loads(capsys.readouterr().out)
    assert (ended.value.code, event.pop("seconds") < 9.0) == (0, True)
    assert event == {"event": "rendered", "lesson": "slopes"}
