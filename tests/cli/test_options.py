"""Options that several commands share: what is wrong is told, and each look of a lesson has its own folder."""

from pathlib import Path
from types import SimpleNamespace

import click
import pytest
from click.testing import CliRunner

from mathora.cli import options
from mathora.cli.options import OneOf, cache_of, looks, out_option, settings_for, shaped
from tests.render.fake_lessons import DEMO, proven


def said(decorated, *arguments):
    """What a command with this option prints, and its exit code."""
    command = click.command()(decorated(lambda **given: click.echo(sorted(given.items()))))
    result = CliRunner().invoke(command, list(arguments))
    return result.exit_code, result.output


def test_a_misspelt_word_is_told_with_the_nearest():
    code, told = said(click.option("--theme", type=OneOf(["dark", "light"])), "--theme", "drak")
    assert (code, "did you mean 'dark'?" in told) == (2, True)
    assert said(click.option("--theme", type=OneOf(["dark", "light"])), "--theme", "dark")[0] == 0


def test_products_go_into_a_folder_that_can_be_one(tmp_path):
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    wrongs = {"": "the name is empty", "link": "is not there", "file/x": "is a file", "file": "is a file"}
    for wrong, why in wrongs.items():
        code, told = said(out_option, "--out", wrong and str(tmp_path / wrong))
        assert (code, why in " ".join(told.split())) == (2, True), told
    assert said(out_option, "--out", str(tmp_path / "new" / "media"))[0] == 0


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("tcp://10.0.0.5:8786", 0), ("tls://host:1", 0), ("ws://[::1]:8786", 0), ("host:8786", 2), ("tcp://host", 2),
        ("tcp://a b:1", 2), ("http://host:80", 2), ("", 2), ("tcp://host:999999", 2),
    ],
)  # fmt: skip
def test_a_cluster_is_a_schedulers_address(monkeypatch, address, code):
    monkeypatch.setattr(options.importlib.util, "find_spec", lambda _: object())
    assert said(options.drawing_options, "--cluster", address)[0] == code


def test_what_a_cluster_needs_is_told_with_the_command_that_brings_it(monkeypatch):
    monkeypatch.setattr(options.importlib.util, "find_spec", lambda _: None)
    code, told = said(options.drawing_options, "--cluster", "tcp://host:1")
    assert (code, "cluster needs packages that are not installed" in told) == (2, True)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [("demo", "16:9")]),
        ({"aspects": ("9:16", "9:16", "16:9")}, [("demo.9x16", "9:16"), ("demo", "16:9")]),
        ({"sections": ("three", "one")}, [("demo.one.three", "16:9")]),
    ],
)
def test_each_look_has_its_own_folder_and_its_own_part_of_the_lesson(asked, found):
    given = _proven()
    made = list(looks(given, asked))
    assert [(look.name, look.aspect) for look in made] == found
    wanted = asked.get("sections")
    assert all(look.proven == (given.part(wanted) if wanted else given) for look in made)


def _proven():
    whole = proven(DEMO)
    return SimpleNamespace(lesson=whole.lesson, part=lambda wanted: ("part", tuple(wanted)))


def test_a_section_that_is_not_there_is_wrong_usage():
    with pytest.raises(click.UsageError, match="did you mean 'three'"):
        list(looks(_proven(), {"sections": ("thre",)}))


def test_a_shape_is_part_of_a_folders_name_unless_it_is_the_usual_one():
    assert [shaped("slopes", aspect) for aspect in ("16:9", "9:16", "1:1")] == ["slopes", "slopes.9x16", "slopes.1x1"]


def test_a_lesson_is_drawn_as_it_is_asked_for():
    ready = SimpleNamespace(catalogue={}, scene_folders=())
    made = settings_for(ready, {"quality": "draft", "out": Path("media"), "workers": 3, "tex": "latex"}, "9:16")
    assert (made.workers, made.tex, made.cache) == (3, "latex", cache_of(Path("media")))
    assert made.frames.width < made.frames.height
    assert settings_for(ready, {"quality": "draft", "out": Path("media"), "workers": None}).workers >= 1
