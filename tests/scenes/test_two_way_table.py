"""A two-way table: sums stand at the ends of rows and columns, and a share is of its row, its column or of all."""

import pytest

from tests.scenes.theatre import all_hold, on_stage, sectioned

section = sectioned("TwoWayTable", "{rows: [a, b], columns: [c, d], entries: [40, 10, 5, 945]}")


def test_sums_are_those_of_rows_columns_and_all():
    with on_stage(section("do: totals")) as scene:
        assert [text.wording for text in scene.sums.values()] == ["50", "950", "45", "955", "1000"]
        assert all_hold(scene)


@pytest.mark.parametrize(("of", "share"), [("row", "0.8"), ("column", "0.889"), ("all", "0.04")])
def test_a_share_is_of_what_the_step_says(of, share):
    with on_stage(section("do: table", f"do: share, with: {{row: 1, column: 1, of: {of}}}")) as scene:
        numbers = [one.wording for one in scene.get_mobject_family_members() if hasattr(one, "wording")]
        assert any(share in one for one in numbers)


def test_what_was_divided_is_shaded_by_its_entry_too():
    with on_stage(section("do: share, with: {row: 2, column: 2, of: all}", "do: shade")) as scene:
        fullest = max(scene.shades, key=lambda at: scene.shades[at].get_fill_opacity())
        assert fullest == (2, 2)
        assert scene.cells[2, 2].get_fill_color() == scene.cells[1, 1].get_fill_color()


def test_a_table_of_one_cell_pales_where_it_is_divided():
    one = sectioned("TwoWayTable", "{rows: [a], columns: [c], entries: [0.5]}")
    with on_stage(one("do: shade", "do: share, with: {row: 1, column: 1, of: all}")) as scene:
        assert 0 < scene.shades[1, 1].get_fill_opacity() < 0.1
        assert all_hold(scene)
