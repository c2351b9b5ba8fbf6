"""A small lesson as a `Story`, made by hand: what the exporters' tests are run on."""
# ruff: noqa: E501, FBT003 - tables: a formula, a step or an answer to a line

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mathora.export.content.story import (
    Caption,
    ChapterStory,
    Check,
    Choice,
    Cleared,
    CurvePlay,
    MapPlay,
    Moment,
    Rest,
    Spelling,
    Story,
    SymbolLabel,
)  # fmt: skip
from mathora.words import words_of


def spelling(tex: str, inner: str, spoken: str, typst: str) -> Spelling:
    return Spelling(tex, f"<math>{inner}</math>", f'<math display="block">{inner}</math>', spoken, typst)


def _indexed(letter: str, index: str, colour: str) -> str:
    return f'<msub class="ink-{colour}"><mi>{letter}</mi><mn>{index}</mn></msub>'


W1, W2 = _indexed("w", "1", "blue"), _indexed("w", "2", "orange")
w1 = spelling("w_1", W1, "w one", "w_1")
w2 = spelling("w_2", W2, "w two", "w_2")
NABLA = '<mrow class="ink-yellow"><mo>∇</mo><mi>L</mi></mrow>'


def _partial(below: str) -> str:
    return f"<mfrac><mrow><mo>∂</mo><mi>L</mi></mrow><mrow><mo>∂</mo>{below}</mrow></mfrac>"


d1 = spelling(
    r"\frac{\partial L}{\partial w_1}",
    _partial(W1),
    "the partial derivative of L with respect to w one",
    "(partial L)/(partial w_1)",
)
d2 = spelling(
    r"\frac{\partial L}{\partial w_2}",
    _partial(W2),
    "the partial derivative of L with respect to w two",
    "(partial L)/(partial w_2)",
)
loss = spelling(
    "L = w_1^2 + 3 w_2^2",
    f"<mi>L</mi><mo>=</mo><msup>{W1}<mn>2</mn></msup><mo>+</mo><mn>3</mn><msup>{W2}<mn>2</mn></msup>",
    "L equals w one squared plus three w two squared",
    "L = w_1^2 + 3 w_2^2",
)
d1_is = spelling(
    d1.tex + " = 2 w_1",
    _partial(W1) + f"<mo>=</mo><mn>2</mn>{W1}",
    d1.spoken + " equals two w one",
    d1.typst + " = 2 w_1",
)
d2_is = spelling(
    d2.tex + " = 6 w_2",
    _partial(W2) + f"<mo>=</mo><mn>6</mn>{W2}",
    d2.spoken + " equals six w two",
    d2.typst + " = 6 w_2",
)
nabla = spelling(r"\nabla L", NABLA, "the gradient of L", "nabla L")
nabla_is = spelling(
    r"\nabla L = (2 w_1, 6 w_2)",
    f'{NABLA}<mo>=</mo><mo>(</mo><mn>2</mn>{W1}<mo separator="true">,</mo><mn>6</mn>{W2}<mo>)</mo>',
    "the gradient of L equals the vector two w one, six w two",
    "nabla L = (2 w_1, 6 w_2)",
)
minus_nabla = spelling(r"-\nabla L", f"<mo>−</mo>{NABLA}", "minus the gradient of L", "-nabla L")
plain_l = spelling("L", "<mi>L</mi>", "L", "L")
step_rule = spelling(
    r"w \leftarrow w - \eta \nabla L",
    f"<mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi>{NABLA}",
    "w becomes w minus eta times the gradient of L",
    "w <- w - eta nabla L",
)
x = spelling("x", '<mi class="ink-teal">x</mi>', "x", "x")
volume = spelling(
    "V(x) = x (6 - 2x)^2",
    '<mi class="ink-pink">V</mi><mo>(</mo><mi class="ink-teal">x</mi><mo>)</mo><mo>=</mo><mi class="ink-teal">x</mi><msup><mrow><mo>(</mo><mn>6</mn><mo>−</mo><mn>2</mn><mi class="ink-teal">x</mi><mo>)</mo></mrow><mn>2</mn></msup>',
    "V of x equals x times six minus two x, squared",
    "V(x) = x (6 - 2x)^2",
)

BOX = CurvePlay(
    function="(x0) => x0*Math.pow(6 - 2*x0, 2)",
    slope="(x0) => 12*(3 - x0)*(1 - x0)",
    name="V",
    colour="pink",
    at=SymbolLabel("x", "", "x", "teal", x),
    domain=(0.0, 3.0),
    heights=(0.0, 18.24),
    sheet=6.0,
    start=0.35,
    best=(1.0, 16.0),
    rests=(Rest(1.0, "maximum"), Rest(3.0, "minimum")),
    remarks={
        "uphill": ("uphill: a bigger cut still helps",),
        "level": ("level: no cut does better",),
        "downhill": ("downhill: you have cut too much",),
    },
)
MAP = MapPlay(
    function="(x0, x1) => Math.pow(x0, 2) + 3*Math.pow(x1, 2)",
    partials=("(x0, x1) => 2*x0", "(x0, x1) => 6*x1"),
    variables=(SymbolLabel("w", "1", "w₁", "blue", w1), SymbolLabel("w", "2", "w₂", "orange", w2)),
    span=(-2.0, 2.0),
    start=(-1.6, 1.0),
    rate=0.1,
    levels=tuple(16 * k / 9 for k in range(1, 9)),
    name=plain_l,
    partial_names=(d1, d2),
    gradient_name=nabla,
    step_rule=step_rule,
)

SUMMARY = (
    "A model has many knobs, and the loss depends on all of them. Bundle every partial derivative together "
    "and you get the gradient: the single most important vector in machine learning."
)

