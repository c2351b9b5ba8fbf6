"""`make screenshots` takes a picture of every page in both sizes and both schemes; nothing is wider than the screen."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

WIDTHS = {"phone": 390, "desktop": 1440}


@pytest.mark.long
def test_every_page_is_shot_in_both_sizes_and_schemes(lesson, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "small").symlink_to(lesson.folder)
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    shots = {path.name: Image.open(path).width for path in (tmp_path / "media" / "screenshots").iterdir()}
    views = ("index.{}", "slides.{}", "transcript.{}")
    expected = {
        f"small.{view.format(size)}.{scheme}{more}.png": width
        for size, width in WIDTHS.items()
        for scheme in ("light", "dark")
        for view in views
        for more in ("", *((".formulas",) if view.startswith("slides") else ()))
    }
    assert shots == expected


def test_without_lessons_it_says_what_is_missing(tmp_path):
    done = subprocess.run(
        [sys.executable, str(Path(__file__).parent)], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "make render" in done.stderr
