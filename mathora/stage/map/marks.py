"""What stands on a contour plot, and where a plot stands.

Owns: `marker`, `thin_rims`, `right_angle`, `name_beyond`, `names_beyond`, `beside_line`, `in_the_way`, `outline`,
`opposite`, `value_labels`, `patch`, `label_place`, `scale_key`, `put_over`, `worst_slant`; `map_place`,
`beside_surface`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from manim import DOWN, RIGHT, Circle, Mobject, RoundedRectangle, VGroup, VMobject

from mathora.formula.curves.interval import Interval
from mathora.stage.arrays import Array
from mathora.stage.layout import Region, clear_place, outside
from mathora.stage.map.contour_plot import HALO
from mathora.stage.plane.arrow import ArrowMobject
from mathora.stage.space.contours import LevelCurve, slant
from mathora.stage.text.prose_mobject import row_of_numbers
from mathora.stage.theme import Theme

ABOVE, BELOW = 0.6, 0.25
"""The room for an axis's name and a reading above a map, and for what sticks out below it; in scene units."""

NUMBERS = 0.4  # the room for the numbers below a map whose level axis is its edge, in scene units
SHORT = 4  # signs of a value that may be larger than the smallest: there is room for it on its line
CLEAR = 0.075  # how far apart labels stand, as a share of the map's side
RIM, THIN = 2.0, 30.0  # how wide a marker's rim is, and, for each scene unit to the next one, how wide at most
BESIDE = 0.14  # between a label and its line, in scene units


def map_place(figure: Region, span: Interval) -> Region:
    """Where in `figure` a map of a span stands with its numbers, and with room around it."""
    under = BELOW + NUMBERS * (span.low > -CLEAR * span.length)
    return Region(figure.left + 0.5, figure.bottom + under, figure.right - 0.7, figure.top - ABOVE)


def beside_surface(figure: Region) -> tuple[Region, Region]:
    """Where in `figure` a surface stands, and where its map beside it; in an upright figure, below it."""
    if figure.is_upright:
        above, below = figure.split_rows(0.5, 0.5)
        return above.inset(0.1), below.inset(0.25)
    left, right = figure.split_columns(0.52, 0.48)
    return Region(left.left, left.bottom, left.right - 0.3, left.top), Region(
        right.left + 0.15, right.bottom + 0.4, right.right, right.top - 0.2
    )


def scale_key(product: VMobject, colour: str, figure: Region, others: Sequence[Mobject]) -> VGroup:
    """What a map's arrows stand for, in the figure's lower corner: an arrow, and the `product` 0.05 ∇L.

    It stands higher at the figure's right edge, or in another corner, where the lower one is taken by `others`.
    """
    arrow = ArrowMobject(np.zeros(3), np.array([0.55, 0.0, 0.0]), colour, 0.05)
    key = VGroup(arrow, product).arrange(RIGHT, buff=0.16)
    key.move_to(figure.at(1, 0.03), aligned_edge=RIGHT + DOWN)
    corner, inward = key.get_center(), np.array([figure.width - key.width, 0.0, 0.0])
    rise = np.array([0.0, (figure.height - key.height) / 12, 0.0])
    right = [corner + step * rise for step in range(12)]
    return key.move_to(clear_place(key, [*right, corner - inward, corner - inward + 11 * rise, corner], others))


def put_over(reading: VMobject, figure: Region, names: VGroup) -> None:
    """Puts a reading above a map in `figure`, clear of the axes' names, also with a digit more at each end."""
    places = [figure.at(across, 1) + np.array([0.0, -0.22, 0.0]) for across in (0.5, 0.8, 0.2, 0.86, 0.14)]
    reading.move_to(clear_place(reading, places, [*names], margin=reading.height))


def marker(theme: Theme, radius: float = 0.1) -> Circle:
    """A point that stands on a map or a graph."""
    dot = Circle(radius=radius, fill_color=theme.foreground, fill_opacity=1)
    return dot.set_stroke(theme.background, RIM)


