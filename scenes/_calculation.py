"""Verbs that show how one line becomes the next: what a calculation on a page can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from manim import VGroup

from mathora.stage import Formula, FormulaMobject, LessonScene, Prose, StepView, Variable, action
from mathora.stage.figures.pages.calculation import Calculation
from mathora.stage.figures.pages.page import Page


class CalculationScene(LessonScene, ABC):
    """A scene with a page of lines, each of which may come from the last by a verb; every step is proved."""

    writes_formulas = True

    needs: ClassVar = (
        ("cancel.term", "cancels(shown, shown before)", "it is struck out twice"),
        ("factor_out.term", "factors_out(shown, shown before)", "it goes before the bracket"),
        ("distribute.term", "distributes(shown, shown before)", "it goes into every term"),
        ("drop_constant.term", "drops(variable, shown, shown before)", "it becomes 0"),
        ("power_rule.variable", "lowers(shown, shown before)", "its exponent becomes the factor"),
        ("take_across.term", "takes_across(shown, shown before)", "it goes to the other side"),
    )

    @abstractmethod
    def lined_page(self) -> Page:
        """The page of lines, as it stands when a verb begins."""

    @property
    @abstractmethod
    def lines(self) -> Sequence[FormulaMobject]:
        """The formulas that stand."""

    def stay(self, step: StepView) -> None:
        """What the step shows is the next line, unless it stands already: a page has no place beside it."""
        standing = [one.tree for one in self.lines]
        if fresh := [one for one in step.formulas if one.tree not in standing]:
            self.lined_page().write(fresh, VGroup())

    def said(self, reason: Prose | None) -> VGroup:
        """A line's reason, as the page sets it."""
        page = self.lined_page()
        return self.prose_mobject(reason, page.reason_width, page.reason_size) if reason else VGroup()

    def _step(self, step: StepView, reason: Prose | None) -> Calculation | None:
        """A step from the last line; None where there is no line before, and the new one is only written."""
        page = self.lined_page()
        if page.lines and step.formulas:
            return Calculation(page, step.formulas[0], self.said(reason))
        page.write(step.formulas, self.said(reason))
        return None

    @action("In a copy of the last line {term} is struck out where it cancels; the rest is the next line.", shows=True)
    def cancel(self, step: StepView, term: Formula, reason: Prose | None = None) -> None:
        """A common factor above and below one bar, or a term that is added and taken away."""
        if work := self._step(step, reason):
            work.cancel(term)
            self._write_rest(step)

    @action("In a copy of the last line {term} goes from every term before a bracket.", shows=True)
    def factor_out(self, step: StepView, term: Formula, reason: Prose | None = None) -> None:
        """A factor that every term of a sum has."""
        if work := self._step(step, reason):
            work.factor_out(term)
            self._write_rest(step)

    @action("In a copy of the last line {term} goes from before the bracket into every term.", shows=True)
    def distribute(self, step: StepView, term: Formula, reason: Prose | None = None) -> None:
        """A factor before a sum in brackets."""
        if work := self._step(step, reason):
            work.distribute(term)
            self._write_rest(step)

    @action(
        "In a copy of the last line {term} is framed as a constant: it does not change with {variable}, and becomes 0.",
        shows=True,
    )
    def drop_constant(self, step: StepView, term: Formula, variable: Variable, reason: Prose | None = None) -> None:
        """A term of a sum that is derived, without the variable."""
        if work := self._step(step, reason):
            work.drop_constant(term)
            self._write_rest(step)

    @action(
        "In a copy of the last line the exponent of {variable} steps down and becomes the factor: the power rule.",
        shows=True,
    )
    def power_rule(self, step: StepView, variable: Variable, reason: Prose | None = None) -> None:
        """A power of the variable, derived by it."""
        if work := self._step(step, reason):
            work.lower_power(variable.key)
            self._write_rest(step)

    @action("In a copy of the last line {term} goes over the equals sign to the other side.", shows=True)
    def take_across(self, step: StepView, term: Formula, reason: Prose | None = None) -> None:
        """A term, which turns its sign, or a factor, which divides the other side."""
        if work := self._step(step, reason):
            work.take_across(term)
            self._write_rest(step)

    def _write_rest(self, step: StepView) -> None:
        """What else the step shows, line by line."""
        self.lined_page().write(step.formulas[1:], VGroup())
