"""The film's sound begins and ends with its pictures, lies where its step begins, and is the same each time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction
from types import SimpleNamespace

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from real_lesson import real_order
from spoken_lesson import wav

from mathora.encoder import ClipEncoder, PixelBox
from mathora.export.film.excerpt import excerpt, step_excerpt
from mathora.export.film.sound import FRAME, add_sound, encoded, sound_packets, write_sound, write_with_music
from mathora.export.film.video import write_film
from mathora.export.shared_parts import SharedParts
from mathora.plan import Chapter, Cue, FrameFormat, Slot, StepFacts, Timeline
from mathora.render import Clip
from mathora.render.parts import PartStore
from mathora.voice.loudness import FILM_RATE, PEAK, levelled, measured
from mathora.voice.music import Music
from mathora.voice.speaking import Spoken
from mathora.voice.speech import Speech

FRAMES = FrameFormat(64, 48, 30)
TICK = FILM_RATE // 30
TIMELINE = Timeline(
    30,
    (
        Slot("a", "one", 0, 3, 40, "", (Cue(2, 30, ("Hold w₂",)),)),
        Slot("a", "two", 43, 3, 27, "", ()),
        Slot("b", "three", 73, 3, 51, "", (Cue(80, 90, ("Then",)),)),
    ),
    (Chapter("a", "A", 0, 73), Chapter("b", "B", 73, 127)),
)


def beep(ticks):
    return (8000 * np.sin(2 * np.pi * 440 * np.arange(ticks * TICK) / FILM_RATE)).astype(np.int16)


@pytest.fixture
def sound(tmp_path):
    """Two steps that are heard, encoded."""
    files = {"a/one": tmp_path / "one.m4a", "b/three": tmp_path / "three.m4a"}
    for file in files.values():
        write_sound(file, beep(20))
    return files


@pytest.fixture
def clips(tmp_path):
    made = {}
    for slot in TIMELINE.slots:
        path = tmp_path / f"clip.{slot.step}.mp4"
        with ClipEncoder(path, FRAMES) as encoder:
            for tick in range(3):
                encoder.show(tick, np.full((48, 64, 4), 40 * tick, np.uint8), [PixelBox(0, 0, 64, 48)])
        made[slot.address] = Clip(slot.address, "", path, path, "", "", StepFacts(ticks=(0, 1, 2), motion=3))
    return made


def heard(path):
    """The film's sound as samples, from the film's beginning on."""
    with av.open(str(path)) as film:
        parts = [frame.to_ndarray()[0] for frame in film.decode(audio=0)]
    return np.concatenate(parts)


def sounding(samples):
    """From which to which sample it is loud."""
    loud = np.flatnonzero(np.abs(samples) > 0.05)
    return loud[0], loud[-1]


def test_a_speech_lies_where_its_step_begins(clips, sound, tmp_path):
    write_film(tmp_path / "film.mp4", TIMELINE, clips, {}, sound=sound)
    samples = heard(tmp_path / "film.mp4")
    halves = samples[: 43 * TICK], samples[43 * TICK :]
    assert sounding(halves[0]) == pytest.approx((0, 20 * TICK), abs=0.010 * FILM_RATE)
    assert sounding(halves[1]) == pytest.approx((30 * TICK, 50 * TICK), abs=0.010 * FILM_RATE)


@pytest.mark.parametrize("part", [TIMELINE, excerpt(TIMELINE, "b"), step_excerpt(TIMELINE, "b/three")])
def test_sound_and_pictures_end_together(clips, sound, tmp_path, part):
    write_film(tmp_path / "film.mp4", part, clips, {}, sound=sound)
    with av.open(str(tmp_path / "film.mp4")) as film:
        pictures, sound = film.streams.video[0], film.streams.audio[0]
        assert pictures.duration * pictures.time_base == Fraction(part.end, 30)
        assert abs(sound.duration * sound.time_base - Fraction(part.end, 30)) < Fraction(1, 1000)
        assert sound.start_time == pictures.start_time == 0
        assert film.duration == pytest.approx(part.end / 30 * 1_000_000, abs=1000)
    assert sounding(heard(tmp_path / "film.mp4"))[0] < 0.010 * FILM_RATE


def test_a_step_by_itself_is_its_part_of_the_film(clips, sound, tmp_path):
    write_film(tmp_path / "film.mp4", TIMELINE, clips, {}, sound=sound)
    write_film(tmp_path / "step.mp4", step_excerpt(TIMELINE, "b/three"), clips, {}, sound=sound)
    own, whole = heard(tmp_path / "step.mp4"), heard(tmp_path / "film.mp4")[round(73 * TICK / FRAME) * FRAME :]
    assert np.abs(own[: 25 * TICK] - whole[: 25 * TICK]).max() < 0.02
    packets = []
    for name in ("step", "film"):
        with av.open(str(tmp_path / f"{name}.mp4")) as film:
            packets.append([bytes(packet) for packet in film.demux(audio=0) if packet.size])
    assert packets[0][:20] == packets[1][round(73 * TICK / FRAME) :][:20]


@given(lengths=st.lists(st.integers(1, 5000), min_size=1, max_size=6), rests=st.lists(st.integers(0, 40), min_size=6))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_speeches_follow_each_other_packet_by_packet_however_near_they_are(tmp_path, lengths, rests):
    slots, files, start = [], {}, 0
    for number, (length, rest) in enumerate(zip(lengths, rests, strict=False)):
        ticks = -(-length // TICK) + rest
        slots.append(Slot("a", str(number), start, 1, ticks - 1, "", ()))
        start += ticks
        files[f"a/{number}"] = tmp_path / f"{number}.m4a"
        write_sound(files[f"a/{number}"], np.full(length, 9000, np.int16))
    with av.open(str(tmp_path / "film.mp4"), "w") as film:
        packets = list(sound_packets(add_sound(film, "eng", files), Timeline(30, tuple(slots), ()), files))
    assert [packet.pts for packet in packets] == [(number - 1) * FRAME for number in range(len(packets))]
    assert packets[-1].pts + packets[-1].duration == start * TICK
    assert 0 < packets[-1].duration <= FRAME


def test_the_same_sound_gives_the_same_bytes_and_pictures_stay_as_they_were(clips, sound, tmp_path):
    for name, heard_steps in (("one", sound), ("two", sound), ("mute", {})):
        write_film(tmp_path / f"{name}.mp4", TIMELINE, clips, {"comment": "Voice: Hum"}, sound=heard_steps)
    one, two = ((tmp_path / f"{name}.mp4").read_bytes() for name in ("one", "two"))
    assert one == two
    assert b"Lavc" not in one
    packets = []
    for name in ("one", "mute"):
        with av.open(str(tmp_path / f"{name}.mp4")) as film:
            packets.append([(packet.pts, packet.dts, bytes(packet)) for packet in film.demux(video=0) if packet.size])
    assert packets[0] == packets[1]


def test_the_film_says_who_speaks_in_which_language_and_a_mute_one_has_no_sound_track(clips, sound, tmp_path):
    write_film(tmp_path / "film.mp4", TIMELINE, clips, {"comment": "Voice: Hum"}, "deu", sound=sound)
    with av.open(str(tmp_path / "film.mp4")) as film:
        assert film.metadata["comment"] == "Voice: Hum"
        assert film.streams.audio[0].metadata["language"] == "deu"
        assert film.streams.audio[0].codec_context.sample_rate == FILM_RATE
    write_film(tmp_path / "mute.mp4", TIMELINE, clips, {})
    with av.open(str(tmp_path / "mute.mp4")) as film:
        assert not film.streams.audio


@pytest.mark.parametrize("others", [{"b/three": Speech(beep(20), FILM_RATE, ())}, {}], ids=["said", "silent"])
def test_a_steps_film_is_the_same_bytes_whatever_was_said_elsewhere_before(clips, tmp_path, others):
    order = real_order(tmp_path)
    story = SharedParts(order, PartStore(tmp_path, ""), tmp_path, ThreadPoolExecutor()).story

    def film(cache, ticks):
        speeches = {"a/one": Speech(beep(ticks), FILM_RATE, ()), **others}
        spoken = replace(order, timeline=TIMELINE, clips=clips, spoken=Spoken("", speeches, {}))
        shared = SharedParts(spoken, PartStore(tmp_path / cache, ""), tmp_path, ThreadPoolExecutor())
        vars(shared)["story"] = story
        return shared._clip(step_excerpt(TIMELINE, "b/three"), {}).read_bytes()

    film("kept", 12)
    assert film("kept", 31) == film("fresh", 31)


def test_music_plays_under_a_film_that_stays_as_loud_and_without_a_voice_by_itself(clips, tmp_path):
    speeches = {"a/one": Speech(beep(40), FILM_RATE, ()), "b/three": Speech(beep(45), FILM_RATE, ())}

    def film(said, music):
        write_with_music(tmp_path / "mixed.m4a", TIMELINE, said, music)
        write_film(tmp_path / "film.mp4", TIMELINE, clips, {}, sound={"a/one": tmp_path / "mixed.m4a"})
        return heard(tmp_path / "film.mp4")

    silence = SimpleNamespace(wave=np.zeros(FILM_RATE, np.float32))
    music = Music(wav(beep(127) / 32767, FILM_RATE), "calm.wav")
    plain, spoken, alone = film(speeches, silence), film(speeches, music), film({}, music)
    pause = slice(50 * TICK, 65 * TICK)
    assert [np.abs(one[pause]).max() > least for one, least in ((plain, 1e-3), (spoken, 3e-3), (alone, 2e-2))] == [
        False, True, True,
    ]  # fmt: skip
    assert measured(spoken)[0] == pytest.approx(measured(plain)[0], abs=0.2)
    assert measured(spoken)[1] <= -1.5


@pytest.mark.parametrize("hertz", [150, 220])
def test_what_the_encoder_makes_louder_than_a_peak_may_be_is_encoded_under_a_lower_ceiling(tmp_path, hertz):
    at = np.arange(2 * FILM_RATE) / FILM_RATE
    buzz = sum(np.sin(2 * np.pi * hertz * k * at) / k**0.5 for k in range(1, 9000 // hertz))
    speech = Speech(np.round(9000 * buzz / np.abs(buzz).max()).astype(np.int16), FILM_RATE, ())
    write_sound(tmp_path / "planted.m4a", levelled(speech))
    assert measured(heard(tmp_path / "planted.m4a"))[1] > PEAK + 0.5, "the encoder lets a spike through"
    _, peak = measured(heard(encoded(speech, PartStore(tmp_path / "parts", ""))))
    assert peak <= PEAK
