"""The names of some weights at their edges, in their colours, and words for what goes into a network and comes out.

Owns: `EdgeNames`. Law: a name leaves when its weight's partial comes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from manim import DOWN, LEFT, ORIGIN, FadeIn, FadeOut, Line, VGroup, VMobject

from mathora.stage.writing import Writing

BELOW = 0.3  # from neurons down to what is said of them, in scene units
WIDTH = 4.0  # how thick an edge is drawn whose weight has its name


class EdgeNames:
    """What stands now: `names` at edges, and what is `said` below the first and the last neurons; nothing yet."""

    def __init__(self, write: Writing) -> None:
        self.write, self.names, self.said = write, dict[Line, VMobject](), VGroup()

    def coming(
        self, weights: Mapping[Line, str], columns: Sequence[VGroup], over: Callable[[Line, VMobject], VMobject]
    ) -> list[Any]:  # Manim's animation builders
        """The edges of these weights have their names, put `over` them, and their colours."""
        sizes, words = self.write.theme.sizes, self.write.words.picture
        for edge, key in weights.items():
            self.names[edge] = over(edge, self.write.symbol(key, sizes.formula))
        coloured = [
            edge.animate.set_stroke(self.write.colour_of(key), width=WIDTH, opacity=1) for edge, key in weights.items()
        ]
        for column, said, side in ((columns[0], words.goes_in, ORIGIN), (columns[-1], words.comes_out, LEFT)):
            label = self.write.words_mobject(said, size=sizes.small, colour=self.write.theme.muted)
            self.said.add(label.next_to(column, DOWN, buff=BELOW, aligned_edge=side))  # edges come from the left
        return [*map(FadeIn, [*self.names.values(), *self.said]), *coloured]

    def leaving(self, *edges: Line) -> list[FadeOut]:
        """The names of these edges leave, or all; words stay."""
        gone = [self.names.pop(edge) for edge in edges or [*self.names] if edge in self.names]
        return [*map(FadeOut, gone)]