Plan = tuple[str, tuple, tuple, tuple, str]

SECTIONS: tuple[tuple[str, tuple, dict, tuple[Plan, ...]], ...] = (
    (
        "one-knob", ("Partial derivatives: one knob at a time",), {},
        (
            ("surface", ("Here is a loss with only two knobs, ", w1, " and ", w2, ". The height above the floor is the loss."), (), (loss,), "A shaded bowl grows out of its floor."),
            ("freeze", ("So take one freedom away. Hold ", w2, " still. A plane cuts through the surface, and all that is left is a single curve."), (), (d1_is,), "A plane cuts the surface where w two equals one."),
            ("other", ("Now swap the roles. It is the same calculus that you know, applied one direction at a time."), (), (d1_is, d2_is), "Another plane cuts the surface."),
        ),
    ),
    (
        "gradient", ("The gradient: all the partials at once",), {},
        (
            ("stack", ("Stack the two, and they become one arrow. This is the gradient of ", plain_l, "."), (), (nabla_is,), "Two arrows become one."),
            ("flip", ("Straight against it lies the steepest way down. To reduce the loss fastest, step along ", minus_nabla, "."), (), (), "A second arrow points the opposite way."),
        ),
    ),
    (
        "steepest-descent", ("Steepest descent",), {"play": MAP},
        (
            ("place", ("A computer cannot roll. It takes steps.",), (), (step_rule,), "A map with a ball."),
            ("descend", ("One step, and the loss has dropped.",), (), (), "The ball hops downhill."),
        ),
    ),
    (
        "best-box", ("See it move: the best box",), {"play": BOX},
        (
            ("fold", ("Fold up the sides, and you have an open box. How much does it hold?",), (), (volume,), "The flaps fold up."),
            ("tangent", ("With a cut of 0.35, the volume is 9.8, and the slope is 20.7. That is uphill, so a bigger cut still helps.",), (), (), "A tangent touches the curve."),
        ),
    ),
    (
        "confusions", ("Common confusion, cleared",),
        {
            "cleared": (
                Cleared(("The gradient points toward the minimum.",), ("It points toward the steepest increase: uphill. You follow its negative to descend.",), None, minus_nabla),
                Cleared(("Partial derivatives need new calculus.",), ("They are ordinary derivatives, with the other variables treated as constants.",), None, None),
            ),
        },
        (("myth", ("Two confusions are so common that we should clear them up.",), (), (), "A card with a myth."),),
    ),
    (
        "quick-check", ("Check yourself: two quick questions",),
        {
            "checks": (
                Check(
                    ("To decrease the loss as fast as possible, step in the direction of …",),
                    (
                        Choice(("the gradient, ", nabla), False, ("That is the steepest way up.",)),
                        Choice(("its negative, ", minus_nabla), True, ("The gradient points steepest uphill, so its negative points steepest downhill.",)),
                        Choice(("the contour line",), False, ("Along a contour line, the loss does not change at all.",)),
                    ),
                    "quick-check/reveal",
                ),
                Check(
                    ("For ", loss, ", the partial ", d2, " is …"),
                    (
                        Choice((spelling("3 w_2", f"<mn>3</mn>{W2}", "three w two", "3 w_2"),), False, ("The square brings down a factor of two.",)),
                        Choice((spelling("6 w_2", f"<mn>6</mn>{W2}", "six w two", "6 w_2"),), True, ("With ", w1, " frozen, only the second term changes.")),
                    ),
                    "quick-check/reveal",
                ),
            ),
        },
        (
            ("ask", ("Check yourself. Which way do you step?",), (), (), "A question with three answers."),
            ("reveal", ("Against the gradient. It points steepest uphill.",), (), (), "The second answer gets its tick."),
        ),
    ),
    (
        "recap", ("Recap",),
        {
            "points": (
                ("A partial derivative varies one parameter, freezing the rest.",),
                ("The gradient ", nabla, " stacks all partials and points steepest uphill."),
                ("Models learn by stepping along ", minus_nabla, ", perpendicular to the loss contours."),
            ),
        },
        (("close", ("One knob at a time, and then all of them at once.",), (), (), "An arrow field fills the frame."),),
    ),
)  # fmt: skip


def small_story(folder: Path, motion: float = 1.0, hold: float = 3.0) -> Story:
    """The lesson with its clips and stills at `folder`/<section>.<step>.mp4 and .png; they need not exist."""
    chapters: list[ChapterStory] = []
    now = 0.0
    for section, title, more, plans in SECTIONS:
        moments = []
        for step, say, notes, shows, picture in plans:
            said = say if isinstance(say, tuple) else (say,)
            stem = folder / f"{section}.{step}"
            moments.append(
                Moment(
                    f"{section}/{step}",
                    now,
                    motion,
                    hold,
                    said,
                    (Caption(now, now + motion + hold, (f"Caption of {section}", step)),),
                    notes,
                    shows,
                    picture,
                    stem.with_name(stem.name + ".mp4"),
                    stem.with_name(stem.name + ".png"),
                )
            )
            now += motion + hold
        chapters.append(ChapterStory(section, title, tuple(moments), **more))
    return Story(
        id="small",
        words=words_of("en"),
        title=("Partial derivatives & the gradient",),
        track=("Math for ML",),
        unit=("Optimization & gradient descent",),
        number=2,
        level="Medium",
        minutes=9,
        summary=(SUMMARY,),
        chapters=tuple(chapters),
        verdicts=(("definition", 1), ("mistake", 2), ("notation", 5), ("proved", 7)),
        dark=True,
        width=1280,
        height=720,
        author="",
        licence="",
    )


__all__ = ["BOX", "MAP", "replace", "small_story", "spelling"]
