"""What an author writes into a lesson: texts with their formulas and numbers, questions, values of parameters.

Owns: `Part`, the texts (`Prose` and its pieces, `Shown`), `Question`, `Confusion`, and `Value`, each kind of value that
a script gives to a parameter.

Laws:
- Immutable; TeX is kept as `Text`, exactly as written.
- Two values that differ only in places are equal.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import Field, dataclass
from typing import Any, ClassVar, Literal, dataclass_transform

from mathora.lesson.source import Text

Role = Literal["claim", "given", "definition", "mistake", "schematic"]
"""What an author says of a formula: to be proved · assumed from here on · new ·
to be refuted · an ellipsis, opted in."""


LAST_CHARACTER = 0x10FFFF  # of Unicode


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Part:
    """A frozen part of a lesson: each of its classes is a frozen dataclass that is made by the names of its fields."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init_subclass__(cls) -> None:
        dataclass(frozen=True, kw_only=True)(cls)


class Words(Part):
    """Plain words of a sentence, shown literally."""

    text: Text


class Maths(Part):
    """`$…$` in a sentence: a formula like any other, it goes through the gate. `tex` is without the dollars."""

    tex: Text


class CheckedNumber(Part):
    """`[9.8](V(0.35))` in a sentence: shows `9.8`, and the gate checks it against the expression.

    With decimals the number must be the expression rounded at its last place; a whole number must equal it. `rounded`:
    the words say that it is about that much (`about [91](100 B)`), so a whole number is rounded; so is a percentage.
    """

    shown: Text
    source: Text
    rounded: bool = False


class MoveCue(Part):
    """`{cut}` in a narration: the word after it starts the picture's move of this name.

    It stands before character `offset` of piece `piece`; a piece of that number may not be there (the text's end).
    """

    name: Text
    piece: int
    offset: int


class TermCue(Part):
    r"""`{$P(T)$}` in a narration: with the word after it this part of a formula on the picture is lit; it is not said.

    It stands as a `MoveCue` does.
    """

    tex: Text
    piece: int
    offset: int


class Prose(Part):
    """A text of the author's: words, formulas and checked numbers in their order; `text` is the whole as written.

    Only a narration has `cues` and `pointed`; they are not among its words.
    """

    text: Text
    pieces: tuple[Words | Maths | CheckedNumber, ...]
    cues: tuple[MoveCue, ...] = ()
    pointed: tuple[TermCue, ...] = ()


class Shown(Part):
    """A displayed formula. `waive` is the author's written reason to show it undecided; `tol` belongs to `≈`."""

    tex: Text
    role: Role = "claim"
    waive: Text | None = None
    tol: Text | None = None


class Option(Part):
    r"""One answer of a question: its text, whether it is right, and why.

    If the question has a claim, `answer` (TeX) is put for `\answer` in it: proved for the correct option, refuted for
    the others.
    """

    text: Prose
    correct: bool
    why: Prose
    answer: Text | None = None


class Question(Part):
    r"""A quick check: the question, its options (two or more, exactly one correct) and the claim that decides them.

    `claim` is a formula with the placeholder `\answer`; a question in words has none, and then no option has an answer.
    """

    ask: Prose
    options: tuple[Option, ...]
    claim: Text | None = None


class Confusion(Part):
    """A myth and the fact that clears it; the formulas show the myth refuted and the fact proved."""

    myth: Prose
    fact: Prose
    wrong: Shown | None = None
    right: Shown | None = None


class NameValue(Part):
    """A name of the model, as TeX: a variable, or a function without its parameters; `of` says which is wanted."""

    tex: Text
    of: Literal["variable", "function"] = "variable"


class NumberValue(Part):
    r"""A number in the model's language: `0.35`, `\frac{1}{3}`, `-2`."""

    tex: Text


class PointValue(Part):
    """`{w_1: 1, w_2: 1}`: a number for each of some variables, in the written order."""

    coordinates: tuple[tuple[Text, Text], ...]


class IntervalValue(Part):
    """`[0, 3]`: two numbers, the first below the second."""

    low: Text
    high: Text


ArrayKind = Literal["PlaneVector", "PlaneMatrix", "AnyMatrix"]
"""A vector of the plane, a matrix that moves the plane, any matrix (a vector is a column)."""


class ArrayValue(Part):
    r"""A vector or a matrix in the model's language: `v`, `A v`, `(1, 2)`; its entries are numbers."""

    tex: Text
    of: ArrayKind


class WordValue(Part):
    """One of a parameter's listed words, as written."""

    text: Text


class FlagValue(Part):
    """`true` or `false`, as written and as what it means."""

    text: Text
    on: bool


class CountValue(Part):
    """A whole number from 0 on, as written and as what it means."""

    text: Text
    number: int


class ProgramValue(Part):
    """Lines of a program, as written; they are shown, never run."""

    text: Text


class PictureValue(Part):
    """A picture of the author's: where the script names it, what its content is, its bytes, and its size in pixels (of
    an SVG, in its own units).
    """

    path: Text
    form: Literal["png", "jpeg", "svg"]
    data: bytes
    width: float
    height: float


class FontValue(Part):
    """A font of the course's: where `course.yaml` names it, its file's bytes, and the characters that it has, as
    ascending ranges with both ends.
    """

    path: Text
    data: bytes
    characters: tuple[tuple[int, int], ...]

    def has(self, character: str) -> bool:
        """Whether it has a glyph for a character."""
        at = bisect_right(self.characters, (ord(character), LAST_CHARACTER)) - 1
        return at >= 0 and ord(character) <= self.characters[at][1]


class ListValue(Part):
    """A list of values of one kind."""

    items: tuple[Value, ...]


ModelValue = NameValue | NumberValue | PointValue | IntervalValue | ArrayValue
"""What is written in the model's language."""

Value = (
    ModelValue
    | WordValue
    | FlagValue
    | CountValue
    | Prose
    | Shown
    | Question
    | Confusion
    | PictureValue
    | ProgramValue
    | ListValue
)


class Argument(Part):
    """A value the script gives to a parameter of a scene or an action."""

    name: str
    value: Value
