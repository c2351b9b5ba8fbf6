"""What the actions of a scene need of their section, held against its steps.

Owns: `need_faults` and `move_faults`, the rules behind `@action(…, takes=…, shows=…, moves=…)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mathora.lesson import ActionSignature, ActionUse, Argument, Fault, ListValue, SceneSignature, Step, did_you_mean


def need_faults(scene: SceneSignature, arguments: Sequence[Argument], steps: Sequence[ActionUse]) -> Iterator[Fault]:
    """A fault at each step that takes an item which its list has not, or needs a formula and displays none."""
    lengths = {one.name: len(one.value.items) for one in arguments if isinstance(one.value, ListValue)}
    for action in scene.actions:
        uses = [step for step in steps if step.action.value == action.name]
        if action.takes:
            yield from _too_many(action, uses, lengths.get(action.takes, 0))
        if action.shows:
            yield from (_bare(step) for step in uses if not step.show)


def _too_many(action: ActionSignature, uses: Sequence[ActionUse], length: int) -> Iterator[Fault]:
    for number, step in enumerate(uses[length:], length + 1):
        message = f"found use {number} of '{action.name}', but '{action.takes}' has {length} to take"
        hint = f"each use takes the next of '{action.takes}': add one there, or leave this step out"
        yield Fault(step.action.place, "nothing-to-take", message, hint, len(action.name))


def _bare(step: ActionUse) -> Fault:
    message = f"'{step.action.value}' writes the step's formula, and this step displays none"
    return Fault(step.action.place, "missing-show", message, "add 'show:' with a formula", len(step.action.value))


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
