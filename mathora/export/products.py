"""The table of products: what `--only` may name, and what the page offers for download.

How each is made stands in `making`, which is imported only when something has to be made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfferedProduct:
    """`file` is the file under which the page offers it, if it does; its name there is one of the page's words."""

    file: str = ""


PRODUCTS: Mapping[str, OfferedProduct] = {
    "mp4": OfferedProduct(),
    "captions": OfferedProduct(),
    "proofs": OfferedProduct(),
    "page": OfferedProduct(),
    "slides": OfferedProduct("slides.html"),
    "pdf": OfferedProduct("slides.pdf"),
    "pptx": OfferedProduct("slides.pptx"),
    "transcript": OfferedProduct("transcript.html"),
    "tracks": OfferedProduct(),
    "poster": OfferedProduct(),
    "manim-slides": OfferedProduct(),
}
"""In the order in which they are made."""
