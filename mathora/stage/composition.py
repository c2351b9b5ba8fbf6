"""Is the picture well composed? What a careful viewer would complain of, though every text can be read.

Owns: `composition_findings`, of a step's last picture.

Laws:
- Places are measured on the mobjects' own points, room and faintness on the pixels: what is painted counts as drawn.
- What is hidden below something is not there; what stands back on purpose (the theme's ghost) carries no meaning.
- A finding has no place, as in `mathora.stage.text.readability`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from manim import Mobject, VMobject
from numpy.typing import NDArray

from mathora.plan import ASIDE, FAR_OFF, Finding
from mathora.stage.arrays import Array
from mathora.stage.figures.pages.card import Card, Strike
from mathora.stage.figures.pages.option_card import OptionCard
from mathora.stage.layout import Layout, Region
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.space.contours import LevelCurve
from mathora.stage.space.figure import SurfaceLabels
from mathora.stage.text.boxes import Boxes
from mathora.stage.text.readability import TOUCH
from mathora.stage.text.standing_text import StandingText, standing_texts
from mathora.stage.theme import GRAPHICS_CONTRAST, Theme, contrast_of, luminances

Pixels = NDArray[np.uint8]


CLEAR = 0.15  # two texts, or a text and a line, are so far apart at least, in em
VISIBLE = 0.05  # below this opacity nothing is seen
NEIGHBOURS = 0.6  # texts of one group and of one size that are no farther apart (in em) are read as one line
UNEVEN = 0.03  # their baselines differ by no more than this, in em; texts on lines of their own by more than `OWN_LINE`

OWN_LINE = 0.35

MEANT, SHORT = 0.5, 0.15
"""A line of less opacity stands back on purpose; an arrow of less length (scene units) is a point."""

COVERS = 0.8  # from this opacity on a filled shape hides what lies below it
STEP = 0.03  # scene units from one place on a line to the next that is looked at
DRAWN = 40  # a pixel that differs from the background by so much, of 255, in a channel shows something
EMPTY_SIDE = 0.3  # more of the picture's width is not left free at one side than at the other
FAR = 2.2  # scene units from a formula beside the figure to what is nearest of it


def composition_findings(
    mobjects: Sequence[Mobject], formulas: Sequence[Mobject], layout: Layout, theme: Theme, pixels: Pixels
) -> list[Finding]:
    """What is wrong with a picture that stands: `pixels` (height, width, RGB or RGBA) of the `mobjects`, which are
    drawn by their z-index, then in their order; `formulas` are those beside the figure.
    """
    texts = standing_texts(mobjects)
    parts = sorted((part for one in mobjects for part in one.get_family()), key=lambda part: part.z_index)
    drawn = _drawn(layout, theme, pixels)
    return [
        *_close(texts),
        *_on_lines(parts, texts, theme.ghost.lower()),
        *_uneven(parts, texts),
        *_unequal_cards(parts),
        *_bare_axes(parts),
        *_on_tails(parts),
        *_faint_lines(parts, layout.frame, theme, pixels),
        *_far(formulas, layout, drawn),
        *_aside(drawn),
    ]


def _close(texts: Sequence[StandingText]) -> Iterator[Finding]:
    for one, other in combinations(texts, 2):
        room = CLEAR * min(one.em, other.em)
        if _gap(one.box, other.box) < room and -TOUCH <= _nearest(one, other) < room:
            yield Finding("texts-close", f"{one.name} and {other.name} nearly touch", "show less in this step")


def _on_lines(parts: Sequence[Mobject], texts: Sequence[StandingText], ghost: str) -> Iterator[Finding]:
    """No line runs through a text, or touches it, unless the text has a rim that keeps it off, or a card below it."""
    places = {id(part): index for index, part in enumerate(parts)}
    written = {id(part) for text in texts for part in text.mobject.get_family()}
    lines = [(at, one) for at, one in enumerate(parts) if id(one) not in written and _is_line(one, ghost)]
    covers = [
        (at, one) for at, one in enumerate(parts) if isinstance(one, VMobject) and one.get_fill_opacity() > COVERS
    ]
    for text in texts:
        if _has_rim(text):
            continue
        first, box = min(places[id(run)] for run in text.runs), text.box.inset(-CLEAR * text.em)
        below = max((at for at, one in covers if at < first and _holds(one, text.box)), default=-1)
        for at, line in lines:
            if at > below and _crosses(line, box, text.boxes, CLEAR * text.em):
                yield Finding(
                    "text-on-line", f"a line runs through {text.name}, or touches it", "show less in this step"
                )
                break


def _has_rim(text: StandingText) -> bool:
    """Whether a rim of the ground's colour sets it off, as labels on a picture have it."""
    return any(run.get_stroke_width(background=True) > 0 for run in text.runs)


