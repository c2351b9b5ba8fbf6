"""A lesson's interactives on disk: computed once, with SymPy, whose import alone takes a quarter of a second.

Laws:
- The key is all that an interactive can depend on: its section without what is said, what its scenes let move, and the
  lesson without its sections.
- What is found is what was computed, each value with its kind, to the last bit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, get_args

from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.export.content.story import ComputationStep, FittedData, Play, Rest, Slider, Spelling, SymbolLabel
from mathora.lesson import Lesson, Movable, Prose, SceneSignature, Section, Text
from mathora.render.parts import PartStore

_KINDS = {
    one.__name__: one for one in (Spelling, SymbolLabel, Rest, Slider, ComputationStep, FittedData, *get_args(Play))
}
_UNSAID = Prose(text=Text.written(""), pieces=())


def plays_of(
    lesson: Lesson, catalogue: Mapping[str, SceneSignature], speller: Speller, parts: PartStore | None
) -> Mapping[str, Play]:
    """The interactives by their sections' ids; kept among the `parts`, if there are any."""
    around = replace(lesson, file="", sections=())
    plays: dict[str, Play | None] = {}
    for section in lesson.sections:
        movable = [catalogue[one.scene.value].movable for one in section.scenes]
        if section.before or not any(movable):  # what it continues has told it
            continue
        compute = partial(_play_of, section, movable, speller)
        unsaid = replace(section, steps=tuple(replace(step, say=_UNSAID) for step in section.steps))
        plays[section.id] = compute() if parts is None else _kept((around, unsaid, movable), compute, parts)
    return {section: play for section, play in plays.items() if play is not None}


def _play_of(section: Section, movable: Sequence[Movable | None], speller: Speller) -> Play | None:
    """A section's interactive: that of its first scene that has one."""
    found = (play_of(section, one, offers, speller) for one, offers in zip(section.scenes, movable, strict=True))
    return next((play for play in found if play is not None), None)


def _kept(made_from: object, compute: Callable[[], Play | None], parts: PartStore) -> Play | None:
    def write(path: Path) -> None:
        path.write_text(json.dumps(_plain(compute())), "ascii")

    play: Play | None = _read(json.loads(parts.part(".play", made_from, write).read_text("ascii")))
    return play


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
