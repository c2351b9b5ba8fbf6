"""Products of matrices entry by entry, and row operations: exact, proved, and never where shapes do not fit."""

from fractions import Fraction

import pytest

from mathora.formula import write_latex
from mathora.formula.meaning.model_matrix import Decimals
from mathora.lesson import Faulty
from mathora.stage import StepView
from mathora.stage.figures.matrix.matrix_table import dot_sum, multiple_of, number_tree, row_sum
from tests.scenes.theatre import ASPECTS, on_stage, orders, seen

PRODUCT = """
  - id: product
    title: A product
    scene: MatrixProduct
    with: {left: A, right: [[1, 4, 0], [-1, 2, 5]]}
    steps:
"""
ELIMINATION = """
  - id: elimination
    title: Elimination
    scene: Elimination
    with: {matrix: A, right: v}
    steps:
"""
STEPS = {
    "write": "      - {do: write, say: a}\n",
    "shapes": "      - {do: shapes, say: a}\n",
    "entry": "      - {do: entry, with: {row: 2, column: 1}, say: a}\n",
    "product": "      - {do: product, say: a}\n",
    "combine": "      - {do: combine, with: {row: 2, times: -\\frac12, of: 1}, say: a}\n",
    "scale": "      - {do: scale, with: {row: 1, by: \\frac13}, say: a}\n",
    "swap": "      - {do: swap, with: {row: 1, other: 2}, say: a}\n",
}


def section(head, *names):
    return head + "".join(STEPS[name] for name in names)


def written(table):
    rows, columns = len(table.rows), len(table.rows[0])
    return [[table.entries[row, column].wording for column in range(columns)] for row in range(rows)]


def test_the_product_is_filled_in_entry_by_entry():
    with on_stage(section(PRODUCT, "write", "entry")) as scene:
        assert [*scene.tables[2].entries] == [(1, 0)]
        assert scene.tables[2].entries[1, 0].wording == "-1"
        (work,) = scene.notes
        assert work.wording == r"1 \cdot 1 + 2 \cdot (-1) = -1"


def test_the_whole_product_is_right():
    with on_stage(section(PRODUCT, "product")) as scene:
        assert written(scene.tables[2]) == [["1", "10", "5"], ["-1", "8", "10"]]


def test_layers_add_up_to_the_product_and_only_then_it_is_called_equal():
    layers = "".join(f"      - {{do: layer, with: {{number: {one}}}, say: a}}\n" for one in (2, 1))
    with on_stage(PRODUCT + layers, play=False) as scene:
        scene.perform(0)
        (_, b), (_, d) = scene.left.entries
        second = scene.right.entries[1]
        assert scene.tables[2].rows == (tuple(b * one for one in second), tuple(d * one for one in second))
        assert scene.sign not in scene.marks.submobjects
        scene.perform(1)
        assert scene.tables[2].rows == scene._product()
        assert scene.sign in scene.marks.submobjects


def test_layers_and_entries_may_follow_each_other():
    with on_stage(section(PRODUCT, "product") + "      - {do: layer, with: {number: 1}, say: a}\n") as scene:
        assert scene.sign not in scene.marks.submobjects
        scene.product(StepView(()))
        assert scene.tables[2].rows == scene._product()


def test_a_row_operation_changes_its_row_exactly():
    with on_stage(section(ELIMINATION, "write", "combine")) as scene:
        assert scene.table.rows == ((2, 1, 1), (0, Fraction(3, 2), Fraction(1, 2)))


@pytest.mark.parametrize("times", ["-2", "-7", "-2000", "-1/7"])
def test_an_entry_that_grows_stays_in_its_cell(times):
    steps = f"      - {{do: combine, with: {{row: 2, times: {times}, of: 1}}, say: a}}\n"
    with on_stage(ELIMINATION + steps) as scene:
        table = scene.table
        for (row, column), entry in table.entries.items():
            half = (table.place(row, 1)[0] - table.place(row, 0)[0]) / 2
            assert abs(entry.get_center()[0] - table.place(row, column)[0]) + entry.width / 2 < 0.85 * half


def test_rows_change_their_places_with_what_is_written_in_them():
    with on_stage(section(ELIMINATION, "swap")) as scene:
        assert written(scene.table) == [["1", "2", "1"], ["2", "1", "1"]]
        for (row, column), one in scene.table.entries.items():
            assert one.get_center() == pytest.approx(scene.table.place(row, column))


@pytest.mark.parametrize("order", orders(("write", "shapes", "entry", "product"), 3, 3))
def test_no_order_of_a_products_actions_crashes(order):
    with on_stage(section(PRODUCT, *order)) as scene:
        assert scene.tables


