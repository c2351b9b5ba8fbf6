"""A picture's pixels as a PNG file: flat colours, written fast.

Law: the same pixels give the same bytes on one machine; no time or name is stored.

The format is Portable Network Graphics (W3C, second edition). Each row is stored as it is (filter type 0): on drawn
pictures the filters that libraries choose by trial take three times as long, and all stills of a lesson are written so.
"""

from __future__ import annotations

import struct
import zlib

import numpy as np
import numpy.typing as npt

SIGNATURE = b"\x89PNG\r\n\x1a\n"
LEVEL = 3  # zlib's effort: flat colours shrink well at any level

EIGHT_BITS, RGB = 8, 2


def png(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Opaque RGBA pixels (height, width, 4) as an RGB picture."""
    height, width, _ = pixels.shape
    rows = np.zeros((height, 1 + 3 * width), np.uint8)
    rows[:, 1:] = pixels[..., :3].reshape(height, 3 * width)
    header = struct.pack(">IIBBBBB", width, height, EIGHT_BITS, RGB, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows.tobytes(), LEVEL)), (b"IEND", b"")
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """One chunk: length, kind, content, check sum of the last two."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