def _is_line(one: Mobject, ghost: str) -> bool:
    return (
        isinstance(one, VMobject)
        and not isinstance(one, Strike)
        and len(one.points) > 0
        and one.get_stroke_opacity() > VISIBLE
        and one.get_stroke_width() > 0
        and one.get_stroke_color().to_hex().lower() != ghost
    )


def _holds(one: VMobject, box: Region) -> bool:
    if not len(one.points):
        return False
    (left, bottom), (right, top) = one.points[:, :2].min(axis=0), one.points[:, :2].max(axis=0)
    return bool(left <= box.left and bottom <= box.bottom and right >= box.right and top >= box.top)


def _crosses(line: VMobject, whole: Region, boxes: Sequence[Region], room: float) -> bool:
    """Whether a line comes nearer than `room` to any of the boxes, which `whole` holds."""
    ends = line.points[:, :2].reshape(-1, 4, 2)[:, [0, 3]]
    low, high = ends.min(axis=1), ends.max(axis=1)
    near = (low[:, 0] < whole.right) & (high[:, 0] > whole.left) & (low[:, 1] < whole.top) & (high[:, 1] > whole.bottom)
    corners = np.array([[whole.left, whole.bottom], [whole.right, whole.top]])
    points = []
    for start, end in ends[near]:
        with np.errstate(all="ignore"):  # of a line that leads far away only what is near the boxes is looked at
            ways = (corners - start) / (end - start)
        first, last = np.nan_to_num([ways.min(axis=0).max(initial=0.0), ways.max(axis=0).min(initial=1.0)])
        count = max(2, int((last - first) * np.abs(end - start).max() / STEP)) if first < last else 2
        points.append(start + (end - start) * np.linspace(first, last, count)[:, None])
    if not points:
        return False
    x, y = np.concatenate(points).T
    inside = [
        (x > one.left - room) & (x < one.right + room) & (y > one.bottom - room) & (y < one.top + room) for one in boxes
    ]
    return bool(np.any(inside))


def _gap(one: Region, other: Region) -> float:
    """How far apart two boxes are, in scene units; negative where they overlap."""
    across = max(one.left, other.left) - min(one.right, other.right)
    up = max(one.bottom, other.bottom) - min(one.top, other.top)
    return max(across, up)


def _nearest(one: StandingText, other: StandingText) -> float:
    """How far apart their ink is, by the boxes of their outlines."""
    mine, others = Boxes.of(one.runs), Boxes.of(other.runs)
    apart = np.maximum(mine.low[:, None], others.low[None]) - np.minimum(mine.high[:, None], others.high[None])
    return float(apart.max(axis=2).min())


def _uneven(parts: Sequence[Mobject], texts: Sequence[StandingText]) -> Iterator[Finding]:
    """Neighbours in one line of reading stand on one baseline."""
    groups = {id(part): id(one) for one in parts for part in one.submobjects}
    for one, other in combinations([text for text in texts if not _has_rim(text)], 2):
        em, group = min(one.em, other.em), groups.get(id(one.mobject))
        across = max(one.box.left, other.box.left) - min(one.box.right, other.box.right)
        together = group is not None and group == groups.get(id(other.mobject))
        if together and abs(one.em - other.em) < UNEVEN * em and 0 < across < NEIGHBOURS * em:
            apart = abs(one.mobject.baseline - other.mobject.baseline)
            if UNEVEN * em < apart < OWN_LINE * em:
                yield Finding("baselines-differ", f"{one.name} and {other.name} are read as one line, but stand aslant")


def _unequal_cards(parts: Sequence[Mobject]) -> Iterator[Finding]:
    for kind in (Card, OptionCard):
        sizes = {(round(one[0].width, 3), round(one[0].height, 3)) for one in parts if isinstance(one, kind)}
        if len(sizes) > 1:
            yield Finding("cards-differ", "cards that stand together differ in size")


def _bare_axes(parts: Sequence[Mobject]) -> Iterator[Finding]:
    """A surface's heights can be read off."""
    if any(isinstance(one, SurfaceLabels) and one.is_bare for one in parts):
        yield Finding("axes-bare", "the axis of a surface's heights carries no numbers")


