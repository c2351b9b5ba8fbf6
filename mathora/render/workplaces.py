"""Where jobs are drawn: processes of this machine, or the workers of a Dask cluster.

Owns: `Here`, `There`; `processes` and `WarmWorkers`, our ways of starting workers, and `do_each`, for work that is no
scene's.

Laws:
- Here, a worker keeps each step itself, and a file tells how far it is. There, clips come back with their job and are
  kept here, and beats are the cluster's events.
- A process of this machine is isolated from the current folder and from the environment's `PYTHON…` variables.
- Where workers fork, the process that they come from has imported what draws, and nothing of a course.
- A job that is ended takes its worker's process along; the place starts another in its stead.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing import active_children, forkserver, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from mathora.bounds import resident
from mathora.isolated import isolated, python_environment
from mathora.plan import DrawnStep
from mathora.render.crew import ATTEMPTS, WorkerDied
from mathora.render.files import naming
from mathora.render.store import ClipStore
from mathora.render.worker import Beat, Job, draw_away, draw_into, import_drawing, prepare_process, read_beat

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")

CONNECT_SECONDS = 10  # how long a cluster may take to answer

SHARED = Path("/dev/shm")  # noqa: S108 - named in a message
"""Where Linux keeps the locks of processes that belong together; it does not say so when it refuses."""

FORKED, FRESH = "forkserver", "spawn"
METHODS = {"linux": FORKED}
"""How workers start, by system: where its libraries bear that, from one process that has imported for all of them."""

LONGEST = 70  # bytes of the temporary folder's path: with a name and its folder's, 107 are allowed
IMPORTED = "mathora.render.ready_to_draw"  # the module that does so

ExecutorMaker = Callable[[int], Executor]


class IsolatedProcesses(ProcessPoolExecutor):
    """Processes that run nothing of the current folder; they are started here, and when jobs are sent."""

    def __init__(self, count: int, method: str | None = None) -> None:
        context = get_context(method or _usual_method())
        context.set_forkserver_preload([IMPORTED])
        given = (python_environment(),)
        with isolated(), naming(SHARED):
            super().__init__(count, mp_context=context, initializer=prepare_process, initargs=given)

    def submit(self, call: Callable[..., T], /, *arguments: Any, **named: Any) -> Future[T]:  # noqa: ANN401 - as it was
        """As `Executor.submit`."""
        with isolated(), _uninterrupted():
            try:
                return super().submit(call, *arguments, **named)
            except (EOFError, ConnectionError):
                raise OSError("the process that starts workers was ended, by somebody or by the system") from None


def _usual_method() -> str:
    """As the system has it, where the name of a socket can be as long as it would be in the temporary folder."""
    short = len(os.fsencode(tempfile.gettempdir())) <= LONGEST
    return METHODS.get(sys.platform, FRESH) if short else FRESH


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """A block in which Ctrl-C waits: processes that start in it leave that to their parent from their first line on."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def processes(count: int) -> Executor:
    """Fresh processes, each importing what it needs once."""
    return IsolatedProcesses(count)


class _Lasting(IsolatedProcesses):
    """Processes that stay when a build is done with them; one that abandons its jobs, or waits for their ends, ends
    them.
    """

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - Executor's own form
        """As `Executor.shutdown`, for such a build."""
        for process in [*(self._processes or {}).values()] if cancel_futures else ():
            process.kill()  # whatever it is doing: nobody waits for it
        if wait or cancel_futures:
            super().shutdown(wait, cancel_futures=cancel_futures)

    def lend(self, count: int) -> bool:
        """Takes at most `count` jobs at once from now on, or as many as there are processes; whether they live."""
        self._max_workers = max(count, len(self._processes or ()))
        return not self._broken and not self._shutdown_thread


class WarmWorkers:
    """An `ExecutorMaker` whose processes stay: Manim is imported once. Those of a pool that broke are replaced."""

    def __init__(self, most: int) -> None:
        self._most = most  # what waits for a worker is as long from the beginning
        self._workers: _Lasting | None = None
        self._method = _usual_method()

    def __call__(self, count: int) -> Executor:
        """So many workers, started if they are not there: one may have died, or a build been abandoned."""
        if self._workers is None or not self._workers.lend(count):
            self._workers = _Lasting(self._most, self._method)
            self._workers.lend(count)
        return self._workers

    def warm_up(self, first: Callable[[], object] = import_drawing) -> None:
        """One of them begins with `first`, before it is known what there is to do. Where they fork, what draws is
        imported for all; whoever wants one meanwhile waits. What speaks has threads, and does not outlive a fork.
        """
        if first is not import_drawing:
            self._method = FRESH
        elif self._method == FORKED:
            self(1)
            with isolated(), _uninterrupted(), suppress(OSError):  # whoever needs a worker is told
                forkserver.ensure_running()
            return
        self(1).submit(first)

    def close(self) -> None:
        """Ends them."""
        if self._workers is not None:
            self._workers.shutdown(cancel_futures=True)


def do_each(calls: Sequence[Callable[[], None]], workers: int, executors: ExecutorMaker) -> None:
    """Have workers do all the calls; one whose worker died is done again by another. Raises `OSError` when that dies
    too, and what a call raises.
    """
    for _ in range(ATTEMPTS):
        if not calls:
            return
        executor, others = executors(min(workers, len(calls))), set(active_children())
        try:
            sent = [(executor.submit(call), call) for call in calls]
            calls = [call for done, call in sent if _is_broken(done)]
        except BaseException:  # an interrupt, or what one raised: nobody wants the others
            executor.shutdown(wait=False, cancel_futures=True)
            for process in set(active_children()) - others:
                process.kill()
            raise
        executor.shutdown(wait=False)
    if calls:
        raise OSError(f"the worker that joined clips died, {ATTEMPTS} times")


