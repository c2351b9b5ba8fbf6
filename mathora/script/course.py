"""`course.yaml` to a course's settings, or to all of its faults.

Owns: the table of a course.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from graphlib import CycleError, TopologicalSorter

from mathora.lesson import CourseSettings, Fault, Faulty, FontValue, Prose, Text, Words, refuse
from mathora.script.brand import brand, other_theme
from mathora.script.fields import Field, Gathering, fields, mapping, named, no_file, one_or_several, several, text
from mathora.script.fonts import own_font
from mathora.script.glyphs import undrawable
from mathora.script.nodes import YamlNode, compose
from mathora.script.pictures import Pictures
from mathora.script.prose import LONGEST_CREDIT, breadth
from mathora.script.reader import SHARED

ADDRESS = re.compile(r'https?://[^\s<>"]{3,300}')
MOST_LESSONS = 300
MOST_ADDRESSES = 20
MOST_FONTS = 8


def _lessons(node: YamlNode) -> tuple[Text, ...]:
    return several(text, "lessons", most=MOST_LESSONS, once=True)(node)


def _prerequisites(node: YamlNode) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    entries = mapping(node, "lessons and what comes before each, such as {gradient: [derivative]}").entries
    gathering = Gathering()
    found = [(lesson, gathering.take(named, lesson.value, _lessons, value)) for lesson, value in entries]
    gathering.close()
    return tuple((lesson, before) for lesson, before in found if before is not None)


def _fonts(node: YamlNode, fonts: Pictures) -> tuple[FontValue, ...]:
    """One font, or several."""
    return one_or_several(partial(own_font, fonts=fonts), "fonts", most=MOST_FONTS)(node)


def _address(node: YamlNode) -> Text:
    found = text(node)
    if not ADDRESS.fullmatch(found.value):
        refuse(
            found, "not-an-address", f"found '{found.value}', expected an address", "write https://example.org/course"
        )
    return found


def course_table(pictures: Pictures) -> tuple[Field, ...]:
    """The keys of a course; `pictures` gives the bytes of a logo, and of a font."""
    own = Field("font", lambda node: _fonts(node, pictures), name="others")
    return (*TABLE, Field("brand", lambda node: brand(node, pictures)), own)


TABLE = (
    Field("title", text),
    Field("author", text),
    Field("licence", text),
    Field("order", _lessons),
    Field("prerequisites", _prerequisites),
    Field("addresses", several(_address, "addresses", most=MOST_ADDRESSES, once=True)),
    *SHARED,
)


def read_course(source: str, file: str, pictures: Pictures = no_file) -> CourseSettings:
    """The settings that `source` is; `pictures` gives the bytes of a logo, and of a font.

    Raises `Faulty` with all of its faults.
    """
    if not any(line.strip() and not line.lstrip().startswith("#") for line in source.splitlines()):
        return CourseSettings()
    settings = CourseSettings(**fields(compose(source, file), course_table(pictures), "the course"))
    if faults := [
        *_undrawable(settings), *other_theme(settings.brand, settings.theme or "dark"), *_order_faults(settings)
    ]:  # fmt: skip
        raise Faulty(faults)
    return settings


def _undrawable(settings: CourseSettings) -> Iterator[Fault]:
    """What of the texts on the title card no font has, or has no room there."""
    written = [one for one in (settings.author, settings.licence) if one is not None]
    if (wide := sum(breadth(one.value) for one in written)) > LONGEST_CREDIT:
        message = f"author and licence are as wide as {wide} letters, expected at most {LONGEST_CREDIT} in one line"
        yield written[0].fault("long-title", message, "shorten them")
    yield from (
        fault
        for one in written
        for fault in undrawable(Prose(text=one, pieces=(Words(text=one),)), settings.fonts)
    )  # fmt: skip


def _order_faults(settings: CourseSettings) -> Iterator[Fault]:
    """Lessons that stand before what they need, or need themselves."""
    places = {name.value: place for place, name in enumerate(settings.order)}
    circle: list[str] = []
    try:
        needed = {lesson.value: [one.value for one in before] for lesson, before in settings.prerequisites}
        TopologicalSorter(needed).prepare()
    except CycleError as error:
        circle = error.args[1]
        at = next(lesson for lesson, _ in settings.prerequisites if lesson.value in circle)
        message = f"each of these needs the one before it, in a circle: {', '.join(circle)}"
        yield at.fault("circle", message, "take one of them out")
    for lesson, before in settings.prerequisites:
        for one in before:
            late = places.get(one.value, -1) > places.get(lesson.value, len(places))
            if late and not {one.value, lesson.value} <= {*circle}:  # no order fits a circle
                message = f"'{one.value}' is needed by '{lesson.value}', and stands behind it in the order"
                yield one.fault("late-prerequisite", message, "put it before")
