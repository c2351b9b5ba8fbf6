"""What a script's arguments become in Python: the types that a scene annotates its parameters with.

Owns: `Variable`, `Point`, the aliases `Function`, `Number`, `PlaneVector`, `PlaneMatrix`, `AnyMatrix`,
`Formula`, `Prose`, `Count`, `Flag`, `Question`, `Confusion`, and
`bind`, which makes them from a lesson's argument values. The names are those of
`lesson.signature.ParameterKind`.

Laws:
- A value is bound by its own kind, which `script` read from the scene's file; how an annotation is written (`Flag`,
  `Flag | None`, in quotes or not) changes nothing.
- Binding evaluates nothing but numbers in the model's language, through `formula`.
- A bound value is immutable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from mathora.formula import Formula, Model, ModelFunction, ModelMatrix
from mathora.formula.curves.interval import Interval
from mathora.formula.meaning.read_values import read_ends, read_function, read_key, read_matrix, read_number, read_place
from mathora.lesson import (
    ArrayValue,
    CountValue,
    FlagValue,
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    PictureValue,
    PointValue,
    ProgramValue,
    Shown,
    Text,
    Value,
    WordValue,
)

Function: TypeAlias = ModelFunction
"""A function of the model: `.key`, `.variables`, `.value(*arrays)`, `.partial(variable)`, `.gradient(point)`."""

PlaneVector: TypeAlias = ModelMatrix
"""A vector of the plane, a column of two numbers: `.tree` as it is written, `.entries` exact, `.numbers`."""

PlaneMatrix: TypeAlias = ModelMatrix  # a matrix of two rows and two columns of numbers
AnyMatrix: TypeAlias = ModelMatrix  # any matrix of numbers; a vector is a column

Number: TypeAlias = float
Count: TypeAlias = int
Picture: TypeAlias = PictureValue
ProgramLines: TypeAlias = str
Flag: TypeAlias = bool


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable of the model; `key` is its canonical name (`w_1`), which is also TeX."""

    key: str

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, slots=True)
class Point:
    """Some variables' values, in the written order; `point["w_1"]` is a number in model units."""

    coordinates: tuple[tuple[str, float], ...]

    def __getitem__(self, key: str) -> float:
        return self.mapping()[key]

    def __contains__(self, key: object) -> bool:
        return key in dict(self.coordinates)

    def __iter__(self) -> Iterator[str]:
        return (key for key, _ in self.coordinates)

    def __len__(self) -> int:
        return len(self.coordinates)

    @property
    def values(self) -> tuple[float, ...]:
        """The coordinates, in the written order."""
        return tuple(value for _, value in self.coordinates)

    def mapping(self) -> dict[str, float]:
        """The coordinates by variable, as `Function.gradient` takes them."""
        return dict(self.coordinates)

    @staticmethod
    def at(**coordinates: float) -> Point:
        """A point from keywords: `Point.at(w_1=1, w_2=1)`."""
        return Point(tuple((key, float(value)) for key, value in coordinates.items()))


def bind(value: Value, model: Model, formulas: Callable[[Text], Formula]) -> object:  # noqa: PLR0911 - a row a kind
    """The Python value of an argument: one of the types above, a word, or a tuple of them.

    `formulas` gives the proven ones.
    """
    match value:
        case ListValue():
            return tuple(bind(item, model, formulas) for item in value.items)
        case NameValue() | NumberValue() | PointValue() | IntervalValue() | ArrayValue():
            return _of_model(value, model)
        case WordValue() | ProgramValue():
            return value.text.value
        case FlagValue():
            return value.on
        case CountValue():
            return value.number
        case Shown():
            return formulas(value.tex)
    return value


def _of_model(value: NameValue | NumberValue | PointValue | IntervalValue | ArrayValue, model: Model) -> object:
    """A value that is written in the model's language."""
    match value:
        case NameValue(tex=tex, of="function"):
            return read_function(tex, model)
        case NameValue(tex=tex):
            return Variable(read_key(tex, model))
        case NumberValue(tex=tex):
            return read_number(tex, model)
        case PointValue():
            return Point(tuple(read_place(value, model).items()))
        case ArrayValue(tex=tex):
            return read_matrix(tex, model)
        case IntervalValue():
            return Interval(*read_ends(value, model))
