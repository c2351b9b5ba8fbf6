"""A lesson's interactives on disk: computed once, with SymPy, whose import alone takes a quarter of a second.

Laws:
- The key is all that an interactive can depend on: its section without what is said, what its scenes let move, and the
  lesson without its sections.
- What is found is what was computed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import get_args

from mathora.export.content.plays import play_of
from mathora.export.content.speller import Speller
from mathora.export.content.story import ComputationStep, FittedData, Play, Rest, Slider, Spelling, SymbolLabel
from mathora.lesson import Lesson, Movable, Prose, SceneSignature, Section, Text
from mathora.render.kept import KeptKinds
from mathora.render.parts import PartStore

_PLAYS = KeptKinds(Spelling, SymbolLabel, Rest, Slider, ComputationStep, FittedData, *get_args(Play))
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
        path.write_text(_PLAYS.text(compute()), "ascii")

    play: Play | None = _PLAYS.value(parts.part(".play", made_from, write).read_text("ascii"))
    return play
