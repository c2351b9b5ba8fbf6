"""Progress of a render: a live bar for a reader, events for a tool, a last line where nobody watches.

Law: progress is only shown here; nothing is estimated or decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.progress import BarColumn, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.text import Text as Line

from mathora.cli.events import emit
from mathora.cli.faults import harmless
from mathora.cli.repeated import Told

if TYPE_CHECKING:
    from mathora.render import LostStep, Progress, Reporter

OURS = (
    "This is a mistake of the scene's, not of your lesson: what a scene cannot draw, check has to tell. Please send "
    "{script} and the lines above to those who made the scene (Mathora's scenes are Mathora's)."
)


class Watch:
    """What is shown while lessons are drawn; use it as a context, and `reporter` once for each lesson."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self.told: list[Told] = []
        console = Console(stderr=True)
        self._bars = Bars(
            TextColumn("{task.fields[lesson]}"), BarColumn(bar_width=None), TextColumn("{task.fields[state]}"),
            console=console, disable=as_json or not console.is_terminal, transient=True,
        )  # fmt: skip

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def reporter(self, lesson: str) -> Reporter:
        """Shows the progress of one lesson."""
        task = self._bars.add_task("", total=None, lesson=Line(harmless(lesson)), state="")

        def report(progress: Progress) -> None:
            if self._as_json:
                _emit(lesson, progress)
            else:
                self._show(task, progress)

        return report

    def tell(self, event: str, line: str, **values: object) -> None:
        """Something that happened: a line for a reader, above the bars, or an event for a tool."""
        self.told.append(Told(event, harmless(line), values))
        if self._as_json:
            emit(event, **values)
        else:
            self._bars.console.print(Line(harmless(line)), soft_wrap=True)

    def tell_lost(self, lost: Sequence[LostStep], script: str) -> None:
        """Steps of a script that could not be drawn; where a scene failed, that it is no fault of the lesson's."""
        for one in lost:
            self.tell("lost", f"could not draw {one}", step=one.address, reason=one.reason)
        if any(one.of_scene for one in lost):
            self.tell("ours", OURS.format(script=script))
        self.tell("kept", "What was drawn is kept; the next run draws only what is missing.")

    def _show(self, task: TaskID, progress: Progress) -> None:
        self._bars.update(
            task, completed=progress.frames, total=max(progress.frames_to_draw, 1), state=state_of(progress)
        )


def state_of(progress: Progress) -> str:
    """A build's state in words: steps, frames, pace and time left."""
    parts = [f"{progress.steps}/{progress.steps_to_draw} steps", f"{progress.frames}/{progress.frames_to_draw} frames"]
    if progress.frames_per_second:
        parts.append(f"{progress.frames_per_second:.0f} fps")
    if progress.seconds_left is not None:
        minutes, seconds = divmod(round(progress.seconds_left), 60)
        parts.append(f"{minutes}:{seconds:02d} left")
    return " · ".join(parts)


def _emit(lesson: str, progress: Progress) -> None:
    emit(
        "progress", lesson=lesson, steps=progress.steps, steps_to_draw=progress.steps_to_draw, frames=progress.frames,
        frames_to_draw=progress.frames_to_draw, frames_per_second=round(progress.frames_per_second, 1),
        seconds_left=None if progress.seconds_left is None else round(progress.seconds_left, 1),
    )  # fmt: skip
