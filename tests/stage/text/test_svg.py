"""What typesetters write of SVG becomes outlines of cubic curves, in the file's own units."""

import numpy as np
import pytest

from mathora.stage.text.svg import composed, mapped, outline_of, rectangle


@pytest.mark.parametrize(
    ("smooth", "full"),
    [
        ("M0 0C0 1 1 1 1 0S2-1 2 0", "M0 0C0 1 1 1 1 0C1-1 2-1 2 0"),
        ("M0 0c0 1 1 1 1 0s1-1 1 0", "M0 0C0 1 1 1 1 0C1-1 2-1 2 0"),
        ("M1 1S2 2 3 1", "M1 1C1 1 2 2 3 1"),
        ("M0 0Q1 1 2 0T4 0", "M0 0Q1 1 2 0Q3-1 4 0"),
    ],
)
def test_a_smooth_curve_mirrors_the_handle_before(smooth, full):
    assert np.allclose(outline_of(smooth), outline_of(full))


def test_a_rectangle_is_closed_and_a_map_moves_it():
    outline = mapped(composed(np.array([[1.0, 0, 0], [0, 1, 0]]), "translate(1 2)"), rectangle(0, 0, 3, 4))
    assert outline.shape == (16, 3)
    assert np.array_equal(outline[0], outline[-1])
    assert (outline.min(axis=0).tolist(), outline.max(axis=0).tolist()) == ([1, 2, 0], [4, 6, 0])


def test_an_unknown_transform_is_refused():
    with pytest.raises(ValueError, match="skewX"):
        composed(np.eye(3)[:2], "skewX(3)")
