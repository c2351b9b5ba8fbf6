"""A tree of probabilities as it stands: nodes with their names, branches with their chances, what a leaf is worth."""

from __future__ import annotations

from dataclasses import replace

from manim import Line, VGroup, VMobject

from mathora.stage import Flag, Formula, LessonScene, Number, Prose
from mathora.stage.figures.chance import branches
from mathora.stage.layout import Region
from mathora.stage.text.terms import Measured, number_said, on_one_line, product_of

FOOT, OFF = 1.45, 0.25  # scene units below the tree, for sums, and from it to them
ROOMY = 1.2  # scene units between leaves from which texts are larger
CROWDED = 1.0  # leaves nearer to each other than this, in scene units, leave no room for the two lines of a fraction


class TreePicture(LessonScene):
    """Two or three levels of branches; with `ends`, a way ends where it is certain how it goes on."""

    first: tuple[Prose, ...]
    first_chances: tuple[Formula, ...]
    second: tuple[Prose, ...]
    second_chances: tuple[Formula, ...]
    third: tuple[Prose, ...] = ()
    third_chances: tuple[Formula, ...] = ()
    leaves: tuple[Number, ...] = ()
    wide: Flag = False
    ends: Flag = False

    def begin(self) -> None:
        """Where everything will stand; the actions show it, level by level."""
        wide = self.wide or (self.opening.formulas == "late" and not self.layout.upright)
        region = self.layout.body if wide else self.layout.figure
        self.names = [names for names in (self.first, self.second, self.third) if names]
        self.chances = [one for one in (self.first_chances, self.second_chances, self.third_chances) if one]
        self.values = [[number_said(one, self.model) for one in level] for level in self.chances]
        self.ways = branches.Ways(self.values, ends=self.ends)
        foot = 0.0 if self.opening.quiet else FOOT  # no sums come below
        self.tree_region = branches.between(replace(region, bottom=region.bottom + foot), len(self.ways.leaves))
        self.foot = Region(region.left, region.bottom, region.right, region.bottom + FOOT - OFF)
        if wide and self.opening.formulas != "never":  # they stand below the tree, too
            panel, self.foot = self.foot.split_columns(1, 1)
            self.layout = replace(self.layout, panel=panel)
        self.nodes = self._grown(branches.MOST_BEHIND)
        apart, sizes = self.ways.apart(self.nodes, -1), self.theme.sizes
        crowded = apart < CROWDED
        self.named, self.largest = (sizes.body, sizes.body) if apart > ROOMY else (sizes.small, sizes.label)
        self.terms = [[on_one_line(one.tree).tree if crowded else one.tree for one in level] for level in self.chances]
        self.nodes = self._grown(self._behind())
        self.cards: dict[tuple[int, int], VMobject] = {}
        self.branches: list[dict[int, Line]] = []
        self.marks: list[VGroup] = []
        self.products: dict[int, VMobject] = {}
        self.below = VGroup()
        self.invariant("each branch joins a node to its own", lambda: branches.astray(self.nodes, self.branches), 1e-6)
        self.invariant("the leaves sum to 1", lambda: sum(branches.chances_of(self.values)) - 1, 1e-9)

    def _grown(self, behind: float) -> list[list[branches.Fork]]:
        """The nodes of each level, where the leaves' products have a share of the width, `behind` them."""
        return branches.grown(self.tree_region, self.ways, behind)

    def _behind(self) -> float:
        """The share of the width from the middle of the widest leaf to the end of the longest product."""
        products = [self.product(leaf) for leaf in self.ways.leaves]
        longest = max(products, key=lambda one: len(one.term.tex))
        name = max(self.prose_mobject(one, size=self.named).width for one in self.names[-1])
        said = self.stated(longest, self.theme.sizes.body).width
        needed = (name + branches.CARD) / 2 + branches.BEHIND + said + branches.CARD
        return min(branches.MOST_BEHIND, float(needed) / self.tree_region.width)

    def level(self, depth: int) -> tuple[dict[int, Line], VGroup]:
        """The branches into a level, with their chances, and its nodes' names."""
        lines, marks = {}, VGroup()
        apart = self.ways.apart(self.nodes, depth + 1)
        size = max(self.theme.sizes.minimum, min(self.largest, 0.8 * apart))
        for node, chance, term in zip(self.nodes[depth + 1], self.chances[depth], self.terms[depth], strict=True):
            if node.index not in self.ways.seen[depth + 1]:
                continue
            parent = self.nodes[depth][node.parent]
            lines[node.index] = Line(parent.place, node.place, color=self.theme.line, stroke_width=3)
            label = self.formula_mobject(chance, size) if term == chance.tree else self.label(on_one_line(term), size)
            name = self.prose_mobject(self.names[depth][node.way[-1]], size=self.named)
            middle = branches.along(parent.place, node.place, label, name, apart)
            card = branches.carded(name, node.place, self.theme, edge=self.theme.line)
            marks.add(branches.carded(label, middle, self.theme), card)
            self.cards[depth + 1, node.index] = card
        return lines, marks

    def product(self, leaf: int) -> Measured:
        """What a leaf is worth: the chances along its way, multiplied."""
        terms, numbers = ([level[at - 1][one] for at, one in self.ways.to(leaf)] for level in (self.terms, self.values))
        return product_of(terms, numbers)
