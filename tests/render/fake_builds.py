"""Whole builds and previews of a lesson without Manim, in any folder: what is killed, starved and doubled in tests."""

from threading import Event
from unittest.mock import patch

import fake_drawer
from fake_lessons import DEMO, inline, proven, settings

from mathora.cli.preview import studio
from mathora.export.film.sound import encoded
from mathora.export.publish import publishing
from mathora.plan.digest import digest_of
from mathora.render import ClipStore, render_lesson
from mathora.render.files import scratch_folder
from mathora.render.parts import PartStore
from mathora.render.stills import stills_of_sections
from mathora.voice.speaking import SILENT, begin_to_speak
from mathora.voice.store import SpeechStore
from tests.voice.spoken_lesson import Humming, hum


class Brief(Humming):
    """A voice that says little, in no time."""

    def say(self, phrases):
        return hum(0.1, phrases)


SHORT = {"one": ["a", "b", "c"], "two": ["d", "e"]}


def build_and_publish(folder, say="Said.", drawer=fake_drawer.draw_slowly, sections=DEMO, voice=None):
    """A whole build: clips and, of a voice, speeches; then two products that belong together."""
    with ClipStore(folder / "cache").in_use():
        lesson = render_lesson(proven(sections, say=say), settings(folder), drawer=drawer, executors=inline)
        spoken = spoken_by(voice, folder, proven(sections, say=say)) if voice else SILENT
        with publishing(folder / "media", "demo") as place:
            film = b"".join(clip.video.read_bytes() for clip in lesson.clips.values())
            parts = PartStore(folder / "cache", "program")
            sound = b"".join(encoded(speech, parts).read_bytes() for speech in spoken.speeches.values())
            (place / "demo.mp4").write_bytes(film + sound)
            (place / "page").mkdir()
            (place / "page" / "index.html").write_bytes(say.encode() + film)


def spoken_by(voice, folder, lesson):
    return begin_to_speak(lesson, voice, SpeechStore(folder / "cache"))()


def speak_and_publish(folder, say):
    """A build of the short lesson with a voice."""
    build_and_publish(folder, say, fake_drawer.draw, SHORT, Brief())


class _Checked:
    """In a studio's check: the file's text is what is said, and all of it holds."""

    def __init__(self, _cache):
        pass

    def check(self, text, _script):
        return proven(SHORT, say=text), ()

    def catalogue(self, _script):
        return {}

    def close(self):
        pass


def _joined(path, timeline, clips, _tags, sound):
    del timeline
    path.write_bytes(
        b"".join(file.read_bytes() for file in [*(clip.video for clip in clips.values()), *sound.values()])
    )


def preview(folder, say):
    """A preview of the short lesson: all its pictures, and the film of a step."""
    script = folder / "demo.yaml"
    script.write_text(say)
    fakes = {
        "StandingCheck": _Checked,
        "settings_for": lambda *_: settings(folder),
        "cache_of": lambda _: folder / "cache",
        "stills_of_sections": lambda *given, **_: stills_of_sections(*given, drawer=fake_drawer.draw, executors=inline),
        "render_lesson": lambda *given, wanted, **_: render_lesson(
            *given, wanted=wanted, drawer=fake_drawer.draw, executors=inline
        ),
        "begin_as_asked": lambda alone, *_: (lambda: spoken_by(Brief(), folder, alone), ""),
    }
    with (
        patch.multiple(studio, **fakes),
        patch("mathora.export.film.video.write_film", _joined),
        patch("mathora.export.exporting.program_digest", lambda: "program"),
        scratch_folder("mathora-preview-") as scratch,
    ):
        settled = Event()

        def look(shown):
            if shown.steps and not shown.busy and not any(step.late for step in shown.steps):
                settled.set()

        previewed = studio.Studio(script, scratch, {"out": folder / "media", "voice": None}, look)
        previewed.start()
        assert settled.wait(120)
        previewed.film("one/s1").result()
        previewed.close()


def products(folder):
    place = folder / "media" / "demo"
    return {str(file.relative_to(place)): file.read_bytes() for file in sorted(place.rglob("*")) if file.is_file()}


def cold(tmp_path, say="Said.", build=build_and_publish):
    """The products of a build from nothing in a folder of its own."""
    folder = tmp_path / f"cold-{digest_of([say, build.__name__])[:8]}"
    build(folder, say)
    return products(folder)
