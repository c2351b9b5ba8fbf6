"""What the actions of a scene need of their section, held against its steps.

Owns: `need_faults`, `lacking` and `move_faults`, the rules behind `@action(…, takes=…, shows=…, moves=…)`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from mathora.lesson import (
    ActionSignature,
    ActionUse,
    Argument,
    Fault,
    ListValue,
    SceneNeed,
    SceneSignature,
    Step,
    Text,
    did_you_mean,
)


def need_faults(scene: SceneSignature, arguments: Sequence[Argument], steps: Sequence[ActionUse]) -> Iterator[Fault]:
    """A fault at each step that takes an item which its list has not, needs a formula and displays none, needs a value
    that the section does not give, or goes on with what an action draws that only the author can ask for.
    """
    lengths = {one.name: len(one.value.items) for one in arguments if isinstance(one.value, ListValue)}
    actions = {action.name: action for action in scene.actions}
    given = _given(arguments)
    taken: Counter[str] = Counter()
    played: set[str] = set()
    for step in steps:
        action = actions.get(step.action.value)
        if action is None:
            continue
        for one in _played(action, actions, played):
            if one is not action and any(parameter.required for parameter in one.parameters):
                yield _unbuilt(step, one)
            if one.takes:
                taken[one.name] += 1
                if taken[one.name] > lengths.get(one.takes, 0):
                    yield _too_many(step, one, taken[one.name], lengths.get(one.takes, 0))
        if action.shows and not step.show:
            yield _bare(step)
        for need in scene.needs:
            if need.name == "given" and need.at == f"{action.name}.{need.at.rpartition('.')[2]}":
                own = {one.name for one in action.parameters}
                yield from _lacking(step.action, need, (given - own) | _given(step.arguments))


def _played(
    action: ActionSignature, actions: Mapping[str, ActionSignature], played: set[str]
) -> Iterator[ActionSignature]:
    """The actions that a step plays: those that its own needs and that were not played yet, then its own."""
    for name in action.needs:
        if name in actions and name not in played:
            yield from _played(actions[name], actions, played)
    played.add(action.name)
    yield action


def _unbuilt(step: ActionUse, action: ActionSignature) -> Fault:
    """Of an action that a scene cannot play by itself: it has values of the author's."""
    values = ", ".join(f"'{one.name}'" for one in action.parameters if one.required)
    message = f"'{step.action.value}' goes on with what '{action.name}' draws, and no step before it does"
    return step.action.fault("nothing-to-build-on", message, f"put 'do: {action.name}' with {values} before it")


def _too_many(step: ActionUse, action: ActionSignature, number: int, length: int) -> Fault:
    by = "" if action.name == step.action.value else f", which '{step.action.value}' plays first"
    message = f"found use {number} of '{action.name}'{by}, but '{action.takes}' has {length} to take"
    hint = f"each use takes the next of '{action.takes}': add one there, or leave this step out"
    return step.action.fault("nothing-to-take", message, hint)


def lacking(scene: SceneSignature, name: Text, arguments: Sequence[Argument]) -> Iterator[Fault]:
    """A fault at the scene's name for each value of which it needs one, and that it is not given."""
    for need in scene.needs:
        if need.name == "given" and "." not in need.at:
            yield from _lacking(name, need, _given(arguments))


def _given(arguments: Sequence[Argument]) -> frozenset[str]:
    """The parameters that have a value; an empty list is none."""
    return frozenset(one.name for one in arguments if not isinstance(one.value, ListValue) or one.value.items)


def _lacking(at: Text, need: SceneNeed, given: AbstractSet[str]) -> Iterator[Fault]:
    wanted = (need.at.rpartition(".")[2], *need.given)
    if not given & set(wanted):
        message = f"{at.value} needs " + " or ".join(f"'{one}'" for one in wanted)
        yield at.fault("missing-parameter", message, f"{need.why}: add it under 'with:'")


def _bare(step: ActionUse) -> Fault:
    message = f"'{step.action.value}' writes the step's formula, and this step displays none"
    return step.action.fault("missing-show", message, "add 'show:' with a formula")


def move_faults(step: Step, scenes: Sequence[SceneSignature]) -> Iterator[Fault]:
    """Moves that a narration calls: each one of the step's actions', once, in the order in which they are played."""
    acts = [(act.action.value, scene) for act, scene in zip(step.acts, scenes, strict=False)]
    moves = [move for name, scene in acts for action in scene.actions if action.name == name for move in action.moves]
    last = -1
    for cue in step.say.cues:
        name = cue.name.value
        if name not in moves:
            message = f"'{step.action.value}' has no move '{name}' that a word could start"
            hint = did_you_mean(name, moves) if moves else "leave it out; for a brace write \\{"
            yield Fault(cue.name.place, "unknown-move", message, hint, len(name))
            continue
        if moves.index(name) <= last:
            message = f"'{name}' is called out of order"
            hint = f"the moves of '{step.action.value}' are played once each: {', '.join(moves)}"
            yield Fault(cue.name.place, "move-order", message, hint, len(name))
        last = max(last, moves.index(name))
