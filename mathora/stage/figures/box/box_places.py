"""Where a sheet, the box that is folded of it, and the curve of its volume stand beside each other."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mathora.stage.layout import Layout, Region
from mathora.stage.plane.folded_paper import PaperPose

ROWS = (0.24, 0.42, 0.34)  # paper, graph and words under each other, as shares of an upright body


@dataclass(frozen=True, slots=True)
class BoxPlaces:
    """The places of the flat net, the box, the graph, the formulas and the readings, and of a sheet that is alone."""

    alone: Region
    net: Region
    box: Region
    graph: Region
    formulas: Region
    readings: Region

    @staticmethod
    def of(layout: Layout) -> BoxPlaces:
        """In columns, or in rows where the layout is upright."""
        body = layout.body
        if layout.upright:
            top, middle, low = body.split_rows(*ROWS)
            net, box = top.split_columns(1, 1)
            formulas, readings = low.split_columns(1, 1)
            return BoxPlaces(body.inset(0.3), net, box, middle.inset(0.5), formulas, readings)
        left, graph, panel = body.split_columns(2.9, 5.0, 5.1)
        net, box = left.split_rows(1, 1)
        graph = Region(graph.left + 0.7, graph.bottom + 0.45, graph.right - 0.6, graph.top - 0.35)
        formulas, readings = panel.split_rows(1, 1)
        return BoxPlaces(body, net.inset(0.12), box.inset(0.12), graph, formulas.inset(0.1), readings)

    @property
    def whole(self) -> Region:
        """All that the net, the box and the graph have."""
        return Region(self.net.left, min(self.box.bottom, self.graph.bottom), self.graph.right, self.net.top)

    def pose(self, sheet: float, cut: float, folded: float, beside: float, aside: float) -> PaperPose:
        """How the paper of side `sheet` (model units) stands: alone in the middle; `beside` the formulas; or `aside` in
        the box's place, where a graph stands beside it.
        """
        large = replace(self.net, right=self.graph.right, bottom=self.box.bottom)
        small = min(self.box.width * 0.98, self.box.height * 1.15) / sheet
        alone, among = (
            PaperPose(place.centre, min(place.width, place.height) / sheet * 0.92, cut, folded)
            for place in (self.alone, large)
        )
        return alone.towards(among, beside).towards(PaperPose(self.box.centre, small, cut, folded), aside)
