"""A product of matrices: entry by entry, each a row times a column, or layer by layer, each a column times a row."""

from __future__ import annotations

from itertools import product

from _written import WrittenOut
from manim import UP, FadeIn, FadeOut, LaggedStart, VGroup

from mathora.stage import Count, Morph, StepView, action
from mathora.stage.figures.matrix.matrix_table import MatrixTable, dot_sum, layer_of, summed_layers
from mathora.stage.text.value_label import EqualitySign
from mathora.stage.text.vector_terms import named


class MatrixProduct(WrittenOut):
    """Two matrices and their product: the shapes that fit, each entry a row times a column, or layer by layer."""

    needs = (
        ("left, right", "size(6)", "larger ones cannot be read"),
        ("entry.right, product.right", "given()", "two matrices are multiplied"),
        ("entry.left, product.left", "multiplies(right)", "a row times a column takes as many numbers"),
        ("entry.left, product.left, entry.right, product.right", "fractions()", "sums are worked out with them"),
        ("layer.right", "given()", "two matrices are multiplied"),
        ("layer.left", "multiplies(right)", "a row times a column takes as many numbers"),
        ("layer.left, layer.right", "fractions()", "sums are worked out with them"),
        ("layer.number", "row_of(right)", "the layer is made of it"),
        ("entry.row", "row_of(left)", "the entry stands there"),
        ("entry.column", "column_of(right)", "the entry stands there"),
    )
    limits = (
        ("entry.row", 1, 6, "larger matrices cannot be read"),
        ("entry.column", 1, 6, "larger matrices cannot be read"),
        ("layer.number", 1, 6, "larger matrices cannot be read"),
    )
    movable = ("product", {"left": "left", "right": "right"})

    def begin(self) -> None:
        """As both are written out; no layer of their product stands yet."""
        super().begin()
        self.added: dict[int, None] = {}  # layers that stand, in their order

    # ── the product ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _need_product(self) -> MatrixTable:
        self.need("write")
        return self.tables[2]

    @action(
        "Row {row} of the first matrix times column {column} of the second: products of pairs, added up.", quiet=True
    )
    def entry(self, step: StepView, row: Count, column: Count) -> None:
        """Row and column are framed, their numbers fly into a sum, and its value flies to its place."""
        result = self._need_product()
        self._open(result)
        self._go_home(1)
        self._clear()
        self._make_whole(result)
        first, second = self.tables[0], self.tables[1]
        colours = self._both_colours()
        self.bands = VGroup(first.band(colours[0], row=row - 1), second.band(colours[1], column=column - 1))
        across, down = self.left.entries[row - 1], [one[column - 1] for one in self.right.entries]
        work = self.below.place(self.proved(dot_sum(across, down)))
        sources = [first.entries[row - 1, at] for at in range(len(across))]
        sources += [second.entries[at, column - 1] for at in range(len(down))]
        self.play(FadeIn(self.bands), run_time=0.6)
        self.play(Morph(sources, [work], keep_sources=True), run_time=1.6)
        self.notes.add(work)
        if (row - 1, column - 1) not in result.entries:
            self.play(Morph([work], [result.entry(row - 1, column - 1)], keep_sources=True), run_time=1.0)

    def _both_colours(self) -> list[str]:
        """What the first and the second matrix are told apart by."""
        free = self.free_colours("teal", "orange", "pink")
        return [self.colour_of(named(one), hue) for one, hue in zip((self.left, self.right), free, strict=False)]

    def _open(self, result: MatrixTable) -> None:
        """The product's brackets come in."""
        if result.brackets not in self.marks.submobjects:
            self._go_home(0)
            self.sign = EqualitySign(self.theme.foreground, self.theme.sizes.formula)
            self.play(FadeIn(result.paint(self.theme.foreground)), run_time=0.6)
            self.marks.add(result.brackets)

    def _equal(self, *, whole: bool) -> None:
        """The equals sign stands while what is behind it is the product, and not only some layers of it."""
        stands = self.sign in self.marks.submobjects
        if whole and not stands:
            self.sign.move_to((self.tables[1].brackets.get_right() + self.tables[2].brackets.get_left()) / 2)
            self.play(FadeIn(self.sign), run_time=0.4)
            self.marks.add(self.sign)
        elif stands and not whole:
            self.play(FadeOut(self.sign), run_time=0.4)
            self.marks.remove(self.sign)

    def _clear(self) -> None:
        """What was worked out before leaves."""
        leaving = [*self.notes, *self.bands]
        self.notes, self.bands = VGroup(), VGroup()
        self.play(*map(FadeOut, leaving), run_time=0.4)

    @action("All the other entries of the product are filled in, each a row times a column.", quiet=True)
    def product(self, step: StepView) -> None:
        """The entries that are missing, one after the other; each was proved."""
        result = self._need_product()
        self._open(result)
        self._clear()
        self._make_whole(result)
        missing = self._missing(result)
        for row, column in missing:
            self.proved(dot_sum(self.left.entries[row], [one[column] for one in self.right.entries]))
        if missing:
            self.play(LaggedStart(*(FadeIn(result.entry(*one)) for one in missing), lag_ratio=0.3), run_time=1.6)

    @staticmethod
    def _missing(result: MatrixTable) -> list[tuple[int, int]]:
        places = product(range(len(result.rows)), range(len(result.rows[0])))
        return [one for one in places if one not in result.entries]

    def _make_whole(self, result: MatrixTable) -> None:
        """Where only some layers stand, the entries become those of the product."""
        self._become(result, self._product())

    def _become(self, result: MatrixTable, rows: tuple) -> None:
        """Other entries in the places of those that differ."""
        whole = rows == self._product()
        self._equal(whole=whole and result.rows == rows)
        pairs = result.change(rows)
        self.play(*(FadeOut(old) for old, _ in pairs), *(FadeIn(new) for _, new in pairs), run_time=0.9)
        self._equal(whole=whole)

    @action(
        "Column {number} of the first times row {number} of the second, a whole matrix: a layer that is added on.",
        quiet=True,
    )
    def layer(self, step: StepView, number: Count) -> None:
        """A matrix of rank one; the product is the sum of all layers, and of a few of them nearly what it is."""
        result = self._need_product()
        self._open(result)
        self._go_home(1)
        self._clear()
        self.added[number - 1] = None
        first, second = self.tables[0], self.tables[1]
        colours = self._both_colours()
        self.bands = VGroup(first.band(colours[0], column=number - 1), second.band(colours[1], row=number - 1))
        work = self.proved(layer_of([one[number - 1] for one in self.left.entries], self.right.entries[number - 1]))
        self.play(FadeIn(self.bands), run_time=0.6)
        self.play(FadeIn(self.below.place(work), shift=0.2 * UP), run_time=0.8)
        self.notes.add(work)
        rows = summed_layers(self.left.entries, self.right.entries, [*self.added])
        self._become(result, rows)
        if missing := self._missing(result):
            self.play(LaggedStart(*(FadeIn(result.entry(*one)) for one in missing), lag_ratio=0.2), run_time=1.2)
