"""Springs that measure data: on each hangs a weight, and it stretches as far as its point is high on the graph.

Law (`off_end`): a spring that is pulled reaches as far from its beam as its point stands from the axis; turned over,
the beam is the axis, and each end is at its point.
"""

from __future__ import annotations

import numpy as np
from manim import FadeIn, FadeOut, LaggedStart, Line, Square, ValueTracker, VGroup, VMobject

from mathora.stage.action import StepView
from mathora.stage.arrays import Array
from mathora.stage.figures.data.data_points import Scatter
from mathora.stage.invariants import Claims
from mathora.stage.motion import move
from mathora.stage.scene import LessonScene
from mathora.stage.theme import Theme

TURNS, HALF = 9, 0.13  # of a coil, and half its width in scene units
SMALLEST, LARGEST = 0.2, 0.42  # the side of a weight in scene units


class Springs(VGroup):
    """The springs of a scatter plot: `pulls` says how far each is stretched, `turn` goes from hanging to standing."""

    def __init__(self, scatter: Scatter, theme: Theme) -> None:
        self.scatter, self.turn = scatter, ValueTracker(0.0)
        self.pulls = [ValueTracker(0.0) for _ in scatter.x]
        heavy = np.abs(scatter.x) / max(float(np.abs(scatter.x).max()), 1e-9)
        self.coils = VGroup(*(VMobject(stroke_color=theme.muted, stroke_width=3, fill_opacity=0) for _ in scatter.x))
        self.weights = VGroup(
            *(
                Square(SMALLEST + (LARGEST - SMALLEST) * float(one)).set_fill(theme.muted, 1).set_stroke(width=0)
                for one in heavy
            )
        )
        self.beam = Line(stroke_color=theme.foreground, stroke_width=5)
        super().__init__(self.coils, self.weights, self.beam)
        self.add_updater(lambda one: one.put(), call_updater=True)

    def measure(self, scene: LessonScene, step: StepView) -> None:
        """They are pulled one after the other, turn over, and leave axes and points behind."""
        self.scatter.centre(scene, step)
        self.update()
        scene.promise(self.claims)
        scene.play(FadeIn(self), run_time=0.8)
        scene.play(LaggedStart(*(move(one, 1) for one in self.pulls), lag_ratio=0.6), run_time=3.2)
        scene.play(move(self.turn, 1), self.weights.animate.set_opacity(0), run_time=1.6)
        scene.promise(self.scatter.claims)
        dots = LaggedStart(*map(FadeIn, self.scatter.dots), lag_ratio=0.15)
        scene.play(FadeIn(self.scatter.graph), dots, run_time=1.4)
        scene.invariants.release(self.claims[0][0])
        scene.play(FadeOut(self), run_time=0.8)

    def _ends(self) -> tuple[Array, Array]:
        """Where the springs begin and end now: turned about the graph's middle line; scene points (n, 3)."""
        graph, (x, y) = self.scatter.graph, (self.scatter.x, self.scatter.y)
        tips = graph.points_of(x, y * [one.get_value() for one in self.pulls])
        feet = graph.points_of(x, np.full(len(x), graph.origin[1]))
        middle, side = graph.frame.get_center()[1], -np.cos(np.pi * self.turn.get_value())
        for places in (tips, feet):
            places[:, 1] = middle + side * (places[:, 1] - middle)
        return feet, tips

    def put(self) -> None:
        """Coils, weights and beam go to where they are now."""
        feet, tips = self._ends()
        for coil, weight, foot, tip in zip(self.coils, self.weights, feet, tips, strict=True):
            along = np.linspace(0.0, 1.0, 2 * TURNS + 2)[:, None]
            corners = foot + along * (tip - foot)
            corners[1:-1, 0] += HALF * np.resize([1.0, -1.0], 2 * TURNS)
            coil.set_points_as_corners(corners)
            weight.move_to(tip + np.array([0.0, np.sign(tip[1] - foot[1]) * weight.height / 2, 0.0]))
        frame = self.scatter.graph.frame
        self.beam.put_start_and_end_on(*([at[0], feet[0, 1], 0.0] for at in (frame.get_left(), frame.get_right())))

    @property
    def claims(self) -> Claims:
        """Name, residual and tolerance of what is true of the springs on every frame."""
        return (("a spring reaches as far from its beam as its point from the axis", self.off_end, 1e-6),)

    def off_end(self) -> float:
        """How far, at most, a drawn coil's end is from where its point says, in scene units."""
        drawn = np.array([coil.points[-1] for coil in self.coils])
        return float(np.abs(drawn - self._ends()[1]).max())
