"""A film is its clips, moved: the same frames, at the timeline's times, with chapters, captions and a title."""

from dataclasses import replace
from fractions import Fraction

import av
import numpy as np
import pytest

from mathora.encoder import ClipEncoder, PixelBox
from mathora.export.film.captions import text_samples
from mathora.export.film.excerpt import excerpt
from mathora.export.film.video import write_film
from mathora.plan import Chapter, Cue, FrameFormat, Slot, StepFacts, Timeline
from mathora.render import Clip
from mathora.words import words_of

FRAMES = FrameFormat(160, 96, 30)
WHOLE = PixelBox(0, 0, 160, 96)


def clip(folder, address, ticks, motion, seed):
    path = folder / f"{address.replace('/', '-')}.mp4"
    random = np.random.default_rng(seed)
    with ClipEncoder(path, FRAMES) as encoder:
        for tick in ticks:
            frame = np.full((96, 160, 4), random.integers(0, 255), np.uint8)
            encoder.show(tick, frame, [WHOLE])
    return Clip(address, "", path, path, "", "", StepFacts(ticks=tuple(ticks), motion=motion))


@pytest.fixture
def film(tmp_path):
    clips = {
        "a/one": clip(tmp_path, "a/one", range(10), 10, 1),
        "a/two": clip(tmp_path, "a/two", [0], 0, 2),
        "b/one": clip(tmp_path, "b/one", [0, 1, 2, 3, 7, 8], 9, 3),
    }
    slots = (
        Slot("a", "one", 0, 10, 50, "", (Cue(0, 30, ("Hold w two still",)),)),
        Slot("a", "two", 60, 0, 30, "", (Cue(60, 85, ("a < b & c", "– ∂")),)),
        Slot("b", "one", 90, 9, 36, "", ()),
    )
    timeline = Timeline(30, slots, (Chapter("a", "First – ∂", 0, 90), Chapter("b", "Second", 90, 135)))
    return clips, timeline, tmp_path


def written(film, name="film.mp4"):
    clips, timeline, folder = film
    write_film(folder / name, timeline, clips, {"title": "Partial derivatives"})
    return folder / name


def test_captions_carry_the_language_by_its_name_in_a_film(film):
    clips, timeline, folder = film
    write_film(folder / "de.mp4", timeline, clips, {}, words_of("de").film_code)
    found = []
    for path in (written(film), folder / "de.mp4"):
        with av.open(str(path)) as container:
            found.append(container.streams.subtitles[0].metadata["language"])
    assert found == ["eng", "deu"]


def test_every_frame_appears_at_its_slot_and_the_film_lasts_as_long_as_the_timeline(film):
    clips, timeline, _ = film
    with av.open(str(written(film))) as container:
        stream = container.streams.video[0]
        assert stream.codec_context.name == "h264"
        assert stream.codec_context.pix_fmt == "yuv420p"
        assert stream.duration * stream.time_base == Fraction(135, 30)
        seen = [frame.pts * frame.time_base for frame in container.decode(stream)]
    ticks = [
        [*(slot.start + tick for tick in clips[slot.address].facts.ticks), slot.end - 1] for slot in timeline.slots
    ]
    assert seen == [Fraction(tick, 30) for slot in ticks for tick in slot]


@pytest.mark.parametrize("shifts", [((3, 20),), ((1, 5), (7, 30))])
def test_a_move_that_waits_for_its_word_is_shown_with_it(film, shifts):
    clips, timeline, folder = film
    slots = tuple(replace(slot, shifts=shifts) if slot.step == "one" else slot for slot in timeline.slots)
    write_film(folder / "late.mp4", replace(timeline, slots=slots), clips, {})
    with av.open(str(folder / "late.mp4")) as container:
        late = [(round(frame.pts * frame.time_base * 30), frame.to_ndarray()) for frame in container.decode(video=0)]
    with av.open(str(written(film))) as container:
        pictures = [frame.to_ndarray() for frame in container.decode(video=0)]
    assert all(np.array_equal(one, other) for (_, one), other in zip(late, pictures, strict=True))
    ticks = [[*map(slot.at, clips[slot.address].facts.ticks), slot.end - 1] for slot in slots]
    assert [tick for tick, _ in late] == [tick for slot in ticks for tick in slot]


