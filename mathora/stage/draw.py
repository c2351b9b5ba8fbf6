"""A section's steps, drawn: from a proven lesson to clips, stills and what was measured.

Owns: `draw_steps`, `draw_stills` and what they give, `opened` (a scene ready to be performed), `Nowhere`, and how a
scene class is found in its file.

Laws:
- Steps before a drawn one are fast-forwarded; a step's clip is the same bytes whether its predecessors were drawn or
  not.
- Manim's settings are set for the time of drawing and put back: the size, the rate, no files, no cache, no progress
  bars.
- A clip's invariants were measured on each of its frames before the frame was encoded.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from manim import tempconfig

from mathora.lesson import Fault
from mathora.plan import FrameFormat, Reading
from mathora.stage.film.drawing import View
from mathora.stage.film.encoder import Box, ClipEncoder, Pixels
from mathora.stage.film.png import write_png
from mathora.stage.film.renderer import ClipRenderer
from mathora.stage.invariants import InvariantReceipt
from mathora.stage.layout import LAYOUTS
from mathora.stage.parameters import Unfit
from mathora.stage.scene import LessonScene
from mathora.stage.text.latex_outlines import Setter, set_by_typst

if TYPE_CHECKING:
    from mathora.lesson import Section
    from mathora.prove import Proven


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """One step's clip and still as files; `ticks` are its encoded frames' times, `motion` the tick of the last state.

    `findings` is what cannot be read on it (rule, message, hint), `reading` what it brings to read.
    """

    index: int
    ticks: tuple[int, ...]
    motion: int
    invariants: tuple[InvariantReceipt, ...]
    findings: tuple[tuple[str, str, str], ...]
    reading: Reading
    clip: Path
    still: Path


@dataclass(frozen=True, slots=True)
class DrawnStill:
    """One step's last frame, `pixels` (height, width, RGBA); the rest as in `DrawnStep`."""

    index: int
    pixels: Pixels
    motion: int
    findings: tuple[tuple[str, str, str], ...]
    reading: Reading


class StepFailed(Exception):  # noqa: N818 - says what happened to a step
    """A step could not be drawn: the scene raised, or the picture broke what it promised. The cause is chained.

    `faults` are the author's, if what the script gives the scene does not fit it.
    """

    def __init__(self, address: str, reason: str, faults: tuple[Fault, ...] = ()) -> None:
        self.address, self.reason, self.faults = address, reason, faults
        super().__init__(address, reason, faults)

    def __str__(self) -> str:
        return f"{self.address}: {self.reason}"


def draw_steps(  # noqa: PLR0913, PLR0917 - what draws a step is these
    proven: Proven,
    section_id: str,
    scene_file: Path,
    wanted: Collection[int],
    frames: FrameFormat,
    folder: Path,
    drawn: Callable[[int, int], None] = lambda _step, _tick: None,
    setter: Setter = set_by_typst,
) -> Iterator[DrawnStep]:
    """Draw the `wanted` steps (indices from 0) of a section into `folder`, in order; `drawn(step, tick)` after each
    frame.

    Raises `StepFailed`.
    """
    with opened(proven, section_id, scene_file, frames, setter, folder) as (scene, renderer):
        for index in range(max(wanted) + 1):
            with _blaming(scene.section, index):
                if index in wanted:
                    yield _draw(scene, renderer, index, folder, drawn)
                else:
                    renderer.begin(None)
                    scene.perform(index)


def draw_stills(  # noqa: PLR0913, PLR0917 - as above
    proven: Proven,
    section_id: str,
    scene_file: Path,
    wanted: Collection[int],
    frames: FrameFormat,
    setter: Setter = set_by_typst,
    scratch: Path | None = None,
) -> Iterator[DrawnStill]:
    """The last frame of each `wanted` step of a section, in order. No frame in between is drawn.

    Raises `StepFailed`.
    """
    with opened(proven, section_id, scene_file, frames, setter, scratch) as (scene, renderer):
        for index in range(max(wanted) + 1):
            with _blaming(scene.section, index):
                renderer.begin(None)
                scene.perform(index)
                if index in wanted:
                    motion, reading = renderer.tick, _reading(scene, renderer)
                    renderer.begin(Nowhere())
                    renderer.still(scene)
                    findings = tuple((*one,) for one in scene.judge(renderer.pixels))
                    yield DrawnStill(index, renderer.pixels, motion, findings, reading)


