"""A contact sheet: the last frame of every step on one picture, section under section.

Owns: `contact_sheet`. It is how an author looks at a lesson at one glance.

Law: the same pictures give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

COLUMNS = 5
WIDTH = 480
"""Pixels of a picture on the sheet."""

GAP, LABEL, HEADING = 16, 26, 44
"""Pixels between pictures, for a step's name, and for a section's."""

PAPER, INK, QUIET = "#1b1d22", "#ffffff", "#b4b8c2"


def contact_sheet(pictures: Mapping[str, Path], frame: tuple[int, int]) -> bytes:
    """The sheet as PNG; `pictures` by `section/step` in their order, `frame` is a frame's size in pixels."""
    height = round(WIDTH * frame[1] / frame[0])
    by_section = groupby(pictures, key=lambda address: address.partition("/")[0])
    sections = [(name, list(addresses)) for name, addresses in by_section]
    rows = sum(-(-len(addresses) // COLUMNS) for _, addresses in sections)
    size = (
        COLUMNS * (WIDTH + GAP) + GAP,
        len(sections) * HEADING + rows * (height + LABEL + GAP) + GAP,
    )
    sheet = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(sheet)
    top = GAP
    for name, addresses in sections:
        draw.text((GAP, top), name, INK, _font(26))
        top += HEADING
        for start in range(0, len(addresses), COLUMNS):
            for column, address in enumerate(addresses[start : start + COLUMNS]):
                left = GAP + column * (WIDTH + GAP)
                sheet.paste(_small(pictures[address], height), (left, top))
                draw.text((left, top + height + 2), address.partition("/")[2], QUIET, _font(18))
            top += height + LABEL + GAP
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _small(path: Path, height: int) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    file = resources.files("font_source_sans_pro").joinpath("files/SourceSansPro-Regular.otf")
    return ImageFont.truetype(io.BytesIO(file.read_bytes()), size)
