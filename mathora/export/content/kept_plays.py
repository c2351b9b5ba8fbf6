"""A lesson's interactives on disk: computed once, with SymPy, whose import alone takes a quarter of a second.

Laws:
- The key is all that an interactive can depend on: the lesson without what is said, and what its scenes let move.
- What is found is what was computed, each value with its kind, to the last bit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.export.content.story import ComputationStep, FittedData, Play, Rest, Slider, Spelling, SymbolLabel
from mathora.lesson import Lesson, Prose, SceneSignature, Step, Text
from mathora.render.parts import PartStore

_KINDS = {
    one.__name__: one for one in (Spelling, SymbolLabel, Rest, Slider, ComputationStep, FittedData, *get_args(Play))
}
_UNSAID = Prose(text=Text.written(""), pieces=())


def plays_of(
    lesson: Lesson, catalogue: Mapping[str, SceneSignature], speller: Speller, parts: PartStore | None
) -> Mapping[str, Play]:
    """The interactives by their sections' ids; kept among the `parts`, if there are any."""
    movable = {one.scene.value: catalogue[one.scene.value].movable for part in lesson.sections for one in part.scenes}

    def computed() -> dict[str, Play]:
        plays = (
            (section.id, play_of(section, one, movable[one.scene.value], speller))
            for section in lesson.sections
            if not section.before  # what it continues has told it
            for one in reversed(section.scenes)  # of two, the first counts
        )
        return {section: play for section, play in plays if play is not None}

    def write(path: Path) -> None:
        path.write_text(json.dumps(_plain(computed())), "ascii")

    if parts is None:
        return computed()
    kept: Mapping[str, Play] = _read(
        json.loads(parts.part(".plays", (_unsaid(lesson), sorted(movable.items())), write).read_text("ascii"))
    )
    return kept


def _unsaid(lesson: Lesson) -> Lesson:
    def mute(steps: tuple[Step, ...]) -> tuple[Step, ...]:
        return tuple(replace(step, say=_UNSAID) for step in steps)

    sections = (replace(one, steps=mute(one.steps), before=mute(one.before)) for one in lesson.sections)
    return replace(lesson, file="", sections=tuple(sections))


def _plain(value: object) -> object:
    """A value as JSON's kinds, the name of its own under an empty name."""
    if is_dataclass(value):
        return {"": type(value).__name__} | {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {"": "map", "items": {name: _plain(one) for name, one in value.items()}}
    if isinstance(value, tuple):
        return {"": "tuple", "items": [*map(_plain, value)]}
    return [*map(_plain, value)] if isinstance(value, list) else value


def _read(kept: Any) -> Any:  # noqa: ANN401 - what `_plain` was given
    match kept:
        case {"": "map", "items": items}:
            return {name: _read(one) for name, one in items.items()}
        case {"": "tuple", "items": items}:
            return tuple(map(_read, items))
        case {"": kind, **values}:
            return _KINDS[kind](**{str(name): _read(one) for name, one in values.items()})
        case list(items):
            return [*map(_read, items)]
    return kept
