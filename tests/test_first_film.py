"""The main job: the first lesson from its script to a film, at low quality, and the film probed.

What is known of its steps' last pictures, its length and its captions is asked of the whole lesson, and no frame in
between is drawn for it. Two of its sections become a film here, all of them by `make long`.
"""

import json
import re
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import av
import pytest

from mathora.export import Order, export_lesson
from mathora.formula import speak
from mathora.plan import QUALITIES, plan, too_full_steps
from mathora.prove import prove_lesson
from mathora.render import RenderSettings, render_lesson
from mathora.render.clip import composition_remarks, picture_faults
from mathora.script import read_script
from mathora.stage.draw import draw_stills
from tests.scenes.theatre import catalogue, viewed

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "partial-derivatives.yaml"
FRAMES = QUALITIES["480p15"]
PART = ("one-zero", "quick-check-partial")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def proven():
    return prove_lesson(read_script(SCRIPT.read_text("utf-8"), SCRIPT.name, catalogue()))


@pytest.fixture(scope="module")
def facts(proven):
    """What is known of each step's last picture."""
    return {
        f"{section.id}/{section.steps[still.index].id}": still.facts
        for at, section in enumerate(proven.lesson.sections)
        for still in draw_stills(*viewed(proven, FRAMES, at), range(len(section.steps)))
    }


@pytest.fixture(scope="module")
def timeline(proven, facts):
    return plan(proven, facts, FRAMES.rate)


def faults_of(proven, facts):
    """What a student could not read, or not in its time, and what is not well composed."""
    seen = (*picture_faults(facts, proven.lesson), *composition_remarks(facts, proven.lesson))
    return [str(one) for one in (*seen, *too_full_steps(proven, facts, FRAMES.rate))]


@pytest.fixture(scope="module", params=[PART, pytest.param((), marks=pytest.mark.long)], ids=["part", "whole"])
def film(request, proven, tmp_path_factory):
    """The rendered sections (all, if none is named): what was proved, the timeline, and the folder of the products."""
    place = tmp_path_factory.mktemp("film")
    wanted = proven.part(request.param) if request.param else proven
    rendered = render_lesson(wanted, RenderSettings(FRAMES, catalogue(), place / "cache", workers=1))
    assert faults_of(wanted, rendered.facts) == []
    timeline = plan(wanted, rendered.facts, FRAMES.rate)
    products = ("mp4", "captions", "proofs")
    order = Order(wanted, timeline, rendered.clips, FRAMES, catalogue(), products, place / "cache")
    folder = Path(export_lesson(order, place / "media").folder)
    return SimpleNamespace(proven=wanted, timeline=timeline, clips=rendered.clips, folder=folder)


@pytest.fixture
def container(film):
    with av.open(str(film.folder / "partial-derivatives.mp4")) as opened:
        yield opened


def test_every_step_can_be_read_in_its_time_and_is_well_composed(proven, facts):
    assert faults_of(proven, facts) == []


def test_it_lasts_as_many_minutes_as_its_card_says(timeline, proven):
    assert round(timeline.seconds(timeline.end) / 60) == proven.lesson.course.minutes == 12


def test_captions_keep_their_measures_and_show_formulas_to_eyes(timeline):
    assert len(timeline.cues) > 100
    for cue in timeline.cues:
        assert all(len(line) <= 42 for line in cue.lines)
        assert len(cue.lines) <= 2
        assert len("\n".join(cue.lines)) <= 20 * timeline.seconds(cue.end - cue.start) + 1e-6
        assert not re.search(r"[\\$_^]", "".join(cue.lines))
    text = " ".join(" ".join(cue.lines) for cue in timeline.cues)
    assert "w₂" in text
    assert "w two" not in text


def test_captions_follow_one_another(timeline):
    for one, other in pairwise(timeline.cues):
        assert one.end <= other.start


def test_the_partial_is_spoken_as_words(proven):
    spoken = [speak(formula.tree) for formula in proven.formulas]
    assert "the partial derivative of L with respect to w two equals three times two w two equals six w two" in spoken


def test_the_film_is_h264_with_captions(container):
    (video,) = container.streams.video
    assert (video.codec_context.name, video.codec_context.pix_fmt) == ("h264", "yuv420p")
    assert (video.codec_context.width, video.codec_context.height) == (FRAMES.width, FRAMES.height)
    assert [stream.type for stream in container.streams][:2] == ["video", "subtitle"]  # then the chapters' titles


def test_every_step_has_its_slot_and_its_clip(film):
    steps = [f"{section.id}/{step.id}" for section in film.proven.lesson.sections for step in section.steps]
    assert [slot.address for slot in film.timeline.slots] == steps
    assert sorted(film.clips) == sorted(steps)


def test_it_lasts_as_long_as_the_timeline_says(film, container):
    (video,) = container.streams.video
    length = film.timeline.seconds(film.timeline.end)
    assert abs(video.duration * video.time_base - length) <= Fraction(1, FRAMES.rate)


def test_its_chapters_are_the_sections(film, container):
    chapters, sections = container.chapters(), film.proven.lesson.sections
    starts = [chapter["start"] * chapter["time_base"] for chapter in chapters]
    expected = [film.timeline.seconds(one.start) for one in film.timeline.chapters]
    assert len(starts) == len(sections)
    assert all(abs(seen - start) <= Fraction(1, 1000) for seen, start in zip(starts, expected, strict=True))
    assert [one["metadata"]["title"] for one in chapters] == [one.title for one in film.timeline.chapters]


def test_its_captions_are_the_timelines(film):
    text = (film.folder / "partial-derivatives.vtt").read_text("utf-8")
    cues = re.findall(r"(\S+) --> (\S+)\n((?:.+\n?)+)", text)
    assert [tuple(lines.splitlines()) for _, _, lines in cues] == [cue.lines for cue in film.timeline.cues]
    for (start, end, _), cue in zip(cues, film.timeline.cues, strict=True):
        for shown, tick in ((start, cue.start), (end, cue.end)):
            seconds = sum(60**place * float(part) for place, part in enumerate(reversed(shown.split(":"))))
            assert seconds == pytest.approx(float(film.timeline.seconds(tick)), abs=1e-3)


def test_the_receipt_names_every_formula_and_every_invariant_held(film):
    receipt = json.loads((film.folder / "proofs.json").read_text("utf-8"))
    holding = {"proved", "mistake", "notation", "assignment", "schematic", "definition", "given"}
    assert {one["verdict"] for one in receipt["formulas"]} <= holding
    assert len(receipt["formulas"]) == len(film.proven.receipts)
    measured = receipt["pictures"]
    drawn = {section.id for section in film.proven.lesson.sections}
    claiming = {"one-knob", "gradient", "level-sets", "best-box", "one-zero"} & drawn
    assert {one["step"].split("/")[0] for one in measured} >= claiming
    assert claiming
    assert all(one["largest"] <= one["tolerance"] for one in measured)
    assert sum(one["frames"] for one in measured) > 100 * len(claiming)
