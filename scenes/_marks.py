"""What can stand on a curve besides one point: named parts of the axis, weighted points, balls that descend."""

from __future__ import annotations

from itertools import cycle
from typing import ClassVar

from _gaps import Gaps

from mathora.stage import Count, Interval, Number, Prose, StepView, action
from mathora.stage.figures.curve.balance import Balance
from mathora.stage.figures.curve.rolling_balls import RollingBalls
from mathora.stage.figures.curve.stretch import Stretch
from mathora.stage.text.terms import value_of
from mathora.stage.text.value_label import ValueLabel

MANY = 8.0  # seconds that many steps take together
COLOURS = ("purple", "green", "orange", "pink", "teal", "blue", "red")


class Marks(Gaps):
    """A curve with slopes, on which parts, weighted points and balls are marked."""

    needs: ClassVar = (
        ("balance.at, balls.at", "on_curve(function, held after vary)", "the point stands on the curve"),
        ("balance.weights", "as_many_items(at), positive()", "each point has its weight"),
        (
            "descend.count",
            "rolls_down(function, balls.at, rate, count since balls, held after vary)",
            "each step ends on the curve",
        ),
        ("descend.rate", "positive()", "a step leads downhill"),
    )
    limits: ClassVar = (
        ("len(balance.at)", 2, 6, "each point has its dot"),
        ("len(balls.at)", 1, 6, "so many balls can be told apart"),
        ("descend.count", 1, 100, "each step leaves a dot"),
    )

    def begin(self) -> None:
        """Nothing is marked yet."""
        super().begin()
        self.balanced: Balance | None = None
        self.rolling: RollingBalls | None = None
        self.bands = cycle(self.theme.palette[one] for one in COLOURS)

    def row(self, name: str) -> ValueLabel:
        """The readings of what is balanced, and of a single ball."""
        size, main = self.readings.size, self.main
        if name in ("ball", "ball_height"):
            here = lambda: self.rolling.at(0)  # noqa: E731 - read on each frame
            if name == "ball":
                at = self.coordinate(main.variable, here)
                return self.reading(at, size, decimals=2, colour=self.colour_of(main.variable))
            height = value_of(main.function, lambda: main.place(here()))
            return self.reading(height, size, decimals=2, colour=self.curve.colour)
        if name not in ("mean", "mean_height", "height_at_mean"):
            return super().row(name)
        figure, words = self.balanced, self.words.picture
        said = self.words_mobject(getattr(words, name), size=size, colour=figure.ink if name == "mean_height" else None)
        return self.reading(figure.measured(name, self.model), size, said=said, decimals=2)

    @action("A band stands over {over} of the axis, and says what is there: {says}.", quiet=True, needs="draw")
    def part(self, step: StepView, over: Interval, says: Prose) -> None:
        """Of several, each in another colour; one on which it lies makes room for it."""
        window = self.plot.state.x
        if not (window.low <= over.low < window.high and window.low < over.high <= window.high):
            self.look_at(Interval(min(over.low, window.low), max(over.high, window.high)))
        colour = next(self.bands)
        self.unnote(*(one for one in self.notes if isinstance(one, Stretch) and one.overlaps(over)))
        band, *below = bands = [Stretch(plot, over, colour) for plot in self.plots]
        words, room = self.prose_mobject(says, size=self.theme.sizes.label, colour=colour), max(band.room() - 0.1, 1.0)
        if words.width > room:
            words = self.prose_mobject(says, room, self.theme.sizes.label, colour, align="center", balanced=True)
        band.say(words)
        for one in bands:
            self.invariant(f"a band reaches from {over.low:g} to {over.high:g}", one.off_ends, 1e-6)
        self.bring_to_back(*(one.picture for one in reversed(bands)))
        self.notes |= dict.fromkeys(below, True)
        self.play(*(motion for one in below for motion in one.to(seen=1)), *band.to(seen=1), run_time=0.6)
        self.notes[band] = True

    @action(
        "Points stand on the curve, at {at}, with {weights}; joined, they balance at their middle, from where a line "
        "leads to the curve."
    )
    def balance(self, step: StepView, at: tuple[Number, ...], weights: tuple[Number, ...] = ()) -> None:
        """The same points take new weights, and their middle moves."""
        self.need("draw")
        wanted = weights or (1.0,) * len(at)
        if self.balanced in self.notes and list(self.balanced.places) == list(at):
            self.show_formulas(step)
            self.balanced.weigh(wanted)
            self.balanced.stand(turned=0)
            self.play(*self.balanced.to(turned=1), run_time=3.0)
            return
        self.drop_notes()
        self.tell()  # what is read of other points leaves with them
        self.keep_in_sight(*at)
        self.play(*self.spot.to(point=0, drops=0, second=0, line=0, triangle=0), run_time=0.4)
        figure = self.balanced = Balance(self.curve, at, (self.theme.palette["orange"], self.theme.palette["red"]))
        figure.weigh(wanted)
        self.invariant("the middle is the mean of the points", figure.off_mean, 1e-6)
        self.invariant("below the middle of the points is the curve", figure.off_curve, 1e-6)
        self.note(figure)
        self.tell("mean", "mean_height", "height_at_mean")
        self.play(*figure.to(middle=1), run_time=1.2)

    @action("Balls lie on the curve, at {at}.", quiet="at")
    def balls(self, step: StepView, at: tuple[Number, ...]) -> None:
        """Each in its own colour."""
        self.need("draw")
        self.drop_notes()
        if self.rolling in self.notes:
            self.unnote(self.rolling)
        self.keep_in_sight(*at)
        self.play(*self.spot.to(point=0, drops=0, second=0, line=0, triangle=0), run_time=0.4)
        inks = [one for one in map(self.theme.palette.get, COLOURS) if one != self.curve.colour]
        self.rolling = RollingBalls(self.curve, at, inks[: len(at)])
        self.invariant("a ball goes as far as the slope says", self.rolling.off_steps, 1e-6)
        self.note(self.rolling, stays=True)
        self.tell(*(["ball", "ball_height"] if len(at) == 1 else []))

    @action(
        "Each ball takes {count} steps downhill: {rate} times the slope, and each leaves a dot.",
        needs="balls",
        quiet=True,
    )
    def descend(self, step: StepView, rate: Number, count: Count = 1) -> None:
        """Gradient descent in one variable; many steps look like rolling."""
        if self.rolling not in self.notes:  # the curve is another one since
            self.balls(StepView(()), tuple(way[0] for way in self.rolling.ways))
        self.show_formulas(step)
        for _ in range(count):
            self.rolling.step(rate)
            self.keep_in_sight(*(way[-1] for way in self.rolling.ways))
            self.play(*self.rolling.to(shown=len(self.rolling.rates)), run_time=min(1.0, MANY / count))
