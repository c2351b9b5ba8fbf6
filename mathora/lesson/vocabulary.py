"""The vocabulary of a lesson: what an author wrote, validated, every part knowing its place.

Owns: `Lesson` and all that it is made of. `script` makes it, every other room reads it.

Laws:
- Immutable, and complete: a `Lesson` that exists has passed every check that needs no mathematics.
- No mathematics is done here: TeX is kept as `Text`, exactly as written; `formula` reads it, `prove` judges it.
- Two lessons that differ only in places (line numbers, file name) are equal.
"""

from __future__ import annotations

import re
from typing import Literal

from pydantic import BaseModel, ConfigDict

from mathora.lesson.source import Text

Role = Literal["claim", "given", "mistake", "schematic"]
"""What an author says of a formula: to be proved · assumed from here on · to be refuted · an ellipsis, opted in."""

Kind = Literal[
    "real", "positive", "nonnegative", "integer", "natural", "complex", "vector", "matrix", "set", "event", "random"
]
ColourName = Literal["blue", "orange", "yellow", "green", "pink", "purple", "red", "teal"]
ThemeName = Literal["dark", "light"]
LanguageName = Literal["en", "de"]
"""The languages that Mathora speaks; a lesson is written in one of them."""

VoiceName = Literal["standard", "hibari", "espeak-ng", "none"]
"""Who speaks a lesson: the voice of its language, a voice by name, nobody. A command is never named in a lesson."""

CLAIM_WORD = re.compile(r"(?<![\\a-z_])[a-z][a-z_]+")
"""A bare word in a scene's claim: a parameter's name of two letters or more, and no command."""

VARIABLE = "variable"
"""The word that stands for the first variable of a scene's function."""

OF_FUNCTION = frozenset({VARIABLE, "value", "least", "greatest"})
"""The words that speak of a scene's function: its first variable, its value there, the ends of the variable's range."""

OF_LIST = re.compile(r"(total|count)\(([a-z_]+)(?: by ([a-z_]+))?\)")
"""The sum of a list of numbers, or of each of its equal parts (`total(shares by groups)`: one part for each group), and
how many items a list has."""


class Part(BaseModel):
    """A frozen part of a lesson."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


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


class Prose(Part):
    """A text of the author's: words, formulas and checked numbers in their order; `text` is the whole as written.

    Only a narration has `cues`; they are not among its words.
    """

    text: Text
    pieces: tuple[Words | Maths | CheckedNumber, ...]
    cues: tuple[MoveCue, ...] = ()


class Shown(Part):
    """A displayed formula. `waive` is the author's written reason to show it undecided; `tol` belongs to `≈`."""

    tex: Text
    role: Role = "claim"
    waive: Text | None = None
    tol: Text | None = None


class Declaration(Part):
    r"""One entry of the model: `V(x): {is: x (6-2x)^2, domain: 0 \le x \le 3}`.

    `head` is the name, with its parameters if it is a function; `body` what it is, if the author defines it (else it
    is a free variable or an unknown function); `domain` relations that hold for its parameters (or for itself).
    `shape` is (rows, columns) of a matrix, (length, 1) of a vector.
    """

    head: Text
    body: Text | None = None
    domain: tuple[Text, ...] = ()
    kind: Kind | None = None
    shape: tuple[int, int] | None = None
    unit: Text | None = None


class ModelSource(Part):
    """The model as written; `formula` reads it into names and functions."""

    declarations: tuple[Declaration, ...] = ()


class ColourRule(Part):
    """`w_1: blue`: this symbol (TeX) carries this colour everywhere."""

    symbol: Text
    colour: ColourName


class Pronunciation(Part):
    """`Euler: oiler`: a word, and what a voice says for it; nothing that is read changes."""

    word: Text
    said: Text


class Course(Part):
    """Where the lesson stands in its course; what the title card shows."""

    track: Prose
    unit: Prose
    number: int
    level: Text
    minutes: int


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


class PictureValue(Part):
    """A picture of the author's: where the script names it, what its content is, its bytes, and its size in pixels (of
    an SVG, in its own units).
    """

    path: Text
    form: Literal["png", "jpeg", "svg"]
    data: bytes
    width: float
    height: float


class ListValue(Part):
    """A list of values of one kind."""

    items: tuple[Value, ...]


