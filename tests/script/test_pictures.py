"""An author's picture is known by its content, bounded and harmless; any bytes are a value or a fault."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from mathora.cli.course import read_lesson
from mathora.lesson import Faulty, PictureValue, Text
from mathora.plan.digest import digest_of
from mathora.script.pictures import LARGEST, picture_of
from tests.standard_scenes import standard_scenes

GRADIENT = '<linearGradient id="g"><stop offset="0"/></linearGradient>'
NAME = Text.written("knobs.png", "a.yaml", 7, 20)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">{}</svg>'


def encoded(form: str, size=(12, 7), **options) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "red").save(out, form, **options)
    return out.getvalue()


def turned(orientation: int, endian: str = "<") -> bytes:
    """What a camera writes of how it was held."""
    exif = Image.Exif()
    exif.endian = endian
    exif[0x0112] = orientation
    return exif.tobytes()


def told(data: bytes) -> str:
    with pytest.raises(Faulty) as raised:
        picture_of(NAME, data)
    (fault,) = raised.value.faults
    assert (fault.rule, fault.place.line, fault.place.column) == ("bad-picture", 7, 20)
    assert fault.hint
    return fault.message


def png(rows: bytes, *, depth=8, colour=2, laced=0, palette=b"") -> bytes:
    """A PNG of 4 by 3 pixels with these rows, packed."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 3, depth, colour, 0, 0, laced))
    return b"\x89PNG\r\n\x1a\n" + head + palette + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


ROW = bytes(1 + 4 * 3)


def test_a_png_of_whole_rows_is_one():
    assert picture_of(NAME, png(3 * ROW)).width == 4
    laced = [(1, 1), (1, 1), (1, 2), (1, 2), (1, 4)]  # rows and pixels across of the passes that 4 by 3 pixels have
    assert picture_of(NAME, png(b"".join(high * bytes(1 + 3 * wide) for high, wide in laced) + ROW, laced=1)).width == 4


