"""A lesson at a glance: the last frame of every step, and all of them on one sheet.

Owns: `last_frames`, `contact_sheet`.

Laws:
- Only last frames are drawn: every animation is skipped to its end.
- The sheet is a function of the pictures and their names: the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from mathora.stage.draw import draw_stills
from mathora.stage.typesetting import font_folder

if TYPE_CHECKING:
    from pathlib import Path

    from mathora.plan import FrameFormat
    from mathora.prove import Proven
    from mathora.stage.encoder import Pixels

COLUMNS = 4
THUMB = 480
GAP = 16
LINE = 30
PAPER, INK, QUIET = (24, 28, 35), (236, 234, 228), (152, 162, 176)


@dataclass(frozen=True, slots=True)
class StepPicture:
    """The last frame of a step: pixels of shape (height, width, RGBA)."""

    section: str
    step: str
    pixels: Pixels


def last_frames(
    proven: Proven, scene_files: Mapping[str, Path], frames: FrameFormat, sections: Sequence[str] | None = None
) -> Iterator[StepPicture]:
    """The last frame of every step, in the lesson's order; `scene_files` by scene name, `sections` limits them by id.

    Raises `StepFailed`.
    """
    for section in proven.lesson.sections:
        if sections is None or section.id in sections:
            wanted = range(len(section.steps))
            for index, pixels in draw_stills(
                proven, section.id, scene_files[section.scene.value], wanted, frames
            ):
                yield StepPicture(section.id, section.steps[index].id, pixels)


def contact_sheet(title: str, pictures: Sequence[StepPicture]) -> Pixels:
    """One picture of all, four in a row, every section on rows of its own under its id; (height, width, RGB).

    Raises `ValueError` without pictures.
    """
    if not pictures:
        raise ValueError("a contact sheet needs at least one picture")
    sections = [list(group) for _, group in groupby(pictures, key=lambda picture: picture.section)]
    height, width = pictures[0].pixels.shape[:2]
    thumb = (THUMB, round(THUMB * height / width))
    row = thumb[1] + LINE
    rows = sum(-(-len(group) // COLUMNS) for group in sections)
    size = (COLUMNS * (THUMB + GAP) + GAP, 3 * LINE + len(sections) * (LINE + GAP) + rows * (row + GAP // 2) + GAP)
    sheet = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(sheet)
    heading, section_font, label = (_font(name, at) for name, at in (("Bold", 34), ("Semibold", 22), ("Regular", 18)))
    pen.text((GAP, GAP), title, INK, heading)
    top = 3 * LINE
    for group in sections:
        pen.text((GAP, top), group[0].section, INK, section_font)
        top += LINE + GAP // 2
        for start in range(0, len(group), COLUMNS):
            for column, picture in enumerate(group[start : start + COLUMNS]):
                left = GAP + column * (THUMB + GAP)
                small = Image.fromarray(np.ascontiguousarray(picture.pixels[:, :, :3])).resize(thumb, Image.Resampling.LANCZOS)
                sheet.paste(small, (left, top))
                pen.text((left, top + thumb[1] + 3), picture.step, QUIET, label)
            top += row + GAP // 2
        top += GAP // 2
    return np.asarray(sheet)


def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_folder() / f"SourceSansPro-{weight}.otf"), size)
