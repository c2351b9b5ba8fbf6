"""The small story as files: clips, stills and a film whose every step has a colour of its own."""

import base64
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from pathlib import Path

import av
from PIL import Image
from small_story import small_story

from mathora.export.html.fonts import font_faces
from mathora.export.html.markup import data_url
from mathora.export.html.page import PageFiles, write_page
from mathora.export.html.transcript import write_transcript_html
from mathora.export.slides.deck import DeckFiles, write_slides
from mathora.export.slides.pictures import stills
from mathora.export.slides.reveal import reveal
from mathora.render.parts import PartStore

RATE = 10
SIZE = (192, 108)


def colour_of(number):
    """The colour of the step with this number: far from every other's."""
    return ((number * 53) % 200 + 40, (number * 97) % 200 + 40, (number * 151) % 200 + 40)


@dataclass(frozen=True)
class SmallLesson:
    folder: Path
    story: object

    @property
    def page(self):
        return self.folder / "index.html"

    @property
    def slides(self):
        return self.folder / "slides.html"

    @property
    def transcript(self):
        return self.folder / "transcript.html"

    @property
    def parts(self):
        return PartStore(self.folder / "cache", "")

    def font_faces(self, shown):
        return font_faces(self.parts, shown)

    def write_page(self, story, *, one_file=False, name="index.html"):
        pictures = stills(story, self.parts)
        inside = {place: data_url("image/jpeg", content) for place, content in pictures.items()}
        film = self.folder / "small.mp4"
        data = base64.b64encode(film.read_bytes()).decode() if one_file else ""
        clips = {} if one_file else {chapter.id: f"{chapter.id}.section.mp4" for chapter in story.chapters}
        poster, doors = inside[story.moments[0].id], (("Slides", "slides.html"),)
        files = PageFiles("" if one_file else film.name, data, poster, inside, clips, doors)
        path = self.folder / name
        path.write_text(write_page(story, files, self.font_faces), encoding="utf-8")
        return path


def make_lesson(folder):
    story = small_story(folder, motion=1.0, hold=3.0)
    _make_media(folder, story)
    lesson = SmallLesson(folder, story)
    lesson.write_page(story)
    lesson.write_page(story, one_file=True, name="one-file.html")
    deck = DeckFiles(
        {one.id: one.still.name for one in story.moments}, {one.id: one.clip.name for one in story.moments}
    )
    lesson.slides.write_text(write_slides(story, deck, lesson.font_faces, reveal()), encoding="utf-8")
    lesson.transcript.write_text(write_transcript_html(story, lesson.font_faces), encoding="utf-8")
    return lesson


def _make_media(folder, story):
    """A film of held colours (two frames a step, then the hold is a timestamp), its sections, each step's clip and
    still.
    """
    film = []
    numbered = enumerate(story.moments)
    for chapter in story.chapters:
        section = []
        for number, moment in islice(numbered, len(chapter.moments)):
            picture = Image.new("RGB", SIZE, colour_of(number))
            picture.save(moment.still)
            start = round(moment.start * RATE)
            section += [(start, picture), (start + 1, picture)]
            encode(moment.clip, [(0, picture), (1, picture), (2, picture)])
        zero, end = round(chapter.start * RATE), round(chapter.end * RATE)
        held = [*section, (end - 1, section[-1][1])]
        encode(folder / f"{chapter.id}.section.mp4", [(time - zero, picture) for time, picture in held])
        film += held
    encode(folder / "small.mp4", film)


def encode(path, pictures):
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        stream = container.add_stream(
            "libx264", rate=RATE, options={"preset": "ultrafast", "bf": "0", "g": "1", "qp": "4"}
        )
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = Fraction(1, RATE)
        for time, picture in pictures:
            frame = av.VideoFrame.from_image(picture)
            frame.pts, frame.time_base = time, Fraction(1, RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
