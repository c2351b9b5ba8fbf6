"""What all scenes with curves share: axes for a function of one variable, its curve, and where readings stand."""

from __future__ import annotations

from typing import ClassVar

from _held import HeldScene
from manim import FadeIn, FadeOut, VMobject

from mathora.stage import Flag, Function, Interval, Number, Point, StepView, Variable, action, move
from mathora.stage.curves import OneVariable, chosen_heights, chosen_span, grown
from mathora.stage.figures.curve.curve import FunctionCurve, names_beside
from mathora.stage.figures.curve.plot import Plot, upright_names
from mathora.stage.figures.elements.figure import Figure
from mathora.stage.figures.elements.readings import ROWS, Readings
from mathora.stage.text.terms import called
from mathora.stage.text.value_label import ValueLabel

COLOURS = ("blue", "orange", "green", "pink", "purple", "teal")  # of curves to whose names the script gives no colour


class OnAxes(HeldScene):
    """Axes, and on them the curves of functions of one variable."""

    function: Function
    others: tuple[Function, ...] = ()
    held: Point | None = None
    span: Interval | None = None
    heights: Interval | None = None
    start: Number | None = None
    kept_beside = 0.28
    rows_beside = ROWS
    needs: ClassVar = (
        ("held", "holds(all functions), within(function)", "it is held there"),
        ("function, others, draw.function", "one_free(held)", "its curve is drawn"),
        ("others, draw.function", "seen(span, held)", "its curve is drawn"),
        ("others", "distinct(function)", "each has a curve of its own"),
        ("function, vary.function, zoom.function", "seen(span, held after vary)", "its curve is drawn"),
        ("start", "on_curve(function, held)", "the point stands on the curve"),
        ("start", "held_in_sight(function, span, held, others)", "the axes reach as far"),
        ("heights, zoom.heights", "shows(function, span, held after vary)", "the curve is seen between them"),
        ("vary.to", "within(function, of, held)", "what is held moves there"),
    )

    def begin(self) -> None:
        """Axes that show what the functions do; nothing of them is seen yet."""
        super().begin()
        quiet, alone = self.opening.quiet, self.opening.formulas == "never"
        beside, self.layout = (self.layout.panel, self.layout) if quiet else self.layout.with_readings(alone=alone)
        self.readings = Readings(beside, self.theme.sizes.formula, self.rows_beside + len(self.parameters))
        self.main, *_ = shown = [*map(self.one_variable, (self.function, *self.others))]
        self.seen_span = span = self.span or chosen_span(shown)
        names = (*map(self.symbol, (self.main.variable, *upright_names(self.model, self.function, *self.others))),)
        self.plot = Plot(self.layout.figure, span, self.heights or chosen_heights(shown, span), self.theme, names)
        self.plots, self.notes, self.curves = [self.plot], dict[Figure, bool](), dict[str, FunctionCurve]()
        self.plot.keep_off(*shown)
        self.kept, self.curve = list[FunctionCurve](), self.curve_of(self.function)
        self.add(self.plot.picture, self.curve.picture, self.plot.numbers)

    def curve_of(self, function: Function) -> FunctionCurve:
        """The function's curve on the axes; it is made when it is asked for first."""
        if function.key not in self.curves:
            turn = len(self.curves) % len(COLOURS)
            taken = [*(self.colour_of(one.key) for one in self.others), *(one.colour for one in self.curves.values())]
            hues = [one for one in (*COLOURS[turn:], *COLOURS[:turn]) if self.theme.palette[one] not in taken]
            of_slice = self._colours.get(self.main.variable) if self.parameters and not turn else None
            colour = self.colour_of(function.key, of_slice or [*hues, COLOURS[turn]][0])
            name = self.symbol(function.key, base=colour)
            curve = self.curves[function.key] = FunctionCurve(self.plot, self.one_variable(function), colour, name)
            self.plot.keep_off(curve.function)
            self.invariant(f"the curve of {function.key} is the function, and crosses no gap", curve.residual, 2e-3)
        return self.curves[function.key]

    @property
    def texts(self) -> list[VMobject]:
        """The axes' numbers and names, what is written at places, and the names of curves."""
        noted = (text for one in self.notes for text in one.texts)
        return [*self.plot.texts, *noted, *(one.name for one in self.curves.values() if one.state.named)]

    def note(self, figure: Figure, *, stays: bool = False, seconds: float = 0.6) -> None:
        """A figure that stands on the curve comes; unless it `stays`, it leaves when the point goes on."""
        self.add(figure.picture)
        self.play(*figure.to(seen=1), run_time=seconds)
        self.notes[figure] = stays

    def drop_notes(self, *, all_: bool = False) -> None:
        """What was noted at a place leaves."""
        self.unnote(*(one for one, stays in self.notes.items() if all_ or not stays))

    def unnote(self, *leaving: Figure) -> None:
        """These notes leave."""
        self.notes = {one: stays for one, stays in self.notes.items() if one not in leaving}
        self.play(*(way for one in leaving for way in one.to_nothing()), run_time=0.3)
        self.remove(*(one.picture for one in leaving))

    def name_curves(self, *, always: bool = False) -> None:
        """Each drawn curve is named beside it, if there are several, the axis has no name, or `always`; kept are."""
        lines = [*self.curves.values(), *self.kept]
        unnamed = lines if len(self.curves) > 1 or len(self.plot.names) == 1 or always else self.kept
        self.play(*(way for one in lines if one.is_crossed(lines) for way in one.to(named=0)), run_time=0.3)
        self.play(*names_beside(unnamed, lines, self.texts), run_time=0.5)

    def look_at(self, span: Interval, heights: Interval | None = None, *motions: object) -> None:
        """The window moves, and the `motions` with it."""
        low, high = heights or chosen_heights([one.function for one in self.curves.values()], span)
        self.play(*self.plot.window_to(left=span.low, right=span.high, low=low, high=high), *motions, run_time=2.0)

    def views(self, *others: OneVariable) -> tuple[Interval, ...]:
        """Where the curve is looked at: what is seen now; and what would be chosen for it as it is now."""
        return self.plot.state.x, chosen_span([self.main, *others])

    def keep_in_sight(self, *places: float, axis: bool = False, other: OneVariable | None = None) -> None:
        """The window grows until it holds these places of the curve, and the axis, or an `other` curve, if asked."""
        points = [(x, y) for x in places for y in (*(one(x) for one in (self.main, other) if one), *[0.0] * axis)]
        if not all(self.plot.shows(*point) for point in points):
            self.look_at(*self.plot.holding(points))

    def tell(self, *names: str) -> None:
        """These readings stand, all of one size, and those of what the curves depend on; no others."""
        asked = {key for one in self.curves.values() if one.state.drawn for key in one.function.function.variables}
        if wanted := [*(key for key in self.parameters if key in asked and key not in names), *names]:
            self.go_home()
        leaving = self.readings.take(*(one for one in self.readings.rows if one not in wanted))
        rows = {name: self.row(name) for name in wanted if name not in self.readings.rows}
        if self.readings.differ_from(rows.values()):
            leaving.add(*self.readings.take(*wanted))
            rows = {name: rows.get(name) or self.row(name) for name in wanted}
        coming = self.readings.put_all(rows)
        self.play(*map(FadeOut, leaving), *map(FadeIn, coming), run_time=0.5)

    def row(self, name: str) -> ValueLabel:
        """The reading of this name: here, a parameter's."""
        colour, value = self.colour_of(name), self.parameters[name].get_value
        return self.reading(self.coordinate(name, value), self.readings.size, decimals=2, colour=colour)

    def go_home(self) -> None:
        """The axes go to where there is room beside them."""
        self.play(*(motion for one in self.plots for motion in one.to(moved=0)), run_time=0.8)

    def stand_axes(self, moved: float = 0.0) -> None:
        """The axes are there, so far right of their place."""
        for one in self.plots:
            one.stand(axes=1, numbers=1, moved=moved)

    @action("Axes appear, and the curve of {function} is drawn from left to right.", quiet=True)
    def draw(self, step: StepView, function: Function | None = None) -> None:
        """The axes first, if they do not stand; then the curve, and its name if there are several."""
        if not self.done:  # what a section begins with comes out of the picture before it
            self.stand_axes(0.0 if step.shown or self.parameters else self.layout.to_middle)
        self.play(*(motion for one in self.plots for motion in one.to(axes=1, numbers=1)), run_time=0.8)
        if (curve := self.curve_of(function or self.function)).picture not in self.mobjects:
            new = curve.function.key not in {one.key for one in (self.function, *self.others)}
            if new and (heights := self.plot.lacks(curve.function, given=self.heights is not None)):
                self.look_at(self.plot.state.x, heights)
            self.mobjects.insert(self.mobjects.index(self.curve.picture) + 1, curve.picture)  # below the point
        self.play(*curve.to(drawn=1), *self.formulas_during(step), run_time=2.0)
        self.name_curves()
        self.tell(*self.readings.rows)

    @action("The axes show {span} of the curve, so that it can be seen larger or as a whole.", quiet=True)
    def zoom(self, step: StepView, span: Interval, heights: Interval | None = None) -> None:
        """The window moves; what stands in it stays what it is."""
        self.need("draw")
        self.look_at(span, heights, *self.formulas_during(step))

    @action("The parameter, {of}, moves to {to}, and the curve changes with it.", needs="draw")
    def vary(self, step: StepView, to: Number, of: Variable | None = None, *, keep: Flag = False) -> None:
        """A value that is held moves, notes leave; with `keep`, a pale copy of the curve stays behind."""
        self.drop_notes(all_=True)
        key = of.key if of else next(iter(self.parameters))
        if keep:
            held, small = self.held_now(), self.theme.sizes.small
            one, all_held = self.coordinate(key, lambda: held[key]), called(self.function, **held)
            self.kept.append(self.curve.pale(self.label(all_held, small) if len(held) > 1 else self.stated(one, small)))
            self.bring_to_back(self.kept[-1].picture)
        named = [one for one in (*self.curves.values(), *self.kept) if one.state.named]
        self.play(*(way for one in named for way in one.to(named=0)), run_time=0.4)
        self.tell(*self.readings.rows, *({key} - self.readings.rows.keys()))
        self.readings.rows[key].rest_at(to)
        window, moving, after = self.plot.state, move(self.parameters[key], to), {**self.held_now(), key: to}
        heights = grown(window.x, window.y, OneVariable(self.function, self.main.variable, lambda: after))
        stays = self.heights or heights == window.y
        self.play(moving, run_time=3.0) if stays else self.look_at(window.x, heights, moving)
        self.name_curves(always=self.curve in named)
        self.tell(*self.readings.rows)
