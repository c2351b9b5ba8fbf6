"""A few lines of a program, with what its words are in colour; one part after the other stands out."""

from __future__ import annotations

from typing import Literal

from manim import LEFT, RIGHT, UP, FadeIn, LaggedStart, Rectangle, VGroup

from mathora.stage import Count, LessonScene, ProgramLines, StepView, action, brings
from mathora.stage.plane.shapes import card_frame, recede
from mathora.stage.text.program_lines import PITCH, TOP, program_lines

MARGIN = 0.35  # between the card's frame and the lines on it, in scene units
GUTTER = 1.6  # from the beginning of the lines' numbers to that of the lines, in em
EDGE = 0.07  # how wide the mark at the card's edge is that lit lines have, in scene units
FAINT = 0.2  # how much of a bar's colour lies behind a line: all of a theme's colours can be read on it


class Code(LessonScene):
    """A few lines of a program, such as those that compute what a lesson explains; it is shown, never run."""

    late_formulas = "below"

    program: ProgramLines
    language: Literal["python", "javascript", "r", "c", "java", "text"] = "python"

    limits = (
        ("write.last", 1, 12, "a program has no more lines"),
        ("mark.lines", 1, 12, "a program has no more lines"),
    )
    needs = (
        ("mark.lines", "line_of(program)", "these lines stand out"),
        ("write.last", "line_of(program)", "the lines up to this one appear"),
    )

    def begin(self) -> None:
        """The card and its lines have their places; nothing of it is seen yet."""
        theme, room = self.theme, self.layout.figure
        size = theme.sizes.label
        self.lines = VGroup(*program_lines(self.program, self.language, size, theme))
        count = len(self.lines)
        self.numbers = VGroup(*(self.words_mobject(str(at), size, theme.muted) for at in range(1, count + 1)))
        for at, number in enumerate(self.numbers):
            number.shift([-GUTTER * size - number.get_left()[0], -at * PITCH * size, 0])
        paper = Rectangle(width=self.lines.get_right()[0] + GUTTER * size, height=count * PITCH * size)
        paper.move_to([-GUTTER * size, TOP * size, 0], UP + LEFT)
        block = VGroup(paper, self.numbers, self.lines)
        room.inset(MARGIN).place(block)
        self.pitch = paper.height / count
        self.card = card_frame(paper.width + 2 * MARGIN, paper.height + 2 * MARGIN, theme).move_to(paper)
        self.bars = VGroup(*(self._bar(at) for at in range(count)))
        self.standing = 0

    def _bar(self, at: int) -> VGroup:
        """What lights up behind a line, and at the card's edge; it cannot be seen yet."""
        bar = Rectangle(width=self.card.width - EDGE, height=self.pitch, stroke_width=0).set_fill(self.theme.ghost, 0)
        bar.move_to(self.card).set_y(self.card.get_top()[1] - MARGIN - at * self.pitch, UP)
        edge = Rectangle(width=EDGE, height=self.pitch, stroke_width=0).set_fill(self.theme.palette["yellow"], 0)
        return VGroup(bar, edge.move_to(bar, LEFT))

    @action("The lines of a program appear, one under the other: {program}", quiet=True)
    def write(self, step: StepView, last: Count | None = None) -> None:
        """The lines that do not stand yet, up to line `last`, or all."""
        end = last or len(self.lines)
        new = [self._row(at) for at in range(self.standing, end)]
        if not self.standing:
            self.play(FadeIn(self.card), run_time=0.5)
            self.add(self.bars)
        self.standing = max(end, self.standing)
        if new:
            appear = [FadeIn(row, shift=0.12 * RIGHT) for row in new]
            self.play(LaggedStart(*appear, lag_ratio=0.5), run_time=0.5 + 0.3 * len(new))

    @brings("program")
    def _stand_program(self) -> None:
        """The whole program stands."""
        if not self.standing:
            self.add(self.card, self.bars)
        self.add(*(self._row(at) for at in range(self.standing, len(self.lines))))
        self.standing = len(self.lines)

    def _row(self, at: int) -> VGroup:
        return VGroup(self.numbers[at], self.lines[at])

    @action("Of the program these lines stand out, the others stand back: {lines}.", needs="program", quiet=True)
    def mark(self, step: StepView, lines: tuple[Count, ...]) -> None:
        """A bar lights up behind each of the lines."""
        lit = {line - 1 for line in lines}
        self._light(lit, lit)

    @action("All lines stand out alike.", needs="program", quiet=True)
    def whole(self, step: StepView) -> None:
        """The bars leave, and all lines come forward."""
        self._light(set(range(len(self.lines))), set())

    def _light(self, forward: set[int], barred: set[int]) -> None:
        """Some lines come forward, all others stand back; behind some of them a bar lights up."""
        receded = self.theme.receded
        moves = [recede(line, 1.0 if at in forward else receded) for at, line in enumerate(self.lines) if len(line)]
        lit = [(bar, float(at in barred)) for at, bar in enumerate(self.bars)]
        bars = [bar[0].animate.set_fill(opacity=FAINT * on) for bar, on in lit]
        bars += [bar[1].animate.set_fill(opacity=on) for bar, on in lit]
        self.play(*moves, *bars, run_time=0.9)
