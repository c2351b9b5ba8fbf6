"""What draws: files that were written after it was imported draw nothing that their digests would be a key of."""

import os
import time

import pytest

from mathora.render import program
from mathora.render.program import Program

SECOND = 10**9


@pytest.fixture
def module(tmp_path, monkeypatch):
    """A program of one module, and its file."""
    file = tmp_path / "one.py"
    file.write_text("ONE = 1\n")
    monkeypatch.setattr(program, "_files_of", lambda name: (tmp_path / name / "__init__.py", tmp_path / f"{name}.py"))
    return Program({"one": "its digest"}, {}), file


def test_a_module_that_was_written_since_is_named(module):
    made, file = module
    began = file.stat().st_mtime_ns
    assert made.written_since(began) == ""
    assert made.written_since(began - 1) == "one"


def test_a_file_of_words_is_one_of_what_draws():
    made = Program({"mathora.words.en": "its digest"}, {})
    assert made.difference() == "the file of mathora.words.en is another"
    assert made.written_since(0) == "mathora.words.en"


def test_a_file_from_the_future_lay_there_before(module):
    made, file = module
    later = time.time_ns() + 3600 * SECOND
    os.utime(file, ns=(later, later))
    assert made.written_since(later - 7200 * SECOND) == ""
