"""Jobs on workers: the longest first, the dead and the hung replaced, the guilty named.

Owns: `Crew`, which runs jobs on executors and says what was lost.

Laws:
- A worker's death may break the jobs of others; whatever was under way is done again, each job alone, so that the
  second death shows whose fault it is. A step that was under way in two deaths is lost; later steps of its section are
  lost with it.
- A step that a scene cannot draw is not tried twice.
- What was finished is in the store and is not done again.
"""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

from mathora.render.clip import LostStep
from mathora.render.worker import Beat, DrawingFailed, Job, prepare_process, read_beat

POLL_SECONDS = 0.1
ATTEMPTS = 2
"""How often a step may be under way when its worker ends."""

ExecutorMaker = Callable[[int], Executor]


def processes(count: int) -> Executor:
    """Fresh processes, each importing what it needs once."""
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=prepare_process)


@dataclass(slots=True)
class _Running:
    """A job under way."""

    job: Job
    beat_file: Path
    beat: Beat | None = None
    beat_seen: float = field(default_factory=time.monotonic)


class Crew:
    """Runs jobs. `submit` sends a job to an executor; `is_kept` says whether a key is in the store by now."""

    def __init__(  # noqa: PLR0913 - what a crew is told
        self,
        *,
        make: ExecutorMaker,
        workers: int,
        submit: Callable[[Executor, Job, Path], Future[None]],
        is_kept: Callable[[str], bool],
        beats: Path,
        patience: float,
        watch: Callable[[Iterable[Beat]], None],
    ) -> None:
        self._make, self._workers, self._submit, self._is_kept = make, workers, submit, is_kept
        self._beats, self._patience, self._watch = beats, patience, watch
        self._deaths: Counter[str] = Counter()
        self._past: list[Beat] = []
        self.lost: list[LostStep] = []

    def run(self, jobs: list[Job]) -> None:
        """Run the jobs to their end; afterwards `lost` says what could not be drawn."""
        broken = self._batch(jobs, self._workers, alone=False)
        while broken:
            broken = [again for job in broken for again in self._batch([job], 1, alone=True)]

    def _batch(self, jobs: list[Job], workers: int, *, alone: bool) -> list[Job]:
        """Run jobs on one executor; what is left of those that were broken, to be tried again alone."""
        executor = self._make(min(workers, max(1, len(jobs))))
        running: dict[Future[None], _Running] = {}
        try:
            for number, job in enumerate(jobs):
                beat_file = self._beats / f"{number}.beat"
                beat_file.unlink(missing_ok=True)
                running[self._submit(executor, job, beat_file)] = _Running(job, beat_file)
            broken = self._follow(running)
        except BaseException:
            _end(executor, running.values())
            raise
        executor.shutdown()
        rests = [self._rest(one, reason, guilty=alone or one.beat is not None) for one, reason in broken]
        return [rest for rest in rests if rest is not None]

    def _follow(self, running: dict[Future[None], _Running]) -> list[tuple[_Running, str]]:
        """Wait for all jobs, watching their beats; those that ended badly, with the reason."""
        broken: list[tuple[_Running, str]] = []
        while running:
            done, _ = wait(running, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
            for one in running.values():
                self._listen(one)
            self._watch([*self._past, *(one.beat for one in running.values() if one.beat)])
            for future in done:
                one = running.pop(future)
                self._listen(one)
                if one.beat:
                    self._past.append(one.beat)
                if reason := self._reason(future):
                    broken.append((one, reason))
        return broken

    def _listen(self, one: _Running) -> None:
        """Take a new beat in; end a worker that has not beaten for too long."""
        beat = read_beat(one.beat_file)
        now = time.monotonic()
        if beat != one.beat:
            one.beat, one.beat_seen = beat, now
        elif beat is not None and now - one.beat_seen > self._patience:
            with suppress(ProcessLookupError):
                os.kill(beat.pid, signal.SIGKILL)

    def _reason(self, future: Future[None]) -> str:
        """Why a job ended badly; empty if it ended well, or if its scene failed, which is noted."""
        match future.exception():
            case None:
                return ""
            case DrawingFailed() as failed:
                self._lose(LostStep(failed.address, failed.reason, failed.faults))
                return ""
            case MemoryError():
                return "ran out of memory"
            case BrokenExecutor() | CancelledError():
                return "died or hung"
            case error if type(error).__name__ == "KilledWorker":  # Dask's word for it
                return "died or hung"
            case error:
                raise error

    def _rest(self, one: _Running, reason: str, *, guilty: bool) -> Job | None:
        """What is still to do of a broken job, or None if its next step has used up its attempts.

        A job that had not begun is not `guilty`: the death of another took it along.
        """
        steps = tuple(step for step in one.job.steps if not self._is_kept(step[1]))
        if not steps:
            return None
        rest = replace(one.job, steps=steps)
        if not guilty:
            return rest
        address = rest.addresses[0]
        self._deaths[address] += 1
        if self._deaths[address] < ATTEMPTS:
            return rest
        self._lose(LostStep(address, f"the worker that drew it {reason}, {ATTEMPTS} times"))
        return None

    def _lose(self, step: LostStep) -> None:
        if all(lost.address != step.address for lost in self.lost):
            self.lost.append(step)


def _end(executor: Executor, running: Iterable[_Running]) -> None:
    """Stop at once: an interrupt or a machine's fault. Workers are ended; what they finished is kept."""
    executor.shutdown(wait=False, cancel_futures=True)
    for one in running:
        beat = read_beat(one.beat_file)
        if beat is not None and beat.pid != os.getpid():
            with suppress(ProcessLookupError):
                os.kill(beat.pid, signal.SIGTERM)
