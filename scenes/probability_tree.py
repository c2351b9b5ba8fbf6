"""A tree of probabilities: chances along the branches, products at the leaves, sums and shares of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from math import prod

from manim import RIGHT, Create, FadeIn, FadeOut, Line, VGroup, VMobject

from mathora.stage import Count, Flag, Formula, LessonScene, Number, Prose, StepView, action, brings
from mathora.stage.figures.chance import branches
from mathora.stage.layout import Region
from mathora.stage.text.terms import Measured, number_said, on_one_line, product_of, quotient_of, sum_of

FOOT, OFF = 1.45, 0.25  # scene units below the tree, for sums, and from it to them
CROWDED = 1.0  # leaves nearer to each other than this, in scene units, leave no room for the two lines of a fraction


class ProbabilityTree(LessonScene):
    """A tree of probabilities: two or three levels of branches, products at its leaves."""

    first: tuple[Prose, ...]
    first_chances: tuple[Formula, ...]
    second: tuple[Prose, ...]
    second_chances: tuple[Formula, ...]
    third: tuple[Prose, ...] = ()
    third_chances: tuple[Formula, ...] = ()
    leaves: tuple[Number, ...] = ()
    wide: Flag = False

    claims = (
        ("first_chances", "count(first_chances) = count(first)"),
        ("first_chances", "total(first_chances) = 1"),
        ("first_chances", r"0 \le first_chances"),
        ("second_chances", r"count(second_chances) = count(first) \cdot count(second)"),
        ("second_chances", "total(second_chances by first_chances) = 1"),
        ("second_chances", r"0 \le second_chances"),
        ("third_chances", r"count(third_chances) = count(second_chances) \cdot count(third)"),
        ("third_chances", "total(third_chances by second_chances) = 1"),
        ("third_chances", r"0 \le third_chances"),
        ("leaves", r"leaves = second_chances \cdot first_chances"),
    )
    needs = (
        ("first_chances, second_chances, third_chances", "term()", "it stands on its branch, and is multiplied"),
        ("second", "few_leaves(first, third, 12)", "each leaf has its product"),
        ("first, second, third", "distinct()", "each is told from the next"),
        ("third", "paired(third_chances)", "each branch has its chance"),
        ("grow.first", "levels(uses, second, third)", "each level grows once"),
        ("multiply.leaf, add_up.leaves_of, share.leaf, share.leaves_of", "position(first, second, third)", "a leaf"),
        ("add_up.leaves_of, share.leaves_of", "distinct()", "each is added once"),
        ("share.leaf", "left(leaves_of, first_chances, second_chances, third_chances)", "one is divided by their sum"),
    )
    limits = (
        ("len(first)", 2, 4, "each branch needs its room"),
        ("len(second)", 2, 4, "each branch needs its room"),
        ("len(third)", 2, 3, "each branch needs its room"),
        ("multiply.leaf", 1, 12, "leaves are counted from 1, from the top"),
        ("add_up.leaves_of", 1, 12, "leaves are counted from 1, from the top"),
        ("share.leaf", 1, 12, "leaves are counted from 1, from the top"),
        ("share.leaves_of", 1, 12, "leaves are counted from 1, from the top"),
    )
    movable = ("tree", {"first": "first", "first_chances": "first_chances", "second": "second", "third": "third",
                        "second_chances": "second_chances", "third_chances": "third_chances"})  # fmt: skip

    def begin(self) -> None:
        """Where everything will stand; the actions show it, level by level."""
        wide = self.wide or (self.opening.formulas == "late" and not self.layout.upright)
        region = self.layout.body if wide else self.layout.figure
        self.names = [names for names in (self.first, self.second, self.third) if names]
        whole = replace(region, bottom=region.bottom + FOOT)
        self.tree_region = branches.between(whole, prod(map(len, self.names)))
        self.foot = Region(region.left, region.bottom, region.right, region.bottom + FOOT - OFF)
        if wide and self.opening.formulas != "never":  # they stand below the tree, too
            panel, self.foot = self.foot.split_columns(1, 1)
            self.layout = replace(self.layout, panel=panel)
        self.chances = [one for one in (self.first_chances, self.second_chances, self.third_chances) if one]
        self.nodes = self._grown(branches.MOST_BEHIND)
        self.values = [[number_said(one, self.model) for one in level] for level in self.chances]
        crowded = abs(self.nodes[-1][0].place[1] - self.nodes[-1][1].place[1]) < CROWDED
        self.terms = [[on_one_line(one.tree).tree if crowded else one.tree for one in level] for level in self.chances]
        self.nodes = self._grown(self._behind())
        self.branches: list[list[Line]] = []
        self.marks: list[VGroup] = []
        self.products: dict[int, VMobject] = {}
        self.below = VGroup()
        self.invariant("each branch joins a node to its own", lambda: branches.astray(self.nodes, self.branches), 1e-6)
        self.invariant("the leaves sum to 1", lambda: sum(branches.chances_of(self.values)) - 1, 1e-9)

    def _grown(self, behind: float) -> list[list[branches.Fork]]:
        """The nodes of each level, where the leaves' products have a share of the width, `behind` them."""
        return branches.grown(self.tree_region, [len(names) for names in self.names], behind)

    def _behind(self) -> float:
        """The share of the width from the middle of the widest leaf to the end of the longest product."""
        products = [self._product(leaf) for leaf in range(len(self.nodes[-1]))]
        longest = max(products, key=lambda one: len(one.term.tex))
        name = max(self.prose_mobject(one, size=self.theme.sizes.small).width for one in self.names[-1])
        said = self.stated(longest, self.theme.sizes.body).width
        needed = (name + branches.CARD) / 2 + branches.BEHIND + said + branches.CARD
        return min(branches.MOST_BEHIND, float(needed) / self.tree_region.width)

    # ── the tree ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _level(self, depth: int) -> tuple[list[Line], VGroup]:
        """The branches into a level, with their chances, and its nodes' names."""
        lines, marks = [], VGroup()
        apart = abs(self.nodes[depth + 1][0].place[1] - self.nodes[depth + 1][1].place[1])
        size = max(self.theme.sizes.minimum, min(self.theme.sizes.label, 0.8 * apart))
        for node, chance, term in zip(self.nodes[depth + 1], self.chances[depth], self.terms[depth], strict=True):
            parent = self.nodes[depth][node.parent]
            line = Line(parent.place, node.place, color=self.theme.line, stroke_width=3)
            label = self.formula_mobject(chance, size) if term == chance.tree else self.label(on_one_line(term), size)
            name = self.prose_mobject(self.names[depth][node.way[-1]], size=self.theme.sizes.small)
            middle = branches.along(parent.place, node.place, label, name, apart)
            marks.add(branches.carded(label, middle, self.theme))
            marks.add(branches.carded(name, node.place, self.theme, edge=self.theme.line))
            lines.append(line)
        return lines, marks

    @action("The next level of the tree grows: from each node a branch for each outcome, with its chance on it.")
    def grow(self, step: StepView) -> None:
        """Branches grow out of the nodes, then chances and names."""
        depth = len(self.branches)
        if depth == len(self.names):  # all levels grew for a product
            self.show_formulas(step)
            return
        lines, marks = self._level(depth)
        self.branches.append(lines)
        self.add(*lines, *chain(*self.marks))
        self.play(*(Create(line) for line in lines), run_time=1.1)
        self.play(FadeIn(marks), run_time=0.7)
        self.marks.append(marks)
        self.show_formulas(step)

    @brings("tree")
    def _stand(self) -> None:
        while len(self.branches) < len(self.names):
            lines, marks = self._level(len(self.branches))
            self.branches.append(lines)
            self.marks.append(marks)
        self.remove(*chain(*self.branches), *self.marks)
        self.add(*chain(*self.branches), *self.marks)

    # ── what the leaves are worth ─────────────────────────────────────────────────────────────────────────────────────

    @action("Along the way to a leaf the chances are multiplied; the product stands at the leaf.", needs="tree")
    def multiply(self, step: StepView, leaf: Count | None = None) -> None:
        """One way lights up, or all of them one after the other."""
        for index in range(len(self.nodes[-1])) if leaf is None else [leaf - 1]:
            if index in self.products:
                continue
            way = [self.branches[at - 1][one] for at, one in branches.way_to(self.nodes, index)]
            self.play(*(line.animate.set_stroke(self.theme.foreground, width=6) for line in way), run_time=0.5)
            self.products[index] = self._at_leaf(index)
            self.play(FadeIn(self.products[index], shift=0.2 * RIGHT), run_time=0.5)
            self.play(*(line.animate.set_stroke(self.theme.line, width=3) for line in way), run_time=0.3)
        self.show_formulas(step)

    def _product(self, leaf: int) -> Measured:
        """What a leaf is worth: the chances along its way, multiplied."""
        way = branches.way_to(self.nodes, leaf)
        terms, numbers = ([level[at - 1][one] for at, one in way] for level in (self.terms, self.values))
        return product_of(terms, numbers)

    def _at_leaf(self, leaf: int) -> VMobject:
        """`0.01 · 0.9 = 0.009`, at the leaf's right."""
        place, name = self.nodes[-1][leaf].place, self.marks[-1][2 * leaf + 1]
        room = Region(name.get_right()[0] + branches.BEHIND, place[1] - 0.4, self.tree_region.right, place[1] + 0.4)
        return room.place(self.stated(self._product(leaf), self.theme.sizes.body), "left")

    @action("The leaves {leaves_of} are added: their sum stands below the tree.", needs="tree")
    def add_up(self, step: StepView, leaves_of: tuple[Count, ...]) -> None:
        """These leaves stay, the others stand back; below, the sum."""
        self._emphasise(leaves_of)
        self._write(sum_of([self._product(leaf - 1) for leaf in leaves_of]))
        self.show_formulas(step)

    @action("Of the leaves {leaves_of}, the share of leaf {leaf} stands below the tree.", needs="tree")
    def share(self, step: StepView, leaf: Count, leaves_of: tuple[Count, ...]) -> None:
        """The quotient: one leaf by the sum of those that are left."""
        self._emphasise(leaves_of)
        self._write(quotient_of(self._product(leaf - 1), [self._product(one - 1) for one in leaves_of]))
        self.show_formulas(step)

    def _emphasise(self, leaves: tuple[int, ...]) -> None:
        """The other leaves stand back."""
        self.multiply(StepView(()))
        shown = [
            product.animate.set_fill(self.theme.palette["yellow"] if leaf + 1 in leaves else self.theme.muted)
            for leaf, product in self.products.items()
        ]
        self.play(*shown, run_time=0.6)

    def _write(self, measured: Measured) -> None:
        """The result below the tree, in place of the last one."""
        result = self.foot.place(self.stated(measured, self.theme.sizes.formula), "right")
        self.play(*([FadeOut(self.below)] if len(self.below) else []), run_time=0.3)
        self.play(FadeIn(result), run_time=0.5)
        self.below = result
