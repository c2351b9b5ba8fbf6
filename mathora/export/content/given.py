"""What a script gives to the parts of an interactive, read in the lesson's model.

Owns: `GivenParts`.

Law: what is not given, or is of another kind, is nothing: no number, no name, no function.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mathora.export.content.speller import Speller
from mathora.export.content.story import marked, spoken
from mathora.formula import Model, ModelFunction, numbers_of_index, read
from mathora.formula.meaning.read_values import read_ends, read_function, read_matrix, read_number, read_place
from mathora.formula.tree import Symbol
from mathora.lesson import (
    ArrayValue,
    CountValue,
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    PointValue,
    Prose,
    Section,
    Shown,
    Value,
)


@dataclass(frozen=True)
class GivenParts:
    """The `values` that a scene in a `section` is given, by the names of the interactive's parts."""

    section: Section
    values: Mapping[str, Value]
    speller: Speller

    @property
    def model(self) -> Model:
        """The lesson's."""
        return self.speller.proven.model

    def items(self, part: str) -> tuple[Value, ...]:
        """The items of a list."""
        return value.items if isinstance(value := self.values.get(part), ListValue) else ()

    def count(self, part: str, default: int) -> int:
        """A whole number."""
        return value.number if isinstance(value := self.values.get(part), CountValue) else default

    def number(self, part: str, default: float) -> float:
        """A number."""
        return (
            read_number(value.tex, self.model) if isinstance(value := self.values.get(part), NumberValue) else default
        )

    def numbers(self, part: str) -> list[float]:
        """A list of numbers, or of formulas that are numbers."""
        return [read_number(one.tex, self.model) for one in self.items(part) if isinstance(one, NumberValue | Shown)]

    def names(self, part: str) -> list[str]:
        """A list of texts, as they are said."""
        return [spoken(self.speller.sentence(one)) for one in self.items(part) if isinstance(one, Prose)]

    def point(self, part: str) -> dict[str, float]:
        """A point's numbers by its variables."""
        return read_place(value, self.model) if isinstance(value := self.values.get(part), PointValue) else {}

    def points(self, part: str) -> list[dict[str, float]]:
        """The same of each point in a list."""
        return [read_place(one, self.model) for one in self.items(part) if isinstance(one, PointValue)]

    def ends(self, part: str) -> tuple[float, float] | None:
        """The ends of an interval."""
        return read_ends(value, self.model) if isinstance(value := self.values.get(part), IntervalValue) else None

    def function(self, part: str) -> ModelFunction | None:
        """A function of the model."""
        return read_function(value.tex, self.model) if isinstance(value := self.values.get(part), NameValue) else None

    def functions(self, part: str) -> list[ModelFunction]:
        """The functions of a list."""
        return [read_function(one.tex, self.model) for one in self.items(part) if isinstance(one, NameValue)]

    def matrix(self, part: str) -> tuple[tuple[float, ...], ...]:
        """A matrix, by its rows; a vector is a column."""
        value = self.values.get(part)
        return read_matrix(value.tex, self.model).numbers if isinstance(value, ArrayValue) else ()

    def data(self, part: str) -> list[float]:
        """The numbers of a name with an index, x_i."""
        value = self.values.get(part)
        node = read(value.tex, self.model).tree if isinstance(value, NameValue) else None
        return [float(one) for one in numbers_of_index(self.model, node)] if isinstance(node, Symbol) else []

    def axes(self) -> list[str]:
        """What the axes of the data `x` and `y` are called: x of x_i."""
        named = [self.values.get(part) for part in ("x", "y")]
        return [one.tex.value.partition("_")[0] for one in named if isinstance(one, NameValue)]

    def label(self, key: str) -> dict[str, str]:
        """A name of the model as a picture's script writes it."""
        return marked(self.speller.symbol(key))

    def words(self, kind: str) -> Mapping[str, str]:
        """What the sliders of a kind of picture are called in the lesson's language."""
        return self.speller.words.dials_plays[kind].names