def _on_tails(parts: Sequence[Mobject]) -> Iterator[Finding]:
    """An arrow's head does not cover where another begins, unless it ends just there: then they are added; or both
    begin there, and the arrow has shrunk to next to nothing.
    """
    arrows = [one for one in parts if isinstance(one, ArrowMobject) and one.get_fill_opacity() > VISIBLE]
    for one in arrows:
        middle, half = one.head
        tails = [other.tail for other in arrows if np.linalg.norm(other.tail - one.tail) > half]
        if any(np.linalg.norm(middle - tail) < half and np.linalg.norm(one.tip - tail) > half / 2 for tail in tails):
            yield Finding("arrow-on-tail", "an arrow's head covers where another begins", "give the scene a wider span")
            return


def _faint_lines(parts: Sequence[Mobject], frame: Region, theme: Theme, pixels: Pixels) -> Iterator[Finding]:
    """Level sets and arrows can be told from what they stand on."""
    ghost = theme.ghost.lower()
    for one in parts:
        if isinstance(one, LevelCurve) and len(one.points):
            colour, opacity = one.get_stroke_color(), one.get_stroke_opacity()
        elif isinstance(one, ArrowMobject) and np.linalg.norm(one.vector) > SHORT:
            colour, opacity = one.get_fill_color(), one.get_fill_opacity()
        else:
            continue
        if opacity < MEANT or colour.to_hex().lower() == ghost:
            continue
        ground = _ground(one.points, frame, pixels)
        ink = opacity * np.array(colour.to_rgb()) + (1 - opacity) * ground
        contrast = float(contrast_of(luminances(ink), luminances(ground)))
        if contrast < GRAPHICS_CONTRAST:
            what = "a level set" if isinstance(one, LevelCurve) else "an arrow"
            yield Finding(
                "line-faint",
                f"{what} has a contrast of {contrast:.1f} to what lies behind it, less than 3",
                "choose another colour for its symbol",
            )
            return


def _ground(points: Array, frame: Region, pixels: Pixels) -> NDArray[np.float64]:
    """What lies around a line: the commonest colour (3,) of the box that holds it, from 0 to 1."""
    (left, bottom), (right, top) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    crop = _crop(pixels, frame, Region(left - 0.1, bottom - 0.1, right + 0.1, top + 0.1))
    if not crop.size:
        return np.zeros(3)
    packed = crop[:, :, :3] @ np.array([1 << 16, 1 << 8, 1])
    values, counts = np.unique(packed, return_counts=True)
    return np.asarray((values[counts.argmax()] >> np.array([16, 8, 0]) & 255) / 255)


def _crop(pixels: Pixels, frame: Region, part: Region) -> Pixels:
    """The pixels of a part of the frame."""
    height, width = pixels.shape[:2]
    scale = width / frame.width
    left, right = (int(np.clip(round((x - frame.left) * scale), 0, width)) for x in (part.left, part.right))
    top, bottom = (int(np.clip(round((frame.top - y) * scale), 0, height)) for y in (part.top, part.bottom))
    return pixels[top:bottom, left:right]


def _drawn(layout: Layout, theme: Theme, pixels: Pixels) -> NDArray[np.bool_]:
    """Which pixels of the body (rows, columns) show something."""
    crop = _crop(pixels, layout.frame, layout.body)
    drawn = np.zeros(crop.shape[:2], np.bool_)
    for channel, ground in enumerate(bytes.fromhex(theme.background[1:])):
        drawn |= (crop[:, :, channel] > min(ground + DRAWN, 255)) | (crop[:, :, channel] < max(ground - DRAWN, 0))
    return drawn


def _far(formulas: Sequence[Mobject], layout: Layout, drawn: NDArray[np.bool_]) -> Iterator[Finding]:
    """A formula beside a figure stands near to it."""
    if layout.upright or not formulas:
        return
    body, scale = layout.body, drawn.shape[1] / layout.body.width
    left = min(one.get_left()[0] for one in formulas)
    columns = np.flatnonzero(drawn[:, : max(0, int((left - 0.1 - body.left) * scale))].any(axis=0))
    if len(columns) and (gap := left - body.left - columns[-1] / scale) > FAR:
        yield Finding(FAR_OFF, f"a formula stands {gap:.1f} units from its figure, more than {FAR:g}")


def _aside(drawn: NDArray[np.bool_]) -> Iterator[Finding]:
    """No side of the picture stands empty."""
    columns, wide = np.flatnonzero(drawn.any(axis=0)), drawn.shape[1]
    if len(columns) and abs((wide - columns[-1]) - columns[0]) > EMPTY_SIDE * wide:
        yield Finding(ASIDE, "one side of the picture stands empty", "show a formula, or another picture")
