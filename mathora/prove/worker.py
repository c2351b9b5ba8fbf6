"""The edge of the prover: proofs in a process of their own, killed when they take too long or too much memory.

Owns: `Prover` (the parent's side) and `main` (the child's).

Laws:
- A proof that computes too long or takes too much memory is an undecided verdict with that reason; the next one gets a
  fresh process. What bounds both is said in `bounds`; it needs nothing that macOS or Windows lacks.
- A process that ends otherwise is tried once more. If it is ended again from outside, does not come up or gets no time
  to compute, that is the machine's fault and never the author's: `ProverLost`. If it crashes again by itself, it is the
  formula: undecided.
- The child is started with the first task, or early by `warm_up`, and kept between proofs: importing SymPy costs more
  than most proofs. It ends when its parent does.
- The child is isolated from the current folder and from the environment's `PYTHON…` variables (`isolated`).
- Parent and child are the same program: what passes between them is pickled by ourselves. Of what a task shares with
  those before it, most of all the model, only the name is sent: it is the very same object to the child, too.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Self

from mathora.bounds import LOOK_SECONDS, computed, limit_address_space, resident
from mathora.isolated import module_path, python_environment
from mathora.prove.budget import Budget
from mathora.prove.task import Decide, Fit, Task
from mathora.prove.verdict import Verdict, undecided

SECONDS = 9.0  # what one formula may take, in seconds of computing; the start of the process not included

STARVED = 20
"""A process that had no answer after so many times its seconds, by the wall's clock, got no time to compute."""

_HELP = "show a step between, or bound its names by a domain: in the model"

START_SECONDS = 60.0  # wall clock for the process to come up, on a machine however busy
MEMORY = 2 * 1024**3  # what a worker may hold, in bytes; where the system can refuse, also its address space

ATTEMPTS = 2

