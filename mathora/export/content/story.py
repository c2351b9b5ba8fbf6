"""A proved lesson in words, MathML and Typst, with its times and files: what every product is written from.

Owns: `Story` and its parts. One `Story` feeds page, slides, handout, transcript and tracks, so they cannot drift apart.

Laws:
- Plain values only: strings, numbers (times in seconds), paths. No product reads a formula tree or a script.
- Every moment has one id, `section/step`, in every product.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from mathora.lesson import PLAIN, Brand, SlidersKind
from mathora.words import Catalogue


@dataclass(frozen=True, slots=True)
class Spelling:
    """One formula; `mathml` and `mathml_block` are whole `<math>` elements, `typst` math-mode source."""

    tex: str
    mathml: str
    mathml_block: str
    spoken: str
    typst: str


Sentence = tuple[str | Spelling, ...]  # words and formulas in their order


def spoken(sentence: Sentence) -> str:
    """The sentence as it is said: formulas in words.

    >>> spoken(("Hold ", Spelling("w_2", "", "", "w two", ""), " still."))
    'Hold w two still.'
    """
    return "".join(piece if isinstance(piece, str) else piece.spoken for piece in sentence)


def spelt_in_tex(sentence: Sentence) -> str:
    """The sentence with its formulas as `$…$`."""
    return "".join(piece if isinstance(piece, str) else f"${piece.tex}$" for piece in sentence)


@dataclass(frozen=True, slots=True)
class Caption:
    """One caption: seconds from, to, and its lines."""

    start: float
    end: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One step. Its clip plays `motion` seconds from `start`, then its last frame, `still`, holds for `hold` seconds.
    `captions` are its own: to which step one belongs is never asked of its times, which are rounded.

    `notes` are sentences that stand in the picture (a reason, an idea); `picture` says what is to be seen.
    `conditions` say where the formulas hold, if not everywhere: a sentence without its end.
    """

    id: str
    start: float
    motion: float
    hold: float
    say: Sentence
    captions: tuple[Caption, ...]
    notes: tuple[Sentence, ...]
    shows: tuple[Spelling, ...]
    picture: str
    clip: Path
    still: Path
    conditions: Sentence = ()

    @property
    def end(self) -> float:
        """Where the next step starts."""
        return self.start + self.motion + self.hold


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a question, and why it is right or wrong."""

    text: Sentence
    correct: bool
    why: Sentence


@dataclass(frozen=True, slots=True)
class Check:
    """A question of the quick check; `moment` is the id of the step that explains it."""

    ask: Sentence
    choices: tuple[Choice, ...]
    moment: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """A myth and the fact that clears it."""

    myth: Sentence
    fact: Sentence
    wrong: Spelling | None
    right: Spelling | None


@dataclass(frozen=True, slots=True)
class SymbolLabel:
    """A variable as a picture's label: `base` with an `index`, both as a `line` of text (`w₁`), its declared colour (or
    none), and its spelling.
    """

    base: str
    index: str
    line: str
    colour: str
    spelling: Spelling


def marked(label: SymbolLabel) -> dict[str, str]:
    """The label as a page's script takes it."""
    return {"base": label.base, "index": label.index, "line": label.line, "colour": label.colour}


ExtremumKind = Literal["maximum", "minimum", "neither"]


@dataclass(frozen=True, slots=True)
class Rest:
    """Where a curve's tangent lies level, and what the curve is there, compared with all near it in its domain."""

    at: float
    kind: ExtremumKind


@dataclass(frozen=True, slots=True)
class CurvePlay:
    """A point on a curve as an interactive. `function` and `slope` are JavaScript arrow functions of the variable;
    `heights` is what the picture shows; `best` where the function is greatest, and how great, if it has such a place;
    `rests` are where the tangent lies level; `remarks` are the author's, by where they hold: uphill, level,
    downhill. With a `sheet`, of that side, the curve is the volume of the box that is folded from it, over the cut.
    """

    function: str
    slope: str
    name: str
    colour: str
    at: SymbolLabel
    domain: tuple[float, float]
    heights: tuple[float, float]
    start: float
    best: tuple[float, float] | None
    rests: tuple[Rest, ...]
    remarks: Mapping[str, Sentence]
    sheet: float | None = None


@dataclass(frozen=True, slots=True)
class AreaPlay:
    """An area under a curve and bars that come near to it, as an interactive; the rest as for a `CurvePlay`. `over` is
    where the area begins and ends at first.
    """

    function: str
    name: str
    colour: str
    at: SymbolLabel
    domain: tuple[float, float]
    heights: tuple[float, float]
    over: tuple[float, float]


