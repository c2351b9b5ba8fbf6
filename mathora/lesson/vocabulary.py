"""The vocabulary of a lesson: what an author wrote, validated, every part knowing its place.

Owns: `Lesson` and all that it is made of; its texts and values are in `values`. `script` makes it, every other room
reads it.

Laws:
- Immutable, and complete: a `Lesson` that exists has passed every check that needs no mathematics.
- No mathematics is done here: TeX is kept as `Text`, exactly as written; `formula` reads it, `prove` judges it.
- Two lessons that differ only in places (line numbers, file name) are equal.
"""

from __future__ import annotations

import re
from typing import Literal

from mathora.lesson.source import Text
from mathora.lesson.values import Argument, FontValue, Part, PictureValue, Prose, Shown, Value

Kind = Literal[
    "real", "positive", "nonnegative", "integer", "natural", "complex", "vector", "matrix", "set", "event", "random"
]
ColourName = Literal["blue", "orange", "yellow", "green", "pink", "purple", "red", "teal"]
ThemeName = Literal["dark", "light"]
AspectName = Literal["16:9", "9:16", "1:1"]  # the shapes that pictures are laid out for

LogBase = Literal["e", "2", "10"]
LanguageName = Literal["en", "de"]  # the languages that Mathora speaks; a lesson is written in one of them

VoiceName = Literal["standard", "hibari", "espeak-ng", "none"]
"""Who speaks a lesson: the voice of its language, a voice by name, nobody. A command is never named in a lesson."""

LOG = re.compile(r"\\log(?![A-Za-z_])")
CLAIM_WORD = re.compile(r"(?<![\\a-z_])[a-z][a-z_]+")
"""A bare word in a scene's claim: a parameter's name of two letters or more, and no command."""

VARIABLE = "variable"  # the word that stands for the first variable of a scene's function

OF_FUNCTION = frozenset({VARIABLE, "value", "least", "greatest"})
"""The words that speak of a scene's function: its first variable, its value there, the ends of the variable's range."""

OF_LIST = re.compile(r"(total|count)\(([a-z_]+)(?: by ([a-z_]+))?\)")
"""The sum of a list of numbers, or of each of its equal parts (`total(shares by groups)`: one part for each group), and
how many items a list has."""


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

    def with_log(self, base: LogBase) -> ModelSource:
        r"""The same, in which a `\log` without a base has this one, if nothing is said of it yet."""
        if any(LOG.match(one.head.value) for one in self.declarations):
            return self
        meant = {"e": r"\ln x"}.get(base, rf"\log_{{{base}}} x")
        declared = Declaration(head=Text.written(r"\log(x)"), body=Text.written(meant))
        return ModelSource(declarations=(declared, *self.declarations))


class ColourRule(Part):
    """`w_1: blue`: this symbol (TeX) carries this colour everywhere."""

    symbol: Text
    colour: ColourName


class Pronunciation(Part):
    """`Euler: oiler`: a word, and what a voice says for it; nothing that is read changes."""

    word: Text
    said: Text


class OwnColour(Part):
    """A colour of the course's own, `#rrggbb`, in place of the theme's colour of that name."""

    theme: ThemeName
    name: ColourName
    colour: Text


class Logo(Part):
    """A picture that stands for who makes the course, for pictures and pages in one theme."""

    theme: ThemeName
    picture: PictureValue


class Credited(Part):
    """What somebody else made: who did, and its licence."""

    by: Text | None = None
    licence: Text

    @property
    def credit(self) -> str:
        """What is said of it: who made it, and under which licence."""
        return ", ".join(str(one) for one in (self.by, self.licence) if one)


class Typeface(Credited):
    """A font in which all words are set, formulas aside."""

    font: FontValue


class Brand(Part):
    """What makes a course's products look like its maker's. Everything may be left out."""

    logos: tuple[Logo, ...] = ()
    colours: tuple[OwnColour, ...] = ()
    typeface: Typeface | None = None

    def logo(self, theme: ThemeName) -> PictureValue | None:
        """The logo on a theme's ground."""
        return next((one.picture for one in self.logos if one.theme == theme), None)

    def palette(self, theme: ThemeName) -> tuple[tuple[ColourName, str], ...]:
        """The own colours of a theme, in the order in which they are written: the first is the brand's main colour."""
        return tuple((one.name, one.colour.value) for one in self.colours if one.theme == theme)


