"""Points of data in groups: a boundary that separates them, and clusters around centres."""

from __future__ import annotations

import numpy as np
from _grouped import GroupedPoints
from manim import Create, FadeIn, LaggedStart, VGroup

from mathora.stage import Function, Interval, Number, Point, StepView, action, move
from mathora.stage.curves import room_for
from mathora.stage.figures.data.classes import PALETTE, BoundaryLine, Clusters, group_colours
from mathora.stage.figures.data.data_points import Scatter, axes_room, base_of, numbers_of, row_of_readings


class DataPlot(GroupedPoints):
    """Points of data, coloured by their groups; a boundary between two groups, or clusters around centres."""

    late_formulas = "below"

    boundary: Function | None = None
    at: Point | None = None
    level: Number = 0
    levels: tuple[Number, ...] = ()
    centres: tuple[Point, ...] = ()
    span: Interval | None = None
    heights: Interval | None = None

    needs = (
        ("x, y", "data()", "its points are drawn"),
        ("y, group", "as_many(x)", "each point has one"),
        ("x", "sighted(y, span, heights)", "its points are drawn"),
        (
            "divides.boundary, slide.boundary",
            "divides(x, y, level, span, heights, at after slide)",
            "the line is drawn among the points",
        ),
        ("group", "data(), groups()", "each point has the colour of its group"),
        ("boundary", "settled(at, 2), has_parameters()", "the line is where it has one value"),
        ("divides.boundary, slide.boundary", "given()", "it is the line"),
        ("slide.to", "parameters(boundary, 2)", "the line turns with them"),
        ("divides.group, slide.group", "groups(2)", "a line tells two groups apart"),
        ("join.names", "names_groups(group)", "each group has its line, and its name"),
        ("mark.of", "point_of(x, y, span, heights)", "it is one of the points"),
        ("centres", "on_axes(span, heights)", "it is drawn there"),
        ("centres", "two()", "a centre is a place among the points"),
        ("assign.centres, centre.centres", "given()", "each point goes to the nearest"),
    )
    limits = (
        ("mark.of", 1, 64, "points are counted from 1, in the order of the data"),
        ("len(levels)", 0, 4, "each line has its value"),
        ("len(join.names)", 1, 6, "each line has its name"),
        ("len(centres)", 1, 6, "so many colours can be told apart"),
    )
    movable = (
        "groups",
        {"x": "x", "y": "y", "group": "group", "boundary": "boundary", "at": "at", "level": "level",
         "centres": "centres", "span": "span", "heights": "heights"},
    )  # fmt: skip

    def begin(self) -> None:
        """The points' graph; boundary and centres, if there are any; nothing stands on the stage yet."""
        x, y = numbers_of(self.model, self.x), numbers_of(self.model, self.y)
        _, place = self.layout.figure.split_rows(0.12, 0.88)
        starts = np.array([one.values[:2] for one in self.centres]).reshape(-1, 2)
        across = self.span or room_for(x, starts[:, 0], zero=True)
        up = self.heights or room_for(y, starts[:, 1], zero=True)
        names = base_of(self.model, self.x), base_of(self.model, self.y)
        self.scatter = Scatter(x, y, axes_room(place), (across, up), names, self)
        groups = None if self.group is None else numbers_of(self.model, self.group)
        if groups is not None:
            for dot, colour in zip(self.scatter.dots, group_colours(groups, self.theme), strict=True):
                dot.set_fill(colour, 1)
        self.divide = self._boundary(groups)
        self.clusters = Clusters(self.scatter, starts, self.theme) if len(starts) else None
        self.readings = VGroup()

    def _boundary(self, groups: np.ndarray | None) -> BoundaryLine | None:
        """The boundary, if the script gives one."""
        if self.boundary is None:
            return None
        given = self.at.mapping() if self.at else {}
        return BoundaryLine(self.scatter, self.boundary, given, self.level, groups, self.theme, self.levels)

    def go_home(self) -> None:
        """The graph goes to where there is room beside it."""
        self.scatter.make_way(self, *(self.clusters.marks if self.clusters and self.clusters.owner is not None else ()))

    # ── actions ───────────────────────────────────────────────────────────────────────────────────────────────────────

    @action(
        "The line on which {boundary} is {level}; each side in its group's colour, points on the wrong one ringed.",
        needs="points",
    )
    def divides(self, step: StepView) -> None:
        """The boundary is drawn, then the rings."""
        divide = self.divide
        trackers = divide.parameters.items()
        size = self.theme.sizes.label
        each = [self.reading(self.coordinate(key, one.get_value), size, decimals=2) for key, one in trackers]
        row_of_readings(each, self.scatter.graph)
        self.readings = VGroup(*each)
        self.play(Create(divide.line), FadeIn(self.readings), run_time=1.2)
        self.mobjects.insert(0, divide.sides.update())
        self.play(*map(Create, divide.others), *map(FadeIn, [*divide.values_told, *divide.sides]), run_time=0.8)
        self.add(divide.others, divide.line, divide.values_told, self.scatter.dots, divide.rings.update())
        self.promise(divide.claims)

    @action("The parameters move to {to}; the line turns, and the rings come and go.", needs="divides")
    def slide(self, step: StepView, to: Point) -> None:
        """Line and rings follow."""
        divide = self.divide
        for label, key in zip(self.readings, divide.parameters, strict=True):
            label.rest_at(to[key] if key in to else divide.parameters[key].get_value())
        self.play(*(move(divide.parameters[key], to[key]) for key in to), run_time=1.8)

    @action("Each point takes the colour of the centre that is nearest to it.", needs="points")
    def assign(self, step: StepView) -> None:
        """The centres come first, if they do not stand yet."""
        clusters = self.clusters
        if clusters.owner is None:
            self.promise(clusters.claims)
            self.play(LaggedStart(*map(FadeIn, clusters.stand()), lag_ratio=0.3), run_time=0.9)
        clusters.owner = clusters.nearest()
        colours = [self.theme.palette[PALETTE[one]] for one in clusters.owner]
        pairs = zip(self.scatter.dots, colours, strict=True)
        self.play(*(dot.animate.set_fill(colour, 1) for dot, colour in pairs), run_time=1.0)

    @action("Each centre moves to the mean of its points.", needs="assign")
    def centre(self, step: StepView) -> None:
        """The marks move; the points keep their colours until they are assigned again."""
        clusters = self.clusters
        self.invariants.release(clusters.claims[0][0])
        clusters.centres = clusters.means()
        places = [self.scatter.graph.point(*at) for at in clusters.centres]
        self.play(*(mark.animate.move_to(at) for mark, at in zip(clusters.marks, places, strict=True)), run_time=1.2)
        self.promise(clusters.claims)
