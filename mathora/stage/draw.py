"""A section's steps, drawn: from a section's view to clips, stills and what was measured.

Owns: `draw_steps`, `draw_stills`, `opened` (a scene ready to be performed), `Nowhere`.

Laws:
- Steps before a drawn one are fast-forwarded; a step's clip is the same bytes whether its predecessors were drawn or
  not.
- Manim's settings are set for the time of drawing and put back: the size, the rate, no files, no cache, no progress
  bars.
- A clip's invariants were measured on each of its frames before the frame was encoded.
- Film and still are made in memory: a full disk cannot cut them.
- What goes wrong in a scene leaves as `StepFailed`, with the step's number.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from manim import config

from mathora.encoder import ClipEncoder, PixelBox, Pixels
from mathora.plan import DrawnStep, Finding, Move, Reading, SceneSource, SectionView, StepFacts, StepFailed, VisualStep
from mathora.stage.composition import composition_findings
from mathora.stage.film.drawing import View
from mathora.stage.film.png import png
from mathora.stage.film.renderer import ClipRenderer
from mathora.stage.layout import LAYOUTS
from mathora.stage.loops import draw_loops
from mathora.stage.plane.in_frame import arrow_findings
from mathora.stage.scene import LessonScene
from mathora.stage.scene_class import scene_class
from mathora.stage.text.typesetting import DisplaySetter, set_by_typst, with_fonts


def draw_steps(  # noqa: PLR0913, PLR0917 - what draws a step is these
    view: SectionView,
    source: SceneSource,
    wanted: Collection[int],
    drawn: Callable[[int, int], None] = lambda _step, _tick: None,
    setter: DisplaySetter = set_by_typst,
    scratch: Path | None = None,
    *,
    stills: bool = False,
) -> Iterator[DrawnStep]:
    """Draw the `wanted` steps (indices from 0) of a section, in order; `drawn(step, tick)` after each frame.

    Of `stills` the last frame only, after each step; no frame in between is drawn. Raises `StepFailed`.
    """
    with opened(view, source, setter, scratch) as (scene, renderer):
        for index, step in enumerate(view.steps[: max(wanted) + 1]):
            with _naming(index):
                if index in wanted and not stills:
                    yield _clip(scene, renderer, step, index, partial(drawn, index))
                    continue
                renderer.begin(None)
                scene.perform(step)
                if stills:
                    drawn(index, renderer.tick)
                if index in wanted:
                    yield _still(scene, renderer, index)


draw_stills = partial(draw_steps, stills=True)


def _clip(
    scene: LessonScene, renderer: ClipRenderer, step: VisualStep, index: int, drawn: Callable[[int], None]
) -> DrawnStep:
    """A step's film, with the loops of its last picture, and what is known of it."""
    with ClipEncoder(BytesIO(), renderer.frames, waits=False) as encoder:
        renderer.begin(_Counted(encoder, drawn))
        scene.perform(step)
        renderer.still(scene)
    findings, remarks = _judged(scene, renderer)
    loops = [*draw_loops(scene, renderer, step.pointed, lambda encoder: _Counted(encoder, drawn))]
    facts = StepFacts(
        ticks=tuple(encoder.ticks),
        motion=renderer.tick,
        moves=_moves(scene, renderer),
        loops=tuple(loop for loop, _ in loops),
        invariants=scene.invariants.receipts(),
        findings=findings,
        remarks=remarks,
        reading=_reading(scene, renderer),
        labels=scene.watch.written,
    )
    return DrawnStep(
        index=index,
        video=encoder.content(),
        loops=tuple(content for _, content in loops),
        still=png(renderer.pixels),
        facts=facts,
    )


def _still(scene: LessonScene, renderer: ClipRenderer, index: int) -> DrawnStep:
    """The last frame of the step that was performed."""
    motion, moves, reading = renderer.tick, _moves(scene, renderer), _reading(scene, renderer)
    renderer.begin(Nowhere())
    renderer.still(scene)
    findings, remarks = _judged(scene, renderer)
    facts = StepFacts(
        motion=motion, moves=moves, findings=findings, remarks=remarks, reading=reading, labels=scene.watch.written
    )
    return DrawnStep(index=index, still=png(renderer.pixels), facts=facts)


