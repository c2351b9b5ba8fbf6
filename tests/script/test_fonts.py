"""`font:` of a course: letters that the fonts that come along lack; bounded, and known by what the file is."""

from __future__ import annotations

import struct

import pytest

from mathora.lesson import Fault, Faulty, Text
from mathora.script import fonts, read_course, read_script
from tests.letters import box_font

HEBREW = box_font("אבגדהוזחטיכלמנסעפצקרשת")
FILES = {"hebrew.ttf": HEBREW, "fonts/kanji[wght].otf": box_font("中文"), "text.ttf": b"no font", "web.ttf": b"wOF2"}


def course(text, files=FILES):
    return read_course(f"font: {text}\n", "course.yaml", lambda name: files[name.value])


def told(text, files=FILES):
    with pytest.raises(Faulty) as raised:
        course(text, files)
    return [(fault.rule, fault.message) for fault in raised.value.faults]


def test_its_letters_can_stand_on_a_picture(catalogue, good):
    titled = good.replace("title: A curve", "title: שיפוע")
    assert read_script(titled, "x.yaml", catalogue, course=course("hebrew.ttf"))
    with pytest.raises(Faulty, match=r"the course's font \(hebrew.ttf\) has no glyphs for Thai letters"):
        read_script(titled.replace("שיפוע", "ฟัง"), "x.yaml", catalogue, course=course("hebrew.ttf"))


def test_there_may_be_several():
    found = course("[hebrew.ttf, 'fonts/kanji[wght].otf']").fonts
    assert [[font.has(letter) for letter in "א中z"] for font in found] == [[True, False, False], [False, True, False]]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("text.ttf", "is no TTF, OTF or TTC, whatever its name says"),
        ("web.ttf", "is packed for the web"),
        ("../hebrew.ttf", "expected the name of a TTF or OTF file"),
        ("/hebrew.ttf", "expected the name of a TTF or OTF file"),
        ("{a: b}", "found a mapping"),
        ("[]", "found 0 fonts"),
    ],
)
def test_what_is_none_is_told(text, message):
    assert message in told(text)[0][1]


def test_a_font_of_coloured_signs_is_told():
    assert "coloured signs" in told("x.ttf", {"x.ttf": HEBREW.replace(b"post", b"COLR")})[0][1]


def test_no_damage_is_a_crash():
    """Cut anywhere, or with a byte changed anywhere in its tables' places and lists, it is told, or it is a font."""
    lists = HEBREW.index(b"\0\4", HEBREW.index(b"cmap"))
    places = [*range(400), *range(lists, lists + 120)]
    broken = [HEBREW[:at] for at in range(4, len(HEBREW), 29)]
    broken += [HEBREW[:at] + bytes([255 - HEBREW[at]]) + HEBREW[at + 1 :] for at in places]
    faults: list[Fault] = []
    for data in broken:
        try:
            fonts.font_of(Text.written("x.ttf"), data)
        except Faulty as faulty:
            faults += faulty.faults
    assert len(faults) > len(HEBREW) // 29
    assert {fault.rule for fault in faults} == {"bad-font"}
    assert all(fault.hint for fault in faults)


def test_a_font_without_a_name_is_told():
    """Typst finds fonts by their names."""
    assert "has no name" in told("x.ttf", {"x.ttf": box_font("א", "")})[0][1]


def test_segments_that_overlap_do_not_take_for_ever():
    count = 3000
    lists = struct.pack(f">{count}H", *[0xFFFF] * count) + b"\0\0" + struct.pack(f">{count}H", *[0] * count)
    table = struct.pack(">HHHHHHH", 4, 0, 0, 2 * count, 0, 0, 0) + lists + bytes(4 * count)
    with pytest.raises(struct.error):
        list(fonts._segments(table))


def test_groups_that_overlap_and_very_many_tables_do_not_fill_the_memory():
    groups = struct.pack(">HHIII", 12, 0, 0, 0, 2) + struct.pack(">III", 65, 70, 1) * 2
    with pytest.raises(struct.error):
        list(fonts._groups(groups))
    with pytest.raises(struct.error):
        list(fonts._ranges(struct.pack(">HH", 0, 100) + struct.pack(">HHI", 3, 1, 804) * 100 + bytes(20)))
