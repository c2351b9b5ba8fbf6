"""A two-way table: how many are in each of two groupings at once, with sums and shares."""

from __future__ import annotations

from typing import Literal

from manim import DOWN, FadeIn, FadeOut, LaggedStart, MoveToTarget, Transform, VGroup, VMobject

from mathora.stage import Count, Flag, LessonScene, Number, Prose, StepView, action, brings
from mathora.stage.figures.linear.grid import FULLEST, CellGrid
from mathora.stage.layout import Region
from mathora.stage.plane.shapes import recede
from mathora.stage.text.terms import Measured, exactly, quotient_of, sum_of

IN_CELLS = "every entry stands in its cell"
FAINT = 0.06  # of its fullness, what is left of a shade that stands back
FOOT = 1.25  # scene units below the table, for a share
LONG = 60  # signs of a sum that can be read below the table; instead of a longer one stands what it comes to


class TwoWayTable(LessonScene):
    """A table of counts or probabilities by two groupings: entries, sums, shares of a row or a column."""

    late_formulas = "below"

    rows: tuple[Prose, ...]
    columns: tuple[Prose, ...]
    entries: tuple[Number, ...]
    wide: Flag = False

    claims = (("entries", r"count(entries) = count(rows) \cdot count(columns)"), ("entries", r"0 \le entries"))
    needs = (
        ("rows, columns", "distinct()", "each is told from the next"),
        ("given.row, share.row", "position(rows)", "the table has no more"),
        ("given.column, share.column", "position(columns)", "the table has no more"),
        ("given.row", "given(column), without(column)", "one of them is looked at alone"),
        ("share.row", "shares(entries, column, of, columns)", "the entry is divided by their sum"),
    )
    limits = (
        ("len(rows)", 1, 6, "each row needs its room"),
        ("len(columns)", 1, 5, "each column needs its room"),
        ("given.row", 1, 6, "rows are counted from 1"),
        ("given.column", 1, 5, "columns are counted from 1"),
        ("share.row", 1, 6, "rows are counted from 1"),
        ("share.column", 1, 5, "columns are counted from 1"),
    )
    movable = ("two-way", {"rows": "rows", "columns": "columns", "entries": "entries"})

    def begin(self) -> None:
        """The grid, and the one that has room for sums, too."""
        region = self.layout.body if self.wide and self.opening.formulas == "never" else self.layout.figure
        self.foot = Region(region.left, region.bottom, region.right, low := region.bottom + FOOT)
        if not self.wide and (shared := self.layout.with_strip()):
            low, (self.foot, self.layout) = region.bottom, shared
        table = Region(region.left, low, region.right, region.top - 0.2)
        self.grid, self.roomy = (
            CellGrid(table, len(self.rows) + more, len(self.columns) + more, self.theme, 1.3) for more in (1, 2)
        )
        self.cells, self.sums, self.shades = (dict[tuple[int, int], VMobject]() for _ in range(3))
        self.below, self.held, self.pale = VGroup(), (0, 0), lambda _at: False
        self.invariant(IN_CELLS, self._strayed, 1e-6)

    def _strayed(self) -> float:
        return max((self.grid.stray(one, *place) for place, one in (self.cells | self.sums).items()), default=0.0)

    def _entry(self, row: int, column: int) -> float:
        return self.entries[row * len(self.columns) + column]

    def _number(self, one: float, row: int, column: int, colour: str | None = None) -> VMobject:
        size = self.theme.sizes.formula
        return self.grid.put(self.label(exactly(one).term, size, colour), row, column, size)

    # ── verbs ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @action("A table: its rows and columns are named, and each cell has its entry.")
    def table(self, step: StepView) -> None:
        """The names, then the entries row by row."""
        if self.cells:
            return
        self.play(FadeIn(VGroup(*self._fill(), self.grid.rule, self.grid.edge)), run_time=0.9)
        entries = {place: self.cells.pop(place) for place in [*self.cells] if all(place)}
        coming = (FadeIn(cell, shift=0.15 * DOWN) for cell in entries.values())
        self.play(LaggedStart(*coming, lag_ratio=0.2), run_time=1.6)
        self.cells |= entries  # they come from above their cells

    def _fill(self) -> list[VMobject]:
        size = self.theme.sizes.body
        for row, name in enumerate(self.rows, 1):
            self.cells[row, 0] = self.grid.put(self.prose_mobject(name, size=size), row, 0, size)
        for column, name in enumerate(self.columns, 1):
            self.cells[0, column] = self.grid.put(self.prose_mobject(name, size=size), 0, column, size)
        heads = [*self.cells.values()]
        for row in range(1, len(self.rows) + 1):
            for column in range(1, len(self.columns) + 1):
                self.cells[row, column] = self._number(self._entry(row - 1, column - 1), row, column)
        return heads

    @brings("table")
    def _stand(self) -> None:
        if not self.cells:
            self.add(*self._fill(), *self.cells.values(), self.grid.rule, self.grid.edge)

    @action(
        "The sums of the rows and of the columns stand at the right and below, and the sum of all in the corner.",
        needs="table",
    )
    def totals(self, step: StepView) -> None:
        """Rows, columns, all."""
        if not self.sums:
            self._make_room()
            colour, last = self.theme.muted, (len(self.rows) + 1, len(self.columns) + 1)
            whole = [("row", row, 0, (row, last[1])) for row in range(1, last[0])]
            whole += [("column", 0, column, (last[0], column)) for column in range(1, last[1])]
            for *of, place in (*whole, ("all", 0, 0, last)):
                self.sums[place] = self._number(sum_of(self._parts(*of)).value(), *place, colour)
            self.play(LaggedStart(*(FadeIn(one) for one in self.sums.values()), lag_ratio=0.3), run_time=1.5)

    def _make_room(self) -> None:
        """The cells move together, so that there is a row and a column more."""
        self.invariants.release(IN_CELLS)
        self.grid, before = self.roomy, self.grid
        targets = [(place, text.generate_target()) for place, text in self.cells.items()]
        for place, target in targets:
            em = self.theme.sizes.formula if min(place) else self.theme.sizes.body
            self.grid.put(target.shift([0, -target.baseline, 0]), *place, em)
        fills = [(one, self._shade(*at).set_fill(opacity=one.get_fill_opacity())) for at, one in self.shades.items()]
        lined = (Transform(*pair) for pair in ((before.rule, self.grid.rule), (before.edge, self.grid.edge), *fills))
        self.play(*map(MoveToTarget, self.cells.values()), *lined, run_time=0.9)
        self.invariant(IN_CELLS, self._strayed, 1e-6)

    def _parts(self, of: str, row: int, column: int) -> list[Measured]:
        rows = [row] if of == "row" else range(1, len(self.rows) + 1)
        columns = [column] if of == "column" else range(1, len(self.columns) + 1)
        return [exactly(self._entry(one - 1, other - 1)) for one in rows for other in columns]

    @action("One row, or one column, is looked at alone; the rest of the table stands back.", needs="table")
    def given(self, step: StepView, row: Count | None = None, column: Count | None = None) -> None:
        """What belongs to it stays, all else is muted."""
        self._hold(row or 0, column or 0)

    def _hold(self, row: int, column: int, divided: tuple[int, int] = (0, 0)) -> None:
        """A row or a column stands out, all else stands back; names keep the colours of what they name. The shade of an
        entry that is divided pales, too: its number has a colour.
        """

        def kept(at: tuple[int, int]) -> bool:
            return (not row or at[0] in {0, row}) and (not column or at[1] in {0, column})

        looks = (self.theme.muted, self.theme.receded), (self.theme.foreground, 1.0)
        colours = [
            one.animate.set_fill(*looks[kept(at)]) if all(at) else recede(one, looks[kept(at)][1])
            for at, one in (self.cells | self.sums).items()
        ]
        self.held, self.pale = (row, column), lambda at: at == divided or not kept(at)
        fills = [one.animate.set_fill(opacity=self._seen(at)) for at, one in self.shades.items()]
        self.play(*colours, *fills, run_time=0.7)

    def _seen(self, at: tuple[int, int]) -> float:
        return self._full(at) * (FAINT if self.pale(at) else 1.0)

    def _full(self, at: tuple[int, int]) -> float:
        return FULLEST * self._entry(at[0] - 1, at[1] - 1) / (max(self.entries) or 1.0)

    def _shade(self, row: int, column: int) -> VMobject:
        return self.grid.shade(row, column, self.theme.palette["blue"], self._full((row, column)) / FULLEST)

    @action("Each cell is shaded by its entry: the larger, the fuller.", needs="table")
    def shade(self, step: StepView) -> None:
        """A heat map; where a row or a column is looked at alone, the others' shades pale. No entry stands out."""
        if not self.shades:
            if len(self.below):
                self._hold(*self.held)
            self.shades = {at: self._shade(*at).set_fill(opacity=self._seen(at)) for at in self.cells if all(at)}
            self.play(LaggedStart(*map(FadeIn, self.shades.values()), lag_ratio=0.05), run_time=1.4)
            self.bring_to_back(*self.shades.values())
            self.invariant("shades are as full as entries are large", self._off_shades, 1e-6)

    def _off_shades(self) -> float:
        """By how much, at most, a shade is fuller than its entry is large, or paler than one that stands back."""
        each = ((one.get_fill_opacity(), self._full(at)) for at, one in self.shades.items())
        return max((max(0.0, one - full, FAINT * full - one) for one, full in each), default=0.0)

    @action("One entry is divided by the sum of its {of}: the quotient stands below.", needs="table")
    def share(self, step: StepView, row: Count, column: Count, of: Literal["row", "column", "all"] = "row") -> None:
        """The entry, and what it is a share of; then the quotient."""
        whole = self._parts(of, row, column)
        if sum(len(one.term.tex) + 1 for one in whole) > LONG:
            whole = [exactly(sum(one.value() for one in whole))]
        self._hold(row if of == "row" else 0, column if of == "column" else 0, divided=(row, column))
        quotient = quotient_of(exactly(self._entry(row - 1, column - 1)), whole)
        result = self.foot.inset(0.1).place(self.stated(quotient, self.theme.sizes.formula))
        self.play(*([FadeOut(self.below)] if len(self.below) else []), run_time=0.3)
        self.play(FadeIn(result), self.cells[row, column].animate.set_fill(self.theme.palette["yellow"]), run_time=0.7)
        self.below = result
