"""Two labels meet where their boxes come nearer to each other than they may."""

import pytest
from manim import Square

from mathora.stage.figures.surface.lifted_slice import APART, _meet


@pytest.mark.parametrize(
    ("shift", "meet"),
    [((0, 0), True), ((0.5, 0), True), ((1 + APART, 0), False), ((0.9, 2), False), ((1.05, 0.5), True)],
)
def test_labels_keep_apart(shift, meet):
    assert _meet(Square(1.0), Square(1.0).shift([*shift, 0])) == meet
