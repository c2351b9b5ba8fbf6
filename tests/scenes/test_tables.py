"""Tables: entries are their expressions, rounded; sums and shares are read; nothing leaves its cell."""

from functools import partial

import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes import theatre
from tests.scenes.theatre import ASPECTS, all_measured, drawn, seen, unreadable

MODEL = """  s(n): {is: (1 + 1/n)^n, domain: n > 0}
  r(n): {is: 1/n, domain: n > 0}
  b(y): y^2
"""
HEADER = theatre.HEADER.replace("colors:", f"{MODEL}colors:")
on_stage, proven_section = partial(theatre.on_stage, header=HEADER), partial(theatre.proven_section, header=HEADER)
VALUES = "{functions: [s, r], at: [1, 10, 100]}"
COUNTS = "{rows: [a, b], columns: [c, d], entries: [40, 10, 5, 945]}"


def section(scene, given, *steps):
    done = "".join(f"      - {{do: {do}, say: a}}\n" for do in steps)
    return f"\n  - id: a\n    title: A\n    scene: {scene}\n    with: {given}\n    steps:\n{done}"


table, two_way = partial(section, "Table"), partial(section, "TwoWayTable")


def entries(scene):
    return {place: text.wording for place, text in scene.cells.items()}


def test_each_entry_is_the_functions_value_with_digits_enough_to_tell_them_apart():
    with on_stage(table(VALUES, "rows")) as scene:
        assert entries(scene) == {
            (1, 0): "1",
            (1, 1): "2.00",
            (1, 2): "1.00",
            (2, 0): "10",
            (2, 1): "2.59",
            (2, 2): "0.10",
            (3, 0): "100",
            (3, 1): "2.70",
            (3, 2): "0.01",
        }


def test_a_long_table_can_be_read_and_its_rows_come_from_above_their_cells():
    given = "{functions: [s, r], at: [1, 2, 3, 4, 5, 6, 7, 8]}"
    with on_stage(table(given, "head", "rows", "mark, with: {row: 2}, show: r(2) = 1/2"), play=False) as scene:
        assert all(drawn(scene, index) is None for index in range(3))
        assert all_measured(scene)
        assert scene.heads[1].height > scene.theme.sizes.minimum


@pytest.mark.parametrize(
    ("given", "marked"),
    [
        ("{row: 2}", {(2, 0), (2, 1), (2, 2)}),
        ("{column: 2}", {(1, 2), (2, 2), (3, 2)}),
        ("{row: 3, column: 0}", {(3, 0)}),
    ],
)
def test_a_row_a_column_or_one_entry_is_marked(given, marked):
    with on_stage(table(VALUES, f"mark, with: {given}")) as scene:
        yellow = scene.theme.palette["yellow"]
        assert {at for at, text in scene.cells.items() if text.get_fill_color().to_hex() == yellow.upper()} == marked


def test_a_two_way_table_of_six_rows_comes_with_its_sums():
    given = f"{{rows: [a, b, c, d, e, f], columns: [g, h], entries: {[*range(1, 13)]}}}"
    with on_stage(two_way(given, "table", "totals"), play=False) as scene:
        assert all(drawn(scene, index) is None for index in range(2))
        assert len(scene.cells) == 12 + 6 + 2


def test_rows_come_one_by_one_with_as_many_decimals_as_wanted():
    with on_stage(table(VALUES.replace("}", ", decimals: 4}"), "head", "row", "row")) as scene:
        assert entries(scene)[2, 1] == "2.5937"
        assert (3, 0) not in entries(scene)


@pytest.mark.parametrize(
    ("given", "steps", "told"),
    [
        ("{functions: [s, b], at: [1]}", ("head",), "one and the same variable"),
        (VALUES, ("mark, with: {row: 7}",), "expected at most 3"),
    ],
)
def test_what_cannot_be_drawn_is_the_authors_fault(given, steps, told):
    with pytest.raises(Exception, match=told), on_stage(table(given, *steps)):
        pass


def test_an_entry_that_is_not_the_functions_value_is_refused():
    with on_stage(table(VALUES, "head")) as scene:
        wrong = scene.values[2].written(1)  # of the other column
        with pytest.raises(RuntimeError, match="says that s is"):
            scene.entry(scene.functions[0], 10, wrong, 0.4)


def test_sums_and_shares():
    with on_stage(two_way(COUNTS, "totals", "share, with: {row: 1, column: 1, of: column}")) as scene:
        assert {place: text.wording for place, text in scene.sums.items()} == {
            (1, 3): "50",
            (2, 3): "950",
            (3, 1): "45",
            (3, 2): "955",
            (3, 3): "1000",
        }
        assert scene.below.wording == r"\frac{40}{40 + 5} \approx 0.889"


