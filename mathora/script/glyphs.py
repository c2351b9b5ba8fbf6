"""Which characters the text font that comes along can draw: Latin with its accents, Greek, Cyrillic.

Owns: `undrawable`, the fault of a text on a picture that has other characters, `undrawable_in`, those of a section, and
`unprintable`, those of what stands in the handout alone. A course may name fonts that have others.

Law: the table is that of the font's own characters (a test compares them); what is only read on a screen
(captions, page, deck) is not held against it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from mathora.lesson import (
    Argument,
    CheckedNumber,
    Confusion,
    Fault,
    FontValue,
    Lesson,
    ListValue,
    Maths,
    Prose,
    Question,
    Section,
    Shown,
    Text,
    Value,
    Words,
)

RANGES = """
    20-7E A0-17E 180 18F 192-193 1A0-1A1 1AF-1B0 1C2 1CD-1DC 1E2-1E3 1E6-1E7 1EA-1EB 1F4-1F5 1F8-1F9 1FC-1FD 218-21B
    237 243 250-25C 25E-268 26A 26C-276 278-27B 27D-27E 280-284 288-292 294-295 298-299 29C-29D 29F 2A1-2A2 2B0
    2B2-2B3 2B7-2B9 2BB-2BC 2BE-2BF 2C1 2C6-2CC 2D0-2D1 2D8-2DE 2E0-2E3 300-30C 30F 311-313 318-320 323-32A 32C
    32E-331 334 339-33D 342 345 361 374-375 37A 37E 384-38A 38C 38E-3A1 3A3-3CE 3D0-3D1 3D5 3D7 3D9 3DB 3DD 3E1
    400-45F 462-463 472-475 490-493 496-49B 4A0-4A3 4AA-4AB 4AE-4B3 4B6-4B7 4BA-4BB 4C0-4C2 4CF-4D1 4D4-4D9 4E2-4E3
    4E6-4E9 4EE-4EF 4F2-4F3 1D43 1D47-1D49 1D4D 1D4F-1D50 1D52 1D56-1D58 1D5B 1D9C 1DA0 1DBB 1E06-1E07 1E0C-1E0F
    1E16-1E17 1E20-1E21 1E24-1E25 1E2A-1E2B 1E32-1E3B 1E3E-1E49 1E52-1E53 1E58-1E63 1E6C-1E6F 1E80-1E85 1E8E-1E8F
    1E92-1E97 1E9E 1EA0-1EF9 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D 1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4
    1FB6-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF 1FF2-1FF4 1FF6-1FFE 2007 2012-2016 2018-201A 201C-201E 2020-2022 2026
    202F-2030 2032-2033 2035 2039-203A 203C-203F 2044 2047-2049 2070-2071 2074-2079 207D-2089 208D-208E 2094 20A1
    20A4 20A6-20A7 20A9 20AB-20AC 20AE 20B1-20B2 20B4-20B5 20B8-20BA 20BD 2113 2116-2117 2120 2122 2126 212E
    2150-215E 2189 2190-2193 2202 2206 220F 2211-2212 2215 2219-221A 221E 222B 2248 2260 2264-2265 231C-231F 25A0
    25B2-25B3 25B6-25B7 25BC-25BD 25C0-25C1 25C6 25C9-25CA 25CC 2610-2611 266A 2713 2752 27E6-27E7 2E22-2E25
    2E3A-2E3B FB00-FB04 FEFF 1F16A-1F16B
