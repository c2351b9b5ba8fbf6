"""What a picture may depend on, as a value: all that a scene is given of a lesson.

Owns: `SectionView` with its `Opening`, `VisualStep`, `VisualAct` and `Known`; `section_view`, which takes
it from a proven lesson.

Laws:
- What is not here is not drawn: no narration, no rest, no place in the script, no other section, and nothing of a step
  before its turn comes. A scene has no way to them: the value holds none. A section that continues another begins with
  that one's visual steps, and with nothing else of it.
- Of the model there is the part that has been named: by the scene's arguments and title, by this step or by one before
  it, and what those names name in turn. Of the colours there are those whose symbols have been named.
- Formulas stand as they are read: their text is the writer's normal form, so that a blank in the script's LaTeX makes
  no other view. What only the gate needs (a waiver, a tolerance, a question's claim) is left out.
- Equal views draw equal pictures: `SectionView.digests` is what a step's key is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mathora.formula import Formula, Model, Name, Node, read, symbol_key, write_latex
from mathora.formula.inspection.naming import base_of, keys_in, mapped, trees_of, without_spans
from mathora.formula.tree import Symbol
from mathora.lesson import (
    ActionUse,
    Argument,
    ArrayValue,
    CheckedNumber,
    ColourName,
    Confusion,
    CountValue,
    FlagValue,
    IntervalValue,
    LanguageName,
    Lesson,
    LessonPart,
    ListValue,
    Maths,
    NameValue,
    NumberValue,
    PictureValue,
    PointValue,
    ProgramValue,
    Prose,
    Question,
    Role,
    SceneSignature,
    SceneUse,
    Section,
    Shown,
    Step,
    Text,
    ThemeName,
    Value,
    Words,
    WordValue,
)
from mathora.plan.aside import FormulasShown, acts_on, are_quiet, first_shown
from mathora.plan.digest import digest_of
from mathora.plan.format import FrameFormat

if TYPE_CHECKING:
    from mathora.prove import Proven


PartValue = Prose | str | int | PictureValue | None
"""A part of the lesson itself; None for a logo that the course has not."""


@dataclass(frozen=True, slots=True)
class Known:
    """What becomes known: names of the model (by key), colours of symbols (trees), formulas with their trees."""

    names: tuple[Name, ...] = ()
    colours: tuple[tuple[Node, ColourName], ...] = ()
    formulas: tuple[Formula, ...] = ()


@dataclass(frozen=True, slots=True)
class Opening:
    """What a section begins with.

    `title` is None where the scene draws none. `formulas` are those of a section that goes on from this picture, too;
    where it is `quiet`, nothing at all comes beside the figures.
    `lesson` has the parts of the lesson that the scene says it draws.
    `palette` are the course's own colours, in place of the theme's of the same names.
    `fonts` are the files' contents of the course's own fonts; the first is that of all words if `own_typeface`.
    `beside` is what a second scene, which stands beside the section's own, begins with.
    """

    scene: str
    arguments: tuple[Argument, ...]
    title: Prose | None
    formulas: FormulasShown
    lesson: tuple[tuple[LessonPart, PartValue], ...]
    theme: ThemeName
    palette: tuple[tuple[ColourName, str], ...]
    fonts: tuple[bytes, ...]
    own_typeface: bool
    language: LanguageName
    frames: FrameFormat
    known: Known
    beside: Opening | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class VisualAct:
    """What one scene does: its action, what that is given, the formulas that it shows."""

    action: str
    arguments: tuple[Argument, ...]
    shown: tuple[tuple[Role, Formula], ...]


@dataclass(frozen=True, slots=True)
class VisualStep(VisualAct):
    """What is seen of a step: what the section's scene does, and the one `beside` it; `known` is new with it."""

    known: Known
    beside: VisualAct | None = None
    pointed: tuple[str, ...] = ()  # LaTeX of terms that are lit while it is said


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section as its scenes see it; `before` are the steps that it goes on from. Picklable."""

    opening: Opening
    steps: tuple[VisualStep, ...]
    before: tuple[VisualStep, ...] = ()

    def digests(self, *others: object) -> tuple[str, ...]:
        """A digest for each step, of the opening, of `others`, of that step and of those before it."""
        chain, found = digest_of([self.opening, self.before, *others]), []
        for step in self.steps:
            chain = digest_of([chain, step])
            found.append(chain)
        return tuple(found)

    def until(self, index: int) -> SectionView:
        """The view without the steps after step `index` (from 0)."""
        return SectionView(self.opening, self.steps[: index + 1], self.before)

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """All formulas that the scene is given."""
        return tuple(formula for known in (self.opening.known, *self._known()) for formula in known.formulas)

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """The names of the model that the scene is given."""
        return tuple(name.symbol for known in (self.opening.known, *self._known()) for name in known.names)

    def _known(self) -> Iterator[Known]:
        return (step.known for step in (*self.before, *self.steps))


def section_view(
    proven: Proven, section: Section, scenes: Mapping[str, SceneSignature], frames: FrameFormat
) -> SectionView:
    """A section as its scenes, which `scenes` describes by their names, see it in frames of this size and rate."""
    gathering = _Gathering(proven)
    beside = None if section.beside is None else _opening(gathering, section.beside, None, scenes, frames)
    own = _opening(gathering, section, section.title, scenes, frames)
    known, acts = gathering.new(), acts_on(proven.lesson, section)
    shown, others = (first_shown([bool(act.show) for act in done]) for done in acts)
    quiet = are_quiet(section, acts, scenes)
    beside = beside and replace(beside, known=known, formulas=others, quiet=quiet)
    opening = replace(own, known=known, formulas=shown, beside=beside, quiet=quiet)
    before = tuple(_step(gathering, step) for step in section.before)
    return SectionView(opening, tuple(_step(gathering, step) for step in section.steps), before)


def _opening(
    gathering: _Gathering,
    scene: SceneUse,
    title: Prose | None,
    scenes: Mapping[str, SceneSignature],
    frames: FrameFormat,
) -> Opening:
    """What one of a section's scenes begins with; what is known and shown is filled in when all is gathered."""
    lesson, signature = gathering.lesson, scenes[scene.scene.value]
    return Opening(
        scene=scene.scene.value,
        arguments=gathering.arguments(scene.arguments),
        title=gathering.prose(title) if title is not None and signature.shows_title else None,
        formulas="never",
        lesson=tuple((part, gathering.of_lesson(lesson, part)) for part in signature.draws_of_lesson),
        theme=lesson.theme,
        palette=lesson.brand.palette(lesson.theme),
        fonts=tuple(font.data for font in lesson.fonts),
        own_typeface=lesson.brand.typeface is not None,
        language=lesson.language,
        frames=frames,
        known=Known(),
    )


