"""A picture that an author brings: what its bytes are, by their content, and whether it may be drawn.

Owns: `picture_of`, from a file's bytes to a `PictureValue`.

Laws:
- The file's name says nothing: PNG, JPEG and SVG are known by what stands in them. Anything else is a fault.
- Size and pixels are bounded before anything is decoded.
- An SVG is shapes alone: no script, no event, no entity, no style sheet, no text (whose font may be missing), and no
  reference but to a part of itself. It is parsed, never run; nothing of it becomes markup. A DOCTYPE that only names
  one, as drawing programs write it, is taken away unread.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NoReturn
from xml.etree import ElementTree as ET

from mathora.lesson import PictureValue, Text, refuse
from mathora.script.fields import shorten

Pictures = Callable[[Text], bytes]
"""Gives the bytes of the picture that a script names, from its course's folder; raises `Faulty` if it may not."""

LARGEST = 8 << 20  # in bytes

MOST_PIXELS = 40_000_000
LONGEST_SIDE = 20_000
MOST_DRAWN_OUT = 100  # times as long one way as the other: across a film it is less than twenty pixels thick
MOST_SHAPES = 20_000
DEEPEST = 64
"""So many groups in each other a drawing program makes at most; each takes room on the stack of what draws it."""

PIECE = 1 << 20  # so many bytes of a picture are unpacked at a time

PART = r"(?![. ])[^\x00-\x1f\x7f/\\:*?\"<>|]+"
PATH = re.compile(f"(?:{PART}/)*{PART}")
"""The name of a file in the course's folder: any that all systems can have, none that is hidden or leads upwards."""

PNG = b"\x89PNG\r\n\x1a\n"
DEPTHS: Mapping[int, tuple[int, ...]] = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
CHANNELS: Mapping[int, int] = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""The bits of a channel, and how many channels, by a PNG's kind of colour (PNG specification, 11.2.1)."""

