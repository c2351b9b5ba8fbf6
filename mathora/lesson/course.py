"""What a course says for all of its lessons: `course.yaml`.

Law: everything is optional, and a lesson's own word counts first.
"""

from __future__ import annotations

from typing import Any

from mathora.lesson.source import Text
from mathora.lesson.values import FontValue, Part
from mathora.lesson.vocabulary import (
    PLAIN,
    AspectName,
    Brand,
    LanguageName,
    LogBase,
    ModelSource,
    MusicBed,
    Pronunciation,
    ThemeName,
    VoiceName,
)


class CourseSettings(Part):
    """A course. `order` names its lessons in the order in which they are learnt, `prerequisites` for a lesson those
    that come before it; `addresses` are where it is published; `others` are
    fonts that have what those that come along lack.
    What is left out is None or empty.
    """

    title: Text | None = None
    author: Text | None = None
    licence: Text | None = None
    order: tuple[Text, ...] = ()
    prerequisites: tuple[tuple[Text, tuple[Text, ...]], ...] = ()
    addresses: tuple[Text, ...] = ()
    brand: Brand = PLAIN
    others: tuple[FontValue, ...] = ()
    language: LanguageName | None = None
    theme: ThemeName | None = None
    aspects: tuple[AspectName, ...] = ()
    log: LogBase | None = None
    voice: VoiceName | None = None
    words_per_minute: int | None = None
    pronounce: tuple[Pronunciation, ...] = ()
    music: MusicBed | None = None

    @property
    def fonts(self) -> tuple[FontValue, ...]:
        """All that it brings: its brand's typeface first, if it has one."""
        return (*((self.brand.typeface.font,) if self.brand.typeface else ()), *self.others)

    @property
    def named(self) -> tuple[Text, ...]:
        """The lessons that it names."""
        return (*self.order, *(name for lesson, before in self.prerequisites for name in (lesson, *before)))

    def completed(self, values: dict[str, Any]) -> dict[str, Any]:
        """A lesson's values, with the course's where the lesson says nothing."""
        shared = ("language", "theme", "aspects", "log", "voice", "words_per_minute", "music")
        own = {name: getattr(self, name) for name in shared}
        own |= {name: str(getattr(self, name) or "") for name in ("author", "licence")}
        spelt = {rule.word.value: rule for rule in (*self.pronounce, *values.get("pronounce", ()))}
        told = tuple(address.value for address in self.addresses)
        said = {name: value for name, value in own.items() if value} | values
        given: dict[str, Any] = {"brand": self.brand, "fonts": self.fonts, "addresses": told}
        if log := said.pop("log", None):
            given["model"] = said.get("model", ModelSource()).with_log(log)
        return said | {"pronounce": tuple(spelt.values())} | given
