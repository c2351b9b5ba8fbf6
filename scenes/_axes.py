"""What all scenes with curves share: axes for a function of one variable, its curve, and where readings stand."""

from __future__ import annotations

from dataclasses import replace

from mathora.stage import Function, Interval, LessonScene, Number, Point, StepView, Unfit, action
from mathora.stage.figures.curve import FunctionCurve
from mathora.stage.figures.one_variable import OneVariable
from mathora.stage.figures.plot import Plot
from mathora.stage.figures.readings import Readings
from mathora.stage.figures.view import chosen_heights, chosen_span

COLOURS = ("blue", "orange", "green", "pink", "purple", "teal")
"""Of curves to whose names the script gives no colour."""


class OnAxes(LessonScene):
    """Axes, and on them the curves of functions of one variable."""

    function: Function
    others: tuple[Function, ...] = ()
    held: Point | None = None
    span: Interval | None = None
    heights: Interval | None = None
    start: Number | None = None

    def begin(self) -> None:
        """Axes that show what the functions do; nothing of them is seen yet."""
        self.figure_place, self.readings = self._places()
        self.main = self.one_variable(self.function)
        shown = [self.main, *map(self.one_variable, self.others)]
        self.seen_span = self.span or chosen_span(shown)
        names = (self.symbol(self.main.variable), self.symbol(self.function.key))
        heights = self.heights or chosen_heights(shown, self.seen_span)
        self.plot = Plot(self.figure_place, self.seen_span, heights, self.theme, names)
        self.curves: dict[str, FunctionCurve] = {}
        self.curve = self.curve_of(self.function)
        self.add(self.plot.picture, self.curve.picture, self.plot.numbers)

    def _places(self) -> tuple[object, Readings]:
        """Where the axes stand, and the readings; the formulas keep the rest of the panel."""
        panel = self.layout.panel
        halves = panel.split_columns(1.25, 1) if self.layout.upright else panel.split_rows(1.1, 1)
        self.layout = replace(self.layout, panel=halves[0].inset(0.1))
        return self.layout.figure, Readings(halves[1], self.theme.sizes.formula * 0.9)

    def one_variable(self, function: Function) -> OneVariable:
        """The function along the one variable that is not held; raises `Unfit` if that is none, or several."""
        held = self.held.mapping() if self.held else {}
        free = [key for key in function.variables if key not in held]
        if len(free) != 1:
            raise Unfit(
                f"found {function.key}({', '.join(function.variables)}) with {len(free)} variables that may change, "
                "expected 1; write held: {…} with values for all others"
            )
        return OneVariable(function, free[0], lambda: held)

    def curve_of(self, function: Function) -> FunctionCurve:
        """The function's curve on the axes; it is made when it is asked for first."""
        if function.key not in self.curves:
            colour = self.colour_of(function.key)
            if colour == self.theme.foreground:
                colour = self.theme.palette[COLOURS[len(self.curves) % len(COLOURS)]]
            curve = FunctionCurve(
                self.plot, self.one_variable(function), colour, self.symbol(function.key, base=colour)
            )
            self.curves[function.key] = curve
            self.invariant(f"the curve of {function.key} is the function, and crosses no gap", curve.residual, 2e-3)
        return self.curves[function.key]

    def name_curves(self) -> None:
        """Each curve that is drawn has its name beside it."""
        unnamed = [one for one in self.curves.values() if one.state.drawn and not one.state.named]
        for curve in unnamed:
            others = [one for one in self.curves.values() if one is not curve]
            taken = [one.name for one in others if one.state.named]
            curve.name_beside(others, [*self.plot.numbers, *self.plot.names, *taken])
            curve.stand(named=0.01)
        self.go(*(motion for one in unnamed for motion in one.to(named=1)), seconds=0.5)

    def go(self, *motions: object, seconds: float) -> None:
        """Plays the motions together, if there are any."""
        if motions:
            self.play(*motions, run_time=seconds)

    def look_at(self, span: Interval, heights: Interval | None, *motions: object) -> None:
        """The window moves, and the `motions` with it: the numbers leave, all moves, the new ones come."""
        low, high = heights or chosen_heights([self.curves[key].function for key in self.curves], span)
        self.go(*self.plot.to(numbers=0), seconds=0.3)
        self.go(*self.plot.to(left=span.low, right=span.high, low=low, high=high), *motions, seconds=2.0)
        self.go(*self.plot.to(numbers=1), seconds=0.3)

    def keep_in_sight(self, *places: float) -> None:
        """The window grows until it holds these places of the curve. Raises `Unfit` where the curve has none."""
        points = [(at, self.curve.height_at(at)) for at in places]
        if all(self.plot.shows(*point) for point in points):
            return
        window, room = self.plot.state, 0.1
        across, up = zip(*points, (window.left, window.low), (window.right, window.high), strict=True)
        span, heights = (
            Interval(
                min(ends) - room * (min(ends) < old.low) * old.length,
                max(ends) + room * (max(ends) > old.high) * old.length,
            )
            for ends, old in ((across, window.x), (up, window.y))
        )
        self.look_at(span, heights)

    def stand_axes(self) -> None:
        """The axes are there."""
        self.plot.stand(axes=1, numbers=1)

    @action("Axes appear, and the curve of {function} is drawn from left to right.")
    def draw(self, step: StepView, function: Function | None = None) -> None:
        """The axes first, if they do not stand; then the curve, and its name if there are several."""
        if self.plot.state.axes < 1:
            self.play(*self.plot.to(axes=1, numbers=1), run_time=0.8)
        curve = self.curve_of(function or self.function)
        if curve.picture not in self.mobjects:
            self.add(curve.picture)
        if curve.state.drawn < 1:
            self.play(*curve.to(drawn=1), run_time=1.8)
        if len(self.curves) > 1:
            self.name_curves()
        self.show_formulas(step)
