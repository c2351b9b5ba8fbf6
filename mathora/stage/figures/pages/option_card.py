"""One option of a question: a card with its letter in a disc and its text; later a tick or a cross at its end."""

from __future__ import annotations

from manim import DOWN, LEFT, ORIGIN, Circle, Create, LaggedStart, RoundedRectangle, VGroup, VMobject
from numpy import array, asarray

from mathora.lesson import Prose
from mathora.stage.arrays import Array
from mathora.stage.scene import LessonScene
from mathora.stage.text.prose_mobject import HALF_CAPITAL

BESIDE = 2.0  # what letter and mark need of a card's width, in scene units
PADDING = 0.434  # above and below one line of text together, in scene units
NARROWEST = 0.01  # in scene units, what is left for the text of a card that is too narrow: it cannot be read


class OptionCard(VGroup):
    """One option: a card with its letter in a disc and its text of size `em`; later a tick or a cross.

    `is_read` says whether its text is large enough to be read.
    """

    def __init__(self, scene: LessonScene, letter: str, prose: Prose, width: float, em: float) -> None:
        theme, least = scene.theme, em + PADDING
        text = scene.prose_mobject(prose, size=em)  # its baseline is at y = 0
        room = max(width - BESIDE, NARROWEST)
        if (small := em * room / max(text.width, room)) < theme.sizes.minimum:
            text = scene.prose_mobject(prose, max(room, em), em := min(em, theme.sizes.small), balanced=True)
            small = em * room / max(text.width, room)
        text.scale(small / em, about_point=ORIGIN)
        self.is_read = small >= theme.sizes.minimum
        middle = text.get_y() if text.height > 2 * small else HALF_CAPITAL * small
        text.shift(middle * DOWN)
        height = max(least, 2 * max(text.get_top()[1], -text.get_bottom()[1]) + 0.4)
        shape = {"width": width, "height": height, "corner_radius": 0.16}
        self.card = RoundedRectangle(**shape, stroke_width=0, fill_color=theme.card, fill_opacity=1)
        self.frame = RoundedRectangle(**shape, stroke_color=theme.line, stroke_width=2, fill_opacity=0)
        self.disc = Circle(radius=0.29, stroke_color=theme.foreground, stroke_width=2.5, fill_opacity=0)
        self.disc.move_to(self.card.get_left() + array([0.55, 0.0, 0.0]))
        self.letter = scene.words_mobject(letter, size=theme.sizes.label, weight="semibold").move_to(self.disc)
        self.text = text.set_x(self.card.get_left()[0] + 1.15, LEFT)
        self.mark = VMobject()
        super().__init__(self.card, self.frame, self.disc, self.letter, text)

    def as_high_as(self, height: float) -> None:
        """Makes the card so high (scene units); its text stays in its middle."""
        for shape in (self.card, self.frame):
            whole = RoundedRectangle(width=self.card.width, height=height, corner_radius=0.16)
            shape.set_points(whole.move_to(shape).points)

    @property
    def _end(self) -> Array:
        """Where the mark stands."""
        return asarray(self.card.get_right() - array([0.5, 0.0, 0.0]))

    def step_back(self, scene: LessonScene) -> LaggedStart:
        """The animation of a wrong option: a cross at its end, all of it muted; its letter stays."""
        self.mark = _mark(self._end, ((-0.11, -0.11, 0.11, 0.11), (-0.11, 0.11, 0.11, -0.11)), scene.theme.wrong)
        muted = self.text.copy().set_fill(scene.theme.muted)
        return LaggedStart(
            self.letter.animate.set_fill(scene.theme.muted),
            self.disc.animate.set_stroke(scene.theme.line),
            Create(self.mark),
            self.text.animate.become(muted),
            lag_ratio=0.15,
        )

    def light_up(self, scene: LessonScene) -> LaggedStart:
        """The animation of the right option: a tick at its end, the card's frame in the colour of what is right."""
        self.mark = _mark(self._end, ((-0.13, 0.0, -0.03, -0.11), (-0.03, -0.11, 0.15, 0.12)), scene.theme.right)
        return LaggedStart(
            self.frame.animate.set_stroke(scene.theme.right, width=4.5),
            self.disc.animate.set_stroke(scene.theme.right, width=4.0),
            Create(self.mark),
            lag_ratio=0.15,
        )


def _mark(centre: Array, strokes: tuple[tuple[float, float, float, float], ...], colour: str) -> VMobject:
    """A tick or a cross of straight strokes (x0, y0, x1, y1) around `centre`, in scene units."""
    mark = VMobject(stroke_color=colour, stroke_width=6, fill_opacity=0)
    for x0, y0, x1, y1 in strokes:
        mark.start_new_path(centre + array([x0, y0, 0.0]))
        mark.add_line_to(centre + array([x1, y1, 0.0]))
    return mark
