"""Paths handed to Skia in one piece, in its own serial form: a call for each point takes many times as long.

Owns: `serial_path`, `polyline`.
"""

from __future__ import annotations

import struct

import numpy as np
import numpy.typing as npt
import skia

VERSION = 5
"""Skia's serial form of a path: version, counts of points, conics and verbs, points as float32, verbs padded to four
bytes."""

MOVE, LINE, CUBIC, CLOSE = b"\x00", b"\x01", b"\x04", b"\x05"


def serial_path(coordinates: bytes, verbs: bytes) -> skia.Path:
    """The path of these verbs through points as pairs of little-endian float32; through one that is no number it is not
    finite, which whoever draws it looks for. Raises `ValueError` if it is not read whole.
    """
    header = struct.pack("<4I", VERSION, len(coordinates) // 8, 0, len(verbs))
    path = skia.Path()
    path.readFromMemory(header + coordinates + verbs + b"\x00" * (-len(verbs) % 4))
    if path.countVerbs() != len(verbs):
        raise ValueError("fewer points than verbs ask for, or a version of Skia that this was not written for")
    return path


def polyline(points: npt.NDArray[np.float64]) -> skia.Path:
    """The polyline through points (n, 2), not closed; n may be 0. Raises as `serial_path`."""
    if not len(points):
        return skia.Path()
    return serial_path(np.asarray(points, "<f4").tobytes(), MOVE + LINE * (len(points) - 1))
