"""A tree of probabilities: chances along the branches, products at the leaves, sums and shares of them."""

from __future__ import annotations

from itertools import chain

from _tree import TreePicture
from manim import RIGHT, Create, FadeIn, FadeOut, VMobject

from mathora.stage import Count, StepView, action, brings
from mathora.stage.figures.chance import branches
from mathora.stage.layout import Region
from mathora.stage.text.terms import Measured, quotient_of, sum_of


class ProbabilityTree(TreePicture):
    """A tree of probabilities: two or three levels of branches, products at its leaves."""

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
        (
            "multiply.leaf, add_up.leaves_of, share.leaf, share.leaves_of",
            "leaf_of(ends, first_chances, second_chances, third_chances)",
            "a leaf",
        ),
        ("add_up.leaves_of, share.leaves_of", "distinct()", "each is added once"),
        ("share.leaf", "left(leaves_of, ends, first_chances, second_chances, third_chances)", "of a sum"),
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

    @action(
        "The next level of the tree grows: from each node a branch for each outcome, with its chance on it.", quiet=True
    )
    def grow(self, step: StepView) -> None:
        """Branches grow out of the nodes, then chances and names."""
        depth = len(self.branches)
        if depth == len(self.names):  # all levels grew for a product
            return
        lines, marks = self.level(depth)
        self.branches.append(lines)
        self.add(*lines.values(), *chain(*self.marks))
        self.play(*map(Create, lines.values()), run_time=1.1)
        self.play(FadeIn(marks), run_time=0.7)
        self.marks.append(marks)

    @brings("tree")
    def _stand(self) -> None:
        while len(self.branches) < len(self.names):
            lines, marks = self.level(len(self.branches))
            self.branches.append(lines)
            self.marks.append(marks)
        standing = [*chain(*(level.values() for level in self.branches)), *self.marks]
        self.remove(*standing)
        self.add(*standing)

    # ── what the leaves are worth ─────────────────────────────────────────────────────────────────────────────────────

    @action(
        "Along the way to a leaf the chances are multiplied; the product stands at the leaf.", needs="tree", quiet=True
    )
    def multiply(self, step: StepView, leaf: Count | None = None) -> None:
        """One way lights up, or all of them one after the other."""
        for index in self.ways.leaves if leaf is None else [self.ways.leaves[leaf - 1]]:
            if index in self.products:
                continue
            way = [self.branches[at - 1][one] for at, one in self.ways.to(index)]
            self.play(*(line.animate.set_stroke(self.theme.foreground, width=6) for line in way), run_time=0.5)
            self.products[index] = self._at_leaf(index)
            self.play(FadeIn(self.products[index], shift=0.2 * RIGHT), run_time=0.5)
            self.play(*(line.animate.set_stroke(self.theme.line, width=3) for line in way), run_time=0.3)

    def _at_leaf(self, leaf: int) -> VMobject:
        """`0.01 · 0.9 = 0.009`, at the leaf's right."""
        depth, index = self.ways.to(leaf)[-1]
        place, name = self.nodes[depth][index].place, self.cards[depth, index]
        room = Region(name.get_right()[0] + branches.BEHIND, place[1] - 0.4, self.tree_region.right, place[1] + 0.4)
        product, size = self.product(leaf), self.theme.sizes.body
        alone = product.written(product.value()).tex == product.term.tex  # where one branch leads to it
        return room.place(self.label(product.term, size) if alone else self.stated(product, size), "left")

    @action("The leaves {leaves_of} are added: their sum stands below the tree.", needs="tree")
    def add_up(self, step: StepView, leaves_of: tuple[Count, ...]) -> None:
        """These leaves stay, the others stand back; below, the sum."""
        self._emphasise(leaves_of)
        self._write(sum_of([self._worth(leaf) for leaf in leaves_of]))

    @action("Of the leaves {leaves_of}, the share of leaf {leaf} stands below the tree.", needs="tree")
    def share(self, step: StepView, leaf: Count, leaves_of: tuple[Count, ...]) -> None:
        """The quotient: one leaf by the sum of those that are left."""
        self._emphasise(leaves_of)
        self._write(quotient_of(self._worth(leaf), [self._worth(one) for one in leaves_of]))

    def _worth(self, leaf: int) -> Measured:
        """What a leaf is worth, by its number among those that are drawn, from 1."""
        return self.product(self.ways.leaves[leaf - 1])

    def _emphasise(self, leaves: tuple[int, ...]) -> None:
        """These leaves and the ways to them are lit; the others stand back."""
        self.multiply(StepView(()))
        among = {self.ways.leaves[one - 1] for one in leaves}
        lit, ways = self.theme.palette["yellow"], {step for leaf in among for step in self.ways.to(leaf)}
        shown = [
            product.animate.set_fill(lit if leaf in among else self.theme.muted)
            for leaf, product in self.products.items()
        ]
        shown += [
            line.animate.set_stroke(*(lit, 6) if (depth, node) in ways else (self.theme.line, 3))
            for depth, level in enumerate(self.branches, 1)
            for node, line in level.items()
        ]
        self.play(*shown, run_time=0.6)

    def _write(self, measured: Measured) -> None:
        """The result below the tree, in place of the last one."""
        result = self.foot.place(self.stated(measured, self.theme.sizes.formula), "right")
        self.play(*([FadeOut(self.below)] if len(self.below) else []), run_time=0.3)
        self.play(FadeIn(result), run_time=0.5)
        self.below = result
