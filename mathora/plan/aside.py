"""What comes beside a section's figures: when their first formula does, and whether anything does.

Owns: `FormulasShown`, `acts_on`, `first_shown`, `are_quiet`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from mathora.lesson import ActionSignature, ActionUse, Lesson, ListValue, SceneSignature, Section

LATE = 2  # steps without a formula, from which on the picture would stand beside an empty place for too long
READ_OUT = "held"  # what a scene is given by this name is read out beside its figure

FormulasShown = Literal["never", "late", "early"]
"""When a scene shows its first formula: `late` is after a good part of its picture."""


def acts_on(lesson: Lesson, section: Section) -> tuple[list[ActionUse], list[ActionUse]]:
    """What a section's scene does, and what the one beside it does: in each step of the longest of the sections that
    share the picture.
    """
    every = [(*one.before, *one.steps) for one in (section, *lesson.sections)]
    steps = max((steps for steps in every if steps[0] is every[0][0]), key=len)
    return [*steps], [step.beside for step in steps if step.beside is not None]


def first_shown(showing: Sequence[bool]) -> FormulasShown:
    """When the first of the steps comes that shows a formula."""
    if not any(showing):
        return "never"
    return "early" if any(showing[:LATE]) else "late"


def are_quiet(section: Section, acts: Iterable[list[ActionUse]], scenes: Mapping[str, SceneSignature]) -> bool:
    """Whether none of a section's scenes puts a formula or a reading beside its figure, in any of its acts."""
    used = (section, section.beside) if section.beside else (section,)
    return all(
        READ_OUT not in [one.name for one in scene.arguments]
        and all(_is_quiet(scenes[scene.scene.value].action(act.action.value), act) for act in done)
        for scene, done in zip(used, acts, strict=False)
    )


def _is_quiet(action: ActionSignature | None, act: ActionUse) -> bool:
    if act.show or action is None:
        return False
    if isinstance(action.quiet, bool):
        return action.quiet
    listed = next((one.value for one in act.arguments if one.name == action.quiet), None)
    return isinstance(listed, ListValue) and len(listed.items) > 1
