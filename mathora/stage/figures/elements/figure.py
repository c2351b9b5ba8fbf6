"""The base of all figures: a state of numbers that move, and what is drawn of them.

Owns: `Figure`, `FigurePicture`, `Numbers`, `Seen`, `FollowingGroup`.

Laws:
- What is drawn is a function of the state alone (and of the figures that this one stands on), so any state may follow
  any other: a verb needs nothing to have been shown before.
- A state is a frozen dataclass of numbers. What is seen or not is a number too, from 0 to 1: things come and go by it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Generic, TypeVar

from manim import ValueTracker, VGroup, VMobject, smooth

from mathora.stage.loop_motions import LoopMotion
from mathora.stage.motion import move


@dataclass(frozen=True)
class Numbers:
    """What a figure's state derives from: a frozen dataclass, all of whose fields are numbers."""


@dataclass(frozen=True)
class Seen(Numbers):
    """The state of a figure that comes and goes: how much of it is seen, from 0 to 1."""

    seen: float = 0.0


StateOf = TypeVar("StateOf", bound=Numbers)


class FigurePicture(VGroup):
    """What a scene adds of a figure; `lives` says what of it moves a little while it stands.

    It is no method of the figure's: with a copy of the picture the whole figure would be copied.
    """

    def __init__(self, lives: Callable[[], Sequence[LoopMotion]]) -> None:
        super().__init__()
        self.lives = lives


class FollowingGroup(VGroup):
    """What an updater of its own draws on each frame; copies of it are still pictures."""

    def __deepcopy__(self, memo: dict[int, object]) -> VGroup:
        return VGroup(*(one.copy() for one in self))


class Figure(ABC, Generic[StateOf]):
    """A picture that follows its state on every frame; `picture` is what a scene adds to itself.

    `on` are the figures on which this one stands: it is drawn again when their states change.
    """

    def __init__(self, state: StateOf, *on: Figure[Any]) -> None:
        self._kind = type(state)
        self._numbers = {name: ValueTracker(number) for name, number in asdict(state).items()}
        self._on = on
        self._drawn: object = None
        self.picture = FigurePicture(lambda: self.lives())  # noqa: PLW0108 - not the method itself
        self.picture.add_updater(lambda _: self.follow())

    @property
    def state(self) -> StateOf:
        """What stands now."""
        return self._kind(**{name: float(number.get_value()) for name, number in self._numbers.items()})

    @property
    def standing(self) -> tuple[object, ...]:
        """All that the picture is drawn of: the states of the figures below it, and its own."""
        return (*(below.standing for below in self._on), self.state)

    @property
    def texts(self) -> list[VMobject]:
        """What is written in it, of which others keep clear."""
        return []

    def to(
        self, seconds: float = 1.0, rate: Callable[[float], float] = smooth, **numbers: float
    ) -> list[Any]:  # Manim's animation builders
        """The motion to a state with other `numbers`; nothing for those that stand there already."""
        return [
            move(self._numbers[name], number, seconds, rate)
            for name, number in numbers.items()
            if self._numbers[name].get_value() != number
        ]

    def to_nothing(self) -> list[Any]:
        """The motion to where nothing of it is drawn, nor measured any more."""
        return [move(number, 0.0) for number in self._numbers.values() if number.get_value()]

    def stand(self, **numbers: float) -> None:
        """Takes other `numbers` at once."""
        for name, number in numbers.items():
            self._numbers[name].set_value(number)
        self.follow()

    def follow(self) -> None:
        """Draws what stands, unless it is drawn already, once all that it stands on does."""
        for below in self._on:
            below.follow()
        standing = self.standing
        if standing != self._drawn:
            self._drawn = standing
            self.draw(self.state)

    def lives(self) -> Sequence[LoopMotion]:
        """What of it moves a little while it stands and is still spoken of."""
        return ()

    @abstractmethod
    def draw(self, state: StateOf) -> None:
        """Sets the points and the opacities of the picture's mobjects."""