@pytest.mark.parametrize("order", orders(("write", "combine", "scale", "swap"), 3, 3))
def test_no_order_of_row_operations_crashes(order):
    with on_stage(section(ELIMINATION, *order)) as scene:
        assert scene.table in scene.mobjects or scene.table.entries


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize(
    ("head", "names"), [(PRODUCT, ("shapes", "entry", "product")), (ELIMINATION, ("combine", "scale", "swap"))]
)
def test_nothing_leaves_the_frame(aspect, head, names):
    with on_stage(section(head, *names), aspect) as scene:
        assert all(scene.layout.frame.holds(one, 0.02) for one in seen(scene))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (section(PRODUCT, "product").replace("left: A", "left: [[1, 2, 3]]"), "found 1 by 3 times 2 by 3"),
        (section(PRODUCT, "entry").replace("column: 1", "column: 4"), "column 4, where the matrix has 3"),
        (section(ELIMINATION, "swap").replace("other: 2", "other: 3"), "row 3, where the matrix has 2"),
        (section(ELIMINATION, "swap").replace("other: 2", "other: 1"), "1 twice"),
        (section(ELIMINATION, "scale").replace("\\frac13", "0"), "found 0"),
        (section(ELIMINATION, "write").replace("right: v", "right: [1, 2, 3]"), "3 rows beside a matrix of 2"),
    ],
)
def test_what_does_not_fit_is_the_authors_fault(text, expected):
    with pytest.raises(Faulty, match=expected), on_stage(text):
        pass


def test_shapes_that_do_not_fit_are_shown_with_a_cross():
    with on_stage(section(PRODUCT, "shapes").replace("left: A", "left: [[1, 2, 3]]")) as scene:
        assert not scene._fits()
        assert scene.marks[-1].get_color().to_hex().lower() == scene.theme.wrong


def test_arithmetic_is_written_as_one_would():
    half = Fraction(1, 2)
    assert write_latex(dot_sum((2, -1), (half, 3))) == r"2 \cdot \tfrac{1}{2} + (-1) \cdot 3 = -2"
    rows = (rf"\begin{{bmatrix}} {row} \end{{bmatrix}}" for row in ("1 & 2", "1 & 1", "0 & 1"))
    assert write_latex(row_sum((1, 2), -1, (1, 1))) == "{} - {} = {}".format(*rows)
    assert write_latex(number_tree(-half)) == r"-\tfrac{1}{2}"


# ── planted faults ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sum_that_is_wrong_is_never_drawn():
    with on_stage(section(PRODUCT, "write")) as scene:
        right = dot_sum((1, 2), (3, 4))
        wrong = right.with_children((right.operands[0], number_tree(Fraction(12))))
        scene.proved(right)
        with pytest.raises(RuntimeError, match="not proved"):
            scene.proved(wrong)


def test_a_row_operation_that_is_wrong_is_never_drawn():
    with on_stage(section(ELIMINATION, "write")) as scene:
        right = multiple_of(Fraction(2), (Fraction(1), Fraction(2)))
        wrong = right.with_children((right.operands[0], row_sum((1, 2), 0, (1, 1)).operands[1]))
        scene.proved(right)
        with pytest.raises(RuntimeError, match="not proved"):
            scene.proved(wrong)


def test_matrices_that_are_alone_stand_in_the_middle_and_frames_have_their_colours():
    with on_stage(section(PRODUCT, "write", "shapes", "product", "entry"), play=False) as scene:
        scene.perform(0)
        assert abs(sum(one.get_center()[0] for one in scene.tables[:2])) < 1.5
        for index in (1, 2, 3):
            scene.perform(index)
        assert scene.tables[2].get_left()[0] > scene.tables[1].get_right()[0]
        assert [one.get_stroke_color().to_hex().lower() for one in scene.bands] == [
            scene.colour_of("A", "teal").lower(),
            scene.theme.palette["orange"].lower(),
        ]


@pytest.mark.parametrize(("entry", "written"), [("0.8", "0.8"), (r"\frac45", r"\tfrac{4}{5}")])
def test_entries_and_what_is_computed_of_them_are_written_as_the_author_writes(entry, written):
    given = f"left: [[{entry}, 0], [0, 1]], right: [[1], [3]]"
    given = PRODUCT.replace("left: A, right: [[1, 4, 0], [-1, 2, 5]]", given)
    with on_stage(given + STEPS["product"]) as scene:
        assert scene.tables[0].entries[0, 0].wording == written
        assert scene.tables[2].entries[0, 0].wording == written
        assert scene.tables[2].entries[1, 0].wording == "3"


def test_what_is_computed_of_a_decimal_is_one_and_a_third_of_it_is_a_fraction():
    assert write_latex(number_tree(Decimals(Fraction(8, 10)) * Fraction(1, 3))) == r"\tfrac{4}{15}"
    quarter = Decimals(Fraction(1, 4))
    written = [Fraction(-2) * quarter, 1 - quarter, 1 / quarter, quarter / 2, abs(-quarter)]
    assert [write_latex(number_tree(one)) for one in written] == ["-0.5", "0.75", "4", "0.125", "0.25"]


@pytest.mark.parametrize("scene_name", ["Elimination", "Table"])
def test_beside_a_scene_that_writes_nothing_beside_itself_a_curve_has_its_whole_column(scene_name):
    """A third of it was kept for readings that nobody writes."""
    given, first = ("{matrix: A}", "write") if scene_name == "Elimination" else ("{functions: [Q], at: [1, 2]}", "head")
    text = f"""
  - id: both
    title: Both
    scene: {scene_name}
    with: {given}
    beside: {{scene: Curve, with: {{function: Q, span: [0, 3]}}}}
    steps:
      - {{do: {first}, say: a, beside: {{do: draw}}}}
"""
    with on_stage(text) as scene:
        assert scene.guest.plot.place.height > 0.75 * scene.layout.body.height
