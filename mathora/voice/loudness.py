"""How loud a lesson is: a gain for each speech, and a limiter for what would be too loud then.

Owns: `levelled`, `limited`, `measured`, `at_film_rate`, `FILM_RATE`, and the targets.

Source: ITU-R BS.1770-5 (integrated loudness with its gates, true peak), as FFmpeg's `ebur128` measures them; the target
is EBU R 128's for speech on the web, −16 LUFS.

Laws:
- A speech has −16 LUFS ± 0.1, so that a lesson has ± 0.5, and no sample over a ceiling; where both cannot be had, peaks
  count. Who encodes it lowers the ceiling until no true peak of what is heard is over −1.5 dBTP.
- A speech's loudness hangs on nothing but itself: another sentence changes none of its samples.
- The limiter lets no sample over its ceiling, and turns down smoothly, within `REACH` of what is too loud.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import av
import numpy as np

from mathora.voice.speech import Samples, Speech, Wave

FILM_RATE = 48_000
LOUDNESS = -16.0
TOLERANCE = 0.1
CEILING = 10 ** (-4.0 / 20)
"""The loudest sample, −4 dB: between samples, and by the encoder, it becomes louder, mostly by less than 2.5 dB."""

PEAK = -1.5  # dBTP that no sound passes as it is heard

REACH = 0.005  # seconds around a loud sample in which the limiter turns down

ROUNDS = 6
SILENCE = -70.0
SHORT = 1.0  # seconds: loudness is a mean over windows of 0.4 s, and of a shorter wave there is none

BLOCK = 4800


def levelled(speech: Speech, ceiling: float = CEILING) -> Samples:
    """A speech at the film's rate, as loud as it should be, with no sample over the ceiling."""
    full = np.float32(np.iinfo(np.int16).max)
    wave = loud = at_film_rate(speech.samples.astype(np.float32) / full, speech.rate)
    gain = 1.0
    for _ in range(ROUNDS):
        loud = limited(wave * np.float32(gain), ceiling)
        heard, _ = measured(loud)
        if heard <= SILENCE or abs(heard - LOUDNESS) <= TOLERANCE:
            break
        gain *= 10 ** ((LOUDNESS - heard) / 20)
    return np.round(loud * np.iinfo(np.int16).max).astype(np.int16)


def limited(wave: Wave, ceiling: float = CEILING) -> Wave:
    """The wave with no sample over the ceiling: a gain that has come down when the loud sample comes.

    The gain at a sample is the mean, over a window, of the least gains that its neighbourhood of the window's length
    allows; each of these is at most what the sample itself allows, so their mean is, too.
    """
    reach = round(REACH * FILM_RATE)
    allowed = np.minimum(1.0, ceiling / np.maximum(np.abs(wave), np.float32(ceiling)))
    if allowed.min(initial=1.0) == 1.0:
        return wave
    least = _least(np.pad(allowed, 2 * reach, constant_values=1.0), 2 * reach + 1)
    mean = np.cumsum(np.concatenate([[0.0], least]), dtype=np.float64)
    smooth = (mean[2 * reach + 1 :] - mean[: -2 * reach - 1]) / (2 * reach + 1)
    return np.clip(wave * smooth.astype(np.float32), -ceiling, ceiling)


def _least(values: Wave, window: int) -> Wave:
    """The least value in each window of so many values, from the first whole window to the last."""
    width = 1
    while 2 * width <= window:
        values = np.minimum(values[:-width], values[width:])
        width *= 2
    rest = window - width
    return np.minimum(values[: len(values) - rest], values[rest:]) if rest else values


def measured(wave: Wave) -> tuple[float, float]:
    """Integrated loudness in LUFS and true peak in dBTP of a wave, one shorter than `SHORT` seconds said repeatedly."""
    graph = av.filter.Graph()
    nodes = (
        graph.add_abuffer(format="flt", sample_rate=FILM_RATE, layout="mono", time_base=Fraction(1, FILM_RATE)),
        graph.add("ebur128", "metadata=1:peak=true:framelog=quiet"),
        graph.add("abuffersink"),
    )
    graph.link_nodes(*nodes).configure()
    last: Mapping[str, str] = {}
    often = -(-round(SHORT * FILM_RATE) // max(len(wave), 1))
    whole = np.concatenate([np.tile(wave, often), np.zeros(BLOCK, np.float32)])
    for start in range(0, len(whole), BLOCK):
        frame = av.AudioFrame.from_ndarray(whole[None, start : start + BLOCK], format="flt", layout="mono")
        frame.sample_rate, frame.time_base, frame.pts = FILM_RATE, Fraction(1, FILM_RATE), start
        graph.push(frame)
        last = _pulled(graph) or last
    return float(last.get("lavfi.r128.I", SILENCE)), _decibels(float(last.get("lavfi.r128.true_peak", 0.0)))


def _pulled(graph: av.filter.Graph) -> Mapping[str, str]:
    """What the newest frame that came out of the filters says."""
    told: Mapping[str, str] = {}
    while True:
        try:
            told = dict(graph.pull().metadata)
        except (av.BlockingIOError, av.EOFError):
            return told


def _decibels(factor: float) -> float:
    return float(20 * np.log10(max(factor, 1e-9)))


def at_film_rate(wave: Wave, rate: int) -> Wave:
    """The same sound at `FILM_RATE`; `rate` is its own, in hertz."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=FILM_RATE)
    frame = av.AudioFrame.from_ndarray(wave[None, :], format="flt", layout="mono")
    frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), 0
    parts = [part.to_ndarray()[0] for part in (*resampler.resample(frame), *resampler.resample(None))]
    length = len(wave) * FILM_RATE // rate
    whole = np.zeros(length, np.float32)
    joined = np.concatenate(parts)[:length]
    whole[: len(joined)] = joined
    return whole