def thin_rims(dots: Sequence[VMobject]) -> None:
    """Where markers crowd, their rims are so thin that they do not cover those beneath."""
    middles = np.array([one.get_center() for one in dots])
    for one, middle in zip(dots, middles, strict=True):
        nearest = np.sort(np.linalg.norm(middles - middle, axis=1))[1:2]
        one.set_stroke(width=min([RIM, *(THIN * nearest)]))


def right_angle(arrow: ArrowMobject, ring: LevelCurve, colour: str) -> tuple[VMobject, VMobject]:
    """A short tangent of the drawn level curve at an arrow's foot, and the mark of the right angle between them."""
    foot, along, length = arrow.tail, ring.tangent_at(arrow.tail), float(np.linalg.norm(arrow.vector))
    up = arrow.vector / max(length, 1e-9)
    tangent = VMobject(stroke_color=colour, stroke_width=4, fill_opacity=0)
    mark = VMobject(stroke_color=colour, stroke_width=3.5, fill_opacity=0)
    tangent.set_points_as_corners(np.array([foot - 0.9 * along, foot + 0.9 * along]))
    mark.set_points_as_corners(foot + min(0.27, 0.5 * length) * np.array([along, along + up, up]))
    return tangent, mark


def name_beyond(name: VMobject, start: Array, end: Array, theme: Theme) -> VMobject:
    """Puts a name beyond the `end` of a line that comes from `start`, scene points (3,); returns it."""
    half = np.array([name.width, name.height]) / 2
    name.move_to(np.append(outside(end[:2], (2 * end - start)[:2], 0.1, half), 0.0))
    return name.set_stroke(theme.background, HALO, background=True)


def names_beyond(
    names: Sequence[VMobject], arrow: ArrowMobject, tangent: VMobject, theme: Theme, others: Sequence[Mobject] = ()
) -> VGroup:
    """A gradient's name beyond its tip, and the tangent's, if there is one, beyond the end that is further right.

    A name that would stand on one of the `others` stands beside its line instead, where there is room.
    """
    left, right = sorted(tangent.points[[0, -1]], key=lambda end: float(end[0]))
    lines = ((arrow.tail, arrow.tip), (left, right))
    placed = VGroup()
    for name, (start, end) in zip(names, lines, strict=False):
        name_beyond(name, start, end, theme)
        places = [name.get_center(), *_around(name, start, end), name.get_center()]
        placed.add(name.move_to(clear_place(name, places, [*others, *placed], 0.04)))
    return placed


def beside_line(label: VMobject, point: Array, along: Array, others: Sequence[VMobject], inside: Region) -> VMobject:
    """Puts a label beside a `point` (3,) of a line that goes `along`, on the side that is `inside` a part of the frame,
    of both on the one that is farther from the others.
    """
    along = along / max(float(np.linalg.norm(along)), 1e-9)
    across = np.array([along[1], -along[0], 0.0])
    room = BESIDE + (abs(across[0]) * label.width + abs(across[1]) * label.height) / 2
    taken = np.concatenate([np.zeros((0, 2)), *(outline(one) for one in others)])
    places = [point + side * room * across for side in (1, -1)]
    half = np.array([label.width, label.height]) / 2
    apart = [np.maximum(np.abs(taken - place[:2]) - half, 0.0) for place in places]
    clear = [np.linalg.norm(one, axis=1).min(initial=np.inf) for one in apart]
    low, high = np.array([inside.left, inside.bottom]), np.array([inside.right, inside.top])
    fits = [bool((place[:2] - half >= low).all() and (place[:2] + half <= high).all()) for place in places]
    return label.move_to(places[max(range(len(places)), key=lambda one: (fits[one], clear[one]))])


