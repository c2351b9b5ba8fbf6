"""Two scenes that move in one step: what the second plays is played together with what the first plays.

Laws:
- One of the two runs at a time, and takes turns at its `play` calls alone: the first play of the one is joined with the
  first of the other, the second with the second. So the same step gives the same frames, always.
- What goes wrong in the second scene is raised where the first one waits for it.
- An accompaniment that is left is over: nothing of it runs on.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import copy_context
from threading import Semaphore, Thread
from types import TracebackType
from typing import Any, Self


class _Left(BaseException):
    """The step has ended: the second scene is to leave its action."""


class Accompaniment:
    """What the second scene does (`act`), stopped at each of its plays until the first scene joins it."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act
        self._going, self._waiting = Semaphore(0), Semaphore(0)
        self._offered: list[Any] | None = None
        self._wrong: BaseException | None = None
        self._over = self._left = False
        self._thread = Thread(target=copy_context().run, args=(self._run,), name="the scene beside", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._left = True
        self._going.release()
        self._thread.join()

    def next(self) -> list[Any]:
        """The animations of the second scene's next play; none, when it has played all.

        Raises what went wrong there.
        """
        if self._over:
            return []
        self._going.release()
        self._waiting.acquire()
        if self._wrong is not None:
            raise self._wrong
        return self._offered or []

    def offer(self, animations: list[Any]) -> None:
        """The second scene's play: it goes on when they have been played."""
        self._offered = animations
        self._pause()

    def _pause(self) -> None:
        self._waiting.release()
        self._going.acquire()
        if self._left:
            raise _Left

    def _run(self) -> None:
        self._going.acquire()
        try:
            if not self._left:
                self._act()
        except _Left:
            pass
        except BaseException as error:  # noqa: BLE001 - it is raised again where it is waited for
            self._wrong = error
        self._offered, self._over = None, True
        self._waiting.release()
