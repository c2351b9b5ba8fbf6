"""The knobs of a model: a round dial for each, and a bar that shows the loss at their settings.

Owns: `KnobBoard`, with its `Dial` and `LossBar`.

Law: the bar is as high as the function's value at the dials' settings, as a share of the largest at their ends.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from manim import (
    DOWN,
    LEFT,
    RIGHT,
    UP,
    Animation,
    Circle,
    FadeOut,
    Mobject,
    Rectangle,
    RoundedRectangle,
    ValueTracker,
    VGroup,
    VMobject,
)

from mathora.formula.curves.interval import Interval
from mathora.stage.layout import Region
from mathora.stage.parameters import Function, Variable
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.plane.shapes import around, lock
from mathora.stage.scene import LessonScene
from mathora.stage.text.terms import ELLIPSIS

TURN = 0.75 * np.pi  # how far a dial turns from its middle to either end, in radians
SPAN = Interval(-2, 2)  # what the ends of a dial stand for
LONGEST = 1.15  # how long the longest arrow over a dial is, in scene units
SETTINGS = (0.75, 0.6, -0.5, 0.35)  # where the dials stand at first, from -1 to 1


class Dial(VGroup):
    """A round knob: ring, marks, a hand that shows its `setting` from -1 to 1, and its symbol below."""

    def __init__(self, symbol: VMobject, colour: str, line: str, setting: float) -> None:
        self.setting = ValueTracker(setting)
        self.ring = Circle(radius=1.1, stroke_color=line, stroke_width=6, fill_opacity=0)
        self.marks = VMobject(stroke_color=line, stroke_width=3, fill_opacity=0)
        for share in np.linspace(-1, 1, 9):
            self.marks.start_new_path(1.25 * _way(share))
            self.marks.add_line_to(1.39 * _way(share))
        self.hand = VMobject(stroke_color=colour, stroke_width=13, fill_opacity=0)
        self.symbol = symbol.next_to(self.ring, DOWN, buff=0.35)
        super().__init__(self.ring, self.marks, self.hand, self.symbol)
        self.hand.add_updater(lambda _: self.turn())
        self.turn()

    def turn(self) -> None:
        """Puts the hand where the setting says."""
        way, middle, radius = _way(self.setting.get_value()), self.ring.get_center(), self.ring.width / 2
        self.hand.set_points_as_corners(np.array([middle + 0.15 * radius * way, middle + 0.76 * radius * way]))


def _way(share: float) -> np.ndarray:
    """The unit vector of a dial's hand at a setting: 0 is up, 1 far to the right."""
    return np.array([np.sin(share * TURN), np.cos(share * TURN), 0.0])


class LossBar(VGroup):
    """A tall bar with the symbol of what it shows under it; `show(share)` fills it from 0 to 1."""

    def __init__(self, symbol: VMobject, colour: str, line: str) -> None:
        self.outline = RoundedRectangle(
            width=1.1, height=4.2, corner_radius=0.12, stroke_color=line, stroke_width=4, fill_opacity=0
        )
        self.fill = Rectangle(width=0.8, height=1, fill_color=colour, fill_opacity=1, stroke_width=0)
        super().__init__(self.outline, self.fill, symbol.next_to(self.outline, DOWN, buff=0.3))

    def show(self, share: float) -> None:
        """Fills the bar; `share` of the whole height."""
        low, high = self.outline.get_corner(LEFT + DOWN) + 0.12, self.outline.get_corner(RIGHT + UP) - 0.12
        top = low[1] + (high[1] - low[1]) * min(max(share, 0.02), 1.0)
        self.fill.set_points_as_corners(around(low, np.array([high[0], top])))