def _draw(
    scene: LessonScene, renderer: ClipRenderer, index: int, folder: Path, drawn: Callable[[int, int], None]
) -> DrawnStep:
    clip, still = folder / f"{index}.mp4", folder / f"{index}.png"
    with ClipEncoder(clip, renderer.frames) as encoder:
        renderer.begin(_Counted(encoder, index, drawn))
        scene.perform(index)
        renderer.still(scene)
    write_png(still, renderer.pixels)
    receipts, findings = scene.invariants.receipts(), tuple((*one,) for one in scene.judge(renderer.pixels))
    ticks, reading = tuple(encoder.ticks), _reading(scene, renderer)
    return DrawnStep(index, ticks, renderer.tick, receipts, findings, reading, clip, still)


def _reading(scene: LessonScene, renderer: ClipRenderer) -> Reading:
    """What the step that was performed brings to read, by ticks."""
    return tuple((renderer.frames.ticks(seconds), words) for seconds, words in scene.to_read)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A sink that tells of each frame it passes on."""

    encoder: ClipEncoder
    index: int
    drawn: Callable[[int, int], None]

    def show(self, tick: int, pixels: Pixels, changed: Sequence[Box]) -> bool:
        new = self.encoder.show(tick, pixels, changed)
        self.drawn(self.index, tick)
        return new


@dataclass(frozen=True, slots=True)
class Nowhere:
    """A sink for a picture that is wanted as pixels only."""

    def show(self, tick: int, pixels: Pixels, changed: Sequence[Box]) -> bool:  # noqa: ARG002 - the sink's form
        """Keeps nothing."""
        return bool(changed)


@contextmanager
def opened(  # noqa: PLR0913, PLR0917 - as above
    proven: Proven,
    section_id: str,
    scene_file: Path,
    frames: FrameFormat,
    setter: Setter = set_by_typst,
    scratch: Path | None = None,
) -> Iterator[tuple[LessonScene, ClipRenderer]]:
    """The section's scene, opened, with its renderer; within Manim's settings for these frames.

    Manim's own folder is made in `scratch`, or else among the system's temporary ones.
    """
    section = next(one for one in proven.lesson.sections if one.id == section_id)
    layout = LAYOUTS[frames.aspect]
    logging.getLogger("manim").setLevel(logging.ERROR)
    with (
        TemporaryDirectory(prefix="mathora-manim-", dir=scratch) as media,
        tempconfig(
            {
                "pixel_width": frames.width,
                "pixel_height": frames.height,
                "frame_rate": frames.rate,
                "frame_width": layout.frame.height * frames.width / frames.height,
                "frame_height": layout.frame.height,
                "media_dir": media,
                "dry_run": True,
                "disable_caching": True,
                "progress_bar": "none",
                "seed": 0,
            }
        ),
    ):
        renderer = ClipRenderer(frames, View(frames.width, frames.height, frames.height / layout.frame.height))
        scene_class = load_scene(section.scene.value, scene_file)
        with _blaming(section):
            scene = scene_class(proven, section, layout=layout, renderer=renderer, setter=setter)
            scene.open()
        yield scene, renderer


def load_scene(name: str, file: Path) -> type[LessonScene]:
    """The scene class `name` that `file` defines; the file is trusted code of the course's."""
    module_name = f"mathora_scene_{file.stem}"
    spec = importlib.util.spec_from_file_location(module_name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[module_name] = module  # dataclasses in the file look their module up
    spec.loader.exec_module(module)
    scene_class = getattr(module, name)
    if not (isinstance(scene_class, type) and issubclass(scene_class, LessonScene)):
        raise TypeError(f"{name} in {file} is not a LessonScene")
    return scene_class


@contextmanager
def _blaming(section: Section, index: int | None = None) -> Iterator[None]:
    """What goes wrong inside is the fault of this step of the section; without a step, of its beginning."""
    address = section.id if index is None else f"{section.id}/{section.steps[index].id}"
    try:
        yield
    except (StepFailed, MemoryError, GeneratorExit):
        raise
    except Unfit as unfit:
        named = section.scene if index is None else section.steps[index].action
        fault = Fault(named.place, "does-not-fit", str(unfit), length=len(named.value))
        raise StepFailed(address, str(unfit), (fault,)) from unfit
    except Exception as error:
        raise StepFailed(address, f"{type(error).__name__}: {error}") from error