def _around(name: VMobject, start: Array, end: Array) -> list[Array]:
    """Places for the middle of a name beside a line, from its `end` back to its `start`, on either side by turns."""
    half = np.array([name.width, name.height]) / 2
    across = np.array([start[1] - end[1], end[0] - start[0]])
    sides = (across, -across)
    feet = [end + share * (start - end) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    return [np.append(outside(foot[:2], foot[:2] + side, 0.12, half), 0.0) for foot in feet for side in sides]


def in_the_way(labels: Mapping[float, VMobject], lines: Iterable[VMobject]) -> list[float]:
    """The heights whose labels (their values on a map) stand on what comes: arrows, tangents, names."""
    points = np.concatenate([outline(line) for line in lines])
    return [
        height
        for height, label in labels.items()
        if (np.abs(points - label.get_center()[:2]) < np.array([label.width, label.height]) / 2 + 0.04).all(1).any()
    ]


def outline(line: VMobject) -> Array:
    """Points (n, 2) close together on a mobject's outline, glyph by glyph of a text."""
    parts = [part.points[:, :2] for part in line.family_members_with_points()]
    corners = np.concatenate([part[:-1] for part in parts]), np.concatenate([part[1:] for part in parts])
    return np.concatenate([corners[0] + share * (corners[1] - corners[0]) for share in np.linspace(0, 1, 9)])


def opposite(arrow: ArrowMobject) -> ArrowMobject:
    """The hollow arrow from the same foot, equally long, the other way."""
    colour = arrow.get_fill_color().to_hex()
    return ArrowMobject(arrow.tail, arrow.tail - arrow.vector, colour, arrow.shaft_width, hollow=True)


def value_labels(colours: Mapping[float, str], theme: Theme) -> dict[float, VGroup]:
    """The values of a map's heights, in their colours and told from each other; each on a patch of the background,
    which interrupts the line under it.
    """
    sizes = theme.sizes
    size = sizes.small if all(len(f"{one:g}") <= SHORT for one in colours) else sizes.minimum
    texts = row_of_numbers([*colours], [*colours.values()], size, theme.decimal)
    return {height: VGroup(patch(text, theme), text) for height, text in zip(colours, texts, strict=True)}


def patch(text: VMobject, theme: Theme) -> RoundedRectangle:
    """The ground of a text that stands upon something else."""
    patch = RoundedRectangle(width=text.width + 0.1, height=text.height + 0.08, corner_radius=0.05)
    return patch.set_stroke(width=0).set_fill(theme.background, 1)


def label_place(  # noqa: PLR0913, PLR0917 - where a label stands depends on these
    branches: Sequence[Array],
    span: Interval,
    direction: Array,
    taken: Sequence[Array] = (),
    size: tuple[float, float] | Array = (0.0, 0.0),
    views: Sequence[Callable[[Array], Array]] = (),
) -> Array:
    """The point (2,) of some curves that lies most nearly in a `direction` from the middle.

    Clear of the points `taken` by other labels of its `size` (scene units; one for all, or one for each) in all `views`
    (from model points (n, 2) to scene points), where the curves leave a choice; and not at the very edge, if that is
    clear, too.
    """
    middle = np.full(2, span.middle)
    points = np.concatenate([*branches]) if branches else middle[None]
    inner = (np.abs(points - middle) < 0.44 * span.length).all(axis=1)
    gaps = np.linalg.norm(points[:, None] - np.array([*taken]).reshape(-1, 2), axis=-1).min(axis=1, initial=np.inf)
    clear = gaps > CLEAR * span.length
    for view in views if len(taken) else ():
        apart: Array = np.abs(view(points)[:, None, :2] - view(np.array([*taken]))[:, :2])
        clear &= np.all(np.any(apart >= np.array(size), axis=-1), axis=1)
    chosen = next((one for one in (inner & clear, clear) if one.any()), None)
    if chosen is None:  # the farthest from the others, inside if it can be
        chosen = np.arange(len(points)) == np.where(inner | ~inner.any(), gaps, -1.0).argmax()
    points = points[chosen]
    away = np.maximum(np.linalg.norm(points - middle, axis=1), 1e-9)
    return np.asarray(points[((points - middle) @ direction / away).argmax()])


def worst_slant(arrows: Iterable[tuple[ArrowMobject, LevelCurve]]) -> float:
    """The largest cosine between a drawn arrow and the drawn curve at its foot: 0 if all stand perpendicular."""
    return max((abs(slant(arrow.vector, ring, arrow.tail)) for arrow, ring in arrows), default=0.0)