ModelValue = NameValue | NumberValue | PointValue | IntervalValue | ArrayValue
"""What is written in the model's language."""

Value = (
    ModelValue | WordValue | FlagValue | CountValue | Prose | Shown | Question | Confusion | PictureValue | ListValue
)


class Argument(Part):
    """A value the script gives to a parameter of a scene or an action."""

    name: str
    value: Value


class ActionUse(Part):
    """What one scene does in a step: `action` is a method of the scene, `show` are the formulas that it displays."""

    action: Text
    arguments: tuple[Argument, ...] = ()
    show: tuple[Shown, ...] = ()


class Step(ActionUse):
    """The unit of narration, slide, cache, worker task and chapter mark.

    What the section's scene does, and what is said. `id` is unique in its section; `section.id/step.id` addresses the
    step in every product. `say` is the narration, `rest` the silence after it in seconds. `beside` is what the scene
    beside does meanwhile.
    """

    id: str
    say: Prose
    rest: float = 0.0
    beside: ActionUse | None = None

    @property
    def acts(self) -> tuple[ActionUse, ...]:
        """What is done in the step: by the section's scene, then by the one beside it."""
        return (self,) if self.beside is None else (self, self.beside)

    @property
    def displays(self) -> tuple[Shown, ...]:
        """All formulas that the step displays."""
        return tuple(shown for act in self.acts for shown in act.show)


class SceneClaim(Part):
    r"""What a scene's picture says of its parameters: `side = sheet - 2 variable`, told at the parameter `at`.

    In `relation` (TeX) a bare word is a parameter of the scene; `variable` is the first variable of its `function`,
    `value` the function's value, `least` and `greatest` the ends of the variable's range. A list stands for each of its
    items (a list of fewer items beside it for equal parts of them); `total(shares)` is the sum of a list,
    `count(names)` its length.
    """

    at: str
    relation: str

    @property
    def words(self) -> frozenset[str]:
        """The bare words of the relation, those of lists among them."""
        lists = {name for _, *names in OF_LIST.findall(self.relation) for name in names if name}
        return frozenset(CLAIM_WORD.findall(OF_LIST.sub("", self.relation))) | lists


NeedName = Literal[
    "variables",
    "bounded",
    "somewhere",
    "everywhere",
    "varies",
    "inside",
    "within",
    "coordinates",
    "freezes",
    "of",
    "among",
    "value",
    "slope",
    "given",
    "positive",
    "steep",
    "reached",
    "even",
    "levels_out",
    "descends",
]
"""What a scene may need of a value; `signature.NEEDS` says what each of them means."""


class Need(Part):
    """A scene's need of a value that the script gives: told at `at`, of the parameter `parameter`, with the reason.

    `given` are the values that `subject` is held against; None stands for a parameter that was left out.
    """

    at: Text
    parameter: str
    name: NeedName
    subject: Value
    given: tuple[Value | int | None, ...] = ()
    why: str


class SceneUse(Part):
    """A scene, with what a section gives it: `claims` are what its picture says, `needs` what it needs of that."""

    scene: Text
    arguments: tuple[Argument, ...] = ()
    claims: tuple[SceneClaim, ...] = ()
    needs: tuple[Need, ...] = ()


class Section(SceneUse):
    """A chapter: a scene that plays its steps in their order; a second one may stand `beside` it.

    `before` are the steps of the sections that it continues: it begins with the picture that they leave behind.
    """

    id: str
    title: Prose
    steps: tuple[Step, ...]
    beside: SceneUse | None = None
    before: tuple[Step, ...] = ()

    @property
    def scenes(self) -> tuple[SceneUse, ...]:
        """The scenes that stand in it: its own, then the one beside."""
        return (self,) if self.beside is None else (self, self.beside)


class Lesson(Part):
    """A whole lesson. `words_per_minute` is the reading speed that holds are computed from; `voice` says who speaks."""

    id: str
    file: str
    language: LanguageName = "en"
    title: Prose
    course: Course
    summary: Prose | None = None
    model: ModelSource = ModelSource()
    colours: tuple[ColourRule, ...] = ()
    theme: ThemeName = "dark"
    words_per_minute: int = 150
    voice: VoiceName = "standard"
    pronounce: tuple[Pronunciation, ...] = ()
    sections: tuple[Section, ...]


ListValue.model_rebuild()
