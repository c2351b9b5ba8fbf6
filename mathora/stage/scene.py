"""The base of all scenes: a section of a lesson, played step by step.

Owns: `LessonScene`, `@action`, `@brings`, `StepView`.

Laws:
- A step's picture is a function of what its section begins with and of steps 0…k, as `mathora.plan.view` gives them:
  the scene has no way to the narration, to other sections, or to a step before its turn. Scenes keep no time: what
  moves is driven by animations and value trackers, so that a scene that skipped its first steps draws the same
  frames.
- A reading says at the end of each step what its expression is there, rounded.
- Invariants are measured on every drawn frame, before it is drawn; what cannot be read is found on the pixels of
  sampled frames and of each step's last.

How a renderer drives it: `scene.open()`, then `scene.perform(step)` for each step in order; `scene.invariants` holds
the receipts, `scene.written` what a step wrote. Under stock Manim, a subclass whose `construct` does that plays the
section.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from manim import DOWN, LEFT, FadeOut, ManimColor, Scene, VGroup

from mathora.formula import Formula, speaks_of_one_place
from mathora.lesson import Argument, LessonPart, Prose, Role
from mathora.plan import Finding, Label, Opening, VisualStep
from mathora.stage.invariants import Invariants
from mathora.stage.layout import LAYOUTS, Layout
from mathora.stage.parameters import Function, Unfit, bind
from mathora.stage.text.formula_mobject import FormulaMobject
from mathora.stage.text.latex_outlines import DisplaySetter, set_by_typst
from mathora.stage.text.morph import Morph
from mathora.stage.text.prose_mobject import Readout
from mathora.stage.text.readability import passing_findings, standing_findings
from mathora.stage.text.sight import Eye
from mathora.stage.text.standing_text import Arrivals, StandingText, rested, standing_texts
from mathora.stage.writing import Writing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

SAMPLED = 0.5
"""After so many seconds of film, and when an animation begins, what stands on the picture is looked at."""

_Action = TypeVar("_Action", bound=Callable[..., None])


def action(describes: str, *, takes: str = "", shows: bool = False) -> Callable[[_Action], _Action]:
    """Marks a scene's method as an action for a script's `do:`; `describes` says in words what the picture shows.

    Each use takes the next item of the scene's list `takes`; one that `shows` needs a formula. `check` reads both from
    the file's text, and tells the author of a step too many or without its formula.
    """

    def mark(method: _Action) -> _Action:
        method.describes, method.takes, method.shows = describes, takes, shows  # type: ignore[attr-defined]
        return method

    return mark


def brings(name: str, *, needs: str = "") -> Callable[[_Action], _Action]:
    """Marks a scene's method that puts `name` on the stage at once, without motion, if it is not there yet.

    `need(name)` finds it; what it `needs` itself is brought in before.
    """

    def mark(method: _Action) -> _Action:
        method.brings, method.needs = name, needs  # type: ignore[attr-defined]
        return method

    return mark


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as an action sees it: `shown` are its formulas, with the role that the script gives them.

    The narration is not among it: a picture never depends on what is said, so editing that draws nothing again.
    """

    shown: tuple[tuple[Role, Formula], ...]

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The displayed formulas."""
        return tuple(formula for _, formula in self.shown)


class LessonScene(Writing, Scene):
    """A section of a proven lesson on the stage; subclasses declare its parameters and actions."""

    function_variables: ClassVar[int | None] = None
    """How many variables the parameter `function` must have, if the scene can draw no other."""

    shows_title = True
    """Whether the section's title stands in the title region (a title card does without)."""

    claims: ClassVar[tuple[tuple[str, str], ...]] = ()
    """What the picture says of a parameter: its name, and a relation of parameters that the gate proves."""

    draws_of_lesson: ClassVar[tuple[LessonPart, ...]] = ()
    """What of the lesson itself the scene draws (`("title", "minutes")`); both are read from the file's text."""

    limits: ClassVar[tuple[tuple[str, int, int, str], ...]] = ()
    """How much of its counts and lists it draws, and why no more: `("think.seconds", 1, 60, "each second is drawn")`,
    `("len(layers)", 2, 8, "…")`. `check` reads them from the file's text and holds every script against them."""

    def __init__(
        self,
        opening: Opening,
        *,
        renderer: Any = None,  # noqa: ANN401 - any renderer that Manim takes
        setter: DisplaySetter = set_by_typst,
    ) -> None:
        Scene.__init__(self, renderer=renderer)
        Writing.__init__(self, opening, setter)
        self.opening = opening
        self.layout: Layout = LAYOUTS[opening.frames.aspect]
        self.invariants = Invariants()
        self.panel: list[FormulaMobject] = []
        self.done: set[str] = set()
        self.frame_number = 0
        self.to_read: tuple[tuple[float, float], ...] = ()
        self._restart()
        self.camera.background_color = ManimColor(self.theme.background)

    # ── what a renderer calls ─────────────────────────────────────────────────────────────────────────────────────────

    def open(self) -> None:
        """Binds the parameters, draws the section's title and builds what the scene begins with."""
        for name, value in self._bound(self.opening.arguments).items():
            setattr(self, name, value)
        self._check_function()
        self._claimed = {
            one: relation for at, relation in self.claims if isinstance(one := getattr(self, at, None), Formula)
        }
        if self.opening.title is not None:
            self.title = self.layout.title.place(
                self.prose_mobject(self.opening.title, size=self.theme.sizes.title, weight="semibold"), "left"
            )
            self.add(self.title)
        self.begin()

    def _check_function(self) -> None:
        function, expected = getattr(self, "function", None), self.function_variables
        if expected is not None and isinstance(function, Function) and len(function.variables) != expected:
            found = f"{function.key}({', '.join(function.variables)})"
            raise Unfit(f"found {found}, expected a function of {expected} variable{'s' * (expected > 1)}")

    def perform(self, step: VisualStep) -> None:
        """Plays the next step; its last state then stands on the scene."""
        method = getattr(type(self), step.action)  # of the class: a parameter may have the same name
        self._learn(step.known)
        self._restart()
        self._let_go(step.shown)
        method(self, StepView(step.shown), **self._bound(step.arguments))
        self.done.add(step.action)
        self.invariants.measure(self.frame_number, drawn=False)
        texts = standing_texts(self.mobjects)
        self._note(texts)
        for one in (text.mobject for text in texts if isinstance(text.mobject, Readout)):
            one.check()
        self.to_read = self._arrivals.reading(texts, self.renderer.time - self._began)

    def _let_go(self, shown: tuple[tuple[Role, Formula], ...]) -> None:
        """What the panel says of one place (`L(1, 1) = 4`) leaves with the step that showed it, unless this one shows
        it again; what holds everywhere stays until something else is shown.
        """
        again = {formula.text.value for _, formula in shown}
        leaving = [one for one in self.panel if one.wording not in again and speaks_of_one_place(one.tree)]
        if leaving:
            self.panel = [one for one in self.panel if one not in leaving]
            self.play(*map(FadeOut, leaving), run_time=0.4)

    def _restart(self) -> None:
        """A step begins: nothing of it was measured, seen or read yet."""
        self.frame_number = 0
        self.invariants.restart()
        self._began = self._due = self.renderer.time
        self._arrivals = Arrivals(standing_texts(self.mobjects))
        self._written: dict[Label, None] = {}
        self._findings: dict[Finding, None] = {}
        self._sampled: list[StandingText] = []
        self._eye = Eye(self.layout.frame)

    def play(self, *animations: Any, **settings: Any) -> None:  # noqa: ANN401 - Manim's own signature
        """Manim's `play`; what stands before it can be read from here on, and is looked at on its first frame."""
        self._due = self.renderer.time
        texts = standing_texts(self.mobjects)
        self._note(texts)
        self._arrivals.note(texts, self._due - self._began)
        super().play(*animations, **settings)

    def _note(self, texts: Sequence[StandingText]) -> None:
        """Between two animations: what the scene has written by itself."""
        self._written |= {label: None for text in texts if (label := text.mobject.labelled()) is not None}

    @property
    def written(self) -> tuple[Label, ...]:
        """What the scene wrote by itself in this step, in the order in which it came to stand."""
        return tuple(self._written)

    def frame_drawn(self, pixels: Pixels) -> None:
        """Looks at a frame that was drawn, if the last look is `SAMPLED` seconds ago.

        While things move, only the texts that rest since that look are judged as those of a last frame are.
        """
        if self.renderer.time < self._due:
            return
        self._due = self.renderer.time + SAMPLED
        texts = standing_texts(self.mobjects)
        self._judge(texts, rested(self._sampled, texts), pixels)
        self._sampled = texts

    def judge(self, pixels: Pixels) -> tuple[Finding, ...]:
        """What cannot be read on the step's last frame (its `pixels`) and on the frames sampled before it."""
        texts = standing_texts(self.mobjects)
        self._judge(texts, texts, pixels)
        return tuple(self._findings)

    def _judge(self, texts: Sequence[StandingText], still: Sequence[StandingText], pixels: Pixels) -> None:
        found = standing_findings(still, self.layout, self.theme, self._eye, pixels)
        self._findings |= dict.fromkeys([*passing_findings(texts, self.layout), *found])

    def update_to_time(self, t: float) -> None:
        """Manim's hook before each frame: moves everything to `t`, then measures the invariants."""
        super().update_to_time(t)
        drawn = not self.renderer.skip_animations
        self.invariants.measure(self.frame_number, drawn=drawn)
        self.frame_number += drawn

    # ── what a scene overrides ────────────────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """Builds the section's mobjects and declares invariants; plays nothing. Runs before step 0."""

    # ── what a scene uses ─────────────────────────────────────────────────────────────────────────────────────────────

    def invariant(self, name: str, residual: Callable[[], float], tolerance: float) -> None:
        """From now on `|residual()| ≤ tolerance` must hold on every frame; measure the mobjects' own points."""
        self.invariants.declare(name, residual, tolerance)

    def need(self, name: str) -> None:
        """Brings in what an action builds on, if the script left it out: no order of actions crashes.

        What is called `name` is looked up: a method that `brings` it, else the action of this name, which is played.
        """
        bringing = self._bringers().get(name)
        if bringing is not None:
            if bringing.needs:
                self.need(bringing.needs)
            bringing(self)
        elif name not in self.done:
            getattr(type(self), name)(self, StepView(()))
            self.done.add(name)

    @classmethod
    def _bringers(cls) -> dict[str, Any]:
        """The class's methods that bring something, by what they bring."""
        methods = [method for one in reversed(cls.__mro__) for method in vars(one).values()]
        return {name: method for method in methods if (name := getattr(method, "brings", ""))}

    def of_lesson(self, part: LessonPart) -> str | int:
        """A word or number of the lesson's; the scene has to say in `draws_of_lesson` that it draws it."""
        found = self._of_lesson(part)
        return found.text.value if isinstance(found, Prose) else found

    def prose_of_lesson(self, part: LessonPart) -> Prose:
        """A text of the lesson's (`title`, `track`, `unit`), likewise."""
        found = self._of_lesson(part)
        if not isinstance(found, Prose):
            raise TypeError(f"the lesson's {part} is no text")
        return found

    def _of_lesson(self, part: LessonPart) -> Prose | str | int:
        given = dict(self.opening.lesson)
        if part not in given:
            raise LookupError(
                f"the lesson's {part} was not asked for: name it in {type(self).__name__}.draws_of_lesson"
            )
        return given[part]

    def show_formulas(self, step: StepView, run_time: float = 1.2) -> None:
        """Puts the step's formulas into the panel, morphing from what stands there; without any the panel stays."""
        if not step.shown:
            return
        before = self.panel
        self.panel = self.column([self.formula_mobject(formula) for formula in step.formulas])
        self.play(Morph(before, self.panel), run_time=run_time)

    def panel_leaving(self) -> list[FadeOut]:
        """The animations with which the panel's formulas leave; the panel is empty then."""
        leaving, self.panel = [FadeOut(formula) for formula in self.panel], []
        return leaving

    def column(self, formulas: list[FormulaMobject]) -> list[FormulaMobject]:
        """Formulas under each other, left-aligned, fitted into the panel's middle."""
        group = VGroup(*formulas).arrange(DOWN, buff=0.45, aligned_edge=LEFT)
        self.layout.panel.place(group)
        return formulas

    def _bound(self, arguments: tuple[Argument, ...]) -> dict[str, Any]:
        return {argument.name: bind(argument.value, self.model, self.formula) for argument in arguments}


__all__ = ["LessonScene", "StepView", "action", "brings"]