PLAIN = Brand()  # a course that has none


class Course(Part):
    """Where the lesson stands in its course; what the title card shows."""

    track: Prose
    unit: Prose
    number: int
    level: Text
    minutes: int


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
    `count(names)` its length. One that is `measured` is held by the scene on its own picture where no proof decides it.
    """

    at: str
    relation: str
    measured: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The bare words of the relation, those of lists among them."""
        lists = {name for _, *names in OF_LIST.findall(self.relation) for name in names if name}
        return frozenset(CLAIM_WORD.findall(OF_LIST.sub("", self.relation))) | lists


NeedName = Literal[
    "seen", "stands", "touched", "reaches", "newtons", "meets", "beside", "kept", "indexed", "along_with",
    "varies_on", "names_value", "discernible", "area_of_one", "sum_of_one", "swept", "expands", "moment",
    "variables", "bounded", "somewhere", "everywhere", "varies", "inside", "within", "coordinates", "freezes",
    "of", "among", "value", "slope", "given", "positive", "distinct", "fewer", "joins", "beyond", "line_of",
    "hides", "at_least", "shorter", "on_axes", "of_box", "repeats",
    "settled", "parameter", "nonnegative", "one_free", "on_curve", "touches", "computes", "inputs", "used", "steep",
    "reached", "even", "laddered", "levels_out", "descends", "position", "levels", "runs", "as_many_items", "without",
    "same_variable", "two", "nonzero", "other_than", "size", "as_many_rows", "multiplies", "row_of", "column_of",
    "direction", "basis", "form_value", "data", "as_many", "groups", "has_parameters", "parameters", "of_parameters",
    "fits", "crosses", "turns", "one_way", "stretches", "leads_into", "encloses", "held_by", "defined_at", "outcomes",
    "band", "called", "terms", "iterates", "plain_fraction", "shows", "lands", "off_edge", "settles", "goes_on",
    "approached", "anchored", "cancels", "factors_out", "distributes", "drops", "lowers", "substitutes", "takes_across",
    "own_letter", "reaches_over", "heads", "framed", "same_variables", "chances", "names_rows", "names_groups",
    "settles_down", "near_one", "held_in_sight", "line_seen",
    "slides_in", "place_in", "spreads", "shares", "lowest", "balances", "left", "leaf_of", "spread_out", "leads_on",
    "flows", "place_of", "point_of", "sighted", "divides", "peaks_on", "fractions", "onward", "follows", "keeps_lines",
    "numbered", "among_data", "rolls_on", "of_squares", "from_to", "term", "some_outcome", "paired", "still_open",
    "holds", "in_sight", "counts_degrees", "least", "rolls_down", "in_a_row", "carries", "adds_up", "ways",
    "rolls_over", "few_leaves", "aims", "stays", "goes_round", "sides_of_area", "lengthens", "gapped", "leaves",
    "bends", "runs_along", "on_kept_lines", "square", "settles_all", "splits", "shifts",
]  # fmt: skip
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


class MusicBed(Credited):
    """Quiet music under what is said: a sound `file` of the course's folder."""

    file: Text


class Lesson(Part):
    """A whole lesson. `words_per_minute` is the pace of reading and speech, `aspects` are
    the shapes in which it is drawn unless somebody asks for others; the course says `author`, `licence`,
    `brand`, `fonts` (the brand's typeface first, if it has one) and `addresses`.
    """

    id: str
    file: str
    language: LanguageName = "en"
    title: Prose
    course: Course
    summary: Prose | None = None
    model: ModelSource = ModelSource()
    colours: tuple[ColourRule, ...] = ()
    theme: ThemeName = "dark"
    aspects: tuple[AspectName, ...] = ("16:9",)
    words_per_minute: int = 150
    voice: VoiceName = "standard"
    pronounce: tuple[Pronunciation, ...] = ()
    music: MusicBed | None = None
    author: str = ""
    licence: str = ""
    brand: Brand = PLAIN
    fonts: tuple[FontValue, ...] = ()
    addresses: tuple[str, ...] = ()
    sections: tuple[Section, ...]

    @property
    def steps(self) -> dict[str, Step]:
        """All steps by their addresses, `section/step`."""
        return {f"{section.id}/{step.id}": step for section in self.sections for step in section.steps}
