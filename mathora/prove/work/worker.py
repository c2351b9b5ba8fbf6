"""The edge of the prover: proofs in a process of their own, killed when they take too long or too much memory.

Owns: `Prover` (the parent's side) and `main` (the child's).

Laws:
- A proof that is killed, crashes or runs out of memory is an undecided verdict with that reason; the next one gets a
  fresh process. Nothing that happens in the child can end the parent.
- The child is started with the first task, or early by `warm_up`, and kept between proofs: importing SymPy costs more
  than most proofs.
- The child is isolated from the current folder and from the environment's `PYTHON…` variables (`isolated`).
- Parent and child are the same program: what passes between them is pickled by ourselves.
"""

from __future__ import annotations

import os
import pickle
import resource
import select
import struct
import subprocess
import sys
import time
from types import TracebackType
from typing import IO, Self

from mathora.isolated import module_path, python_environment
from mathora.prove.verdict import Verdict, undecided
from mathora.prove.work.task import Decide, Task

SECONDS = 9.0
"""Wall clock for one formula, from sending the task to reading the verdict; start of the process not included."""

START_SECONDS = 30.0
"""Wall clock for the process to come up, on a machine however busy."""

MEMORY = 2 * 1024**3
"""Address space of a worker in bytes."""

CHILD = """
import sys
sys.path[:] = sys.argv[2:]
from mathora.prove.work.worker import main
main(int(sys.argv[1]))
"""
"""The child's program; its arguments are its memory in bytes, and where it finds modules."""

_LENGTH = struct.Struct(">Q")
_READY = b"ready"


class _Ended(Exception):  # noqa: N818 - the child's end is an answer
    """The child closed its pipe: it crashed or was ended by the system."""


class _TooLate(Exception):  # noqa: N818
    """The child did not answer in time."""


class Prover:
    """A worker that judges tasks one after the other; a context manager, and a `Decide` by its method `decide`."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False

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
        self._ready = False

    def decide(self, task: Task) -> Verdict:
        """The task's verdict; undecided with the reason if the worker had to be ended."""
        try:
            return self._asked(task)
        except _TooLate:
            self._restart()
            return undecided(f"no decision within {self._seconds:g} seconds")
        except (_Ended, BrokenPipeError):
            self._restart()
            return undecided("the proof ran out of memory or its process ended")

    def _asked(self, task: Task) -> Verdict:
        self.warm_up()
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            raise _Ended
        if not self._ready:
            _receive(process.stdout, time.monotonic() + START_SECONDS)
            self._ready = True
        _send(process.stdin, pickle.dumps(task))
        answer = pickle.loads(_receive(process.stdout, time.monotonic() + self._seconds))  # noqa: S301 - our own child
        if not isinstance(answer, Verdict):
            raise _Ended
        return answer

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


def _send(pipe: IO[bytes], content: bytes) -> None:
    pipe.write(_LENGTH.pack(len(content)) + content)
    pipe.flush()


def _receive(pipe: IO[bytes], deadline: float) -> bytes:
    (length,) = _LENGTH.unpack(_exactly(pipe, _LENGTH.size, deadline))
    return _exactly(pipe, length, deadline)


def _exactly(pipe: IO[bytes], length: int, deadline: float) -> bytes:
    content = bytearray()
    while len(content) < length:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            raise _TooLate
        part = os.read(pipe.fileno(), length - len(content))
        if not part:
            raise _Ended
        content += part
    return bytes(content)


# ── the child ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def main(memory: int) -> None:
    """Answers tasks from stdin on stdout until stdin ends; anything else that is printed goes to stderr."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    decide = _decider()
    _send(answers, _READY)
    tasks = sys.stdin.buffer
    while head := tasks.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(head)
        task: Task = pickle.loads(tasks.read(length))  # noqa: S301 - our own parent
        _send(answers, pickle.dumps(_bounded(decide, task)))


def _decider() -> Decide:
    from mathora.prove.judge.judge import judge  # noqa: F401, PLC0415 - SymPy is imported before the first task arrives
    from mathora.prove.work.task import decided  # noqa: PLC0415

    return decided


def _bounded(decide: Decide, task: Task) -> Verdict:
    try:
        return decide(task)
    except MemoryError:
        return undecided("the proof ran out of memory")
    except RecursionError:
        return undecided("the formula is nested too deeply for the prover")
    except Exception as error:  # noqa: BLE001 - SymPy raises anything; the author is told, and we can find it
        return undecided(f"the prover failed on this formula ({type(error).__name__}: {error})"[:300])
