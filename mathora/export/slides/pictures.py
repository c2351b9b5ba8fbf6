"""The last frames of the steps as smaller JPEG pictures: for the page, the handout and the deck's posters.

Law: the same frame gives the same bytes (no metadata, fixed settings).
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from mathora.export.content.story import Story

WIDTH = 1280
"""Pixels; a smaller frame keeps its own width."""

QUALITY = 86


def shrink(picture: Path) -> bytes:
    """The picture, at most `WIDTH` wide, as JPEG."""
    with Image.open(picture) as frame:
        small = frame.convert("RGB")
        if small.width > WIDTH:
            small = small.resize(
                (WIDTH, round(frame.height * WIDTH / frame.width)), Image.Resampling.HAMMING, reducing_gap=2.0
            )
        target = io.BytesIO()
        small.save(target, "JPEG", quality=QUALITY, subsampling=0)
        return target.getvalue()


def stills(story: Story) -> Mapping[str, bytes]:
    """Every moment's last frame as JPEG, by its id; Pillow lets threads run side by side."""
    moments = story.moments
    with ThreadPoolExecutor() as pool:
        return dict(
            zip((moment.id for moment in moments), pool.map(shrink, (moment.still for moment in moments)), strict=True)
        )
