"""Components are as long as the partial derivatives, and the arrow that they stack up to is the gradient."""

import numpy as np
import pytest

from tests.scenes.theatre import all_hold, on_stage, sectioned

section = sectioned("StackGradient", "{function: L, at: {w_1: 1, w_2: 1}, span: [-6, 8]}")


def test_components_are_the_partial_derivatives_to_one_scale():
    with on_stage(section("do: stack")) as scene:
        first, second = (scene.parts[key].vector for key in ("w_1", "w_2"))
        assert first[:2] / scene.scale == pytest.approx([2, 0])
        assert second[:2] / scene.scale == pytest.approx([0, 6])
        assert scene.gradient.vector / scene.scale == pytest.approx([2, 6, 0])
        assert all_hold(scene)


def test_without_level_sets_lines_stand_a_unit_apart():
    with on_stage(section("do: plane").replace("span:", "levels: false, span:")) as scene:
        across = sorted(
            {round(float(line.points[0][0]), 4) for line in scene.map.curves if np.ptp(line.points[:, 0]) < 1e-6}
        )
        assert np.diff(across) == pytest.approx(np.full(len(across) - 1, scene.map.units()[0]), abs=1e-3)
