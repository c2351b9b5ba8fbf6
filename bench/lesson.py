"""The lesson that is measured, proved, with its scenes' files.

Owns: `measured_lesson`, `views`, `repeated`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from mathora.cli.course import course
from mathora.lesson import SceneSignature, Section
from mathora.plan import FrameFormat, SceneSource, SectionView, section_view
from mathora.prove import Proven, prove_lesson
from mathora.render.sources import Sources
from mathora.script import read_script

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "scripts" / "partial-derivatives.yaml"


def measured_lesson(
    source: str | None = None, sections: tuple[str, ...] = (), cache: Path | None = None
) -> tuple[Proven, dict[str, SceneSignature]]:
    """The first lesson (or `source`, a changed script of it), of `sections` only if any are named; and its scenes.

    Verdicts are kept in the folder `cache`, as the command keeps them.
    """
    catalogue = dict(course([ROOT / "scenes"]).catalogue)
    lesson = read_script(source or SCRIPT.read_text("utf-8"), SCRIPT.name, catalogue)
    if sections:
        lesson = replace(lesson, sections=tuple(one for one in lesson.sections if one.id in sections))
    proven = prove_lesson(lesson, store=cache / "verdicts.json" if cache else None)
    return proven, catalogue


def views(sections: tuple[str, ...], frames: FrameFormat) -> Iterator[tuple[Section, SectionView, SceneSource]]:
    """The measured lesson's sections as their scenes see them, and the scenes' texts."""
    proven, scenes = measured_lesson(sections=sections)
    sources = Sources()
    for section in proven.lesson.sections:
        source = sources.of(*(scenes[one.scene.value] for one in section.scenes))
        yield section, section_view(proven, section, scenes, frames), source


def repeated(source: str, times: int) -> str:
    """The script with its sections repeated under new ids: a lesson so many times as long."""
    head, _, body = source.partition("\nsections:\n")
    copies = [body] + [body.replace("\n  - id: ", f"\n  - id: copy-{copy}-") for copy in range(1, times)]
    first = "  - id: "
    return f"{head}\nsections:\n" + "\n".join(
        copy if number == 0 else copy.replace(first, f"{first}copy-{number}-", 1) for number, copy in enumerate(copies)
    )
