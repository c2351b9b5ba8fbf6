"""A sheet, its box and its curve stand beside each other, and nothing overlaps."""

import pytest

from mathora.stage.figures.box.box_places import BoxPlaces
from mathora.stage.layout import LAYOUTS


def overlap(one, other):
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    return wide > 1e-9 and high > 1e-9


@pytest.mark.parametrize("aspect", ["16:9", "9:16", "1:1"])
def test_no_place_overlaps_another(aspect):
    places = BoxPlaces.of(LAYOUTS[aspect])
    apart = [places.net, places.box, places.graph, places.formulas, places.readings]
    assert not any(overlap(one, other) for at, one in enumerate(apart) for other in apart[at + 1 :])


def test_a_sheet_stands_alone_then_beside_then_in_the_place_of_its_box():
    places = BoxPlaces.of(LAYOUTS["16:9"])
    alone, aside = places.pose(6, 1, 0, 0, 0), places.pose(6, 1, 0, 1, 1)
    assert alone.centre.tolist() == places.alone.centre.tolist()
    assert aside.centre.tolist() == places.box.centre.tolist()
    assert aside.unit < alone.unit
