"""The table of products: what `--only` may name, and what the page offers for download.

How each is made stands in `making`, which is imported only when something has to be made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Product:
    """`title` and `door` are the name and the file under which the page offers it, if it does."""

    title: str = ""
    door: str = ""


PRODUCTS: Mapping[str, Product] = {
    "mp4": Product(),
    "captions": Product(),
    "proofs": Product(),
    "page": Product(),
    "slides": Product("Slides", "slides.html"),
    "pdf": Product("Handout (PDF)", "slides.pdf"),
    "pptx": Product("PowerPoint", "slides.pptx"),
    "transcript": Product("Transcript", "transcript.html"),
    "tracks": Product(),
    "poster": Product(),
    "manim-slides": Product(),
}
"""In the order in which they are made."""
