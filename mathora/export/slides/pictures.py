"""The last frames of the steps as smaller JPEG pictures: for the page, the handout and the deck's posters.

Law: the same frame gives the same bytes (no metadata, fixed settings).
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from mathora.export.content.story import Moment, Story
from mathora.render.files import digest
from mathora.render.parts import PartStore

WIDTH = 1280  # pixels; a smaller frame keeps its own width

QUALITY = 86


def write_small(picture: Path, path: Path) -> None:
    """The picture, at most `WIDTH` wide, as JPEG."""
    with Image.open(picture) as frame:
        small = frame.convert("RGB")
        if small.width > WIDTH:
            small = small.resize(
                (WIDTH, round(frame.height * WIDTH / frame.width)), Image.Resampling.HAMMING, reducing_gap=2.0
            )
        small.save(path, "JPEG", quality=QUALITY, subsampling=0)


def stills(story: Story, parts: PartStore) -> Mapping[str, bytes]:
    """Every moment's last frame as JPEG, by its id; Pillow lets threads run side by side."""

    def small(moment: Moment) -> bytes:
        return parts.part(
            ".jpg", digest(moment.still.read_bytes()), lambda path: write_small(moment.still, path)
        ).read_bytes()

    with ThreadPoolExecutor() as pool:
        return dict(zip((moment.id for moment in story.moments), pool.map(small, story.moments), strict=True))
