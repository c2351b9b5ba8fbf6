"""Whether two arrows lie on one line is measured by the sine between them."""

import numpy as np
import pytest

from mathora.stage.figures.surface.gradient_map import _across


@pytest.mark.parametrize(
    ("one", "other", "sine"),
    [((1, 0), (-3, 0), 0), ((1, 0), (0, 2), 1), ((0, 2), (1, 0), -1), ((1, 1), (5, 5), 0), ((1, 0), (1, 1), 0.5**0.5)],
)
def test_opposite_arrows_lie_on_one_line_and_a_turned_one_does_not(one, other, sine):
    assert _across(np.array([*one, 0.0]), np.array([*other, 0.0])) == pytest.approx(sine)
