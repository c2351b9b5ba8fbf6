"""The lines through the origin that a matrix keeps, each with an arrow on it and how far that is stretched.

Owns: `KeptLines`.

Laws:
- The arrow's tip is on its line on every frame, measured on the points drawn, as long as the line stands.
- How far an arrow is stretched is read from when the plane moves: before, there is nothing to read.
- A vector of the script's that lies on the line is its arrow; else an arrow comes with the line, and leaves with it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import count
from typing import NamedTuple

import numpy as np
from manim import Create, FadeIn, FadeOut, VMobject

from mathora.formula import ModelMatrix
from mathora.stage.arrays import Array
from mathora.stage.figures.linear.linear import keeps
from mathora.stage.figures.linear.made_vectors import given
from mathora.stage.figures.linear.plane_board import PlaneBoard
from mathora.stage.figures.linear.plane_parts import PlaneArrow, PlaneLine
from mathora.stage.plane.arrow import grow

OFF = 1e-6  # scene units by which a tip may miss its line
WIDTH = 4.0  # of a line's stroke: it is seen on an axis, too


class KeptLine(NamedTuple):
    """A line, the arrow that came with it (None if a vector stood there), how its stretch is read, and what is claimed
    of it.
    """

    line: PlaneLine
    arrow: PlaneArrow | None
    read: Callable[[], VMobject]
    claim: str


class KeptLines:
    """The lines that stand on a board."""

    def __init__(self, board: PlaneBoard) -> None:
        self.board, self.lines, self.readings = board, list[KeptLine](), list[VMobject]()
        self._numbers = count(1)  # of all that ever stood: one that leaves takes only its own claim with it

    def draw(self, along: Array, colour: str) -> PlaneLine:
        """The line comes in, in the colour of a vector that stands on it, if there is one."""
        board = self.board
        standing = board.on_line(along)
        line = PlaneLine(board.plane, along, standing.colour if standing else colour, width=WIDTH)
        board.plane.put(line)
        board.scene.play(Create(line), board.make_way(), run_time=0.8)
        board.clear_numbers()
        return line

    def keep(self, line: PlaneLine, vector: ModelMatrix | None = None) -> None:
        """An arrow grows on a line that was drawn, that of a `vector` if there is one on it; its stretch is read if
        there is any.
        """
        board, plane, along = self.board, self.board.plane, line.along
        hue = line.get_stroke_color().to_hex()
        standing = given(board, vector) if vector else board.on_line(along)
        arrow = standing.arrow if standing else PlaneArrow(plane, along / np.abs(along).max(), hue)
        if standing is None:
            board.make_room([plane.image(arrow.at)])
            plane.put(arrow)
            board.scene.play(grow(arrow), run_time=0.7)

        def stretch() -> float:
            return float(arrow.seen(plane) @ along / (arrow.at @ along))

        def true() -> float:
            return float(along @ plane.state.array @ along)

        read = partial(board.measure, "stretch", board.scene.words.picture.stretch, stretch, true, hue, decimals=2)
        kept = KeptLine(line, None if standing else arrow, read, f"the arrow stays on its line {next(self._numbers)}")
        self.lines.append(kept)
        board.scene.invariant(kept.claim, lambda: line.distance_to(arrow.tip), OFF)
        if board.moved_by:
            self.read_out()

    def stands(self, along: Array) -> bool:
        """Whether the line along a vector (2,) stands."""
        return any(np.allclose(one.line.along, along) for one in self.lines)

    def read_out(self) -> None:
        """How far each arrow is stretched is read out, from now on; not beside another scene, which has the words."""
        if self.board.scene.host is not None:
            return
        coming = [one.read() for one in self.lines[len(self.readings) :]]
        self.readings += coming
        self.board.scene.play(*map(FadeIn, coming), run_time=0.5)

    def unread(self) -> None:
        """Where nothing is stretched, nothing is read."""
        self.board.scene.play(*self.board.unread(*self.readings), run_time=0.4)
        self.readings.clear()

    def forget_unless_kept(self, matrix: Array) -> None:
        """Lines that a matrix does not keep leave, with the arrows that came with them."""
        gone = [one for one in self.lines if not keeps(matrix, one.line.along)]
        if not gone:
            return
        unread = [reading for one, reading in zip(self.lines, self.readings, strict=False) if one in gone]
        leaving = self.board.unread(*unread)
        self.readings = [one for one in self.readings if one not in unread]
        for one in gone:
            self.lines.remove(one)
            self.board.scene.invariants.release(one.claim)
            for part in (one.line, *([one.arrow] if one.arrow else [])):
                leaving.append(FadeOut(part))
                self.board.plane.take_off(part)
        self.board.scene.play(*leaving, run_time=0.5)