def _moves(scene: LessonScene, renderer: ClipRenderer) -> tuple[Move, ...]:
    """The animations of the step that was performed, with the names that the scene gave them."""
    return tuple(Move(start, end, scene.move_names.get(number, "")) for number, start, end in renderer.plays)


def _reading(scene: LessonScene, renderer: ClipRenderer) -> Reading:
    """What the step that was performed brings to read, by ticks."""
    return tuple((renderer.frames.ticks(seconds), words) for seconds, words in scene.to_read)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A sink that tells of each frame it passes on."""

    encoder: ClipEncoder
    drawn: Callable[[int], None]

    def show(self, tick: int, pixels: Pixels, changed: Sequence[PixelBox]) -> bool:
        new = self.encoder.show(tick, pixels, changed)
        self.drawn(tick)
        return new


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A sink for a picture that is wanted as pixels only."""

    def show(self, tick: int, pixels: Pixels, changed: Sequence[PixelBox]) -> bool:  # noqa: ARG002 - the sink's form
        """Keeps nothing."""
        return bool(changed)


@contextmanager
def opened(
    view: SectionView, source: SceneSource, setter: DisplaySetter = set_by_typst, scratch: Path | None = None
) -> Iterator[tuple[LessonScene, ClipRenderer]]:
    """The section's scene, opened, with its renderer; within Manim's settings for the view's frames.

    Manim's own folder is made in `scratch`, or else among the system's temporary ones.
    """
    frames = view.opening.frames
    layout = LAYOUTS[frames.aspect]
    logging.getLogger("manim").setLevel(logging.ERROR)
    with (
        np.errstate(all="ignore"),  # a function may have no value somewhere: an author is not told by NumPy
        TemporaryDirectory(prefix="mathora-manim-", dir=scratch) as media,
        _manim_set(
            pixel_width=frames.width,
            pixel_height=frames.height,
            frame_rate=frames.rate,
            frame_width=layout.frame.height * frames.width / frames.height,
            frame_height=layout.frame.height,
            media_dir=media,
            dry_run=True,
            disable_caching=True,
            progress_bar="none",
        ),
        ExitStack() as loaded,
    ):
        renderer = ClipRenderer(frames, View(frames.width, frames.height, frames.height / layout.frame.height))
        loaded.enter_context(with_fonts(view.opening.fonts, Path(media), leading=view.opening.own_typeface))
        with _naming(None):
            scene = loaded.enter_context(scene_class(source))(view.opening, renderer=renderer, setter=setter)
            if source.beside is not None:
                scene.invite(loaded.enter_context(scene_class(source.beside)))
            scene.open()
            for step in view.before:
                renderer.begin(None)
                scene.perform(step)
        yield scene, renderer


@contextmanager
def _manim_set(**settings: object) -> Iterator[None]:
    """Manim's settings have these values, then all are what they were. Its `tempconfig` always sets the renderer, too,
    which gives each class of Manim's its bases anew: Python's caches of them would be lost.
    """
    before = dict(config)
    config.update(settings)
    try:
        yield
    finally:
        config.update({name: value for name, value in before.items() if config[name] != value})


@contextmanager
def _naming(index: int | None) -> Iterator[None]:
    """What goes wrong inside happened in this step of the section; without a step, at its beginning."""
    try:
        yield
    except (StepFailed, MemoryError, GeneratorExit):
        raise
    except (Exception, SystemExit) as error:
        raise StepFailed(index, f"{type(error).__name__}: {error}") from error


def _judged(scene: LessonScene, renderer: ClipRenderer) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is wrong with the step's texts and, on its last frame, with its arrows; and what with its composition."""
    standing, pixels = scene.mobjects, renderer.pixels
    composed = composition_findings(standing, scene.panel, scene.layout, scene.theme, pixels)
    return (*scene.judge(pixels), *arrow_findings(standing, scene.layout.frame)), tuple(composed)
