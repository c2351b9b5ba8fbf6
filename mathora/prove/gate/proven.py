"""A lesson all of whose formulas hold.

Owns: `Proven`. "Proved before drawn" is this type: its constructor refuses anything else, and only a `Proven` is
rendered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from mathora.formula.tree import Formula
from mathora.formula.tree.model import Model
from mathora.lesson import Lesson, Text
from mathora.prove.verdict import Receipt


@dataclass(frozen=True)
class Proven:
    """A lesson, its model, and a receipt for each formula in it. Picklable."""

    lesson: Lesson
    model: Model
    receipts: tuple[Receipt, ...]
    formulas: tuple[Formula, ...] = field(repr=False)

    def __post_init__(self) -> None:
        failing = [receipt for receipt in self.receipts if not receipt.verdict.holds]
        if failing:
            raise ValueError(f"not proved: {', '.join(f'{one.place} {one.tex}' for one in failing)}")

    def formula(self, text: Text) -> Formula:
        """The formula of a TeX text of the lesson; the same text means the same everywhere in it. Raises KeyError."""
        return self._by_text[text.value]

    def only(self, section: str) -> Proven:
        """What is needed to draw one section: no other, and each different formula with its receipt once."""
        own = tuple(one for one in self.lesson.sections if one.id == section)
        receipts = {receipt.tex: receipt for receipt in reversed(self.receipts)}
        lesson = self.lesson.model_copy(update={"sections": own})
        return Proven(lesson, self.model, tuple(receipts.values()), tuple(self._by_text.values()))

    @cached_property
    def _by_text(self) -> dict[str, Formula]:
        return {formula.text.value: formula for formula in reversed(self.formulas)}
