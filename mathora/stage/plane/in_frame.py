"""Arrows on the picture: an arrow whose head or tail lies outside says nothing of how long it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from manim import Mobject

from mathora.plan import Finding
from mathora.stage.layout import Region
from mathora.stage.plane.arrow import ArrowMobject

VISIBLE = 0.05  # below this opacity nothing is seen


def arrow_findings(mobjects: Iterable[Mobject], frame: Region) -> Iterator[Finding]:
    """One for the picture, if an arrow that is seen leaves the frame (scene units)."""
    for mobject in mobjects:
        for one in mobject.get_family():
            if isinstance(one, ArrowMobject) and _is_seen(one) and not frame.holds(one):
                yield Finding(
                    "arrow-cut", "an arrow leaves the frame", "give the scene a wider span, or a shorter vector"
                )
                return


def _is_seen(arrow: ArrowMobject) -> bool:
    return (
        max(float(arrow.get_fill_opacity()), float(arrow.get_stroke_opacity() * arrow.get_stroke_width() > 0)) > VISIBLE
    )
