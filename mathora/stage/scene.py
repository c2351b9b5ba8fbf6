"""The base of all scenes: a section of a lesson, played step by step.

Owns: `LessonScene`, `@action`, `StepView`.

Laws:
- A step's picture is a function of the lesson's model and of steps 0…k of its section. Scenes keep no time: what
  moves is driven by animations and value trackers, so that a scene that skipped its first steps draws the same
  frames.
- Nothing is drawn that was not proved: a scene is made from a `Proven` only.
- Invariants are measured on every drawn frame, before it is drawn; what cannot be read is found on the pixels of
  sampled frames and of each step's last.

How a renderer drives it: `scene.open()`, then `scene.perform(index)` for each step in order; `scene.invariants` holds
the receipts. Under stock Manim, `construct` does the same and holds each step's last frame for its narration's time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from manim import DOWN, LEFT, FadeOut, ManimColor, Scene, VGroup

from mathora.formula import Formula, ink, read, symbol_key
from mathora.lesson import Argument, Prose, Section, Shown, Text
from mathora.stage.invariants import Invariants
from mathora.stage.layout import LAYOUTS, Layout
from mathora.stage.parameters import Function, Unfit, bind
from mathora.stage.text.formula_mobject import Colouring, FormulaMobject, TextMobject
from mathora.stage.text.latex_outlines import Setter, line_setter, set_by_typst
from mathora.stage.text.morph import Morph
from mathora.stage.text.prose_mobject import ProseMobject, Readout, TextAlign, TextStyle, Weight, words_mobject
from mathora.stage.text.readability import Finding, passing_findings, standing_findings
from mathora.stage.text.sight import Eye
from mathora.stage.text.standing_text import Arrivals, StandingText, rested, standing_texts
from mathora.stage.theme import THEMES
from mathora.words import words_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mathora.prove import Proven

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


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as an action sees it: `id` and `index` (from 0) in its section, `shown` its formulas with their trees.

    The narration is not among it: a picture never depends on what is said, so editing that draws nothing again.
    """

    id: str
    index: int
    shown: tuple[tuple[Shown, Formula], ...]

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The displayed formulas."""
        return tuple(formula for _, formula in self.shown)


class LessonScene(Scene):
    """A section of a proven lesson on the stage; subclasses declare its parameters and actions."""

    function_variables: ClassVar[int | None] = None
    """How many variables the parameter `function` must have, if the scene can draw no other."""

    shows_title = True
    """Whether the section's title stands in the title region (a title card does without)."""

    def __init__(
        self,
        proven: Proven,
        section: Section,
        *,
        layout: Layout = LAYOUTS["16:9"],
        renderer: Any = None,  # noqa: ANN401 - any renderer that Manim takes
        setter: Setter = set_by_typst,
    ) -> None:
        super().__init__(renderer=renderer)
        self.setter = setter
        self.proven = proven
        self.lesson = proven.lesson
        self.model = proven.model
        self.section = section
        self.layout = layout
        self.theme = THEMES[self.lesson.theme]
        self.words = words_of(self.lesson.language)
        self.invariants = Invariants()
        self.panel: list[FormulaMobject] = []
        self.present: StepView | None = None
        self.frame_number = 0
        self.to_read: tuple[tuple[float, float], ...] = ()
        self._restart()
        self.camera.background_color = ManimColor(self.theme.background)
        self._colours = {symbol_key(read(rule.symbol, self.model).tree): rule.colour for rule in self.lesson.colours}

    # ── what a renderer calls ─────────────────────────────────────────────────────────────────────────────────────────

    def open(self) -> None:
        """Binds the parameters, draws the section's title and builds what the scene begins with."""
        for name, value in self._bound(self.section.arguments).items():
            setattr(self, name, value)
        self._check_function()
        if self.shows_title:
            self.title = self.layout.title.place(
                self.prose_mobject(self.section.title, size=self.theme.sizes.title, weight="semibold"), "left"
            )
            self.add(self.title)
        self.begin()

    def _check_function(self) -> None:
        function, expected = getattr(self, "function", None), self.function_variables
        if expected is not None and isinstance(function, Function) and len(function.variables) != expected:
            found = f"{function.key}({', '.join(function.variables)})"
            raise Unfit(f"found {found}, expected a function of {expected} variable{'s' * (expected > 1)}")

    def perform(self, index: int) -> None:
        """Plays step `index`; its last state then stands on the scene."""
        step = self.section.steps[index]
        method = getattr(type(self), step.action.value)  # of the class: a parameter may have the same name
        shown = tuple((one, self.proven.formula(one.tex)) for one in step.show)
        self.present = StepView(step.id, index, shown)
        self._restart()
        method(self, self.present, **self._bound(step.arguments))
        self.invariants.measure(self.address, self.frame_number, drawn=False)
        self.to_read = self._arrivals.reading(standing_texts(self.mobjects), self.renderer.time - self._began)

    def _restart(self) -> None:
        """A step begins: nothing of it was measured, seen or read yet."""
        self.frame_number = 0
        self.invariants.restart()
        self._began = self._due = self.renderer.time
        self._arrivals = Arrivals(standing_texts(self.mobjects))
        self._findings: dict[Finding, None] = {}
        self._sampled: list[StandingText] = []
        self._eye = Eye(self.layout.frame)

    def play(self, *animations: Any, **settings: Any) -> None:  # noqa: ANN401 - Manim's own signature
        """Manim's `play`; what stands before it can be read from here on, and is looked at on its first frame."""
        self._due = self.renderer.time
        self._arrivals.note(standing_texts(self.mobjects), self._due - self._began)
        super().play(*animations, **settings)

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

    def construct(self) -> None:
        """The whole section under stock Manim: every step, then a hold as long as its narration takes to say."""
        self.open()
        for index, step in enumerate(self.section.steps):
            self.perform(index)
            self.wait(max(1.0, len(step.say.text.value.split()) * 60 / self.lesson.words_per_minute) + step.rest)

    def update_to_time(self, t: float) -> None:
        """Manim's hook before each frame: moves everything to `t`, then measures the invariants."""
        super().update_to_time(t)
        drawn = not self.renderer.skip_animations
        self.invariants.measure(self.address, self.frame_number, drawn=drawn)
        self.frame_number += drawn

    @property
    def address(self) -> str:
        """`section/step` of the step that plays."""
        return f"{self.section.id}/{self.present.id if self.present else ''}"

    # ── what a scene overrides ────────────────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """Builds the section's mobjects and declares invariants; plays nothing. Runs before step 0."""

    # ── what a scene uses ─────────────────────────────────────────────────────────────────────────────────────────────

    def invariant(self, name: str, residual: Callable[[], float], tolerance: float) -> None:
        """From now on `|residual()| ≤ tolerance` must hold on every frame; measure the mobjects' own points."""
        self.invariants.declare(name, residual, tolerance)

    def colour_of(self, symbol: str) -> str:
        r"""The colour `#rrggbb` that a symbol (`w_1`, `\\nabla L`) carries everywhere; undeclared: the foreground."""
        name = self._colours.get(symbol)
        return self.theme.palette[name] if name else self.theme.foreground

    def colouring(self, formula: Formula, base: str | None = None) -> Colouring:
        """The colour of each node: its own rule's or the nearest enclosing one's, else `base` (the foreground)."""
        inked = ink(formula.tree, self.lesson.colours, self.model)

        def colour(path: tuple[int, ...]) -> str:
            for end in range(len(path), -1, -1):
                if path[:end] in inked:
                    return self.theme.palette[inked[path[:end]]]
            return base or self.theme.foreground

        return colour

    def formula_mobject(self, formula: Formula, size: float | None = None, base: str | None = None) -> FormulaMobject:
        """A typeset formula in its symbols' colours; `size` is the em in scene units."""
        return FormulaMobject(formula, self.colouring(formula, base), size or self.theme.sizes.formula, self.setter)

    def tex_mobject(self, tex: str, size: float | None = None, base: str | None = None) -> FormulaMobject:
        """A label that the scene itself makes from the model's symbols and numbers: `tex_mobject("w_1")`."""
        return self.formula_mobject(
            read(Text.written(tex, "<label>"), self.model), size or self.theme.sizes.label, base
        )

    def prose_mobject(  # noqa: PLR0913, PLR0917 - how a text is set is these
        self,
        prose: Prose,
        width: float | None = None,
        size: float | None = None,
        colour: str | None = None,
        weight: Weight = "regular",
        align: TextAlign = "left",
        *,
        balanced: bool = False,
    ) -> ProseMobject:
        """A text of the author's, wrapped at `width` scene units."""
        ink_colour = colour or self.theme.foreground
        decimal = self.words.numbers.decimal
        style = TextStyle(ink_colour, size or self.theme.sizes.body, width, weight, align, balanced, decimal)
        setter = line_setter(self.setter)
        return ProseMobject(
            prose, self.proven.formula, lambda formula: self.colouring(formula, ink_colour), style, setter
        )

    def words_mobject(
        self, words: str, size: float | None = None, colour: str | None = None, weight: Weight = "regular"
    ) -> TextMobject:
        """A tiny label of the scene's own, in words."""
        return words_mobject(words, colour or self.theme.foreground, size or self.theme.sizes.label, weight)

    def readout(  # noqa: PLR0913 - how a number is read out is these
        self,
        value: float,
        colour: str | None = None,
        decimals: int = 1,
        digits: int = 2,
        size: float | None = None,
        *,
        grouped: bool = False,
    ) -> Readout:
        """A number that will change while something moves."""
        ink_colour, em = colour or self.theme.foreground, size or self.theme.sizes.label
        return Readout(value, ink_colour, em, decimals, digits, grouped=grouped, decimal=self.words.numbers.decimal)

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
        return {argument.name: bind(argument.value, self.model, self.proven.formula) for argument in arguments}


__all__ = ["LessonScene", "StepView", "action"]
