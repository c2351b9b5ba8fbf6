"""What one worker does: draw a run of steps of one section, and keep each as soon as it is finished.

Owns: `Job`, `Beat`, the drawers `clips_of`, `stills_of`; `draw_into`, `draw_away`, `prepare_process`, `no_settings`.

Laws:
- Manim is imported here, in a worker, and only when there is something to draw; no `manim.cfg` has a say in it.
- A finished step is in the store before the next begins: whatever happens to the worker, it is not drawn again.
- A step is kept under a key only if what drew it is what the key says, from the job's begin until the step is finished.
- A beat says which step is being drawn and how far it is; a worker that lives goes on telling.
- A worker ends when its parent does.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache, partial
from multiprocessing import parent_process
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from mathora.bounds import limit_data
from mathora.isolated import take_environment
from mathora.plan import DrawnStep, SceneSource, SectionView, StepFailed
from mathora.render.files import naming, scratch_folder
from mathora.render.latex_program import LatexPages
from mathora.render.program import Program
from mathora.render.store import ClipStore

if TYPE_CHECKING:
    from mathora.stage.text.typesetting import DisplaySetter

BEAT_SECONDS = 0.1  # a beat is told at most this often

SELDOM = 5_000
"""Objects after which a worker looks for cycles: seven times as many as usual, which imports Manim a fifth sooner."""


Drawer = Callable[["Job", Path, Callable[[int, int], None]], Iterator[DrawnStep]]
"""Draws a job's steps, with a folder for its scratch work; calls back with (step index, tick) after each frame.

Raises `StepFailed`.
"""


@dataclass(frozen=True, slots=True)
class Job:
    """Steps of one section to draw in one go: `steps` are (index from 0, key), ascending; `view` ends with the last.

    `addresses` (`section/step`) are those of the view's steps. `pages` are the view's formulas as LaTeX set them;
    without them Typst does.
    """

    section: str
    addresses: tuple[str, ...]
    view: SectionView
    source: SceneSource
    program: Program
    steps: tuple[tuple[int, str], ...]
    memory: int
    drawer: Drawer
    pages: LatexPages | None

    def address(self, index: int | None) -> str:
        """`section/step` of a step by its index; the section, for its beginning."""
        return self.section if index is None else self.addresses[index]


@dataclass(frozen=True, slots=True)
class Beat:
    """How far a worker is: its process, the step (index) that it draws, the step's last tick, and frames drawn in this
    job.
    """

    pid: int
    step: int
    tick: int
    frames: int
    seconds: float


@cache
def import_drawing() -> int:
    """Imports what draws, and what computes; when it began to, in nanoseconds since the epoch."""
    began = time.time_ns()
    with scratch_folder("mathora-draw-") as folder, no_settings(folder):
        from mathora.formula.meaning import code  # noqa: F401, PLC0415 - SymPy is imported where it is needed
        from mathora.stage import draw  # noqa: F401, PLC0415 - Manim is imported in workers only
    return began


def clips_of(job: Job, folder: Path, drawn: Callable[[int, int], None], *, stills: bool = False) -> Iterator[DrawnStep]:
    """The drawer of films: Manim's scenes, frame by frame; of `stills`, each step's last frame."""
    imported = import_drawing()
    from mathora.stage.draw import draw_steps  # noqa: PLC0415 - as above

    if written := job.program.written_since(imported):
        raise StepFailed(job.steps[0][0], f"the file of {written} was written meanwhile; run it again", of_scene=False)
    wanted = [index for index, _ in job.steps]
    return draw_steps(job.view, job.source, wanted, drawn, setter_of(job.pages), folder, stills=stills)


stills_of = partial(clips_of, stills=True)


@contextmanager
def no_settings(folder: Path) -> Iterator[None]:
    """A block in which Manim may be imported: it looks for a `manim.cfg` in an empty folder, in place of ours and home.

    What it finds would change pictures, or end the import, on one machine and not on another.
    """
    place, homes = Path.cwd(), {name: os.environ.get(name) for name in ("HOME", "USERPROFILE")}
    os.environ.update(dict.fromkeys(homes, str(folder)))
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(place)
        for name, value in homes.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def setter_of(pages: LatexPages | None) -> DisplaySetter:
    """What sets formulas in this worker."""
    from mathora.stage.text.latex_outlines import SetByLatex  # noqa: PLC0415 - as above
    from mathora.stage.text.typesetting import set_by_typst  # noqa: PLC0415 - as above

    return set_by_typst if pages is None else SetByLatex(pages)


def draw_into(job: Job, store: Path, beat: Path) -> None:
    """Draw the job's steps into the store at `store`, beating into the file `beat`; unfinished work lies beside it."""

    def tell(one: Beat) -> None:
        fresh = beat.with_suffix(".new")
        with naming(fresh):
            fresh.write_text(json.dumps(asdict(one)), encoding="ascii")
        fresh.replace(beat)

    kept = ClipStore(store)
    for key, step in _drawn(job, tell, beat.parent):
        kept.add(key, step)