def test_a_share_of_more_numbers_than_can_be_read_is_one_of_their_sum():
    given = f"{{rows: [a, b, c, d, e], columns: [f, g, h, i, j], entries: {[*range(1, 26)]}}}"
    with on_stage(two_way(given, "share, with: {row: 2, column: 1, of: all}")) as scene:
        assert scene.below.wording == r"\frac{6}{325} \approx 0.0185"


@pytest.mark.parametrize("given", [COUNTS.replace("945", "945, 3"), COUNTS.replace("945", "-945")])
def test_a_table_with_the_wrong_entries_is_told(given):
    with pytest.raises(Faulty) as faulty:
        proven_section(two_way(given, "table"))
    assert {fault.rule for fault in faulty.value.faults} == {"label-false"}


def test_a_share_of_what_is_not_there_is_the_authors_fault():
    steps = two_way(COUNTS, "share, with: {row: 3, column: 1}")
    with pytest.raises(Faulty, match="expected at most 2"), on_stage(steps):
        pass


def test_a_share_of_nothing_is_told_before_anything_is_drawn():
    empty = COUNTS.replace("[40, 10, 5, 945]", "[0, 10, 0, 945]")
    proven_section(two_way(empty, "share, with: {row: 1, column: 1}"))
    with pytest.raises(Faulty, match="found column 1, whose entries add up to 0"):
        proven_section(two_way(empty, "share, with: {row: 1, column: 1, of: column}"))


@pytest.mark.parametrize("steps", [table(VALUES, "rows"), two_way(COUNTS, "totals")])
def test_what_leaves_its_cell_stops_the_render(steps):
    with on_stage(steps) as scene:
        scene.cells[1, 1].shift([2.0, 0, 0])
        with pytest.raises(InvariantViolated, match="in its cell"):
            scene.invariants.measure(0)


def test_names_keep_their_colours_while_they_stand_back():
    given = "{rows: ['$s$', b], columns: [c, d], entries: [1, 2, 3, 4]}"
    with on_stage(two_way(given, "table", "given, with: {row: 2}")) as scene:
        name = scene.cells[1, 0].family_members_with_points()[0]
        assert name.get_fill_color().to_hex() != scene.theme.foreground.lower()
        assert name.get_fill_opacity() == pytest.approx(scene.theme.receded)


def test_every_frame_is_measured():
    steps = ("table", "shade", "totals", "given, with: {row: 1}", "share, with: {row: 1, column: 1, of: column}")
    with on_stage(two_way(COUNTS, *steps), play=False) as scene:
        for index in range(5):
            drawn(scene, index)
        assert all_measured(scene)


def test_a_shade_is_as_full_as_its_entry_is_large_and_one_that_is_not_stops_the_picture():
    shaded = two_way("{rows: [a, b], columns: [c, d], entries: [4, 2, 1, 0]}", "shade")
    with on_stage(shaded) as scene:
        full = {at: one.get_fill_opacity() for at, one in scene.shades.items()}
        assert [full[at] / full[1, 1] for at in ((1, 1), (1, 2), (2, 1), (2, 2))] == pytest.approx([1, 0.5, 0.25, 0])
        scene.shades[2, 2].set_fill(opacity=0.5)
        with pytest.raises(InvariantViolated, match="shades are as full"):
            scene.invariants.measure(0)


SHARED = "share, with: {row: 2, column: 2, of: column}"


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("steps", [("shade", SHARED), (SHARED, "shade"), ("given, with: {row: 1}", "shade")])
def test_a_number_that_has_a_colour_or_stands_back_can_be_read_on_its_shade(steps, theme):
    """A shared entry was yellow on blue, and what stood back grey on it."""
    header = theatre.HEADER.replace("model:", f"theme: {theme}\nmodel:")
    assert unreadable(two_way("{rows: [a, b], columns: [c, d], entries: [40, 10, 5, 945]}", *steps), header) == []


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(
    "steps",
    [table(VALUES, "mark, with: {row: 2}", "row", "head"), two_way(COUNTS, "given, with: {column: 1}", "table")],
)
def test_no_order_of_actions_crashes(steps, aspect):
    with on_stage(steps, aspect) as scene:
        assert all(scene.layout.frame.holds(one) for one in seen(scene))


def test_a_table_takes_room_for_sums_when_they_come():
    with on_stage(two_way(COUNTS, "table", "totals"), play=False) as scene:
        drawn(scene, 0)
        wide = scene.cells[1, 1].get_center()[0]
        drawn(scene, 1)
        assert scene.cells[1, 1].get_center()[0] < wide
        assert scene.sums[1, 3].get_center()[0] > scene.cells[1, 2].get_center()[0]
