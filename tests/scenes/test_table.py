"""A table of values: rows come under their head, a mark goes to its row, and another mark leaves the first."""

import pytest

from mathora.stage import InvariantViolated
from tests.scenes.theatre import all_hold, on_stage, sectioned

section = sectioned("Table", "{functions: [Q, E], at: [1, 2, 3]}")


def test_each_row_has_the_values_at_its_place():
    with on_stage(section("do: rows")) as scene:
        assert [scene.cells[row, 1].wording for row in (1, 2, 3)] == ["1", "4", "9"]
        assert [scene.cells[row, 2].wording for row in (1, 2, 3)] == ["2", "3", "4"]
        assert all_hold(scene)


def test_an_entry_that_leaves_its_cell_is_caught():
    with on_stage(section("do: rows")) as scene:
        assert scene._strayed() == 0
        scene.cells[1, 1].shift([4, 0, 0])
        with pytest.raises(InvariantViolated, match="stands in its cell"):
            scene.invariants.measure(0)
