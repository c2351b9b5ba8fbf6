"""Ways on the map of a loss: once round a level set, one step with its two parts, and a closer look at where steps go.

Owns: `ring_through`, `StepArrows`, `stretched`.

Laws:
- A way round a level set begins and ends at the parameters of now.
- The arrow of a step ends where the step does; its parts are the step along each axis.
- A map that is stretched stays the same map: each ring goes from where it is on the old axes to where it is on the new.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from manim import Animation, FadeIn, FadeOut, Rectangle, Transform, VGroup

from mathora.formula.curves.objective import gradient_at
from mathora.stage.arrays import Array
from mathora.stage.figures.data.loss import LossPicture
from mathora.stage.figures.elements.figure import FollowingGroup
from mathora.stage.motion import late, soon
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.space.contours import LevelCurve, level_curves


def ring_through(picture: LossPicture) -> Array:
    """The level set through the parameters of now, (n, 2), from there once round; there and back where it is open."""
    here, reach, (across, up) = picture.here(), np.array([one.length for one in picture.spans]), picture.spans
    curves = level_curves(picture.loss, across, up, float(picture.loss.value(*here)))
    off = [np.linalg.norm((one - here) / reach, axis=1) for one in curves]
    at = min(range(len(curves)), key=lambda k: float(off[k].min()))
    ring, first = curves[at], int(off[at].argmin())
    if np.allclose(ring[0], ring[-1]):
        return np.vstack([here, np.roll(ring[:-1], -first - 1, axis=0)[:-1], here])
    return np.vstack([here, ring[first + 1 :], ring[first + 1 :][::-1], here])


class StepArrows(FollowingGroup):
    """A step of gradient descent from the parameters of now: its part along each axis, then all of it, hollow."""

    def __init__(self, picture: LossPicture, rate: float, colours: Sequence[str]) -> None:
        self.picture, here = picture, picture.here()
        self.end = here - rate * gradient_at(picture.loss, here)
        ends = [*(here + (self.end - here) * one for one in np.eye(2)), self.end]
        foot, last = picture.graph.point(*here), len(ends) - 1
        super().__init__(
            *(
                ArrowMobject(foot, picture.graph.point(*end), colour, 0.07 if k == last else 0.05, hollow=k == last)
                for k, (end, colour) in enumerate(zip(ends, colours, strict=True))
            )
        )

    def off_step(self) -> float:
        """How far the drawn step ends from where it leads, as a share of the axes."""
        graph = self.picture.graph
        off = (np.array(graph.model_of(self[-1].tip)) - self.end) / [graph.x.length, graph.y.length]
        return float(np.abs(off).max())


def stretched(old: LossPicture, fresh: LossPicture) -> tuple[VGroup, list[Animation]]:
    """What is on its way while one map becomes another of the same loss, and the animations; nothing of it stays."""
    closer = all(one.length < other.length for one, other in zip(fresh.spans, old.spans, strict=True))
    inner, outer = (fresh, old) if closer else (old, fresh)
    small, whole = _rings(inner, outer), _rings(inner, inner)
    moving, there = (small, whole) if closer else (whole, small)
    dot = old.dot.copy().clear_updaters()
    gone = [FadeOut(one, rate_func=soon) for one in (old.graph, old.ground, old.trail, *old.flat)]
    comes: list[Any] = [FadeIn(fresh.graph, rate_func=late)] + [FadeIn(fresh.ground, rate_func=late)] * (not closer)
    comes += [Transform(moving, there), dot.animate.move_to(fresh.dot.get_center())]
    return VGroup(moving, dot), [*gone, *comes]


def _rings(inner: LossPicture, on: LossPicture) -> VGroup:
    """The rings of a map and its frame, as they lie on the axes of another one, or on its own."""
    ends = np.array([[span.low, span.high] for span in inner.spans]).T
    here, there = (np.array([one.graph.point(*end)[:2] for end in ends]) for one in (inner, on))
    frame = Rectangle(
        width=inner.graph.frame.width, height=inner.graph.frame.height, stroke_color=inner.write.theme.foreground
    )
    drawn = VGroup(
        *(one.copy() for one in inner.ground if isinstance(one, LevelCurve)),
        frame.set_stroke(width=2).move_to(inner.graph.frame),
    )
    factor = (there[1] - there[0]) / (here[1] - here[0])
    for part in drawn:
        part.points[:, :2] = there[0] + (part.points[:, :2] - here[0]) * factor
    return drawn
