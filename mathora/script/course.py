"""`course.yaml` to a course's settings, or to all of its faults.

Owns: the table of a course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from mathora.lesson import CourseSettings, Fault, Faulty, LanguageName, Prose, Text, ThemeName, VoiceName, Words
from mathora.script.brand import brand, other_theme
from mathora.script.fields import Field, Gathering, fields, mapping, named, one_of, refuse, several, text, whole
from mathora.script.glyphs import undrawable
from mathora.script.nodes import YamlNode, compose
from mathora.script.pictures import Pictures, no_pictures
from mathora.script.reader import FASTEST, SLOWEST, pronunciations

ADDRESS = re.compile(r'https?://[^\s<>"]{3,300}')
MOST_LESSONS = 300
MOST_ADDRESSES = 20


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
    Field("addresses", several(_address, "addresses", most=MOST_ADDRESSES)),
    Field("language", one_of(get_args(LanguageName))),
    Field("theme", one_of(get_args(ThemeName))),
    Field("voice", one_of(get_args(VoiceName))),
    Field("words_per_minute", whole(SLOWEST, FASTEST)),
    Field("pronounce", pronunciations),
)


def read_course(source: str, file: str, pictures: Pictures = no_pictures) -> CourseSettings:
    """The settings that `source` is; `pictures` gives the bytes of a logo. Raises `Faulty` with all of its faults."""
    if not any(line.strip() and not line.lstrip().startswith("#") for line in source.splitlines()):
        return CourseSettings()
    settings = CourseSettings(**fields(compose(source, file), course_table(pictures), "the course"))
    if faults := [*other_theme(settings.brand, settings.theme or "dark"), *_order_faults(settings)]:
        raise Faulty(faults)
    return settings


def _order_faults(settings: CourseSettings) -> Iterator[Fault]:
    """Lessons that stand twice, before what they need, or need themselves."""
    places: dict[str, int] = {}
    for name in settings.order:
        if name.value in places:
            message = f"'{name.value}' stands in the order twice"
            yield Fault(name.place, "repeated-lesson", message, "leave one of them out", len(name.value))
        places.setdefault(name.value, len(places))
    for lesson, before in settings.prerequisites:
        for one in before:
            if places.get(one.value, -1) > places.get(lesson.value, len(places)):
                message = f"'{one.value}' is needed by '{lesson.value}', and stands behind it in the order"
                yield Fault(one.place, "late-prerequisite", message, "put it before", len(one.value))
    try:
        needed = {lesson.value: [one.value for one in before] for lesson, before in settings.prerequisites}
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        circle = error.args[1]
        at = next(lesson for lesson, _ in settings.prerequisites if lesson.value in circle)
        message = f"each of these needs the one before it, in a circle: {', '.join(circle)}"
        yield Fault(at.place, "circle", message, "take one of them out", len(at.value))