def test_a_section_by_itself_has_the_film_s_frames_from_its_own_zero_on(film):
    clips, timeline, folder = film
    part = excerpt(timeline, "b")
    write_film(folder / "b.mp4", part, clips, {})
    with av.open(str(folder / "b.mp4")) as container:
        stream = container.streams.video[0]
        assert stream.duration * stream.time_base == Fraction(45, 30)
        alone = [(frame.pts * frame.time_base, frame.to_ndarray()) for frame in container.decode(stream)]
    with av.open(str(written(film))) as container:
        whole = [(frame.pts * frame.time_base, frame.to_ndarray()) for frame in container.decode(video=0)]
    inside = [(time - 3, picture) for time, picture in whole if time >= 3]
    assert [time for time, _ in alone] == [time for time, _ in inside]
    assert all(np.array_equal(one, other) for (_, one), (_, other) in zip(alone, inside, strict=True))


def test_sections_by_themselves_are_the_timeline_moved_to_zero(film):
    timeline = film[1]
    for chapter in timeline.chapters:
        part = excerpt(timeline, chapter.section)
        assert part.slots[0].start == part.chapters[0].start == 0
        assert part.end == chapter.end - chapter.start
        whole = [cue for slot in timeline.slots if slot.section == chapter.section for cue in slot.cues]
        assert [(cue.start + chapter.start, cue.end + chapter.start, cue.lines) for cue in part.cues] == [
            (cue.start, cue.end, cue.lines) for cue in whole
        ]
    with pytest.raises(KeyError, match="no-such-section"):
        excerpt(timeline, "no-such-section")


def test_frames_are_copied_not_encoded_again(film):
    clips, timeline, _ = film
    with av.open(str(written(film))) as container:
        joined = [frame.to_ndarray() for frame in container.decode(video=0)]
    single = []
    for slot in timeline.slots:
        with av.open(str(clips[slot.address].video)) as container:
            single += [frame.to_ndarray() for frame in container.decode(video=0)]
    assert all(np.array_equal(one, other) for one, other in zip(joined, single, strict=True))


def test_chapters_are_sections_and_the_title_is_kept(film):
    with av.open(str(written(film))) as container:
        assert container.metadata["title"] == "Partial derivatives"
        chapters = [(one["start"] * one["time_base"], one["metadata"]["title"]) for one in container.chapters()]
    assert chapters == [(0, "First – ∂"), (3, "Second")]


def test_captions_are_embedded(film):
    with av.open(str(written(film))) as container:
        (stream,) = [one for one in container.streams if one.type == "subtitle"]
        packets = [
            (packet.pts * packet.time_base, bytes(packet)[2:].decode())
            for packet in container.demux(stream)
            if packet.size
        ]
    assert [(time, text) for time, text in packets if text] == [(0, "Hold w two still"), (2, "a < b & c\n– ∂")]


def test_the_index_stands_before_the_frames(film):
    data = written(film).read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_the_same_clips_give_the_same_bytes(film):
    assert written(film, "a.mp4").read_bytes() == written(film, "b.mp4").read_bytes()


def test_a_clip_of_another_format_is_refused(film, tmp_path):
    clips, timeline, folder = film
    with ClipEncoder(tmp_path / "other.mp4", FrameFormat(320, 192, 30)) as encoder:
        encoder.show(0, np.zeros((192, 320, 4), np.uint8), [PixelBox(0, 0, 320, 192)])
    clips["a/two"] = Clip("a/two", "", tmp_path / "other.mp4", tmp_path, "", "", StepFacts(ticks=(0,), motion=0))
    with pytest.raises(ValueError, match="a/two"):
        write_film(folder / "film.mp4", timeline, clips, {})


def test_the_text_track_has_no_gap(film):
    now = 0
    for start, length, _ in text_samples(film[1]):
        assert start == now
        now += length
    assert now == film[1].end
