"""An order is a value: its lesson's id names files, and its own name a folder."""

from dataclasses import replace
from types import SimpleNamespace

from mathora.export.order import Order
from mathora.plan import FrameFormat
from mathora.voice.speaking import SILENT

ORDER = Order(
    SimpleNamespace(lesson=SimpleNamespace(id="slopes")), None, {}, FrameFormat(64, 48, 30), {}, ("mp4",), None
)


def test_a_part_of_a_lesson_has_a_folder_of_its_own_and_the_lessons_file_names():
    assert (ORDER.id, ORDER.folder) == ("slopes", "slopes")
    part = replace(ORDER, name="slopes.one.9x16")
    assert (part.id, part.folder) == ("slopes", "slopes.one.9x16")


def test_nobody_speaks_and_nothing_plays_unless_it_is_said():
    assert (ORDER.spoken, ORDER.music, ORDER.one_file, ORDER.handovers()) == (SILENT, None, False, {})
