"""The main job, whole: the first lesson from its script to a film, at low quality, and the film probed."""

import json
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import av
import pytest

from mathora.cli.course import course
from mathora.export import Order, export_lesson
from mathora.formula import speak
from mathora.plan import QUALITIES, plan, too_full_steps
from mathora.prove import prove_lesson
from mathora.render import RenderSettings, render_lesson
from mathora.render.clip import composition_remarks
from mathora.script import read_script

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "partial-derivatives.yaml"
FRAMES = QUALITIES["480p15"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """The rendered lesson: what was proved, its timeline, and the folder of its products."""
    place = tmp_path_factory.mktemp("film")
    catalogue = course([ROOT / "scenes"]).catalogue
    proven = prove_lesson(read_script(SCRIPT.read_text("utf-8"), SCRIPT.name, catalogue))
    rendered = render_lesson(proven, RenderSettings(FRAMES, catalogue, place / "cache", workers=1))
    assert faults_of(proven, rendered) == []
    timeline = plan(proven, rendered.motions, FRAMES.rate, rendered.readings)
    products = ("mp4", "captions", "proofs")
    order = Order(proven, timeline, rendered.clips, FRAMES, catalogue, products, place / "cache")
    folder = Path(export_lesson(order, place / "media").folder)
    return SimpleNamespace(proven=proven, timeline=timeline, clips=rendered.clips, folder=folder)


def faults_of(proven, rendered):
    """What a student could not read, or not in its time, and what is not well composed."""
    facts = {address: clip.facts for address, clip in rendered.clips.items()}
    full = too_full_steps(proven, rendered.motions, FRAMES.rate, rendered.readings)
    return [*rendered.faults(proven.lesson), *composition_remarks(facts, proven.lesson), *full]


@pytest.fixture(scope="module")
def container(film):
    with av.open(str(film.folder / "partial-derivatives.mp4")) as opened:
        yield opened


def test_the_film_is_h264_with_captions(container):
    (video,) = container.streams.video
    assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
    assert (video.codec_context.width, video.codec_context.height) == (FRAMES.width, FRAMES.height)
    assert [stream.type for stream in container.streams][:2] == ["video", "subtitle"]  # then the chapters' titles


def test_it_lasts_as_long_as_the_timeline_says_about_nine_minutes(film, container):
    (video,) = container.streams.video
    length = film.timeline.seconds(film.timeline.end)
    assert abs(video.duration * video.time_base - length) <= Fraction(1, FRAMES.rate)
    assert 8.5 * 60 < length < 9.6 * 60


def test_its_chapters_are_the_sections(film, container):
    chapters = container.chapters()
    assert len(chapters) == len(film.proven.lesson.sections) == 14
    starts = [chapter["start"] * chapter["time_base"] for chapter in chapters]
    expected = [film.timeline.seconds(one.start) for one in film.timeline.chapters]
    assert all(abs(seen - start) <= Fraction(1, 1000) for seen, start in zip(starts, expected, strict=True))
    assert chapters[1]["metadata"]["title"] == "Partial derivatives: one knob at a time"


def test_every_step_has_its_slot_and_its_clip(film):
    steps = [f"{section.id}/{step.id}" for section in film.proven.lesson.sections for step in section.steps]
    assert [slot.address for slot in film.timeline.slots] == steps
    assert sorted(film.clips) == sorted(steps)


def test_captions_keep_their_measures_and_show_formulas_to_eyes(film):
    text = (film.folder / "partial-derivatives.vtt").read_text("utf-8")
    cues = re.findall(r"(\S+) --> (\S+)\n((?:.+\n?)+)", text)
    assert len(cues) > 100
    for start, end, lines in cues:
        begun, ended = ([float(part) for part in re.split(":", time)] for time in (start, end))
        seconds = sum(60 ** (2 - place) * (b - a) for place, (a, b) in enumerate(zip(begun, ended, strict=True)))
        assert all(len(line) <= 42 for line in lines.splitlines())
        assert len(lines.splitlines()) <= 2
        assert len(lines.strip()) <= 20 * seconds + 1e-6
        assert not re.search(r"[\\$_^]", lines)
    assert "w₂" in text
    assert "w two" not in text


def test_captions_follow_one_another(film):
    for one, other in pairwise(film.timeline.cues):
        assert one.end <= other.start


def test_the_receipt_names_every_formula_and_every_invariant_held(film):
    receipt = json.loads((film.folder / "proofs.json").read_text("utf-8"))
    holding = {"proved", "mistake", "notation", "assignment", "schematic", "definition", "given"}
    assert {one["verdict"] for one in receipt["formulas"]} <= holding
    assert len(receipt["formulas"]) == len(film.proven.receipts)
    measured = receipt["pictures"]
    assert {one["step"].split("/")[0] for one in measured} >= {"one-knob", "gradient", "level-sets", "best-box"}
    assert all(one["largest"] <= one["tolerance"] for one in measured)
    assert sum(one["frames"] for one in measured) > 1000


def test_the_partial_is_spoken_as_words(film):
    spoken = [speak(formula.tree) for formula in film.proven.formulas]
    assert "the partial derivative of L with respect to w one equals two w one" in spoken
