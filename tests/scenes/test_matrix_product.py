"""A product is worked out entry by entry; what stands already is not worked out again."""

from tests.scenes.theatre import all_hold, on_stage, sectioned

section = sectioned("MatrixProduct", "{left: A, right: J}")


def entries(scene):
    return {place: text.wording for place, text in scene.tables[2].entries.items()}


def test_an_entry_is_its_row_times_its_column():
    with on_stage(section("do: entry, with: {row: 1, column: 2}")) as scene:
        assert entries(scene) == {(0, 1): "-2"}
        assert all_hold(scene)


def test_the_rest_comes_with_the_product_and_in_another_order_it_is_another():
    with on_stage(section("do: entry, with: {row: 1, column: 2}", "do: product")) as scene:
        assert entries(scene) == {(0, 0): "1", (0, 1): "-2", (1, 0): "2", (1, 1): "-1"}
    with on_stage(section("do: product").replace("left: A, right: J", "left: J, right: A")) as scene:
        assert entries(scene) == {(0, 0): "-1", (0, 1): "-2", (1, 0): "2", (1, 1): "1"}
