"""A section on a bare stage: what a test of a scene needs, and no more.

`on_stage` opens a section written as YAML and yields its scene; `play` performs its steps without drawing. Formulas are
judged in this process, without a worker: the gate's bounds have their own tests.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import permutations, product
from pathlib import Path

from manim import ValueTracker

from mathora.lesson import SceneSignature
from mathora.plan import Finding, FrameFormat, SceneSource, SectionView, section_view
from mathora.prove import Proven, prove_lesson
from mathora.render.sources import Sources
from mathora.script import read_script
from mathora.stage.draw import Nowhere, draw_stills, opened
from tests.rows import long
from tests.standard_scenes import standard_scenes, starter_picture
from tests.verdicts import known_or_decided

SCENES = Path(__file__).resolve().parents[2] / "scenes"

HEADER = """
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  L(w_1, w_2): w_1^2 + 3 w_2^2
  t: (-6 w_2, 2 w_1)
  S(r, s): r^2 + s^2
  V(x): {is: x (6 - 2x)^2, domain: 0 \\le x \\le 3}
  D(x): {is: (x - 2)^2 + 1, domain: 0 \\le x \\le 3}
  P(x): \\frac{1}{4x - 1}
  H(x): {is: x^2, domain: x \\ge 1}
  Q(x): x^2
  R(x): \\frac{1}{x}
  B(x): \\sqrt{x^2}
  C(x): x^3 - 3x
  X(x): e^x
  A: [[2, 1], [1, 2]]
  J: [[0, -1], [1, 0]]
  v: [1, 1]
  E(x): {is: x + 1, domain: 0 \\le x \\le 3}
colors: {w_1: blue, w_2: orange, \\nabla L: yellow, x: teal, V: pink}
sections:
"""

SMALL = {"16:9": FrameFormat(320, 180, 10), "9:16": FrameFormat(180, 320, 10), "1:1": FrameFormat(240, 240, 10)}

READ = FrameFormat(1280, 720, 30)
"""Frames on which it is judged whether texts can be read."""

ASPECTS = ["9:16", long("16:9"), long("1:1")]
"""What a test of all aspects takes as rows: most leaves the frame where it is narrow, so that one is not left to `make
long`; in the usual one all other tests draw.
"""


def orders(actions: Iterable[str], length: int, every: int = 1) -> list:
    """Orders in which so many of a scene's actions may come, as rows of a test.

    Here each action comes once at each place, and another follows each; by `make long` each `every`-th order of all
    (of two actions also an action after itself).
    """
    names = [*actions]
    here = [tuple((names * 2)[at : at + length]) for at in range(len(names))]
    whole = [*(product(names, repeat=2) if length == 2 else permutations(names, length))][::every]
    return [*here, *(long(one) for one in whole if one not in here)]


def sectioned(scene: str, given: str) -> Callable[..., str]:
    """What makes a section of such a scene, with what it is given, of its steps; each says something."""
    head = f"\n  - id: a\n    title: A\n    scene: {scene}\n    with: {given}\n    steps:\n"
    return lambda *steps: head + "".join(f"      - {{{step}, say: a}}\n" for step in steps)


def proven_section(section: str, header: str = HEADER) -> Proven:
    """The lesson with this one section (YAML, indented by two) under its header's model, proved."""
    lesson = read_script(header + section, "test.yaml", catalogue(), pictures=starter_picture)
    return prove_lesson(lesson, known_or_decided)


def all_hold(scene) -> bool:
    """Whether each claim of the picture held whenever it was measured."""
    return all(one.largest <= one.tolerance for one in scene.invariants.receipts())


def all_measured(scene) -> bool:
    """Whether each claim of the picture was measured on drawn frames, and held."""
    receipts = scene.invariants.receipts()
    return bool(receipts) and all(one.frames for one in receipts) and all_hold(scene)


@contextmanager
def on_stage(
    section: str, aspect: str = "16:9", *, play: bool = True, header: str = HEADER, rate: int = 10
) -> Iterator:
    """The section's scene, all of its steps played (or none); what is drawn has `rate` frames a second."""
    with staged(proven_section(section, header), replace(SMALL[aspect], rate=rate)) as (scene, renderer):
        scene.renderer = renderer
        renderer.begin(None)
        for index in range(scene.length if play else 0):
            scene.perform(index)
        yield scene


@contextmanager
def staged(proven: Proven, frames: FrameFormat, section: int = 0) -> Iterator:
    """A section's scene, opened, with its renderer; here, and here only, `perform` takes a step's number."""
    view, source = viewed(proven, frames, section)
    with opened(view, source) as (scene, renderer):
        perform, scene.length = scene.perform, len(view.steps)
        scene.perform = lambda index: perform(view.steps[index])
        yield scene, renderer


def viewed(proven: Proven, frames: FrameFormat, section: int = 0) -> tuple[SectionView, SceneSource]:
    """A section as its scene sees it, and the scene's text."""
    one = proven.lesson.sections[section]
    source = Sources().of(*(catalogue()[use.scene.value] for use in one.scenes))
    return section_view(proven, one, catalogue(), frames), source


def unreadable(section: str, header: str = HEADER, frames: FrameFormat = READ) -> list[Finding]:
    """What cannot be read on the last frames of a section's steps."""
    view, source = viewed(proven_section(section, header), frames)
    return [one for still in draw_stills(view, source, range(len(view.steps))) for one in still.facts.findings]


def catalogue() -> dict[str, SceneSignature]:
    """The standard scenes."""
    return dict(standard_scenes())


def drawn(scene, index: int) -> None:
    """Performs a step frame by frame, so that invariants are measured on every frame."""
    scene.renderer.begin(Nowhere())
    scene.perform(index)


def seen_of(scene, tracker: Callable[[], ValueTracker | None]) -> list[float]:
    """The values of a tracker on the frames that are drawn from now on, where there is one."""
    seen: list[float] = []

    def look() -> float:
        if (one := tracker()) is not None:
            seen.append(float(one.get_value()))
        return 0.0

    scene.invariant("it is looked at", look, 1)
    return seen


def drawn_whole(scene) -> list:
    """Performs all steps frame by frame; what leaves the frame then."""
    for index in range(scene.length):
        drawn(scene, index)
    return outside(scene)


def outside(scene) -> list:
    """What can be seen and leaves the frame, by more than a thousandth of a scene unit."""
    return [one for one in seen(scene) if not scene.layout.frame.holds(one, 1e-3)]


def seen(scene) -> list:
    """The mobjects that can be seen (not the trackers)."""
    return [one for one in scene.mobjects if not isinstance(one, ValueTracker) and one.family_members_with_points()]
