"""The loops of a picture that stands: short motions that begin and end with it, drawn once and shown when needed.

Laws:
- A loop's last frame is the resting picture, pixel for pixel; one that is not is an error of its scene.
- Which loops there are is decided by the picture alone. Every symbol and every side of a formula that stands can be
  lit, those of the longest formulas first; what is said decides later which of them are shown.
- Invariants are measured on the frames of a loop that drives what follows it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import chain, pairwise

import numpy as np
from manim import VMobject

from mathora.encoder import ClipEncoder, PixelBox, Pixels
from mathora.formula import Node, walk, write_latex
from mathora.formula.tree import Relation, Symbol
from mathora.plan import Loop
from mathora.stage.film.renderer import ClipRenderer, FrameSink
from mathora.stage.living import WAYS, ways_to_live
from mathora.stage.loop_motions import Lit, LoopMotion, Together
from mathora.stage.scene import LessonScene
from mathora.stage.text.formula_mobject import FormulaMobject
from mathora.stage.text.standing_text import FULL, StandingText, standing_texts

ALIVE = 2.0  # seconds of a loop in which the picture lives
RISES, FALLS = 0.25, 0.4  # seconds in which a term is lit, and in which it is as before
FINEST, LIVELY = 20, 30  # frames a second that a slow loop needs at most, and one in which a term is lit
MOST_LIT = 6  # terms of one picture that can be lit

SMOOTHING, STRAY = 8, 5e-4
"""Pixels that differ by no more than this (of 255), or are no more than this share, were cut by the edge of a box."""


def draw_loops(
    scene: LessonScene, renderer: ClipRenderer, pointed: Sequence[str], sink: Callable[[ClipEncoder], FrameSink]
) -> Iterator[tuple[Loop, bytes]]:
    """The loops of the picture that stands, and their films; `pointed` is the LaTeX of terms that have to be lit,
    `sink` is put around each film's encoder.

    A film is finished while the next one is drawn. Raises `RuntimeError` if a scene's own motion does not end where it
    began.
    """
    for before, _ in pairwise(chain(_loops(scene, renderer, pointed, sink), [None])):
        if before is not None:
            yield before[0], before[1].content()


def _loops(
    scene: LessonScene, renderer: ClipRenderer, pointed: Sequence[str], sink: Callable[[ClipEncoder], FrameSink]
) -> Iterator[tuple[Loop, ClipEncoder]]:
    """The loops, and what encodes them."""
    rate = renderer.frames.rate
    texts = standing_texts(scene.mobjects)
    for name, groups in _terms(texts, pointed).items():
        rises, falls = (math.ceil(seconds * rate) for seconds in (RISES, FALLS))
        apart = max(1, rate // LIVELY)
        phases = [(tick, 0.5 * tick / rises) for tick in range(0, rises, apart)]
        phases += [(rises + tick, 0.5 + 0.5 * tick / falls) for tick in range(0, falls, apart)]
        lit = Lit(groups, scene.theme.foreground)
        if drawn := _drawn(scene, renderer, lit, phases, rises + falls, sink):
            yield drawn[0]._replace(name=name, peak=rises), drawn[1]
    count = math.ceil(ALIVE * rate)
    frames = [(tick, tick / count) for tick in range(0, count, max(1, rate // FINEST))]
    own = [*scene.lives(), *(scene.guest.lives() if scene.guest else ())]
    left = WAYS
    for motions in ways_to_live(scene, own, texts):
        if drawn := _drawn(scene, renderer, Together(motions), frames, count, sink):
            yield drawn
            left -= 1
            if not left:
                return
        elif motions is own:
            raise RuntimeError(f"{type(scene).__name__}.lives gives a motion that does not end where it began")


def _drawn(  # noqa: PLR0913, PLR0917 - what a loop is made of
    scene: LessonScene,
    renderer: ClipRenderer,
    motion: LoopMotion,
    frames: Sequence[tuple[int, float]],
    end: int,
    sink: Callable[[ClipEncoder], FrameSink],
) -> tuple[Loop, ClipEncoder] | None:
    """A loop whose `frames` are (tick, phase); at tick `end` the picture rests again.

    None if it is another picture then: many lines that are cut where a box is drawn anew would be seen to flicker.
    """
    resting, moving = renderer.pixels.copy(), frozenset(map(id, motion.moving))
    with ClipEncoder(BytesIO(), renderer.frames, waits=False) as encoder:
        shown, touched = sink(encoder), set[PixelBox]()
        scene.mobjects.extend(motion.parts)
        for tick, phase in frames:
            motion.show(phase)
            if motion.drives:
                scene.update_mobjects(0)
                scene.invariants.measure(scene.frame_number)
            touched |= renderer.show_apart(scene, shown, tick, moving)
        motion.rest()
        del scene.mobjects[len(scene.mobjects) - len(motion.parts) :]
        if motion.drives:
            scene.update_mobjects(0)
        if not _same(resting, renderer.show_again(scene, shown, end, moving, resting, touched)):
            return None
    return Loop("", tuple(encoder.ticks), end + 1), encoder


def _same(one: Pixels, other: Pixels) -> bool:
    """Whether two pictures are the same, but for the smoothing where a path was cut by a box that was drawn anew."""
    height, width, _ = one.shape
    changed = (one.view("<u4") != other.view("<u4"))[:, :, 0]
    differs = (np.abs(one[changed].astype(np.int16) - other[changed]) > SMOOTHING).any(axis=1)
    return bool(differs.sum() <= STRAY * height * width)


def _terms(texts: Sequence[StandingText], pointed: Sequence[str]) -> dict[str, list[list[VMobject]]]:
    """What can be lit: the glyphs of each place where a term stands, by the term's LaTeX; first what is pointed at."""
    formulas = [text.mobject for text in texts if isinstance(text.mobject, FormulaMobject) and text.opacity > FULL]
    found: dict[str, list[list[VMobject]]] = {term: [] for term in pointed}
    for formula in sorted(formulas, key=lambda one: -len(one.submobjects)):
        for path, node in _worth_lighting(formula.tree, pointed):
            glyphs = [*formula.under(path).submobjects]
            if glyphs:
                found.setdefault(write_latex(node), []).append(glyphs)
    return {term: groups for term, groups in [*found.items()][:MOST_LIT] if groups}


def _worth_lighting(tree: Node, pointed: Sequence[str]) -> Iterator[tuple[tuple[int, ...], Node]]:
    """What is pointed at, the formula, its sides, and its symbols, but for what stands inside one of these."""
    within: list[tuple[int, ...]] = []
    for path, node in walk(tree):
        if not path or (isinstance(tree, Relation) and len(path) == 1) or write_latex(node) in pointed:
            yield path, node
        elif isinstance(node, Symbol) and not any(path[: len(one)] == one for one in within):
            within.append(path)
            yield path, node
