"""What lives on a picture of itself: by the kinds of things that stand on it.

Laws:
- What a scene says of itself comes first, then what its figures do; else what is drawn decides: bars and dots grow
  lighter in turn, a light runs along coloured lines, and through the text that is read. That light has no colour:
  green would say that it is right. A ring says “here”: it goes out from a point where nothing else is drawn.
- Two ways at most: they are shown in turn, so that a long narration is not accompanied by one thing again and again.
- Beside a formula that speaks of one place (`r(0.3) = 0.8`) nothing leaves its place: the picture would be another's.
- No number that is read on the picture changes by itself: who looks at it would think that it is spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from manim import Circle, ManimColor, Mobject, VMobject

from mathora.formula import speaks_of_one_place
from mathora.stage.figures.elements.figure import FigurePicture
from mathora.stage.loop_motions import Gleam, LoopMotion, Ripple, Swell, TextGleam, in_turn
from mathora.stage.scene import LessonScene
from mathora.stage.text.formula_mobject import FormulaMobject
from mathora.stage.text.standing_text import FULL, StandingText
from mathora.stage.text.value_label import ValueLabel

WAYS = 2  # in which a picture lives at most: the first that end where they began

MOST_POINTS, MOST_SHAPES, MOST_LINES = 3, 12, 2
"""Points that send out rings (where there are more, none is special), shapes that grow lighter, lines that are lit."""

POINT = 0.4  # scene units; a filled circle smaller than this is a point

LINE, AREA, FILLED = 1.0, 0.01, 0.1
"""Scene units, and their squares: a shorter line is a mark, a smaller shape is a part of one; and how much it hides."""

STRONG = 2.5  # the width from which on a stroke is a line that is meant

COLOURED = 0.2
"""Between the strongest and the weakest of a colour's red, green and blue; what has less is grey: axes, frames."""

ASIDE = 0.25  # the phase at which a motion that leaves its place has left it
MANY = 3  # runs of ink; a formula of fewer is a name on the picture


def ways_to_live(
    scene: LessonScene, own: Sequence[LoopMotion], texts: Sequence[StandingText]
) -> Iterator[Sequence[LoopMotion]]:
    """The ways in which the picture that stands may live, the best first; `own` is what the scene gives."""
    yield from filter(None, (own, *_by_itself(scene, texts)))
    if looked_at := _looked_at(scene, texts):
        yield [TextGleam(looked_at, scene.theme.muted)]


def _by_itself(scene: LessonScene, texts: Sequence[StandingText]) -> Iterator[Sequence[LoopMotion]]:
    """By the figures, points, shapes and lines that stand; some may be empty."""
    light = scene.theme.foreground
    figures = [one for one in scene.mobjects if isinstance(one, FigurePicture)]
    written = [*scene.panel, *(scene.guest.panel if scene.guest else ())]
    told = any(speaks_of_one_place(one.tree) for one in written)
    own = [motion for figure in figures for motion in figure.lives()]
    told = told or any(motion.drives and _is_read(motion, scene) for motion in own)
    yield [motion for motion in own if not (told and motion.drives)]
    drawn = [*_drawn(scene.mobjects, {id(one) for text in texts for one in text.mobject.get_family()})]
    points = [one for one in drawn if _is_point(one)]
    special = points if len(points) <= MOST_POINTS else []
    shapes = [one for one in drawn if _is_shape(one) and one not in special]
    yield in_turn([Swell(one, light) for one in shapes[:: -(-len(shapes) // MOST_SHAPES) or 1]])
    lines = sorted((one for one in drawn if _is_line(one)), key=lambda one: -one.get_stroke_width())
    yield [Gleam(one, light) for one in lines[:MOST_LINES]]
    yield [Ripple(one, light) for one in special]


def _is_read(motion: LoopMotion, scene: LessonScene) -> bool:
    """Whether a number that is read on the picture would change."""
    read = [one for standing in scene.mobjects for one in standing.get_family() if isinstance(one, ValueLabel)]
    resting = [one.value() for one in read]
    motion.show(ASIDE)
    moved = [one.value() for one in read]
    motion.rest()
    return moved != resting


def _drawn(mobjects: Sequence[Mobject], written: set[int]) -> Iterator[VMobject]:
    """What is drawn with points of its own, and is not written."""
    for mobject in mobjects:
        for one in mobject.get_family():
            if isinstance(one, VMobject) and len(one.points) > 0 and id(one) not in written:
                yield one


def _is_point(one: VMobject) -> bool:
    return isinstance(one, Circle) and one.get_fill_opacity() > FULL and one.width < POINT


def _is_shape(one: VMobject) -> bool:
    return one.get_fill_opacity() > FILLED and _is_coloured(one.get_fill_color()) and one.width * one.height > AREA


def _is_line(one: VMobject) -> bool:
    return (
        one.get_fill_opacity() == 0
        and one.get_stroke_opacity() > FULL
        and one.get_stroke_width() >= STRONG
        and max(one.width, one.height) > LINE
        and _is_coloured(one.get_stroke_color())
    )


def _is_coloured(colour: ManimColor) -> bool:
    red, green, blue = colour.to_rgb()
    return bool(max(red, green, blue) - min(red, green, blue) > COLOURED)


def _looked_at(scene: LessonScene, texts: Sequence[StandingText]) -> StandingText | None:
    """The last of the panel's formulas, else the formula that was drawn last, else the largest text; the title where
    nothing else is written.
    """
    title = getattr(scene, "title", None)
    strong = [text for text in texts if text.opacity > FULL and text.mobject is not title]
    panel = [text for text in strong if any(text.mobject is formula for formula in scene.panel)]
    formulas = [text for text in strong if isinstance(text.mobject, FormulaMobject) and len(text.runs) >= MANY]
    largest = sorted(strong, key=lambda text: text.box.width * text.box.height) or texts
    return next(iter([*reversed(panel), *reversed(formulas), *reversed(largest)]), None)
