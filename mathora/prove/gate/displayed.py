"""Everything in a lesson that goes through the gate, in the order of the script.

Owns: `displayed`, the kinds of entries (a formula, a checked number, an answer of a quiz, a parameter, a label, what
scenes need), and
`texts`: what of an entry is shown as maths and so needs a receipt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mathora.lesson import (
    CLAIM_WORD,
    OF_FUNCTION,
    OF_LIST,
    Argument,
    ArrayValue,
    CheckedNumber,
    Confusion,
    CountValue,
    IntervalValue,
    Lesson,
    ListValue,
    Maths,
    ModelValue,
    NameValue,
    NumberValue,
    PointValue,
    Prose,
    Question,
    Role,
    SceneClaim,
    SceneUse,
    Section,
    Shown,
    Step,
    Text,
    Value,
)


@dataclass(frozen=True)
class Claimed:
    """A displayed formula. `lenient`: it stands in a wrong answer or a myth, and may be false (but not undecided)."""

    address: str
    text: Text
    role: Role = "claim"
    shown: Shown | None = None
    lenient: bool = False


@dataclass(frozen=True)
class Pointed:
    """A term that a narration points at, and the texts of which one has to hold it: what stands on the picture."""

    address: str
    text: Text
    among: tuple[Text, ...]


@dataclass(frozen=True)
class Counted:
    """A number in a sentence, with the expression it must be the value of."""

    address: str
    number: CheckedNumber


@dataclass(frozen=True)
class Asked:
    """A question whose claim decides its options."""

    address: str
    question: Question


@dataclass(frozen=True)
class Given:
    """A parameter in the model's language; it claims nothing, but has to fit the model."""

    address: str
    value: ModelValue


FUNCTION = "function"  # the parameter whose first variable a claim calls `variable`
HELD = "held"  # the parameter whose variables it does not mean


