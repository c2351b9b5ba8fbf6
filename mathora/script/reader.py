"""A script's text to a `Lesson`, or to all of its faults.

Owns: the tables of a lesson and its course; those of sections and steps are in `sections`.

Law: for every string, `read_script` gives a `Lesson` or raises `Faulty`, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from mathora.lesson import (
    AspectName,
    ColourName,
    ColourRule,
    Course,
    CourseSettings,
    Faulty,
    LanguageName,
    Lesson,
    LogBase,
    Pronunciation,
    SceneSignature,
    Text,
    ThemeName,
    VoiceName,
    refuse,
)
from mathora.script.data import Beside
from mathora.script.fields import (
    Field,
    Gathering,
    Reader,
    fields,
    mapping,
    named,
    no_file,
    one_of,
    one_or_several,
    plain_name,
    several,
    shorten,
    text,
    whole,
)
from mathora.script.glyphs import undrawable
from mathora.script.model import model
from mathora.script.music import music
from mathora.script.nodes import YamlNode, compose
from mathora.script.pictures import Pictures
from mathora.script.prose import LONGEST_LESSON_TITLE, LONGEST_ON_CARD, prose, short
from mathora.script.sections import items, refuse_repeated, section_reader

SLOWEST, FASTEST = 40, 400  # words per minute: slower than anyone speaks, faster than anyone reads

MOST_SECTIONS = 500
LONGEST_LEVEL = 30


def _level(node: YamlNode) -> Text:
    found = text(node)
    if len(found.value) > LONGEST_LEVEL:
        message = (
            f"a level of {len(found.value)} characters is too long for its place, expected at most {LONGEST_LEVEL}"
        )
        refuse(found, "long-title", message, "write one or two words, such as Easy")
    return found


COURSE = (
    Field("track", short(prose, LONGEST_ON_CARD), required=True),
    Field("unit", short(prose, LONGEST_ON_CARD), required=True),
    Field("number", whole(0, 9999), required=True),
    Field("level", _level, required=True),
    Field("minutes", whole(1, 999), required=True),
)


def _course(node: YamlNode) -> Course:
    return Course(**fields(node, COURSE, "the course"))


def _colours(node: YamlNode) -> tuple[ColourRule, ...]:
    entries = mapping(node, "colours, such as {w_1: blue}").entries
    read = one_of(get_args(ColourName))
    gathering = Gathering()
    rules = [(symbol, gathering.take(named, symbol.value, read, value)) for symbol, value in entries]
    gathering.close()
    return tuple(ColourRule(symbol=symbol, colour=colour) for symbol, colour in rules if colour)


def pronunciations(node: YamlNode) -> tuple[Pronunciation, ...]:
    """Words, and what a voice says for them."""
    entries = mapping(node, "words and what is said for them, such as {Euler: oiler}").entries
    gathering = Gathering()
    rules = []
    for word, value in entries:
        if not word.value.isalnum():
            hint = "one word of letters and digits, as it stands in the text"
            gathering.faults.append(word.fault("not-a-word", f"'{shorten(word.value)}' is not a word", hint))
        said = gathering.take(named, word.value, text, value)
        if said is not None:
            rules.append(Pronunciation(word=word, said=said))
    gathering.close()
    return tuple(rules)


LESSON = (
    Field("id", plain_name, required=True),
    Field("title", short(prose, LONGEST_LESSON_TITLE), required=True),
    Field("course", _course, required=True),
    Field("summary", prose),
)
SHARED = (
    Field("language", one_of(get_args(LanguageName))),
    Field("theme", one_of(get_args(ThemeName))),
    Field("aspect", one_or_several(one_of(get_args(AspectName)), "shapes", once=True), name="aspects"),
    Field("log", one_of(get_args(LogBase))),
    Field("words_per_minute", whole(SLOWEST, FASTEST)),
    Field("voice", one_of(get_args(VoiceName))),
    Field("pronounce", pronunciations),
    Field("music", music),
)
"""What a lesson says for itself, or a course for all of its lessons."""


ALONE = CourseSettings()  # what a lesson by itself goes by


def lesson_table(section: Reader[Any], beside: Beside = no_file) -> tuple[Field, ...]:
    """The keys of a lesson; `beside` gives the text of a file of data."""
    sections = several(section, "sections", least=1, most=MOST_SECTIONS)
    here = Field("model", lambda node: model(node, beside)), Field("colors", _colours, name="colours")
    return (*LESSON, *here, *SHARED, Field("sections", sections, required=True))


def read_script(  # noqa: PLR0913 - what a script is read with
    source: str,
    file: str,
    catalogue: Mapping[str, SceneSignature],
    beside: Beside = no_file,
    pictures: Pictures = no_file,
    *,
    course: CourseSettings = ALONE,
) -> Lesson:
    """The lesson that `source` is; `file` names it in places, `catalogue` holds the scenes that it may name, `beside`
    gives the text of a file of data that it names, `pictures` the bytes of a picture, `course` says what the lesson
    leaves unsaid.

    Raises `Faulty` with all of its faults.
    """
    document = compose(source, file)
    gathering = Gathering()
    table = lesson_table(section_reader(catalogue, pictures, course.fonts), beside)
    values = gathering.take(fields, document, table, "the lesson")
    refuse_repeated(items(document, "sections"), "section", gathering)
    gathering.close()
    lesson = Lesson(file=file, **course.completed(values or {}))
    named = (lesson.title, lesson.course.track, lesson.course.unit)  # on title cards, and at the head of the handout
    if faults := [fault for text in named for fault in undrawable(text, lesson.fonts)]:
        raise Faulty(faults)
    return lesson
