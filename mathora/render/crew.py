"""Jobs on workers: the longest first, the dead and the hung replaced, the guilty named.

Owns: `Crew`, which runs jobs at a `Workplace` and says what was lost.

Laws:
- A worker's death may break the jobs of others; whatever was under way is done again, each job alone, so that the
  second death shows whose fault it is. A step that was under way in two deaths is lost; later steps of its section are
  lost with it.
- A step that a scene cannot draw is not tried twice.
- How a worker ended is said: it stopped moving and was ended here, it died (by which signal), or memory ran out.
- What was finished is in the store and is not done again.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass, replace
from typing import Protocol

from mathora.plan import StepFailed
from mathora.render.clip import LostStep
from mathora.render.worker import Beat, Job

POLL_SECONDS = 0.1
MOST_PASSED = 1.0  # seconds that count, of those between two looks: who slept, as a laptop does, has not waited
ATTEMPTS = 2  # how often a step may be under way when its worker ends


class WorkerDied(Exception):
    """The worker that had the job is no more."""


class Workplace(Protocol):
    """Where jobs are drawn; a job under way is known by its number."""

    keeps_steps: bool
    """Whether a step is in the store as soon as it is finished; else all of a job's steps come when it has ended."""

    def open(self, workers: int) -> Executor:
        """Fresh workers."""

    def abandon(self, executor: Executor) -> None:
        """What has not begun never does; waits for nothing."""

    def submit(self, executor: Executor, job: Job, number: int) -> Future[None]:
        """Send a job. The future raises `StepFailed`, `MemoryError`, `WorkerDied` or what executors raise."""

    def beat(self, number: int) -> Beat | None:
        """The job's last beat; None if it has not begun."""

    def end(self, number: int) -> None:
        """End the job's worker at once; its future ends then."""

    def ending(self, number: int) -> str:
        """How the job's worker ended, once its executor has been shut down: `died (SIGKILL)`."""


@dataclass(slots=True)
class _Running:
    """A job under way."""

    job: Job
    number: int
    beat: Beat | None = None
    silent: float = 0.0
    hung: bool = False


class Crew:
    """Runs jobs. `is_kept` says whether a key is in the store by now; `patience` is in seconds."""

    def __init__(
        self,
        *,
        place: Workplace,
        workers: int,
        is_kept: Callable[[str], bool],
        patience: float,
        watch: Callable[[Iterable[Beat]], None],
    ) -> None:
        self._place, self._workers, self._is_kept = place, workers, is_kept
        self._patience, self._watch = patience, watch
        self._submitted = 0
        self._deaths: Counter[str] = Counter()
        self._stopped = set[str]()
        self._past: list[Beat] = []
        self.lost: list[LostStep] = []

    def run(self, jobs: list[Job]) -> None:
        """Run the jobs to their end; afterwards `lost` says what could not be drawn."""
        broken = self._batch(jobs, self._workers, alone=False)
        while broken:
            broken = [again for job in broken for again in self._batch([job], 1, alone=True)]

    def _batch(self, jobs: list[Job], workers: int, *, alone: bool) -> list[Job]:
        """Run jobs on one executor; what is left of those that were broken, to be tried again alone."""
        executor = self._place.open(min(workers, max(1, len(jobs))))
        running: dict[Future[None], _Running] = {}
        try:
            for job in jobs:
                self._submitted += 1
                running[self._place.submit(executor, job, self._submitted)] = _Running(job, self._submitted)
            broken = self._follow(running)
        except BaseException:
            self._place.abandon(executor)  # an interrupt or a machine's fault: stop at once
            for one in running.values():
                self._place.end(one.number)
            raise
        executor.shutdown(wait=bool(broken))  # how a worker ended is known then; one that is done may take its time
        return [
            rest for one, reason in broken for rest in self._rests(one, reason, guilty=alone or one.beat is not None)
        ]

    def _follow(self, running: dict[Future[None], _Running]) -> list[tuple[_Running, str]]:
        """Wait for all jobs, watching their beats; those that ended badly, with the reason."""
        broken: list[tuple[_Running, str]] = []
        looked = time.monotonic()
        while running:
            done, _ = wait(running, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
            passed, looked = min(time.monotonic() - looked, MOST_PASSED), time.monotonic()
            for one in running.values():
                self._listen(one, passed)
            self._watch([*self._past, *(one.beat for one in running.values() if one.beat)])
            for future in done:
                one = running.pop(future)
                self._listen(one, 0.0)
                if one.beat:
                    self._past.append(one.beat)
                if reason := self._reason(one.job, future):
                    broken.append((one, reason))
        return broken

    def _listen(self, one: _Running, passed: float) -> None:
        """Take a new beat in; end a worker that has not beaten for too long. `passed` seconds ago it was looked at."""
        beat = self._place.beat(one.number)
        one.silent = one.silent + passed if beat == one.beat else 0.0
        one.beat = beat
        if beat is not None and not one.hung and one.silent > self._patience:
            one.hung = True
            self._place.end(one.number)

    def _reason(self, job: Job, future: Future[None]) -> str:
        """Why a job ended badly; empty if it ended well, or if its scene failed, which is noted."""
        match None if future.cancelled() else future.exception():
            case None:
                return "died" if future.cancelled() else ""
            case StepFailed() as failed:
                address = job.address(failed.index)
                self._lose(LostStep(address, failed.reason, of_scene=failed.of_scene))
                return ""
            case MemoryError():
                return "ran out of memory"
            case BrokenExecutor() | CancelledError() | WorkerDied():
                return "died"
            case error:
                raise error

    def _rests(self, one: _Running, reason: str, *, guilty: bool) -> list[Job]:
        """What is still to do of a broken job; nothing, if its next step has used up its attempts.

        A job that had not begun is not `guilty`: the death of another took it along. Where finished steps come with the
        whole job only, its steps are tried one by one: that shows which of them it is.
        """
        steps = tuple(step for step in one.job.steps if not self._is_kept(step[1]))
        if not steps:
            return []
        rest = replace(one.job, steps=steps)
        if not guilty:
            return [rest]
        if len(steps) > 1 and not self._place.keeps_steps:
            return [replace(rest, steps=(step,)) for step in steps]
        address = rest.address(steps[0][0])
        self._deaths[address] += 1
        if one.hung:  # what became of it is that, also if its next worker does not live to begin
            self._stopped.add(address)
        if self._deaths[address] < ATTEMPTS:
            return [rest]
        self._lose(LostStep(address, f"the worker that drew it {self._ending(one, address, reason)}, {ATTEMPTS} times"))
        return []

    def _ending(self, one: _Running, address: str, reason: str) -> str:
        """What became of a worker, in words."""
        if address in self._stopped and reason == "died":
            return f"stopped moving for {self._patience:g} s and was ended"
        return self._place.ending(one.number) if reason == "died" else reason

    def _lose(self, step: LostStep) -> None:
        if all(lost.address != step.address for lost in self.lost):
            self.lost.append(step)
