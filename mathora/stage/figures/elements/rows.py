"""Words beside each other on one line.

Owns: `in_a_row`, `on_one_line`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import VGroup, VMobject

from mathora.stage.arrays import Array
from mathora.stage.text.formula_mobject import TextMobject
from mathora.stage.text.prose_mobject import HALF_CAPITAL

GAP, SIZE = 0.18, 0.36  # between two texts, and the em of the texts of a row, in scene units


def in_a_row(parts: Sequence[VMobject], place: Array) -> VGroup:
    """Texts whose baselines are at y = 0, one after the other from a scene point (3,), the middle of capitals on it."""
    row, right = VGroup(), float(place[0])
    for part in parts:
        row.add(part.shift(np.array([right - part.get_left()[0], place[1] - HALF_CAPITAL * SIZE, 0.0])))
        right = float(part.get_right()[0]) + GAP
    return row


def on_one_line(texts: Sequence[TextMobject]) -> None:
    """Puts texts on the baseline of the first."""
    for text in texts:
        text.shift(np.array([0.0, texts[0].baseline - text.baseline, 0.0]))