def draw_away(job: Job, topic: str, number: int) -> tuple[tuple[str, DrawnStep], ...]:
    """Draw the job's steps on a cluster's worker that does not see the store; they come back with their keys.

    Beats are told to the cluster under `topic`, with the job's `number` and the worker's address.
    """
    from distributed import get_worker  # noqa: PLC0415 - an optional extra

    worker = get_worker()

    def tell(one: Beat) -> None:
        worker.log_event(topic, (number, worker.address, asdict(one)))

    with scratch_folder("mathora-draw-") as scratch:
        return tuple(_drawn(job, tell, scratch))


def _drawn(job: Job, tell: Callable[[Beat], None], scratch: Path) -> Iterator[tuple[str, DrawnStep]]:
    """Each step with its key, as it is finished; drawn in a folder in `scratch`."""
    gc.collect()  # the last job's mobjects hold each other: without this the next ones come on top
    limit_data(job.memory)  # whoever started the process looks at it too, where the system cannot refuse
    keys = dict(job.steps)
    with TemporaryDirectory(prefix="mathora-draw-", dir=scratch) as name:
        pulse = _Pulse(tell, job.steps[0][0])
        _refuse_another_program(job, job.steps[0][0])
        for step in job.drawer(job, Path(name), pulse.beat):
            _refuse_another_program(job, step.index)
            yield keys[step.index], step


def _refuse_another_program(job: Job, index: int) -> None:
    """What another program draws than the step's key says is not kept. Raises `StepFailed`."""
    if difference := job.program.difference():
        reason = f"what draws is not what it was when the build began: {difference}; run it again"
        raise StepFailed(index, reason, of_scene=False)


class _Pulse:
    """Tells of a job's frames, not more often than anybody looks."""

    def __init__(self, tell: Callable[[Beat], None], first: int) -> None:
        self._tell = tell
        self._frames = 0
        self._began = self._told = time.monotonic()
        self._say(first, 0)

    def beat(self, step: int, tick: int) -> None:
        self._frames += 1
        now = time.monotonic()
        if now - self._told >= BEAT_SECONDS:
            self._told = now
            self._say(step, tick)

    def _say(self, step: int, tick: int) -> None:
        self._tell(Beat(os.getpid(), step, tick, self._frames, time.monotonic() - self._began))


def read_beat(path: Path) -> Beat | None:
    """The last beat; None if the job has not begun."""
    try:
        return Beat(**json.loads(path.read_text(encoding="ascii")))
    except FileNotFoundError:
        return None


def prepare_process(environment: dict[str, str]) -> None:
    """What a worker process does first: leave interrupts to its parent, and end when that ends. Its environment is
    given to it: one that was forked has that of the process which imported for it.
    """
    take_environment(environment)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(SELDOM)
    parent = parent_process()
    if parent is not None:

        def follow() -> None:
            parent.join()
            os._exit(1)

        threading.Thread(target=follow, daemon=True).start()
