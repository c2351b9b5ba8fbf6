"""A font that a course brings for scripts which the fonts that come along lack: what its bytes are, and may it be used.

Owns: `font_of`, from a file's bytes to a `FontValue`; `own_font` and `typeface`, the readers of what a course says.

Laws:
- The file's name says nothing: TrueType and OpenType, and collections of them, are known by what stands in them.
- All is bounded before it is read: bytes, tables, ranges of characters. Nothing of the file is run. A library that
  lists each character of each range (fontTools) would fill the memory with a small file whose ranges overlap.

Source of the layout: the OpenType specification, its chapters "Organization of an OpenType font" and "cmap".
"""

from __future__ import annotations

import string
import struct
from collections.abc import Iterator, Mapping
from typing import NoReturn

from mathora.lesson import FontValue, Text, Typeface, refuse
from mathora.lesson.values import LAST_CHARACTER
from mathora.script.fields import Field, expected, fields, scalar, shorten, text
from mathora.script.nodes import YamlNode
from mathora.script.pictures import PATH, Pictures

LARGEST = 32 << 20  # in bytes; one with all of Chinese has about half of that

COLLECTION = b"ttcf"
OPEN_TYPE = (b"\0\1\0\0", b"OTTO", b"true")
WEB_FONTS = (b"wOFF", b"wOF2")
NEEDED = (b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name")
OUTLINES = frozenset({b"glyf", b"CFF ", b"CFF2"})
SUMMED = OUTLINES | set(NEEDED) - {b"head"} | {b"loca", b"post", b"OS/2"}
"""Tables whose checksums are held against their contents; that of `head` is told in another way."""

COLOURED = frozenset({b"COLR", b"CBDT", b"sbix", b"SVG "})
UNICODE_PLATFORMS = (0, 3)
OF_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Platform and encoding of the tables of all characters, the one with most of them first."""

MOST_TABLES = 32  # of characters, in one font; known ones have six or fewer
FAMILY, OWN_NAME = 1, 6  # of a font's names, its family's and its own (PostScript's)
BY_SEGMENTS, BY_GROUPS = 4, 12  # the forms in which fonts list their characters

TAKE = "take a font of plain outlines as a TTF or OTF file, such as NotoSansHebrew-Regular.ttf"


NAMED = "the name of a TTF or OTF file in the course's folder, such as fonts/NotoSansHebrew-Regular.ttf"

IN_WORDS = string.ascii_letters + string.digits + ".,:;?!()'-"  # what a font for all words has at least

USE, RESTRICTED = 8, 0x000F
"""Where the table OS/2 says what a font may be used for, and the bits of it of which at most one is set."""

NOT_TO_BE_EMBEDDED = 0x0002


def own_font(node: YamlNode, fonts: Pictures) -> FontValue:
    """The font in the file that is named; `fonts` gives its bytes."""
    name = text(scalar(node, NAMED))
    if not PATH.fullmatch(name.value):
        expected(node, NAMED)
    return font_of(name, fonts(name))


def typeface(node: YamlNode, fonts: Pictures) -> Typeface:
    """A font for all words, with who made it and its licence; one that lacks letters, or may not be embedded, is a
    fault.
    """
    file = Field("file", lambda one: _for_words(own_font(one, fonts)), name="font", required=True)
    return Typeface(**fields(node, (file, Field("by", text), Field("licence", text, required=True)), "the typeface"))


def _for_words(font: FontValue) -> FontValue:
    if lacking := [one for one in IN_WORDS if not font.has(one)]:
        hint = "take another; one for the letters of another script goes under the key 'font' of the course"
        _refuse(font.path, f"has no '{lacking[0]}', which words need", hint)
    if damaged := _damaged(font.data):
        _refuse(font.path, f"is damaged in its table {damaged}", "download it again")
    begin, end = _tables(font.data).get(b"OS/2", (0, 0))
    if end - begin >= USE + 2:
        (use,) = struct.unpack_from(">H", font.data, begin + USE)
        if use & RESTRICTED == NOT_TO_BE_EMBEDDED:
            _refuse(font.path, "says that it may not be embedded, as pages do", "take one whose licence allows it")
    return font


def _damaged(data: bytes) -> str:
    """The first of the tables that are cut for a page whose checksum is not that of its content; empty if all hold."""
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == COLLECTION else 0
    for index in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, told, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * index)
        content = data[offset : offset + length] + bytes(-length % 4)
        if tag in SUMMED and sum(struct.unpack(f">{len(content) // 4}I", content)) & 0xFFFFFFFF != told:
            return str(tag, "ascii").strip()
    return ""


def font_of(name: Text, data: bytes) -> FontValue:
    """The font in a file's bytes; `name` is where the course names it. Raises `Faulty`."""
    if len(data) > LARGEST:
        _refuse(name, f"has more than {LARGEST >> 20} MB", "take the font of one script alone")
    if data[:4] in WEB_FONTS:
        _refuse(name, "is packed for the web", TAKE)
    if data[:4] not in (*OPEN_TYPE, COLLECTION):
        _refuse(name, "is no TTF, OTF or TTC, whatever its name says", TAKE)
    try:
        tables = _tables(data)
        if lacking := [tag.decode() for tag in NEEDED if tag not in tables]:
            _refuse(name, f"is damaged: it has no table {', '.join(lacking)}", "download it again")
        if COLOURED & set(tables) or not OUTLINES & set(tables):
            _refuse(name, "has coloured signs or pixels, which a film does not draw", TAKE)
        cmap, names = (data[slice(*tables[tag])] for tag in (b"cmap", b"name"))
        if not {FAMILY, OWN_NAME} <= _names(names):
            _refuse(name, "has no name by which it could be found", TAKE)
        drawn = _merged(_ranges(cmap))
    except (struct.error, IndexError):
        _refuse(name, "is damaged, or cut short", "download it again")
    if not drawn:
        _refuse(name, "does not say which characters it has", TAKE)
    return FontValue(path=name, data=data, characters=drawn)


def _refuse(name: Text, what: str, hint: str) -> NoReturn:
    refuse(name, "bad-font", f"the font '{shorten(name.value)}' {what}", hint)


def _tables(data: bytes) -> Mapping[bytes, tuple[int, int]]:
    """Where the tables of the font begin and end, of a collection those of its first, by tag; raises `struct.error`."""
    start = struct.unpack_from(">I", data, 12)[0] if data[:4] == COLLECTION else 0
    tables = {}
    for index in range(struct.unpack_from(">H", data, start + 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * index)
        if offset + length > len(data):
            raise struct.error(tag)
        tables[tag] = (offset, offset + length)
    return tables


def _names(table: bytes) -> set[int]:
    """Which names the font has in Unicode; raises `struct.error`."""
    count = struct.unpack_from(">H", table, 2)[0]
    records = [struct.unpack_from(">HHHHHH", table, 6 + 12 * index) for index in range(count)]
    return {kind for platform, _, _, kind, length, _ in records if platform in UNICODE_PLATFORMS and length}


def _ranges(cmap: bytes) -> Iterator[tuple[int, int]]:
    """The characters that the font has glyphs for, as ranges with both ends; raises `struct.error`."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    if count > MOST_TABLES:
        raise struct.error(count)
    records = [struct.unpack_from(">HHI", cmap, 4 + 8 * index) for index in range(count)]
    places = {(platform, encoding): offset for platform, encoding, offset in records}
    for kind in OF_UNICODE:
        if kind in places:
            table = cmap[places[kind] :]
            form = struct.unpack_from(">H", table)[0]
            if form in (BY_SEGMENTS, BY_GROUPS):
                yield from _segments(table) if form == BY_SEGMENTS else _groups(table)
                return


def _groups(table: bytes) -> Iterator[tuple[int, int]]:
    before = -1
    for index in range(struct.unpack_from(">I", table, 12)[0]):
        first, last, _ = struct.unpack_from(">III", table, 16 + 12 * index)
        if not before < first <= last <= LAST_CHARACTER:  # the specification's order, so that none overlap
            raise struct.error(first)
        yield first, last
        before = last


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    """Each character by itself: within a segment some may have no glyph, which is glyph 0."""
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", table, at) for at in (14, *(16 + 2 * count * part for part in (1, 2, 3)))
    )
    if sum(end - start for start, end in zip(starts, ends, strict=True)) > 1 << 16:  # more than there are: they overlap
        raise struct.error(count)
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            glyph = code
            if offset:  # it counts from its own place, which is in the fourth of the lists
                at = 16 + 2 * (3 * count + index) + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", table, at)[0] if at + 2 <= len(table) else 0
            if (glyph + delta) & 0xFFFF and (glyph or not offset):
                yield code, code


def _merged(ranges: Iterator[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The same characters in as few ranges as can be, ascending."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], last)
        else:
            merged.append((first, last))
    return tuple(merged)
