"""An arrow that is seen and leaves the frame is told, once for a picture."""

import numpy as np
import pytest
from manim import Square, VGroup

from mathora.stage.layout import Region
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.in_frame import arrow_findings

FRAME = Region(-2.0, -1.0, 2.0, 1.0)


def arrow(x, y=0.0, **options):
    return ArrowMobject(np.zeros(3), np.array([x, y, 0.0]), "#ffffff", **options)


def told(*mobjects):
    return [one.rule for one in arrow_findings(mobjects, FRAME)]


@pytest.mark.parametrize(("x", "y", "cut"), [(1, 0, False), (3, 0, True), (0, 1.2, True), (-1.9, 0.5, False)])
def test_an_arrow_that_leaves_the_frame_is_told(x, y, cut):
    assert told(arrow(x, y)) == (["arrow-cut"] if cut else [])


def test_it_is_told_once_and_wherever_it_stands_in_a_group():
    assert told(VGroup(Square(), VGroup(arrow(3))), arrow(4)) == ["arrow-cut"]


def test_what_is_not_seen_and_what_is_no_arrow_may_be_outside():
    assert told(arrow(3).set_opacity(0), Square(9)) == []
    assert told(arrow(3, hollow=True)) == ["arrow-cut"]
    assert told(arrow(3, hollow=True).set_stroke(opacity=0)) == []
