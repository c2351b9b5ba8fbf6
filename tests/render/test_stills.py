"""Stills: whatever a scene does to its worker, the command comes to an end and says what happened."""

import pytest
from fake_lessons import proven, settings

from mathora.plan import FrameFormat
from mathora.render.stills import render_stills


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deed", "ending"),
    [
        ("import signal; signal.pause()", "nothing was drawn for 1 s, its worker was ended"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "its worker died"),
        ("bytearray(8 << 30)", "its worker ran out of memory"),
    ],
)
def test_what_became_of_a_worker_is_said(tmp_path, deed, ending):
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / "demo.py").write_text(f"{deed}\n")
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    patience = 1.0 if "pause" in deed else 120.0
    drawn = render_stills(
        proven({"one": ["a"]}), settings(tmp_path, patience=patience, frames=FrameFormat(64, 36, 30)), pictures
    )
    assert [str(lost) for lost in drawn.lost] == [f"one: {ending}"]
    assert not drawn.pictures
