"""A contact sheet: the last frame of every step on one picture, section under section.

Owns: `publish_storyboard`, and its sheet. It is how an author looks at a lesson at one glance.

Laws:
- The same pictures give the same bytes. Where they are what they were, and all files are whole, nothing is written.
- What the folder's note does not name is the author's own, and stays.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import metadata, resources
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from mathora.export.note import NotedProduct, carry_over, damaged, digest_in, read_note, write_note
from mathora.export.publish import publishing
from mathora.plan.digest import digest_of
from mathora.render.files import digest

SHEET = "storyboard.png"
NAME = "storyboard"  # in the folder's note

COLUMNS = 5
WIDTH = 480  # pixels of a picture on the sheet
GAP, LABEL, HEADING = 16, 26, 44  # pixels between pictures, for a step's name, and for a section's

PAPER, INK, QUIET = "#1b1d22", "#ffffff", "#b4b8c2"


def publish_storyboard(out: Path, name: str, pictures: Mapping[str, Path], frame: tuple[int, int]) -> Path:
    """Pictures and their sheet as `out/name`; the sheet's path. `pictures` by `section/step` in their order, `frame` is
    a frame's size in pixels. Raises `OSError`.
    """
    key = digest_of([frame, {at: digest_in(path) for at, path in pictures.items()}, _program()])
    stands = read_note(out / name).get(NAME)
    if stands is None or stands.key != key or any(damaged(stands, out / name)):
        with publishing(out, name) as folder:
            for path in pictures.values():
                shutil.copyfile(path, folder / path.name)
            if pictures:
                (folder / SHEET).write_bytes(_contact_sheet(pictures, frame))
            made = {path.name: digest_in(path) for path in sorted(folder.iterdir())}
            write_note(folder, {NAME: NotedProduct(key, made)})
            carry_over(out / name, folder)
    return out / name / SHEET


@cache
def _program() -> str:
    """A digest of what sets a sheet."""
    return digest(Path(__file__).read_bytes() + metadata.version("pillow").encode())


def _contact_sheet(pictures: Mapping[str, Path], frame: tuple[int, int]) -> bytes:
    """The sheet as PNG."""
    height = round(WIDTH * frame[1] / frame[0])
    by_section = groupby(pictures, key=lambda address: address.partition("/")[0])
    sections = [(name, list(addresses)) for name, addresses in by_section]
    rows = sum(-(-len(addresses) // COLUMNS) for _, addresses in sections)
    size = (COLUMNS * (WIDTH + GAP) + GAP, len(sections) * HEADING + rows * (height + LABEL + GAP) + GAP)
    sheet = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(sheet)
    with ThreadPoolExecutor() as pool:
        small = dict(zip(pictures, pool.map(lambda path: _small(path, height), pictures.values()), strict=True))
    top = GAP
    for name, addresses in sections:
        draw.text((GAP, top), name, INK, _font(26))
        top += HEADING
        for start in range(0, len(addresses), COLUMNS):
            for column, address in enumerate(addresses[start : start + COLUMNS]):
                left = GAP + column * (WIDTH + GAP)
                sheet.paste(small[address], (left, top))
                draw.text((left, top + height + 2), address.partition("/")[2], QUIET, _font(18))
            top += height + LABEL + GAP
    out = io.BytesIO()
    sheet.save(out, "PNG", compress_level=2)
    return out.getvalue()


def _small(path: Path, height: int) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB").resize((WIDTH, height), Image.Resampling.HAMMING, reducing_gap=2.0)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    file = resources.files("font_source_sans_pro").joinpath("files/SourceSansPro-Regular.otf")
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size)