@dataclass(frozen=True, slots=True)
class MapPlay:
    """A movable gradient on level sets; `function` and `partials` are JavaScript arrow functions of two variables."""

    function: str
    partials: tuple[str, str]
    variables: tuple[SymbolLabel, SymbolLabel]
    span: tuple[float, float]
    start: tuple[float, float]
    rate: float
    levels: tuple[float, ...]
    name: Spelling
    partial_names: tuple[Spelling, Spelling]
    gradient_name: Spelling
    step_rule: Spelling | None
    momentum: float = 0.0


@dataclass(frozen=True, slots=True)
class Slider:
    """A number that a student moves, in the picture's units: its name, its range, its step, and where it starts."""

    name: Sentence
    low: float
    high: float
    step: float
    start: float


DialsKind = Literal[SlidersKind, "clusters", "slopes", "flow"]
"""Groups without a line between them have centres that move; a field is one of slopes, or of two components."""


@dataclass(frozen=True, slots=True)
class DialsPlay:
    """A picture that follows some numbers: `kind` says which; `data` is what else it is drawn from, `functions` are
    JavaScript arrow functions by name, and `names` words that its sentences put in.
    """

    kind: DialsKind
    dials: tuple[Slider, ...]
    data: Mapping[str, object]
    functions: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ComputationStep:
    """One step: its name, and which names it needs, by their places among inputs and steps; `value` and `partials` are
    JavaScript arrow functions of these. `slope` is the output's derivative by its name.
    """

    name: SymbolLabel
    slope: Spelling
    needs: tuple[int, ...] = ()
    value: str = ""
    partials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FittedData:
    """Points, and the curve among them: a JavaScript arrow function of `across` and the parameters; what is seen."""

    points: tuple[tuple[float, float], ...]
    curve: str
    across: tuple[float, float]
    up: tuple[float, float]
    names: tuple[tuple[str, str], tuple[str, str]]
    """The axes' letters, and their colours."""


@dataclass(frozen=True, slots=True)
class ComputationPlay:
    """A computation whose inputs can be moved from `start` within `spans`: its values, and the output's slopes.

    With `fitted` data the inputs are parameters of a curve, and a step against the gradient can be taken.
    """

    inputs: tuple[ComputationStep, ...]
    steps: tuple[ComputationStep, ...]
    start: tuple[float, ...]
    spans: tuple[tuple[float, float], ...]
    fitted: FittedData | None = None


@dataclass(frozen=True, slots=True)
class PlanePlay:
    """A vector that can be moved, and the matrix, by its rows, that moves it; the picture shows −`reach` to `reach`."""

    matrix: tuple[tuple[float, ...], ...]
    start: tuple[float, float]
    reach: float
    vector: SymbolLabel


Play: TypeAlias = CurvePlay | AreaPlay | MapPlay | DialsPlay | ComputationPlay | PlanePlay
"""Whatever a student may move."""


@dataclass(frozen=True, slots=True)
class ChapterStory:
    """One section."""

    id: str
    title: Sentence
    moments: tuple[Moment, ...]
    points: tuple[Sentence, ...] = ()
    checks: tuple[Check, ...] = ()
    cleared: tuple[Cleared, ...] = ()
    play: Play | None = None

    @property
    def start(self) -> float:
        """Where its first step starts."""
        return self.moments[0].start

    @property
    def end(self) -> float:
        """Where the next section starts."""
        return self.moments[-1].end


@dataclass(frozen=True, slots=True)
class Story:
    """The whole lesson. `words` are those of its language; `dark` is the film's theme; `width` and `height` its frame
    in pixels. `verdicts` says how many of its formulas and numbers the proof gate found to be what (verdict's kind →
    count). `voice` is who speaks in the film; nobody, if empty. `addresses` are
    where the course is published; `music` says what plays under the voice, if anything does,
    and `typeface` whose words are set in, if it is the course's own.
    """

    id: str
    words: Catalogue
    title: Sentence
    track: Sentence
    unit: Sentence
    number: int
    level: str
    minutes: int
    summary: Sentence
    chapters: tuple[ChapterStory, ...]
    verdicts: tuple[tuple[str, int], ...]
    dark: bool
    width: int
    height: int
    author: str
    licence: str
    brand: Brand = PLAIN
    fonts: tuple[bytes, ...] = ()
    addresses: tuple[str, ...] = ()
    voice: str = ""
    music: str = ""
    typeface: str = ""

    @property
    def duration(self) -> float:
        """Seconds."""
        return self.chapters[-1].end

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All steps in their order."""
        return tuple(moment for chapter in self.chapters for moment in chapter.moments)
