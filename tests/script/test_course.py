"""`course.yaml`: everything is optional, a lesson's own word counts first, and faults stand where they are written."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from mathora.lesson import CourseSettings, Faulty
from mathora.script import read_course, read_script, read_signature
from mathora.script.fonts import IN_WORDS
from tests.letters import box_font

SCENE = '''
class Cards(LessonScene):
    """Cards."""

    @action("A card.")
    def turn(self, step: StepView) -> None: ...
'''
LESSON = """\
id: cards
title: Cards
course: {track: T, unit: U, number: 1, level: Easy, minutes: 3}
%s
sections:
  - {id: one, title: One, scene: Cards, steps: [{do: turn, say: a}]}
"""
COURSE = """\
title: Maths for all
author: A. Teacher
licence: CC BY 4.0
order: [derivative, cards]
prerequisites: {cards: [derivative]}
addresses: [https://example.org/maths]
language: de
theme: light
voice: none
words_per_minute: 120
pronounce: {Euler: oiler, Gauss: gowss}
music: {file: music/calm.mp3, by: C. Composer, licence: CC BY 4.0}
"""


def lesson(own="", course=COURSE):
    scenes = {"Cards": read_signature(SCENE, "cards.py")}
    return read_script(LESSON % own, "cards.yaml", scenes, course=read_course(course, "course.yaml"))


def lesson_of_track(track: str):
    scenes = {"Cards": read_signature(SCENE, "cards.py")}
    return read_script(LESSON.replace("track: T", f"track: {track}") % "", "cards.yaml", scenes)


def test_an_empty_course_says_nothing():
    assert read_course("{}", "course.yaml") == CourseSettings()


def test_a_lesson_has_what_its_course_says():
    found = lesson()
    assert (found.language, found.theme, found.voice, found.words_per_minute) == ("de", "light", "none", 120)
    assert (found.author, found.licence) == ("A. Teacher", "CC BY 4.0")
    assert [rule.word.value for rule in found.pronounce] == ["Euler", "Gauss"]


def test_a_lesson_has_its_course_s_music_or_its_own_or_none():
    assert lesson().music.credit == "C. Composer, CC BY 4.0"
    assert lesson("music: {file: other.ogg, licence: CC0}").music.credit == "CC0"
    assert lesson("music: none").music is None


@pytest.mark.parametrize(
    ("own", "of_course", "meant"),
    [
        ("", "log: 10", r"\log_{10} x"),
        ("log: e", "log: 10", r"\ln x"),
        ("log: 2", "{}", r"\log_{2} x"),
        ("model: {'\\log(t)': '\\log_3 t'}", "log: 10", r"\log_3 t"),
    ],
)
def test_a_logarithm_without_a_base_has_the_one_that_is_said_nearest(own, of_course, meant):
    (declared,) = lesson(own, of_course).model.declarations
    assert (declared.head.value[:4], declared.body.value) == ("\\log", meant)


def test_the_shapes_of_films_are_said_by_the_lesson_else_by_its_course():
    assert lesson().aspects == ("16:9",)
    assert lesson(course="aspect: [16:9, 1:1]").aspects == ("16:9", "1:1")
    assert lesson("aspect: 9:16", "aspect: [16:9, 1:1]").aspects == ("9:16",)
    with pytest.raises(Faulty, match="expected one of 16:9, 9:16, 1:1"):
        lesson("aspect: 9x16")


def test_its_own_word_counts_first():
    found = lesson("theme: dark\nlanguage: en\npronounce: {Euler: yuler}")
    assert (found.theme, found.language, found.voice) == ("dark", "en", "none")
    assert {rule.word.value: rule.said.value for rule in found.pronounce} == {"Euler": "yuler", "Gauss": "gowss"}


@pytest.mark.parametrize(
    ("text", "rule", "column"),
    [
        ("theme: pink", "unknown-word", 8),
        ("addresses: ['javascript:alert(1)']", "not-an-address", 14),
        ("music: {file: calm.mp3}", "missing-key", 8),
        ("music: {file: ../calm.mp3, licence: CC0}", "wrong-type", 15),
        ("music: calm.mp3", "wrong-type", 8),
        ("authr: x", "unknown-key", 1),
        ("order: derivative", "wrong-type", 8),
        ("author: 山田", "glyph-missing", 9),
    ],
)
def test_faults_stand_where_they_are_written(text, rule, column):
    with pytest.raises(Faulty) as raised:
        read_course(text, "course.yaml")
    assert [(fault.rule, fault.place.file, fault.place.column) for fault in raised.value.faults] == [
        (rule, "course.yaml", column)
    ]


def test_an_address_alone_is_shown_in_brackets():
    with pytest.raises(Faulty) as raised:
        read_course("addresses: https://example.org/a?b=1#c", "course.yaml")
    assert raised.value.faults[0].hint.endswith("or write [https://example.org/a?b=1#c]")


def test_the_guide_s_course_holds():
    guide = (Path(__file__).resolve().parents[2] / "docs" / "courses-and-voices.md").read_text()
    (block,) = re.findall(r"^```yaml course\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><rect width="2" height="1"/></svg>'
    font = box_font(f"א{IN_WORDS}")
    settings = read_course(block, "course.yaml", lambda name: font if name.value.startswith("fonts/") else logo)
    assert [name.value for name in settings.order] == ["the-derivative", "the-integral"]
    unsaid = [field.name for field in fields(CourseSettings) if getattr(settings, field.name) == field.default]
    assert unsaid == []


@pytest.mark.parametrize(
    ("source", "rule"),
    [
        ("order: [cards, derivative, cards]\n", "repeated"),
        ("aspect: [16:9, 16:9]\n", "repeated"),
        ("order: [cards, derivative]\nprerequisites: {cards: [derivative], derivative: [cards]}\n", "circle"),
        ("order: [cards, derivative]\nprerequisites: {cards: [derivative]}\n", "late-prerequisite"),
        ("prerequisites: {cards: [cards]}\n", "circle"),
        ("prerequisites: {cards: [derivative], derivative: [cards]}\n", "circle"),
    ],
)
def test_an_order_in_which_no_one_can_learn_is_told(source, rule):
    with pytest.raises(Faulty) as told:
        read_course(source, "course.yaml")
    assert [fault.rule for fault in told.value.faults] == [rule]
    assert all(fault.hint for fault in told.value.faults)


@pytest.mark.parametrize("source", ["brand: {colors: {orange: {dark: #ff7f50}}}\n", "brand:\n  colors: {x: #f00}\n"])
def test_a_colour_without_quotes_between_braces_is_told_at_its_sign(source):
    with pytest.raises(Faulty) as told:
        read_course(source, "course.yaml")
    (fault,) = told.value.faults
    assert source.splitlines()[fault.place.line - 1][fault.place.column - 1] == "#"
    assert "closes this" in fault.message


def test_what_has_no_room_on_the_card_is_told():
    with pytest.raises(Faulty, match="author and licence are as wide as 1"):
        read_course(f"author: {'A. Teacher, ' * 10}\nlicence: CC BY 4.0\n", "course.yaml")
    with pytest.raises(Faulty, match="too long for its place"):
        lesson_of_track("T" * 30 + " " + "T" * 30)


@pytest.mark.parametrize("source", ["", "\n", "# nothing yet\n"])
def test_a_course_without_a_word_says_nothing(source):
    assert read_course(source, "course.yaml") == CourseSettings()


@pytest.mark.parametrize("sign", "•–+")
def test_another_sign_for_a_list_s_dash_is_told(sign):
    with pytest.raises(Faulty, match="begins with '-', not with"):
        read_course(f"addresses:\n  - x: 1\n  {sign} y: 2\ntitle: A\n", "course.yaml")


def test_a_bullet_before_a_word_is_told_at_its_line():
    with pytest.raises(Faulty) as told:
        read_course("order:\n  - cards\n  • derivative\ntitle: A\n", "course.yaml")
    assert [(fault.place.line, fault.hint) for fault in told.value.faults] == [(3, "write '- derivative'")]
