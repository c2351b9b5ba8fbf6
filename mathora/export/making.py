"""How each product is made: the table of makers.

A maker gets the bench and gives its files by name (relative to the lesson's folder): bytes, or the path of a file to be
linked or copied. Files that several products need have one name and one content, and are written once.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
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

Files = Mapping[str, bytes | Path]


def _mp4(bench: SharedParts) -> Files:
    return {bench.film.name: bench.film}


def _captions(bench: SharedParts) -> Files:
    return {f"{bench.order.id}.vtt": caption_track(bench.story).encode()}


def _proofs(bench: SharedParts) -> Files:
    return {"proofs.json": proofs(bench.order.proven, bench.order.clips).encode()}


def _page(bench: SharedParts) -> Files:
    stills = {bench.still_names[place]: content for place, content in bench.stills.items()}
    first = bench.story.moments[0].id
    if bench.order.one_file:
        inside = {place: data_url("image/jpeg", content) for place, content in bench.stills.items()}
        film = base64.b64encode(bench.film.read_bytes()).decode("ascii")
        files = PageFiles("", film, inside[first], inside, {}, ())
        return {"index.html": write_page(bench.story, files, partial(font_faces, bench.parts)).encode()}
    offered = tuple(
        (str(getattr(bench.story.words.product, name)), product.file)
        for name, product in PRODUCTS.items()
        if product.file and name in bench.order.offered
    )
    files = PageFiles(bench.film.name, "", bench.still_names[first], bench.still_names, bench.section_names, offered)
    page = write_page(bench.story, files, partial(font_faces, bench.parts)).encode()
    clips = {bench.section_names[section]: path for section, path in bench.sections.items()}
    return {"index.html": page, bench.film.name: bench.film, **clips, **stills}


def _slides(bench: SharedParts) -> Files:
    page = write_slides(
        bench.story, DeckFiles(bench.still_names, bench.clip_names), partial(font_faces, bench.parts), reveal()
    )
    stills = {bench.still_names[place]: content for place, content in bench.stills.items()}
    return {"slides.html": page.encode(), **stills, **_clips(bench)}


def _clips(bench: SharedParts) -> Files:
    return {bench.clip_names[moment]: path for moment, path in bench.clips.items()}


def _powerpoint(bench: SharedParts) -> Files:
    return {"slides.pptx": write_powerpoint(bench.story, bench.stills, bench.clips)}


def _handout(bench: SharedParts) -> Files:
    return {"slides.pdf": write_handout(bench.story, bench.stills)}


def _transcript(bench: SharedParts) -> Files:
    return {
        "transcript.md": write_transcript_markdown(bench.story).encode(),
        "transcript.html": write_transcript_html(bench.story, partial(font_faces, bench.parts)).encode(),
    }


def _tracks(bench: SharedParts) -> Files:
    return {
        "chapters.vtt": chapter_track(bench.story).encode(),
        "descriptions.vtt": description_track(bench.story).encode(),
    }


def _poster(bench: SharedParts) -> Files:
    return {"poster.png": bench.story.moments[0].still}


def _manim_slides(bench: SharedParts) -> Files:
    deck = write_manim_slides(bench.story, bench.clip_names)
    return {f"slides/{bench.order.id}.json": deck.encode(), **_clips(bench)}


MAKERS: Mapping[str, Callable[[SharedParts], Files]] = {
    "mp4": _mp4,
    "captions": _captions,
    "proofs": _proofs,
    "page": _page,
    "slides": _slides,
    "pdf": _handout,
    "pptx": _powerpoint,
    "transcript": _transcript,
    "tracks": _tracks,
    "poster": _poster,
    "manim-slides": _manim_slides,
}
"""Product → its maker; the names are those of `PRODUCTS`."""