FROM_OUTSIDE = frozenset(-getattr(signal, name, 0) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT"))
"""The exit codes of a process that somebody else ended, such as a system that is short of memory."""

CHILD = """
import sys
sys.path[:] = sys.argv[2:]
from mathora.prove.worker import main
main(int(sys.argv[1]))
"""
"""The child's program; its arguments are its memory in bytes, and where it finds modules."""

_LENGTH = struct.Struct(">Q")
_READY = b"ready"
_FORGET = b""  # what the child is sent where nothing of the tasks before is named any more


class ProverLost(OSError):
    """The process that proves could not do its work, by no fault of a formula; the message says what happened to it."""


class _Ended(Exception):
    """The child closed its pipe: it crashed, was ended, or did not come up; how, and whether that is the machine's."""

    def __init__(self, how: str, *, machine: bool) -> None:
        self.how, self.machine = how, machine
        super().__init__(how)


class _TooMuch(Exception):
    """The child took more than it may; of what."""


class Prover:
    """A worker that judges tasks one after the other; a context manager, and a `Decide` by its method `decide`.

    `seconds` are of computing, `memory` is in bytes; a `budget` is shared by all tasks.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY, budget: Budget | None = None) -> None:
        self._seconds = seconds
        self._budget = budget
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[bytes | None] = SimpleQueue()
        self._ready = False
        self._written, self._pickler = _pickling()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def warm_up(self) -> None:
        """Starts the process, without waiting for it."""
        if self._process is not None:
            return
        environment = python_environment() | {"PYTHONHASHSEED": "0"}
        command = [sys.executable, "-c", CHILD, str(self._memory), *module_path()]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        self._answers, self._ready = SimpleQueue(), False
        self._written, self._pickler = _pickling()
        if self._process.stdout is not None:
            Thread(target=_hear, args=(self._process.stdout, self._answers), daemon=True).start()

    def begin(self, budget: Budget) -> None:
        """The next tasks share this budget. A process that has come to hold much is started anew; another forgets."""
        self._budget = budget
        if self._process is None or self._process.stdin is None:
            return
        if resident(self._process.pid) > self._memory / 2:
            self._restart()
            return
        self._written, self._pickler = _pickling()
        with suppress(OSError):  # a process that has ended is found out by the next task
            _send(self._process.stdin, _FORGET)

    def decide(self, task: Task | Fit) -> Verdict:
        """The task's verdict; undecided with the reason if the worker had to be ended. Raises `ProverLost`."""
        if self._budget is not None and not self._budget.allowed(self._seconds):
            return undecided(self._budget.spent)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._asked(task)
            except _TooMuch as much:
                self._restart()
                return undecided(str(much))
            except _Ended as ended:
                self.close()
                if attempt < ATTEMPTS:
                    continue
                if ended.machine:
                    raise ProverLost(f"the process that proves {ended.how}, {ATTEMPTS} times") from None
                self.warm_up()
                return undecided(f"the process that proves {ended.how} on this formula, {ATTEMPTS} times")
        raise AssertionError("an attempt that fails is told")  # pragma: no cover

    def _asked(self, task: Task | Fit) -> Verdict:
        self.warm_up()
        process = self._process
        if process is None or process.stdin is None:
            raise _Ended("cannot be started", machine=True)
        if not self._ready:
            self._await_ready(process)
        before = computed(process.pid)
        try:
            _send(process.stdin, self._pickled(task))
        except OSError:
            raise self._ending(process) from None
        try:
            answer = pickle.loads(self._answer(process, before))  # noqa: S301 - our own child
        finally:
            if self._budget is not None:
                self._budget.take(computed(process.pid) - before, _shown(task))
        if not isinstance(answer, Verdict):
            raise _Ended("answered nonsense", machine=False)
        return answer

    def _pickled(self, task: Task | Fit) -> bytes:
        self._written.seek(0)
        self._written.truncate()
        self._pickler.dump(task)
        return self._written.getvalue()

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        try:
            if self._answers.get(timeout=START_SECONDS) is None:
                raise _Ended(f"does not start ({self._ending(process).how})", machine=True)
        except Empty:
            raise _Ended(f"did not come up within {START_SECONDS:g} seconds", machine=True) from None
        self._ready = True

    def _answer(self, process: subprocess.Popen[bytes], before: float) -> bytes:
        """What the child says; it is looked at while it computes. `before` are its seconds before the task."""
        seconds = self._seconds if self._budget is None else self._budget.allowed(self._seconds)
        give_up = time.monotonic() + STARVED * self._seconds
        while True:
            try:
                answer = self._answers.get(timeout=LOOK_SECONDS)
            except Empty:
                if resident(process.pid) > self._memory:
                    raise _TooMuch(f"the proof ran out of memory: {_HELP}") from None
                if computed(process.pid) - before > seconds:
                    raise _TooMuch(f"no decision within {seconds:.2g} seconds: {_HELP}") from None
                if time.monotonic() > give_up:
                    raise _Ended("got no time to compute", machine=True) from None
            else:
                if answer is None:
                    raise self._ending(process)
                return answer

    def _ending(self, process: subprocess.Popen[bytes]) -> _Ended:
        """How the child ended."""
        code = process.wait()
        if code < 0:
            return _Ended(f"was ended ({signal.Signals(-code).name})", machine=code in FROM_OUTSIDE)
        return _Ended(f"ended with exit code {code}", machine=False)

    def _restart(self) -> None:
        """Ends the process and starts the next one, so that it is up when the next task comes."""
        self.close()
        self.warm_up()

    def close(self) -> None:
        """Ends the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue


def _shown(task: Task | Fit) -> str:
    """What a task is about, for its author."""
    return task.formula.text.value if isinstance(task, Task) else "what scenes need of their values"


def _pickling() -> tuple[BytesIO, pickle.Pickler]:
    """A pickler that knows what it has written already, and where it writes."""
    written = BytesIO()
    return written, pickle.Pickler(written)


def _send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def _hear(pipe: IO[bytes], heard: SimpleQueue[bytes | None]) -> None:
    """All messages of a pipe, as they come, then None. (Not every system can wait for a pipe with a deadline.)"""
    for content in _messages(pipe):
        heard.put(content)
    heard.put(None)


def _messages(pipe: IO[bytes]) -> Iterator[bytes]:
    """The messages of a pipe, to its end; one that is cut off is none."""
    try:
        while len(head := pipe.read(_LENGTH.size)) == _LENGTH.size:
            (length,) = _LENGTH.unpack(head)
            content = pipe.read(length)
            if len(content) < length:
                return
            yield content
    except (OSError, ValueError):  # the pipe was closed
        return


# ── the child ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def main(memory: int) -> None:
    """Answers tasks from stdin on stdout until stdin ends; anything else that is printed goes to stderr."""
    limit_address_space(memory)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    decide = _decider()
    _send(answers, _READY)
    tasks: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_follow, args=(sys.stdin.buffer, tasks), daemon=True).start()
    for task in _unpickled(tasks):
        _send(answers, pickle.dumps(_bounded(decide, task)))


def _unpickled(contents: SimpleQueue[bytes]) -> Iterator[Task | Fit]:
    """The tasks as they come; what cannot be read ends the process, since the next ones may name what is in it."""
    while True:
        read = BytesIO()
        unpickler = pickle.Unpickler(read)  # noqa: S301 - our own parent
        while (content := contents.get()) != _FORGET:
            read.seek(0)
            read.truncate()
            read.write(content)
            read.seek(0)
            yield unpickler.load()


def _follow(pipe: IO[bytes], tasks: SimpleQueue[bytes]) -> None:
    """Take tasks in; when the parent has gone, nobody wants what is being computed."""
    for content in _messages(pipe):
        tasks.put(content)
    os._exit(0)


def _decider() -> Decide:
    from mathora.prove.judge.judge import judge  # noqa: F401, PLC0415 - SymPy is imported before the first task arrives
    from mathora.prove.task import decided  # noqa: PLC0415

    return decided


def _bounded(decide: Decide, task: Task | Fit) -> Verdict:
    try:
        return decide(task)
    except MemoryError:
        return undecided(f"the proof ran out of memory: {_HELP}")
    except RecursionError:
        return undecided("the formula is nested too deeply for the prover: give its inner parts names in the model")
    except Exception as error:  # noqa: BLE001 - SymPy raises anything; the author is told, and we can find it
        what = f"{type(error).__name__}: {error}"[:200]
        return undecided(
            f"the prover failed, which is a fault of ours ({what}): show a step between, or write it otherwise"
        )