WITH_ALPHA = (4, 6)
INDEXED, PALETTE, LAST_FILTER = 3, 3 * 256, 4
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The passes of an interlaced PNG: the first pixel across and down, and the steps to the next."""

JPEG = b"\xff\xd8\xff"
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the markers of a JPEG's frame, which has its size

SCAN = 0xDA  # the marker in front of a JPEG's pixels

SVG_NAME = "{http://www.w3.org/2000/svg}"
SEEN = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
SHAPES = frozenset({
    *SEEN, *("svg", "g", "defs", "clipPath", "linearGradient", "radialGradient", "stop", "title", "desc", "metadata"),
})  # fmt: skip
"""What an SVG may be made of."""

DOCTYPE = re.compile(
    rb"""<!DOCTYPE\s+svg(?:\s+(?:PUBLIC\s+(?:"[^"<>\[]*"|'[^'<>\[]*')|SYSTEM)(?:\s+(?:"[^"<>\[]*"|'[^'<>\[]*'))?)?\s*>""",
    re.IGNORECASE,
)
"""One that names a definition, and declares nothing itself."""

NUMBER = r"(?>[+-]?+(?:[0-9]++(?:\.[0-9]*+)?+|\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+)"
SPACE = r"[ \t\r\n\f]*+"
GAP = f"{SPACE},?+{SPACE}"
COMMANDS = {"Mm": 2, "LlTt": 2, "Hh": 1, "Vv": 1, "SsQq": 4, "Cc": 6}
"""How many numbers a command of a path takes, any number of times (SVG 1.1, 8.3.9)."""

DRAWN = "|".join([
    *(f"[{names}]{SPACE}(?:{count * (NUMBER + GAP)})++" for names, count in COMMANDS.items()),
    f"[Aa]{SPACE}(?:{GAP.join([NUMBER, NUMBER, NUMBER, '[01]', '[01]', NUMBER, NUMBER])}{GAP})++",
    f"[Zz]{SPACE}",
])  # fmt: skip
TURNED = f"(?:matrix|translate|scale|rotate|skewX|skewY){SPACE}\\({SPACE}(?:{NUMBER}{GAP}){{1,6}}+\\){GAP}"
MEASURE = f"{SPACE}{NUMBER}(?:px|pt|pc|mm|cm|in|em|ex|%)?+{SPACE}"
WRITTEN: Mapping[str, re.Pattern[str]] = {
    "d": re.compile(f"{SPACE}(?:none{SPACE}|(?:(?=[Mm])(?:{DRAWN})++)?+)"),
    "points": re.compile(f"{SPACE}(?:{NUMBER}{GAP}{NUMBER}{GAP})*+"),
    "viewBox": re.compile(f"{SPACE}(?:{NUMBER}{GAP}){{4}}+"),
    **dict.fromkeys(("transform", "gradientTransform"), re.compile(f"{SPACE}(?:none{SPACE}|(?:{TURNED})*+)")),
    **dict.fromkeys(
        ("x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2"),
        re.compile(f"(?:{SPACE}auto{SPACE}|{MEASURE})"),
    ),
}
"""How the attributes are written that say where something lies; what is written otherwise is drawn in part, or not."""

COLOURED = ("fill", "stroke", "stop-color", "color")
"""The attributes, and the declarations of a `style`, that say a colour."""

COLOUR_NAMES = """
aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod
darkgray darkgreen darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
darkslateblue darkslategray darkturquoise darkviolet deeppink deepskyblue dimgray dodgerblue firebrick
floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow honeydew hotpink
indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
lightgoldenrodyellow lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid
mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue
mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod
palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple red rosybrown
royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray snow
springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
"""
"""Those that are drawn; of `gray` and `grey` it is one each."""

BETWEEN = r"(?:\s*,\s*|\s+)"
BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
SHARE = r"(?:100(?:\.0*)?|\d?\d(?:\.\d*)?)%"
COLOUR = re.compile(
    "|".join(
        [
            r"\#(?:[0-9a-fA-F]{3}){1,2}|none|inherit|current[Cc]olor|url\(\#[^()'\"]+\)(?:\s.*)?",
            *(rf"rgb\(\s*{BETWEEN.join([one] * 3)}\s*\)" for one in (BYTE, SHARE)),
            rf"rgba\(\s*{BETWEEN.join([BYTE] * 3)}{BETWEEN}(?:0?\.\d+|[01](?:\.0*)?)\s*\)",
        ]
    )
)
"""How a colour is written that is drawn; what is written otherwise would be black."""

EXIF, ORIENTATION, LYING = b"Exif\0\0", 0x0112, range(5, 9)
"""How a JPEG says that a camera lay on its side (CIPA DC-008, 4.6.4)."""

APPLICATION = 0xE1  # the marker in front of it

LENGTH = re.compile(rf"\s*\+?((?!-){NUMBER})(?:px)?\s*")


def picture_of(name: Text, data: bytes) -> PictureValue:
    """The picture in a file's bytes; `name` is where the script names it. Raises `Faulty`."""
    if len(data) > LARGEST:
        _refuse(name, f"has more than {LARGEST >> 20} MB", "make it smaller: a film has about two million pixels")
    form: Literal["png", "jpeg", "svg"]
    size: tuple[float, float]
    if data.startswith(PNG):
        form, size = "png", _png_size(name, data)
    elif data.startswith(JPEG):
        form, size = "jpeg", _jpeg_size(name, data)
    elif b"<svg" in data[:4096]:
        data = DOCTYPE.sub(b"", data, count=1)
        form, size = "svg", _svg_size(name, data)
    else:
        _refuse(name, "is no PNG, JPEG or SVG, whatever its name says", "save it as one of these")
    width, height = size
    if not 0 < width <= LONGEST_SIDE or not 0 < height <= LONGEST_SIDE or width * height > MOST_PIXELS:
        _refuse(
            name,
            f"is {width:g} by {height:g} pixels",
            f"make it 1 to {LONGEST_SIDE} pixels wide and high, and at most {MOST_PIXELS // 1_000_000} million in all",
        )
    if max(size) > MOST_DRAWN_OUT * min(size):
        _refuse(
            name,
            f"is {width:g} by {height:g} pixels: a line, of which nothing would be seen",
            f"make it at most {MOST_DRAWN_OUT} times as long one way as the other",
        )
    return PictureValue(path=name, form=form, data=data, width=width, height=height)


def _refuse(name: Text, what: str, hint: str) -> NoReturn:
    refuse(name, "bad-picture", f"the picture '{shorten(name.value)}' {what}", hint)


def _png_size(name: Text, data: bytes) -> tuple[int, int]:
    """From its header, if it is whole: each chunk inside the file, up to the last."""
    at, last, whole, pixels, coloured = len(PNG), b"", True, b"", False
    while at + 12 <= len(data) and last != b"IEND":
        length, last = struct.unpack(">I4s", data[at : at + 8])
        end = at + 8 + length
        whole &= zlib.crc32(data[at + 4 : end]).to_bytes(4, "big") == data[end : end + 4]
        pixels += data[at + 8 : end] if last == b"IDAT" else b""
        coloured |= last == b"PLTE" and not pixels and 0 < length <= PALETTE and not length % 3
        at = end + 4
    if last != b"IEND" or at > len(data) or data[12:16] != b"IHDR":
        _refuse(name, "is a PNG that is cut short", "save it again")
    width, height, depth, colour, *form, laced = struct.unpack(">IIBBBBB", data[16:29])
    drawn = depth in DEPTHS.get(colour, ()) and form == [0, 0] and laced <= 1 and (coloured or colour != INDEXED)
    if width * height <= MOST_PIXELS and max(width, height) <= LONGEST_SIDE:
        rows = [*_rows(width, height, depth * CHANNELS[colour], laced=bool(laced))] if drawn else []
        if not (whole and rows and _holds_rows(pixels, rows)):
            _refuse(name, "is a PNG that is damaged", "save it again")
        if colour in WITH_ALPHA and not laced and _unseen(pixels, height, rows[0][1], depth // 8, CHANNELS[colour]):
            _refuse(name, "is a PNG in which every pixel is transparent", "save it again, with what is to be seen")
    return int(width), int(height)


def _rows(width: int, height: int, bits: int, *, laced: bool) -> Iterator[tuple[int, int]]:
    """How many rows of how many bytes the pixels are, one after the other; `bits` are a pixel's."""
    for left, top, across, down in ADAM7 if laced else ((0, 0, 1, 1),):
        wide, high = (
            max(0, -(-(size - at) // step)) for size, at, step in ((width, left, across), (height, top, down))
        )
        if wide and high:
            yield high, 1 + (wide * bits + 7) // 8


def _holds_rows(packed: bytes, rows: Sequence[tuple[int, int]]) -> bool:
    """Whether the pixels can be unpacked to these rows, each of which begins with the number of a filter; a piece at a
    time: none is large.
    """
    unpacking, piece, at = zlib.decompressobj(), b"", 0

    def unpack() -> bool:
        nonlocal piece, at, packed
        at -= len(piece)
        piece = unpacking.decompress(packed, PIECE)
        packed = unpacking.unconsumed_tail
        return bool(piece)

    try:
        for count, length in rows:
            for _ in range(count):
                while at >= len(piece):
                    if not unpack():
                        return False
                if piece[at] > LAST_FILTER:
                    return False
                at += length
        while at > len(piece):
            if not unpack():
                return False
    except zlib.error:
        return False
    return True


def _unseen(packed: bytes, height: int, row: int, depth: int, channels: int) -> bool:
    """Whether all pixels are transparent; `depth` is in bytes. What a filter leaves of zeros alone is zeros."""
    unpacking = zlib.decompressobj()
    for _ in range(height):
        unpacked = b""
        while len(unpacked) < row:
            unpacked += unpacking.decompress(packed, row - len(unpacked))
            packed = unpacking.unconsumed_tail
        if any(any(unpacked[depth * channels - byte :: depth * channels]) for byte in range(depth)):
            return False
    return True


def _jpeg_size(name: Text, data: bytes) -> tuple[int, int]:
    """From its frame's header, as it is seen: of a camera that lay on its side the other way round."""
    at, size, lies = 2, (0, 0), False
    while at + 9 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004 - a marker begins so
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in FRAMES:
            size = struct.unpack(">HH", data[at + 5 : at + 9])
        elif marker == SCAN and any(size):
            if b"\xff\xd9" in data[-1024:]:
                high, wide = map(int, size)
                return (high, wide) if lies else (wide, high)
            break
        elif marker == APPLICATION:
            lies |= _lies(data[at + 4 : at + 2 + length])
        at += 2 + length
    _refuse(name, "is a JPEG that is cut short", "save it again")


def _lies(segment: bytes) -> bool:
    """Whether a segment says that the camera lay on its side."""
    tiff = segment.removeprefix(EXIF)
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or not segment.startswith(EXIF):
        return False
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        entries = [struct.unpack_from(f"{order}H6xH", tiff, start + 2 + 12 * one) for one in range(count)]
    except struct.error:
        return False
    return any(tag == ORIENTATION and value in LYING for tag, value in entries)


def _svg_size(name: Text, data: bytes) -> tuple[float, float]:
    """From its `viewBox`, else its `width` and `height`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(name, "is an SVG that is not UTF-8", "save it as UTF-8")
    bare = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    if "<!" in bare or re.search(r"<\?(?!xml\s)", text):
        _refuse(name, "is an SVG with an entity, a definition or an instruction", "save it as a plain SVG")
    try:
        root = ET.fromstring(text)  # noqa: S314 - what declares entities is refused above
    except ET.ParseError as error:
        _refuse(name, f"is an SVG that cannot be read: {error}", "save it again")
    if not re.search(r"<svg[\s>]", bare):
        _refuse(name, "is an SVG whose elements have a prefix", "save it as a plain SVG")
    for fault, hint in _svg_faults(root):
        _refuse(name, f"is an SVG with {fault}", hint)
    box = (root.get("viewBox") or "").replace(",", " ").split()
    sides = [LENGTH.fullmatch(root.get(side) or "") for side in ("width", "height")]
    written = box[2:] if len(box) == 4 else [side[1] for side in sides if side]  # noqa: PLR2004 - x, y, width, height
    if len(written) != 2 or not all(LENGTH.fullmatch(one) for one in written):  # noqa: PLR2004 - two sides
        _refuse(name, "is an SVG without a size", "give it a viewBox")
    if not any(str(one.tag).removeprefix(SVG_NAME) in SEEN for one in root.iter()):
        _refuse(name, "is an SVG with nothing in it that is seen", "save it again, with its shapes as paths")
    return float(written[0]), float(written[1])


def _svg_faults(root: ET.Element) -> Iterator[tuple[str, str]]:
    """What a harmless drawing has not, and how to mend it."""
    if root.tag != f"{SVG_NAME}svg":
        yield "another root", "save it as a plain SVG"
    level = [root]
    for _ in range(DEEPEST):
        level = [child for one in level for child in one]
    if level:
        yield f"groups in groups, more than {DEEPEST} deep", "save it as a PNG"
    for count, element in enumerate(root.iter()):
        if count > MOST_SHAPES:
            yield f"more than {MOST_SHAPES} shapes", "save it as a PNG"
            return
        tag = str(element.tag)
        kind = tag.removeprefix(SVG_NAME)
        if tag.startswith(SVG_NAME) and kind in {"text", "tspan", "textPath"}:
            yield "text", "turn its texts into paths, or save it as a PNG"
        elif tag.startswith(SVG_NAME) and kind not in SHAPES:
            yield f"'{shorten(kind)}', which is no plain shape", "save it as a plain SVG, or as a PNG"
        elif tag.startswith(SVG_NAME):
            yield from _misspelt(element)
        yield from _attribute_faults(element)
        yield from _undrawn_colours(element)
    yield from _lost(root)


def _misspelt(element: ET.Element) -> Iterator[tuple[str, str]]:
    """The attributes of a shape that break off in the midst of what they say."""
    for name, form in WRITTEN.items():
        written = element.get(name)
        begins = form.match(written) if written else None
        if written and (begins is None or begins.end() < len(written)):
            rest = written[begins.end() if begins else 0 :].strip()
            yield f"a broken {name} at '{shorten(rest)}'", "expected numbers there, as SVG has them: save it again"


def _undrawn_colours(element: ET.Element) -> Iterator[tuple[str, str]]:
    """The colours of a shape that would be black."""
    styled = (one.partition(":") for one in (element.get("style") or "").split(";"))
    said = [*((name, element.get(name) or "") for name in COLOURED), *((name.strip(), one) for name, _, one in styled)]
    for name, written in said:
        colour = written.strip()
        if name in COLOURED and colour and not (colour in COLOUR_NAMES.split() or COLOUR.fullmatch(colour)):
            yield f"the {name} '{shorten(colour)}', which is not drawn", "write it as '#rrggbb', or as 'none'"


def _lost(root: ET.Element) -> Iterator[tuple[str, str]]:
    """What a shape refers to that is not there, or a gradient without a colour: it would be black."""
    named = {f"#{one.get('id')}": one for one in root.iter()}
    for element in root.iter():
        for one in re.findall(r"url\((#[^()]*)\)\s*(?=;|$)", ";".join(element.attrib.values())):
            met = [one]  # a gradient may take its colours from another
            while (found := named.get(met[-1])) is not None and (next_one := _href(found)) and next_one not in met:
                met.append(next_one)
            if found is None or ("Gradient" in str(found.tag) and not len(found)):
                yield f"a reference to '{shorten(one)}', where nothing is to be drawn with", "save it again, whole"
            elif "Gradient" in str(found.tag) and found.get("gradientUnits") != "userSpaceOnUse" and _is_flat(element):
                yield (
                    f"'{shorten(one)}' on a line without width or height, which would be black",
                    "draw it as a rectangle",
                )


def _is_flat(element: ET.Element) -> bool:
    """Whether a shape is a level or an upright line: it has no box for a gradient's shares (SVG 1.1, 7.11)."""
    given = element.attrib.get
    if str(element.tag).endswith("}line"):
        return any(given(f"{axis}1", "0").strip() == given(f"{axis}2", "0").strip() for axis in "xy")
    return bool(re.fullmatch(rf"\s*M{SPACE}{NUMBER}{GAP}{NUMBER}{SPACE}[HhVv]{SPACE}{NUMBER}\s*", given("d", "")))


def _href(element: ET.Element) -> str:
    """What an element without children of its own refers to."""
    return "" if len(element) else next((text for key, text in element.attrib.items() if key.endswith("href")), "")


def _attribute_faults(element: ET.Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on"):
            yield f"the event '{shorten(plain)}'", "save it as a plain SVG"
        elif plain == "href" and not value.startswith("#"):
            yield "a reference to another file", "embed what it refers to, or save it as a PNG"
        elif re.search(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", value, re.IGNORECASE):
            yield "a style that refers to another file", "save it as a plain SVG, or as a PNG"