def _is_broken(done: Future[None]) -> bool:
    try:
        done.result()
    except BrokenExecutor:
        return True
    return False


class Here:
    """Workers of this machine. They keep what they drew themselves; `scratch` has their beats and unfinished clips."""

    keeps_steps = True

    def __init__(self, cache: Path, executors: ExecutorMaker, scratch: Path) -> None:
        self._cache, self._executors, self._scratch = cache, executors, scratch
        self._workers: dict[int, BaseProcess] = {}
        self._memory: dict[int, int] = {}
        self._swollen: set[int] = set()

    def open(self, workers: int) -> Executor:
        """Fresh workers."""
        return self._executors(workers)

    def abandon(self, executor: Executor) -> None:
        """As `Workplace.abandon`."""
        executor.shutdown(wait=False, cancel_futures=True)

    def submit(self, executor: Executor, job: Job, number: int) -> Future[None]:
        """Send a job."""
        self._memory[number] = job.memory
        sent = executor.submit(draw_into, job, self._cache, self._beats(number))
        self._workers |= {one.pid: one for one in active_children() if one.pid is not None}
        return sent

    def beat(self, number: int) -> Beat | None:
        """The job's last beat. Its process is looked at, and ended if it holds more than the job may."""
        beat = read_beat(self._beats(number))
        if beat is not None and beat.pid != os.getpid() and resident(beat.pid) > self._memory[number]:
            self._swollen.add(number)
            self.end(number)
        return beat

    def end(self, number: int) -> None:
        """Kill the job's process, if it has begun; never our own, where jobs may run in a test."""
        beat = read_beat(self._beats(number))
        if beat is not None and beat.pid != os.getpid():
            with suppress(ProcessLookupError):
                os.kill(beat.pid, signal.SIGKILL)

    def ending(self, number: int) -> str:
        """How the job's process ended, by its exit code."""
        beat = read_beat(self._beats(number))
        worker = self._workers.get(beat.pid) if beat else None
        code = worker.exitcode if worker else None
        if code is None:
            return "died"
        if number in self._swollen:
            return "ran out of memory"
        return f"died ({signal.Signals(-code).name})" if code < 0 else f"ended itself with exit code {code}"

    def _beats(self, number: int) -> Path:
        return self._scratch / f"{number}.beat"


class There:
    """Workers of a Dask cluster, with nannies, as Dask starts them; what they drew is kept here."""

    keeps_steps = False

    def __init__(self, client: Client, store: ClipStore) -> None:
        self._client, self._store = client, store
        self._topic = f"mathora-{uuid4().hex}"
        self._beats: dict[int, tuple[str, Beat]] = {}
        self._jobs: dict[int, Future[tuple[tuple[str, DrawnStep], ...]]] = {}
        client.subscribe_topic(self._topic, self._hear)

    def open(self, workers: int) -> Executor:  # noqa: ARG002 - the cluster has those that it has
        """All the cluster's workers."""
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def abandon(self, executor: Executor) -> None:
        """As `Workplace.abandon`; Dask's executors know no other word for it."""
        executor.shutdown(wait=False)

    def submit(self, executor: Executor, job: Job, number: int) -> Future[None]:
        """Send a job."""
        kept: Future[None] = Future()

        def keep(done: Future[tuple[tuple[str, DrawnStep], ...]]) -> None:
            try:
                for key, step in done.result():
                    self._store.add(key, step)
            except CancelledError:
                kept.set_exception(WorkerDied())
            except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
                kept.set_exception(_told(error))
            else:
                kept.set_result(None)

        self._jobs[number] = executor.submit(draw_away, job, self._topic, number)
        self._jobs[number].add_done_callback(keep)
        return kept

    def beat(self, number: int) -> Beat | None:
        """The job's last beat."""
        return self._beats[number][1] if number in self._beats else None

    def end(self, number: int) -> None:
        """Take the job back, and have the nanny of the worker that has it kill it; a nanny starts another."""
        self._jobs[number].cancel()
        if number in self._beats:
            worker, beat = self._beats[number]
            with suppress(KeyError):  # Dask's word for a worker that is gone already
                self._client.run(_kill, beat.pid, workers=[worker], nanny=True, on_error="ignore")

    def ending(self, number: int) -> str:  # noqa: ARG002 - Dask does not say how
        """Dask says that a worker is gone, not how."""
        return "died"

    def _hear(self, event: tuple[float, tuple[int, str, Any]]) -> None:
        """A worker's event, as `draw_away` told it, with the time when the scheduler had it."""
        _, (number, worker, beat) = event
        self._beats[number] = worker, Beat(**beat)


@contextmanager
def there(address: str, store: ClipStore) -> Iterator[There]:
    """A Dask cluster's workers. Raises `OSError` if it is not there, or has none after a while."""
    from distributed import Client  # noqa: PLC0415 - an optional extra

    with Client(address, set_as_default=False, timeout=CONNECT_SECONDS) as client:
        try:
            client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except TimeoutError:
            raise OSError(f"the cluster at {address} has no workers (waited {CONNECT_SECONDS} s)") from None
        yield There(client, store)


def _told(error: BaseException) -> BaseException:
    """What ended a cluster's job, as what it is here."""
    if type(error).__name__ == "KilledWorker":  # Dask's word for it
        return WorkerDied()
    if isinstance(error, (ImportError, AttributeError)) or "deserializ" in str(error):
        return OSError(f"a worker of the cluster has not this version of Mathora with all that it needs: {error}")
    return error


def _kill(pid: int) -> None:
    """Runs in a nanny."""
    os.kill(pid, signal.SIGKILL)
