"""A lesson all of whose formulas hold.

Owns: `Proven`. "Proved before drawn" is this type, and only a `Proven` is rendered.

Laws:
- The constructor collects by itself all that the lesson displays, and refuses a lesson with an entry that has no
  receipt at its place, or whose receipt does not hold. What it is told by its caller, it does not believe.
- A receipt is for the text that stands at its place; one for another text is none.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from functools import cached_property

from mathora.formula.tree import Formula
from mathora.formula.tree.model import Model
from mathora.lesson import Lesson, Text
from mathora.prove.gate.displayed import displayed, texts
from mathora.prove.verdict import Receipt


@dataclass(frozen=True)
class Proven:
    """A lesson, its model, and a receipt for each formula in it. Picklable."""

    lesson: Lesson
    model: Model
    receipts: tuple[Receipt, ...]
    formulas: tuple[Formula, ...] = field(repr=False)

    def __post_init__(self) -> None:
        failing = [f"{one.place} {one.tex}" for one in self.receipts if not one.verdict.holds]
        shown = {(one.place, one.shown) for one in self.receipts}
        missing = [
            f"{text.place} {text.value}"
            for entry in displayed(self.lesson)
            for text in texts(entry)
            if (text.place, text.value) not in shown
        ]
        if failing or missing:
            raise ValueError(f"not proved: {', '.join([*failing, *missing])}")

    def part(self, sections: Container[str]) -> Proven:
        """The lesson with these sections alone, by id; what the others assume still holds."""
        kept = tuple(section for section in self.lesson.sections if section.id in sections)
        return replace(self, lesson=replace(self.lesson, sections=kept))

    def formula(self, text: Text) -> Formula:
        """The formula of a TeX text of the lesson; the same text means the same everywhere in it. Raises KeyError."""
        return self._by_text[text.value]

    @cached_property
    def _by_text(self) -> dict[str, Formula]:
        return {formula.text.value: formula for formula in reversed(self.formulas)}
