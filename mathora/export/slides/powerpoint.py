"""`slides.pptx`: a native deck, one slide a step, for PowerPoint, Keynote and LibreOffice.

Owns: titles in the layout's own placeholder, the clip embedded with its still as poster, the narration as notes.

Laws:
- The same story gives the same bytes: no clock in the document's properties, none in the archive.
- A slide costs what it costs alone, however many there are.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.package import Package
from pptx.parts.image import Image, ImagePart
from pptx.parts.media import MediaPart
from pptx.util import Emu, Inches, Pt

from mathora.export.content.story import ChapterStory, Moment, Story, spoken

BEGINNING = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones
"""Stands where the format wants a date: a product's bytes must not tell the time."""

_WIDTH, _HEIGHT = Inches(40 / 3), Inches(7.5)
_TITLE_ONLY = 5  # the layout "Title Only" of python-pptx's own template


class _Package(Package):  # type: ignore[misc] # python-pptx has no types
    """A package that counts its parts, where python-pptx's own looks through all of them for each that is added; and
    that packs them once, as they are to be.
    """

    def __init__(self, pkg_file: str) -> None:
        super().__init__(pkg_file)
        self._last: dict[str, int] = {}
        self._known: dict[str, Any] = {}

    def next_partname(self, tmpl: str) -> PackURI:
        """The name of the next part, `tmpl` with its number."""
        before = self._last.get(tmpl) or super().next_partname(tmpl).idx - 1
        self._last[tmpl] = before + 1
        return PackURI(tmpl % self._last[tmpl])

    def next_image_partname(self, ext: str) -> PackURI:
        """The name of the next picture."""
        return self.next_partname(f"/ppt/media/image%d.{ext}")

    def next_media_partname(self, ext: str) -> PackURI:
        """The name of the next film."""
        return self.next_partname(f"/ppt/media/media%d.{ext}")

    def get_or_add_image_part(self, image_file: io.BytesIO) -> Any:  # noqa: ANN401 - as above
        """The part of a picture, one for all that are the same."""
        image = Image.from_file(image_file)
        if image.sha1 not in self._known:
            self._known[image.sha1] = ImagePart.new(self, image)
        return self._known[image.sha1]

    def get_or_add_media_part(self, media: Any) -> Any:  # noqa: ANN401 - as above
        """The part of a film, one for all that are the same."""
        if media.sha1 not in self._known:
            self._known[media.sha1] = MediaPart.new(self, media)
        return self._known[media.sha1]

    def save(self, pkg_file: io.BytesIO) -> None:
        """Packs it."""
        writer = PackageWriter(pkg_file, self._rels, tuple(self.iter_parts()))
        with zipfile.ZipFile(pkg_file, "w") as archive:
            packing = _Packing(archive)
            writer._write_content_types_stream(packing)  # noqa: SLF001 - else it would pack films, and the time
            writer._write_pkg_rels(packing)  # noqa: SLF001
            writer._write_parts(packing)  # noqa: SLF001


def write_powerpoint(story: Story, posters: Mapping[str, bytes], clips: Mapping[str, Path]) -> bytes:
    """The deck; `posters` are JPEG pictures and `clips` films, both by moment id."""
    template = Path(pptx.__file__).parent / "templates" / "default.pptx"
    deck = _Package.open(str(template)).main_document_part.presentation
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    properties = deck.core_properties
    properties.title, properties.subject = spoken(story.title), f"{spoken(story.track)}: {spoken(story.unit)}"
    properties.author, properties.last_modified_by = story.author or "Mathora", "Mathora"
    properties.created = properties.modified = properties.last_printed = BEGINNING
    for chapter in story.chapters:
        for moment in chapter.moments:
            slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
            _put_title(slide, story, chapter)
            _put_clip(slide, story, moment, (posters[moment.id], clips[moment.id]))
    raw = io.BytesIO()
    deck.save(raw)
    return raw.getvalue()


def _put_title(slide: Any, story: Story, chapter: ChapterStory) -> None:  # noqa: ANN401 - python-pptx has no types
    paper, ink = ("10141B", "ECEAE4") if story.dark else ("FBFAF6", "1B2027")
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor.from_string(paper)
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = Inches(0.45), Inches(0.08), _WIDTH - Inches(0.9), Inches(0.55)
    title.text_frame.text = spoken(chapter.title)
    title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    run = title.text_frame.paragraphs[0]
    run.alignment = 1  # left
    run.font.size, run.font.bold = Pt(20), True
    run.font.color.rgb = RGBColor.from_string(ink)


def _put_clip(slide: Any, story: Story, moment: Moment, files: tuple[bytes, Path]) -> None:  # noqa: ANN401 - as above
    poster, clip = files
    left, top, width, height = _frame(story)
    movie = slide.shapes.add_movie(
        str(clip), left, top, width, height, poster_frame_image=io.BytesIO(poster), mime_type="video/mp4"
    )
    movie.name = moment.id
    movie._element.nvPicPr.cNvPr.set("descr", moment.picture or spoken(moment.say))  # noqa: SLF001 - alt text has no API
    notes = [spoken(moment.say), *(spoken(note) for note in moment.notes), *(one.spoken for one in moment.shows)]
    slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _frame(story: Story) -> tuple[Emu, Emu, Emu, Emu]:
    """Where the clip stands: as large as fits under the title, centred."""
    top, room = Inches(0.7), _HEIGHT - Inches(0.8)
    scale = min(room / story.height, (_WIDTH - Inches(0.4)) / story.width)
    width, height = Emu(int(story.width * scale)), Emu(int(story.height * scale))
    return Emu((_WIDTH - width) // 2), top, width, height


@dataclass(frozen=True, slots=True)
class _Packing:
    """Packs parts without the time at which it does; films and pictures are stored as they are."""

    archive: zipfile.ZipFile

    def write(self, name: PackURI, content: bytes) -> None:
        """Adds a part."""
        entry = zipfile.ZipInfo(name.membername, date_time=(1980, 1, 1, 0, 0, 0))
        packed = not name.membername.endswith((".mp4", ".jpg", ".png"))
        entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
        self.archive.writestr(entry, content)
