"""What every scene on a plane does alike: shows it, stands things on it, moves it, keeps labels and readings apart.

Owns: `PlaneBoard`, `Standing`.

Laws:
- What would leave the view is first made room for: the view reaches farther before anything goes there.
- A label is called what its vector is now: `v`, and `A v` when A has moved it. On the way it has no name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from manim import DOWN, LEFT, UP, Animation, FadeIn, FadeOut, Mobject, UpdateFromAlphaFunc, VGroup, VMobject

from mathora.formula import ModelMatrix
from mathora.stage.arrays import Array
from mathora.stage.figures.elements.placing import Obstacles
from mathora.stage.figures.elements.readings import Readings
from mathora.stage.figures.linear.conic import Conic
from mathora.stage.figures.linear.linear import keeps, way
from mathora.stage.figures.linear.plane import READINGS, SHAPES, Plane
from mathora.stage.figures.linear.plane_parts import (
    ORIGIN,
    PlaneArrow,
    PlaneLine,
    PlaneShape,
    TipLabel,
    labels_apart,
    obstacles,
)
from mathora.stage.layout import CLEAR_OF_FIGURE
from mathora.stage.plane.arrow import grow
from mathora.stage.plane.graph import HALO, ON_FILL
from mathora.stage.scene import LessonScene
from mathora.stage.text.terms import Measured, Term, symbol
from mathora.stage.text.value_label import GAP as VALUE_GAP
from mathora.stage.text.vector_terms import complex_number, image, quantity

FAR = 0.6  # a view of which a motion takes less than this share is too wide for it
TINY = 0.03  # of the view's first reach: arrows no longer than this cannot be read
GAP = 0.16  # scene units between readings, and from them to the view's corner

SHADOW, SHADOW_OPACITY = 0.12, 0.64
"""How broad a shadow's shaft is, in scene units, and how opaque: the arrow on whose line it lies is seen on it."""

NAMED = 1.2  # the size of an arrow's name, in that of other labels
NARROW, READ = 2.0, 0.9  # from so wide on (scene units) a column has what is read; its em as a share of formulas'
CALLED = "an arrow's name says where it is"
ROUNDING = 1e-6  # the share of a number below which a difference is none that the screen could show


class Standing:
    """An arrow that stands on the plane, with its label, which is true of it when it leads to `named_at` (2,); `vector`
    is the script's, None for one that was made.
    """

    def __init__(self, vector: ModelMatrix | None, arrow: PlaneArrow, label: TipLabel, colour: str) -> None:
        self.vector, self.arrow, self.label, self.colour = vector, arrow, label, colour
        self.named_at: Array = arrow.at


