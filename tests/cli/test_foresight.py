"""A worker makes ready what a render is likely to need first; where nothing is known, what draws."""

import os

import pytest

from mathora.cli.foresight import first_need, remember
from mathora.render.worker import import_drawing
from mathora.voice.hibari import make_ready

SCRIPT = """
id: talk
sections:
  - id: one
    steps:
      - do: point
        show: x^2
        say: >-
          A first sentence,
          and more of it.

          And a second one.
      - do: point
        say: Short.
      - {do: point, say: "Within, braces.", show: y^2}
      - {do: point, say: 'It''s
          long.', show: z^2}
      - {say: Plain, do: point}
"""


@pytest.fixture
def rendered(tmp_path):
    """The script, its cache, and a way to change it."""
    script, cache = tmp_path / "talk.yaml", tmp_path / ".cache"
    script.write_text(SCRIPT, "utf-8")
    remember([script], cache)

    def edited(before, after):
        assert before in SCRIPT
        script.write_text(SCRIPT.replace(before, after), "utf-8")
        return first_need([script], cache)

    return edited


@pytest.mark.parametrize(
    "said", ["A first sentence,", "And a second one.", "Short.", "Within, braces.", "It''s", "Plain"]
)
def test_where_only_a_narration_differs_the_voice_is_made_ready(rendered, said):
    assert rendered(said, "Other words.") is make_ready


@pytest.mark.parametrize("shown", ["x^2", "id: one", "do: point\n", "y^2", "z^2", "do: point}"])
def test_where_anything_else_differs_manim_is_imported(rendered, shown):
    assert rendered(shown, "other") is import_drawing


def test_where_nothing_differs_or_is_known_manim_is_imported(rendered, tmp_path):
    assert rendered("x^2", "x^2") is import_drawing
    assert first_need([tmp_path / "unknown.yaml"], tmp_path) is import_drawing
    (tmp_path / "talk.yaml").write_bytes(b"\xff")
    assert first_need([tmp_path / "talk.yaml"], tmp_path / ".cache") is import_drawing


def test_nothing_is_remembered_where_nothing_may_be_written(tmp_path):
    (tmp_path / "file").write_text("no folder")
    script = tmp_path / "talk.yaml"
    script.write_text(SCRIPT, "utf-8")
    remember([script], tmp_path / "file")
    assert (tmp_path / "file").read_text() == "no folder"
    assert first_need([script], tmp_path / "file") is import_drawing


def test_a_pipe_is_left_to_who_reads_the_lesson(tmp_path):
    os.mkfifo(tmp_path / "talk.yaml")
    (tmp_path / ".cache").mkdir()
    remember([tmp_path / "talk.yaml"], tmp_path / ".cache")
    assert first_need([tmp_path / "talk.yaml"], tmp_path / ".cache") is import_drawing


def test_what_is_kept_and_damaged_is_only_a_wrong_guess(rendered, tmp_path):
    (kept,) = (tmp_path / ".cache" / "scripts").iterdir()
    kept.write_bytes(b"\xff")
    assert rendered("Short.", "Other words.") is import_drawing
