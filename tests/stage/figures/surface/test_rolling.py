"""A field's direction has length one, or none where the field has none; an opposite direction is told by its sign."""

from types import SimpleNamespace

import numpy as np
import pytest

from mathora.formula import read
from mathora.lesson import Text
from mathora.stage.figures.surface.rolling import direction, is_opposite
from tests.formula.sample_models import declaring


def field(vector):
    return SimpleNamespace(at=lambda place: np.array(vector, dtype=float) + 0 * place)


@pytest.mark.parametrize(
    ("vector", "way"), [((3, 4), (0.6, 0.8)), ((0, -2), (0, -1)), ((0, 0), (0, 0)), ((np.nan, 1), (0, 0))]
)
def test_a_direction_is_of_length_one_or_nothing(vector, way):
    assert direction(field(vector), np.zeros(2)) == pytest.approx(way)


@pytest.mark.parametrize(("tex", "opposite"), [(r"-\nabla L", True), (r"\nabla L", False), ("(1, -2)", False)])
def test_an_opposite_direction_begins_with_a_minus(tex, opposite):
    model = declaring({"L(a, b)": "a^2 + b^2"})
    assert is_opposite(read(Text.written(tex), model)) == opposite
