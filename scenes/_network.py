"""What a network is drawn with: neurons, edges as thick as their weights, the column of partials, a crowd of dots."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Circle,
    FadeIn,
    Line,
    Rectangle,
    ShowPassingFlash,
    ValueTracker,
    VGroup,
    VMobject,
)
from numpy import arange, array, column_stack, concatenate, linspace, ndarray
from numpy.linalg import norm

from mathora.stage import Formula, LessonScene, Region
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.graph import dashed
from mathora.stage.plane.network import SmallNetwork
from mathora.stage.text.terms import gradient

MOST_DOTS = 2000
"""As many dots can be told apart; each stands for a power of ten of weights."""
FULL = 0.85
"""How high the bar of the loss stands at first, as a share of its frame."""
CLOSEST = 0.12
"""How near to each other arrows may stand in the column, in scene units."""
SPREAD = 1.15
"""How far apart neurons of one layer stand, in scene units, if there is room."""


class NetworkPicture(LessonScene):
    """Neurons, layer by layer, and the loss."""

    def begin(self) -> None:
        """Neurons, edges and the loss node; nothing stands on the stage yet."""
        figure = self.layout.figure
        net, gauge = figure.split_columns(0.86, 0.14)
        self.column_place, _, panel = self.layout.panel.split_columns(0.32, 0.07, 0.61)
        self.layout = replace(self.layout, panel=panel)
        self.light = self.colour_of(gradient(self.function))
        self.columns = self._neurons(net)
        self.loss = self._loss_node(net)
        self.network_of = SmallNetwork(self.layers)
        self.edges = [self._between(a, b) for a, b in pairwise(self.columns)]
        self._thicken(self.network_of.weights)
        self.links = self._links()
        self.gauge = self._gauge(gauge)
        self.tags = VGroup()
        self.arrows = VGroup()

    def _flashes(self, group: VGroup) -> list[ShowPassingFlash]:
        """Light that runs back along the lines of a group."""
        pulse = [_between(edge).reverse_points().set_stroke(self.light, width=5) for edge in group]
        return [ShowPassingFlash(line, time_width=0.7) for line in pulse]

    def _neurons(self, net: Region) -> list[VGroup]:
        across = linspace(0.04, 0.8, len(self.layers))
        gap = min(SPREAD, net.height / max(self.layers))
        columns = []
        for share, count in zip(across, self.layers, strict=True):
            heights = (array(range(count)) - (count - 1) / 2) * gap
            places = [net.at(share, 0.5) + array([0.0, -height, 0.0]) for height in heights]
            columns.append(VGroup(*(self._node(place, min(0.25, 0.42 * gap)) for place in places)))
        return columns

    def _node(self, place: ndarray, radius: float) -> Circle:
        theme = self.theme
        circle = Circle(radius, stroke_color=theme.foreground, stroke_width=3, fill_color=theme.card, fill_opacity=1)
        return circle.move_to(place)

    def _loss_node(self, net: Region) -> VGroup:
        node = self._node(net.at(1.0, 0.5) + array([-0.46, 0.0, 0.0]), 0.46)
        return VGroup(node, self.symbol(self.function.key, size=self.theme.sizes.formula).move_to(node))

    def _between(self, left: VGroup, right: VGroup) -> VGroup:
        edges = VGroup()
        for a in left:
            for b in right:
                way = b.get_center() - a.get_center()
                way = way / (way @ way) ** 0.5
                start, end = a.get_center() + way * a.width / 2, b.get_center() - way * b.width / 2
                edges.add(Line(start, end, stroke_color=self.theme.line, stroke_width=1.8))
        return edges

    def _links(self) -> VGroup:
        """Dashed lines from the last layer to the loss: no weight stands on them."""
        links = VGroup()
        for node in self.columns[-1]:
            way = self.loss[0].get_center() - node.get_center()
            rims = node.width / 2 * way / norm(way), self.loss[0].width / 2 * way / norm(way)
            links.add(dashed(node.get_center() + rims[0], self.loss[0].get_center() - rims[1], self.theme.line))
        return links

    def _loose(self) -> float:
        """How far, at most, a drawn edge's end is from the rim of its neuron, in scene units."""
        ends = array([[edge.points[0], edge.points[-1]] for edges in self.edges for edge in edges])
        rims = [[_rim(node) for node in column] for column in self.columns]
        joined = array([pair for left, right in pairwise(rims) for pair in product(left, right)])
        return float(abs(norm(ends - joined[..., :3], axis=-1) - joined[..., 3]).max())

    def _weighted(self, weights: tuple[ndarray, ...]) -> list[tuple[Line, float]]:
        """Each edge with its weight."""
        edges = [edge for group in self.edges for edge in group]
        return list(zip(edges, concatenate([one.ravel() for one in weights]), strict=True))

    @staticmethod
    def _width(weight: float) -> float:
        """How thick an edge is drawn: the more, the farther its weight is from zero."""
        return 1.0 + 2.4 * abs(float(weight))

    def _thicken(self, weights: tuple[ndarray, ...]) -> None:
        for edge, weight in self._weighted(weights):
            edge.set_stroke(width=self._width(weight))

    def _gauge(self, place: Region) -> VGroup:
        self.level = ValueTracker(FULL)
        frame = Rectangle(width=0.34, height=2.6, stroke_color=self.theme.line, stroke_width=2, fill_opacity=0)
        frame.move_to(place.at(0.6, 0.5))
        bar = Rectangle(width=0.34, height=2.6, stroke_width=0, fill_color=self.theme.foreground, fill_opacity=0.8)

        def fill(mobject: VMobject) -> None:
            low = frame.get_corner(DOWN + LEFT)
            high = low + array([frame.width, frame.height * self.level.get_value(), 0.0])
            mobject.set_points_as_corners(array([low, [high[0], low[1], 0], high, [low[0], high[1], 0], low]))

        fill(bar)
        bar.add_updater(fill)
        name = self.symbol(self.function.key).next_to(frame, UP, buff=0.16)
        return VGroup(bar, frame, name)

    def _tag(self, group: VGroup, formula: Formula) -> None:
        """A partial beside the topmost edge of a layer, that edge standing out."""
        edge = group[0]
        label = self.formula_mobject(formula, size=self.theme.sizes.label)
        label.next_to(edge.get_center(), UP, buff=0.3)
        self.tags.add(label)
        self.play(edge.animate.set_stroke(width=5), FadeIn(label, shift=0.1 * UP), run_time=0.6)

    def _column(self, partials: ndarray) -> tuple[VGroup, VGroup]:
        """An arrow for each partial, to one scale, under each other (in several stacks if one is too low), and what
        frames them: brackets, and the line on which all arrows begin.
        """
        place = self.column_place
        stacks = -(-len(partials) // int(0.84 * place.height / CLOSEST))
        rows = -(-len(partials) // stacks)
        gap = min(0.3, 0.84 * place.height / max(rows - 1, 1))
        reach = 0.42 / stacks
        columns, lines = divmod(arange(len(partials)), rows)
        across, up = 1.1 * reach * (2 * columns - stacks + 1), gap * ((rows - 1) / 2 - lines)
        starts = place.at(0.5, 0.5) + column_stack([across, up, 0 * up])
        scale, width = reach / abs(partials).max(), min(0.05, 0.22 * gap)
        arrows = VGroup(*(
            ArrowMobject(start, start + array([scale * partial, 0, 0]), self.light, width)
            for start, partial in zip(starts, partials, strict=True)
        ))  # fmt: skip
        zero = VMobject(stroke_color=self.theme.line, stroke_width=2, fill_opacity=0)
        for first in starts[::rows]:
            zero.start_new_path(first + array([0, 0.16, 0]))
            zero.add_line_to(first - array([0, gap * (rows - 1) + 0.16, 0]))
        return arrows, VGroup(self._brackets(starts[:rows]), zero)

    def _astray(self, partials: ndarray) -> float:
        """How far the drawn arrows are from the partials, to one scale; 1 if any weight has none."""
        drawn = array([arrow.vector[0] for arrow in self.arrows[0]])
        if len(drawn) != len(partials):
            return 1.0
        return float(abs(drawn / abs(drawn).max() - partials / abs(partials).max()).max())

    def _brackets(self, slots: list[ndarray]) -> VGroup:
        high, low = slots[0][1] + 0.25, slots[-1][1] - 0.25
        middle = self.column_place.at(0.5, 0.5)[0]
        brackets = VGroup()
        for side in (-1, 1):
            edge, lip = middle + side * 0.62, middle + side * 0.48
            bracket = VMobject(stroke_color=self.theme.foreground, stroke_width=3, fill_opacity=0)
            bracket.set_points_as_corners(array([[lip, high, 0], [edge, high, 0], [edge, low, 0], [lip, low, 0]]))
            brackets.add(bracket)
        return brackets

    def _dots(self, many: int) -> CountDots:
        """So many dots in rows that fill the figure."""
        figure = self.layout.figure
        ideal = max(1, round((many * figure.width / figure.height) ** 0.5))
        near = sorted(range(max(1, ideal * 4 // 5), ideal * 5 // 4 + 1), key=lambda across: abs(across - ideal))
        across = next((one for one in near if many % one == 0), ideal)
        rows = -(-many // across)
        gap = min(0.94 * figure.width / across, 0.96 * figure.height / rows, 0.5)
        corner = figure.at(0.47, 0.5) + gap / 2 * array([1 - across, rows - 1, 0.0])
        places = [corner + gap * array([k % across, -(k // across), 0.0]) for k in range(many)]
        return CountDots(places, 0.3 * gap, self.light)

    def _legend(self, unit: int, place: ndarray) -> VGroup:
        """For how many weights one dot stands."""
        size = self.theme.sizes.label
        dot = Circle(radius=0.07, fill_color=self.light, fill_opacity=0.85, stroke_width=0)
        words = (self.words_mobject(one, size=size, colour=self.theme.muted) for one in ("=", _grouped(unit)))
        return VGroup(dot, *words).arrange(RIGHT, buff=0.16).move_to(place + array([0.0, -1.5, 0.0]))

    def _count(self, value: int, place: ndarray) -> VGroup:
        """A whole number with its thousands apart, in digits that stand still, and the word for what it counts."""
        digits = self.words_mobject(_grouped(value), size=self.theme.sizes.formula, weight="semibold").move_to(place)
        name = self.words.picture.weights.of(value)
        word = self.words_mobject(name, size=self.theme.sizes.body, colour=self.theme.muted)
        return VGroup(digits, word.move_to(place + array([0.0, -0.75, 0.0])))


class CountDots(VMobject):
    """Equal dots as one shape, of which the first ones are shown."""

    def __init__(self, places: list[ndarray], radius: float, colour: str) -> None:
        super().__init__(fill_color=colour, fill_opacity=0.85, stroke_width=0)
        self.first = places[0]
        self._all = concatenate([Circle(radius=radius).move_to(place).points for place in places])
        self._each = len(self._all) // len(places)

    def show(self, count: float) -> None:
        """Shows the first `count` dots."""
        self.set_points(self._all[: self._each * int(count + 1e-9)])

    @property
    def shown(self) -> int:
        """How many dots are drawn."""
        return len(self.points) // self._each


def _grouped(value: int) -> str:
    return f"{value:,}".replace(",", "\N{THIN SPACE}")


def _between(edge: VMobject) -> Line:
    """A whole line from where an edge begins to where it ends."""
    return Line(edge.points[0], edge.points[-1])


def _rim(node: Circle) -> ndarray:
    """A neuron's middle and its radius, (4,), in scene units."""
    low, high = node.points.min(axis=0), node.points.max(axis=0)
    return array([*(low + high) / 2, (high[0] - low[0]) / 2])