def _step(gathering: _Gathering, step: Step) -> VisualStep:
    own, *others = [_act(gathering, act) for act in step.acts]
    beside = others[0] if others else None
    pointed = tuple(dict.fromkeys(gathering.latex(one.tex) for one in step.say.pointed))
    return VisualStep(own.action, own.arguments, own.shown, gathering.new(), beside, pointed)


def _act(gathering: _Gathering, act: ActionUse) -> VisualAct:
    return VisualAct(
        action=act.action.value,
        arguments=gathering.arguments(act.arguments),
        shown=tuple((shown.role, gathering.formula(shown.tex)) for shown in act.show),
    )


class _Gathering:
    """Values of a lesson made into values of a view, and what they name noted on the way.

    `new` says what has been named since it was asked last.
    """

    def __init__(self, proven: Proven) -> None:
        self.lesson = proven.lesson
        self._model: Model = proven.model
        self._proven = proven
        self._rules = sorted(
            ((without_spans(read(rule.symbol, proven.model).tree), rule.colour) for rule in proven.lesson.colours),
            key=lambda rule: write_latex(rule[0]),
        )
        self._formulas: dict[Formula, None] = {}
        self._mentioned: set[str] = set()
        self._names: dict[str, Name] = {}
        self._told = Known()

    def new(self) -> Known:
        """What has become known since the last call, in an order of its own."""
        every = Known(
            tuple(self._names[key] for key in sorted(self._names)),
            tuple(rule for rule in self._rules if self._mentioned.issuperset(keys_in(rule[0]))),
            tuple(sorted(self._formulas, key=lambda formula: formula.text.value)),
        )
        told, self._told = self._told, every
        return Known(
            tuple(one for one in every.names if one not in told.names),
            tuple(one for one in every.colours if one not in told.colours),
            tuple(one for one in every.formulas if one not in told.formulas),
        )

    def of_lesson(self, lesson: Lesson, part: LessonPart) -> PartValue:
        """A part of the lesson, which a title card draws."""
        if part == "logo":
            logo = lesson.brand.logo(lesson.theme)
            return logo and replace(logo, path=_text(""))  # what is drawn is the content
        owner = lesson if part in {"title", "author", "licence"} else lesson.course
        found: Prose | Text | str | int = getattr(owner, part)
        if isinstance(found, Prose):
            return self.prose(found)
        return found.value if isinstance(found, Text) else found

    def formula(self, tex: Text) -> Formula:
        """A displayed formula, in its normal form."""
        formula = self._taken(self._proven.formula(tex).tree)
        self._formulas[formula] = None
        return formula

    def latex(self, tex: Text) -> str:
        """A term in its normal form; it shows nothing new."""
        return write_latex(self._proven.formula(tex).tree)

    def arguments(self, arguments: Iterable[Argument]) -> tuple[Argument, ...]:
        """What a scene or an action is given."""
        return tuple(Argument(name=one.name, value=self._value(one.value)) for one in arguments)

    def prose(self, prose: Prose) -> Prose:
        """A text of the author's; of a checked number there is what it shows."""
        pieces = tuple(map(self._piece, prose.pieces))
        return Prose(text=_text("".join(map(_written, pieces))), pieces=pieces)

    def _piece(self, piece: Words | Maths | CheckedNumber) -> Words | Maths | CheckedNumber:
        match piece:
            case Maths(tex=tex):
                return Maths(tex=self.formula(tex).text)
            case Words(text=text):
                return Words(text=_text(text.value))
            case CheckedNumber(shown=shown):
                return CheckedNumber(shown=_text(shown.value), source=_text(shown.value))

    def _value(self, value: Value) -> Value:  # noqa: PLR0911 - a row a kind
        match value:
            case ListValue(items=items):
                return ListValue(items=tuple(map(self._value, items)))
            case Prose():
                return self.prose(value)
            case Shown():
                return self._shown(value)
            case Question() | Confusion():
                return self._asked(value)
            case WordValue(text=text):
                return WordValue(text=_text(text.value))
            case ProgramValue(text=text):
                return ProgramValue(text=_text(text.value))
            case PictureValue():
                return replace(value, path=_text(""))  # what is drawn is the content
            case FlagValue(on=on):
                return FlagValue(text=_text(str(on).lower()), on=on)
            case CountValue(number=number):
                return CountValue(text=_text(str(number)), number=number)
        return self._of_model(value)

    def _of_model(self, value: NameValue | NumberValue | PointValue | IntervalValue | ArrayValue) -> Value:
        match value:
            case ArrayValue(tex=tex, of=of):
                return ArrayValue(tex=self._named(tex), of=of)
            case NameValue(tex=tex, of=of):
                return NameValue(tex=self._named(tex), of=of)
            case NumberValue(tex=tex):
                return NumberValue(tex=self._named(tex))
            case PointValue(coordinates=coordinates):
                return PointValue(coordinates=tuple((self._named(key), self._named(at)) for key, at in coordinates))
            case IntervalValue(low=low, high=high):
                return IntervalValue(low=self._named(low), high=self._named(high))

    def _shown(self, shown: Shown) -> Shown:
        return Shown(tex=self.formula(shown.tex).text, role=shown.role)

    def _asked(self, value: Question | Confusion) -> Question | Confusion:
        match value:
            case Question():
                options = (
                    replace(one, text=self.prose(one.text), why=self.prose(one.why), answer=None)
                    for one in value.options
                )
                return Question(ask=self.prose(value.ask), options=tuple(options))
            case Confusion(wrong=wrong, right=right):
                formulas = {"wrong": wrong and self._shown(wrong), "right": right and self._shown(right)}
                return Confusion(myth=self.prose(value.myth), fact=self.prose(value.fact), **formulas)

    def _named(self, tex: Text) -> Text:
        """A parameter in the model's language, in its normal form."""
        return self._taken(read(tex, self._model).tree).text

    def _taken(self, tree: Node) -> Formula:
        """A tree without its places, with all that it names noted."""
        plain = without_spans(tree)
        pending = [plain]
        while pending:
            for key in keys_in(pending.pop(), self._owners):
                self._mentioned.add(key)
                name = self._model.get(key)
                if name is not None and key not in self._names:
                    self._names[key] = mapped(name, without_spans)
                    pending += trees_of(name)
                    if name.kind == "event":
                        pending += self._known_chances()
        return Formula(_text(write_latex(plain)), plain)

    def _known_chances(self) -> Iterator[Node]:
        """What the model says of probabilities comes with the events, all of it: one follows from others."""
        for key, name in self._model.names.items():
            if name.quantity is not None and key not in self._names:
                self._names[key] = mapped(name, without_spans)
                yield from (name.quantity, *trees_of(name))

    def _owners(self, symbol: Symbol) -> Iterable[str]:
        """The keys that a symbol stands for: its own; else, and for one that runs over an index (`x_i`), those of the
        vector or sequence that it is one of.
        """
        key = symbol_key(symbol)
        if key in self._model and not isinstance(symbol.subscript, Symbol):
            return (key,)
        base = base_of(symbol)
        return (key, *(other for other, name in self._model.names.items() if base_of(name.symbol) == base))


def _text(written: str) -> Text:
    """A text that stands nowhere."""
    return Text.written(written, "")


def _written(piece: Words | Maths | CheckedNumber) -> str:
    match piece:
        case Maths(tex=tex):
            return f"${tex}$"
        case Words(text=text) | CheckedNumber(shown=text):
            return text.value