@pytest.mark.parametrize(("colour", "pixel"), [(4, b"\x80\0"), (6, b"\xff\0\0\0")])
@pytest.mark.parametrize("depth", [8, 16])
def test_a_png_without_a_pixel_that_is_seen_is_told(colour, pixel, depth):
    clear = b"\0" + 4 * b"".join(bytes([one]) * (depth // 8) for one in pixel)
    assert "every pixel is transparent" in told(png(3 * clear, colour=colour, depth=depth))
    assert picture_of(NAME, png(2 * clear + clear[:-1] + b"\1", colour=colour, depth=depth)).width == 4


@pytest.mark.parametrize(
    "data",
    [
        png(2 * ROW), png(3 * ROW[:-1]), png(b"\x09" + 3 * ROW), png(2 * ROW, laced=1), png(3 * bytes(5), colour=3),
        png(3 * ROW, depth=7), png(3 * ROW, colour=5), png(3 * ROW, laced=2), png(b""),
    ],
    ids=["a row few", "a byte few", "no filter", "a pass few", "no palette", "depth", "colour", "laced", "empty"],
)  # fmt: skip
def test_a_png_that_is_not_what_it_says_is_damaged(data):
    assert "damaged" in told(data)


def test_a_jpeg_without_pixels_is_cut_short():
    head = b"\xff\xd8\xff\xc0\0\x11\x08\0\x40\0\x40\x03" + bytes(9)
    assert "cut short" in told(head + b"\xff\xd9")


@pytest.mark.parametrize(
    ("data", "form", "size"),
    [
        (encoded("PNG"), "png", (12, 7)),
        (encoded("JPEG"), "jpeg", (12, 7)),
        (encoded("JPEG", exif=turned(3)), "jpeg", (12, 7)),
        (encoded("JPEG", exif=turned(6)), "jpeg", (7, 12)),
        (encoded("JPEG", exif=turned(8, endian=">")), "jpeg", (7, 12)),
        (encoded("JPEG", exif=turned(6)[:20]), "jpeg", (12, 7)),
        (SVG.format('<path d="M0 0 L1 1"/>').encode(), "svg", (40, 30)),
        (SVG.replace('viewBox="0 0 40 30"', 'width="8px" height="9"').format("<circle/>").encode(), "svg", (8, 9)),
    ],
)
def test_it_is_known_by_its_content(data, form, size):
    found = picture_of(NAME, data)
    assert (found.form, (found.width, found.height), found.data) == (form, size, data)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        "<!DOCTYPE svg SYSTEM 'svg11.dtd' >", "<!doctype svg>",
    ],
)  # fmt: skip
def test_a_doctype_that_declares_nothing_is_taken_away_unread(doctype):
    plain = SVG.format('<path d="M0 0 L1 1"/>')
    assert picture_of(NAME, f"{doctype}{plain}".encode()).data == plain.encode()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (encoded("GIF"), "is no PNG, JPEG or SVG"),
        (b"", "is no PNG, JPEG or SVG"),
        (encoded("PNG")[:-20], "a PNG that is cut short"),
        (encoded("PNG")[:45] + b"\0\0" + encoded("PNG")[47:], "a PNG that is damaged"),
        (encoded("PNG", (12, 7)).replace(b"IDAT", b"IDAU"), "a PNG that is damaged"),
        (encoded("JPEG")[:200], "a JPEG that is cut short"),
        (encoded("PNG")[:16] + b"\0\1\0\0\0\1\0\0" + encoded("PNG")[24:], "is 65536 by 65536 pixels"),
        (encoded("PNG") + b"\0" * LARGEST, "has more than 8 MB"),
        (SVG.format("<script>1</script>").encode(), "'script', which is no plain shape"),
        (SVG.format('<rect onclick="1"/>').encode(), "the event 'onclick'"),
        (SVG.format('<image href="file:///etc/passwd"/>').encode(), "'image'"),
        (SVG.format('<path fill="url(http://x/y)"/>').encode(), "a style that refers to another file"),
        (SVG.format('<path style="fill: url( &quot;//x)"/>').encode(), "a style that refers to another file"),
        (SVG.format('<linearGradient href="x.svg#a"/>').encode(), "a reference to another file"),
        (SVG.format("<text>1</text>").encode(), "with text"),
        (SVG.format("<g>" * 70 + "</g>" * 70).encode(), "more than 64 deep"),
        (("<!DOCTYPE svg [<!ENTITY a '&b;'>]>" + SVG.format("&a;")).encode(), "an entity, a definition"),
        (("<!DOCTYPE svg SYSTEM 'a.dtd' [<!ENTITY a 'b'>]>" + SVG.format("&a;")).encode(), "an entity, a definition"),
        (("<!DOC<!DOCTYPE svg>TYPE svg [<!ENTITY a 'b'>]>" + SVG.format("&a;")).encode(), "an entity, a definition"),
        (("<!DOCTYPE svg SYSTEM 'a.dtd'>" + SVG.format("&a;")).encode(), "cannot be read"),
        (SVG.format("<g>").encode(), "cannot be read"),
        (SVG.format("é").encode("latin-1"), "is not UTF-8"),
        (SVG.replace('viewBox="0 0 40 30"', "").format("").encode(), "without a size"),
        (SVG.replace("0 0 40 30", "0 0 1e9 4e8").format("<circle/>").encode(), "is 1e+09 by 4e+08 pixels"),
        *(
            (SVG.format(f"<{shape}/>").encode(), f"a broken {said}'")
            for shape, said in [
                ('path d="M 0 0 L 1 bananas"', "d at 'L 1 bananas"),
                ('path d="L 1 1"', "d at 'L 1 1"),
                ('path d="M 1 1 2"', "d at '2"),
                ('path d="M0 0A5 5 0 2 1 9 9"', "d at 'A5 5 0 2 1 9 9"),
                ('path d="M 0 0 C 1 1 2 2 3"', "d at 'C 1 1 2 2 3"),
                ('path d="M 0 NaN"', "d at 'M 0 NaN"),
                ('polygon points="1,2 3"', "points at '3"),
                ('circle r="inf"', "r at 'inf"),
                ('rect width="10 px" height="3"', "width at 'px"),
                ('g transform="rotate(ninety)"', "transform at 'rotate(ninety)"),
                ('g transform="matrix(1 0 0 1 0 0"', "transform at 'matrix(1 0 0 1 0 0"),
            ]
        ),
        *(
            (SVG.format(f"<rect {said}/>").encode(), f"the {name} '{colour}', which is not drawn")
            for said, name, colour in [
                ('fill="hsl(120, 50%, 50%)"', "fill", "hsl(120, 50%, 50%)"),
                ('stroke="Red"', "stroke", "Red"),
                ('style="stroke-width: 2; fill: #ff000080"', "fill", "#ff000080"),
                ('fill="transparent"', "fill", "transparent"),
                ('fill="rgb(300, 0, 0)"', "fill", "rgb(300, 0, 0)"),
            ]
        ),
        (b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><!-- <svg --></s:svg>', "have a prefix"),
        (SVG.replace("0 0 40 30", "0 0").format("").encode(), "a broken viewBox at '0 0'"),
        (SVG.replace("0 0 40 30", "a b 40 30").format("").encode(), "a broken viewBox at 'a b 40 30'"),
        (SVG.replace("2000/svg", "2000/other").format("").encode(), "another root"),
        (SVG.format("<g><defs/></g>").encode(), "nothing in it that is seen"),
        (SVG.replace("0 0 40 30", "0 0 4000 2").format("<circle/>").encode(), "4000 by 2 pixels: a line"),
    ],
)
def test_what_may_not_be_drawn_is_told_at_its_name(data, said):
    assert said in told(data)