class KnobBoard:
    """A dial for each knob, dots for what else there may be, and the bar of the function, in a region."""

    def __init__(self, scene: LessonScene, function: Function, knobs: Sequence[Variable], region: Region) -> None:
        self.scene, self.function = scene, function
        self.dials: dict[str, Dial] = {}
        theme, size = scene.theme, scene.theme.sizes.formula * 1.35
        for index, knob in enumerate(knobs):
            setting = SETTINGS[index % len(SETTINGS)]
            symbol = scene.symbol(knob.key, size=size)
            self.dials[knob.key] = Dial(symbol, scene.colour_of(knob.key), theme.line, setting)
        self.more = scene.label(ELLIPSIS, size=theme.sizes.headline, base=theme.muted)
        self.bar = LossBar(scene.symbol(function.key, size=size), scene.colour_of(function.key), theme.line)
        row = VGroup(*self.dials.values(), self.more).arrange(RIGHT, buff=0.8)
        self.more.set_y(next(iter(self.dials.values())).ring.get_y() if self.dials else 0)
        whole = VGroup(row, self.bar).arrange(RIGHT, buff=1.6)
        region.place(whole)
        for text in (*(dial.symbol for dial in self.dials.values()), self.bar[-1]):
            text.scale(max(1.0, theme.sizes.minimum / text.em))  # a row that is set smaller can still be read
        for dial in self.dials.values():
            dial.turn()
        self.bar.fill.add_updater(lambda _: self.bar.show(self._share()))
        self.bar.show(self._share())
        self.locks = VGroup()

    @property
    def parts(self) -> list[Mobject]:
        """The dials, the dots and the bar."""
        return [*self.dials.values(), self.more, self.bar]

    def answers(self) -> VGroup:
        """Over each dial an arrow, as long as the partial derivative at the settings, to one scale, down if it is
        negative.
        """
        at = {key: float(self._settings().get(key, 0.0)) for key in self.function.variables}
        slopes = dict(zip(self.function.variables, np.nan_to_num(self.function.gradient(at)), strict=True))
        most = max((abs(slopes[key]) for key in self.dials), default=0.0) or 1.0
        arrows = VGroup()
        for key, dial in self.dials.items():
            reach = LONGEST * float(slopes[key]) / most
            foot = dial.ring.get_top() + (0.35 + max(0.0, -reach)) * UP
            arrows.add(ArrowMobject(foot, foot + reach * UP, self.scene.colour_of(key), 0.1))
        return arrows

    def _settings(self) -> dict[str, float]:
        """What the dials stand for."""
        return {key: SPAN.middle + dial.setting.get_value() * SPAN.length / 2 for key, dial in self.dials.items()}

    def _share(self) -> float:
        """The loss at the dials, as a share of the largest at their ends; a variable that has no dial is 0."""
        settings = self._settings()
        here = [np.array(settings.get(key, 0.0)) for key in self.function.variables]
        ends = np.meshgrid(*[np.array([*SPAN])] * len(settings))
        shown = dict(zip(settings, ends, strict=True))
        corners = [shown.get(key, np.zeros_like(ends[0])) for key in self.function.variables]
        return float(self.function.value(*here)) / max(float(np.max(self.function.value(*corners))), 1e-9)

    def locked(self, others: Sequence[Dial]) -> list[Animation]:
        """The animations that put a lock over these dials and make them grey."""
        frozen = self.scene.theme.frozen
        self.locks = VGroup(*(lock(frozen, 0.5).next_to(dial.ring, UP, buff=0.5) for dial in others))
        return [
            part.animate.set_color(frozen) for dial in others for part in (dial.hand, dial.symbol)
        ]  # the hand's updater moves points only, so its colour may be animated

    def opened(self) -> list[Animation]:
        """The animations that open all locks: they fade, and every dial takes its colour back."""
        back = [
            part.animate.set_color(self.scene.colour_of(key))
            for key, dial in self.dials.items()
            for part in (dial.hand, dial.symbol)
        ]
        locks, self.locks = self.locks, VGroup()
        return [FadeOut(locks), *back]


def turned(dials: Sequence[Dial], stood: Sequence[np.ndarray]) -> float:
    """How far, at most, a drawn hand has moved from how it stood, in scene units."""
    hands = zip(dials, stood, strict=True)
    return max((float(np.abs(d.hand.points[-1] - d.hand.points[0] - way).max()) for d, way in hands), default=0.0)
