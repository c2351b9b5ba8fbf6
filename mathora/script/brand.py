"""A course's brand: its logo, its typeface, and colours of its own that can be read and told from others.

Owns: `brand`, the reader of `brand:` in `course.yaml`.

Laws:
- A colour belongs to a theme, and replaces the theme's colour of one name. It is held against `lesson.palette`: as text
  on the theme's grounds, and against every other colour of the theme, for each way of seeing colours.
- A logo is a picture like any other: bounded, and nothing of it is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import get_args

from mathora.lesson import Brand, ColourName, Fault, Faulty, Logo, OwnColour, Text, ThemeName, refuse
from mathora.lesson.palette import (
    FOREGROUNDS,
    GROUNDS,
    PALETTES,
    TEXT_CONTRAST,
    contrast,
    fits,
    likeness,
    nearest_fit,
    readable,
)
from mathora.script.fields import Field, Gathering, Reader, expected, fields, mapping, named, text
from mathora.script.fonts import typeface
from mathora.script.nodes import MapNode, ScalarNode, YamlNode
from mathora.script.pictures import Pictures, picture_of

HEX = re.compile(r"#[0-9a-fA-F]{6}")
THEMES: tuple[ThemeName, ...] = get_args(ThemeName)
NAMES: tuple[ColourName, ...] = get_args(ColourName)
FORM = 'a colour such as "#1b5bbf", in quotes'
Written = tuple[ThemeName, ColourName, Text]


def brand(node: YamlNode, pictures: Pictures) -> Brand:
    """A brand; `pictures` gives the bytes of a logo, and of a font."""
    logo = Field("logo", partial(_logos, pictures=pictures), name="logos")
    words = Field("typeface", partial(typeface, fonts=pictures))
    return Brand(**fields(node, (logo, Field("colors", _colours, name="colours"), words), "the brand"))


def _logos(node: YamlNode, pictures: Pictures) -> tuple[Logo, ...]:
    """A picture for both themes, or one for each."""
    read = {theme: Field(theme, text) for theme in THEMES}
    named_by = fields(node, tuple(read.values()), "the logo") if isinstance(node, MapNode) else None
    files: dict[ThemeName, Text] = {}
    for theme in THEMES:
        if named_by is None:
            files[theme] = text(node)
        elif theme in named_by:
            files[theme] = named_by[theme]
    return tuple(Logo(theme=theme, picture=picture_of(name, pictures(name))) for theme, name in files.items())


def _colours(node: YamlNode) -> tuple[OwnColour, ...]:
    """Colours by the names of those that they replace: `{blue: "#1b5bbf"}`, or for each theme its own."""
    entries = mapping(node, 'colours of your own, such as {blue: "#67a2e6"} or {blue: {dark: …, light: …}}').entries
    gathering = Gathering()
    found: list[Written] = []
    for name, value in entries:
        if name.value not in NAMES:
            message = f"there is no colour '{name.value}', expected one of {', '.join(NAMES)}"
            hint = "name the colour of the theme that yours replaces"
            gathering.faults.append(name.fault("unknown-word", message, hint))
            continue
        found += gathering.take(named, name.value, _reader(name.value), value) or ()
    gathering.close()
    if faults := [*_unfit(found)]:
        raise Faulty(faults)
    return tuple(OwnColour(theme=theme, name=name, colour=written) for theme, name, written in found)


def _reader(name: ColourName) -> Reader[list[Written]]:
    """A reader of one colour: for the theme on whose grounds it can be read, or for each theme one."""

    def read(node: YamlNode) -> list[Written]:
        if isinstance(node, MapNode):
            written = fields(node, tuple(Field(theme, _hex) for theme in THEMES), f"the colour {name}")
            return [(theme, name, written[theme]) for theme in THEMES if theme in written]
        one = _hex(node)
        fit = [theme for theme in THEMES if readable(one.value, theme)]
        return [(theme, name, one) for theme in fit or THEMES]  # what can be read on neither is told for both

    return read


def _hex(node: YamlNode) -> Text:
    if isinstance(node, ScalarNode) and node.missing:
        expected(node, FORM, f"write {FORM}: without quotes, # begins a comment")
    written = text(node)
    if not HEX.fullmatch(written.value):
        refuse(written, "not-a-colour", f"found '{written.value}', expected {FORM}", f"write {FORM}")
    return written


def _seen_beside(theme: ThemeName, own: Mapping[str, str]) -> dict[str, str]:
    """All colours of a theme with a brand's own, by name."""
    return {"the text's colour": FOREGROUNDS[theme], **{str(name): it for name, it in PALETTES[theme].items()}, **own}


def _unfit(found: list[Written]) -> Iterator[Fault]:
    """What cannot be read, and what is too like another colour of its theme."""
    for theme in THEMES:
        every = _seen_beside(theme, {name: written.value for of, name, written in found if of == theme})
        for of, name, written in found:
            others = {key: value for key, value in every.items() if key != name}
            if of == theme and not fits(written.value, theme, others):
                yield _too_like(written, theme, others)


def _too_like(written: Text, theme: ThemeName, others: Mapping[str, str]) -> Fault:
    colour, near = written.value, likeness(written.value, others)
    fit = nearest_fit(colour, theme, others)
    hint = f'the nearest that fits is "{fit}"' if fit else "take a colour of another hue"
    if readable(colour, theme):
        message = f"seen {near.seeing}, {colour} is taken for {near.name} on {theme}"
        hint += f", or give {near.name} a colour of yours, too"
        return Fault(written.place, "alike-colours", message, hint, len(colour))
    least = min(contrast(colour, ground) for ground in GROUNDS[theme])
    message = f"text in {colour} has a contrast of {least:.1f} on {theme}, expected {TEXT_CONTRAST} or more"
    return Fault(written.place, "faint-colour", message, hint, len(colour))


def other_theme(brand: Brand, theme: ThemeName) -> list[Fault]:
    """Colours that the course's films would not show: they can be read, or are given, for the other theme alone."""
    shown = {str(name): colour for name, colour in brand.palette(theme)}
    every = _seen_beside(theme, shown)

    def near(one: OwnColour) -> str:
        others = {name: colour for name, colour in every.items() if name != one.name}
        return nearest_fit(one.colour.value, theme, others) or "…"

    return [
        one.colour.fault(
            "other-theme",
            f"{one.colour} is for the {one.theme} theme alone, and the course's theme is {theme}",
            f'write {one.name}: {{{theme}: "{near(one)}", {one.theme}: "{one.colour}"}}, or theme: {one.theme}',
        )
        for one in brand.colours
        if one.name not in shown
    ]
