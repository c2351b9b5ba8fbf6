"""`brand:` of a course: a logo and own colours, which are read and told apart, or are faults at their places."""

from __future__ import annotations

import re
import struct

import pytest

from mathora.lesson import Faulty
from mathora.script import read_course
from mathora.script.fonts import IN_WORDS, NOT_TO_BE_EMBEDDED
from tests.letters import box_font

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
FILES = {"logo.svg": LOGO, "night.svg": LOGO.replace(b"0 0 2 1", b"0 0 4 1"), "bad.svg": b"<svg"}
FACE = box_font(IN_WORDS)
HURT = FACE.replace(struct.pack(">hhhhh", 1, 0, 0, 500, 700), struct.pack(">hhhhh", 9, 0, 0, 500, 700))
FILES |= {
    "hurt.ttf": HURT,
    "face.ttf": FACE,
    "few.ttf": box_font("ab"),
    "shut.ttf": box_font(IN_WORDS, use=NOT_TO_BE_EMBEDDED),
}
GOOD = '"#4dc3ff"'


def brand(text, more=""):
    return read_course(f"{more}brand: {text}\n", "course.yaml", lambda name: FILES[name.value]).brand


def told(text, more=""):
    with pytest.raises(Faulty) as raised:
        brand(text, more)
    return [(fault.rule, fault.place.column, fault.message) for fault in raised.value.faults]


def test_a_logo_is_for_both_themes_or_for_each_its_own():
    one = brand("{logo: logo.svg}")
    assert one.logo("dark") == one.logo("light")
    both = brand("{logo: {dark: night.svg, light: logo.svg}}")
    assert (both.logo("dark").width, both.logo("light").width) == (4, 2)
    assert brand("{logo: {light: logo.svg}}").logo("dark") is None
    assert [rule for rule, *_ in told("{logo: bad.svg}")] == ["bad-picture"]


def test_a_typeface_is_known_by_content_and_has_a_licence():
    given = brand("{typeface: {file: face.ttf, by: B. Type, licence: OFL}}").typeface
    assert (given.font.path.value, given.credit) == ("face.ttf", "B. Type, OFL")
    settings = read_course(
        "brand: {typeface: {file: face.ttf, licence: OFL}}\nfont: few.ttf\n", "c", lambda name: FILES[name.value]
    )
    assert [font.path.value for font in settings.fonts] == ["face.ttf", "few.ttf"]


@pytest.mark.parametrize(
    ("written", "rule", "column", "message"),
    [
        ("{file: face.ttf}", "missing-key", 19, "the typeface has no 'licence'"),
        ("{file: few.ttf, licence: OFL}", "bad-font", 26, "the font 'few.ttf' has no 'c', which words need"),
        ("{file: shut.ttf, licence: OFL}", "bad-font", 26, "may not be embedded"),
        ("{file: hurt.ttf, licence: OFL}", "bad-font", 26, "is damaged in its table glyf"),
        ("{file: logo.svg, licence: OFL}", "bad-font", 26, "is no TTF, OTF or TTC"),
        ("{file: ../face.ttf, licence: OFL}", "wrong-type", 26, "expected the name of a TTF or OTF file"),
        ("{file: face.ttf, licence: OFL, size: 3}", "unknown-key", 50, "unknown key 'size' in the typeface"),
    ],
)
def test_what_no_typeface_can_be_is_told(written, rule, column, message):
    ((found, place, said),) = told(f"{{typeface: {written}}}")
    assert (found, place) == (rule, column)
    assert message in said


def test_a_colour_replaces_the_theme_s_of_its_name():
    assert brand(f"{{colors: {{blue: {GOOD}}}}}").palette("dark") == (("blue", "#4dc3ff"),)
    both = brand('{colors: {blue: {dark: "#4dc3ff", light: "#0b6ca5"}}}')
    assert (both.palette("dark"), both.palette("light")) == ((("blue", "#4dc3ff"),), (("blue", "#0b6ca5"),))


def test_what_cannot_be_read_is_told_with_the_nearest_that_can():
    ((rule, column, message),) = told('{colors: {blue: {dark: "#0b3d91"}}}')
    assert (rule, column) == ("faint-colour", 32)
    assert "contrast of 1.6 on dark, expected 4.5 or more" in message


def test_what_is_taken_for_another_is_told_for_whom():
    ((rule, _, message),) = told('{colors: {red: "#5fe59b"}}')
    assert (rule, "is taken for green on dark" in message) == ("alike-colours", True)
    two = told('{colors: {red: "#5fd0e5", blue: "#5fd0e5"}}')
    assert [rule for rule, *_ in two] == ["alike-colours"] * 2


def test_a_colour_that_no_film_of_the_course_would_show_is_told():
    ((rule, _, message),) = told('{colors: {blue: "#0b6ca5"}}')
    assert (rule, message) == ("other-theme", "#0b6ca5 is for the light theme alone, and the course's theme is dark")
    with pytest.raises(Faulty) as raised:
        brand('{colors: {blue: "#0b6ca5"}}')
    (written,) = re.findall(r"write (blue: {.*}), or", raised.value.faults[0].hint)
    assert [name for name, _ in brand(f"{{colors: {{{written}}}}}").palette("dark")] == ["blue"]
    assert brand('{colors: {blue: "#0b6ca5"}}', "theme: light\n").palette("light") == (("blue", "#0b6ca5"),)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("{colors: {bleu: '#4dc3ff'}}", "unknown-word"),
        ("{colors: {blue: sky}}", "not-a-colour"),
        ("{colors: {blue: '#4dc'}}", "not-a-colour"),
        ("{colors: {blue: {night: '#4dc3ff'}}}", "unknown-key"),
        ("{font: x}", "unknown-key"),
    ],
)
def test_other_faults(text, rule):
    assert [found for found, *_ in told(text)] == [rule]


def test_a_colour_without_quotes_is_told_to_be_a_comment():
    with pytest.raises(Faulty) as raised:
        brand("\n  colors:\n    blue: #4dc3ff")
    (fault,) = raised.value.faults
    assert (fault.rule, "# begins a comment" in fault.hint) == ("missing-value", True)
