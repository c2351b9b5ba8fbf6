"""How each product is made: the table of makers.

A maker gets the shared parts and gives its files by name (relative to the lesson's folder): bytes, or the path of a
file to be linked or copied, now or as soon as it is there. Files that several products need have one name and one
content, and are written once.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from mathora.export.html.fonts import font_faces
from mathora.export.html.handout import write_handout
from mathora.export.html.markup import data_url
from mathora.export.html.page import PageFiles, write_page
from mathora.export.html.tracks import caption_track, chapter_track, description_track
from mathora.export.html.transcript import write_transcript_html, write_transcript_markdown
from mathora.export.products import PRODUCTS
from mathora.export.receipt import proofs
from mathora.export.shared_parts import SharedParts
from mathora.export.slides.deck import DeckFiles, write_slides
from mathora.export.slides.manim_slides import write_manim_slides
from mathora.export.slides.powerpoint import write_powerpoint
from mathora.export.slides.reveal import reveal

Files = Mapping[str, bytes | Path | Future[Path]]


def _fonts(shared: SharedParts) -> Callable[[str], str]:
    return partial(font_faces, shared.parts, typeface=shared.story.brand.typeface)


def _page(shared: SharedParts) -> Files:
    stills = {shared.still_names[place]: content for place, content in shared.stills.items()}
    first = shared.story.moments[0].id
    if shared.order.one_file:
        inside = {place: data_url("image/jpeg", content) for place, content in shared.stills.items()}
        film = base64.b64encode(shared.film.result().read_bytes()).decode("ascii")
        files = PageFiles("", film, inside[first], inside, {}, ())
        return {"index.html": write_page(shared.story, files, _fonts(shared)).encode()}
    offered = tuple(
        (str(getattr(shared.story.words.product, name)), product.file)
        for name, product in PRODUCTS.items()
        if product.file and name in shared.order.offered
    )
    files = PageFiles(
        shared.film_name, "", shared.still_names[first], shared.still_names, shared.section_names, offered
    )
    page = write_page(shared.story, files, _fonts(shared)).encode()
    clips = {shared.section_names[section]: path for section, path in shared.sections.items()}
    return {"index.html": page, shared.film_name: shared.film, **clips, **stills}


def _slides(shared: SharedParts) -> Files:
    page = write_slides(shared.story, DeckFiles(shared.still_names, shared.clip_names), _fonts(shared), reveal())
    stills = {shared.still_names[place]: content for place, content in shared.stills.items()}
    return {"slides.html": page.encode(), **stills, **_clips(shared)}


def _clips(shared: SharedParts) -> Files:
    return {shared.clip_names[moment]: path for moment, path in shared.clips.items()}


def _transcript(shared: SharedParts) -> Files:
    return {
        "transcript.md": write_transcript_markdown(shared.story).encode(),
        "transcript.html": write_transcript_html(shared.story, _fonts(shared)).encode(),
    }


def _tracks(shared: SharedParts) -> Files:
    return {
        "chapters.vtt": chapter_track(shared.story).encode(),
        "descriptions.vtt": description_track(shared.story).encode(),
    }


def _manim_slides(shared: SharedParts) -> Files:
    deck = write_manim_slides(shared.story, shared.clip_names)
    return {f"slides/{shared.order.id}.json": deck.encode(), **_clips(shared)}


def _handout(shared: SharedParts) -> Files:
    return {"slides.pdf": write_handout(shared.folder / "slides.pdf", shared.story, shared.stills)}


MAKERS: Mapping[str, Callable[[SharedParts], Files]] = {
    "mp4": lambda shared: {shared.film_name: shared.film},
    "captions": lambda shared: {f"{shared.order.id}.vtt": caption_track(shared.story).encode()},
    "proofs": lambda shared: {"proofs.json": proofs(shared.order.proven, shared.order.clips).encode()},
    "page": _page,
    "slides": _slides,
    "pdf": _handout,
    "pptx": lambda shared: {"slides.pptx": write_powerpoint(shared.story, shared.stills, shared.clips)},
    "transcript": _transcript,
    "tracks": _tracks,
    "poster": lambda shared: {"poster.png": shared.story.moments[0].still},
    "manim-slides": _manim_slides,
}
"""Product → its maker; the names are those of `PRODUCTS`."""

BESIDE = frozenset({"pdf"})  # products that are made while others are: Typst lets other threads go on
OF_FILM = frozenset({"mp4", "page"})  # products that show the whole film