@pytest.mark.parametrize(
    "shape",
    [
        'path d=""', 'path d="m1-1.5.5e-2,3zM0,0h1V2.T3 4 5 6"', 'path d="M0 0a5,5,0,1133 9a5 5 0 01.5.5Z"',
        'path d=" M 1,1 2,2&#10;C 1 1,2 2,3 3 4 4,5 5,6 6 s1 1 2 2Q0 0 1 1"', 'polyline points=" 1,2 3 , 4&#10;5-6"',
        'rect width="50%" height="1e1mm" rx="auto"', 'g transform="translate(1) rotate(-45 , 1,2),scale(.5)"',
        'rect fill="rgb(1, 2, 3)" stroke="rgb(10% 20.5% 100%)"', 'rect style="fill:#f00;stroke:url(#g)"', 'g color=""',
        'rect fill="rgba(1,2,3,.5)" stroke="currentColor"', 'stop stop-color="purple"',
        'g transform=""', 'linearGradient x1="0%" gradientTransform="matrix(1,0,0,1,-2.5,3)"', 'path d="none"',
    ],
)  # fmt: skip
def test_an_svg_is_written_as_programs_write_it(shape):
    assert picture_of(NAME, SVG.format(f"<{shape}/><circle/>{GRADIENT}").encode()).form == "svg"


FILLED = '<rect fill="url(#h)"/>'


@pytest.mark.parametrize(
    "there",
    ['<linearGradient id="h" href="#g"/>', '<radialGradient id="h"><stop/></radialGradient>', '<clipPath id="h"/>'],
)
def test_what_a_shape_refers_to_may_be_written_after_it(there):
    assert picture_of(NAME, SVG.format(FILLED + there + GRADIENT).encode()).form == "svg"


@pytest.mark.parametrize(
    "lacking",
    ["", '<linearGradient id="h"/>', '<linearGradient id="h" href="#i"/>', '<linearGradient id="h" href="#h"/>'],
)
def test_a_shape_whose_colours_are_not_there_is_told(lacking):
    assert "a reference to '#h', where nothing" in told(SVG.format(FILLED + lacking + GRADIENT).encode())
    assert "a reference to '#h'" in told(SVG.format('<rect style="x: 1; stroke: url(#h)"/>' + lacking).encode())


