"""The curve of a function of one variable, and what can be seen of it."""

from __future__ import annotations

from typing import ClassVar, Literal

from _repeated import Repeated
from manim import FadeIn, FadeOut, ValueTracker, VGroup, VMobject

from mathora.stage import Count, Function, Interval, Number, StepView, action, move
from mathora.stage.curves import asymptotes_of, chosen_heights, landmarks_of, meetings
from mathora.stage.figures.curve.curve import FunctionCurve
from mathora.stage.figures.curve.notes import Asymptotes, Mirror, Notes
from mathora.stage.figures.curve.polynomial import TaylorPolynomial
from mathora.stage.figures.elements.naming import free_place
from mathora.stage.text.terms import degree_of, inverse_of, places, plainly
from mathora.stage.text.value_label import ValueLabel


class Curve(Repeated):
    """The curve of a function: a point and its slope, secants, zeros, extrema, asymptotes, its inverse, polynomials."""

    movable = ("curve", {"function": "function", "start": "start", "span": "span"})
    needs: ClassVar = (
        ("zeros.function", "crosses(zoom.span, held after vary)", "its zeros are marked"),
        ("extremum.function", "turns(kind, zoom.span, held after vary)", "the point runs there"),
        ("asymptotes.function", "settles(zoom.span, held after vary)", "a line to which it comes is drawn"),
        ("inverse.function", "one_way(zoom.span, held after vary, others)", "its mirror image is a function"),
        ("meet.function", "one_free(held)", "its curve is met"),
        ("meet.function", "meets(scene.function, zoom.span, held after vary)", "the places are marked"),
        ("polynomial.degree", "expands(function, {place}, span, held, others)", "its derivatives are the polynomial's"),
    )
    limits: ClassVar = (("polynomial.degree", 0, 12, "the formulas of higher derivatives grow too long"),)

    def begin(self) -> None:
        """The curve, and no polynomial yet."""
        super().begin()
        self.degree, self.fitted = ValueTracker(0), VGroup()
        self.hue = next(one for one in map(self.theme.palette.get, ("orange", "green")) if one != self.curve.colour)
        self.fit: FunctionCurve | None = None

    def row(self, name: str) -> ValueLabel:
        """The polynomial's degree, too."""
        if name != "degree":
            return super().row(name)
        said, degree = self.words.picture.degree, degree_of(self.model, self.degree.get_value)
        name = self.words_mobject(said, size=(size := self.readings.size), colour=self.hue)
        return self.reading(degree, size, said=name, decimals=0, colour=self.hue)

    def tell(self, *names: str) -> None:
        """The polynomial's formula leaves with its degree."""
        self.play(*([FadeOut(self.fitted)] if len(self.fitted) else []), run_time=0.3)
        self.fitted = VGroup()
        super().tell(*names)

    @action("The point runs to where the curve is highest or lowest, a {kind}; the tangent lies level there.")
    def extremum(self, step: StepView, kind: Literal["maximum", "minimum"] | None = None) -> None:
        """To the highest maximum or lowest minimum, of several, or of either kind, the nearest; its kind is told."""
        self.need("draw")
        here = self.spot.state.at
        seen = ([*landmarks_of(self.main, view).extrema] for view in self.views())
        turns = next(filter(None, ([turn for turn in turns if kind in (None, turn[1])] for turns in seen)))
        far = {"maximum": self.main, "minimum": lambda at: -self.main(at), None: lambda _: 0.0}[kind]
        at, found = max(turns, key=lambda one: (float(f"{far(one[0]):.9g}"), -abs(one[0] - here)))
        self._put(None, point=1)
        self.go_to(at)
        self.play(*self.spot.to(line=1, drops=1, second=0, triangle=0, reach=0), run_time=0.7)
        self.tell("at", "height", *(["slope"] if self.spot.has_line else []))
        label = self.words_mobject(getattr(self.words.picture, found), colour=self.curve.colour)
        noted = [part for one in self.notes for part in one.picture.submobjects]
        self.note(Notes(self.curve, [(at, label)], [*self.texts, *self.lines_at_point(), *noted]))

    @action("Dots mark where the curve meets the axis, with their places: the zeros of {function}.", quiet=True)
    def zeros(self, step: StepView) -> None:
        """All zeros in the window."""
        self.need("draw")
        found = next(filter(None, (landmarks_of(self.main, view).zeros for view in self.views())))
        self.keep_in_sight(*found)
        size, colour = self.theme.sizes.small, self.colour_of(self.main.variable)
        labels = [(at, self.label(plainly(at), size, colour)) for at in found if not self._is_marked(at)]
        notes = Notes(self.curve, labels, self.texts)
        self.invariant("each zero is one", notes.off_zero, 1e-6)
        self.note(notes, stays=True)

    def _is_marked(self, at: float) -> bool:
        """Whether a dot with its label stands there already, and stays."""
        staying = (one for one, stays in self.notes.items() if stays and isinstance(one, Notes))
        return any(one.marks(at, self.main(at)) for one in staying)

    @action("Dashed lines show to what the curve comes: at its poles, and far out on both sides.", quiet=True)
    def asymptotes(self, step: StepView) -> None:
        """The poles in the window, and the lines far out."""
        self.need("draw")
        if not asymptotes_of(self.main, self.plot.state.x, self.plot.state.y):
            self.look_at(chosen := self.views()[1], chosen_heights([self.main], chosen))
        for curve in self.curves.values():
            lines = Asymptotes(curve, self.theme.muted)
            self.invariant(f"the curve of {curve.function.key} comes to its asymptotes", lines.residual, 1e-2)
            self.plot.lines.append(lines.places)
            self.add(lines.picture)
            self.play(*lines.to(seen=1), *self.formulas_during(step), run_time=1.4)

    def see_square(self) -> None:
        """The window takes units that are as long across as up."""
        window = self.plot.state
        span = heights = Interval(min(window.left, window.low), max(window.right, window.high))
        for _ in range(20):  # where it will stand depends on what it shows
            place = self.plot.place_of(span, heights)
            middle, across = (heights.low + heights.high) / 2, heights.length * place.width / place.height / 2
            span = Interval(middle - across, middle + across)
        self.look_at(span, heights)

    @action("The curve is turned over the dashed line of equal coordinates: its mirror image is the inverse.")
    def inverse(self, step: StepView) -> None:
        """Equal units, the line y = x, and the mirror image with its name."""
        self.need("draw")
        self.go_home()
        self.see_square()
        window = self.plot.state
        ends = max(window.left, window.low), min(window.right, window.high)
        diagonal = self.plot.graph.dashes((ends[0],) * 2, (ends[1],) * 2, self.theme.muted)
        self.play(FadeIn(diagonal), run_time=0.6)
        mirror = Mirror(self.curve, self.spot, colour := self.theme.palette["orange"])
        self.invariant("the mirror image is the inverse", mirror.residual, 2e-2)
        self.add(mirror.picture)
        self.play(*mirror.to(seen=1), run_time=2.2)
        self.name_curves(always=True)
        name = self._beside(self.label(inverse_of(self.function), base=colour), mirror.line)
        self.play(FadeIn(name), run_time=0.5)

    def _beside(self, name: VMobject, line: VMobject) -> VMobject:
        """The name, beside a drawn line, clear of the curves and of other names."""
        lines = [line.points, self.plot.axes_points, *(one.line.points for one in self.curves.values())]
        place = free_place(name, line.points, lines, self.texts, self.plot.place)
        return name.move_to([*(place[:2] + place[2:]), 0.0])

    @action("Beside the curve runs a polynomial that fits it, near {at}; the higher its degree, the farther it fits.")
    def polynomial(self, step: StepView, degree: Count, at: Number | None = None) -> None:
        """The Taylor polynomial of this degree; from the one that stands it grows term by term."""
        self.need("draw")
        if self.fit is None:
            self._put(at, point=1, drops=0, second=0, line=0, triangle=0, reach=0)
            self.degree.set_value(degree)
            self.tell("degree")
            held = lambda: {**self.held_now(), "degree": float(self.degree.get_value())}  # noqa: E731 - read on each frame
            near = self.main.variable, held, self.spot.state.at
            taylor = TaylorPolynomial(self.function, *near, self.degree.get_value)
            self.fit = FunctionCurve(self.plot, taylor, self.hue)
            self.invariant("the polynomial is the function's", self.fit.residual, 2e-3)
            self.add(self.fit.picture, self.spot.picture)
            self.play(*self.fit.to(drawn=1), run_time=1.6)
            self.plot.keep_off(taylor)
        else:
            self.tell("degree")
            self.play(move(self.degree, degree), run_time=1.6)
        written = self.label(self.fit.function.written(degree), self.readings.size, self.hue)
        if self.readings.stand_below(written):
            self.play(FadeIn(self.fitted.add(written)), run_time=0.5)

    @action("Dots mark where the curve meets that of {function}, with their places.", quiet=True, needs="draw")
    def meet(self, step: StepView, function: Function) -> None:
        """All places at which both have the same value: of a window that the script gives, or of the whole curve."""
        self.draw(StepView(()), function)
        other = self.one_variable(function)
        found = meetings(self.main, other, self.views(other), whole=self.span is None)
        self.keep_in_sight(*found)
        colour, told = self.colour_of(self.main.variable), places([(at, self.main(at)) for at in found])
        new = [(at, one) for at, one in zip(found, told, strict=True) if not self._is_marked(at)]
        labels = [(at, self.label(one, self.theme.sizes.small, colour)) for at, one in new]
        notes = Notes(self.curve, labels, self.texts, [*self.curves.values()])
        both = self.curve, self.curve_of(function)
        off = lambda: max(one.off_dots(notes.picture, notes.dots) for one in both)  # noqa: E731 - on each frame
        self.invariant(f"each place where the curve of {function.key} is met is on both", off, 1e-6)
        self.show_formulas(step)
        self.note(notes, stays=True)
