"""A curve of the model that is fitted to data: its parameters move, residuals and their squares follow.

Laws:
- The curve is the model's function of the data's variable; its other variables are parameters, one tracker for each.
- A residual joins a point with the curve straight above or below it. A square is as wide and as high as its residual
  is long on the picture; it lies on its point's side of a curve that goes the way of the data, inside of the axes.
- A residual's sign stands on the side on which its square would not lie.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from manim import Animation, FadeOut, Mobject, ValueTracker, VGroup, VMobject

from mathora.formula import Model, ModelFunction
from mathora.formula.curves.fitted import fitted
from mathora.formula.curves.pieces import SEEN, clipped, pieces, rounded
from mathora.stage.arrays import Array
from mathora.stage.figures.data.data_points import Scatter
from mathora.stage.invariants import Claims
from mathora.stage.text.terms import Measured, symbol
from mathora.stage.theme import Theme

SQUARE, LIT, STEPPED_BACK = 0.22, 0.5, (0.25, 0.05)
"""How much is seen of a square's area, of that of the one that is lit, and of the others' lines and areas."""

SIGN, BESIDE, SIGNED = 0.11, 0.24, 0.25
"""Half the length of a sign, how far it stands from its residual, and how long that has to be, in scene units."""


class FitFigure:
    """The curve of `function` among the points of `scatter`; `at` gives its parameters."""

    def __init__(
        self, scatter: Scatter, function: ModelFunction, at: Mapping[str, float], theme: Theme, colour: str
    ) -> None:
        self.scatter, self.function, self.theme = scatter, function, theme
        self.uphill = (
            1.0 if float(((scatter.x - scatter.x.mean()) * (scatter.y - scatter.y.mean())).sum()) >= 0 else -1.0
        )
        self.parameters = {key: ValueTracker(at[key]) for key in function.variables[1:]}
        self.curve = VMobject(stroke_color=colour, stroke_width=5, fill_opacity=0)
        self.curve.add_updater(lambda one: self._put_curve(one), call_updater=True)  # noqa: PLW0108 - copies stay still
        self.residuals = VGroup(*(VMobject(stroke_color=theme.wrong, stroke_width=4) for _ in scatter.x))
        self.residuals.add_updater(lambda one: self._put_residuals(one), call_updater=True)  # noqa: PLW0108 - as above
        self.signs = VGroup(*(VMobject(stroke_color=theme.wrong, stroke_width=4) for _ in scatter.x))
        self.signs.add_updater(lambda one: self._put_signs(one), call_updater=True)  # noqa: PLW0108 - as above
        self.squares = VGroup(*(self._square() for _ in scatter.x))
        self.squares.add_updater(lambda one: self._put_squares(one), call_updater=True)  # noqa: PLW0108 - as above

    # ── numbers ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def here(self) -> Array:
        """The parameters now, in the order of the function's variables."""
        return np.array([tracker.get_value() for tracker in self.parameters.values()])

    def heights(self) -> Array:
        """Where the curve passes each point now, shape (n,)."""
        return self._fitted(self.scatter.x)

    def _fitted(self, x: Array, parameters: Array | None = None) -> Array:
        return fitted(self.function, x, self.here() if parameters is None else parameters)

    def total(self, parameters: Array | None = None) -> float:
        """The squares of all residuals, added, in the data's units; with the parameters of now or others."""
        return float(((self.scatter.y - self._fitted(self.scatter.x, parameters)) ** 2).sum())

    def mean_square(self, model: Model) -> Measured:
        """The mean of all squares now, in the data's units squared."""
        return Measured(symbol(model, "E"), lambda: self.total() / len(self.scatter.x))

    # ── shapes ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _square(self) -> VMobject:
        return VMobject(stroke_color=self.theme.wrong, stroke_width=2).set_fill(self.theme.wrong, SQUARE)

    def _put_curve(self, curve: VMobject) -> None:
        graph = self.scatter.graph
        parts = rounded(self._fitted, pieces(self._fitted, graph.x), SEEN * graph.y.length)
        fresh = graph.polylines(clipped(parts, graph.y), self.theme.foreground)
        curve.set_points(fresh.points)

    def _ends(self) -> tuple[Array, Array]:
        """The points, and where the curve passes them; scene points (n, 3)."""
        x, graph = self.scatter.x, self.scatter.graph
        return graph.points_of(x, self.scatter.y), graph.points_of(x, self._fitted(x))

    def _put_residuals(self, residuals: VGroup) -> None:
        for line, start, end in zip(residuals, *self._ends(), strict=True):
            line.set_points_as_corners(np.array([start, end]))

    def _put_signs(self, signs: VGroup) -> None:
        """A plus beside a residual whose point is above the curve, a minus where it is below; none on a short one."""
        for sign, start, end in zip(signs, *self._ends(), strict=True):
            rise, arm = start[1] - end[1], np.array([SIGN, 0.0, 0.0])
            middle = (start + end) / 2 + BESIDE * self.uphill * np.sign(rise) * np.array([1.0, 0.0, 0.0])
            sign.clear_points()
            if abs(rise) >= SIGNED:
                sign.set_points_as_corners([middle - arm, middle + arm])
            if rise >= SIGNED:
                sign.start_new_path(middle - arm[[1, 0, 2]]).add_line_to(middle + arm[[1, 0, 2]])

    @property
    def errors(self) -> tuple[VGroup, ...]:
        """All that tells how wrong the curve is."""
        return self.residuals, self.signs, self.squares

    def unsigned(self, standing: Sequence[Mobject]) -> list[FadeOut]:
        """The signs leave, if they are among what stands."""
        return [FadeOut(self.signs)] if self.signs in standing else []

    def lighting(self, of: float | None) -> list[Animation]:
        """The square on the point at a place is lit, and the others step back; with none, all are as they were."""
        chosen = None if of is None else int(np.argmin(np.abs(self.scatter.x - of)))
        looks = [
            (STEPPED_BACK if chosen not in (None, k) else (1.0, LIT if chosen == k else SQUARE))
            for k in range(len(self.squares))
        ]
        return [
            one.animate.set_stroke(opacity=line).set_fill(opacity=fill)
            for one, (line, fill) in zip(self.squares, looks, strict=True)
        ]

    def _put_squares(self, squares: VGroup) -> None:
        left, right = (edge[0] for edge in (self.scatter.graph.frame.get_left(), self.scatter.graph.frame.get_right()))
        for square, start, end in zip(squares, *self._ends(), strict=True):
            across = start[0] + self.uphill * (end[1] - start[1])
            inside = min(max(across, left), right) == across
            out = np.array([(across if inside else 2 * start[0] - across) - start[0], 0.0, 0.0])
            square.set_points_as_corners(np.array([start, end, end + out, start + out, start]))

    # ── what it claims ────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def curve_claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the curve on every frame."""
        return (
            ("the curve's points satisfy the model", lambda: self._off_model(cut=False), 1e-6),
            ("the axes cut the curve where it leaves them", lambda: self._off_model(cut=True), 2e-3),
        )

    @property
    def residual_claims(self) -> Claims:
        """The same of the residuals."""
        return (("a residual joins its point with the curve, straight up or down", self._off_curve, 1e-6),)

    @property
    def square_claims(self) -> Claims:
        """The same of the squares."""
        return (("a square is as wide and as high as its residual is long", self._off_square, 1e-6),)

    def _off_model(self, *, cut: bool) -> float:
        """How far, at most, anchors of the drawn curve are from the function, as a share of the axis: those at which it
        is cut (they lie between two of its points), or the others.
        """
        graph = self.scatter.graph
        x, y = graph.models_of(self.curve.points[::4]).T
        at_edge = np.isclose(np.abs(y - graph.y.middle), graph.y.length / 2, rtol=1e-9)
        off = np.abs(self._fitted(x) - y)[at_edge == cut] / graph.y.length
        return float(off.max(initial=0.0))

    def _off_curve(self) -> float:
        """How far, at most, a drawn residual's ends are from its point and from the curve, in scene units."""
        drawn = np.array([[line.points[0], line.points[-1]] for line in self.residuals])
        starts, ends = self._ends()
        return float(np.abs(drawn - np.stack([starts, ends], axis=1)).max())

    def _off_square(self) -> float:
        """How far, at most, a drawn square's width and height are from its residual's length, in scene units."""
        starts, ends = self._ends()
        lengths = np.abs(ends - starts)[:, 1]
        sides = np.array([np.ptp(square.points[:, :2], axis=0) for square in self.squares])
        return float(np.abs(sides - lengths[:, None]).max())