@pytest.mark.parametrize(
    ("line", "black"),
    [
        ('line x1="5" y1="20" x2="95" y2="20"', True),
        ('line x2="95"', True),
        ('path d="M5 20 H95"', True),
        ('path d="M 5,20 v 3"', True),
        ('line x1="5" y1="20" x2="95" y2="21"', False),
        ('path d="M5 20 H95 V3"', False),
    ],
)
def test_a_gradient_needs_a_shape_with_a_box(line, black):
    drawn = SVG.format(f'<{line} stroke="url(#g)"/>{GRADIENT}')
    if black:
        assert "'#g' on a line without width or height, which would be black" in told(drawn.encode())
    else:
        assert picture_of(NAME, drawn.encode()).form == "svg"
    whole = drawn.replace('id="g"', 'id="g" gradientUnits="userSpaceOnUse"')
    assert picture_of(NAME, whole.encode()).form == "svg"


def test_a_shape_may_say_what_it_has_where_nothing_is():
    assert picture_of(NAME, SVG.format(FILLED.replace(")", ") green")).encode()).form == "svg"


@given(st.binary(max_size=300), st.sampled_from([b"", encoded("PNG")[:30], encoded("JPEG")[:30], b"<svg "]))
def test_any_bytes_give_a_picture_or_a_fault(data, head):
    found: object
    try:
        found = picture_of(NAME, head + data)
    except Faulty as faulty:
        found = [fault.rule for fault in faulty.faults]
    assert isinstance(found, PictureValue) or found == ["bad-picture"]


def test_its_bytes_are_in_a_digest():
    one, other = (picture_of(NAME, encoded("PNG", size)) for size in ((12, 7), (12, 8)))
    assert digest_of(one) != digest_of(other)


LESSON = """\
id: one
title: One
course: {{track: T, unit: U, number: 1, level: Easy, minutes: 1}}
sections:
  - id: a
    title: A
    scene: Image
    with: {{picture: {}, shows: a red field}}
    steps: [{{do: show, say: a}}]
"""


@pytest.mark.parametrize(
    ("named", "rule"),
    [
        ("red.png", None),
        ("pictures/red.png", None),
        ("Bild (1) & Müller's.png", None),
        (".hidden.png", "wrong-type"),
        ("pictures/.red.png", "wrong-type"),
        ("pictures/../red.png", "wrong-type"),
        ("pictures\\red.png", "wrong-type"),
        ("C:red.png", "wrong-type"),
        ("none.png", "no-file"),
        ("link.png", "outside"),
        ("folder", "unreadable"),
        ("../red.png", "wrong-type"),
        ("/etc/passwd", "wrong-type"),
        ("words.png", "bad-picture"),
    ],
)
def test_a_file_of_the_course_is_found_and_no_other(named, rule, tmp_path):
    scripts = tmp_path / "course" / "scripts"
    (tmp_path / "course" / "pictures").mkdir(parents=True)
    (scripts / "folder").mkdir(parents=True)
    inside = [scripts / "red.png", scripts / "Bild (1) & Müller's.png", tmp_path / "course" / "pictures" / "red.png"]
    for file in (*inside, tmp_path / "outside.png"):
        file.write_bytes(encoded("PNG"))
    (scripts / "words.png").write_text("words")
    (scripts / "link.png").symlink_to(tmp_path / "outside.png")
    (scripts / "one.yaml").write_text(LESSON.format(named))
    if rule is None:
        assert read_lesson(scripts / "one.yaml", standard_scenes()).sections
        return
    with pytest.raises(Faulty) as raised:
        read_lesson(scripts / "one.yaml", standard_scenes())
    assert [(fault.rule, fault.place.line) for fault in raised.value.faults] == [(rule, 8)]
