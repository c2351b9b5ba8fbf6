"""How a scene's methods are marked: as actions of a script, and as what brings something on the stage.

Owns: `@action`, `@brings`, and `StepView`, which an action is given.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from mathora.formula import Formula, speaks_of_one_place
from mathora.lesson import Role

_Action = TypeVar("_Action", bound=Callable[..., None])


Names = str | tuple[str, ...]  # what is needed: nothing (""), one thing, or several, in their order


def action(  # noqa: PLR0913 - what is known of an action
    describes: str,
    *,
    takes: str = "",
    shows: bool = False,
    moves: tuple[str, ...] = (),
    needs: Names = (),
    quiet: bool | str = False,
) -> Callable[[_Action], _Action]:
    """Marks a scene's method as an action for a script's `do:`; `describes` says in words what the picture shows.

    What it `needs` is on the stage before it begins, as if it had called `need` for each. Each use takes the next item
    of the scene's list `takes`; one that `shows` needs a formula; `moves` are those parts of its motion that it
    `starts` by name. `check` reads these three from the file's text, and tells the author of a step too many, of one
    without its formula, and of a word that starts a move which is not there. One that is `quiet` puts no reading beside
    the figure; if that is a list's name, only when the list has several items.
    """

    def mark(method: _Action) -> _Action:
        method.describes, method.takes, method.shows = describes, takes, shows  # type: ignore[attr-defined]
        method.moves, method.needs, method.quiet = moves, _several(needs), quiet  # type: ignore[attr-defined]
        return method

    return mark


def brings(name: str, *, needs: Names = ()) -> Callable[[_Action], _Action]:
    """Marks a scene's method that puts `name` on the stage, if it is not there yet: at once where a section begins
    with it; where something stands already (`self.done`) and would jump, by the motion of its action.

    `need(name)` finds it; what it `needs` itself is brought in before.
    """

    def mark(method: _Action) -> _Action:
        method.brings, method.needs = name, _several(needs)  # type: ignore[attr-defined]
        return method

    return mark


def _several(names: Names) -> tuple[str, ...]:
    return tuple(filter(None, (names,))) if isinstance(names, str) else names


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as an action sees it: `shown` are its formulas, with the role that the script gives them.

    The narration is not among it: a picture never depends on what is said, so editing that draws nothing again.
    """

    shown: tuple[tuple[Role, Formula], ...]

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The displayed formulas."""
        return tuple(formula for _, formula in self.shown)

    @property
    def tells_a_place(self) -> bool:
        """Whether a formula says what is true at one place, so that it may be false while something moves there."""
        return any(speaks_of_one_place(formula.tree) for formula in self.formulas)
