"""A card behind one name stands straight behind it, where there is room; every other card stays."""

from types import SimpleNamespace

import pytest
from manim import Rectangle, VGroup

from mathora.stage.figures.graph.straight import straighten
from mathora.stage.layout import Region

REGION = Region(-5.0, -3.0, 5.0, 3.0)


class Box(VGroup):
    def __init__(self, x, y):
        self.card = self.room = Rectangle(width=1, height=1).move_to([x, y, 0])
        super().__init__(self.card)


def heights(places, sources, **more):
    """How high the cards at these places stand, once those that are steps of `sources` have been straightened."""
    boxes = {name: Box(*place) for name, place in places.items()}
    steps = {name: SimpleNamespace(variables=variables) for name, variables in sources.items()}
    straighten(boxes, SimpleNamespace(steps=steps), REGION, **{"upright": False, **more})
    return {name: tuple(box.card.get_center()[:2].round(6)) for name, box in boxes.items()}


def test_a_step_of_one_name_moves_across_to_it():
    assert heights({"x": (-3, 0), "u": (0, 0.5)}, {"u": ("x",)})["u"] == (0, 0)
    assert heights({"x": (0, 2), "u": (0.5, 0)}, {"u": ("x",)}, upright=True)["u"] == (0, 0)


@pytest.mark.parametrize(
    ("places", "variables"),
    [
        ({"x": (-3, 0), "u": (0, 0.5)}, ("x", "u")),  # of two names
        ({"x": (-3, 0), "u": (0, 0.9)}, ("x",)),  # it is meant to lean
        ({"x": (-3, 0), "u": (0, 0.5), "v": (0, -0.7)}, ("x",)),  # there stands another
        ({"x": (-3, 2.8), "u": (0, 2.4)}, ("x",)),  # out of the region
    ],
)
def test_what_has_no_room_or_no_one_name_stays(places, variables):
    assert heights(places, {"u": variables})["u"] == places["u"]
