"""Where a section ends, its last picture becomes the first of the next, within its own time."""

from dataclasses import replace
from itertools import pairwise

import av
import numpy as np
import pytest
from fake_lessons import inline, settings

from mathora.encoder import ClipEncoder, PixelBox, encode_cross_fade
from mathora.export.film.excerpt import excerpt
from mathora.export.film.video import write_film
from mathora.plan import Chapter, FrameFormat, Slot, StepFacts, Timeline
from mathora.render import Clip, handover_clips
from mathora.stage.film.png import png

FRAMES = FrameFormat(64, 48, 30)
FADE = 12


def grey(level):
    return np.full((48, 64, 4), [level] * 3 + [255], np.uint8)


def clip(folder, name, *levels):
    """A clip of a picture for each level, one tick after the other."""
    path, still = folder / f"{name}.mp4", folder / f"{name}.png"
    with ClipEncoder(path, FRAMES) as encoder:
        for tick, level in enumerate(levels):
            encoder.show(tick, grey(level), [PixelBox(0, 0, 64, 48)])
    still.write_bytes(png(grey(levels[-1])))
    return Clip(f"{name}/step", name, path, still, name, name, StepFacts(ticks=(0, 1), motion=2))


@pytest.fixture
def sections(tmp_path):
    """Two sections of one step, their timeline, and how the first hands over."""
    clips = {"a/step": clip(tmp_path, "a", 60, 20), "b/step": clip(tmp_path, "b", 220, 120)}
    slots = (Slot("a", "step", 0, 2, 38, "", (), handover=FADE), Slot("b", "step", 40, 2, 28, "", ()))
    timeline = Timeline(30, slots, (Chapter("a", "A", 0, 40), Chapter("b", "B", 40, 70)))
    given = replace(settings(tmp_path), frames=FRAMES)
    return clips, timeline, lambda: handover_clips(clips, timeline, given, inline)


def shown(path):
    """(tick, grey level) of a film's pictures."""
    with av.open(str(path)) as film:
        frames = film.decode(video=0)
        return [(round(one.time * 30), int(np.median(one.to_ndarray(format="gray")))) for one in frames]


def test_one_picture_becomes_the_other_and_nothing_jumps(tmp_path, sections):
    clips, timeline, made = sections
    write_film(tmp_path / "film.mp4", timeline, clips, {}, handovers=made())
    fading = [one for one in shown(tmp_path / "film.mp4") if 40 - FADE <= one[0] <= 40]
    assert [tick for tick, _ in fading] == [*range(40 - FADE, 41)]
    steps = [after - before for (_, before), (_, after) in pairwise(fading)]
    assert min(steps) >= 0
    assert max(steps) < 60


def test_without_a_handover_it_is_cut(tmp_path, sections):
    clips, timeline, _ = sections
    write_film(tmp_path / "film.mp4", timeline, clips, {})
    levels = [level for _, level in shown(tmp_path / "film.mp4")]
    assert max(abs(after - before) for before, after in pairwise(levels)) > 150


def test_a_section_by_itself_hands_over_to_nothing(tmp_path, sections):
    clips, timeline, made = sections
    write_film(tmp_path / "a.mp4", excerpt(timeline, "a"), clips, {}, handovers=made())
    assert max(level for _, level in shown(tmp_path / "a.mp4")) < 80


def test_it_is_made_once(sections):
    _, _, made = sections
    assert made()["a/step"].video.stat().st_mtime_ns == made()["a/step"].video.stat().st_mtime_ns


def test_no_two_pictures_stand_on_each_other_half_way(tmp_path):
    """The old one has gone before the new one comes; what both show stands all the time."""
    old, new = (np.full((48, 64, 4), [16] * 3 + [255], np.uint8) for _ in range(2))
    old[4:12, 4:20, :3], new[4:12, 12:28, :3] = 230, 230  # two titles that share some of their pixels
    old[24:, 30:, :3] = new[24:, 30:, :3] = 200
    (tmp_path / "old.png").write_bytes(png(old))
    with ClipEncoder(tmp_path / "new.mp4", FRAMES) as encoder:
        encoder.show(0, new, [PixelBox(0, 0, 64, 48)])
    encode_cross_fade(tmp_path / "old.png", tmp_path / "new.mp4", FADE, FRAMES, tmp_path / "fade.mp4")
    with av.open(str(tmp_path / "fade.mp4")) as film:
        middle = [one.to_ndarray(format="gray") for one in film.decode(video=0)][FADE // 2]
    assert middle[:16, :32].max() < 60
    assert middle[38:46, 46:60].min() > 150
