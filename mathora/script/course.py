"""`course.yaml` to a course's settings, or to all of its faults.

Owns: the table of a course.
"""

from __future__ import annotations

import re
from typing import get_args

from mathora.lesson import CourseSettings, Faulty, LanguageName, Prose, Text, ThemeName, VoiceName, Words
from mathora.script.brand import brand, other_theme
from mathora.script.fields import Field, Gathering, fields, mapping, named, one_of, refuse, several, text, whole
from mathora.script.glyphs import undrawable
from mathora.script.nodes import YamlNode, compose
from mathora.script.pictures import Pictures, no_pictures
from mathora.script.reader import FASTEST, SLOWEST, pronunciations

ADDRESS = re.compile(r"https?://[^\s<>\"]{3,300}")
MOST_LESSONS = 300


def _lessons(node: YamlNode) -> tuple[Text, ...]:
    return several(text, "lessons", most=MOST_LESSONS)(node)


def _prerequisites(node: YamlNode) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    entries = mapping(node, "lessons and what comes before each, such as {gradient: [derivative]}").entries
    gathering = Gathering()
    found = [(lesson, gathering.take(named, lesson.value, _lessons, value)) for lesson, value in entries]
    gathering.close()
    return tuple((lesson, before) for lesson, before in found if before is not None)


def _on_pictures(node: YamlNode) -> Text:
    """A text that stands on the title card."""
    found = text(node)
    if faults := [*undrawable(Prose(text=found, pieces=(Words(text=found),)))]:
        raise Faulty(faults)
    return found


def _address(node: YamlNode) -> Text:
    found = text(node)
    if not ADDRESS.fullmatch(found.value):
        refuse(
            found, "not-an-address", f"found '{found.value}', expected an address", "write https://example.org/course"
        )
    return found


def course_table(pictures: Pictures) -> tuple[Field, ...]:
    """The keys of a course; `pictures` gives the bytes of a logo."""
    return (*TABLE, Field("brand", lambda node: brand(node, pictures)))


TABLE = (
    Field("title", text),
    Field("author", _on_pictures),
    Field("licence", _on_pictures),
    Field("order", _lessons),
    Field("prerequisites", _prerequisites),
    Field("addresses", several(_address, "addresses", most=20)),
    Field("language", one_of(get_args(LanguageName))),
    Field("theme", one_of(get_args(ThemeName))),
    Field("voice", one_of(get_args(VoiceName))),
    Field("words_per_minute", whole(SLOWEST, FASTEST)),
    Field("pronounce", pronunciations),
)


def read_course(source: str, file: str, pictures: Pictures = no_pictures) -> CourseSettings:
    """The settings that `source` is; `pictures` gives the bytes of a logo. Raises `Faulty` with all of its faults."""
    settings = CourseSettings(**fields(compose(source, file), course_table(pictures), "the course"))
    if faults := other_theme(settings.brand, settings.theme or "dark"):
        raise Faulty(faults)
    return settings
