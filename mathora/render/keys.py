"""What a step's picture depends on, as one digest.

Owns: `SectionToDraw` and `sections_to_draw`.

Law: a key covers the section's view up to the step (`mathora.plan.view`: all that the scene can see), the scene's
source with all that it imports from the project, and the versions of what draws. Nothing else is in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mathora.plan import SceneSource, SectionView, section_view
from mathora.render.clip import RenderSettings
from mathora.render.program import Program, versions
from mathora.render.sources import Sources

if TYPE_CHECKING:
    from mathora.prove import Proven


@dataclass(frozen=True, slots=True)
class SectionToDraw:
    """A section as its workers get it; `keys` are its steps' by `section/step`, in their order."""

    id: str
    view: SectionView
    source: SceneSource
    program: Program
    keys: Mapping[str, str]


def sections_to_draw(
    proven: Proven, settings: RenderSettings, programs: Mapping[str, str]
) -> tuple[SectionToDraw, ...]:
    """All sections of a lesson; `programs` are those of the machine that draw along, by version."""
    sources = Sources(settings.scene_folders)
    found = []
    for section in proven.lesson.sections:
        source = sources.of(*(settings.scenes[one.scene.value] for one in section.scenes))
        view = section_view(proven, section, settings.scenes, settings.frames)
        program = Program(sources.package_files(source), versions())
        keys = view.digests(sources.digests(source), program.versions, programs)
        named = {f"{section.id}/{step.id}": key for step, key in zip(section.steps, keys, strict=True)}
        found.append(SectionToDraw(section.id, view, source, program, named))
    return tuple(found)
