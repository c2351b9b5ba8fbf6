"""The table of products: what `--only` may name, and what the page offers for download.

How each is made stands in `making`, which is imported only when something has to be made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    """`door` is the file under which the page offers it, if it does; its name there is one of the page's words."""

    door: str = ""


PRODUCTS: Mapping[str, Product] = {
    "mp4": Product(),
    "captions": Product(),
    "proofs": Product(),
    "page": Product(),
    "slides": Product("slides.html"),
    "pdf": Product("slides.pdf"),
    "pptx": Product("slides.pptx"),
    "transcript": Product("transcript.html"),
    "tracks": Product(),
    "poster": Product(),
    "manim-slides": Product(),
}
"""In the order in which they are made."""
