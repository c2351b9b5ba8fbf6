"""The base of all scenes: a section of a lesson, played step by step.

Laws:
- A step's picture is a function of what its section begins with and of steps 0…k, as `mathora.plan.view` gives them:
  the scene has no way to the narration, to other sections, or to a step before its turn. Scenes keep no time: what
  moves is driven by animations and value trackers, so that a scene that skipped its first steps draws the same
  frames.
- A reading says at the end of each step what its expression is there, rounded.
- A scene that stands beside another is its guest: what it adds, plays and promises is the other's, in a part of the
  picture; what the two do in one step moves together.
- Invariants are measured on every drawn frame, before it is drawn; what cannot be read is found on the pixels of
  sampled frames and of each step's last.

How a renderer drives it: `scene.invite(…)` if another stands beside it, `scene.open()`, then `scene.perform(step)` for
each step in order; `scene.invariants` holds the receipts, `scene.watch.written` what a step wrote. Under stock Manim, a
subclass whose `construct` does that plays the section.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

import numpy as np
from manim import Animation, FadeOut, ManimColor, Mobject, Scene
from numpy.typing import NDArray

from mathora.formula import Formula, speaks_of_one_place
from mathora.lesson import STAY, Argument, LessonPart, PictureValue, Prose
from mathora.plan import Finding, Opening, PartValue, VisualAct, VisualStep
from mathora.stage.accompaniment import Accompaniment
from mathora.stage.action import StepView, action
from mathora.stage.invariants import Claims, Invariants
from mathora.stage.layout import BESIDE_GAP, CLEAR_OF_FIGURE, LAYOUTS, Layout
from mathora.stage.loop_motions import LoopMotion
from mathora.stage.motion import each_of
from mathora.stage.panel import LatePlace, laid_out, refitted, stack
from mathora.stage.parameters import bind
from mathora.stage.text.formula_mobject import FormulaMobject
from mathora.stage.text.morph import Morph
from mathora.stage.text.prose_mobject import on_a_line
from mathora.stage.text.readout import Readout
from mathora.stage.text.standing_text import standing_texts
from mathora.stage.text.typesetting import DisplaySetter, set_by_typst
from mathora.stage.text.value_label import ValueLabel
from mathora.stage.text.watch import TextWatch
from mathora.stage.writing import Writing

Pixels = NDArray[np.uint8]


LEAST_PANEL = 0.2
"""The share of the body that a widened figure leaves to formulas at least: later ones have to be read there, too."""


class LessonScene(Writing, Scene):
    """A section of a proven lesson on the stage; subclasses declare its parameters and actions."""

    shows_title = True
    """Whether the section's title stands in the title region (a title card does without)."""

    is_page: ClassVar[bool] = False
    """Whether it is words and formulas: they stand right of a figure beside them, as a figure's own formulas do."""

    writes_formulas: ClassVar[bool] = False
    """Whether its actions write a step's formulas themselves, as lines of a page. Those of any other scene come into
    the panel: with a move, if its action plays them, else when the action is over."""

    kept_beside: ClassVar[float] = 0.0
    """Where no step shows a formula, the figure has the body, but for this share: for what else it writes."""

    late_formulas: ClassVar[LatePlace] = "beside"
    """Where formulas stand in a section whose first one comes late."""

    claims: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """What the picture says of a parameter: its name, and a relation of parameters that the gate proves."""

    draws_of_lesson: ClassVar[tuple[LessonPart, ...]] = ()
    """What of the lesson itself the scene draws (`("title", "minutes")`); both are read from the file's text."""

    limits: ClassVar[tuple[tuple[str, int, int, str], ...]] = ()
    """How much of its counts and lists it draws, and why no more: `("think.seconds", 1, 60, "each second is drawn")`,
    `("len(layers)", 2, 8, "…")`. `check` reads them from the file's text and holds every script against them."""

    needs: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    """What it needs of its values, and why: `("tangent.at", "slope(function)", "a tangent stands there")`. `check`
    reads these too, and holds every script against them; the needs that there are stand in `lesson.NEEDS`."""

    def __init__(
        self,
        opening: Opening,
        *,
        renderer: Any = None,  # noqa: ANN401 - any renderer that Manim takes
        setter: DisplaySetter = set_by_typst,
    ) -> None:
        self.host: LessonScene | None = None
        self.guest: LessonScene | None = None
        self.accompaniment: Accompaniment | None = None
        Scene.__init__(self, renderer=renderer, random_seed=0)
        Writing.__init__(self, opening, setter)
        self.opening = opening
        self.layout: Layout = LAYOUTS[opening.frames.aspect]
        self.theme = self.theme.legible(min(self.layout.frame.width, self.layout.frame.height))
        self.invariants = Invariants()
        self.panel: list[FormulaMobject] = []
        self._come: StepView | None = None
        self.done: set[str] = set()
        self.frame_number = 0
        self.to_read: tuple[tuple[float, float], ...] = ()
        self._restart()
        self.camera.background_color = ManimColor(self.theme.background)

    # ── what a renderer calls ─────────────────────────────────────────────────────────────────────────────────────────

    def invite(self, scene: type[LessonScene]) -> None:
        """Another scene stands beside this one, as its opening says; both are given a part of the layout."""
        if self.opening.beside is None:
            raise LookupError(f"the section gives nothing to {scene.__name__}")
        self.guest = scene(self.opening.beside, renderer=self.renderer, setter=self.setter)
        self.layout, self.guest.layout = self.layout.shared(first_right=self.is_page)
        self.guest.invariants = self.invariants.shared("beside: ")
        self.guest.host = self

    def open(self) -> None:
        """Binds the parameters, draws the section's title and builds what the scene begins with."""
        for name, value in self._bound(self.opening.arguments).items():
            setattr(self, name, value)
        self._claimed = {
            one: relation for at, relation, *_ in self.claims if isinstance(one := getattr(self, at, None), Formula)
        }
        self.layout = laid_out(self.layout, self.opening, self.kept_beside, self.late_formulas)
        if self.opening.title is not None:
            self.title = self.prose_mobject(self.opening.title, size=self.theme.sizes.title, weight="semibold")
            self.add(on_a_line(self.layout.title, self.title))
        self.begin()
        if self.guest is not None:
            self.guest.open()

    def perform(self, step: VisualStep) -> None:
        """Plays the next step; its last state then stands on the scene."""
        self.learn(step.known)
        self._restart()
        if self.guest is None:
            self.act(step)
        else:
            self.guest.learn(step.known)
            self._act_together(step, self.guest)
        self.invariants.measure(self.frame_number, drawn=False)
        for one in (text.mobject for text in standing_texts(self.mobjects) if isinstance(text.mobject, Readout)):
            one.settle()
        self.update_mobjects(0)
        self.to_read = self.watch.reading(self.mobjects, self.renderer.time)

    def update_mobjects(self, dt: float) -> None:
        """Moves what follows something, `dt` seconds on; readings last, for what they read has moved by then."""
        readings = []
        for one in self.mobjects:
            if isinstance(one, ValueLabel):
                readings.append(one)
            else:
                one.update(dt)
        for one in readings:
            one.update(dt)

    def act(self, act: VisualAct) -> None:
        """Does what a step says of this scene, after all that it needs."""
        if not act.shown:
            self.leave_place()
        self.make_way(step := StepView(act.shown))
        self._need_all(act.action)
        getattr(type(self), act.action)(self, step, **self._bound(act.arguments))  # a parameter may have its name
        if not self.writes_formulas:
            self.show_formulas(step)
        self.done.add(act.action)

    def _act_together(self, step: VisualStep, guest: LessonScene) -> None:
        """Does what a step says of both scenes; what the guest plays longer than the host is played after it."""
        if step.beside is None:
            self.act(step)
            return
        with Accompaniment(partial(guest.act, step.beside)) as self.accompaniment:
            self.act(step)
            while joined := self.accompaniment.next():
                self._play(*joined)
        self.accompaniment = None

    def leave_place(self) -> None:
        """What the panel says of one place (`L(1, 1) = 4`) leaves; what holds everywhere stays until others come."""
        leaving = [one for one in self.panel if speaks_of_one_place(one.tree)]
        if leaving:
            self.panel = [one for one in self.panel if one not in leaving]
            (self.play if self.host else self._play)(*map(FadeOut, leaving), *self.backing(), run_time=0.4)

    def _restart(self) -> None:
        """A step begins: nothing of it was measured, seen or read yet."""
        self.frame_number = 0
        self.invariants.restart()
        self.watch = TextWatch(self.mobjects, self.layout, self.theme, self.renderer.time)
        self.move_names: dict[int, str] = {}

    def play(self, *animations: Any, **settings: Any) -> None:  # noqa: ANN401 - Manim's own signature
        """Manim's `play`, with what a scene beside this one plays in the same step; nothing without animations."""
        if not animations:
            return
        if self.host is not None and self.host.accompaniment is not None:
            self.host.accompaniment.offer(self.compile_animations(*animations, **settings))
        elif self.accompaniment is not None:
            own = self.compile_animations(*animations, **settings)
            self._play(*own, *self.accompaniment.next())
        else:
            self._play(*animations, **settings)

    def _play(self, *animations: Any, **settings: Any) -> None:  # noqa: ANN401 - as above
        self.watch.before(self.mobjects, self.renderer.time)
        super().play(*animations, **settings)
        self.mobjects = [*each_of(self.mobjects)]

    def frame_drawn(self, pixels: Pixels) -> None:
        """Looks at the texts of a frame."""
        self.watch.drawn(self.mobjects, pixels, self.renderer.time)

    def frame_passed(self) -> None:
        """Looks for texts that go through one another, at a moment that is not drawn."""
        self.watch.passed(self.mobjects)

    def judge(self, pixels: Pixels) -> tuple[Finding, ...]:
        """What cannot be read on the step's last frame (its `pixels`) and on the frames sampled before it."""
        return self.watch.judged(self.mobjects, pixels)

    def update_to_time(self, t: float) -> None:
        """Manim's hook before each frame: moves everything to `t`, then measures the invariants."""
        super().update_to_time(t)
        drawn = not self.renderer.skip_animations
        self.invariants.measure(self.frame_number, drawn=drawn)
        self.frame_number += drawn

    @property
    def mobjects(self) -> list[Mobject]:
        """What stands on the picture, of this scene and of one beside it."""
        return self._mobjects if self.host is None else self.host.mobjects

    @mobjects.setter
    def mobjects(self, standing: list[Mobject]) -> None:
        if self.host is None:
            self._mobjects = standing
        else:
            self.host.mobjects = standing

    # ── what a scene overrides ────────────────────────────────────────────────────────────────────────────────────────

    def begin(self) -> None:
        """Builds the section's mobjects and declares invariants; plays nothing. Runs before step 0."""

    def make_way(self, step: StepView) -> None:
        """Before each action: what stands in the middle, being alone, goes home if a formula comes beside it."""
        if step.shown:
            self.go_home()

    def go_home(self) -> None:
        """What stands in the middle, being alone, goes to its place beside others."""

    def lives(self) -> Sequence[LoopMotion]:
        """What of the picture moves a little while it stands and is still spoken of; each ends where it began.

        Without any, rings go out from its points, or a light runs through what is read.
        """
        return ()

    @action(STAY.describes)
    def stay(self, step: StepView) -> None:
        """Nothing moves but the step's formulas, and the scene beside."""

    # ── what a scene uses ─────────────────────────────────────────────────────────────────────────────────────────────

    def invariant(self, name: str, residual: Callable[[], float], tolerance: float) -> None:
        """From now on `|residual()| ≤ tolerance` must hold on every frame; measure the mobjects' own points."""
        self.invariants.declare(name, residual, tolerance)

    def promise(self, claims: Claims) -> None:
        """From now on what a figure claims of itself must hold."""
        for claim in claims:
            self.invariant(*claim)

    def starts(self, move: str) -> None:
        """The next animation begins the step's move of this name, which a word of the narration may call."""
        (self.host or self).move_names[self.renderer.num_plays] = move

    def need(self, name: str) -> None:
        """Brings in what an action builds on, if the script left it out: no order of actions crashes.

        What is called `name` is looked up: a method that `brings` it, else the action of this name, which is played.
        """
        bringing = self._bringers().get(name)
        if bringing is not None:
            for before in bringing.needs:
                self.need(before)
            bringing(self)
        elif name not in self.done:
            self._need_all(name)
            getattr(type(self), name)(self, StepView(()))
            self.done.add(name)

    def _need_all(self, action: str) -> None:
        """Brings in all that an action says it needs; one that overrides another without a mark needs the same."""
        stated = (getattr(vars(one).get(action), "needs", None) for one in type(self).__mro__)
        for name in next((needs for needs in stated if needs is not None), ()):
            self.need(name)

    @classmethod
    def _bringers(cls) -> dict[str, Any]:
        """The class's methods that bring something, by what they bring."""
        methods = [method for one in reversed(cls.__mro__) for method in vars(one).values()]
        return {name: method for method in methods if (name := getattr(method, "brings", ""))}

    def of_lesson(self, part: LessonPart) -> str | int:
        """A word or number of the lesson's; the scene has to say in `draws_of_lesson` that it draws it."""
        found = self._of_lesson(part)
        if found is None or isinstance(found, PictureValue):
            raise TypeError(f"the lesson's {part} is no word or number")
        return found.text.value if isinstance(found, Prose) else found

    def prose_of_lesson(self, part: LessonPart) -> Prose:
        """A text of the lesson's (`title`, `track`, `unit`), likewise."""
        found = self._of_lesson(part)
        if not isinstance(found, Prose):
            raise TypeError(f"the lesson's {part} is no text")
        return found

    def logo(self) -> PictureValue | None:
        """The course's logo, likewise; None if it has none."""
        found = self._of_lesson("logo")
        return found if isinstance(found, PictureValue) else None

    def _of_lesson(self, part: LessonPart) -> PartValue:
        given = dict(self.opening.lesson)
        if part not in given:
            raise LookupError(
                f"the lesson's {part} was not asked for: name it in {type(self).__name__}.draws_of_lesson"
            )
        return given[part]

    def show_formulas(self, step: StepView, run_time: float = 1.2) -> None:
        """Puts the step's formulas into the panel, morphing from what stands there; without any the panel stays."""
        if coming := self.formulas_coming(step):
            self.play(*coming, run_time=run_time)

    def formulas_coming(self, step: StepView) -> list[Animation]:
        """The same as animations, for what a move makes true; the panel holds them from now on, and they come once."""
        if not step.shown or step is self._come:
            return []
        self._come, before, width = step, self.panel, self.layout.panel.width
        coming = [self.formula_mobject(formula, width=width) for formula in step.formulas]
        for role, formula in zip((role for role, _ in step.shown), coming, strict=True):
            if role == "mistake":
                formula.set_fill(self.theme.wrong)
        self.panel = stack(coming, self.layout, before)
        return [Morph(before, self.panel), *self.backing()]

    def formulas_during(self, step: StepView) -> list[Animation]:
        """Those of a step that are true while its move lasts, to be played with it; others come when it is over."""
        return [] if step.tells_a_place else self.formulas_coming(step)

    def backing(self) -> list[Animation]:
        """The animations with which what lies behind the panel's formulas comes to fit them, where anything does."""
        return []

    def widen_figure(self, step: StepView) -> None:
        """The panel's formulas go to the side: the figure has the room they leave, unless they stand below it."""
        whole = self.layout
        if not whole.upright:
            formulas = [self.formula_mobject(one, width=whole.panel.width) for one in step.formulas] or self.panel
            wide = max((one.width for one in formulas), default=0.0) + CLEAR_OF_FIGURE + BESIDE_GAP / 2
            self.layout = whole.without_formulas(max(LEAST_PANEL, wide / whole.body.width))
        if step.shown or whole.upright:
            self.show_formulas(step)
        elif self.panel:
            self.play(*self.panel_refitted())

    def panel_leaving(self, step: StepView | None = None) -> list[FadeOut]:
        """The animations with which the panel's formulas leave, but for those that the step shows again."""
        leaving = [one for one in self.panel if step is None or one.tree not in [new.tree for new in step.formulas]]
        self.panel = [one for one in self.panel if one not in leaving]
        return [FadeOut(formula) for formula in leaving]

    def panel_refitted(self) -> list[Animation]:
        """The animations with which the panel's formulas go to where they stand in the panel as it is now."""
        self.panel, moves = refitted(self.panel, self.layout)
        return moves

    def _bound(self, arguments: tuple[Argument, ...]) -> dict[str, Any]:
        return {argument.name: bind(argument.value, self.model, self.formula) for argument in arguments}