"""
"""Of Source Sans Pro, in hexadecimal."""

FONTS = {
    **dict.fromkeys(("HIRAGANA", "KATAKANA"), "NotoSansCJKjp-Regular.otf"),
    **dict.fromkeys(("CJK", "FULLWIDTH"), "NotoSansCJKsc-Regular.otf"),
    "COMBINING": "NotoSans-Regular.ttf",
    **dict.fromkeys(("LATIN", "GREEK", "CYRILLIC"), "NotoSans-Regular.ttf"),
    "MATHEMATICAL": "NotoSansMath-Regular.ttf",
    "HANGUL": "NotoSansCJKkr-Regular.otf",
    "ARABIC-INDIC": "NotoSansArabic-Regular.ttf",
}
"""Scripts whose font is not named after them."""

SYMBOLS, PICTOGRAMS = "NotoSansSymbols2-Regular.ttf", "NotoEmoji-Regular.ttf"
FIRST_PICTOGRAM = 0x1F300
WORDS_IN_TEX = re.compile(r"\\(?:text|mathrm|operatorname)\{([^{}]*)\}")

_ENDS = tuple(chain.from_iterable(
    (int(first, 16), int(last or first, 16) + 1)
    for first, _, last in (one.partition("-") for one in RANGES.split())
))  # fmt: skip


def has_glyph(character: str) -> bool:
    """Whether the font has it; blanks and marks that only join or part letters need no glyph."""
    needs_none = character.isspace() or unicodedata.category(character) == "Cf"
    return needs_none or bisect_right(_ENDS, ord(character)) % 2 == 1


def undrawable(text: Prose | Text, fonts: Sequence[FontValue]) -> Iterator[Fault]:
    """A fault at the first character that the font lacks, and the course's too, if there is any; of a formula (`Text`),
    in its words.
    """
    runs = _in_tex(text) if isinstance(text, Text) else chain.from_iterable(map(_in_piece, text.pieces))
    for run in runs:
        for at, character in enumerate(run.value):
            if not has_glyph(character) and not any(font.has(character) for font in fonts):
                yield _told(run, at, fonts)
                return


def unprintable(lesson: Lesson) -> Iterator[Fault]:
    """The first letter of what is said, or of the summary, for which the handout has no font; signs are left out."""
    told = (lesson.summary, *(step.say for section in lesson.sections for step in section.steps))
    for run in (run for one in told if one for piece in one.pieces for run in _in_piece(piece)):
        for at, character in enumerate(run.value):
            letter = unicodedata.category(character)[0] in "LM"
            if letter and not has_glyph(character) and not any(font.has(character) for font in lesson.fonts):
                yield _told(run, at, lesson.fonts, "in the handout, slides.pdf")
                return


def undrawable_in(section: Section, fonts: Sequence[FontValue]) -> Iterator[Fault]:
    """The faults of all that a section draws."""
    drawn: list[Prose | Text] = [section.title]
    for scene in section.scenes:
        drawn += _texts(scene.arguments)
    for act in (act for step in section.steps for act in step.acts):
        drawn += [*_texts(act.arguments), *(shown.tex for shown in act.show)]
    return chain.from_iterable(undrawable(text, fonts) for text in drawn)


def _texts(arguments: Iterable[Argument]) -> Iterator[Prose | Text]:
    return chain.from_iterable(_in_value(one.value) for one in arguments)


def _in_value(value: Value) -> Iterator[Prose | Text]:
    """The texts and formulas of a value."""
    match value:
        case Prose():
            yield value
        case Shown(tex=tex):
            yield tex
        case ListValue(items=items):
            for item in items:
                yield from _in_value(item)
        case Question(ask=ask, options=options):
            yield ask
            for option in options:
                yield from (option.text, option.why)
        case Confusion(myth=myth, fact=fact, wrong=wrong, right=right):
            yield from (myth, fact)
            yield from (shown.tex for shown in (wrong, right) if shown)


def _in_piece(piece: Words | Maths | CheckedNumber) -> Iterator[Text]:
    match piece:
        case Words(text=text):
            yield text
        case Maths(tex=tex):
            yield from _in_tex(tex)


def _in_tex(tex: Text) -> Iterator[Text]:
    return (tex.cut(*found.span(1)) for found in WORDS_IN_TEX.finditer(tex.value))


def _told(text: Text, at: int, fonts: Sequence[FontValue], where: str = "on a picture") -> Fault:
    script = unicodedata.name(text.value[at], "unknown").split()[0]
    letter = unicodedata.category(text.value[at])[0] in "LM"
    signs = SYMBOLS if ord(text.value[at]) < FIRST_PICTOGRAM else PICTOGRAMS
    font = FONTS.get(script, f"NotoSans{script.capitalize()}-Regular.ttf") if letter else signs
    kind = "marks" if script == "COMBINING" else "letters"
    said = script if script == "CJK" else script.capitalize()
    what = f"{said} {kind}" if letter else f"this sign (U+{ord(text.value[at]):04X})"
    whose = f"the course's font ({fonts[0].path}) has" if len(fonts) == 1 else "the course's fonts have"
    whose = whose if fonts else "the fonts that come along have"
    message = f"{whose} no glyphs for {what}, and this text stands {where}"
    named = f"[{', '.join([*(f'{one.path}' for one in fonts), font])}]" if fonts else font
    hint = f"put a font that has them into the course's folder, and name it in course.yaml, as in 'font: {named}'"
    if unicodedata.category(text.value[at]) in {"Co", "Cn"}:
        hint = "delete it: it means nothing but where a program made it"
    return Fault(text.at(at), "glyph-missing", message, hint)