@dataclass(frozen=True)
class Labelled:
    """What the picture of one of a section's scenes says of its parameters; of lists, this is the `row`th item's."""

    address: str
    scene: SceneUse
    claim: SceneClaim
    row: int = 0

    @property
    def given(self) -> dict[str, Text]:
        """The texts of the scene's parameters that can stand in a claim, by their names; of a list its item here."""
        found: dict[str, Text] = {}
        for argument in self.scene.arguments:
            match argument.value:
                case (
                    NumberValue(tex=text)
                    | NameValue(tex=text)
                    | ArrayValue(tex=text)
                    | Shown(tex=text)
                    | CountValue(text=text)
                ):
                    found[argument.name] = text
        return found | {name: items[self.row * len(items) // self.rows] for name, items in self.lists.items()}

    @property
    def held(self) -> tuple[Text, ...]:
        """The variables that a point of the scene holds: of these the function is no function here."""
        points = (one.value for one in self.scene.arguments if one.name == HELD)
        return tuple(key for one in points if isinstance(one, PointValue) for key, _ in one.coordinates)

    @property
    def lists(self) -> dict[str, tuple[Text, ...]]:
        """The texts of the scene's lists, by their names."""
        found: dict[str, tuple[Text, ...]] = {}
        for argument in self.scene.arguments:
            if isinstance(argument.value, ListValue) and argument.value.items:
                found[argument.name] = tuple(_text_of(item) for item in argument.value.items)
        return found

    @property
    def rows(self) -> int:
        """How often the claim is made: once for each item of the longest list that it runs through."""
        through = [by for _, _, by in OF_LIST.findall(self.claim.relation)]
        through += CLAIM_WORD.findall(OF_LIST.sub("", self.claim.relation))
        return max((len(self.lists[name]) for name in through if name in self.lists), default=1)

    @property
    def text(self) -> Text | None:
        """Where the claim is told; None, and nothing is claimed, if a parameter that it names is left out."""
        needed = {self.claim.at, *(FUNCTION if word in OF_FUNCTION else word for word in self.claim.words)}
        return self.given[self.claim.at] if needed <= set(self.given) else None


def _text_of(item: Value) -> Text:
    """Where an item of a list stands, and as what."""
    match item:
        case NumberValue(tex=text) | NameValue(tex=text) | Shown(tex=text) | CountValue(text=text) | Prose(text=text):
            return text
    return Text.written("", "<item>")


@dataclass(frozen=True)
class Needed:
    """What a scene needs of the values that a section gives it; `seen` is all maths of the section's pictures."""

    scene: SceneUse
    seen: tuple[Text, ...]


Entry = Claimed | Pointed | Counted | Asked | Given | Labelled | Needed


def displayed(lesson: Lesson) -> Iterator[Entry]:
    """All entries of a lesson."""
    yield from _prose(lesson.title, "title")
    for prose in (lesson.course.track, lesson.course.unit):
        yield from _prose(prose, "course")
    if lesson.summary is not None:
        yield from _prose(lesson.summary, "summary")
    for section in lesson.sections:
        yield from _prose(section.title, section.id)
        for scene in () if section.before else section.scenes:  # what it continues has given the rest
            yield from _arguments(scene.arguments, section.id)
            for claim in scene.claims:
                yield from (Labelled(section.id, scene, claim, row) for row in range(Labelled("", scene, claim).rows))
        for step in section.steps:
            yield from _step(step, f"{section.id}/{step.id}")
        seen = tuple(_seen(section, section.steps))
        for at, step in enumerate(section.steps):
            stands = tuple(_seen(section, section.steps[: at + 1])) if step.say.pointed else ()
            yield from (Pointed(f"{section.id}/{step.id}", one.tex, stands) for one in step.say.pointed)
        yield from (Needed(scene, seen) for scene in section.scenes)


def texts(entry: Entry) -> Iterator[Text]:
    """The maths of an entry that has to be proved before it is shown; a parameter shows nothing by itself."""
    match entry:
        case Claimed(text=text):
            yield text
        case Counted(number=number):
            yield number.shown
        case Asked(question=question):
            yield from (option.answer for option in question.options if option.answer is not None)
        case Labelled(text=Text() as text) if not entry.claim.measured:
            yield text


def _seen(section: Section, steps: Sequence[Step]) -> Iterator[Text]:
    """The maths that the pictures of a section's steps are made of: not what is only said."""
    acts = [act for step in (*section.before, *steps) for act in step.acts]
    entries = [*_prose(section.title, ""), *(_shown(one, "") for act in acts for one in act.show)]
    given = [one.arguments for one in section.scenes] + [one.arguments for one in acts]
    entries += [entry for arguments in given for entry in _arguments(arguments, "")]
    for entry in entries:
        yield from _written(entry.value) if isinstance(entry, Given) else texts(entry)


def _written(value: ModelValue) -> Sequence[Text]:
    """The texts of a value in the model's language."""
    match value:
        case PointValue(coordinates=coordinates):
            return [text for pair in coordinates for text in pair]
        case IntervalValue(low=low, high=high):
            return [low, high]
        case NameValue(tex=tex) | NumberValue(tex=tex) | ArrayValue(tex=tex):
            return [tex]


def _step(step: Step, address: str) -> Iterator[Entry]:
    for act in step.acts:
        yield from _arguments(act.arguments, address)
    yield from _prose(step.say, address)
    for shown in step.displays:
        yield _shown(shown, address)


def _shown(shown: Shown, address: str) -> Claimed:
    return Claimed(address, shown.tex, shown.role, shown)


def _prose(prose: Prose, address: str, *, lenient: bool = False) -> Iterator[Entry]:
    for piece in prose.pieces:
        match piece:
            case Maths(tex=tex):
                yield Claimed(address, tex, lenient=lenient)
            case CheckedNumber():
                yield Counted(address, piece)


def _arguments(arguments: tuple[Argument, ...], address: str) -> Iterator[Entry]:
    for argument in arguments:
        yield from _value(argument.value, address)


def _value(value: Value, address: str) -> Iterator[Entry]:
    match value:
        case ListValue(items=items):
            for item in items:
                yield from _value(item, address)
        case Prose():
            yield from _prose(value, address)
        case Shown():
            yield _shown(value, address)
        case Question():
            yield from _question(value, address)
        case Confusion():
            yield from _confusion(value, address)
        case NameValue() | NumberValue() | PointValue() | IntervalValue() | ArrayValue():
            yield Given(address, value)


def _question(question: Question, address: str) -> Iterator[Entry]:
    yield from _prose(question.ask, address)
    for option in question.options:
        for entry in _prose(option.text, address, lenient=not option.correct):
            if question.claim is None or not isinstance(entry, Claimed) or entry.text != option.answer:
                yield entry  # what is put into the claim is judged there: `x = 2` alone is none
        yield from _prose(option.why, address)
    if question.claim is not None:
        yield Asked(address, question)


def _confusion(confusion: Confusion, address: str) -> Iterator[Entry]:
    yield from _prose(confusion.myth, address, lenient=True)
    yield from _prose(confusion.fact, address)
    if confusion.wrong is not None:
        yield Claimed(address, confusion.wrong.tex, "mistake", confusion.wrong)
    if confusion.right is not None:
        yield _shown(confusion.right, address)
