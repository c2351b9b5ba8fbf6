"""What a scene offers to a script: its parameters and its actions, as values.

Owns: `SceneSignature` and its parts; which needs there are stands in `lesson.needs`. `script` reads them from the scene
files' source text, without importing Manim, so that `mathora check` can judge a script's `scene:`, `with:` and `do:` in
milliseconds.

A scene file declares them as Python: class-level annotations are the scene's parameters, methods marked
`@action("…what the picture shows…")` are its actions, and their arguments the actions' parameters:

    class FreezeVariable(LessonScene):
        \"\"\"One variable of a surface frozen.\"\"\"

        function: Function
        frozen: Point
        moves: Variable
        span: Interval = Interval(-2, 2)

        limits = (("freeze.count", 1, 60, "each is drawn"),)
        needs = (("frozen", "inside(span)", "the plane cuts what is drawn"),)

        @action("A plane cuts the surface where {frozen}.")
        def freeze(self, step: StepView, count: Count = 1) -> None: ...
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from mathora.lesson.movable import Movable
from mathora.lesson.parameter_kinds import WRITTEN, ParameterKind
from mathora.lesson.values import Value
from mathora.lesson.vocabulary import NeedName, SceneClaim

LessonPart = Literal["title", "track", "unit", "number", "level", "minutes", "author", "licence", "logo"]
"""A part of the lesson that a scene may draw, as a title card does."""


WIDEST_TEXT = 160  # so many letters have room where a picture has one text beside others


@dataclass(frozen=True, slots=True)
class ParameterLimit:
    """How much a scene draws: a count, the letters that a text is as wide as, or with `length` the length of a list, is
    `least` to `most`; `why`, in words.
    """

    least: int
    most: int
    why: str
    length: bool = False


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: `many` if it is a list (`tuple[Number, ...]`); `words` are the values that a `Word` may have.

    `limits` are what its counts and its length have to keep; `default` is what counts if it is left out, where that is
    written out (`Interval(-2, 2)`, `1`).
    """

    name: str
    kind: ParameterKind
    many: bool = False
    required: bool = True
    words: tuple[str, ...] = ()
    limits: tuple[ParameterLimit, ...] = ()
    default: Value | None = None

    @property
    def widest(self) -> int:
        """How many letters a text may be as wide as."""
        return next((one.most for one in self.limits if not one.length), WIDEST_TEXT)

    @property
    def written(self) -> str:
        """What an author writes for it."""
        one = f"one of {', '.join(self.words)}" if self.words else WRITTEN[self.kind]
        return f"a list, each {one}" if self.many else one


@dataclass(frozen=True, slots=True)
class SceneNeed:
    """A row of a scene's `needs`: of the parameter `at` (`frozen`; of an action, or of the scene when that action is
    played: `tangent.at`), which need, against which parameters, and why.

    Of `given`, `moves` is the action's or the scene's own parameter, `scene.moves` the scene's, `other.moves` what the
    action `other` was given last (else the scene's), `count before bars refine` what the last of these was, `count
    since restart` the sum of the action's counts since another action was played (of numbers, their list), `reveal
    since ask` how often it was played since the other, `-2 to 2` an interval, `height so far` all that the action was
    given, `uses` how often it was played, `all functions` those that the section names; `held after vary` a point whose
    coordinates the action `vary` moved (`of` to `to`, or to a point `to`), `last of start point slide` what the last of
    these was given as `at` or `to`, else the scene's `start`, `latest of tangent secant` the name of the one that was
    played last, `the n` a name that the scene writes; `shown` is the step's first formula, `shown before` the last one.
    `{place}` stands for what the class's `named` has under that name.
    """

    at: str
    name: NeedName
    given: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ActionSignature:
    """One action; `describes` says in words what its picture shows, with `{parameter}` fields.

    `takes` names the scene's list of which each use takes the next item; an action that `shows` needs a step with a
    formula under `show:`. `moves` are the parts of its motion that a narration may start by a word, in their order.
    `needs` names what is on the stage before it, among it actions that are played if they were not. One that is `quiet`
    puts nothing beside the figure but formulas; if that is a list's name, when the list has several items.
    """

    name: str
    describes: str
    parameters: tuple[Parameter, ...] = ()
    takes: str = ""
    shows: bool = False
    moves: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    quiet: bool | str = False


STAY = ActionSignature("stay", "The picture stays as it is.", quiet=True)
"""What every scene can do: nothing moves but the step's formulas and the scene beside."""


@dataclass(frozen=True, slots=True)
class SceneSignature:
    """One scene class: its name, its parameters, its actions in the order of the file, and the file that defines it.

    `claims` are what its picture says of its parameters, `needs` what it needs of them. `shows_title`: it draws its
    section's title. `draws_of_lesson` names what else of the lesson it draws. `movable` is what a student may move on
    the page, and `read_on_page` names the texts (`points`; of an action `agenda.ideas`) that stand there to be read.
    """

    name: str
    summary: str
    file: str
    parameters: tuple[Parameter, ...]
    actions: tuple[ActionSignature, ...]
    claims: tuple[SceneClaim, ...] = ()
    shows_title: bool = True
    draws_of_lesson: tuple[LessonPart, ...] = ()
    movable: Movable | None = None
    read_on_page: tuple[str, ...] = ()
    needs: tuple[SceneNeed, ...] = ()

    def action(self, name: str) -> ActionSignature | None:
        """What a script may name under `do:`; None for another name."""
        return next((one for one in (*self.actions, STAY) if one.name == name), None)
