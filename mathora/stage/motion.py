"""Moving a value: the one animation that drives what follows it; and when what replaces another thing comes.

Owns: `move`, `come`, `late`, `soon`, `evenly_nearer`; `led`, by which what another mobject moves is drawn on each
frame; `each_of` what stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from manim import FadeIn, Group, Mobject, ValueTracker, smooth


def move(tracker: ValueTracker, value: float, seconds: float = 1.0, rate: Callable[[float], float] = smooth) -> Any:  # noqa: ANN401 - Manim's animation builder
    """An animation that takes the tracker to a value; `play`'s own `run_time` and `rate_func` count before these."""
    return tracker.animate(rate_func=rate, run_time=seconds).set_value(value)


def come(scene: Any, *furniture: Mobject | ValueTracker) -> None:  # noqa: ANN401 - a `LessonScene`
    """Axes come up, or the trackers by which they are seen; what a section begins with stands at once, for it comes out
    of the picture before it.
    """
    if scene.done:
        scene.play(*(move(one, 1) if isinstance(one, ValueTracker) else FadeIn(one) for one in furniture), run_time=0.8)
        return
    for one in furniture:
        if isinstance(one, ValueTracker):
            one.set_value(1)
        else:
            scene.add(one)


def led(*mobjects: Mobject) -> None:
    """Says of mobjects that something else moves them: the canvas draws anew only what an animation or an updater of
    its own may change.
    """
    for one in mobjects:
        one.add_updater(_stays)


def _stays(_: Mobject) -> None:
    """Changes nothing."""


def each_of(standing: Iterable[Mobject]) -> Iterator[Mobject]:
    """What stands, one by one: what came in together is in a group of Manim's, in which a scene would not find it."""
    for one in standing:
        yield from each_of(one.submobjects) if type(one) is Group else (one,)


def soon(share: float) -> float:
    """The rate of what leaves before something else comes."""
    return min(1.0, 2 * share)


def late(share: float) -> float:
    """The rate of what comes up when what stood in its place is half gone."""
    return min(1.0, max(0.0, 2 * share - 1))  # a share above 1 is one of a longer play, that of a scene beside it


def evenly_nearer(share: float, factor: float) -> float:
    """How much of the way to so many times the size is done, where each moment enlarges by the same factor."""
    return (factor**share - 1) / (factor - 1) if factor != 1 else share