class PlaneBoard:
    """A plane of a scene's, with the vectors and readings that stand on it."""

    def __init__(self, scene: LessonScene, reach: float, *, complex_numbers: bool = False) -> None:
        self.scene, self.theme, self.complex, self.first_reach = scene, scene.theme, complex_numbers, reach
        self.plane = Plane(scene.layout.figure, reach, scene.theme, self._names(complex_numbers))
        self.moved_by: list[ModelMatrix] = []
        self.vectors: list[Standing] = []
        self.readings: list[VMobject] = []
        self.margin: Readings | None = None
        self.defined: list[tuple[VMobject, Callable[[], float]]] = []
        self.marks: list[VMobject] = []  # numbers on the plane, which labels of arrows keep clear of
        scene.invariant("equal units on both axes", self.plane.unequal, 1e-6)
        scene.invariant(CALLED, self._misnamed, ROUNDING)

    def _names(self, complex_numbers: bool) -> list[VMobject]:  # noqa: FBT001
        """The names of the axes of complex numbers; a plane of vectors has none."""
        keys = (r"\mathrm{Re}", r"\mathrm{Im}") if complex_numbers else ()
        return [self.scene.label(symbol(self.scene.model, key)) for key in keys]

    # ── the plane ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def show(self) -> None:
        """The plane comes in, if it does not stand yet."""
        if not self.stands:
            self.scene.play(FadeIn(self.plane), FadeIn(self.plane.graph), run_time=1.2)

    def stand(self) -> None:
        """The plane stands, without motion."""
        if not self.stands:
            self.scene.add(self.plane, self.plane.graph)

    @property
    def stands(self) -> bool:
        """Whether the plane is on the picture."""
        return any(self.plane.grid in one.get_family() for one in self.scene.mobjects)

    def make_room(self, points: Sequence[Array], *, nearer: bool = False) -> None:
        """The view reaches farther if points (2,) lie outside of it, or nearly; `nearer` if they take little of it, and
        in any case if they, and all arrows that stand, could not be seen.
        """
        plane = self.plane
        seen = [*points, *(end for one in self.vectors for end in one.arrow.ends(plane))]
        longest = max((float(np.abs(one).max()) for one in seen), default=0.0)
        alone = not any(isinstance(one, PlaneShape | PlaneLine | Conic) for one in plane.things)
        tiny = alone and 0 < longest < TINY * self.first_reach
        reach = plane.reach_for(seen if tiny else points, 0.0 if tiny else self.first_reach)
        if reach <= plane.state.reach and not ((nearer or tiny) and reach < FAR * plane.state.reach):
            return
        if not self.stands:
            plane.widen(reach)
            return
        self.scene.play(FadeOut(plane.graph), run_time=0.3)
        self.scene.play(plane.zooms(reach), self._labels_follow(plane.state.array), run_time=1.0)
        self.scene.play(FadeIn(plane.graph), run_time=0.3)
        self.clear_numbers()

    def clear_numbers(self) -> None:
        """The axes' numbers go to where no outline runs through them, and no label stands."""
        plane, shown = self.plane, {id(one) for one in self._shown()}
        drawn = [one for one in plane.things if isinstance(one, PlaneShape | PlaneLine | Conic) and id(one) in shown]
        outlines = [one.points for one in drawn if len(one.points)]
        ends = [each.reshape(-1, 4, 3)[:, [0, 3], :2] for each in outlines]
        shares = np.linspace(0, 1, 24)[:, None, None]
        lines = [((1 - shares) * pairs[:, 0] + shares * pairs[:, 1]).reshape(-1, 2) for pairs in ends]
        labels = [one.label.label.get_center()[None, :2] for one in self.vectors]
        places = plane.graph.clear_places(np.concatenate([np.empty((0, 2)), *lines, *labels]))
        numbers, moves = [*zip(plane.graph.numbers, places, strict=True)], []
        for number, at in numbers:
            on_fill = any(one.covers(at) for one in drawn if isinstance(one, PlaneShape))
            number.set_fill(self.theme.foreground if on_fill else self.theme.muted)
            number.set_stroke(width=ON_FILL if on_fill else HALO, background=True)
            if np.abs(number.get_center() - at).max() > ROUNDING:
                moves.append(number.animate.move_to(at))
        self.scene.play(*moves, run_time=0.4)

    def goes(self, right: float) -> None:
        """The plane, and all that stands on it, goes so far to the right: at once, if it is not seen yet."""
        plane, gone = self.plane, 0.0
        plane.room, graph = plane.room.moved(right), plane.graph

        def go(_: object, share: float = 1.0) -> None:
            nonlocal gone
            graph.shift([share * right - gone, 0, 0])
            gone = share * right
            plane.follow()
            for one in self.vectors:
                one.label.stand()

        if self.stands:
            readings = [one.animate.shift([right, 0, 0]) for one in self.readings if not self.margin]
            labels = [one.label.label for one in self.vectors if one.label.label in self.scene.mobjects]
            along = [UpdateFromAlphaFunc(one, lambda *_: None) for one in (graph, *labels)]  # drawn on each frame, too
            self.scene.play(UpdateFromAlphaFunc(plane, go), *along, *readings, run_time=0.8)
        else:
            go(plane)

    # ── vectors ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def vector(self, vector: ModelMatrix, colour: str) -> Standing:
        """A vector as an arrow with its label, at the place that the plane's motion gives it; it is not shown yet."""
        at = column(vector)
        self.make_room([self.plane.image(at)])
        term = self._called(vector, self.plane.image(at))
        return self._put(vector, PlaneArrow(self.plane, at, colour), term, colour, aside=False)

    def made(self, at: Array, name: Term, colour: str, *, tail: Array = ORIGIN, aside: bool = False) -> Standing:
        """An arrow `at` (2,) from `tail` (2,) that is made of others; it is not shown yet."""
        self.make_room([tail, tail + at])
        return self._put(None, PlaneArrow(self.plane, at, colour, tail=tail, fixed=True), name, colour, aside=aside)

    def shadow(self, at: Array, name: Term, colour: str, *, aside: bool = True) -> Standing:
        """A shadow `at` (2,) from the origin: a broad, faint arrow below all others; it is not shown yet."""
        self.make_room([at])
        arrow = PlaneArrow(self.plane, at, colour, width=SHADOW, fixed=True)
        arrow.set_fill(opacity=SHADOW_OPACITY).set_z_index(SHAPES)
        return self._put(None, arrow, name, colour, aside=aside)

    def _put(self, vector: ModelMatrix | None, arrow: PlaneArrow, name: Term, colour: str, *, aside: bool) -> Standing:
        label = TipLabel(self._name(name, colour), arrow, self.plane, aside=aside)
        standing = Standing(vector, arrow, label, colour)
        standing.named_at = self.plane.image(arrow.at)
        self.plane.put(arrow)
        self.vectors.append(standing)
        self._choose(self.plane.state.array)
        return standing

    def enters(self, standing: Standing, run_time: float = 1.0) -> None:
        """The arrow grows, its label comes up at its tip; other labels make way."""
        label = standing.label.stand()
        self.scene.play(grow(standing.arrow), run_time=run_time)
        self.scene.play(FadeIn(label), self._labels_follow(self.plane.state.array), run_time=0.5)

    def find(self, vector: ModelMatrix) -> Standing | None:
        """The vector if it stands already."""
        return next((one for one in self.vectors if one.vector == vector), None)

    def ending_at(self, at: Array) -> Standing | None:
        """The vector of the script's that stands and goes from the origin to a point (2,), if there is one."""
        given = (one for one in self.vectors if one.vector is not None)
        off = ROUNDING * np.linalg.norm(at)
        return next((one for one in given if np.allclose(one.arrow.at, at, rtol=0, atol=off)), None)

    def leave(self, *standing: Standing) -> list[Any]:
        """The animations with which vectors leave."""
        for one in standing:
            self.vectors.remove(one)
            self.plane.take_off(one.arrow)
        return [FadeOut(one.arrow, one.label.label) for one in standing]

    # ── motion ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def move(self, by: ModelMatrix, seconds: float = 3.0) -> None:
        """A matrix moves every point that moves; then the labels say what the vectors are now."""
        matrix = np.array(by.numbers)
        after = matrix @ self.plane.state.array
        ends = [way(matrix, share) @ end for share in np.linspace(0, 1, 9) for end in self._points()]
        self.make_room(ends, nearer=True)
        self._there(after)
        self.moved_by.append(by)
        self._go(self.plane.moves(matrix), after, seconds)

    def become(self, one: ModelMatrix | None = None) -> None:
        """Every point goes straight to where one matrix takes it; without it, back to where it was."""
        self.moved_by[:] = [] if one is None else [one]
        matrix = np.eye(2) if one is None else matrix_of(one)
        self.make_room(self._there(matrix))
        self._go(self.plane.goes_to(matrix), matrix, 2.0)

    def _go(self, motion: Animation, after: Array, seconds: float) -> None:
        """The motion to where a matrix (2, 2) takes the plane; whose name it changes has none on the way."""
        given = [(one, self._called(one.vector, after @ one.arrow.at)) for one in self.vectors if one.vector]
        changes = [(one, term) for one, term in given if one.label.label.wording != term.tex]
        self.scene.play(*(FadeOut(one.label.label) for one, _ in changes), run_time=0.3)
        self.scene.play(motion, self._labels_follow(after), run_time=seconds)
        for one, _ in given:
            one.named_at = self.plane.image(one.arrow.at)
        for one, term in changes:
            one.label = TipLabel(self._name(term, one.colour), one.arrow, self.plane)
        others = self._labels_follow(after)
        self.scene.play(*(FadeIn(one.label.stand()) for one, _ in changes), others, run_time=0.5)
        self.clear_numbers()

    def _name(self, term: Term, colour: str) -> VMobject:
        return self.scene.label(term, NAMED * self.theme.sizes.label, colour)

    def _points(self) -> list[Array]:
        """What must stay in the view: the tips of all arrows, the corners of all shapes, as they are now."""
        plane = self.plane
        arrows = [one for one in plane.things if isinstance(one, PlaneArrow) and not one.fixed]
        tips = [plane.image(one.start + one.at) for one in arrows]
        corners = [plane.image(corner) for one in plane.things for corner in getattr(one, "corners", ())]
        return [*tips, *corners]

    def _there(self, matrix: Array) -> list[Array]:
        """The same when a matrix (2, 2) has moved the plane, where from now on all that is read comes to rest."""
        before, self.plane.state = self.plane.state, self.plane.state.moved(matrix)
        for reading, defined in self.defined:
            reading.rest_at(defined())
        ends, self.plane.state = self._points(), before
        return ends

    def _called(self, vector: ModelMatrix, now: Array) -> Term:
        """What a vector is that has come to `now`; in the complex plane, what is written out is a number."""
        *moves, own = [complex_number(one) if self.complex else one for one in (*self.moved_by, vector)]
        return image([one.tree for one in moves], own, now)

    def _misnamed(self) -> float:
        """How far an arrow is at most from where its name is true of it, as a share of the view."""
        shown = {id(one) for one in self._shown()}
        named = [one for one in self.vectors if one.vector and id(one.label.label) in shown]
        off = [float(np.abs(self.plane.image(one.arrow.at) - one.named_at).max()) for one in named]
        return max(off, default=0.0) / self.plane.state.reach

    # ── labels and readings ───────────────────────────────────────────────────────────────────────────────────────────

    def _choose(self, matrix: Array) -> None:
        labels_apart(self.plane, [one.label for one in self.vectors], matrix, [*self.readings, *self.marks])

    def around(self) -> Obstacles:
        """What a further label has to keep clear of."""
        return obstacles(self.plane, [*self.readings, *(one.label.label for one in self.vectors)])

    def on_line(self, along: Array) -> Standing | None:
        """A vector of the script's that stands on a line through the origin."""
        given = (one for one in self.vectors if one.vector is not None)
        return next((one for one in given if keeps(np.outer(one.arrow.at, along), along)), None)

    def make_way(self) -> Any:  # noqa: ANN401 - Manim's animation
        """The labels go to places that are clear of what stands on the plane now."""
        return self._labels_follow(self.plane.state.array)

    def _labels_follow(self, matrix: Array) -> Any:  # noqa: ANN401 - Manim's animation
        """The labels go with their tips to the places that are clear when the matrix (2, 2) has moved the plane."""
        self._choose(matrix)
        labels = [one.label for one in self.vectors if one.label.label in self._shown()]
        group = VGroup(*(one.label for one in labels))

        def follow(_: VMobject, share: float) -> None:
            for one in labels:
                one.stand(share)

        return UpdateFromAlphaFunc(group, follow)

    def _shown(self) -> list[Mobject]:
        return [part for one in self.scene.mobjects for part in one.get_family()]

    def measure(  # noqa: PLR0913 - what a reading is
        self,
        name: str,
        word: str,
        value: Callable[[], float],
        defined: Callable[[], float],
        colour: str | None = None,
        *,
        whole: float = 0.0,
        **options: Any,  # noqa: ANN401 - as `Writing.reading`
    ) -> VMobject:
        """The reading of a size that is measured on the picture: its name in receipts, and the word that stands for it.

        `defined()` is what the model says that it is; `whole` is what a rounding error is measured against, if more.
        """
        self._make_margin()
        size = self.margin.size if self.margin else self.theme.sizes.label
        said = self.scene.words_mobject(word, size=size, colour=colour or self.theme.foreground)
        term = symbol(self.scene.model, rf"\mathrm{{{name}}}")
        measured = quantity(term, lambda: _rounded(value(), defined(), whole), lambda: defined())  # noqa: PLW0108 - a method would be copied with its object
        self.defined.append((reading := self.read(measured, said=said, colour=colour, **options), defined))
        return reading

    def unread(self, *readings: VMobject) -> list[Any]:
        """The animations with which readings leave; those below them close up."""
        left = [one for one in self.readings if one not in readings]
        if self.margin:
            self.margin.take(*(str(id(one)) for one in readings))
            self.readings = left
            return [FadeOut(one) for one in readings]
        moves, self.readings = [FadeOut(one) for one in readings], []
        for one in left:
            target = one.copy()
            self._corner(target)
            moves.append(one.animate.move_to(target))
            self.readings.append(target)
        self.readings = left
        return moves

    def read(self, measured: Measured, **options: Any) -> VMobject:  # noqa: ANN401 - as `Writing.reading`
        """A reading under the formulas beside the plane, or in the view's upper left corner, below those that stand
        there; it is not shown yet.
        """
        size, card = (self.margin.size, None) if self.margin else (self.theme.sizes.label, self.theme.background)
        reading = self.scene.reading(measured, size, card=card, **options)
        self._stand_reading(reading)
        self.readings.append(reading)
        self._choose(self.plane.state.array)
        return reading

    def _make_margin(self) -> None:
        """Where formulas have a column of the picture, they make room in it: nothing that is read lies on the plane."""
        layout = self.scene.layout
        beside = not layout.upright and layout.panel.left >= layout.figure.right and layout.panel.width > NARROW
        if self.margin is None and beside:
            place, self.scene.layout = layout.with_readings()
            self.margin = Readings(place.inset(CLEAR_OF_FIGURE), self.theme.sizes.formula * READ)
            self.scene.play(*self.scene.panel_refitted(), run_time=0.6)

    def _stand_reading(self, reading: VMobject) -> None:
        if self.margin:
            self.margin.put(str(id(reading)), reading)
        else:
            self._corner(reading)

    def _corner(self, reading: VMobject) -> None:
        room = self.plane.room
        if self.readings:
            reading.next_to(self.readings[-1], DOWN, buff=GAP, aligned_edge=LEFT)
        else:
            reading.move_to(room.at(0, 1), aligned_edge=LEFT + UP)
        reading.begin_at(reading.sign.get_right()[0] + VALUE_GAP)
        for part in reading.get_family():
            part.set_z_index(READINGS)


def _rounded(measured: float, true: float, whole: float) -> float:
    """What is measured on the picture, or what it should be, if they differ by a rounding error alone."""
    return true if abs(measured - true) <= ROUNDING * max(abs(true), whole) else measured


def column(vector: ModelMatrix) -> Array:
    """The numbers (2,) of a vector."""
    return np.array([row[0] for row in vector.numbers])


def matrix_of(one: ModelMatrix) -> Array:
    """The numbers (2, 2) of a matrix."""
    return np.array(one.numbers)
