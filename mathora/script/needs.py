"""What the actions of a scene need of their section, held against its steps.

Owns: `need_faults`, the rules behind `@action(…, takes=…, shows=…)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mathora.lesson import ActionSignature, ActionUse, Argument, Fault, ListValue, SceneSignature


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
