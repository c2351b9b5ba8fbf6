"""Which moment of one recording is which of another, if both say the same words.

Owns: `Alignment`, `align`, and `change_of` and `breadth_of`, which tell what is spoken from a tone or noise.

Source: mel-frequency cepstral coefficients (Davis and Mermelstein, 1980), matched by dynamic time warping (Sakoe and
Chiba, 1978). No model of speech is needed: a voice whose word times are known says the same words.

Laws:
- Times grow with times: no word is found before the one before it.
- The cost is the mean distance of matched frames, in standard deviations of the coefficients: it is small where the
  words are the same, whoever speaks, and does not depend on loudness or length.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mathora.voice.speech import Wave

HOP, WINDOW = 0.010, 0.025  # seconds between frames, and of sound in each

BANDS, COEFFICIENTS = 26, 13
LOWEST, HIGHEST = 80.0, 7000.0  # hertz: of the mel bands
LONGEST = 3000  # frames of a recording beyond which fewer are looked at: time and memory stay bounded

STRETCHES = (0.85, 0.92, 1.0, 1.09, 1.18)
"""How much longer or shorter than the known one's a speaker's throat may be: what fits best is taken."""

CHANGE = 2.0  # how much the coefficients' change counts, against themselves

Frames = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alignment:
    """`known` and `heard` are the seconds of matched moments, both rising; `cost` says how unlike they sound."""

    known: NDArray[np.float64]
    heard: NDArray[np.float64]
    cost: float

    def at(self, second: float) -> float:
        """The second of the recording that is this one of the known voice's."""
        return float(np.interp(second, self.known, self.heard))


def align(known: Wave, known_rate: int, heard: Wave, heard_rate: int) -> Alignment:
    """How a recording `heard` runs along a `known` one; both are waves between −1 and 1."""
    hop = HOP * max(1, -(-max(len(known) / known_rate, len(heard) / heard_rate) // (LONGEST * HOP)))
    one = _frames(known, known_rate, hop)
    ways = (_matched(one, _frames(heard, heard_rate, hop, stretch)) for stretch in STRETCHES)
    path, cost = min(ways, key=lambda way: way[1])
    times = (path * hop + WINDOW / 2).astype(np.float64)
    places = np.unique(times[:, 0])
    return Alignment(places, np.array([np.median(times[times[:, 0] == place, 1]) for place in places]), cost)


def _matched(one: Frames, other: Frames) -> tuple[NDArray[np.int64], float]:
    """The cheapest way along two voices' frames, and what it costs."""
    distances = np.sqrt(np.maximum(0, (one**2).sum(1)[:, None] + (other**2).sum(1) - 2 * one @ other.T))
    path = _cheapest_path(distances)
    return path, float(distances[path[:, 0], path[:, 1]].mean() / np.sqrt(COEFFICIENTS))


def _frames(wave: Wave, rate: int, hop: float, stretch: float = 1.0) -> Frames:
    """The coefficients of each frame and their change, (n, 26), each of mean 0 and deviation 1 where the sound is not
    silent; the frequencies are those of a voice `stretch` times as high.
    """
    mel, loud = _heights(wave, rate, hop, stretch)
    waves = np.cos(np.pi / BANDS * np.outer(np.arange(1, COEFFICIENTS + 1), np.arange(BANDS) + 0.5))
    found = mel @ waves.T
    sounding = found[loud] if loud.any() else found
    even = (found - sounding.mean(0)) / (sounding.std(0) + 1e-6)
    return np.hstack([even, CHANGE * np.gradient(even, axis=0)]).astype(np.float32)


def change_of(wave: Wave, rate: int) -> float:
    """How much the bands' logarithms change while it is not silent: some 3 of what is spoken, nearly 0 of a tone."""
    mel, loud = _heights(wave, rate, HOP, 1.0)
    return float(mel[loud].std(0).mean()) if loud.any() else 0.0


def breadth_of(wave: Wave, rate: int) -> float:
    """Over how many bands the power of a moment is spread, on average: some 7 to 10 of what is spoken, 2 of a tone."""
    mel, loud = _heights(wave, rate, HOP, 1.0)
    shares = np.exp(mel[loud]) / np.exp(mel[loud]).sum(1, keepdims=True)
    return float(np.exp(-(shares * np.log(shares)).sum(1)).mean()) if loud.any() else 0.0


def _heights(wave: Wave, rate: int, hop: float, stretch: float) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The logarithms of the mel bands of each frame, (n, bands), and which frames are not silent."""
    size, step = round(WINDOW * rate), round(hop * rate)
    padded = np.pad(wave, (0, max(0, size - len(wave))))
    emphasised = np.append(padded[:1], padded[1:] - np.float32(0.97) * padded[:-1])
    cut = np.lib.stride_tricks.sliding_window_view(emphasised, size)[::step] * np.hanning(size)
    power = np.abs(np.fft.rfft(cut, axis=1)) ** 2
    mel = np.log(power @ _bands(size, rate, stretch).T + 1e-8 * max(float(power.max()), 1e-12))
    return mel, power.sum(1) > 1e-5 * power.sum(1).max()


def _bands(size: int, rate: int, stretch: float) -> NDArray[np.float64]:
    """Triangular weights of the mel bands over the frequencies of a frame, (bands, size // 2 + 1)."""
    low, high = 2595 * np.log10(1 + np.array([LOWEST, min(HIGHEST, 0.49 * rate)]) / 700)
    edges = 700 * (10 ** (np.linspace(low, high, BANDS + 2) / 2595) - 1)
    heights = np.fft.rfftfreq(size, 1 / rate) * stretch
    rising = (heights - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - heights) / (edges[2:] - edges[1:-1])[:, None]
    return np.asarray(np.maximum(0, np.minimum(rising, falling)))


def _cheapest_path(distances: Frames) -> NDArray[np.int64]:
    """The pairs (row, column) of the cheapest way from the first corner to the last; steps right, down or both.

    Totals are computed along anti-diagonals: what they need is on the two before.
    """
    rows, columns = distances.shape
    totals = np.full((rows + 1, columns + 1), np.inf, np.float32)
    totals[0, 0] = 0
    for total in range(2, rows + columns + 1):
        row = np.arange(max(1, total - columns), min(rows, total - 1) + 1)
        column = total - row
        before = np.minimum(totals[row - 1, column - 1], np.minimum(totals[row - 1, column], totals[row, column - 1]))
        totals[row, column] = distances[row - 1, column - 1] + before
    path, at = [], (rows, columns)
    while at != (0, 0):
        path.append((at[0] - 1, at[1] - 1))
        row_at, column_at = at
        steps = ((row_at - 1, column_at - 1), (row_at - 1, column_at), (row_at, column_at - 1))
        at = min((one for one in steps if min(one) >= 0), key=lambda one: float(totals[one]))
    return np.array(path[::-1])
